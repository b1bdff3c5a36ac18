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
	MarkOutOfOrder  ProblemKind = "mark out of order" // a higher number precedes it
	NoteOutOfOrder  ProblemKind = "note out of order" // a higher number precedes it
	MissingNumber   ProblemKind = "missing number"    // neither mark nor note has it; at the next note
	ScatteredNotes  ProblemKind = "scattered notes"   // notes between the text that were not taken out of it: all is left in Body
	UnsureBreak     ProblemKind = "unsure page break" // what is above a page's notes may or may not be the rest of this note
	TrackedInsert   ProblemKind = "tracked insertion" // read as accepted; one problem for each note, and for the body
	TrackedDelete   ProblemKind = "tracked deletion"  // left out, as if accepted; one problem for each note, and for the body
	Refused         ProblemKind = "refused"           // not read, on purpose: Detail says what and why
	Uncertain       ProblemKind = "uncertain"         // read as well as can be: Detail says what may be otherwise
	Damaged         ProblemKind = "damaged"           // the source breaks off or is broken here: Detail says how
	Decoded         ProblemKind = "decoded"           // the source is not UTF-8: offsets count in the decoded text, not in its bytes; Detail says from what it was decoded
)

// messages holds the message of each kind, with a place for the label.
var messages = [...]struct {
	kind ProblemKind
	text string
}{
	{MarkWithoutNote, "mark {label} has no note"},
	{NoteWithoutMark, "note {label} has no mark in the text"},
	{DuplicateMark, "mark {label} is in the text once more"},
	{DuplicateNote, "there is more than one note {label}"},
	{MarkOutOfOrder, "mark {label} follows a higher number"},
	{NoteOutOfOrder, "note {label} follows a higher number"},
	{MissingNumber, "number {label} is missing, both as a mark and as a note"},
	{ScatteredNotes, "from here on notes are between the parts of the text, not after it; they were left there"},
	{UnsureBreak, "note {label} may begin, end or go on elsewhere than read, at this page break"},
	{TrackedInsert, "{where} has tracked insertions; they are read as accepted"},
	{TrackedDelete, "{where} has tracked deletions; they are left out"},
	{Refused, "not read: {detail}"},
	{Uncertain, "uncertain: {detail}"},
	{Damaged, "damaged: {detail}"},
	{Decoded, "offsets count in the text as decoded from {detail}"},
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

// A labelKey names a note of one scope.
type labelKey struct {
	label string
	scope int
}

// link joins marks and notes of one label and scope, the first of each, and
// reports whatever does not fit.
func (d *Document) link() {
	notes := make(map[labelKey]*Note, len(d.Notes))
	var highest, scope int
	for _, n := range d.Notes {
		if n.Scope != scope {
			highest, scope = 0, n.Scope
		}
		key := labelKey{n.Label, n.Scope}
		if notes[key] != nil {
			if leadingNumber(n.Label) > 0 { // "*" may be there for each author
				d.report(DuplicateNote, n.Label, n.Offset)
			}
			continue
		}
		notes[key] = n
		highest = d.order(NoteOutOfOrder, n.Label, n.Offset, highest)
	}
	marks := d.linkMarks(notes)
	before := 0
	scope = 0
	for _, n := range d.Notes {
		if n.Scope != scope {
			before, scope = 0, n.Scope
		}
		if notes[labelKey{n.Label, n.Scope}] == n && n.Mark == nil {
			d.report(NoteWithoutMark, n.Label, n.Offset)
		}
		before = d.missing(n, before, notes, marks)
	}
	d.sortProblems()
}

// missing reports the numbers between before and the note's that neither a mark
// nor a note has. It returns the highest number so far.
func (d *Document) missing(n *Note, before int, notes map[labelKey]*Note, marks map[labelKey]*Mark) int {
	number := leadingNumber(n.Label)
	if before == 0 && number > maxMissing {
		before = number // an excerpt
	}
	for k := before + 1; k < number && k <= before+maxMissing; k++ {
		if key := (labelKey{strconv.Itoa(k), n.Scope}); notes[key] == nil && marks[key] == nil {
			d.report(MissingNumber, key.label, n.Offset)
		}
	}
	return max(before, number)
}

// maxMissing is how many missing numbers in a row are reported. Notes whose
// first number is higher are those of an excerpt: nothing is missing before.
const maxMissing = 20

// linkMarks links each mark to its note and returns the first of each label.
func (d *Document) linkMarks(notes map[labelKey]*Note) map[labelKey]*Mark {
	marks := make(map[labelKey]*Mark, len(d.Marks))
	var highest, scope int
	for _, m := range d.Marks {
		if m.Scope != scope {
			highest, scope = 0, m.Scope
		}
		at := d.Body.Source(m.Span.Start)
		key := labelKey{m.Label, m.Scope}
		m.Note = notes[key]
		if marks[key] != nil {
			d.report(DuplicateMark, m.Label, at)
			continue
		}
		marks[key] = m
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
