package footnote

import (
	"encoding/xml"
	"slices"
	"strings"
)

// TEI, the guidelines of the Text Encoding Initiative, P5 and P4.

const teiSpace = "http://www.tei-c.org/ns/1.0"

var teiRoots = []string{"TEI", "TEI.2", "teiCorpus"}

func isTEI(in *input) bool {
	root := in.xmlSource().root.Name
	return (root.Space == teiSpace || root.Space == "") && slices.Contains(teiRoots, root.Local)
}

// TEI reads a text in the XML of the Text Encoding Initiative. The body is all
// of the text, with its front and back matter; the header is left out.
//
// The error is [ErrDamaged] when there is nothing to read, and [ErrFormat] when
// the root is that of another kind of XML.
func TEI(src string) (*Document, error) { return readTEI(&input{text: src}) }

func readTEI(in *input) (*Document, error) {
	return readXML(in, "tei", teiRoots, func(text string) *xmlBuilder {
		t := newTEINotes(text)
		b := newXMLBuilder(text, "", t.ids)
		b.run(func(f *xmlFrame, e xml.StartElement) {
			t.anchor(b, e)
			teiElements[e.Name.Local].start(b, f, e)
		})
		return b
	})
}

// teiNotes are the notes of a text, by what leads to them.
type teiNotes struct {
	ids     map[string]*Note
	targets map[string][]string // by the id of a place in the text, the ids of the notes that are told to belong there
}

func newTEINotes(text string) teiNotes {
	t := teiNotes{make(map[string]*Note), make(map[string][]string)}
	_ = eachToken(text, func(_ *xmlReader, tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Local != "note" {
			return
		}
		id, _ := attr(e, "id")
		if id == "" || t.ids[id] != nil {
			return
		}
		t.ids[id] = new(Note)
		target, _ := attr(e, "target")
		for place := range strings.FieldsSeq(target) {
			if place, ok := strings.CutPrefix(place, "#"); ok {
				t.targets[place] = append(t.targets[place], id)
			}
		}
	})
	return t
}

// anchor adds the marks of the notes that name the element as their place. They
// count where no reference leads to the note.
func (t teiNotes) anchor(b *xmlBuilder, e xml.StartElement) {
	place, _ := attr(e, "id")
	for _, id := range t.targets[place] {
		b.fallback[b.mark("", t.ids[id])] = true
	}
	delete(t.targets, place)
}

// teiElements says what the elements mean. Those that are not listed are text
// like that around them.
var teiElements = map[string]xmlElement{
	"teiHeader": {skip: true}, "facsimile": {skip: true}, "sourceDoc": {skip: true}, "figDesc": {skip: true}, "fw": {skip: true},
	"del": {skip: true}, "index": {skip: true}, "standOff": {quiet: true},
	"sic": {open: teiChoice}, "orig": {open: teiChoice}, "expan": {open: teiChoice}, "ex": {open: teiChoice},

	"p": {block: true}, "ab": {block: true}, "head": {open: teiHead}, "l": {gap: "\n"}, "lg": {gap: "\n\n"}, "item": {gap: "\n\n"},
	"cell": {gap: "\n\n"}, "table": {gap: "\n\n"}, "figure": {gap: "\n\n"}, "floatingText": {gap: "\n\n"}, "docTitle": {block: true},
	"titlePart": {block: true}, "docAuthor": {block: true}, "byline": {block: true}, "docImprint": {block: true}, "docDate": {block: true},
	"epigraph": {gap: "\n\n"}, "opener": {gap: "\n\n"}, "closer": {gap: "\n\n"}, "trailer": {block: true}, "signed": {block: true},
	"salute": {block: true}, "dateline": {block: true}, "argument": {gap: "\n\n"}, "sp": {gap: "\n\n"}, "speaker": {block: true}, "stage": {open: teiBlock},
	"quote": {open: teiBlock}, "q": {open: teiBlock}, "bibl": {open: teiBlock}, "cit": {open: teiBlock}, "biblFull": {spaced: true}, "biblStruct": {spaced: true},
	"lb": {open: teiBreak}, "pb": {open: teiBreak}, "cb": {open: teiBreak},

	"hi": {open: teiHighlighted}, "emph": {face: Italic, open: teiStyled}, "title": {open: teiTitle}, "seg": {open: teiStyled}, "rs": {open: teiStyled},

	"div": {open: teiDivision}, "div1": {open: teiDivision}, "div2": {open: teiDivision}, "noteGrp": {open: teiDivision},
	"note": {open: teiNote}, "ref": {open: teiReference}, "ptr": {open: teiReference}, "label": {open: teiLabel},
}

