package words

import (
	"strings"
	"sync"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/tables"
)

// Abbreviations are the words that end in a period inside a sentence.
type Abbreviations struct {
	of map[string]abbreviation // in small letters, without their period
}

// An abbreviation is what is known of one word.
type abbreviation struct {
	is      left
	capital bool // only with a capital: "It." for Italy, while "it" ends a sentence
}

// BuiltinAbbreviations returns those of the built-in table.
var BuiltinAbbreviations = sync.OnceValue(func() *Abbreviations {
	a := &Abbreviations{of: make(map[string]abbreviation, 2048)}
	tables.Abbreviations.Each(func(r *tables.Row) { a.add(r.Get("word"), follows[r.Get("before")]) })
	return a
})

// follows is what the column "before" of the table says of a word.
var follows = map[string]left{"": leftAny, "name": leftName, "number": leftNumber, "end": leftEnd, "sentence": leftId}

// NewAbbreviations returns the abbreviations of a list, with their periods. What
// follows a word is known from the built-in table; any word may follow one that is
// not in it.
func NewAbbreviations(list []string) *Abbreviations {
	known := BuiltinAbbreviations()
	a := &Abbreviations{of: make(map[string]abbreviation, len(list))}
	for _, word := range list {
		is := leftAny
		if k, ok := known.of[strings.ToLower(strings.TrimSuffix(word, "."))]; ok {
			is = k.is
		}
		a.add(word, is)
	}
	return a
}

func (a *Abbreviations) add(word string, is left) {
	word = strings.TrimSuffix(word, ".")
	small := strings.ToLower(word)
	other, listed := a.of[small]
	capital := is != leftNumber && word[0] != small[0] && (!listed || other.capital)
	a.of[small] = abbreviation{is, capital}
}

// BeforeNumber reports whether the mark at s[mark] is the period of an abbreviation
// that a number may follow, "n. 2", or of a part of a name, "F. 2".
func (a *Abbreviations) BeforeNumber(s string, mark int) bool {
	switch _, is := a.wordBefore(s, max(0, mark-maxWord), mark); is {
	case leftNumber, leftSmallNumber, leftAny, leftInitial:
		return true
	}
	return false
}

// goesOn reports whether a word, without its period, abbreviates one that goes on
// with what is before it: a part of a name, or the word before a number.
func (a *Abbreviations) goesOn(word string) bool {
	switch a.lookup(word) {
	case leftAny, leftEnd, leftNumber, leftSmallNumber:
		return true
	}
	return false
}

// kind returns what a word is, without its period.
func (a *Abbreviations) kind(w string) left {
	switch {
	case w == "":
		return leftNothing
	case len(w) == 1 && lex.Class[w[0]]&lex.Upper != 0:
		return leftInitial
	}
	if is := a.lookup(w); is != leftNothing {
		return is
	}
	if k := strings.LastIndexByte(w, '.') + 1; lex.AllDigits(w[k:]) { // "3.2", or the number of a note
		return leftFigure
	}
	inner := false
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c == '.' || c == '&':
			return leftInner
		case c == '\'', lex.HasPrefixAt(w, i, "’"):
			inner = w[len(w)-1] != 's' // no genitive
		}
	}
	switch {
	case inner:
		return leftInner
	case len(w) == 1:
		return leftLetter
	case lex.Capitals(w):
		return leftCapitals
	case len(w) <= maxUnknown && lex.Class[w[0]]&lex.Upper != 0:
		return leftShort
	}
	return leftWord
}

// lookup returns what the list says of a word; leftNothing when it is not there.
func (a *Abbreviations) lookup(w string) left {
	var folded [maxWord]byte
	if len(w) > len(folded) {
		return leftNothing
	}
	for i := 0; i < len(w); i++ {
		folded[i] = w[i]
		if lex.Class[w[i]]&lex.Upper != 0 {
			folded[i] |= 0x20
		}
	}
	switch k := a.of[string(folded[:len(w)])]; {
	case k.capital && w[0] == folded[0]:
		return leftNothing
	case k.is == leftNumber && len(w) > 1 && w[0] == folded[0]:
		return leftSmallNumber
	default:
		return k.is
	}
}
