package footnote

import (
	"slices"
	"strings"
)

// Notes between the text
//
// Notes are at the feet of pages, after the paragraph that they belong to, or
// after each chapter or opinion. Their labels are still one chain that counts
// up through the document, and begins again at 1 in the next opinion; what
// speaks for a label most is that its number is a mark on the same page, above.
// Of each part of the chain that counts from 1 so many labels must have marks,
// or it is a list.
//
// A note runs to the next label on its page, or to the page's end. What stands
// on the next page above that page's own notes may be its continuation; cut.go
// decides that. Without pages a note runs to the next label if no text with
// marks comes between, and to its paragraph's end otherwise.

// markedLabel is what a mark on its page adds to a label's weight. Without one
// the weight is halved.
const markedLabel = 8

// A foot is a note between the text. All offsets are in the text of the pages.
type foot struct {
	label  string
	scope  int
	at     int    // of the label
	next   int    // after the label and the blanks after it
	mark   int    // of the mark that speaks for it; -1 if there is none
	unsure bool   // it may end elsewhere
	under  bool   // the label stands under its note
	text   Span   // the note, or as much of it as is on this page
	more   []Span // what is on later pages
}

// feet are the notes of a text in which they are between the text.
type feet struct {
	notes []foot
	style int
	form  int
	match int    // notes with marks
	spare []foot // labels in lines of their own that are out of sequence and have marks
}

// feet looks for notes between the text; there are none when match is 0.
func (f *finder) feet(p *pages) feet {
	var best, raised feet
	for style := range styles {
		labels := f.labels[style]
		if style == bareStyle && len(labels) > 0 {
			labels = merged(labels, f.weak)
			if len(p.starts) > 1 {
				labels = merged(labels, f.stacks())
			}
		}
		if style == gluedStyle && len(labels) > len(f.labels[bareStyle]) && len(p.starts) > 1 {
			labels = merged(labels, f.gluedToNumbers())
		}
		if len(labels) == 0 {
			continue
		}
		var marks []int32
		hits, form := 0, 0
		for k := range raisedForm {
			if len(f.marks[k].items) == 0 {
				continue
			}
			if m, n := f.hits(p, labels, k); n > hits {
				marks, hits, form = m, n, k
			}
		}
		if hits > 0 {
			best = best.or(f.chainOfFeet(p, style, form, labels, marks), 1)
		}
		if len(f.marks[raisedForm].items) > 0 {
			marks, _ = f.hits(p, labels, raisedForm)
			raised = raised.or(f.chainOfFeet(p, style, raisedForm, labels, marks), 1)
		}
	}
	return best.or(raised, raisedShare)
}

// or returns the notes of which more have marks; others must have so many times as
// many.
func (ft feet) or(others feet, times int) feet {
	if others.match > times*ft.match {
		return others
	}
	return ft
}

// raisedShare is how many times as many raised marks there must be as others.
const raisedShare = 2

// gluedToNumbers returns what may be labels glued to notes that begin with
// numbers: 4, 45 and 451 of "4512 F.3d 9".
func (f *finder) gluedToNumbers() (out []item) {
	for _, it := range f.labels[bareStyle] {
		for k := it.at + 1; k < it.end() && isDigit(f.src[k]); k++ {
			n, _, ok := scanNumber(f.src[:k], it.at)
			if ok && f.src[k] != '0' {
				out = append(out, item{at: it.at, number: uint32(n), width: uint8(k - it.at), weight: labelBeforeText})
			}
		}
	}
	return out
}

// stacks returns the labels in lines of their own that count on from the line
// before, or to the next one: pdftotext may put several above their notes.
func (f *finder) stacks() (out []item) {
	items := f.labels[loneStyle]
	follows := func(i int) bool {
		return i > 0 && i < len(items) && items[i].number == items[i-1].number+1 &&
			lastLine(f.src, items[i-1].at) == lineStart(f.src, items[i].at)
	}
	for i, it := range items {
		if follows(i) || follows(i+1) {
			out = append(out, it)
		}
	}
	return out
}

