package footnote

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Labels that went astray
//
// Where the label of a note is small and high, as TeX sets it, pdftotext may put
// it into a line of its own anywhere on the page. Its mark is on the page, its
// number is missing between two labels; the note is in the text of the one
// before, from a line on that comes after the short last line of a paragraph.

// maxAstray is how many labels of a page may go astray.
const maxAstray = 20

// astray adds the notes of a page whose labels went astray; spare are the page's
// labels out of sequence. first is the index of the page's first note.
func (a *apart) astray(c *pageCutter, first int, spare []foot) {
	slices.SortStableFunc(spare, func(a, b foot) int { return cmp.Compare(leadingNumber(a.label), leadingNumber(b.label)) })
	for _, s := range spare {
		j := a.before(first, s)
		if j < 0 {
			continue
		}
		n := &a.notes[j]
		at := c.paragraphAfter(n.text)
		if at < 0 {
			continue
		}
		a.leave(s.at, s.next)
		a.cuts = append(a.cuts, Span{s.at, s.next})
		s.scope, s.under, s.text = n.scope, true, Span{at, n.text.End}
		n.text.End = at
		a.doubt(false, s.label, at)
		a.notes = slices.Insert(a.notes, j+1, s)
		a.ends = slices.Insert(a.ends, j+1, a.ends[j])
	}
}

// before returns the index of the page's note whose number is one less than that
// of the label; -1 if there is none, or if the page has a note of that number.
func (a *apart) before(first int, s foot) int {
	number := leadingNumber(s.label)
	j := -1
	for i := first; i < len(a.notes); i++ {
		switch a.notes[i].label {
		case s.label:
			return -1
		case strconv.Itoa(number - 1):
			j = i
		}
	}
	return j
}

// paragraphAfter returns the offset in s of the first line after one that ends a
// sentence, if that is a short one or a note often begins like this; -1 if there
// is none.
func (c *pageCutter) paragraphAfter(s Span) int {
	for i := s.Start; i < s.End; {
		next := lastLine(c.text, i)
		line := strings.TrimSpace(c.text[i:next])
		if next < s.End && endsSentence(line, len(line)) && !blankLine(c.text, next, lineEnd(c.text, next)) &&
			(utf8.RuneCountInString(line) < c.note-shortOfWidth/2 || prefixOf(c.text[next:], noteStarts[:]) > 0) {
			return next
		}
		i = next
	}
	return -1
}

// pieces returns what is left of a span without the labels in it.
func (a *apart) pieces(s Span) (out []Span) {
	k := sort.Search(len(a.cuts), func(i int) bool { return a.cuts[i].Start >= s.Start })
	for ; k < len(a.cuts) && a.cuts[k].Start < s.End; k++ {
		out = append(out, Span{s.Start, a.cuts[k].Start})
		s.Start = min(a.cuts[k].End, s.End)
	}
	return append(out, s)
}
