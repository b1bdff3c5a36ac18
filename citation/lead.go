package citation

import (
	"math/bits"
	"strings"
)

// Where the walk looks closer
//
// An anchor is recognised at one of its bytes: a digit, the period of "id.", the
// p of "supra". Three bytes say which readers may find one there: that byte and
// its two neighbours. Each has a table from the byte to the set of the leads that
// it allows; where the three sets have none in common, which is nearly
// everywhere, the walk goes on.

// A lead is one entry of the list of what may lead to an anchor.
type lead struct {
	at            string // the bytes that it begins to look at
	before, after string // what may be next to them; empty: anything
	read          func(r reader, i int) anchor
}

// leadTable is the list made ready: for each byte, the set of leads that it allows
// in each of the three places. pairs says of two bytes in a row whether one of them
// may lead to an anchor as far as the other shows: the walk asks it first, and so
// goes on by two bytes.
type leadTable struct {
	at, before, after [256]uint16
	pairs             [1 << 16]bool
	read              []func(r reader, i int) anchor
}

func newLeadTable() *leadTable {
	t := new(leadTable)
	for n, l := range leads() {
		t.read = append(t.read, l.read)
		for c := range t.at {
			t.at[c] |= allows(l.at, byte(c)) << n
			t.before[c] |= allows(l.before, byte(c)) << n
			t.after[c] |= allows(l.after, byte(c)) << n
		}
	}
	for pair := range t.pairs {
		first, second := pair&0xFF, pair>>8
		t.pairs[pair] = t.at[first]&t.after[second] != 0 || t.at[second]&t.before[first] != 0
	}
	return t
}

// allows returns 1 when a byte is one of some, or when there are none.
func allows(some string, c byte) uint16 {
	if some == "" || strings.IndexByte(some, c) >= 0 {
		return 1
	}
	return 0
}

// nextAnchor walks to the first anchor at or after offset i.
func (r reader) nextAnchor(i int) anchor {
	s, t := r.text[:r.ceil], r.tab.leads
	for i < len(s) {
		rest := s[i:]
		for len(rest) >= 2 && !t.pairs[uint16(rest[0])|uint16(rest[1])<<8] { // the fast path: nearly everywhere
			rest = rest[2:]
		}
		i = len(s) - len(rest)
		for stop := min(i+2, len(s)); i < stop; {
			end := i + 1 // the walk goes on after what led to the anchor
			for may := t.leadsAt(s, i); may != 0; may &= may - 1 {
				a := t.read[bits.TrailingZeros16(may)](r.near(i), i)
				if end = max(end, a.end); a.class != anchorNone {
					a.end = end
					return a
				}
			}
			i = end
		}
	}
	return anchor{}
}

// leadsAt returns the set of leads that the byte s[i] and its neighbours allow.
func (t *leadTable) leadsAt(s string, i int) uint16 {
	may := t.at[s[i]]
	if i > 0 {
		may &= t.before[s[i-1]]
	}
	if i+1 < len(s) {
		may &= t.after[s[i+1]]
	}
	return may
}
