package citation_test

import (
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/golden"
)

// The golden files of testdata/citation hold texts and what is read in them:
// notes_*.txtar are read as footnotes, text_*.txtar as running text.

func TestNoteGolden(t *testing.T) {
	golden.Run(t, "../testdata/citation/notes_*.txtar", func(t *testing.T, _, in string) string {
		d := dump{in: in}
		for s := range citation.Note(in) {
			if s.Prose {
				d.line("", "prose %q%s", s.Span.In(in), d.at(s.Span, s.Span.In(in)))
			} else {
				d.line("", "sentence%s", d.at(s.Span, s.Span.In(in)))
			}
			for _, c := range s.Citations {
				d.citation(c, "")
			}
		}
		return d.String()
	})
}

func TestTextGolden(t *testing.T) {
	golden.Run(t, "../testdata/citation/text_*.txtar", func(t *testing.T, _, in string) string {
		d := dump{in: in}
		for c := range citation.All(in) {
			d.citation(c, "")
		}
		return d.String()
	})
}
