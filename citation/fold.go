package citation

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// foldKey folds an abbreviation for the tries: ASCII letters and digits in
// lower case and "&"; all else is dropped, the first letter of "2nd" and "3rd" too.
func foldKey(s string) string { return string(appendFold(nil, s)) }

// appendFold appends the folded form of s to b; see [foldKey].
func appendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case longOrdinal(s, i):
		case lex.Class[c]&lex.Upper != 0:
			b = append(b, c|0x20)
		case lex.Class[c]&(lex.Lower|lex.Digit) != 0 || c == '&':
			b = append(b, c)
		case c >= 0x80:
			// letters outside ASCII are kept byte by byte, dashes and quotes are not
			if letter, n := superscript(s, i); n > 0 {
				b = append(b, letter)
				i += n - 1
				break
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			if quoteOrDash(s, i) == 0 {
				b = append(b, s[i:i+n]...)
			}
			i += n - 1
		}
	}
	return b
}

// longOrdinal reports whether s[i] is the letter that an ordinal has in prose and
// not in a citation: the n of "2nd", the r of "3rd". Bluebook Rule 6.2(b).
func longOrdinal(s string, i int) bool {
	c := s[i] | 0x20
	if c != 'n' && c != 'r' || i == 0 {
		return false
	}
	before := s[i-1]
	return (before == '2' && c == 'n' || before == '3' && c == 'r') && lex.At(s, i+1)|0x20 == 'd' && !lex.IsAt(s, i+2, lex.Alnum)
}

// appendCourt appends the folded form of a court as it is written, its words
// abbreviated: "Superior Court of N.J." and "Super. Ct. N.J." are one.
func appendCourt(b []byte, text string) []byte {
	forms := courtWords()
	before := -1 // where the word before begins
	for i := 0; i < len(text); {
		j := courtWordEnd(text, i)
		if j == i {
			i++
			continue
		}
		start := len(b)
		b = appendFold(b, text[i:j])
		if form, ok := forms[string(b[start:])]; ok {
			b = append(b[:start], form...)
		}
		if before >= 0 && start < len(b) {
			if form, ok := forms[string(b[before:])]; ok { // two words: "Bankr. Ct."
				b, start = append(b[:before], form...), before
			}
		}
		if i = j; start < len(b) {
			before = start
		}
	}
	return b
}

// courtWordEnd returns the end of the word at s[i:]: letters and figures, with the
// apostrophes between them.
func courtWordEnd(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case lex.Class[c]&lex.Alnum != 0 || c == '&' || c == '\'':
			i++
		case strings.HasPrefix(s[i:], "’"):
			i += len("’")
		case c < 0x80 || quoteOrDash(s, i) > 0:
			return i
		default:
			i++
		}
	}
	return i
}

// courtWords are the words of courts by their folded form, with their abbreviations,
// folded too.
var courtWords = sync.OnceValue(func() map[string]string {
	forms := make(map[string]string)
	for _, p := range words.CourtWords.All() {
		forms[foldKey(p.Text)] = foldKey(p.Value)
	}
	return forms
})

// superscripts are the raised letters of ordinals: "9ᵗʰ", "F.3ᵈ".
var superscripts = map[rune]byte{'ᵈ': 'd', 'ʰ': 'h', 'ⁿ': 'n', 'ʳ': 'r', 'ˢ': 's', 'ᵗ': 't'}

// superscript reads a raised letter at s[i:].
func superscript(s string, i int) (letter byte, n int) {
	if c := s[i]; c != 0xE1 && c != 0xE2 && c != 0xCA && c != 0xCB {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if letter = superscripts[r]; letter == 0 {
		return 0, 0
	}
	return letter, n
}

// quoteOrDash returns the length of the typographic quote, dash or space at
// s[i:], 0 when there is none.
func quoteOrDash(s string, i int) int {
	if s[i] == 0xE2 && lex.At(s, i+1)&^1 == 0x80 && lex.At(s, i+2) >= 0x80 { // U+2000 to U+207F
		return 3
	}
	return lex.NoiseAt(s, i)
}

// maxShort bounds the length of a parenthetical that holds a court, a date or
// an edition, in bytes.
const maxShort = 160
