package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How a provision is read at its anchor: a number with the code after it, a
// section sign or a number with the code before it.

// scanProvision reads a provision of a code of one of the types at a number
// with the code after it, at a number with the code before it, or at a section
// sign. It fills p and sh up to the tail.
func (r reader) scanProvision(a anchor, sh *Shared, p *Provision, types []string) bool {
	sh.text = r.text
	var start, next int
	switch a.class {
	case anchorNumber:
		start, next = r.afterCode(a, sh, p, types)
	case anchorLabel:
		start, next = a.start, r.afterLabel(a, sh, p, types)
	case anchorSection:
		start, next = r.afterSign(a, p, types)
	}
	if next == 0 {
		return false
	}
	p.Jurisdiction = p.Code.Jurisdiction
	if p.Jurisdiction == "" && p.Code.Type == "session" { // "Tex. Laws 1973, ch. 5"
		p.Jurisdiction, start = r.jurisdictionBefore(start)
	}
	next = r.figureAfter(p, next)
	if _, k, ok := scanEtSeq(r.text, next, r.ceil); ok {
		p.EtSeq, next = true, k
	}
	if note, ok := r.statutoryNote(next); ok && p.Code.Type == "statute" && len(p.Sections) > 0 {
		p.Sections, next = append(p.Sections, note), note.Span.End
	}
	if p.Title == "" && p.Code.layout().Has(shape.Title) {
		p.Title, start = r.titleOfCodeBefore(start)
	}
	sh.Core = Span{start, next}
	r.finishProvision(sh, p, next)
	return true
}

// figureAfter reads what goes on from the last section in the styles of some
// codes: in the National Bank Act a paragraph by its ordinal, "12 U.S.C. § 24
// Seventh"; in New York a figure in brackets after a blank, "Labor Law §§ 200, 241
// (6) and", which elsewhere may count the points of a sentence; in New Hampshire a
// Roman numeral, "RSA 631:1, I(a)"; in Maryland the article, "§ 2-201 of the Criminal
// Law Article".
func (r reader) figureAfter(p *Provision, i int) (next int) {
	s := r.text[:r.ceil]
	last := len(p.Sections) - 1
	if last < 0 || p.Sections[last].Span.End != i || i+1 >= len(s) {
		return i
	}
	switch p.Jurisdiction {
	case "us":
		return r.ordinalParagraph(p, i)
	case "ny":
		return r.spacedFigures(p, i)
	case "nh":
		return r.romanParagraph(p, i)
	case "md":
		return r.articleOfSection(p, i)
	}
	return i
}

// ordinalParagraph reads the ordinal, in words, of a paragraph after a section.
func (r reader) ordinalParagraph(p *Provision, i int) (next int) {
	j := r.skip(i)
	if r.at(i) == '(' {
		if word, k := words.Ordinals.Match(r.text, i+1, r.ceil); word != nil && r.at(k) == ')' { // "§ 24(Seventh)"
			last := &p.Sections[len(p.Sections)-1]
			last.From, last.Span.End = last.From+r.text[i:k+1], k+1
			return k + 1
		}
	}
	word, k := words.Ordinals.Match(r.text, j, r.ceil)
	if word == nil || j == i || !r.isAt(j, lex.Upper) || !r.stopsAt(r.skip(k), ".,;:()[]") {
		return i
	}
	p.Sections[len(p.Sections)-1].goOn(r.text[j:k], k)
	return k
}

// spacedFigures reads New York's figure in brackets after a blank, and the sections
// after it.
func (r reader) spacedFigures(p *Provision, i int) (next int) {
	s := r.text[:r.ceil]
	k := bracketedFigure(s, i)
	if k == i {
		return i
	}
	last := &p.Sections[len(p.Sections)-1]
	next = lex.Subdivisions(s, k, len(s))
	last.goOn(lex.Clean(s[i+1:next]), next)
	p.Sections, next = r.morePins(p.Sections, next, last.Kind)
	return next
}

