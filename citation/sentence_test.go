package citation

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/internal/golden"
)

// TestSentenceEnds asks both readers of text that cites, of notes and of what runs
// up to a citation, where sentences end.
func TestSentenceEnds(t *testing.T) {
	p := new(Parser)
	for _, stop := range golden.Stops(t, "../testdata/sentences.txt") {
		ended := false
		for s := range p.Note(stop.Text) {
			ended = ended || s.Span.End == stop.At
		}
		assert.Equal(t, stop.Citing, ended, "a note: %s|%s", stop.Text[:stop.At], stop.Text[stop.At:])

		r := reader{text: stop.Text, tab: p.index(), ceil: len(stop.Text)}
		ended = false
		for k := range len(stop.Text) {
			next, ok := r.clauseBreak(0, k, len(stop.Text))
			ended = ended || ok && next == stop.At
		}
		assert.Equal(t, stop.Citing, ended, "running text: %s|%s", stop.Text[:stop.At], stop.Text[stop.At:])
	}
}
