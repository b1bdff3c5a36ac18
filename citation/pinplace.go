package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// The numbers of places: "3", "3(b)", "*4", "IV", "16.2(a)(1)(ii)", and ranges of
// them.

// scanPlace reads one place: "3", "3(b)", "*4", "A20", "IV", "16.2(a)(1)(ii)", "3-12".
// named allows what would be too weak without a word or sign before it.
func scanPlace(s string, i, end int, named bool) (text string, next int) {
	j := i
	for j < end && s[j] == '_' { // a page not yet known
		j++
	}
	for n := lex.DashAt(s, j, end); n > 0 && s[i] != '_'; n = lex.DashAt(s, j, end) { // "––––"
		j += n
	}
	if j > i+3 || j > i+1 && s[i] == '_' {
		return s[i:j], j
	}
	j = i
	for j < end && s[j] == '*' {
		j++
	}
	digits, letters := 0, 0
	for j < end {
		c := s[j]
		switch {
		case lex.Class[c]&lex.Digit != 0:
			digits++
		case lex.Class[c]&lex.ASCII != 0:
			letters++
		case letters > 0 && digits == 0 && pageLetters(s, i, j, end) > 0: // "A-12", "JA–65"
			j += pageLetters(s, i, j, end)
			continue
		case named && j > i && lex.Class[s[j-1]]&lex.Digit != 0 && dashedNumber(s, j, end) > 0: // "28B–119–010"
			j = dashedNumber(s, j, end)
			continue
		case named && c == ' ' && letters > 0 && j+2 < end && s[j+1] == '.' && lex.Class[s[j-1]]&lex.Upper != 0 && lex.DigitsEnd(s[:end], j+2) == j+6: // "02B .0211"
			j++
		case named && c == ' ' && digits > 0 && letters == 0 && j+3 < end && lex.Class[s[j+1]]&lex.Upper != 0 && s[j+2] == '(' && lex.Class[s[j+3]]&lex.Digit != 0: // Oregon: "ORCP 21 A(8)"
			j++
		case named && c == '-' && digits > 0 && j+2 < end && s[j+1] == '.' && lex.Class[s[j+2]]&lex.Digit != 0: // "391-3-6-.03"
			j++
		case (c == ':' || (c == '.' || c == '-' || c == '/') && named) && j > i && j+1 < end && lex.Class[s[j+1]]&(lex.Digit|lex.ASCII) != 0 && (named || digits > 0) && lex.Class[s[j-1]]&(lex.Digit|lex.ASCII) != 0:
		default:
			goto done
		}
		j++
	}
done:
	text = s[i:j]
	switch {
	case j == i:
		return "", i
	case digits > 0 && letters > 0 && !named && letters > 3:
		return "", i
	case digits == 0 && !ordinals(text, named):
		return "", i
	case text == "I" && !named && wordFollows(s, j, end):
		return "", i // "at 508, I would hold"
	}
	if named {
		j = spacedFigure(s, j, end)
	}
	j = lex.Subdivisions(s, j, end)
	if named && strings.IndexByte(text, '.') > 0 {
		j = afterCodeSection(s, j, end)
	}
	return strings.ReplaceAll(lex.Clean(s[i:j]), " )", ")"), j
}

// afterCodeSection passes over the number that the Treasury's regulations have
// after the section of the Code that they explain, "1.501(c)(3)-1(d)(2)": it is no
// end of a range, which would have the part too. Without one it returns j.
func afterCodeSection(s string, j, end int) int {
	k := lex.DigitsEnd(s[:end], min(j+1, end))
	if j >= end || s[j] != '-' || s[j-1] != ')' || k == j+1 || k < end && s[k] == '.' {
		return j
	}
	return lex.Subdivisions(s, k, end)
}

// wordFollows reports whether a blank and a small letter are at s[i:].
func wordFollows(s string, i, end int) bool {
	j := lex.Skip(s, i)
	return j > i && j < end && lex.Class[s[j]]&lex.Lower != 0
}

