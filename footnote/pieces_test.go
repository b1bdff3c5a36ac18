package footnote_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/footnote"
)

// pieces are what FuzzTextPieces makes texts of; %d is the number of the next mark,
// %s of the next label.
var pieces = []string{
	"ended.%d ", "ended.[%d] ", "ended.\n%d\n", "ended.\n%d The ", "ended.\n                    %d\n",
	"\n%s\n", "\n\n%s\n\n", "\n   %s ", "\n%s. ", "\n[%s] ", "Id. at 4.\n", "See x.\n",
	"\f", "\f", "\n", "\n", "\n\n", " ", "   ", "                    ", "\r", "\u200b", "\u00a0",
	"a", "B", "the pier was leased", "The town sued.", "See Crane v. Gull, 12 A.2d 3", "(", ")", `"`, "“", "”", ".", ",", ":",
	"*", "**", "†", "* a", "a*", "[i]", "[1a]", "1a", "¹", "[FN1]", "FN1.", "*9",
	"----------", "______", "- - Footnotes - -", "NOTES", "2 HEAD", "HEAD\n", "Page 3 of 9", "- 4 -", "\n1\n", "\n2\n", "\n3\n", "\n4\n",
}

// textOf returns the text that the choices make: each is one of the pieces, often one
// of the first twelve.
func textOf(choices []byte) string {
	var b strings.Builder
	mark, label := 1, 1
	for _, c := range choices {
		p := pieces[int(c)%len(pieces)]
		if int(c) >= 2*len(pieces) {
			p = pieces[int(c)%12]
		}
		switch {
		case strings.Contains(p, "%d"):
			fmt.Fprintf(&b, p, mark)
			mark++
		case strings.Contains(p, "%s"):
			b.WriteString(strings.Replace(p, "%s", fmt.Sprint(label), 1))
			label++
		default:
			b.WriteString(p)
		}
	}
	return b.String()
}

// FuzzTextPieces reads texts made of what pages, marks and labels look like, which
// FuzzText hardly comes upon. Its seeds are chosen at random, the same each time.
func FuzzTextPieces(f *testing.F) {
	r := rand.New(rand.NewSource(1))
	for range 1000 {
		choices := make([]byte, 5+r.Intn(80))
		r.Read(choices)
		if r.Intn(2) == 0 { // marks of one form
			form := byte(r.Intn(5))
			for i, c := range choices {
				if int(c) >= 2*len(pieces) && int(c)%12 < 5 {
					choices[i] = form
				}
			}
		}
		f.Add(choices)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		src := textOf(choices)
		defer func() {
			if t.Failed() {
				t.Logf("%q", src)
			}
		}()
		check(t, src, footnote.Text(src))
	})
}
