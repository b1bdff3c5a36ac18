package footnote

import (
	"slices"
	"strings"
)

// furniture holds the lines of a text and what is known of them.
type furniture struct {
	src    string
	lines  []headline
	size   []int32 // how many lines each group has
	top    []uint8 // how many lines each is below its page's top, counted from 1; 0 if more than a few
	bottom []uint8 // the same from the bottom
	edge   []bool  // a page begins with this line, of those that stay
	leave  []bool  // the line is furniture
	page   []int32 // the page of each line, from 0
	// By page, the page's number less the page's index, plus 1; 0 when not known.
	offsets []int32
	feeds   bool // form feeds mark the pages
	anyOut  bool
}

// members calls f with the lines of each group, in order.
func (f *furniture) members(each func(lines []int32)) {
	from := make([]int32, len(f.size)+1)
	for g, n := range f.size {
		from[g+1] = from[g] + n
	}
	next := append([]int32(nil), from...)
	all := make([]int32, from[len(f.size)])
	for i, l := range f.lines {
		if l.group >= 0 {
			all[next[l.group]] = int32(i)
			next[l.group]++
		}
	}
	for g := range f.size {
		each(all[from[g]:from[g+1]])
	}
}

// findEdges sets where pages begin, unless form feeds say so: after lines that
// come again at distances of a page.
func (f *furniture) findEdges() {
	if !f.feeds {
		f.members(func(lines []int32) {
			if len(lines) > 0 && f.lone(int(lines[0])) {
				lines = f.apart(lines)
			}
			if len(lines) >= minBeats && f.beats(lines) {
				for _, i := range lines {
					f.leave[i], f.anyOut = true, true
				}
			}
		})
		for i := range f.lines {
			f.edge[i] = i > 0 && f.leave[i-1] && !f.leave[i]
		}
	}
	f.page = make([]int32, len(f.lines))
	n := int32(0)
	for i := range f.lines {
		if f.edge[i] && i > 0 {
			n++
		}
		f.page[i] = n
	}
	f.offsets = make([]int32, n+1)
}

// beats reports whether the lines of a group come once a page.
func (f *furniture) beats(lines []int32) bool {
	n := len(lines) - 1
	if int(lines[n]-lines[0]) < minPageLines*n || f.isText(lines) {
		return false
	}
	mean := float64(lines[n]-lines[0]) / float64(n)
	regular := 0
	for k := range n {
		if gap := float64(lines[k+1] - lines[k]); mean/2 <= gap && gap <= mean*2 {
			regular++
		}
	}
	counting := max(
		f.counting(lines, func(l headline) int32 { return l.first }),
		f.counting(lines, func(l headline) int32 { return l.last }))
	l := f.lines[lines[0]]
	switch {
	case f.lone(int(lines[0])):
		return 3*counting >= 2*n
	case f.numbered(lines):
		return 3*counting >= 2*n
	}
	words := strings.IndexByte(f.src[l.start:l.end], ' ') > 0 || l.end-l.start > 12
	return 2*counting >= n || n >= minBeats && words && 4*regular >= 3*n
}

// counting returns how often the number of a line is that of a later page than
// the line's before, with about so many lines for each page as on the average.
func (f *furniture) counting(lines []int32, number func(l headline) int32) (n int) {
	step := func(k int) int32 {
		a, b := number(f.lines[lines[k]]), number(f.lines[lines[k+1]])
		if a < 0 || b <= a || b > a+maxPageStep {
			return 0
		}
		return b - a
	}
	var gaps, steps int32
	for k := range len(lines) - 1 {
		if d := step(k); d > 0 {
			gaps, steps = gaps+lines[k+1]-lines[k], steps+d
		}
	}
	for k := range len(lines) - 1 {
		if d, gap := step(k), lines[k+1]-lines[k]; d > 0 && float64(gap)*2*float64(steps) >= float64(d)*float64(gaps) && float64(gap)*float64(steps) <= 2*float64(d)*float64(gaps) {
			n++
		}
	}
	return n
}

// numbered reports whether the lines begin with different numbers: those of
// pages, or labels of notes that begin alike.
func (f *furniture) numbered(lines []int32) bool {
	first := f.lines[lines[0]]
	return isDigit(f.src[first.start]) && slices.ContainsFunc(lines, func(i int32) bool { return f.lines[i].first != first.first })
}

