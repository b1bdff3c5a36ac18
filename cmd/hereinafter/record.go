package main

import (
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// A record is one JSON line: one citation. schema.json describes it; a test
// holds the two together. Fields that were not written are left out.
type record struct {
	File  string `json:"file,omitempty"`
	ID    string `json:"id"`
	Note  string `json:"note,omitempty"`
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`

	Signal         string   `json:"signal,omitempty"`
	Force          string   `json:"force,omitempty"`
	String         string   `json:"string,omitempty"`
	Pins           []pin    `json:"pins,omitempty"`
	Parentheticals []string `json:"parentheticals,omitempty"`
	Hereinafter    string   `json:"hereinafter,omitempty"`

	Antecedent string   `json:"antecedent,omitempty"`
	Source     string   `json:"source,omitempty"`
	Why        string   `json:"why,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
	RightNote  string   `json:"rightNote,omitempty"`
	Parent     string   `json:"parent,omitempty"`

	Authors       []string       `json:"authors,omitempty"`
	EtAl          bool           `json:"etAl,omitempty"`
	Designation   string         `json:"designation,omitempty"`
	Title         string         `json:"title,omitempty"`
	Container     string         `json:"container,omitempty"`
	Name          string         `json:"name,omitempty"`
	Plaintiff     string         `json:"plaintiff,omitempty"`
	Defendant     string         `json:"defendant,omitempty"`
	Docket        string         `json:"docket,omitempty"`
	Reports       []report       `json:"reports,omitempty"`
	Court         string         `json:"court,omitempty"`
	CourtText     string         `json:"courtText,omitempty"`
	Weight        []weight       `json:"weight,omitempty"`
	Paper         string         `json:"paper,omitempty"`
	Disposition   string         `json:"disposition,omitempty"`
	History       []event        `json:"history,omitempty"`
	Parties       []string       `json:"parties,omitempty"`
	Article       string         `json:"article,omitempty"`
	Series        []seriesPlace  `json:"series,omitempty"`
	Jurisdiction  string         `json:"jurisdiction,omitempty"`
	Code          string         `json:"code,omitempty"`
	Chapter       string         `json:"chapter,omitempty"`
	Number        string         `json:"number,omitempty"`
	Document      string         `json:"document,omitempty"`
	Congress      string         `json:"congress,omitempty"`
	Legislature   string         `json:"legislature,omitempty"`
	Committee     string         `json:"committee,omitempty"`
	Filed         string         `json:"filed,omitempty"`
	Body          string         `json:"body,omitempty"`
	Amendment     string         `json:"amendment,omitempty"`
	Clause        string         `json:"clause,omitempty"`
	Section       string         `json:"section,omitempty"`
	Sections      []string       `json:"sections,omitempty"`
	EtSeq         bool           `json:"etSeq,omitempty"`
	Publisher     string         `json:"publisher,omitempty"`
	OriginalTitle string         `json:"originalTitle,omitempty"`
	Promulgation  *promulgation  `json:"promulgation,omitempty"`
	DateText      string         `json:"dateText,omitempty"`
	Gazette       string         `json:"gazette,omitempty"`
	Printed       []printedPlace `json:"printed,omitempty"`
	Edition       string         `json:"edition,omitempty"`
	Editors       string         `json:"editors,omitempty"`
	Volume        string         `json:"volume,omitempty"`
	Journal       string         `json:"journal,omitempty"`
	Reporter      string         `json:"reporter,omitempty"`
	Page          string         `json:"page,omitempty"`
	Date          string         `json:"date,omitempty"`
	Year          string         `json:"year,omitempty"`
	Accessed      string         `json:"accessed,omitempty"`
	URL           *address       `json:"url,omitempty"`
	Archive       *address       `json:"archive,omitempty"`
	SupraNote     string         `json:"supraNote,omitempty"`
	Direction     string         `json:"direction,omitempty"`
}

type pin struct {
	Kind string `json:"kind"`
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

type report struct {
	Volume     string   `json:"volume,omitempty"`
	Reporter   string   `json:"reporter"`
	Page       string   `json:"page,omitempty"`
	AsWritten  string   `json:"asWritten"`
	Nominative string   `json:"nominative,omitempty"`
	Readings   []string `json:"readings,omitempty"`
	Misdated   bool     `json:"misdated,omitempty"`
	Pins       []pin    `json:"pins,omitempty"`
}

type weight struct {
	Kind   string   `json:"kind"`
	Judges []string `json:"judges,omitempty"`
}

type event struct {
	Phrase string `json:"phrase"`
	ID     string `json:"id"`
}

type seriesPlace struct {
	Volume string `json:"volume,omitempty"`
	Series string `json:"series"`
	Page   string `json:"page"`
}

type printedPlace struct {
	Volume string `json:"volume"`
	Series string `json:"series"`
	Page   string `json:"page,omitempty"`
	Pins   []pin  `json:"pins,omitempty"`
}

type promulgation struct {
	Body string `json:"body,omitempty"`
	Date string `json:"date,omitempty"`
}

type address struct {
	Raw    string `json:"raw"`
	Normal string `json:"normal"`
}

// newRecord makes the record of one citation. ids gives the ids of citations
// that it refers to.
func newRecord(c citation.Citation, ids map[citation.Citation]string) record {
	b := c.Common()
	r := record{
		ID: ids[c], Kind: string(c.Kind()), Start: b.Span.Start, End: b.Span.End, Text: b.Text(),
		Signal: b.Signal.Word, Pins: pins(b.Pins), Hereinafter: b.Hereinafter,
	}
	r.Force = b.Force.Word
	if b.Head != nil {
		r.String = ids[b.Head]
	}
	for _, p := range b.Parens {
		r.Parentheticals = append(r.Parentheticals, p.Text)
	}
	for _, w := range b.Weight {
		r.Weight = append(r.Weight, weight{string(w.Kind), w.Judges})
	}
	switch c := c.(type) {
	case *citation.Case:
		r.ofCase(c, ids)
	case *citation.ShortCase:
		r.Name, r.Reports = c.Name.Text, reports(c.Reports)
		if len(c.Reports) > 0 { // none in "Gore, at 99"
			r.Volume, r.Reporter = c.Reports[0].Volume, c.Reports[0].Reporter.Abbrev
		}
	case *citation.Statute:
		r.ofStatute(c)
	case *citation.ShortStatute:
		r.sections(c.Sections)
		r.EtSeq = c.EtSeq
	case *citation.Regulation:
		r.ofProvision(&c.Provision)
	case *citation.SessionLaw:
		r.ofProvision(&c.Provision)
	case *citation.Rule:
		r.ofProvision(&c.Provision)
	case *citation.Legislative:
		r.ofProvision(&c.Provision)
		r.Congress, r.Legislature, r.Committee = c.Congress, c.Legislature.Text, c.Committee.Text
	case *citation.International:
		r.ofProvision(&c.Provision)
		r.Document = c.Document
	case *citation.Patent:
		r.ofProvision(&c.Provision)
		r.Filed = iso(c.Filed)
	case *citation.Ethics:
		r.ofProvision(&c.Provision)
		r.Body = c.Body.Text
	case *citation.Record:
		r.ofProvision(&c.Provision)
	case *citation.Constitution:
		r.ofConstitution(c)
	case *citation.Restatement:
		r.Title = c.Title.Text
		r.sections(c.Sections)
		r.dated(c.Date)
		r.online(c.Online)
	case *citation.Book:
		r.ofBook(c)
	case *citation.Treaty:
		r.ofTreaty(c)
	case *citation.Article:
		r.Authors, r.EtAl, r.Designation, r.Title = texts(c.Authors), c.EtAl, c.Designation.Text, c.Title.Text
		r.Volume, r.Journal, r.Page = c.Volume, c.Written, c.Page
		if c.Journal != nil {
			r.Journal = c.Journal.Abbrev
		}
		r.dated(c.Date)
		r.online(c.Online)
	case *citation.Web:
		r.Authors, r.EtAl, r.Designation, r.Title = texts(c.Authors), c.EtAl, c.Designation.Text, c.Title.Text
		r.Container = c.Container.Text
		r.dated(c.Date)
		r.online(c.Online)
	case *citation.Id:
		r.Reports = reports(c.Reports)
	case *citation.Supra:
		r.Name, r.SupraNote, r.Reports = c.Name.Text, c.Note, reports(c.Reports)
	case *citation.ShortWork:
		r.Volume, r.Name = c.Volume, c.Name.Text
	case *citation.Infra:
		r.Name, r.SupraNote = c.Name.Text, c.Note
	case *citation.Reference:
		r.Reports = reports(c.Reports)
		r.Direction = "supra"
		if c.Infra {
			r.Direction = "infra"
		}
	}
	return r
}

func (r *record) ofCase(c *citation.Case, ids map[citation.Citation]string) {
	r.Name, r.Plaintiff, r.Defendant = c.Name.Text, c.Plaintiff.Text, c.Defendant.Text
	r.Docket, r.Reports, r.CourtText = c.Docket.Text, reports(c.Reports), c.CourtText.Text
	if c.Court != nil {
		r.Court = c.Court.ID
	}
	r.Paper, r.Disposition = c.Paper.Text, c.Disposition.Text
	for _, h := range c.History {
		r.History = append(r.History, event{h.Phrase, ids[h.Case]})
	}
	r.dated(c.Date)
	r.online(c.Online)
}

func (r *record) ofStatute(c *citation.Statute) {
	r.ofProvision(&c.Provision)
	if c.Code == nil {
		r.Title = c.Name.Text
	}
	r.Authors, r.OriginalTitle, r.DateText, r.Gazette = texts(c.Authors), c.OriginalTitle.Text, c.DateText.Text, c.Gazette.Text
	if p := c.Promulgation; p != nil {
		r.Promulgation = &promulgation{Body: p.Body.Text, Date: iso(p.Date)}
	}
}

func (r *record) ofProvision(c *citation.Provision) {
	r.Jurisdiction, r.Name, r.Title, r.Volume = c.Jurisdiction, c.Name.Text, c.Title, c.Volume
	r.Chapter, r.Number, r.Page = c.Chapter, c.Number, c.Page
	if c.Code != nil {
		r.Code = c.Code.Abbrev
	}
	r.EtSeq, r.Publisher = c.EtSeq, c.Publisher.Text
	r.sections(c.Sections)
	for _, at := range c.Printed {
		r.Printed = append(r.Printed, printedPlace{at.Volume, at.Series, at.Page, pins(at.Pins)})
	}
	r.dated(c.Date)
	r.online(c.Online)
}

func (r *record) sections(list []citation.Pin) {
	for _, p := range list {
		r.Sections = append(r.Sections, span(p))
	}
	if len(r.Sections) > 0 {
		r.Section = r.Sections[0]
	}
}

func (r *record) ofConstitution(c *citation.Constitution) {
	r.Jurisdiction = c.Jurisdiction
	r.Article, r.Amendment = c.Part(citation.PinArticle), c.Part(citation.PinAmendment)
	r.Section, r.Clause = c.Part(citation.PinSection), c.Part(citation.PinClause)
	r.dated(c.Date)
}

func (r *record) ofBook(c *citation.Book) {
	r.Volume, r.Authors, r.EtAl, r.Title = c.Volume, texts(c.Authors), c.EtAl, c.Title.Text
	r.Edition, r.Editors = c.Edition, c.Editors.Text
	r.dated(c.Date)
	r.online(c.Online)
}

func (r *record) ofTreaty(c *citation.Treaty) {
	r.Name, r.Parties = c.Name.Text, c.Parties
	for _, p := range c.Series {
		place := seriesPlace{Volume: p.Volume, Series: p.Written, Page: p.Page}
		if p.Series != nil {
			place.Series = p.Series.Abbrev
		}
		r.Series = append(r.Series, place)
	}
	for _, p := range c.Pins {
		if p.Kind == citation.PinArticle && r.Article == "" {
			r.Article = p.From
		}
	}
	r.dated(c.Date)
	r.online(c.Online)
}

func (r *record) dated(d citation.Date) {
	if r.Date = iso(d); len(r.Date) >= 4 {
		r.Year = r.Date[:4]
	}
}

func (r *record) online(o *citation.Online) {
	if o == nil {
		return
	}
	r.URL, r.Archive, r.Accessed = newAddress(o.URL), newAddress(o.Archive), iso(o.Accessed)
}

// link enters what a short form stands for.
func (r *record) link(l resolve.Link, ids map[citation.Citation]string) {
	r.Why = string(l.Why)
	if l.To != nil {
		r.Antecedent = ids[l.To]
	}
	if l.Source != nil {
		r.Source = ids[l.Source]
	}
	if l.Why == resolve.StaleNote {
		r.RightNote = l.Label
	}
	for _, c := range l.Candidates {
		r.Candidates = append(r.Candidates, ids[c])
	}
}

func iso(d citation.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func newAddress(u citation.URL) *address {
	if u.Raw == "" {
		return nil
	}
	return &address{u.Raw, u.Normal}
}

func texts(phrases []citation.Phrase) []string {
	var list []string
	for _, p := range phrases {
		list = append(list, p.Text)
	}
	return list
}

func pins(list []citation.Pin) []pin {
	var out []pin
	for _, p := range list {
		out = append(out, pin{string(p.Kind), p.From, p.To})
	}
	return out
}

// span writes a pinpoint's place: "1983", "1983-85".
func span(p citation.Pin) string {
	if p.To != "" {
		return p.From + "-" + p.To
	}
	return p.From
}

func reports(list []citation.Report) []report {
	var out []report
	for _, p := range list {
		r := report{p.Volume, p.Reporter.Abbrev, p.Page, p.Written, p.Nominative, nil, p.Misdated, pins(p.Pins)}
		for _, other := range p.Readings {
			r.Readings = append(r.Readings, other.Name)
		}
		out = append(out, r)
	}
	return out
}
