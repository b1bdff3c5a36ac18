package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A number as the volume, the title or the year that an abbreviation follows: what
// kinds ask for where they expect another source, and anchors are made of.

// numberAnchor looks at a number: it is an anchor when a known abbreviation
// follows it. Its end is after the abbreviation, or after the number.
func (r reader) numberAnchor(i int) anchor {
	s := r.text
	j := r.digitsEnd(i + 1)
	none := anchor{end: j}
	if i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 || j-i > maxVolume || j >= r.ceil {
		return none
	}
	if s[j] == '.' && r.isAt(j+1, lex.Digit) {
		return r.dottedAnchor(i, dottedEnd(s[:r.ceil], j))
	}
	k, lettered := r.abbreviationAfter(i, j)
	if k == j && !lettered || !r.isAt(k, lex.Upper) {
		return none
	}
	terms, next := r.tab.forward.match(s, k, r.ceil)
	if terms == nil && lettered && k == j {
		terms, next = r.codeInLetters(j)
	}
	if terms == nil || r.rulesOfCourt(terms, next) {
		return none
	}
	if lettered && terms[0].code == nil && !dottedInside(s[k:next]) || s[j] == ']' && !yearInBrackets(terms) {
		return none
	}
	if j-i <= 2 {
		if _, next, ok := scanDate(s[:r.ceil], i); ok { // "3 Mar. 2020"
			return anchor{end: next}
		}
	}
	return anchor{class: anchorNumber, start: i, end: next, terms: terms}
}

// volumeAnchor is numberAnchor for a volume that may have two parts: "93-1 BCA".
func (r reader) volumeAnchor(i int) anchor {
	if k := r.digitsEnd(i); r.at(k) == '-' && r.isAt(k+1, lex.Digit) {
		return r.numberAnchor(k + 1)
	}
	return r.numberAnchor(i)
}

// dottedAnchor looks at a number s[i:j] with periods inside: an anchor when it has
// three parts or more and a code follows it, "20.2.72.200 NMAC".
func (r reader) dottedAnchor(i, j int) anchor {
	s := r.text
	k := r.skip(j)
	if k == j || !r.isAt(k, lex.Upper) || partsOf(s[i:j]) < 3 {
		return anchor{end: j}
	}
	terms, next := r.tab.trailing.match(s, k, r.ceil)
	if terms == nil || !sectionFirst(terms[0].layout) {
		return anchor{end: j}
	}
	if endsSentence(terms, s[k:next]) {
		next--
	}
	return anchor{class: anchorNumber, start: i, end: next, terms: terms}
}

// partsOf counts the parts of a number that periods and hyphens join.
func partsOf(number string) (parts int) {
	for parts = 1; ; parts++ {
		k := lex.DigitsEnd(number, 0)
		if k+1 >= len(number) || number[k] != '.' && number[k] != '-' || lex.Class[number[k+1]]&lex.Digit == 0 {
			return parts
		}
		number = number[k+1:]
	}
}

// blankAnchor looks at what stands for a volume not yet known: "___ F.3d ___",
// "--- F.3d ---", "— U.S. —". One hyphen is none.
func (r reader) blankAnchor(i int) anchor {
	s := r.text
	j := lex.BlankEnd(s[:r.ceil], i)
	if j == i || s[i] == '-' && j == i+1 || !openBefore(s, i) {
		return anchor{end: max(i+1, j)}
	}
	k := lex.Skip(s[:min(r.ceil, j+maxShort)], j)
	if underline := s[i] == '_' && j-i >= 3; r.isAt(k, lex.Upper) && (k > j || underline) {
		if terms, next := r.tab.forward.match(s, k, r.ceil); reporterOf(terms) != nil {
			return anchor{class: anchorNumber, start: i, end: next, terms: terms}
		}
	}
	if before := lex.SkipBack(s, max(r.floor, i-maxShort), i); before < i {
		if at := wordEndingAt(s, r.floor, before); at < before { // "ante, at ___"
			if a := r.anteAnchor(at, i); a.class != anchorNone {
				return a
			}
		}
	}
	return anchor{end: j}
}

// anteAnchor looks at what precedes the "at" at offset i: "ante" or "post",
// by which the Supreme Court's opinions point to each other, or an "id" that lost
// its period. The anchor reaches
// over the "at", so that the walk goes on after the number.
func (r reader) anteAnchor(i, number int) anchor {
	s := r.text
	j := lex.TrimComma(s, r.floor, i)
	if id := j - len("id"); r.precededBy("id", j) || r.precededBy("Id", j) { // "See id at 5"
		if id == 0 || !lex.In(s[id-1], lex.Alnum, ".-") {
			return anchor{class: anchorId, start: id, number: j, end: number + 1}
		}
	}
	if k := j - len("ante"); k >= r.floor && internalWord(s[k:j]) && (k == 0 || lex.Class[s[k-1]]&lex.Alnum == 0) {
		if _, signal := signalBefore(s, r.floor, k); signal || s[j] == ',' { // "see post at 33"
			return anchor{class: anchorSupra, start: k, end: number + 1}
		}
	}
	return anchor{}
}

