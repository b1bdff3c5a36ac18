package footnote

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A story is a part of a Word document that has text: the body, the footnotes
// or the endnotes. It is read in one pass over its elements. An element that is
// not in wordElements has no meaning of its own; what is within it is read.
type story struct {
	*docx
	kind noteKind // of the notes that it has
	part string
	rels map[string]relationship
	x    *xmlReader

	frames    []frame // open elements that have something to do at their end
	flow      *flow
	paragraph *paragraph
	run       *run
	note      *Note      // nil in the body
	number    *ownNumber // of the note

	shown       bool // the text of the open element is the document's
	instruction bool // it is a field's instruction
	trims       bool // blanks at its ends do not count
	deletion    int  // tracked deletions that are open
	links       int  // hyperlinks that are open
	page        int
	marked      map[string]bookmark  // the bookmarks that are open, by their ids
	reported    map[ProblemKind]bool // in this passage
	hasBody     bool
	err         error // why reading ended
}

// A flow is running text: that of the body, a note or a text box.
type flow struct {
	outer  *flow
	w      *writer
	marks  []*Mark // in it
	fields []field // that are open
	codes  int     // of them, those whose instruction is being read
	joins  bool    // the next paragraph goes on with the last one
}

// A paragraph is one that is open.
type paragraph struct {
	outer    *paragraph
	style    string
	boxes    []*flow // text boxes, which come after it
	section  *section
	joinNext bool    // its end is hidden or deleted
	texted   bool    // it has text, its own or that of a paragraph that it goes on with
	leading  []*Mark // before its text
}

// A run is one that is open.
type run struct {
	outer *run
	runStyle
	look   look
	custom *Mark // the mark whose label the run's text is
}

// A frame is an open element.
type frame struct {
	*wordElement
	depth int
	start int    // the offset in the passage where it began
	to    string // where a link leads
	taken bool   // of alternatives, one was read
}

// A wordElement is an element with a meaning.
type wordElement struct {
	open  func(s *story, e xml.StartElement, f *frame) error // may read the element to its end; then close is not called
	close func(s *story, f *frame)
}

// A namespace is one of those that are read.
type namespace uint8

const (
	otherSpace namespace = iota
	wordSpace
	mathSpace
	compatSpace
)

// namespaces are the names of the namespaces, transitional and strict.
var namespaces = map[string]namespace{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": wordSpace,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             wordSpace,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   mathSpace,
	"http://purl.oclc.org/ooxml/officeDocument/math":               mathSpace,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  compatSpace,
}

// newStory returns a reader of a part, of which src is the text.
func (d *docx) newStory(part, src string) *story {
	d.doc.addSource(part, src)
	return &story{
		docx:     d,
		part:     part,
		rels:     d.files.relationships(part),
		x:        newXMLReader(src),
		flow:     &flow{w: new(writer)},
		run:      new(run),
		marked:   make(map[string]bookmark),
		reported: make(map[ProblemKind]bool),
	}
}

// walk reads the part. Where it breaks off, what is open is closed, and the
// rest is reported.
func (s *story) walk() {
	err := s.tokens()
	s.err = err
	for len(s.frames) > 0 {
		s.close()
	}
	s.endBookmarks()
	if !errors.Is(err, io.EOF) {
		s.report(Damaged, s.x.start, damage(err))
	}
}

func (s *story) tokens() error {
	for {
		tok, err := s.x.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			err = s.openElement(t)
		case xml.EndElement:
			if n := len(s.frames); n > 0 && s.frames[n-1].depth > s.x.depth {
				s.close()
			}
		case xml.CharData:
			s.characters(t)
		}
		if err != nil {
			return err
		}
	}
}

func (s *story) openElement(e xml.StartElement) error {
	el := wordElements[namespaces[e.Name.Space]][e.Name.Local]
	if el == nil {
		return nil
	}
	f := frame{wordElement: el, depth: s.x.depth}
	if el.open != nil {
		if err := el.open(s, e, &f); err != nil {
			return err
		}
	}
	if el.close != nil && s.x.depth == f.depth {
		s.frames = append(s.frames, f)
	}
	return nil
}

