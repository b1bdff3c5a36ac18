package main

import (
	"bytes"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// A block is what is printed together: one note, or the whole of a running text.
type block struct {
	label   string // the note's label; empty for running text
	entries []entry
}

// An entry is a citation with its line and link, or a sentence of prose (cite nil).
type entry struct {
	cite  citation.Citation
	prose string
	line  export.Line
	link  *resolve.Link
}

// readNotes reads a footnoted document.
func readNotes(name string, data []byte, problem func(string)) ([]block, error) {
	doc, err := footnote.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	for _, p := range doc.Problems {
		problem(p.String())
	}
	if len(doc.Notes) == 0 {
		problem("no footnotes found; for running text use hereinafter find")
	}
	var r resolve.Resolver
	var ids export.IDs
	var blocks []block
	for _, n := range doc.Notes {
		b := block{label: n.Label}
		var cites []citation.Citation
		for s := range citation.Note(n.Text) {
			if s.Prose {
				b.entries = append(b.entries, entry{prose: s.Span.In(n.Text)})
			}
			cites = append(cites, s.Citations...)
			b.add(s.Citations)
		}
		b.link(ids.Note(n.Label), cites, r.Note(n.Label, cites))
		blocks = append(blocks, b)
	}
	return blocks, nil
}

// readText reads running text.
func readText(name string, data []byte, problem func(string)) ([]block, error) {
	var b block
	var cites []citation.Citation
	for c := range citation.All(string(data)) {
		cites = append(cites, c)
	}
	b.add(cites)
	var r resolve.Resolver
	var ids export.IDs
	b.link(ids.Text(), cites, r.Note("", cites))
	return []block{b}, nil
}

// add enters citations, each followed by those inside it.
func (b *block) add(citations []citation.Citation) {
	for _, c := range citations {
		b.entries = append(b.entries, entry{cite: c})
		for inner := range citation.Within(c) {
			b.entries = append(b.entries, entry{cite: inner})
		}
	}
}

// link enters the lines of the block's citations, and the links of its short
// forms.
func (b *block) link(part *export.Part, citations []citation.Citation, links []resolve.Link) {
	at := make(map[citation.Citation]*resolve.Link, len(links))
	for i := range links {
		at[links[i].From] = &links[i]
	}
	i := 0
	for line := range part.Lines(citations, links) {
		for b.entries[i].cite == nil {
			i++
		}
		e := &b.entries[i]
		e.line, e.link = line, at[e.cite]
		i++
	}
}
