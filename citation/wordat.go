package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// What is told of a place in the text from its bytes alone.

// wordEndingAt returns the offset of the "at", "p." or "at p." that ends at s[:j],
// j when none does.
func wordEndingAt(s string, floor, j int) int {
	if j-1 <= floor || s[j-1] != 't' && s[j-1] != '.' && s[j-1] != 'P' { // the fast path: the end of another word
		return j
	}
	for _, word := range [...]string{"p.", "pp.", "PP", "P", "at"} {
		k := j - len(word)
		if k <= floor || s[k:j] != word {
			continue
		}
		if before := lex.SkipBack(s, floor, k); before < k {
			if word == "at" {
				return k
			}
			if at := before - len("at"); at > floor && s[at:before] == "at" && lex.SkipBack(s, floor, at) < at {
				return at
			}
			return k
		}
	}
	return j
}

// wordOfPage returns the offset of the "at" or "p." before the page at s[i:], i
// when none is there.
func wordOfPage(s string, floor, i int) int {
	j := lex.SkipBack(s, floor, i)
	if word := wordEndingAt(s, floor, j); word < j {
		return word
	}
	return i
}

// gluedSentence reports whether a sentence ends right before the capital at
// s[k], without a blank between: "the state.Id. at 5", "arose....Madsen". What
// ends it may also be a word in capitals or a bracket.
func gluedSentence(s string, k int) bool {
	p := k - 1
	for p > 0 && s[p-1] == '.' && k-p < 5 {
		p--
	}
	if p < 2 || lex.Class[s[k]]&lex.Upper == 0 {
		return false
	}
	if lex.Class[s[p-1]]&lex.Class[s[p-2]]&lex.Lower != 0 || strings.IndexByte(")]\"", s[p-1]) >= 0 {
		return true
	}
	return p >= 3 && lex.Class[s[p-1]]&lex.Class[s[p-2]]&lex.Class[s[p-3]]&lex.Upper != 0 && k+2 < len(s) && lex.Class[s[k+1]]&lex.Class[s[k+2]]&lex.Lower != 0 // "PERA.Longacre"
}

// entityEnds reports whether the semicolon at s[k] ends an HTML entity.
func entityEnds(s string, k int) bool { return lex.EntityBefore(s, 0, k+1) <= k }
