package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// An imprint is what a book's parenthetical says: "(2d ed. 1990)", "(Jane Roe
// ed., rev. ed. 2004)", "(West 2004)".
type imprint struct {
	editors Phrase
	edition string
	date    Date
	edited  bool // "ed." or "eds." is in it
	printed bool // an institution that published it is named
}

// scanImprint reads the parenthetical after a book.
func (r reader) scanImprint(i int) (m imprint, next int, ok bool) {
	in, next, ok := r.shortBrackets(i)
	if !ok {
		return m, i, false
	}
	in.End = afterReportNumber(r.text, in)
	if m, ok = r.editionAlone(in); ok {
		return m, next, true
	}
	d, start, ok := r.dateAtEnd(in.Start, in.End)
	if !ok || !opensImprint(in.In(r.text)) {
		return imprint{}, i, false
	}
	m = r.editionBeforeDate(in, start)
	m.date = d
	m.printed = r.tab.namesInstitution(lex.Clean(strings.TrimSpace(r.text[in.Start:start])))
	return m, next, true
}

// opensImprint reports whether what a parenthetical holds before its date may be an
// imprint: "unabridged ed. 1969", "photo. reprint 1965".
func opensImprint(in string) bool {
	if lex.IsAt(in, 0, lex.Upper|lex.Digit) || strings.Contains(in, " ed.") {
		return true
	}
	return strings.HasPrefix(in, "rev.") || strings.HasPrefix(in, "photo.")
}

// editionAlone reads an imprint that ends in its edition: "(1982 ed.)", "(3d ed.)",
// "[Farrell 11th ed]".
func (r reader) editionAlone(in Span) (m imprint, ok bool) {
	edition, ok := strings.CutSuffix(strings.TrimSuffix(in.In(r.text), "."), " ed")
	if !ok {
		return m, false
	}
	from := strings.LastIndexByte(edition, ' ') + 1
	if lex.IsAt(edition, 0, lex.Digit) {
		from = 0
	}
	if !lex.IsAt(edition, from, lex.Digit) {
		return m, false
	}
	m.edition, m.edited = lex.Clean(edition[from:]), true
	m.date.Year, _, _ = date.YearAt(edition, 0)
	m.editors = r.phrase(in.Start, lex.TrimComma(r.text, in.Start, in.Start+from))
	return m, true
}

// editionBeforeDate reads the edition and the editors before the date of an imprint,
// which begins at start.
func (r reader) editionBeforeDate(in Span, start int) (m imprint) {
	s := r.text
	text := s[in.Start:start]
	k := strings.LastIndex(text, "ed.")
	if n := strings.LastIndex(text, "eds."); n > k {
		m.editors, m.edited = r.phrase(in.Start, in.Start+n+len("eds.")), true
		return m
	}
	if bare := strings.TrimRight(text, " "); k < 0 && strings.HasSuffix(bare, " ed") { // "[9th ed 2009]"
		k = len(bare) - len("ed")
	}
	if k < 0 || k > 0 && lex.Class[text[k-1]]&lex.Alnum != 0 {
		return m
	}
	m.edited = true
	comma := strings.LastIndexByte(text[:k], ',')
	edition := strings.TrimSpace(text[comma+1 : k])
	last := lex.LastWord(edition)
	switch {
	case last != edition && lex.IsAt(last, 0, lex.Digit) && lex.IsAt(edition, 0, lex.Upper): // "(Cont.Ed.Bar 3d ed. 2003)"
		m.edition = last
		m.editors = r.phrase(in.Start, lex.SkipBack(s, in.Start, in.Start+strings.LastIndex(text[:k], last)))
	case !lex.IsAt(edition, 0, lex.Digit|lex.Lower) && edition != "Rev.":
		m.editors = r.phrase(in.Start, min(in.Start+k+len("ed."), in.End))
	default:
		m.edition = lex.Clean(edition)
		if comma > 0 {
			m.editors = r.phrase(in.Start, in.Start+comma)
		}
	}
	return m
}

// afterReportNumber returns the end of an imprint without the number of a report
// at its end: "(Dec. 2009, NCJ 228417)".
func afterReportNumber(s string, in Span) int {
	comma := strings.LastIndexByte(in.In(s), ',')
	if comma < 0 {
		return in.End
	}
	series, number, ok := strings.Cut(strings.TrimLeft(s[in.Start+comma+1:in.End], " "), " ")
	if !ok || !lex.Capitals(series) || !lex.AllDigits(number) {
		return in.End
	}
	return in.Start + comma
}

// writeImprint writes "(Jane Roe ed., 2d ed. 1997)".
func (c *Book) writeImprint(b *strings.Builder) {
	var in []string
	if c.Editors.Text != "" {
		in = append(in, c.Editors.Text)
	}
	if c.Edition != "" {
		in = append(in, c.Edition+" ed.")
	}
	text := strings.Join(in, ", ")
	if !c.Date.IsZero() {
		text += " " + c.Date.written()
	}
	if text != "" {
		b.WriteString(" (" + strings.TrimSpace(text) + ")")
	}
}
