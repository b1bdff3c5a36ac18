package citation

import (
	"iter"
	"math/bits"
	"strings"
)

// How text becomes citations
//
// One walk over the bytes, with a class table, stops only at anchors: places
// where a citation may have its core. An anchor is told from one byte and its
// near neighbours:
//
//	a digit that begins a number   347 U.S. 483, 42 U.S.C. § 1983
//	a number behind a known word   Fed. R. Civ. P. 12, section 1983, Pub. L. No. 111-148
//	a number with a hyphen         Doe v. Roe, 94-0001 (La. 5/10/95)
//	§                              Colo. Rev. Stat. § 18-8-115
//	the period of "id." or "ibid." Id. at 5
//	the p of "supra", f of "infra" supra note 4
//	the period of "Const."         U.S. Const. art. I, § 8
//	that of "Cong."                Hearing Before the H. Comm., 110th Cong. 12
//	that of "ed." in brackets      W. Prosser, Law of Torts 123 (4th ed. 1971)
//	a year in brackets             S. Cobb, The Rise of Liberty 131 (1902)
//	the colon of "://", "www."     https://example.org
//
// At an anchor the kinds of its class are tried in the order of kinds.go, and
// the first that matches wins; the walk goes on behind it. A kind reads its
// core, then to the right, then to the left, never past the previous citation
// and never farther than a fixed bound, so that the whole takes time linear in
// the text's length. There are no overlapping candidates and no later passes.

// An anchorClass is a class of places where a citation may have its core.
type anchorClass uint16

const (
	anchorNumber    anchorClass = 1 << iota // a number with a known abbreviation behind it
	anchorLabel                             // a number behind a known abbreviation or a word like "section"
	anchorSection                           // a section sign
	anchorParagraph                         // a paragraph sign
	anchorConst                             // "Const."
	anchorCongress                          // "Cong."
	anchorEdition                           // a parenthetical with "ed." in it
	anchorId                                // "id.", "ibid."
	anchorSupra                             // "supra", "infra"
	anchorURL                               // a URL
	anchorYear                              // a year in brackets behind a page
	anchorDocket                            // a docket number that a court and a day follow
	anchorSaid                              // a number behind the name of a source cited before
	anchorClause                            // a clause of a note in which no other anchor made a citation
)

// anchorNone is the class of no anchor; anchorClasses is how many classes there
// are.
const (
	anchorNone    anchorClass = 0
	anchorClasses int         = 14
)

// An anchor is one such place. start is the offset of its first byte, end the
// offset behind what was recognised there.
type anchor struct {
	class      anchorClass
	start, end int
	number     int     // of an anchorLabel: the offset of its number; of an anchorSection: of its sign; of an anchorId without a period: behind the word
	label      PinKind // the word right before the number; what stands between code and section sign
	terms      []term  // what the abbreviation at a number may stand for
}

// A kind is one entry of the ordered list of kinds: where it may begin and how
// it is read. read returns nil when the text there is not of this kind.
type kind struct {
	class    anchorClass // or several, joined
	strength strength
	read     func(r reader, a anchor) Citation
}

// strength tells kinds that are recognised by their form alone from those that
// a few words of prose or of a title may look like.
type strength bool

const (
	strong strength = true
	weak   strength = false
)

// A reader is a view of the text for the grammars: nothing left of floor and
// nothing from ceil on belongs to the citation that is read. Grammars take it
// by value; what they find is in what they return.
type reader struct {
	text        string
	tab         *index
	floor, ceil int
	clause      bool    // floor is where a clause of a note begins, behind its signal
	inHistory   bool    // a history phrase stands before: what follows is a decision
	depth       int     // nesting of parentheticals
	said        *memory // what the text cited before; nil while it cited nothing
}

