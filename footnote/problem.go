package footnote

import (
	"fmt"
	"strconv"
	"strings"
)

// A Problem is a place where a document's marks and notes do not agree, or
// where something was left out or could not be read.
type Problem struct {
	Kind   ProblemKind
	Label  string // the label of the mark or note; empty when the problem is not theirs
	Detail string // what the kind alone does not say, such as the name of what was refused
	Part   string // the file inside the container; empty where the document is a single file
	Offset int    // offset in the source, of a container in that part
}

// A ProblemKind says what is wrong.
type ProblemKind string

// The kinds of problems.
const (
	MarkWithoutNote ProblemKind = "mark without note"
	NoteWithoutMark ProblemKind = "note without mark"
	DuplicateMark   ProblemKind = "duplicate mark"    // at the second mark of that label
	DuplicateNote   ProblemKind = "duplicate note"    // at the second note of that label
	MarkOutOfOrder  ProblemKind = "mark out of order" // a higher number stands before it
	NoteOutOfOrder  ProblemKind = "note out of order" // a higher number stands before it
	MissingNumber   ProblemKind = "missing number"    // neither mark nor note has it; at the next note
	ScatteredNotes  ProblemKind = "scattered notes"   // notes between the text, at the feet of pages: all is left in Body
	TrackedInsert   ProblemKind = "tracked insertion" // read as accepted; one problem for each note, and for the body
	TrackedDelete   ProblemKind = "tracked deletion"  // left out, as if accepted; one problem for each note, and for the body
	Refused         ProblemKind = "refused"           // not read, on purpose: Detail says what and why
	Uncertain       ProblemKind = "uncertain"         // read as well as can be: Detail says what may be otherwise
	Damaged         ProblemKind = "damaged"           // the source breaks off or is broken here: Detail says how
)

// messages holds the message of each kind, with a place for the label.
var messages = [...]struct {
	kind ProblemKind
	text string
}{
	{MarkWithoutNote, "mark {label} has no note"},
	{NoteWithoutMark, "note {label} has no mark in the text"},
	{DuplicateMark, "mark {label} stands in the text once more"},
	{DuplicateNote, "there is more than one note {label}"},
	{MarkOutOfOrder, "mark {label} stands behind a higher number"},
	{NoteOutOfOrder, "note {label} stands behind a higher number"},
	{MissingNumber, "number {label} is missing, both as a mark and as a note"},
	{ScatteredNotes, "from here on notes stand between the text, not behind it; they were left there"},
	{TrackedInsert, "{where} has tracked insertions; they are read as accepted"},
	{TrackedDelete, "{where} has tracked deletions; they are left out"},
	{Refused, "not read: {detail}"},
	{Uncertain, "uncertain: {detail}"},
	{Damaged, "damaged: {detail}"},
}

// String returns the problem as a message for people.
func (p Problem) String() string {
	place := fmt.Sprintf("byte %d", p.Offset)
	if p.Part != "" {
		place = p.Part + ", " + place
	}
	return place + ": " + p.Message()
}

// Message returns what String does, without the place.
func (p Problem) Message() string {
	for _, m := range messages {
		if m.kind == p.Kind {
			text := m.text
			if p.Detail != "" && !strings.Contains(text, "{detail}") {
				text += ": {detail}"
			}
			return strings.NewReplacer(" {label}", strings.TrimRight(" "+p.Label, " "), "{detail}", p.Detail, "{where}", p.where()).Replace(text)
		}
	}
	return strings.TrimSpace(string(p.Kind) + " " + p.Label + " " + p.Detail)
}

// maxDetail is about how many bytes of a source's names a message holds.
const maxDetail = 200

// brief returns s, or its beginning if it is long.
func brief(s string) string {
	if len(s) <= maxDetail {
		return s
	}
	return strings.ToValidUTF8(s[:maxDetail], "") + "…"
}

// where names the text that the problem is in.
func (p Problem) where() string {
	if p.Label == "" {
		return "the body"
	}
	return "note " + p.Label
}

// link joins marks and notes of one label, the first of each, and reports
// whatever does not fit.
func (d *Document) link() {
	notes := make(map[string]*Note, len(d.Notes))
	highest := 0
	for _, n := range d.Notes {
		if notes[n.Label] != nil {
			d.report(DuplicateNote, n.Label, n.Offset)
			continue
		}
		notes[n.Label] = n
		highest = d.order(NoteOutOfOrder, n.Label, n.Offset, highest)
	}
	marks := d.linkMarks(notes)
	before := 0
	for _, n := range d.Notes {
		if notes[n.Label] == n && n.Mark == nil {
			d.report(NoteWithoutMark, n.Label, n.Offset)
		}
		number := leadingNumber(n.Label)
		if before == 0 && number > maxMissing {
			before = number // an excerpt
		}
		for k := before + 1; k < number && k <= before+maxMissing; k++ {
			if label := strconv.Itoa(k); notes[label] == nil && marks[label] == nil {
				d.report(MissingNumber, label, n.Offset)
			}
		}
		before = max(before, number)
	}
	d.sortProblems()
}

// maxMissing is how many missing numbers in a row are reported. Notes whose
// first number is higher are those of an excerpt: nothing is missing before.
const maxMissing = 20

// linkMarks links each mark to its note and returns the first of each label.
func (d *Document) linkMarks(notes map[string]*Note) map[string]*Mark {
	marks := make(map[string]*Mark, len(d.Marks))
	highest := 0
	for _, m := range d.Marks {
		at := d.Body.Source(m.Span.Start)
		m.Note = notes[m.Label]
		if marks[m.Label] != nil {
			d.report(DuplicateMark, m.Label, at)
			continue
		}
		marks[m.Label] = m
		highest = d.order(MarkOutOfOrder, m.Label, at, highest)
		if m.Note == nil {
			d.report(MarkWithoutNote, m.Label, at)
		} else {
			m.Note.Mark = m
		}
	}
	return marks
}

// order reports a label whose number is less than the highest before it. It
// returns the highest number up to and including this one.
func (d *Document) order(kind ProblemKind, label string, at, highest int) int {
	n := leadingNumber(label)
	if 0 < n && n < highest {
		d.report(kind, label, at)
	}
	return max(n, highest)
}

// leadingNumber returns the number with which the label begins, 0 if none.
func leadingNumber(label string) int {
	n, _, _ := scanNumber(label, 0)
	return n
}

func (d *Document) report(kind ProblemKind, label string, offset int) {
	d.Problems = append(d.Problems, Problem{Kind: kind, Label: label, Offset: offset})
}
