package footnote

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// How notes are found
//
// A link that is a mark leads to a place: the note, an element at whose
// beginning the place is, or a spot in the text from which the note goes on to
// the next. Other notes are those that attributes call so, and the items of a
// list that holds a note. Where links lead to no note, numbers are looked at;
// see findUnlinked.

// A pageNote is a note and the nodes that it consists of.
type pageNote struct {
	*Note
	start, end int32 // its nodes
	inline     bool  // it is where its mark is
	marked     bool  // there is a mark
}

// A pageMark is a mark and the node that shows it.
type pageMark struct {
	*Mark
	node int32
	note *pageNote
}

// A noteFinder finds the notes of a page.
type noteFinder struct {
	*page
	names    map[string]int32 // places by name
	links    []*pageLink      // those within the page, in order
	linkAt   map[int32]*pageLink
	linksTo  map[int32][]int32 // links by the place that they lead to
	homes    map[int32]int32   // of places
	ordinal  map[int32]int     // of the items of numbered lists
	places   map[int32]bool    // nodes that are the places of marks
	marks    map[int32]*pageMark
	byStart  map[int32]*pageNote
	notes    []*pageNote           // in order
	cut      map[int32]bool        // nodes that are no part of any text: back-links, labels
	goesOn   map[int32]bool        // nodes that are called notes and go on with the one before
	shown    map[int32]Span        // of texts of which only a part is text, that part of the source
	settings map[int32]pageSetting // of the elements around notes
}

func findNotes(p *page) *noteFinder {
	f := &noteFinder{
		page: p, names: make(map[string]int32), linkAt: make(map[int32]*pageLink), linksTo: make(map[int32][]int32), homes: make(map[int32]int32),
		ordinal: p.ordinals(), places: make(map[int32]bool), marks: make(map[int32]*pageMark),
		byStart: make(map[int32]*pageNote), cut: make(map[int32]bool), goesOn: make(map[int32]bool), shown: make(map[int32]Span), settings: make(map[int32]pageSetting),
	}
	f.findLinks()
	for _, l := range f.links {
		if !f.places[l.to] && f.isMark(l) {
			f.addMark(l)
		}
	}
	f.addListed()
	f.addCalled()
	f.findInline()
	if len(f.marks) == 0 {
		f.findUnlinked()
	}
	f.setExtents()
	f.trimMarks()
	f.trimNotes()
	return f
}

// ordinals numbers the items of numbered lists.
func (p *page) ordinals() map[int32]int {
	m := make(map[int32]int)
	for i := range p.nodes {
		if p.nodes[i].tag != atom.Ol {
			continue
		}
		n := 1
		if v, err := strconv.Atoi(p.attr(int32(i), "start")); err == nil {
			n = v
		}
		for k := int32(i) + 1; k < p.nodes[i].next; k = p.nodes[k].next {
			if p.nodes[k].tag != atom.Li {
				continue
			}
			if v, err := strconv.Atoi(p.attr(k, "value")); err == nil {
				n = v
			}
			m[k] = n
			n++
		}
	}
	return m
}

// addMark adds a link that is a mark, and its note.
func (f *noteFinder) addMark(l *pageLink) {
	m := &pageMark{Mark: &Mark{Label: l.label}, node: l.node}
	f.marks[l.node] = m
	for i := l.outer; i < min(f.nodes[l.node].next, l.node+maxNodes); i++ {
		f.places[i] = true
	}
	if b := l.outer - 1; b > 0 && f.nodes[b].tag == atom.A && f.nodes[b].next == l.outer {
		f.places[b] = true // <a name="ref1"></a><a href="#fn1">
	}
	if l.to == 0 {
		return
	}
	l.note = f.noteAt(f.home(l.to))
	if r, _ := nameRole(l.name); r&endRole != 0 {
		l.note.Endnote = true
	}
	m.note = l.note
	if !l.note.marked {
		l.note.marked = true
		l.note.Label = l.label
	}
}

// noteAt returns the note that begins at a node.
func (f *noteFinder) noteAt(i int32) *pageNote {
	n := f.byStart[i]
	if n == nil {
		n = &pageNote{Note: &Note{Offset: f.nodes[i].start, Endnote: f.nodes[i].within&endRole != 0}, start: i}
		f.byStart[i] = n
	}
	return n
}

