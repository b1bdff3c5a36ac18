package footnote_test

import (
	"fmt"
	"html"
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

// htmlArticles are the article as pages: by pandoc, by LibreOffice.
var htmlArticles = []string{"article.html", "article-libreoffice.html"}

func readHTMLFile(t *testing.T, file string) (src string, d *footnote.Document) {
	t.Helper()
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", file)
	}
	require.NoError(t, err)
	d, err = footnote.Read(strings.NewReader(string(data)), int64(len(data)))
	require.NoError(t, err)
	require.Equal(t, "html", d.Format)
	checkDocument(t, d)
	return string(data), d
}

// typewritten folds white space and takes quotation marks and dashes as typewriters
// have them.
func typewritten(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00a0", " ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// beforeMark returns the end of the text before a mark.
func beforeMark(text string, at int) string {
	s := strings.Join(strings.Fields(typewritten(text[:at])), " ")
	return s[max(0, len(s)-30):]
}

func TestHTMLArticle(t *testing.T) {
	_, want := readArticle(t)
	for _, name := range htmlArticles {
		t.Run(name, func(t *testing.T) {
			src, d := readHTMLFile(t, "../testdata/article/"+name)
			assert.Empty(t, d.Problems)
			require.Len(t, d.Notes, len(want.Notes))
			require.Len(t, d.Marks, len(want.Marks))
			for i, n := range d.Notes {
				assert.Equal(t, want.Notes[i].Label, n.Label)
				assert.Equal(t, typewritten(want.Notes[i].Text), typewritten(n.Text))
				assert.Zero(t, n.Scope)
				assert.False(t, n.Endnote)
				assert.Same(t, n, d.Marks[i].Note)
				assert.Same(t, d.Marks[i], n.Mark)
				assert.True(t, strings.HasPrefix(src[n.Offset:], "<li") || strings.HasPrefix(src[n.Offset:], "<div"), "note %s", n.Label)
			}
			checkSource(t, src, d)
			text := want.Body.Text // without the marks
			for i := len(want.Marks) - 1; i >= 0; i-- {
				s := want.Marks[i].Span
				assert.Equal(t, beforeMark(text, s.Start), beforeMark(d.Body.Text, d.Marks[i].Span.Start), "mark %d", i+1)
				text = text[:s.Start] + text[s.End:]
			}
		})
	}
}

// checkSource holds every letter and digit of the passages to the source, which
// has it where Source says, as it is or as an entity.
func checkSource(t *testing.T, src string, d *footnote.Document) {
	t.Helper()
	passages := []*footnote.Passage{&d.Body}
	for _, n := range d.Notes {
		passages = append(passages, &n.Passage)
		assert.LessOrEqual(t, n.Offset, n.Source(0))
	}
	for _, p := range passages {
		for off, r := range p.Text {
			at := p.Source(off)
			if strings.ContainsRune(" \n“”", r) {
				continue
			}
			got := src[at:min(len(src), at+40)]
			if !strings.HasPrefix(got, string(r)) && !strings.HasPrefix(html.UnescapeString(got), string(r)) && !strings.HasPrefix(got, "&") {
				require.Failf(t, "wrong offset", "%q at %d of %q is not at %d: %q", r, off, p.Text, at, got)
			}
		}
	}
}

// The same article by two programs: as a page with notes 100 to 157 lost in
// the last one, and as the post that it was made from.
func TestHTMLLawReview(t *testing.T) {
	src, post := readHTMLFile(t, "../../shared/corpus/lawreview/balter_agile_wordpress-export-2012.html")
	checkSource(t, src, post)
	assert.Empty(t, post.Problems)
	assert.Len(t, post.Marks, 157)
	require.Len(t, post.Notes, 157)
	src, page := readHTMLFile(t, "../../shared/corpus/lawreview/balter_towards-a-more-agile-government.html")
	checkSource(t, src, page)
	require.Len(t, page.Notes, 99)
	assert.Len(t, page.Marks, 157)
	for _, p := range page.Problems {
		assert.Equal(t, footnote.MarkWithoutNote, p.Kind)
	}
	for i, n := range page.Notes {
		assert.Equal(t, fmt.Sprint(i+1), n.Label)
		assert.Equal(t, post.Notes[i].Label, n.Label)
		assert.Equal(t, letters(post.Notes[i].Text)[:2], letters(n.Text)[:2], "note %s", n.Label)
	}
}

// letters returns the letters of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'A' || r > 'z' {
			return -1
		}
		return r
	}, s)
}

