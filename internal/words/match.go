// Package words knows words and phrases: how they are matched in a text.
package words

import "github.com/hereinafter/hereinafter/internal/lex"

// Match matches words, in lower case and separated by single blanks, against
// s[i:] in any case with noise for a blank; a word of the text must end there.
func Match(s string, i, end int, words string) (next int, ok bool) {
	for k := 0; k < len(words); k++ {
		if words[k] == ' ' {
			j := lex.Skip(s, i)
			if j == i {
				return 0, false
			}
			i = j
			continue
		}
		if i >= end || s[i]|0x20 != words[k] && s[i] != words[k] {
			return 0, false
		}
		i++
	}
	return i, i >= end || lex.Class[s[i]]&lex.Alnum == 0
}

// MatchPhrase is Match with apostrophes of either form and with periods
// that may be missing.
func MatchPhrase(s string, i, end int, phrase string) (next int, ok bool) {
	for k := 0; k < len(phrase); k++ {
		switch c := phrase[k]; c {
		case ' ':
			i = lex.Skip(s, i)
		case '.':
			if i < end && s[i] == '.' {
				i++
			}
		case '\'':
			switch {
			case i < end && s[i] == '\'':
				i++
			case lex.HasPrefixAt(s, i, "’"), lex.HasPrefixAt(s, i, "‘"):
				i += 3
			default:
				return 0, false
			}
		default:
			if i >= end || s[i] != c && s[i]|0x20 != c {
				return 0, false
			}
			i++
		}
	}
	return i, i >= end || lex.Class[s[i]]&lex.Alnum == 0
}
