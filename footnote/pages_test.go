package footnote_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// folded is a text for comparison: pdftotext leaves out the hyphen and the line
// break at which an address or a word was broken.
var folded = strings.NewReplacer("-", "", "–", "", "“", `"`, "”", `"`, "‘", "'", "’", "'")

func fold(s string) string { return folded.Replace(strings.Join(strings.Fields(s), "")) }

// TestArticleOnPages reads the article as pdftotext leaves it, with its notes at
// the feet of six pages; the labels of notes with several lines are under them.
func TestArticleOnPages(t *testing.T) {
	_, want := readArticle(t)
	for _, file := range []string{"article-pdf.txt", "article-pdf-layout.txt"} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile("../testdata/article/" + file)
			require.NoError(t, err)
			d := footnote.Text(string(data))
			check(t, string(data), d)
			assert.Empty(t, d.Problems)
			require.Len(t, d.Notes, 44)
			require.Len(t, d.Marks, 44)
			for i, n := range d.Notes {
				assert.Equal(t, want.Notes[i].Label, n.Label)
				assert.Equal(t, fold(want.Notes[i].Text), fold(n.Text))
				assert.Same(t, d.Marks[i], n.Mark)
				assert.True(t, strings.HasPrefix(string(data)[n.Source(0):], n.Text))
			}
			assert.NotContains(t, d.Body.Text, "Id.")
			assert.Contains(t, d.Body.Text, "to have access to them.15 This\nmeans that China must notify")
		})
	}
}

// lost are the ligatures and dashes of pdfTeX's bitmap fonts, which come out as
// control characters, its quotation marks, and the end of an address in the margin.
var lost = strings.NewReplacer("ff", "", "fi", "", "fl", "", "\x1b", "", "\x1c", "", "\x1d", "", "\x1e", "",
	"\x15", "", "\x10", "", "\x11", "", `"`, "", "'", "", "`", "", ".html.", ".htm", ".html", ".htm")

// TestArticleOfTeX reads the article as pdftotext leaves it of a PDF of pdfTeX,
// with the marks on lines of their own, or before the words after them. Without
// -layout the order of the lines is not the author's, which is reported once.
func TestArticleOfTeX(t *testing.T) {
	_, want := readArticle(t)
	astray := map[string][]string{"article-pdflatex.txt": {"2"}} // glued to half a word, in the line above its own
	for file, uncertain := range map[string]int{"article-pdflatex.txt": 1, "article-pdflatex-layout.txt": 0} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile("../testdata/article/" + file)
			require.NoError(t, err)
			d := footnote.Text(string(data))
			check(t, string(data), d)
			assert.Len(t, d.Problems, uncertain)
			for _, p := range d.Problems {
				assert.Equal(t, footnote.Uncertain, p.Kind)
			}
			require.Len(t, d.Notes, 44)
			require.Len(t, d.Marks, 44)
			for i, n := range d.Notes {
				assert.Equal(t, want.Notes[i].Label, n.Label)
				assert.Equal(t, lost.Replace(fold(want.Notes[i].Text)), lost.Replace(fold(n.Text)))
				m := want.Notes[i].Mark
				before := lost.Replace(fold(withoutMarks.ReplaceAllString(want.Body.Text[max(0, m.Span.Start-30):m.Span.Start], "")))
				if got := lost.Replace(fold(d.Body.Text[:n.Mark.Span.Start])); slices.Contains(astray[file], n.Label) {
					assert.False(t, strings.HasSuffix(got, before[10:]), "mark %s is right", n.Label)
				} else {
					assert.True(t, strings.HasSuffix(got, before[10:]), "mark %s: %q, %q", n.Label, before, got[max(0, len(got)-30):])
				}
			}
		})
	}
}

var withoutMarks = regexp.MustCompile(`\[\d+\]`)

// articles are law review articles as extracted from their PDFs, with how many
// notes each has, those with symbols included.
var articles = map[string]int{
	"1641438": 177, "2835482": 194, "3015569": 253, "3239995": 370, "3311527": 199,
	"3501175": 248, "3519630": 149, "3547007": 297, "3568768": 140, "3740356": 266,
}

// TestLawReviews reads whole articles whose pages are told by their heads alone.
func TestLawReviews(t *testing.T) {
	for name, notes := range articles {
		data, err := os.ReadFile("../../shared/corpus/lawreview/arbel_ssrn-" + name + ".txt")
		if err != nil {
			t.Skip("the articles are not at hand: ", err)
		}
		t.Run(name, func(t *testing.T) {
			src := string(data)
			d := footnote.Text(src)
			check(t, src, d)
			assert.Len(t, d.Notes, notes)
			for _, p := range d.Problems {
				assert.Equal(t, footnote.UnsureBreak, p.Kind, "%v", p)
			}
			assert.LessOrEqual(t, len(d.Problems), notes/40)
			assert.NotContains(t, d.Body.Text, "Electronic copy available at")
		})
	}
}

// TestOpinions reads opinions in many layouts; each byte is accounted for.
func TestOpinions(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../shared/corpus/opinions.txt"))
	if err != nil {
		t.Skip("the opinions are not at hand: ", err)
	}
	withNotes := 0
	for src := range strings.SplitSeq(string(data), "\n\f\n") {
		d := footnote.Text(src)
		check(t, src, d)
		if len(d.Notes) > 0 {
			withNotes++
		}
	}
	assert.Equal(t, 210, withNotes)
}

// TestManyNotes reads as many notes as no law review has, at the end and with
// numbers that jump.
func TestManyNotes(t *testing.T) {
	for _, n := range []int{10005, 30000} {
		var body, notes strings.Builder
		for i := range n {
			label := "[" + itoa(i+1) + "]"
			body.WriteString("The tax was due." + label + " ")
			notes.WriteString("\n" + label + " Salt Act § " + itoa(i+1) + ".\n")
		}
		src := body.String() + "\n" + notes.String()
		d := footnote.Text(src)
		assert.Len(t, d.Notes, n)
		assert.Empty(t, d.Problems)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
