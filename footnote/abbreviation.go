package footnote

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/words"
)

// maxWord is the length in bytes of the longest word that is looked at.
const maxWord = 16

// abbreviated reports whether the period at s[i] belongs to an abbreviation in
// a sentence that begins at s[start:] and goes on at s[k:].
func abbreviated(s string, start, i, k int) bool {
	word := wordBefore(s, start, i)
	if word == "" {
		return false
	}
	follow := words.FollowOf(word)
	switch {
	case len(word) == 1 && isUpper(word[0]): // an initial
		follow = words.AnyWord
	case follow == words.NoAbbreviation && strings.ContainsAny(word, ".’'"): // "U.S", "Int'l"
		follow = words.AnyWord
	}
	switch follow {
	case words.AName:
		return true
	case words.AnyWord, words.AnEnd:
		return !words.OpensSentence(wordAt(s, k))
	case words.ANumber:
		return numberAt(s, k)
	}
	return false
}

// wordBefore returns the word with its inner periods and apostrophes that ends
// at s[i]; "" if it is longer than maxWord.
func wordBefore(s string, start, i int) string {
	k := i
	for k > start && i-k <= maxWord {
		w := suffixOf(s[:k], []string{"’", "'", "."})
		if w == 0 && (isLetter(s[k-1]) || isDigit(s[k-1])) {
			w = 1
		}
		if w == 0 {
			return s[k:i]
		}
		k -= w
	}
	if i-k > maxWord {
		return ""
	}
	return s[k:i]
}

// wordAt returns the letters at s[k:], after opening marks.
func wordAt(s string, k int) string {
	for w := openerAt(s, k); w > 0; w = openerAt(s, k) {
		k += w
	}
	end := k
	for end < len(s) && end-k <= maxWord && isLetter(s[end]) {
		end++
	}
	return s[k:end]
}

// numberAt reports whether a number is at s[k:], in digits or Roman.
func numberAt(s string, k int) bool {
	if k < len(s) && isDigit(s[k]) || strings.HasPrefix(s[k:], "§") {
		return true
	}
	w := wordAt(s, k)
	return w != "" && w != "I" && strings.Trim(w, "IVXLC") == ""
}
