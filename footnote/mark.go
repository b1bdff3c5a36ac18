package footnote

import (
	"math/bits"
	"strings"

	"github.com/hereinafter/hereinafter/internal/words"
)

// A form is a way to write the marks in the body. A document has one.
type form struct {
	name  string
	first string                                   // the bytes with which a mark begins
	scan  func(s string, i int) (it item, ok bool) // the mark at s[i:], with its weight
	stray bool                                     // a mark of full weight out of sequence is a mark; otherwise it is text
}

// forms lists the forms. Of forms with equally many marks the first wins.
var forms = [...]form{
	{name: "[1]", first: "[", scan: scanBracketMark, stray: true},
	{name: "¹", first: "\xc2\xe2", scan: scanSuperscriptMark, stray: true},
	{name: "1", first: digits, scan: scanGluedMark},
	{name: "[FN1]", first: "[", scan: scanWordMark, stray: true},
	{name: "1/", first: digits, scan: scanSlashMark},
	{name: "[i]", first: "[", scan: scanRomanMark},
	{name: "raised 1"}, // at the beginnings of lines; scanRaised
}

// gluedForm is the index of the form of numbers glued to words; TestForms holds it.
const gluedForm = 2

const digits = "123456789"

// formsFrom has for each byte the forms of which a mark begins with it, as bits.
var formsFrom = func() (t [256]uint8) {
	for k, f := range forms {
		for i := range len(f.first) {
			t[f.first[i]] |= 1 << k
		}
	}
	return t
}()

// The weights of marks, by what they are glued to.
const (
	markAfterSentence = 4 // closing punctuation
	markAfterWord     = 3 // a word
	markApart         = 2 // closing punctuation, with a blank between
	markLoose         = 1 // a blank, or something that numbers often follow
)

// scanMarks returns the items of each form: whatever looks like a mark.
func scanMarks(s string) (marks [len(forms)][]item) {
	lineStart := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		may := formsFrom[c]
		switch {
		case c == '\n':
			lineStart = true
			continue
		case c <= ' ' && blankAt(s, i) == 1:
			continue
		case may != 0 && !lineStart && !(isDigit(c) && isDigit(s[i-1])):
			for ; may != 0; may &= may - 1 {
				k := bits.TrailingZeros8(may)
				if it, ok := forms[k].scan(s, i); ok {
					marks[k] = append(marks[k], it)
					i = it.end() - 1
					break
				}
			}
		}
		lineStart = false
	}
	return marks
}

// mark = "[" number [ letter ] "]"
func scanBracketMark(s string, i int) (it item, ok bool) {
	it, ok = scanBracket(s, i)
	it.weight = markWeight(s, i)
	return it, ok
}

// mark = "[" word number "]"
func scanWordMark(s string, i int) (it item, ok bool) {
	if i >= len(s) || s[i] != '[' {
		return item{}, false
	}
	it, ok = scanWord(s, i)
	it.weight = max(markWeight(s, i), markApart)
	return it, ok
}

// mark = "[" roman numeral "]"
func scanRomanMark(s string, i int) (it item, ok bool) {
	it, ok = scanRoman(s, i)
	it.weight = markWeight(s, i)
	return it, ok
}

// mark = number "/", after closing punctuation and before a blank
func scanSlashMark(s string, i int) (it item, ok bool) {
	n, next, ok := scanNumber(s, i)
	if !ok || next >= len(s) || s[next] != '/' || skipSpace(s, next+1) == next+1 {
		return item{}, false
	}
	weight := int8(markApart)
	if end := trimSpace(s, max(0, i-1), i); !gluedPunctuation(s[:end]) {
		weight = markLoose
	}
	return item{at: i, number: uint16(n), width: uint8(next + 1 - i), weight: weight}, true
}

// mark = superscript number
func scanSuperscriptMark(s string, i int) (it item, ok bool) {
	n, next, ok := scanSuperscript(s, i)
	return item{at: i, number: uint16(n), width: uint8(next - i), weight: markWeight(s, i)}, ok
}

// markWeight returns the weight of a mark at s[i:] whose writing leaves no
// doubt that it is none of the sentence's own numbers.
func markWeight(s string, i int) int8 {
	switch {
	case i == 0 || trimSpace(s, max(0, i-len("\u200b")), i) < i:
		return markLoose
	case gluedPunctuation(s[:i]):
		return markAfterSentence
	case isUpper(s[i-1]): // the number of a headnote
		return markLoose
	}
	return markAfterWord
}

// mark = number [ letter ], glued to a word or closing punctuation and
// followed by neither letter nor digit
func scanGluedMark(s string, i int) (it item, ok bool) {
	if i == 0 {
		return item{}, false
	}
	n, next, ok := scanNumber(s, i)
	suffix, next := scanSuffix(s, next)
	if !ok || next < len(s) && (isLetter(s[next]) || isDigit(s[next]) || strings.IndexByte("-/%", s[next]) >= 0) {
		return item{}, false
	}
	weight := gluedWeight(s, i)
	return item{at: i, number: uint16(n), suffix: suffix, width: uint8(next - i), weight: weight}, weight > 0
}

// gluedWeight returns the weight of a number at s[i:] that is glued to what
// precedes it; 0 when it cannot be a mark. "rule.5" is likely one, "page5"
// less so, and "3.5" or "COVID19" only if no better one has its number.
func gluedWeight(s string, i int) int8 {
	b := s[i-1]
	switch {
	case isLower(b):
		return markAfterWord
	case isUpper(b):
		return markLoose
	case b == ' ' && i > 1 && !isDigit(s[i-2]) && gluedPunctuation(s[:i-1]):
		return weightAfter(numberFollows(s[:i-1]), markApart)
	case !gluedPunctuation(s[:i]):
		return 0
	case b == '.' && numberFollows(s[:i]):
		return markLoose
	case i > 1 && isDigit(s[i-2]) && strings.IndexByte(".,:", b) >= 0: // "3.5", "1,000", "10:30"
		return weightAfter(b != '.' || !sentenceAfter(s, i), markApart)
	}
	before := trimClosers(s, i)
	if before > 0 && strings.IndexByte(".,:;!?", s[before-1]) >= 0 {
		before--
	}
	return weightAfter(before == 0 || blankAt(s, before-1) > 0, markAfterSentence)
}

// weightAfter returns weight, or the least one if the number may be the
// sentence's own.
func weightAfter(own bool, weight int8) int8 {
	if own {
		return markLoose
	}
	return weight
}

// sentenceAfter reports whether after the number at s[i:], which follows a period, a
// sentence begins.
func sentenceAfter(s string, i int) bool {
	next := i
	for next < len(s) && isDigit(s[next]) {
		next++
	}
	return (next == len(s) || skipSpace(s, next) > next) && prose.Ends(s, words.Stop{Start: i - 1, Mark: i - 1, After: next, End: len(s), Note: true})
}

// numberFollows reports whether s ends with an abbreviation that numbers follow,
// as in "n.2" or "Amend. 1", or that is part of a name, as in "F. 2".
func numberFollows(s string) bool {
	if s == "" || s[len(s)-1] != '.' {
		return false
	}
	return words.BuiltinAbbreviations().BeforeNumber(s, len(s)-1)
}

// gluedPunctuation reports whether s ends with punctuation after which marks
// stand.
func gluedPunctuation(s string) bool {
	return suffixOf(s, closers[:]) > 0 || s != "" && strings.IndexByte(".,:;!?", s[len(s)-1]) >= 0
}
