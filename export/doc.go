// Package export writes the citations of documents, and what their short forms
// stand for, for other programs: as JSON lines, one object per citation.
//
//	ids := new(export.IDs)
//	for _, n := range notes {
//		part := ids.Note(n.Label)
//		err := export.WriteJSONLines(out, part.Lines(n.Citations, resolver.Note(n.Label, n.Citations)))
//		...
//	}
//
// Citations have no ids of their own. [IDs] gives them ids by their place:
//
//	n8.1      the first citation of note 8
//	n8.1.2    the second inside that one, in its parentheticals or its history
//	n8-2.1    the first citation of the second note that is numbered 8: a chapter
//	          that numbers its notes anew, or an error of numbering
//	b1        the first citation of the body of a footnoted document
//	c1        the first citation of running text
//
// A [Line] holds the [citation.Fields] of one citation and what only its
// document knows: its id, the ids that its link points to, the file. [Schema]
// describes its JSON. [ReadJSONLines] reads lines back, each with its citation.
package export
