package footnote

import (
	"encoding/xml"
	"strings"
)

func (s *story) footnoteMark(e xml.StartElement, _ *frame) error { return s.mark(e, footnotes) }
func (s *story) endnoteMark(e xml.StartElement, _ *frame) error  { return s.mark(e, endnotes) }

// mark reads a reference to a note. A mark that is deleted takes its note with
// it.
func (s *story) mark(e xml.StartElement, kind noteKind) error {
	id, _ := attr(e, "id")
	if s.deletion > 0 {
		s.docx.deleted[kind][id] = true
		return nil
	}
	s.marks[kind][id] = true
	at := s.flow.w.last()
	m := &Mark{Span: Span{at, at}}
	s.flow.marks = append(s.flow.marks, m)
	if s.paragraph != nil && !s.paragraph.texted {
		s.paragraph.leading = append(s.paragraph.leading, m)
	}
	r := &reference{mark: m, kind: kind, id: id, part: s.part, offset: s.x.start, section: len(s.sections), page: s.page}
	if s.note != nil {
		r.section = max(0, r.section-1) // marks in notes are counted after those of the body
	}
	if custom, ok := attr(e, "customMarkFollows"); ok && !offValues[custom] {
		r.custom = true
		s.run.custom = m
	}
	s.refs = append(s.refs, r)
	return nil
}

// maxLabel is the length in bytes of the longest label of the author's own.
const maxLabel = 16

// isCustomLabel reports whether the text is the label of the mark before it,
// and takes it.
func (s *story) isCustomLabel(text string) bool {
	m := s.run.custom
	if m == nil {
		return false
	}
	if len(m.Label)+len(text) > maxLabel {
		s.run.custom = nil
		return false
	}
	m.Label += strings.TrimSpace(text)
	return true
}

// ownLabel reads the number at a note's beginning, which is not written.
func (s *story) ownLabel(xml.StartElement, *frame) error {
	if s.note != nil && s.flow.outer == nil && s.numbers[s.note] == nil {
		s.number = &ownNumber{at: s.flow.w.pos(), open: true}
		s.numbers[s.note] = s.number
	}
	return nil
}

// An ownNumber is the number of a note as it is shown in the note.
type ownNumber struct {
	at     int  // the offset in the note
	open   bool // nothing was read after it
	closes bool // a period or a bracket is right after it
}

// follow takes a look at the text after the note's number.
func (s *story) follow(text string) {
	if s.number != nil && s.number.open {
		s.number.open = false
		s.number.closes = text != "" && strings.IndexByte(labelCloses, text[0]) >= 0
	}
}

// The signs that may be around the number of a note.
const (
	labelOpens  = "[("
	labelCloses = ".:)]"
	labelBlanks = " \t\u00a0"
)

// width returns how many bytes at the beginning of the note's text belong to
// its number: a bracket before it, a bracket or a period after it.
func (n *ownNumber) width(text string) int {
	at := min(n.at, len(text))
	if strings.Trim(text[:at], labelOpens+labelBlanks) != "" {
		return 0 // a text precedes the number
	}
	if n.closes {
		at = min(at+1, len(text))
	}
	return at
}

// customWidth is width for a label of the author's own, which is text.
func customWidth(text, label string) int {
	rest, ok := strings.CutPrefix(text, label)
	if label == "" || !ok || rest != "" && isWordByte(label[len(label)-1]) && isWordByte(rest[0]) {
		return 0
	}
	return len(label)
}

func isWordByte(c byte) bool { return isDigit(c) || isUpper(c) || 'a' <= c && c <= 'z' }

// A bookmark is one that is open.
type bookmark struct {
	name  string
	refs  int // how many references are before it
	flow  *flow
	start int // the offset in the passage where it begins
}

func (s *story) bookmarkStart(e xml.StartElement, _ *frame) error {
	id, _ := attr(e, "id")
	name, _ := attr(e, "name")
	s.marked[id] = bookmark{name, len(s.refs), s.flow, s.flow.w.last()}
	return nil
}

// bookmarkEnd keeps the first mark that the bookmark holds, and the citation
// that a reference manager keeps under its name.
func (s *story) bookmarkEnd(e xml.StartElement, _ *frame) error {
	id, _ := attr(e, "id")
	b, ok := s.marked[id]
	if !ok {
		return nil
	}
	delete(s.marked, id)
	if len(s.refs) > b.refs {
		s.addPlace(b.name, place{s.refs[b.refs], b.flow == s.flow && b.start == s.flow.w.last()})
	}
	if citation, ok := s.library[b.name]; ok && b.flow == s.flow {
		s.item(b.start, "zotero", strings.TrimPrefix(strings.TrimSpace(citation), addins[0].prefix), s.x.start)
	}
	return nil
}

// A place is what a bookmark holds, where there is a mark in it.
type place struct {
	*reference      // the first mark
	alone      bool // there is no text
}

// addPlace keeps the first place of that name.
func (s *story) addPlace(name string, p place) {
	if s.bookmarks[name].reference == nil {
		s.bookmarks[name] = p
	}
}

// endBookmarks ends the bookmarks that have no end, as LibreOffice writes them
// around marks: such a one holds the mark that is right after its beginning.
func (s *story) endBookmarks() {
	for _, b := range s.marked {
		if b.refs == len(s.refs) {
			continue
		}
		if r := s.refs[b.refs]; r.part == s.part && r.mark.Span.Start == b.start {
			s.addPlace(b.name, place{r, true})
		}
	}
}

// symbol reads w:sym, a character of a font.
func (s *story) symbol(e xml.StartElement, _ *frame) error {
	font, _ := attr(e, "font")
	char, _ := attr(e, "char")
	text, known := symbolOf(font, char)
	if !known {
		s.reportOnce(Uncertain, "character "+char+" of font "+font)
	}
	s.character(text)
	return nil
}
