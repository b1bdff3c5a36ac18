package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// What makes a number an anchor by itself or by what follows it, and anchors at
// section signs and blanks.

// gluedRule looks at a number right after the abbreviation of rules of court:
// "LR3-215", or after the R that such numbers begin with.
func (r reader) gluedRule(n number) (a anchor, decided bool) {
	i, before := n.start, n.start-1
	if r.text[before] != 'R' {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if ofType(terms, ruleTypes, "") != nil && i-start >= len("LR") {
		return anchor{class: anchorLabel, start: start, number: i, end: n.end, terms: terms}, true
	}
	terms, start = r.tab.backward.matchBack(r.text, r.floor, r.skipBack(before))
	if ofType(terms, regulationTypes, "@") == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: before, end: n.end, terms: terms}, true // "Utah Admin. Code R317-2-14"
}

// gluedParagraph looks at a number right after the P that stands for the
// paragraph sign of a looseleaf service: "Bankr. L. Rep. (CCH) P12,345".
func (r reader) gluedParagraph(n number) (a anchor, decided bool) {
	if r.text[n.start-1] != 'P' {
		return a, false
	}
	p := r.skipBack(n.start - 1)
	if p == n.start-1 || p == r.floor {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, p)
	if reporterOf(terms) == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// yearOfWork looks at a year in brackets right after a page or a word, as a
// work's is, "The Rise of Liberty 131 (1902)", with or without the publisher before
// it.
func (r reader) yearOfWork(n number) (a anchor, decided bool) {
	s, i := r.text, n.start
	if i < r.floor+2 {
		return a, false
	}
	open := i - 1
	for ; s[open] != '('; open-- {
		if open <= r.floor || i-open > maxPublisher || !lex.In(s[open], lex.ASCII|lex.Space, ".&") {
			return a, false
		}
	}
	k := r.skipBack(open)
	work := r.isBefore(k, lex.Alnum) || r.before(k) == ')' && r.before(k-2) == '(' // "14.1(a)"
	if endsInMonth(s[open:i]) {                                                    // "Prisoners in 2008, p. 3 (Dec. 2009)", not "(Alaska Dec. 2009)"
		_, _, dated := scanDate(s[:n.end], open+1)
		work = dated && r.isBefore(k, lex.Digit)
	}
	if !work {
		return a, false
	}
	return anchor{class: anchorYear, start: open, end: n.end + 1}, true
}

// yearOfNews looks at the year of a day with a page of a newspaper after it, "Dec.
// 24, 2005, p. A1", and a comma before the day.
func (r reader) yearOfNews(n number) (a anchor, decided bool) {
	s, i := r.text, n.start
	if s[i] != '1' && s[i] != '2' {
		return a, false
	}
	if _, k := r.newsPages(n.end); k == n.end {
		return a, false
	}
	d, start, ok := scanDateBack(s, max(r.floor, i-date.MaxLen), n.end)
	if !ok || d.Day == 0 {
		return a, false
	}
	k := lex.SkipBack(s, r.floor, start)
	if k == r.floor || s[k-1] != ',' || !r.newspaperBefore(k-1) {
		return a, false
	}
	return anchor{class: anchorNews, start: i, end: n.end}, true
}

// newspaperBefore reports whether the word that ends at s[:i] is one that a
// newspaper's name ends in.
func (r reader) newspaperBefore(i int) bool {
	w, _, ok := wordBefore(r.text, max(r.floor, i-maxShort), i)
	return ok && r.tab.is(strings.TrimSuffix(r.text[w.start:w.end], "."), roleNewspaper)
}

// newsPages reads the pages of a newspaper after the day: ", at A6", ", p. A17,
// col. 1". It returns i when there are none.
func (r reader) newsPages(i int) (pins []Pin, next int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return nil, i
	}
	if part, k, ok := r.partOfNews(j); ok { // "part 1, p. 34"
		pins, j = []Pin{part}, r.skip(k+1)
	}
	if k, ok := scanAt(s, j, r.ceil); ok {
		j = k
	} else if kind, _, _ := pinWordAt(s, j, r.ceil); kind != PinPage {
		return nil, i
	}
	pin, _, next, ok := r.scanPin(j, PinPage)
	if !ok {
		return nil, i
	}
	pins, next = r.morePins(append(pins, pin), next, PinPage)
	if k, ok := words.MatchPhrase(s, r.skip(min(next+1, r.ceil)), r.ceil, "col."); ok && r.at(next) == ',' {
		if n := r.skip(k); r.digitsEnd(n) > n {
			next = r.digitsEnd(n)
		}
	}
	return pins, next
}

