package resolve

import (
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/citation"
)

// volume is a volume of a reporter: what a case's short form is found by.
type volume struct {
	number   string
	reporter string
}

// enter makes a full citation findable: by the words of its names and, a case,
// by its volumes.
func (r *Resolver) enter(e *entry) {
	for _, text := range e.cite.Names() {
		if key := r.name(text); len(key) > 0 {
			e.keys = append(e.keys, key)
		}
	}
	for _, key := range e.keys {
		for _, w := range key {
			stem := stem(w.text)
			if list := r.names[stem]; len(list) == 0 || list[len(list)-1] != e {
				r.names[stem] = append(list, e)
			}
		}
	}
	r.enterSections(e)
	if c, ok := e.cite.(*citation.Case); ok {
		for _, rep := range c.Reports {
			v := volume{rep.Volume, row(rep.Reporter).Abbrev}
			r.cases[v] = append(r.cases[v], e)
		}
	}
}

// stem is what a word is indexed by: its first letter, which a word and its
// abbreviation share.
func stem(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n]
}

// candidates returns the full citations that may agree with the words: those
// that share the rarest of their stems.
func (r *Resolver) candidates(words name) []*entry {
	var best []*entry
	for i, w := range words {
		if list := r.names[stem(w.text)]; i == 0 || len(list) < len(best) {
			best = list
		}
	}
	return latest(best)
}

// maxCandidates bounds how many earlier sources one short form is compared
// with, so that time stays linear in a text that cites one name without end.
const maxCandidates = 1024

// latest returns the last maxCandidates entries.
func latest(list []*entry) []*entry { return list[max(0, len(list)-maxCandidates):] }

// shortCase links "Gore, 531 U.S. at 99" to the case in that volume that begins
// nearest before the page and has the name. Bluebook Rule 10.9.
func (r *Resolver) shortCase(e *entry, c *citation.ShortCase) Link {
	if len(c.Reports) == 0 { // "Gore, at 99"
		return r.byName(e, c.Name.Text)
	}
	link := Link{From: c}
	rep := c.Reports[0]
	list := latest(r.cases[volume{rep.Volume, row(rep.Reporter).Abbrev}])
	words := r.name(c.Name.Text)
	var found *entry
	var rivals []*entry
	for k := len(list) - 1; k >= 0; k-- {
		cand := list[k]
		if len(words) > 0 && agrees(words, cand) == disagrees || !reaches(cand.cite.(*citation.Case), rep) {
			continue
		}
		switch {
		case found == nil:
			found = cand
		case !sameCase(found.cite.(*citation.Case), cand.cite.(*citation.Case)):
			rivals = append(rivals, cand)
		}
	}
	if found == nil && len(list) > 0 && len(words) > 0 {
		return r.shortCaseByVolume(link, e, list, rep)
	}
	switch {
	case found == nil:
		link.Why = NotFound
	case len(rivals) > 0 && len(words) > 0:
		return ambiguous(link, found, rivals)
	case len(rivals) > 0:
		return link.to(e, nearest(append(rivals, found), rep), SameVolume)
	default:
		return link.to(e, found, SameVolume)
	}
	return link
}

// shortCaseByVolume links by volume alone where the name before the short form
// is not the case's: words of the sentence may have been read as one.
func (r *Resolver) shortCaseByVolume(link Link, e *entry, list []*entry, rep citation.Report) Link {
	var fit []*entry
	for _, cand := range list {
		if reaches(cand.cite.(*citation.Case), rep) {
			fit = append(fit, cand)
		}
	}
	if len(fit) == 0 {
		link.Why = NotFound
		return link
	}
	return link.to(e, nearest(fit, rep), VolumeAlone)
}

// reaches reports whether a case begins at or before the first page that the
// short form cites.
func reaches(c *citation.Case, short citation.Report) bool {
	for _, rep := range c.Reports {
		if rep.Volume == short.Volume && row(rep.Reporter).Abbrev == row(short.Reporter).Abbrev {
			page := 0 // not yet known, or lost
			if len(short.Pins) > 0 {
				page = number(short.Pins[0].From)
			}
			return page == 0 || number(rep.Page) <= page
		}
	}
	return false
}

// nearest returns the case that begins latest, among those that begin before
// the page.
func nearest(list []*entry, short citation.Report) *entry {
	best, page := list[0], -1
	for _, e := range list {
		for _, rep := range e.cite.(*citation.Case).Reports {
			if rep.Volume == short.Volume && row(rep.Reporter).Abbrev == row(short.Reporter).Abbrev && number(rep.Page) > page {
				best, page = e, number(rep.Page)
			}
		}
	}
	return best
}

// sameCase reports whether two full citations cite the same page of a reporter.
func sameCase(a, b *citation.Case) bool {
	return a.Reports[0].Volume == b.Reports[0].Volume && row(a.Reports[0].Reporter).Abbrev == row(b.Reports[0].Reporter).Abbrev &&
		a.Reports[0].Page == b.Reports[0].Page
}

// number reads a page's number, 0 when it has none.
func number(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		if s[i] < '0' || s[i] > '9' {
			if s[i] == '*' && n == 0 {
				continue
			}
			break
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
