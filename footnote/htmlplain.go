package footnote

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Pages without links
//
// Where no link leads from mark to note, both are numbers: a superscript or a
// number in brackets in the text, and one at the beginning of a paragraph, or
// of an item of a list, after it. As in plain text, they are told from other
// numbers by their counting upwards. A run is a row of labels that counts from
// 1. If nearly all marks of the page lead to one run, that is the notes;
// otherwise each part of the page may have a run after it, to which the marks
// lead that are between it and the run before.

// A labelStyle is a way to write the labels of notes without links.
type labelStyle uint8

const (
	raisedLabel labelStyle = iota // <p><sup>8</sup> See
	textLabel                     // <p>8. See
	listedLabel                   // <ol><li>See
	calledLabel                   // <p class="footnote">8 See
	labelStyles                   // their number
)

// findUnlinked finds notes to which no link leads.
func (f *noteFinder) findUnlinked() {
	marks := plausible(f.plainMarks(), len(f.src))
	if len(marks) == 0 {
		return
	}
	var runs [][]item
	labels := f.plainLabels()
	for k := range labels {
		labels[k] = plausible(labels[k], len(f.src))
		runs = append(runs, runsOf(labels[k])...)
	}
	slices.SortStableFunc(runs, func(a, b []item) int { return cmp.Compare(a[0].at, b[0].at) })
	one := runOfAll(runs, marks)
	parts := runsOfParts(runs, marks)
	if matched(parts) <= matched(one) {
		parts = one
	}
	if len(parts) == 0 {
		parts = marksOnly(marks)
	}
	for k, p := range parts {
		end := maxOffset
		if k+1 < len(parts) && len(parts[k+1].marks) > 0 {
			end = parts[k+1].marks[0].at
		}
		f.addUnlinked(p.run, p.marks)
		f.addStrays(p, labels, upTo(marks, end), end)
		marks = marks[len(upTo(marks, end)):]
	}
}

// labelsOf returns the labels that are written as those of the run are, and how.
func labelsOf(run []item, labels [labelStyles][]item) ([]item, labelStyle) {
	for style, list := range labels {
		if len(run) > 0 && slices.Contains(list, run[0]) {
			return list, labelStyle(style)
		}
	}
	return nil, labelStyles
}

// addStrays adds the notes after the first of a run that are out of sequence: those
// to which marks lead, those that repeat the number before or after them, and of
// superscripts all that are not too high. It adds the marks that lead to them, and
// further ones, after punctuation, to notes that have one.
func (f *noteFinder) addStrays(p plainPart, labels [labelStyles][]item, marks []item, end int) {
	if len(p.run) == 0 {
		return
	}
	list, style := labelsOf(p.run, labels)
	list = upTo(list, end)
	list = list[len(upTo(list, p.run[0].at)):]
	notes := make(map[uint32]*pageNote, len(p.run))
	read := make(map[int]bool, len(p.run)+len(p.marks)) // the nodes of labels and marks that have been added
	highest := uint32(0)
	for _, it := range p.run {
		read[it.at] = true
		notes[it.number] = f.noteAt(int32(it.at))
		highest = max(highest, it.number)
	}
	for _, it := range p.marks {
		read[it.at] = true
	}
	marked := make(map[uint32]bool)
	for _, it := range upTo(marks, p.run[0].at) {
		marked[it.number] = marked[it.number] || it.weight > markLoose && notes[it.number] == nil
	}
	for _, it := range strays(p.run, list, func(it item, again bool) bool {
		return marked[it.number] || again || style == raisedLabel && it.number <= highest
	}) {
		if read[it.at] {
			continue
		}
		n := f.noteAt(int32(it.at))
		n.Label = it.label()
		if notes[it.number] == nil {
			notes[it.number] = n
		}
	}
	for _, it := range upTo(marks, p.run[0].at) {
		note := notes[it.number]
		if read[it.at] || note == nil || note.marked && it.weight < markAfterSentence || it.weight <= markLoose || it.suffix != 0 {
			continue
		}
		note.marked = true
		f.marks[int32(it.at)] = &pageMark{Mark: &Mark{Label: it.label()}, node: int32(it.at), note: note}
	}
}

// marksOnly returns marks that count upwards from 1 and have no notes.
func marksOnly(marks []item) []plainPart {
	q := newSequence(marks, counting{})
	idx, score := q.before(maxOffset)
	if score < 2*markAfterWord || marks[idx[0]].number != 1 {
		return nil
	}
	var p plainPart
	for _, i := range idx {
		p.marks = append(p.marks, marks[i])
	}
	return []plainPart{p}
}

const maxOffset = 1<<31 - 1

// A plainPart is a run of labels, with the marks that lead there and those among
// them for which it has no label.
type plainPart struct {
	run, marks []item
	matched    int // marks that have a label
}

func matched(parts []plainPart) (n int) {
	for _, p := range parts {
		n += p.matched
	}
	return n
}

// runsOfParts returns the runs to which the marks lead that are between each and
// the one before.
func runsOfParts(runs [][]item, marks []item) (parts []plainPart) {
	from := 0
	for _, run := range runs {
		if run[0].at < from {
			continue
		}
		between := upTo(marks, run[0].at)
		between = between[len(upTo(between, from)):]
		chain := pageCounting(between, 1)
		n := len(among(chain, run))
		if n > 0 && 2*n >= len(run) && 10*n >= 9*len(chain) {
			parts = append(parts, plainPart{run, chain, n})
			from = run[len(run)-1].at
		}
	}
	return parts
}