func TestIsHTML(t *testing.T) {
	opinion := strings.Repeat("The court held that the statute of limitations had run. See Doe v. Roe, 1 F.4th 2, 3 (9th Cir. 2021).\n\n", 20)
	for _, test := range []struct {
		name, src string
		want      bool
	}{
		{"document type", "<!DOCTYPE html><p>Id.", true},
		{"document type after a comment", "\ufeff<!-- saved -->\n <!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>Id.", true},
		{"root", "<HTML LANG=en>\n" + opinion, true},
		{"XHTML", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", true},
		{"part of a page", "<p>" + strings.ReplaceAll(opinion, "\n\n", "</p>\n<p>") + "</p>", true},
		{"front matter and tags", "---\ntitle: x\n---\n<p>See id.</p>\n<p>See also id.</p>\n", true},
		{"many tags in loose text", strings.Repeat("See <em>id.</em> at <a href=\"x\">3</a>. ", 20), true},
		{"nothing", "", false},
		{"text", opinion, false},
		{"text with a few tags", opinion + "The page read <b>SOLD</b> and <i>final</i>.\n" + opinion, false},
		{"text with signs", strings.Repeat("If x < y and y > z, then x <z or <y>. ", 100), false},
		{"text with entities", strings.Repeat("Roe &amp; Doe, 5 U.S.C. &sect; 1. ", 100), false},
		{"text that begins with a tag", "<b>OPINION</b>\n\n" + opinion, false},
		{"addresses in brackets", strings.Repeat("<https://example.org/a> <jane@example.org>\n", 100), false},
		{"Markdown", "# Title\n\n" + opinion + "Line<br>break, H<sub>2</sub>O.[^1]\n\n[^1]: <span class=\"sc\">Id.</span>\n", false},
		{"Markdown with a heading in HTML", "<h1 align=\"center\">Title</h1>\n\n" + opinion + "A mark.[^1]\n\n[^1]: Id.\n", false},
		{"JATS", "<?xml version=\"1.0\"?>\n<article><front/><body><p>Id.<xref rid=\"fn1\">1</xref></p></body></article>", false},
		{"JATS without a declaration", "<article><front/><body><sec><p>Id.<xref rid=\"fn1\">1</xref></p></sec></body><back><fn-group><fn id=\"fn1\"><p>Id.</p></fn></fn-group></back></article>", false},
		{"TEI", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>Id.<note place=\"foot\">Id.</note></p></body></text></TEI>", false},
		{"document type of another language", "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" \"x.dtd\"><p>a</p><p>b</p>", false},
	} {
		d, err := footnote.Read(strings.NewReader(test.src), int64(len(test.src)))
		require.NoError(t, err, test.name)
		assert.Equal(t, test.want, d.Format == "html", "%s: %s", test.name, d.Format)
	}
}

// pathologicalHTML are pieces of pages, to be repeated, that tempt a reader into
// looking at the same bytes again and again.
var pathologicalHTML = []string{
	"<a>", "<b>", "<div>", "<p>", "<ul><li>", "<table>", "<b><i><u>", "<li><b>", "<b></i>", "</b>", "<a href=#x>1</a>", "<a href=#x id=x>1</a>",
	"<sup>1</sup>", "<sup><a href=#x>1</a>", "<p><sup>1</sup>a", "[1]", "[1] a<p>", "<ol><li>", "<li id=fn1>1", "<p id=fn1>", "<a name=fn1>", "<span class=sidenote>a",
	"<span class=sidenote>a</span>", "<p class=footnote>", "<p class=footnote>1 a</p>", "<", "<!", "<!--", "&", "&amp", "<a ", "<a b=", "<p x=y ", "<script>", "<style>.a{font-style:italic}", "<style>", "a<br>",
	"<q>", "<b><p></b>", "<font><p></font>", "<a href=#n>1</a><p id=n>1", "<sup>[", "<dd><li>", "<td>", "<tr><td>", "<h1>", "<span class='a b c' style='font-style:italic;color:red'>a</span>", "<title>", "<pre>\n",
	"<div><a name=fn1>", "<p><a href=#fn1 id=r1>1</a><p id=fn1>1 a<p>b", "x<sup>1</sup>. <ol><li>a</ol>",
}

// TestHTMLHostile reads pages that are made to be slow: none is, and every one
// leaves a document in order.
func TestHTMLHostile(t *testing.T) {
	const size = 1 << 17
	for _, s := range pathologicalHTML {
		for _, src := range []string{
			"<!doctype html>" + strings.Repeat(s, size/len(s)),
			"<!doctype html>" + strings.Repeat("<i>", 990) + strings.Repeat(s, size/len(s)),
		} {
			start := time.Now()
			d := footnote.HTML(src)
			checkDocument(t, d)
			assert.Less(t, time.Since(start), 20*time.Second, "%q", s)
		}
	}
}

func TestHTMLDepth(t *testing.T) {
	src := "<p>One.</p>" + strings.Repeat("<div>", 1_000_000) + "deep" + strings.Repeat("</div>", 1_000_000) + "<p>Two.</p>"
	d := footnote.HTML(src)
	assert.Equal(t, "One.\n\ndeep\n\nTwo.", d.Body.Text)
	require.Len(t, d.Problems, 1)
	assert.Equal(t, footnote.Refused, d.Problems[0].Kind)
}

func TestHTMLAttributes(t *testing.T) {
	huge := strings.Repeat("x", 1<<20)
	d := footnote.HTML(`<p class="` + huge + `" ` + strings.Repeat("a=b ", 1<<16) + `>Id.<sup><a href="#` + huge + `">1</a></sup></p><p id="` + huge + `"><sup>1</sup> Roe.</p>`)
	assert.Equal(t, "Id.", d.Body.Text)
	require.Len(t, d.Notes, 1)
	assert.Equal(t, "Roe.", d.Notes[0].Text)
}

func FuzzHTML(f *testing.F) {
	addHTMLGoldens(f)
	for _, name := range htmlArticles {
		article, err := os.ReadFile("../testdata/article/" + name)
		require.NoError(f, err)
		f.Add(string(article))
	}
	for _, s := range pathologicalHTML {
		f.Add(strings.Repeat(s, 3))
	}
	f.Fuzz(func(t *testing.T, src string) { checkDocument(t, footnote.HTML(src)) })
}

func BenchmarkHTMLPathological(b *testing.B) {
	for _, s := range pathologicalHTML {
		for _, size := range []int{1 << 16, 1 << 22} {
			src := "<!doctype html>" + strings.Repeat(s, size/len(s))
			b.Run(fmt.Sprintf("%q/%dK", s, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					footnote.HTML(src)
				}
			})
		}
	}
}

func BenchmarkHTMLArticle(b *testing.B) {
	article, err := os.ReadFile("../testdata/article/article.html")
	require.NoError(b, err)
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		footnote.HTML(string(article))
	}
}

func addHTMLGoldens(f *testing.F) {
	files, err := filepath.Glob("../testdata/footnote/html/*.txtar")
	require.NoError(f, err)
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(f, err)
		for _, c := range arch.Files {
			f.Add(string(c.Data))
		}
	}
}

func TestEPUBIsRefused(t *testing.T) {
	src := zipOf(t, map[string]string{"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>", "OEBPS/c1.xhtml": "<html/>"})
	_, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	assert.ErrorIs(t, err, footnote.ErrFormat)
	assert.ErrorContains(t, err, "epub")
}
