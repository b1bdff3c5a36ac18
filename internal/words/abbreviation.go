package words

import (
	"strings"
	"sync"

	"github.com/hereinafter/hereinafter/internal/tables"
)

// A Follow says what may follow the period of an abbreviation without ending the
// sentence.
type Follow uint8

// What may follow.
const (
	NoAbbreviation Follow = iota // the period ends the sentence
	AnyWord                      // part of a name: whatever does not open a sentence
	AName                        // a name: the period never ends the sentence
	ANumber                      // a number: the period ends the sentence before a word
	AnEnd                        // the end of a name: like AnyWord, but no number follows
)

// An abbreviation is a row of the table.
type abbreviation struct {
	follow  Follow
	capital bool // only with a capital: "It." for Italy, while "it" ends a sentence
}

// abbreviations are those of the table, in small letters and without their period.
var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	of := make(map[string]abbreviation, 2048)
	tables.Abbreviations.Each(func(r *tables.Row) {
		word := strings.TrimSuffix(r.Get("word"), ".")
		f := AnyWord
		switch r.Get("before") {
		case "name":
			f = AName
		case "number":
			f = ANumber
		case "end":
			f = AnEnd
		}
		small := strings.ToLower(word)
		other, listed := of[small]
		capital := f != ANumber && word[0] != small[0] && (!listed || other.capital)
		of[small] = abbreviation{f, capital}
	})
	return of
})

// FollowOf returns what may follow a word without its period, in any case but for
// the first letter of a name.
func FollowOf(word string) Follow {
	small := strings.ToLower(word)
	a := abbreviations()[small]
	if a.capital && word[0] == small[0] {
		return NoAbbreviation
	}
	return a.follow
}

// OpensSentence reports whether a word begins a sentence more often than it goes
// on with a name.
func OpensSentence(word string) bool { return openers.Word(word) != nil }

var openers = Set{role: "opens-sentence"}
