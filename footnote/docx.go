package footnote

import (
	"encoding/xml"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// Word documents (ECMA-376, Office Open XML WordprocessingML; strict and
// transitional).
//
// The parts are found by their relationships. The body (the main document part)
// is read first: it has the marks, and the sections that say how notes are
// numbered. Then the notes are read, and joined with the marks by their ids.

// isDocx reports whether the document is a package whose main part is a Word
// document.
func isDocx(in *input) bool {
	return in.files != nil && docxMain(in.files) != ""
}

// docxMain returns the name of the main part of a Word document; empty when it
// is no Word document.
func docxMain(c *container) string {
	types := c.contentTypes()
	main := related(c.relationships(""), "officeDocument")
	if main != "" {
		t := typeOf(types, main)
		if isWordType(t) || !strings.HasSuffix(t, mainType) && path.Base(main) == "document.xml" {
			return main
		}
		return ""
	}
	for part, t := range types { // without relationships
		if isWordType(t) && c.has(part) && (main == "" || part < main) {
			main = part
		}
	}
	return main
}

// mainType ends the media types of all main parts: of documents, workbooks and
// slides.
const mainType = ".main+xml"

// isWordType reports whether a media type is that of a main part of a Word
// document or template, with or without macros.
func isWordType(t string) bool {
	t = strings.ToLower(t)
	return strings.HasSuffix(t, mainType) && (strings.Contains(t, ".wordprocessingml.") || strings.Contains(t, ".ms-word."))
}

// A docx is a Word document that is being read.
type docx struct {
	doc      *Document
	files    *container
	main     string                  // the name of the main part
	rels     map[string]relationship // of the main part
	styles   *styleSheet
	settings [noteKinds]numbering
	library  map[string]string // what a reference manager keeps in the document's properties, by name

	refs      []*reference               // in the order of the source
	marks     [noteKinds]map[string]bool // the ids of the notes that have a mark
	deleted   [noteKinds]map[string]bool // the ids of the notes that have a deleted mark
	sections  []section
	notes     [noteKinds]map[string]*Note
	bookmarks map[string]place // the bookmarks that hold a mark, by name
	noteNames map[string]bool  // the names of bookmarks that are referred to as notes
	problems  []noteProblem

	numbers       map[*Note]*ownNumber
	unknownFormat string // of numbers; empty when all are known
	paged         bool   // notes are numbered anew on each page
}

// A noteProblem is a problem within a note whose label is not known yet; note is
// nil for the body.
type noteProblem struct {
	Problem
	note *Note
}

func readDocx(in *input) (*Document, error) {
	main := docxMain(in.files)
	if main == "" {
		return nil, fmt.Errorf("%w: it is not docx", ErrFormat)
	}
	d := &docx{
		doc:       new(Document),
		main:      main,
		files:     in.files,
		rels:      in.files.relationships(main),
		bookmarks: make(map[string]place),
		noteNames: make(map[string]bool),
		numbers:   make(map[*Note]*ownNumber),
	}
	for kind := range noteKinds {
		d.marks[kind], d.deleted[kind] = make(map[string]bool), make(map[string]bool)
		d.notes[kind] = make(map[string]*Note)
	}
	d.styles = readStyles(d.optional("styles"))
	d.settings = readSettings(d.optional("settings"))
	d.library = readLibrary(in.files)
	if err := d.readBody(main); err != nil {
		return nil, err
	}
	for kind := range noteKinds {
		if err := d.readNotes(kind); err != nil {
			return nil, err
		}
	}
	d.numberMarks(footnotes)
	d.numberMarks(endnotes)
	d.join()
	return d.doc, nil
}

// optional returns a part without which the document can be read, as much of
// it as there is.
func (d *docx) optional(kind string) string {
	name := related(d.rels, kind)
	if !d.files.has(name) {
		return ""
	}
	src, err := d.files.read(name)
	if err != nil {
		d.problem(Problem{Kind: Damaged, Part: name, Detail: damage(err)}, nil)
	}
	return src
}

func (d *docx) problem(p Problem, in *Note) {
	d.problems = append(d.problems, noteProblem{p, in})
}

// readSettings reads how the document numbers its notes.
func readSettings(src string) (n [noteKinds]numbering) {
	s, _ := readSection(newXMLReader(src))
	return s.numbering
}

// readLibrary returns what a reference manager keeps in the document's custom
// properties: texts in pieces, NAME_1, NAME_2 and so on, by their names.
func readLibrary(c *container) map[string]string {
	name := related(c.relationships(""), "custom-properties")
	if !c.has(name) {
		return nil
	}
	src, _ := c.read(name)
	texts := make(map[string]string)
	property := ""
	for x := newXMLReader(src); ; {
		tok, err := x.next()
		if err != nil {
			break
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local == "property" {
				property, _ = attr(t, "name")
			}
		case xml.CharData:
			if strings.HasPrefix(property, libraryPrefix) {
				texts[property] += string(t)
			}
		}
	}
	library := make(map[string]string)
	for property := range texts {
		if base, ok := strings.CutSuffix(property, "_1"); ok {
			library[base] = pieces(texts, base)
		}
	}
	return library
}

// libraryPrefix begins the names of the properties in which Zotero keeps the
// citations of a document whose citations are bookmarks.
const libraryPrefix = "ZOTERO_BREF_"

func pieces(texts map[string]string, base string) string {
	var b strings.Builder
	for i := 1; ; i++ {
		piece, ok := texts[base+"_"+strconv.Itoa(i)]
		if !ok {
			return b.String()
		}
		b.WriteString(piece)
	}
}
