package citation

import (
	"errors"
	"fmt"
)

// A Date is a calendar date, a range of dates or a season, at the precision at
// which it was written. The zero Date stands for "no date".
type Date struct {
	Span   Span   // where it stands; zero for a date that was not read from a text
	Year   int    // four digits; 0 only in the zero Date
	Month  int    // 1 to 12; 0 when not written
	Day    int    // 1 to 31; 0 when not written
	Season Season // 0 when not written
	// The end of a range: "Mar. 1-5, 2021", "Jan./Feb. 2008", "2012-13". Parts
	// that are not written are 0; EndYear is 0 in a date that is no range.
	EndYear, EndMonth, EndDay int
	EndSeason                 Season
}

// A Season is a season of the year, numbered as EDTF numbers them.
type Season int

// The seasons; Fall is Autumn.
const (
	Spring Season = 21 + iota
	Summer
	Autumn
	Winter
)

// The years between which four digits are read as a year.
const (
	firstYear = 1500
	lastYear  = 2100
)

// IsZero reports whether d is the zero Date: no date at all.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the date in ISO 8601, ranges and seasons in EDTF:
// "2022-09-03", "2022-09", "2021-03-01/2021-03-05", "2021-22" (Summer 2021).
// It is empty for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	from := isoDate(d.Year, d.Month, d.Day, d.Season)
	if d.EndYear == 0 {
		return from
	}
	return from + "/" + isoDate(d.EndYear, d.EndMonth, d.EndDay, d.EndSeason)
}

func isoDate(year, month, day int, season Season) string {
	switch {
	case season != 0:
		return fmt.Sprintf("%04d-%02d", year, int(season))
	case day != 0:
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	case month != 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d", year)
}

// ErrNotDate means that a text is no date.
var ErrNotDate = errors.New("not a date")

// ParseDate reads s as one date, blanks around it passed over. The error is a
// [*SyntaxError] with [ErrNotDate].
func ParseDate(s string) (Date, error) {
	i := skip(s, 0)
	d, next, ok := scanDate(s, i)
	if !ok {
		return Date{}, &SyntaxError{i, ErrNotDate}
	}
	if end := skip(s, next); end < len(s) {
		return Date{}, &SyntaxError{end, ErrNotDate}
	}
	return d, nil
}

// months are the Bluebook's names of the months. Table T12.
var months = [...]string{"", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}

// monthNames are the months in full; a month is written as any beginning of
// its name of three letters or more.
var monthNames = [...]string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

var seasonWords = [...]struct {
	word   string
	season Season
}{{"spring", Spring}, {"summer", Summer}, {"autumn", Autumn}, {"fall", Autumn}, {"winter", Winter}}

// written returns the date as Bluebook citations have it: "Sept. 3, 2022".
func (d Date) written() string {
	switch {
	case d.Season != 0 && d.EndYear > d.Year:
		return fmt.Sprintf("%s %d-%d", d.Season, d.Year, d.EndYear)
	case d.EndSeason != 0:
		return fmt.Sprintf("%s/%s %d", d.Season, d.EndSeason, d.Year)
	case d.Season != 0:
		return fmt.Sprintf("%s %d", d.Season, d.Year)
	case d.EndYear == 0:
		return written(d.Year, d.Month, d.Day)
	case d.Month == 0:
		return fmt.Sprintf("%d-%d", d.Year, d.EndYear)
	case d.Year != d.EndYear:
		return written(d.Year, d.Month, d.Day) + "-" + written(d.EndYear, d.EndMonth, d.EndDay)
	case d.Day == 0:
		return fmt.Sprintf("%s-%s %d", months[d.Month], months[d.EndMonth], d.Year)
	case d.Month != d.EndMonth:
		return fmt.Sprintf("%s %d-%s %d, %d", months[d.Month], d.Day, months[d.EndMonth], d.EndDay, d.Year)
	}
	return fmt.Sprintf("%s %d-%d, %d", months[d.Month], d.Day, d.EndDay, d.Year)
}

func written(year, month, day int) string {
	switch {
	case day != 0:
		return fmt.Sprintf("%s %d, %d", months[month], day, year)
	case month != 0:
		return fmt.Sprintf("%s %d", months[month], year)
	}
	return fmt.Sprint(year)
}

// String returns the season's name: "Spring".
func (s Season) String() string {
	switch s {
	case Spring:
		return "Spring"
	case Summer:
		return "Summer"
	case Autumn:
		return "Fall"
	case Winter:
		return "Winter"
	}
	return ""
}

// daysIn returns the number of days of a month; February of an unknown year
// has 29.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year != 0 && (year%4 != 0 || year%100 == 0 && year%400 != 0) {
			return 28
		}
		return 29
	}
	return 31
}

// valid reports whether the parts of d make dates that exist, in order.
func (d Date) valid() bool {
	if !plausible(d.Year) || d.Day > daysIn(d.Year, d.Month) || d.Day != 0 && d.Month == 0 {
		return false
	}
	if d.EndYear == 0 {
		return true
	}
	if !plausible(d.EndYear) || d.EndDay > daysIn(d.EndYear, d.EndMonth) {
		return false
	}
	from := d.Year*10000 + d.Month*100 + d.Day
	to := d.EndYear*10000 + d.EndMonth*100 + d.EndDay
	return from < to || d.Season != 0 && (d.EndYear > d.Year || d.EndSeason > d.Season || d.Season == Winter)
}

func plausible(year int) bool { return firstYear <= year && year <= lastYear }
