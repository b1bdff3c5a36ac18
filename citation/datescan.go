package citation

// How dates are read
//
// The forms, with the noise of real text between their tokens:
//
//	Sept. 3, 2022   September 3rd 2022   Sept. 2022   SEP. 3, 2022
//	Mar. 1-5, 2021  Sept. 30-Oct. 2, 2020  Dec. 30, 2019-Jan. 2, 2020
//	Jan./Feb. 2008  January-February 2008
//	3 September 2022   3-5 Sept. 2022
//	Fall 2019   Winter 2019-2020   Summer/Fall 2018
//	2022   2012-13   2012-2013
//	2022-09-03   2022-09   2022/09/03   9/3/2022
//
// "2009-10" could be a month or two years: two digits up to 12 are a month,
// more are a year. In "9/3/2022" the month stands first, as Americans write,
// unless the first number is no month. A day that does not exist makes no
// date, rather than a wrong one.

// dateScanner reads one date; its methods return false when the text there is
// something else, and then leave it in no particular state.
type dateScanner struct {
	s string
	i int
	d Date
}

// scanDate reads the date that begins at s[i:]; next is the offset behind it.
func scanDate(s string, i int) (d Date, next int, ok bool) {
	if i >= len(s) {
		return d, i, false
	}
	p := dateScanner{s: s, i: i}
	switch c := s[i]; {
	case class[c]&cUpper != 0:
		ok = p.monthFirst()
		if !ok {
			p = dateScanner{s: s, i: i}
			ok = p.seasonFirst()
		}
	case class[c]&cDigit != 0 && (i == 0 || class[s[i-1]]&cDigit == 0):
		ok = p.numberFirst()
	}
	if !ok || !p.d.valid() || !p.atEnd() {
		return Date{}, i, false
	}
	p.d.Span = Span{i, p.i}
	return p.d, p.i, true
}

// atEnd reports whether no letter or digit goes on behind the date.
func (p *dateScanner) atEnd() bool {
	return p.i >= len(p.s) || class[p.s[p.i]]&cAlnum == 0
}

// number reads up to four digits.
func (p *dateScanner) number() (n, digits int) {
	for p.i < len(p.s) && class[p.s[p.i]]&cDigit != 0 && digits < 5 {
		n = n*10 + int(p.s[p.i]-'0')
		p.i++
		digits++
	}
	return n, digits
}

// month reads a month's name with its period.
func (p *dateScanner) month() (month int, ok bool) {
	if p.i >= len(p.s) || class[p.s[p.i]]&cUpper == 0 {
		return 0, false
	}
	j := p.i
	for j < len(p.s) && class[p.s[j]]&asciiLet != 0 && j-p.i < 10 {
		j++
	}
	if j-p.i < 3 {
		return 0, false
	}
	for m, name := range monthNames {
		if j-p.i <= len(name) && hasFoldPrefix(p.s[p.i:], name[:j-p.i]) {
			if j < len(p.s) && p.s[j] == '.' {
				j++
			}
			p.i = j
			return m + 1, true
		}
	}
	return 0, false
}

// year reads a year of four digits, a comma before it passed over.
func (p *dateScanner) year() (year int, ok bool) {
	j := skip(p.s, p.i)
	if j < len(p.s) && p.s[j] == ',' {
		j = skip(p.s, j+1)
	}
	p.i = j
	year, digits := p.number()
	return year, digits == 4
}

// dash passes over a hyphen, a dash or, in lists, a slash, and noise around it.
func (p *dateScanner) dash() bool {
	j := skip(p.s, p.i)
	n := dashAt(p.s, j, len(p.s))
	if n == 0 && j < len(p.s) && p.s[j] == '/' {
		n = 1
	}
	if n == 0 {
		return false
	}
	p.i = skip(p.s, j+n)
	return true
}

// day reads a day of the month with its ordinal ending.
func (p *dateScanner) day() (day int, ok bool) {
	start := p.i
	day, digits := p.number()
	if digits == 0 || digits > 2 || day == 0 || day > 31 {
		p.i = start
		return 0, false
	}
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		if hasPrefixAt(p.s, p.i, ending) {
			p.i += len(ending)
			break
		}
	}
	return day, true
}

