package footnote

import (
	"cmp"
	"sort"
	"strings"
)

// How the notes are found
//
// The notes are at the end, and their labels count upwards at the beginnings
// of lines. So does many a list in the body, and many a law review numbers its
// headings. For each style of labels the best chain is looked for, over the
// whole text and once more from each of the last few labels 1; a chain is good
// by the number of its labels that are as marks in the text before it, in
// whatever form of marks has most of them. A chain that hardly any mark leads
// to must look like notes in other ways.

// maxStarts is how many of the last labels 1 may begin the notes.
const maxStarts = 8

// A block is the part of a text in which its notes stand.
type block struct {
	layout layout
	style  int    // of the labels
	labels []item // in order, not empty
	form   int    // of the marks
	marks  []item // before the block; in order
	match  int    // how many of the labels stand among the marks
	score  int    // of the chain of labels
}

// A finder looks for the notes of a text.
type finder struct {
	src    string
	labels [len(styles)][]item   // what looks like a label
	weak   []item                // what may be one of the bare style
	marks  [len(forms)]*sequence // what looks like a mark
}

// newFinder returns a finder for the text. In one with pages marks may begin lines,
// unless they were put back.
func newFinder(p *pages) *finder {
	f := &finder{src: p.text}
	f.labels, f.weak = scanLabels(p.text)
	f.weak = plausible(f.weak, len(p.text))
	for k, items := range f.labels {
		f.labels[k] = plausible(items, len(p.text))
	}
	marks := scanMarks(p.text)
	marks[gluedForm] = withMarks(marks[gluedForm], p.marks)
	if len(p.starts) > 1 && len(p.marks) == 0 {
		marks[raisedForm] = scanRaised(p)
	}
	for k, items := range marks {
		f.marks[k] = newSequence(plausible(items, len(p.text)), counting{})
	}
	return f
}

// find returns the best block; one without labels if there are no notes.
func (f *finder) find() (best block) {
	for k := range styles {
		for _, from := range starts(f.labels[k]) {
			b := f.block(k, f.labels[k][from:])
			if len(b.labels) == 0 {
				continue
			}
			f.setLayout(&b)
			if b.layout != noNotes && (best.layout == noNotes || b.better(best)) {
				best = b
			}
		}
	}
	return best
}

// starts returns where among the items a chain of labels may begin.
func starts(items []item) []int {
	if len(items) == 0 {
		return nil
	}
	at := []int{0}
	for i := len(items) - 1; i > 0 && len(at) <= maxStarts; i-- {
		if items[i].number == 1 && items[i].suffix == 0 {
			at = append(at, i)
		}
	}
	return at
}

// block returns the best chain of labels of one style, with its marks.
func (f *finder) block(style int, items []item) block {
	q := newSequence(items, counting{later: true})
	chain, score := q.before(len(f.src))
	if len(chain) == 0 {
		return block{}
	}
	labels := make([]item, len(chain))
	for k, i := range chain {
		labels[k] = items[i]
	}
	b := f.matching(labels, labels[0].at)
	b.style, b.score = style, score
	return b
}

// matching returns a block with these labels and the marks before the offset,
// in the form in which most of the labels are as marks.
func (f *finder) matching(labels []item, offset int) block {
	has := make([]bool, highest(labels)+1)
	for _, it := range labels {
		has[it.number] = true
	}
	b := block{labels: labels}
	for form, q := range f.marks {
		chain, _ := q.before(offset)
		match := 0
		for _, i := range chain {
			if n := int(q.items[i].number); n < len(has) && has[n] && q.items[i].weight > markLoose {
				match++
			}
		}
		if match > b.match && (form != raisedForm || match > raisedShare*b.match) {
			b.form, b.match = form, match
		}
	}
	if b.match > 0 {
		q := f.marks[b.form]
		chain, _ := q.before(offset)
		for _, i := range chain {
			it := q.items[i]
			if n := int(it.number); it.weight > markLoose || n < len(has) && has[n] {
				b.marks = append(b.marks, it)
			}
		}
	}
	return b
}

// better reports whether b is a better choice than c: more labels have marks,
// then the notes are at the end, then the chain is heavier, then it begins
// later.
func (b block) better(c block) bool {
	return cmp.Or(
		cmp.Compare(b.match, c.match),
		cmp.Compare(c.layout, b.layout),
		cmp.Compare(b.score, c.score),
		cmp.Compare(b.labels[0].at, c.labels[0].at),
	) > 0
}

// A layout says what a block's labels are.
type layout int

const (
	noNotes        layout = iota // items of a list, headings, or chance
	notesAtEnd                   // labels of notes after the body
	notesScattered               // labels of notes between the body's paragraphs
)

