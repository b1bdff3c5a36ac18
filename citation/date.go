package citation

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Date is a calendar date, a month, a season or a year, or a range of these,
// at the precision that was written. Its zero value means that no date stands
// in the text. Two dates that say the same are equal but for their spans.
type Date struct {
	Span  Span // where it is in the parsed text, without a time after it
	Year  int  // 1500 to 2100; 0 only in the zero Date
	Month int  // 1 to 12; 0 when not written
	Day   int  // 1 to 31, and in the month; 0 when not written
	// Season is the season that is in place of a month; 0 when none is.
	Season Season
	// End is the end of a range at the same precision, with the month and the
	// year that the text writes only once filled in; the zero DatePoint when
	// the date is no range. "Winter 2019-2020" ends with the winter of 2020.
	End DatePoint
}

// A DatePoint is one end of a range of dates.
type DatePoint struct {
	Year, Month, Day int    // 0 when not written
	Season           Season // 0 when none is written
}

// A Season is a season of the year, numbered as ISO 8601-2 (EDTF) does.
type Season int

// The seasons.
const (
	Spring = Season(date.Spring)
	Summer = Season(date.Summer)
	Autumn = Season(date.Autumn) // Fall
	Winter = Season(date.Winter)
)

// monthAbbr returns a month's name as citations write it; empty when there is no
// such month.
func monthAbbr(month int) string {
	if month < 1 || month >= len(date.Months) {
		return ""
	}
	return date.Months[month].Abbrev
}

var seasonNames = [...]string{"Spring", "Summer", "Fall", "Winter"}

// String returns the season's name as American journals write it: "Fall". It
// is empty when s is no season.
func (s Season) String() string {
	if s < Spring || s > Winter {
		return ""
	}
	return seasonNames[s-Spring]
}

// IsZero reports whether d says nothing: every date that was read has a year.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the date as ISO 8601 and its extension EDTF write it:
// "2022-09-03", "2022-09", "2022", the range "2021-03-01/2021-03-05", the
// season "2021-21". It is empty for the zero Date. Of a Date that was put
// together by hand it leaves out what is no part of a valid date.
func (d Date) String() string {
	b := d.start().appendISO(nil)
	if len(b) > 0 && d.End.valid() && d.start().before(d.End) {
		b = d.End.appendISO(append(b, '/'))
	}
	return string(b)
}

// MarshalText returns what String returns; the error is always nil.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String returns and nothing else; unlike [ParseDate]
// it takes "2020-21" for the spring of 2020. The span is left zero. The error
// is a [*SyntaxError] with [ErrNotDate].
func (d *Date) UnmarshalText(text []byte) error {
	from, to, _ := strings.Cut(string(text), "/")
	p, e := parseISO(from), parseISO(to)
	got := Date{Year: p.Year, Month: p.Month, Day: p.Day, Season: p.Season, End: e}
	if got.String() != string(text) {
		return &SyntaxError{0, errNotEDTF}
	}
	*d = got
	return nil
}

// ErrNotDate means that a text is no date, or holds more than one.
var ErrNotDate = errors.New("not a date")

var (
	errAfterDate = fmt.Errorf("%w: text after it", ErrNotDate)
	errNotEDTF   = fmt.Errorf("%w as ISO 8601 writes it", ErrNotDate)
)

// ParseDate reads s, which is one date in any form that citations use, with or
// without blanks, brackets and punctuation around it. The error is a
// [*SyntaxError] with [ErrNotDate] when s is no valid date or holds more than that.
//
// A four-digit year, a hyphen and 01 to 12 is a month, as in ISO 8601:
// "2009-10" is October 2009. Any other number, or a dash or slash in the
// hyphen's place, makes a range of years: "2012-13", "2009–10", "2009/10".
// Numbers alone are month, day, year, unless the first is above 12.
func ParseDate(s string) (Date, error) {
	i := skipAround(s, 0, "([,;:")
	d, next, ok := scanDate(s, i)
	if !ok {
		return Date{}, &SyntaxError{i, ErrNotDate}
	}
	if end := skipAround(s, next, ")].,;:"); end < len(s) {
		return Date{}, &SyntaxError{end, errAfterDate}
	}
	return d, nil
}

// skipAround passes over noise and the bytes of punctuation.
func skipAround(s string, i int, punctuation string) int {
	for i = lex.Skip(s, i); i < len(s) && strings.IndexByte(punctuation, s[i]) >= 0; {
		i = lex.Skip(s, i+1)
	}
	return i
}

