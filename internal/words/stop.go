package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// The two sides of a stop, and the classes of what is there.

// maxWord bounds in bytes the word before a mark that is looked at, and maxUnknown
// an abbreviation that is taken for one though no table has it.
const (
	maxWord    = 24
	maxUnknown = 6
)

// Closed returns the offset after the quotation marks that close at s[i:end].
func Closed(s string, i, end int) int {
	for i < end {
		switch {
		case s[i] == '"' || s[i] == '\'':
			i++
		case lex.HasPrefixAt(s, i, "”"), lex.HasPrefixAt(s, i, "’"):
			i += len("”")
		default:
			return i
		}
	}
	return i
}

// left returns the class of what is before the mark of a stop, and the offset of the
// word that ends there.
func (x *Sentences) left(s string, p Stop) (before left, word int) {
	quoted := Closed(s, p.Mark+1, min(p.After, p.End)) > p.Mark+1
	switch {
	case p.Note:
		return leftNote, p.Mark
	case s[p.Mark] != '.' && quoted:
		return leftQuotedQuestion, p.Mark
	case s[p.Mark] != '.':
		return leftQuestion, p.Mark
	}
	j := p.Mark
	if j > p.Start && lex.Class[s[j-1]]&lex.Markup != 0 {
		j = lex.SkipBack(s, p.Start, j)
	}
	if j <= p.Start {
		return leftNothing, j
	}
	if s[j-1] == '.' || lex.Class[s[j-1]]&lex.Space != 0 {
		return periods(s, p.Start, j), j
	}
	word, before = x.abbreviations().wordBefore(s, p.Start, j)
	switch {
	case before == leftNothing:
		return leftSign, word
	case quoted && closed[before]:
		return leftWord, word
	case before == leftCapitals && afterSmall(s, p.Start, word):
		return leftShort, word
	case before == leftShort && afterFigure(s, p.Start, word):
		return leftVolume, word
	}
	return before, word
}

// maxPeriods is how many periods end a sentence of which the end is left out.
const maxPeriods = 4

// periods returns what the periods say that end at s[:j], with or without blanks
// between them, before one more.
func periods(s string, start, j int) left {
	n := 1
	for ; n < maxPeriods; n++ {
		for j > start && lex.Class[s[j-1]]&lex.Space != 0 {
			j--
		}
		if j == start || s[j-1] != '.' {
			break
		}
		j--
	}
	switch n {
	case 1:
		return leftNothing
	case maxPeriods:
		return leftOmission
	}
	return leftPeriods
}

// wordBefore returns the offset of the word that ends at s[:j], with the periods and
// apostrophes in it, and what it is.
func (a *Abbreviations) wordBefore(s string, start, j int) (i int, is left) {
	for i = j; i > start && j-i < maxWord; {
		n := letterBefore(s, start, i)
		if n == 0 {
			break
		}
		i -= n
	}
	word := strings.TrimLeft(s[i:j], ".'&")
	return j - len(word), a.kind(strings.TrimRight(word, "'’"))
}

// letterBefore returns the length of the letter, digit, or mark inside a word that
// ends at s[:i]; 0 when none does.
func letterBefore(s string, start, i int) int {
	switch c := s[i-1]; {
	case lex.Class[c]&lex.Alnum != 0, c == '.', c == '\'', c == '&':
		return 1
	case c >= utf8.RuneSelf:
		if r, n := utf8.DecodeLastRuneInString(s[start:i]); unicode.IsLetter(r) || r == '’' {
			return n
		}
	}
	return 0
}

// afterFigure reports whether a figure and a blank are before the word at s[i:].
func afterFigure(s string, start, i int) bool {
	j := lex.SkipBack(s, start, i)
	return j > start && j < i && lex.Class[s[j-1]]&lex.Digit != 0
}

