package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Anchors at numbers that what stands before them makes one: a word, a code, a
// paper of the case, a work.

// labelAnchor looks at a number behind an abbreviation or a word that is known
// to stand before one: "Fed. R. Civ. P. 12", "section 1983".
func (r reader) labelAnchor(i int) anchor {
	s := r.text
	if letters := r.docketLetters(i); letters < i {
		if terms, start := r.tab.backward.matchBack(s, r.floor, lex.SkipBack(s, r.floor, letters)); terms != nil && terms[0].label == PinNumber {
			a := anchor{class: anchorLabel, start: start, number: letters, end: lex.DigitsEnd(s[:r.ceil], i), label: PinNumber}
			if code, from, _ := r.codeBefore(start); ofType(code, numberedTypes, "@ No.") != nil { // "Release No. IC-34123"
				a.terms, a.start = code, from
			}
			return a
		}
	}
	if i > r.floor && (s[i-1] == '-' || s[i-1] >= 0x80) {
		if a := r.letteredAnchor(i); a.class != anchorNone {
			return a
		}
	}
	j := lex.SkipBack(s, r.floor, i)
	if j == r.floor {
		return anchor{}
	}
	comma := s[j-1] == ','
	if comma {
		if j = lex.SkipBack(s, r.floor, j-1); j == r.floor {
			return anchor{}
		}
	}
	if s[j-1] == '#' { // "Docket # 34"
		if terms, start := r.tab.backward.matchBack(s, r.floor, lex.SkipBack(s, r.floor, j-1)); ofType(terms, recordTypes, "@ No.") != nil {
			return anchor{class: anchorLabel, start: start, number: i, end: lex.DigitsEnd(s[:r.ceil], i), terms: terms}
		}
		return anchor{}
	}
	if at := wordEndingAt(s, r.floor, j); at < j {
		if a := r.anteAnchor(at, i); a.class != anchorNone {
			return a
		}
		return r.recordAnchor(at, i)
	}
	if lex.Class[s[j-1]]&lex.ASCII == 0 && s[j-1] != '.' && s[j-1] != ')' && (!comma || lex.Class[s[j-1]]&lex.Digit == 0) {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, j)
	if terms == nil {
		if k := r.editionBefore(j); k < j { // "K.S.A. 2010 Supp. 21-3608"
			terms, start = r.tab.backward.matchBack(s, r.floor, k)
			comma = false
		}
	}
	if no := j - len("No."); terms == nil && no > r.floor && s[no-1:j] == ".No." { // "Pub.L.No. 105-33"
		if code, from := r.tab.backward.matchBack(s, r.floor, no); isCode(code) {
			return anchor{class: anchorLabel, start: from, number: i, end: lex.DigitsEnd(s[:r.ceil], i), label: PinNumber, terms: code}
		}
	}
	if terms == nil && comma {
		if before := r.volumeOfRecord(j); before < j { // "Trial Tr. vol. 2, 45:3"
			if terms, start := r.tab.backward.matchBack(s, r.floor, before); ofType(terms, recordTypes, "") != nil {
				return anchor{class: anchorLabel, start: start, number: i, end: lex.DigitsEnd(s[:r.ceil], i), terms: terms}
			}
		}
	}
	if terms == nil && comma && r.lostConstitution(i) {
		return anchor{class: anchorLabel, start: i, number: i, end: lex.DigitsEnd(s[:r.ceil], i), label: PinSection}
	}
	if terms == nil && comma { // its section sign was lost: "tit. 31, 5298"
		if _, label, end := r.divisionBefore(j); label != "" {
			if code, from := r.tab.backward.matchBack(s, r.floor, end); isCode(code) && strings.Contains(code[0].code.Shape, "§ {section}") {
				return anchor{class: anchorSection, start: from, number: i, end: lex.DigitsEnd(s[:r.ceil], i), label: label, terms: code}
			}
		}
		return anchor{}
	}
	if terms == nil {
		if !r.titleBefore(j) {
			return anchor{}
		}
		if a := r.titledAnchor(j, i); a.class != anchorNone {
			return a
		}
		return r.agencyAnchor(j, i)
	}
	if glued := j == i && ofType(terms, recordTypes, "") != nil; !glued && terms[0].endsSentence(s[start:j]) {
		return anchor{}
	}
	a := anchor{class: anchorLabel, start: start, number: i, end: lex.DigitsEnd(s[:r.ceil], i), terms: terms}
	if terms[0].label != "" {
		a.label, a.terms = terms[0].label, nil
		code, from, division := r.codeBefore(start)
		if bill := ofType(code, legislativeTypes, "@ {number}"); a.label == PinNumber && bill != nil && r.commaBefore(start) { // "In re S.B., No. 2-10-123"
			code = nil
		}
		if code != nil {
			if divides(division) && a.label == PinSection { // "tit. 14, sec. 15064"
				return anchor{class: anchorSection, start: from, number: start, end: a.end, label: division, terms: code}
			}
			a.terms, a.start = code, from
		} else if len(terms) > 1 && lex.Class[s[start]]&lex.Upper != 0 { // "R. 45"
			a.terms, a.label = terms[1:], ""
		}
	}
	switch {
	case comma && a.label == "" && ofType(a.terms, recordTypes, "@ {page}") != nil: // "N.T., 3/4/10, at 12"
		if _, _, dated := r.dayInFigures(i); !dated {
			return anchor{}
		}
	case comma && (a.label != "" || a.terms[0].treatise == nil && ofType(a.terms, commaTypes, "") == nil):
		return anchor{}
	case a.terms != nil && a.label == "" && r.editionAt(i, a.end) && bySession(a.terms, sessionTypes) == nil:
		return anchor{end: a.end}
	case a.terms != nil && a.label == "":
		if _, next := r.tab.trailing.match(s, start, r.ceil); next > i {
			return anchor{end: next} // the number belongs to the abbreviation: "NMSA 1978"
		}
	}
	return a
}

