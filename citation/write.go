package citation

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// What the String methods of several kinds share.

// capitalised returns s with a capital at its beginning.
func capitalised(s string) string {
	if s == "" || lex.Class[s[0]]&lex.Lower == 0 {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// canonical returns the abbreviation of a row where what is written is one of its
// forms, and what is written where it says more than the row.
func canonical(written, abbrev string, also []string) string {
	var buf, form [maxShort]byte
	folded := appendFold(buf[:0], written)
	is := func(s string) bool { return bytes.Equal(folded, appendFold(form[:0], s)) }
	if is(abbrev) || slices.ContainsFunc(also, is) {
		return abbrev
	}
	return written
}

// comma writes ", " between two parts, nothing before the first.
func comma(b *strings.Builder) {
	if b.Len() > 0 {
		b.WriteString(", ")
	}
}

// A pinForm is what introduces pinpoints of one kind: a single one, and a range
// or several. Bluebook Table T16.
type pinForm struct{ one, many string }

var pinForms = map[PinKind]pinForm{
	PinSection: {"§ ", "§§ "}, PinParagraph: {"¶ ", "¶¶ "}, PinArticle: {"art. ", "arts. "}, PinNote: {"n.", "nn."},
	PinChapter: {"ch. ", "chs. "}, PinPart: {"pt. ", "pts. "}, PinClause: {"cl. ", "cls. "}, PinPreamble: {"preamble ", "preamble "},
	PinAnnex: {"annex ", "annexes "}, PinAppendix: {"app. ", "app. "}, PinFigure: {"fig. ", "figs. "}, PinTable: {"tbl. ", "tbls. "},
	PinSchedule: {"sched. ", "sched. "}, PinRule: {"rule ", "rules "}, PinPrinciple: {"princ. ", "princ. "},
	PinRegulation: {"reg. ", "reg. "}, PinVolume: {"vol. ", "vol. "}, PinLine: {"line ", "lines "}, PinSlide: {"slide ", "slide "},
	PinSyllabus: {"Syl. ¶ ", "Syl. ¶¶ "}, PinPassim: {"passim ", "passim "}, PinComment: {"cmt. ", "cmts. "}, PinTitle: {"tit. ", "tits. "},
	PinDivision: {"div. ", "div. "}, PinSubdivision: {"subd. ", "subds. "}, PinAmendment: {"amend. ", "amends. "}, PinNumber: {"No. ", "Nos. "},
}

// pageForms introduce pages too, which a bare number would not be.
var pageForms = map[PinKind]pinForm{PinPage: {"p. ", "pp. "}}

// unknownPage is written for a page that is not yet known. Bluebook Rule 10.8.1(a).
const unknownPage = "___"

// blankPage returns a place, or what is written for one that is not yet known.
func blankPage(place string) string {
	if place != "" && strings.Trim(place, "_–—-") == "" {
		return unknownPage
	}
	return place
}

// String returns the pinpoint as it follows a citation: "3–4", "art. 3(b)".
func (p Pin) String() string {
	if p.To != "" {
		return p.labelled(pinForms[p.Kind].many)
	}
	return p.labelled(pinForms[p.Kind].one)
}

// labelled returns the pinpoint after what introduces it. A page whose number has
// a hyphen would be a range without its word: "p. 2-15", "pp. 2-15 to 2-25".
func (p Pin) labelled(label string) string {
	switch {
	case p.Kind == PinPage && p.To == "" && hyphened(p.From):
		label = "p. "
	case p.Kind == PinPage && p.To != "" && (hyphened(p.From) || hyphened(p.To)):
		label = "pp. "
	}
	return strings.TrimRight(label+p.numbers(), " ")
}

// numbers returns the place, or both ends of the range: with an en dash, or with
// "to" where one of them has a dash of its own. Bluebook Rules 3.2(a), 3.3(b).
func (p Pin) numbers() string {
	from, to := blankPage(p.From), blankPage(p.To)
	switch {
	case to == "":
		return from
	case (hyphened(from) || hyphened(to)) && to[0] != '(':
		return from + " to " + to
	}
	return from + "–" + to
}

// hyphened reports whether a place has a dash between other characters.
func hyphened(place string) bool {
	return strings.ContainsAny(strings.Trim(place, "–—-"), "–—-")
}

// goesOn reports whether p needs no word of its own after a pinpoint of the kind
// before, as the "33" of "arts. 31, 33".
func (p Pin) goesOn(before PinKind) bool {
	return p.Kind == before && p.Kind != PinNote && (strings.IndexByte("(.", lex.FirstByte(p.From)) >= 0 || strings.ContainsAny(p.From, "0123456789"))
}

// pinList writes pinpoints in their order: "§§ 1981, 1983–85", "101 n.5, 103",
// "§ 5, at 12". Those of the slip opinion, and what follows them, are in a
// parenthetical.
func pinList(pins []Pin) string { return pinListAs(pins, pinForms) }

// pinListAs is pinList with other forms of some kinds.
func pinListAs(pins []Pin, forms map[PinKind]pinForm) string {
	var b strings.Builder
	var before, counted PinKind // the kind before, and the last that is not a note's
	for i, p := range pins {
		if p.Kind == PinSlip {
			break
		}
		if b.Len() > 0 {
			b.WriteString(p.after(before, counted))
		}
		form, ok := forms[p.Kind]
		if !ok {
			form = pinForms[p.Kind]
		}
		switch {
		case p.Kind == PinNote && p.From == "" && counted == PinSection:
			b.WriteString("note")
		case p.goesOn(before):
			b.WriteString(p.labelled(""))
		case p.To != "", i+1 < len(pins) && pins[i+1].goesOn(p.Kind):
			b.WriteString(p.labelled(form.many))
		default:
			b.WriteString(p.labelled(form.one))
		}
		if before = p.Kind; before != PinNote {
			counted = before
		}
	}
	return b.String()
}

// after returns what separates the pinpoint from the one before it.
func (p Pin) after(before, counted PinKind) string {
	switch {
	case p.Kind == PinNote && before != PinNote:
		return " "
	case p.Kind == PinPage && counted != PinPage:
		return ", at "
	}
	return ", "
}

// writePins writes pinpoints after a citation. lead is what comes before a page:
// ", ", " at " or ", at ".
func writePins(b *strings.Builder, pins []Pin, lead string) {
	list := pinList(pins)
	if list == "" {
		return
	}
	switch first := pins[0].Kind; {
	case first == PinPage:
	case first == PinNote || lead[0] != ',':
		lead = " "
	default:
		lead = ", "
	}
	b.WriteString(lead)
	b.WriteString(list)
}

// writeDecision writes "(9th Cir. 2010)", with what follows the date.
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
	if first := o.first(); first.Raw != "" {
		comma(b)
		b.WriteString(first.unbroken())
	}
	if o.URL.Raw != "" && o.Archive.Raw != "" {
		b.WriteString(" [" + o.Archive.unbroken() + "]")
	}
	if !o.Accessed.IsZero() {
		b.WriteString(" (last visited " + o.Accessed.written() + ")")
	}
}

// first returns the source's address, or that of its archive where it alone is given.
func (o *Online) first() URL {
	if o.URL.Raw == "" {
		return o.Archive
	}
	return o.URL
}

// writeEnd writes what any citation may end with: where it is on the web, its
// hereinafter name, its parentheticals.
func writeEnd(b *strings.Builder, c *Shared, o *Online) {
	writeOnline(b, o)
	if c.Hereinafter != "" {
		b.WriteString(" [hereinafter " + c.Hereinafter + "]")
	}
	writeParens(b, c.Parens)
}

// proseForms are how sentences introduce what is cited.
var proseForms = map[PinKind]pinForm{
	PinSection: {"section ", "sections "}, PinArticle: {"Article ", "Articles "}, PinRule: {"rule ", "rules "}, PinParagraph: {"paragraph ", "paragraphs "},
	PinChapter: {"chapter ", "chapters "}, PinTitle: {"title ", "titles "}, PinPart: {"part ", "parts "}, PinSubdivision: {"subdivision ", "subdivisions "},
	PinClause: {"clause ", "clauses "}, PinAmendment: {"Amdt. ", "Amdts. "},
}
