package citation

import (
	"strings"
)

// maxSaid bounds how many sources of a sort the walk remembers: the last ones.
const maxSaid = 256

// A wordSet tells of most words that they were never put in.
type wordSet [16]uint64

func (set *wordSet) put(w string) {
	if h := hashWord(w); w != "" {
		set[h>>6] |= 1 << (h & 63)
	}
}

func (set *wordSet) may(w string) bool {
	h := hashWord(w)
	return set[h>>6]&(1<<(h&63)) != 0
}

// hashWord returns one of as many numbers as a wordSet has bits.
func hashWord(w string) (h uint32) {
	for i := 0; i < len(w); i++ {
		h = h*31 + uint32(w[i])
	}
	return (h ^ h>>10) % uint32(64*len(wordSet{}))
}

// putLast puts in the last word of a name.
func (set *wordSet) putLast(name string) {
	set.put(strings.TrimRight(name[strings.LastIndexByte(name, ' ')+1:], ","))
}

// A ring holds the last maxSaid things that were put in.
type ring[T any] struct {
	items []T
	next  int // where the next goes once there are maxSaid
}

func (r *ring[T]) put(x T) {
	if len(r.items) < maxSaid {
		r.items = append(r.items, x)
		return
	}
	r.items[r.next] = x
	r.next = (r.next + 1) % maxSaid
}
