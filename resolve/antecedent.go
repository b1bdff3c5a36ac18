package resolve

import "github.com/hereinafter/hereinafter/citation"

// What id. stands for in its own note, or in running text, is the citation just
// before it, but for two things that its own text may say. A page or a section
// says of what kind the antecedent is: a provision mentioned in a sentence is passed
// over where a page is asked for. And a page before the first one of a case, or a
// parallel report in another volume, says that the case is not meant: then it is
// the one before that, and where there is none, none is guessed.

// maxPassed bounds how many citations id. passes over.
const maxPassed = 32

// antecedent returns the citation that id. follows in its note, nil when none
// is there; denied reports that what is there is not what id. stands for. What a
// sentence mentions in passing is none: "Section 1983 says so. Id. at 5" goes back
// to the case before the sentence.
func (n *note) antecedent(id citation.Citation) (found *entry, denied bool) {
	list := n.entries()
	last := len(list) - 1
	for k := last; k >= 0 && k > last-maxPassed; k-- {
		e := list[k]
		if mentioned(e.cite, id) {
			continue
		}
		switch said := holds(e, id); {
		case said == denies:
			denied = true
		case denied && said != affirms:
			return nil, true
		default:
			return e, false
		}
	}
	if last >= 0 && !denied {
		return list[last], false
	}
	return nil, denied
}

// A verdict is what the page and the reports of id. say of a citation before it.
type verdict int

const (
	silent  verdict = iota
	affirms         // the page is in it, or it is in the volume
	denies          // its reports all begin after the page, or are in other volumes
)

// maxOpinion bounds how many pages after its first one a case has.
const maxOpinion = 250

// holds says whether a citation can be what id. stands for.
func holds(e *entry, id citation.Citation) verdict {
	if e.source == nil {
		return silent
	}
	c, ok := e.source.cite.(*citation.Case)
	if short, ok := id.(*citation.Id); ok && c != nil && short.Reports != nil {
		return volumesHold(c, short.Reports)
	}
	pins := id.Common().Pins
	switch {
	case len(pins) == 0 || pins[0].Kind != citation.PinPage || !allDigits(pins[0].From):
		return silent
	case ok:
		return pagesHold(c, number(pins[0].From))
	case e.source.cite.Kind() == citation.KindRecord:
		return affirms
	}
	return silent
}

// pagesHold says whether a page is one of a case's.
func pagesHold(c *citation.Case, page int) verdict {
	if len(c.Reports) == 0 || c.Filing.Text != "" || c.History != nil {
		return silent
	}
	said := denies
	for _, rep := range c.Reports {
		switch begins := number(rep.Page); {
		case !countsPages(rep):
			return silent
		case begins <= page && page-begins < maxOpinion:
			return affirms
		case begins <= page:
			said = silent
		}
	}
	return said
}

// volumesHold says whether a case is in the volumes of parallel reports.
func volumesHold(c *citation.Case, reports []citation.Report) verdict {
	said := silent
	for _, rep := range reports {
		for _, own := range c.Reports {
			switch {
			case row(own.Reporter).Abbrev != row(rep.Reporter).Abbrev:
			case own.Volume == rep.Volume:
				return affirms
			default:
				said = denies
			}
		}
	}
	return said
}

// countsPages reports whether the number after a reporter is that of a page, not of the
// decision.
func countsPages(rep citation.Report) bool {
	r := row(rep.Reporter)
	return r.Shape == "" && r.Type != "neutral" && r.Type != "database" && allDigits(rep.Page)
}

// mentioned reports whether a citation is a mention in prose that id. does not
// stand for: a section or rule without its code, a provision where a page is
// asked for.
func mentioned(c, id citation.Citation) bool {
	pins := id.Common().Pins
	paged := len(pins) > 0 && pins[0].Kind == citation.PinPage
	sectioned := len(pins) > 0 && pins[0].Kind == citation.PinSection
	switch c := c.(type) {
	case *citation.ShortStatute:
		return !sectioned && (c.Prose || paged)
	case *citation.Rule:
		return c.Code == nil && !sectioned
	case *citation.Constitution:
		return c.Name.Text == "" || paged
	case *citation.Statute:
		return paged && (c.Code != nil || len(c.Sections) > 0)
	case *citation.Record:
		return sectioned
	}
	return false
}
