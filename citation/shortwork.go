package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A ShortWork is a later citation of a book or another work by its author's
// name, its title or its hereinafter name with a place in it, and without
// supra: "Cohen 370", "DSM-5, at 38", "2 Farrand 35". It counts only where the
// text has cited a work of that name before.
type ShortWork struct {
	Shared
	Volume string // "2"; empty when not written
	Name   Phrase // what names the work, as written
}

// Kind returns [KindShortWork].
func (*ShortWork) Kind() Kind { return KindShortWork }

// String returns the short form: "Cohen 370".
func (c *ShortWork) String() string {
	var b strings.Builder
	b.WriteString(c.Volume)
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	b.WriteString(c.Name.Text)
	lead := " "
	if n := len(c.Name.Text); n > 0 && lex.Class[c.Name.Text[n-1]]&lex.Digit != 0 {
		lead = ", at "
	}
	writePins(&b, c.Pins, lead)
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// readSaid reads the short form of a source cited before at its number: the name
// of a work or a case with a page, or a section whose sign was lost.
func readSaid(r reader, a anchor) Citation {
	if a.label == PinSection {
		pins, next := r.scanSections(a.number, PinSection)
		if pins == nil {
			return nil
		}
		return r.shortStatute(a, sections{Span: Span{a.start, next}, pins: pins})
	}
	return r.shortWork(a.number)
}

// readSaidSection reads "Cohen § 12" at its sign.
func readSaidSection(r reader, a anchor) Citation {
	if r.said == nil || a.terms != nil {
		return nil
	}
	return r.shortWork(a.number)
}

// shortWork reads the short form by name of a source cited before, at the number
// or sign of the place in it.
func (r reader) shortWork(number int) Citation {
	s := r.text
	name, isCase, ok := r.saidName(number)
	if !ok {
		return nil
	}
	for number > name.End && s[number-1] == '*' {
		number--
	}
	pin, _, next, ok := r.scanPin(number, PinPage)
	if r.divided(number) { // its section sign was lost
		pin, _, next, ok = r.scanPinAs(number, PinSection, true)
	}
	if !ok {
		return nil
	}
	shared := Shared{text: s}
	shared.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
	if _, _, full := r.scanImprint(next); full && !isCase {
		return nil // the work is cited in full again
	}
	shared.Core = Span{name.Start, next}
	var reports []Report
	if isCase { // "Daniels, at 331, 106 S. Ct., at 665"
		reports, next = r.shortParallel(nil, next)
	}
	start := name.Start
	volume := ""
	if v := lex.NumberBefore(s, r.floor, start); v < start && !isCase {
		volume, start = s[v:lex.SkipBack(s, v, start)], v
	}
	var on *Online
	shared.Span = Span{start, r.shortTail(&shared, &on, next)}
	shared.Signal = r.signal(start)
	if isCase {
		return &ShortCase{Shared: shared, Name: r.phrase(name.Start, name.End), Reports: reports}
	}
	return &ShortWork{Shared: shared, Volume: volume, Name: r.phrase(name.Start, name.End)}
}
