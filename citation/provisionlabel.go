package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A provision whose code precedes its number, with or without a word between
// them: "Fed. R. Civ. P. 12", "Tr. at 5", "S. Rep. No. 94-12".

// afterLabel reads "K.S.A. 60-1507", "Pub. L. No. 111-148" at its number.
func (r reader) afterLabel(a anchor, sh *Shared, p *Provision, types []string) (next int) {
	if next = r.ofSession(a, sh, p, types); next > 0 {
		return next
	}
	t := r.codeOf(a, types, "@")
	if t == nil {
		t = r.codeOf(a, types, "")
	}
	if t == nil || !r.mayPrecede(t.code, a) || r.yearAfterSection(a, types) {
		return 0
	}
	p.Code, p.AsWritten = t.code, r.asWritten(t, a)
	switch shape := t.code.Shape; {
	case strings.HasSuffix(shape, "{number}") && r.precededByAt(a.number): // "S. Rep., at 14"
		pin, _, next, ok := r.scanPinAs(a.number, PinPage, true)
		if !ok {
			return 0
		}
		sh.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
		return next
	case strings.HasSuffix(shape, "{number}"):
		return r.numberOfLaw(a.number, sh, p)
	case strings.HasSuffix(shape, "@ {page}"):
		return r.pageOfSeries(a.number, sh, p)
	case t.code.byDivision():
		if a.label == "" {
			return 0
		}
		return r.divisionOfCode(a.number, p)
	}
	return r.sectionOfCode(a, t, p)
}

// mayPrecede reports whether a code's layout lets the number of the anchor follow
// the code: one that begins with the number needs a word between them.
func (r reader) mayPrecede(c *Code, a anchor) bool {
	if c.ofYearOnly() {
		return false
	}
	switch {
	case a.label == "" && strings.HasPrefix(c.Shape, "{volume}"): // "Stat. 456"
		return r.precededByAt(a.number)
	case strings.HasPrefix(c.Shape, "{title}"), strings.HasPrefix(c.Shape, "{section}"), strings.HasPrefix(c.Shape, "§"):
		return a.label != "" && !c.byDivision()
	}
	return true
}

// yearAfterSection reports whether the number is the year of the edition after a
// section: "5-102 NMRA 2003".
func (r reader) yearAfterSection(a anchor, types []string) bool {
	_, end, year := date.YearAt(r.text[:r.ceil], a.number)
	return year && ofType(a.terms, types, "{section}") != nil && r.at(end) != '-'
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
func (r reader) pageOfSeries(i int, sh *Shared, p *Provision) (next int) {
	if next = r.datedPages(i, sh, p); next > 0 {
		return next
	}
	pin, _, next, ok := r.scanPinAs(i, PinPage, true)
	if !ok {
		return 0
	}
	if k := r.pageAfterYear(next); k > next && strings.HasPrefix(p.Code.Shape, "{") { // "U.S. Code Cong. & Admin. News 1968, p. 2185"
		p.Volume = pin.From
		return r.scanPrinted(&p.Page, &sh.Pins, k)
	}
	sh.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
	return next
}

// divisionOfCode reads the chapter or title of a code at s[i:] and a section of
// which the sign was lost. It returns 0 when a section sign follows, which is the
// anchor.
func (r reader) divisionOfCode(i int, p *Provision) (next int) {
	p.Chapter, next = scanPlace(r.text, i, r.ceil, true)
	j, comma := r.skipComma(next)
	if lex.HasPrefixAt(r.text, j, "§") { // "c. 265 § 1"
		return 0
	}
	if comma {
		if pins, k := r.scanPins(next, ""); pins != nil && pins[0].Kind != PinPage { // "ch. 38, par. 9-1"
			p.Sections = pins
			return k
		}
	}
	if pins, k := r.lostSection(j); pins != nil && j > next { // "ch. 260 2A (1992)"
		p.Sections = pins
		return k
	}
	return next
}

// sectionOfCode reads the sections of a code at its number, and the division that
// is between the two. It returns 0 where the number may be of something else.
func (r reader) sectionOfCode(a anchor, t *term, p *Provision) (next int) {
	s := r.text
	kind := a.label
	switch {
	case strings.HasSuffix(t.code.Shape, "{title}:{section}") && !r.byPart(a.number): // "R. 45" is the record's
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
	last := lex.SkipBack(s, a.start, a.number)
	if word, _, ok := wordBefore(s, a.start, last); ok && divides(kind) { // "tit. 117, ch. 4, § 003"
		if number, outer, _ := r.divisionBefore(lex.TrimComma(s, a.start, word.start)); outer == PinTitle {
			p.Title = number
		}
	}
	if strings.Contains(t.code.Shape, "{agency}") {
		p.Chapter = lex.LastWord(s[a.start:last])
	}
	return next
}

// weakBeforeNumber reports whether a name of a code that is no abbreviation by its
// form shows too little before a bare number: "the Guidelines 20 years later".
func (r reader) weakBeforeNumber(a anchor, t *term) bool {
	if !strings.Contains(t.code.Shape, "§") || strongAbbrev(t.abbrev) {
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
	w, next, ok := wordBefore(r.text, r.floor, j)
	if j == r.skipBack(i) || !ok || w.before != 0 {
		return false
	}
	first, _, ok := wordBefore(r.text, r.floor, next)
	name := r.text[first.start:w.end]
	return ok && r.tab.personal(name) && !r.tab.namesInstitution(name)
}

// byPart reports whether the number at s[i:] counts by part, rule and paragraph:
// "4:46-2".
func (r reader) byPart(i int) bool {
	s := r.text[:r.ceil]
	k := lex.DigitsEnd(s, i)
	if k != i+1 || lex.At(s, k) != ':' || !lex.IsAt(s, k+1, lex.Digit) {
		return false
	}
	m := lex.DigitsEnd(s, k+1)
	return lex.At(s, m) == '-' && lex.IsAt(s, m+1, lex.Digit)
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

// byDivision reports whether a code's layout has a division with its word between
// the code and the section: "@ ch. {chapter}, § {section}".
func (c *Code) byDivision() bool {
	_, rest, _ := strings.Cut(c.Shape, "@ ")
	word, field, ok := strings.Cut(rest, ". {")
	return ok && !strings.ContainsAny(word, " {") && !strings.HasPrefix(field, "section") && !strings.HasPrefix(field, "article")
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
