package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// An imprint is what a book's parenthetical says: "(2d ed. 1990)", "(Jane Roe
// ed., rev. ed. 2004)", "(West 2004)", "(Ink Ctr., Working Paper No. 12, 2020)".
type imprint struct {
	editors     Phrase
	translators Phrase
	publisher   Phrase
	number      Phrase // of a working paper, with its series
	edition     string
	date        Date
	edited      bool // editors, translators or an edition are in it
	printed     bool // an institution that published it is named
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
	m = r.beforeDate(Span{in.Start, start})
	m.date = d
	m.printed = r.tab.namesInstitution(m.publisher.Text)
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

// beforeDate reads what an imprint holds before its date. It is cut at its commas; a
// piece that does not say what it is belongs to the next one that does, "Jane Roe, John
// Doe & Ann Poe eds.", and what is left is the publisher.
func (r reader) beforeDate(in Span) (m imprint) {
	s := r.text
	p := r.pieces(in.Start, in.End)
	from := in.Start
	for k := range p.n {
		at := p.at[k]
		end := at.End
		text, is, cut := imprintWord(at.In(s))
		textEnd := at.Start + len(text)
		last := lastWordAt(s, at.Start, textEnd)
		switch {
		case is == "translators":
			m.translators, m.edited = r.phrase(from, end), true
		case is == "editors":
			m.editors, m.edited = r.phrase(from, end), true
		case is == "edition" && last > at.Start && lex.IsAt(s, last, lex.Digit) && lex.IsAt(text, 0, lex.Upper): // "(Cont.Ed.Bar 3d ed. 2003)"
			m.edition, m.edited = s[last:textEnd], true
			r.publishedBy(&m, from, last)
		case is == "edition" && !lex.IsAt(text, 0, lex.Digit|lex.Lower) && text != "Rev.":
			m.editors, m.edited = r.phrase(from, at.Start+cut), true
		case is == "edition":
			m.edition, m.edited = lex.Clean(text), true
			r.publishedBy(&m, from, at.Start)
		case last < textEnd && lex.IsAt(s, last, lex.Digit):
			m.number = r.phrase(at.Start, end)
			r.publishedBy(&m, from, at.Start)
		default:
			continue
		}
		from = lex.Skip(s[:in.End], min(end+1, in.End))
	}
	r.publishedBy(&m, from, in.End)
	return m
}

// publishedBy makes s[i:j] an imprint's publisher when it has a name's capital and is
// no supplement or revision.
func (r reader) publishedBy(m *imprint, i, j int) {
	j = lex.TrimComma(r.text, i, j)
	if i >= j || !r.isAt(i, lex.Upper) || m.publisher.Text != "" {
		return
	}
	if edition, _ := words.Editions.EndingAt(r.text, i, j); edition == nil {
		m.publisher = r.phrase(i, j)
	}
}

// imprintWord finds the last word in a piece of an imprint that says what it is, and
// returns what is before the word and the offset after it. Editors and translators have
// names.
func imprintWord(piece string) (text, is string, next int) {
	for end := len(piece); end > 0; end-- {
		if !lex.WordEnds(piece, end, len(piece)) {
			continue
		}
		word, start := words.Imprints.EndingAt(piece, 0, end)
		if word == nil || start > 0 && lex.SkipBack(piece, 0, start) == start {
			continue
		}
		text = piece[:lex.SkipBack(piece, 0, start)]
		if word.Value == "edition" || text != "" && lex.In(text[0], lex.Upper, "&") {
			return text, word.Value, end
		}
	}
	return piece, "", 0
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

// writeImprint writes "(Jane Roe ed., 2d ed. 1997)", the parts that are not empty.
// A comma is before the date when a figure is.
func writeImprint(b *strings.Builder, date Date, parts ...string) {
	var in []string
	for _, part := range parts {
		if part != "" {
			in = append(in, part)
		}
	}
	text := strings.Join(in, ", ")
	if text != "" && lex.IsAt(text, len(text)-1, lex.Digit) {
		text += ","
	}
	if !date.IsZero() {
		text += " " + date.written()
	}
	if text != "" {
		b.WriteString(" (" + strings.TrimSpace(text) + ")")
	}
}
