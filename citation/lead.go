package citation

import (
	"math/bits"

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

// leadTable is the list made ready: for each byte, the set of leads that it allows.
// What lies beyond an end of the text counts as a zero byte, which allows all.
type leadTable struct {
	at, before, after [256]uint16
	read              []func(r reader, i int) anchor
}

func newLeadTable() *leadTable {
	t := new(leadTable)
	for n, l := range leads() {
		t.read = append(t.read, l.read)
		allow(&t.at, l.at, n)
		allow(&t.before, l.before, n)
		allow(&t.after, l.after, n)
		t.before[0] |= 1 << n
		t.after[0] |= 1 << n
	}
	return t
}

// allow puts lead n into the sets of some bytes, of all when there are none.
func allow(table *[256]uint16, some string, n int) {
	for i := range len(some) {
		table[some[i]] |= 1 << n
	}
	if some == "" {
		for c := range table {
			table[c] |= 1 << n
		}
	}
}

// nextAnchor walks to the first anchor at or after offset i.
func (r reader) nextAnchor(i int) anchor {
	s, t := r.text[:r.ceil], r.tab.leads
	for i < len(s) {
		may := t.at[s[i]]
		if may == 0 { // the fast path: most bytes of any text
			i++
			continue
		}
		var before, after byte
		if i > 0 {
			before = s[i-1]
		}
		if i+1 < len(s) {
			after = s[i+1]
		}
		end := i + 1 // the walk goes on after what led to the anchor
		for may &= t.before[before] & t.after[after]; may != 0; may &= may - 1 {
			a := t.read[bits.TrailingZeros16(may)](r, i)
			if end = max(end, a.end); a.class != anchorNone {
				a.end = end
				return a
			}
		}
		i = end
	}
	return anchor{}
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