// beginsSeries reports whether the number s[i:j] is the volume of a known
// series: then it is not a pinpoint of what precedes it.
func (r reader) beginsSeries(i, j int) bool {
	if !lex.AllDigits(r.text[i:j]) {
		return lex.BlankEnd(r.text[:j], i) == j && r.blankAnchor(i).class == anchorNumber
	}
	return r.numberAnchor(i).class == anchorNumber
}

// beginsReport reports whether a volume, a reporter and a page are at s[i:].
func (r reader) beginsReport(i int) bool {
	if !r.isAt(i, lex.Digit) {
		return false
	}
	a := r.numberAnchor(i)
	return a.class == anchorNumber && reporterOf(a.terms) != nil && r.isAt(r.skip(a.end), lex.Digit)
}

// abbreviationAfter returns where an abbreviation may begin after the number
// s[i:j]; j when a blank is missing. lettered says that a letter is glued to the
// number, which only codes have.
func (r reader) abbreviationAfter(i, j int) (k int, lettered bool) {
	s := r.text
	if j-i == len("1999") {
		if k := r.partOfYear(j); k > j { // "2001-XI Eur. Ct. H.R. 300"
			return lex.Skip(s, k), false
		}
		if n := lex.DashAt(s, j, r.ceil); n > 0 { // "1999-NMCA-019"
			return r.skip(j + n), false
		}
		if s[j] == ']' && r.before(i) == '[' { // "[2010] EWCA Civ 48"
			return lex.Skip(s, j+1), false
		}
	}
	switch {
	case lex.Class[s[j]]&lex.Noise != 0:
		return lex.Skip(s, j), false
	case lex.Class[s[j]]&lex.Upper == 0:
		return j, false
	case r.isAt(j+1, lex.Upper) && r.isAt(j+2, lex.Upper): // "5CFR"
		return j, true
	case lex.NumberEnd(s[:r.ceil], i) > j: // "15A N.C. Admin. Code"
		return lex.Skip(s, j+1), true
	case r.at(j+1) == '.': // "846F.2d746"
		return j, true
	}
	return j, false
}

// partOfYear passes over the Roman numeral that a volume of a year has, "2001-XI";
// without it it returns i.
func (r reader) partOfYear(i int) (next int) {
	n := lex.DashAt(r.text, i, r.ceil)
	if n == 0 {
		return i
	}
	k := i + n
	for r.isAt(k, lex.Upper) {
		k++
	}
	if k == i+n || r.skip(k) == k || !lex.IsRoman(r.text[i+n:k]) {
		return i
	}
	return k
}

// dottedInside reports whether an abbreviation has a period with a letter or a figure
// right after it: one that no sentence has after a number.
func dottedInside(abbrev string) bool {
	k := strings.IndexByte(abbrev, '.')
	return k >= 0 && lex.IsAt(abbrev, k+1, lex.Alnum)
}

// codeInLetters finds the code whose capitals are between two numbers, at s[j:]:
// "9VAC25-260-50".
func (r reader) codeInLetters(j int) (terms []term, next int) {
	k := j
	for r.isAt(k, lex.Upper) {
		k++
	}
	if !r.isAt(k, lex.Digit) {
		return nil, j
	}
	return r.tab.forward.match(r.text, j, k)
}

// rulesOfCourt reports whether a register's abbreviation goes on as that of rules:
// "Rule 60 F.R.Civ.P."
func (r reader) rulesOfCourt(terms []term, next int) bool {
	code := terms[0].code
	return code != nil && code.Type == "register" && r.isAt(next, lex.ASCII)
}

// yearInBrackets reports whether a reporter's volumes are years in square brackets.
func yearInBrackets(terms []term) bool {
	t := reporterTerm(terms)
	return t != nil && bracketedYear(t.layout)
}

// openBefore reports whether a blank, a bracket or a comma precedes s[i], or nothing.
func openBefore(s string, i int) bool {
	return i == 0 || lex.Class[s[i-1]]&lex.Space != 0 || strings.IndexByte("([,", s[i-1]) >= 0
}

// internalWord reports whether a word points to another place of the same opinion.
func internalWord(w string) bool { return strings.EqualFold(w, "ante") || strings.EqualFold(w, "post") }

// precededBy reports whether the text before offset i ends in word.
func (r reader) precededBy(word string, i int) bool {
	k := i - len(word)
	return k >= r.floor && r.text[k:i] == word
}
