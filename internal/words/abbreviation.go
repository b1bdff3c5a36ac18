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

// followOf are the abbreviations of the table, in small letters and without their
// period.
var followOf = sync.OnceValue(func() map[string]Follow {
	of := make(map[string]Follow, 2048)
	tables.Abbreviations.Each(func(r *tables.Row) {
		word, before := r.Get("word"), r.Get("before")
		f := AnyWord
		switch before {
		case "name":
			f = AName
		case "number":
			f = ANumber
		case "end":
			f = AnEnd
		}
		of[strings.ToLower(strings.TrimSuffix(word, "."))] = f
	})
	return of
})

// FollowOf returns what may follow a word, in any case and without its period.
func FollowOf(word string) Follow { return followOf()[strings.ToLower(word)] }

// OpensSentence reports whether a word begins a sentence more often than it goes
// on with a name.
func OpensSentence(word string) bool { return openers.Word(word) != nil }

var openers = Set{role: "opens-sentence"}
