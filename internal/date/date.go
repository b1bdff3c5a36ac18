// Package date finds dates in text and reads them, in every form that citations
// use.
package date

// A Span is a half-open range of byte offsets into the text.
type Span struct{ Start, End int }

// A Date is a date, a month, a season or a year, or a range of these, at the
// precision that was written. Its zero value means that there is none.
type Date struct {
	Span             Span // where it is in the text, without a time after it
	Year, Month, Day int  // 0 when not written
	Season           Season
	End              Point // of a range; otherwise zero
}

// A Point is one end of a range of dates.
type Point struct {
	Year, Month, Day int // 0 when not written
	Season           Season
}

// A Season is a season of the year, numbered as ISO 8601-2 (EDTF) does.
type Season int

// The seasons.
const (
	Spring Season = iota + 21
	Summer
	Autumn // Fall
	Winter
)

// Months holds the names of the months in small letters, and as citations
// write them. Bluebook Table T12; Indigo Book T12.
var Months = [...]struct{ Name, Abbrev string }{
	1: {"january", "Jan."}, {"february", "Feb."}, {"march", "Mar."}, {"april", "Apr."}, {"may", "May"}, {"june", "June"},
	{"july", "July"}, {"august", "Aug."}, {"september", "Sept."}, {"october", "Oct."}, {"november", "Nov."}, {"december", "Dec."},
}

// Valid reports whether p is a date that exists.
func (p Point) Valid() bool {
	switch {
	case p.Year < 1 || p.Year > 9999 || p.Month < 0 || p.Month > 12 || p.Day < 0:
		return false
	case p.Season != 0:
		return p.Season >= Spring && p.Season <= Winter && p.Month == 0 && p.Day == 0
	case p.Month == 0:
		return p.Day == 0
	}
	return p.Day <= daysIn(p.Year, p.Month)
}

// Before reports whether p may precede q in a range. Seasons of one year
// have no order: "Winter/Spring 2020" and "Fall/Winter 2020" both occur.
func (p Point) Before(q Point) bool {
	switch {
	case p.Year != q.Year:
		return p.Year < q.Year
	case p.Season != 0 && q.Season != 0:
		return p.Season != q.Season
	case p.Month != q.Month:
		return p.Month < q.Month
	}
	return p.Day < q.Day
}

// monthDays holds the days of the months in a common year.
var monthDays = [...]int{1: 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(year, month int) int {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return monthDays[month]
}
