package resolve_test

import (
	"os"
	"slices"
	"strings"
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

// BenchmarkText links the short forms of opinions, beside the reading of them.
func BenchmarkText(b *testing.B) {
	data, err := os.ReadFile("../testdata/bench/opinions.txt")
	if err != nil {
		b.Fatal(err)
	}
	docs := strings.Split(string(data), "\n\f\n")
	for _, stage := range []struct {
		name string
		link bool
	}{{"read", false}, {"read and link", true}} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				for _, doc := range docs {
					cites := slices.Collect(citation.All(doc))
					if stage.link {
						var r resolve.Resolver
						r.Note("", cites)
					}
				}
			}
		})
	}
}
