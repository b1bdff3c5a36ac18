package footnote

import "strings"

// join leads the marks to their notes, gives the notes their labels, and
// completes the document.
func (d *docx) join() {
	first := d.firstMarks()
	within := make(map[*Note][]*Mark) // the marks in each note
	for _, m := range d.doc.Marks {
		within[m.In] = append(within[m.In], m)
	}
	var scope [noteKinds]int // of a note without a mark: that of the note before it
	for _, n := range d.doc.Notes {
		kind := footnotes
		if n.Endnote {
			kind = endnotes
		}
		if r := first[n]; r != nil {
			n.Label = r.mark.Label
			scope[kind] = r.mark.Scope
		}
		n.Scope = scope[kind]
		d.cutLabel(n, first[n], within[n])
	}
	d.leadLinks(&d.doc.Body)
	for _, n := range d.doc.Notes {
		d.leadLinks(&n.Passage)
	}
	d.addProblems()
	d.doc.finish()
}

// firstMarks leads each mark to its note, and returns the first of each note.
// Others are reported.
func (d *docx) firstMarks() map[*Note]*reference {
	first := make(map[*Note]*reference, len(d.refs))
	for _, r := range d.refs {
		n := d.notes[r.kind][r.id]
		r.mark.Note = n
		switch {
		case n == nil:
		case first[n] == nil:
			first[n] = r
		default:
			d.problem(Problem{Kind: DuplicateMark, Label: r.mark.Label, Part: r.part, Offset: r.offset}, nil)
		}
	}
	return first
}

// cutLabel cuts the label off the text of a note, and moves the marks in it.
func (d *docx) cutLabel(n *Note, r *reference, marks []*Mark) {
	width := 0
	switch number := d.numbers[n]; {
	case number != nil:
		width = number.width(n.Text)
	case r != nil && r.custom:
		width = customWidth(n.Text, n.Label)
	}
	width += len(n.Text[width:]) - len(strings.TrimLeft(n.Text[width:], labelBlanks))
	n.cutFront(width)
	for _, m := range marks {
		m.Span = m.Span.minus(width)
	}
}

// leadLinks leads the links to bookmarks that mean a mark to its note: they
// hold nothing else, or are referred to as notes. Others mean the text.
func (d *docx) leadLinks(p *Passage) {
	for i := range p.Links {
		name, ok := strings.CutPrefix(p.Links[i].Target, "#")
		if b := d.bookmarks[name]; ok && b.reference != nil && (b.alone || d.noteNames[name]) {
			p.Links[i].Note = b.mark.Note
		}
	}
}

// addProblems adds the problems, with the labels of the notes that they are in.
func (d *docx) addProblems() {
	if d.unknownFormat != "" {
		d.problem(Problem{Kind: Uncertain, Part: d.main, Detail: "notes are numbered in a format that is not known, " + d.unknownFormat}, nil)
	}
	if d.paged {
		d.problem(Problem{Kind: Uncertain, Part: d.main, Detail: "notes are numbered anew on each page; the pages are those of the last time that the document was laid out"}, nil)
	}
	for _, p := range d.problems {
		if p.note != nil && p.Label == "" {
			p.Label = p.note.Label
		}
		d.doc.Problems = append(d.doc.Problems, p.Problem)
	}
}
