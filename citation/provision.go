package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/shape"
)

// A Provision is what citations to numbered bodies of text have in common:
// codes, regulations, session laws, rules of court, the papers of a legislature.
// How each is laid out is the shape of its row in the tables.
type Provision struct {
	Code      *Code  // the row of the table; nil for an enactment cited by its name alone
	AsWritten string // the abbreviation as written
	Name      Phrase // of the act or paper: "Lanham Act"; zero when not written
	Title     string // title number of the code: "42"; empty where the code has none
	Volume    string // volume or year of a series that is cited by page; otherwise empty
	Chapter   string // chapter number where it is part of the citation's form
	Number    string // number of a law, order or report: "111-148"; empty where there is none
	Page      string // first page in the volume; empty where there is none
	Sections  []Pin  // sections, articles, rules or paragraphs, in the order written
	EtSeq     bool   // "et seq." follows the sections

	Publisher Phrase // "West", "LexisNexis"; zero when not written
	Date      Date   // of the edition, mostly a year

	// Jurisdiction is the postal code of an American jurisdiction in lower
	// case ("us", "ny"), or the name of a country ("China"); empty when not known.
	Jurisdiction string

	Parallel []Place // where else it is printed: "124 Stat. 119"; nil when not written
	Online   *Online // nil when not written
}

// A Place is a volume and page of a series in which a law or a paper is printed
// beside its own number.
type Place struct {
	Span   Span
	Volume string
	Code   *Code  // the series; nil when it is a reporter's
	Series string // its abbreviation as written
	Page   string
	Pins   []Pin // nil when there are none
}

// form returns the citation as its row lays it out, with what follows it: the
// pinpoints, the other places where it is printed, the edition. Bluebook Rules 12-14.
func (p *Provision) form(c *Shared) string {
	var b strings.Builder
	p.write(&b)
	if p.compiled() {
		b.WriteString(", " + p.Date.written() + " " + p.Publisher.Text)
		writePins(&b, c.Pins, ", at ")
	} else {
		writePins(&b, c.Pins, p.pinLead())
		p.writePrinted(&b)
		p.writeEdition(&b, c)
	}
	writeEnd(&b, c, p.Online)
	return b.String()
}

// compiled reports whether a page of a compilation is cited, with the year before it:
// "3 C.F.R., 1978 Comp., at 266".
func (p *Provision) compiled() bool {
	return p.Publisher.Text == "Comp." && p.Title != "" && len(p.Sections) == 0
}

// write writes the name and the provision as its row lays it out.
func (p *Provision) write(b *strings.Builder) {
	b.WriteString(p.Name.Text)
	switch {
	case p.Code == nil:
		if b.Len() > 0 && len(p.Sections) > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sectionList(p.Sections, p.EtSeq))
		return
	case p.Code.Type == "record" && b.Len() > 0: // whose brief it is belongs to the paper
		b.WriteByte(' ')
	default:
		comma(b)
	}
	p.layout().Write(b, p.value)
	if p.Volume != "" && p.Code.Type == "record" {
		b.WriteString(" vol. " + p.Volume)
	}
	if p.Number != "" && len(p.Sections) > 0 {
		b.WriteString(", " + p.sectionsAfter(PinNumber))
	}
}

// pinLead returns what comes before a page that is cited.
func (p *Provision) pinLead() string {
	switch {
	case p.Code != nil && p.Code.Type == "record", p.Page == "" && p.Volume != "" && p.Number == "" && len(p.Sections) == 0:
		return " at "
	case p.Page != "":
		return ", "
	case p.Code != nil && pageAlone(p.Code.layout()):
		return " "
	}
	return ", at "
}

// writePrinted writes the other places where a law or a paper is printed.
func (p *Provision) writePrinted(b *strings.Builder) {
	for _, at := range p.Parallel {
		series := at.Series
		if at.Code != nil {
			series = at.Code.Abbrev
		}
		b.WriteString(", " + at.Volume + " " + series)
		if at.Page == "" {
			writePins(b, at.Pins, " at ")
			continue
		}
		b.WriteString(" " + at.Page)
		writePins(b, at.Pins, ", ")
	}
}

// writeEdition writes the publisher and the date, "(West 2014)", but not a date that
// is part of the name, "Act of Mar. 3, 1875", or of a parenthetical.
func (p *Provision) writeEdition(b *strings.Builder, c *Shared) {
	d := p.Date
	if !c.dateApart(d) || d.Month != 0 && strings.HasSuffix(p.Name.Text, " "+d.written()) {
		d = Date{}
	}
	writeDecision(b, p.Publisher.Text, d)
}

