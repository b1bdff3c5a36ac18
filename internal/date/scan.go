package date

import (
	"github.com/hereinafter/hereinafter/internal/lex"
)

// Reading dates
//
// A date is read from its first token: the name of a month, the name of a
// season, or a number.
//
//	date       = monthDate | dayDate | seasonDate | slashDate | yearDate .
//	monthDate  = month [day] [year] [to (month [day] | day) year] .
//	dayDate    = day [to day] month [year] [to day month year] .
//	seasonDate = season [year] [to season] [year] [to year] .
//	slashDate  = month "/" day "/" year | day "/" month "/" year .
//	yearDate   = year "-" month ["-" day] | year "/" month "/" day | year [to year] .
//	to         = "-" | "–" | "/" | "to" | ... .
//
// A year may have a comma or "of" before it. Between two tokens stands any
// noise; inside the numeric forms none does. A part that only one end of a
// range writes holds for both. A day that its
// month does not have makes the whole no date: "Feb. 30, 2021" is not read as
// February, and not as 2021. Bluebook Table T12; Indigo Book T12.

const (
	MaxLen    = 160 // bytes within which a date, noise included, must end
	FirstYear = 1500
	LastYear  = 2100
)

// seasonForms names the seasons.
var seasonForms = [...]struct {
	name   string
	season Season
}{{"spring", Spring}, {"summer", Summer}, {"fall", Autumn}, {"autumn", Autumn}, {"winter", Winter}}

// rangeWords are the words that part the two ends of a range, besides hyphen,
// dash and slash.
var rangeWords = [...]string{"to", "through"}

// Scan reads a date that begins exactly at s[i:]. A date that ends further
// than MaxLen bytes away is none.
func Scan(s string, i int) (d Date, next int, ok bool) {
	if i < 0 || i >= len(s) || !dateMayStart(s, i) {
		return Date{}, i, false
	}
	w := s[:min(len(s), i+MaxLen)]
	_, width := DigitsAt(w, i)
	switch width {
	case 0:
		if d, next, ok = scanMonthDate(w, i); !ok {
			d, next, ok = scanSeasonDate(w, i)
		}
	case 1, 2:
		if d, next, ok = ScanSlash(w, i, YearAt); !ok {
			d, next, ok = scanDayDate(w, i)
		}
	default:
		d, next, ok = scanYearDate(w, i)
	}
	if !ok || !lex.WordEndsAt(s, next) || numberGoesOn(s, next) {
		return Date{}, i, false
	}
	d.Span = Span{i, next}
	return d, next, true
}

// ScanBack reads the longest date that ends exactly at s[:i] and begins at
// floor or after it.
func ScanBack(s string, floor, i int) (d Date, start int, ok bool) {
	if i <= 0 || i > len(s) || lex.Class[s[i-1]]&lex.Digit == 0 || !lex.WordEndsAt(s, i) {
		return Date{}, i, false // every date ends in a digit
	}
	for k := max(floor, 0, i-MaxLen); k <= i-4; k++ {
		if lex.Class[s[k]]&lex.Alnum == 0 {
			continue
		}
		if d, next, ok := Scan(s[:i], k); ok && next == i {
			return d, k, true
		}
	}
	return Date{}, i, false
}

// dateMayStart reports whether the letter or digit at s[i] begins a token; a
// digit after "12-", "1/" or "3." does not.
func dateMayStart(s string, i int) bool {
	switch {
	case lex.Class[s[i]]&lex.Alnum == 0:
		return false
	case i == 0:
		return true
	case lex.Class[s[i]]&lex.Digit != 0 && i > 1 && (s[i-1] == '-' || s[i-1] == '/' || s[i-1] == '.'):
		return lex.Class[s[i-2]]&lex.Digit == 0
	}
	return lex.Class[s[i-1]]&lex.Alnum == 0
}

// numberGoesOn reports whether a digit follows the hyphen, dash or slash at
// s[i:], as in the number 2015/830.
func numberGoesOn(s string, i int) bool {
	k := i + signLen(s, i)
	return k > i && k < len(s) && lex.Class[s[k]]&lex.Digit != 0
}

// scanMonthDate reads a date that begins with a month's name.
func scanMonthDate(s string, i int) (d Date, next int, ok bool) {
	from, next, ok := monthDayYear(s, i)
	if !ok {
		return d, i, false
	}
	k, ok := rangeSignAt(s, next)
	if !ok {
		return single(from, next)
	}
	to, k2, ok := monthDayYear(s, k)
	if !ok && from.Day != 0 && from.Year == 0 {
		to.Month = from.Month
		if to.Day, k2, ok = dayAt(s, k); ok {
			to.Year, k2, _ = yearAfter(s, k2)
		}
	}
	if !ok {
		return single(from, next)
	}
	return ranged(from, to, next, k2)
}

// scanDayDate reads a date that begins with a day.
func scanDayDate(s string, i int) (d Date, next int, ok bool) {
	from, next, ok := dayMonthYear(s, i)
	if !ok {
		day, k, ok := dayAt(s, i)
		if !ok {
			return d, i, false
		}
		k, ok = rangeSignAt(s, k)
		if !ok {
			return d, i, false
		}
		to, k, ok := dayMonthYear(s, k)
		if !ok {
			return d, i, false
		}
		return ranged(Point{Month: to.Month, Day: day}, to, i, k)
	}
	if k, ok := rangeSignAt(s, next); ok {
		if to, k, ok := dayMonthYear(s, k); ok {
			return ranged(from, to, next, k)
		}
	}
	return single(from, next)
}

