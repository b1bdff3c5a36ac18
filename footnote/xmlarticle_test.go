package footnote_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// xmlReadFile reads a document of a file.
func xmlReadFile(t *testing.T, file string) *footnote.Document {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	info, err := f.Stat()
	require.NoError(t, err)
	d, err := footnote.Read(f, info.Size())
	require.NoError(t, err)
	return d
}

// xmlFolded returns s with one blank for each run of white space.
func xmlFolded(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestXMLArticle reads the article in formats of XML: its notes are those of
// the plain text, and the marks are in the same places.
func TestXMLArticle(t *testing.T) {
	_, plain := readArticle(t)
	for name, format := range map[string]string{
		"article.odt": "odt", "article-libreoffice.odt": "odt", "article.jats": "jats", "article.tei": "tei",
	} {
		t.Run(name, func(t *testing.T) {
			d := xmlReadFile(t, filepath.Join("../testdata/article", name))
			checkDocument(t, d)
			assert.Equal(t, format, d.Format)
			assert.Empty(t, d.Problems)
			require.Len(t, d.Notes, len(plain.Notes))
			require.Len(t, d.Marks, len(plain.Marks))
			for i, n := range d.Notes {
				assert.Equal(t, strconv.Itoa(i+1), n.Label)
				assert.Equal(t, xmlFolded(plain.Notes[i].Text), xmlFolded(n.Text))
				assert.Same(t, n, d.Marks[i].Note)
				assert.Same(t, d.Marks[i], n.Mark)
				assert.Zero(t, n.Scope)
				before := plain.Body.Text[max(0, plain.Marks[i].Span.Start-40):plain.Marks[i].Span.Start]
				if i > 0 && plain.Marks[i-1].Span.End == plain.Marks[i].Span.Start {
					before = "" // after another mark
				}
				assert.True(t, strings.HasSuffix(xmlFolded(d.Body.Text[:d.Marks[i].Span.Start]), xmlFolded(xmlLastWords(before))), "mark %d", i+1)
			}
			assert.Contains(t, xmlFolded(d.Body.Text), "Vienna Convention also realizes that")
			assert.NotContains(t, d.Body.Text, "Radio Free Asia")
		})
	}
}

// xmlLastWords returns the last words of a text of which the first may be cut off,
// after the last mark in it.
func xmlLastWords(s string) string {
	if k := strings.LastIndexByte(s, ']'); k >= 0 && !strings.HasPrefix(s[k:], "].") {
		s = s[k+1:]
	}
	if k := strings.IndexByte(s, ' '); k >= 0 {
		s = s[k:]
	}
	return s
}
