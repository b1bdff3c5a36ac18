package citation_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/citation"
)

// byteSum is the yardstick of the speed figures: it adds up a 256-entry
// table's value for every byte of a text.
func byteSum(text string, table *[256]uint8) (sum int) {
	for i := 0; i < len(text); i++ {
		sum += int(table[text[i]])
	}
	return sum
}

var (
	sinkInt  int
	sumTable = func() (t [256]uint8) {
		for i := range t {
			t[i] = uint8(i * 7)
		}
		return t
	}()
)

// corpus returns the documents of a text file whose documents are parted by a
// line that holds a form feed; nil when the file is absent.
func corpus(path string) []string {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return strings.Split(string(data), "\n\f\n")
}

// written returns opinions written for the project, of a dozen courts and
// manners, 120 KB of them.
func written(b *testing.B) []string {
	opinions := corpus("../testdata/bench/opinions.txt")
	if opinions == nil {
		b.Fatal("no testdata/bench/opinions.txt")
	}
	return opinions
}

// plain is running text without citations.
func plain(n int) string {
	const sentence = "The parties met on the third day of the trial, and counsel for the company, who had asked for 12 more days, " +
		"said that the purchase price of $4,500 was never paid; the clerk (a careful man) wrote it down: nothing was agreed. "
	return strings.Repeat(sentence, n/len(sentence)+1)[:n]
}

func benchmarkAll(b *testing.B, docs []string) {
	size := 0
	for _, d := range docs {
		size += len(d)
	}
	b.Run("sum", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for _, d := range docs {
				sinkInt += byteSum(d, &sumTable)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		found := 0
		for b.Loop() {
			found = 0
			for _, d := range docs {
				for range citation.All(d) {
					found++
				}
			}
		}
		b.ReportMetric(float64(found), "citations")
	})
}

// BenchmarkAll reads opinions written for the project, document by document,
// beside the yardstick.
func BenchmarkAll(b *testing.B) { benchmarkAll(b, written(b)) }

// BenchmarkCorpus reads real opinions where they are at hand.
func BenchmarkCorpus(b *testing.B) {
	docs := corpus("../../shared/corpus/opinions.txt")
	if docs == nil {
		b.Skip("no ../shared/corpus/opinions.txt")
	}
	benchmarkAll(b, docs)
}

// BenchmarkArticle reads the notes of an article.
func BenchmarkArticle(b *testing.B) {
	data, err := os.ReadFile("../testdata/article/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	_, notes, _ := strings.Cut(string(data), "\n[1] ")
	list := strings.Split(notes, "\n\n[")
	b.SetBytes(int64(len(notes)))
	b.ReportAllocs()
	for b.Loop() {
		for _, note := range list {
			for s := range citation.Note(note) {
				sinkInt += len(s.Citations)
			}
		}
	}
}

// BenchmarkNotes reads the notes of real articles where they are at hand.
func BenchmarkNotes(b *testing.B) {
	paths, _ := filepath.Glob("../../shared/gold/notes/*.txt")
	if len(paths) == 0 {
		b.Skip("no ../shared/gold/notes/*.txt")
	}
	var notes []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		notes = append(notes, strings.Split(string(data), "\n\n")...)
	}
	size := 0
	for _, note := range notes {
		size += len(note)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, note := range notes {
			for s := range citation.Note(note) {
				sinkInt += len(s.Citations)
			}
		}
	}
}

// BenchmarkPlain reads text without citations.
func BenchmarkPlain(b *testing.B) { benchmarkAll(b, []string{plain(1 << 20)}) }

// BenchmarkGrowth shows time per byte from 64 KB to 16 MB.
func BenchmarkGrowth(b *testing.B) {
	text := strings.Join(written(b), "\n\n")
	for size := 64 << 10; size <= 16<<20; size *= 4 {
		long := strings.Repeat(text, size/len(text)+1)[:size]
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) { benchmarkFind(b, long) })
	}
}

// pathological are inputs that make careless readers slow.
var pathological = map[string]string{
	"brackets":  "(",
	"id":        "Id. ",
	"sections":  "§ ",
	"sections2": "§ 1, ",
	"sections3": "¶¶1",
	"glued2":    "846F.2d",
	"labels":    "section 1 ",
	"rules":     "Rule 1 of the ",
	"numbers":   "No. 1, ",
	"blanks":    "___ ",
	"lines":     "\n",
	"pages":     "1\n\n",
	"editions":  "(ed. ",
	"stars":     "[*1] ",
	"const":     "Const. ",
	"ats":       "A at 1 ",
	"digits":    "7",
	"volumes":   "1 U.S. ",
	"open":      "1 U.S. 1 (",
	"supra":     "supra note 1, ",
	"versus":    "A v. ",
	"commas":    "A, ",
	"urls":      "https://",
	"quotes":    "“",
	"history":   "1 U.S. 1, aff'd, ",
	"parallel":  "1 U.S. 1, ",
	"spaces":    " ",
	"brackets2": "[",
	"dockets":   "94-0001, p. 1 (La. ",
	"dashes":    "— U.S. ",
	"parts":     "§ 1(a), (b), ",
	"binders":   "[a Rep. (CCH) ¶ 1 ",
	"ecli":      "ECLI:",
	"glued":     "vord.Vord",
	"captions":  "A (B), Inc. v. ",
	"tags":      "<a",
	"hosts":     "www. a ",
	"dashed":    "www.– ",
	"reporters": "F.3d",
	"reporter":  "F.3d ",
	"initials":  "A.1.",
	"years":     "A (1990) ",
	"clauses":   "cl. 1, ",
	"pilcrows":  "¶ ",
	"annotated": "1 A.L.R.2d 1, ",
	"sections4": "§§ 1, ",
	"emphasis":  "_ ",
	"unquoted":  "“ p. ",
	"hyphens":   "nothing is settled and that-\nmore was said than ",
}

// BenchmarkPathological shows time per byte on such inputs, small and large;
// with -short small alone.
func BenchmarkPathological(b *testing.B) {
	for name, unit := range pathological {
		for _, size := range []int{64 << 10, 2 << 20} {
			if testing.Short() && size > 64<<10 {
				continue
			}
			text := strings.Repeat(unit, size/len(unit)+1)[:size]
			b.Run(fmt.Sprintf("%s/%dKB", name, size>>10), func(b *testing.B) { benchmarkFind(b, text) })
			b.Run(fmt.Sprintf("%s-note/%dKB", name, size>>10), func(b *testing.B) { benchmarkNote(b, text) })
		}
	}
}

func benchmarkFind(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range citation.All(text) {
			sinkInt++
		}
	}
}

func benchmarkNote(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for s := range citation.Note(text) {
			sinkInt += len(s.Citations)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	text := plain(64 << 10)
	allocs := testing.AllocsPerRun(10, func() {
		for range citation.All(text) {
			sinkInt++
		}
	})
	if allocs != 0 {
		t.Errorf("All allocates %v times on text without citations, want 0", allocs)
	}
}