// romanParagraph reads New Hampshire's Roman numeral after a section.
func (r reader) romanParagraph(p *Provision, i int) (next int) {
	s := r.text[:r.ceil]
	j := lex.Skip(s, i+1)
	k := j
	for lex.IsAt(s, k, lex.Upper) {
		k++
	}
	if k == j || !lex.IsRoman(s[j:k]) || s[j] > 'X' || s[j] == 'C' {
		return i
	}
	next = lex.Subdivisions(s, k, len(s))
	divided := lex.Class[s[i]]&lex.Space != 0 && next > k
	if wordFollows(s, k, len(s)) || s[i] != ',' && !divided {
		return i
	}
	p.Sections[len(p.Sections)-1].goOn(lex.Clean(s[j:next]), next)
	return next
}

// articleOfSection reads the article of Maryland's code after a section.
func (r reader) articleOfSection(p *Provision, i int) (next int) {
	k, ok := words.Match(r.text, r.skip(i), r.ceil, "of the")
	if !ok {
		return i
	}
	act, end := r.actAt(r.skip(k))
	if !strings.HasSuffix(act.Text, " Article") {
		return i
	}
	p.Name = act
	return end
}

// goOn adds to the last number of a pinpoint what goes on from it after a blank.
func (p *Pin) goOn(more string, end int) {
	p.Span.End = end
	if p.To == "" {
		p.From += " " + more
	} else {
		p.To += " " + more
	}
}

// statutoryNote reads the word after a section that says that a note to it is
// meant: "8 U.S.C. § 1101 note (2000)". Something that ends a citation follows.
func (r reader) statutoryNote(i int) (pin Pin, ok bool) {
	s := r.text
	j := r.skip(i)
	k, ok := words.Match(s, j, r.ceil, "note")
	if !ok {
		k, ok = words.Match(s, j, r.ceil, "notes")
	}
	if end := r.skip(k); !ok || j == i || !r.stopsAt(end, ".,;:()[]") {
		return pin, false
	}
	return Pin{Span: Span{j, k}, Kind: PinNote}, true
}

// titleOfCodeBefore reads the title of a code that is written out before its
// name: "Title 18, United States Code, Section 924(c)", "Title 42 of the United
// States Code". Without one it returns i.
func (r reader) titleOfCodeBefore(i int) (title string, start int) {
	s := r.text
	j := lex.TrimComma(s, r.floor, i)
	if w, of, ok := wordBefore(s, max(r.floor, i-maxDivision), j); ok && s[w.start:w.end] == "the" {
		if w, next, ok := wordBefore(s, max(r.floor, i-maxDivision), of); ok && s[w.start:w.end] == "of" {
			j = next
		}
	}
	k := lex.NumberBefore(s, r.floor, j)
	word, _, ok := wordBefore(s, max(r.floor, k-maxDivision), r.skipBack(k))
	if k >= j || !ok || !strings.EqualFold(s[word.start:word.end], "title") && !strings.EqualFold(s[word.start:word.end], "tit.") {
		return "", i
	}
	return strings.TrimSpace(s[k:j]), word.start
}

// finishProvision reads what follows the core, and the name of the act before it.
func (r reader) finishProvision(sh *Shared, p *Provision, next int) {
	start := sh.Core.Start
	next = r.printed(p, next)
	next = r.edition(p, next)
	next = r.datedSections(p, next)
	next = r.remarkedSections(sh, p, next)
	sh.Span = Span{start, r.tail(sh, &p.Online, next)}
	if from, ok := r.actBefore(start); ok {
		p.Name = r.phrase(from, lex.TrimComma(r.text, from, start))
		sh.Span.Start = from
	}
	sh.Signal = r.signal(sh.Span.Start)
}

// ofType returns the first term that is a code of one of the types, nil when none
// is.
func ofType(terms []term, types []string) *term { return ofForm(terms, types, anyForm) }

// ofForm is ofType for codes whose layout has a form.
func ofForm(terms []term, types []string, form layoutForm) *term {
	for i := range terms {
		if t := &terms[i]; t.code != nil && slices.Contains(types, t.code.Type) && form(t.layout) {
			return t
		}
	}
	return nil
}

