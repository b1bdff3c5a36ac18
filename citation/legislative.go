package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Legislative is a paper of a legislature: a bill, a resolution, a report, a
// document, a page of the debates. Bluebook Rule 13; Indigo Book R20.
type Legislative struct {
	Shared
	Provision
	Congress string // "104" of "104th Cong."; empty when not written
	// Committee is the committee whose print it is, as written: "Staff of H. Comm.
	// on the Judiciary"; zero for other papers.
	Committee Phrase
	// Legislature is the session of a state's legislature as written: "49th Leg.,
	// 2d Reg. Sess."; zero when not written. The state, which precedes the
	// date, is the Publisher.
	Legislature Phrase
}

// Kind returns [KindLegislative].
func (*Legislative) Kind() Kind { return KindLegislative }

// Short reports whether the citation is a short form that gives a page of a paper
// cited before by its series alone: "S. Rep., at 14".
func (c *Legislative) Short() bool {
	if c.Code == nil || len(c.Pins) == 0 {
		return false
	}
	return c.Number == "" && c.Volume == "" && c.Page == "" && c.Name.Text == ""
}

// String returns the paper as Bluebook Rule 13 writes it.
func (c *Legislative) String() string {
	var b strings.Builder
	lead := c.pinLead()
	switch {
	case c.Committee.Text != "":
		b.WriteString(c.Committee.Text + ", " + c.congress() + ", " + c.Name.Text)
		lead = " "
	default:
		session := c.congress() + c.Legislature.Text
		p := c.Provision
		if session != "" {
			p.Sections = nil
		}
		p.write(&b)
		if session != "" {
			b.WriteString(", " + session)
			writePins(&b, c.Sections, " ")
			lead = ", at "
		}
	}
	writePins(&b, c.Pins, lead)
	if c.Committee.Text != "" {
		writeDecision(&b, "Comm. Print", c.Date)
	} else {
		c.writeEdition(&b, &c.Shared)
	}
	if len(c.Parallel) > 0 {
		b.WriteString(", reprinted in")
		var places strings.Builder
		c.writePrinted(&places)
		b.WriteString(strings.TrimPrefix(places.String(), ","))
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// congress returns "104th Cong."; empty when the paper names none.
func (c *Legislative) congress() string {
	if c.Congress == "" {
		return ""
	}
	return c.Congress + ordinalEnd(c.Congress) + " Cong."
}

// ordinalEnd returns what makes an ordinal of a number: "th", "d", "st".
func ordinalEnd(number string) string {
	if n := len(number); n >= 2 && number[n-2] == '1' {
		return "th"
	}
	switch number[len(number)-1] {
	case '1':
		return "st"
	case '2', '3':
		return "d"
	}
	return "th"
}

// readLegislative reads "H.R. Rep. No. 104-828, at 209 (1996)".
func readLegislative(r reader, a anchor) Citation {
	if ofType(a.terms, legislativeTypes) == nil || r.underHearing(a.start) {
		return nil
	}
	c := &Legislative{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, legislativeTypes) {
		return nil
	}
	r.congress(c, c.Span.End)
	if c.Number == "" {
		return c
	}
	if next := r.reprinted(&c.Provision, c.Span.End); next > c.Span.End {
		c.Span.End = r.tail(&c.Shared, &c.Online, next)
	}
	return c
}

// underHearing reports whether the bill at offset i is the subject of hearings:
// then it is part of their title.
func (r reader) underHearing(i int) bool {
	s := r.text
	j := r.skipBack(i)
	for _, phrase := range [...]string{"earing on", "earings on"} {
		if strings.HasSuffix(s[max(r.floor, j-16):j], phrase) {
			return true
		}
	}
	return false
}

// readHearing reads, at a "Cong.", the debates of a Congress, "Cong. Globe, 35th
// Cong., 1st Sess. 1584 (1858)", or the hearings of a committee at the "Cong." after their
// title: "Tax Fairness: Hearing on H.R. 5793 Before the H. Comm. on the
// Judiciary, 110th Cong. 12 (2008)".
func readHearing(r reader, a anchor) Citation {
	s := r.text
	comma := r.skipBack(a.start)
	for r.isBefore(comma, lex.Alnum) { // the ordinal
		comma--
	}
	comma = r.skipBack(comma)
	if r.before(comma) != ',' || !r.isAt(r.skip(comma), lex.Digit) {
		return nil
	}
	c := &Legislative{Shared: Shared{text: s}}
	if lex.HasPrefixAt(s, a.start, "Cong") {
		c.Jurisdiction = "us"
	}
	if terms, from := r.tab.backward.matchBack(s, r.floor, comma-1); ofType(terms, legislativeTypes) != nil { // "Cong. Globe, 35th Cong., 1st Sess. 1584"
		c.Code, c.AsWritten = terms[0].code, lex.Clean(s[from:comma-1])
		c.Span = Span{from, a.end}
		c.Core = c.Span
		r.congress(c, comma-1)
		if c.Congress == "" || c.Pins == nil {
			return nil
		}
		c.Signal = r.signal(from)
		return c
	}
	start, sig := r.clauseStart(comma-1, 1)
	if start >= comma || !strings.Contains(s[start:comma], "earing") && !strings.Contains(s[start:comma], " Before the ") {
		return nil
	}
	c.Name = r.phrase(start, comma-1)
	c.Span = Span{start, a.end}
	r.congress(c, comma-1)
	if c.Congress == "" {
		return nil
	}
	c.Core = Span{c.Name.Span.Start, a.end}
	c.Signal = sig
	return c
}

// print makes a committee's print of a book whose title begins with the Congress:
// "Staff of H. Comm. on the Judiciary, 81st Cong., The Study of Monopoly Power 33
// (Comm. Print 1950)". It is nil when the title does not.
func (r reader) print(b byline, m imprint, start int, pins []Pin, next int) *Legislative {
	s := r.text
	title := b.title.Span
	k := lex.DigitsEnd(s[:title.End], title.Start)
	if k == title.Start || k-title.Start > 3 || len(b.authors) == 0 {
		return nil
	}
	number := s[title.Start:k]
	for k < title.End && lex.Class[s[k]]&lex.ASCII != 0 {
		k++
	}
	k, ok := words.MatchPhrase(s, lex.Skip(s, k), title.End, "cong.")
	if !ok {
		return nil
	}
	k = r.session(k)
	if k >= title.End || s[k] != ',' {
		return nil
	}
	c := &Legislative{Shared: Shared{text: s, Pins: pins}, Congress: number}
	c.Name, c.Date, c.Jurisdiction = r.phrase(lex.Skip(s, k+1), title.End), m.date, "us"
	c.Committee = r.phrase(start, b.authors[len(b.authors)-1].Span.End)
	c.Core = Span{c.Name.Span.Start, title.End}
	if len(pins) > 0 {
		c.Core.End = pins[len(pins)-1].Span.End
	}
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	return c
}

// congress reads ", 104th Cong., 2d Sess. § 3 (1996)" after a bill or a report,
// or the session of a state's legislature: ", 49th Leg., 2d Reg. Sess. (Ariz.
// 2010)".
func (r reader) congress(c *Legislative, i int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return
	}
	k := r.digitsEnd(j)
	if k == j || k-j > 4 {
		return
	}
	number := s[j:k]
	for r.isAt(k, lex.ASCII) {
		k++
	}
	body, next := words.Legislatures.Match(s, r.skip(k), r.ceil)
	if body == nil || lex.HasPrefixAt(s[:r.ceil], r.skip(next), "Rec.") { // "120 Cong. Rec. 3"
		return
	}
	next = r.session(next)
	if body.Text == "cong." {
		c.Congress = number
	} else {
		c.Legislature = r.phrase(j, next)
	}
	sections, next := r.scanPins(next, "")
	sortPins(sections, &c.Pins, &c.Sections) // "2d Sess. at 49"
	pins, next := r.scanPins(next, PinPage)
	if pins == nil {
		if pin, _, k, ok := r.scanPin(r.skip(next), PinPage); ok {
			pins, next = []Pin{pin}, k
		}
	}
	c.Pins = append(c.Pins, pins...)
	c.Core.End = max(c.Core.End, next)
	next = r.edition(&c.Provision, next)
	if state := r.tab.jurisdiction(c.Publisher.Text); state != "" {
		c.Jurisdiction = state
	}
	c.Span.End = r.tail(&c.Shared, &c.Online, next)
	if c.Date.IsZero() && len(c.Parens) > 0 { // "(as passed by House, Dec. 3, 2014)"
		in := c.Parens[0].Span
		c.Date, _, _ = r.dateAtEnd(in.Start+1, in.End-1)
	}
}

// session passes over ", 2d Reg. Sess." after a congress or a legislature.
func (r reader) session(i int) (next int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return i
	}
	for k := j; k < r.ceil && k-j < maxSession; k++ {
		if m, ok := words.MatchPhrase(s, k, r.ceil, "sess."); ok && lex.Class[s[k-1]]&lex.Alnum == 0 {
			return m
		}
		if c := s[k]; lex.Class[c]&lex.Alnum == 0 && c != '.' && lex.NoiseAt(s, k) == 0 {
			break
		}
	}
	return i
}

// maxSession bounds how far after a legislature its session's word may stand.
const maxSession = 32

// Names implements [Citation].
func (c *Legislative) Names() []string {
	return append(append(c.Shared.Names(), c.AsWritten), c.numbered()...)
}
