package footnote

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// slowScore is the greatest weight of a chain that ends at item i, by trying
// every predecessor.
func slowScore(items []item, i int) int {
	it := items[i]
	best := int(it.weight) - min(costStart, costMissing*(int(it.number)-1))
	for j := range items[:i] {
		missing := int(it.number) - int(items[j].number) - 1
		if missing >= 0 {
			best = max(best, slowScore(items, j)+int(it.weight)-min(costMissing*missing, costJump))
		}
	}
	return best
}

func TestSequenceIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		items := make([]item, 1+r.IntN(12))
		for i := range items {
			items[i] = item{at: i, width: 1, number: uint32(1 + r.IntN(8)), weight: int8(1 + r.IntN(6))}
		}
		q := newSequence(items, counting{later: r.IntN(2) == 0})
		best := 0
		for i := range items {
			assert.Equal(t, slowScore(items, i), int(q.score[i]))
			best = max(best, int(q.score[i]))
			chain, score := q.before(i + 1)
			assert.Equal(t, best, score)
			assert.True(t, slices.IsSortedFunc(chain, func(a, b int) int { return int(items[a].number) - int(items[b].number) }))
		}
	}
}

func TestLongerSymbolsComeFirst(t *testing.T) {
	for i, s := range symbols {
		assert.Equal(t, len(s), prefixOf(s, symbols[:]), "symbol %d", i)
	}
}

func TestBareStyle(t *testing.T) {
	assert.Equal(t, "1", styles[bareStyle].name)
	assert.True(t, styles[loneStyle].lone)
	assert.Equal(t, "1A", styles[gluedStyle].name)
}

func TestForms(t *testing.T) {
	assert.Equal(t, "1", forms[gluedForm].name)
	assert.Equal(t, "raised 1", forms[raisedForm].name)
}

func TestRoman(t *testing.T) {
	for n := 1; n <= maxRoman; n++ {
		it, ok := scanRoman("["+roman(n)+"]", 0)
		if len(roman(n)) < maxRomanLength {
			assert.True(t, ok, "%d", n)
			assert.Equal(t, n, int(it.number))
		}
	}
	for _, s := range []string{"[iiii]", "[vx]", "[i]n", "[]", "[ix", "[mi]"} {
		_, ok := scanRoman(s, 0)
		assert.False(t, ok, s)
	}
}

func TestSequenceRestarts(t *testing.T) {
	var items []item
	for i, n := range []uint32{1, 2, 1, 2, 3, 3} {
		items = append(items, item{at: i, number: n, weight: 13})
	}
	chain, _ := newSequence(items, counting{restarts: true, jump: costLeap}).before(len(items))
	assert.Equal(t, []int{0, 1, 2, 3, 4}, chain)
}
