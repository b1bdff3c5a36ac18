package citation_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestUnseen reads a citation with characters that are not shown in its names and
// between its words: it is the same.
func TestUnseen(t *testing.T) {
	const text = "See Harbor Board v. Gull Fishing Co., 531 U.S. 98, 99 (2000)."
	want := readText(text)
	require.Len(t, want, 1)
	for _, unseen := range []string{"\u00ad", "\u200b", "\u200c", "\u200e", "\u2060", "\ufeff"} {
		texts := []string{strings.NewReplacer("Harbor", "Har"+unseen+"bor", "Gull", "Gu"+unseen+"ll").Replace(text)}
		if unseen != "\u00ad" { // which parts a word at a line's end
			texts = append(texts, strings.ReplaceAll(text, " ", " "+unseen), strings.ReplaceAll(text, " ", unseen+" "))
		}
		for _, text := range texts {
			got := readText(text)
			if assert.Len(t, got, 1, "%q", text) {
				assert.Equal(t, want[0].String(), got[0].String(), "%q", text)
			}
		}
	}
}
