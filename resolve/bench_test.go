package resolve_test

import (
	"os"
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// BenchmarkArticle links the short forms of an article's notes.
func BenchmarkArticle(b *testing.B) {
	data, err := os.ReadFile("../testdata/article/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	var notes [][]citation.Citation
	for s := range citation.Note(string(data)) {
		if len(s.Citations) > 0 {
			notes = append(notes, s.Citations)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		var r resolve.Resolver
		for _, cites := range notes {
			r.Note("1", cites)
		}
	}
}
