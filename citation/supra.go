package citation

import "strings"

// A Supra is a later citation of a source that an earlier note cites in full:
// "Collini et al., supra note 5, at 3". Bluebook Rule 4.2; Indigo Book R31, R34.
type Supra struct {
	Shared
	Name Phrase // what names the source, as written, without the comma: authors, title, party or hereinafter name
	Note string // label of the note that holds the source, as written; empty when none is given
}

// Kind returns [KindSupra].
func (*Supra) Kind() Kind { return KindSupra }

// String returns the short form: "Collini et al., supra note 5, at 3".
func (c *Supra) String() string { return crossForm(c.Name.Text, "supra", c.Note, &c.Shared) }

// An Infra names a source that a later note cites in full: "Smith, infra note
// 40".
type Infra struct {
	Shared
	Name Phrase // what names the source, as written
	Note string // label of the note that holds the source, as written; empty when none is given
}

// Kind returns [KindInfra].
func (*Infra) Kind() Kind { return KindInfra }

// String returns the short form: "Smith, infra note 40".
func (c *Infra) String() string { return crossForm(c.Name.Text, "infra", c.Note, &c.Shared) }

// A Reference points to a part or a note of the text it stands in: "supra Part
// II", "infra notes 5-7 and accompanying text". Bluebook Rule 3.5.
type Reference struct {
	Shared
	Infra bool // it points forward; otherwise back
	// The places that it points to are the Pins.
}

// Kind returns [KindReference].
func (*Reference) Kind() Kind { return KindReference }

// String returns the reference: "supra note 5".
func (c *Reference) String() string {
	word := "supra"
	if c.Infra {
		word = "infra"
	}
	var b strings.Builder
	b.WriteString(word)
	for i, p := range c.Pins {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(" " + referenceForms[p.Kind] + p.From)
		if p.To != "" {
			b.WriteString("-" + p.To)
		}
	}
	return b.String()
}

var referenceForms = map[PinKind]string{
	PinPage: "p. ", PinNote: "note ", PinPart: "Part ", PinSection: "Section ", PinChapter: "Chapter ",
	PinAppendix: "Appendix ", PinTable: "Table ", PinFigure: "Figure ", PinParagraph: "¶ ", PinArticle: "Article ",
}

func crossForm(name, word, note string, c *Shared) string {
	var b strings.Builder
	b.WriteString(name + ", " + word)
	if note != "" {
		b.WriteString(" note " + note)
	}
	lead := ", at "
	if note == "" {
		lead = " at "
	}
	for i, p := range c.Pins {
		if p.Kind != PinPage && i == 0 {
			b.WriteString(",")
		}
		if i > 0 {
			lead = ", "
		}
		writePins(&b, c.Pins[i:i+1], lead)
	}
	writeParens(&b, c.Parens)
	return b.String()
}

// readSupra reads "supra" or "infra" with a source's name before it.
func readSupra(r reader, a anchor) Citation {
	name := r.supraName(a.start)
	if name.Text == "" {
		return nil
	}
	var shared Shared
	shared.text, shared.Core = r.text, Span{a.start, a.end}
	note, next := r.supraNote(a.end)
	shared.Pins, next = r.scanPins(next, PinPage)
	var on *Online
	shared.Span = Span{name.Span.Start, r.shortTail(&shared, &on, next)}
	shared.Signal = r.signal(shared.Span.Start)
	if r.text[a.start]|0x20 == 'i' {
		return &Infra{shared, name, note}
	}
	return &Supra{shared, name, note}
}

// noteWords lists the words that stand before a note's number.
var noteWords = [...]string{"notes", "note", "footnotes", "footnote", "nn.", "n.", "fns.", "fn.", "at notes", "at note", "at nn.", "at n.", "at fn."}

