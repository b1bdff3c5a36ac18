package footnote_test

import (
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/internal/odd"
)

func TestOddCalls(t *testing.T) {
	const text = "The rule.[1]\n\n[1] Id. at 3.\n"
	d := footnote.Text(text)
	odd.Call(t, ".", odd.API{
		Funcs: map[string]any{
			"Formats": footnote.Formats, "HTML": footnote.HTML, "JATS": footnote.JATS, "LaTeX": footnote.LaTeX, "Load": footnote.Load, "Plain": footnote.Plain, "Markdown": footnote.Markdown,
			"Read": footnote.Read, "ReadAs": footnote.ReadAs, "TEI": footnote.TEI, "Text": footnote.Text,
		},
		Types:  []any{(*footnote.Document)(nil), (*footnote.Passage)(nil), footnote.Problem{}, footnote.Span{}},
		Values: []any{strings.NewReader(text), strings.NewReader("PK\x03\x04" + text), d, &d.Body, &d.Notes[0].Passage, text, "html", "docx", int64(len(text))},
		Except: []string{"Span.In"},
	})
}
