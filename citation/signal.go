package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Signal is an introductory signal: the word that tells how an authority
// supports the text. Bluebook Rule 1.2; Indigo Book R4.
type Signal struct {
	Span Span   // without the comma or blank after it
	Word string // normalised: lower case, single blanks: "see, e.g."; empty when there is none
}

// inner are signals only within a clause list that "compare" opened.
func (s Signal) inner() bool { return words.Inner(s.Word) }

// isSignal reports whether a text is a signal, and no inner one.
func isSignal(text string) bool {
	normal, ok := words.Signals.Value(text)
	return ok && !words.Inner(normal)
}

// maxSignal bounds how far a signal is looked for, in bytes.
const maxSignal = 64

// scanSignal reads a signal that begins at s[i:]; next is the offset of what
// follows it and the blanks or comma after it.
func scanSignal(s string, i, end int) (sig Signal, next int, ok bool) {
	start := lex.Skip(s, i)
	if start >= end || lex.Class[s[start]]&lex.ASCII == 0 {
		return Signal{}, i, false
	}
	word, j := words.Signals.Match(s, start, end)
	if word == nil {
		return Signal{}, i, false
	}
	next = lex.Skip(s[:end], j)
	if next < end && s[next] == ',' {
		next = lex.Skip(s[:end], next+1)
	}
	if next < end && s[next] == ':' {
		return Signal{}, i, false // "See: ..." is prose or a heading
	}
	return Signal{Span{start, j}, word.Value}, next, true
}

// signalBefore finds the signal that ends right before offset i, not reaching
// to the left of floor.
func signalBefore(s string, floor, i int) (Signal, bool) {
	j := lex.SkipBack(s, floor, i)
	if j > floor && s[j-1] == ',' {
		j = lex.SkipBack(s, floor, j-1)
	}
	low := max(floor, i-maxSignal)
	// Try each word start to the left, the farthest that makes a signal wins.
	best, found := Signal{}, false
	words := 0
	for k := j - 1; k >= low && words < 5; k-- {
		if lex.Class[s[k]]&lex.ASCII == 0 || k > 0 && lex.Class[s[k-1]]&lex.Alnum != 0 {
			if c := s[k]; strings.IndexByte(";:()", c) >= 0 || c >= 0x80 && lex.NoiseAt(s, k) == 0 {
				break
			}
			continue
		}
		words++
		sig, next, ok := scanSignal(s, k, i)
		if !ok || sig.inner() {
			if words > 4 {
				break
			}
			continue
		}
		if next >= i || lex.Skip(s, next) >= i {
			best, found = sig, true
		}
	}
	return best, found
}
