package footnote

import "sort"

// A Document is a footnoted text, taken apart. Every byte of its source is in
// Body, in a note (label or text) or in Tail; only byte order marks and the
// blanks around labels and notes are in none of them.
type Document struct {
	Format   string    // the format's name, "text" for plain text
	Body     Passage   // the text before the notes, with its marks as they are written
	Notes    []*Note   // in the source's order
	Marks    []*Mark   // in the body's order
	Tail     Passage   // what follows the notes, such as the author's name; often empty
	Problems []Problem // by offset in the source; nil when marks and notes agree
}

// A Span is a half-open range of byte offsets into the text of a [Passage].
type Span struct {
	Start int // offset of the first byte
	End   int // offset behind the last byte
}

// In returns the part of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// A Passage is a piece of a document's text that knows its typeface and where
// in the source it stands. The zero Passage is empty.
type Passage struct {
	Text string
	Runs []Run // what is set in a typeface of its own, in order; nil where a format has no typefaces

	origin []anchor
}

// Source returns the offset in the source of the byte at offset off of the
// passage's text. It counts off as 0 if it is less, and as len(Text), which
// leads behind the last byte, if it is more.
func (p *Passage) Source(off int) int {
	off = max(0, min(off, len(p.Text)))
	i := sort.Search(len(p.origin), func(i int) bool { return p.origin[i].text > off })
	if i == 0 {
		return off
	}
	a := p.origin[i-1]
	return a.source + off - a.text
}

// An anchor says that from offset text of a passage on, up to the next anchor,
// the bytes are those of the source from offset source on. A passage without
// anchors stands at the source's beginning.
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

// A Note is a footnote or an endnote. Its text is without its label and the
// blanks around it; line breaks inside it stand as they do in the source.
type Note struct {
	Passage
	Label  string // as written, without brackets or period: "8", "4a", "*"
	Offset int    // offset in the source of the label, brackets and all
	Mark   *Mark  // the first mark in the body that leads here; nil when there is none
}

// A Mark is a reference to a note in the body. Its spans are in Body.
type Mark struct {
	Label    string
	Span     Span  // the mark as written, with its brackets
	Note     *Note // the first note with that label; nil when there is none
	Sentence Span  // what the mark stands on: see Block
	Block    bool  // Sentence is a whole block quotation; otherwise it is the sentence around the mark, or before it
}
