package date

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// The tokens of dates, and what is around a date: a time of day, and the
// words that say when a page was visited.

// monthDayYear reads month, day and year; day and year may be missing.
func monthDayYear(s string, i int) (p Point, next int, ok bool) {
	if p.Month, next, ok = monthAt(s, i); !ok {
		return p, i, false
	}
	if day, k, ok := dayAt(s, lex.Skip(s, next)); ok {
		p.Day, next = day, k
	}
	p.Year, next, _ = yearAfter(s, next)
	return p, next, true
}

// dayMonthYear reads day, month and year; the year may be missing.
func dayMonthYear(s string, i int) (p Point, next int, ok bool) {
	if p.Day, next, ok = dayAt(s, i); !ok {
		return p, i, false
	}
	j := lex.Skip(s, next)
	if k, ok := words.Match(s, j, len(s), "day"); ok {
		j = lex.Skip(s, k)
	}
	if k, ok := words.Match(s, j, len(s), "of"); ok {
		j = lex.Skip(s, k)
	}
	if p.Month, next, ok = monthAt(s, j); !ok {
		return p, i, false
	}
	p.Year, next, _ = yearAfter(s, next)
	return p, next, true
}

// seasonYear reads season and year; the year may be missing.
func seasonYear(s string, i int) (p Point, next int, ok bool) {
	w, n, next := dateWordAt(s, i)
	for _, f := range seasonForms {
		if f.name == string(w[:n]) {
			p.Season = f.season
			p.Year, next, _ = yearAfter(s, next)
			return p, next, true
		}
	}
	return p, i, false
}

// monthAt reads the name of a month or any beginning of it of three letters
// or more. "may" and "march" are Months only with a capital.
func monthAt(s string, i int) (month, next int, ok bool) {
	w, n, next := dateWordAt(s, i)
	if n < 3 {
		return 0, i, false
	}
	for m := 1; m < len(Months); m++ {
		name := Months[m].Name
		if n > len(name) || name[:n] != string(w[:n]) {
			continue
		}
		full := n == len(name)
		if full && (m == 3 || m == 5) && lex.Class[s[i]]&lex.Lower != 0 {
			return 0, i, false
		}
		if next < len(s) && s[next] == '.' {
			// After a full name the period is a slip if a day follows, and
			// else the end of a sentence.
			if _, _, ok := dayAt(s, lex.Skip(s, next+1)); ok || !full {
				next++
			}
		}
		return m, next, true
	}
	return 0, i, false
}

// dateWord is room for the longest word of a date, and one letter more.
type dateWord [len("september") + 1]byte

// dateWordAt reads a run of letters into w in lower case. A soft hyphen inside
// it, and a hyphen at a line's end before a small letter, are passed over.
func dateWordAt(s string, i int) (w dateWord, n, next int) {
	for i < len(s) && n < len(w) {
		switch c := s[i]; {
		case lex.Class[c]&lex.ASCII != 0:
			w[n] = c | 0x20
			n++
			i++
		case lex.HasPrefixAt(s, i, "\u00AD"):
			i += len("\u00AD")
		case lex.HasPrefixAt(s, i, "-\n") && i+2 < len(s) && lex.Class[s[i+2]]&lex.Lower != 0:
			i += 2
		default:
			return w, n, i
		}
	}
	return w, n, i
}

// dayAt reads a day of the month, as a cardinal or an ordinal number.
func dayAt(s string, i int) (day, next int, ok bool) {
	day, w := DigitsAt(s, i)
	if w == 0 || w > 2 || day < 1 || day > 31 {
		return 0, i, false
	}
	next = i + w
	if next+2 <= len(s) && lex.Class[s[next]]&lex.ASCII != 0 {
		switch string([]byte{s[next] | 0x20, s[next+1] | 0x20}) {
		case "st", "nd", "rd", "th":
			next += 2
		}
	}
	return day, next, lex.WordEndsAt(s, next)
}

// YearAt reads a year in four digits.
func YearAt(s string, i int) (year, next int, ok bool) {
	year, w := DigitsAt(s, i)
	if w != 4 || year < FirstYear || year > LastYear || !lex.WordEndsAt(s, i+w) {
		return 0, i, false
	}
	return year, i + w, true
}

// yearAfter reads a year after noise and a comma or "of"; next is i when
// there is none.
func yearAfter(s string, i int) (year, next int, ok bool) {
	j := lex.Skip(s, i)
	if j < len(s) && s[j] == ',' {
		j = lex.Skip(s, j+1)
	} else if k, ok := words.Match(s, j, len(s), "of"); ok {
		j = lex.Skip(s, k)
	}
	if year, next, ok = YearAt(s, j); !ok {
		return 0, i, false
	}
	return year, next, true
}

// DigitsAt reads a number of at most five digits; width is 0 when there is
// none and 5 when it is at least that long.
func DigitsAt(s string, i int) (n, width int) {
	for i+width < len(s) && width < 5 && lex.Class[s[i+width]]&lex.Digit != 0 {
		n = n*10 + int(s[i+width]-'0')
		width++
	}
	return n, width
}