// maxClimb is how many elements are climbed from a place to its note.
const maxClimb = 8

// home returns the node at which the note of a place begins: the block at
// whose beginning the place is, or the place itself.
func (f *noteFinder) home(place int32) int32 {
	if h, ok := f.homes[place]; ok {
		return h
	}
	i := place
	for range maxClimb {
		up := f.nodes[i].parent
		if up == 0 || f.is(i, blockLevel) || !f.beginsIn(i, up) {
			break
		}
		i = up
	}
	if k := f.afterEmpty(place); i == place && f.is(k, blockLevel) {
		i = k
	}
	for range maxClimb {
		up := f.nodes[i].parent
		if up == 0 || !f.holdsOne(i, up) || !f.beginsIn(i, up) {
			break
		}
		i = up
	}
	f.homes[place] = i
	return i
}

// holdsOne reports whether up, which is around node i, holds one note when i
// begins one: a row of a table, an item of a list.
func (f *noteFinder) holdsOne(i, up int32) bool {
	tag := f.nodes[up].tag
	return f.is(i, cell) || tag == atom.Li || tag == atom.Dd
}

// afterEmpty returns what follows a place that is empty, such as the block
// after an anchor; the place itself if it is not empty, or is a block.
func (f *noteFinder) afterEmpty(place int32) int32 {
	if f.is(place, blockLevel) && f.nodes[place].next > place+1 || !blank(f.lead(place)) {
		return place
	}
	k := f.nodes[place].next
	for k < int32(len(f.nodes)) && k < place+maxNodes && f.nodes[k].text && blank(f.source(&f.nodes[k])) {
		k++
	}
	if k == int32(len(f.nodes)) {
		return place
	}
	return k
}

// source returns the source of a text or of a start tag.
func (p *page) source(n *node) string { return p.src[n.start:n.end] }

// blank reports whether s has nothing but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// ownLabel returns the label with which a note's own text begins, or which its
// list gives it.
func (f *noteFinder) ownLabel(i int32) string {
	if label := f.attr(i, "data-label"); label != "" {
		return label
	}
	lead := strings.TrimLeft(f.lead(i), " \t\r\n\f\u00a0^↑")
	ends := " \t\r\n\f\u00a0.])"
	if strings.HasPrefix(lead, "[") { // [Footnote 8]
		ends = "]"
	}
	first := lead
	if k := strings.IndexAny(lead, ends); k >= 0 {
		first = lead[:k]
	}
	if label, ok := labelOf(first); ok && !isLetter(label[0]) {
		return label
	}
	if n := f.ordinal[i]; n > 0 {
		return strconv.Itoa(n)
	}
	return f.gluedLabel(i)
}

// gluedLabel returns the label that a superscript or a link at the beginning
// of a note shows, "8" in "<sup>8</sup>See".
func (f *noteFinder) gluedLabel(i int32) string {
	for k := i; k < min(f.nodes[i].next, i+maxNodes); k++ {
		switch n := &f.nodes[k]; {
		case n.tag == atom.A || n.tag == atom.Sup || n.role&labelRole != 0:
			if label, ok := labelOf(f.lead(k)); ok {
				return label
			}
		case n.text && !blank(f.source(n)):
			return ""
		}
	}
	return ""
}

// addListed adds the items of the lists that hold notes.
func (f *noteFinder) addListed() {
	lists := make(map[int32]bool)
	for i := range f.byStart {
		if f.nodes[i].tag == atom.Li {
			lists[f.nodes[i].parent] = true
		}
	}
	for list := range lists {
		for k := list + 1; k < f.nodes[list].next; k = f.nodes[k].next {
			if f.nodes[k].tag == atom.Li && f.byStart[k] == nil && !blank(f.lead(k)) {
				f.noteAt(k).Label = f.ownLabel(k)
			}
		}
	}
}

