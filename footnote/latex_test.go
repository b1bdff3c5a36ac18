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

// plainTeX returns a text with its white space folded, and its quotation marks and
// dashes made equal.
func plainTeX(s string) string { return texForms.Replace(strings.Join(strings.Fields(s), " ")) }

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
		assert.Equal(t, plainTeX(want.Notes[i].Text), plainTeX(n.Text))
		assert.True(t, strings.HasPrefix(src[n.Offset:], `\footnote{`), "note %s", n.Label)
		assert.Equal(t, n.Offset+len(`\footnote{`), n.Source(0))
		m := d.Marks[i]
		assert.Same(t, n, m.Note)
		assert.Same(t, m, n.Mark)
		assert.Equal(t, plainTeX(beforeTeXMark(want, i)), plainTeX(beforeTeXMark(d, i)), "before mark %s", m.Label)
		assert.Equal(t, plainTeX(marks.ReplaceAllString(want.Marks[i].Sentence.In(want.Body.Text), "")),
			plainTeX(m.Sentence.In(d.Body.Text)), "sentence of mark %s", m.Label)
	}
	assert.True(t, strings.HasPrefix(plainTeX(d.Body.Text), plainTeX("Secret Police Stations China's Illegal Network")))
}

// marks are the marks of a plain text.
var marks = regexp.MustCompile(`\[\d+\]`)

// beforeTeXMark returns the last 40 bytes of text, marks aside, before a mark.
func beforeTeXMark(d *footnote.Document, i int) string {
	s := strings.TrimRight(plainTeX(marks.ReplaceAllString(d.Body.Text[:d.Marks[i].Span.Start], "")), " ")
	return s[max(0, len(s)-40):]
}

