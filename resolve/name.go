package resolve

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/fold"
)

// A name is a name or title made ready for comparison: its folded words
// without the small ones.
type name []nameWord

// A nameWord is one word of a name.
type nameWord struct {
	text        string // folded
	abbreviated bool   // written with a period or an apostrophe: "Def.", "Int'l"
}

// smallWords are left out when names are compared.
var smallWords = map[string]bool{"the": true, "a": true, "an": true, "of": true, "and": true, "&": true, "et": true, "al": true, "for": true, "on": true, "in": true}

func newName(s string) name { return nameFrom(s, wordsOf) }

// name is newName, which folds each piece between blanks once: the names of a
// document repeat themselves.
func (r *Resolver) name(s string) name {
	return nameFrom(s, func(token string) []nameWord {
		words, known := r.words[token]
		if !known {
			words = wordsOf(token)
			r.words[token] = words
		}
		return words
	})
}

// nameFrom returns the words of the pieces of s between blanks.
func nameFrom(s string, wordsOf func(token string) []nameWord) name {
	n := make(name, 0, strings.Count(s, " ")+1)
	for token := range strings.FieldsSeq(s) {
		n = append(n, wordsOf(token)...)
	}
	return n
}

// wordsOf returns the words of a piece of a name between blanks.
func wordsOf(token string) (words []nameWord) {
	bare := strings.TrimRight(token, ",:;)”\"")
	initials := strings.Contains(strings.TrimSuffix(bare, "."), ".") // "N.Y.", not an abbreviation of one word
	abbreviated := !initials && strings.HasSuffix(bare, ".") || apostrophe(token)
	for w := range strings.FieldsSeq(fold.Key(token)) {
		if !smallWords[w] {
			words = append(words, nameWord{w, abbreviated})
		}
	}
	return words
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

// withoutVolume returns the name without the number before it: another volume of
// a work was cited.
func (n name) withoutVolume() name {
	if len(n) > 1 && strings.Trim(n[0].text, "0123456789") == "" {
		return n[1:]
	}
	return n
}

func (n name) equal(m name) bool {
	return slices.EqualFunc(n, m, func(a, b nameWord) bool { return a.text == b.text })
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

// agrees compares a written name with the names of a full citation.
func agrees(written name, source *entry) (best agreement) {
	if len(written) == 0 {
		return disagrees
	}
	if given := source.cite.Common().Hereinafter; given != "" && newName(given).equal(written) {
		return givenName
	}
	for _, key := range source.keys {
		best = max(best, written.within(key))
	}
	return best
}

// within tells how the written name agrees with one name of a source.
func (n name) within(key name) agreement {
	k, together := 0, true
	for i, w := range key {
		if k < len(n) && sameWord(n[k], w) {
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
		b.WriteString(stem(w.text))
	}
	return b.String()
}

// sameWord reports whether two words are one, or one is an abbreviation of the
// other.
func sameWord(a, b nameWord) bool {
	switch {
	case a.text == b.text:
		return true
	case a.abbreviated && len(a.text) < len(b.text):
		return abbreviates(a.text, b.text)
	case b.abbreviated && len(b.text) < len(a.text):
		return abbreviates(b.text, a.text)
	}
	return false
}

// abbreviates reports whether the letters of a short form are in the word in
// order, beginning with its first: "def" in "defenders", "intl" in
// "international".
func abbreviates(short, word string) bool {
	k := 0
	for i := 0; i < len(word) && k < len(short); i++ {
		if short[k] == word[i] {
			k++
		} else if i == 0 {
			return false
		}
	}
	return k == len(short) && k > 1
}

// near reports whether two words differ by a slip of the pen: one letter, or
// two in a long word. Another number is another paper, not a slip.
func near(a, b string) bool {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	slips := 1
	if short > 6 {
		slips = 2
	}
	if short < minSlip || long > maxWord || long-short > slips || strings.ContainsAny(a, "0123456789") {
		return a == b
	}
	return distance(a, b) <= slips
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
