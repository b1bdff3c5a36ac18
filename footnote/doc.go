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
// # Word
//
// A .docx document is found by the relationships of its parts, in the strict
// and the transitional form. Footnotes and endnotes are each numbered as Word
// numbers them, in the formats and from the first numbers that the settings and
// the sections say, and each has scopes of its own; a label of the author's own
// takes no number. Tracked changes are read as accepted and reported, once for
// each passage. Fields give the text that they show; hyperlinks,
// cross-references and the citations of Zotero and Mendeley are kept as [Link]
// and [Item]. Text boxes follow their paragraph. Headers, footers, comments and
// hidden text are left out.
package footnote
