// Package hereinafter reads the legal citations of a document in one call: it
// takes the document apart, finds the citations of its body and its notes, links
// every short form to what it stands for, and lists the authorities.
//
//	f, err := os.Open("draft.docx")
//	...
//	doc, err := hereinafter.Read(f, size)
//	for note, c := range doc.All() { // note is nil for the body
//		if link, ok := doc.Link(c); ok && link.Source == nil {
//			fmt.Println(doc.Position(note, c.Common().Span.Start).Line, c, link.Why)
//		}
//	}
//
// [Read] reads a document in any format that package footnote knows, with its
// notes; [Text] reads a text as it is, such as an opinion, and [Stream] one that is
// too long to be held. The packages below do the work and can be used alone:
// footnote (documents), citation (citations), resolve (links and authorities).
package hereinafter

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// A Document is a document whose citations were read and linked. A nil Document,
// and one that was made by hand, have no citations.
type Document struct {
	Format   string             // the document's format, one of [footnote.Formats]
	Encoding string             // what it was decoded from; empty where it is UTF-8 and offsets count in its bytes. See [footnote.Document]
	Body     *Body              // the text without its notes; never nil
	Notes    []*Note            // in the order of their marks; nil when there are none
	Problems []footnote.Problem // what does not fit or was not read; nil when all is well
	// Offset is where Body.Text begins in the whole, in bytes, of a piece that
	// [Stream] yields; otherwise 0.
	Offset int

	source  *footnote.Document
	running bool // the text was read as it is, and Body is all of it
	links   map[citation.Citation]resolve.Link

	// Of a piece that Stream yields, what comes before it in the whole.
	line   int // how many lines end
	column int // how many characters its first line has there
	first  int // how many citations there are at top level
	past   past
}

// A Body is the text of a document without its notes.
type Body struct {
	*footnote.Passage
	Citations []citation.Citation // those at top level, in order
}

// A Note is a footnote or an endnote with its citations.
type Note struct {
	*footnote.Note
	Sentences []citation.Sentence // all of its text
	Citations []citation.Citation // those at top level, in order
}

// Read reads a document of size bytes: its body, its notes, and the citations of
// both. The format is told from its contents; see [footnote.Read], whose errors
// it returns. A document without notes has all of its text in Body.
func Read(r io.ReaderAt, size int64) (*Document, error) { return new(Reader).Read(r, size) }

// ReadFile is [Read] for the file of a name. An error of the file system is an
// [*fs.PathError]; those of Read have the name before them.
func ReadFile(name string) (*Document, error) { return new(Reader).ReadFile(name) }

// Text reads running text, such as an opinion or a brief. Body is the text as it
// was passed in, and the offsets of all citations count in it. Footnotes that
// are found in the text stay where they are; they are taken into account when
// short forms are linked. A form feed on a line of its own ends a document: in a
// collection of several, each has its own notes, and its short forms stand for what
// it cites itself. Bytes that are not UTF-8 are not decoded, as Read would do, but
// kept and reported in Problems.
func Text(text string) *Document { return new(Reader).Text(text) }

// A Reader holds the options of [Read] and [Text]. Its zero value has none set.
type Reader struct {
	// Format names the format of what Read reads, one of [footnote.Formats].
	// When it is empty, the contents tell.
	Format string
	// Running says that plain text is running text: Read reads it as Text does.
	// Documents of other formats are not affected.
	Running bool
	// Parser reads the citations; nil stands for one with the built-in tables.
	Parser *citation.Parser
	// Window is how many bytes of running text Stream reads at a time, up to about
	// [footnote.MaxText]; 0 stands for [DefaultWindow].
	Window int
}

// Read is the function [Read] with the reader's options.
func (o *Reader) Read(r io.ReaderAt, size int64) (*Document, error) {
	if o == nil {
		o = new(Reader)
	}
	src, err := o.source(r, size)
	if err != nil {
		return nil, err
	}
	if text, ok := src.Source(""); ok && o.Running && src.Format == "text" {
		return o.running(text, src), nil
	}
	d := &Document{Format: src.Format, Encoding: src.Encoding, Problems: src.Problems, source: src}
	d.Body = &Body{Passage: &src.Body}
	for c := range o.parser().AllTypeset(src.Body.Text, runs(src.Body.Runs)) {
		d.Body.Citations = append(d.Body.Citations, c)
	}
	for _, n := range src.Notes {
		note := &Note{Note: n}
		for s := range o.parser().NoteTypeset(n.Text, runs(n.Runs)) {
			note.Sentences = append(note.Sentences, s)
			note.Citations = append(note.Citations, s.Citations...)
		}
		d.Notes = append(d.Notes, note)
	}
	d.resolve(d.Pieces())
	return d, nil
}

