package export

import (
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// IDs gives the citations of one document their ids. The zero IDs is ready to
// be used. It keeps the id of each citation, since links may point to it, and
// nothing else of the document. It is not safe for concurrent use.
type IDs struct {
	// File is the value of the key "file" of all lines; empty to leave it out.
	File string
	// Authority gives a citation the value of the key "authority", which is equal
	// for all citations of one authority; nil to leave it out.
	Authority func(citation.Citation) string

	ids      map[citation.Citation]string
	parts    map[string]*Part // by what their ids begin with
	lastNote map[string]int   // by that, the number of notes that wanted it
}

// A Part is the notes, the body or the running text of a document: the ids of
// its citations begin alike.
type Part struct {
	doc    *IDs
	note   string // the note's label as written
	prefix string // "n8.", "b", "c"
	count  int    // of citations at top level
}

// Text returns the part that is running text: its ids are "c1", "c2".
func (d *IDs) Text() *Part { return d.part("c") }

// Body returns the body of a footnoted document: its ids are "b1", "b2".
func (d *IDs) Body() *Part { return d.part("b") }

// Note returns the part that is one note; label is its number or sign as
// written. Each call is a note of its own: the ids of a second one with that
// label begin with "n8-2". A period in a label is a hyphen in the ids.
func (d *IDs) Note(label string) *Part {
	name := "n" + strings.ReplaceAll(label, ".", "-")
	prefix := name
	for d.parts[prefix+"."] != nil {
		prefix = name + "-" + strconv.Itoa(d.again(name))
	}
	p := d.part(prefix + ".")
	p.note = label
	return p
}

// again counts the notes that want one name, from 2.
func (d *IDs) again(name string) int {
	if d.lastNote == nil {
		d.lastNote = make(map[string]int)
	}
	d.lastNote[name] = max(d.lastNote[name], 1) + 1
	return d.lastNote[name]
}

// part returns the part whose ids begin with the prefix.
func (d *IDs) part(prefix string) *Part {
	if p := d.parts[prefix]; p != nil {
		return p
	}
	if d.parts == nil {
		d.parts = make(map[string]*Part)
		d.ids = make(map[citation.Citation]string)
	}
	p := &Part{doc: d, prefix: prefix}
	d.parts[prefix] = p
	return p
}

// Of returns a citation's id, empty when it has none yet.
func (d *IDs) Of(c citation.Citation) string { return d.ids[c] }

// Skip passes over the ids of the next n citations at top level, as those of a
// text whose beginning is not at hand.
func (p *Part) Skip(n int) { p.count += n }

// Add gives ids to the next citations of the part, which are in the order of
// the text and at top level, and to those inside them. One that has an id
// keeps it. [Part.Lines] does it by itself: Add is needed where a link points
// to a citation whose line comes later.
func (p *Part) Add(citations ...citation.Citation) {
	for _, c := range citations {
		if _, ok := p.doc.ids[c]; !ok {
			p.count++
			p.add(c, p.prefix+strconv.Itoa(p.count))
		}
	}
}

func (p *Part) add(c citation.Citation, id string) {
	p.doc.ids[c] = id
	for i, inner := range citation.Children(c) {
		if _, ok := p.doc.ids[inner]; !ok {
			p.add(inner, id+"."+strconv.Itoa(i+1))
		}
	}
}
