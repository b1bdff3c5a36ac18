package citation

// A Statute is a section of a code, a section of an act by its name, or a
// foreign enactment. Bluebook Rules 12, 20.5; Indigo Book R16, R17.
type Statute struct {
	Shared
	Provision // for a foreign enactment Name is its title

	// Foreign enactments alone:
	Authors       []Phrase      // names that stand before the title
	OriginalTitle Phrase        // title in its own language or script
	Promulgation  *Promulgation // nil when not written
	DateText      Phrase        // the date in the enactment's own language: "de 14 de Agosto de 2018"
	Gazette       Phrase        // the publication that promulgated it

	foreign bool
}

// A Promulgation says who gave an enactment its force, and when. Bluebook
// Table T2 (China).
type Promulgation struct {
	Span Span   // with both brackets
	Body Phrase // as written
	Date Date
}

// Kind returns [KindStatute].
func (*Statute) Kind() Kind { return KindStatute }

// String returns the statute as Bluebook Rules 12 and 20.5 write it.
func (c *Statute) String() string {
	if c.foreign {
		return c.foreignString()
	}
	return c.form(&c.Shared)
}

// readStatute reads a section of a code.
func readStatute(r reader, a anchor) Citation {
	c := &Statute{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, "statute") {
		return nil
	}
	return c
}
