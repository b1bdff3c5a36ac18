package footnote_test

import (
	"archive/zip"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/internal/golden"
)

// TestGolden reads the golden files of every format, testdata/footnote/FORMAT. A
// format without any fails.
func TestGolden(t *testing.T) {
	for _, format := range footnote.Formats() {
		t.Run(format, func(t *testing.T) {
			golden.Run(t, "../testdata/footnote/"+format+"/*.txtar", func(t *testing.T, _, in string) string {
				src := in
				if strings.HasPrefix(in, partMark) {
					src = pack(t, in)
				}
				d, err := footnote.ReadAs(format, strings.NewReader(src), int64(len(src)))
				if err != nil {
					return fmt.Sprintf("error: %v\n", err)
				}
				if format == "text" {
					decoded, _ := d.Source("")
					check(t, decoded, d)
				}
				checkDocument(t, d)
				return dump(d)
			})
		})
	}
}

// partMark begins the line that names a file of a container, in the input of a
// golden test of such a format.
const partMark = "=== "

// pack makes a container of the files that the input spells out.
func pack(t *testing.T, in string) string {
	t.Helper()
	src, err := packFiles(in)
	require.NoError(t, err)
	return src
}

func packFiles(in string) (string, error) {
	var b strings.Builder
	zw := zip.NewWriter(&b)
	for file := range strings.SplitSeq("\n"+in, "\n"+partMark) {
		name, text, ok := strings.Cut(file, "\n")
		if !ok {
			continue
		}
		w, err := zw.Create(strings.TrimSpace(name))
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			return "", err
		}
	}
	err := zw.Close()
	return b.String(), err
}

// dump writes a document for reading: each mark with what it supports, each
// note, the tail and the problems; where there is markup, or something was left out, the body too, and of
// each passage its typefaces, links and items.
func dump(d *footnote.Document) string {
	var b strings.Builder
	if d.Format != "text" || d.Left != nil {
		fmt.Fprintf(&b, "body: %q\n", d.Body.Text)
		dumpMarkup(&b, &d.Body)
	}
	for _, m := range d.Marks {
		kind := "sentence"
		if m.Block {
			kind = "block"
		}
		if m.In != nil {
			fmt.Fprintf(&b, "mark %s in note %s @%d\n", name(m.Label, m.Scope), m.In.Label, m.Span.Start)
			continue
		}
		fmt.Fprintf(&b, "mark %s %q %s: %q\n", name(m.Label, m.Scope), m.Span.In(d.Body.Text), kind, m.Sentence.In(d.Body.Text))
	}
	for _, n := range d.Notes {
		kind := "note"
		if n.Endnote {
			kind = "endnote"
		}
		fmt.Fprintf(&b, "%s %s @%d: %q\n", kind, name(n.Label, n.Scope), n.Offset, n.Text)
		dumpMarkup(&b, &n.Passage)
	}
	if d.Tail.Text != "" {
		fmt.Fprintf(&b, "tail @%d: %q\n", d.Tail.Source(0), d.Tail.Text)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem: %v\n", p)
	}
	return b.String()
}

// name writes a label, with its scope where that is not the first.
func name(label string, scope int) string {
	if scope > 0 {
		return fmt.Sprintf("%s/%d", label, scope)
	}
	return label
}

// faces are the names of the typefaces.
var faces = []struct {
	face footnote.Face
	name string
}{
	{footnote.Italic, "italic"}, {footnote.SmallCaps, "smallcaps"}, {footnote.Underline, "underline"},
	{footnote.Bold, "bold"}, {footnote.Superscript, "superscript"},
}

func dumpMarkup(b *strings.Builder, p *footnote.Passage) {
	for _, r := range p.Runs {
		var names []string
		for _, f := range faces {
			if r.Face&f.face != 0 {
				names = append(names, f.name)
			}
		}
		fmt.Fprintf(b, "  %s: %q\n", strings.Join(names, "+"), r.Span.In(p.Text))
	}
	for _, l := range p.Links {
		to := l.Target
		if l.Note != nil {
			to += " (note " + name(l.Note.Label, l.Note.Scope) + ")"
		}
		fmt.Fprintf(b, "  link %q: %s\n", l.Span.In(p.Text), to)
	}
	for _, it := range p.Items {
		fmt.Fprintf(b, "  item %s %q: %s\n", it.Manager, it.Span.In(p.Text), strings.Join(it.CSL, " "))
	}
}

