package footnote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/footnote"
)

// TestVeryDeep reads what is nested 200,000 deep in every format: the text is there,
// or that it is not is reported.
func TestVeryDeep(t *testing.T) {
	const (
		deep = 200_000
		w    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
		text = "The salt tax was due."
	)
	for _, test := range []struct{ name, start, open, close, end string }{
		{"brackets", "", "[", "]", ""},
		{"parentheses", "", "(", ")", ""},
		{"quotation marks", "", "“", "”", ""},
		{"Markdown quotes", "A.[^1]\n\n[^1]: B.\n\n", "> ", "", "\n"},
		{"Markdown lists", "A.[^1]\n\n[^1]: B.\n\n", "- ", "", "\n"},
		{"Markdown brackets", "A.[^1]\n\n[^1]: B.\n\n", "[", "]", "\n"},
		{"Markdown notes", "A.[^1]\n\n[^1]: B.\n\n", "^[a b ", "]", "\n"},
		{"Markdown emphasis", "A.[^1]\n\n[^1]: B.\n\n", "*a _b ", "_*", "\n"},
		{"HTML blocks", "<html><body>", "<div>", "</div>", "</body></html>"},
		{"HTML text", "<html><body><p>", "<i>", "</i>", "</p></body></html>"},
		{"HTML superscripts", "<html><body><p>A.", "<sup>", "</sup>", "</p></body></html>"},
		{"HTML tables", "<html><body>", "<table><tr><td>", "</td></tr></table>", "</body></html>"},
		{"HTML lists", "<html><body>", "<ul><li>", "</li></ul>", "</body></html>"},
		{"LaTeX groups", "\\documentclass{article}\\begin{document}", "{", "}", "\\end{document}"},
		{"LaTeX environments", "\\documentclass{article}\\begin{document}", "\\begin{quote}", "\\end{quote}", "\\end{document}"},
		{"LaTeX notes", "\\documentclass{article}\\begin{document}", "\\footnote{a ", "}", "\\end{document}"},
		{"JATS", `<article article-type="other"><body>`, "<sec>", "</sec>", "</body></article>"},
		{"TEI", teiStart, "<div>", "</div>", teiEnd},
		{"OpenDocument", fodtStart, `<text:section>`, `</text:section>`, fodtEnd},
		{"Word controls", "<w:document " + w + "><w:body>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "</w:body></w:document>"},
		{"Word tables", "<w:document " + w + "><w:body>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "</w:body></w:document>"},
	} {
		inner := text
		switch {
		case strings.HasPrefix(test.name, "Word"):
			inner = "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"
		case test.name == "JATS" || test.name == "TEI":
			inner = "<p>" + text + "</p>"
		case test.name == "OpenDocument":
			inner = "<text:p>" + text + "</text:p>"
		}
		src := test.start + strings.Repeat(test.open, deep) + inner + strings.Repeat(test.close, deep) + test.end
		if strings.HasPrefix(test.name, "Word") {
			src = zipOf(t, map[string]string{"_rels/.rels": packageRels, "word/document.xml": src})
		}
		d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		if err != nil {
			assert.ErrorIs(t, err, footnote.ErrDamaged, test.name)
			continue
		}
		found := strings.Contains(d.Body.Text, text)
		for _, n := range d.Notes {
			found = found || strings.Contains(n.Text, text)
		}
		assert.True(t, found || len(d.Problems) > 0, "%s: lost without a word", test.name)
	}
}
