package footnote_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/footnote"
)

// straight makes texts comparable that differ in white space, quotation marks
// and dashes alone.
func straight(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00a0", " ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

func TestMarkdownArticle(t *testing.T) {
	_, want := readArticle(t)
	src, err := os.ReadFile("../testdata/article/article.md")
	require.NoError(t, err)
	d, err := footnote.Read(strings.NewReader(string(src)), int64(len(src)))
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "markdown", d.Format)
	assert.Empty(t, d.Problems)
	require.Len(t, d.Notes, len(want.Notes))
	require.Len(t, d.Marks, len(want.Marks))
	for i, n := range d.Notes {
		assert.Equal(t, want.Notes[i].Label, n.Label)
		assert.Equal(t, straight(want.Notes[i].Text), straight(n.Text), "note %s", n.Label)
		assert.Same(t, d.Marks[i], n.Mark)
		assert.True(t, strings.HasPrefix(string(src[n.Offset:]), "[^"+n.Label+"]: "))
		m, w := d.Marks[i], want.Marks[i]
		before := want.Body.Text[:w.Span.Start]
		for _, o := range want.Marks[:i+1] {
			before = strings.Replace(before, "["+o.Label+"]", "", 1)
		}
		assert.Equal(t, straight(before), straight(d.Body.Text[:m.Span.Start]), "text before mark %s", m.Label)
		assert.True(t, strings.HasPrefix(string(src[d.Body.Source(m.Span.Start-1)+1:]), "[^"+m.Label+"]"), "mark %s", m.Label)
		assert.Equal(t, w.Block, m.Block, "mark %s", m.Label)
	}
}

// TestMarkdownLawReview reads articles that their author published in Markdown.
// Two of the notes of the first have marks but no text.
func TestMarkdownLawReview(t *testing.T) {
	for _, test := range []struct {
		file     string
		notes    int
		problems []string
	}{
		{"balter_2011-11-29-towards-a-more-agile-government.md", 156, []string{"mark 3 has no note", "mark 132 has no note"}},
		{"balter_2012-12-26-securing-the-status-quo.md", 86, nil},
	} {
		src, err := os.ReadFile("../../shared/corpus/lawreview/" + test.file)
		if err != nil {
			t.Skip("the corpus of law reviews is not there")
		}
		d, err := footnote.Read(strings.NewReader(string(src)), int64(len(src)))
		require.NoError(t, err)
		checkDocument(t, d)
		assert.Equal(t, "markdown", d.Format)
		assert.Len(t, d.Notes, test.notes)
		assert.Len(t, d.Marks, test.notes+len(test.problems))
		var problems []string
		for _, p := range d.Problems {
			problems = append(problems, p.Message())
		}
		assert.Equal(t, test.problems, problems)
		for i, m := range d.Marks {
			assert.Equal(t, fmt.Sprint(i+1), m.Label)
			near := string(src[d.Body.Source(m.Span.Start-1):][:20])
			assert.Contains(t, near, "[^"+m.Label+"]")
		}
		for _, n := range d.Notes {
			assert.True(t, strings.HasPrefix(string(src[n.Offset:]), "[^"+n.Label+"]:"))
			assert.NotContains(t, n.Text, "[^")
		}
		assert.NotContains(t, d.Body.Text, "[^")
	}
}

