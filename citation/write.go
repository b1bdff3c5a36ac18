package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// What the String methods of several kinds share.

// comma writes ", " between two parts, nothing before the first.
func comma(b *strings.Builder) {
	if b.Len() > 0 {
		b.WriteString(", ")
	}
}

// pinForms are how each kind of pinpoint is introduced. Bluebook Table T16.
var pinForms = map[PinKind]string{
	PinSection: "§ ", PinParagraph: "¶ ", PinArticle: "art. ", PinNote: "n.", PinChapter: "ch. ", PinPart: "pt. ",
	PinClause: "cl. ", PinPreamble: "preamble", PinAnnex: "annex ", PinAppendix: "app. ", PinFigure: "fig. ", PinTable: "tbl. ",
	PinSchedule: "sched. ", PinRule: "rule ", PinPrinciple: "princ. ", PinRegulation: "reg. ", PinVolume: "vol. ", PinLine: "line ",
	PinSlide: "slide ", PinSyllabus: "Syl. ¶ ", PinPassim: "passim", PinComment: "cmt. ", PinTitle: "tit. ", PinDivision: "div. ", PinSubdivision: "subd. ", PinAmendment: "amend. ", PinNumber: "No. ",
}

// String returns the pinpoint as it follows a citation: "3-4", "art. 3(b)".
func (p Pin) String() string {
	text := strings.TrimRight(pinForms[p.Kind]+p.From, " ")
	if p.Kind == PinNote && p.From == "" { // to a section
		text = "note"
	}
	if p.To != "" {
		text += "-" + p.To
	}
	return text
}

// writePins writes pinpoints, the first behind lead: ", " or " at ".
func writePins(b *strings.Builder, pins []Pin, lead string) {
	for i, p := range pins {
		switch {
		case p.Kind == PinSlip: // stands in a parenthetical
			continue
		case p.Kind == PinNote && i > 0:
			b.WriteString(" ")
		case i > 0:
			b.WriteString(", ")
		case p.Kind == PinPage || lead == ", ":
			b.WriteString(lead)
		default:
			b.WriteString(" ")
		}
		b.WriteString(p.String())
	}
}

// writeDecision writes "(9th Cir. 2010)", with what stands behind the date.
func writeDecision(b *strings.Builder, court string, d Date, rest ...string) {
	if court == "" && d.IsZero() {
		return
	}
	b.WriteString(" (")
	b.WriteString(court)
	if court != "" && !d.IsZero() {
		b.WriteString(" ")
	}
	if !d.IsZero() {
		b.WriteString(d.written())
	}
	for _, r := range rest {
		if r != "" {
			b.WriteString(", " + r)
		}
	}
	b.WriteString(")")
}

// writeParens writes the parentheticals as they were written.
func writeParens(b *strings.Builder, parens []Paren) {
	for _, p := range parens {
		b.WriteString(" (")
		b.WriteString(lex.Clean(p.Text))
		b.WriteString(")")
	}
}

// unbroken returns the address as written, without line breaks and blanks.
func (u URL) unbroken() string { return strings.Join(strings.Fields(u.Raw), "") }

// writeOnline writes the address, the archive and the date of access.
func writeOnline(b *strings.Builder, o *Online) {
	if o == nil {
		return
	}
	if o.URL.Raw != "" {
		b.WriteString(", ")
		b.WriteString(o.URL.unbroken())
	}
	if o.Archive.Raw != "" {
		b.WriteString(" [" + o.Archive.unbroken() + "]")
	}
	if !o.Accessed.IsZero() {
		b.WriteString(" (last visited " + o.Accessed.written() + ")")
	}
}

// writeHereinafter writes "[hereinafter X]".
func writeHereinafter(b *strings.Builder, name string) {
	if name != "" {
		b.WriteString(" [hereinafter " + name + "]")
	}
}
