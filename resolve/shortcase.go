package resolve

import (
	"iter"
	"slices"

	"github.com/hereinafter/hereinafter/citation"
)

// volume is a volume of a reporter: what a case's short form is found by.
type volume struct {
	number   string
	reporter string
}

// A volumeCase is a case in a volume, and the page where it begins; 0 when that
// is not known.
type volumeCase struct {
	*entry
	page int
}

// shortCase links "Gore, 531 U.S. at 99" to the case in that volume that begins
// nearest before the page and has the name; to one without the name where none
// has it, since words of the sentence may have been read as one. Bluebook Rule
// 10.9.
func (r *Resolver) shortCase(e *entry, c *citation.ShortCase) Link {
	if len(c.Reports) == 0 { // "Gore, at 99"
		return r.byName(e, c.Name.Text)
	}
	link := Link{From: c}
	fit := r.reaching(c.Reports[0])
	if len(fit) == 0 {
		link.Why = NotFound
		return link
	}
	written := r.names.query(c.Name.Text).name
	if len(written) == 0 {
		return link.to(e, nearest(slices.Backward(fit)), SameVolume)
	}
	var sources []*entry // the last first
	count := 0
	for _, cand := range slices.Backward(fit) {
		switch {
		case written.agrees(r.names.work(cand.entry)) == disagrees:
		case count == 0 || !sameCase(sources[0].cite.(*citation.Case), cand.cite.(*citation.Case)):
			count++
			if len(sources) < MaxCandidates {
				sources = append(sources, cand.entry)
			}
		}
	}
	switch count {
	case 0:
		return link.to(e, nearest(slices.All(fit)), VolumeAlone)
	case 1:
		return link.to(e, sources[0], SameVolume)
	}
	return link.among(Ambiguous, sources, count)
}

// reaching returns the cases in the volume of a short form that begin at or
// before the first page that it cites, in order; of many cases in the volume,
// those among the last. They are good until the next call.
func (r *Resolver) reaching(short citation.Report) []volumeCase {
	r.enterVolumes()
	page := 0 // not yet known, or lost
	if len(short.Pins) > 0 {
		page = number(short.Pins[0].From)
	}
	list := r.volumes[volume{short.Volume, short.Reporter.Abbrev}]
	r.fit = r.fit[:0]
	for _, c := range list[max(0, len(list)-maxCompared):] {
		if page == 0 || c.page <= page {
			r.fit = append(r.fit, c)
		}
	}
	return r.fit
}

// enterVolumes enters the new cases by their volumes.
func (r *Resolver) enterVolumes() {
	if r.volumes == nil {
		r.volumes = make(map[volume][]volumeCase)
	}
	for _, e := range r.since(&r.inVolumes) {
		c, ok := e.cite.(*citation.Case)
		if !ok {
			continue
		}
		for _, rep := range c.Reports {
			v := volume{rep.Volume, rep.Reporter.Abbrev}
			if list := r.volumes[v]; len(list) == 0 || list[len(list)-1].entry != e {
				r.volumes[v] = append(list, volumeCase{e, number(rep.Page)})
			}
		}
	}
}

// nearest returns the case that begins latest, the first of these.
func nearest(cases iter.Seq2[int, volumeCase]) (best *entry) {
	page := -1
	for _, c := range cases {
		if c.page > page {
			best, page = c.entry, c.page
		}
	}
	return best
}

// sameCase reports whether two full citations cite the same page of a reporter.
func sameCase(a, b *citation.Case) bool {
	return a.Reports[0].Volume == b.Reports[0].Volume && a.Reports[0].Reporter.Abbrev == b.Reports[0].Reporter.Abbrev &&
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
