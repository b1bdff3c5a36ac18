package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// An International is a paper of the United Nations: a resolution, a document.
// Bluebook Rule 21.7.
type International struct {
	Shared
	Provision
	Document string // symbol of the document: "A/RES/217"; empty when not written
}

// Kind returns [KindInternational].
func (*International) Kind() Kind { return KindInternational }

// String returns the paper as Bluebook Rule 21.7 writes it.
func (c *International) String() string {
	var b strings.Builder
	if c.Number == "" { // a document by its symbol alone
		b.WriteString(c.Name.Text)
		for _, p := range c.Pins {
			if p.Kind != PinPage {
				b.WriteString(", " + p.String())
			}
		}
		comma(&b)
		b.WriteString(c.AsWritten + " " + c.Document)
	} else {
		b.WriteString(c.AsWritten + " " + c.Number)
		for _, p := range c.Sections {
			b.WriteString(", " + p.String())
		}
		if c.Name.Text != "" {
			b.WriteString(", " + c.Name.Text)
		}
		for _, p := range c.Pins {
			if p.Kind != PinPage {
				b.WriteString(", " + p.String())
			}
		}
		if c.Document != "" {
			b.WriteString(", U.N. Doc. " + c.Document)
		}
	}
	for _, p := range c.Pins {
		if p.Kind == PinPage {
			b.WriteString(", at " + p.String())
		}
	}
	writeDecision(&b, c.Publisher.Text, c.Date)
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// internationalTypes are the types of codes that make an International.
var internationalTypes = []string{"intl"}

// readInternational reads "G.A. Res. 217A, ¶ 2, U.N. Doc. A/RES/217 (Dec. 10,
// 1948)" at the resolution's number.
func readInternational(r reader, a anchor) Citation {
	t := ofType(a.terms, internationalTypes)
	if t == nil {
		return nil
	}
	if strings.HasSuffix(t.code.Abbrev, "Doc.") {
		return r.document(a, t)
	}
	c := &International{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, internationalTypes) {
		return nil
	}
	next := c.Core.End
	if k := r.sessionOfResolution(next); k > next && c.Pins == nil { // "G.A. Res. 217 (III) A"
		c.Number = lex.Clean(c.Number + r.text[next:k])
		c.Core.End, next = k, k
		c.Parens = nil
	} else {
		next = c.Span.End
	}
	if c.Date.IsZero() && c.Parens == nil {
		next = r.titleOfPaper(c, next)
	}
	if symbol, k, ok := r.symbol(next); ok {
		c.Document = symbol
		if pins, m := r.scanPins(k, ""); pins != nil {
			c.Pins, k = append(c.Pins, pins...), m
		}
		next = k
	}
	if c.Date.IsZero() && next > c.Core.End || c.Document != "" || next == c.Core.End {
		next = r.edition(&c.Provision, next)
		c.Span.End = r.tail(&c.Shared, &c.Online, next)
	}
	return c
}

// document reads a document that is cited by its symbol alone, "U.N. Doc. A/59/22",
// in a note with the author, title and paragraphs before it.
func (r reader) document(a anchor, t *term) Citation {
	s := r.text
	symbol, next := scanSymbol(s, a.number, r.ceil)
	if !strings.Contains(symbol, "/") {
		return nil
	}
	c := &International{Shared: Shared{text: s, Core: Span{a.start, next}}, Document: symbol}
	c.Code, c.AsWritten, c.Jurisdiction = t.code, r.asWritten(t, a), t.code.Jurisdiction
	c.Pins, next = r.scanPins(next, "")
	next = r.edition(&c.Provision, next)
	c.Span = Span{a.start, r.tail(&c.Shared, &c.Online, next)}
	if start, end := lex.Skip(s, r.floor), lex.TrimComma(s, r.floor, a.start); r.clause && start < end && !r.isProse(start, end) {
		c.Span.Start = start
		for {
			pin, from, ok := r.pinBefore(start, end)
			if !ok || from <= start {
				break
			}
			c.Pins = append([]Pin{pin}, c.Pins...)
			end = lex.TrimComma(s, start, from)
		}
		c.Name = r.phrase(start, end)
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// scanSymbol reads the symbol of a document: "A/59/22", "E/CN.4/2003/58".
func scanSymbol(s string, i, end int) (symbol string, next int) {
	j := i
	for lex.IsAt(s[:end], j, lex.Alnum) || joinsAt(s[:end], j, "/.-") {
		j++
	}
	return s[i:j], j
}

// sessionOfResolution reads the session after a resolution's number, and the
// letter after it: " (III) A".
func (r reader) sessionOfResolution(i int) (next int) {
	s := r.text
	j := r.skip(i)
	if r.at(j) != '(' {
		return i
	}
	k := lex.LettersEnd(s[:r.ceil], j+1)
	if r.at(k) != ')' || !lex.IsRoman(s[j+1:k]) || lex.Class[s[j+1]]&lex.Upper == 0 {
		return i
	}
	next = k + 1
	if n := r.skip(next); n > next && r.isAt(n, lex.Upper) && lex.WordEnds(s, n+1, r.ceil) {
		return n + 1
	}
	return next
}

// titleOfPaper reads the title of a resolution and what says where it was
// printed, between its number and the date or the symbol of its document:
// ", annex, Declaration on Rights, art. 12", ", U.N. GAOR, 3d Sess."
func (r reader) titleOfPaper(c *International, i int) (next int) {
	s := r.text
	next = i
	for parts := 0; parts < 6; parts++ {
		j := r.skip(next)
		if r.at(j) != ',' {
			return next
		}
		if _, _, ok := r.symbol(next); ok {
			return next
		}
		if pins, k := r.scanPins(next, ""); pins != nil {
			c.Pins, next = append(c.Pins, pins...), k
			continue
		}
		j = r.skip(j + 1)
		end := j
		for end-j < maxAct && !r.stopsAt(end, ",(;") && !(s[end] == '.' && r.sentenceEnds(j, end)) {
			end++
		}
		if end == j || end-j == maxAct || !r.stopsAt(end, ",(") {
			return next
		}
		if lex.Class[s[j]]&(lex.Upper|lex.Digit) == 0 || r.isProse(j, end) {
			return next
		}
		if c.Name.Text == "" && lex.Class[s[j]]&lex.Upper != 0 && s[j+1] != '.' {
			c.Name = r.phrase(j, end)
		}
		next = lex.SkipBack(s, j, end)
	}
	return next
}

// symbol reads ", U.N. Doc. A/RES/217" after a resolution.
func (r reader) symbol(i int) (symbol string, next int, ok bool) {
	s := r.text
	j := r.skip(i)
	if r.at(j) != ',' {
		return "", i, false
	}
	k, _ := words.MatchPhrase(s, r.skip(j+1), r.ceil, "u.n. doc.")
	if k == 0 {
		return "", i, false
	}
	symbol, next = scanSymbol(s, r.skip(k), r.ceil)
	return symbol, next, symbol != ""
}

// Names implements [Citation].
func (c *International) Names() []string {
	return append(appendNames(c.Shared.Names(), c.Name), c.numbered()...)
}