// afterSmall reports whether the word before the one at s[i:] begins with a small
// letter: titles in capitals have none.
func afterSmall(s string, start, i int) bool {
	j := lex.SkipBack(s, start, i)
	if j == i || j == start {
		return false
	}
	for i = j; i > start && j-i < maxWord && lex.Class[s[i-1]]&lex.Letter != 0; i-- {
	}
	return i < j && lex.Class[s[i]]&lex.Lower != 0
}

// right returns the class of what follows a stop, and the offset of it, after opening
// marks. A word with a capital is not looked at any closer.
func (p Stop) right(s string) (after right, at int) {
	s = s[:p.End]
	next := lex.Skip(s, p.After)
	apart := next > p.After || p.Note
	at, bracket := opened(s, next)
	if at >= len(s) {
		return rightEnd, at
	}
	switch after = first(s, at); {
	case after == rightSmall, !apart && (bracket || after != rightCapital):
		return rightSmall, at
	case bracket:
		return rightBracket, at
	case apart:
		return after, at
	case at+1 < len(s) && lex.Class[s[at+1]]&lex.Lower == 0:
		return rightGluedLetter, at
	}
	return rightGlued, at
}

// opened returns the offset after the opening marks at s[i:], and whether one of them
// is a bracket of the text itself: one in a quotation, "[The] rule", is not.
func opened(s string, i int) (next int, bracket bool) {
	quoted := false
	for next = i; next < len(s); {
		n := opening(s, next)
		switch {
		case n > 0:
			quoted = true
		case (s[next] == '(' || s[next] == '[') && !altered(s, next):
			n, bracket = 1, !quoted
		default:
			return next, bracket
		}
		next += n
	}
	return next, bracket
}

// opening returns the length of the opening quotation mark at s[i:], 0 when there is
// none.
func opening(s string, i int) int {
	if s[i] == '"' || s[i] == '\'' {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); n > 1 && strings.ContainsRune("“‘«‹", r) {
		return n
	}
	return 0
}

// altered reports whether the first letter of a quotation that was changed is at
// s[i:]: "[t]he".
func altered(s string, i int) bool {
	return i+2 < len(s) && s[i] == '[' && lex.Class[s[i+1]]&lex.ASCII != 0 && s[i+2] == ']'
}

// first returns the class of what begins at s[i:].
func first(s string, i int) right {
	switch class := lex.Class[s[i]]; {
	case class&lex.Upper != 0, altered(s, i):
		return rightCapital
	case class&lex.Lower != 0, strings.IndexByte(",;:.?!)]}&-", s[i]) >= 0:
		return rightSmall
	case class&lex.Digit != 0:
		end := lex.DigitsEnd(s, i)
		if next := lex.Skip(s, end); next > end && lex.IsAt(s, next, lex.Upper) {
			return rightVolume
		}
		return rightFigure
	case class&lex.High == 0:
		return rightOther
	}
	switch r, _ := utf8.DecodeRuneInString(s[i:]); {
	case unicode.IsLower(r), unicode.Is(unicode.Pd, r):
		return rightSmall
	case r == '§', r == '¶':
		return rightSection
	case unicode.IsLetter(r):
		return rightCapital
	}
	return rightOther
}

// capital returns the class of the word with a capital at s[i:end].
func (x *Sentences) capital(s string, i, end int) right {
	if OpensCitation(s, i, end) {
		return rightSignal
	}
	j := i
	for j < end && lex.Class[s[j]]&lex.Letter != 0 {
		j++
	}
	switch w, period := s[i:j], j < end && s[j] == '.'; {
	case period && len(w) == 1:
		return rightInitial
	case w == "A" || w == "I":
		return rightLetter
	case len(w) == 1 || lex.IsRoman(w):
		return rightNumeral
	case lex.Capitals(w):
		return rightCapitals
	case (period || lex.IsAt(s[:end], lex.Skip(s[:end], j), lex.Digit)) && x.abbreviations().goesOn(w): // "Dep't", "No. 5", "No 5"
		return rightPart
	case !period && OpensSentence(w):
		return rightOpener
	}
	return rightCapital
}
