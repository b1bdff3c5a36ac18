package citation

import (
	"strconv"
	"strings"
)

// fail records the first error and where it is.
func (m *fieldMap) fail(err error, at ...string) {
	if m.err == nil && err != nil {
		m.at, m.err = at, err
	}
}

// carry copies a value that is the same in the fields and in the citation.
func carry[T any](m *fieldMap, field, value *T) {
	if m.reading {
		*value = *field
	} else {
		*field = *value
	}
}

// carryList copies a list, each item by itself.
func carryList[F, V any](m *fieldMap, fields *[]F, values *[]V, item func(i int, field *F, value *V)) {
	n := len(*values)
	if m.reading {
		n = len(*fields)
	}
	if n == 0 {
		return
	}
	if m.reading {
		*values = make([]V, n)
	} else {
		*fields = make([]F, n)
	}
	for i := range n {
		item(i, &(*fields)[i], &(*values)[i])
	}
}

func (m *fieldMap) phrase(field *string, p *Phrase) { carry(m, field, &p.Text) }

func (m *fieldMap) phrases(fields *[]string, list *[]Phrase) {
	carryList(m, fields, list, func(_ int, field *string, p *Phrase) { m.phrase(field, p) })
}

func (m *fieldMap) pins(fields *[]PinFields, list *[]Pin) {
	carryList(m, fields, list, func(_ int, field *PinFields, p *Pin) {
		carry(m, &field.Kind, &p.Kind)
		carry(m, &field.From, &p.From)
		carry(m, &field.To, &p.To)
	})
}

func (m *fieldMap) weight(list *[]Weight) {
	carryList(m, &m.Weight, list, func(_ int, field *WeightFields, w *Weight) {
		carry(m, &field.Kind, &w.Kind)
		carry(m, &field.Judges, &w.Judges)
	})
}

// dateAt carries a date; at leads to its key.
func (m *fieldMap) dateAt(field *DateField, d *Date, at ...string) {
	if !m.reading {
		*field = DateField(d.String())
	} else if *field != "" {
		m.fail(d.UnmarshalText([]byte(*field)), at...)
	}
}

// date carries the date of a citation.
func (m *fieldMap) date(d *Date) {
	m.dateAt(&m.Date, d, "date")
	if !m.reading && len(m.Date) >= 4 {
		m.Year = string(m.Date[:4])
	}
}

// dateOf carries a date that may be written inside another part.
func (m *fieldMap) dateOf(s *Shared, d *Date) {
	m.date(d)
	if m.reading {
		s.dateWithin = m.DateWithin
	} else {
		m.DateWithin = !d.IsZero() && !s.dateApart(*d)
	}
}

func (m *fieldMap) address(field **AddressFields, u *URL) {
	switch {
	case !m.reading && u.Raw != "":
		*field = &AddressFields{Raw: u.Raw, Normal: u.Normal}
	case m.reading && *field != nil:
		*u = URL{Raw: (*field).Raw, Normal: (*field).Normal}
	}
}

func (m *fieldMap) online(o **Online) {
	if *o == nil {
		if !m.reading || m.URL == nil && m.Archive == nil && m.Accessed == "" {
			return
		}
		*o = &Online{}
	}
	m.address(&m.URL, &(*o).URL)
	m.address(&m.Archive, &(*o).Archive)
	m.dateAt(&m.Accessed, &(*o).Accessed, "accessed")
}

// sections carries the sections of a provision.
func (m *fieldMap) sections(list *[]Pin) {
	m.pins(&m.SectionPins, list)
	if m.reading {
		return
	}
	for _, p := range *list {
		text := p.From
		if p.To != "" {
			text += "-" + p.To
		}
		m.Sections = append(m.Sections, text)
	}
	if len(m.Sections) > 0 {
		m.Section = m.Sections[0]
	}
}

func (m *fieldMap) reports(list *[]Report) {
	carryList(m, &m.Reports, list, func(_ int, field *ReportFields, r *Report) {
		carry(m, &field.Volume, &r.Volume)
		carry(m, &field.Page, &r.Page)
		carry(m, &field.AsWritten, &r.AsWritten)
		carry(m, &field.Nominative, &r.Nominative)
		carry(m, &field.Misdated, &r.Misdated)
		m.pins(&field.Pins, &r.Pins)
		if m.reading {
			r.Reporter = m.rows.reporter(field.Reporter, field.ReporterName)
		} else if field.Reporter = r.abbrev(); r.Reporter != nil {
			field.ReporterName = m.rows.reporterName(r.Reporter)
		}
		carryList(m, &field.Readings, &r.Readings, func(_ int, name *string, other **Reporter) {
			if m.reading {
				*other = m.rows.reporter(field.Reporter, *name)
			} else if *other != nil {
				*name = (*other).Name
			}
		})
	})
}

