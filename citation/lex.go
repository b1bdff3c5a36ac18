package citation

// The lexer's lowest floor: byte classes and the skipping of noise.
//
// The input is never rewritten. What stands between two tokens of a citation
// in real text (blanks, line breaks, no-break and thin spaces, soft hyphens,
// star pages, Markdown emphasis, HTML tags) is skipped where it stands, so that every
// offset is an offset of the caller's string.

// Byte classes, named bits of the class table.
const (
	cSpace   = 1 << iota // ASCII blank, tab, line break, form feed
	cDigit               // 0-9
	cUpper               // A-Z
	cLower               // a-z
	cHigh                // a byte of a multi-byte UTF-8 sequence
	cMarkup              // * _ < ` : may be Markdown or HTML between tokens
	cNoise               // first byte of what skip may pass: space, markup, no-break space
	cAnchor              // the scanner looks closer here; see scan.go
	cLetter  = cUpper | cLower | cHigh
	cAlnum   = cUpper | cLower | cDigit // ASCII alone: what stands beside a word may be a curly quote
	asciiLet = cUpper | cLower
)

var class = func() (t [256]uint8) {
	for _, c := range " \t\n\r\f\v" {
		t[c] |= cSpace | cNoise
	}
	for c := '0'; c <= '9'; c++ {
		t[c] |= cDigit
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] |= cUpper
		t[c+'a'-'A'] |= cLower
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] |= cHigh
	}
	for _, c := range "*_<`" {
		t[c] |= cMarkup | cNoise
	}
	for _, c := range []byte{0xC2, 0xE2, 0xEF, '&', '['} {
		t[c] |= cNoise
	}
	for _, c := range []byte("0123456789.:CpPfF_-&\xC2\xE2") {
		t[c] |= cAnchor
	}
	return t
}()

// maxTag bounds how far skip looks for the end of an HTML tag.
const maxTag = 256

// skip returns the first offset at or after i at which something other than
// noise stands: blanks of every kind, soft hyphens, Markdown emphasis and
// HTML tags. A '*' before a digit is a star page, not emphasis, and stays.
func skip(s string, i int) int {
	for i < len(s) && class[s[i]]&cNoise != 0 {
		n := noiseAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// noiseAt returns the length of the piece of noise at s[i:], 0 when there is none.
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
		if c == '*' && i+1 < len(s) && class[s[i+1]]&cDigit != 0 {
			return starPage(s, i)
		}
		return 1
	case '[':
		if i+1 < len(s) && s[i+1] == '*' {
			return bracketedPage(s, i)
		}
	case '<':
		if i+1 < len(s) && (class[s[i+1]]&asciiLet != 0 || s[i+1] == '/') && !hasFoldPrefix(s[i+1:], "http") {
			for j := i + 2; j < len(s) && j < i+maxTag; j++ {
				if s[j] == '>' {
					return j + 1 - i
				}
			}
		}
	case '&':
		for _, entity := range blankEntities {
			if hasPrefixAt(s, i, entity) {
				return len(entity)
			}
		}
	case 0xC2: // U+00A0 no-break space, U+00AD soft hyphen
		if i+1 < len(s) && (s[i+1] == 0xA0 || s[i+1] == 0xAD) {
			return 2
		}
	case 0xE2: // U+2000-200D spaces and zero width, U+2028/9, U+202F, U+2060
		if i+2 < len(s) {
			switch {
			case s[i+1] == 0x80 && (0x80 <= s[i+2] && s[i+2] <= 0x8D || s[i+2] == 0xA8 || s[i+2] == 0xA9 || s[i+2] == 0xAF):
				return 3
			case s[i+1] == 0x81 && s[i+2] == 0xA0:
				return 3
			}
		}
	case 0xEF: // U+FEFF
		if i+2 < len(s) && s[i+1] == 0xBB && s[i+2] == 0xBF {
			return 3
		}
	}
	return 0
}

// blankEntities are the HTML entities that stand for a blank.
var blankEntities = [...]string{"&nbsp;", "&#160;", "&#xA0;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;", "&shy;"}

// insideWord reports whether letters or digits stand on both sides of s[i]: a
// '_' or '*' there is part of a word, not emphasis.
func insideWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && class[s[i-1]]&(asciiLet|cDigit) != 0 && class[s[i+1]]&(asciiLet|cDigit) != 0
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
	if k-j < 2 || k-j == 2 && (j == 0 || class[s[j-1]]&cSpace == 0 || k < len(s) && class[s[k]]&cSpace == 0) {
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

// skipBack is skip leftwards: the smallest offset j >= floor such that s[j:i]
// is noise.
func skipBack(s string, floor, i int) int {
	for i > floor {
		switch c := s[i-1]; {
		case c == '\n':
			if j := breakBefore(s, floor, i); j < i {
				i = j
			} else {
				i--
			}
		case class[c]&cDigit != 0:
			j := i - 1
			for j > floor && i-j < 7 && class[s[j-1]]&cDigit != 0 {
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
			i = j
		case c == ']':
			j := i - 1
			for j > floor && i-j < 14 && s[j] != '[' {
				j--
			}
			if s[j] != '[' || j+1 >= len(s) || s[j+1] != '*' || bracketedPage(s, j) != i-j {
				return i
			}
			i = j
		case class[c]&cSpace != 0, c == '`', (c == '*' || c == '_') && !insideWord(s, i-1) && !(c == '_' && blankPage(s, i-1)):
			i--
		case c == '>':
			j := i - 2
			for j >= floor && j > i-maxTag && s[j] != '<' && s[j] != '>' {
				j--
			}
			if j < floor || s[j] != '<' || noiseAt(s, j) != i-j {
				return i
			}
			i = j
		case c == ';':
			j := entityBefore(s, floor, i)
			if j == i || noiseAt(s, j) != i-j {
				return i
			}
			i = j
		case (c == 0xA0 || c == 0xAD) && i-2 >= floor && s[i-2] == 0xC2:
			i -= 2
		case c >= 0x80 && i-3 >= floor && (s[i-3] == 0xE2 || s[i-3] == 0xEF) && noiseAt(s, i-3) == 3:
			i -= 3
		default:
			return i
		}
	}
	return i
}

// entityBefore returns the offset of the HTML entity that ends at s[:i]; i when
// none does.
func entityBefore(s string, floor, i int) int {
	for j := i - 2; j >= floor && i-j <= 8; j-- {
		if s[j] == '&' {
			if j < i-2 {
				return j
			}
			break
		}
		if class[s[j]]&cAlnum == 0 && s[j] != '#' {
			break
		}
	}
	return i
}

// digitsEnd returns the end of the run of digits at s[i:].
func digitsEnd(s string, i int) int {
	for i < len(s) && class[s[i]]&cDigit != 0 {
		i++
	}
	return i
}

// lettersEnd returns the end of the run of ASCII letters at s[i:].
func lettersEnd(s string, i int) int {
	for i < len(s) && class[s[i]]&asciiLet != 0 {
		i++
	}
	return i
}

// hasPrefixAt reports whether s[i:] begins with p.
func hasPrefixAt(s string, i int, p string) bool {
	return len(s)-i >= len(p) && s[i:i+len(p)] == p
}

// hasFoldPrefix reports whether s begins with the lower-case ASCII word p in
// any case.
func hasFoldPrefix(s, p string) bool {
	if len(s) < len(p) {
		return false
	}
	for i := 0; i < len(p); i++ {
		c := s[i]
		if class[c]&cUpper != 0 {
			c += 'a' - 'A'
		}
		if c != p[i] {
			return false
		}
	}
	return true
}