// lone reports whether the line is a number and nothing else but dashes.
func (f *furniture) lone(i int) bool {
	l := f.lines[i]
	return l.first >= 0 && strings.Trim(f.src[l.start:l.end], "-–—[]()|~ 0123456789") == ""
}

// apart returns those of the lines that have no text right above and below.
func (f *furniture) apart(lines []int32) (out []int32) {
	for _, i := range lines {
		if !f.touches(int(i)-1, int(i)) && !f.touches(int(i), int(i)+1) {
			out = append(out, i)
		}
	}
	return out
}

// touches reports whether there is no blank line between lines i and k, and
// both are not numbers alone.
func (f *furniture) touches(i, k int) bool {
	if i < 0 || k == len(f.lines) || f.lone(i) && f.lone(k) {
		return false
	}
	return lineEnd(f.src, int(f.lines[i].end))+1 == lineStart(f.src, int(f.lines[k].start))
}

// textBelow reports whether the next line is text, without a blank one or the
// page's edge between, and the line is not the page's first.
func (f *furniture) textBelow(i int) bool {
	return i+1 < len(f.lines) && !f.edge[i] && !f.edge[i+1] && !f.leave[i+1] && f.touches(i, i+1)
}

// isText reports whether lines are text however often they come again: they
// begin like a note, or they are rules or headings of notes.
func (f *furniture) isText(lines []int32) bool {
	l := f.lines[lines[0]]
	s := f.src[l.start:l.end]
	if announcesNotes(s) {
		return true
	}
	it, k := scanLabel(s, 0)
	if k >= 0 && styles[k].plain && !f.lone(int(lines[0])) {
		_, next, _ := styles[k].scan(s, 0)
		return prefixOf(s[next:], noteStarts[:]) > 0
	}
	return k >= 0 && !styles[k].plain && it.end() < len(s) || prefixOf(s, noteStarts[:]) > 0
}

// noteStarts are beginnings of notes that running heads do not have.
var noteStarts = [...]string{"Id.", "id.", "Ibid", "See", "see", "Supra", "supra", "Cf.", "http", "*"}

// findFurniture marks the lines that are furniture: at the pages' edges, again
// and again; and single page numbers that count.
func (f *furniture) findFurniture() {
	f.setRanks()
	var lone [][]int32
	f.members(func(lines []int32) {
		if f.lone(int(lines[0])) {
			lone = append(lone, lines)
			return
		}
		var at []int32
		for _, i := range lines {
			if f.near(i) {
				at = append(at, i)
			}
		}
		weak := f.numbered(lines) && !f.capitals(lines[0]) || len(at) < f.enough(at)
		if weak && !f.allCount(at) || 3*len(at) < 2*len(lines) || f.isText(lines) {
			return
		}
		for _, i := range at {
			f.leave[i], f.anyOut = true, true
		}
		f.setOffsets(at)
	})
	f.setRanks()
	for _, lines := range lone {
		f.pageNumbers(lines)
	}
}

// enough returns how many lines at edges are furniture: fewer where they begin
// pages that form feeds mark.
func (f *furniture) enough(at []int32) int {
	for _, i := range at {
		if !f.feeds || f.top[i] == 0 {
			return minRepeated
		}
	}
	return minHeads
}

// capitals reports whether most letters of a line are capitals.
func (f *furniture) capitals(i int32) bool {
	upper, lower := 0, 0
	for k := f.lines[i].start; k < f.lines[i].end; k++ {
		if isUpper(f.src[k]) {
			upper++
		} else if isLower(f.src[k]) {
			lower++
		}
	}
	return upper > 4*lower
}

// setOffsets keeps, of lines that count the pages, by how much their numbers
// differ from those that count from 0.
func (f *furniture) setOffsets(lines []int32) {
	for k := 1; k < len(lines); k++ {
		i, j := lines[k-1], lines[k]
		if !f.counts(i, j) {
			continue
		}
		n := f.lines[i].first
		if n < 0 || f.lines[j].first-n != f.page[j]-f.page[i] {
			n = f.lines[i].last
		}
		f.offsets[f.page[i]], f.offsets[f.page[j]] = n-f.page[i]+1, n-f.page[i]+1
	}
}

