// Package shape compiles the layouts of the tables: a layout is a list of steps that
// package citation reads a citation by, to both sides of the abbreviation, and writes
// one by.
//
//	{volume} @ {page}            410 U.S. 113
//	{title} @ § {section}        42 U.S.C. § 1983
//	@ ch. {chapter}, § {section} Mass. Gen. Laws ch. 93A, § 2
//	[{year}] {volume} @ {page}   [1986] 1 S.C.R. 103
//
// A layout is a row of fields in braces around "@", the abbreviation of the row.
// A word or sign right before a field is its label, and one of those that
// pinpoints have. All else is punctuation. What is none of these is an error
// with its place.
package shape

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Field is a part of a citation that a layout names.
type Field string

// The fields.
const (
	Abbrev  Field = "@" // the abbreviation itself
	Volume  Field = "volume"
	Year    Field = "year"
	Title   Field = "title"
	Chapter Field = "chapter"
	Act     Field = "act"
	Agency  Field = "agency"
	Article Field = "article"
	Section Field = "section"
	Number  Field = "number"
	Letter  Field = "letter"
	Page    Field = "page"
)

var fields = []Field{Volume, Year, Title, Chapter, Act, Agency, Article, Section, Number, Letter, Page}

// labels are the words and signs that may be right before a field.
var labels = []string{"§", "¶", "No.", "art.", "ch.", "c.", "tit.", "div.", "pt.", "r.", "p.", "T."}

// punctuation is what may be between two fields.
const punctuation = ",-/:[]"

// A Step is one part of a layout.
type Step struct {
	Field Field
	Label string // the word or sign before the field; empty when it has none
	Lead  string // blanks and punctuation before the label, or before the field
}

// Joined reports whether a mark without a blank joins the step to the one before it:
// the number of "{year}-{number}".
func (s Step) Joined() bool {
	return s.Label == "" && s.Lead != "" && strings.Trim(s.Lead, "-/:") == ""
}

// A Layout is a compiled layout. It is never changed.
type Layout struct {
	Steps []Step
	Trail string // punctuation after the last field
	text  string
	at    int  // index in Steps of the abbreviation
	next  Step // after the abbreviation; zero when there is none
}

// An Error says what is wrong with a layout, and where.
type Error struct {
	Column int // in bytes, from 0
	Err    error
}

func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// Default is the layout of a row that names none.
const Default = "{volume} @ {page}"

// Compile compiles a layout; the empty one is [Default]. The error is an [*Error].
func Compile(text string) (*Layout, error) {
	if text == "" {
		text = Default
	}
	l := &Layout{text: text, at: -1}
	lead := ""
	for i := 0; i < len(text); {
		n := gap(text[i:])
		lead, i = lead+text[i:i+n], i+n
		if i == len(text) {
			break
		}
		step, n, err := scanStep(text[i:])
		if err != nil {
			return nil, &Error{i, err}
		}
		if l.Has(step.Field) {
			return nil, &Error{i, fmt.Errorf("%s is there twice", step.Field)}
		}
		if step.Field == Abbrev {
			l.at = len(l.Steps)
		}
		step.Lead, lead = lead, ""
		l.Steps = append(l.Steps, step)
		i += n
	}
	l.Trail = lead
	if after := l.at + 1; after < len(l.Steps) {
		l.next = l.Steps[after]
	}
	switch {
	case l.at < 0:
		return nil, &Error{0, fmt.Errorf("no @ for the abbreviation")}
	case len(l.Steps) == 1:
		return nil, &Error{0, fmt.Errorf("no field beside the abbreviation")}
	}
	return l, nil
}

// gap returns the length of the blanks and punctuation with which s begins.
func gap(s string) int {
	return len(s) - len(strings.TrimLeft(s, " "+punctuation))
}

// scanStep reads "@", or a field with its label.
func scanStep(s string) (step Step, n int, err error) {
	if s[0] == '@' {
		return Step{Field: Abbrev}, 1, nil
	}
	for _, label := range labels {
		if rest, ok := strings.CutPrefix(s, label); ok {
			step.Label = label
			n = len(label) + len(rest) - len(strings.TrimLeft(rest, " "))
			break
		}
	}
	name, _, ok := strings.Cut(strings.TrimPrefix(s[n:], "{"), "}")
	switch {
	case !strings.HasPrefix(s[n:], "{") && n == 0:
		word, _, _ := strings.Cut(s, " ")
		return step, 0, fmt.Errorf("unknown label %q; those known are %s", word, strings.Join(labels, " "))
	case !strings.HasPrefix(s[n:], "{") || !ok:
		return step, 0, fmt.Errorf("no field in braces after %q", s[:n])
	case !slices.Contains(fields, Field(name)):
		return step, 0, fmt.Errorf("unknown field {%s}; those known are %v", name, fields)
	}
	step.Field = Field(name)
	return step, n + len(name) + len("{}"), nil
}

var compiled sync.Map // of the layouts of the tables, by their text: *Layout

// Of returns the compiled layout, which is kept. For one with an error, of a row
// that was made by hand, it returns that of the empty text.
func Of(text string) *Layout {
	if l, ok := compiled.Load(text); ok {
		return l.(*Layout)
	}
	l, err := Compile(text)
	if err != nil {
		return Of("")
	}
	compiled.Store(text, l)
	return l
}

// String returns the layout as it was written.
func (l *Layout) String() string { return l.text }

// Has reports whether the layout has a field.
func (l *Layout) Has(f Field) bool { return l.Step(f).Field == f }

// Step returns the step of a field, the zero Step when the layout has none.
func (l *Layout) Step(f Field) Step {
	for i := range l.Steps {
		if l.Steps[i].Field == f {
			return l.Steps[i]
		}
	}
	return Step{}
}

// First returns the first step, which is the abbreviation's where nothing is
// before it.
func (l *Layout) First() Step { return l.Steps[0] }

// Next returns the step after the abbreviation, the zero Step when there is none.
func (l *Layout) Next() Step { return l.next }

// Last returns the last step.
func (l *Layout) Last() Step { return l.Steps[len(l.Steps)-1] }

// Before returns the steps before the abbreviation, After those after it.
func (l *Layout) Before() []Step { return l.Steps[:l.at] }
func (l *Layout) After() []Step  { return l.Steps[l.at+1:] }

// Write writes a citation: the values of its steps with what is between them.
// value returns what to write for a step, with its label; a step for which it
// returns "" is left out with what is between it and the next.
func (l *Layout) Write(b *strings.Builder, value func(Step) string) {
	open, left := false, "" // left leads to a step that was left out
	label := ""             // that of the step before, left out, to which this one is joined
	for _, s := range l.Steps {
		if s.Joined() {
			s.Label = label
		}
		lead, v := s.Lead, value(s)
		if label = ""; v == "" {
			label = s.Label
		}
		if left != "" {
			lead = left
		}
		switch {
		case v == "" && open:
			left = lead
			continue
		case v == "":
			continue
		case !open: // nothing is before it: no blank, no comma, but a bracket
			lead = strings.TrimLeft(s.Lead, " ,-/:]")
		}
		b.WriteString(lead)
		b.WriteString(v)
		open, left = true, ""
	}
	b.WriteString(l.Trail)
}