// ReadFile is the function [ReadFile] with the reader's options.
func (o *Reader) ReadFile(name string) (*Document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	doc, err := o.Read(f, info.Size())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

// source takes a document apart.
func (o *Reader) source(r io.ReaderAt, size int64) (*footnote.Document, error) {
	if o.Format != "" {
		return footnote.ReadAs(o.Format, r, size)
	}
	return footnote.Read(r, size)
}

// Text is the function [Text] with the reader's options.
func (o *Reader) Text(text string) *Document { return o.running(text, nil) }

// running reads running text. known is as that of runningPieces.
func (o *Reader) running(text string, known *footnote.Document) *Document {
	d := runningText(text, slices.Collect(o.parser().All(text)))
	if known != nil && known.Encoding != "" {
		d.Encoding = known.Encoding
		d.Problems = append(slices.Clip(slices.DeleteFunc(slices.Clone(known.Problems), func(p footnote.Problem) bool { return p.Kind != footnote.Decoded })), d.Problems...)
	}
	d.resolve(d.runningPieces(known, new(numbering))...)
	return d
}

// runningText returns running text with its citations, which are not linked yet.
func runningText(text string, citations []citation.Citation) *Document {
	src := footnote.Plain(text)
	return &Document{
		Format: src.Format, Body: &Body{Passage: &src.Body, Citations: citations}, Problems: src.Problems,
		source: src, running: true,
	}
}

func (o *Reader) parser() *citation.Parser {
	if o == nil {
		return nil
	}
	return o.Parser
}

// runs are the typefaces of a passage as package citation has them.
func runs(list []footnote.Run) []citation.Run {
	if len(list) == 0 {
		return nil
	}
	out := make([]citation.Run, len(list))
	for i, r := range list {
		out[i] = citation.Run{Span: citation.Span(r.Span), Face: citation.Face(r.Face)}
	}
	return out
}

// All yields the citations at top level in the order in which a reader meets
// them, each with the note that it is in: a note comes where its mark is. The
// note is nil for citations of the body.
func (d *Document) All() iter.Seq2[*Note, citation.Citation] {
	return func(yield func(*Note, citation.Citation) bool) {
		for _, p := range d.Pieces() {
			for _, c := range p.Citations {
				if !yield(p.Note, c) {
					return
				}
			}
		}
	}
}

// Link returns what a short form stands for, or why that is not known. ok is
// false when c is no short form of this document.
func (d *Document) Link(c citation.Citation) (link resolve.Link, ok bool) {
	if d != nil {
		link, ok = d.links[c]
	}
	return link, ok
}

// Position returns where in the document's source a byte of a text is: of the
// note's text, or of the body's when note is nil.
func (d *Document) Position(note *Note, off int) footnote.Position {
	if note != nil && note.Note != nil {
		return d.read().source.Position(&note.Passage, off)
	}
	return d.read().inWhole(d.read().source.Position(d.read().Body.Passage, off))
}

// read returns the document, or an empty one where it was not read.
func (d *Document) read() *Document {
	if d == nil || d.source == nil {
		return Text("")
	}
	return d
}

// inWhole returns the position in the whole of one in a piece that Stream yields.
func (d *Document) inWhole(pos footnote.Position) footnote.Position {
	pos.Offset += d.Offset
	if pos.Line == 1 {
		pos.Column += d.column
	}
	if pos.Line > 0 {
		pos.Line += d.line
	}
	return pos
}

// At returns the position of a byte of the document's source, such as that of a
// problem; of a container, of the byte of that part.
func (d *Document) At(part string, offset int) footnote.Position {
	return d.read().inWhole(d.read().source.At(part, offset))
}

// Authorities returns what the document cites: one entry for each thing, with all
// its mentions, grouped and ordered as in a table of authorities. With names, the
// cases that the body mentions by their names alone are counted too; see
// [resolve.Mentions].
func (d *Document) Authorities(names bool) []*resolve.Authority {
	d = d.read()
	var a resolve.Authorities
	add(&a, "", d.Pieces(), d.links)
	if names {
		a.AddNames(resolve.Place{}, resolve.Mentions(d.Body.Text, d.Body.Citations))
	}
	return a.All()
}

// keys returns the key of the authority that each citation cites.
func (d *Document) keys(file string) map[citation.Citation]string {
	var a resolve.Authorities
	add(&a, file, []Piece{{Citations: d.past.citations}}, d.past.links)
	add(&a, file, d.Pieces(), d.links)
	return a.ByCitation()
}

// add adds what the pieces of a document cite.
func add(a *resolve.Authorities, file string, pieces []Piece, links map[citation.Citation]resolve.Link) {
	for _, p := range pieces {
		where := resolve.Place{File: file}
		if p.Note != nil {
			where.Scope, where.Note = p.Note.Scope, p.Note.Label
		}
		a.Add(where, p.Citations, linksOf(p.Citations, links))
	}
}

// Lines yields the JSON lines of the document's citations, in the order of
// [Document.Pieces]; see [export.Line]. file is the value of the key "file",
// empty to leave it out.
func (d *Document) Lines(file string) iter.Seq[export.Line] {
	d = d.read()
	keys := d.keys(file)
	ids := export.IDs{File: file, Authority: func(c citation.Citation) string { return keys[c] }}
	body := ids.Body()
	if d.running || d.Format == "text" && len(d.Notes) == 0 {
		body = ids.Text()
		body.Skip(d.first - len(d.past.citations))
		body.Add(d.past.citations...)
	}
	return func(yield func(export.Line) bool) {
		for _, p := range d.Pieces() {
			part := body
			if p.Note != nil {
				part = ids.Note(p.Note.Label)
			}
			for line := range part.Lines(p.Citations, linksOf(p.Citations, d.links)) {
				line.Start += d.Offset
				line.End += d.Offset
				if !yield(line) {
					return
				}
			}
		}
	}
}

// MarshalJSON returns the format, the encoding unless it is UTF-8, the JSON lines of [Document.Lines] as a list, and
// the problems as messages.
func (d *Document) MarshalJSON() ([]byte, error) {
	d = d.read()
	out := struct {
		Format    string        `json:"format"`
		Encoding  string        `json:"encoding,omitempty"`
		Citations []export.Line `json:"citations,omitempty"`
		Problems  []string      `json:"problems,omitempty"`
	}{Format: d.Format, Encoding: d.Encoding, Citations: slices.Collect(d.Lines(""))}
	for _, p := range d.Problems {
		out.Problems = append(out.Problems, p.String())
	}
	return json.Marshal(out)
}
