package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// How an abbreviation is found in the text
//
// All abbreviations that may follow a volume or title number are in one trie
// over folded spellings: only letters, digits and "&" count, in lower case;
// periods, blanks, line breaks, apostrophes and hyphens do not. So "F. Supp.
// 2d", "F.Supp.2d" and "F. SUPP.\n2D" are one path, and the text is read where
// it stands. The longest path that ends where a word of the text ends wins.
//
// What folding loses is checked on the one row that was found: an abbreviation
// of one or two letters must be written with its own capitals and periods, or
// "5 A day" would be a citation.
//
// Codes, rules and the like that precede their number ("Fed. R. Civ. P.
// 12", "Colo. Rev. Stat. § 18-8-115") are found from the number or the section
// sign, to the left of it, in a second trie of the same spellings reversed. It
// also holds the words that say what a number counts, alone or after a code
// ("section 1983", "Pub. L. No. 111-148"). A third trie holds the codes that may
// follow their section ("§ 768.28, Fla. Stat.").

// A trie maps folded spellings to terms.
type trie struct {
	nodes []node
	terms [][]term // by node.terms-1
	first [256]int32
	slab  []term // room for the lists of one term
}

type node struct {
	char    byte
	mask    uint32 // the set of the children's characters, by their low five bits
	child   int32  // index of the first child, 0: none
	sibling int32  // index of the next sibling, 0: none
	terms   int32  // 1 + index into trie.terms, 0: none ends here
}

// grow makes room for n nodes.
func (t *trie) grow(n int) {
	t.nodes = append(make([]node, 0, n), node{})
	t.terms = make([][]term, 0, n/4)
}

// flatLevels are the levels of a trie that most steps end in.
const flatLevels = 3

// pack moves the nodes so that the children of each are in a row: first the levels
// at which most words are turned away, then what goes on from each node of the last
// of these. Nothing may be entered afterwards.
func (t *trie) pack() {
	old, packed := t.nodes, make([]node, 1, len(t.nodes)+1)
	// siblings moves a node and its siblings, and returns where they begin.
	siblings := func(at int32) int32 {
		first := int32(len(packed))
		for ; at != 0; at = old[at].sibling {
			packed = append(packed, old[at])
			packed[len(packed)-1].sibling = int32(len(packed))
		}
		packed[len(packed)-1].sibling = 0
		return first
	}
	for c, at := range t.first {
		if at != 0 {
			t.first[c] = siblings(at)
		}
	}
	from := 1
	for range flatLevels - 1 {
		end := len(packed)
		for ; from < end; from++ {
			if at := packed[from].child; at != 0 {
				packed[from].child = siblings(at)
			}
		}
	}
	var below func(from, end int)
	below = func(from, end int) {
		for k := from; k < end; k++ {
			if at := packed[k].child; at != 0 {
				packed[k].child = siblings(at)
				below(int(packed[k].child), len(packed))
			}
		}
	}
	below(from, len(packed))
	t.nodes = packed
}

// addAll enters a term by an abbreviation and its other written forms.
func (t *trie) addAll(x term, abbrev string, also []string) {
	for form := range forms(abbrev, also) {
		t.addForm(form, x)
	}
}

// addForm enters a term by one written form.
func (t *trie) addForm(form string, x term) {
	var buf [maxShort]byte
	x.abbrev, x.period = form, strings.HasSuffix(form, ".")
	t.add(appendFold(buf[:0], form), x)
}

// addReversed is addForm from the last letter to the first.
func (t *trie) addReversed(form string, x term) {
	var buf [maxShort]byte
	key := appendFold(buf[:0], form)
	slices.Reverse(key)
	x.abbrev, x.period = form, strings.HasSuffix(form, ".")
	t.add(key, x)
}

func (t *trie) add(key []byte, x term) {
	if len(key) == 0 {
		return
	}
	if len(t.nodes) == 0 {
		t.nodes = make([]node, 1, 1<<12)
	}
	at := int32(0)
	for i := 0; i < len(key); i++ {
		next := t.step(at, key[i])
		if next == 0 {
			next = int32(len(t.nodes))
			fresh := node{char: key[i]}
			if at == 0 {
				t.first[key[i]] = next
			} else {
				fresh.sibling = t.nodes[at].child
				t.nodes[at].child = next
				t.nodes[at].mask |= 1 << (key[i] & 31)
			}
			t.nodes = append(t.nodes, fresh)
		}
		at = next
	}
	if t.nodes[at].terms == 0 {
		t.terms = append(t.terms, nil)
		t.nodes[at].terms = int32(len(t.terms))
	}
	list := &t.terms[t.nodes[at].terms-1]
	if *list == nil { // most lists hold one term: they share one array
		if len(t.slab) == cap(t.slab) {
			t.slab = make([]term, 0, 512)
		}
		t.slab = append(t.slab, x)
		*list = t.slab[len(t.slab)-1 : len(t.slab) : len(t.slab)]
		return
	}
	respelled := len(key) <= 2 && !strings.Contains(x.abbrev, ".") // "L" beside "L."
	for i, old := range *list {
		if !respelled {
			old.abbrev = x.abbrev
		}
		period := old.period || x.period
		if old.period = x.period; old == x {
			(*list)[i].period = period
			return
		}
	}
	*list = append(*list, x)
}