// layout returns the layout to write the provision in: that of its row, or the
// nearest one that has what was read.
func (p *Provision) layout() *shape.Layout {
	l := p.Code.layout()
	chapter := p.Chapter != "" && !l.Has(shape.Chapter) && !l.Has(shape.Agency)
	sections := len(p.Sections) > 0 && p.Number == "" && !l.Has(shape.Section) && !l.Has(shape.Article)
	text := l.String()
	switch {
	case p.Number != "" && l.Has(shape.Number):
	case p.Number != "" && l.Has(shape.Year):
		text = "@ {year}, No. {number}"
	case p.Number != "":
		text = "@ No. {number}"
	case sections && l.Has(shape.Chapter):
		text += ", § {section}"
	case (sections || chapter) && p.Page+p.Volume != "": // of an act in the session laws
		text = "ch. {chapter}, § {section}, " + text
	case chapter: // "ch. 2019-167, § 81, Laws of Fla."
		text = "ch. {chapter}, § {section}, @"
	case sections:
		text = "{title} @ § {section}"
	}
	return shape.Of(text)
}

// abbrev returns the abbreviation of the row; that which is written where the row
// stands for many, as a code by subject and the papers of a case do, and the state
// before the laws of any state.
func (p *Provision) abbrev() string {
	switch {
	case p.Code.Type == "record", p.Code.Type == "ethics", strings.IndexByte(p.Code.Abbrev, '{') >= 0:
		return p.AsWritten
	case p.Code.Jurisdiction == "" && p.Code.Type == "session":
		if state := builtinIndex().states[p.Jurisdiction]; state != "" {
			return state + " " + p.Code.Abbrev
		}
	}
	return p.Code.Abbrev
}

// value returns what is written for a step of the layout, with its label.
func (p *Provision) value(s shape.Step) string {
	switch s.Field {
	case shape.Abbrev:
		return p.abbrev()
	case shape.Act: // the act is part of the section's number: "5/2-1401"
		return p.sectionsAfter(PinSection)
	case shape.Section, shape.Article:
		l := p.Code.layout()
		elsewhere := l.Has(shape.Act) || p.Number != "" && l.Has(shape.Number)
		if elsewhere || s.Field == shape.Article && l.Has(shape.Section) {
			return ""
		}
		return p.sections(s)
	}
	text := *p.field(s.Field)
	if s.Field == shape.Number && text == "" {
		text = p.Page
	}
	if text != "" && s.Label != "" {
		text = s.Label + " " + text
	}
	return text
}

// field returns what a step of the layout is read into and written from. Sections
// and articles are lists of their own.
func (p *Provision) field(f shape.Field) *string {
	switch f {
	case shape.Title:
		return &p.Title
	case shape.Volume, shape.Year:
		return &p.Volume
	case shape.Number, shape.Letter:
		return &p.Number
	case shape.Page:
		return &p.Page
	}
	return &p.Chapter
}

// sections writes the sections for a step of the layout: with the sign of what
// they are where the layout has one, as numbers alone where it does not.
func (p *Provision) sections(s shape.Step) string {
	switch s.Label {
	case "":
		list := p.sectionsAfter(PinSection)
		if s.Lead == "" { // it begins the citation
			list = capitalised(list)
		}
		return list
	case "r.":
		if len(p.Sections) > 0 && p.Sections[0].Kind == PinRule {
			return s.Label + " " + p.sectionsAfter(PinRule)
		}
		return p.sectionsAfter(PinSection)
	case "§", "¶", "art.":
		return p.sectionsAfter()
	}
	bare := p.sectionsAfter(PinSection)
	if bare == "" || p.Sections[0].Kind != PinSection { // it has its word
		return bare
	}
	return s.Label + " " + bare
}

// sectionsAfter writes the sections without what introduces them where the first is
// of one of the kinds.
func (p *Provision) sectionsAfter(kinds ...PinKind) string {
	list := sectionList(p.Sections, p.EtSeq)
	if len(p.Sections) > 0 && p.Sections[0].Kind == PinPage { // a bare number would be a section
		return pinListAs(p.Sections, pageForms)
	}
	if len(p.Sections) == 0 || !slices.Contains(kinds, p.Sections[0].Kind) {
		return list
	}
	form := pinForms[p.Sections[0].Kind]
	return strings.TrimPrefix(strings.TrimPrefix(list, form.many), form.one)
}

// sectionList writes "§ 1983", "§§ 1981, 1983–85", "§ 1400 et seq."
func sectionList(pins []Pin, etSeq bool) string {
	list := pinList(pins)
	if etSeq {
		list += " et seq."
	}
	return list
}

// numbered returns how a paper is called by its number: "H.R. Rep. No. 104-828",
// with and without the "No."
func (p *Provision) numbered() []string {
	if p.Number == "" {
		return nil
	}
	return []string{p.AsWritten + " No. " + p.Number, p.AsWritten + " " + p.Number}
}
