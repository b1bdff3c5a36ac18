package footnote

import (
	"cmp"
	"slices"
	"sort"
	"unicode/utf8"
)

// Raised marks
//
// Where the marks of a document are small and high, as in the bitmap fonts of
// TeX, pdftotext takes them out of their lines. A mark then begins a line: alone,
//
//	and foreign soil.
//	                  3
//
// or with the rest of the line that it was in, "3 Since July". The line is after
// the one that it was taken from or, without the rest, before it. Such a number
// looks like the label of a note; what tells marks from labels is that the labels
// are at the foot of the page, below the marks, and that both count through the
// document.
//
// With -layout the column of the number says where it was: beyond the end of the
// line above, or within a gap in the line below. Otherwise marks are at the ends
// of sentences, and what is uncertain is reported.
//
// The marks are put back, glued to the word before, and the text is read again.

// raisedForm is the index of the form of marks that begin lines.
const raisedForm = len(forms) - 1

// minRaised is how many labels must have raised marks.
const minRaised = 3

// numberedLines is how many lines that count on from each other are numbered, or
// a stack of labels.
const numberedLines = 4

// scanRaised returns the numbers at the beginnings of lines, before a blank or the
// line's end, that have text above them; and those that follow such a number after
// a gap. The numbers of a page's numbered lines are none.
func scanRaised(p *pages) (items []item) {
	s, page := p.text, 1
	above := 0                    // offset after the last line that is not blank
	number, run, from := -1, 0, 0 // with which that line begins; how many lines have counted up to it, and their first item
	for i := 0; i < len(s); {
		end := lineEnd(s, i)
		at := skipBlanks(s[:end], i)
		if at < end {
			n, _, ok := scanNumber(s[:end], at)
			top := page < len(p.starts) && p.starts[page] <= i
			if top {
				page++
			}
			if !ok || n != number+1 || top {
				items, run = withoutRun(items, run, from), 0
				from = len(items)
			}
			if number = -1; ok {
				number, run = n, run+1
			}
			items = appendRaised(items, s[:end], above, i, at)
			above = trimSpace(s, at, end)
		}
		i = end + 1
	}
	return withoutRun(items, run, from)
}

// withoutRun takes away the items from one on if they are of numbered lines.
func withoutRun(items []item, run, from int) []item {
	if run >= numberedLines {
		return items[:from]
	}
	return items
}

// appendRaised adds the numbers with which the line s[line:], whose text begins at
// s[at:], begins; the text before it ends at s[:above].
func appendRaised(items []item, s string, above, line, at int) []item {
	for above > 0 {
		n, next, ok := scanNumber(s, at)
		rest := skipBlanks(s, next)
		if !ok || next < len(s) && rest == next {
			break
		}
		items = append(items, item{at: at, number: uint32(n), width: uint8(next - at), weight: raisedWeight(s, above, line, at)})
		if at = rest; rest-next < minGap {
			break
		}
	}
	return items
}

// raisedWeight returns the weight of a number at s[at:], in the line that begins
// at s[line], after the text s[:above].
func raisedWeight(s string, above, line, at int) int8 {
	switch width := columns(s[lineStart(s, above):above]); {
	case line < at && columns(s[line:at]) >= width && above == line-1:
		return markAfterSentence
	case endsSentence(s[:above], above), isDigit(s[above-1]):
		return markAfterWord
	}
	return markApart
}

// columns returns the width of a line in characters.
func columns(line string) int { return utf8.RuneCountInString(line) }

// A raising puts the raised marks of a text back.
type raising struct {
	p       *pages
	marks   []item   // in order
	cuts    []Span   // what is left out of the text, in order
	inserts []insert // what comes before an offset instead, in order
	labels  []int    // offsets, in order
	apart   int      // marks between blank lines, without a column
	unsure  []Problem
}

// An insert says that the pieces of the text come before offset at.
type insert struct {
	at     int
	pieces []Span // the first is the mark, perhaps with a blank before it
	mark   item
}

