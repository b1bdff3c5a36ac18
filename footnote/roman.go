package footnote

import "strings"

// romans are the numerals that roman numbers are written with, from the greatest on.
var romans = [...]struct {
	value   int
	numeral string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

// maxRoman is the highest roman number that is read, maxRomanLength the length
// of the longest, maxWritten the highest that is written.
const (
	maxRoman       = 399
	maxRomanLength = 12
	maxWritten     = 20_000
)

// roman returns n as a roman number in lower case, empty when it is too high.
func roman(n int) string {
	if n > maxWritten {
		return ""
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.numeral)
		}
	}
	return b.String()
}

// scanRoman scans "[iv]". A letter after the bracket makes it a word with its
// first letter altered, "[i]n".
func scanRoman(s string, i int) (it item, ok bool) {
	if i >= len(s) || s[i] != '[' {
		return item{}, false
	}
	n, k := 0, i+1
	for _, r := range romans {
		for n+r.value <= maxRoman && strings.HasPrefix(s[k:], r.numeral) {
			n, k = n+r.value, k+len(r.numeral)
		}
	}
	if n == 0 || k-i > maxRomanLength || s[i+1:k] != roman(n) {
		return item{}, false
	}
	if k >= len(s) || s[k] != ']' || lowerAt(s, k+1) {
		return item{}, false
	}
	return item{at: i, number: uint32(n), width: uint8(k + 1 - i), roman: true}, true
}
