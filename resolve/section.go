package resolve

import (
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// shortStatute links "§ 1983" to the last statute or regulation before it that
// was cited with a section of that number, "Chapter 27-19" to one of that chapter. Bluebook Rules 12.10, 14.5.
func (r *Resolver) shortStatute(e *entry, c *citation.ShortStatute) Link {
	r.enterSections()
	for _, p := range c.Sections {
		if found := r.sections[sectionKey(p)]; found != nil {
			return Link{From: c}.to(e, found, SameSection)
		}
	}
	return Link{From: c, Why: NotFound}
}

// shortPaper links "S. Rep., at 14" to the last paper of that series.
func (r *Resolver) shortPaper(e *entry, c *citation.Legislative) Link {
	r.enterSections()
	if found := r.papers[c.Code.Abbrev]; found != nil {
		return Link{From: c}.to(e, found, SameSeries)
	}
	return Link{From: c, Why: NotFound}
}

// enterSections enters the sections of the new statutes and regulations, and the
// new papers of legislatures.
func (r *Resolver) enterSections() {
	if r.sections == nil {
		r.sections = make(map[string]*entry)
		r.papers = make(map[string]*entry)
	}
	for _, e := range r.since(&r.inSections) {
		r.enterSectionsOf(e)
	}
}

func (r *Resolver) enterSectionsOf(e *entry) {
	var sections []citation.Pin
	chapter := ""
	switch c := e.cite.(type) {
	case *citation.Legislative:
		if c.Code != nil {
			r.papers[c.Code.Abbrev] = e
		}
	case *citation.Statute:
		sections, chapter = c.Sections, c.Chapter
	case *citation.Regulation:
		sections = c.Sections
	}
	if chapter != "" {
		r.sections[chapterKey+strings.ToLower(chapter)] = e
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

// sectionKey is the number of a section without its subdivisions, or of a chapter
// after chapterKey.
func sectionKey(p citation.Pin) string {
	number, _, _ := strings.Cut(p.From, "(")
	if p.Kind == citation.PinChapter {
		number = chapterKey + number
	}
	return strings.ToLower(number)
}

// chapterKey parts the numbers of chapters from those of sections.
const chapterKey = "chapter "
