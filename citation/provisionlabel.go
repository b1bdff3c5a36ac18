package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
)

// A provision whose code precedes its number, with or without a word between
// them: "Fed. R. Civ. P. 12", "Tr. at 5", "S. Rep. No. 94-12".

// afterLabel reads "K.S.A. 60-1507", "Pub. L. No. 111-148" at its number.
func (r reader) afterLabel(a anchor, sh *Shared, p *Provision, types []string) (next int) {
	if next = r.ofSession(a, sh, p, types); next > 0 {
		return next
	}
	t := r.codeOf(a, types, codeFirst)
	if t == nil {
		t = r.codeOf(a, types, anyForm)
	}
	if t == nil || !r.mayPrecede(t, a) || r.yearAfterSection(a, types) {
		return 0
	}
	p.Code, p.AsWritten = t.code, r.asWritten(t, a)
	step := t.layout.Next()
	switch {
	case step.Field == shape.Number && r.precededByAt(a.number): // "S. Rep., at 14"
		pin, _, next, ok := r.scanPinAs(a.number, PinPage, true)
		if !ok {
			return 0
		}
		sh.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
		return next
	case step.Field == shape.Number:
		return r.numberOfLaw(a.number, sh, p)
	case step.Field == shape.Year:
		return r.numberOfYear(a.number, t.layout.After(), p)
	case step.Field == shape.Page:
		return r.pageOfSeries(a.number, t, sh, p)
	case isDivision(step):
		if a.label == "" {
			return 0
		}
		return r.divisionOfCode(a, t, p)
	}
	return r.sectionOfCode(a, t, p)
}

// mayPrecede reports whether a code's layout lets the number of the anchor follow
// the code: one that begins with the number needs a word between them.
func (r reader) mayPrecede(t *term, a anchor) bool {
	switch first := t.layout.First(); {
	case t.ofYearOnly():
		return false
	case first.Field == shape.Volume && a.label == "": // "Stat. 456"
		return r.precededByAt(a.number)
	case titleFirst(t.layout), first.Field == shape.Section:
		return a.label != "" && !isDivision(t.layout.Next())
	}
	return true
}

// yearAfterSection reports whether the number is the year of the edition after a
// section: "5-102 NMRA 2003".
func (r reader) yearAfterSection(a anchor, types []string) bool {
	_, end, year := date.YearAt(r.text[:r.ceil], a.number)
	return year && ofForm(a.terms, types, sectionFirst) != nil && r.at(end) != '-'
}

// numberOfLaw reads the number of a law, a report or a record at s[i:] with the
// places after it. It returns 0 without a number.
func (r reader) numberOfLaw(i int, sh *Shared, p *Provision) (next int) {
	s := r.text
	if p.Number, next = scanNumber(s, i, r.ceil); next == i {
		return 0
	}
	if j := r.skip(next); lex.Capitals(p.Number) && r.isAt(j, lex.Digit) { // "RE 37,984"
		more, k := scanNumber(s, j, r.ceil)
		p.Number, next = p.Number+" "+more, k
	}
	if p.Code.Type == "record" {
		next = r.furtherNumbers(p, next)
	}
	sections, k := r.sectionsAfterNumber(next)
	if sections == nil {
		sh.Pins, next = r.scanPins(next, "")
		return next
	}
	p.Sections = append(p.Sections, sections...)
	return k
}

// pageOfSeries reads the page that follows a series at s[i:], or its volume and the
// page. It returns 0 without one.
func (r reader) pageOfSeries(i int, t *term, sh *Shared, p *Provision) (next int) {
	if next = r.datedPages(i, sh, p); next > 0 {
		return next
	}
	pin, _, next, ok := r.scanPinAs(i, PinPage, true)
	if !ok {
		return 0
	}
	if k := r.pageAfterYear(next); k > next && numberFirst(t.layout) { // "U.S. Code Cong. & Admin. News 1968, p. 2185"
		p.Volume = pin.From
		return r.scanPrinted(&p.Page, &sh.Pins, k)
	}
	sh.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
	return next
}

// divisionOfCode reads the chapter or title of a code at its number, with the
// divisions and sections after it, and a section of which the sign was lost.
func (r reader) divisionOfCode(a anchor, t *term, p *Provision) (next int) {
	number, next := scanPlace(r.text, a.number, r.ceil, true)
	pins := []Pin{{Span: Span{a.number, next}, Kind: a.label, From: number}}
	more, k := r.scanPins(next, "")
	if more == nil || more[0].Kind == PinPage {
		more, k = r.sectionWithoutSign(next, signed(t.layout))
	}
	p.place(append(pins, more...), t.layout)
	return k
}

// sectionWithoutSign reads the section after a division of which the sign was lost:
// "ch. 260 2A (1992)". After a comma a number is enough where the layout has the sign.
func (r reader) sectionWithoutSign(i int, signed bool) (pins []Pin, next int) {
	j, comma := r.skipComma(i)
	if pins, next = r.lostSection(j); pins == nil && signed && comma && r.isAt(j, lex.Digit) {
		pins, next = r.scanSections(j, PinSection)
	}
	if pins == nil || j == i {
		return nil, i
	}
	return pins, next
}

