package citation

import (
	"math/bits"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
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

// leads returns the list. The readers look at the whole of what is there: the
// neighbours only turn away what is surely none.
func leads() []lead {
	return []lead{
		{at: "0123456789", read: reader.digitAnchor},
		{at: ".", before: "gcdDsw>*_<` ", read: reader.periodAnchor},
		{at: "pP", before: "uU", after: "rR", read: reader.supraAnchor},
		{at: "fF", before: "nN", after: "rR", read: reader.infraAnchor},
		{at: "fF", before: "a", after: "t", read: reader.hereinafterAnchor},
		{at: "C", after: "oO", read: reader.constAnchor},
		{at: ":", before: "I", read: reader.ecliAnchor},
		{at: ":", before: "sSpP", after: "/", read: reader.colonAnchor},
		{at: "_", read: reader.blankAnchor},
		{at: "-", after: "-", read: reader.blankAnchor},
		{at: "\xE2", after: "\x80", read: reader.blankAnchor}, // a dash
		{at: "\xC2", after: "\xA7\xB6", read: reader.signAnchor},
		{at: "&", after: "sp#", read: reader.signAnchor},
	}
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
				a := t.read[bits.TrailingZeros16(may)](r, i)
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

// supraAnchor looks at the p of "supra".
func (r reader) supraAnchor(i int) anchor { return wordAnchor(r.text[:r.ceil], r.floor, i, "supra") }

// infraAnchor looks at the f of "infra".
func (r reader) infraAnchor(i int) anchor { return wordAnchor(r.text[:r.ceil], r.floor, i, "infra") }

// signAnchor looks at the sign of a section or a paragraph.
func (r reader) signAnchor(i int) anchor {
	kind, n := signAt(r.text[:r.ceil], i)
	switch kind {
	case PinSection:
		a := r.sectionAnchor(i)
		a.end = i + n
		return a
	case PinParagraph:
		if a := r.recordAnchor(i, i); a.class != anchorNone {
			return a
		}
		return anchor{class: anchorParagraph, start: i, number: i, end: i + n}
	}
	return anchor{}
}

// ecliAnchor looks at the first colon of a European Case Law Identifier.
func (r reader) ecliAnchor(i int) anchor {
	k := i - len("ECLI")
	if k < r.floor || !lex.HasPrefixAt(r.text, k, "ECLI") {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	return anchor{class: anchorLabel, start: start, number: i + 1, end: i + 1, terms: terms}
}
