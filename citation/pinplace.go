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
// named allows what would be too weak without a word or sign before it. What has
// maxShort bytes is none.
func scanPlace(s string, i, end int, named bool) (text string, next int) {
	if j := blankPlaceEnd(s, i, end); j > i {
		return s[i:j], j
	}
	p := placeScan{s: s[:min(end, i+maxShort)], start: i, at: i, named: named}
	for lex.At(p.s, p.at) == '*' {
		p.at++
	}
	p.run()
	j := p.at
	text = s[i:j]
	if j-i >= maxShort || !p.isPlace(text) {
		return "", i
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

// blankPlaceEnd passes over the sign that replaces a page not yet known, "__" or
// "––––"; without it it returns i.
func blankPlaceEnd(s string, i, end int) int {
	j := i
	for j < end && s[j] == '_' {
		j++
	}
	if j > i {
		if j == i+1 {
			return i
		}
		return j
	}
	for n := lex.DashAt(s, j, end); n > 0; n = lex.DashAt(s, j, end) {
		j += n
	}
	if j <= i+len("–") { // one dash
		return i
	}
	return j
}

// A placeScan is the state of reading the letters, the figures and what joins them.
type placeScan struct {
	s               string // up to the end of what may be read
	start, at       int
	named           bool
	digits, letters int
}

// run passes over all of the place but its bracketed subdivisions.
func (p *placeScan) run() {
	for p.at < len(p.s) {
		switch c := p.s[p.at]; {
		case lex.Class[c]&lex.Digit != 0:
			p.digits++
			p.at++
		case lex.Class[c]&lex.ASCII != 0:
			p.letters++
			p.at++
		default:
			next := p.joined()
			if next == p.at {
				return
			}
			p.at = next
		}
	}
}

// joined passes over what joins two parts of a place; without it it returns the
// offset where it began.
func (p *placeScan) joined() int {
	s, j := p.s, p.at
	if p.letters > 0 && p.digits == 0 {
		if n := pageLetters(s, p.start, j, len(s)); n > 0 { // "A-12", "JA–65"
			return j + n
		}
	}
	if p.named {
		if j > p.start && lex.Class[s[j-1]]&lex.Digit != 0 {
			if next := dashedNumber(s, j, len(s)); next > 0 { // "28B–119–010"
				return next
			}
		}
		if p.spacedPart() || p.dottedPart() { // the mark and what follows it
			return j + 2
		}
	}
	if p.joinsFigures() {
		return j + 1
	}
	if p.named && j > p.start && lex.Class[s[j-1]]&lex.Digit != 0 {
		return lex.FractionEnd(s, j)
	}
	return j
}

// spacedPart reports whether a blank at the offset is inside a section:
// "02B .0211", or Oregon's "ORCP 21 A(8)".
func (p *placeScan) spacedPart() bool {
	s, j := p.s, p.at
	if s[j] != ' ' {
		return false
	}
	if p.letters > 0 {
		return lex.At(s, j+1) == '.' && lex.Class[s[j-1]]&lex.Upper != 0 && lex.DigitsEnd(s, j+2) == j+len(" .0211")
	}
	return p.digits > 0 && lex.IsAt(s, j+1, lex.Upper) && lex.At(s, j+2) == '(' && lex.IsAt(s, j+3, lex.Digit)
}

// dottedPart reports whether a hyphen at the offset has a period and a figure after
// it: "391-3-6-.03".
func (p *placeScan) dottedPart() bool {
	return p.s[p.at] == '-' && p.digits > 0 && lex.At(p.s, p.at+1) == '.' && lex.IsAt(p.s, p.at+2, lex.Digit)
}

// joinsFigures reports whether the mark at the offset is between two letters or
// figures of a place: "12:34", and in a named one "16.2", "3-12", "94/95".
func (p *placeScan) joinsFigures() bool {
	s, j := p.s, p.at
	switch s[j] {
	case ':':
		if !p.named && p.digits == 0 {
			return false
		}
	case '.', '-', '/':
		if !p.named {
			return false
		}
	default:
		return false
	}
	return j > p.start && lex.Class[s[j-1]]&lex.Alnum != 0 && lex.IsAt(s, j+1, lex.Alnum)
}

// isPlace reports whether what was passed over is a place and no word.
func (p *placeScan) isPlace(text string) bool {
	switch {
	case text == "":
		return false
	case p.digits == 0 && !ordinals(text, p.named):
		return false
	case p.named:
		return true
	case p.digits > 0 && p.letters > 3:
		return false
	}
	return text != "I" || !wordFollows(p.s, p.at, len(p.s)) // "at 508, I would hold"
}

// afterCodeSection passes over the number that the Treasury's regulations have
// after the section of the Code that they explain, "1.501(c)(3)-1(d)(2)": it is no
// end of a range, which would have the part too. Without one it returns j.
func afterCodeSection(s string, j, end int) int {
	if lex.At(s[:end], j) != '-' || s[j-1] != ')' {
		return j
	}
	k := lex.DigitsEnd(s[:end], j+1)
	if k == j+1 || lex.At(s[:end], k) == '.' {
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
		for lex.IsAt(s[:end], j, lex.Alnum) || joinsAt(s[:end], j, ".") {
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

// joinsAt reports whether one of the marks is at s[j] with a letter or a figure
// after it.
func joinsAt(s string, j int, marks string) bool {
	return lex.IsAt(s, j+1, lex.Alnum) && strings.IndexByte(marks, s[j]) >= 0
}

// spacedFigure passes over a figure in brackets that a blank parts from its
// section, as New York writes it, "§ 1192 (3)". It is not the number of a point in
// a sentence, "under § 1983 (1) that", when the place ends there or goes on.
func spacedFigure(s string, i, end int) int {
	k := bracketedFigure(s[:end], i)
	if k == i {
		return i
	}
	if k == end || strings.IndexByte(".;)]", s[k]) >= 0 {
		return k
	}
	j := lex.Skip(s[:end], k)
	if lex.At(s[:end], j) != '(' {
		return i
	}
	if lex.IsAt(s[:end], j+1, lex.Lower) && lex.At(s[:end], j+2) == ')' {
		return k
	}
	if _, year, ok := date.YearAt(s[:end], j+1); ok && lex.At(s[:end], year) == ')' { // "§ 18-610 (6) (1987)"
		return k
	}
	return i
}

// bracketedFigure returns the end of a blank and a figure in brackets at s[i:], "
// (3)"; i without them.
func bracketedFigure(s string, i int) int {
	if !lex.IsAt(s, i, lex.Space) || lex.At(s, i+1) != '(' {
		return i
	}
	first := i + len(" (")
	k := lex.DigitsEnd(s, first)
	if k == first || k > first+2 || lex.At(s, k) != ')' {
		return i
	}
	return k + 1
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
	switch {
	case n > 0:
	case lex.At(s[:end], j) == '~' && j > 0 && lex.Class[s[j-1]]&lex.Alnum != 0 && lex.IsAt(s[:end], j+1, lex.Alnum): // "10~12"
		j++
	default:
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

// maxLetters bounds the letters that a number begins with.
const maxLetters = 4
