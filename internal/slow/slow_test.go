package main

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// earlier are pieces that once took time that grew with the text, or far more than
// usual.
var earlier = []string{
	"www. a ", "www.– ", "F.3d", "F.3d ", "A.1.", "A (1990) ", "cl. 1, ", "¶ ", "1 A.L.R.2d 1, ", "§§ 1, ", "_", "(2d ed. )", "Jan. 1, ", "12¶", "¶ 94-0001 ",
	"nothing is settled and that-\nmore was said than ", "(Ark. Ct. App. 2010)Swan", "Qatar (1990)=org. 3=", "Harr. Ch. § 1, ", "[a]: b\n",
	"_ ", "\n\n_", "1. §*§", "¶¶" + counted, "suits (1990) ", "Cong.E. & B. 1, ", "“ p. ", "n.Const.",
}

// A text of the larger size is read in a time per byte that is at most so many times
// that of the smaller one. Twice happens, because of a window that is not filled and of
// the machine's caches; where the time grows with the text it is far more.
const (
	smaller, larger = 4 << 10, 64 << 10
	tolerated       = 4
)

// TestLinear reads texts of two sizes. What seems to grow is measured again, since
// anything may happen on a machine, but not often to the same text.
func TestLinear(t *testing.T) {
	defer alone()()
	var h hunter
	require.NoError(t, h.load("../..", "", ""))
	check := func(r reader, what text) {
		what.every = min(what.every, smaller/8) // so that the smaller text has it too
		g := math.Inf(1)
		for tries := 0; g > tolerated && tries < care; tries++ {
			g = min(g, r.perKB(what.make(larger)+r.tail, 1)/r.perKB(what.make(smaller)+r.tail, 2))
		}
		assert.Less(t, g, float64(tolerated), "%s takes so many times as long for a byte of a text %d times as long: %v", r.name, larger/smaller, what)
	}
	for _, piece := range earlier {
		for _, r := range h.readers {
			check(r, text{piece: piece})
		}
	}
	texts := uint64(210)
	if testing.Short() {
		texts = 40
	}
	h.Seed = 1
	for n := range texts {
		what, i := h.at(n)
		check(h.readers[i], what)
	}
}

// TestHunter holds that texts follow from their number, that they have the size that
// is asked for, and that a hunter notices what grows and what is slow.
func TestHunter(t *testing.T) {
	h := hunter{Seed: 7}
	require.NoError(t, h.load("../..", "Note", ""))
	first, _ := h.at(3)
	again, _ := h.at(3)
	assert.Equal(t, first, again)
	assert.GreaterOrEqual(t, len(first.make(4096)), 4096)
	assert.Equal(t, "x1, x2,\n x3,", text{piece: "x" + counted + ", ", mark: "\n", every: 7}.make(12)[:12])

	defer alone()()
	wasted := 0
	waste := func(n int) {
		for i := range n {
			wasted += i & wasted
		}
	}
	square := reader{name: "square", read: func(s string) { waste(len(s) * (len(s) >> 12)) }}
	assert.True(t, square.measure(first, 1e9).bad(), "its time grows")
	straight := reader{name: "straight", read: func(s string) { waste(20 * len(s)) }}
	f := straight.measure(first, 1e9)
	assert.False(t, f.bad(), "%v", f)
	f.Usual = f.PerKB[0] / 100
	assert.True(t, f.bad(), "it is slow")
	assert.Contains(t, text{piece: counted, lead: "a", mark: ";", every: 5}.String(), "{n}")
	assert.True(t, strings.HasPrefix(name(27), "A"))
}