// numberedTypes are the types of codes whose numbers may begin with letters.
var numberedTypes = []string{"executive", "session", "patent"}

// docketLetters passes leftwards over the letters that begin a docket number
// behind "No.": "No. S-14054", "No. DV 14-699", "No. ARB(AF)/97/1". Without them
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
		j = lex.SkipBack(s, r.floor, i)
	}
	k := j
	for k > r.floor && j-k < maxDocketLetters && lex.Class[s[k-1]]&lex.Upper != 0 {
		k--
	}
	if k == j || k-2 < r.floor || lex.Class[s[k-1]]&lex.Space == 0 {
		return i
	}
	if end := lex.SkipBack(s, r.floor, k); end-2 < r.floor || s[end-1] != '.' || s[end-2]|0x20 != 'o' && s[end-2] != 's' { // "No.", "Nos."
		return i
	}
	return k
}

// maxDocketLetters bounds the letters that begin a docket number.
const maxDocketLetters = 4

// letteredAnchor looks at a number that letters begin: of a page, behind the name
// of a paper of the record, "App. A-12", "Pet. App. A12", "App. at JA–45"; of an
// order or a ruling, "OMB Circular A-76".
func (r reader) letteredAnchor(i int) anchor {
	s := r.text
	none := anchor{end: lex.DigitsEnd(s[:r.ceil], i)}
	letters := i
	if letters > r.floor && s[letters-1] == '-' {
		letters--
	} else if letters-3 > r.floor && lex.DashAt(s, letters-3, letters) == 3 {
		letters -= 3
	}
	if letters == i {
		if a := r.gluedPaper(i); a.class != anchorNone {
			return a
		}
	}
	first := letters
	for first > r.floor && letters-first <= maxLetters && lex.Class[s[first-1]]&lex.Upper != 0 {
		first--
	}
	if first == letters || letters-first > maxLetters {
		return none
	}
	j := lex.SkipBack(s, r.floor, first)
	if j == r.floor || j == first {
		return none
	}
	if at := wordEndingAt(s, r.floor, j); at < j {
		j = lex.TrimComma(s, r.floor, at)
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, j)
	if terms != nil && terms[0].label == PinNumber { // "MSPB No. BNO7529010127", "Patent No. RE37,984"
		if code, from, _ := r.codeBefore(start); ofType(code, agencyTypes, "") != nil || ofType(code, patentTypes, "") != nil {
			return anchor{class: anchorLabel, start: from, number: first, end: none.end, label: PinNumber, terms: code}
		}
	}
	if ofType(terms, letteredTypes, "") == nil {
		return none
	}
	return anchor{class: anchorLabel, start: start, number: first, end: none.end, terms: terms}
}

