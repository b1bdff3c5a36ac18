package resolve

import (
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// shortStatute links "§ 1983" to the last statute or regulation before it that
// was cited with a section of that number. Bluebook Rules 12.10, 14.5.
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

// enterSections enters the sections of a statute or a regulation, and a paper of
// a legislature.
func (r *Resolver) enterSections(e *entry) {
	var sections []citation.Pin
	switch c := e.cite.(type) {
	case *citation.Legislative:
		if c.Code != nil {
			r.papers[c.Code.Abbrev] = e
		}
	case *citation.Statute:
		sections = c.Sections
	case *citation.Regulation:
		sections = c.Sections
	}
	part := ""
	for _, p := range sections {
		key := sectionKey(p)
		if strings.HasPrefix(key, ".") { // "292.601 and .602"
			key = part + key
		} else {
			part, _, _ = strings.Cut(key, ".")
		}
		r.sections[key] = e
	}
}

// sectionKey is the number of a section without its subdivisions.
func sectionKey(p citation.Pin) string {
	number, _, _ := strings.Cut(p.From, "(")
	return strings.ToLower(number)
}
