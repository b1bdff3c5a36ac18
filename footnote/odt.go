package footnote

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// OpenDocument (ISO/IEC 26300), as LibreOffice Writer and others write it: a
// container of content.xml, styles.xml and more, or all in one flat file.

const (
	odfSpace  = "urn:oasis:names:tc:opendocument:xmlns:"
	odfOffice = odfSpace + "office:1.0"
	odfText   = odfSpace + "text:1.0"
	odfStyle  = odfSpace + "style:1.0"
	odfTable  = odfSpace + "table:1.0"
	odfDraw   = odfSpace + "drawing:1.0"
	odfSVG    = odfSpace + "svg-compatible:1.0"
)

const (
	odtContent  = "content.xml"
	odtStyles   = "styles.xml"
	odtMimetype = "mimetype"
	odtManifest = "META-INF/manifest.xml"
	odtType     = "application/vnd.oasis.opendocument.text" // that of templates and master documents begins likewise
)

// isODT reports whether the document is a container of an OpenDocument text.
func isODT(in *input) bool {
	if in.files == nil {
		return false
	}
	if f := in.files.files[odtMimetype]; f != nil && f.UncompressedSize64 < headSize {
		kind, _ := in.files.read(odtMimetype)
		return strings.HasPrefix(kind, odtType)
	}
	return in.files.has(odtContent) && in.files.has(odtStyles)
}

// isFlatODT reports whether the document is an OpenDocument text in one file, or
// the file of a container that holds the text.
func isFlatODT(in *input) bool {
	root := in.xmlSource().root
	kind, _ := attr(root, "mimetype")
	switch root.Name {
	case xml.Name{Space: odfOffice, Local: "document"}:
		return strings.HasPrefix(kind, odtType)
	case xml.Name{Space: odfOffice, Local: "document-content"}:
		return true
	}
	return false
}

// readODT reads the container. Its styles are wanted, but not needed.
func readODT(in *input) (*Document, error) {
	if odtEncrypted(in.files) {
		return nil, fmt.Errorf("%w: an OpenDocument text with a password; save it without", ErrFormat)
	}
	var problems []Problem
	load := func(name string) (string, error) {
		src, err := in.files.read(name)
		var s xmlSource
		s.decode(decodeWide(src))
		broken := joinMessages(s.broken, s.why)
		if err != nil {
			broken = joinMessages(broken, err.Error())
		}
		if broken != "" {
			problems = append(problems, Problem{Kind: Damaged, Detail: broken, Part: name})
		}
		return s.text, err
	}
	faces := make(odtFaces)
	if in.files.has(odtStyles) {
		styles, _ := load(odtStyles)
		if err := faces.read(styles); err != nil {
			problems = append(problems, xmlDamage(odtStyles, err))
		}
	}
	content, err := load(odtContent)
	if content == "" && err != nil {
		return nil, err
	}
	b := buildODT(content, odtContent, faces)
	if b == nil {
		return nil, fmt.Errorf("%w: %s holds no text", ErrDamaged, odtContent)
	}
	b.d.Problems = append(b.d.Problems, problems...)
	return b.finish(), nil
}

// odtEncrypted reports whether a container's files, or all of it, are encrypted.
func odtEncrypted(c *container) bool {
	if c.has("encrypted-package") {
		return true
	}
	if !c.has(odtManifest) {
		return false
	}
	manifest, _ := c.read(odtManifest)
	return strings.Contains(manifest, "encryption-data")
}

// readFlatODT reads an OpenDocument text in one file.
func readFlatODT(in *input) (*Document, error) {
	if s := in.xmlSource(); s.root.Name.Local != "" && !isFlatODT(in) {
		return nil, fmt.Errorf("%w: element %s is not that of an OpenDocument text", ErrFormat, brief(s.root.Name.Local))
	}
	return readXML(in, "fodt", []string{"document", "document-content"}, func(text string) *xmlBuilder { return buildODT(text, "", make(odtFaces)) })
}

// An odtReader reads the content of an OpenDocument text.
type odtReader struct {
	*xmlBuilder
	faces   odtFaces
	places  map[string]*Note       // the first note inside a bookmark or a reference mark, by its name
	changes map[string]ProblemKind // tracked changes by their ids
	items   map[string]odtItem     // citations of a reference manager that have begun, by the names of their marks
	found   bool                   // there is a text
}

// buildODT reads the content; faces are those of the styles of other files. It
// returns nil when there is no text, but a spreadsheet, say.
func buildODT(text, part string, faces odtFaces) *xmlBuilder {
	_ = faces.read(text) // what is damaged is found again when the text is read
	o := &odtReader{
		faces: faces, places: make(map[string]*Note),
		changes: make(map[string]ProblemKind), items: make(map[string]odtItem),
	}
	o.xmlBuilder = newXMLBuilder(text, part, o.scan(text))
	elements := o.elements()
	o.quiet = true // up to the text
	o.run(func(f *xmlFrame, e xml.StartElement) { elements[e.Name.Space][e.Name.Local].start(o.xmlBuilder, f, e) })
	if !o.found {
		return nil
	}
	return o.xmlBuilder
}

