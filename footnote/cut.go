package footnote

import (
	"strings"
	"unicode/utf8"
)

// Where a page's notes begin
//
// A page with notes is cut in two. Its own notes begin at the first label of
// the chain on it, but what is above may be the rest of the last page's
// note. Where there is a rule, the cut is there. Otherwise each line above the
// label, up to the last line with one of the page's marks, is a place where the
// rest may begin; the evidence for each is added up, line by line and for the
// seam itself, and the best place wins. Lines speak by their width, for notes
// are set smaller, and by the signs of citations; the seam speaks by whether
// the sentences before and after it end where they should. When the best two
// places are about equally good, that is reported.

// A seam is a place where the body of a page may give way to the rest of a note.
type seam struct {
	text       string
	top        int  // where the page begins
	at         int  // the line with which the rest begins; the first label's if there is no rest
	noteEnds   bool // the note on the page before ends like a sentence
	noteMayEnd bool // or like a citation without its period
	alone      bool // no note begins on the page
	begins     bool // a note begins here, not the rest of one
	next       int  // where the next page begins
	blankLines bool // blank lines separate, they are not between all lines
}

// bodyBefore returns the offset after the last word of the body before the seam.
func (s *seam) bodyBefore() int { return trimSpace(s.text, s.top, s.at) }

// bodyEnds reports whether the body before the seam ends like a sentence, with
// or without a mark.
func (s *seam) bodyEnds() bool {
	end := s.bodyBefore()
	k := end
	for k > s.top && isDigit(s.text[k-1]) && end-k < maxNumberDigits {
		k--
	}
	return endsSentence(s.text[:end], end) || k < end && endsSentence(s.text[:k], k)
}

// endsCitation reports whether s[:i] ends like a citation, if not like a
// sentence: with a bracket or a number; or with a letter of its own after a
// sentence, which is a mark in the margin.
func endsCitation(s string, i int) bool {
	i = trimSpace(s, 0, i)
	if i > 2 && isUpper(s[i-1]) && s[i-2] == ' ' && endsSentence(s, i-2) {
		return true
	}
	return i > 0 && (isDigit(s[i-1]) || closerAt(s[:i], i-1) > 0)
}

// below returns whether the next page begins in the middle of a sentence, and
// whether it begins like one; neither if it begins with a number, or not at all.
func (s *seam) below() (middle, beginning bool) {
	i := skipSpace(s.text, s.next)
	for w := openerAt(s.text, i); w > 0; w = openerAt(s.text, i) {
		i += w
	}
	if i >= len(s.text) {
		return false, false
	}
	return lowerAt(s.text, i), isUpper(s.text[i])
}

// lower reports whether the line at the seam begins in the middle of a sentence.
func (s *seam) lower() bool { return s.at < len(s.text) && lowerAt(s.text, skipBlanks(s.text, s.at)) }

// restEvidence speaks for or against the rest of a note at the seam.
var restEvidence = [...]struct {
	weight int
	holds  func(s *seam) bool
}{
	{7, func(s *seam) bool { return !s.begins && !s.noteEnds && !s.noteMayEnd }},
	{-7, func(s *seam) bool { return !s.begins && s.noteEnds }},
	{-6, func(s *seam) bool { return s.noteEnds && s.alone }},
	{-5, func(s *seam) bool { return (s.begins || s.noteEnds) && s.lower() }},
	{3, func(s *seam) bool {
		return s.blankLines && s.at > s.top && blankLine(s.text, lineStart(s.text, s.at-1), s.at-1)
	}},
	{-4, func(s *seam) bool { return s.bodyBefore() == s.top }},
}

// bodyEvidence speaks for or against the end of the page's body at the seam,
// with or without the rest of a note after it.
var bodyEvidence = [...]struct {
	weight int
	holds  func(s *seam, middle, beginning bool) bool
}{
	{3, func(s *seam, middle, _ bool) bool { return middle && !s.bodyEnds() }},
	{-5, func(s *seam, middle, _ bool) bool { return middle && s.bodyEnds() }},
	{3, func(s *seam, _, beginning bool) bool { return beginning && s.bodyEnds() }},
	{-2, func(s *seam, _, beginning bool) bool { return beginning && !s.bodyEnds() }},
}

// The measures of lines.
const (
	maxWidth     = 200 // characters; longer lines count as these
	minWider     = 3   // characters by which the lines of notes are wider than the body's, or narrower, to speak
	lineWeight   = 3   // of a line that is as wide as those of notes, at most
	maxSigns     = 2   // signs of citations on a line that count
	doubtful     = 3   // less between the best two places is reported
	maxCutLines  = 200 // lines above the first label that are looked at
	shortOfWidth = 12  // characters by which a line that is shorter than the body's says nothing
)

// A cutter of pages knows how wide the lines of body and notes are.
type pageCutter struct {
	text       string
	body, note int  // usual width of the lines
	full       int  // width of full lines of notes
	ruled      bool // rules separate notes from the body
	spaced     bool // blank lines are between most lines
}

// newPageCutter measures the pages with notes.
func newPageCutter(p *pages, notes []foot) *pageCutter {
	c := &pageCutter{text: p.text}
	var body, note widths
	rules, pages := 0, 0
	for i := 0; i < len(notes); {
		page := p.page(notes[i].at)
		end := p.end(page)
		first := lineStart(p.text, notes[i].at)
		body.add(p.text[p.starts[page]:first])
		note.add(p.text[first:end])
		pages++
		if k := trimSpace(p.text, p.starts[page], first); isRule(p.text[lineStart(p.text, k):k]) {
			rules++
		}
		for i < len(notes) && notes[i].at < end {
			i++
		}
	}
	c.body, c.note, c.full = body.usual(), note.usual(), note.exceeded(fullLines)
	c.ruled = 2*rules > pages
	c.spaced = body.blank > body.lines/3
	return c
}

