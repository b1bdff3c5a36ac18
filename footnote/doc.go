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
// The notes stand at the end, each on a line with its label, written [1], 1.,
// 1), 1 or ¹; the marks are written [1], ¹, or 1 glued to a word or to
// punctuation. One document has one style of labels and one of marks. Both are
// told from other numbers by their counting upwards through the document, so
// that [2018] and [t]he are no marks, and a line that begins with "2015) (noting"
// is no note. Every byte of the source is accounted for; see [Document].
//
// Notes at the feet of pages, between the paragraphs, are not taken out of the
// text: such a document has all of it in Body, and a [ScatteredNotes] problem.
//
// # LaTeX
//
// [LaTeX] reads a whole document or a piece of one. The notes are those of
// \footnote, \footnotemark with \footnotetext, \endnote, \thanks, \marginpar and
// the like, with the labels that are printed: counters, their resets by chapter,
// \thefootnote and minipages count. The document's own macros are expanded,
// within a bound on all that they expand to; of a command that is not known, the
// arguments are text. \ref is the number that it prints, and a [Link] to the note
// whose \label it names. Works that are cited by key, \input and other files are
// not read, and reported. What macros print leads, in [Passage.Source], to their
// call.
package footnote
