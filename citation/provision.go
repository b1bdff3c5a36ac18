package citation

import "strings"

// A Provision is what citations to numbered bodies of text have in common:
// codes, regulations, session laws, rules of court, the papers of a legislature.
// How each is laid out is the shape of its row in the tables.
type Provision struct {
	Code     *Code  // the row of the table; nil for an enactment cited by its name alone
	Written  string // the abbreviation as written
	Name     Phrase // of the act or paper: "Lanham Act"; zero when not written
	Title    string // title number of the code: "42"; empty where the code has none
	Volume   string // volume or year of a series that is cited by page; otherwise empty
	Chapter  string // chapter number where it is part of the citation's form
	Number   string // number of a law, order or report: "111-148"; empty where there is none
	Page     string // first page in the volume; empty where there is none
	Sections []Pin  // sections, articles, rules or paragraphs, in the order written
	EtSeq    bool   // "et seq." stands behind the sections

	Publisher Phrase // "West", "LexisNexis"; zero when not written
	Date      Date   // of the edition, mostly a year

	// Jurisdiction is the postal code of an American jurisdiction in lower
	// case ("us", "ny"), or the name of a country ("China"); empty when not known.
	Jurisdiction string

	Printed []Place // where else it is printed: "124 Stat. 119"; nil when not written
	Online  *Online // nil when not written
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

// form returns the citation as its row lays it out, with what follows it.
func (p *Provision) form(c *Shared) string {
	var b strings.Builder
	p.write(&b, c.Pins)
	writeHereinafter(&b, c.Hereinafter)
	writeParens(&b, c.Parens)
	return b.String()
}

// write writes the provision as its row lays it out.
func (p *Provision) write(b *strings.Builder, pins []Pin) {
	b.WriteString(p.Name.Text)
	if p.Code == nil {
		if b.Len() > 0 && len(p.Sections) > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sectionList(p.Sections, p.EtSeq))
	} else {
		comma(b)
		sections := sectionList(p.Sections, p.EtSeq)
		bare := strings.TrimLeft(sections, "§ ")
		layout := strings.NewReplacer("§ {section}", sections, "¶ {section}", sections, "art. {article}", sections, "r. {section}", bare,
			"{act}/{section}", bare, "{agency} § {section}", "{agency} "+sections, "{agency} {section}", "{agency} "+bare, "{agency}", p.Chapter, "{section}", bare,
			"{title}", p.Title, "{volume}", p.Volume, "{year}", p.Volume, "{chapter}", p.Chapter, "{number}", p.Number, "{page}", p.Page, "@", p.Written)
		b.WriteString(layout.Replace(p.shape()))
		if p.Volume != "" && p.Code.Type == "record" {
			b.WriteString(" vol. " + p.Volume)
		}
		if p.Number != "" && len(p.Sections) > 0 {
			b.WriteString(", " + sections)
		}
	}
	lead := ", "
	if p.Page == "" && (p.Volume != "" || p.Code != nil && p.Code.Type == "record") || p.Number != "" {
		lead = " at "
	}
	writePins(b, pins, lead)
	for _, at := range p.Printed {
		b.WriteString(", " + at.Volume + " " + at.Series + " " + at.Page)
		writePins(b, at.Pins, ", ")
	}
	writeDecision(b, p.Publisher.Text, p.Date)
	writeOnline(b, p.Online)
}

// shape returns the layout to write the provision in: that of its row, or the
// nearest one that has what was read.
func (p *Provision) shape() string {
	shape := p.Code.Shape
	switch {
	case p.Number != "" && !strings.Contains(shape, "{number}"):
		return "@ No. {number}"
	case p.Page == "" && strings.Contains(shape, "{page}"):
		return strings.TrimSuffix(shape, " {page}")
	case len(p.Sections) > 0 && (!strings.Contains(shape, "{section}") && !strings.Contains(shape, "{article}") && p.Number == "" || p.Title == "" && strings.Contains(shape, "{title}")):
		if p.Title != "" {
			return "{title} @ § {section}"
		}
		return "@ § {section}"
	case p.Chapter == "" && strings.Contains(shape, "{chapter}"):
		return "@ § {section}"
	}
	return shape
}

// sectionList writes "§ 1983", "§§ 1981, 1983-85", "§ 1400 et seq."
func sectionList(pins []Pin, etSeq bool) string {
	var b strings.Builder
	for i, p := range pins {
		if i > 0 {
			b.WriteString(", ")
		}
		switch {
		case i > 0 && p.Kind == pins[i-1].Kind:
		case p.Kind == PinSection && (p.To != "" || i+1 < len(pins) && pins[i+1].Kind == PinSection):
			b.WriteString("§§ ")
		default:
			b.WriteString(pinForms[p.Kind])
		}
		b.WriteString(p.From)
		if p.To != "" {
			b.WriteString("-" + p.To)
		}
	}
	if etSeq {
		b.WriteString(" et seq.")
	}
	return b.String()
}
