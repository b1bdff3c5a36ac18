package citation

// The fields of each kind, in both directions; see [fieldMap]. A new field is
// one line in [KindFields] and one line here.

// kindZero gives an empty citation of each kind, to be filled from fields.
var kindZero = map[Kind]func() Citation{
	KindArticle:       func() Citation { return &Article{} },
	KindBook:          func() Citation { return &Book{} },
	KindChapter:       func() Citation { return &Book{} },
	KindEntry:         func() Citation { return &Book{} },
	KindCase:          func() Citation { return &Case{} },
	KindConstitution:  func() Citation { return &Constitution{} },
	KindEthics:        func() Citation { return &Ethics{} },
	KindId:            func() Citation { return &Id{} },
	KindInfra:         func() Citation { return &Infra{} },
	KindInternational: func() Citation { return &International{} },
	KindLegislative:   func() Citation { return &Legislative{} },
	KindPatent:        func() Citation { return &Patent{} },
	KindRecord:        func() Citation { return &Record{} },
	KindReference:     func() Citation { return &Reference{} },
	KindRegulation:    func() Citation { return &Regulation{} },
	KindRestatement:   func() Citation { return &Restatement{} },
	KindRule:          func() Citation { return &Rule{} },
	KindSessionLaw:    func() Citation { return &SessionLaw{} },
	KindShortCase:     func() Citation { return &ShortCase{} },
	KindShortStatute:  func() Citation { return &ShortStatute{} },
	KindShortWork:     func() Citation { return &ShortWork{} },
	KindStatute:       func() Citation { return &Statute{} },
	KindSupra:         func() Citation { return &Supra{} },
	KindTreaty:        func() Citation { return &Treaty{} },
	KindWeb:           func() Citation { return &Work{} },
	KindNews:          genre(KindNews),
	KindReport:        genre(KindReport),
	KindManuscript:    genre(KindManuscript),
	KindThesis:        genre(KindThesis),
	KindPost:          genre(KindPost),
	KindFilm:          genre(KindFilm),
	KindSpeech:        genre(KindSpeech),
	KindInterview:     genre(KindInterview),
	KindLetter:        genre(KindLetter),
	KindDataset:       genre(KindDataset),
	KindSoftware:      genre(KindSoftware),
	KindAI:            genre(KindAI),
}

// genre returns what makes a work of a genre.
func genre(k Kind) func() Citation { return func() Citation { return &Work{Genre: k} } }

func (c *Article) fields(m *fieldMap) {
	m.byline(&c.Authors, &c.EtAl, &c.Designation, &c.Title)
	carry(m, &m.Volume, &c.Volume)
	m.journal(&c.Journal, &c.AsWritten)
	carry(m, &m.Page, &c.Page)
	m.dateOf(&c.Shared, &c.Date)
	m.online(&c.Online)
}

func (c *Book) fields(m *fieldMap) {
	carry(m, &m.Volume, &c.Volume)
	m.byline(&c.Authors, &c.EtAl, nil, &c.Title)
	m.phrase(&m.Container, &c.Collection)
	carry(m, &m.Page, &c.Page)
	carry(m, &m.Edition, &c.Edition)
	m.phrase(&m.Editors, &c.Editors)
	m.phrase(&m.Translators, &c.Translators)
	m.phrase(&m.Publisher, &c.Publisher)
	m.date(&c.Date)
	m.online(&c.Online)
}

func (c *Case) fields(m *fieldMap) {
	m.phrase(&m.Name, &c.Name)
	m.phrase(&m.Plaintiff, &c.Plaintiff)
	m.phrase(&m.Defendant, &c.Defendant)
	m.phrase(&m.Docket, &c.Docket)
	m.reports(&c.Reports)
	m.phrase(&m.Paper, &c.Filing)
	m.phrase(&m.CourtText, &c.CourtText)
	m.court(&c.Court)
	m.dateOf(&c.Shared, &c.Date)
	m.phrase(&m.Disposition, &c.PetitionHistory)
	m.history(&c.History)
	m.online(&c.Online)
}

func (c *Constitution) fields(m *fieldMap) {
	carry(m, &m.Jurisdiction, &c.Jurisdiction)
	m.phrase(&m.AsWritten, &c.Name)
	m.date(&c.Date)
	m.firstOf(&m.Article, PinArticle, c.Pins)
	m.firstOf(&m.Amendment, PinAmendment, c.Pins)
	m.firstOf(&m.Section, PinSection, c.Pins)
	m.firstOf(&m.Clause, PinClause, c.Pins)
}

func (c *Ethics) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
	m.phrase(&m.Body, &c.Body)
}

func (c *Id) fields(m *fieldMap) {
	m.reports(&c.Reports)
}

func (c *Infra) fields(m *fieldMap) {
	m.phrase(&m.Name, &c.Name)
	carry(m, &m.SupraNote, &c.Note)
}

func (c *International) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
	carry(m, &m.Document, &c.Document)
}

