// Package lex knows what a text is made of below its words: the classes of bytes,
// and the noise that may be between any two tokens of a citation.
//
// The input is never rewritten. What is between two tokens of a citation
// in real text (blanks, line breaks, no-break and thin spaces, soft hyphens,
// star pages, Markdown emphasis, HTML tags) is skipped where it is, so that every
// offset is an offset of the caller's string.
package lex

// Byte classes, named bits of the class table.
const (
	Space    = 1 << iota // ASCII blank, tab, line break, form feed
	Digit                // 0-9
	Upper                // A-Z
	Lower                // a-z
	High                 // a byte of a multi-byte UTF-8 sequence
	Markup               // * _ < ` : may be Markdown or HTML between tokens
	Noise                // first byte of what Skip may pass: space, markup, no-break space
	NoiseEnd             // last byte of what SkipBack may pass
	Letter   = Upper | Lower | High
	Alnum    = Upper | Lower | Digit // ASCII alone: what is beside a word may be a curly quote
	ASCII    = Upper | Lower
)

// Class is the set of classes of each byte.
var Class = func() (t [256]uint8) {
	for _, c := range " \t\n\r\f\v" {
		t[c] |= Space | Noise
	}
	for c := '0'; c <= '9'; c++ {
		t[c] |= Digit
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] |= Upper
		t[c+'a'-'A'] |= Lower
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] |= High | NoiseEnd
	}
	for _, c := range " \t\n\r\f\v0123456789]`*_>;" {
		t[c] |= NoiseEnd
	}
	for _, c := range "*_<`" {
		t[c] |= Markup | Noise
	}
	for _, c := range []byte{0xC2, 0xE2, 0xEF, '&', '['} {
		t[c] |= Noise
	}
	return t
}()

// maxTag bounds how far skip looks for the end of an HTML tag.
const maxTag = 256

// Skip returns the first offset at or after i at which something other than
// noise stands: blanks of every kind, soft hyphens, Markdown emphasis and
// HTML tags. A '*' before a digit is a star page, not emphasis, and stays.
func Skip(s string, i int) int {
	if i >= len(s) || Class[s[i]]&Noise == 0 { // the fast path, for inlining
		return i
	}
	return skip(s, i)
}