// merged returns the items of two lists in one order.
func merged(a, b []item) []item {
	out := make([]item, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].at < b[0].at {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// hits returns for each label the index, plus 1, of the mark of its form that
// speaks for it: one before it with its number, on the same page or the one
// before, the first of those of the greatest weight. Where a label may have used
// that mark, the next mark takes its place.
func (f *finder) hits(p *pages, labels []item, form int) (marks []int32, n int) {
	items := f.marks[form].items
	last := make([]int32, highest(labels)+1)
	used := make([]bool, len(last))
	marks = make([]int32, len(labels))
	k := 0
	for i, it := range labels {
		for ; k < len(items) && items[k].at < it.at; k++ {
			m := items[k]
			if m.weight <= markLoose || int(m.number) >= len(last) || m.suffix != 0 {
				continue
			}
			if b := last[m.number]; b == 0 || used[m.number] || m.weight > items[b-1].weight || p.page(m.at) > p.page(items[b-1].at) {
				last[m.number], used[m.number] = int32(k+1), false
			}
		}
		m := last[it.number]
		if m == 0 || it.suffix != 0 || len(p.starts) > 1 && p.page(it.at)-p.page(items[m-1].at) > 1 {
			continue
		}
		if !used[it.number] {
			n++
		}
		marks[i], used[it.number] = m, true
	}
	return marks, n
}

// chainOfFeet returns the notes of one style: the labels of the best chain, in
// those of its parts that have marks.
func (f *finder) chainOfFeet(p *pages, style, form int, labels []item, marks []int32) feet {
	items := slices.Clone(labels)
	for i := range items {
		if marks[i] > 0 {
			items[i].weight = min(items[i].weight, labelAfterSentence) + markedLabel
		} else {
			items[i].weight /= 2
		}
	}
	paged := len(p.starts) > 1
	if paged {
		f.lowerThoseInBody(p, items, f.marks[form].items)
	}
	chain, _ := newSequence(items, counting{later: !paged, restarts: true, jump: costLeap}).before(len(f.src))
	var parts [][]int
	for from := 0; from < len(chain); {
		to := from + 1
		for to < len(chain) && items[chain[to]].number > items[chain[to-1]].number {
			to++
		}
		parts = append(parts, withMarkAtEnd(chain[from:to], items, marks))
		from = to
	}
	matches := make([]int, len(parts))
	taken := make(map[int32]bool) // marks that speak for labels of later parts
	for k := len(parts) - 1; k >= 0; k-- {
		matches[k] = f.partMatches(style, paged, items, parts[k], marks, taken)
	}
	out := feet{style: style, form: form}
	scope := 0
	stops := make([]int, len(parts)) // where the next part of notes begins
	for k, stop := len(parts)-1, len(items); k >= 0; k-- {
		if stops[k] = stop; matches[k] > 0 {
			stop = parts[k][0]
		}
	}
	for k, part := range parts {
		if matches[k] == 0 {
			continue
		}
		for _, i := range f.withSuffixes(items[:stops[k]], part) {
			out.notes = append(out.notes, f.foot(style, form, items[i], marks[i], scope))
		}
		out.match += matches[k]
		scope++
	}
	if (style == bareStyle || style == loneStyle) && paged {
		out.spare = f.spare(style, form, items, marks, out.notes)
	}
	return out
}

// spare returns the labels with marks that are none of the notes.
func (f *finder) spare(style, form int, items []item, marks []int32, notes []foot) (out []foot) {
	k := 0
	for i, it := range items {
		for k < len(notes) && notes[k].at < it.at {
			k++
		}
		if marks[i] > 0 && (k == len(notes) || notes[k].at != it.at) {
			out = append(out, f.foot(style, form, it, marks[i], 0))
		}
	}
	return out
}

// lowerThoseInBody takes from the weights of labels below which, on the same
// page, the next number is a mark, or a higher one is and the label comes again
// after it, followed by that mark's: they are in the body.
func (f *finder) lowerThoseInBody(p *pages, labels, marks []item) {
	next := make([]int32, highest(labels)+2)  // offset of the first mark below, plus 1
	again := make([]int32, highest(labels)+1) // offset of the first label below that has text after it, plus 1
	k, below := len(marks)-1, item{at: len(p.text)}
	for i := len(labels) - 1; i >= 0; i-- {
		it := labels[i]
		for ; k >= 0 && marks[k].at > it.at; k-- {
			if marks[k].weight > markLoose {
				below = marks[k]
				if int(below.number) < len(next) {
					next[below.number] = int32(below.at + 1)
				}
			}
		}
		end := p.end(p.page(it.at))
		at, same := int(next[it.number+1])-1, int(again[it.number])-1
		if at >= 0 && at < end {
			labels[i].weight -= labelInBody
		}
		if 0 <= same && same < end && below.at < same && below.number > it.number {
			if k := int(below.number); k < len(again) && int(again[k])-1 > same && int(again[k]) <= end {
				labels[i].weight -= labelRepeated
			}
		}
		if skipSpace(p.text, it.end()) < end {
			again[it.number] = int32(it.at + 1)
		}
	}
}

// What a label's weight loses if the body goes on below it, and if besides it
// comes again below that.
const (
	labelInBody   = 3
	labelRepeated = labelAfterSentence
)

// minPart is how many marked labels show that a part of a chain is one of notes
// where little else does.
const minPart = 3

// withMarkAtEnd returns the part without those of its last labels that no mark
// speaks for and that come after a gap.
func withMarkAtEnd(part []int, items []item, marks []int32) []int {
	end := len(part)
	for k := len(part) - 1; k > 0 && marks[part[k]] == 0; k-- {
		if items[part[k]].number > items[part[k-1]].number+1 {
			end = k
		}
	}
	return part[:end]
}

// partMatches returns how many labels of a part of the chain have marks that are
// not taken, and takes them; 0 if the part is no row of notes.
func (f *finder) partMatches(style int, paged bool, items []item, part []int, marks []int32, taken map[int32]bool) int {
	n := 0
	for _, i := range part {
		if marks[i] > 0 && !taken[marks[i]] {
			n++
		}
	}
	first := items[part[0]]
	known := styles[style].stray || announcesNotes(f.lineBefore(first.at))
	last := items[part[len(part)-1]]
	far := !paged && !known && last.at-first.at > maxTail // headings, with the text between
	switch {
	case 2*n < len(part),
		far && n < minPart,
		first.number > 1 && n < minPart,
		n < 2 && !known && first.weight < markedLabel+labelAfterSentence:
		return 0
	}
	for _, i := range part {
		taken[marks[i]] = true
	}
	return n
}

// withSuffixes adds to a part of a chain the labels with letters that continue
// it: 4a after 4.
func (f *finder) withSuffixes(items []item, part []int) []int {
	var out []int
	for k, i := range part {
		out = append(out, i)
		end := len(items)
		if k+1 < len(part) {
			end = part[k+1]
		} else {
			end = min(end, i+1+maxSuffixes)
		}
		suffix := byte(0)
		for j := i + 1; j < end; j++ {
			if items[j].number == items[i].number && items[j].suffix != 0 && items[j].suffix == nextSuffix(suffix) {
				out = append(out, j)
				suffix = items[j].suffix
			}
		}
	}
	return out
}

// maxSuffixes is how many labels after a chain's last one may be its own with letters.
const maxSuffixes = 26

func (f *finder) foot(style, form int, it item, mark int32, scope int) foot {
	_, next, ok := styles[style].scan(f.src, it.at)
	if !ok { // a weak label
		next = skipBlanks(f.src, it.end())
	}
	out := foot{label: it.label(), scope: scope, at: it.at, next: next, mark: -1}
	if mark > 0 {
		out.mark = f.marks[form].items[mark-1].at
	}
	return out
}

// setUnder sets which labels of a page stand under their notes: in lines of
// their own, right under text, and with no text of their own below; but not right above
// another label that is not under its note.
func setUnder(text string, notes []foot, end int) {
	for i := len(notes) - 1; i >= 0; i-- {
		below := end
		if i+1 < len(notes) {
			below = lineStart(text, notes[i+1].at)
			if notes[i+1].under {
				below = blockStart(text, notes[i].next, below)
			}
		}
		above := lineStart(text, notes[i].at)
		attached := above > 0 && !blankLine(text, lineStart(text, above-1), above-1)
		stacked := i+1 < len(notes) && !notes[i+1].under && lastLine(text, notes[i].next) == lineStart(text, notes[i+1].at)
		notes[i].under = attached && !stacked && trimSpace(text, notes[i].next, max(below, notes[i].next)) == notes[i].next
	}
}

// blockStart returns the offset at which the lines without a blank one between
// them begin that end at text[end]; at least start.
func blockStart(text string, start, end int) int {
	for end > start {
		line := lineStart(text, end-1)
		if blankLine(text, line, end-1) {
			return end
		}
		end = line
	}
	return max(start, end)
}

// setIslands sets the texts of notes without pages.
func (f *finder) setIslands(notes []foot) {
	for i := range notes {
		n := &notes[i]
		end := len(f.src)
		together := false // the next note follows without text between
		if i+1 < len(notes) {
			m := notes[i+1]
			end = lineStart(f.src, m.at)
			together = m.mark >= 0 && m.mark < n.at && m.scope == n.scope || m.mark < 0 && m.scope == n.scope
		}
		if k := f.closingRule(n.next, end); k < end {
			end = k
		} else if !together {
			end = n.next + tailStart(f.src[:end][n.next:], 0, false)
			if i+1 < len(notes) && n.next < notes[i+1].mark && notes[i+1].mark < end {
				end, n.unsure = f.sentenceBefore(n.next, lineStart(f.src, notes[i+1].mark)), true
			}
		}
		n.text = Span{n.next, end}
	}
}

// sentenceBefore returns the offset of the first line after src[i:end] begins, up
// to end, before which a sentence ends; end if there is none.
func (f *finder) sentenceBefore(i, end int) int {
	for k := i; k < end; {
		if k = lastLine(f.src, k); k < end && endsSentence(f.src[i:k], k-i) {
			return k
		}
	}
	return max(i, end)
}

// closingRule returns the offset of the line in src[i:end] that ends the notes:
// a rule, or a heading that says so; end if there is none.
func (f *finder) closingRule(i, end int) int {
	for i = lineEnd(f.src, i) + 1; i < end; i = lineEnd(f.src, i) + 1 {
		if line := strings.TrimSpace(f.src[i:lineEnd(f.src, i)]); len(line) > 2 && announcesNotes(line) {
			return i
		}
	}
	return end
}
