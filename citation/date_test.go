package citation

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		// month first
		"Sept. 3, 2022": "2022-09-03", "Sep. 3, 2022": "2022-09-03", "September 3, 2022": "2022-09-03", "SEPT. 3, 2022": "2022-09-03",
		"Sept 3 2022": "2022-09-03", "September 3rd, 2022": "2022-09-03", "October 1st, 2012": "2012-10-01", "Jan. 22nd, 2001": "2001-01-22",
		"Jun. 15, 2015": "2015-06-15", "Jul. 4, 1976": "1976-07-04", "May 1, 1999": "1999-05-01", "Febr. 2, 1999": "1999-02-02",
		"Sept.\n3,  2022": "2022-09-03", "Sept.\u00a03, 2022": "2022-09-03", "*Sept.* 3, 2022": "2022-09-03", "Feb. 29, 2020": "2020-02-29",
		// month and year
		"Sep. 2022": "2022-09", "September 2022": "2022-09", "June, 2012": "2012-06", "May 2020": "2020-05", "DEC. 1999": "1999-12",
		// every month of the Bluebook
		"Jan. 1900": "1900-01", "Feb. 1900": "1900-02", "Mar. 1900": "1900-03", "Apr. 1900": "1900-04", "June 1900": "1900-06", "July 1900": "1900-07",
		"Aug. 1900": "1900-08", "Oct. 1900": "1900-10", "Nov. 1900": "1900-11", "Dec. 1900": "1900-12", "February 1900": "1900-02", "April 1900": "1900-04",
		// day ranges
		"Mar. 1-5, 2021": "2021-03-01/2021-03-05", "Mar. 1–5, 2021": "2021-03-01/2021-03-05", "Sept. 30-Oct. 2, 2020": "2020-09-30/2020-10-02",
		"Sept. 30 – Oct. 2, 2020": "2020-09-30/2020-10-02", "Dec. 30, 2019-Jan. 2, 2020": "2019-12-30/2020-01-02", "3-5 Sept. 2022": "2022-09-03/2022-09-05",
		// month ranges
		"Jan./Feb. 2008": "2008-01/2008-02", "Jan.–Feb. 2008": "2008-01/2008-02", "January-February 2008": "2008-01/2008-02", "Nov./Dec., 2008": "2008-11/2008-12",
		// day first
		"3 September 2022": "2022-09-03", "3 Sept., 2022": "2022-09-03", "1st May 2020": "2020-05-01", "14 Aug. 2018": "2018-08-14",
		// seasons
		"Spring 2021": "2021-21", "Summer 2021": "2021-22", "Fall 2019": "2019-23", "Autumn 2019": "2019-23", "Winter 2019": "2019-24",
		"Winter 2019-2020": "2019-24/2020-24", "Winter 2019-20": "2019-24/2020-24", "Summer/Fall 2018": "2018-22/2018-23",
		// years
		"2022": "2022", "1789": "1789", "2012-13": "2012/2013", "2012-2013": "2012/2013", "2012–13": "2012/2013", "1999-2001": "1999/2001",
		// ISO and figures
		"2022-09-03": "2022-09-03", "2022-09": "2022-09", "2009-10": "2009-10", "2022/09/03": "2022-09-03", "9/3/2022": "2022-09-03", "09/03/2022": "2022-09-03",
		"23/12/2022": "2022-12-23", "  Sept. 3, 2022 ": "2022-09-03",
	} {
		d, err := ParseDate(in)
		if assert.NoError(t, err, in) {
			assert.Equal(t, want, d.String(), in)
			again, err := ParseDate(d.written())
			if assert.NoError(t, err, d.written()) {
				assert.Equal(t, want, again.String(), "%s, written %s", in, d.written())
			}
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, in := range []string{
		"", "may 2020", "May", "Sept. 3", "Feb. 30, 2021", "Feb. 29, 2021", "Sept. 31, 2022", "Sept. 0, 2022", "2022WL", "20223", "1022", "3022",
		"Sept. 3, 20222", "13/13/2022", "9/3/22", "Mar. 5-1, 2021", "2013-2012", "Septober 3, 2022", "Marching 2020", "Sept. 3, 2022 and more", "12-13", "2022-13-01",
	} {
		_, err := ParseDate(in)
		var syntax *SyntaxError
		require.ErrorAs(t, err, &syntax, in)
		assert.True(t, errors.Is(err, ErrNotDate), in)
		assert.LessOrEqual(t, syntax.Offset, len(in), in)
	}
}

func TestScanDateBack(t *testing.T) {
	for in, want := range map[string]string{
		"Vienna Convention, Apr. 24, 1963":    "1963-04-24",
		"(N.D. Cal. Mar. 3, 2011":             "2011-03-03",
		"(9th Cir. 2010":                      "2010",
		"N.Y. Times, Nov./Dec. 2014":          "2014-11/2014-12",
		"decided 3 May 1999":                  "1999-05-03",
		"on the twelfth of December, in 1999": "1999",
	} {
		d, start, ok := scanDateBack(in, 0, len(in))
		if assert.True(t, ok, in) {
			assert.Equal(t, want, d.String(), in)
			assert.Equal(t, Span{start, len(in)}, d.Span, in)
		}
	}
	_, _, ok := scanDateBack("Apr. 24, 1963 and", 0, 17)
	assert.False(t, ok)
}

func TestScanVisited(t *testing.T) {
	for in, want := range map[string]string{
		"last visited Sep. 10, 2023)":          "2023-09-10",
		"Last accessed on 10 Sept. 2023":       "2023-09-10",
		"visited Mar. 3, 2015, 10:25 AM":       "2015-03-03",
		"accessed: June 1, 2020":               "2020-06-01",
		"last\nvisited\nJune 1,\n2020":         "2020-06-01",
		"last updated June 1, 2020":            "",
		"last visited the library in May 2020": "",
	} {
		d, _, ok := scanVisited(in, 0)
		assert.Equal(t, want, d.String(), in)
		assert.Equal(t, want != "", ok, in)
	}
}

func TestScanTime(t *testing.T) {
	for in, want := range map[string]string{
		", 10:25 AM": ", 10:25 AM", ", 9:55 p.m. ET)": ", 9:55 p.m. ET", " 14:05 GMT": " 14:05 GMT", ", 99:99": "", ", at 5": "",
	} {
		next, _ := scanTime(in, 0)
		assert.Equal(t, want, in[:next], in)
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"Sept. 3, 2022", "Winter 2019-2020", "3-5 Sept. 2022", "2012-13", "9/3/2022", "Dec. 30, 2019-Jan. 2, 2020", "Jan./Feb. 2008"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := 0; i <= len(s) && i < 64; i++ {
			d, next, ok := scanDate(s, i)
			require.True(t, i <= next && next <= len(s))
			if !ok {
				continue
			}
			require.Equal(t, Span{i, next}, d.Span)
			again, err := ParseDate(d.written())
			require.NoError(t, err, d.written())
			require.Equal(t, d.String(), again.String())
			if iso := d.String(); !strings.Contains(iso, "/") && d.Season == 0 {
				again, err = ParseDate(iso)
				require.NoError(t, err)
				require.Equal(t, iso, again.String())
			}
		}
		if d, start, ok := scanDateBack(s, 0, len(s)); ok {
			require.Equal(t, Span{start, len(s)}, d.Span)
		}
		scanVisited(s, 0)
		scanTime(s, 0)
	})
}
