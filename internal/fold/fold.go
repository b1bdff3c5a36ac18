// Package fold makes names and titles comparable: two spellings of one name
// have one key. The original text is kept by whoever calls.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Key folds s for comparison: compatibility forms and width (NFKC), case,
// accents, typographic quotes and dashes, soft hyphens and zero-width
// characters. Words are what is left between blanks; punctuation at the edge
// of a word is dropped, so is every apostrophe. Words are joined by one blank.
func Key(s string) string {
	if ascii(s) {
		return words(strings.ToLower(s))
	}
	s = strings.ToValidUTF8(s, " ") // norm passes what follows a bad byte
	s = cases.Fold().String(norm.NFKD.String(s))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && r < 0x3000 {
			return -1
		}
		return unicode.ToLower(r) // some letters fold to capitals
	}, s)
	return norm.NFC.String(words(s)) // what was between a letter and its mark may be gone only now
}

// Words returns the words of the folded key.
func Words(s string) []string { return strings.Fields(Key(s)) }

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// words drops what is no letter, digit or "&"; an apostrophe, a period or a
// soft hyphen joins the letters around it, all else parts words.
func words(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '.' || r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0xFEFF:
		default:
			gap = true
		}
	}
	return b.String()
}
