package citation

import (
	"html"
	"strings"
)

// A Phrase is a piece of the parsed text that is a value: a name, a title, a
// court. The zero Phrase means "not written".
type Phrase struct {
	Text string // without line breaks, doubled blanks, soft hyphens, star pages and markup, HTML entities as characters; otherwise as written
	Span Span   // where it stands
}

// phrase makes a Phrase of s[i:j], without the noise at its edges.
func (r reader) phrase(i, j int) Phrase {
	i = skip(r.text[:j], i)
	j = skipBack(r.text, i, j)
	if i >= j {
		return Phrase{}
	}
	return Phrase{clean(r.text[i:j]), Span{i, j}}
}

// clean returns s with every run of noise as one blank, and without markup and
// soft hyphens. It returns s itself when that is clean already.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = cleaned(s)
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return s
}

func cleaned(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := noiseAt(s, i)
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		blank, parted := false, softHyphen(s, i) // a word parted by a soft hyphen goes on behind the line break
		for ; n > 0; n = noiseNext(s, i) {
			blank = blank || separates(s, i)
			i += n
		}
		switch {
		case !blank || parted || b.Len() == 0 || i >= len(s):
		case endsInHyphen(b.String(), s, i): // a word parted at a line's end
			if class[s[i]]&cUpper != 0 { // "Colon-\nOrtiz" keeps it
				break
			}
			done := b.String()
			b.Reset()
			b.WriteString(done[:len(done)-1])
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// softHyphen reports whether a soft hyphen stands at s[i:].
func softHyphen(s string, i int) bool { return hasPrefixAt(s, i, "\u00ad") }

func noiseNext(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	return noiseAt(s, i)
}

// separates reports whether the noise at s[i:] parts words: blanks do, markup,
// soft hyphens and zero-width characters do not.
func separates(s string, i int) bool {
	switch c := s[i]; {
	case class[c]&cSpace != 0, c == '&':
		return true
	case c == 0xC2:
		return s[i+1] == 0xA0
	case c == 0xE2:
		return s[i+1] == 0x80 && (s[i+2] <= 0x8A || s[i+2] >= 0xA8)
	}
	return false
}

// endsInHyphen reports whether a word is parted at a line's end before s[i:]: a
// small letter and a hyphen, the line break, and a letter. That the hyphen may
// belong to the word cannot be told before a small letter.
func endsInHyphen(done, s string, i int) bool {
	return strings.HasSuffix(done, "-") && len(done) > 1 && class[done[len(done)-2]]&cLower != 0 &&
		class[s[i]]&asciiLet != 0 && strings.Contains(s[max(0, i-8):i], "\n")
}

// isClean reports whether clean has nothing to do.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if class[c]&cNoise == 0 {
			continue
		}
		if c == ' ' && i+1 < len(s) && s[i+1] != ' ' {
			continue
		}
		if noiseAt(s, i) > 0 || c == '&' && i+1 < len(s) && class[s[i+1]]&cSpace == 0 {
			return false
		}
	}
	return true
}
