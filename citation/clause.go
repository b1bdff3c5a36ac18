package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// maxHead bounds how far to the left of its core a citation in running text
// may begin, in bytes.
const maxHead = 600

// leftover returns the length of the mark at s[0:] that belongs to what stands
// before a clause: punctuation, or the second of two closing quotation marks,
// "...’ ” National Cancer Institute".
func leftover(s string) int {
	for _, mark := range [...]string{",", ";", ":", ".", "”", "’ ", "' ", "\" "} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// clauseStart finds where the clause that leads up to offset i begins, and the
// signal before it. In a note's clause that is known; in running text it is
// after the last semicolon, sentence end or opening bracket to the left.
//
// pieces is how many pieces of a byline a source of this kind has after its
// author: a sentence that runs into a citation is told by an author's name with
// that many after it.
func (r reader) clauseStart(i, pieces int) (start int, sig Signal) {
	if r.clause {
		start = r.afterOpener(lex.Skip(r.text[:i], r.floor), i)
		if r.corresponds(start, i) {
			return start, sig
		}
		if r.isProse(start, i) {
			return r.afterProse(start, i, 1)
		}
		return r.afterProse(start, i, pieces)
	}
	s := r.text
	low := min(lex.CharAt(s, max(r.floor, i-maxHead)), i)
	start = low
	for k := i - 1; k >= low; k-- {
		if !breaksAt[s[k]] { // the fast path: most bytes
			continue
		}
		if stop, ok := r.clauseBreak(low, k, i); ok {
			start = stop
			break
		}
	}
	start = lex.Skip(s[:i], start)
	for n := leftover(s[start:i]); n > 0; n = leftover(s[start:i]) {
		start = lex.Skip(s[:i], start+n)
	}
	start = r.afterOpener(start, i)
	if k := lex.DigitsEnd(s[:i], start); k > start { // the number of a footnote
		after := lex.Skip(s[:i], k)
		if sg, next, ok := scanSignal(s, after, i); ok && !sg.inner() {
			return next, sg
		}
		if after > k && volumeOfInitial(s[:i], after) { // "5 2 J. Richardson"
			start = after
		}
	}
	if sg, next, ok := scanSignal(s, start, i); ok {
		sig, start = sg, next
	} else if k := leadIn(s, start, i); k > start {
		start = k
	}
	if k := r.afterQuotation(start, i); k > start {
		start = k
		if sg, next, ok := scanSignal(s, start, i); ok {
			sig, start = sg, next
		}
	}
	if r.isProse(start, i) {
		if from, sg := r.afterProse(start, i, pieces); from > start {
			start, sig = from, sg
		}
	} else if from := r.authorAfterSentence(start, i, pieces); from > start {
		start = from
	}
	return start, sig
}

// volumeOfInitial reports whether a volume and an author's initial are at s[i:].
func volumeOfInitial(s string, i int) bool {
	end := lex.DigitsEnd(s, i)
	return end > i && lex.InitialAt(s, lex.Skip(s, end))
}

// afterOpener passes over a word that opens a sentence and the comma after it:
// "Thus, A. Scalia".
func (r reader) afterOpener(start, i int) int {
	s := r.text
	end := lex.LettersEnd(s[:i], start)
	if end == start || end >= i || s[end] != ',' || !r.tab.is(s[start:end], roleSentenceStart) {
		return start
	}
	if _, _, ok := scanSignal(s, start, i); ok { // "See, e.g., A. Scalia"
		return start
	}
	return lex.Skip(s[:i], end+1)
}

// breaksAt are the bytes at which a clause may end.
var breaksAt = func() (t [256]bool) {
	for _, c := range []byte(";([.?!\n") {
		t[c] = true
	}
	return t
}()

// clauseBreak reports whether the clause before the one that leads up to i ends
// at s[k], and where the next begins.
func (r reader) clauseBreak(low, k, i int) (next int, ok bool) {
	s := r.text
	switch s[k] {
	case ';':
		return k + 1, !entityEnds(s, k)
	case '(', '[':
		return k + 1, lex.Closing(s, k, i) < 0 // not closed before the core
	case '.', '?', '!':
		if !r.sentenceEnds(low, k) {
			return 0, false
		}
		return r.afterSentence(k), true
	case '\n':
		return k + 1, k > low && blankLine(s, k) && r.endsParagraph(low, k)
	}
	return 0, false
}

// endsParagraph reports whether a paragraph ends before the blank line at s[k]:
// in a text with blank lines between all lines most are none.
func (r reader) endsParagraph(low, k int) bool {
	s := r.text
	j := k
	for j > low && lex.Class[s[j-1]]&lex.Space != 0 {
		j--
	}
	if j == low {
		return true
	}
	c := s[j-1]
	if c == '.' && strings.Count(s[j:k], "\n") < 3 {
		return false // the period says whether it ends a sentence
	}
	return strings.IndexByte(".?!:;\")", c) >= 0 || c >= 0x80 && !strings.HasSuffix(s[:j], "\u00ad") || strings.Count(s[j:k], "\n") > 2
}

// wordStart returns the offset of the word that ends at s[:j].
func (r reader) wordStart(low, j int) int {
	i := j - 1
	for i > low && wordByte(r.text, low, i) {
		i--
	}
	return i
}

// blankLine reports whether the line break at s[k] ends an empty line.
func blankLine(s string, k int) bool {
	for k--; k >= 0 && (s[k] == ' ' || s[k] == '\t' || s[k] == '\r'); k-- {
	}
	return k >= 0 && s[k] == '\n'
}

// leadIn passes over a word before a citation that is no signal, or over "in" before a volume: "in 1 B.
// Schwartz, The Bill of Rights".
func leadIn(s string, i, end int) int {
	if k, ok := words.Match(s, i, end, "in"); ok && lex.VolumeEnd(s, lex.Skip(s[:end], k), end) > lex.Skip(s[:end], k) {
		return lex.Skip(s[:end], k)
	}
	if p, k := words.LeadIns.Match(s, i, end); p != nil {
		return lex.Skip(s[:end], k)
	}
	return i
}

// corresponds reports whether s[i:j] is a letter or an interview, which is cited by
// those who wrote or talked: "Telephone Interview with Jane Roe, Dir., Forms Office".
// Bluebook Rules 17.2.3, 17.2.5.
func (r reader) corresponds(i, j int) bool {
	words := 0
	last := ""
	for w := range strings.FieldsSeq(r.text[i:j]) {
		if w == "from" || w == "with" || w == "by" || w == "between" {
			return r.tab.is(last, roleLetter)
		}
		if words++; words > 4 || lex.Class[w[0]]&lex.Upper == 0 {
			return false
		}
		last = w
	}
	return false
}
