package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words: where they end, and how they are written.

// FirstByte returns the first byte of s; 0 when it is empty.
func FirstByte(s string) byte { return At(s, 0) }

// At returns the byte s[i]; 0 at the end of s.
func At(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// IsAt reports whether the byte s[i] is of one of the classes; none is at the end of s.
func IsAt(s string, i int, classes uint8) bool { return Class[At(s, i)]&classes != 0 }

// In reports whether a byte is of one of the classes or is one of the marks.
func In(c byte, classes uint8, marks string) bool {
	return Class[c]&classes != 0 || strings.IndexByte(marks, c) >= 0
}

// WordEndsAt reports whether neither a letter nor a digit is at s[i:].
func WordEndsAt(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	if s[i] < utf8.RuneSelf {
		return Class[s[i]]&Alnum == 0
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// Capitals reports whether a word is written in capitals alone, as small
// Capitals become in plain text.
func Capitals(w string) bool {
	for i := 0; i < len(w); i++ {
		if Class[w[i]]&Upper == 0 && w[i] != '\'' && w[i] < 0x80 {
			return false
		}
	}
	return len(w) > 1
}

// Camel reports whether a word that begins with a small letter has a capital
// inside: "deNemours", "eBay".
func Camel(w string) bool {
	for i := 1; i < len(w) && i < 6; i++ {
		if Class[w[i]]&Upper != 0 && Class[w[i-1]]&Lower != 0 {
			return true
		}
	}
	return false
}

func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if Class[s[i]]&Digit == 0 {
			return false
		}
	}
	return s != ""
}

// IsRoman reports whether s is a Roman numeral in one case.
func IsRoman(s string) bool {
	if s == "" || len(s) > 10 {
		return false
	}
	upper := Class[s[0]]&Upper != 0
	for i := 0; i < len(s); i++ {
		if Class[s[i]]&Upper != 0 != upper {
			return false
		}
		switch s[i] | 0x20 {
		case 'i', 'v', 'x', 'l', 'c', 'd', 'm':
		default:
			return false
		}
	}
	return true
}

// FirstWord returns the first run of letters of s.
func FirstWord(s string) string {
	i := 0
	for i < len(s) && Class[s[i]]&Letter != 0 {
		i++
	}
	return s[:i]
}

// InitialAt reports whether an initial is at s[i:]: "A. Scalia".
func InitialAt(s string, i int) bool {
	return i+3 < len(s) && Class[s[i]]&Upper != 0 && s[i+1] == '.' && (Class[s[i+2]]&Space != 0 || Class[s[i+2]]&Upper != 0)
}

// LastWord returns what follows the last blank of s.
func LastWord(s string) string {
	if i := strings.LastIndexAny(s, " \t\n\r"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// WordEnds reports whether a word may end before s[j].
func WordEnds(s string, j, end int) bool {
	return j >= end || Class[s[j]]&(ASCII|Digit) == 0
}

// IsASCII reports whether s has no byte beyond ASCII.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// WordStart returns the offset at which the word begins that ends at s[:i]: noise
// is before it, or floor. It is i when noise ends there.
func WordStart(s string, floor, i int) int {
	for i > floor && Class[s[i-1]]&Space == 0 {
		if c := s[i-1]; (c >= 0x80 || Class[c]&Alnum == 0) && SkipBack(s, floor, i) < i {
			break
		}
		i--
	}
	return i
}
