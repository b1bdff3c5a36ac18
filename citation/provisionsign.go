package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A provision at its section sign, and the divisions of a code before it: "tit. 14,
// ch. 3, § 15".

// afterSign reads "Colo. Rev. Stat. § 18-8-115" at its section sign.
func (r reader) afterSign(a anchor, p *Provision, types []string) (start, next int) {
	t := r.codeOf(a, types, anyForm)
	if t == nil || t.ofYearOnly() {
		return 0, 0
	}
	s := r.text
	p.Code, p.AsWritten, start = t.code, r.asWritten(t, a), a.start
	switch {
	case a.label == labelAgency:
		p.Chapter = lex.LastWord(s[a.start:lex.TrimComma(s, a.start, a.number)])
	case a.label != "": // "ch. 268, § 40"
		for end, divisions := lex.TrimComma(s, r.floor, a.number), 0; divisions < maxDivisions; divisions++ {
			number, kind, before := r.divisionBefore(end)
			if field := p.field(fieldOf(kind, t.layout)); *field == "" {
				*field = number
			}
			end = before
		}
	case numberFirst(t.layout), t.layout.Has(shape.Title): // "016-06-35 Ark. Code R. § 171.110", "32 L.P.R.A. § 3077"
		if k := lex.NumberBefore(s, r.floor, start); k < start {
			p.Title, start = s[k:lex.SkipBack(s, k, start)], k
		}
	}
	if lex.Class[s[a.number]]&lex.Digit != 0 { // its section sign was lost
		p.Sections, next = r.scanSections(a.number, PinSection)
	} else {
		p.Sections, next = r.scanPins(a.number, "")
	}
	if p.Sections == nil && t.layout.Has(shape.Agency) {
		p.Chapter, p.Sections, next = r.agencyAfter(a.number)
	}
	if p.Sections == nil {
		return 0, 0
	}
	return start, next
}

// maxDivisions bounds how many divisions are between a code and the section:
// "tit. 33, pt. III, § 501".
const maxDivisions = 2

// agencyAfter reads the agency's letters and the section after a sign: "§ NR
// 102.04".
func (r reader) agencyAfter(i int) (agency string, sections []Pin, next int) {
	s := r.text
	_, _, j := pinWordAt(s, i, r.ceil)
	k := j
	for k < r.ceil && k-j < 8 && (lex.Class[s[k]]&lex.ASCII != 0 || s[k] == '-') {
		k++
	}
	if k == j || lex.Class[s[j]]&lex.Upper == 0 || r.skip(k) == k {
		return "", nil, i
	}
	sections, next = r.scanSections(r.skip(k), PinSection)
	return s[j:k], sections, next
}

// divisionBefore reads leftwards the chapter or title that some codes have
// between their name and the section: "ch. 268", "tit. 21". It returns the
// offset at which the code's name ends.
func (r reader) divisionBefore(j int) (number string, kind PinKind, end int) {
	s := r.text
	k := j
	for k > r.floor && (lex.Class[s[k-1]]&lex.Alnum != 0 || s[k-1] == '-') {
		k--
	}
	if k == j {
		return "", "", j
	}
	number = s[k:j]
	m := r.skipBack(k)
	if word, kind := r.gluedLabel(m); divides(kind) { // "G.L.c. 93A"
		return number, kind, word
	}
	w, _, ok := wordBefore(s, max(r.floor, m-maxDivision), m)
	if !ok || w.before != 0 || w.after == ',' || w.after == ';' {
		return "", "", j
	}
	kind, _, next := pinWordAt(s, w.start, m)
	if !divides(kind) || next < m {
		return "", "", j
	}
	return number, kind, lex.TrimComma(s, r.floor, w.start)
}

// gluedLabel returns where the word begins that ends in a period at s[:i], right after
// another period, and what it counts; kind is empty without one.
func (r reader) gluedLabel(i int) (start int, kind PinKind) {
	s := r.text
	if r.before(i) != '.' {
		return i, ""
	}
	for start = i - 1; r.isBefore(start, lex.ASCII) && i-start < maxDivision; {
		start--
	}
	initial := start == i-2 && r.isAt(start, lex.Upper)
	if r.before(start) != '.' || start == i-1 || initial {
		return i, ""
	}
	label, k := words.Labels.Match(s, start, i)
	if label == nil || k < i-1 {
		return i, ""
	}
	return start, PinKind(label.Value)
}

// maxDivision bounds the length of the word for a code's division, in bytes.
const maxDivision = 16

// codeBefore finds the code that ends before offset i, with or without the year
// of its edition and a chapter or title between them; label says which of the
// two.
func (r reader) codeBefore(i int) (terms []term, start int, label PinKind) {
	s := r.text
	j := r.trimFormer(i)
	if terms, start := r.codeEndingAt(j); terms != nil {
		if endsSentence(terms, s[start:j]) { // "of the Appendix. Section 1.04"
			return nil, i, ""
		}
		return terms, start, ""
	}
	_, label, end := r.divisionBefore(j)
	if label == "" {
		end = j
	}
	if label != "" {
		if terms, start := r.codeEndingAt(end); terms != nil {
			return terms, start, label
		}
		if _, outer, from := r.divisionBefore(end); outer != "" { // "tit. 33, pt. III, § 501"
			if terms, start := r.tab.backward.matchBack(s, r.floor, from); isCode(terms) {
				return terms, start, label
			}
		}
	}
	if terms, start := r.agencyBefore(j); terms != nil {
		return terms, start, labelAgency
	}
	return nil, i, ""
}

// codeEndingAt finds the code that ends at s[:i], before the year of its edition or not:
// where both are one, "D.C. Code 1940", the one that begins first. terms is nil without.
func (r reader) codeEndingAt(i int) (terms []term, start int) {
	if terms, start = r.tab.backward.matchBack(r.text, r.floor, i); !isCode(terms) {
		terms = nil
	}
	if k := r.editionBefore(i); k < i {
		if whole, from := r.tab.backward.matchBack(r.text, r.floor, k); isCode(whole) && (terms == nil || from < start) {
			return whole, from
		}
	}
	return terms, start
}

// maxLettersOfAct bounds the letters that an act is given, with their brackets, in bytes.
const maxLettersOfAct = 12

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

// isCode reports whether terms are those of a code or the like.
func isCode(terms []term) bool {
	return len(terms) > 0 && terms[0].label == "" && terms[0].treatise == nil && terms[0].reporter == nil
}

// agencyBefore finds the code before the agency's letters that end at s[:j].
func (r reader) agencyBefore(j int) (terms []term, start int) {
	s := r.text
	k := j
	for k > r.floor && j-k < 10 && lex.In(s[k-1], lex.Alnum, "-.") {
		k--
	}
	if k == j || lex.Class[s[k]]&lex.Upper == 0 {
		return nil, j
	}
	terms, start = r.tab.backward.matchBack(s, r.floor, r.skipBack(k))
	if terms == nil || terms[0].code == nil || !terms[0].layout.Has(shape.Agency) {
		return nil, j
	}
	return terms, start
}

// labelAgency is the label of a section sign after an agency's letters.
const labelAgency PinKind = "agency"
