package main

import (
	"bytes"
	"fmt"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// A block is what is printed together: one note, or the whole of a running text.
type block struct {
	label   string // the note's label; empty for running text
	text    string // the text that the citations' offsets count in
	entries []entry
}

// An entry is a citation with its id and link, or a sentence of prose (cite nil).
type entry struct {
	cite   citation.Citation
	prose  string
	record record
	link   *resolve.Link
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
	ids := make(map[citation.Citation]string)
	seen := make(map[string]int)
	var blocks []block
	for _, n := range doc.Notes {
		prefix := "n" + n.Label
		if seen[n.Label]++; seen[n.Label] > 1 { // a second note of that number
			prefix = fmt.Sprintf("n%s-%d", n.Label, seen[n.Label])
		}
		b := block{label: n.Label, text: n.Text}
		var cites []citation.Citation
		for s := range citation.Note(n.Text) {
			if s.Prose {
				b.entries = append(b.entries, entry{prose: s.Span.In(n.Text)})
			}
			for _, c := range s.Citations {
				cites = append(cites, c)
				b.add(c, ids, fmt.Sprintf("%s.%d", prefix, len(cites)), "")
			}
		}
		b.resolve(r.Note(n.Label, cites), ids)
		blocks = append(blocks, b)
	}
	return blocks, nil
}

// readText reads running text.
func readText(name string, data []byte, problem func(string)) ([]block, error) {
	b := block{text: string(data)}
	ids := make(map[citation.Citation]string)
	var cites []citation.Citation
	for c := range citation.All(b.text) {
		cites = append(cites, c)
		b.add(c, ids, fmt.Sprintf("c%d", len(cites)), "")
	}
	var r resolve.Resolver
	b.resolve(r.Note("", cites), ids)
	return []block{b}, nil
}

// add enters a citation and those inside it, each below its parent's id.
func (b *block) add(c citation.Citation, ids map[citation.Citation]string, id, parent string) {
	ids[c] = id
	at := len(b.entries)
	b.entries = append(b.entries, entry{cite: c})
	for i, child := range citation.Children(c) {
		b.add(child, ids, fmt.Sprintf("%s.%d", id, i+1), id)
	}
	r := newRecord(c, ids)
	r.Note, r.Parent = b.label, parent
	b.entries[at].record = r
}

// resolve enters the links of the block's short forms.
func (b *block) resolve(links []resolve.Link, ids map[citation.Citation]string) {
	at := make(map[citation.Citation]int, len(b.entries))
	for i, e := range b.entries {
		if e.cite != nil {
			at[e.cite] = i
		}
	}
	for i := range links {
		e := &b.entries[at[links[i].From]]
		e.link = &links[i]
		e.record.link(links[i], ids)
	}
}
