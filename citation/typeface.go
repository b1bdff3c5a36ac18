package citation

import (
	"sort"
)

// A Face is a set of typeface properties. The zero Face is ordinary roman.
type Face uint8

// The typefaces that carry meaning in citations. Bluebook Rule 2; Indigo Book R2.
const (
	Italic Face = 1 << iota
	SmallCaps
	Underline
	Bold
	Superscript
)

// A Run is a part of a text that is set in a typeface of its own.
type Run struct {
	Span Span
	Face Face
}

// Face returns the typeface that the whole of the span has, such as that of a
// [Phrase]: zero where it is roman or mixed, or where the typeface of the text
// is not known. Blanks at the span's ends count.
func (s *Shared) Face(span Span) Face {
	at := span.Start
	face := ^Face(0)
	for i := sort.Search(len(s.runs), func(i int) bool { return s.runs[i].Span.End > at }); at < span.End; i++ {
		if i == len(s.runs) || s.runs[i].Span.Start > at {
			return 0
		}
		face &= s.runs[i].Face
		at = s.runs[i].Span.End
	}
	if span.Len() <= 0 {
		return 0
	}
	return face
}
