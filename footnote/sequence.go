package footnote

import (
	"slices"
	"sort"
)

// How labels and marks are told from other numbers
//
// A text is full of numbers that look like marks: [2018], [54] in a quotation,
// "rule.5" after a section number; and a note's second line may begin like a
// note: "2015) (noting ...", "44. Id.". What gives marks and labels away is
// that they count 1, 2, 3 through the whole document. So every number that
// is where a mark may stand becomes an item with a weight, which says how
// much its surroundings speak for it, and the chain that counts upwards with
// the greatest weight wins. A number that is left out costs, up to a bound: a
// jump costs the same however wide it is.
//
// The best chain that ends at an item is the best one that ends at a lower
// number, and that item. For each number the best chain so far is kept, so that
// an item looks at the few numbers just below it; the best chain to any lower
// number comes out of a tree, in the logarithm of the highest number. A chain
// may also begin again at 1, where the notes of the next opinion or chapter do.

// maxNumber is the highest number that is taken for a label, maxNumberDigits how
// many digits it has: more than a text of [MaxText] bytes can have notes.
const (
	maxNumber       = 9_999_999
	maxNumberDigits = 7
)

// A number above fewNumbers is no label in a text that has no room for so many
// notes, each of minNote bytes with its mark.
const (
	fewNumbers = 65535
	minNote    = 8
)

// plausible returns the items whose numbers a text of so many bytes may have.
func plausible(items []item, size int) []item {
	limit := uint32(max(fewNumbers, size/minNote))
	if !slices.ContainsFunc(items, func(it item) bool { return it.number > limit }) {
		return items
	}
	return slices.DeleteFunc(items, func(it item) bool { return it.number > limit })
}

// The costs of numbers that a chain leaves out, in units of an item's weight.
const (
	costMissing = 3  // each number left out between two others
	costStart   = 9  // at most, for a chain that does not begin at 1
	costJump    = 11 // at most, for numbers left out
	costLeap    = 20 // the same where an item's weight includes its mark's
	costRestart = 11 // for beginning again at 1
)

// An item is a number that may be a mark or a label.
type item struct {
	at     int    // offset of its first byte
	number uint32 // 1 to maxNumber
	width  uint8  // length in bytes as written, with brackets
	weight int8   // what its surroundings say
	roman  bool   // written as a roman numeral, in lower case
	sure   bool   // what follows says that it is a label
	suffix byte   // a lower-case letter: the a of 4a; 0 when there is none
}

func (it item) end() int { return it.at + int(it.width) }

// A sequence knows the best chain among the items before any offset.
type sequence struct {
	items []item  // in order
	score []int32 // of the best chain that ends at each item
	prev  []int32 // the item before it in that chain; -1 at a chain's beginning
	top   []int32 // of the items up to each, the one at which the best chain ends
}

// A counting says how the items of a chain follow one another.
type counting struct {
	later    bool  // of chains of equal weight the later one wins
	restarts bool  // the chain may begin again at 1
	jump     int32 // what numbers left out cost at most; 0 is costJump
}

// newSequence finds the best chains. Items with a suffix belong to none.
func newSequence(items []item, c counting) *sequence {
	q := &sequence{
		items: items,
		score: make([]int32, len(items)),
		prev:  make([]int32, len(items)),
		top:   make([]int32, len(items)),
	}
	if c.jump == 0 {
		c.jump = costJump
	}
	size := highest(items) + 1
	best := make([]int32, size) // index of the item at which the best chain to a number ends, plus 1
	jumps := make(tree, size)
	for i, it := range items {
		n := int(it.number)
		if it.suffix == 0 {
			q.extend(i, best[max(0, n-1-int(c.jump)/costMissing):n])
			q.follow(i, jumps.best(n-1, q.score), c.jump)
			if c.restarts && n == 1 && i > 0 {
				q.follow(i, q.top[i-1]+1, costRestart)
			}
			if b := best[n]; b == 0 || q.score[i] > q.score[b-1] || c.later && q.score[i] == q.score[b-1] {
				best[n] = int32(i + 1)
				jumps.set(n, int32(i+1), q.score)
			}
		}
		q.top[i] = int32(i)
		if i > 0 && q.score[q.top[i-1]] >= q.score[i] {
			q.top[i] = q.top[i-1]
		}
	}
	return q
}

// highest returns the highest number of the items, 0 if there are none.
func highest(items []item) int {
	n := 0
	for _, it := range items {
		n = max(n, int(it.number))
	}
	return n
}

// extend sets the best chain that ends at item i; before holds the best chains
// to the numbers just below, the nearest last.
func (q *sequence) extend(i int, before []int32) {
	q.prev[i] = -1
	q.score[i] = int32(q.items[i].weight) - min(costStart, costMissing*(int32(q.items[i].number)-1))
	for k := len(before) - 1; k >= 0; k-- {
		q.follow(i, before[k], int32(costMissing*(len(before)-1-k)))
	}
}

// follow lets item i continue the best chain to item b-1 if that is better; b
// is 0 when there is none.
func (q *sequence) follow(i int, b, cost int32) {
	if b == 0 {
		return
	}
	if s := q.score[b-1] + int32(q.items[i].weight) - cost; s > q.score[i] {
		q.score[i], q.prev[i] = s, b-1
	}
}

// A tree knows the best chain to any number below a limit (a binary indexed
// tree). It holds indices of items, plus 1.
type tree []int32

// best returns the item at which the best chain to a number below n ends.
func (t tree) best(n int, score []int32) int32 {
	b := int32(0)
	for ; n > 0; n -= n & -n {
		if c := t[n]; c > 0 && (b == 0 || score[c-1] > score[b-1]) {
			b = c
		}
	}
	return b
}

// set says that the best chain to number n ends at item b-1.
func (t tree) set(n int, b int32, score []int32) {
	for ; n < len(t); n += n & -n {
		if c := t[n]; c == 0 || score[b-1] >= score[c-1] {
			t[n] = b
		}
	}
}

// before returns the best chain among the items that begin before the offset:
// the indices of its items, in order, and its score. It has no items when no
// chain has a positive score.
func (q *sequence) before(offset int) (chain []int, score int) {
	n := sort.Search(len(q.items), func(i int) bool { return q.items[i].at >= offset })
	if n == 0 || q.score[q.top[n-1]] <= 0 {
		return nil, 0
	}
	last := q.top[n-1]
	size := 0
	for i := last; i >= 0; i = q.prev[i] {
		size++
	}
	chain = make([]int, size)
	for i := last; i >= 0; i = q.prev[i] {
		size--
		chain[size] = int(i)
	}
	return chain, int(q.score[last])
}