// checkDocument holds a document of any format to what is true of all: each
// span is within its text, runs are in order, marks and notes agree.
func checkDocument(t *testing.T, d *footnote.Document) {
	t.Helper()
	passages := []*footnote.Passage{&d.Body, &d.Tail}
	known := make(map[*footnote.Note]bool)
	for _, n := range d.Notes {
		passages = append(passages, &n.Passage)
		known[n] = true
		assert.True(t, n.Mark == nil || n.Mark.Note == n, "note %s", n.Label)
	}
	for _, p := range passages {
		last := 0
		for _, r := range p.Runs {
			assert.True(t, last <= r.Span.Start && r.Span.Start < r.Span.End && r.Span.End <= len(p.Text) && r.Face != 0, "run %v of %q", r, p.Text)
			last = r.Span.End
		}
		for _, l := range p.Links {
			assert.True(t, 0 <= l.Span.Start && l.Span.Start <= l.Span.End && l.Span.End <= len(p.Text), "link %v", l)
			assert.True(t, l.Note == nil || known[l.Note])
		}
		for _, it := range p.Items {
			assert.True(t, 0 <= it.Span.Start && it.Span.Start <= it.Span.End && it.Span.End <= len(p.Text), "item %v", it)
		}
		assert.GreaterOrEqual(t, p.Source(0), 0)
		assert.GreaterOrEqual(t, p.Source(len(p.Text)), 0)
	}
	for _, m := range d.Marks {
		text := d.Body.Text
		if m.In != nil {
			assert.True(t, known[m.In])
			text = m.In.Text
		}
		assert.True(t, 0 <= m.Span.Start && m.Span.Start <= m.Span.End && m.Span.End <= len(text), "mark %v", *m)
		assert.True(t, m.Sentence.Start <= m.Sentence.End && m.Sentence.End <= len(text), "mark %v", *m)
		assert.True(t, m.Note == nil || known[m.Note])
	}
}

// check holds a document of plain text to what is true of all: each byte of the
// source is in the body, a note, the tail or what was left out, once, or it is
// blank or part of a label.
func check(t *testing.T, src string, d *footnote.Document) {
	t.Helper()
	covered := make([]bool, len(src))
	cover := func(at int) {
		require.True(t, at >= 0 && at < len(src) && !covered[at], "byte %d twice", at)
		covered[at] = true
	}
	passage := func(p *footnote.Passage) {
		for i := range len(p.Text) {
			at := p.Source(i)
			cover(at)
			require.True(t, p.Text[i] == src[at] || p.Text[i] == '\n' && src[at] == '\r', "byte %d", at)
		}
	}
	passage(&d.Body)
	passage(&d.Tail)
	for _, n := range d.Notes {
		passage(&n.Passage)
		assert.True(t, n.Mark == nil || n.Mark.Note == n)
	}
	isLeft := make([]bool, len(src))
	for _, s := range d.Left {
		for i := s.Start; i < s.End; i++ {
			cover(i)
			isLeft[i] = true
		}
	}
	for _, n := range d.Notes {
		label := 0 // bytes, without those left out between it and the text
		for i := n.Offset; i < n.Source(0); i++ {
			if !isLeft[i] && strings.TrimSpace(src[i:i+1]) != "" {
				cover(i)
				label++
			}
		}
		assert.LessOrEqual(t, label, 64, "bytes of a label")
	}
	for i := range covered {
		if !covered[i] {
			require.Contains(t, " \t\r\n\f\v\u00a0\ufeff\u200b\u2060\u00ad\u200e", src[i:i+1], "byte %d", i)
		}
	}
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
