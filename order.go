package hereinafter

import (
	"sort"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// How a document is read in order
//
// A reader meets a note where its mark is. So the body's citations are cut into
// pieces at the marks, and each note comes after the piece before its mark: for
// the short forms that look backwards, and for everyone who lists citations. A
// citation that a mark interrupts belongs to the piece before.

// A piece is a part of a document: a part of its body, or a note. It may be
// without citations.
type piece struct {
	note      *Note // nil for the body
	label     string
	scope     int
	inNote    bool
	citations []citation.Citation
}

// order returns the document's pieces in the order in which they are read.
func (d *Document) order() []piece {
	pieces := make([]piece, 0, 2*len(d.Notes)+1)
	rest := d.Body.Citations
	upTo := func(offset int) {
		n := sort.Search(len(rest), func(i int) bool { return rest[i].Common().Span.Start >= offset })
		if n > 0 {
			pieces = append(pieces, piece{citations: rest[:n]})
			rest = rest[n:]
		}
	}
	for _, n := range d.Notes {
		if n.Mark != nil && n.Mark.In == nil {
			upTo(n.Mark.Span.Start)
		}
		pieces = append(pieces, piece{note: n, label: n.Label, scope: n.Scope, inNote: true, citations: n.Citations})
	}
	upTo(len(d.Body.Text) + 1)
	return pieces
}

// within returns the pieces of running text in whose midst notes were found.
func (d *Document) within(src *footnote.Document) []piece {
	return []piece{{citations: d.Body.Citations}}
}

// resolve links the short forms of the pieces.
func (d *Document) resolve(pieces []piece) {
	d.links = make(map[citation.Citation]resolve.Link)
	var r resolve.Resolver
	for _, p := range pieces {
		for _, l := range r.Note(p.label, p.citations) {
			d.links[l.From] = l
		}
	}
}
