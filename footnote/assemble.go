package footnote

import (
	"cmp"
	"slices"
)

// finish completes a document of a format whose marks lead to their notes by
// name, not by number alone. The reader has set everything else: marks in the
// order of the body with the notes that they lead to, notes in the order of the
// source, all labels and scopes.
//
// It puts notes and marks into the order that [Document] promises, sets what
// each mark supports, and reports what does not fit.
func (d *Document) finish() {
	d.clipMarks()
	for _, m := range d.Marks {
		switch {
		case m.Note == nil:
			d.Problems = append(d.Problems, d.problemAt(MarkWithoutNote, m))
		case m.Note.Mark == nil:
			m.Note.Mark = m
		}
	}
	for _, n := range d.Notes {
		if n.Mark == nil {
			d.Problems = append(d.Problems, Problem{Kind: NoteWithoutMark, Label: n.Label, Part: n.Part, Offset: n.Offset})
		}
	}
	d.orderNotes()
	d.reportLabels()
	var inBody []*Mark
	for _, m := range d.Marks {
		if m.In == nil {
			inBody = append(inBody, m)
		}
	}
	placeMarks(d.Body.Text, inBody)
	d.sortProblems()
}

// clipMarks puts the marks into order, those of the body first, and their
// spans within the texts, which have lost the blanks at their ends.
func (d *Document) clipMarks() {
	place := make(map[*Note]int, len(d.Notes))
	for i, n := range d.Notes {
		place[n] = i + 1
	}
	slices.SortStableFunc(d.Marks, func(a, b *Mark) int {
		return cmp.Or(cmp.Compare(place[a.In], place[b.In]), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	for _, m := range d.Marks {
		m.Span = clipped(m.Span, len(d.textOf(m).Text))
	}
}

// textOf returns the passage that holds the mark.
func (d *Document) textOf(m *Mark) *Passage {
	if m.In != nil {
		return &m.In.Passage
	}
	return &d.Body
}

func (d *Document) problemAt(kind ProblemKind, m *Mark) Problem {
	p := d.textOf(m)
	at := p.Source(m.Span.Start)
	if m.Span.Start == m.Span.End && m.Span.Start > 0 {
		at = p.Source(m.Span.Start-1) + 1 // after the text before the mark, not at that after it
	}
	return Problem{Kind: kind, Label: m.Label, Part: p.Part, Offset: at}
}

// orderNotes puts the notes into the order of their first marks. A note without
// a mark stays after the one that it follows in the source.
func (d *Document) orderNotes() {
	rank := make(map[*Mark]int, len(d.Marks))
	for i, m := range d.Marks {
		rank[m] = i + 1
	}
	at := make(map[*Note]int, len(d.Notes))
	last := 0
	for _, n := range d.Notes {
		if n.Mark != nil {
			last = rank[n.Mark]
		}
		at[n] = last
	}
	slices.SortStableFunc(d.Notes, func(a, b *Note) int { return cmp.Compare(at[a], at[b]) })
}

// reportLabels reports two notes with one label in one scope.
func (d *Document) reportLabels() {
	type key struct {
		label   string
		scope   int
		endnote bool
	}
	seen := make(map[key]bool, len(d.Notes))
	for _, n := range d.Notes {
		k := key{n.Label, n.Scope, n.Endnote}
		if seen[k] && leadingNumber(n.Label) > 0 { // "*" may be there for each author
			d.Problems = append(d.Problems, Problem{Kind: DuplicateNote, Label: n.Label, Part: n.Part, Offset: n.Offset})
		}
		seen[k] = true
	}
}

// sortProblems puts the problems into the order of the source, part by part.
func (d *Document) sortProblems() {
	slices.SortStableFunc(d.Problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Offset, b.Offset),
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.Kind, b.Kind))
	})
}
