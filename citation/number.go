package citation

import (
	"math/bits"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Anchors at numbers
//
// Most numbers in running text are no citation: "in 1998 the", "12 persons",
// "$5,000". What is next to a number, to its left and to its right, has one of a
// few classes, and a table says for each pair of classes which of the readers in
// anchorlist.go may apply: for most pairs none or one. Only then is anything looked up.

// A number is a run of digits with what is around it.
type number struct {
	start, end int       // of the digits
	whole      int       // the end of it with the parts that periods join to it: "20.2.72.200"
	left       int       // the end of what is before it, blanks and a comma passed over
	at         int       // where the "at" or "p." begins that ends at left; left when there is none
	before     neighbour // what ends at left
	after      neighbour // what follows the digits, blanks passed over
}

// A neighbour is a class of what is next to a number, and how it is joined to it.
type neighbour uint8

// The classes.
const (
	besideNothing neighbour = iota // the end of what may be read
	besideOther
	besideUpper
	besideLower
	besideDigit
	besideComma
	besidePeriod
	besideOpen   // (
	besideShut   // )
	besideSquare // ]
	besideHash
	besideHyphen
	besideSlash
	besideHigh // not ASCII: perhaps a dash
	besideAt   // "at", "p."
	besides    // how many there are
)

// How a neighbour is joined to the number; the classes are added to it.
const (
	touching  neighbour = 0
	apart     neighbour = besides     // noise between them
	pastComma neighbour = 2 * besides // a comma between them
	sides     neighbour = 3 * besides // how many neighbours there are
)

// besideOf is the class of each byte.
var besideOf = func() (t [256]neighbour) {
	for c := range t {
		switch class := lex.Class[c]; {
		case class&lex.Upper != 0:
			t[c] = besideUpper
		case class&lex.Lower != 0:
			t[c] = besideLower
		case class&lex.Digit != 0:
			t[c] = besideDigit
		case class&lex.High != 0:
			t[c] = besideHigh
		default:
			t[c] = besideOther
		}
	}
	for c, class := range map[byte]neighbour{
		',': besideComma, '.': besidePeriod, '(': besideOpen, ')': besideShut, ']': besideSquare, '#': besideHash, '-': besideHyphen, '/': besideSlash,
	} {
		t[c] = class
	}
	return t
}()

// A sideSet is a set of neighbours.
type sideSet uint64

// side makes a set of classes that are joined to the number in one way.
func side(joined neighbour, classes ...neighbour) (set sideSet) {
	for _, c := range classes {
		set |= 1 << (joined + c)
	}
	return set
}

// Sets that several readers need.
var (
	onAnySide  = ^sideSet(0)
	notGlued   = ^side(touching, besideUpper, besideLower, besideDigit)
	afterAt    = side(touching, besideAt) | side(apart, besideAt)
	afterWord  = side(touching, besidePeriod, besideShut) | side(apart, besideUpper, besideLower, besidePeriod, besideShut)
	afterComma = side(pastComma, besideUpper, besideLower, besidePeriod, besideShut, besideDigit)
)

// lengths is a set of numbers of figures: one bit for each, the last for all that
// are longer.
type lengths uint8

const maxLength = 6 // the last bit

// figures makes the set of what is from least to most figures long.
func figures(least, most int) lengths { return 1<<(most+1) - 1<<least }

// Sets that several readers need.
var (
	anyLength = figures(0, maxLength)
	ofVolume  = figures(1, maxVolume)
	ofYear    = figures(4, 4)
)

// A numberReader is one entry of the ordered list of readers at a number: what it
// needs to its sides and how it is read. Of the readers of a label, those of what
// the word before the number says, one decides: decided reports that the word is
// known, whether it makes the number an anchor or not, and the others are not asked.
type numberReader struct {
	before, after sideSet
	figures       lengths // how many it may have
	label         bool
	read          func(r reader, n number) (a anchor, decided bool)
}

// numberTable is the list made ready: for each neighbour, the set of readers that
// it allows; the same for each length.
type numberTable struct {
	before, after [sides]uint32
	figures       [maxLength + 1]uint32
	labels        uint32
	readers       []numberReader
}

func newNumberTable() *numberTable {
	t := &numberTable{readers: numberReaders()}
	for n, e := range t.readers {
		for side := range sides {
			t.before[side] |= uint32(e.before>>side&1) << n
			t.after[side] |= uint32(e.after>>side&1) << n
		}
		for length := range t.figures {
			t.figures[length] |= uint32(e.figures>>length&1) << n
		}
		if e.label {
			t.labels |= 1 << n
		}
	}
	return t
}

// digitAnchor looks at a digit. Without an anchor there, the end of what it
// returns is after the number.
func (r reader) digitAnchor(i int) anchor {
	n := r.numberAt(i)
	t := r.tab.numbers
	end := n.whole
	length := min(n.end-i, maxLength)
	for may := t.before[n.before] & t.after[n.after] & t.figures[length]; may != 0; {
		e := &t.readers[bits.TrailingZeros32(may)]
		may &= may - 1
		a, decided := e.read(r, n)
		if a.class != anchorNone {
			return a
		}
		if end = max(end, a.end); decided {
			may &^= t.labels
		}
	}
	return anchor{end: end}
}

// numberAt finds the end of the number at s[i:] and its neighbours.
func (r reader) numberAt(i int) number {
	s := r.text[:r.ceil]
	n := number{start: i, end: lex.DigitsEnd(s, i), left: i, at: i}
	n.whole = n.end
	r.lookLeft(&n)
	if n.end == len(s) {
		return n
	}
	c := s[n.end]
	switch n.after = besideOf[c]; {
	case lex.Class[c]&lex.Noise != 0:
		if k := lex.Skip(r.text, n.end); k >= len(s) {
			n.after = besideNothing
		} else if k > n.end {
			n.after = apart + besideOf[s[k]]
		}
	case c == '.' && n.end-i <= maxVolume && notGlued>>n.before&1 != 0 && lex.IsAt(s, n.end+1, lex.Digit):
		n.whole = dottedEnd(s, n.end)
	}
	return n
}

// lookLeft finds what is before the number.
func (r reader) lookLeft(n *number) {
	s, i := r.text, n.start
	if i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 {
		n.before = besideOf[s[i-1]]
		return
	}
	n.left = lex.SkipBack(s, r.floor, i)
	joined := touching
	if n.left < i {
		joined = apart
	}
	if n.left > r.floor && s[n.left-1] == ',' {
		n.left = lex.SkipBack(s, r.floor, n.left-1)
		joined = pastComma
	}
	if n.at = n.left; n.left == r.floor {
		return
	}
	n.before = joined + besideOf[s[n.left-1]]
	if n.at = wordEndingAt(s, r.floor, n.left); n.at < n.left {
		n.before = joined + besideAt
	}
}

// maxVolume bounds the figures of a volume.
const maxVolume = 4

// dottedEnd returns the end of a number with periods inside, of which s[:j] is the
// first part: "20.2.72.200", "3.6.7.16.A".
func dottedEnd(s string, j int) int {
	for j+1 < len(s) && (s[j] == '.' || s[j] == '-') && lex.Class[s[j+1]]&lex.Digit != 0 {
		j = lex.DigitsEnd(s, j+1)
	}
	for lex.At(s, j) == '.' && lex.IsAt(s, j+1, lex.Upper) && !lex.IsAt(s, j+2, lex.Alnum) {
		j += 2
	}
	return lex.Subdivisions(s, j, len(s))
}