func (c *Legislative) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
	carry(m, &m.Congress, &c.Congress)
	m.phrase(&m.Committee, &c.Committee)
	m.phrase(&m.Legislature, &c.Legislature)
}

func (c *Patent) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
	m.dateAt(&m.Filed, &c.Filed, "filed")
}

func (c *Record) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
}

func (c *Reference) fields(m *fieldMap) {
	carry(m, &m.Word, &c.Word)
	m.direction(&c.Infra)
	m.reports(&c.Reports)
}

func (c *Regulation) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
}

func (c *Restatement) fields(m *fieldMap) {
	m.phrase(&m.Title, &c.Title)
	m.sections(&c.Sections)
	m.date(&c.Date)
	m.online(&c.Online)
}

func (c *Rule) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
}

func (c *SessionLaw) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
}

func (c *ShortCase) fields(m *fieldMap) {
	m.phrase(&m.Name, &c.Name)
	m.reports(&c.Reports)
	if len(m.Reports) > 0 { // none in "Gore, at 99"
		m.Volume, m.Reporter = m.Reports[0].Volume, m.Reports[0].Reporter
	}
}

func (c *ShortStatute) fields(m *fieldMap) {
	m.sections(&c.Sections)
	carry(m, &m.EtSeq, &c.EtSeq)
	carry(m, &m.Prose, &c.Prose)
}

func (c *ShortWork) fields(m *fieldMap) {
	carry(m, &m.Volume, &c.Volume)
	m.phrase(&m.Name, &c.Name)
}

func (c *Statute) fields(m *fieldMap) {
	m.provision(&c.Shared, &c.Provision)
	m.titleOfAct(c)
	m.phrases(&m.Authors, &c.Authors)
	m.phrase(&m.OriginalTitle, &c.OriginalTitle)
	m.promulgation(&c.Promulgation)
	m.phrase(&m.DateText, &c.DateText)
	m.phrase(&m.Gazette, &c.Gazette)
	carry(m, &m.Foreign, &c.foreign)
}

func (c *Supra) fields(m *fieldMap) {
	m.phrase(&m.Name, &c.Name)
	carry(m, &m.SupraNote, &c.Note)
	m.reports(&c.Reports)
}

func (c *Treaty) fields(m *fieldMap) {
	m.phrase(&m.Name, &c.Name)
	carry(m, &m.Parties, &c.Parties)
	m.date(&c.Date)
	m.series(&c.Series)
	m.firstOf(&m.Article, PinArticle, c.Pins)
	m.online(&c.Online)
}

func (c *Work) fields(m *fieldMap) {
	m.byline(&c.Authors, &c.EtAl, &c.Designation, &c.Title)
	m.phrase(&m.Container, &c.Container)
	m.phrase(&m.Number, &c.Number)
	m.date(&c.Date)
	m.online(&c.Online)
}

// byline carries who wrote a work and what it is called. A kind without
// designations passes nil.
func (m *fieldMap) byline(authors *[]Phrase, etAl *bool, designation, title *Phrase) {
	m.phrases(&m.Authors, authors)
	carry(m, &m.EtAl, etAl)
	if designation != nil {
		m.phrase(&m.Designation, designation)
	}
	m.phrase(&m.Title, title)
}

// titleOfAct gives an enactment that is cited by its name alone that name as
// its title, too.
func (m *fieldMap) titleOfAct(c *Statute) {
	switch {
	case c.Code != nil:
	case !m.reading:
		m.Title = c.Name.Text
	default:
		c.Title = ""
	}
}

func (m *fieldMap) direction(infra *bool) {
	switch {
	case m.reading:
		*infra = m.Direction == DirectionForward
	case *infra:
		m.Direction = DirectionForward
	default:
		m.Direction = DirectionBack
	}
}

// Each kind marshals itself as its [Fields], with the citations inside it, and is
// read back from them; the rows are those of the built-in tables. The error of
// UnmarshalJSON is a [*JSONError]; it leaves the citation as it was.

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Article) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Article) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Book) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Book) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Case) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Case) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Constitution) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Constitution) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Ethics) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Ethics) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Id) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Id) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Infra) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Infra) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *International) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *International) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Legislative) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Legislative) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Patent) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Patent) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Record) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Record) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Reference) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Reference) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Regulation) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Regulation) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Restatement) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Restatement) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Rule) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Rule) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *SessionLaw) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *SessionLaw) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *ShortCase) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *ShortCase) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *ShortStatute) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *ShortStatute) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *ShortWork) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *ShortWork) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Statute) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Statute) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Supra) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Supra) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Treaty) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Treaty) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }

// MarshalJSON returns the citation's [Fields] as JSON.
func (c *Work) MarshalJSON() ([]byte, error) { return marshal(c) }

// UnmarshalJSON reads what MarshalJSON returns; see [Unmarshal].
func (c *Work) UnmarshalJSON(data []byte) error { return unmarshalTo(data, c) }
