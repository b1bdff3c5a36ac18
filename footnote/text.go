package footnote

import (
	"cmp"
	"slices"
	"strings"
)

// Plain text
//
// The furniture of pages is left out first (pages.go). Of what is left, two
// readings are compared: the notes are all at the end (block.go), or they are
// between the text, at the feet of pages or after paragraphs (feet.go). The one
// in which more labels have marks wins.
//
// A note at the end runs to the line of the next label, over blank lines too.
// What follows the last note's paragraph is the tail, unless it reads on like a
// note's second paragraph.

// Text reads plain text. It never fails: text without notes is all body. A
// carriage return without a newline ends a line, and is a newline in the
// passages.
func Text(src string) *Document {
	d := &Document{Format: "text"}
	d.addSource("", src)
	start := 0
	if strings.HasPrefix(src, byteOrderMark) {
		start = len(byteOrderMark)
	}
	p := paged(withNewlines(src), start)
	d.Left = slices.Clip(p.left)
	f := newFinder(p)
	b, ft := f.find(), f.feet(p)
	if low, unsure := f.lower(p, b, ft); low != nil {
		d.Problems = unsure
		p, f = low, newFinder(low)
		b, ft = f.find(), f.feet(p)
	}
	if ft.better(b) {
		d.readFeet(p, f, ft)
		return d
	}
	if b.layout == noNotes && len(p.starts) > 1 && d.readFeet(p, f, feet{}) {
		return d
	}
	if b.layout == notesScattered {
		d.Body = p.passage(Span{0, len(p.text)})
		d.report(ScatteredNotes, "", p.source(b.labels[0].at))
		d.sortProblems() // with those of raised marks
		return d
	}
	bodyEnd := len(p.text)
	if b.layout == notesAtEnd {
		labels := f.allLabels(b)
		bodyEnd = lineStart(p.text, labels[0].at)
		d.addNotes(p, b.style, labels)
		bodyEnd = d.addSymbols(p, bodyEnd)
		sortSpans(d.Left)
	} else {
		b = f.marksAlone()
	}
	d.Body = p.passage(Span{0, bodyEnd})
	d.addMarks(f.allMarks(b, d.Notes, bodyEnd))
	d.link()
	placeMarks(d.Body.Text, d.Marks)
	return d
}

// Plain returns plain text as it is: all of it is body, in which no notes are
// looked for.
func Plain(src string) *Document {
	d := &Document{Format: "text", Body: Passage{Text: src}}
	d.addSource("", src)
	return d
}

// better reports whether the notes are rather between the text than at its end.
func (ft *feet) better(b block) bool {
	return ft.match > 0 && (b.layout != notesAtEnd || ft.match > b.match+b.match/8)
}

// lower returns the text with its raised marks put back, and which of them may
// belong elsewhere; nil if the marks of its notes are not raised.
func (f *finder) lower(p *pages, b block, ft feet) (low *pages, unsure []Problem) {
	var labels, spare []int
	switch {
	case ft.better(b) && ft.form == raisedForm:
		for _, n := range ft.notes {
			labels = append(labels, n.at)
		}
		for _, n := range ft.spare {
			spare = append(spare, n.at)
		}
	case !ft.better(b) && b.layout == notesAtEnd && b.form == raisedForm:
		for _, it := range b.labels {
			labels = append(labels, it.at)
		}
	default:
		return nil, nil
	}
	return f.lowered(p, labels, spare)
}

// withNewlines returns s with a newline for each carriage return that ends a
// line without one.
func withNewlines(s string) string {
	if k := strings.IndexByte(s, '\r'); k < 0 || strings.Count(s, "\r") == strings.Count(s, "\r\n") {
		return s
	}
	buf := []byte(s)
	for i := range buf {
		if buf[i] == '\r' && (i+1 == len(buf) || buf[i+1] != '\n') {
			buf[i] = '\n'
		}
	}
	return string(buf)
}

// lineStart returns the offset at which the line of s[i] begins.
func lineStart(s string, i int) int { return strings.LastIndexByte(s[:i], '\n') + 1 }

