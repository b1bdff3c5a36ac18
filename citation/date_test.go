package citation

import (
	"errors"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dateCases are whole dates and what String makes of them.
var dateCases = []struct{ in, want string }{
	// Month, day and year, in the spellings of Table T12 and others.
	{"Jan. 4, 2021", "2021-01-04"},
	{"Feb. 28, 1999", "1999-02-28"},
	{"Mar. 9, 2017", "2017-03-09"},
	{"Apr. 24, 1963", "1963-04-24"},
	{"May 17, 1954", "1954-05-17"},
	{"June 1, 2010", "2010-06-01"},
	{"July 31, 2019", "2019-07-31"},
	{"Aug. 2, 1990", "1990-08-02"},
	{"Sept. 3, 2022", "2022-09-03"},
	{"Sep. 3, 2022", "2022-09-03"},
	{"Oct. 10, 1984", "1984-10-10"},
	{"Nov. 5, 2014", "2014-11-05"},
	{"Dec. 31, 1600", "1600-12-31"},
	{"Jun. 15, 2015", "2015-06-15"},
	{"Jul. 6, 2015", "2015-07-06"},
	{"June. 15, 2015", "2015-06-15"},
	{"Octob. 27, 2022", "2022-10-27"},
	{"Decem. 1990", "1990-12"},
	{"September 3 2022", "2022-09-03"},
	{"September 3, 2022", "2022-09-03"},
	{"Dec 5 2018", "2018-12-05"},
	{"SEPT. 3, 2022", "2022-09-03"},
	{"DECEMBER 7, 1941", "1941-12-07"},
	{"september 3, 2022", "2022-09-03"},
	{"October 1st, 2012", "2012-10-01"},
	{"Oct. 22nd, 2012", "2012-10-22"},
	{"March 3rd 2012", "2012-03-03"},
	{"Aug. 24th, 2012", "2012-08-24"},
	{"Sept. 3,2022", "2022-09-03"},
	{"Feb. 29, 2020", "2020-02-29"},
	{"Feb. 29, 2000", "2000-02-29"},
	// Month and year.
	{"Sept. 2022", "2022-09"},
	{"March 1899", "1899-03"},
	{"August, 1999", "1999-08"},
	{"December of 2012", "2012-12"},
	{"Dec 2018", "2018-12"},
	// Day first.
	{"3 September 2022", "2022-09-03"},
	{"3 Sept., 2022", "2022-09-03"},
	{"10 Sept. 2023", "2023-09-10"},
	{"1 MAY 2001", "2001-05-01"},
	{"21st of March, 1990", "1990-03-21"},
	{"4th day of July, 1976", "1976-07-04"},
	// Years, ISO 8601 and numbers.
	{"2022", "2022"},
	{"1500", "1500"},
	{"2100", "2100"},
	{"2022-09-03", "2022-09-03"},
	{"2022-09", "2022-09"},
	{"2009-10", "2009-10"}, // a month: hyphen and 01 to 12
	{"2022/09/03", "2022-09-03"},
	{"2022/9/3", "2022-09-03"},
	{"9/3/2022", "2022-09-03"},
	{"09/03/2022", "2022-09-03"},
	{"12/31/1999", "1999-12-31"},
	{"31/12/1999", "1999-12-31"},
	{"13/1/2020", "2020-01-13"},
	// Ranges of days.
	{"Mar. 1-5, 2021", "2021-03-01/2021-03-05"},
	{"Mar. 1–5, 2021", "2021-03-01/2021-03-05"},
	{"March 30–31 2021", "2021-03-30/2021-03-31"},
	{"Sept. 30-Oct. 2, 2020", "2020-09-30/2020-10-02"},
	{"Dec. 30, 2019-Jan. 2, 2020", "2019-12-30/2020-01-02"},
	{"Dec. 30, 2019 – Jan. 2, 2020", "2019-12-30/2020-01-02"},
	{"June 1, 2010 to May 31, 2011", "2010-06-01/2011-05-31"},
	{"1-5 March 2021", "2021-03-01/2021-03-05"},
	{"30 Sept.–2 Oct. 2020", "2020-09-30/2020-10-02"},
	{"30 Dec. 2019 through 2 Jan. 2020", "2019-12-30/2020-01-02"},
	{"2021-03-01/2021-03-05", "2021-03-01/2021-03-05"},
	// Ranges of months.
	{"Jan./Feb. 2008", "2008-01/2008-02"},
	{"Jan.–Feb. 2008", "2008-01/2008-02"},
	{"January-February 2008", "2008-01/2008-02"},
	{"Nov.--Dec. 1995", "1995-11/1995-12"},
	{"Dec. 2019/Jan. 2020", "2019-12/2020-01"},
	{"2021-01/2021-02", "2021-01/2021-02"},
	// Ranges of years.
	{"2012-13", "2012/2013"},
	{"2012–13", "2012/2013"},
	{"2009–10", "2009/2010"}, // no month: a dash
	{"2011/12", "2011/2012"},
	{"2012–2013", "2012/2013"},
	{"2012-2013", "2012/2013"},
	{"2012/2013", "2012/2013"},
	{"2012 – 2013", "2012/2013"},
	{"1998 to 2004", "1998/2004"},
	{"2020-21", "2020/2021"}, // no season
	// Seasons.
	{"Spring 2021", "2021-21"},
	{"Summer 2021", "2021-22"},
	{"Fall 2019", "2019-23"},
	{"Autumn 2019", "2019-23"},
	{"Winter, 2020", "2020-24"},
	{"spring of 2021", "2021-21"},
	{"Winter 2019-2020", "2019-24/2020-24"},
	{"Winter 2019–20", "2019-24/2020-24"},
	{"Summer/Fall 2018", "2018-22/2018-23"},
	{"Winter/Spring 2018", "2018-24/2018-21"},
	{"Fall 2018–Spring 2019", "2018-23/2019-21"},
	{"Fall/Winter 2019-2020", "2019-23/2020-24"},
	// Noise between the tokens.
	{"Sept.  3,\n2022", "2022-09-03"},
	{"Sept.\u00a03, 2022", "2022-09-03"},
	{"Sept.&nbsp;3, 2022", "2022-09-03"},
	{"*Sept.* 3, _2022_", "2022-09-03"},
	{"<i>Sept.</i> 3, <b>2022</b>", "2022-09-03"},
	{"Septem-\nber 3, 2022", "2022-09-03"},
	{"Novem\u00adber 2022", "2022-11"},
	{"Jan.–\nFeb. 2008", "2008-01/2008-02"},
	// What stands around the date.
	{" (Sept. 3, 2022). ", "2022-09-03"},
	{"[2022];", "2022"},
}

func TestParseDate(t *testing.T) {
	for _, c := range dateCases {
		d, err := ParseDate(c.in)
		if assert.NoError(t, err, c.in) {
			assert.Equal(t, c.want, d.String(), c.in)
		}
	}
}

func TestParseDateFails(t *testing.T) {
	for _, in := range []string{
		"", " ", "no date", "May", "May 5", "may 2021", "march 2021", "Sept. 3", "Fall", "falling 2019", "Octopus 2012",
		"Feb. 30, 2021", "Feb. 29, 2021", "Feb. 29, 1900", "Sept. 31, 2022", "Sept. 0, 2022", "Jan. 32, 2022", "31 June 2020",
		"2022-13-40", "2022-02-30", "2022-00-10", "0/3/2022", "9/31/2022", "13/13/2022", "9/3/22", "2022-9-3",
		"1499", "2101", "20223", "2022WL", "2022a", "12-2022x", "2013-2012", "2012-2010", "2015/830", "2012-1", "2012-12345",
		"Mar. 5-1, 2021", "Oct. 2-Sept. 30, 2020", "Dec./Jan. 2008", "Sept. 3, 2022WL", "12 U.S. 2022",
		"Spring 2020-Spring 2019", "Mar. 1, 99", "2021年", "Sept. 3, 20222",
	} {
		d, err := ParseDate(in)
		assert.Error(t, err, in)
		assert.True(t, d.IsZero(), in)
	}
}

func TestParseDateErrors(t *testing.T) {
	var syntax *SyntaxError
	_, err := ParseDate(" (May 5)")
	require.True(t, errors.As(err, &syntax))
	assert.Equal(t, SyntaxError{2, ErrNotDate}, *syntax)
	assert.EqualError(t, err, "byte 2: not a date")
	_, err = ParseDate("Sept. 3, 2022 at noon")
	require.True(t, errors.As(err, &syntax))
	assert.Equal(t, SyntaxError{14, errAfterDate}, *syntax)
	assert.ErrorIs(t, err, ErrNotDate)
	assert.EqualError(t, err, "byte 14: not a date: text after it")
}

func TestDateFields(t *testing.T) {
	d, err := ParseDate("(Dec. 30, 2019-Jan. 2, 2020)")
	require.NoError(t, err)
	assert.Equal(t, Date{Span: Span{1, 27}, Year: 2019, Month: 12, Day: 30, End: DatePoint{Year: 2020, Month: 1, Day: 2}}, d)
	d, err = ParseDate("Summer/Fall 2018")
	require.NoError(t, err)
	assert.Equal(t, Date{Span: Span{0, 16}, Year: 2018, Season: Summer, End: DatePoint{Year: 2018, Season: Autumn}}, d)
	assert.Equal(t, "Fall", d.End.Season.String())
	assert.Empty(t, Season(3).String())
}

func TestDateStringOfInvalid(t *testing.T) {
	for _, c := range []struct {
		d    Date
		want string
	}{
		{Date{}, ""},
		{Date{Year: -3}, ""},
		{Date{Year: 12345}, ""},
		{Date{Month: 3, Day: 4}, ""},
		{Date{Year: 2021, Month: 13, Day: 1}, "2021"},
		{Date{Year: 2021, Month: 2, Day: 30}, "2021-02"},
		{Date{Year: 2021, Day: 30}, "2021"},
		{Date{Year: 2021, Season: 7}, "2021"},
		{Date{Year: 2021, Month: 3, Season: Spring}, "2021-03"},
		{Date{Year: 2021, End: DatePoint{Year: 2020}}, "2021"},
		{Date{Year: 2021, Month: 1, Day: 5, End: DatePoint{Year: 2021, Month: 2, Day: 30}}, "2021-01-05"},
	} {
		assert.Equal(t, c.want, c.d.String(), "%+v", c.d)
	}
}

func TestDateText(t *testing.T) {
	for _, c := range dateCases {
		d, err := ParseDate(c.in)
		require.NoError(t, err, c.in)
		checkText(t, d)
	}
	for _, in := range []string{"2021-", "2021/", "21", "2021-3", "2021-13", "2021-02-30", "2021-03-01/2021-02-01", " 2021", "2021-03-01x"} {
		assert.Error(t, new(Date).UnmarshalText([]byte(in)), in)
	}
}

// checkText checks that a date survives as text and as citations write it.
func checkText(t *testing.T, d Date) {
	t.Helper()
	written, err := ParseDate(d.written())
	require.NoError(t, err, d.written())
	require.Equal(t, d.String(), written.String())
	text, err := d.MarshalText()
	require.NoError(t, err)
	var got Date
	require.NoError(t, got.UnmarshalText(text), "%s", text)
	d.Span = Span{}
	require.Equal(t, d, got)
}

func TestScanDate(t *testing.T) {
	for _, c := range []struct{ in, want, rest string }{
		{"Sept. 3, 2022, 10:25 AM)", "2022-09-03", ", 10:25 AM)"},
		{"May 2019. The court", "2019-05", ". The court"},
		{"in 2022", "", "in 2022"},
		{"2022, the", "2022", ", the"},
		{"2022’s", "2022", "’s"},
		{"June. 2021 was", "", "June. 2021 was"},
		{"Sept. 3, 2022—Nov", "2022-09-03", "—Nov"},
		{"Sept. 3, 2022-Present", "2022-09-03", "-Present"},
		{"Sept. 3, 2022-Sept. 1, 2022", "2022-09-03", "-Sept. 1, 2022"},
		{"2012-CV-1234", "2012", "-CV-1234"},
		{"12 May 2021; 13", "2021-05-12", "; 13"},
	} {
		d, next, ok := scanDate(c.in, 0)
		assert.Equal(t, c.want != "", ok, c.in)
		assert.Equal(t, c.want, d.String(), c.in)
		assert.Equal(t, c.rest, c.in[next:], c.in)
	}
	for _, glued := range []string{"x2022", "92022", "1/2022", "12-2022", "3.2022"} {
		_, _, ok := scanDate(glued, len(glued)-4)
		assert.False(t, ok, glued)
	}
	far := "Sept." + strings.Repeat(" ", date.MaxLen) + "2022"
	_, _, ok := scanDate(far, 0)
	assert.False(t, ok, "a date is read within date.MaxLen bytes")
}

func TestScanDateBack(t *testing.T) {
	for _, c := range []struct {
		in    string
		floor int
		want  string
	}{
		{"Treaty of Amity, Apr. 24, 1963", 0, "Apr. 24, 1963"},
		{"Conf., Dec. 30, 2019-Jan. 2, 2020", 0, "Dec. 30, 2019-Jan. 2, 2020"},
		{"the Journal 3 September 2022", 0, "3 September 2022"},
		{"the Journal 3 September 2022", 13, "September 2022"},
		{"the Journal 3 September 2022", 24, "2022"},
		{"the Journal 3 September 2022", 25, ""},
		{"9th Cir. Mar. 3, 2015", 0, "Mar. 3, 2015"},
		{"9th Cir. 2015", 0, "2015"},
		{"No. 12-2015", 0, ""},
		{"at 99", 0, ""},
		{"Sept. 3, 2022.", 0, ""},
		{"", 0, ""},
	} {
		d, start, ok := scanDateBack(c.in, c.floor, len(c.in))
		assert.Equal(t, c.want != "", ok, c.in)
		assert.Equal(t, c.want, c.in[start:], c.in)
		if ok {
			assert.Equal(t, Span{start, len(c.in)}, d.Span, c.in)
		}
	}
	_, _, ok := scanDateBack("20223", 0, 4)
	assert.False(t, ok, "a digit after it")
}

func TestScanTime(t *testing.T) {
	for _, c := range []struct{ in, rest string }{
		{", 10:25 AM)", ")"},
		{", 10:25 AM ET)", ")"},
		{", 12:01 p.m. (", " ("},
		{", 3 p.m.)", ")"},
		{" at 3:15 P.M. EST, by", ", by"},
		{", 14:05 UTC.", "."},
		{", 11:59:30 PM Eastern Time)", ")"},
		{", 10.25 a.m.)", ")"},
		{", 5:20 A. M.,", ","},
		{", 10:25\nAM)", ")"},
	} {
		next, ok := date.ScanTime(c.in, 0)
		assert.True(t, ok, c.in)
		assert.Equal(t, c.rest, c.in[next:], c.in)
	}
	for _, in := range []string{"", ")", ", 10", ", 10:25AMX", ", 25:10", ", 10:75", ", 10.25", ", at 3", ", 3 apples", "; 10:25 AM"} {
		next, ok := date.ScanTime(in, 0)
		assert.False(t, ok, in)
		assert.Zero(t, next, in)
	}
}

func TestScanVisited(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"last visited Sep. 10, 2023)", "2023-09-10"},
		{"Last visited: Sept. 10, 2023", "2023-09-10"},
		{"last accessed on 10 Sept. 2023", "2023-09-10"},
		{"visited Mar. 3, 2015", "2015-03-03"},
		{"accessed June 1, 2020", "2020-06-01"},
		{"last checked June 1, 2020", "2020-06-01"},
		{"last\nvisited June 1, 2020", "2020-06-01"},
		{"as visited June 21, 2013", "2013-06-21"},
		{"as last visited May 19, 2017", "2017-05-19"},
		{"all Internet materials as last visited May 19, 2017", "2017-05-19"},
		{"last updated June 1, 2020", ""},
		{"last modified June 1, 2020", ""},
		{"last visited", ""},
		{"last visited recently", ""},
		{"visitedMar. 3, 2015", ""},
	} {
		d, next, ok := scanVisited(c.in, 0)
		assert.Equal(t, c.want != "", ok, c.in)
		assert.Equal(t, c.want, d.String(), c.in)
		if ok {
			assert.Equal(t, d.Span.End, next, c.in)
		}
	}
	_, _, ok := scanVisited("revisited Mar. 3, 2015", 2)
	assert.False(t, ok, "inside a word")
}