// partOfNews reads the part of a newspaper, with the comma before the page after it.
func (r reader) partOfNews(i int) (part Pin, next int, ok bool) {
	part, named, next, ok := r.scanPin(i, "")
	return part, next, ok && named && (part.Kind == PinPart || part.Kind == PinSection) && r.at(next) == ','
}

// maxPublisher bounds the publisher's name before a work's year, in bytes.
const maxPublisher = 64

// maxVolume bounds the figures of a volume.
const maxVolume = 4

// volumeNumber is numberAnchor as a reader at a number.
func (r reader) volumeNumber(n number) (a anchor, decided bool) {
	return r.numberAnchor(n.start), false
}

// dottedNumber is dottedAnchor as a reader at a number.
func (r reader) dottedNumber(n number) (a anchor, decided bool) {
	if n.whole == n.end {
		return a, false
	}
	return r.dottedAnchor(n.start, n.whole), false
}

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
	if lettered && terms[0].code == nil || s[j] == ']' && !yearInBrackets(terms) {
		return none
	}
	if j-i <= 2 {
		if _, next, ok := scanDate(s[:r.ceil], i); ok { // "3 Mar. 2020"
			return anchor{end: next}
		}
	}
	return anchor{class: anchorNumber, start: i, end: next, terms: terms}
}

// abbreviationAfter returns where an abbreviation may begin after the number
// s[i:j]; j when a blank is missing. lettered says that a letter is glued to the
// number, which only codes have.
func (r reader) abbreviationAfter(i, j int) (k int, lettered bool) {
	s := r.text
	if j-i == len("1999") {
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
	}
	return j, false
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
	reporter := reporterOf(terms)
	return reporter != nil && strings.HasPrefix(reporter.Shape, "[{year}] @")
}

// volumeAnchor is numberAnchor for a volume that may have two parts: "93-1 BCA".
func (r reader) volumeAnchor(i int) anchor {
	if k := r.digitsEnd(i); r.at(k) == '-' && r.isAt(k+1, lex.Digit) {
		return r.numberAnchor(k + 1)
	}
	return r.numberAnchor(i)
}