// scan finds the notes, the bookmarks that hold them, and the tracked changes.
func (o *odtReader) scan(text string) (ids map[string]*Note) {
	ids = make(map[string]*Note)
	open := make(map[string]bool) // the names of places that have begun, without a note so far
	_ = eachToken(text, func(x *xmlReader, tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Space != odfText {
			return
		}
		switch e.Name.Local {
		case "tracked-changes":
			o.scanChanges(x)
		case "bookmark-start", "reference-mark-start":
			name, _ := attr(e, "name")
			open[name] = true
		case "bookmark-end", "reference-mark-end":
			name, _ := attr(e, "name")
			delete(open, name)
		case "note":
			n := new(Note)
			if id, _ := attr(e, "id"); ids[id] == nil {
				ids[id] = n
			}
			for name := range open {
				o.places[name] = n
			}
			open = make(map[string]bool)
		}
	})
	return ids
}

// scanChanges reads the list of tracked changes: each a region with an id, and
// in it an element that says what was done.
func (o *odtReader) scanChanges(x *xmlReader) {
	id := ""
	for depth := x.depth; x.depth >= depth; {
		tok, err := x.next()
		if err != nil {
			return
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch {
		case x.depth == depth+1:
			id, _ = attr(e, "id")
		case x.depth == depth+2 && e.Name.Local == "insertion":
			o.changes[id] = TrackedInsert
		case x.depth == depth+2 && e.Name.Local == "deletion":
			o.changes[id] = TrackedDelete
		}
	}
}

// elements says what the elements mean, by namespace and name. Those that are
// not listed, such as fields, are text like that around them.
func (o *odtReader) elements() map[string]map[string]xmlElement {
	left := xmlElement{skip: true}
	block := xmlElement{gap: "\n\n"}
	return map[string]map[string]xmlElement{
		odfOffice: {
			"text": {open: o.begin}, "annotation": left, "forms": left, "styles": left, "automatic-styles": left, "master-styles": left,
			"meta": left, "settings": left, "scripts": left, "font-face-decls": left, "event-listeners": left, "binary-data": left,
		},
		odfText: {
			"p": {open: o.paragraph}, "h": {open: o.paragraph}, "span": {open: o.span},
			"s": {open: o.blanks}, "tab": {open: o.tab}, "line-break": {gap: "\n"}, "number": {open: o.number},
			"a": {open: xmlHyperlink}, "note": {open: o.noteElement}, "note-citation": {open: o.citation},
			"note-ref": {open: o.noteRef}, "bookmark-ref": {open: o.crossReference}, "reference-ref": {open: o.crossReference},
			"reference-mark-start": {open: o.itemStart}, "reference-mark-end": {open: o.itemEnd},
			"change-start": {open: o.change}, "change": {open: o.change}, "tracked-changes": left,
			"ruby-text": left, "hidden-text": left, "sequence-decls": left, "variable-decls": left, "user-field-decls": left,
			"dde-connection-decls": left, "alphabetical-index-auto-mark-file": left,
			"table-of-content-source": left, "illustration-index-source": left, "table-index-source": left, "object-index-source": left,
			"user-index-source": left, "alphabetical-index-source": left, "bibliography-source": left,
		},
		odfTable: {"table": block, "table-cell": block},
		odfDraw:  {"text-box": block, "object": {open: o.object}, "object-ole": {open: o.object}},
		odfSVG:   {"title": left, "desc": left},
	}
}

// begin begins the document's text.
func (o *odtReader) begin(*xmlBuilder, *xmlFrame, xml.StartElement) { o.quiet, o.found = false, true }

func (o *odtReader) paragraph(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	f.block(b)
	name, _ := attr(e, "style-name")
	b.face = o.faces.apply("paragraph", name, 0)
}

func (o *odtReader) span(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	name, _ := attr(e, "style-name")
	b.face = o.faces.apply("text", name, b.face)
}

func (o *odtReader) blanks(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	count, _ := attr(e, "c")
	n, err := strconv.Atoi(count)
	if err != nil {
		n = 1
	}
	b.blank(strings.Repeat(" ", max(0, min(n, maxBlanks))))
}

func (o *odtReader) tab(b *xmlBuilder, _ *xmlFrame, _ xml.StartElement) { b.blank("\t") }

// number begins the number of a heading or of an item of a list.
func (o *odtReader) number(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	w := b.w
	f.end = func() { w.space(b.x.start) }
}

func (o *odtReader) noteElement(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	id, _ := attr(e, "id")
	m := b.mark("", nil)
	m.Note = b.textOfNote(f, id)
	class, _ := attr(e, "note-class")
	m.Note.Endnote = class == "endnote"
}

// citation takes the note's label, as shown or as the author gave it.
func (o *odtReader) citation(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	n := b.note
	if n == nil {
		return
	}
	given, _ := attr(e, "label")
	b.divert(f, func(got *writer) {
		if n.Label = cleanLabel(string(got.text)); n.Label == "" {
			n.Label = cleanLabel(given)
		}
	})
}

// noteRef begins a cross-reference to a note.
func (o *odtReader) noteRef(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	name, _ := attr(e, "ref-name")
	b.link(f, "#"+name, b.ids[name])
}

// crossReference begins a cross-reference to a place, which may be a note's.
func (o *odtReader) crossReference(b *xmlBuilder, f *xmlFrame, e xml.StartElement) {
	name, _ := attr(e, "ref-name")
	b.link(f, "#"+name, o.places[name])
}

// object leaves an embedded object out, such as a formula.
func (o *odtReader) object(b *xmlBuilder, f *xmlFrame, _ xml.StartElement) {
	f.skip = true
	b.report(Refused, "an embedded object", b.x.start)
}

// change is where text was deleted, or where inserted text begins.
func (o *odtReader) change(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	id, _ := attr(e, "change-id")
	if kind := o.changes[id]; kind != "" {
		b.track(kind)
	}
}