// teiHead begins a heading; that of the notes is left out.
func teiHead(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	f.skip = b.gathered && b.note == nil
	f.block(b)
}

// teiBlock begins what is a paragraph where it is in none.
func teiBlock(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	if !b.inText {
		f.gap = "\n\n"
	}
	teiStyled(b, f, e)
}

// teiChoice begins one of the two forms in a choice: the corrected, regularised
// and abbreviated forms are read.
func teiChoice(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	f.skip = b.parent() == "choice"
}

// teiBreak is where a line, a column or a page ended; a word may go on over it.
func teiBreak(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	f.skip = true
	if b.quiet {
		return
	}
	if value, _ := attr(e, "break"); value == "no" {
		if b.w.gap == " " {
			b.w.gap = ""
		}
		return
	}
	if e.Name.Local == "lb" {
		b.w.lineBreak(b.x.start)
		return
	}
	b.w.space(b.x.start)
}

// teiStyled adds the typefaces that the element's attributes name.
func teiStyled(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	b.face |= teiFace(e)
}

func teiFace(e xml.StartElement) (face Face) {
	for _, name := range []string{"rend", "rendition", "style"} {
		value, _ := attr(e, name)
		face |= faceOf(value)
	}
	return face
}

// teiHighlighted begins a piece of text in a typeface. A raised number at a
// note's beginning is its label.
func teiHighlighted(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	b.face |= teiFace(e)
	if b.face&Superscript != 0 {
		b.labelAtStart(f)
	}
}

// teiTitle begins a title: that of a book or a journal is in italics, unless
// the typeface is given; that of an article is in quotation marks.
func teiTitle(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	face := teiFace(e)
	level, _ := attr(e, "level")
	_, given := attr(e, "rend")
	if level != "a" && face == 0 && !given {
		face = Italic
	}
	b.face |= face
}

// teiGathers are the elements whose notes are gathered there, away from their
// marks.
var teiGathers = [...]string{"body", "front", "back", "text", "div", "div0", "div1", "div2", "div3", "noteGrp", "standOff", "listAnnotation", "list", "item"}

// teiDivision begins a division, which may be that of the notes.
func teiDivision(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	kind, _ := attr(e, "type")
	b.gathered = b.gathered || e.Name.Local == "noteGrp" || strings.Contains(strings.ToLower(kind), "note")
}

// teiNote begins a note: gathered with others, or in the place of its mark.
func teiNote(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	place, _ := attr(e, "place")
	if place == "inline" || b.parent() == "bibl" || b.parent() == "biblStruct" {
		return
	}
	id, _ := attr(e, "id")
	var n *Note
	if b.gathered || slices.Contains(teiGathers[:], b.parent()) {
		n = b.textOfNote(f, id)
	} else {
		n = b.noteInPlace(f, id)
	}
	label, _ := attr(e, "n")
	n.Label = cleanLabel(label)
	n.Endnote = strings.HasPrefix(place, "end")
}

// teiLabel takes a note's label out of its text; any other label is shown
// before what it labels.
func teiLabel(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	n := b.note
	switch {
	case n != nil && b.w.pos() == 0:
		b.divert(f, func(got *writer) { n.Label = cleanLabel(string(got.text)) })
	case !b.inText:
		b.heading(f)
	}
}

// teiMarks are the types of references that lead to notes.
var teiMarks = [...]string{"noteAnchor", "note", "footnote", "endnote", "fn"}

// teiReference begins a reference: to a note, which may be a mark, or to
// anything else.
func teiReference(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	target, _ := attr(e, "target")
	var ids []string
	for place := range strings.FieldsSeq(target) {
		if id := strings.TrimPrefix(place, "#"); b.ids[id] != nil { // without "#" in P4
			ids = append(ids, id)
		}
	}
	kind, _ := attr(e, "type")
	switch {
	case len(ids) > 0:
		b.reference(f, ids)
	case slices.Contains(teiMarks[:], kind):
		b.reference(f, []string{""})
	case target != "":
		b.link(f, target, nil)
	}
}
