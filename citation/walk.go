package citation

import "iter"

// A Walk reads running text that comes in pieces, such as a text that is too
// long to be held whole. What one piece cites is known in those after it: "Gore,
// at 575" is a citation where a piece before cited Gore. The zero Walk is ready
// to be used, with the built-in tables. It is not safe for concurrent use.
//
// A citation does not cross from one piece into the next, nor does a string of
// citations: cut where a sentence ends, best where a document or a paragraph
// does. A Walk keeps copies of the names and numbers of what was cited last,
// a bounded number of each, and no piece.
type Walk struct {
	Parser *Parser // nil stands for one with the built-in tables

	said *memory
}

// All returns the citations of the next piece, as [Parser.All] returns those of a
// whole text. Their spans are offsets in the piece.
//
// A loop that ends early leaves the citation at which it ends, and all after it,
// to be read again: the next piece may begin before it, or there.
func (w *Walk) All(piece string) iter.Seq[Citation] {
	return func(yield func(Citation) bool) { w.said = w.Parser.walk(piece, w.said.apart(), yield) }
}
