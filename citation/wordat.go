package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
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

// citing says where the sentences of a text that cites end, by the built-in
// abbreviations.
var citing = words.Sentences{Citing: true}

// gluedSentence reports whether the mark at s[k] ends a sentence and the capital at
// s[next] begins another, with nothing but quotation marks between them: "the
// state.Id. at 5".
func gluedSentence(s string, floor, k, next int) bool {
	return lex.IsAt(s, next, lex.Upper) && citing.Ends(s, words.Stop{Start: floor, Mark: k, After: next, End: len(s)})
}

// entityEnds reports whether the semicolon at s[k] ends an HTML entity.
func entityEnds(s string, k int) bool { return lex.EntityBefore(s, 0, k+1) <= k }