// codeOf is ofForm for the terms of an anchor: among several the one that is
// spelled as in the text.
func (r reader) codeOf(a anchor, types []string, form layoutForm) *term {
	first := ofForm(a.terms, types, form)
	if first == nil || len(a.terms) == 1 {
		return first
	}
	at := a.start
	if a.class == anchorNumber {
		at = lex.Skip(r.text, lex.NumberEnd(r.text, at))
	}
	for i := range a.terms {
		if t := &a.terms[i]; lex.HasPrefixAt(r.text, at, t.abbrev) && ofForm(a.terms[i:i+1], types, form) != nil {
			return t
		}
	}
	return first
}

// asWritten returns the abbreviation of a code that precedes its number.
func (r reader) asWritten(t *term, a anchor) string {
	if strings.HasSuffix(t.abbrev, " of") || strings.HasSuffix(t.abbrev, " for") { // "Brief for Wells Fargo 18"
		end := lex.TrimComma(r.text, a.start, a.number)
		w := lastWordAt(r.text, a.start, end)
		if kind, _, _ := pinWordAt(r.text, w, end); kind == PinPage { // ", pp. 14-15"
			end = lex.TrimComma(r.text, a.start, w)
		}
		return lex.Clean(r.text[a.start:end])
	}
	_, end := r.tab.trailing.match(r.text, a.start, a.number)
	if end <= a.start {
		return t.abbrev
	}
	return lex.Clean(r.text[a.start:end])
}

// afterSupplement passes over noise and the word for a supplement before a year:
// "Cum. Supp. 2013".
func (r reader) afterSupplement(i int) int {
	y := r.skip(i)
	if word, k := words.Supplements.SpelledAt(r.text[:r.ceil], y); word != nil {
		y = r.skip(k)
	}
	return y
}

// afterCompilation passes over the year of a compilation and the word before the
// page, ", 1978 Comp., p. 112"; it returns i when that are not there.
func (r reader) afterCompilation(i int) (next int) {
	s := r.text
	j, _ := r.skipComma(i)
	year := r.digitsEnd(j)
	k, ok := words.MatchPhrase(s, r.skip(year), r.ceil, "comp.")
	if year != j+4 || !ok {
		return i
	}
	if j = r.skip(k); r.at(j) == ',' {
		j = r.skip(j + 1)
	}
	if kind, _, page := pinWordAt(s, j, r.ceil); kind == PinPage {
		return page
	}
	return k
}

// scanPrinted reads a first page and pinpoints after it, or pinpoints after
// "at" alone. It returns 0 when neither is there.
func (r reader) scanPrinted(page *string, pins *[]Pin, i int) (next int) {
	i = r.afterCompilation(i)
	first, next, ok := r.scanFirstPage(i)
	if ok {
		if group, k := r.thousands(next); k > next { // "29,203"
			*page = first + group
			return r.groupedPins(pins, k)
		}
		*page = first
		if pin, k := r.firstRange(Report{Page: first}, next); k > next { // "121 Cong. Rec. 28609-28614"
			*pins, next = r.morePins([]Pin{pin}, k, PinPage)
			return next
		}
		*pins, next = r.scanPins(next, PinPage)
		return next
	}
	if j := r.skip(i); j < r.ceil && strings.IndexByte("SHED", r.text[j]) >= 0 { // Congressional Record
		if k := r.digitsEnd(j + 1); k > j+1 {
			*page = r.text[j:k]
			*pins, next = r.scanPins(k, PinPage)
			return next
		}
	}
	*pins, next = r.scanPins(i, "")
	if *pins == nil {
		return 0
	}
	return next
}

// scanEtSeq reads "et seq." with or without a comma before it.
func scanEtSeq(s string, i, end int) (word Span, next int, ok bool) {
	j := lex.Skip(s[:end], i)
	if j < end && s[j] == ',' {
		j = lex.Skip(s[:end], j+1)
	}
	k, ok := words.MatchPhrase(s, j, end, "et seq.")
	return Span{j, k}, k, ok
}

// statuteTypes are the types of codes that make a Statute.
var statuteTypes = []string{"statute"}

// regulationTypes are the types of codes that make a Regulation.
var regulationTypes = []string{"regulation", "register", "executive"}

// sessionTypes are the types of codes that make a SessionLaw.
var sessionTypes = []string{"session"}

// legislativeTypes are the types of codes that make a Legislative.
var legislativeTypes = []string{"legislative"}

// recordTypes are the types of codes that make a Record.
var recordTypes = []string{"record"}