// skip is Skip where noise may be.
func skip(s string, i int) int {
	if s[i] == ' ' && i+1 < len(s) && Class[s[i+1]]&Noise == 0 { // the fast path: one blank
		return i + 1
	}
	for i < len(s) && Class[s[i]]&Noise != 0 {
		n := NoiseAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// NoiseAt returns the length of the piece of noise at s[i:], 0 when there is none.
func NoiseAt(s string, i int) int {
	if Class[s[i]]&Noise == 0 { // the fast path, for inlining
		return 0
	}
	return noiseAt(s, i)
}

// noiseAt is NoiseAt where noise may be.
func noiseAt(s string, i int) int {
	switch c := s[i]; c {
	case '\n':
		return pageBreak(s, i)
	case ' ', '\t', '\r', '\f', '\v', '`':
		return 1
	case '_', '*':
		if insideWord(s, i) || c == '_' && blankPage(s, i) {
			return 0
		}
		if c == '*' && i+1 < len(s) && Class[s[i+1]]&Digit != 0 {
			return starPage(s, i)
		}
		return 1
	case '[':
		if i+1 < len(s) && s[i+1] == '*' {
			return bracketedPage(s, i)
		}
	case '<':
		return tagAt(s, i)
	case '&':
		for _, entity := range blankEntities {
			if HasPrefixAt(s, i, entity) {
				return len(entity)
			}
		}
	case 0xC2, 0xE2, 0xEF:
		return wideBlank(s, i)
	}
	return 0
}

// tagAt returns the length of the tag at s[i:], 0 when none is there; an address in
// angle brackets is none.
func tagAt(s string, i int) int {
	if i+1 >= len(s) || Class[s[i+1]]&ASCII == 0 && s[i+1] != '/' || HasFoldPrefix(s[i+1:], "http") {
		return 0
	}
	for j := i + 2; j < len(s) && j < i+maxTag; j++ {
		if s[j] == '>' {
			return j + 1 - i
		}
	}
	return 0
}

// wideBlank returns the length of the blank, or the character without width, of two or
// three bytes at s[i:]; 0 when none is there.
func wideBlank(s string, i int) int {
	switch {
	case i+1 >= len(s):
	case s[i] == 0xC2: // U+00A0 no-break space, U+00AD soft hyphen
		if s[i+1] == 0xA0 || s[i+1] == 0xAD {
			return 2
		}
	case i+2 >= len(s):
	case s[i] == 0xEF: // U+FEFF
		if s[i+1] == 0xBB && s[i+2] == 0xBF {
			return 3
		}
	case s[i+1] == 0x80: // U+2000-200F, U+2028-202F
		if s[i+2] <= 0x8F || s[i+2] >= 0xA8 && s[i+2] <= 0xAF {
			return 3
		}
	case s[i+1] == 0x81: // U+2060-206F
		if s[i+2] >= 0xA0 && s[i+2] <= 0xAF {
			return 3
		}
	}
	return 0
}

// blankEntities are the HTML entities that stand for a blank.
var blankEntities = [...]string{"&nbsp;", "&#160;", "&#xA0;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;", "&shy;"}

// insideWord reports whether letters or digits are on both sides of s[i]: a
// '_' or '*' there is part of a word, not emphasis.
func insideWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && Class[s[i-1]]&(ASCII|Digit) != 0 && Class[s[i+1]]&(ASCII|Digit) != 0
}

// blankPage reports whether the '_' at s[i] is one of three or more that stand
// in a line for a page not yet known, "571 U.S. ___", or of two apart from any
// word, "571 U.S., at __ (slip op., at 7)". A row of them that begins a line
// underlines the line above, and is noise, unless the line goes on: "___ (slip op."
func blankPage(s string, i int) bool {
	j, k := i, i+1
	for j > 0 && i-j < maxTag && s[j-1] == '_' {
		j--
	}
	for k < len(s) && k-i < maxTag && s[k] == '_' {
		k++
	}
	if k-j < 2 || k-j == 2 && (j == 0 || Class[s[j-1]]&Space == 0 || k < len(s) && Class[s[k]]&Space == 0) {
		return false
	}
	for low := max(0, j-maxTag); j > low && (s[j-1] == ' ' || s[j-1] == '\t'); {
		j--
	}
	if j > 0 && s[j-1] != '\n' && s[j-1] != '\r' {
		return true
	}
	for high := min(len(s), k+maxTag); k < high && (s[k] == ' ' || s[k] == '\t'); {
		k++
	}
	return k < len(s) && s[k] == '('
}

// SkipBack is skip leftwards: the smallest offset j >= floor such that s[j:i]
// is noise.
func SkipBack(s string, floor, i int) int {
	if i > floor && Class[s[i-1]]&NoiseEnd != 0 {
		return skipBack(s, floor, i)
	}
	return i // the fast path, for inlining
}

// skipBack is SkipBack where noise may be.
func skipBack(s string, floor, i int) int {
	if s[i-1] == ' ' && i-1 > floor && Class[s[i-2]]&NoiseEnd == 0 { // the fast path: one blank
		return i - 1
	}
	for i > floor {
		start := noiseBefore(s, floor, i)
		if start == i {
			break
		}
		i = start
	}
	return i
}

// noiseBefore returns where the piece of noise begins that ends at s[:i], i when none
// does: what NoiseAt finds from its other end.
func noiseBefore(s string, floor, i int) int {
	switch c := s[i-1]; {
	case c == '\n':
		return min(breakBefore(s, floor, i), i-1)
	case Class[c]&Space != 0, c == '`', (c == '*' || c == '_') && !insideWord(s, i-1) && !(c == '_' && blankPage(s, i-1)):
		return i - 1
	case Class[c]&Digit != 0:
		return starBefore(s, floor, i)
	case c == ']':
		return bracketBefore(s, floor, i)
	case c == '>':
		return tagBefore(s, floor, i)
	case c == ';':
		if j := EntityBefore(s, floor, i); j < i && NoiseAt(s, j) == i-j {
			return j
		}
	case (c == 0xA0 || c == 0xAD) && i-2 >= floor && s[i-2] == 0xC2:
		return i - 2
	case c >= 0x80 && i-3 >= floor && (s[i-3] == 0xE2 || s[i-3] == 0xEF) && NoiseAt(s, i-3) == 3:
		return i - 3
	}
	return i
}

// starBefore is noiseBefore for a star page: "*752".
func starBefore(s string, floor, i int) int {
	j := i - 1
	for j > floor && i-j < 7 && Class[s[j-1]]&Digit != 0 {
		j--
	}
	if j == floor || s[j-1] != '*' {
		return i
	}
	for j > floor && s[j-1] == '*' {
		j--
	}
	if starPage(s, j) != i-j {
		return i
	}
	return j
}

// bracketBefore is noiseBefore for a star page in brackets: "[*752]".
func bracketBefore(s string, floor, i int) int {
	j := i - 1
	for j > floor && i-j < 14 && s[j] != '[' {
		j--
	}
	if s[j] != '[' || j+1 >= len(s) || s[j+1] != '*' || bracketedPage(s, j) != i-j {
		return i
	}
	return j
}

// tagBefore is noiseBefore for a tag.
func tagBefore(s string, floor, i int) int {
	j := i - 2
	for j >= floor && j > i-maxTag && s[j] != '<' && s[j] != '>' {
		j--
	}
	if j < floor || s[j] != '<' || NoiseAt(s, j) != i-j {
		return i
	}
	return j
}

// EntityBefore returns the offset of the HTML entity that ends at s[:i]; i when
// none does.
func EntityBefore(s string, floor, i int) int {
	for j := i - 2; j >= floor && i-j <= 8; j-- {
		if s[j] == '&' {
			if j < i-2 {
				return j
			}
			break
		}
		if Class[s[j]]&Alnum == 0 && s[j] != '#' {
			break
		}
	}
	return i
}

// DigitsEnd returns the end of the run of digits at s[i:].
func DigitsEnd(s string, i int) int {
	for i < len(s) && Class[s[i]]&Digit != 0 {
		i++
	}
	return i
}

// LettersEnd returns the end of the run of ASCII letters at s[i:].
func LettersEnd(s string, i int) int {
	for i < len(s) && Class[s[i]]&ASCII != 0 {
		i++
	}
	return i
}

// HasPrefixAt reports whether s[i:] begins with p.
func HasPrefixAt(s string, i int, p string) bool {
	return len(s)-i >= len(p) && s[i:i+len(p)] == p
}

// HasFoldPrefix reports whether s begins with the lower-case ASCII word p in
// any case.
func HasFoldPrefix(s, p string) bool {
	if len(s) < len(p) {
		return false
	}
	for i := 0; i < len(p); i++ {
		c := s[i]
		if Class[c]&Upper != 0 {
			c += 'a' - 'A'
		}
		if c != p[i] {
			return false
		}
	}
	return true
}