// All returns the citations of running text in order: those at top level;
// [Within] gives those inside their parentheticals and history. It never fails.
func (p *Parser) All(text string) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		r := reader{text: text, tab: p.index(), ceil: len(text)}
		var prev Citation
		for i := 0; ; {
			c := r.next(i)
			if c == nil {
				return
			}
			r.follow(prev, c)
			r.said = r.said.hear(c)
			if prev = c; !yield(c) {
				return
			}
			i = max(i+1, c.Common().Span.End) // whatever a grammar returns, the walk goes on
			r.floor = i
		}
	}
}

// All returns the citations of running text with the built-in tables; see
// [Parser.All].
func All(text string) iter.Seq[Citation] { return new(Parser).All(text) }

// next returns the first citation whose anchor stands at or behind offset i.
func (r reader) next(i int) Citation {
	for i < r.ceil {
		a := r.nextAnchor(i)
		if a.class == anchorNone {
			return nil
		}
		if c := r.read(a); c != nil {
			return c
		}
		i = a.end
	}
	return nil
}

// read tries the kinds of the anchor's class in order.
func (r reader) read(a anchor) Citation {
	for _, k := range r.tab.kinds[bits.TrailingZeros16(uint16(a.class))] {
		if r.clause && k.strength == weak {
			continue
		}
		if c := k.read(r, a); c != nil {
			if short := r.asName(c); short != nil {
				return short
			}
			return c
		}
	}
	return nil
}

