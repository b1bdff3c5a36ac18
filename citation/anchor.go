package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Anchors at numbers and section signs. What scan.go says of anchors in general
// holds here.

// leadsToAnchor are the bytes at which the walk looks closer.
var leadsToAnchor = func() (t [256]bool) {
	for _, c := range []byte("0123456789.:CpPfF_-&\xC2\xE2") {
		t[c] = true
	}
	return t
}()

// nextAnchor walks to the first anchor at or behind offset i.
func (r reader) nextAnchor(i int) anchor {
	s := r.text[:r.ceil]
	for i < len(s) {
		if !leadsToAnchor[s[i]] {
			i++
			continue
		}
		at := i
		a := anchor{}
		switch c := s[i]; {
		case lex.Class[c]&lex.Digit != 0:
			a = r.digitAnchor(i)
		case c == '.':
			a = r.periodAnchor(i)
		case c|0x20 == 'p':
			if endsInRa(s, i) {
				a = wordAnchor(s, r.floor, i, "supra")
			}
		case c|0x20 == 'f':
			if endsInRa(s, i) {
				a = wordAnchor(s, r.floor, i, "infra")
			} else if i+1 < len(s) && s[i+1] == 't' {
				a = r.hereinafterAnchor(i)
			}
		case c == 'C':
			a = r.constAnchor(i)
		case c == ':':
			a = r.colonAnchor(i)
		case c == '_', c == '-' && i+1 < len(s) && s[i+1] == '-', c == 0xE2 && lex.DashAt(s, i, len(s)) > 0:
			a = r.blankAnchor(i)
		case c == 0xC2 || c == '&':
			switch kind, n := signAt(s, i); kind {
			case PinSection:
				a = r.sectionAnchor(i)
				a.end = i + n
			case PinParagraph:
				if a = r.recordAnchor(i, i); a.class == anchorNone {
					a = anchor{class: anchorParagraph, start: i, number: i, end: i + n}
				}
			}
		}
		a.end = max(a.end, at+1) // the walk goes on behind what led to the anchor
		if a.class != anchorNone {
			return a
		}
		i = a.end
	}
	return anchor{}
}

// digitAnchor looks at a digit. Without an anchor there, the end of what it
// returns is behind the number.
func (r reader) digitAnchor(i int) anchor {
	if i > 0 && lex.Class[r.text[i-1]]&lex.Alnum != 0 {
		switch r.text[i-1] {
		case 'R':
			if a := r.gluedRule(i); a.class != anchorNone {
				return a
			}
		case 'P':
			if a := r.gluedParagraph(i); a.class != anchorNone {
				return a
			}
		}
		return r.letteredAnchor(i)
	}
	a := r.numberAnchor(i)
	if a.class == anchorNone {
		if open, ok := r.yearOfWork(i, a.end); ok {
			return anchor{class: anchorYear, start: open, end: a.end + 1}
		}
		if r.dayOfNews(i, a.end) {
			return anchor{class: anchorNews, start: i, end: a.end}
		}
		if label := r.labelAnchor(i); label.class != anchorNone {
			return label
		}
		if lex.DashAt(r.text, a.end, r.ceil) > 0 || a.end == i+4 && r.plainDocket(a.end) > a.end {
			if docket := r.docketAnchor(i, a.end); docket.class != anchorNone {
				return docket
			}
		}
		if said := r.saidAnchor(i, a.end); said.class != anchorNone {
			return said
		}
		if work := r.treatiseAnchor(i); work.class != anchorNone {
			return work
		}
	}
	return a
}

// gluedRule looks at a number right behind the abbreviation of rules of court:
// "LR3-215", or behind the R that such numbers begin with.
func (r reader) gluedRule(i int) anchor {
	end := lex.DigitsEnd(r.text[:r.ceil], i)
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if ofType(terms, ruleTypes, "") == nil || i-start < len("LR") {
		if terms, start = r.tab.backward.matchBack(r.text, r.floor, lex.SkipBack(r.text, r.floor, i-1)); ofType(terms, regulationTypes, "@") == nil {
			return anchor{end: end}
		}
		return anchor{class: anchorLabel, start: start, number: i - 1, end: end, terms: terms} // "Utah Admin. Code R317-2-14"
	}
	return anchor{class: anchorLabel, start: start, number: i, end: end, terms: terms}
}

// gluedParagraph looks at a number right behind the P that stands for the
// paragraph sign of a looseleaf service: "Bankr. L. Rep. (CCH) P12,345".
func (r reader) gluedParagraph(i int) anchor {
	end := lex.DigitsEnd(r.text[:r.ceil], i)
	p := lex.SkipBack(r.text, r.floor, i-1)
	if p == i-1 || p == r.floor {
		return anchor{end: end}
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, p)
	if reporterOf(terms) == nil {
		return anchor{end: end}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: end, terms: terms}
}