// sectionOfCode reads the sections of a code at its number, and the division that
// is between the two. It returns 0 where the number may be of something else.
func (r reader) sectionOfCode(a anchor, t *term, p *Provision) (next int) {
	s := r.text
	kind := a.label
	switch {
	case !r.joinedAt(a.number, t.layout.After()), r.lineOfRecord(a, t): // "R. 45", "R. 12:3"
		return 0
	case kind == "" && r.weakBeforeNumber(a, t):
		return 0
	case kind == "" || kind == PinNumber:
		kind = PinSection
	}
	p.Sections, next = r.scanSections(a.number, kind)
	if p.Sections == nil {
		return 0
	}
	if kind == PinTitle && len(p.Sections) > 1 { // "tit. 117, ch. 4, § 003"
		p.Title, p.Sections = p.Sections[0].From, p.Sections[1:]
	}
	if t.layout.Has(shape.Agency) {
		p.Chapter = lex.LastWord(s[a.start:lex.SkipBack(s, a.start, a.number)])
	}
	return next
}

// lineOfRecord reports whether a number that two parts are joined in is a page of the
// record and its lines, as the abbreviation may also mean: a title has one figure.
func (r reader) lineOfRecord(a anchor, t *term) bool {
	after := t.layout.After()
	joined := len(after) > 1 && after[1].Joined()
	return joined && ofType(a.terms, recordTypes) != nil && r.digitsEnd(a.number) > a.number+1
}

// weakBeforeNumber reports whether a name of a code that is no abbreviation by its
// form shows too little before a bare number: "the Guidelines 20 years later".
func (r reader) weakBeforeNumber(a anchor, t *term) bool {
	if t.layout.Step(shape.Section).Label != "§" || strongAbbrev(t.abbrev) {
		return false
	}
	plain := !r.divided(a.number) && !r.hyphened(a.number)
	return plain || r.afterAuthor(a.start)
}

// datedPages reads the day of a transcript and the pages after it: "N.T., 3/4/10,
// at 12-15". It returns 0 where no day stands.
func (r reader) datedPages(i int, sh *Shared, p *Provision) (next int) {
	d, k, ok := r.dayInFigures(i)
	if p.Code.Type != "record" || !ok {
		return 0
	}
	p.Date = d
	if sh.Pins, next = r.scanPins(k, ""); sh.Pins != nil {
		return next
	}
	if j := r.skip(k); r.at(j) == ',' { // "N.T. 5/3/10, 12"
		if sh.Pins, next = r.scanSections(r.skip(j+1), PinPage); sh.Pins != nil {
			return next
		}
	}
	return k
}

// dayInFigures reads a day in figures, with its year in full or by its last two.
func (r reader) dayInFigures(i int) (d Date, next int, ok bool) {
	for _, yearOf := range [...]func(string, int) (int, int, bool){date.ShortYear, date.YearAt} {
		if d, next, ok = scanSlashDate(r.text[:r.ceil], i, yearOf); ok && (!r.isAt(next, lex.Digit)) {
			d.Span = Span{i, next}
			return d, next, true
		}
	}
	return Date{}, i, false
}

// afterAuthor reports whether a person's name and a comma precede offset i:
// what is there is the title of a book, "Theodore Kheel, Labor Law 28.04".
func (r reader) afterAuthor(i int) bool {
	j := lex.TrimComma(r.text, r.floor, i)
	w, next, ok := wordBefore(r.text, max(r.floor, j-maxShort), j)
	if j == r.skipBack(i) || !ok || w.before != 0 {
		return false
	}
	first, _, ok := wordBefore(r.text, max(r.floor, next-maxShort), next)
	name := r.text[first.start:w.end]
	return ok && r.tab.personal(name) && !r.tab.namesInstitution(name)
}

// precededByAt reports whether "at" or "at p." precedes s[i:].
func (r reader) precededByAt(i int) bool {
	j := r.skipBack(i)
	at := wordEndingAt(r.text, r.floor, j)
	return at < j && r.text[at] == 'a'
}

// pageAfterYear passes over ", p." between a volume that follows its
// series and the page; it returns i when that are not there.
func (r reader) pageAfterYear(i int) (next int) {
	s := r.text
	j := r.skip(i)
	if r.at(j) != ',' {
		return i
	}
	kind, _, k := pinWordAt(s, r.skip(j+1), r.ceil)
	if kind != PinPage {
		return i
	}
	return k
}

// lostSection reads the number after a chapter of which the section sign was
// lost: "ch. 106, 2-702 (West 1990)". Something that ends a citation must follow.
func (r reader) lostSection(i int) (pins []Pin, next int) {
	if !r.isAt(i, lex.Digit) || r.beginsSeries(i, r.digitsEnd(i)) {
		return nil, i
	}
	pins, next = r.scanSections(i, PinSection)
	if k := r.skip(next); pins == nil || !r.stopsAt(k, "(,.;)") {
		return nil, i
	}
	return pins, next
}

// strongAbbrev reports whether an abbreviation is one by its form: it has a
// period or is written in capitals.
func strongAbbrev(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.Contains(s, ".") || lex.Capitals(word)
}

// sectionsAfterNumber reads the sections of a law after its number: ", §
// 1501", ", sec. 2".
func (r reader) sectionsAfterNumber(i int) (pins []Pin, next int) {
	pins, next = r.scanPins(i, "")
	for _, p := range pins {
		if p.Kind == PinPage {
			return nil, i // "at 209"
		}
	}
	if j := r.skip(i); pins == nil && r.at(j) == ',' { // the section sign was lost: "101-239, 2101, 103 Stat. 2123"
		if lost, k := r.lostSection(r.skip(j + 1)); lost != nil && r.beforeSessionLaw(k) {
			return lost, k
		}
	}
	return pins, next
}