// addUnlinked adds the notes of a run of labels and the marks that lead there.
func (f *noteFinder) addUnlinked(run, marks []item) {
	notes := make(map[string]*pageNote, len(run))
	for _, it := range run {
		n := f.noteAt(int32(it.at))
		n.Label = it.label()
		notes[n.Label] = n
	}
	for _, it := range marks {
		note := notes[it.label()]
		if note != nil {
			note.marked = true
		} else if f.nodes[it.at].bracketed && len(run) > 0 && it.number > run[len(run)-1].number {
			continue // "at [12]"
		}
		f.marks[int32(it.at)] = &pageMark{Mark: &Mark{Label: it.label()}, node: int32(it.at), note: note}
	}
}

// maxRuns is how many runs are compared for all marks, from the last on.
const maxRuns = 16

// runOfAll returns the run to which nearly all marks lead; none if there is none.
func runOfAll(runs [][]item, marks []item) (best []plainPart) {
	all := newSequence(marks, counting{})
	for k := len(runs) - 1; k >= max(0, len(runs)-maxRuns); k-- {
		idx, _ := all.before(runs[k][0].at)
		chain := make([]item, len(idx))
		for j, i := range idx {
			chain[j] = all.items[i]
		}
		n := len(among(chain, runs[k]))
		if n > matched(best) && 2*n >= len(runs[k]) && n+1+len(marks)/10 >= len(marks) {
			best = []plainPart{{runs[k], chain, n}}
		}
	}
	return best
}

// among returns those items whose numbers the run has.
func among(items, run []item) (both []item) {
	has := make(map[uint32]bool, len(run))
	for _, it := range run {
		has[it.number] = true
	}
	for _, it := range items {
		if has[it.number] {
			both = append(both, it)
		}
	}
	return both
}

// runsOf divides items at each number 1, and returns of each part what counts
// upwards. Without any number 1 the page is an excerpt: all is one part.
func runsOf(items []item) (runs [][]item) {
	start := -1
	for i := range items {
		if items[i].number != 1 || items[i].suffix != 0 {
			continue
		}
		if start >= 0 {
			runs = append(runs, pageCounting(items[start:i], 1))
		}
		start = i
	}
	if start >= 0 {
		return append(runs, pageCounting(items[start:], 1))
	}
	if len(items) >= minPart {
		if run := pageCounting(items, items[0].number); len(run) >= minPart {
			runs = append(runs, run)
		}
	}
	return runs
}

// plainGap is how many numbers in a row may be missing.
const plainGap = 3

// pageCounting returns the items that count upwards from a number. A number that
// is too high is passed over when the one that is missing follows.
func pageCounting(items []item, first uint32) (run []item) {
	last := first - 1
	for i, it := range items {
		switch n := it.number; {
		case n == last && it.suffix != 0 && len(run) > 0, n == last+1:
		case n <= last || n > last+1+plainGap || i+1 < len(items) && items[i+1].number <= n:
			continue
		}
		run = append(run, it)
		last = it.number
	}
	return run
}

// plainLabels returns what may be labels, by the way they are written.
func (f *noteFinder) plainLabels() (labels [labelStyles][]item) {
	for i := int32(1); i < int32(len(f.nodes)); i++ {
		if !f.is(i, blockLevel) || f.nodes[i].within&(inHeading|inNav) != 0 || f.nodes[i].tag == atom.Ol {
			continue
		}
		if it, style, ok := f.plainLabel(i); ok {
			it.at = int(i)
			labels[style] = append(labels[style], it)
		}
	}
	return labels
}

// plainLabel returns the label of a block.
func (f *noteFinder) plainLabel(i int32) (it item, style labelStyle, ok bool) {
	if n := f.ordinal[i]; n > 0 && n <= maxNumber {
		return item{number: uint32(n), weight: labelAfterBlank}, listedLabel, true
	}
	k := i + 1
	for k < f.nodes[i].next && k < i+maxNodes && !f.is(k, blockLevel) {
		n := &f.nodes[k]
		if !n.text && f.raises(k) {
			it, ok = numberItem(f.lead(k))
			return it, raisedLabel, ok
		}
		if n.text && !blank(f.source(n)) {
			text := strings.TrimLeft(html.UnescapeString(f.source(n)[:min(n.end-n.start, 4*maxLead)]), " \t\r\n\f\u00a0")
			if f.nodes[i].role&noteRole != 0 {
				it, ok = numberItem(text[:len(text)-len(strings.TrimLeft(text, "0123456789[]().:"))])
				return it, calledLabel, ok
			}
			it, k := scanLabel(text, 0)
			it.weight = labelAfterBlank
			return it, textLabel, k >= 0
		}
		k++
	}
	return item{}, 0, false
}

// numberItem returns the item of a label that is a number.
func numberItem(text string) (it item, ok bool) {
	label, ok := labelOf(text)
	if !ok {
		return item{}, false
	}
	n, next, ok := scanNumber(label, 0)
	suffix, _ := scanSuffix(label, next)
	return item{number: uint32(n), suffix: suffix, weight: labelAfterBlank}, ok
}

// plainMarks returns what may be marks: superscripts and numbers in brackets
// that are not the beginning of a block.
func (f *noteFinder) plainMarks() (marks []item) {
	for i := int32(1); i < int32(len(f.nodes)); i++ {
		n := &f.nodes[i]
		if !n.bracketed && (n.text || !f.raises(i)) || n.within&inNav != 0 || f.begins(f.outer(i)) {
			continue
		}
		if it, ok := numberItem(f.lead(i)); ok {
			it.at, it.weight = int(i), f.plainWeight(i)
			marks = append(marks, it)
			i = n.next - 1
		}
	}
	return marks
}

// plainWeight returns the weight of a mark, by the text before it.
func (f *noteFinder) plainWeight(i int32) int8 {
	if before := &f.nodes[i-1]; before.text {
		return markWeight(f.src, before.end)
	}
	return markAfterWord
}
