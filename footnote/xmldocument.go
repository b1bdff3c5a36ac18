package footnote

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An xmlBuilder makes a document of the tokens of an XML source. What an
// element means is the format's to say, by changing the builder's state when
// the element begins; its end restores the state as it was.
type xmlBuilder struct {
	xmlState
	d         *Document
	x         *xmlReader
	part      string
	body      *writer
	open      []xmlFrame       // the elements that are open
	ids       map[string]*Note // the notes of the source by their ids
	begun     map[*Note]bool   // those whose element was met
	sequences map[*Note]int    // the sequence of numbers that a note belongs to, other than that of the body
	tables    int              // sequences that have begun
	fallback  map[*Mark]bool   // marks that count only where no other leads to their note
	tracked   map[trackedChange]int
	joins     bool // the next paragraph follows its label on the same line
	misnested bool // that elements are misnested was reported
	reported  bool // that a list was left out was reported
}

// An xmlState is what holds inside an element.
type xmlState struct {
	w        *writer // what text is written to
	note     *Note   // whose text that is; nil for the body
	face     Face
	quiet    bool // text is left out; marks and notes are read
	spaced   bool // elements are separated by blanks
	inText   bool // within a paragraph
	gathered bool // notes are gathered here, away from their marks
	endnotes bool // notes are endnotes
	sequence int  // notes are numbered on their own here; 0 with those of the body
}

// An xmlFrame is an element that is open.
type xmlFrame struct {
	name   string
	before xmlState
	gap    string // what separates the element from the text around it
	skip   bool   // the element and all in it is left out
	end    func() // what its end does, inside the element's state; nil if nothing more
}

// A trackedChange is a kind of tracked change in a note, or in the body.
type trackedChange struct {
	kind ProblemKind
	note *Note
}

// newXMLBuilder returns a builder of a document from one source. ids are the
// notes that the source holds, by the ids that marks lead to.
func newXMLBuilder(text, part string, ids map[string]*Note) *xmlBuilder {
	b := &xmlBuilder{
		d: new(Document), x: openXML(text), part: part, body: &writer{folds: true}, ids: ids,
		begun: make(map[*Note]bool), sequences: make(map[*Note]int),
		fallback: make(map[*Mark]bool), tracked: make(map[trackedChange]int),
	}
	b.w = b.body
	b.d.addSource(part, text)
	return b
}

// run reads the source to its end, or to where it is damaged. start is called
// at the beginning of each element, after its frame was opened.
func (b *xmlBuilder) run(start func(f *xmlFrame, e xml.StartElement)) {
	for {
		tok, err := b.x.next()
		if err == nil {
			err = b.token(tok, start)
		}
		if err != nil {
			if err != io.EOF {
				b.d.Problems = append(b.d.Problems, xmlDamage(b.part, err))
			}
			break
		}
	}
	for len(b.open) > 0 {
		b.pop()
	}
}

func (b *xmlBuilder) token(tok xml.Token, start func(*xmlFrame, xml.StartElement)) error {
	switch tok := tok.(type) {
	case xml.StartElement:
		return b.push(tok, start)
	case xml.EndElement:
		if b.x.misnested(tok) && !b.misnested {
			b.misnested = true
			b.report(Damaged, fmt.Sprintf("element %s is not closed", brief(tok.Name.Local)), b.x.start)
		}
		b.pop()
	case xml.CharData:
		if !b.quiet && len(b.open) > 0 {
			b.text()
		}
	case xml.Directive:
		if strings.Contains(string(tok), "<!ENTITY") {
			b.report(Refused, "entities that the document declares; they are left as they are written", b.x.start)
		}
	}
	return nil
}

// text writes the last token, which is text.
func (b *xmlBuilder) text() {
	before := b.w.pos()
	b.w.face = b.face
	b.x.writeText(b.w)
	if b.w.pos() > before {
		b.joins = false
	}
}

// block makes the element a paragraph.
func (f *xmlFrame) block(b *xmlBuilder) {
	f.gap = "\n\n"
	b.inText = true
}

// heading makes the element the label of the paragraph that follows it.
func (b *xmlBuilder) heading(f *xmlFrame) {
	if b.quiet {
		return
	}
	b.separate(b.w, "\n\n")
	f.end = func() { b.joins = true }
}

// push opens an element.
func (b *xmlBuilder) push(e xml.StartElement, start func(*xmlFrame, xml.StartElement)) error {
	b.open = append(b.open, xmlFrame{name: e.Name.Local, before: b.xmlState})
	f := &b.open[len(b.open)-1]
	start(f, e)
	if f.skip {
		b.open = b.open[:len(b.open)-1]
		b.xmlState = f.before
		return b.x.skip()
	}
	if f.gap != "" && !f.before.quiet {
		b.separate(f.before.w, f.gap)
	}
	return nil
}

// pop closes the last element.
func (b *xmlBuilder) pop() {
	if len(b.open) == 0 {
		return
	}
	f := b.open[len(b.open)-1]
	if f.end != nil {
		f.end()
	}
	b.open = b.open[:len(b.open)-1]
	b.xmlState = f.before
	switch {
	case b.quiet:
	case f.gap != "":
		b.joins = false
		b.w.separate(f.gap, b.x.start)
	case b.spaced:
		b.w.space(b.x.start)
	}
}

// separate writes the gap before a paragraph, which is a blank after a label.
func (b *xmlBuilder) separate(w *writer, gap string) {
	if b.joins {
		b.joins = false
		gap = " "
	}
	w.separate(gap, b.x.start)
}

// parent returns the name of the element that holds the last one.
func (b *xmlBuilder) parent() string {
	if n := len(b.open); n > 1 {
		return b.open[n-2].name
	}
	return ""
}

