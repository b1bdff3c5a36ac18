package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const byteOrderMark = "\ufeff"

// lineEnd returns the offset of the newline at or after i, or len(s).
func lineEnd(s string, i int) int {
	if k := strings.IndexByte(s[i:], '\n'); k >= 0 {
		return i + k
	}
	return len(s)
}

// blankAt returns the width of the blank at s[i:], 0 if there is none. A
// newline is no blank here, a no-break space is one.
func blankAt(s string, i int) int {
	switch {
	case i >= len(s):
		return 0
	case s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == '\f' || s[i] == '\v':
		return 1
	case s[i] < 0xc2:
		return 0
	}
	return prefixOf(s[i:], wideBlanks[:])
}

// wideBlanks are the blanks of more than one byte: the no-break space, and those
// without a width.
var wideBlanks = [...]string{"\u00a0", "\u200b", "\u2060", "\ufeff"}

// skipBlanks returns the offset after the blanks at s[i:].
func skipBlanks(s string, i int) int {
	for {
		w := blankAt(s, i)
		if w == 0 {
			return i
		}
		i += w
	}
}

// skipSpace returns the offset after blanks and newlines at s[i:].
func skipSpace(s string, i int) int {
	for {
		i = skipBlanks(s, i)
		if i >= len(s) || s[i] != '\n' {
			return i
		}
		i++
	}
}

// trimSpace returns the offset after the last byte of s[i:j] that is neither
// blank nor newline; i if there is none.
func trimSpace(s string, i, j int) int {
	for j > i {
		switch {
		case s[j-1] == '\n' || blankAt(s[:j], j-1) == 1:
			j--
		case s[j-1] < 0x80 || suffixOf(s[i:j], wideBlanks[:]) == 0:
			return j
		default:
			j -= suffixOf(s[i:j], wideBlanks[:])
		}
	}
	return j
}

// blankLine reports whether the line s[i:j] has nothing but blanks.
func blankLine(s string, i, j int) bool { return skipBlanks(s[:j], i) == j }

// scanNumber scans a number from 1 to maxNumber without leading zeros.
func scanNumber(s string, i int) (n, next int, ok bool) {
	for next = i; next < len(s) && isDigit(s[next]) && n <= maxNumber; next++ {
		n = 10*n + int(s[next]-'0')
	}
	return n, next, n > 0 && n <= maxNumber && s[i] != '0'
}

// scanSuperscript is scanNumber for superscript digits.
func scanSuperscript(s string, i int) (n, next int, ok bool) {
	for next = i; n <= maxNumber; {
		r, w := utf8.DecodeRuneInString(s[next:])
		d := strings.IndexRune(superscripts, r)
		if d < 0 || r == utf8.RuneError || next == i && r == '⁰' {
			break
		}
		n = 10*n + utf8.RuneCountInString(superscripts[:d])
		next += w
	}
	return n, next, n > 0 && n <= maxNumber
}

// superscripts are the superscript digits from 0 to 9.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// scanSuffix scans the letter of a label such as 4a; suffix is 0 when s[i] is
// none, or begins a word.
func scanSuffix(s string, i int) (suffix byte, next int) {
	if i < len(s) && isLower(s[i]) && (i+1 == len(s) || !isLetter(s[i+1])) {
		return s[i], i + 1
	}
	return 0, i
}

func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isLower(b byte) bool  { return 'a' <= b && b <= 'z' }
func isUpper(b byte) bool  { return 'A' <= b && b <= 'Z' }
func isLetter(b byte) bool { return isLower(b) || isUpper(b) }

// lowerAt reports whether the rune at s[i:] is a lower-case letter.
func lowerAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

// closers are what may be between a sentence's last word and its mark or
// the next sentence, after the period. The control characters here and among the
// openers are the double quotation marks of TeX's fonts that do not say which
// characters they hold.
var closers = [...]string{"”", "’", `"`, "'", ")", "]", "»", "›", "\x11"}

// closerAt returns the width of the closing mark at s[i:], 0 if there is none.
func closerAt(s string, i int) int { return prefixOf(s[i:], closers[:]) }

// openers are what may precede a sentence's first word.
var openers = [...]string{"“", "‘", `"`, "'", "(", "[", "«", "‹", "\x10"}

// openerAt returns the width of the opening mark at s[i:], 0 if there is none.
func openerAt(s string, i int) int { return prefixOf(s[i:], openers[:]) }

// prefixOf returns the length of the first of the words with which s begins.
func prefixOf(s string, words []string) int {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// endsSentence reports whether s[:i] ends like a sentence: with a period, an
// exclamation or question mark, with or without closing marks after it. What
// follows is on another page, or another line of it, and says nothing: see
// [words.Sentences.Ends] for marks inside a text.
func endsSentence(s string, i int) bool {
	i = trimClosers(s, trimSpace(s, 0, i))
	return i > 0 && (s[i-1] == '.' || s[i-1] == '?' || s[i-1] == '!')
}

// trimClosers returns the offset after s[:i] without its closing marks.
func trimClosers(s string, i int) int {
	for n := 0; n < 8; n++ {
		w := suffixOf(s[:i], closers[:])
		if w == 0 {
			break
		}
		i -= w
	}
	return i
}

// suffixOf returns the length of the first of the words with which s ends.
func suffixOf(s string, words []string) int {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}
