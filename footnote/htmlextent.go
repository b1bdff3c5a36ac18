package footnote

import "golang.org/x/net/html/atom"

// How far notes go
//
// A note is the element at whose beginning its place is, or what follows a spot
// in the text up to the next. Elements that are there for one note alone are
// part of it, and so are the paragraphs between it and the next one, unless the
// text goes on there.

// setExtents sets how far each note goes.
func (f *noteFinder) setExtents() {
	var blocks []*pageNote // the notes that are not where their marks are
	for _, start := range f.sortedStarts() {
		n := f.byStart[start]
		n.end = f.nodes[start].next
		f.notes = append(f.notes, n)
		if n.inline {
			continue
		}
		if !f.is(start, blockLevel) {
			n.end = f.nodes[f.blockOf(start)].next
		}
		if k := len(blocks); k > 0 {
			blocks[k-1].end = min(blocks[k-1].end, start)
		}
		blocks = append(blocks, n)
	}
	f.widen(blocks)
	f.continueNotes(blocks)
}

// blockOf returns the block that a node is in.
func (p *page) blockOf(i int32) int32 {
	for i != 0 && !p.is(i, blockLevel) {
		i = p.nodes[i].parent
	}
	return i
}

// widen makes each note all of an element that holds nothing else and is there
// for the note: a list item, a <div> among such.
func (f *noteFinder) widen(notes []*pageNote) {
	for k, n := range notes {
		shared := func(i int32) bool { // with the note before or after
			return k > 0 && f.inside(notes[k-1].start, i) || k+1 < len(notes) && f.inside(notes[k+1].start, i)
		}
		for range maxClimb {
			up := f.nodes[n.start].parent
			alone := f.forNote(up) || shared(f.nodes[up].parent)
			if up == 0 || !alone || shared(up) || !f.beginsIn(n.start, up) {
				break
			}
			delete(f.byStart, n.start)
			n.start, n.end, n.Offset = up, f.nodes[up].next, f.nodes[up].start
			f.byStart[up] = n
		}
	}
}

// forNote reports whether an element is there for a note, by its role or name.
func (f *noteFinder) forNote(i int32) bool {
	r, _ := nameRole(f.attr(i, "id"))
	return (f.nodes[i].role|r)&noteRole != 0
}

// continueNotes adds to each note the paragraphs that follow it, up to the next
// note. What holds a mark of its own, a heading or a rule is text again. The last
// note of those side by side gets such paragraphs only if another has some, and
// only those that are called notes if another has some of these.
func (f *noteFinder) continueNotes(notes []*pageNote) {
	goesOn := make(map[int32]bool) // whether notes of that parent have more paragraphs
	called := make(map[int32]bool) // and whether such paragraphs are called notes
	for k, n := range notes {
		if n.end != f.nodes[n.start].next {
			continue
		}
		parent := f.nodes[n.start].parent
		next := f.nodes[parent].next
		last := k+1 == len(notes) || notes[k+1].start >= next
		if !last {
			next = notes[k+1].start
		}
		lastCalled := f.lastCalled(n.end, next)
		called[parent] = called[parent] || lastCalled > n.end
		if last && (called[parent] || !goesOn[parent] && f.nodes[n.start].tag != atom.Dt) {
			next = lastCalled
		}
		end := f.continued(n.end, next)
		if last || !f.textIn(end, next) { // otherwise it is text, which goes on
			goesOn[parent] = goesOn[parent] || f.textIn(n.end, end)
			n.end = end
		}
	}
}

// lastCalled returns the end of the last of nodes [i, end) that is called a note
// and goes on with one; i when there is none.
func (f *noteFinder) lastCalled(i, end int32) int32 {
	at := i
	for ; i < end; i = f.nodes[i].next {
		if f.goesOn[i] {
			at = f.nodes[i].next
		}
	}
	return at
}

// continuing are the elements that go on with a note.
var continuing = map[atom.Atom]bool{
	atom.P: true, atom.Blockquote: true, atom.Ul: true, atom.Ol: true, atom.Dd: true, atom.Pre: true, atom.Table: true,
}

// continued returns how far a note goes whose own element ends at i.
func (f *noteFinder) continued(i, end int32) int32 {
	for i < end {
		n := &f.nodes[i]
		goesOn := continuing[n.tag] || n.text && blank(f.source(n))
		if !goesOn || n.next > end || f.marksIn(i, n.next) {
			break
		}
		i = n.next
	}
	return i
}

// marksIn and textIn report whether nodes [i, end) have a mark, or text.
func (f *noteFinder) marksIn(i, end int32) bool {
	for ; i < end; i++ {
		if f.marks[i] != nil {
			return true
		}
	}
	return false
}

func (f *noteFinder) textIn(i, end int32) bool {
	for ; i < end; i++ {
		if n := &f.nodes[i]; n.text && !blank(f.source(n)) {
			return true
		}
	}
	return false
}
