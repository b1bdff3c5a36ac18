package resolve_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
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

// BenchmarkAuthorities gathers the authorities of opinions that have been read
// and linked.
func BenchmarkAuthorities(b *testing.B) {
	data, err := os.ReadFile("../testdata/bench/opinions.txt")
	if err != nil {
		b.Fatal(err)
	}
	type opinion struct {
		cites []citation.Citation
		links []resolve.Link
	}
	var opinions []opinion
	for _, doc := range strings.Split(string(data), "\n\f\n") {
		var r resolve.Resolver
		cites := slices.Collect(citation.All(doc))
		opinions = append(opinions, opinion{cites, r.Note("", cites)})
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var a resolve.Authorities
		for i, o := range opinions {
			a.Add(resolve.Place{File: strconv.Itoa(i)}, o.cites, o.links)
		}
		a.All()
	}
}

// BenchmarkPathological gathers the authorities of texts that are nothing but one
// thing without end: time per byte does not grow with the length.
func BenchmarkPathological(b *testing.B) {
	for _, text := range []struct{ name, unit string }{
		{"one page", "N%[1]dame v. Roe, 510 U.S. 1000 (1994). "},
		{"one name", "Doe v. Roe, %[1]d F.3d 1 (2d Cir. 1994). "},
		{"no name", "See 510 U.S. 1000, %[1]d S. Ct. 1 (1994). "},
		{"sections", "42 U.S.C. §§ %[1]d, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16. "},
		{"rules", "Rule %[1]d. Fed. R. Civ. P. %[1]d. "},
	} {
		for _, size := range []int{64 << 10, 4 << 20} {
			var s strings.Builder
			for i := 1; s.Len() < size; i++ {
				fmt.Fprintf(&s, text.unit, i)
			}
			cites := slices.Collect(citation.All(s.String()))
			b.Run(fmt.Sprintf("%s/%dK", text.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					var a resolve.Authorities
					a.Add(resolve.Place{}, cites, nil)
					a.All()
				}
			})
		}
	}
}