// scanSeasonDate reads a date that begins with a season.
func scanSeasonDate(s string, i int) (d Date, next int, ok bool) {
	from, next, ok := seasonYear(s, i)
	if !ok {
		return d, i, false
	}
	var to Point
	if k, ok := rangeSignAt(s, next); ok {
		if p, k, ok := seasonYear(s, k); ok && p.Year != 0 {
			to, next = p, k
			if from.Year == 0 {
				from.Year = p.Year
			}
		}
	}
	if from.Year == 0 || to.Year != 0 && !from.Before(to) {
		return d, i, false
	}
	if to.Year == 0 || to.Year == from.Year {
		if year, k, ok := secondYear(s, next, from.Year); ok {
			to.Year, next = year, k
			if to.Season == 0 {
				to.Season = from.Season
			}
		}
	}
	return Date{Year: from.Year, Season: from.Season, End: to}, next, true
}

// ScanSlash reads "9/3/2022": month, day and year, or day, month and year
// when the first number is no month. yearOf reads the year.
func ScanSlash(s string, i int, yearOf func(string, int) (year, next int, ok bool)) (d Date, next int, ok bool) {
	month, w1 := DigitsAt(s, i)
	j := i + w1
	if w1 == 0 || w1 > 2 || j >= len(s) || s[j] != '/' {
		return d, i, false
	}
	day, w2 := DigitsAt(s, j+1)
	j += 1 + w2
	if w2 == 0 || w2 > 2 || j >= len(s) || s[j] != '/' {
		return d, i, false
	}
	year, next, ok := yearOf(s, j+1)
	if !ok {
		return d, i, false
	}
	if month > 12 {
		month, day = day, month
	}
	if month == 0 || day == 0 {
		return d, i, false
	}
	return single(Point{Year: year, Month: month, Day: day}, next)
}

// ShortYear reads the last two figures of a year, "95": that of 1950 to 2049.
func ShortYear(s string, i int) (year, next int, ok bool) {
	n, w := DigitsAt(s, i)
	if w != 2 {
		return 0, i, false
	}
	if year = 2000 + n; n >= 50 {
		year = 1900 + n
	}
	return year, i + w, true
}

// scanYearDate reads a date that begins with a year: a date of ISO 8601, a
// range of years, or the year alone.
func scanYearDate(s string, i int) (d Date, next int, ok bool) {
	if from, j, ok := isoAt(s, i, '-'); ok {
		if j < len(s) && s[j] == '/' {
			if to, k, ok := isoAt(s, j+1, '-'); ok && (to.Day != 0) == (from.Day != 0) {
				return ranged(from, to, j, k)
			}
		}
		return single(from, j)
	}
	if from, j, ok := isoAt(s, i, '/'); ok {
		return single(from, j)
	}
	year, next, ok := YearAt(s, i)
	if !ok {
		return d, i, false
	}
	if to, k, ok := secondYear(s, next, year); ok {
		return Date{Year: year, End: Point{Year: to}}, k, true
	}
	return Date{Year: year}, next, true
}

// isoAt reads year, month and day separated by sep; with a hyphen the day may be
// missing, and month and day have two digits.
func isoAt(s string, i int, sep byte) (p Point, next int, ok bool) {
	year, w := DigitsAt(s, i)
	j := i + w
	if w != 4 || year < FirstYear || year > LastYear || j >= len(s) || s[j] != sep {
		return p, i, false
	}
	month, w := DigitsAt(s, j+1)
	j += 1 + w
	if w != 2 && (w != 1 || sep == '-') || month < 1 || month > 12 {
		return p, i, false
	}
	p = Point{Year: year, Month: month}
	if j+1 < len(s) && s[j] == sep && lex.Class[s[j+1]]&lex.Digit != 0 {
		p.Day, w = DigitsAt(s, j+1)
		j += 1 + w
		if w != 2 && (w != 1 || sep == '-') || p.Day == 0 {
			return p, i, false
		}
	} else if sep != '-' {
		return p, i, false
	}
	return p, j, p.Valid() && lex.WordEndsAt(s, j)
}

// secondYear reads what makes a range of a year: a sign and a later year, in
// four digits or in the two that complete the century.
func secondYear(s string, i, first int) (year, next int, ok bool) {
	if k, ok := rangeSignAt(s, i); ok {
		if year, next, ok = YearAt(s, k); ok {
			return year, next, year > first
		}
	}
	k := i + signLen(s, i)
	n, w := DigitsAt(s, k)
	if year = first - first%100 + n; k == i || w != 2 || year <= first || year > LastYear || !lex.WordEndsAt(s, k+w) {
		return 0, i, false
	}
	return year, k + w, true
}

// single makes a date of one point, which needs a year.
func single(p Point, next int) (Date, int, bool) {
	return Date{Year: p.Year, Month: p.Month, Day: p.Day, Season: p.Season}, next, p.Year != 0 && p.Valid()
}

// ranged makes a date of two points that end at mid and next. Where they make
// no range, the first stands alone if it has a year of its own.
func ranged(from, to Point, mid, next int) (Date, int, bool) {
	whole := from
	if whole.Year == 0 {
		whole.Year = to.Year
	}
	d, next, ok := single(whole, next)
	if d.End = to; ok && to.Valid() && whole.Before(to) && (to.Day != 0) == (from.Day != 0) {
		return d, next, true
	}
	return single(from, mid)
}
