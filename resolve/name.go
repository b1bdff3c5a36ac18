package resolve

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/fold"
)

// A name is a name or title made ready for comparison: its folded words
// without the small ones.
type name []word

// A word is one word of a name.
type word struct {
	text        string // folded
	letters     uint64 // a bit for each letter and digit; a byte that is neither shares one with others
	hash        uint32 // of the text
	abbreviated bool   // written with a period or an apostrophe: "Def.", "Int'l"
}

// newWord returns the word of a folded text.
func newWord(text string, hash uint32, abbreviated bool) word {
	w := word{text: text, hash: hash, abbreviated: abbreviated}
	for i := range len(text) {
		w.letters |= 1 << (text[i] & 63)
	}
	return w
}

// smallWords are left out when names are compared.
var smallWords = map[string]bool{"the": true, "a": true, "an": true, "of": true, "and": true, "&": true, "et": true, "al": true, "for": true, "on": true, "in": true}

// largeWords returns the folded words of a name without the small ones.
func largeWords(s string) []string {
	return slices.DeleteFunc(fold.Words(s), func(w string) bool { return smallWords[w] })
}

// abbreviated reports whether a piece of a name between blanks is abbreviated.
func abbreviated(token string) bool {
	bare := strings.TrimRight(token, ",:;)”\"")
	initials := strings.Contains(strings.TrimSuffix(bare, "."), ".") // "N.Y.", not an abbreviation of one word
	return !initials && strings.HasSuffix(bare, ".") || apostrophe(token)
}

// apostrophe reports whether letters are left out of a token: "Ass'n", not "Roe's".
func apostrophe(token string) bool {
	for _, mark := range [...]string{"'", "’"} {
		if i := strings.Index(token, mark); i > 0 && len(token) > i+len(mark) && !strings.HasSuffix(token, mark+"s") {
			return true
		}
	}
	return false
}

func (n name) equal(m name) bool {
	return slices.EqualFunc(n, m, func(a, b word) bool { return a.hash == b.hash && a.text == b.text })
}

// sum is equal for names that are equal.
func (n name) sum() (sum uint64) {
	for _, w := range n {
		sum = sum*31 + uint64(w.hash)
	}
	return sum
}

// agreement is how well a written name agrees with a source.
type agreement int

const (
	disagrees agreement = iota
	initials            // the written name is made of the first letters of a name's words: "ICCPR"
	someWords           // all words of the written name are in a name, in order
	beginning           // a name begins with the written one
	wholeName           // they are the same
	givenName           // they are the same, and the source says hereinafter
)

// agrees compares a written name with the names of a work.
func (n name) agrees(with *work) (best agreement) {
	if len(n) == 0 {
		return disagrees
	}
	if with.given.equal(n) {
		return givenName
	}
	for _, key := range with.keys {
		best = max(best, n.within(key))
	}
	return best
}

// within tells how the written name agrees with one name of a source.
func (n name) within(key name) agreement {
	k, together := 0, true
	for i := range key {
		if k < len(n) && sameWord(&n[k], &key[i]) {
			together = together && i == k
			k++
		}
	}
	switch {
	case k < len(n) && len(n) == 1 && n[0].text == key.initials():
		return initials
	case k < len(n):
		return disagrees
	case together && len(n) == len(key):
		return wholeName
	case together:
		return beginning
	}
	return someWords
}

// initials returns the first letters of a name's words, empty when there are
// fewer than three.
func (n name) initials() string {
	if len(n) < 3 {
		return ""
	}
	var b strings.Builder
	for _, w := range n {
		b.WriteString(prefix(w.text, 1))
	}
	return b.String()
}

// sameWord reports whether two words are one, or one is an abbreviation of the
// other.
func sameWord(a, b *word) bool {
	return a.hash == b.hash && a.text == b.text || a.abbreviates(b) || b.abbreviates(a)
}

// abbreviates reports whether the letters of an abbreviated word are in the
// other in order, beginning with its first: "def" in "defenders", "intl" in
// "international".
func (w *word) abbreviates(long *word) bool {
	if !w.abbreviated || len(w.text) >= len(long.text) || w.letters&^long.letters != 0 || w.text[0] != long.text[0] {
		return false
	}
	k := 0
	for i := 0; i < len(long.text) && k < len(w.text); i++ {
		if w.text[k] == long.text[i] {
			k++
		}
	}
	return k == len(w.text) && k > 1
}

// near reports whether two words differ by a slip of the pen: one letter, or
// two in a long word. Another number is another paper, not a slip.
func near(a, b *word) bool {
	if a.text == b.text {
		return true
	}
	short, long := min(len(a.text), len(b.text)), max(len(a.text), len(b.text))
	slips := 1
	if short > 6 {
		slips = 2
	}
	if short < minSlip || long > maxWord || long-short > slips || bits.OnesCount64(a.letters^b.letters) > 2*slips {
		return false // a slip changes two letters at most
	}
	return !strings.ContainsAny(a.text, "0123456789") && distance(a.text, b.text) <= slips
}

// minSlip is the length of the shortest word that may be misspelt: Poe is not Roe.
const minSlip = 5

// maxWord is the length in bytes of the longest words that distance compares.
const maxWord = 64

// distance is the number of letters to insert, delete or replace to make one
// word of the other (Levenshtein).
func distance(a, b string) int {
	var row [maxWord + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
