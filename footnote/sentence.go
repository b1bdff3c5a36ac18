package footnote

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/words"
)

// What a mark is on
//
// A mark at a sentence's end, before or after its period and its closing
// quotation mark, is on that sentence, one in the middle on the sentence
// around it. A period ends a sentence if neither an abbreviation nor what
// follows speaks against it; within a quotation it does so only with a mark
// after it, so that a quotation of several sentences stays whole. The mark at
// the end of a block quotation is on all of it.

// placeMarks sets the sentence of each mark in the body. The marks are in order.
func placeMarks(body string, marks []*Mark) {
	introduced := false // whether the paragraph before leads over to this one
	for p := range splitParagraphs(body, spacingOf(body)) {
		n := 0
		for n < len(marks) && marks[n].Span.Start <= p.End { // one that is no part of the text may be at the end
			n++
		}
		c := newCutter(body, p, marks[:n])
		end := c.trim(p.Start, p.End, c.marks)
		if n > 0 {
			c.place(end, introduced && beginsQuoted(p.In(body)))
		}
		introduced = leadsOver(body[p.Start:end])
		marks = marks[n:]
	}
}

// A cutter cuts one paragraph into sentences.
type cutter struct {
	text      string // the whole body up to the paragraph's end
	para      Span
	marks     []*Mark // those in the rest of the paragraph
	lastQuote int     // offset of the last closing quotation mark, -1 if there is none
}

func newCutter(body string, p Span, marks []*Mark) *cutter {
	c := &cutter{text: body[:p.End], para: p, marks: marks, lastQuote: -1}
	for _, q := range [...]string{"”", `"`} {
		if k := strings.LastIndex(p.In(body), q); k >= 0 {
			c.lastQuote = max(c.lastQuote, p.Start+k)
		}
	}
	return c
}

// place sets the sentences of the paragraph's marks. The paragraph's text ends
// at end, before its last marks; block says that it is a block quotation.
func (c *cutter) place(end int, block bool) {
	all := c.marks
	for start := c.para.Start; len(c.marks) > 0 && start < c.para.End; {
		end, next, left := c.sentence(start)
		for _, m := range c.marks[:len(c.marks)-len(left)] {
			m.Sentence = Span{start, end}
		}
		c.marks = left
		start = skipSpace(c.text, next)
	}
	for _, m := range all {
		if block && m.Span.Start >= end {
			m.Sentence, m.Block = Span{c.para.Start, end}, true
		}
	}
}

// sentence reads the sentence that begins at start. It ends at end, the next
// one begins at next or after blanks; left are the marks after it.
func (c *cutter) sentence(start int) (end, next int, left []*Mark) {
	marks, quoted := c.marks, false
	for i := start; i < len(c.text); {
		if len(marks) > 0 && marks[0].Span.Start <= i {
			i, marks = max(i, marks[0].Span.End), marks[1:]
			continue
		}
		switch b := c.text[i]; {
		case b == '"' || b == "“"[0]:
			quoted = c.quotes(i, quoted)
		case b == '.' || b == '?' || b == '!':
			s := c.stop(i, quoted, marks)
			if s.ends(c, start) {
				return s.end, s.next, s.left
			}
			i = s.dots
			continue
		}
		i++
	}
	return c.trim(start, len(c.text), c.marks), len(c.text), nil
}

// quotes returns whether the text after the quotation mark at text[i:] is
// quoted; quoted says so of the text before it. What is not closed again
// within the paragraph does not count.
func (c *cutter) quotes(i int, quoted bool) bool {
	switch {
	case c.text[i] == '"':
		return !quoted && i < c.lastQuote
	case strings.HasPrefix(c.text[i:], "“"):
		return i < c.lastQuote
	case strings.HasPrefix(c.text[i:], "”"):
		return false
	}
	return quoted
}

// trim returns the offset after the last byte of text[i:j] that is neither
// blank nor part of the last marks.
func (c *cutter) trim(i, j int, marks []*Mark) int {
	for k := len(marks) - 1; ; k-- {
		j = trimSpace(c.text, i, j)
		if k < 0 || marks[k].Span.End != j || marks[k].Span.Start <= i {
			return j
		}
		j = marks[k].Span.Start
	}
}

// A stop is a place where a sentence may end.
type stop struct {
	dots   int     // offset after the periods, or the other punctuation
	end    int     // offset after the closing marks, where the sentence would end
	next   int     // offset after its marks
	left   []*Mark // the marks after next
	quoted bool    // still within a quotation
	marked bool    // a mark is between dots and next
}

// stop reads the punctuation at text[i:] with the closing marks and marks
// after it.
func (c *cutter) stop(i int, quoted bool, marks []*Mark) stop {
	s := stop{dots: i + 1, quoted: quoted, left: marks}
	for s.dots < len(c.text) {
		k := s.dots
		if c.text[i] == '.' {
			k = skipSpace(c.text, k)
		}
		if k >= len(c.text) || strings.IndexByte(".?!", c.text[k]) < 0 {
			break
		}
		s.dots = k + 1
	}
	s.end, s.next = s.dots, s.dots
	for {
		k := skipBlanks(c.text, s.next)
		if len(s.left) > 0 && s.left[0].Span.Start <= k {
			s.next, s.left, s.marked = s.left[0].Span.End, s.left[1:], true
			continue
		}
		w := closerAt(c.text, s.next)
		if w == 0 {
			return s
		}
		if q := c.text[s.next : s.next+w]; q == "”" || q == `"` {
			s.quoted = false
		}
		s.next += w
		s.end = s.next
	}
}

// prose says where the sentences of a body end.
var prose words.Sentences

// ends reports whether a sentence that begins at start ends at the stop.
func (s stop) ends(c *cutter, start int) bool {
	if s.quoted && !s.marked && skipSpace(c.text, s.next) < len(c.text) {
		return false
	}
	return prose.Ends(c.text, words.Stop{Start: start, Mark: s.dots - 1, After: s.next, End: len(c.text), Note: s.marked})
}