// The bounds within which labels are taken for those of notes at the end.
const (
	maxTail          = 2000 // bytes after the notes, unless the notes are longer
	maxMissingLabels = 2    // numbers left out, or one for three labels
	minUnmarked      = 5    // labels, if too few have marks and no heading precedes them
	maxUnmarked      = 800  // bytes from label to label then, on the average
	minBodyShare     = 8    // one eighth of the text at least is body then
	maxFew           = 4000 // bytes from label to label, on the average, of fewer labels than minUnmarked
)

// setLayout sets the block's layout, and the match of scattered notes to that
// in the whole text.
func (f *finder) setLayout(b *block) {
	whole := f.matching(b.labels, len(f.src))
	marked := b.match*2 >= len(b.labels)
	switch {
	case len(b.marks) > 2*len(b.labels)+2, b.missing() > maxMissingLabels && b.missing()*3 > len(b.labels):
		// The marks are those of other notes, or the labels are too few.
	case f.likeHeadings(b):
	case whole.match > 2*b.match && whole.match*2 > len(b.labels) && len(b.labels) >= minUnmarked,
		marked && f.after(b) > max(maxTail, f.extent(b)):
		b.layout, b.match = notesScattered, whole.match
	case marked, f.likeNotes(b):
		b.layout = notesAtEnd
	}
}

// missing returns how many numbers the labels leave out. A jump counts as a few
// numbers, however wide it is.
func (b *block) missing() int {
	n := 0
	for i, it := range b.labels[1:] {
		n += min(int(it.number)-int(b.labels[i].number)-1, maxMissingLabels)
	}
	return n
}

// likeHeadings reports whether a few labels have so much text that they are the
// headings of an opinion's parts: "1", "2".
func (f *finder) likeHeadings(b *block) bool {
	return !b.labels[0].sure && len(b.labels) < minUnmarked && f.extent(b) > maxFew*len(b.labels)
}

// likeNotes reports whether labels without marks look like those of notes, and
// not like those of a list or of headings.
func (f *finder) likeNotes(b *block) bool {
	first := b.labels[0]
	line := f.lineBefore(first.at)
	switch {
	case first.sure:
		return true
	case first.number != 1:
		return false
	case announcesNotes(line):
		return true
	case strings.HasSuffix(line, ":"), strings.HasSuffix(line, ","), f.after(b) > max(maxTail, f.extent(b)):
		return false
	}
	return len(b.labels) >= minUnmarked &&
		f.extent(b) <= maxUnmarked*len(b.labels) &&
		first.at >= len(f.src)/minBodyShare
}

// end returns the offset at which the block's last note ends, as far as its
// first paragraph tells.
func (f *finder) end(b *block) int {
	last := b.labels[len(b.labels)-1]
	_, next, _ := styles[b.style].scan(f.src, last.at)
	return tailStart(f.src, next, false)
}

// extent returns how many bytes the block's notes have.
func (f *finder) extent(b *block) int { return f.end(b) - b.labels[0].at }

// after returns how many bytes follow the block's notes.
func (f *finder) after(b *block) int { return len(f.src) - f.end(b) }

// announcesNotes reports whether the line is a heading of notes, or of their
// end, or a rule.
func announcesNotes(line string) bool {
	word := strings.Trim(line, "-_—–*= :")
	for _, h := range headings {
		if strings.EqualFold(word, h) {
			return true
		}
	}
	return line != "" && word == ""
}

// headings are lines that announce notes, or their end.
var headings = [...]string{"notes", "footnotes", "endnotes", "references", "end notes", "end footnotes"}

// lineBefore returns the last line before the offset that is not blank,
// without the blanks around it.
func (f *finder) lineBefore(offset int) string {
	end := trimSpace(f.src, 0, offset)
	return strings.TrimSpace(f.src[strings.LastIndexByte(f.src[:end], '\n')+1 : end])
}

// strays adds to the chain of items those that are left out of it and yet are
// marks or labels: numbers with a letter that continue the chain, as in 4, 4a,
// and, where known says so, numbers out of sequence; again says that one repeats
// the number before or after it. All are in order.
func strays(chain, all []item, known func(it item, again bool) bool) []item {
	out := make([]item, 0, len(chain))
	next := 0
	var last item
	for _, it := range all {
		switch {
		case next < len(chain) && it.at == chain[next].at:
			next++
		case it.suffix != 0:
			if it.number != last.number || it.suffix != nextSuffix(last.suffix) {
				continue
			}
		case !known(it, it.number == last.number || next < len(chain) && it.number == chain[next].number):
			continue
		}
		out = append(out, it)
		last = it
	}
	return out
}

// nextSuffix returns the letter that follows a label's letter.
func nextSuffix(suffix byte) byte {
	if suffix == 0 {
		return 'a'
	}
	return suffix + 1
}

// upTo returns the items that begin before the offset.
func upTo(items []item, offset int) []item {
	return items[:sort.Search(len(items), func(i int) bool { return items[i].at >= offset })]
}
