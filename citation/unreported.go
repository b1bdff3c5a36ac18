package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
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
