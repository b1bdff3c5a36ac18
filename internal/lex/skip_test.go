package lex

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSkipFast holds the fast paths to what they stand for, around each piece of
// noise and what only looks like some.
func TestSkipFast(t *testing.T) {
	pieces := []string{"", "a", " ", "  ", "\n", "\u00a0", "\u00ad", "*", "_", "<b>", "&nbsp;", "&", "[*12]", "[1]", "*12 ", "—", "1", ".", "\u2009"}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				s := "x" + a + b + c + "y"
				for i := range len(s) + 1 {
					want := i
					for want < len(s) && noiseAt(s, want) > 0 {
						want += noiseAt(s, want)
					}
					assert.Equal(t, want, Skip(s, i), "%q at %d", s, i)
					if i > 0 && Class[s[i-1]]&NoiseEnd == 0 {
						assert.Equal(t, i, skipBack(s, 0, i), "%q at %d", s, i)
					}
				}
			}
		}
	}
}