// supraNote reads "note 5" behind supra, with or without a comma before it.
func (r reader) supraNote(i int) (label string, next int) {
	s := r.text
	j := skip(s, i)
	if j < r.ceil && (s[j] == ',' || s[j] == '.') {
		j = skip(s, j+1)
	}
	for _, word := range noteWords {
		k, ok := matchPhrase(s, j, r.ceil, word)
		if !ok && !(k > 0 && k < r.ceil && class[s[k]]&cDigit != 0) {
			continue
		}
		k = skip(s, k)
		m := k
		for m < r.ceil && class[s[m]]&cDigit != 0 {
			m++
		}
		if m == k {
			continue
		}
		if m < r.ceil && class[s[m]]&cLower != 0 && wordEnds(s, m+1, r.ceil) {
			m++ // "5a"
		}
		label = s[k:m]
		if to, n := scanRange(s, m, r.ceil, true); n > m {
			return label + "-" + to, n
		}
		return label, m
	}
	return "", i
}

// supraName reads the name before supra: in a note's clause all that stands
// there, unless it is prose; in running text and in prose the capitalised words
// next to it.
func (r reader) supraName(i int) Phrase {
	s := r.text
	j := skipBack(s, r.floor, i)
	if j > r.floor && s[j-1] == ',' {
		j = skipBack(s, r.floor, j-1)
	}
	if j > r.floor && (s[j-1] == '(' || s[j-1] == ';') {
		return Phrase{}
	}
	if r.clause && j > r.floor && !r.isProse(r.floor, j) {
		return r.phrase(r.floor, j)
	}
	if _, ok := signalBefore(s, r.floor, i); ok {
		return Phrase{}
	}
	if n := r.nameBefore(j, true); n.found() {
		return n.name
	}
	return Phrase{}
}

// isProse reports whether s[i:j] reads as a sentence's part rather than as
// names and titles: it begins with a small letter, or holds a word of
// proseWords outside quotation marks.
func (r reader) isProse(i, j int) bool {
	s := r.text
	i = skip(s, i)
	if i >= j {
		return false
	}
	if class[s[i]]&cLower != 0 {
		return !r.tab.is(firstWord(s[i:j]), roleNameStart)
	}
	for k := i; k < j; {
		if n := quoteSpan(s, k, j); n > 0 {
			k += n
			continue
		}
		if class[s[k]]&asciiLet == 0 {
			k++
			continue
		}
		m := k
		for m < j && class[s[m]]&asciiLet != 0 {
			m++
		}
		if class[s[k]]&cLower != 0 && m-k < 12 && r.tab.is(s[k:m], roleProse) {
			return true
		}
		k = m
	}
	return false
}

// firstWord returns the first run of letters of s.
func firstWord(s string) string {
	i := 0
	for i < len(s) && class[s[i]]&cLetter != 0 {
		i++
	}
	return s[:i]
}

// quoteSpan returns the length of the quotation that begins at s[k:] and ends
// before j; 0 when none does.
func quoteSpan(s string, k, j int) int {
	var shut string
	switch {
	case hasPrefixAt(s, k, "“"):
		shut = "”"
	case s[k] == '"':
		shut = "\""
	default:
		return 0
	}
	open := len("“")
	if s[k] == '"' {
		open = 1
	}
	from := min(k+open, j)
	if n := strings.Index(s[from:min(j, from+maxParen)], shut); n >= 0 {
		return open + n + len(shut)
	}
	return 0
}

// readReference reads supra or infra without a name: a part or note of the
// text itself.
func readReference(r reader, a anchor) Citation {
	s := r.text
	c := &Reference{Infra: s[a.start]|0x20 == 'i'}
	c.text, c.Core = s, Span{a.start, a.end}
	next := a.end
	j := skip(s, next)
	if j < r.ceil && s[j] == ',' {
		j = skip(s, j+1)
	}
	if k, ok := matchWords(s, j, r.ceil, "text accompanying"); ok {
		next = k
	}
	c.Pins, next = r.scanPins(next, "")
	if len(c.Pins) == 0 {
		return nil
	}
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
	c.Span = Span{a.start, r.shortTail(&c.Shared, &on, next)}
	c.Signal = r.signal(a.start)
	return c
}
