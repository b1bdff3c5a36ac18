package footnote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/internal/golden"
)

func TestTextGolden(t *testing.T) {
	golden.Run(t, "../testdata/footnote/*.txtar", func(t *testing.T, _, in string) string {
		d := footnote.Text(in)
		check(t, in, d)
		return dump(d)
	})
}

// dump writes a document for reading: each mark with what it stands on, each
// note, the tail and the problems.
func dump(d *footnote.Document) string {
	var b strings.Builder
	for _, m := range d.Marks {
		kind := "sentence"
		if m.Block {
			kind = "block"
		}
		fmt.Fprintf(&b, "mark %s %q %s: %q\n", m.Label, m.Span.In(d.Body.Text), kind, m.Sentence.In(d.Body.Text))
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "note %s @%d: %q\n", n.Label, n.Offset, n.Text)
	}
	if d.Tail.Text != "" {
		fmt.Fprintf(&b, "tail @%d: %q\n", d.Tail.Source(0), d.Tail.Text)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem: %v\n", p)
	}
	return b.String()
}

// check holds a document of plain text to what is true of all.
func check(t *testing.T, src string, d *footnote.Document) {
	t.Helper()
	at := 0 // how far the source is accounted for
	blank := func(to int) { assert.Empty(t, strings.Trim(src[at:to], " \t\r\n\f\v\u00a0\ufeff")) }
	passage := func(p *footnote.Passage) {
		blank(p.Source(0))
		at = p.Source(len(p.Text))
		assert.Equal(t, p.Text, src[p.Source(0):at])
	}
	passage(&d.Body)
	for _, n := range d.Notes {
		blank(n.Offset)
		assert.LessOrEqual(t, at, n.Offset)
		at = n.Offset + len(strings.TrimSpace(src[n.Offset:n.Source(0)]))
		assert.LessOrEqual(t, at-n.Offset, 16, "bytes of a label")
		passage(&n.Passage)
		assert.True(t, n.Mark == nil || n.Mark.Note == n)
	}
	if d.Tail.Text != "" {
		passage(&d.Tail)
	}
	blank(len(src))
	last := 0
	for _, m := range d.Marks {
		assert.LessOrEqual(t, last, m.Span.Start)
		last = m.Span.End
		assert.Less(t, m.Span.Start, m.Span.End)
		s := m.Sentence
		assert.True(t, 0 <= s.Start && s.Start <= m.Span.Start && s.Start <= s.End && s.End <= len(d.Body.Text), "%v", *m)
	}
	last = 0
	for _, p := range d.Problems {
		assert.True(t, last <= p.Offset && p.Offset < len(src), "%v", p)
		last = p.Offset
	}
}
