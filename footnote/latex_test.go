package footnote_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// texForms are what LaTeX prints for characters that a plain text has instead.
var texForms = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "…", "...")

// plain returns a text with its white space folded, and its quotation marks and
// dashes made equal.
func plain(s string) string { return texForms.Replace(strings.Join(strings.Fields(s), " ")) }

func readLaTeX(t *testing.T, src string) *footnote.Document {
	t.Helper()
	d, err := footnote.LaTeX(src)
	require.NoError(t, err)
	checkDocument(t, d)
	return d
}

func TestLaTeXArticle(t *testing.T) {
	data, err := os.ReadFile("../testdata/article/article.latex")
	require.NoError(t, err)
	src := string(data)
	d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	require.NoError(t, err)
	assert.Equal(t, "latex", d.Format)
	checkDocument(t, d)
	assert.Empty(t, d.Problems)
	_, want := readArticle(t)
	require.Len(t, d.Notes, 44)
	require.Len(t, d.Marks, 44)
	for i, n := range d.Notes {
		assert.Equal(t, strconv.Itoa(i+1), n.Label)
		assert.Equal(t, plain(want.Notes[i].Text), plain(n.Text))
		assert.True(t, strings.HasPrefix(src[n.Offset:], `\footnote{`), "note %s", n.Label)
		assert.Equal(t, n.Offset+len(`\footnote{`), n.Source(0))
		m := d.Marks[i]
		assert.Same(t, n, m.Note)
		assert.Same(t, m, n.Mark)
		assert.Equal(t, plain(beforeMark(want, i)), plain(beforeMark(d, i)), "before mark %s", m.Label)
		assert.Equal(t, plain(marks.ReplaceAllString(want.Marks[i].Sentence.In(want.Body.Text), "")),
			plain(m.Sentence.In(d.Body.Text)), "sentence of mark %s", m.Label)
	}
	assert.True(t, strings.HasPrefix(plain(d.Body.Text), plain("Secret Police Stations China's Illegal Network")))
}

// marks are the marks of a plain text.
var marks = regexp.MustCompile(`\[\d+\]`)

// beforeMark returns the last 40 bytes of text, marks aside, before a mark.
func beforeMark(d *footnote.Document, i int) string {
	s := strings.TrimRight(plain(marks.ReplaceAllString(d.Body.Text[:d.Marks[i].Span.Start], "")), " ")
	return s[max(0, len(s)-40):]
}