func TestMarkdownIsTold(t *testing.T) {
	for _, test := range []struct{ src, format string }{
		{"The eel.[^1]\n\n[^1]: Eel Act.\n", "markdown"},
		{"The eel.^[See Eel Act § 1.] It is.\n", "markdown"},
		{"The eel.[^eel] No definition.\n", "markdown"},
		{"---\ntitle: Eels\n---\n\nThe eel.[^1]\n", "markdown"},
		{"> The eel.[^1]\n", "markdown"},
		{"Some `code` and [^1].\n", "markdown"},
		{"The eel.[1]\n\n[1]: Eel Act § 1.\n", "text"},
		{"The eel.[1]\n\n[1] Eel Act § 1.\n", "text"},
		{"The eel.^[1]\n\n[1] Eel Act § 1.\n", "text"},
		{"The court *sua sponte* found 3 < 4 and <i>no</i> more.\n", "text"},
		{"# No notes\n\n- *Eels* and **pikes**\n", "text"},
		{"The sign `[^1]` marks a note.\n", "text"},
		{"The sign \\[^1] marks a note.\n", "text"},
		{"The sign:\n\n```\nThe eel.[^1]\n```\n", "text"},
		{"The sign:\n\n    The eel.[^1]\n", "text"},
		{"A class [^a-z 0-9] of characters; x^[2].\n", "text"},
		{"The eel.<sup>1</sup> The pike.<sup>2</sup>\n\n1. Eel Act.\n2. Pike Act.\n", "markdown"},
		{"The eel.<sup>1</sup>\n\nThe pike is not.\n", "text"},
		{"The 2<sup>nd</sup> list:\n\n1. Eels\n2. Pikes\n", "text"},
		{"An area of 3 m<sup>2</sup>:\n\n1. Eels\n2. Pikes\n", "text"},
		{"[^", "text"},
		{"^[", "text"},
		{"", "text"},
	} {
		d, err := footnote.Read(strings.NewReader(test.src), int64(len(test.src)))
		require.NoError(t, err)
		assert.Equal(t, test.format, d.Format, "%q", test.src)
	}
}

// TestMarkdownSource follows words of body and notes back into the source.
func TestMarkdownSource(t *testing.T) {
	const src = "\ufeff---\ntitle: x\n---\n# Of *Eels*\r\n\n> The &amp; eel \\*is\\* **old**[^1],\n> it\tsaid  here.^[An  inline\n> word.]\n\n" +
		"| cell | other |\n|--|--|\n| deep | down |\n\n[^1]: First &sect; line\n    second.\n\n    - third\n\n        code fifth\n"
	d := footnote.Markdown(src)
	require.Len(t, d.Notes, 2)
	for _, p := range []*footnote.Passage{&d.Body, &d.Notes[0].Passage, &d.Notes[1].Passage} {
		for i := 0; i < len(p.Text); i++ {
			if b := p.Text[i]; 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b == '*' {
				assert.Equal(t, string(b), src[p.Source(i):p.Source(i)+1], "%q", p.Text[i:])
			}
		}
	}
	assert.Equal(t, strings.Index(src, "[^1],"), d.Body.Source(d.Marks[0].Span.Start-1)+1+len("**"))
	assert.Equal(t, strings.Index(src, "[^1]: "), d.Notes[0].Offset)
	assert.Equal(t, strings.Index(src, "^[An"), d.Notes[1].Offset)
	assert.Equal(t, 4, d.Position(&d.Body, 0).Line)
}

// markdownBombs are texts, to be repeated, that tempt a reader of Markdown into
// looking at the same bytes again and again, or into nesting without end.
var markdownBombs = []string{
	"[^1]", "^[", "^[a ", "^[a] ", "[", "![", "[a](", "[a][b] ", "[a]: b\n", "[a]: b\n\n", "[^a b ", "*", "*a ", "a**b", "a* b_ ", "_a*",
	"`", "``a`", "<", "<!--", "<a b='", "<a b=\"'", "<?", "&a", "\\", "> ", "- ", "-\n", "1. ", "> a\n", "- a\n\n", "\n", "\r\n", " \n", "a\n",
	"|a|b|\n", "a|b\n-|-\n", "~~a", "://_", "[^a]: b\n", "[^a]: ", "    a\n", "\t", "```\n", "<div>\n", "<b>", "<script>", "*[a](",
	"[*a_(", "[](", "[a](<b", "[a](b 'c", "[[a](b)", "[a]{", "[a]\n", "{", "[a]{.b}", "a^b^", "<sup>1</sup>", "^1^", "1. a\n\n", "<sup>1</sup> a\n\n", ":::", "[^1]: a\n\n    b\n\n", "<b><i></b>", "_*~~", "\r", "**_",
}

