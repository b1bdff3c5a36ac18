package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// FuzzResolve feeds the lines of a text as notes.
func FuzzResolve(f *testing.F) {
	f.Add("Jane Roe, Paper Cuts, 120 Yale L.J. 950 (2011).\nId. at 951.\nRoe, supra note 1.\nDoe v. Roe, 531 U.S. 98 (2000).\nDoe, 531 U.S. at 99; Rae, supra note 3.")
	f.Add("Doe v. Roe, 519 U.S. 316 (1997).\nDoe, 519 U.S. at     (slip op., at 16).\nRoe, at 99; Doe, 519 U.S., at ___.\n2 A. Roe, Ink 80 (1947).\n3 Roe, supra, at 2.")
	f.Add("Roe, Ink, 1 Yale L.J. 2 (1990).\nDoe, Wax, 1 Yale L.J. 2 (1990).")
	f.Fuzz(func(t *testing.T, text string) {
		var r, again resolve.Resolver
		var a resolve.Authorities
		seen := make(map[citation.Citation]bool)
		n := 0
		for line := range strings.Lines(text) {
			n++
			label := fmt.Sprint(n)
			cites := read(label, line)
			for _, c := range cites {
				seen[c] = true
				for inner := range citation.Within(c) {
					seen[inner] = true
				}
			}
			links := r.Note(label, cites)
			a.Add(resolve.Place{Note: label}, cites, links)
			if again.Body(cites); n%4 == 0 {
				again.Scope(n)
			}
			for _, l := range links {
				require.True(t, seen[l.From])
				require.NotEmpty(t, l.Why)
				require.Equal(t, l.Why.Found(), l.To != nil)
				if l.To != nil {
					require.True(t, seen[l.To], "the antecedent has been seen")
					require.NotSame(t, l.From, l.To)
				}
				if l.Source != nil {
					require.True(t, seen[l.Source])
					require.NotContains(t, []citation.Kind{citation.KindId, citation.KindSupra, citation.KindShortCase}, l.Source.Kind())
				}
			}
		}
		keys := make(map[string]bool)
		for _, au := range a.All() {
			require.NotEmpty(t, au.Key)
			require.False(t, keys[au.Key], "two authorities have the key %s", au.Key)
			keys[au.Key] = true
			require.NotNil(t, au.Full)
			require.NotEmpty(t, au.Mentions)
		}
	})
}
