package words

import "github.com/hereinafter/hereinafter/internal/lex"

// Where a sentence ends
//
// A period ends a sentence, or abbreviates a word, or both; a question mark ends a
// sentence, unless it is in a title. What is right before the mark and what begins
// after it decide together: "Acme, Inc. The court" are two sentences, "Acme, Inc.
// Pension Plan" is a name. Both are put into classes, and evidence is the table of
// what each pair of classes says. At the end of a text every mark ends a sentence,
// and before a small letter or a comma none does.
//
// [Sentences.Ends] is the only place that decides it. What differs between its
// callers are the fields of [Sentences], which say what kind of text it is, and
// those of [Stop], which say where in it the question is asked.

// A left is the class of what is right before a mark.
type left uint8

const (
	leftNothing        left = iota // a blank, or the sentence's beginning
	leftPeriods                    // one or two more periods: something is left out
	leftOmission                   // three more periods: the sentence's end is left out too
	leftSign                       // a bracket or another sign
	leftFigure                     // "1996"
	leftWord                       // no abbreviation that is known
	leftShort                      // a short one with a capital, which may be an abbreviation all the same
	leftVolume                     // the same after a figure, as a reporter is: "2 Macq."
	leftCapitals                   // one in capitals alone, as titles may be printed
	leftLetter                     // one letter without a capital
	leftInitial                    // one with a capital
	leftInner                      // "U.S.", "Int'l", "R&D": written as abbreviations only are
	leftAny                        // an abbreviation inside a name: "Admin."
	leftEnd                        // the end of a name: "Inc."
	leftName                       // a name follows: "Mr."
	leftNumber                     // a number follows: "App.", which may be inside a name too
	leftSmallNumber                // the same without a capital, which may be a word too: "art.", "no."
	leftId                         // a citation by itself: "id."
	leftQuestion                   // the mark is a question or exclamation mark
	leftQuotedQuestion             // the same at the end of a quotation
	leftNote                       // the number of a note is between the mark and what follows
	lefts
)

// A right is the class of what follows a mark.
type right uint8

const (
	rightFigure      right = iota // a figure
	rightVolume                   // one before a word with a capital, as a volume is before its reporter
	rightSection                  // a section or paragraph sign
	rightBracket                  // a bracket opens
	rightOther                    // another sign
	rightGlued                    // a word with a capital, without a blank before it
	rightGluedLetter              // a capital that no small letter follows, without a blank before it
	rightGluedSignal              // a signal or "id.", without a blank before it
	rightCapital                  // a word with a capital
	rightPart                     // an abbreviation that begins no sentence: "Ct.", "No."
	rightCapitals                 // a word in capitals alone
	rightInitial                  // one letter with a period
	rightNumeral                  // a Roman numeral, or a letter that may count
	rightLetter                   // "A" or "I", which may count or be words
	rightOpener                   // a word that begins sentences: "The"
	rightSignal                   // a signal, or "id."
	rights

	rightSmall // what begins no sentence: a small letter, a comma, a dash
	rightEnd   // nothing: the text ends
)

// What a pair of classes says.
const (
	ends    = '+' // the sentence ends
	inProse = 'p' // it ends, except where sources are cited
	// any other sign: it goes on
)

// evidence is what each pair of classes says.
var evidence = [lefts]string{
	//                  figure
	//                  | volume
	//                  | | section sign
	//                  | | | bracket
	//                  | | | | other
	//                  | | | | | glued
	//                  | | | | | | glued letter
	//                  | | | | | | | glued signal
	//                  | | | | | | | | capital
	//                  | | | | | | | | | abbreviation
	//                  | | | | | | | | | | capitals
	//                  | | | | | | | | | | | initial
	//                  | | | | | | | | | | | | numeral
	//                  | | | | | | | | | | | | | A, I
	//                  | | | | | | | | | | | | | | opener
	//                  | | | | | | | | | | | | | | | signal
	leftNothing:        "p p p p p - - - p p p p p p p p",
	leftPeriods:        "- - - - - - - - - - - - - - - -",
	leftOmission:       "+ + p p + + + + + + + + + + + +",
	leftSign:           "+ + p p + + + + + + + + + + + +",
	leftFigure:         "+ + p p + - - + + + + + + + + +",
	leftWord:           "+ + p p + + + + + + + + + + + +",
	leftShort:          "p + p p + + - + + + + + + + + +",
	leftVolume:         "- - - p + - - + + + + + + + + +",
	leftCapitals:       "p + p p + + - + + + p + + + + +",
	leftLetter:         "- - - - - - - - p p p p p p p +",
	leftInitial:        "- - - - - - - - - - - - - p + +",
	leftInner:          "- - - - - - - + - - - - - p + +",
	leftAny:            "- - - - - - - + - - - - - p p +",
	leftEnd:            "- - - - - - - + - - - - - p + +",
	leftName:           "- - - - - - - - - - - - - - - -",
	leftNumber:         "- - - - - - - + p - - - - - p +",
	leftSmallNumber:    "- - - p + + - + + p + - - - + +",
	leftId:             "- - - p + - - + + + + + + + + +",
	leftQuestion:       "p p p p p + - + p p p p p p p +",
	leftQuotedQuestion: "p p p p p + - + p p p + p p p +",
	leftNote:           "+ + p p + + + + + + + + + + + +",
}

// verdict returns the sign of a pair.
func verdict(before left, after right) byte { return evidence[before][2*after] }

// alike are the classes after which all words with a capital say the same, so that
// none of them need be looked at.
var alike = func() (t [lefts]bool) {
	for before := range lefts {
		t[before] = true
		for after := rightCapital; after < rights; after++ {
			t[before] = t[before] && verdict(before, after) == verdict(before, rightCapital)
		}
	}
	return t
}()