// monthFirst reads the forms that begin with a month.
func (p *dateScanner) monthFirst() (ok bool) {
	d := &p.d
	if d.Month, ok = p.month(); !ok {
		return false
	}
	before := p.i
	if p.dash() {
		if d.EndMonth, ok = p.month(); !ok {
			return false
		}
		if d.Year, ok = p.year(); ok {
			d.EndYear = d.Year
		}
		return ok
	}
	p.i = skip(p.s, before)
	if d.Day, ok = p.day(); !ok {
		d.Year, ok = p.year()
		return ok
	}
	before = p.i
	if p.dash() {
		d.EndMonth = d.Month
		if m, named := p.month(); named {
			d.EndMonth = m
			p.i = skip(p.s, p.i)
		}
		if d.EndDay, ok = p.day(); !ok {
			return false
		}
		if d.Year, ok = p.year(); ok {
			d.EndYear = d.Year
		}
		return ok
	}
	p.i = before
	if d.Year, ok = p.year(); !ok {
		return false
	}
	p.secondDate()
	return true
}

// secondDate reads "-Jan. 2, 2020" behind a full date, if it stands there.
func (p *dateScanner) secondDate() {
	q := *p
	if !q.dash() {
		return
	}
	month, ok := q.month()
	if !ok {
		return
	}
	q.i = skip(q.s, q.i)
	day, ok := q.day()
	if !ok {
		return
	}
	year, ok := q.year()
	if !ok {
		return
	}
	q.d.EndYear, q.d.EndMonth, q.d.EndDay = year, month, day
	*p = q
}

// season reads a season's name.
func (p *dateScanner) season() (season Season, ok bool) {
	for _, w := range seasonWords {
		if p.i < len(p.s) && hasFoldPrefix(p.s[p.i:], w.word) && (p.i+len(w.word) >= len(p.s) || class[p.s[p.i+len(w.word)]]&asciiLet == 0) {
			p.i += len(w.word)
			return w.season, true
		}
	}
	return 0, false
}

// seasonFirst reads the forms that begin with a season.
func (p *dateScanner) seasonFirst() (ok bool) {
	d := &p.d
	if d.Season, ok = p.season(); !ok {
		return false
	}
	before := p.i
	if p.dash() {
		if d.EndSeason, ok = p.season(); !ok {
			return false
		}
	} else {
		p.i = before
	}
	if d.Year, ok = p.year(); !ok {
		return false
	}
	if d.EndSeason != 0 {
		d.EndYear = d.Year
		return true
	}
	if year, next, ok := p.secondYear(); ok { // "Winter 2019-2020"
		d.EndYear, d.EndSeason, p.i = year, d.Season, next
	}
	return true
}

// secondYear reads "-2020" or "-20" behind a year.
func (p *dateScanner) secondYear() (year, next int, ok bool) {
	q := *p
	n := dashAt(q.s, q.i, len(q.s))
	if n == 0 {
		return 0, p.i, false
	}
	q.i += n
	year, digits := q.number()
	if digits == 2 {
		year += q.d.Year / 100 * 100
	}
	return year, q.i, (digits == 4 || digits == 2) && year > q.d.Year && plausible(year) && q.atEnd()
}

// numberFirst reads the forms that begin with a figure.
func (p *dateScanner) numberFirst() bool {
	first, digits := p.number()
	switch digits {
	case 4:
		p.d.Year = first
		return p.yearFirst()
	case 1, 2:
		if p.i < len(p.s) && p.s[p.i] == '/' {
			return p.slashed(first)
		}
		p.i -= digits
		return p.dayFirst()
	}
	return false
}

// yearFirst reads what follows a year: nothing, the rest of an ISO date, or a
// second year.
func (p *dateScanner) yearFirst() bool {
	d := &p.d
	if p.i+2 < len(p.s) && (p.s[p.i] == '-' || p.s[p.i] == '/') {
		q := *p
		sep := q.s[q.i]
		q.i++
		if month, digits := q.number(); digits == 2 && 1 <= month && month <= 12 {
			q.d.Month = month
			if q.i < len(q.s) && q.s[q.i] == sep {
				r := q
				r.i++
				if day, digits := r.number(); digits == 2 && 1 <= day && day <= daysIn(d.Year, month) && r.atEnd() {
					r.d.Day = day
					*p = r
					return true
				}
				return false
			}
			if q.atEnd() && sep == '-' {
				*p = q
				return true
			}
		}
	}
	if year, next, ok := p.secondYear(); ok {
		d.EndYear, p.i = year, next
	}
	return true
}

