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

// A Piece is a part of a document that is read in one go: a note, or the body
// from one mark to the next. It may be without citations.
type Piece struct {
	Note      *Note               // nil for the body
	Citations []citation.Citation // those at top level, in order
}

// Pieces returns the document's pieces in the order in which a reader meets
// them. Running text is one piece.
func (d *Document) Pieces() []Piece {
	d = d.read()
	if d.running {
		return []Piece{{Citations: d.Body.Citations}}
	}
	marks := func(n *Note) (offset int, ok bool) {
		if n.Mark == nil || n.Mark.In != nil {
			return 0, false
		}
		return n.Mark.Span.Start, true
	}
	return inOrder(d.Body.Citations, d.Notes, marks)
}

// inOrder cuts the body's citations at the marks of the notes. mark returns where
// in the text of the body's citations a note's mark is; a note without a mark
// there comes right after the note before it.
func inOrder(body []citation.Citation, notes []*Note, mark func(*Note) (offset int, ok bool)) []Piece {
	pieces := make([]Piece, 0, 2*len(notes)+1)
	upTo := func(n int) {
		if n > 0 {
			pieces = append(pieces, Piece{Citations: body[:n]})
			body = body[n:]
		}
	}
	for _, n := range notes {
		if offset, ok := mark(n); ok {
			upTo(sort.Search(len(body), func(i int) bool { return body[i].Common().Span.Start >= offset }))
		}
		pieces = append(pieces, Piece{Note: n, Citations: n.Citations})
	}
	upTo(len(body))
	return pieces
}

// runningPieces returns the pieces of running text in which notes were found: to
// link its short forms as in a document that has its notes apart. A note that no
// mark leads to may be a list, and is left in the body.
func (d *Document) runningPieces(src *footnote.Document) []Piece {
	own := make(map[*footnote.Note]*Note)
	var notes []*Note
	for _, n := range src.Notes {
		if n.Mark != nil {
			own[n] = &Note{Note: n}
			notes = append(notes, own[n])
		}
	}
	if notes == nil {
		return []Piece{{Citations: d.Body.Citations}}
	}
	var body []citation.Citation
	for _, c := range d.Body.Citations {
		if note := own[src.NoteAt("", c.Common().Span.Start)]; note != nil {
			note.Citations = append(note.Citations, c)
		} else {
			body = append(body, c)
		}
	}
	return inOrder(body, notes, func(n *Note) (int, bool) { return src.Body.Source(n.Mark.Span.Start), n.Mark.In == nil })
}

// resolve links the short forms of the pieces.
func (d *Document) resolve(pieces []Piece) {
	d.links = make(map[citation.Citation]resolve.Link)
	var r resolve.Resolver
	for _, p := range pieces {
		links := r.Body
		if n := p.Note; n != nil {
			r.Scope(n.Scope)
			links = func(citations []citation.Citation) []resolve.Link { return r.Note(n.Label, citations) }
		}
		for _, l := range links(p.Citations) {
			d.links[l.From] = l
		}
	}
}

// linksOf returns the links of the short forms among the citations and inside
// them, in order.
func (d *Document) linksOf(citations []citation.Citation) []resolve.Link {
	var links []resolve.Link
	add := func(c citation.Citation) {
		if l, ok := d.links[c]; ok {
			links = append(links, l)
		}
	}
	for _, c := range citations {
		add(c)
		for inner := range citation.Within(c) {
			add(inner)
		}
	}
	return links
}
