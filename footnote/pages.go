package footnote

import (
	"math"
	"sort"
)

// Pages
//
// Text taken out of a printed document has its pages' furniture between the
// lines: form feeds, running heads, page numbers, the banner of an archive. It
// is found by what it does on every page: it is at the page's edge, and it
// comes again there, with a number that counts the pages or with none. Where
// the form feeds are lost, lines that come again at regular distances, or whose
// numbers count up, give the edges away.
//
// The lines that are left are one text, in which notes and marks are looked
// for; it remembers where its pieces come from and where its pages begin.

// pages is a source without the furniture of its pages.
type pages struct {
	src    string
	text   string   // what is left
	kept   []anchor // where the pieces of text are in src, in order
	starts []int    // offsets in text at which the pages begin, in order; the first is 0
	left   []Span   // what was left out of src, in order
	marks  []item   // raised marks that were put back, in order
}

// The measures of furniture.
const (
	edgeLines    = 3  // lines at a page's top and bottom, blank ones not counted, that may be furniture
	minRepeated  = 3  // lines at edges that are equal but for their numbers
	minHeads     = 2  // the same at the tops of pages that form feeds mark
	minBeats     = 3  // times that a line must come again to give away edges that no form feed marks
	minPageLines = 10 // lines on a page without form feeds, on the average
	maxPageStep  = 8  // pages from one such line to the next
	maxHeadline  = 200
)

// paged returns the source, from offset start on, without its furniture.
func paged(src string, start int) *pages {
	p := &pages{src: src, starts: []int{0}}
	if len(src) > math.MaxInt32 {
		p.text, p.kept = src[start:], []anchor{{0, start}}
		return p
	}
	f := scanLines(src, start)
	f.findEdges()
	f.findFurniture()
	p.cut(f, start)
	return p
}

// cut sets everything that is left of the lines.
func (p *pages) cut(f *furniture, start int) {
	buf, at := []byte(nil), start // at is where what is not yet kept begins
	keep := func(end int) {
		if at < end {
			p.kept = append(p.kept, anchor{len(buf), at})
			buf = append(buf, p.src[at:end]...)
		}
	}
	if !f.found() {
		p.text, p.kept = p.src[start:], []anchor{{0, start}}
		return
	}
	begins := false // a page begins with the next line that stays
	last := 0       // offset after the last line that stays
	for i, l := range f.lines {
		begins = begins || f.edge[i] && i > 0
		if f.leave[i] {
			keep(min(lineEnd(p.src, last)+1, lineStart(p.src, int(l.start))))
			at = min(lineEnd(p.src, int(l.end))+1, len(p.src))
			p.left = append(p.left, Span{int(l.start), int(l.end)})
			continue
		}
		if begins && last > 0 {
			keep(min(lineEnd(p.src, last)+1, int(l.start)))
			at = max(at, int(l.start)-f.indent(int(l.start)))
			p.starts = append(p.starts, len(buf))
		}
		begins, last = false, int(l.end)
	}
	keep(len(p.src))
	p.text = string(buf)
}

// source returns the offset in src of a byte of the text.
func (p *pages) source(off int) int {
	i := sort.Search(len(p.kept), func(i int) bool { return p.kept[i].text > off })
	if i == 0 {
		return off
	}
	return p.kept[i-1].source + off - p.kept[i-1].text
}

// passage returns the pieces of the text as one passage.
func (p *pages) passage(pieces ...Span) Passage {
	var out Passage
	buf := []byte(nil)
	if len(pieces) == 1 && pieces[0].Start == pieces[0].End {
		out.anchor(0, p.source(pieces[0].Start))
	}
	for _, s := range pieces {
		i := sort.Search(len(p.kept), func(i int) bool { return p.kept[i].text > s.Start })
		for at := s.Start; at < s.End; i++ {
			end := s.End
			if i < len(p.kept) {
				end = min(end, p.kept[i].text)
			}
			out.anchor(len(buf)+at-s.Start, p.source(at))
			at = end
		}
		if len(pieces) == 1 {
			out.Text = p.text[s.Start:s.End]
			return out
		}
		buf = append(buf, p.text[s.Start:s.End]...)
	}
	out.Text = string(buf)
	return out
}

// anchor says that from offset text on the passage is the source from there on.
func (p *Passage) anchor(text, source int) {
	delta := 0
	if n := len(p.origin); n > 0 {
		delta = p.origin[n-1].source - p.origin[n-1].text
	}
	if source-text != delta {
		p.origin = append(p.origin, anchor{text, source})
	}
}

// page returns the number of the page, from 0, that holds the offset of the text.
func (p *pages) page(off int) int {
	return sort.Search(len(p.starts), func(i int) bool { return p.starts[i] > off }) - 1
}

// end returns the offset after the page.
func (p *pages) end(page int) int {
	if page+1 < len(p.starts) {
		return p.starts[page+1]
	}
	return len(p.text)
}
