package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Patent is a patent by its number. Bluebook Rule 14.
type Patent struct {
	Shared
	Provision
	Filed Date // the zero Date when not written; Date is the day of issue
}

// Kind returns [KindPatent].
func (*Patent) Kind() Kind { return KindPatent }

// String returns the patent as Bluebook Rule 14 writes it.
func (c *Patent) String() string { return c.form(&c.Shared) }

// patentTypes are the types of codes that make a Patent.
var patentTypes = []string{"patent"}

// readPatent reads "U.S. Patent No. 6,285,999".
func readPatent(r reader, a anchor) Citation {
	if ofType(a.terms, patentTypes) == nil {
		return nil
	}
	c := &Patent{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, patentTypes) {
		return nil
	}
	r.kindCode(c)
	for _, p := range c.Parens {
		in := Span{p.Span.Start + 1, p.Span.End - 1}
		if k, ok := words.Match(r.text, in.Start, in.End, "filed"); ok {
			c.Filed, _, _ = r.dateAtEnd(k, in.End)
		} else if k, ok := words.Match(r.text, in.Start, in.End, "issued"); ok {
			c.Date, _, _ = r.dateAtEnd(k, in.End)
		}
	}
	return c
}

// kindCode reads the code of the document's kind after the number: "B2".
func (r reader) kindCode(c *Patent) {
	s := r.text
	if c.Span.End != c.Core.End {
		return
	}
	j := r.skip(c.Core.End)
	if r.markAt(j, "AB") && r.isAt(j+1, lex.Digit) && lex.WordEnds(s, j+2, r.ceil) {
		c.Number += " " + s[j:j+2]
		c.Core.End = j + 2
		c.Pins, c.Span.End = r.scanPins(j+2, "")
		c.Span.End = r.tail(&c.Shared, &c.Online, c.Span.End)
	}
}

// Names implements [Citation].
func (c *Patent) Names() []string {
	return append(append(c.Shared.Names(), c.Number), c.numbered()...)
}
