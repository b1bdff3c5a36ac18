package citation

import (
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// foldKey folds an abbreviation for the tries: ASCII letters and digits in
// lower case and "&"; all else is dropped.
func foldKey(s string) string { return string(appendFold(nil, s)) }

// appendFold appends the folded form of s to b; see [foldKey].
func appendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
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
