package citation

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// anchorsOf walks over a text as if no anchor were ever a citation.
func anchorsOf(x *index, text string) (found []anchor) {
	r := reader{text: text, tab: x, ceil: len(text)}
	for i := 0; ; {
		a := r.nextAnchor(i)
		if a.class == anchorNone {
			return found
		}
		found, i = append(found, a), a.end
	}
}

// TestNeighbours holds the walk to a slow one that asks each reader at each of its
// bytes, whatever is next to them: the neighbours turn away what is surely none.
func TestNeighbours(t *testing.T) {
	slow := *builtinIndex()
	leads := *slow.leads
	slow.leads = &leads
	for c := range leads.at {
		leads.before[c], leads.after[c] = ^uint16(0), ^uint16(0)
	}
	for pair := range leads.pairs {
		leads.pairs[pair] = leads.at[pair&0xFF] != 0 || leads.at[pair>>8] != 0
	}
	data, err := os.ReadFile("../testdata/bench/opinions.txt")
	require.NoError(t, err)
	texts := strings.Split(string(data), "\n\f\n")
	texts = append(texts, "", "1", "§", "id.", "See id", "U.S. Const.", "supra", "xsupra", "C", "ECLI:EU", "—", "-- F.3d --", "www.a.org", "(hereinafter X)")
	for _, text := range texts {
		assert.Equal(t, anchorsOf(&slow, text), anchorsOf(builtinIndex(), text))
	}
}