// find returns the terms of one written form.
func (t *trie) find(form string) []term {
	var buf [maxShort]byte
	at := int32(0)
	for _, c := range appendFold(buf[:0], form) {
		if at = t.step(at, c); at == 0 {
			return nil
		}
	}
	if n := t.nodes[at].terms; n != 0 {
		return t.terms[n-1]
	}
	return nil
}

// step returns the node that follows node at by the character c; 0 is none as
// the result and the root as the argument.
func (t *trie) step(at int32, c byte) int32 {
	if at == 0 {
		return t.first[c]
	}
	if t.nodes[at].mask&(1<<(c&31)) == 0 {
		return 0
	}
	for n := t.nodes[at].child; n != 0; n = t.nodes[n].sibling {
		if t.nodes[n].char == c {
			return n
		}
	}
	return 0
}

// match finds the longest abbreviation that begins at s[i:] and ends at a
// word's end. It returns its terms and the offset after it, with the period
// that ends it.
func (t *trie) match(s string, i, end int) (terms []term, next int) {
	at, open := int32(0), 0
	for j := i; j < end; {
		c := foldAt[s[j]]
		switch c {
		case foldDrops:
			j++
			continue
		case foldCounts: // "Lab. Arb. Rep. (BNA)"
			if open += parity(s[j]); open < 0 || open > 1 {
				return terms, next
			}
			j++
			continue
		case foldAsks:
			if letter, n := superscript(s, j); n > 0 {
				c = letter
				j += n - 1
			} else if n := quoteOrDash(s, j); n > 0 {
				j += n
				continue
			} else if c = s[j]; c == '[' && open == 0 || c == ']' && open == 1 { // "P. [2d]"
				open += parity(c)
				j++
				continue
			} else if c < 0x80 {
				return terms, next
			}
		case 'n', 'r':
			if longOrdinal(s, j) { // "F.2nd"
				j++
				continue
			}
		case '&':
			if n := lex.NoiseAt(s, j); n > 0 { // "F.&nbsp;Supp."
				j += n
				continue
			}
		}
		if at = t.step(at, c); at == 0 {
			return terms, next
		}
		j++
		if c == '&' && lex.HasPrefixAt(s, j, "amp;") {
			j += len("amp;")
		}
		if n := t.nodes[at].terms; n != 0 && (lex.WordEnds(s, j, end) || endsInOrdinal(s, j)) {
			if list := t.terms[n-1]; !(terms != nil && list[0].code != nil && signOf(s, j)) && anyWellSpelled(list, s, i, j) {
				terms, next = list, afterAbbreviation(s[:end], j, open > 0)
			}
		}
	}
	return terms, next
}

// endsInOrdinal reports whether the number of a series ends at s[:j], right before
// the page: the "2d" of "846F.2d746".
func endsInOrdinal(s string, j int) bool {
	k := j
	for k > 0 && lex.Class[s[k-1]]&lex.Lower != 0 {
		k--
	}
	return k < j && j-k <= len("th") && k > 1 && lex.Class[s[k-1]]&lex.Digit != 0 && strings.IndexByte(". ", s[k-2]) >= 0 && lex.IsAt(s, j, lex.Digit)
}

// afterAbbreviation passes over the period that ends an abbreviation at s[:j], with
// blanks on both sides of it or none, and over the bracket that is open in it, with a
// period after it.
func afterAbbreviation(s string, j int, open bool) int {
	if lex.At(s, j) == '.' {
		j++
	} else if k := lex.Skip(s, j); k > j && lex.At(s, k) == '.' && lex.IsAt(s, k+1, lex.Noise) { // "410 U . S . 113"
		j = k + 1
	}
	if c := lex.At(s, j); open && (c == ')' || c == ']') {
		j++
		if lex.At(s, j) == '.' { // "Pac. (2d)."
			j++
		}
	}
	return j
}

// What foldAt says of a byte that is no letter of a folded spelling.
const (
	foldAsks   = iota // it may begin a dash, a raised letter or noise
	foldDrops         // it is dropped
	foldCounts        // it is a bracket
)

// foldAt is how a byte of the text is read: as the letter of a folded spelling, or
// as one of the above.
var foldAt = func() (t [256]byte) {
	for c := range t {
		switch class := lex.Class[c]; {
		case class&lex.ASCII != 0:
			t[c] = byte(c) | 0x20
		case class&lex.Digit != 0 || c == '&':
			t[c] = byte(c)
		case strings.IndexByte(".'-,/:", byte(c)) >= 0:
			t[c] = foldDrops
		case c == '(' || c == ')':
			t[c] = foldCounts
		}
	}
	return t
}()

// signOf reports whether the letter that ends at s[:j] is an S that stands for
// a section sign, "21 U.S.C. s 846", not the last letter of "U.S.C.S."
func signOf(s string, j int) bool {
	alone := s[j-1]|0x20 == 's' && lex.Class[s[j-2]]&lex.Space != 0
	return alone && lex.At(s, j) == ' ' && lex.IsAt(s, j+1, lex.Digit)
}

