package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// maxUnreported bounds what is between the name of an unreported decision and
// its docket number, in bytes.
const maxUnreported = 160

// unpublished returns the decision in these words.
func (c *Case) unpublished() string {
	var b strings.Builder
	b.WriteString(c.Name.Text + ", " + c.Filing.Text + " of the " + c.CourtText.Text + ", issued " + c.Date.written() + " (" + c.Docket.Text + ")")
	writePins(&b, c.Pins, ", at ")
	writeEnd(&b, &c.Shared, c.Online)
	c.writeHistory(&b)
	return b.String()
}

// unreported reads a decision in the words of Michigan's courts, at its docket
// number s[start:end] in brackets: "People v Roe, unpublished per curiam opinion of
// the Court of Appeals, issued March 4, 2010 (Docket No. 287654), p 3". Without such
// words before the bracket it returns nil.
func (r reader) unreported(start, end int) *Case {
	s := r.text
	open := r.skipBack(start) - 1
	if open <= r.floor || s[open] != '(' || r.at(end) != ')' {
		return nil
	}
	low := max(r.floor, open-maxUnreported)
	date, issued, ok := scanDateBack(s, low, lex.SkipBack(s, low, open))
	if !ok {
		return nil
	}
	comma := strings.LastIndex(s[low:issued], ", unpublished")
	if comma < 0 {
		return nil
	}
	comma += low
	n := r.nameBefore(comma, false)
	paper := lex.Skip(s, comma+1)
	of := strings.Index(s[paper:issued], " of the ")
	if !n.found() || of < 0 {
		return nil
	}
	of += paper
	court := lex.Skip(s, of+len(" of the "))
	courtEnd := strings.IndexByte(s[court:issued], ',')
	if courtEnd < 0 {
		return nil
	}
	c := &Case{Shared: Shared{text: s, Core: Span{start, end}}}
	c.Name, c.Plaintiff, c.Defendant = n.name, n.plaintiff, n.defendant
	c.Docket, c.Filing, c.Date = r.phrase(start, end), r.phrase(paper, of), date
	c.Date.Span = Span{issued, lex.SkipBack(s, issued, open)}
	c.CourtText = r.phrase(court, court+courtEnd)
	c.Court = r.tab.court("Michigan " + c.CourtText.Text)
	c.Weight = append(c.Weight, Weight{Span: c.Filing.Span, Kind: WeightUnpublished})
	var next int
	if c.Pins, next = r.scanPins(end+1, ""); c.Pins == nil {
		next = end + 1
	}
	c.Span = Span{n.name.Span.Start, r.history(c, r.tail(&c.Shared, &c.Online, next))}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// California's courts cite an unreported decision by its day and its docket number,
// whose letter is the court's: "People v. Roe (Jan. 7, 2015, B243000) [nonpub. opn.]".
// California Style Manual § 1:18.

// datedDocket looks at six figures with a letter before them and a bracket after: an
// anchor when a day precedes them in the bracket.
func (r reader) datedDocket(n number) (a anchor, decided bool) {
	i := n.start - 1
	if letterCourt(r.text[i]) == "" || lex.IsAt(r.text, i-1, lex.Alnum) || !r.commaBefore(i) {
		return a, false
	}
	if _, open := r.dayBefore(i); open < 0 {
		return a, false
	}
	return anchor{class: anchorDocket, start: i, number: n.start, end: n.end}, true
}

// letterCourt returns the id of the court whose docket numbers begin with a letter in
// California; empty when none do.
func letterCourt(letter byte) string {
	switch {
	case letter == 'S':
		return "cal"
	case 'A' <= letter && letter <= 'H':
		return "calctapp"
	}
	return ""
}

// dayBefore reads the day that a bracket opens with and that precedes the docket number
// at offset i; open is the bracket's offset, -1 without one.
func (r reader) dayBefore(i int) (d Date, open int) {
	end := lex.TrimComma(r.text, r.floor, i)
	d, start, ok := scanDateBack(r.text, max(r.floor, end-maxShort), end)
	if !ok || d.Day == 0 || r.before(r.skipBack(start)) != '(' {
		return d, -1
	}
	d.Span = Span{start, end}
	return d, r.skipBack(start) - 1
}

// readDatedCase reads a decision of California's courts at its docket number. A name
// must precede the bracket.
func readDatedCase(r reader, a anchor) Citation {
	s := r.text
	if a.number != a.start+1 || r.at(a.end) != ')' {
		return nil
	}
	date, open := r.dayBefore(a.start)
	if open < 0 {
		return nil
	}
	n := r.nameBefore(open, false)
	if !n.found() {
		return nil
	}
	c := &Case{Shared: Shared{text: s, Core: Span{a.start, a.end}}, Name: n.name, Plaintiff: n.plaintiff, Defendant: n.defendant, Date: date}
	c.Docket, c.Court = r.phrase(a.start, a.end), r.tab.courtID[letterCourt(s[a.start])]
	next := a.end + 1
	if j := r.skip(next); r.at(j) == '[' { // "[nonpub. opn.]"
		if p, k := words.Weights.Match(s, j+1, r.ceil); p != nil && r.at(k) == ']' {
			c.Filing = r.phrase(j+1, k)
			c.Weight = append(c.Weight, Weight{Span: c.Filing.Span, Kind: WeightKind(p.Value)})
			next = k + 1
		}
	}
	if pins, k := r.scanPins(next, ""); pins != nil {
		c.Pins, next = pins, k
	}
	c.Span = Span{n.name.Span.Start, r.history(c, r.tail(&c.Shared, &c.Online, next))}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// dated returns a decision of California's courts in their style; empty when it is none.
func (c *Case) dated() string {
	docket := c.Docket.Text
	if c.Reports != nil || len(docket) != 7 || letterCourt(docket[0]) == "" || !lex.AllDigits(docket[1:]) {
		return ""
	}
	var b strings.Builder
	b.WriteString(c.Name.Text + " (" + c.Date.written() + ", " + docket + ")")
	if c.Filing.Text != "" {
		b.WriteString(" [" + c.Filing.Text + "]")
	}
	writePins(&b, c.Pins, ", at ")
	writeEnd(&b, &c.Shared, c.Online)
	c.writeHistory(&b)
	return b.String()
}