// nextAnchor walks to the first anchor at or behind offset i.
func (r reader) nextAnchor(i int) anchor {
	s := r.text[:r.ceil]
	for i < len(s) {
		if class[s[i]]&cAnchor == 0 {
			i++
			continue
		}
		at := i
		a := anchor{}
		switch c := s[i]; {
		case class[c]&cDigit != 0:
			a = r.digitAnchor(i)
			i = a.end
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
		case c == ':':
			a = r.colonAnchor(i)
		case c == '_', c == '-' && i+1 < len(s) && s[i+1] == '-', c == 0xE2 && dashAt(s, i, len(s)) > 0:
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
	if i > 0 && class[r.text[i-1]]&cAlnum != 0 {
		if r.text[i-1] == 'R' {
			return r.gluedRule(i)
		}
		return anchor{end: digitsEnd(r.text[:r.ceil], i)}
	}
	a := r.numberAnchor(i)
	if a.class == anchorNone {
		if open, ok := r.yearOfWork(i, a.end); ok {
			return anchor{class: anchorYear, start: open, end: a.end + 1}
		}
		if label := r.labelAnchor(i); label.class != anchorNone {
			return label
		}
		if dashAt(r.text, a.end, r.ceil) > 0 {
			if docket := r.docketAnchor(i, a.end); docket.class != anchorNone {
				return docket
			}
		}
		if said := r.saidAnchor(i, a.end); said.class != anchorNone {
			return said
		}
	}
	return a
}

// gluedRule looks at a number right behind the abbreviation of rules of court:
// "LR3-215".
func (r reader) gluedRule(i int) anchor {
	end := digitsEnd(r.text[:r.ceil], i)
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if ofType(terms, ruleTypes, "") == nil || i-start < len("LR") {
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
		if open <= r.floor || i-open > maxPublisher || class[s[open]]&(asciiLet|cSpace) == 0 && s[open] != '.' && s[open] != '&' {
			return open, false
		}
	}
	k := skipBack(s, r.floor, open)
	return open, k > r.floor && class[s[k-1]]&(cDigit|asciiLet) != 0 && !endsInMonth(s[open:i])
}

// maxPublisher bounds the publisher's name before a work's year, in bytes.
const maxPublisher = 64

// numberAnchor looks at a number: it is an anchor when a known abbreviation
// stands behind it. Its end is behind the abbreviation, or behind the number.
func (r reader) numberAnchor(i int) anchor {
	s := r.text
	j := i + 1
	for j < r.ceil && class[s[j]]&cDigit != 0 {
		j++
	}
	if i > 0 && class[s[i-1]]&cAlnum != 0 || j-i > 4 || j >= r.ceil {
		return anchor{end: j}
	}
	k := j
	lettered := false
	switch c := s[j]; {
	case j-i == 4 && dashAt(s, j, r.ceil) > 0: // "1999-NMCA-019"
		k = skip(s[:r.ceil], j+dashAt(s, j, r.ceil))
	case class[c]&cNoise != 0:
		k = skip(s, j)
	case c == ']' && j-i == 4 && i > r.floor && s[i-1] == '[': // "[2010] EWCA Civ 48"
		k = skip(s, j+1)
	case class[c]&cUpper != 0 && numberEnd(s[:r.ceil], i) > j: // "15A N.C. Admin. Code"
		k, lettered = skip(s, j+1), true
	case c == '.' && j+1 < r.ceil && class[s[j+1]]&cDigit != 0:
		return r.dottedAnchor(i, j)
	}
	if k == j || k >= r.ceil || class[s[k]]&cUpper == 0 {
		return anchor{end: j}
	}
	terms, next := r.tab.forward.match(s, k, r.ceil)
	if terms == nil {
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
	if k := digitsEnd(s[:r.ceil], i); k+1 < r.ceil && s[k] == '-' && class[s[k+1]]&cDigit != 0 {
		return r.numberAnchor(k + 1)
	}
	return r.numberAnchor(i)
}

// dottedAnchor looks at a number with periods inside, of which s[i:j] is the
// first part: an anchor when a code stands behind it, "20.2.72.200 NMAC".
func (r reader) dottedAnchor(i, j int) anchor {
	s := r.text
	dots := 0
	for j+1 < r.ceil && (s[j] == '.' || s[j] == '-') && class[s[j+1]]&cDigit != 0 {
		j = digitsEnd(s[:r.ceil], j+1)
		dots++
	}
	j = subdivisions(s, j, r.ceil)
	k := skip(s[:r.ceil], j)
	if dots < 2 || k == j || k >= r.ceil || class[s[k]]&cUpper == 0 {
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

// labelAnchor looks at a number behind an abbreviation or a word that is known
// to stand before one: "Fed. R. Civ. P. 12", "section 1983".
func (r reader) labelAnchor(i int) anchor {
	s := r.text
	if letters := r.docketLetters(i); letters < i {
		if terms, start := r.tab.backward.matchBack(s, r.floor, skipBack(s, r.floor, letters)); terms != nil && terms[0].label == PinNumber {
			return anchor{class: anchorLabel, start: start, number: letters, end: digitsEnd(s[:r.ceil], i), label: PinNumber}
		}
	}
	j := skipBack(s, r.floor, i)
	if j == r.floor {
		return anchor{}
	}
	comma := s[j-1] == ','
	if comma {
		if j = skipBack(s, r.floor, j-1); j == r.floor {
			return anchor{}
		}
	}
	if at := wordEndingAt(s, r.floor, j); at < j {
		if a := r.anteAnchor(at, i); a.class != anchorNone {
			return a
		}
		return r.recordAnchor(at, i)
	}
	if class[s[j-1]]&asciiLet == 0 && s[j-1] != '.' && s[j-1] != ')' && (!comma || class[s[j-1]]&cDigit == 0) {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, j)
	if terms == nil {
		if k := r.editionBefore(j); k < j { // "K.S.A. 2010 Supp. 21-3608"
			terms, start = r.tab.backward.matchBack(s, r.floor, k)
			comma = false
		}
	}
	if terms == nil && comma { // its section sign was lost: "tit. 31, 5298"
		if _, label, end := r.divisionBefore(j); label != "" {
			if code, from := r.tab.backward.matchBack(s, r.floor, end); isCode(code) && strings.Contains(code[0].code.Shape, "§ {section}") {
				return anchor{class: anchorSection, start: from, number: i, end: digitsEnd(s[:r.ceil], i), label: label, terms: code}
			}
		}
		return anchor{}
	}
	if terms == nil {
		if !r.titleBefore(j) {
			return anchor{}
		}
		if paper, from := r.paperBefore(j); paper != nil && strings.HasPrefix(paper[0].abbrev, "Br") { // "Brief for Bank of America 22"
			return anchor{class: anchorLabel, start: from, number: i, end: digitsEnd(s[:r.ceil], i), terms: paper}
		}
		if r.restatementBefore(j) >= 0 { // its section sign was lost
			return anchor{class: anchorLabel, start: i, number: i, end: digitsEnd(s[:r.ceil], i), label: PinSection}
		}
		if work, from := r.volumeOfWork(j); work != nil { // its section sign was lost: "21 Am. Jur. 2d Criminal Law 389"
			return anchor{class: anchorLabel, start: from, number: i, end: digitsEnd(s[:r.ceil], i), label: PinSection, terms: work}
		}
		return r.agencyAnchor(j, i)
	}
	if s[j-1] == '.' && !strings.HasSuffix(terms[0].abbrev, ".") && !strings.Contains(s[start:j-1], ".") { // a sentence ends before the number
		return anchor{}
	}
	a := anchor{class: anchorLabel, start: start, number: i, end: digitsEnd(s[:r.ceil], i), terms: terms}
	if terms[0].label != "" {
		a.label, a.terms = terms[0].label, nil
		if code, from, division := r.codeBefore(start); code != nil {
			if divides(division) && a.label == PinSection { // "tit. 14, sec. 15064"
				return anchor{class: anchorSection, start: from, number: start, end: a.end, label: division, terms: code}
			}
			a.terms, a.start = code, from
		} else if len(terms) > 1 && class[s[start]]&cUpper != 0 { // "R. 45"
			a.terms, a.label = terms[1:], ""
		}
	}
	switch {
	case comma && (a.label != "" || a.terms[0].treatise == nil && ofType(a.terms, commaTypes, "") == nil):
		return anchor{}
	case a.terms != nil && a.label == "" && r.editionAt(i, a.end):
		return anchor{end: a.end}
	case a.terms != nil && a.label == "":
		if _, next := r.tab.trailing.match(s, start, r.ceil); next > i {
			return anchor{end: next} // the number belongs to the abbreviation: "NMSA 1978"
		}
	}
	return a
}

// docketLetters passes leftwards over the letters that begin a docket number
// behind "No.": "No. S-14054", "No. DV 14-699". Without them it returns i.
func (r reader) docketLetters(i int) int {
	s := r.text
	j := i
	if j > r.floor && s[j-1] == '-' {
		j--
	} else {
		j = skipBack(s, r.floor, i)
	}
	k := j
	for k > r.floor && j-k < maxDocketLetters && class[s[k-1]]&cUpper != 0 {
		k--
	}
	if k == j || k-2 < r.floor || class[s[k-1]]&cSpace == 0 {
		return i
	}
	if end := skipBack(s, r.floor, k); end-2 < r.floor || s[end-1] != '.' || s[end-2]|0x20 != 'o' && s[end-2] != 's' { // "No.", "Nos."
		return i
	}
	return k
}

// maxDocketLetters bounds the letters that begin a docket number.
const maxDocketLetters = 4

// commaTypes are the types of codes that may have a comma before the number.
var commaTypes = []string{"statute", "rule", "opinion"}

// agencyAnchor looks at a number behind the agency's letters that some codes
// have between their name and the number: "N.H. Code Admin. R. Env-A 607.01".
func (r reader) agencyAnchor(j, i int) anchor {
	terms, start := r.agencyBefore(j)
	if terms == nil {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: i, end: digitsEnd(r.text[:r.ceil], i), terms: terms}
}

// labelAgency is the label of a section sign behind an agency's letters.
const labelAgency PinKind = "agency"

// agencyBefore finds the code before the agency's letters that end at s[:j].
func (r reader) agencyBefore(j int) (terms []term, start int) {
	s := r.text
	k := j
	for k > r.floor && j-k < 10 && (class[s[k-1]]&cAlnum != 0 || s[k-1] == '-' || s[k-1] == '.') {
		k--
	}
	if k == j || class[s[k]]&cUpper == 0 {
		return nil, j
	}
	terms, start = r.tab.backward.matchBack(s, r.floor, skipBack(s, r.floor, k))
	if terms == nil || terms[0].code == nil || !strings.Contains(terms[0].code.Shape, "{agency}") {
		return nil, j
	}
	return terms, start
}

// wordEndingAt returns the offset of the "at" or "p." that ends at s[:j], j when
// none does.
func wordEndingAt(s string, floor, j int) int {
	for _, word := range [...]string{"at", "p.", "pp.", "PP", "P"} {
		if k := j - len(word); k > floor && s[k:j] == word && skipBack(s, floor, k) < k {
			return k
		}
	}
	return j
}

// anteAnchor looks at what stands before the "at" at offset i: "ante" or "post",
// by which the Supreme Court's opinions point to each other, or an "id" that lost
// its period. The anchor reaches
// over the "at", so that the walk goes on behind the number.
func (r reader) anteAnchor(i, number int) anchor {
	s := r.text
	j := trimComma(s, r.floor, i)
	if id := j - len("id"); id >= r.floor && s[id]|0x20 == 'i' && s[id+1] == 'd' && (id == 0 || class[s[id-1]]&cAlnum == 0 && s[id-1] != '.' && s[id-1] != '-') { // "See id at 5"
		return anchor{class: anchorId, start: id, number: j, end: number + 1}
	}
	if k := j - 4; k >= r.floor && (strings.EqualFold(s[k:j], "ante") || strings.EqualFold(s[k:j], "post")) && (k == 0 || class[s[k-1]]&cAlnum == 0) {
		if _, signal := signalBefore(s, r.floor, k); signal || s[j] == ',' { // "see post at 33"
			return anchor{class: anchorSupra, start: k, end: number + 1}
		}
	}
	return anchor{}
}

// papersOfCase are the types of codes that may have "at" or a paragraph sign
// before the number.
var papersOfCase = append(opinionTypes, recordTypes...)

// recordAnchor looks at what stands before "at" or a paragraph sign at offset i:
// an anchor when it is a paper of the record, "Compl. ¶ 12", "Tr. at 5".
func (r reader) recordAnchor(i, number int) anchor {
	j := trimComma(r.text, r.floor, i)
	terms, start := r.tab.backward.matchBack(r.text, r.floor, j)
	if ofType(terms, papersOfCase, "") == nil && reporterOf(terms) == nil {
		if terms, start = r.paperBefore(j); terms == nil {
			return anchor{}
		}
	}
	return anchor{class: anchorLabel, start: start, number: number, end: number + 1, terms: terms}
}

// maxPaper bounds the length of the title of a paper of the record, in bytes.
const maxPaper = 120

// paperBefore finds the paper of the record, named by its title, that ends at
// s[:j]: "Transcript of Trial Proceedings", "Brief for Petitioners in Rowley".
func (r reader) paperBefore(j int) (terms []term, start int) {
	for k := range r.titleWords(j, maxPaper) {
		for i := range r.tab.papers {
			if hasPrefixAt(r.text, k, r.tab.papers[i].abbrev) {
				return r.tab.papers[i : i+1], k
			}
		}
	}
	return nil, j
}

// maxTopic bounds the length of a work's title with what it is read under, in
// bytes: "Am. Jur. 2d Criminal Law".
const maxTopic = 80

// volumeOfWork finds the known work with its volume before it that ends at s[:j].
func (r reader) volumeOfWork(j int) (terms []term, start int) {
	s := r.text
	for k := range r.titleWords(j, maxTopic) {
		if class[s[k]]&cUpper == 0 {
			continue
		}
		if terms, _ := r.tab.titles.match(s, k, j); terms != nil && numberBefore(s, r.floor, k) < k {
			return terms, k
		}
	}
	return nil, j
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
	j := trimComma(s, r.floor, i)
	if terms, start := r.tab.backward.matchBack(s, r.floor, j); isCode(terms) {
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

// isCode reports whether terms are those of a code or the like.
func isCode(terms []term) bool {
	return len(terms) > 0 && terms[0].label == "" && terms[0].treatise == nil && terms[0].reporter == nil
}

// blankAnchor looks at what stands for a volume not yet known: "___ F.3d ___",
// "--- F.3d ---", "— U.S. —". One hyphen is none.
func (r reader) blankAnchor(i int) anchor {
	s := r.text
	j := blankEnd(s[:r.ceil], i)
	if j == i || s[i] == '-' && j == i+1 || i > 0 && class[s[i-1]]&cSpace == 0 && strings.IndexByte("([,", s[i-1]) < 0 {
		return anchor{end: max(i+1, j)}
	}
	k := skip(s[:r.ceil], j)
	if k < r.ceil && class[s[k]]&cUpper != 0 && (k > j || s[i] == '_' && j-i >= 3) {
		if terms, next := r.tab.forward.match(s, k, r.ceil); reporterOf(terms) != nil {
			return anchor{class: anchorNumber, start: i, end: next, terms: terms}
		}
	}
	if before := skipBack(s, r.floor, i); before < i {
		if at := wordEndingAt(s, r.floor, before); at < before { // "ante, at ___"
			if a := r.anteAnchor(at, i); a.class != anchorNone {
				return a
			}
		}
	}
	return anchor{end: j}
}

// blankEnd returns the end of the run of one sign, underscores, hyphens or
// dashes, at s[i:].
func blankEnd(s string, i int) int {
	j := i
	switch n := dashAt(s, i, len(s)); {
	case n == 3:
		for hasPrefixAt(s, j, s[i:i+3]) {
			j += 3
		}
	case n == 1 || i < len(s) && s[i] == '_':
		for j < len(s) && s[j] == s[i] {
			j++
		}
	}
	return j
}

// beginsSeries reports whether the number s[i:j] is the volume of a known
// series: then it is not a pinpoint of what stands before it.
func (r reader) beginsSeries(i, j int) bool {
	if !allDigits(r.text[i:j]) {
		return blankEnd(r.text[:j], i) == j && r.blankAnchor(i).class == anchorNumber
	}
	return r.numberAnchor(i).class == anchorNumber
}

// periodAnchor looks at a period: that of "id." or "ibid.", with or without
// emphasis around it, or the first of "www.".
func (r reader) periodAnchor(i int) anchor {
	s := r.text
	if i == 0 {
		return anchor{}
	}
	switch c := s[i-1]; {
	case c == 'g' && i-4 >= r.floor && s[i-4:i] == "Cong" && (i == 4 || class[s[i-5]]&cSpace != 0):
		return anchor{class: anchorCongress, start: i - 4, end: i + 1}
	case c|0x20 == 't' && c >= 'A' && i-3 >= r.floor && s[i-3]|0x20 == 'a':
		return r.constComma(i - 3)
	case c|0x20 == 't' && c >= 'A':
		if k := i - len("const"); k >= r.floor && hasFoldPrefix(s[k:], "const") && class[s[k]]&cUpper != 0 && (k == 0 || class[s[k-1]]&cAlnum == 0) {
			return anchor{class: anchorConst, start: k, end: i + 1}
		}
	case c == 'd' && i-5 >= r.floor && hasFoldPrefix(s[i-5:], "amend"):
		return r.constComma(i - 5)
	case c == 'd' && i-2 >= r.floor && s[i-2] == 'e' && (i == 2 || class[s[i-3]]&cAlnum == 0), c == 's' && i-3 >= r.floor && s[i-3:i] == "eds":
		return r.editionAnchor(i)
	case c|0x20 == 'd' && c >= 'A', class[c]&cMarkup != 0, c == '>', c == ' ' && i >= 2 && s[i-2] == 'd': // "Id ., at 322"
		j := skipBack(s, r.floor, i)
		for _, word := range [...]string{"ibid", "id"} {
			if k := j - len(word); k >= r.floor && hasFoldPrefix(s[k:], word) && (k == 0 || class[s[k-1]]&cAlnum == 0 && s[k-1] != '-' && (s[k-1] != '.' || gluedSentence(s, k))) {
				return anchor{class: anchorId, start: k, end: i + 1}
			}
		}
	case c == 'w' && i-3 >= r.floor && s[i-3:i] == "www" && (i == 3 || class[s[i-4]]&cAlnum == 0 && s[i-4] != '/'):
		return anchor{class: anchorURL, start: i - 3, end: i + 1}
	}
	return anchor{}
}

// gluedSentence reports whether a sentence ends right before the capital at
// s[k], without a blank between: "the state.Id. at 5", "arose....Madsen". What
// ends it may also be a word in capitals.
func gluedSentence(s string, k int) bool {
	p := k - 1
	for p > 0 && s[p-1] == '.' && k-p < 5 {
		p--
	}
	if p < 2 || class[s[k]]&cUpper == 0 {
		return false
	}
	if class[s[p-1]]&class[s[p-2]]&cLower != 0 {
		return true
	}
	return p >= 3 && class[s[p-1]]&class[s[p-2]]&class[s[p-3]]&cUpper != 0 && k+2 < len(s) && class[s[k+1]]&class[s[k+2]]&cLower != 0 // "PERA.Longacre"
}

// constComma looks at an article or amendment at s[i:]: an anchor when "Const,"
// with a comma for its period stands before it.
func (r reader) constComma(i int) anchor {
	j := skipBack(r.text, r.floor, i)
	k := j - len("Const,")
	if k < r.floor || r.text[k:j] != "Const," {
		return anchor{}
	}
	return anchor{class: anchorConst, start: k, end: j - 1}
}

// maxEdition bounds what stands between a bracket and the "ed." behind it.
const maxEdition = 80

// editionAnchor looks at the period of "ed." or "eds.": an anchor when it stands
// in a parenthetical without brackets inside.
func (r reader) editionAnchor(i int) anchor {
	s := r.text
	for k := i - 2; k >= r.floor && i-k < maxEdition; k-- {
		switch s[k] {
		case '(':
			return anchor{class: anchorEdition, start: k, end: i + 1}
		case ')', ';':
			return anchor{}
		}
	}
	return anchor{}
}

// hereinafterAnchor looks at the f of "hereinafter" in brackets: an anchor at the
// date in brackets before it, which is that of a work without a page, "APA,
// Diagnostic Manual (2013) (hereinafter DSM)".
func (r reader) hereinafterAnchor(i int) anchor {
	s := r.text
	k := i - len("hereina")
	if k <= r.floor || s[k:i] != "hereina" || s[k-1] != '(' && s[k-1] != '[' {
		return anchor{}
	}
	end := skipBack(s, r.floor, k-1)
	open := r.opening(max(r.floor, end-maxShort), end)
	if open < 0 || s[open] != '(' || class[s[end-2]]&cDigit == 0 {
		return anchor{}
	}
	return anchor{class: anchorEdition, start: open, end: i + 1}
}

// endsInRa tells "supra" and "infra" from most words by what stands behind
// their third letter, s[i].
func endsInRa(s string, i int) bool {
	return i+2 < len(s) && s[i+1]|0x20 == 'r' && s[i+2]|0x20 == 'a'
}

// wordAnchor looks at the third letter of a five-letter word.
func wordAnchor(s string, floor, i int, word string) anchor {
	k := i - 2
	if k < floor || len(s)-k < 5 || !hasFoldPrefix(s[k:], word) {
		return anchor{}
	}
	if k > 0 && class[s[k-1]]&asciiLet != 0 || k+5 < len(s) && class[s[k+5]]&asciiLet != 0 {
		return anchor{}
	}
	return anchor{class: anchorSupra, start: k, end: k + 5}
}

// colonAnchor looks at a colon: that of a URL's scheme.
func (r reader) colonAnchor(i int) anchor {
	s := r.text
	if !hasPrefixAt(s, i, "://") {
		return anchor{}
	}
	for _, scheme := range [...]string{"https", "http", "ftp"} {
		if k := i - len(scheme); k >= r.floor && strings.EqualFold(s[k:i], scheme) {
			return anchor{class: anchorURL, start: k, end: i + 3}
		}
	}
	return anchor{}
}
