package citation_test

import (
	"slices"
	"testing"

	"github.com/hereinafter/hereinafter/citation"
)

// TestCorpus holds the invariants of spans on real opinions, where they are at
// hand.
func TestCorpus(t *testing.T) {
	docs := corpus("../../shared/corpus/opinions.txt")
	if docs == nil {
		t.Skip("no ../shared/corpus/opinions.txt")
	}
	for _, doc := range docs {
		all := citation.Span{Start: 0, End: len(doc)}
		check(t, doc, all, slices.Collect(citation.All(doc)))
		for s := range citation.Note(doc) {
			check(t, doc, s.Span, s.Citations)
		}
	}
}
