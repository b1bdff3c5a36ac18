package footnote

import (
	"encoding/xml"
	"slices"
	"strings"
)

// JATS, the Journal Article Tag Suite (ANSI/NISO Z39.96), and what is made of
// it: NLM's journal tags before it, BITS for books. Its elements have no
// namespace, or that of the suite.

var jatsRoots = []string{"article", "book", "book-part-wrapper", "pmc-articleset"}

// isJATS reports whether the document's root is an article, and one of JATS:
// DocBook has articles too.
func isJATS(in *input) bool {
	s := in.xmlSource()
	if !slices.Contains(jatsRoots, s.root.Name.Local) {
		return false
	}
	if space := s.root.Name.Space; space != "" && !strings.Contains(space, "jats.nlm.nih.gov") {
		return false
	}
	for _, name := range []string{"dtd-version", "article-type"} {
		if _, ok := attr(s.root, name); ok {
			return true
		}
	}
	for _, name := range []string{"JATS", "NLM", "BITS", "NCBI"} {
		if strings.Contains(s.doctype, "//"+name+"//") || strings.Contains(s.doctype, name+" ") {
			return true
		}
	}
	return slices.Contains([]string{"front", "front-stub", "processing-meta", "article"}, s.child)
}

// JATS reads an article in the XML of JATS. The body is its body, with
// appendices and acknowledgements; of the front matter the notes alone are
// read. The marks of those have no place in the body and are at its beginning.
//
// The error is [ErrDamaged] when there is nothing to read, and [ErrFormat] when
// the root is that of another kind of XML.
func JATS(src string) (*Document, error) { return readJATS(&input{text: src}) }

func readJATS(in *input) (*Document, error) {
	return readXML(in, "jats", jatsRoots, func(text string) *xmlBuilder {
		b := newXMLBuilder(text, "", jatsNotes(text))
		b.run(func(f *xmlFrame, e xml.StartElement) { jatsElements[e.Name.Local].start(b, f, e) })
		return b
	})
}

// jatsNotes returns the notes of a source by their ids. An entry in the list of
// references is one if a mark leads to it.
func jatsNotes(text string) map[string]*Note {
	ids := make(map[string]*Note)
	marked := make(map[string]bool)
	_ = eachToken(text, func(_ *xmlReader, tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok {
			return
		}
		id, _ := attr(e, "id")
		switch {
		case e.Name.Local == "xref" && jatsIsMark(e):
			rid, _ := attr(e, "rid")
			for id := range strings.FieldsSeq(rid) {
				marked[id] = true
			}
		case e.Name.Local == "fn" && id != "" && ids[id] == nil, e.Name.Local == "ref" && marked[id] && ids[id] == nil:
			ids[id] = new(Note)
		}
	})
	return ids
}

// jatsIsMark reports whether a reference says that it leads to a note.
func jatsIsMark(e xml.StartElement) bool {
	kind, _ := attr(e, "ref-type")
	return strings.HasSuffix(kind, "fn") // "fn", "table-fn"
}

// jatsElements says what the elements mean. Those that are not listed are text
// like that around them.
var jatsElements = map[string]xmlElement{
	"front": {quiet: true}, "front-stub": {quiet: true}, "book-meta": {quiet: true}, "book-part-meta": {quiet: true},
	"collection-meta": {quiet: true}, "processing-meta": {skip: true}, "journal-meta": {skip: true},
	"ref-list": {quiet: true}, "ref": {open: jatsEntry}, "object-id": {skip: true}, "tex-math": {skip: true}, "index-term": {skip: true},
	"alt-text": {skip: true}, "long-desc": {skip: true}, "fn-group": {open: jatsGroup},
	"author-notes": {open: jatsGroup}, "table-wrap-foot": {open: jatsGroup}, "table-wrap": {open: jatsTable},

	"p": {block: true}, "title": {open: jatsTitle}, "subtitle": {block: true}, "label": {open: jatsLabel}, "attrib": {block: true},
	"disp-quote": {gap: "\n\n"}, "list": {gap: "\n\n"}, "list-item": {gap: "\n\n"}, "term": {open: jatsLoose}, "def": {gap: "\n\n"},
	"td": {gap: "\n\n"}, "th": {gap: "\n\n"}, "verse-line": {gap: "\n"}, "speaker": {block: true}, "speech": {gap: "\n\n"},
	"disp-formula": {gap: "\n"}, "preformat": {block: true}, "code": {block: true}, "mixed-citation": {open: jatsLoose},
	"sig": {block: true}, "boxed-text": {gap: "\n\n"}, "break": {gap: "\n"}, "fig": {gap: "\n\n"}, "ack": {gap: "\n\n"},
	"element-citation": {spaced: true, open: jatsParts}, "nlm-citation": {spaced: true, open: jatsParts},

	"italic": {face: Italic}, "bold": {face: Bold}, "sc": {face: SmallCaps}, "underline": {face: Underline},
	"sup": {face: Superscript, open: jatsSup}, "roman": {roman: Italic}, "styled-content": {open: jatsStyled}, "named-content": {open: jatsStyled},

	"fn": {open: jatsNote}, "xref": {open: jatsReference},
	"ext-link": {open: xmlHyperlink}, "uri": {open: xmlHyperlink}, "self-uri": {skip: true},
}