// signLen returns the length of the hyphen, dash or slash at s[i:], 0 when
// there is none.
func signLen(s string, i int) int {
	if i < len(s) && s[i] == '/' {
		return 1
	}
	return lex.DashAt(s, i, len(s))
}

// rangeSignAt passes over what parts the ends of a range, noise included.
func rangeSignAt(s string, i int) (next int, ok bool) {
	j := lex.Skip(s, i)
	n := signLen(s, j)
	if n > 0 {
		j += n
		if lex.HasPrefixAt(s, j, "-") {
			j++ // "--" for a dash
		}
		return lex.Skip(s, j), true
	}
	for _, word := range rangeWords {
		if k, ok := words.Match(s, j, len(s), word); ok && j > i {
			return lex.Skip(s, k), true
		}
	}
	return i, false
}

// zones are the abbreviations of time zones that follow a time.
var zones = [...]string{
	"et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt",
	"akst", "akdt", "hst", "gmt", "utc", "bst", "cet", "cest", "eet", "ist", "jst",
	"eastern", "central", "mountain", "pacific",
}

// ScanTime passes over the time of day after a date that ends at s[:i]:
// ", 10:25 AM ET", " at 3 p.m.". Bluebook Rule 18.2.2(c).
func ScanTime(s string, i int) (next int, ok bool) {
	if i < 0 || i > len(s) {
		return i, false
	}
	w := s[:min(len(s), i+MaxLen)]
	j := lex.Skip(w, i)
	if j < len(w) && w[j] == ',' {
		j = lex.Skip(w, j+1)
	}
	if k, ok := words.Match(w, j, len(w), "at"); ok {
		j = lex.Skip(w, k)
	}
	hour, n := DigitsAt(w, j)
	if n == 0 || n > 2 || hour > 24 {
		return i, false
	}
	whole := false // minutes after a colon, or AM, PM
	for parts := 0; parts < 2 && j+n < len(w) && (w[j+n] == ':' || w[j+n] == '.'); parts++ {
		minute, width := DigitsAt(w, j+n+1)
		if width != 2 || minute > 59 {
			break
		}
		whole = w[j+n] == ':'
		j, n = j+n+1, width
	}
	j += n
	if k, ok := scanHalf(w, lex.Skip(w, j)); ok {
		j, whole = k, true
	}
	if !whole || !lex.WordEndsAt(w, j) {
		return i, false
	}
	return scanZone(w, j), true
}

// scanHalf passes over "AM", "p.m." and the like.
func scanHalf(s string, i int) (next int, ok bool) {
	if i >= len(s) || s[i]|0x20 != 'a' && s[i]|0x20 != 'p' {
		return i, false
	}
	i++
	if dotted := i < len(s) && s[i] == '.'; dotted {
		i = lex.Skip(s, i+1)
	}
	if i >= len(s) || s[i]|0x20 != 'm' {
		return i, false
	}
	i++
	if i < len(s) && s[i] == '.' {
		i++
	}
	return i, lex.WordEndsAt(s, i)
}

// scanZone passes over a time zone after a time; it returns i when none is there.
func scanZone(s string, i int) int {
	j := lex.Skip(s, i)
	for _, zone := range zones {
		if k, ok := words.Match(s, j, len(s), zone); ok && j > i && lex.Class[s[j]]&lex.Upper != 0 {
			if m, ok := words.Match(s, lex.Skip(s, k), len(s), "time"); ok {
				return m
			}
			return k
		}
	}
	return i
}

// visitedWords say that a date is that of a visit to a web page, not of its
// publication. Bluebook Rule 18.2.2(d); Indigo Book R33.
var visitedWords = [...]string{
	"last visited", "last accessed", "last viewed", "last checked", "last retrieved", "last consulted",
	"visited", "accessed", "viewed", "retrieved", "as visited", "as last visited", "as last accessed",
	"all as last visited", "all as visited", "all last visited", "all internet materials as last visited",
	"all internet materials as visited", "site last visited", "page last visited", "date accessed", "date visited",
}

// ScanVisited reads "last visited Sep. 10, 2023" at s[i:]. The date's span is
// that of the date alone.
func ScanVisited(s string, i int) (d Date, next int, ok bool) {
	if i < 0 || i >= len(s) || lex.Class[s[i]]&lex.ASCII == 0 || i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 {
		return d, i, false
	}
	w := s[:min(len(s), i+MaxLen)]
	for _, phrase := range visitedWords {
		j, ok := words.Match(w, i, len(w), phrase)
		if !ok {
			continue
		}
		j = lex.Skip(w, j)
		if k, ok := words.Match(w, j, len(w), "on"); ok {
			j = k
		} else if j < len(w) && (w[j] == ':' || w[j] == ',') {
			j++
		}
		if d, k, ok := Scan(s, lex.Skip(w, j)); ok {
			return d, k, true
		}
	}
	return d, i, false
}