// yearOfWork reports whether s[i:j] is a year in brackets right behind a page or
// a word, as a work's is, "The Rise of Liberty 131 (1902)", with or without the
// publisher before it, and where the bracket opens.
func (r reader) yearOfWork(i, j int) (open int, ok bool) {
	s := r.text
	if j-i != 4 || i < r.floor+2 || j >= r.ceil || s[j] != ')' {
		return open, false
	}
	for open = i - 1; s[open] != '('; open-- {
		if open <= r.floor || i-open > maxPublisher || lex.Class[s[open]]&(lex.ASCII|lex.Space) == 0 && s[open] != '.' && s[open] != '&' {
			return open, false
		}
	}
	k := lex.SkipBack(s, r.floor, open)
	ends := k > r.floor && (lex.Class[s[k-1]]&(lex.Digit|lex.ASCII) != 0 || s[k-1] == ')' && k-3 > r.floor && s[k-3] == '(') // "14.1(a)"
	if endsInMonth(s[open:i]) {                                                                                              // "Prisoners in 2008, p. 3 (Dec. 2009)", not "(Alaska Dec. 2009)"
		_, _, dated := scanDate(s[:j], open+1)
		return open, dated && k > r.floor && lex.Class[s[k-1]]&lex.Digit != 0
	}
	return open, ends
}

// dayOfNews reports whether s[i:j] is the year of a day with a page of a
// newspaper behind it, "Dec. 24, 2005, p. A1", and a comma before the day.
func (r reader) dayOfNews(i, j int) bool {
	s := r.text
	if j-i != 4 || j >= r.ceil || s[j] != ',' || s[i] != '1' && s[i] != '2' {
		return false
	}
	if _, k := r.newsPages(j); k == j {
		return false
	}
	d, start, ok := scanDateBack(s, max(r.floor, i-date.MaxLen), j)
	if !ok || d.Day == 0 {
		return false
	}
	k := lex.SkipBack(s, r.floor, start)
	return k > r.floor && s[k-1] == ',' && r.newspaperBefore(k-1)
}

// newspaperBefore reports whether the word that ends at s[:i] is one that a
// newspaper's name ends in.
func (r reader) newspaperBefore(i int) bool {
	w, _, ok := wordBefore(r.text, max(r.floor, i-maxShort), i)
	return ok && r.tab.is(strings.TrimSuffix(r.text[w.start:w.end], "."), roleNewspaper)
}