// slashed reads "9/3/2022" behind its first number.
func (p *dateScanner) slashed(first int) bool {
	p.i++
	second, digits := p.number()
	if digits == 0 || digits > 2 || p.i >= len(p.s) || p.s[p.i] != '/' {
		return false
	}
	p.i++
	year, digits := p.number()
	if first > 12 {
		first, second = second, first
	}
	p.d.Year, p.d.Month, p.d.Day = year, first, second
	return digits == 4 && 1 <= first && first <= 12 && second >= 1
}

// dayFirst reads "3 September 2022", "3-5 Sept. 2022".
func (p *dateScanner) dayFirst() (ok bool) {
	d := &p.d
	if d.Day, ok = p.day(); !ok {
		return false
	}
	before := p.i
	if p.dash() {
		if d.EndDay, ok = p.day(); !ok {
			return false
		}
	} else {
		p.i = before
	}
	j := skip(p.s, p.i)
	if j == p.i {
		return false
	}
	p.i = j
	if d.Month, ok = p.month(); !ok {
		return false
	}
	if d.Year, ok = p.year(); ok && d.EndDay != 0 {
		d.EndYear, d.EndMonth = d.Year, d.Month
	}
	return ok
}

// maxDate bounds the length of a date in text, in bytes.
const maxDate = 64

// scanDateBack reads the longest date that ends at s[:i] and begins at floor
// or behind it; start is the offset of its first byte.
func scanDateBack(s string, floor, i int) (d Date, start int, ok bool) {
	for k := max(floor, i-maxDate); k <= i-4; k++ {
		if class[s[k]]&(cUpper|cDigit) == 0 || k > 0 && class[s[k-1]]&cAlnum != 0 {
			continue
		}
		if d, next, ok := scanDate(s[:i], k); ok && next == i {
			return d, k, true
		}
	}
	return d, i, false
}

// scanTime passes over a time of day behind a date: ", 10:25 AM ET".
func scanTime(s string, i int) (next int, ok bool) {
	j := skip(s, i)
	if j < len(s) && s[j] == ',' {
		j = skip(s, j+1)
	}
	p := dateScanner{s: s, i: j}
	hour, digits := p.number()
	if digits == 0 || digits > 2 || hour > 24 || p.i >= len(s) || s[p.i] != ':' && s[p.i] != '.' {
		return i, false
	}
	p.i++
	minute, digits := p.number()
	if digits != 2 || minute > 59 {
		return i, false
	}
	for range 3 { // "AM", "p.m.", "EST", "(GMT)"
		k := skip(s, p.i)
		m := k
		for m < len(s) && m-k < 6 && (class[s[m]]&asciiLet != 0 || s[m] == '.') {
			m++
		}
		if m == k {
			break
		}
		p.i = m
	}
	return p.i, true
}

// visitWords are the words before the date of access, longest first. Bluebook
// Rule 18.2.1(c).
var visitWords = [...]string{"last visited", "last accessed", "last viewed", "last checked", "last retrieved", "last consulted", "visited", "accessed", "viewed", "retrieved", "consulted"}

// scanVisited reads "last visited Sept. 10, 2023" at s[i:].
func scanVisited(s string, i int) (d Date, next int, ok bool) {
	for _, words := range visitWords {
		k, matched := matchWords(s, i, len(s), words)
		if !matched {
			continue
		}
		k = skip(s, k)
		if k < len(s) && (s[k] == ':' || s[k] == ',') {
			k = skip(s, k+1)
		}
		if m, on := matchWords(s, k, len(s), "on"); on {
			k = skip(s, m)
		}
		if d, next, ok = scanDate(s, k); ok {
			if m, ok := scanTime(s, next); ok {
				next = m
			}
			return d, next, true
		}
		return d, i, false
	}
	return d, i, false
}
