package footnote

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Labels that went astray
//
// Where the label of a note is small and high, as TeX sets it, pdftotext may put
// it into a line of its own anywhere on the page: several above the first note,
// or one at the page's foot. On such a page there is a note without a text, or a
// number missing between two labels whose mark is above. The notes are in the
// order of their labels, so what is looked for is so many lines at which notes
// begin: after one that ends a sentence, or is short, with a capital, with "Id.",
// right below the label. The best lines are found together, for all the notes
// of a page; where another line is as good, that is reported.

// The bounds of a page whose labels went astray.
const (
	maxAstray      = 60  // notes
	maxAstrayLines = 300 // lines of notes
)

// astray sets anew where the notes of a page begin if its labels went astray;
// spare are the page's labels out of sequence, those in the body among them, which
// stay there. first is the index of the page's first note.
func (a *apart) astray(c *pageCutter, first int, spare []foot, end int) {
	notes := slices.Clone(a.notes[first:])
	for len(notes) > 0 && leadingNumber(notes[0].label) == 0 {
		notes, first = notes[1:], first+1
	}
	spare = slices.DeleteFunc(slices.Clone(spare), func(n foot) bool { return a.bodyOffset(n.at) >= 0 })
	found := withSpare(notes, spare)
	if len(notes) == 0 || len(found) > maxAstray || len(found) == len(notes) && !slices.ContainsFunc(notes, a.empty) {
		return
	}
	s := newNoteBegins(c, found, a.top(notes[0]), end)
	if len(s.lines) < len(found) || len(s.lines) > maxAstrayLines {
		return
	}
	s.choose()
	ends := a.ends[first]
	a.notes, a.ends = a.notes[:first], a.ends[:first]
	for k, n := range found {
		at, stop := s.lines[s.best[k]].at, end
		if k+1 < len(found) {
			stop = s.begin(k + 1)
		}
		n.scope, n.more = notes[0].scope, nil
		n.text = Span{at, stop}
		if !s.direct(k) {
			n.under = true
			a.cuts = append(a.cuts, Span{n.at, n.next})
		}
		a.doubt(s.sure(k), n.label, at)
		a.notes, a.ends = append(a.notes, n), append(a.ends, ends)
	}
}

// empty reports whether there is no text for the note.
func (a *apart) empty(n foot) bool {
	return trimSpace(a.p.text, n.text.Start, n.text.End) == n.text.Start
}

// top returns where the text of a page's first note begins.
func (a *apart) top(n foot) int { return skipSpace(a.p.text, n.text.Start) }

// withSpare returns the notes with those of the labels whose numbers are missing
// among them, in the order of their numbers.
func withSpare(notes, spare []foot) []foot {
	out := slices.Clone(notes)
	slices.SortStableFunc(spare, func(a, b foot) int { return cmp.Compare(leadingNumber(a.label), leadingNumber(b.label)) })
	for _, s := range spare {
		k := indexOfLabel(out, leadingNumber(s.label)-1)
		if k >= 0 && indexOfLabel(out, leadingNumber(s.label)) < 0 {
			out = slices.Insert(out, k+1, s)
		}
	}
	return out
}

// indexOfLabel returns the index of the note with the number; -1 if there is none.
func indexOfLabel(notes []foot, number int) int {
	return slices.IndexFunc(notes, func(n foot) bool { return n.label == strconv.Itoa(number) })
}

// noteBegins are the lines at which the notes of a page may begin.
type noteBegins struct {
	c     *pageCutter
	notes []foot
	lines []startLine
	best  []int // for each note, the line at which it begins
}

// A startLine is a line of notes, without those of labels alone.
type startLine struct {
	at    int // of its text, after a label
	note  int // whose label is in the line; -1 if none is
	score int // what speaks for a note's beginning, except for its label
}

// What speaks for a note's beginning with a line.
const (
	startAfterSentence = 4 // the line above ends a sentence
	startAfterShort    = 3 // the line's first word would have fitted into the line above
	startLikeNote      = 3 // it begins with "Id." or the like
	startLabelAbove    = 6 // the note's label is right above
	startMiddle        = -6
	startApart         = -3 // a blank line is above, and no label
	startNever         = -1 << 20
)

