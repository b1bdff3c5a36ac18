// Package footnote takes footnoted documents apart: the text, its notes, and
// the marks that lead from one to the other. It knows nothing of citations.
//
//	in the document               what it becomes
//	... is not settled.[8]        Mark{Label: "8"}; Sentence is what comes before, from "The" on
//	[8] See id. at 3.             Note{Label: "8"}; Text is "See id. at 3."
//	Jane Roe*  /  * Clerk ...     Mark and Note{Label: "*"}
//	Jane Roe (after the notes)   Document.Tail
//	rule.[5] without a note 5     Problem{Kind: MarkWithoutNote, Label: "5"}
//
// [Read] tells the format from the bytes, which [Load] takes in where they can be
// read only once; [Text] reads plain text from a string. All offsets are in
// bytes. Those of marks and sentences are in the body's text; [Passage.Source]
// leads from there, and from a note's text, back to the source.
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
// Marks that pdftotext took out of their lines, as it does with those of TeX's
// bitmap fonts, are put back after the words that they belong to; labels that it
// moved away from their notes go back to where the lines say that the notes
// begin. Where there is doubt, it is reported; without -layout the order of such
// lines itself is lost, which is one [Uncertain] problem. A mark without a note is
// reported. Two columns side by side, and roman numerals without brackets, are not
// read. Notes between the paragraphs to which too few
// marks lead are left in Body, with a [ScatteredNotes] problem.
//
// # OpenDocument
//
// A .odt (format "odt", read with [Read] or [ReadAs]) or a flat .fodt ("fodt").
// Footnotes and endnotes have the labels that the author's software shows.
// Styles give the typeface. Tracked changes are read as accepted, and reported;
// comments are left out. Cross-references to notes, with or without a bookmark,
// are links to them; the citations that Zotero and Mendeley keep in reference
// marks are items. Text boxes are paragraphs in the places of their anchors.
//
// # JATS and TEI
//
// [JATS] reads the articles of journals, [TEI] scholarly texts. A note is in
// the place of its mark, or anywhere else, with marks that lead to it by its id.
// A reference after "supra note" and the like is no mark but a link, and its
// number remains in the text. A note without a label has that of its mark, or
// the next number. Of JATS the front matter, but for its notes, and the list of
// references are left out; of TEI the header, page heads, deletions, and the
// original or expanded forms in an editor's choice.
//
// All XML may be in any encoding: offsets count in the text in UTF-8. Entities
// that a document declares are neither expanded nor fetched. A document that is
// damaged is read up to there, one with misnested elements to its end.
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
//
// # HTML
//
// A mark is a link within the page that looks like one: by what software writes
// into its attributes (a DPUB-ARIA role, an epub:type, the class names of Markdown
// and WordPress), by the names of the places it joins ("fn1", "_ftnref1"), by the
// link back, by its being a superscript. Sidenotes are notes where they are. On
// pages without such links, superscripts and numbers in brackets are marks if they
// count upwards as the labels after them do. What a browser does not show is left
// out: the head, scripts, hidden elements, and menus. Offsets are in the page as
// decoded; see [HTML].
//
// # Markdown
//
// Notes are read in the spellings of pandoc, GitHub, kramdown, PHP Markdown
// Extra, MultiMarkdown and Obsidian: [^name] with its definition anywhere,
// ^[a note in its place], and where there are none of these [^a note in its
// place]. Names that are increasing numbers are kept as labels, gaps and all;
// otherwise notes are numbered in the order of their marks, as the finished
// document shows them. What has no partner has its name as the label, ^smith,
// unless that is a number that was kept.
//
// Emphasis becomes [Italic], strong emphasis [Bold]; [text]{.smallcaps}, HTML
// tags and their styles have their typefaces. Links keep their targets, images
// their alternative text, ordered lists their numbers; code is text, without
// marks. Front matter, comments, scripts and styles are left out.
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
