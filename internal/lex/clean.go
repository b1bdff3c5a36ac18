package lex

import (
	"html"
	"strings"
)

// Clean returns s with every run of noise as one blank, and without markup and
// soft hyphens. It returns s itself when that is clean already.
func Clean(s string) string {
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
	hyphen := false // one that a line's end may have put in is not written yet
	for i := 0; i < len(s); {
		n := NoiseAt(s, i)
		if n == 0 {
			if hyphen {
				b.WriteByte('-')
			}
			if hyphen = s[i] == '-' && endsInSmall(b.String()); !hyphen {
				b.WriteByte(s[i])
			}
			i++
			continue
		}
		blank, parted := false, SoftHyphen(s, i) // a word separated by a soft hyphen goes on after the line break
		for ; n > 0; n = noiseNext(s, i) {
			blank = blank || separates(s, i)
			i += n
		}
		switch parts := blank && !parted && b.Len() > 0 && i < len(s); {
		case parts && hyphen && brokenBefore(s, i): // a word parted at a line's end
			hyphen = Class[s[i]]&Upper != 0 // "Colon-\nOrtiz" keeps it
		case parts && hyphen:
			b.WriteString("- ")
			hyphen = false
		case parts:
			b.WriteByte(' ')
		}
	}
	if hyphen {
		b.WriteByte('-')
	}
	return b.String()
}

// endsInSmall reports whether a small letter ends s.
func endsInSmall(s string) bool { return s != "" && Class[s[len(s)-1]]&Lower != 0 }

// SoftHyphen reports whether a soft hyphen is at s[i:].
func SoftHyphen(s string, i int) bool { return HasPrefixAt(s, i, "\u00ad") }

// UnseenBefore returns the length of the character without width that ends at
// s[:i]; 0 when none does.
func UnseenBefore(s string, floor, i int) int {
	const width = len("\u200b")
	if i-width < floor || s[i-1] < 0x80 || NoiseAt(s, i-width) != width || separates(s, i-width) {
		return 0
	}
	return width
}

func noiseNext(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	return NoiseAt(s, i)
}

// separates reports whether the noise at s[i:] parts words: blanks do, markup,
// soft hyphens and zero-width characters do not.
func separates(s string, i int) bool {
	switch c := s[i]; {
	case Class[c]&Space != 0, c == '&':
		return true
	case c == 0xC2:
		return s[i+1] == 0xA0
	case c == 0xE2:
		return s[i+1] == 0x80 && (s[i+2] <= 0x8A || In(s[i+2], 0, "\xa8\xa9\xaf"))
	}
	return false
}

// EndsInHyphen reports whether a word is parted at a line's end before s[i:]: a
// small letter and a hyphen, the line break, and a letter. That the hyphen may
// belong to the word cannot be told before a small letter.
func EndsInHyphen(done, s string, i int) bool {
	return strings.HasSuffix(done, "-") && len(done) > 1 && Class[done[len(done)-2]]&Lower != 0 && brokenBefore(s, i)
}

// brokenBefore reports whether a letter is at s[i:] and a line break right before it.
func brokenBefore(s string, i int) bool {
	return Class[s[i]]&ASCII != 0 && strings.Contains(s[max(0, i-8):i], "\n")
}

// isClean reports whether clean has nothing to do.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if Class[c]&Noise == 0 || c == ' ' && i+1 < len(s) && s[i+1] != ' ' { // the fast path
			continue
		}
		if NoiseAt(s, i) > 0 || c == '&' && i+1 < len(s) && Class[s[i+1]]&Space == 0 {
			return false
		}
	}
	return true
}
