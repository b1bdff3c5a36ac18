package footnote

import "sort"

// A Document is a footnoted text, taken apart. All that the source says is in
// Body, in a note (label or text), in Tail or, of plain text, in Left. Of a source with markup (all but
// plain text) the markup, the marks and the labels are not part of any text.
type Document struct {
	Format   string    // the format's name, one of [Formats]
	Encoding string    // what the source was decoded from, "utf-16le", "windows-1252"; empty where it is UTF-8, or a container. Offsets count in the decoded text; see [Document.Source]
	Body     Passage   // the text without the notes
	Notes    []*Note   // in the order of their first marks; those without a mark after the note that precedes them in the source
	Marks    []*Mark   // in the order of the body; after those of the body, those inside notes
	Tail     Passage   // of plain text, what follows the notes, such as the author's name; often empty
	Problems []Problem // in the order of the source; nil when marks and notes agree and nothing was left out
	Left     []Span    // of plain text, what is in none of them, in the source: running heads, page numbers, rules between body and notes; nil when nothing is

	sources []source
	extents extents
}

// A Span is a half-open range of byte offsets, into the text of a [Passage]
// unless another is named.
type Span struct {
	Start int // offset of the first byte
	End   int // offset after the last byte
}

// In returns the part of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// A Passage is a piece of a document's text that knows its typeface and where
// it is in the source. The zero Passage is empty. Paragraphs of a source with
// markup are separated by a blank line, and its blanks are plain ones, whatever
// their width.
type Passage struct {
	Text  string
	Runs  []Run  // what is set in a typeface of its own, in order, disjoint; nil where the format has no typefaces
	Links []Link // hyperlinks and cross-references, in order; nil when there are none
	Items []Item // citations that a reference manager put there, in order; nil when there are none
	Part  string // the file inside the container that the text comes from, "word/footnotes.xml"; empty where the document is a single file

	origin []anchor
}

// Source returns the offset in the source (of a container, in its Part) of the
// byte at offset off of the passage's text. It counts off as 0 if it is less,
// and as len(Text), which leads to the end of the last byte, if it is more. A nil
// Passage is an empty one.
func (p *Passage) Source(off int) int {
	if p == nil {
		return 0
	}
	off = max(0, min(off, len(p.Text)))
	i := sort.Search(len(p.origin), func(i int) bool { return p.origin[i].text > off })
	if off == len(p.Text) && off > 0 { // the end of the last byte, not the beginning of what follows
		i = sort.Search(len(p.origin), func(i int) bool { return p.origin[i].text >= off })
	}
	if i == 0 {
		return off
	}
	a := p.origin[i-1]
	return a.source + off - a.text
}

// An anchor says that from offset text of a passage on, up to the next anchor,
// the bytes are those of the source from offset source on. A passage without
// anchors is at the source's beginning.
type anchor struct{ text, source int }

// A Run is a part of a passage that is set in a typeface of its own.
type Run struct {
	Span Span
	Face Face
}

// A Face is a set of typeface properties. The zero Face is ordinary roman.
type Face uint8

// The typefaces that carry meaning in citations (Bluebook Rule 2; Indigo Book R2).
const (
	Italic Face = 1 << iota
	SmallCaps
	Underline
	Bold
	Superscript
)

// A Link is a hyperlink or a cross-reference that the author's software keeps.
type Link struct {
	Span   Span   // the text that is shown
	Target string // the address, or "#name" for a place in the document, as in the source
	Note   *Note  // the note that a cross-reference leads to; nil for any other target
}

// An Item is a citation that a reference manager such as Zotero put into the
// text, with what the author's library says of the work.
type Item struct {
	Span    Span
	Manager string   // "zotero", "mendeley"
	CSL     []string // the works, each an object in CSL-JSON, as in the source
}

// A Note is a footnote or an endnote. Its text is without its label and the
// blanks around it; in plain text, line breaks inside it are those of the source.
type Note struct {
	Passage
	Label   string // as shown, without brackets or period: "8", "4a", "*"; empty when it has none
	Scope   int    // counts from 0, one more each time that the document begins to number its notes anew
	Endnote bool   // an endnote, where the format tells endnotes from footnotes
	Offset  int    // offset in the source where the note begins, its label included
	Mark    *Mark  // the first mark that leads here; nil when there is none
}

// A Mark is a reference to a note. Its spans are in the body's text, or, where
// In is set, in that note's.
type Mark struct {
	Label    string
	Scope    int   // as that of [Note]
	In       *Note // the note whose text holds the mark; nil for the body
	Span     Span  // the mark as written, with its brackets; empty where it is no part of the text
	Note     *Note // the note that it leads to; nil when there is none
	Sentence Span  // what the mark supports: see Block
	Block    bool  // Sentence is a whole block quotation; otherwise it is the sentence around the mark, or before it
}
