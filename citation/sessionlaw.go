package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A SessionLaw is an act as it was passed: by its number as a public law, or by
// the volume and page of the session laws. Bluebook Rule 12.4; Indigo Book R18.
type SessionLaw struct {
	Shared
	Provision
}

// Kind returns [KindSessionLaw].
func (*SessionLaw) Kind() Kind { return KindSessionLaw }

// String returns the law as Bluebook Rule 12.4 writes it.
func (c *SessionLaw) String() string { return c.form(&c.Shared) }

// readSessionLaw reads "Pub. L. No. 111-148, 124 Stat. 119 (2010)" or "Act of
// July 2, 1862, ch. 130, § 4, 12 Stat. 503".
func readSessionLaw(r reader, a anchor) Citation {
	if ofType(a.terms, sessionTypes) == nil {
		return nil
	}
	c := &SessionLaw{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, sessionTypes) {
		return nil
	}
	if c.Number == "" {
		r.actOfDate(c)
	} else if r.goesOnAsTitle(c.Span.End) {
		return nil
	}
	return c
}

// chapterOfLaws reads a chapter, and sections of it, before the laws of a state that
// are cited by it: "Ch. 2019-167, § 81, Laws of Fla."
func (r reader) chapterOfLaws(a anchor, x sections) Citation {
	of := x.of.code
	if of == nil || of.code.Type != "session" || a.label != PinChapter || x.pins[0].Kind != PinChapter {
		return nil
	}
	c := &SessionLaw{Shared: Shared{text: r.text, Core: Span{x.Start, x.of.end}}}
	c.Code, c.AsWritten, c.Jurisdiction = of.code, of.abbrev, of.code.Jurisdiction
	c.Chapter, c.Sections = x.pins[0].From, x.pins[1:]
	next := r.edition(&c.Provision, x.of.end)
	c.Span = Span{x.Start, r.tail(&c.Shared, &c.Online, next)}
	c.Signal = r.signal(x.Start)
	return c
}

// sectionOfLaw reads a section before the law that it is of, where the law is cited by
// its number: "section 8(c) of Public Law 91-383".
func (r reader) sectionOfLaw(a anchor, x sections) Citation {
	of := x.of.code
	if of == nil || of.code.Type != "session" || of.layout.Next().Field != shape.Number || !enacted(x.pins[0].Kind) && x.pins[0].Kind != PinTitle {
		return nil
	}
	c := &SessionLaw{Shared: Shared{text: r.text}}
	c.Code, c.AsWritten, c.Jurisdiction = of.code, of.abbrev, of.code.Jurisdiction
	next := r.namedNumber(x.of.end, &c.Provision)
	if i := r.skip(x.of.end); next == 0 && r.isAt(i, lex.Digit) {
		c.Number, next = scanNumber(r.text, i, r.ceil)
	}
	if c.Number == "" {
		return nil
	}
	c.Sections, c.EtSeq = x.pins, x.etSeq
	c.Core = Span{x.Start, next}
	r.finishProvision(&c.Shared, &c.Provision, next)
	return c
}

// goesOnAsTitle reports whether a colon and a capitalised word are at s[i:]:
// then what precedes them begins an article's title, "Public Law 280: The
// Limits of State Jurisdiction".
func (r reader) goesOnAsTitle(i int) bool {
	s := r.text
	if i+1 >= r.ceil || s[i] != ':' {
		return false
	}
	j := r.skip(i + 1)
	return j > i+1 && j+1 < r.ceil && lex.Class[s[j]]&lex.Upper != 0 && lex.Class[s[j+1]]&lex.Lower != 0
}

// actOfDate reads leftwards what is between an act's date and its place in
// the session laws: "Act of July 2, 1862, ch. 130, § 4, 12 Stat. 503".
func (r reader) actOfDate(c *SessionLaw) {
	s := r.text
	low := max(r.floor, c.Core.Start-maxAct)
	k := lex.TrimComma(s, low, c.Core.Start)
	for parts := 0; parts < 3 && k > low; parts++ {
		pin, i, ok := r.pinBefore(low, k)
		if !ok || !lawPart(pin.Kind) {
			break
		}
		if pin.Kind == PinChapter {
			c.Chapter = pin.From
		} else {
			c.Sections = append([]Pin{pin}, c.Sections...)
		}
		c.Span.Start, c.Core.Start = min(i, c.Span.Start), i
		k = lex.TrimComma(s, low, i)
	}
	for _, lead := range words.ActsOf.All() {
		if i := strings.LastIndex(s[low:k], lead.Text+" "); i >= 0 {
			i += low
			d, next, ok := scanDate(s[:k], lex.Skip(s[:k], i+len(lead.Text)))
			if !ok || next > k || d.Month == 0 { // "Judiciary Act of 1789" is its name
				continue
			}
			c.Name = r.phrase(i, next)
			c.Span.Start = i
			if c.Date.IsZero() {
				c.Date = d
			}
			c.Signal = r.signal(i)
			return
		}
	}
	if from, ok := r.actEndingAt(k); ok && (c.Sections != nil || c.Chapter != "") && k < c.Core.Start { // "National Prohibition Act, § 3, 41 Stat. 308"
		c.Name, c.Span.Start = r.phrase(from, k), from
		c.Signal = r.signal(from)
	}
}

// lawPart reports whether a pinpoint is a part that an act is divided into.
func lawPart(kind PinKind) bool {
	switch kind {
	case PinChapter, PinSection, PinPart, PinArticle, PinClause:
		return true
	}
	return false
}

// Names implements [Citation].
func (c *SessionLaw) Names() []string {
	return append(appendNames(c.Shared.Names(), c.Name), c.numbered()...)
}
