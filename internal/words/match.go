// Package words knows words and phrases: which there are, with what meaning, how
// they are matched in a text, and where a sentence ends among them.
//
// Whether the sentence ends at a period, a question or an exclamation mark is asked
// of [Sentences.Ends] alone, by whoever reads a text: a body, a note, the words that
// lead up to a citation. The caller says what kind of text it is ([Sentences]) and
// where the mark is ([Stop]); that a quotation or a bracket is read as a whole, or that
// no name goes on after it, is the caller's own matter. A new abbreviation is a row of
// abbreviations.tsv, a new word that begins sentences one of phrases.tsv, and new
// evidence is a class of what precedes or follows the mark: a row or a column of one
// table.
package words

import "github.com/hereinafter/hereinafter/internal/lex"

// How a phrase is matched
//
// A phrase is written in small letters; the text may have it in any case. A
// blank of the phrase is noise in the text, a period may be missing, a comma may
// be missing or be anywhere between two words, and an apostrophe may have either
// form. So "see, e.g." is "See, e.g.", "see e. g." and "See eg". A capital in a
// phrase must be that capital. No letter or digit may follow, unless
// the phrase ends in a period that is there: "n.5".

// MatchPhrase matches a phrase against s[i:end] and returns the offset after it.
func MatchPhrase(s string, i, end int, phrase string) (next int, ok bool) {
	for k := 0; k < len(phrase); k++ {
		switch c := phrase[k]; c {
		case ' ':
			j := gap(s, i, end)
			if j == i && (i == 0 || !separates(s[i-1])) {
				return 0, false
			}
			i = j
		case '.':
			if i < end && s[i] == '.' {
				i++
			}
			if k+1 < len(phrase) && phrase[k+1] != ' ' && phrase[k+1] != ',' { // "e. g."
				i = lex.Skip(s[:end], i)
			}
		case ',':
			if i < end && s[i] == ',' {
				i++
			}
		case '\'':
			n := apostrophe(s[:end], i)
			if n == 0 {
				return 0, false
			}
			i += n
		default:
			if i >= end || s[i] != c && s[i]|0x20 != c {
				return 0, false
			}
			i++
		}
	}
	return i, i >= end || lex.Class[s[i]]&lex.Alnum == 0 || i > 0 && s[i-1] == '.'
}

// separates reports whether the next word may follow a byte right away, without a
// blank.
func separates(c byte) bool { return c == '.' || c == ',' || c == '\'' }

// gap passes over noise, and one comma with noise after it.
func gap(s string, i, end int) int {
	j := lex.Skip(s[:end], i)
	if j < end && s[j] == ',' {
		return lex.Skip(s[:end], j+1)
	}
	return j
}

// apostrophe returns the length of the apostrophe at s[i:], 0 when there is none.
func apostrophe(s string, i int) int {
	switch {
	case i < len(s) && s[i] == '\'':
		return 1
	case lex.HasPrefixAt(s, i, "’"), lex.HasPrefixAt(s, i, "‘"):
		return len("’")
	}
	return 0
}

// Match matches words, in lower case and separated by single blanks, against
// s[i:end] in any case with noise for a blank; no letter or digit may follow.
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