// parity is what a bracket adds to the count of those open.
func parity(bracket byte) int {
	if bracket == '(' || bracket == '[' {
		return 1
	}
	return -1
}

// matchBack finds the longest abbreviation that ends at s[:i], in a trie of
// reversed spellings. It returns its terms and the offset of its first byte.
func (t *trie) matchBack(s string, floor, i int) (terms []term, start int) {
	at, open := int32(0), 0
	for j := i; j > floor; {
		c := foldAt[s[j-1]]
		switch {
		case c == foldCounts: // "Fed. Sec. L. Rep. (CCH)"
			if open -= parity(s[j-1]); open < 0 || open > 1 {
				return terms, start
			}
			j--
			continue
		case (c == 'n' || c == 'r') && longOrdinal(s, j-1):
			j--
			continue
		case c > foldCounts:
		case c == foldDrops && s[j-1] != ':' && (s[j-1] != ',' || j < i):
			j--
			continue
		case s[j-1] == ';' && strings.HasSuffix(s[floor:j], "&amp;"):
			c = '&'
			j -= len("amp;")
		default:
			k := dropsBack(s, floor, j)
			if k == j {
				return terms, start
			}
			j = k
			continue
		}
		if at = t.step(at, c); at == 0 {
			return terms, start
		}
		j--
		if n := t.nodes[at].terms; n != 0 && open == 0 && beginsWord(s, floor, j) {
			if list := t.terms[n-1]; list[0].anyCase() || lex.Class[s[j]]&(lex.Upper|lex.Digit) != 0 && anyWellSpelled(list, s, j, i) {
				terms, start = list, j
			}
		}
	}
	return terms, start
}

// dropsBack passes leftwards over the noise or the dash that ends at s[:j].
func dropsBack(s string, floor, j int) int {
	if k := lex.SkipBack(s, floor, j); k < j {
		return k
	}
	if k := j - len("–"); k >= floor && quoteOrDash(s, k) == len("–") {
		return k
	}
	return j
}

// beginsWord reports whether a word begins at s[j], and no abbreviation with
// periods inside ends right before it: initials do, "U.S.Code", while other words
// end at their period, "Def.Exh."
func beginsWord(s string, floor, j int) bool {
	if j == floor {
		return true
	}
	c := s[j-1]
	if c == '.' && wordEnds(s, floor, j-1) && lex.Class[s[j]]&lex.Upper != 0 {
		return true
	}
	if c == '.' || c == '&' {
		return j-2 < floor || lex.Class[s[j-2]]&lex.ASCII == 0
	}
	return !lex.In(c, lex.Alnum, "-/")
}

// wordEnds reports whether a word of several small letters, or of three capitals, or
// a bracket ends at s[:j], before periods or not.
func wordEnds(s string, floor, j int) bool {
	for low := j - maxDots; j > floor && j > low && s[j-1] == '.'; {
		j--
	}
	if j < 2 {
		return false
	}
	return lex.Class[s[j-1]]&lex.Class[s[j-2]]&lex.Lower != 0 || strings.IndexByte(")]\"", s[j-1]) >= 0 ||
		j >= 3 && lex.Class[s[j-1]]&lex.Class[s[j-2]]&lex.Class[s[j-3]]&lex.Upper != 0
}

// maxDots bounds the periods between two words.
const maxDots = 4

// anyWellSpelled reports whether s[i:j] is a spelling of one of the terms.
func anyWellSpelled(list []term, s string, i, j int) bool {
	for k := range list {
		if wellSpelled(list[k].abbrev, s[i:j], s, j) {
			return true
		}
	}
	return false
}

// wellSpelled checks what folding lost, on abbreviations too short to be safe
// without: those of one or two letters keep their capitals, and their periods
// unless they are all capitals ("US") or the table has them without ("L", "Or").
func wellSpelled(abbrev, written, s string, j int) bool {
	if len(written) > 8 {
		return true
	}
	letters := 0
	capitals := true
	for i := 0; i < len(abbrev); i++ {
		if lex.Class[abbrev[i]]&lex.ASCII != 0 {
			letters++
			capitals = capitals && lex.Class[abbrev[i]]&lex.Upper != 0
		} else if lex.Class[abbrev[i]]&lex.Digit != 0 {
			letters++
		}
	}
	if letters > 2 {
		return true
	}
	k := 0
	for i := 0; i < len(written); i++ {
		if lex.Class[written[i]]&(lex.ASCII|lex.Digit) == 0 {
			continue
		}
		for k < len(abbrev) && lex.Class[abbrev[k]]&(lex.ASCII|lex.Digit) == 0 {
			k++
		}
		if k >= len(abbrev) || abbrev[k] != written[i] {
			return false
		}
		k++
	}
	dotted := j < len(s) && s[j] == '.' || strings.HasSuffix(written, ".")
	return dotted || capitals && letters == 2 || abbrev == written
}
