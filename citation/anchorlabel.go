package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Anchors at numbers that what precedes them makes one: a word, a code, a
// paper of the case, a work.

// hashNumber looks at a number after the sign "#": "Docket # 34".
func (r reader) hashNumber(n number) (a anchor, decided bool) {
	terms, start := r.tab.backward.matchBack(r.text, r.floor, r.skipBack(n.left-1))
	if ofForm(terms, recordTypes, numberNamed) == nil {
		return a, true
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// pageNumber looks at a number after "at" or "p."
func (r reader) pageNumber(n number) (a anchor, decided bool) {
	if a = r.anteAnchor(n.at, n.start); a.class == anchorNone {
		a = r.recordAnchor(n.at, n.start)
	}
	return a, true
}

// labelledNumber looks at a number after an abbreviation or a word that is known
// to precede one: "Fed. R. Civ. P. 12", "section 1983", "K.S.A. 2010 Supp.
// 21-3608".
func (r reader) labelledNumber(n number) (a anchor, decided bool) {
	s, joined := r.text, n.before >= pastComma
	terms, start := r.tab.backward.matchBack(s, r.floor, n.left)
	if len(terms) == 1 && terms[0].label != "" { // one word: not the "part" of "Code Civ. P. art. 966"
		if period := strings.IndexByte(s[start:n.left-1], '.'); period >= 0 {
			terms, start = r.tab.backward.matchBack(s, start+period+1, n.left)
		}
	}
	if terms == nil || isCode(terms) {
		if code, from := r.codeEndingAt(n.left); code != nil && (terms == nil || from < start) {
			terms, start, joined = code, from, false
		}
	}
	if terms == nil {
		return a, false
	}
	if paper := n.left == n.start && ofType(terms, recordTypes) != nil; !paper && endsSentence(terms, s[start:n.left]) {
		return a, true
	}
	a = anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}
	if terms[0].label != "" {
		a = r.codeOfLabel(a)
	}
	switch {
	case a.class == anchorSection:
		return a, true
	case joined && a.label == "" && ofForm(a.terms, recordTypes, pageAlone) != nil: // "N.T., 3/4/10, at 12"
		_, _, dated := r.dayInFigures(n.start)
		return a.when(dated), true
	case joined && (a.label != "" || !mayHaveComma(a.terms)):
		return anchor{}, true
	case a.label != "":
		return a, true
	case r.editionAt(n.start, n.end) && bySession(a.terms, yearlyTypes) == nil:
		return anchor{}, true
	}
	_, next := r.tab.trailing.match(s, start, r.ceil)
	return a.when(next <= n.start), true // not when the number belongs to the abbreviation: "NMSA 1978"
}

// mayHaveComma reports whether a comma may be between one of the terms and its number:
// "Dallam, 437".
func mayHaveComma(terms []term) bool {
	reporter := reporterOf(terms)
	return terms[0].treatise != nil || ofType(terms, commaTypes) != nil || reporter != nil && reporter.nameless()
}

// when returns the anchor if it is one, none otherwise.
func (a anchor) when(is bool) anchor {
	if !is {
		return anchor{}
	}
	return a
}

// codeOfLabel looks for the code before the word that counts the number of an
// anchor: "Pub. L. No. 111-148", "tit. 14, sec. 15064".
func (r reader) codeOfLabel(a anchor) anchor {
	terms := a.terms
	a.label, a.terms = terms[0].label, nil
	code, from, division := r.codeBefore(a.start)
	if bill := ofForm(code, legislativeTypes, numberAlone); a.label == PinNumber && bill != nil && r.commaBefore(a.start) { // "In re S.B., No. 2-10-123"
		code = nil
	}
	switch {
	case code != nil && divides(division) && a.label == PinSection:
		return anchor{class: anchorSection, start: from, number: a.start, end: a.end, label: division, terms: code}
	case code != nil:
		a.terms, a.start = code, from
	case a.label == PinNumber && r.reportOfNumber(&a):
	case len(terms) > 1 && lex.Class[r.text[a.start]]&lex.Upper != 0: // "R. 45"
		a.terms, a.label = terms[1:], ""
	}
	return a
}

// reportOfNumber takes the reporter without volumes that is before "No.": "Inter-Am. Ct.
// H.R. (ser. C) No. 4".
func (r reader) reportOfNumber(a *anchor) bool {
	terms, start := r.tab.backward.matchBack(r.text, r.floor, r.skipBack(a.start))
	if t := reporterTerm(terms); t == nil || !codeFirst(t.layout) || labelKinds[t.layout.Next().Label] != PinNumber {
		return false
	}
	a.terms, a.start = terms, start
	return true
}

// gluedWord looks at a number after a code and the word for what it counts without a
// blank between them: "Pub.L.No. 105-33", "G.L.c. 93A".
func (r reader) gluedWord(n number) (a anchor, decided bool) {
	word, kind := r.gluedLabel(n.left)
	if kind == "" {
		return a, false
	}
	code, from := r.tab.backward.matchBack(r.text, r.floor, word)
	if !isCode(code) {
		return a, false
	}
	return anchor{class: anchorLabel, start: from, number: n.start, end: n.end, label: kind, terms: code}, true
}

// volumedNumber looks at a number after a paper of the record in volumes: "Trial
// Tr. vol. 2, 45:3".
func (r reader) volumedNumber(n number) (a anchor, decided bool) {
	before := r.volumeOfRecord(n.left)
	if before == n.left {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, before)
	if ofType(terms, recordTypes) == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// articledNumber looks at a number after the article of a constitution, whose
// section sign was lost.
func (r reader) articledNumber(n number) (a anchor, decided bool) {
	if !r.lostConstitution(n.start) {
		return a, false
	}
	return anchor{class: anchorLabel, start: n.start, number: n.start, end: n.end, label: PinSection}, true
}

// dividedNumber looks at a number after a part of a code, whose section sign was
// lost: "tit. 31, 5298".
func (r reader) dividedNumber(n number) (a anchor, decided bool) {
	_, label, end := r.divisionBefore(n.left)
	if label == "" {
		return a, true
	}
	code, from := r.tab.backward.matchBack(r.text, r.floor, end)
	if !isCode(code) || !signed(code[0].layout) {
		return a, true
	}
	return anchor{class: anchorSection, start: from, number: n.start, end: n.end, label: label, terms: code}, true
}

// numberedTypes are the types of codes whose numbers may begin with letters.
var numberedTypes = []string{"executive", "session", "patent"}

// letteredDocket looks at the number of a docket that letters begin.
func (r reader) letteredDocket(n number) (a anchor, decided bool) {
	letters := r.docketLetters(n.start)
	if letters == n.start {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, r.skipBack(letters))
	if terms == nil || terms[0].label != PinNumber {
		return a, false
	}
	a = anchor{class: anchorLabel, start: start, number: letters, end: n.end, label: PinNumber}
	if code, from, _ := r.codeBefore(start); ofForm(code, numberedTypes, numberNamed) != nil { // "Release No. IC-34123"
		a.terms, a.start = code, from
	}
	return a, true
}

// docketLetters passes leftwards over the letters that begin a docket number
// after "No.": "No. S-14054", "No. DV 14-699", "No. ARB(AF)/97/1". Without them
// it returns i.
func (r reader) docketLetters(i int) int {
	s := r.text
	if i-2 < r.floor || lex.Class[s[i-2]]&(lex.Upper|lex.Space) == 0 && s[i-2] != ')' {
		return i
	}
	j := i
	switch {
	case s[j-1] == '-':
		j--
	case s[j-1] == '/':
		if j--; s[j-1] == ')' {
			if open := strings.LastIndexByte(s[max(r.floor, j-maxDocketLetters-2):j], '('); open >= 0 {
				j = max(r.floor, j-maxDocketLetters-2) + open
			}
		}
	default:
		j = r.skipBack(i)
	}
	k := j
	for j-k < maxDocketLetters && r.isBefore(k, lex.Upper) {
		k--
	}
	if k == j || k-2 < r.floor || lex.Class[s[k-1]]&lex.Space == 0 {
		return i
	}
	if end := r.skipBack(k); end-2 < r.floor || s[end-1] != '.' || s[end-2]|0x20 != 'o' && s[end-2] != 's' { // "No.", "Nos."
		return i
	}
	return k
}

// maxDocketLetters bounds the letters that begin a docket number.
const maxDocketLetters = 4

// letteredNumber looks at a number that letters begin: of a page, after the name
// of a paper of the record, "App. A-12", "Pet. App. A12", "App. at JA–45"; of an
// order or a ruling, "OMB Circular A-76".
func (r reader) letteredNumber(n number) (a anchor, decided bool) {
	s, letters := r.text, n.start
	if letters > r.floor && s[letters-1] == '-' {
		letters--
	} else if letters-3 > r.floor && lex.DashAt(s, letters-3, letters) == 3 {
		letters -= 3
	} else if a = r.gluedPaper(n); a.class != anchorNone {
		return a, true
	}
	first := letters
	for first > r.floor && letters-first <= maxLetters && lex.Class[s[first-1]]&lex.Upper != 0 {
		first--
	}
	if first == letters || letters-first > maxLetters {
		return a, false
	}
	j := lex.SkipBack(s, r.floor, first)
	if j == r.floor || j == first {
		return a, false
	}
	if at := wordEndingAt(s, r.floor, j); at < j {
		j = lex.TrimComma(s, r.floor, at)
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, j)
	if terms != nil && terms[0].label == PinNumber { // "MSPB No. BNO7529010127", "Patent No. RE37,984"
		if code, from, _ := r.codeBefore(start); ofType(code, agencyTypes) != nil || ofType(code, patentTypes) != nil {
			return anchor{class: anchorLabel, start: from, number: first, end: n.end, label: PinNumber, terms: code}, true
		}
	}
	if ofType(terms, letteredTypes) == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: first, end: n.end, terms: terms}, true
}

// gluedPaper looks at a page right after the name of a paper of the record, as
// the courts of appeals write it: "JA45", "Appx123-25". One letter or one figure
// is too little to tell.
func (r reader) gluedPaper(n number) anchor {
	s, i := r.text, n.start
	if n.end-i < 2 || lex.Class[s[i-1]]&lex.ASCII == 0 {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, i)
	if ofForm(terms, recordTypes, pageAlone) == nil || i-start < 2 || strings.ContainsAny(s[start:i], " \n") {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: n.end, terms: terms}
}

// letteredTypes are the types of papers whose numbers letters may begin.
var letteredTypes = []string{"record", "executive"}

// commaTypes are the types of codes that may have a comma before the number.
var commaTypes = []string{"statute", "rule", "opinion"}

// agencyNumber looks at a number after the agency's letters that some codes have
// between their name and the number: "N.H. Code Admin. R. Env-A 607.01".
func (r reader) agencyNumber(n number) (a anchor, decided bool) {
	terms, start := r.agencyBefore(n.left)
	if terms == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// treatisePage looks at a number after "at" and the title of a well-known work
// that the text did not cite before: "DSM-5, at 38".
func (r reader) treatisePage(n number) (a anchor, decided bool) {
	terms, start := r.tab.backward.matchBack(r.text, r.floor, lex.TrimComma(r.text, r.floor, n.at))
	if terms == nil || terms[0].treatise == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// pagedPapers are the types of codes that may have "at" or a paragraph sign
// before the number.
var pagedPapers = []string{"opinion", "record", "legislative"}

// recordAnchor looks at what precedes "at" or a paragraph sign at offset i:
// an anchor when it is a paper of the record, "Compl. ¶ 12", "Tr. at 5".
func (r reader) recordAnchor(i, number int) anchor {
	j := lex.TrimComma(r.text, r.floor, i)
	terms, start := r.tab.backward.matchBack(r.text, r.floor, j)
	if letter := r.letterOfExhibit(j); letter < j { // "Ex. A at 12"
		if terms, start := r.tab.backward.matchBack(r.text, r.floor, r.skipBack(letter)); ofForm(terms, recordTypes, numberAlone) != nil {
			return anchor{class: anchorLabel, start: start, number: letter, end: number + 1, terms: terms}
		}
	}
	if before := r.volumeOfRecord(j); before < j { // "Tr. Vol. 3 at 7"
		if terms, start := r.tab.backward.matchBack(r.text, r.floor, before); ofType(terms, recordTypes) != nil {
			return anchor{class: anchorLabel, start: start, number: number, end: number + 1, terms: terms}
		}
	}
	paper := ofType(terms, pagedPapers)
	if paper != nil && paper.code.Type == "legislative" && numberAlone(paper.layout) { // a bill has no pages: "Kelsey S., at 830"
		return anchor{}
	}
	if paper == nil && reporterOf(terms) == nil {
		if terms, start = r.paperBefore(j); terms == nil {
			return anchor{}
		}
	}
	return anchor{class: anchorLabel, start: start, number: number, end: number + 1, terms: terms}
}

// letterOfExhibit returns the offset of the letters of an exhibit that end at
// s[:j], "A", "AA"; j when none do.
func (r reader) letterOfExhibit(j int) int {
	k := j
	for j-k < 3 && r.isBefore(k, lex.Upper) {
		k--
	}
	if k == j || j-k > 2 || k-1 < r.floor || lex.Class[r.text[k-1]]&lex.Space == 0 {
		return j
	}
	return k
}

// maxPaper bounds the length of the title of a paper of the record, in bytes.
const maxPaper = 120

// paperBefore finds the paper of the record, named by its title, that ends at
// s[:j]: "Transcript of Trial Proceedings", "Brief for Petitioners in Rowley".
func (r reader) paperBefore(j int) (terms []term, start int) {
	for k := range r.titleWords(j, maxPaper) {
		if terms = r.tab.paperAt(r.text, k); terms != nil {
			return terms, k
		}
	}
	return nil, j
}

// paperAt returns the paper of the record whose title begins at s[i:], nil when none does.
func (x *index) paperAt(s string, i int) []term {
	for k := range x.papers {
		if paper := x.papers[k].abbrev; paper[0] == s[i] && lex.HasPrefixAt(s, i, paper) {
			return x.papers[k : k+1]
		}
	}
	return nil
}

// titledNumber looks at a number after a title: of a brief, "Brief for Bank of America 22", or of a Restatement or a known work in
// volumes whose section sign was lost, "21 Am. Jur. 2d Criminal Law 389".
func (r reader) titledNumber(n number) (a anchor, decided bool) {
	s, j := r.text, n.left
	if !r.titleBefore(j) {
		return a, true
	}
	a = anchor{class: anchorLabel, number: n.start, end: n.end}
	for k := range r.titleWords(j, maxPaper) {
		switch c := s[k]; {
		case c == 'B':
			if terms := r.tab.paperAt(s, k); terms != nil {
				a.start, a.terms = k, terms
				return a, true
			}
		case (c == 'R' || c == 'P') && containsOf(s[k:j]) && r.restatementBefore(j) == k:
			a.start, a.label = n.start, PinSection
			return a, true
		}
		if lex.Class[s[k]]&lex.Upper == 0 {
			continue
		}
		if terms, _ := r.tab.titles.match(s, k, j); terms != nil && lex.NumberBefore(s, r.floor, k) < k {
			a.start, a.label, a.terms = k, PinSection, terms
			return a, true
		}
	}
	return anchor{}, false
}

// containsOf reports whether "of" is a word inside a title.
func containsOf(title string) bool {
	return strings.Contains(title, " of ") || strings.Contains(title, " OF ")
}