// lowered returns the text with the raised marks of the notes put back to the
// words before them, given the offsets of the labels in order, and of labels out
// of sequence; nil if too few are raised. unsure are the marks whose place is a
// matter of opinion.
func (f *finder) lowered(p *pages, labels, spare []int) (low *pages, unsure []Problem) {
	r := &raising{p: p, labels: labels}
	r.find(f.marks[raisedForm].items, spare)
	if len(r.marks) < minRaised {
		return nil, nil
	}
	for i := range r.marks {
		r.place(i)
	}
	if 3*r.apart > len(r.marks) {
		r.unsure = []Problem{{Kind: Uncertain, Detail: scrambled, Offset: p.source(r.marks[0].at)}}
	}
	slices.SortStableFunc(r.inserts, func(a, b insert) int { return cmp.Compare(a.at, b.at) })
	slices.SortFunc(r.cuts, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return r.pages(), r.unsure
}

// find sets the marks: of the numbers, those that count up, above the labels of
// their pages, and have labels.
func (r *raising) find(numbers []item, spare []int) {
	var above []item
	k, foot := 0, -1
	for _, it := range numbers {
		page := r.p.page(it.at)
		for k < len(r.labels) && (r.labels[k] < r.p.starts[page] || r.labels[k] < r.p.end(page) && r.stacked(r.labels[k])) {
			k++
		}
		foot = len(r.p.text)
		if k < len(r.labels) {
			foot = min(r.labels[k], r.p.end(page))
		}
		if it.at < foot && !r.isLabel(it.at) {
			above = append(above, it)
		}
	}
	last := make(map[uint32]int) // the last page with the label
	for _, at := range slices.Concat(spare, r.labels) {
		if n, _, ok := scanNumber(r.p.text, at); ok {
			last[uint32(n)] = r.p.page(at)
		}
	}
	chain, _ := newSequence(above, counting{restarts: true}).before(len(r.p.text))
	taken := make(map[uint32]bool)
	for _, i := range chain {
		if page, ok := last[above[i].number]; ok && page >= r.p.page(above[i].at) {
			r.marks = append(r.marks, above[i])
			taken[above[i].number] = true
		}
	}
	r.astray(above, last, taken)
}

// astray adds the marks out of order: numbers that are not taken, on the page of
// their label.
func (r *raising) astray(above []item, last map[uint32]int, taken map[uint32]bool) {
	for _, it := range above {
		page, ok := last[it.number]
		if ok && page == r.p.page(it.at) && !taken[it.number] && it.weight > markApart {
			r.marks = append(r.marks, it)
			taken[it.number] = true
			r.doubt(it)
		}
	}
	slices.SortFunc(r.marks, func(a, b item) int { return cmp.Compare(a.at, b.at) })
}

// scrambled is what is reported once, instead of each mark, of a text whose marks
// are between blank lines: it was extracted without -layout.
const scrambled = "the order of lines with marks, and where the marks belong; pdftotext -layout keeps both"

// doubt reports that the mark may belong elsewhere.
func (r *raising) doubt(m item) {
	r.unsure = append(r.unsure, Problem{Kind: Uncertain, Label: m.label(), Detail: "where mark " + m.label() + " belongs", Offset: r.p.source(m.at)})
}

// stacked reports whether a label is alone on its line, and the next line begins
// with a number: its note is not there.
func (r *raising) stacked(at int) bool {
	_, next, ok := scanLoneLabel(r.p.text, at)
	next = skipSpace(r.p.text, next)
	return ok && next < len(r.p.text) && isDigit(r.p.text[next])
}

func (r *raising) isLabel(at int) bool {
	_, ok := slices.BinarySearch(r.labels, at)
	return ok
}

// A raisedLine is what is around a raised mark.
type raisedLine struct {
	text          string
	mark          item
	start, end    int  // of its line, without the blanks at the end
	column        int  // of the mark
	above         Span // the line above, without blank lines between; empty where there is none on the page
	below         Span // the line below
	apart         bool // a blank line is between it and the line above
	apartBelow    bool // the same below
	aboveIsRaised bool // the line above is another mark
}

// line returns what is around mark i.
func (r *raising) line(i int) raisedLine {
	text, m := r.p.text, r.marks[i]
	page := r.p.page(m.at)
	start := lineStart(text, m.at)
	l := raisedLine{text: text, mark: m, start: start, end: trimSpace(text, m.at, lineEnd(text, m.at))}
	if i+1 < len(r.marks) && r.marks[i+1].at < l.end {
		l.end = m.end()
	}
	l.column = columns(text[start:m.at])
	end := trimSpace(text, r.p.starts[page], start)
	for k := lineStart(text, end); end > r.p.starts[page] && r.isLabel(skipBlanks(text, k)); k = lineStart(text, end) {
		end = trimSpace(text, r.p.starts[page], max(k, r.p.starts[page]))
	}
	if end > r.p.starts[page] {
		l.above = Span{max(lineStart(text, end), r.p.starts[page]), end}
		l.apart = lineEnd(text, end)+1 < start
		l.aboveIsRaised = i > 0 && r.marks[i-1].end() == l.above.End
	}
	if at := skipSpace(text, lineEnd(text, m.at)); at < r.p.end(page) {
		line := lineStart(text, at)
		l.below = Span{line, trimSpace(text, at, lineEnd(text, at))}
		l.apartBelow = lineEnd(text, m.at)+1 < line
		if i+1 < len(r.marks) && r.marks[i+1].at == at {
			l.below = Span{}
		}
	}
	return l
}

// alone reports whether there is nothing else in the mark's line.
func (l *raisedLine) alone() bool { return l.end == l.mark.end() }

// A spot is a place where a mark may belong.
type spot int

const (
	afterAbove spot = iota // after the line above
	afterBelow             // after the line below
	inGap                  // within the line below, in a gap
)

// spot returns where the mark belongs, and whether that is sure.
func (l *raisedLine) spot() (s spot, gap Span, sure bool) {
	if l.alone() && !l.apartBelow {
		if gap = l.gap(); gap.End > 0 {
			return inGap, gap, true
		}
	}
	if l.above.Start == l.above.End {
		return afterBelow, Span{}, l.column > 0 && l.column >= columns(l.below.In(l.text))
	}
	above := l.column > 0 && !l.apart && l.column >= columns(l.above.In(l.text))
	below := l.column > 0 && l.below.End > 0 && !l.apartBelow && l.column+minGap > columns(l.below.In(l.text))
	if above != below {
		if above {
			return afterAbove, Span{}, true
		}
		return afterBelow, Span{}, true
	}
	if !l.alone() && !l.apart && !l.aboveIsRaised {
		return afterAbove, Span{}, true
	}
	ends := !l.aboveIsRaised && endsSentence(l.text[:l.above.End], l.above.End)
	broken := l.text[l.above.End-1] == '-'
	if !ends && l.below.End > 0 && (broken || endsSentence(l.text[:l.below.End], l.below.End)) {
		return afterBelow, Span{}, !broken || endsSentence(l.text[:l.below.End], l.below.End)
	}
	return afterAbove, Span{}, ends
}

// gap returns the blanks in the line below that are where the mark is; none if
// there are too few.
func (l *raisedLine) gap() Span {
	column := 0
	for i := l.below.Start; i < l.below.End; {
		k := skipBlanks(l.text, i)
		n := columns(l.text[i:k])
		if n >= minGap && column > 0 && column <= l.column && l.column < column+n {
			return Span{i, k}
		}
		if k == i {
			_, w := utf8.DecodeRuneInString(l.text[i:])
			k, n = i+w, 1
		}
		i, column = k, column+n
	}
	return Span{}
}

// minGap is how many blanks in a line are a gap.
const minGap = 3

// place puts mark i back.
func (r *raising) place(i int) {
	l := r.line(i)
	s, gap, sure := l.spot()
	if s == afterBelow && l.below.End == 0 || s == inGap && gap.End == 0 {
		return
	}
	if l.apart && l.column == 0 {
		r.apart++
	}
	if !sure {
		r.doubt(l.mark)
	}
	number, rest := Span{l.mark.at, l.mark.end()}, Span{l.mark.end(), l.end}
	from := max(r.p.starts[r.p.page(l.mark.at)], trimSpace(r.p.text, 0, l.mark.at))
	to := l.end
	if blankLine(r.p.text, to, lineEnd(r.p.text, to)) {
		to = r.oneBlank(to)
	}
	r.cuts = append(r.cuts, Span{from, to})
	at := l.above.End
	switch s {
	case afterBelow:
		at = l.below.End
		r.cuts = append(r.cuts, Span{at, r.oneBlank(at)})
	case inGap:
		at = gap.Start
		r.cuts = append(r.cuts, Span{gap.Start, gap.End - 1})
	}
	if isDigit(r.p.text[at-1]) { // a blank keeps the numbers apart
		_, w := utf8.DecodeLastRuneInString(r.p.text[:number.Start])
		number.Start -= w
	}
	r.cuts = append(r.cuts, number) // its blank may be on the page before
	r.inserts = append(r.inserts, insert{at, []Span{number, rest}, l.mark})
}

// oneBlank returns the offset before the newline after which the next line begins,
// over one blank line.
func (r *raising) oneBlank(end int) int {
	text := r.p.text
	end = lineEnd(text, end)
	if end+1 >= len(text) {
		return end
	}
	next := lineEnd(text, end+1)
	if blankLine(text, end+1, next) && next+1 < len(text) && !blankLine(text, next+1, lineEnd(text, next+1)) && !r.startsPage(next+1) {
		return next
	}
	return end
}

// startsPage reports whether a page begins at the offset.
func (r *raising) startsPage(off int) bool {
	_, ok := slices.BinarySearch(r.p.starts, off)
	return ok
}

// pages returns the text with the inserts and without the cuts.
func (r *raising) pages() *pages {
	out := &pages{src: r.p.src, left: r.p.left}
	w := pieceWriter{from: r.p, to: out}
	at := 0 // how far the text is written
	cut, ins := 0, 0
	for _, start := range append(r.p.starts[1:], len(r.p.text)) {
		out.starts = append(out.starts, len(w.buf))
		for at < start {
			next := start
			if ins < len(r.inserts) {
				next = min(next, r.inserts[ins].at)
			}
			if cut < len(r.cuts) {
				next = min(next, r.cuts[cut].Start)
			}
			w.add(Span{at, next})
			at = max(at, next)
			for ; ins < len(r.inserts) && r.inserts[ins].at <= at; ins++ {
				m := r.inserts[ins].mark
				m.at = len(w.buf) + m.at - r.inserts[ins].pieces[0].Start
				out.marks = append(out.marks, m)
				w.add(r.inserts[ins].pieces...)
			}
			for cut < len(r.cuts) && r.cuts[cut].Start <= at {
				at = max(at, r.cuts[cut].End)
				cut++
			}
		}
	}
	out.text = string(w.buf)
	return out
}

// withMarks returns the items, in order, with the marks that were put back, of the
// full weight, instead of those at their offsets.
func withMarks(items, marks []item) []item {
	if len(marks) == 0 {
		return items
	}
	marks = slices.Clone(marks)
	at := make(map[int]bool, len(marks))
	for i := range marks {
		marks[i].weight = markAfterSentence
		at[marks[i].at] = true
	}
	return merged(slices.DeleteFunc(slices.Clone(items), func(it item) bool { return at[it.at] }), marks)
}

// marksInBody returns the marks that were put back, with their offsets in the body.
func (a *apart) marksInBody() (out []item) {
	size, k := 0, 0
	for _, s := range a.body {
		for ; k < len(a.p.marks) && a.p.marks[k].at < s.End; k++ {
			if m := a.p.marks[k]; m.at >= s.Start && m.end() <= s.End {
				m.at += size - s.Start
				out = append(out, m)
			}
		}
		size += s.End - s.Start
	}
	return out
}

// A pieceWriter writes pieces of one text into another.
type pieceWriter struct {
	from, to *pages
	buf      []byte
}

// add adds the pieces.
func (w *pieceWriter) add(pieces ...Span) {
	for _, s := range pieces {
		for s.Start < s.End {
			i := sort.Search(len(w.from.kept), func(i int) bool { return w.from.kept[i].text > s.Start })
			end := s.End
			if i < len(w.from.kept) {
				end = min(end, w.from.kept[i].text)
			}
			w.to.kept = append(w.to.kept, anchor{len(w.buf), w.from.source(s.Start)})
			w.buf = append(w.buf, w.from.text[s.Start:end]...)
			s.Start = end
		}
	}
}