// newsPages reads the pages of a newspaper behind the day: ", at A6", ", p. A17,
// col. 1". It returns i when there are none.
func (r reader) newsPages(i int) (pins []Pin, next int) {
	s := r.text
	j := lex.Skip(s[:r.ceil], i)
	if j >= r.ceil || s[j] != ',' {
		return nil, i
	}
	j = lex.Skip(s[:r.ceil], j+1)
	if part, named, k, ok := r.scanPin(j, ""); ok && named && (part.Kind == PinPart || part.Kind == PinSection) && k < r.ceil && s[k] == ',' { // "part 1, p. 34"
		pins, j = []Pin{part}, lex.Skip(s[:r.ceil], k+1)
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
	if k, ok := words.MatchPhrase(s, lex.Skip(s[:r.ceil], min(next+1, r.ceil)), r.ceil, "col."); ok && next < r.ceil && s[next] == ',' {
		if n := lex.Skip(s[:r.ceil], k); lex.DigitsEnd(s[:r.ceil], n) > n {
			next = lex.DigitsEnd(s[:r.ceil], n)
		}
	}
	return pins, next
}

// maxPublisher bounds the publisher's name before a work's year, in bytes.
const maxPublisher = 64

// numberAnchor looks at a number: it is an anchor when a known abbreviation
// stands behind it. Its end is behind the abbreviation, or behind the number.
func (r reader) numberAnchor(i int) anchor {
	s := r.text
	j := i + 1
	for j < r.ceil && lex.Class[s[j]]&lex.Digit != 0 {
		j++
	}
	if i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 || j-i > 4 || j >= r.ceil {
		return anchor{end: j}
	}
	k := j
	lettered := false
	switch c := s[j]; {
	case j-i == 4 && lex.DashAt(s, j, r.ceil) > 0: // "1999-NMCA-019"
		k = lex.Skip(s[:r.ceil], j+lex.DashAt(s, j, r.ceil))
	case lex.Class[c]&lex.Noise != 0:
		k = lex.Skip(s, j)
	case c == ']' && j-i == 4 && i > r.floor && s[i-1] == '[': // "[2010] EWCA Civ 48"
		k = lex.Skip(s, j+1)
	case lex.Class[c]&lex.Upper != 0 && j+2 < r.ceil && lex.Class[s[j+1]]&lex.Class[s[j+2]]&lex.Upper != 0: // "5CFR"
		lettered = true
	case lex.Class[c]&lex.Upper != 0 && lex.NumberEnd(s[:r.ceil], i) > j: // "15A N.C. Admin. Code"
		k, lettered = lex.Skip(s, j+1), true
	case c == '.' && j+1 < r.ceil && lex.Class[s[j+1]]&lex.Digit != 0:
		return r.dottedAnchor(i, j)
	}
	if k == j && !lettered || k >= r.ceil || lex.Class[s[k]]&lex.Upper == 0 {
		return anchor{end: j}
	}
	terms, next := r.tab.forward.match(s, k, r.ceil)
	if terms == nil && lettered && k == j { // "9VAC25-260-50"
		for k < r.ceil && lex.Class[s[k]]&lex.Upper != 0 {
			k++
		}
		if k < r.ceil && lex.Class[s[k]]&lex.Digit != 0 {
			terms, next = r.tab.forward.match(s, j, k)
		}
	}
	if terms == nil || terms[0].code != nil && terms[0].code.Type == "register" && next < r.ceil && lex.Class[s[next]]&lex.ASCII != 0 { // "Rule 60 F.R.Civ.P."
		return anchor{end: j}
	}
	if lettered && terms[0].code == nil || s[j] == ']' && (reporterOf(terms) == nil || !strings.HasPrefix(reporterOf(terms).Shape, "[{year}] @")) {
		return anchor{end: j}
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
	s := r.text
	if k := lex.DigitsEnd(s[:r.ceil], i); k+1 < r.ceil && s[k] == '-' && lex.Class[s[k+1]]&lex.Digit != 0 {
		return r.numberAnchor(k + 1)
	}
	return r.numberAnchor(i)
}

// dottedAnchor looks at a number with periods inside, of which s[i:j] is the
// first part: an anchor when a code stands behind it, "20.2.72.200 NMAC".
func (r reader) dottedAnchor(i, j int) anchor {
	s := r.text
	dots := 0
	for j+1 < r.ceil && (s[j] == '.' || s[j] == '-') && lex.Class[s[j+1]]&lex.Digit != 0 {
		j = lex.DigitsEnd(s[:r.ceil], j+1)
		dots++
	}
	for j+1 < r.ceil && s[j] == '.' && lex.Class[s[j+1]]&lex.Upper != 0 && (j+2 >= r.ceil || lex.Class[s[j+2]]&lex.Alnum == 0) { // "3.6.7.16.A NMAC"
		j += 2
	}
	j = lex.Subdivisions(s, j, r.ceil)
	k := lex.Skip(s[:r.ceil], j)
	if dots < 2 || k == j || k >= r.ceil || lex.Class[s[k]]&lex.Upper == 0 {
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
// and over the letters that a code or an act is given behind its name, "Hawaii
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
	if j == i || s[i] == '-' && j == i+1 || i > 0 && lex.Class[s[i-1]]&lex.Space == 0 && strings.IndexByte("([,", s[i-1]) < 0 {
		return anchor{end: max(i+1, j)}
	}
	k := lex.Skip(s[:r.ceil], j)
	if k < r.ceil && lex.Class[s[k]]&lex.Upper != 0 && (k > j || s[i] == '_' && j-i >= 3) {
		if terms, next := r.tab.forward.match(s, k, r.ceil); reporterOf(terms) != nil {
			return anchor{class: anchorNumber, start: i, end: next, terms: terms}
		}
	}
	if before := lex.SkipBack(s, r.floor, i); before < i {
		if at := wordEndingAt(s, r.floor, before); at < before { // "ante, at ___"
			if a := r.anteAnchor(at, i); a.class != anchorNone {
				return a
			}
		}
	}
	return anchor{end: j}
}

// beginsSeries reports whether the number s[i:j] is the volume of a known
// series: then it is not a pinpoint of what stands before it.
func (r reader) beginsSeries(i, j int) bool {
	if !lex.AllDigits(r.text[i:j]) {
		return lex.BlankEnd(r.text[:j], i) == j && r.blankAnchor(i).class == anchorNumber
	}
	return r.numberAnchor(i).class == anchorNumber
}