// gluedPaper looks at a page right behind the name of a paper of the record, as
// the courts of appeals write it: "JA45", "Appx123-25". One letter or one figure
// is too little to tell.
func (r reader) gluedPaper(i int) anchor {
	end := lex.DigitsEnd(r.text[:r.ceil], i)
	if end-i < 2 || lex.Class[r.text[i-1]]&lex.ASCII == 0 {
		return anchor{end: end}
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if ofType(terms, recordTypes, "@ {page}") == nil || i-start < 2 || strings.ContainsAny(r.text[start:i], " \n") {
		return anchor{end: end}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: end, terms: terms}
}

// letteredTypes are the types of papers whose numbers letters may begin.
var letteredTypes = []string{"record", "executive"}

// maxLetters bounds the letters that begin such a number.
const maxLetters = 4

// commaTypes are the types of codes that may have a comma before the number.
var commaTypes = []string{"statute", "rule", "opinion"}

// agencyAnchor looks at a number behind the agency's letters that some codes
// have between their name and the number: "N.H. Code Admin. R. Env-A 607.01".
func (r reader) agencyAnchor(j, i int) anchor {
	terms, start := r.agencyBefore(j)
	if terms == nil {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: lex.DigitsEnd(r.text[:r.ceil], i), terms: terms}
}

// labelAgency is the label of a section sign behind an agency's letters.
const labelAgency PinKind = "agency"

// agencyBefore finds the code before the agency's letters that end at s[:j].
func (r reader) agencyBefore(j int) (terms []term, start int) {
	s := r.text
	k := j
	for k > r.floor && j-k < 10 && (lex.Class[s[k-1]]&lex.Alnum != 0 || s[k-1] == '-' || s[k-1] == '.') {
		k--
	}
	if k == j || lex.Class[s[k]]&lex.Upper == 0 {
		return nil, j
	}
	terms, start = r.tab.backward.matchBack(s, r.floor, lex.SkipBack(s, r.floor, k))
	if terms == nil || terms[0].code == nil || !strings.Contains(terms[0].code.Shape, "{agency}") {
		return nil, j
	}
	return terms, start
}

// wordEndingAt returns the offset of the "at", "p." or "at p." that ends at s[:j],
// j when none does.
func wordEndingAt(s string, floor, j int) int {
	for _, word := range [...]string{"p.", "pp.", "PP", "P", "at"} {
		k := j - len(word)
		if k <= floor || s[k:j] != word {
			continue
		}
		if before := lex.SkipBack(s, floor, k); before < k {
			if word == "at" {
				return k
			}
			if at := before - len("at"); at > floor && s[at:before] == "at" && lex.SkipBack(s, floor, at) < at {
				return at
			}
			return k
		}
	}
	return j
}

// wordOfPage returns the offset of the "at" or "p." before the page at s[i:], i
// when none stands there.
func wordOfPage(s string, floor, i int) int {
	j := lex.SkipBack(s, floor, i)
	if word := wordEndingAt(s, floor, j); word < j {
		return word
	}
	return i
}

// anteAnchor looks at what stands before the "at" at offset i: "ante" or "post",
// by which the Supreme Court's opinions point to each other, or an "id" that lost
// its period. The anchor reaches
// over the "at", so that the walk goes on behind the number.
func (r reader) anteAnchor(i, number int) anchor {
	s := r.text
	j := lex.TrimComma(s, r.floor, i)
	if id := j - len("id"); id >= r.floor && s[id]|0x20 == 'i' && s[id+1] == 'd' && (id == 0 || lex.Class[s[id-1]]&lex.Alnum == 0 && s[id-1] != '.' && s[id-1] != '-') { // "See id at 5"
		return anchor{class: anchorId, start: id, number: j, end: number + 1}
	}
	if k := j - 4; k >= r.floor && (strings.EqualFold(s[k:j], "ante") || strings.EqualFold(s[k:j], "post")) && (k == 0 || lex.Class[s[k-1]]&lex.Alnum == 0) {
		if _, signal := signalBefore(s, r.floor, k); signal || s[j] == ',' { // "see post at 33"
			return anchor{class: anchorSupra, start: k, end: number + 1}
		}
	}
	return anchor{}
}

// treatiseAnchor looks at a number behind "at" and the title of a well-known work
// that the text did not cite before: "DSM-5, at 38".
func (r reader) treatiseAnchor(i int) anchor {
	s := r.text
	j := lex.SkipBack(s, r.floor, i)
	at := wordEndingAt(s, r.floor, j)
	if at == j {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, lex.TrimComma(s, r.floor, at))
	if terms == nil || terms[0].treatise == nil {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: lex.DigitsEnd(s[:r.ceil], i), terms: terms}
}

// pagedPapers are the types of codes that may have "at" or a paragraph sign
// before the number.
var pagedPapers = []string{"opinion", "record", "legislative"}

// recordAnchor looks at what stands before "at" or a paragraph sign at offset i:
// an anchor when it is a paper of the record, "Compl. ¶ 12", "Tr. at 5".
func (r reader) recordAnchor(i, number int) anchor {
	j := lex.TrimComma(r.text, r.floor, i)
	terms, start := r.tab.backward.matchBack(r.text, r.floor, j)
	if letter := r.letterOfExhibit(j); letter < j { // "Ex. A at 12"
		if terms, start := r.tab.backward.matchBack(r.text, r.floor, lex.SkipBack(r.text, r.floor, letter)); ofType(terms, recordTypes, "@ {number}") != nil {
			return anchor{class: anchorLabel, start: start, number: letter, end: number + 1, terms: terms}
		}
	}
	if before := r.volumeOfRecord(j); before < j { // "Tr. Vol. 3 at 7"
		if terms, start := r.tab.backward.matchBack(r.text, r.floor, before); ofType(terms, recordTypes, "") != nil {
			return anchor{class: anchorLabel, start: start, number: number, end: number + 1, terms: terms}
		}
	}
	paper := ofType(terms, pagedPapers, "")
	if paper != nil && paper.code.Type == "legislative" && paper.code.Shape == "@ {number}" { // a bill has no pages: "Kelsey S., at 830"
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
	for k > r.floor && j-k < 3 && lex.Class[r.text[k-1]]&lex.Upper != 0 {
		k--
	}
	if k == j || j-k > 2 || k-1 < r.floor || lex.Class[r.text[k-1]]&lex.Space == 0 {
		return j
	}
	return k
}

// volumeOfRecord passes leftwards over a volume that ends at s[:j], "Vol. 3,"; it
// returns j when none does.
func (r reader) volumeOfRecord(j int) int {
	s := r.text
	if j == r.floor || lex.Class[s[j-1]]&(lex.Digit|lex.Upper) == 0 {
		return j
	}
	w, next, ok := wordBefore(s, r.floor, j)
	if !ok || w.before != 0 || !lex.AllDigits(s[w.start:w.end]) && !lex.IsRoman(s[w.start:w.end]) {
		return j
	}
	label, _, ok := wordBefore(s, r.floor, next)
	if !ok || label.before != 0 || label.after == ',' {
		return j
	}
	if text := strings.TrimSuffix(s[label.start:label.end], "."); !strings.EqualFold(text, "vol") && !strings.EqualFold(text, "volume") {
		return j
	}
	return lex.TrimComma(s, r.floor, label.start)
}

// maxPaper bounds the length of the title of a paper of the record, in bytes.
const maxPaper = 120

// paperBefore finds the paper of the record, named by its title, that ends at
// s[:j]: "Transcript of Trial Proceedings", "Brief for Petitioners in Rowley".
func (r reader) paperBefore(j int) (terms []term, start int) {
	for k := range r.titleWords(j, maxPaper) {
		for i := range r.tab.papers {
			if lex.HasPrefixAt(r.text, k, r.tab.papers[i].abbrev) {
				return r.tab.papers[i : i+1], k
			}
		}
	}
	return nil, j
}

// titledAnchor looks at a number at s[i:] behind a title that ends at s[:j]: of a
// brief, "Brief for Bank of America 22", or of a Restatement or a known work in
// volumes whose section sign was lost, "21 Am. Jur. 2d Criminal Law 389".
func (r reader) titledAnchor(j, i int) anchor {
	s := r.text
	a := anchor{class: anchorLabel, number: i, end: lex.DigitsEnd(s[:r.ceil], i)}
	for k := range r.titleWords(j, maxPaper) {
		switch c := s[k]; {
		case c == 'B':
			for n := range r.tab.papers {
				if paper := r.tab.papers[n].abbrev; paper[0] == c && lex.HasPrefixAt(s, k, paper) {
					a.start, a.terms = k, r.tab.papers[n:n+1]
					return a
				}
			}
		case (c == 'R' || c == 'P') && (strings.Contains(s[k:j], " of ") || strings.Contains(s[k:j], " OF ")) && r.restatementBefore(j) == k:
			a.start, a.label = i, PinSection
			return a
		}
		if lex.Class[s[k]]&lex.Upper == 0 {
			continue
		}
		if terms, _ := r.tab.titles.match(s, k, j); terms != nil && lex.NumberBefore(s, r.floor, k) < k {
			a.start, a.label, a.terms = k, PinSection, terms
			return a
		}
	}
	return anchor{}
}
