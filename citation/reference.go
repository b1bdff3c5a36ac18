package citation

import "strings"

// A Reference points to a part or a note of the text it stands in: "supra Part
// II", "infra notes 5-7 and accompanying text", and in the opinions of the
// Supreme Court "ante, at 12". Bluebook Rule 3.5.
type Reference struct {
	Shared
	Word  string // "supra", "infra", "ante" or "post"
	Infra bool   // it points forward; otherwise back
	// Reports are the parallel reports behind the place: "ante, at 164, 169 L. Ed.
	// 2d, at 641"; nil when there are none.
	Reports []Report
	// The places that it points to are the Pins.
}

// Kind returns [KindReference].
func (*Reference) Kind() Kind { return KindReference }

// String returns the reference: "supra note 5".
func (c *Reference) String() string {
	var b strings.Builder
	b.WriteString(c.Word)
	if c.Word == "ante" || c.Word == "post" {
		writePins(&b, c.Pins, ", at ")
		writeReports(&b, c.Reports)
		return b.String()
	}
	for i, p := range c.Pins {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(" " + referenceForms[p.Kind] + p.From)
		if p.To != "" {
			b.WriteString("-" + p.To)
		}
	}
	writeReports(&b, c.Reports)
	return b.String()
}

var referenceForms = map[PinKind]string{
	PinPage: "p. ", PinNote: "note ", PinPart: "Part ", PinSection: "Section ", PinChapter: "Chapter ",
	PinAppendix: "Appendix ", PinTable: "Table ", PinFigure: "Figure ", PinParagraph: "¶ ", PinArticle: "Article ",
}

// readReference reads supra or infra without a name: a part or note of the
// text itself.
func readReference(r reader, a anchor) Citation {
	s := r.text
	word := Span{a.start, lettersEnd(s, a.start)}
	c := &Reference{Word: strings.ToLower(word.In(s))}
	c.Infra = c.Word == "infra" || c.Word == "post"
	c.text, c.Core = s, word
	next := word.End
	j := skip(s, next)
	if j < r.ceil && s[j] == ',' {
		j = skip(s, j+1)
	}
	if k, ok := matchWords(s, j, r.ceil, "text accompanying"); ok {
		next = k
	}
	c.Pins, next = r.scanPins(next, "")
	start := a.start
	if pin, from, ok := r.pinBefore(r.floor, trimComma(s, r.floor, a.start)); ok && (c.Pins == nil || r.partOfText(pin)) { // "see n. 2, supra"
		c.Pins, start = append([]Pin{pin}, c.Pins...), from
	}
	if c.Pins == nil {
		return nil
	}
	c.Reports, next = r.shortParallel(nil, next)
	j = skip(s, next)
	if j < r.ceil && s[j] == ',' {
		j = skip(s, j+1)
	}
	for _, words := range [...]string{"and accompanying text", "and the accompanying text", "and text accompanying", "& accompanying text"} {
		if k, ok := matchWords(s, j, r.ceil, words); ok {
			next = k
			break
		}
	}
	var on *Online
	c.Span = Span{start, r.shortTail(&c.Shared, &on, next)}
	c.Signal = r.signal(start)
	return c
}