// counts reports whether one of the numbers of two lines counts the pages.
func (f *furniture) counts(i, k int32) bool {
	a, b, pages := f.lines[i], f.lines[k], f.page[k]-f.page[i]
	return pages > 0 && (a.first >= 0 && b.first-a.first == pages || a.last >= 0 && b.last-a.last == pages)
}

// allCount reports whether the numbers of most of the lines count the pages.
func (f *furniture) allCount(lines []int32) bool {
	n := 0
	for k, i := range lines {
		if k > 0 && f.counts(lines[k-1], i) || k+1 < len(lines) && f.counts(i, lines[k+1]) {
			n++
		}
	}
	return len(lines) > 1 && 4*n >= 3*len(lines)
}

// pageKnown reports whether a lone number is what heads of the same page, or of
// those next to it, have for a page's number. A head is counted to the page
// before where nothing but heads marks the pages.
func (f *furniture) pageKnown(i int32) bool {
	n := f.lines[i].first - f.page[i] + 1
	for k := max(f.page[i], 1) - 1; k <= f.page[i]+1 && int(k) < len(f.offsets); k++ {
		if d := f.offsets[k] - n; f.offsets[k] != 0 && -1 <= d && d <= 1 {
			return true
		}
	}
	return false
}

// pageNumbers marks those of the lone numbers at edges that count the pages.
func (f *furniture) pageNumbers(lines []int32) {
	var at []int32
	for _, i := range lines {
		if f.outermost(i) && !f.textBelow(int(i)) {
			at = append(at, i)
		}
	}
	known := make(map[int32]int32) // the pages' numbers
	for k, i := range at {
		if f.pageKnown(i) {
			f.leave[i], f.anyOut = true, true
		}
		for d := 1; d <= 4 && k+d < len(at); d++ {
			if j := at[k+d]; f.page[j]-f.page[i] <= 2 && f.counts(i, j) && f.sameRank(i, j) {
				f.leave[i], f.leave[j], f.anyOut = true, true, true
				known[f.page[i]], known[f.page[j]] = f.lines[i].first, f.lines[j].first
			}
		}
	}
	for _, i := range at { // that of a first page may be at another edge
		_, has := known[f.page[i]]
		if next, ok := known[f.page[i]+1]; ok && !has && !f.leave[i] && next == f.lines[i].first+1 {
			f.leave[i] = true
		}
	}
}

// setRanks sets how far each line is from its page's edges, of lines that are
// not yet furniture. The text's own beginning and end are edges where form feeds
// mark the pages.
func (f *furniture) setRanks() {
	n := len(f.lines)
	f.top, f.bottom = make([]uint8, n), make([]uint8, n)
	since := edgeLines
	if f.feeds {
		since = 0
	}
	for i := range f.lines {
		if f.edge[i] {
			since = 0
		}
		if since < edgeLines {
			f.top[i] = uint8(since + 1)
		}
		if !f.leave[i] {
			since++
		}
	}
	since = edgeLines
	if f.feeds {
		since = 0
	}
	for i := n - 1; i >= 0; i-- {
		if f.leave[i] && !f.feeds || i+1 < n && f.edge[i+1] {
			since = 0
		}
		if since < edgeLines {
			f.bottom[i] = uint8(since + 1)
		}
		if !f.leave[i] {
			since++
		}
	}
}

// near reports whether a line is among the first or last few of its page.
func (f *furniture) near(i int32) bool { return f.leave[i] || f.top[i] > 0 || f.bottom[i] > 0 }

// outermost reports whether there is nothing but furniture between a line and its
// page's edge.
func (f *furniture) outermost(i int32) bool { return f.leave[i] || f.top[i] == 1 || f.bottom[i] == 1 }

// sameRank reports whether two lines are as far from the same edges.
func (f *furniture) sameRank(i, k int32) bool {
	return f.top[i] > 0 && f.top[i] == f.top[k] || f.bottom[i] > 0 && f.bottom[i] == f.bottom[k]
}

func (f *furniture) found() bool { return f.anyOut || f.feeds }

// indent returns the width of the blanks with which the line of s[i] begins;
// of a line with a form feed, of those after it.
func (f *furniture) indent(i int) int {
	k := i
	for k > 0 && f.src[k-1] != '\n' && f.src[k-1] != '\f' {
		k--
	}
	return i - k
}
