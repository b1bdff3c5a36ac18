package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Pin is a pinpoint: the place inside the source that the citation points
// to. Bluebook Rules 3.2, 3.3; Indigo Book R11.5.
type Pin struct {
	Span Span
	Kind PinKind
	// From and To are the first and last place as written; To is empty when
	// the pin is one place, From is empty for a part that has no number
	// ("preamble"). In "849-50" To is "50": see [Pin.Last].
	From, To string
}

// Last returns the last place of a range with the digits restored that the
// usual short form leaves out: "850" for "849-50". Without a range it is From.
func (p Pin) Last() string {
	if p.To == "" {
		return p.From
	}
	if n := len(p.From) - len(p.To); n > 0 && lex.AllDigits(p.From) && lex.AllDigits(p.To) {
		return p.From[:n] + p.To
	}
	return p.To
}

// A PinKind says what a pinpoint counts.
type PinKind string

// The kinds of pinpoints.
const (
	PinPage        PinKind = "page"
	PinSlip        PinKind = "slip" // page of the slip opinion, "(slip op., at 8)"
	PinSection     PinKind = "section"
	PinParagraph   PinKind = "paragraph"
	PinArticle     PinKind = "article"
	PinNote        PinKind = "note"
	PinChapter     PinKind = "chapter"
	PinPart        PinKind = "part"
	PinClause      PinKind = "clause"
	PinPreamble    PinKind = "preamble"
	PinAnnex       PinKind = "annex"
	PinAppendix    PinKind = "appendix"
	PinFigure      PinKind = "figure"
	PinTable       PinKind = "table"
	PinSchedule    PinKind = "schedule"
	PinRule        PinKind = "rule"
	PinPrinciple   PinKind = "principle"
	PinRegulation  PinKind = "regulation"
	PinVolume      PinKind = "volume"
	PinNumber      PinKind = "number"
	PinAmendment   PinKind = "amendment"
	PinLine        PinKind = "line"
	PinSlide       PinKind = "slide"
	PinSyllabus    PinKind = "syllabus" // a point of the syllabus, which states the law in Kansas and West Virginia
	PinPassim      PinKind = "passim"
	PinTitle       PinKind = "title"
	PinDivision    PinKind = "division"
	PinSubdivision PinKind = "subdivision"
	PinComment     PinKind = "comment"
)

// sortPins adds the pages among pinpoints to pages, all others to sections.
func sortPins(pins []Pin, pages, sections *[]Pin) {
	for _, pin := range pins {
		if pin.Kind == PinPage {
			*pages = append(*pages, pin)
		} else {
			*sections = append(*sections, pin)
		}
	}
}

// afterSubdivision reports whether a figure goes on after a subdivision in
// brackets, of which it is none.
func afterSubdivision(before, pin Pin) bool {
	return pin.Kind == PinSubdivision && lex.IsAt(pin.From, 0, lex.Digit) && lex.FirstByte(before.From) == '('
}

// onlyNote reports whether a word without a number points to the only note of a
// page: ", n. (2015)".
func onlyNote(kind PinKind, word string) bool {
	return kind == PinNote && len(word) == len("n.") && word[1] == '.'
}

// divides reports whether a pinpoint is a part that codes are divided into.
func divides(kind PinKind) bool {
	switch kind {
	case PinChapter, PinTitle, PinArticle, PinPart, PinDivision:
		return true
	}
	return false
}