func TestDatesDoNotAllocate(t *testing.T) {
	texts := []string{"October 1st, 2012", "Sept. 30-Oct. 2, 2020", "30 Sept.–2 Oct. 2020", "2022-09-03", "Septem-\nber 2022", "Winter 2019-2020", "no date at all"}
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for _, s := range texts {
			scanDate(s, 0)
			scanDateBack(s, 0, len(s))
			scanVisited(s, 0)
			date.ScanTime(s, 0)
		}
	}))
}

func BenchmarkScanDate(b *testing.B) {
	for b.Loop() {
		scanDate("Sept. 30-Oct. 2, 2020", 0)
	}
}

func FuzzDate(f *testing.F) {
	for _, c := range dateCases {
		f.Add(c.in)
	}
	f.Add("last visited Sep. 10, 2023, 10:25 AM ET")
	f.Fuzz(func(t *testing.T, s string) {
		for i := range min(len(s), 64) {
			checkDatesAt(t, s, i)
		}
		checkDatesAt(t, s, len(s))
		_, _ = ParseDate(s)
	})
}

// checkDatesAt checks all that may be read at s[i:].
func checkDatesAt(t *testing.T, s string, i int) {
	t.Helper()
	d, next, ok := scanDate(s, i)
	require.Equal(t, ok, !d.IsZero())
	require.GreaterOrEqual(t, next, i)
	if ok {
		checkDate(t, s, d, Span{i, next})
		_, start, ok := scanDateBack(s, 0, next)
		require.True(t, ok)
		require.LessOrEqual(t, start, i)
	}
	if d, start, ok := scanDateBack(s, 0, i); ok {
		checkDate(t, s, d, Span{start, i})
	}
	if d, next, ok := scanVisited(s, i); ok {
		checkDate(t, s, d, Span{d.Span.Start, next})
	}
	next, ok = date.ScanTime(s, i)
	require.Equal(t, ok, next > i)
	require.LessOrEqual(t, next, len(s))
}

// checkDate checks a date that was read at a span of s.
func checkDate(t *testing.T, s string, d Date, at Span) {
	t.Helper()
	require.Equal(t, at, d.Span)
	require.True(t, 0 <= at.Start && at.Start < at.End && at.End <= len(s))
	require.True(t, d.start().valid())
	checkText(t, d)
	if d.Season == 0 {
		again, err := ParseDate(d.String())
		require.NoError(t, err, d.String())
		again.Span = d.Span
		require.Equal(t, d, again)
	}
}