// TestLaTeXLawReview reads an article with 266 notes whose marks and texts are
// apart.
func TestLaTeXLawReview(t *testing.T) {
	const file = "../../shared/corpus/lawreview/arbel_which-ai-did-it.tex"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Skipf("%s is not here", file)
	}
	src := string(data)
	d := readLaTeX(t, src)
	assert.Empty(t, d.Problems)
	require.Len(t, d.Marks, 269)
	require.Len(t, d.Notes, 267)
	for _, m := range d.Marks[:3] { // the authors, who share a note
		assert.Equal(t, "*", m.Label)
		assert.Same(t, d.Notes[0], m.Note)
	}
	for i, n := range d.Notes[1:] {
		label := strconv.Itoa(i + 2)
		assert.Equal(t, label, n.Label)
		assert.True(t, strings.HasPrefix(src[n.Offset:], `\footnotetext[`+label+`]{`))
		assert.Same(t, n, d.Marks[i+3].Note)
		assert.NotContains(t, n.Text, `\`)
	}
}

func TestLaTeXSource(t *testing.T) {
	const src = `\newcommand{\supra}[1]{\emph{supra} note~#1}` + "\nThe dock is ``closed.''" +
		`\footnote{See \emph{Gull}, \supra{14}; Ren\'e Tern; \url{https://example.org/a\_b}.} It was sold.`
	d := readLaTeX(t, src)
	require.Len(t, d.Notes, 1)
	n := d.Notes[0]
	assert.Equal(t, strings.Index(src, `\footnote`), n.Offset)
	for text, at := range map[string]string{
		"See": "See", "Gull": "Gull", "supra": `\supra{14}`, "14": "14}", "é": `\'e`, "Tern": "Tern", "https": "https", "b.": "b}.",
	} {
		assert.Equal(t, strings.Index(src, at), n.Source(strings.Index(n.Text, text)), text)
	}
	for text, at := range map[string]string{"The": "The", "“": "``", "closed": "closed", "It": "It was"} {
		assert.Equal(t, strings.Index(src, at), d.Body.Source(strings.Index(d.Body.Text, text)), text)
	}
	assert.Equal(t, 2, d.Position(&n.Passage, 0).Line)
}

// TestIsLaTeX tells LaTeX from what has some of its signs.
func TestIsLaTeX(t *testing.T) {
	for src, want := range map[string]bool{
		"\\documentclass{article}\n\\begin{document}\nThe dock.\n\\end{document}\n":                                                                                                               true,
		"% a draft\n\n\\documentclass{article}\n\\usepackage{url}\n\\begin{document}\nThe dock.":                                                                                                  true,
		"\\begin{document}\nThe dock is closed.\\footnote{Id.}\n\\end{document}":                                                                                                                  true,
		"The dock is closed.\\footnote{See \\emph{Gull}, 3 U.S. 4.} So is\nthe pier.\\footnote{\\emph{Id.}}":                                                                                      true,
		"The dock is closed.\\footnote{Dkt. 4.} It was sold.\\footnote{Dkt. 5.} It sank.\\footnote{Dkt. 6.}":                                                                                      true,
		"The dock is closed.[1] It was sold < $5 * 3.\n\n[1] Id.":                                                                                                                                 false,
		"The files are in C:\\docs\\footnote\\emph and \\\\server\\share.[1]\n\n[1] Id.":                                                                                                          false,
		"The brief says to use \\footnote{...} for notes.[1]\n\n[1] Id.":                                                                                                                          false,
		"# LaTeX\n\nA note is written so:\n\n```latex\n\\documentclass{article}\n\\begin{document}\nA.\\footnote{\\emph{B} \\textbf{C}}\n\\end{document}\n```\n\nThat is all.[^1]\n\n[^1]: Id.\n": false,
		"# LaTeX\n\nWrite `\\footnote{text}`, `\\emph{text}` and `\\textbf{text}`.\n":                                                                                                             false,
		"# LaTeX\n\nSo:\n\n    \\documentclass{article}\n    \\begin{document}\n\nThat is all.\n":                                                                                                 false,
		"<!DOCTYPE html>\n<p>Use \\footnote{a}, \\emph{b}, \\textit{c}.</p>":                                                                                                                      false,
		"": false,
	} {
		d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		require.NoError(t, err)
		assert.Equal(t, want, d.Format == "latex", "%q is %s", src, d.Format)
	}
}

// texPathological are sources, to be repeated, that tempt the reader of LaTeX
// into reading the same bytes again and again.
var texPathological = []string{
	"{", "}", `\footnote{`, `\footnote{a}`, "\\footnote{\n\n", `\footnotemark`, `\emph{`, `\def\a{\a\a}\a`, `\newcommand\a[1]{#1#1}\a{\a{`,
	`\item[`, `\\[`, `\section[`, "$", `\iffalse `, `\ifx`, `\url{a`, `\verb|`, `\begin{verbatim}`, `\begin{x}`, `\end{x}`, `\title{a\maketitle `,
	`\'{\'{`, `\ref{a}\footnote{\label{a}`, `\cites{a}[b`, `\hyperref[a]{`, `\frac{`, "^^", "#1", `\(`, `\enquote{`, "a\n\n", "%\n",
	`\newenvironment{x}{\begin{x}}{\end{x}}\begin{x}`, `\renewcommand\thefootnote{\footnote{a}}\footnote{b}`, `\counterwithin{a}{b}\stepcounter{b}`,
}

func BenchmarkLaTeXPathological(b *testing.B) {
	for _, s := range texPathological {
		for _, size := range []int{1 << 16, 1 << 20, 1 << 22} {
			src := strings.Repeat(s, size/len(s))
			b.Run(strconv.Quote(s)+"/"+strconv.Itoa(size>>10)+"K", func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					_, _ = footnote.LaTeX(src)
				}
			})
		}
	}
}

// TestLaTeXBombs reads sources that would expand or nest without end, and the
// note that comes before them.
func TestLaTeXBombs(t *testing.T) {
	for _, s := range texPathological {
		d := readLaTeX(t, `The writ issued.\footnote{Writ at 1.}`+"\n\n"+strings.Repeat(s, 1<<12/len(s)))
		require.NotEmpty(t, d.Notes)
		assert.Equal(t, "Writ at 1.", d.Notes[0].Text, "%q", s)
	}
	_, err := footnote.LaTeX(strings.Repeat(" ", footnote.MaxText+1))
	assert.ErrorIs(t, err, footnote.ErrTooLarge)
}
