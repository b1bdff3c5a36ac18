package footnote

import (
	"slices"
	"strings"
)

// The abbreviations that end in a period, in lower case and in order. They are
// of three kinds, by what may follow them.
var (
	// A name follows: never the end of a sentence.
	beforeNames = [...]string{
		"adm", "atty", "capt", "cf", "cir", "col", "dr", "e.g", "gen", "gov", "hon", "i.e", "lt", "messrs",
		"mr", "mrs", "ms", "mx", "pres", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "v", "viz", "vs",
	}
	// A number follows; with a word behind them, the sentence ends.
	beforeNumbers = [...]string{
		"amdt", "amend", "app", "apr", "art", "arts", "aug", "c", "cap", "ch", "chs", "cl", "cls", "dec", "feb", "fig", "figs",
		"jan", "jul", "jun", "mar", "n", "nn", "no", "nos", "nov", "oct", "p", "para", "paras", "pp", "pt", "pts",
		"sec", "secs", "sep", "sept", "stat", "tit", "vol", "vols",
	}
	// Part of a name: the sentence ends if its next word is one of starters.
	inNames = [...]string{
		"acad", "al", "ass", "assoc", "ave", "bros", "cal", "cent", "cmty", "co", "comm", "cong", "const", "corp",
		"cos", "dep", "dept", "dist", "div", "ed", "eds", "educ", "etc", "ex", "exec", "fed", "gov", "h.r", "inc",
		"ins", "inst", "jr", "l.l.c", "l.l.p", "llc", "ltd", "mfg", "mt", "mut", "rel", "ry", "sr", "supp", "univ",
	}
	// Words that begin sentences more often than they go on with a name.
	starters = [...]string{
		"a", "accordingly", "after", "all", "also", "although", "an", "and", "another", "any", "as", "at",
		"because", "both", "but", "by", "consequently", "despite", "each", "even", "finally", "first", "for",
		"from", "further", "furthermore", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed",
		"instead", "it", "its", "last", "many", "moreover", "most", "nevertheless", "no", "nor", "not", "on",
		"one", "other", "our", "rather", "second", "she", "similarly", "since", "so", "some", "still", "such",
		"that", "the", "their", "then", "there", "therefore", "these", "they", "third", "this", "those", "though",
		"thus", "to", "under", "until", "we", "what", "when", "where", "whether", "while", "who", "why", "with",
		"yet", "you",
	}
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
	lower := strings.ToLower(word)
	switch {
	case has(beforeNames[:], lower):
		return true
	case len(word) == 1 && isUpper(word[0]), strings.ContainsAny(word, ".’'"), has(inNames[:], lower):
		return !has(starters[:], strings.ToLower(wordAt(s, k)))
	case has(beforeNumbers[:], lower):
		return numberAt(s, k)
	}
	return false
}

func has(words []string, w string) bool {
	_, ok := slices.BinarySearch(words, w)
	return ok
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

// wordAt returns the letters at s[k:], behind opening marks.
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
	w := wordAt(s, k)
	return k < len(s) && isDigit(s[k]) || strings.HasPrefix(s[k:], "§") || w != "" && w != "I" && strings.Trim(w, "IVXLC") == ""
}