// provision carries what provisions have in common.
func (m *fieldMap) provision(s *Shared, p *Provision) {
	m.code(&p.Code)
	carry(m, &m.AsWritten, &p.AsWritten)
	m.phrase(&m.Name, &p.Name)
	carry(m, &m.Title, &p.Title)
	carry(m, &m.Volume, &p.Volume)
	carry(m, &m.Chapter, &p.Chapter)
	carry(m, &m.Number, &p.Number)
	carry(m, &m.Page, &p.Page)
	m.sections(&p.Sections)
	carry(m, &m.EtSeq, &p.EtSeq)
	m.phrase(&m.Publisher, &p.Publisher)
	m.dateOf(s, &p.Date)
	carry(m, &m.Jurisdiction, &p.Jurisdiction)
	carryList(m, &m.Printed, &p.Parallel, func(_ int, field *PlaceFields, at *Place) {
		carry(m, &field.Volume, &at.Volume)
		carry(m, &field.Series, &at.Series)
		carry(m, &field.Page, &at.Page)
		m.pins(&field.Pins, &at.Pins)
		if !m.reading && at.Code != nil {
			field.Code = at.Code.Abbrev
		} else if m.reading && field.Code != "" {
			at.Code = m.rows.code(field.Code, "")
		}
	})
	m.online(&p.Online)
}

func (m *fieldMap) code(c **Code) {
	switch {
	case m.reading && m.Code != "":
		*c = m.rows.code(m.Code, m.CodeName)
	case !m.reading && *c != nil:
		m.Code, m.CodeName = (*c).Abbrev, m.rows.codeName(*c)
	}
}

func (m *fieldMap) court(c **Court) {
	switch {
	case m.reading && m.Court != "":
		*c = m.rows.court(m.Court)
	case !m.reading && *c != nil:
		m.Court = (*c).ID
	}
}

// journal carries the row of a journal, or the abbreviation as written where
// there is no row.
func (m *fieldMap) journal(c **Journal, written *string) {
	switch {
	case !m.reading && *c == nil:
		m.Journal = *written
	case !m.reading:
		m.Journal, m.AsWritten = (*c).Abbrev, *written
	case m.AsWritten == "":
		*written = m.Journal
	default:
		*c, *written = m.rows.journal(m.Journal), m.AsWritten
	}
}

func (m *fieldMap) series(list *[]SeriesPlace) {
	carryList(m, &m.Series, list, func(_ int, field *SeriesFields, p *SeriesPlace) {
		carry(m, &field.Volume, &p.Volume)
		carry(m, &field.Page, &p.Page)
		m.pins(&field.Pins, &p.Pins)
		switch {
		case !m.reading && p.Series == nil:
			field.Series = p.AsWritten
		case !m.reading:
			field.Series, field.AsWritten = p.Series.Abbrev, p.AsWritten
		case field.AsWritten == "":
			p.AsWritten = field.Series
		default:
			p.Series, p.AsWritten = m.rows.series(field.Series), field.AsWritten
		}
	})
}

// history carries the phrases of a case's history; the decisions are citations
// of their own.
func (m *fieldMap) history(list *[]Event) {
	carryList(m, &m.History, list, func(_ int, field *EventFields, e *Event) { carry(m, &field.Phrase, &e.Phrase) })
}

func (m *fieldMap) promulgation(p **Promulgation) {
	if *p == nil {
		if !m.reading || m.Promulgation == nil {
			return
		}
		*p = &Promulgation{}
	}
	if !m.reading {
		m.Promulgation = &PromulgationFields{}
	}
	m.phrase(&m.Promulgation.Body, &(*p).Body)
	m.dateAt(&m.Promulgation.Date, &(*p).Date, "promulgation", "date")
}

// firstOf gives the first pinpoint of a kind, where fields are written.
func (m *fieldMap) firstOf(field *string, kind PinKind, pins []Pin) {
	if m.reading {
		return
	}
	for _, p := range pins {
		if p.Kind == kind && *field == "" {
			*field = p.From
		}
	}
}

// shared carries what citations of every kind have.
func (m *fieldMap) shared(f *Fields, s *Shared) {
	carry(m, &f.Start, &s.Span.Start)
	carry(m, &f.End, &s.Span.End)
	if m.reading {
		s.text, s.own = f.Text, true
		if f.Start < 0 {
			m.fail(errOffset, "start")
		}
		if f.End < f.Start {
			m.fail(errOffset, "end")
		}
	} else {
		f.Text = s.Text()
	}
	carry(m, &f.Signal, &s.Signal.Word)
	carry(m, &f.Force, &s.Governing.Word)
	m.pins(&f.Pins, &s.Pins)
	carryList(m, &f.Parentheticals, &s.Parens, func(_ int, field *string, p *Paren) { carry(m, field, &p.Text) })
	carry(m, &f.Hereinafter, &s.Hereinafter)
	m.weight(&s.Weight)
}

// key joins what leads to a value: "within.0.date".
func key(at []string) string { return strings.Join(at, ".") }

// indexKey is an index into a list as a part of a key.
func indexKey(i int) string { return strconv.Itoa(i) }
