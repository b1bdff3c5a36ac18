// Package footnote takes footnoted documents apart: the text, its notes, and
// the marks that lead from one to the other. It knows nothing of citations.
//
//	in the document               what it becomes
//	... is not settled.[8]        Mark{Label: "8"}; Sentence is what comes before, from "The" on
//	[8] See id. at 3.             Note{Label: "8"}; Text is "See id. at 3."
//	Jane Roe*  /  * Clerk ...     Mark and Note{Label: "*"}
//	Jane Roe (behind the notes)   Document.Tail
//	rule.[5] without a note 5     Problem{Kind: MarkWithoutNote, Label: "5"}
//
// [Read] tells the format from the bytes; [Text] reads plain text from a
// string. All offsets are in bytes. Those of marks and sentences are in the
// body's text; [Passage.Source] leads from there, and from a note's text, back
// to the source.
//
// # Plain text
//
// The notes are at the end, or at the feet of pages, after a paragraph, or after
// each chapter or opinion. Each begins on a line with its label, written [1],
// 1., 1), (1), 1, 1/, *1, ¹, [i], FN1. or [Footnote 1], on a line of its own, or
// glued to its first word; the marks are written [1], [FN1], [i], 1/, ¹, or 1
// glued to a word or to punctuation. One document has one style of labels and
// one of marks. Both are told from other numbers by their counting upwards
// through the document, so that [2018] and [t]he are no marks, and a line that
// begins with "2015) (noting" is no note. Where they begin again at 1, as in a
// dissent, a new Scope begins.
//
// Of text that pdftotext took out of a document with pages, with or without
// -layout, the form feeds, running heads, page numbers and banners are left out,
// and so are the rules between body and notes: [Document.Left] has them. The
// body is joined across its pages, and so is a note that goes on at the foot of
// the next one; where that is a matter of opinion, there is an [UnsureBreak].
// Every byte of the source is accounted for; see [Document].
//
// Labels that pdftotext moved away from their notes (it does so with TeX's,
// unless -layout is given) are put back where the lines tell where the notes
// begin; a mark without a note is reported. Two columns side by side are not
// read. Notes between the paragraphs to which too few
// marks lead are left in Body, with a [ScatteredNotes] problem.
package footnote