// isRule reports whether the line is a rule between body and notes.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) > 2 && strings.Trim(line, "-_—–─ ") == ""
}

// widths counts lines by their width.
type widths struct {
	count        [maxWidth + 1]int
	lines, blank int
}

func (w *widths) add(s string) {
	for len(s) > 0 {
		line := s
		if k := strings.IndexByte(s, '\n'); k >= 0 {
			line, s = s[:k], s[k+1:]
		} else {
			s = ""
		}
		if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 0 {
			w.count[min(n, maxWidth)]++
			w.lines++
		} else {
			w.blank++
		}
	}
}

// usual returns the width that a quarter of the lines exceed.
func (w *widths) usual() int { return w.exceeded(4) }

// fullLines says how many lines of notes, one of so many at least, are full.
const fullLines = 12

// exceeded returns the width that one of so many lines exceeds.
func (w *widths) exceeded(share int) int {
	n := 0
	for k := maxWidth; k > 0; k-- {
		if n += w.count[k]; share*n > w.lines {
			return k
		}
	}
	return 0
}

// cut returns where the notes of a page begin, given that the first label's
// line, or the page's end, is at hi, and the body reaches at least to lo. sure is
// false when another place is about as good.
func (c *pageCutter) cut(s seam, lo, hi int, must bool) (at int, sure bool) {
	lines := c.lines(lo, hi)
	if k := c.lastRule(lines); k >= 0 {
		if k+1 < len(lines) {
			return lines[k+1], true
		}
		return hi, true
	}
	if len(lines) == 0 || !must && c.ruled {
		return hi, true
	}
	s.blankLines = !c.spaced
	s.at = hi
	best, second := -1<<20, -1<<20
	at = hi
	if !must {
		best = s.weigh(false)
	}
	sum := 0
	for k := len(lines) - 1; k >= 0; k-- {
		sum += c.weigh(lines[k])
		s.at = lines[k]
		switch w := sum + s.weigh(true); {
		case w > best || must && w == best:
			best, second, at = w, best, s.at
		case w > second:
			second = w
		}
	}
	return at, best-second >= doubtful
}

// weigh returns how much speaks for the seam.
func (s *seam) weigh(rest bool) (w int) {
	middle, beginning := s.below()
	for _, e := range bodyEvidence {
		if e.holds(s, middle, beginning) {
			w += e.weight
		}
	}
	if !rest {
		return w
	}
	for _, e := range restEvidence {
		if e.holds(s) {
			w += e.weight
		}
	}
	return w
}

// lines returns the beginnings of the last lines in text[lo:hi] that are not blank.
func (c *pageCutter) lines(lo, hi int) (at []int) {
	for i := lo; i < hi; i = lineEnd(c.text, i) + 1 {
		if !blankLine(c.text, i, min(lineEnd(c.text, i), hi)) {
			at = append(at, i)
		}
	}
	return at[max(0, len(at)-maxCutLines):]
}

// lastRule returns the index of the last line that is a rule; -1 if none is.
func (c *pageCutter) lastRule(lines []int) int {
	for k := len(lines) - 1; k >= 0; k-- {
		if isRule(c.text[lines[k]:lineEnd(c.text, lines[k])]) {
			return k
		}
	}
	return -1
}

// weigh returns how much speaks for the line that begins at i being a note's.
func (c *pageCutter) weigh(i int) int {
	end := lineEnd(c.text, i)
	line := strings.TrimSpace(c.text[i:end])
	w := 0
	if c.spaced {
		if w = lineWeight; c.blankBefore(i) && (end == len(c.text) || blankLine(c.text, end+1, lineEnd(c.text, end+1))) {
			w = -lineWeight
		}
	}
	if strings.Contains(line, dotLeader) {
		return -lineWeight
	}
	signs := 0
	for _, sign := range citationSigns {
		if signs < maxSigns && strings.Contains(line, sign) {
			signs++
		}
	}
	return w + signs + c.weighWidth(utf8.RuneCountInString(line))
}

// blankBefore reports whether the line before text[i:] is blank.
func (c *pageCutter) blankBefore(i int) bool {
	return i == 0 || blankLine(c.text, lineStart(c.text, i-1), i-1)
}

// weighWidth returns what the width of a line says.
func (c *pageCutter) weighWidth(n int) int {
	if d := c.note - c.body; d < minWider && d > -minWider || n < min(c.body, c.note)-shortOfWidth {
		return 0
	}
	toBody, toNote := abs(n-c.body), abs(n-c.note)
	return max(-lineWeight, min(lineWeight, toBody-toNote))
}

func abs(n int) int { return max(n, -n) }

// dotLeader is what lines of a table of contents have.
const dotLeader = "....."

// citationSigns are signs of citations, which are more frequent in notes.
var citationSigns = [...]string{
	"supra", "infra", " Id.", "Id. at", "See ", "see also", "Cf.", "e.g.", "§", "U.S.C.", " v. ", "http", "perma.cc",
	" L. REV. ", " L.J. ", "F.3d", "F.2d", "F. Supp.", "(19", "(20", "19)", "20)", "eds.,", "ed., ", " & ", "hereinafter", "last visited", "note ",
}

// lastLine returns the offset after the line of text[i].
func lastLine(text string, i int) int { return min(lineEnd(text, i)+1, len(text)) }