func markdownBomb(s string, size int) string {
	return "1. 1. 1. 1. 1. 1. 1. 1. a\n\n" + strings.Repeat(s, size/len(s)) + "\n\nEel.[^1]\n\n[^1]: Id.\n"
}

func TestMarkdownBombs(t *testing.T) {
	for _, s := range markdownBombs {
		start := time.Now()
		d := footnote.Markdown(markdownBomb(s, 1<<16))
		assert.Less(t, time.Since(start), 5*time.Second, "%q", s)
		if len(s) < 4 {
			checkDocument(t, d)
		}
	}
}

func TestMarkdownNestingIsBounded(t *testing.T) {
	for _, s := range []string{"> ", "- ", "1. ", "[^a]: ", "^[a "} {
		d := footnote.Markdown("Eel.[^1] " + strings.Repeat("a ", 10) + "\n\n" + strings.Repeat(s, 100) + "end" + strings.Repeat("]", 100) + "\n\n[^1]: Id.\n")
		checkDocument(t, d)
		refused := 0
		for _, p := range d.Problems {
			if p.Kind == footnote.Refused {
				refused++
			}
		}
		assert.Equal(t, 1, refused, "%q", s)
	}
}

func TestMarkdownLongParagraph(t *testing.T) {
	src := strings.Repeat("The *eel* is protected.[^1] ", 1<<16) + "\n\n[^1]: Eel Act § 1.\n"
	d := footnote.Markdown(src)
	assert.Len(t, d.Marks, 1<<16)
	assert.Len(t, d.Body.Runs, 1<<16)
	require.Len(t, d.Problems, 1)
	assert.Equal(t, footnote.Refused, d.Problems[0].Kind)
}

func TestMarkdownLongDocument(t *testing.T) {
	src := "Eel.[^1]\n\n[^1]: Id.\n\n" + strings.Repeat("\n", 1<<20) + "Pike.\n"
	d := footnote.Markdown(src)
	assert.Equal(t, "Eel.", d.Body.Text)
	require.Len(t, d.Problems, 1)
	assert.Equal(t, footnote.Refused, d.Problems[0].Kind)
	assert.Equal(t, 1<<19, strings.Count(src[:d.Problems[0].Offset], "\n"))
}

func TestMarkdownTableWithoutCells(t *testing.T) {
	wide := strings.Repeat("a|", 1<<12) + "a\n" + strings.Repeat("-|", 1<<12) + "-\n"
	d := footnote.Markdown("Eel.[^1]\n\n" + wide + strings.Repeat("a\n", 1<<14) + "\n[^1]: Id.\n")
	checkDocument(t, d)
	assert.Contains(t, d.Body.Text, "-|-|-")
	d = footnote.Markdown("Eel.[^1]\n\n" + wide + "\n[^1]: Id.\n")
	assert.NotContains(t, d.Body.Text, "-|-")
}

func BenchmarkMarkdownBombs(b *testing.B) {
	for _, s := range markdownBombs {
		for _, size := range []int{1 << 16, 1 << 19, 1 << 22} {
			src := markdownBomb(s, size)
			b.Run(fmt.Sprintf("%q/%dK", s, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					footnote.Markdown(src)
				}
			})
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	files, _ := filepath.Glob("../testdata/footnote/markdown/*.txtar")
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range arch.Files {
			f.Add(string(c.Data))
		}
	}
	for _, s := range markdownBombs {
		f.Add(markdownBomb(s, 64))
	}
	article, err := os.ReadFile("../testdata/article/article.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(article))
	f.Fuzz(func(t *testing.T, src string) {
		d := footnote.Markdown(src)
		checkDocument(t, d)
		for _, p := range d.Problems {
			if p.Offset < 0 || p.Offset > len(src) {
				t.Errorf("%v of %d bytes", p, len(src))
			}
		}
		for _, n := range d.Notes {
			if n.Offset >= len(src) || !strings.ContainsRune("[^<0123456789", rune(src[n.Offset])) {
				t.Errorf("note %q at %d", n.Label, n.Offset)
			}
		}
	})
}
