package citation

import (
	"os"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// BenchmarkStages shows what each stage of the walk costs, one after another
// over the same text: the yardstick, the class table alone, the anchors, the
// citations. What a stage takes longer than the one before is its own.
//
//	go test ./citation -run '^$' -bench Stages -count 10 | benchstat -
func BenchmarkStages(b *testing.B) {
	for _, text := range []struct{ name, path string }{
		{"written", "../testdata/bench/opinions.txt"},
		{"corpus", "../../shared/corpus/opinions.txt"},
	} {
		data, err := os.ReadFile(text.path)
		if err != nil {
			continue // the corpus is not part of the project
		}
		docs := strings.Split(string(data), "\n\f\n")
		for _, stage := range []struct {
			name string
			run  func(doc string) int
		}{
			{"1-sum", func(doc string) (n int) {
				for i := 0; i < len(doc); i++ {
					n += int(lex.Class[doc[i]])
				}
				return n
			}},
			{"2-classes", func(doc string) (n int) {
				leads := builtinIndex().leads
				for i := 0; i < len(doc); i++ {
					if leads.at[doc[i]] != 0 {
						n++
					}
				}
				return n
			}},
			{"3-anchors", func(doc string) (n int) {
				r := reader{text: doc, tab: builtinIndex(), ceil: len(doc)}
				for i := 0; ; n++ {
					a := r.nextAnchor(i)
					if a.class == anchorNone {
						return n
					}
					i = a.end
				}
			}},
			{"4-citations", func(doc string) (n int) {
				for range All(doc) {
					n++
				}
				return n
			}},
		} {
			b.Run(text.name+"/"+stage.name, func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					for _, doc := range docs {
						stagesSink += stage.run(doc)
					}
				}
			})
		}
	}
}

var stagesSink int