// dottedEnd returns the end of a number with periods inside, of which s[:j] is the
// first part: "20.2.72.200", "3.6.7.16.A".
func dottedEnd(s string, j int) int {
	for j+1 < len(s) && (s[j] == '.' || s[j] == '-') && lex.Class[s[j+1]]&lex.Digit != 0 {
		j = lex.DigitsEnd(s, j+1)
	}
	for lex.At(s, j) == '.' && lex.IsAt(s, j+1, lex.Upper) && !lex.IsAt(s, j+2, lex.Alnum) {
		j += 2
	}
	return lex.Subdivisions(s, j, len(s))
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
	if terms == nil || terms[0].code.Shape != "{section} @" {
		return anchor{end: j}
	}
	if s[next-1] == '.' && !strings.HasSuffix(terms[0].abbrev, ".") {
		next-- // it ends the sentence
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

// sectionAnchor looks at a section sign and at the code before it, with or
// without a chapter or title between them.
func (r reader) sectionAnchor(i int) anchor {
	a := anchor{class: anchorSection, start: i, number: i, end: i + len("§")}
	if terms, start, label := r.codeBefore(i); terms != nil {
		a.terms, a.start, a.label = terms, start, label
	}
	return a
}

// codeBefore finds the code that ends before offset i, with or without the year
// of its edition and a chapter or title between them; label says which of the
// two.
func (r reader) codeBefore(i int) (terms []term, start int, label PinKind) {
	s := r.text
	j := r.trimFormer(i)
	if terms, start := r.tab.backward.matchBack(s, r.floor, j); isCode(terms) {
		if terms[0].endsSentence(s[start:j]) { // "of the Appendix. Section 1.04"
			return nil, i, ""
		}
		return terms, start, ""
	}
	_, label, end := r.divisionBefore(j)
	if label == "" {
		end = j
	}
	if label != "" {
		if terms, start := r.tab.backward.matchBack(s, r.floor, end); isCode(terms) {
			return terms, start, label
		}
		if _, outer, from := r.divisionBefore(end); outer != "" { // "tit. 33, pt. III, § 501"
			if terms, start := r.tab.backward.matchBack(s, r.floor, from); isCode(terms) {
				return terms, start, label
			}
		}
	}
	if k := r.editionBefore(end); k < end {
		if terms, start := r.tab.backward.matchBack(s, r.floor, k); isCode(terms) {
			return terms, start, label
		}
	}
	if terms, start := r.agencyBefore(j); terms != nil {
		return terms, start, labelAgency
	}
	return nil, i, ""
}

// trimFormer is trimComma that passes over "former" too, "Pen. Code, former § 1203",
// and over the letters that a code or an act is given after its name, "Hawaii
// Revised Statutes (HRS) § 291E-61".
func (r reader) trimFormer(i int) int {
	j := lex.TrimComma(r.text, r.floor, i)
	if open := strings.LastIndexByte(r.text[max(r.floor, j-maxLettersOfAct):j], '('); open >= 0 && r.text[j-1] == ')' {
		if open += max(r.floor, j-maxLettersOfAct); lex.Capitals(r.text[open+1 : j-1]) {
			return lex.TrimComma(r.text, r.floor, open)
		}
	}
	if k := j - len("former"); k > r.floor && r.text[k:j] == "former" && lex.NoiseAt(r.text, k-1) > 0 {
		j = lex.TrimComma(r.text, r.floor, k)
	}
	return j
}

// maxLettersOfAct bounds the letters that an act is given, with their brackets, in bytes.
const maxLettersOfAct = 12

// isCode reports whether terms are those of a code or the like.
func isCode(terms []term) bool {
	return len(terms) > 0 && terms[0].label == "" && terms[0].treatise == nil && terms[0].reporter == nil
}

// blankAnchor looks at what stands for a volume not yet known: "___ F.3d ___",
// "--- F.3d ---", "— U.S. —". One hyphen is none.
func (r reader) blankAnchor(i int) anchor {
	s := r.text
	j := lex.BlankEnd(s[:r.ceil], i)
	if j == i || s[i] == '-' && j == i+1 || !openBefore(s, i) {
		return anchor{end: max(i+1, j)}
	}
	k := r.skip(j)
	if underline := s[i] == '_' && j-i >= 3; r.isAt(k, lex.Upper) && (k > j || underline) {
		if terms, next := r.tab.forward.match(s, k, r.ceil); reporterOf(terms) != nil {
			return anchor{class: anchorNumber, start: i, end: next, terms: terms}
		}
	}
	if before := r.skipBack(i); before < i {
		if at := wordEndingAt(s, r.floor, before); at < before { // "ante, at ___"
			if a := r.anteAnchor(at, i); a.class != anchorNone {
				return a
			}
		}
	}
	return anchor{end: j}
}

// openBefore reports whether a blank, a bracket or a comma precedes s[i], or nothing.
func openBefore(s string, i int) bool {
	return i == 0 || lex.Class[s[i-1]]&lex.Space != 0 || strings.IndexByte("([,", s[i-1]) >= 0
}

// beginsSeries reports whether the number s[i:j] is the volume of a known
// series: then it is not a pinpoint of what precedes it.
func (r reader) beginsSeries(i, j int) bool {
	if !lex.AllDigits(r.text[i:j]) {
		return lex.BlankEnd(r.text[:j], i) == j && r.blankAnchor(i).class == anchorNumber
	}
	return r.numberAnchor(i).class == anchorNumber
}