// newNoteBegins returns the lines of text[top:end].
func newNoteBegins(c *pageCutter, notes []foot, top, end int) *noteBegins {
	s := &noteBegins{c: c, notes: notes}
	labels := make(map[int]int, len(notes))
	for k, n := range notes {
		labels[n.at] = k
	}
	above := Span{}
	for i := top; i < end; i = lineEnd(c.text, i) + 1 {
		stop := min(lineEnd(c.text, i), end)
		line := startLine{at: skipBlanks(c.text[:stop], i), note: -1}
		if k, ok := labels[line.at]; ok {
			if line.note = k; notes[k].next < stop {
				line.at = notes[k].next
			} else {
				continue
			}
		}
		if i == top && line.note < 0 {
			if k := slices.IndexFunc(notes, func(n foot) bool {
				return n.next == top && !n.under && lineStart(c.text, n.at) == lineStart(c.text, top)
			}); k >= 0 {
				line.note = k
			}
		}
		text := Span{line.at, trimSpace(c.text, line.at, stop)}
		if text.Start == text.End || isRule(text.In(c.text)) {
			continue
		}
		line.score = s.weigh(above, text)
		s.lines = append(s.lines, line)
		above = text
	}
	return s
}

// weigh returns what speaks for a note's beginning with a line, after the line
// above.
func (s *noteBegins) weigh(above, line Span) int {
	text, w := line.In(s.c.text), 0
	switch last := above.In(s.c.text); {
	case endsSentence(last, len(last)):
		w += startAfterSentence
	case endsCitation(last, len(last)) || strings.Contains(last[strings.LastIndexByte(last, ' ')+1:], "//"):
	default:
		w += startMiddle
	}
	if gap := s.c.text[above.End:line.Start]; strings.Count(gap, "\n") > 1 && strings.TrimSpace(gap) == "" {
		w += startApart
	}
	word, _, _ := strings.Cut(text, " ")
	if columns(above.In(s.c.text))+1+columns(word) < s.c.full-minWider {
		w += startAfterShort
	}
	switch {
	case prefixOf(text, noteStarts[:]) > 0:
		w += startLikeNote
	case lowerAt(text, 0):
		w += startMiddle
	}
	return w
}

// choose sets the lines at which the notes begin, the first with the first line.
func (s *noteBegins) choose() {
	n := len(s.lines)
	from := make([][]int32, len(s.notes)) // the best line of the note before
	sums := make([]int, n)
	for j := range sums[1:] {
		sums[j+1] = startNever
	}
	for k := 1; k < len(s.notes); k++ {
		next := make([]int, n)
		from[k] = make([]int32, n)
		best := -1
		for j := range n {
			next[j] = startNever
			if best >= 0 {
				next[j] = max(startNever, sums[best]+s.score(k, j))
				from[k][j] = int32(best)
			}
			if best < 0 || sums[j] > sums[best] {
				best = j
			}
		}
		sums = next
	}
	s.best = make([]int, len(s.notes))
	last := len(s.notes) - 1
	for j := range n {
		if sums[j] > sums[s.best[last]] {
			s.best[last] = j
		}
	}
	for k := last; k > 0; k-- {
		s.best[k-1] = int(from[k][s.best[k]])
	}
}

// score returns what speaks for note k to begin with line j.
func (s *noteBegins) score(k, j int) int {
	line := s.lines[j]
	switch {
	case line.note >= 0 && line.note != k:
		return startNever
	case line.note == k:
		return -startNever / 4
	case s.labelAbove(k, j):
		return line.score + startLabelAbove
	}
	return line.score
}

// labelAbove reports whether the label of note k is right above line j, or in it.
func (s *noteBegins) labelAbove(k, j int) bool {
	n := s.notes[k]
	return !n.under && n.next <= s.lines[j].at && skipSpace(s.c.text, n.next) >= s.lines[j].at
}

// direct reports whether the label of note k is right above the line with which
// the note begins, or in it.
func (s *noteBegins) direct(k int) bool { return s.labelAbove(k, s.best[k]) }

// begin returns where note k begins, with its label if that is there.
func (s *noteBegins) begin(k int) int {
	if s.direct(k) {
		return lineStart(s.c.text, s.notes[k].at)
	}
	return s.lines[s.best[k]].at
}

// sure reports whether no other line between the notes before and after note k is
// as good as the one with which it begins.
func (s *noteBegins) sure(k int) bool {
	if k == 0 || s.direct(k) {
		return true
	}
	end := len(s.lines)
	if k+1 < len(s.best) {
		end = s.best[k+1]
	}
	for j := s.best[k-1] + 1; j < end; j++ {
		if j != s.best[k] && s.lines[j].score >= s.lines[s.best[k]].score {
			return false
		}
	}
	return s.lines[s.best[k]].score >= startAfterSentence
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
