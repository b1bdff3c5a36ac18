package hereinafter

import (
	"iter"
	"sort"
	"strconv"

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

// runningPieces returns, for each document of a running text, the pieces in which
// notes were found: to link its short forms as in a document that has its notes
// apart. A note that no mark leads to may be a list, and is left in the body. known
// is a document whose notes are known, or nil.
func (d *Document) runningPieces(known *footnote.Document, scopes *numbering) (all [][]Piece) {
	text, rest := d.Body.Text, d.Body.Citations
	for from, to := range documents(text) {
		if from > 0 {
			*scopes = numbering{}
		}
		k := sort.Search(len(rest), func(i int) bool { return rest[i].Common().Span.Start >= to })
		if k == 0 {
			all = append(all, nil)
			continue
		}
		src := known
		if !isOf(text[from:to], known) {
			src = footnote.Text(text[from:to])
		}
		all = append(all, apart(src, from, rest[:k], scopes))
		rest = rest[k:]
	}
	return all
}

// isOf reports whether a text is all of a document's source.
func isOf(text string, doc *footnote.Document) bool {
	if doc == nil {
		return false
	}
	src, ok := doc.Source("")
	return ok && src == text
}

// apart returns the pieces of one document of a running text: that which begins at
// offset from. The citations are those in it.
func apart(src *footnote.Document, from int, citations []citation.Citation, scopes *numbering) []Piece {
	own := make(map[*footnote.Note]*Note)
	var notes []*Note
	for _, n := range src.Notes {
		if n.Mark != nil {
			own[n] = &Note{Note: n}
			notes = append(notes, own[n])
		}
	}
	if notes == nil {
		return []Piece{{Citations: citations}}
	}
	var body []citation.Citation
	for _, c := range citations {
		if note := own[src.NoteAt("", c.Common().Span.Start-from)]; note != nil {
			note.Citations = append(note.Citations, c)
		} else {
			body = append(body, c)
		}
	}
	pieces := inOrder(body, notes, func(n *Note) (int, bool) { return from + src.Body.Source(n.Mark.Span.Start), n.Mark.In == nil })
	scopes.number(pieces)
	return pieces
}

// A numbering numbers the scopes of notes in a document that is read in pieces.
type numbering struct {
	last *footnote.Note // the note before; nil when there was none
}

// number numbers the scopes of the notes of the next piece. Notes that count on from
// the one before are in its scope.
func (n *numbering) number(pieces []Piece) {
	base := -1
	for _, p := range pieces {
		if p.Note == nil {
			continue
		}
		note := &footnote.Note{Label: p.Note.Label, Scope: p.Note.Scope}
		switch {
		case base >= 0:
		case n.last == nil:
			base = 0
		case note.Scope == 0 && countsOn(n.last.Label, note.Label):
			base = n.last.Scope
		default:
			base = n.last.Scope + 1
		}
		note.Scope += base
		p.Note.Note, n.last = note, note
	}
}

// countsOn reports whether both labels are numbers, and the second is higher.
func countsOn(last, label string) bool {
	a, err := strconv.Atoi(last)
	b, err2 := strconv.Atoi(label)
	return err == nil && err2 == nil && a < b
}

// resolve links the short forms of each of the documents, of which the first goes on
// from the past.
func (d *Document) resolve(documents ...[]Piece) {
	d.links = make(map[citation.Citation]resolve.Link)
	for i, pieces := range documents {
		var r resolve.Resolver
		if i == 0 {
			for range linked(&r, d.past.pieces) {
				// they are linked already, and may be antecedents
			}
		}
		for l := range linked(&r, pieces) {
			d.links[l.From] = l
		}
	}
}

// linked yields the links of the pieces of a document.
func linked(r *resolve.Resolver, pieces []Piece) iter.Seq[resolve.Link] {
	return func(yield func(resolve.Link) bool) {
		for _, p := range pieces {
			links := r.Body
			if n := p.Note; n != nil {
				r.Scope(n.Scope)
				links = func(citations []citation.Citation) []resolve.Link { return r.Note(n.Label, citations) }
			}
			for _, l := range links(p.Citations) {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// linksOf returns those of the links whose short forms are among the citations or
// inside them, in order.
func linksOf(citations []citation.Citation, made map[citation.Citation]resolve.Link) []resolve.Link {
	var links []resolve.Link
	add := func(c citation.Citation) {
		if l, ok := made[c]; ok {
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