// divert takes the element's text out of the passage; done gets it at the
// element's end, when the state is again as it was before the element.
func (b *xmlBuilder) divert(f *xmlFrame, done func(got *writer)) {
	got, before := &writer{folds: true}, f.before
	b.w, b.quiet = got, false
	f.end = func() {
		b.xmlState = before
		done(got)
	}
}

// replay writes what was taken out of the passage after all.
func (b *xmlBuilder) replay(got *writer) {
	b.w.face = b.face
	if len(got.runs) > 0 {
		b.w.face |= got.runs[0].Face
	}
	for i, a := range got.origin {
		end := len(got.text)
		if i+1 < len(got.origin) {
			end = got.origin[i+1].text
		}
		b.w.put(string(got.text[a.text:end]), a.source)
	}
	if got.gap != "" {
		b.w.space(got.gapAt)
	}
}

// textOfNote makes the element a note: its text is the note's. The note gets
// the id's place among the notes that marks lead to.
func (b *xmlBuilder) textOfNote(f *xmlFrame, id string) *Note {
	n := b.ids[id]
	if n == nil || b.begun[n] {
		n = new(Note)
	}
	b.begun[n] = true
	n.Offset = b.x.start
	n.Endnote = b.endnotes
	if b.sequence > 0 {
		b.sequences[n] = b.sequence
	}
	b.d.Notes = append(b.d.Notes, n)
	w := &writer{folds: true}
	b.xmlState = xmlState{w: w, note: n}
	f.end = func() { n.Passage = w.passage(b.part) }
	return n
}

// noteInPlace is textOfNote for a note that is in the place of its mark, unless
// marks lead to it.
func (b *xmlBuilder) noteInPlace(f *xmlFrame, id string) *Note {
	m := b.mark("", nil)
	m.Note = b.textOfNote(f, id)
	b.fallback[m] = true
	return m.Note
}

// mark adds a mark here.
func (b *xmlBuilder) mark(label string, n *Note) *Mark {
	pos := b.markPos()
	m := &Mark{Label: label, In: b.note, Span: Span{pos, pos}, Note: n}
	b.d.Marks = append(b.d.Marks, m)
	return m
}

// markPos returns the offset of a mark that is here: after the text before it,
// or at the beginning of its paragraph.
func (b *xmlBuilder) markPos() int {
	if b.w.gap != "" && b.w.gap != " " {
		return b.w.begin()
	}
	if n := len(b.w.text); n > 0 && b.w.text[n-1] == '\n' {
		return n
	}
	return b.w.last()
}

// link makes the element a link; n is the note that it leads to, if any.
func (b *xmlBuilder) link(f *xmlFrame, target string, n *Note) {
	if b.quiet {
		return
	}
	w := b.w
	start := w.begin()
	f.end = func() {
		if b.note != nil && isBackLink(string(w.text[min(start, w.pos()):])) {
			w.clip(start)
			return
		}
		w.link(start, target, n)
	}
}

// isBackLink reports whether a link's text shows that it leads from a note
// back to the mark.
func isBackLink(s string) bool {
	switch strings.TrimSuffix(strings.TrimSpace(s), "\ufe0e") {
	case "↩", "↑", "⏎", "^":
		return true
	}
	return false
}

// maxBlanks is how many blanks in a row are written at most.
const maxBlanks = 8

// blank writes blanks that count, unless they begin a paragraph or there are
// many already.
func (b *xmlBuilder) blank(s string) {
	w := b.w
	if b.quiet || len(w.text) == 0 || w.gap != "" && w.gap != " " {
		return
	}
	if last := w.text[max(0, len(w.text)-maxBlanks):]; len(bytes.TrimRight(last, " \t")) == 0 && len(last) == maxBlanks {
		return
	}
	w.face = b.face
	w.put(s, b.x.start)
}

func (b *xmlBuilder) report(kind ProblemKind, detail string, at int) {
	b.d.Problems = append(b.d.Problems, Problem{Kind: kind, Detail: detail, Part: b.part, Offset: at})
}

// xmlDamage returns the problem of a source that is damaged.
func xmlDamage(part string, err error) Problem {
	p := Problem{Kind: Damaged, Part: part}
	if e := (*xmlError)(nil); errors.As(err, &e) {
		p.Offset, err = e.offset, e.err
	}
	p.Detail = brief(err.Error())
	return p
}

// track says that there is a tracked change here.
func (b *xmlBuilder) track(kind ProblemKind) {
	c := trackedChange{kind, b.note}
	if _, ok := b.tracked[c]; !ok {
		b.tracked[c] = b.x.start
	}
}

// An xmlElement says what an element means.
type xmlElement struct {
	skip   bool                                                 // it is left out, with all in it
	quiet  bool                                                 // its text is left out; notes and marks in it are read
	block  bool                                                 // it is a paragraph
	spaced bool                                                 // the elements in it are separated by blanks
	gap    string                                               // what separates it from the text around it; "\n\n" for what holds paragraphs
	face   Face                                                 // the typeface that it adds
	roman  Face                                                 // the typeface that it takes away
	open   func(b *xmlBuilder, f *xmlFrame, e xml.StartElement) // what else it does; nil if nothing
}

// start changes the builder's state to that inside the element.
func (el xmlElement) start(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	f.skip, f.gap = el.skip, el.gap
	b.quiet = b.quiet || el.quiet
	b.spaced = b.spaced || el.spaced
	b.face = b.face&^el.roman | el.face
	if el.block {
		f.block(b)
	}
	if el.open != nil {
		el.open(b, f, e)
	}
}
