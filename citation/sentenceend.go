package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// sentenceEnds reports whether the period, question or exclamation mark at
// s[k] ends a sentence: blanks and a capital letter, a quotation mark, a digit
// or nothing follow, and what precedes is no abbreviation. A question in
// a title does not end the sentence, unless a signal follows.
func (r reader) sentenceEnds(low, k int) bool {
	s := r.text
	j := r.afterSentence(k)
	next := lex.Skip(s, j)
	switch {
	case next >= r.ceil:
		return true
	case next == j || k == low:
		return false
	case s[k] != '.': // perhaps inside a title; "afterwards!” G. Harris"
		return r.signalFollows(next) || j > k+1 && lex.QuoteLen(s, j, k) > 0 && lex.InitialAt(s, next)
	case r.goesOn(next):
		return false
	case lex.Class[s[k-1]]&lex.ASCII == 0:
		return s[k-1] != '.' && lex.Class[s[k-1]]&lex.Space == 0 // a bracket, a digit, a quotation mark, emphasis
	}
	i := k
	for i > low && lex.In(s[i-1], lex.Letter, ".'") && (lex.Class[s[i-1]]&lex.High == 0 || lex.SkipBack(s, low, i) == i) {
		i--
	}
	switch w := s[i:k]; {
	case isIdWord(w):
		return true
	case r.insideAbbreviation(i, k):
		return false
	case lex.Class[s[next]]&lex.Digit != 0 && lex.Class[s[i]]&lex.Upper != 0 && k-i < maxUnknown:
		return false // "CAL. 4TH", "Rev. 415"; no sentence begins with a figure
	case lex.Capitals(w) && lex.Capitals(lex.FirstWord(s[next:r.ceil])) && !r.signalFollows(next):
		return false // a title or a series in small capitals
	}
	return !r.abbreviation(word{start: i, end: k + 1})
}

// insideAbbreviation reports whether the word s[i:k] follows a number and
// begins a known abbreviation that goes on after the period at s[k]: "9 Ben.
// Rev. Bd. Serv."
func (r reader) insideAbbreviation(i, k int) bool {
	j := r.skipBack(i)
	if j == r.floor || j == i || lex.Class[r.text[j-1]]&lex.Digit == 0 {
		return false
	}
	terms, next := r.tab.forward.match(r.text, i, r.ceil)
	return terms != nil && next > k+1
}

// isIdWord reports whether w is "id" or "ibid".
func isIdWord(w string) bool { return strings.EqualFold(w, "id") || strings.EqualFold(w, "ibid") }

// signalFollows reports whether a signal that opens sentences is at s[i:].
func (r reader) signalFollows(i int) bool {
	if lex.Class[r.text[i]]&lex.Upper == 0 {
		return false
	}
	sig, _, ok := scanSignal(r.text, i, r.ceil)
	return ok && !sig.inner()
}

// afterSentence returns the offset after the mark at s[k] and the closing
// quotation marks and brackets on it.
func (r reader) afterSentence(k int) int {
	s := r.text
	k++
	for k < r.ceil {
		switch {
		case s[k] == '"' || s[k] == '\'':
			k++
		case lex.HasPrefixAt(s, k, "”"), lex.HasPrefixAt(s, k, "’"):
			k += len("”")
		default:
			return k
		}
	}
	return k
}

// goesOn reports whether what is at s[i:] begins no sentence: a small letter, a mark
// of punctuation, a section sign.
func (r reader) goesOn(i int) bool {
	s := r.text
	if lex.In(s[i], lex.Lower, "(,.;:[") || lex.DashAt(s, i, r.ceil) > 0 {
		return true
	}
	return lex.HasPrefixAt(s, i, "§") || lex.HasPrefixAt(s, i, "¶")
}