// jatsGroup begins a group of notes away from their marks.
func jatsGroup(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	b.gathered = true
	kind, _ := attr(e, "content-type")
	b.endnotes = strings.Contains(kind, "endnote")
	if e.Name.Local == "author-notes" {
		b.tables++
		b.sequence = b.tables
	}
}

// jatsTable begins a table, whose notes have numbers of their own.
func jatsTable(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	f.gap = "\n\n"
	b.tables++
	b.sequence = b.tables
}

// jatsEntry begins an entry in the list of references, which is left out unless
// it is a note.
func jatsEntry(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	id, _ := attr(e, "id")
	if b.ids[id] != nil {
		b.textOfNote(f, id)
		return
	}
	f.skip = true
	if !b.reported {
		b.reported = true
		b.report(Refused, "the list of references", b.x.start)
	}
}

// jatsTitle begins a title; that of the notes is left out.
func jatsTitle(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	f.skip = b.gathered && b.note == nil
	f.block(b)
}

// jatsLoose begins what is a paragraph where it is in none: a citation, or a
// term in a list of definitions.
func jatsLoose(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	if !b.inText {
		f.block(b)
	}
}

// jatsParts begins a citation without punctuation; no blank is at its end.
func jatsParts(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	w := b.w
	f.end = func() {
		if w.gap == " " {
			w.gap = ""
		}
	}
}

// jatsLabel takes a note's label out of its text; any other label is shown
// before what it labels.
func jatsLabel(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	n := b.note
	if n == nil || b.parent() != "fn" && b.parent() != "ref" {
		b.heading(f)
		return
	}
	b.divert(f, func(got *writer) { n.Label = cleanLabel(string(got.text)) })
}

func jatsSup(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) { b.labelAtStart(f) }

func jatsStyled(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	for _, name := range []string{"style", "style-type", "content-type"} {
		value, _ := attr(e, name)
		b.face |= faceOf(value)
	}
}

// jatsNote begins a note: gathered with others, or in the place of its mark.
func jatsNote(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	id, _ := attr(e, "id")
	var n *Note
	if b.gathered || b.parent() == "back" {
		n = b.textOfNote(f, id)
	} else {
		n = b.noteInPlace(f, id)
	}
	symbol, _ := attr(e, "symbol")
	n.Label = cleanLabel(symbol)
	if kind, _ := attr(e, "fn-type"); strings.Contains(kind, "endnote") {
		n.Endnote = true
	}
}

// jatsReference begins a reference to something in the document: what leads to
// a note, or says so, may be a mark.
func jatsReference(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	rid, _ := attr(e, "rid")
	ids := strings.Fields(rid)
	note := jatsIsMark(e)
	switch {
	case len(ids) == 0 && note:
		b.reference(f, []string{""})
	case len(ids) == 0:
	case note || b.ids[ids[0]] != nil:
		b.reference(f, ids)
	default:
		b.link(f, "#"+rid, nil)
	}
}

// xmlHyperlink begins a link to an address.
func xmlHyperlink(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	if href, _ := attr(e, "href"); href != "" {
		b.link(f, href, nil)
	}
}