// pageLetters returns the length of the dash at s[j:] between the capitals and
// the figures of a page's number; 0 when s[i:j] are none or no number follows.
func pageLetters(s string, i, j, end int) int {
	n := lex.DashAt(s, j, end)
	if n == 0 || j-i > maxLetters || j+n >= end || lex.Class[s[j+n]]&lex.Digit == 0 {
		return 0
	}
	for k := i; k < j; k++ {
		if lex.Class[s[k]]&lex.Upper == 0 {
			return 0
		}
	}
	return n
}

// dashedNumber returns the end of a number in groups that long dashes join,
// "42–35–15", of which the first group ends at s[:i]; 0 when there are fewer
// than three groups, since two are a range.
func dashedNumber(s string, i, end int) int {
	groups := 0
	for n := lex.DashAt(s, i, end); n == 3; n = lex.DashAt(s, i, end) {
		j := i + n
		for j < end && (lex.Class[s[j]]&lex.Alnum != 0 || s[j] == '.' && j+1 < end && lex.Class[s[j+1]]&lex.Alnum != 0) {
			j++
		}
		if j == i+n {
			break
		}
		i = j
		groups++
	}
	if groups < 2 {
		return 0
	}
	return i
}

// spacedFigure passes over a figure in brackets that a blank parts from its
// section, as New York writes it, "§ 1192 (3)". It is not the number of a point in
// a sentence, "under § 1983 (1) that", when the place ends there or goes on.
func spacedFigure(s string, i, end int) int {
	if i+1 >= end || lex.Class[s[i]]&lex.Space == 0 || s[i+1] != '(' {
		return i
	}
	k := lex.DigitsEnd(s[:end], i+2)
	if k == i+2 || k > i+4 || k >= end || s[k] != ')' {
		return i
	}
	k++
	if k == end || strings.IndexByte(".;)]", s[k]) >= 0 {
		return k
	}
	j := lex.Skip(s[:end], k)
	if j+2 < end && s[j] == '(' && s[j+2] == ')' && lex.Class[s[j+1]]&lex.Lower != 0 {
		return k
	}
	if j < end && s[j] == '(' {
		if _, year, ok := date.YearAt(s[:end], j+1); ok && year < end && s[year] == ')' { // "§ 18-610 (6) (1987)"
			return k
		}
	}
	return i
}

// ordinals reports whether a place without digits counts by Roman numerals
// or, after a word, by letters: "IV", "II.B", "A".
func ordinals(s string, named bool) bool {
	if !named {
		return lex.IsRoman(s)
	}
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == '.' || c == '-' || c == ':' }) {
		last := len(part) - 1
		if !lex.IsRoman(part) && last > 0 && (lex.Class[part[last]]&lex.Upper == 0 || !lex.IsRoman(part[:last])) { // "IIB"
			return false
		}
	}
	return true
}

// scanRange reads the second half of a range: a hyphen or dash and a place.
func scanRange(s string, i, end int, named bool) (to string, next int) {
	j := lex.Skip(s, i)
	n := lex.DashAt(s, j, end)
	if n == 0 {
		k, ok := words.Match(s, j, end, "through")
		if !ok && named {
			k, ok = words.Match(s, j, end, "to") // "§§ 51-30-20 to -26"
		}
		if !ok || j == i {
			return "", i
		}
		if j = lex.Skip(s, k); j >= end || lex.DashAt(s, j, end) == 0 && lex.Class[s[j]]&lex.Digit == 0 {
			return "", i
		}
	}
	for m := lex.DashAt(s, j, end); m > 0; m = lex.DashAt(s, j, end) {
		j += m
	}
	j = lex.Skip(s, j)
	if lex.HasPrefixAt(s, j, "§") {
		j = lex.Skip(s, j+len("§"))
	}
	if k := lex.DigitsEnd(s[:end], min(j+1, end)); named && j < end && s[j] == '.' && k > j+1 { // "§§ 609.185–.20"
		return s[j:k], k
	}
	to, next = scanPlace(s, j, end, named)
	if next == j && named { // "§ 22577(a)-(b)"
		next = lex.Subdivisions(s, j, end)
		to = s[j:next]
	}
	if next == j {
		return "", i
	}
	return to, next
}