// addCalled adds the elements that attributes call notes, and those with names
// like the names of notes, if they hold none and are in none.
func (f *noteFinder) addCalled() {
	starts := f.sortedStarts()
	family := f.family()
	covered := int32(0) // the end of the last note
	last := int32(0)    // the last note
	for i := int32(1); i < int32(len(f.nodes)); i++ {
		k := sort.Search(len(starts), func(k int) bool { return starts[k] >= i })
		if f.byStart[i] != nil {
			covered = max(covered, f.nodes[i].next)
			last = i
		}
		n := &f.nodes[i]
		holds := k < len(starts) && starts[k] < n.next
		if n.text || holds || i < covered || !f.called(i, family) {
			continue
		}
		goesOn := f.continues(i, last, covered)
		covered = n.next
		if goesOn {
			f.goesOn[i] = true
			continue
		}
		f.noteAt(i).Label = f.ownLabel(i)
		last = i
	}
}

// continues reports whether a paragraph that is called a note goes on with the
// last one, which reaches to end so far: only such paragraphs are between, and
// it has no label of its own where that has one.
func (f *noteFinder) continues(i, last, end int32) bool {
	beside := last != 0 && f.nodes[i].tag == atom.P && f.nodes[i].parent == f.nodes[last].parent
	return beside && f.continued(end, i) == i && f.ownLabel(i) == "" && f.ownLabel(last) != ""
}

// called reports whether an element is called a note.
func (f *noteFinder) called(i int32, family map[string]bool) bool {
	if f.places[i] || f.marks[i] != nil || blank(f.lead(i)) || !f.is(i, blockLevel) {
		return false
	}
	if f.nodes[i].role&noteRole != 0 {
		return true
	}
	name := f.attr(i, "id")
	r, _ := nameRole(name)
	return r&noteRole != 0 && family[lettersOf(name)]
}

// family returns the names of the notes that marks lead to, without numbers.
func (f *noteFinder) family() map[string]bool {
	family := make(map[string]bool)
	for _, l := range f.links {
		if l.note != nil {
			family[lettersOf(l.name)] = true
		}
	}
	return family
}

func lettersOf(name string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, name)
}

func (f *noteFinder) sortedStarts() []int32 {
	starts := make([]int32, 0, len(f.byStart))
	for i := range f.byStart {
		starts = append(starts, i)
	}
	slices.Sort(starts)
	return starts
}

// findInline adds the notes that are where their marks are.
func (f *noteFinder) findInline() {
	number := 0
	for i := int32(1); i < int32(len(f.nodes)); i++ {
		n := &f.nodes[i]
		if !f.isInline(i) || f.nodes[n.parent].within&inlineRole != 0 || f.byStart[i] != nil || blank(f.lead(i)) {
			continue
		}
		number++
		note := f.noteAt(i)
		note.inline, note.marked = true, true
		mark := f.anchorBefore(i)
		label := f.inlineLabel(mark, i)
		if label == "" {
			label = strconv.Itoa(number)
		}
		note.Label = label
		f.marks[mark] = &pageMark{Mark: &Mark{Label: label}, node: mark, note: note}
	}
}

// isInline reports whether an element is a note that is where its mark is: one
// that is called so, or a stretch of a paragraph that is called a note.
func (f *noteFinder) isInline(i int32) bool {
	n := &f.nodes[i]
	if n.role&inlineRole != 0 {
		return true
	}
	if n.tag != atom.Span || n.role&(noteRole|markRole) != noteRole || f.begins(i) {
		return false
	}
	_, isPageLabel := labelOf(f.lead(i))
	return !isPageLabel && !f.places[i] && !f.marksIn(i, n.next)
}

// anchorBefore returns the element before an inline note that shows its mark;
// the note when there is none.
func (f *noteFinder) anchorBefore(i int32) int32 {
	for k := i - 1; k > max(f.nodes[i].parent, i-maxNodes); k-- {
		n := &f.nodes[k]
		if n.role&(anchorRole|markRole) != 0 && f.marks[k] == nil && n.next <= i {
			return k
		}
		if n.text && !blank(f.source(n)) && f.nodes[n.parent].within&(anchorRole|markRole) == 0 && n.parent == f.nodes[i].parent {
			break
		}
	}
	return i
}

// inlineLabel returns the label that an inline note or its mark shows.
func (f *noteFinder) inlineLabel(mark, i int32) string {
	if mark != i {
		label, _ := labelOf(f.lead(mark))
		return label
	}
	return f.gluedLabel(i)
}