// closed are the classes of words that are like any other at the end of a quotation:
// what they would go on with is not in it.
var closed = [lefts]bool{leftShort: true, leftCapitals: true, leftEnd: true, leftNumber: true, leftSmallNumber: true}

// Sentences says where the sentences of a kind of text end. The zero value is for
// prose, with the built-in abbreviations.
type Sentences struct {
	// Citing is for a text that cites: its sentences are as often names and titles
	// as they are prose. A question may be a title's, a bracket or a section sign goes
	// on with what is before it, and so does "For" after "Comm."
	Citing bool

	// Abbreviations are those of the text; nil means the built-in ones.
	Abbreviations *Abbreviations

	// Names know abbreviations of several words; nil means that there are none.
	Names Names
}

// Names know the abbreviations that have several words.
type Names interface {
	// NameEnd returns the offset after the longest of them that begins at s[i:]
	// and ends before s[end], after a number; i when there is none.
	NameEnd(s string, i, end int) int
}

// A Stop is a place where a sentence may end. All offsets are in bytes.
type Stop struct {
	Start int  // where the sentence begins, or the farthest that is looked back
	Mark  int  // of the period, question or exclamation mark; of the last, when there are several
	After int  // after it and what closes with it; see [Closed]
	End   int  // where the text ends: what is after it is not looked at
	Note  bool // the number of a note is before After
}

// Ends reports whether the sentence ends at a stop. It allocates nothing, and looks
// at two words before the mark and two after it.
func (x *Sentences) Ends(s string, p Stop) bool {
	after, at := p.right(s)
	switch after {
	case rightSmall:
		return false
	case rightEnd:
		return true
	}
	before, word := x.left(s, p)
	switch after {
	case rightCapital:
		if !alike[before] {
			after = x.capital(s, at, p.End)
		}
	case rightGlued, rightGluedLetter:
		if verdict(before, after) != verdict(before, rightGluedSignal) && OpensCitation(s, at, p.End) {
			after = rightGluedSignal
		}
	}
	sign := verdict(before, after)
	switch {
	case sign != ends && (sign != inProse || x.Citing), x.insideName(s, p, word):
		return false
	}
	return !x.Citing || after < rightCapital || !insideJournal(s, p)
}

// maxJournalWords bounds the words before and after a stop that the name of a journal
// may have.
const maxJournalWords = 5

// insideJournal reports whether a stop is among the words of a journal's name: they
// have capitals, and are between the volume, which a comma precedes, and the page, ", 53
// PAP. L. REV. 782".
func insideJournal(s string, p Stop) bool {
	volume := p.Mark
	for n := 0; ; n++ {
		start := volume
		for start > p.Start && lex.Class[s[start-1]]&(lex.ASCII|lex.Digit) != 0 || start > p.Start && lex.In(s[start-1], 0, ".&'") {
			start--
		}
		if start == volume || n > maxJournalWords {
			return false
		}
		before := lex.SkipBack(s, p.Start, start)
		if lex.AllDigits(s[start:volume]) {
			return n > 0 && before > p.Start && s[before-1] == ','
		}
		if before == start || !lex.In(s[start], lex.Upper, "&") || n == 0 && !journalGoesOn(s, p) {
			return false
		}
		volume = before
	}
}

// journalGoesOn reports whether a few words with capitals and a page follow a stop.
func journalGoesOn(s string, p Stop) bool {
	i := lex.Skip(s[:p.End], p.After)
	for n := 0; n <= maxJournalWords && i < p.End; n++ {
		if lex.Class[s[i]]&lex.Digit != 0 {
			return n > 0
		}
		end := i
		for end < p.End && lex.In(s[end], lex.ASCII, ".&'") {
			end++
		}
		if end == i || !lex.In(s[i], lex.Upper, "&") {
			return false
		}
		i = lex.Skip(s[:p.End], end)
	}
	return false
}

// Abbreviates reports whether the period after a word of the text, which is given
// without it, abbreviates the word.
func (x *Sentences) Abbreviates(word string) bool {
	is := x.abbreviations().kind(word)
	return leftLetter <= is && is <= leftId
}

// abbreviations returns those of the text.
func (x *Sentences) abbreviations() *Abbreviations {
	if x.Abbreviations == nil {
		return BuiltinAbbreviations()
	}
	return x.Abbreviations
}

// insideName reports whether the word that ends at a stop follows a number and
// begins a name of several words, which goes on: "9 Ben. Rev. Bd. Serv."
func (x *Sentences) insideName(s string, p Stop, word int) bool {
	if x.Names == nil || word >= p.Mark || lex.Class[s[word]]&lex.ASCII == 0 {
		return false
	}
	return afterFigure(s, p.Start, word) && x.Names.NameEnd(s, word, p.End) > p.Mark+1
}

// OpensCitation reports whether a signal that opens sentences is at s[i:end], or "id."
func OpensCitation(s string, i, end int) bool {
	if lex.HasPrefixAt(s[:end], i, "Id.") || lex.HasPrefixAt(s[:end], i, "Ibid.") {
		return true
	}
	p, next := Signals.Match(s, i, end)
	return p != nil && !Inner(p.Value) && lex.At(s[:end], lex.Skip(s[:end], next)) != ':'
}

// Inner reports whether a signal, in its normal form, is one only inside a list that
// another opened, "compare A with B".
func Inner(signal string) bool { return signal == "with" || signal == "and" }

// OpensSentence reports whether a word begins a sentence more often than it goes
// on with a name.
func OpensSentence(word string) bool { return openers.Word(word) != nil }

var openers = Set{role: "opens-sentence"}