// written returns the date as Bluebook citations have it: "Sept. 3, 2022",
// "Mar. 1-5, 2021", "Winter 2019-2020".
func (d Date) written() string {
	from, to := d.start(), d.End
	switch {
	case to == DatePoint{}:
		return from.written()
	case to.Season == from.Season && to.Month == 0:
		return from.written() + "-" + strconv.Itoa(to.Year)
	case to.Year != from.Year:
		return from.written() + "-" + to.written()
	case to.Season != 0:
		return from.Season.String() + "/" + to.written()
	case to.Day == 0:
		return monthAbbr(from.Month) + "-" + to.written()
	case to.Month != from.Month:
		return monthAbbr(from.Month) + " " + strconv.Itoa(from.Day) + "-" + to.written()
	}
	return monthAbbr(from.Month) + " " + strconv.Itoa(from.Day) + "-" + strconv.Itoa(to.Day) + ", " + strconv.Itoa(to.Year)
}

// written returns the point as Bluebook citations have it.
func (p DatePoint) written() string {
	year := strconv.Itoa(p.Year)
	switch {
	case p.Season != 0:
		return p.Season.String() + " " + year
	case p.Day != 0:
		return monthAbbr(p.Month) + " " + strconv.Itoa(p.Day) + ", " + year
	case p.Month != 0:
		return monthAbbr(p.Month) + " " + year
	}
	return year
}

func (d Date) start() DatePoint { return DatePoint{d.Year, d.Month, d.Day, d.Season} }

// valid reports whether p is a date that exists.
func (p DatePoint) valid() bool { return p.point().Valid() }

// before reports whether p may precede q in a range.
func (p DatePoint) before(q DatePoint) bool { return p.point().Before(q.point()) }

func (p DatePoint) point() date.Point {
	return date.Point{Year: p.Year, Month: p.Month, Day: p.Day, Season: date.Season(p.Season)}
}

// newDate makes the public value of a date that was read.
func newDate(d date.Date) Date {
	return Date{
		Span: Span(d.Span), Year: d.Year, Month: d.Month, Day: d.Day, Season: Season(d.Season),
		End: DatePoint{Year: d.End.Year, Month: d.End.Month, Day: d.End.Day, Season: Season(d.End.Season)},
	}
}

// scanDate reads a date that begins exactly at s[i:].
func scanDate(s string, i int) (d Date, next int, ok bool) {
	found, next, ok := date.Scan(s, i)
	return newDate(found), next, ok
}

// scanDateBack reads the date that ends at s[:i] and begins at or after floor.
func scanDateBack(s string, floor, i int) (d Date, start int, ok bool) {
	found, start, ok := date.ScanBack(s, floor, i)
	return newDate(found), start, ok
}

// scanSlashDate reads a date in figures, "5/10/95".
func scanSlashDate(s string, i int, yearOf func(string, int) (year, next int, ok bool)) (d Date, next int, ok bool) {
	found, next, ok := date.ScanSlash(s, i, yearOf)
	return newDate(found), next, ok
}

// scanVisited reads "last visited" and the date after it.
func scanVisited(s string, i int) (d Date, next int, ok bool) {
	found, next, ok := date.ScanVisited(s, i)
	return newDate(found), next, ok
}

// appendISO appends p to b, as much of it as is valid.
func (p DatePoint) appendISO(b []byte) []byte {
	if p.Year < 1 || p.Year > 9999 {
		return b
	}
	b = appendDigits(b, p.Year, 4)
	switch month := (DatePoint{Year: p.Year, Month: p.Month}); {
	case p.Season != 0 && p.valid():
		b = appendDigits(append(b, '-'), int(p.Season), 2)
	case p.Month != 0 && month.valid():
		b = appendDigits(append(b, '-'), p.Month, 2)
		if p.Day != 0 && p.valid() {
			b = appendDigits(append(b, '-'), p.Day, 2)
		}
	}
	return b
}

// appendDigits appends the last width digits of n, zeros included.
func appendDigits(b []byte, n, width int) []byte {
	for ; width > 0; width-- {
		power := 1
		for range width - 1 {
			power *= 10
		}
		b = append(b, byte('0'+n/power%10))
	}
	return b
}

// parseISO reads one end of what String writes. What is not in that form
// comes out as a point that is written differently.
func parseISO(s string) (p DatePoint) {
	var width int
	p.Year, width = date.DigitsAt(s, 0)
	if width != 4 || len(s) < 7 {
		return p
	}
	month, _ := date.DigitsAt(s, 5)
	if month >= int(Spring) {
		p.Season = Season(month)
	} else {
		p.Month = month
	}
	if len(s) > 8 {
		p.Day, _ = date.DigitsAt(s, 8)
	}
	return p
}
