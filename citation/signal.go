package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Signal is an introductory signal: the word that tells how an authority
// supports the text. Bluebook Rule 1.2; Indigo Book R4.
type Signal struct {
	Span Span   // without the comma or blank behind it
	Word string // normalised: lower case, single blanks: "see, e.g."; empty when there is none
}

// signals lists the signals by their first letter, each as the lexer folds it
// (see matchSignal) and in its normal form. A longer signal stands before one
// that it begins with.
var signals = [256][]struct{ key, word string }{
	'a': {
		{"accord eg", "accord, e.g."},
		{"accord", "accord"},
		{"and see", "and see"},
		{"and", "and"},
	},
	'b': {
		{"but see eg", "but see, e.g."},
		{"but see generally", "but see generally"},
		{"but see also", "but see also"},
		{"but see", "but see"},
		{"but cf", "but cf."},
		{"but compare", "but compare"},
		{"but contra", "but contra"},
	},
	'c': {
		{"cf eg", "cf., e.g."},
		{"cf generally", "cf. generally"},
		{"cf also", "cf. also"},
		{"cf", "cf."},
		{"contra eg", "contra, e.g."},
		{"contra", "contra"},
		{"compare eg", "compare, e.g."},
		{"compare", "compare"},
	},
	'e': {
		{"eg", "e.g."},
	},
	's': {
		{"see also eg", "see also, e.g."},
		{"see also generally", "see also generally"},
		{"see also", "see also"},
		{"see eg", "see, e.g."},
		{"see for example", "see, e.g."},
		{"see generally eg", "see generally, e.g."},
		{"see generally", "see generally"},
		{"see cf", "see cf."},
		{"see accord", "see accord"},
		{"see", "see"},
	},
	'w': {
		{"with", "with"},
	},
}

// inner are signals only within a clause list that "compare" opened.
func (s Signal) inner() bool { return s.Word == "with" || s.Word == "and" }

// maxSignal bounds how far a signal is looked for, in bytes.
const maxSignal = 64

// scanSignal reads a signal that begins at s[i:]; next is the offset of what
// follows it and the blanks or comma behind it.
func scanSignal(s string, i, end int) (sig Signal, next int, ok bool) {
	start := lex.Skip(s, i)
	if start >= end || lex.Class[s[start]]&lex.ASCII == 0 {
		return Signal{}, i, false
	}
	for _, row := range signals[s[start]|0x20] {
		j, matched := matchSignal(s, start, end, row.key)
		if !matched {
			continue
		}
		next = lex.Skip(s[:end], j)
		if next < end && s[next] == ',' {
			next = lex.Skip(s[:end], next+1)
		}
		if next < end && s[next] == ':' {
			continue // "See: ..." is prose or a heading
		}
		return Signal{Span{start, j}, row.word}, next, true
	}
	return Signal{}, i, false
}

// matchSignal matches a folded signal against the text: a blank of the key is
// noise, commas and periods in the text; a letter is that letter in any case.
func matchSignal(s string, i, end int, key string) (next int, ok bool) {
	for k := 0; k < len(key); k++ {
		if key[k] == ' ' {
			j := i
			for j < end && (s[j] == '.' || s[j] == ',' || lex.NoiseAt(s, j) > 0) {
				j += max(1, lex.NoiseAt(s, j))
			}
			if j == i {
				return 0, false
			}
			i = j
			continue
		}
		// the period inside e.g.
		for i < end && s[i] == '.' && k > 0 {
			i = lex.Skip(s, i+1)
		}
		if i >= end || s[i]|0x20 != key[k] {
			return 0, false
		}
		i++
	}
	if i < end && lex.Class[s[i]]&lex.Alnum != 0 {
		return 0, false
	}
	if i < end && s[i] == '.' && strings.HasSuffix(key, "g") || i < end && s[i] == '.' && strings.HasSuffix(key, "cf") {
		i++
	}
	return i, true
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
			if c := s[k]; c == ';' || c == ':' || c == '(' || c == ')' || c >= 0x80 && lex.NoiseAt(s, k) == 0 {
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
