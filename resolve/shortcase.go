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

// A volumeCase is a case in a volume, with its first citation and its last one.
type volumeCase struct {
	page        int // where it begins; 0 when that is not known
	first, last *entry
}

// maxInVolume bounds how many cases of a volume are kept: those cited last.
const maxInVolume = 64

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
		return link.to(e, nearest(slices.Backward(fit)).last, SameVolume)
	}
	var named []volumeCase
	for _, cand := range fit {
		if written.agrees(r.names.work(cand.last)) > disagrees {
			named = append(named, cand)
		}
	}
	var sources []*entry // the last first
	for _, cand := range slices.Backward(endless(named, c.Reports[0])) {
		if len(sources) == 0 || !samePage(sources[0], cand.last) {
			sources = append(sources, cand.last)
		}
	}
	switch len(sources) {
	case 0:
		return link.to(e, nearest(slices.All(fit)).first, VolumeAlone)
	case 1:
		return link.to(e, sources[0], SameVolume)
	}
	return link.among(Ambiguous, sources, len(sources))
}

// endless returns the cases that no other of these ends before the page of a short
// form: the one that begins last. Where the page is not known, or not where one of
// the cases begins, they are all of them.
func endless(cases []volumeCase, short citation.Report) []volumeCase {
	if len(short.Pins) == 0 || number(short.Pins[0].From) == 0 || slices.ContainsFunc(cases, func(c volumeCase) bool { return c.page == 0 }) {
		return cases
	}
	begins := nearest(slices.All(cases)).page
	return slices.DeleteFunc(cases, func(c volumeCase) bool { return c.page < begins })
}

// reaching returns the cases in the volume of a short form that begin on the page
// it gives, or where it gives none at or before the first page that it cites, in
// the order in which they were cited last. They are good until the next call.
func (r *Resolver) reaching(short citation.Report) []volumeCase {
	r.enterVolumes()
	begins, page := number(short.Page), 0 // not yet known, or lost
	if begins == 0 && len(short.Pins) > 0 {
		page = number(short.Pins[0].From)
	}
	r.fit = r.fit[:0]
	for _, c := range r.volumes[volume{short.Volume, row(short.Reporter).Abbrev}] {
		if begins == 0 && (page == 0 || c.page <= page) || begins > 0 && c.page == begins {
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
			v := volume{rep.Volume, row(rep.Reporter).Abbrev}
			r.volumes[v] = cited(r.volumes[v], volumeCase{number(rep.Page), e, e})
		}
	}
}

// cited returns the cases of a volume after one of them was cited.
func cited(cases []volumeCase, c volumeCase) []volumeCase {
	i := slices.IndexFunc(cases, func(old volumeCase) bool {
		return old.page == c.page && (old.last == c.last || sameCase(old.last, c.last))
	})
	if i >= 0 {
		c.first = cases[i].first
	} else if i = 0; len(cases) < maxInVolume {
		return append(cases, c)
	}
	return append(slices.Delete(cases, i, i+1), c)
}

// nearest returns the case that begins latest, the first of these.
func nearest(cases iter.Seq2[int, volumeCase]) (best volumeCase) {
	best.page = -1
	for _, c := range cases {
		if c.page > best.page {
			best = c
		}
	}
	return best
}

// sameCase reports whether two full citations are of one page and name.
func sameCase(a, b *entry) bool {
	c, d := a.cite.(*citation.Case), b.cite.(*citation.Case)
	return samePage(a, b) && c.Name.Text == d.Name.Text && c.Hereinafter == d.Hereinafter
}

// samePage reports whether two full citations are of cases that begin on the same
// page of a reporter, or on one that neither knows.
func samePage(a, b *entry) bool {
	c, ok := a.cite.(*citation.Case)
	d, also := b.cite.(*citation.Case)
	return ok && also && slices.ContainsFunc(c.Reports, func(x citation.Report) bool {
		return slices.ContainsFunc(d.Reports, func(y citation.Report) bool {
			return x.Page == y.Page && x.Volume == y.Volume && row(x.Reporter).Abbrev == row(y.Reporter).Abbrev
		})
	})
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
