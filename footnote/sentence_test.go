package footnote

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/internal/golden"
)

func TestSentenceEnds(t *testing.T) {
	for _, stop := range golden.Stops(t, "../testdata/sentences.txt") {
		ended := false
		for p := range splitParagraphs(stop.Text, spacingOf(stop.Text)) {
			c := newCutter(stop.Text, p, nil)
			for start := p.Start; start < p.End; {
				end, next, _ := c.sentence(start)
				ended = ended || end == stop.At
				start = skipSpace(c.text, next)
			}
		}
		assert.Equal(t, stop.Prose, ended, "%s|%s", stop.Text[:stop.At], stop.Text[stop.At:])
	}
}