// addNotes adds the notes with these labels, and the tail.
func (d *Document) addNotes(p *pages, style int, labels []item) {
	src := p.text
	paragraphs := false // whether a note has more than one
	for i, it := range labels {
		_, next, _ := styles[style].scan(src, it.at)
		end := len(src)
		if i+1 < len(labels) {
			end = lineStart(src, labels[i+1].at)
		} else if tail := tailStart(src, next, paragraphs); tail < end {
			d.Tail = p.passage(Span{tail, end})
			end = tail
		}
		n := d.noteOf(p, it.label(), it.at, next, end)
		paragraphs = paragraphs || manyParagraphs(n.Text)
		d.Notes = append(d.Notes, n)
	}
}

// noteOf returns the note whose label is at offset at, and whose text is
// text[start:end] without the blanks around it.
func (d *Document) noteOf(p *pages, label string, at, start, end int) *Note {
	mark := Span{at, trimSpace(p.text, at, start)}
	start = min(skipSpace(p.text, start), end)
	var text []Span
	if end = trimSpace(p.text, start, end); start < end {
		text = []Span{{start, end}}
	}
	n := d.newNote(p, p.left, []Span{mark}, text)
	n.Label = label
	return n
}

// tailStart returns the offset at which the last note, whose text begins at
// src[i], gives way to the tail; len(src) if it does not. A paragraph belongs
// to the note if the one before leads over to it, or if it has whole sentences
// and either is indented or other notes have several paragraphs, too.
func tailStart(src string, i int, paragraphs bool) int {
	var before Span
	for p := range splitParagraphs(src[i:], blankLines) {
		if before.End > 0 {
			text := p.In(src[i:])
			indented := i+p.Start > lineStart(src, i+p.Start)
			leads := breaksOff(before.In(src[i:]), text)
			if !leads && !(endsSentence(text, len(text)) && (indented || paragraphs)) {
				return lineStart(src, i+p.Start)
			}
		}
		before = p
	}
	return len(src)
}

// breaksOff reports whether paragraph s goes on in the next one: it ends with a
// colon or a comma, or within brackets, or in the middle of a sentence.
func breaksOff(s, next string) bool {
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") {
		return true
	}
	return !endsSentence(s, len(s)) && (strings.Count(s, "(") > strings.Count(s, ")") || lowerAt(next, 0))
}

func manyParagraphs(s string) bool {
	n := 0
	for range splitParagraphs(s, blankLines) {
		if n++; n > 1 {
			return true
		}
	}
	return false
}

// allLabels returns the block's labels with those out of sequence: they stand
// where the others do, and their numbers are not far from the others'.
func (f *finder) allLabels(b block) []item {
	style := styles[b.style]
	least := int8(labelAfterBlank)
	for _, it := range b.labels[1:] {
		if style.stray && it.weight < labelAfterBlank {
			least = labelAfterSentence
		}
		if !style.stray && it.weight < labelAfterBlank {
			return b.labels
		}
	}
	highest := int(b.labels[len(b.labels)-1].number) + style.gap
	all := f.labels[b.style]
	all = all[len(upTo(all, b.labels[0].at)):]
	return strays(b.labels, all, func(it item) bool {
		return it.weight >= least && int(it.number) <= highest
	})
}

// allMarks returns the block's marks before the offset with those out of
// sequence: they are glued to punctuation, and there is a note to them.
func (f *finder) allMarks(b block, notes []*Note, offset int) []item {
	if len(b.marks) == 0 {
		return nil
	}
	has := make(map[string]bool, len(notes))
	for _, n := range notes {
		has[n.Label] = true
	}
	all := upTo(f.marks[b.form].items, offset)
	return strays(b.marks, all, func(it item) bool {
		return forms[b.form].stray && it.weight == markAfterSentence && has[it.label()]
	})
}

// marksAlone returns a block without labels whose marks count from 1. It is
// the zero block when there are none. Glued digits alone are no marks.
func (f *finder) marksAlone() block {
	for form, q := range f.marks {
		chain, score := q.before(len(f.src))
		if !forms[form].stray || score < 2*markAfterWord || q.items[chain[0]].number != 1 {
			continue
		}
		b := block{form: form}
		for _, i := range chain {
			b.marks = append(b.marks, q.items[i])
		}
		return b
	}
	return block{}
}

// addMarks adds the marks to those that are there, and puts all in order.
func (d *Document) addMarks(items []item) {
	marks := make([]Mark, len(items))
	for i, it := range items {
		marks[i] = Mark{Label: it.label(), Span: Span{it.at, it.end()}}
		d.Marks = append(d.Marks, &marks[i])
	}
	slices.SortFunc(d.Marks, func(a, b *Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