func (s *story) close() {
	n := len(s.frames) - 1
	f := s.frames[n]
	s.frames = s.frames[:n]
	f.close(s, &f)
}

// skipElement passes over an element.
func skipElement(s *story, _ xml.StartElement, _ *frame) error { return s.x.skip() }

// report reports a problem at offset at of the part.
func (s *story) report(kind ProblemKind, at int, detail string) {
	s.problem(Problem{Kind: kind, Part: s.part, Offset: at, Detail: detail}, s.note)
}

// reportOnce reports a problem of a kind that a passage has once.
func (s *story) reportOnce(kind ProblemKind, detail string) {
	if !s.reported[kind] {
		s.reported[kind] = true
		s.report(kind, s.x.start, detail)
	}
}

// begin begins a passage.
func (s *story) begin() {
	s.flow = &flow{w: new(writer)}
	clear(s.reported)
}

// end ends a passage and returns it. Marks within it are those of the note.
func (s *story) end() Passage {
	s.dropFields(0)
	for _, m := range s.flow.marks {
		m.In = s.note
		s.doc.Marks = append(s.doc.Marks, m)
	}
	return s.flow.w.passage(s.part)
}

// readBody reads the main part.
func (d *docx) readBody(part string) error {
	src, err := d.files.read(part)
	if src == "" && err != nil || errors.Is(err, ErrTooLarge) {
		return err
	}
	s := d.newStory(part, src)
	s.walk()
	s.reportCut(err, len(src))
	d.doc.Body = s.end()
	if !s.hasBody {
		return fmt.Errorf("%w: %s has no body: %v", ErrDamaged, part, s.err)
	}
	return nil
}

func (s *story) openBody(xml.StartElement, *frame) error {
	s.hasBody = true
	return nil
}

// damage says what is wrong, without the place, which the problem has.
func damage(err error) string {
	var x *xmlError
	if errors.As(err, &x) {
		err = x.err
	}
	return brief(strings.TrimPrefix(err.Error(), ErrDamaged.Error()+": "))
}

// reportCut reports that a file could not be unpacked whole.
func (s *story) reportCut(err error, at int) {
	if err != nil {
		s.report(Damaged, at, damage(err))
	}
}

// readNotes reads the notes of one kind.
func (d *docx) readNotes(kind noteKind) error {
	part := related(d.rels, kindNames[kind])
	if part == "" {
		if slices.ContainsFunc(d.refs, func(r *reference) bool { return r.kind == kind }) {
			d.problem(Problem{Kind: Damaged, Part: d.main, Detail: "there is no part with the " + kindNames[kind]}, nil)
		}
		return nil
	}
	src, err := d.files.read(part)
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	s := d.newStory(part, src)
	s.kind = kind
	if src != "" {
		s.walk()
	}
	s.reportCut(err, len(src))
	return nil
}

// separators are the types of notes that are none: lines between the text and
// the notes.
var separators = map[string]bool{"separator": true, "continuationSeparator": true, "continuationNotice": true}

// openNote begins a note, unless it is one whose mark is deleted.
func (s *story) openNote(e xml.StartElement, _ *frame) error {
	kind, _ := attr(e, "type")
	if separators[kind] || s.note != nil {
		return s.x.skip()
	}
	id, _ := attr(e, "id")
	if s.docx.deleted[s.kind][id] && !s.marks[s.kind][id] {
		s.report(TrackedDelete, s.x.start, "a note, with its mark")
		return s.x.skip()
	}
	s.begin()
	s.note = &Note{Endnote: s.kind == endnotes, Offset: s.x.start}
	if s.notes[s.kind][id] == nil && id != "" {
		s.notes[s.kind][id] = s.note
	}
	s.doc.Notes = append(s.doc.Notes, s.note)
	return nil
}

func (s *story) closeNote(*frame) {
	s.note.Passage = s.end()
	s.note, s.number = nil, nil
}
