package resolve

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzFolded holds that a name's words are those of its pieces' folded keys.
func FuzzFolded(f *testing.F) {
	for _, name := range []string{
		"Def. of Wildlife v. Roe", "Int'l Ass'n of N.Y., Inc.", "AT&T Co. v. Doe-Roe", "China’s Secret Police", "Müller\u00a0v.\tRoe’s Soc’y", "", " . '", "2 Roe,", "a\x80b c.",
	} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want, got []string
		var short, gotShort []bool
		for token := range strings.FieldsSeq(s) {
			for _, w := range largeWords(token) {
				want, short = append(want, w), append(short, abbreviated(token))
			}
		}
		read := folded{text: []byte("left"), words: []foldedWord{{end: 4}}}
		read.fold(s)
		for w, text := range read.all() {
			got, gotShort = append(got, string(text)), append(gotShort, w.abbreviated)
			assert.Equal(t, hashOf(text), w.hash)
		}
		assert.Equal(t, want, got)
		assert.Equal(t, short, gotShort)
		var p fingerprint
		p.add(&read)
		var g glossary
		assert.True(t, p.admits(g.name(s)), "a fingerprint admits its own name")
		if letters := g.name(s).initials(); letters != "" {
			assert.True(t, p.admits(name{newWord(letters, hashOf(letters), false)}))
		}
	})
}
