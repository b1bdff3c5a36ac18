package citation

import (
	"iter"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Restatement is a section of a Restatement of the law or of the American Law
// Institute's Principles. Bluebook Rule 12.9.4; Indigo Book R22.
type Restatement struct {
	Shared
	Title    Phrase // "Restatement (Second) of Torts"
	Sections []Pin
	Date     Date
	Online   *Online // nil when not written
}

// Kind returns [KindRestatement].
func (*Restatement) Kind() Kind { return KindRestatement }

// String returns the section as Bluebook Rule 12.9.4 writes it.
func (c *Restatement) String() string {
	var b strings.Builder
	b.WriteString(c.Title.Text + " " + sectionList(c.Sections, false))
	writePins(&b, c.Pins, ", at ")
	writeDecision(&b, "", c.Date)
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// maxRestatement bounds the length of a Restatement's title, in bytes.
const maxRestatement = 120

// readRestatement reads "Restatement (Second) of Torts § 402A cmt. b (1965)".
func readRestatement(r reader, a anchor) Citation {
	s := r.text
	if a.terms != nil { // the end of the title is an abbreviation too, "of Conflict of Laws"
		if a.class != anchorSection {
			return nil
		}
		a.terms, a.start, a.label = nil, a.number, ""
	}
	if !r.titleBefore(a.start) {
		return nil
	}
	end := lex.TrimComma(s, r.floor, a.start)
	start := r.restatementBefore(end)
	if word := end - len("Restatement"); start < 0 && a.class == anchorSection && word >= r.floor && r.text[word:end] == "Restatement" { // "Restatement § 29"
		start = word
	}
	if start < 0 {
		return nil
	}
	x, ok := r.scanBare(a)
	if !ok {
		return nil
	}
	c := &Restatement{Shared: Shared{text: s, Core: Span{start, x.End}}, Title: r.phrase(start, end), Sections: x.pins}
	next := x.End
	c.Pins, next = r.comments(next)
	if d, k, ok := r.scanEditionDate(next); ok {
		c.Date, next = d, k
	}
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	c.Signal = r.signal(start)
	return c
}

// restatementBefore returns the offset of the Restatement's title that ends at
// s[:end], -1 when none does.
func (r reader) restatementBefore(end int) int {
	s := r.text
	if end == r.floor || !lex.In(s[end-1], lex.ASCII, ").") {
		return -1
	}
	start := -1
	for k := range r.titleWords(end, maxRestatement) {
		if restatementAt(s[:end], k) {
			start = k
			break
		}
	}
	if start < 0 || !r.restates(start, end) {
		return -1
	}
	return start
}

// restatementAt reports whether the title of a Restatement begins at s[i:], and
// says of what it is one.
func restatementAt(s string, i int) bool {
	word, next := words.Restatements.SpelledAt(s, i)
	return word != nil && next < len(s)
}

// titleWords yields the offsets of the words that end at s[:end] and before it,
// nearest first, as far as they may be those of a title: capitalised words,
// figures and small joining words, within a bound.
func (r reader) titleWords(end, bound int) iter.Seq[int] {
	return func(yield func(int) bool) {
		s := r.text
		low := max(r.floor, end-bound)
		for k := end; k > low; {
			k = lex.SkipBack(s, low, k)
			i := lex.WordStart(s, low, k)
			if i == k {
				return
			}
			first := i
			for first < k && (s[first] == '(' || s[first] == '[' || s[first] == '"') {
				first++
			}
			if first == k || lex.Class[s[first]]&lex.Lower != 0 && !r.tab.is(s[first:k], roleJoin) || !yield(first) {
				return
			}
			k = i
		}
	}
}

// titleBefore reports whether the word before offset i may be the last of a
// title: it begins with a capital letter or a figure, or a bracket or quotation
// mark ends there.
func (r reader) titleBefore(i int) bool {
	s := r.text
	j := lex.TrimComma(s, r.floor, i)
	k := j
	for k > max(r.floor, j-maxShort) && lex.In(s[k-1], lex.Alnum, ".'-") {
		k--
	}
	if k == j {
		return lex.In(r.before(j), lex.High, ")\"")
	}
	if lex.Class[s[k]]&lex.Lower != 0 { // split at a line's end: "Prop-\nerty § 27"
		if k-2 >= r.floor && s[k-1] == ' ' && !lex.In(s[k-2], lex.NoiseEnd, "-") {
			return false // the fast path: a word that is not split
		}
		w, _, ok := wordBefore(s, max(r.floor, k-maxShort), j)
		return ok && w.start < k && lex.Class[s[w.start]]&lex.Upper != 0
	}
	return lex.Class[s[k]]&(lex.Upper|lex.Digit) != 0
}

// restates reports whether s[i:j] is a Restatement's title: capitalised words,
// joining words and an ordinal in brackets, no sentence.
func (r reader) restates(i, j int) bool {
	s := r.text
	for k := i; k < j; {
		m := k
		for m < j && lex.NoiseAt(s, m) == 0 {
			m++
		}
		w := strings.Trim(s[k:m], "()[],:")
		if w == "" || lex.AllDigits(w) {
			return false
		}
		if w != "&" && w != "&amp;" && lex.Class[w[0]]&lex.Digit == 0 && !r.tab.inTitle(w) {
			return false
		}
		if m < j && strings.HasSuffix(w, ".") && r.sentenceEnds(i, k+strings.LastIndexByte(s[k:m], '.')) {
			return false
		}
		k = lex.Skip(s[:j], m)
	}
	return true
}

// comments reads "cmt. b", "illus. 3", "reporter's note", and the pages of them.
func (r reader) comments(i int) (pins []Pin, next int) {
	s := r.text
	for len(pins) < 4 {
		j, _ := r.skipComma(i)
		word, k := words.Comments.Match(s, j, r.ceil)
		if word == nil {
			break
		}
		k = r.skip(k)
		m := k
		if r.at(m) == '.' { // "comment. (n.2)"
			m = r.skip(m + 1)
		}
		bracket := r.at(m) == '('
		if bracket {
			m++
		}
		k = m
		if lex.HasPrefixAt(s[:r.ceil], m, "n.") { // "cmt. n.3"
			m = r.skip(m + len("n."))
		}
		for r.isAt(m, lex.Alnum) && m-k < 6 {
			m++
		}
		if m == k {
			break
		}
		pin := Pin{Span: Span{j, m}, Kind: PinComment, From: lex.Clean(s[k:m])}
		pin.To, m = scanRange(s, m, r.ceil, true)
		if bracket {
			if r.at(m) != ')' {
				break
			}
			m++
		}
		pin.Span.End = m
		pins, i = append(pins, pin), m
	}
	if pins == nil {
		return nil, i
	}
	pages, next := r.scanPins(i, "") // "Comment f, at 295"
	return append(pins, pages...), next
}

// scanEditionDate reads a short parenthetical that ends in a date: "(1965)",
// "(Am. L. Inst. 1965)", "(Tentative Draft No. 2, 2012)".
func (r reader) scanEditionDate(i int) (d Date, next int, ok bool) {
	in, next, ok := r.shortBrackets(i)
	if !ok || lex.Class[r.text[in.Start]]&(lex.Upper|lex.Digit) == 0 {
		return d, i, false
	}
	d, _, ok = r.dateAtEnd(in.Start, in.End)
	if !ok {
		return d, i, false
	}
	return d, next, true
}

// Names implements [Citation].
func (c *Restatement) Names() []string {
	return appendNames(c.Shared.Names(), c.Title)
}
