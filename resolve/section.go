package resolve

import (
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// shortStatute links "§ 1983" to the last statute before it that was cited with
// a section of that number. Bluebook Rule 12.10.
func (r *Resolver) shortStatute(e *entry, c *citation.ShortStatute) Link {
	for _, p := range c.Sections {
		if found := r.sections[sectionKey(p)]; found != nil {
			return Link{From: c}.to(e, found, SameSection)
		}
	}
	return Link{From: c, Why: NotFound}
}

// shortPaper links "S. Rep., at 14" to the last paper of that series.
func (r *Resolver) shortPaper(e *entry, c *citation.Legislative) Link {
	if found := r.papers[c.Code.Abbrev]; found != nil {
		return Link{From: c}.to(e, found, SameSeries)
	}
	return Link{From: c, Why: NotFound}
}

// enterSections enters the sections of a statute, and a paper of a legislature.
func (r *Resolver) enterSections(e *entry) {
	if paper, ok := e.cite.(*citation.Legislative); ok && paper.Code != nil {
		r.papers[paper.Code.Abbrev] = e
	}
	c, ok := e.cite.(*citation.Statute)
	if !ok {
		return
	}
	for _, p := range c.Sections {
		r.sections[sectionKey(p)] = e
	}
}

// sectionKey is the number of a section without its subdivisions.
func sectionKey(p citation.Pin) string {
	number, _, _ := strings.Cut(p.From, "(")
	return strings.ToLower(number)
}
