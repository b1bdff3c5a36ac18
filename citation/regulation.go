package citation

// A Regulation is a rule or order of the executive: a section of the Code of
// Federal Regulations or a state's code, a page of a register, a Treasury
// regulation, a revenue ruling, an executive order. Bluebook Rule 14; Indigo
// Book R19.
type Regulation struct {
	Shared
	Provision
}

// Kind returns [KindRegulation].
func (*Regulation) Kind() Kind { return KindRegulation }

// String returns the regulation as Bluebook Rule 14 writes it.
func (c *Regulation) String() string { return c.form(&c.Shared) }

// readRegulation reads a regulation, a page of a register or an order.
func readRegulation(r reader, a anchor) Citation {
	if ofType(a.terms, regulationTypes) == nil {
		return nil
	}
	c := &Regulation{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, regulationTypes) {
		return nil
	}
	return c
}

// namedRegulation reads "section 240.10b-5 of the Code of Federal
// Regulations", "20.2.72.200 NMAC" and rules named after their number.
func (r reader) namedRegulation(_ anchor, x sections) Citation {
	of := x.of
	if of.code == nil || of.code.code.Type == "statute" {
		return nil
	}
	p := Provision{Code: of.code.code, AsWritten: of.code.abbrev, Title: of.title, Jurisdiction: of.code.code.Jurisdiction, Sections: x.pins, EtSeq: x.etSeq}
	c, sh, into := r.provisionOf(p)
	if c == nil {
		return nil
	}
	sh.Core = Span{x.Start, of.end}
	next := r.edition(into, of.end)
	sh.Span = Span{x.Start, r.tail(sh, &into.Online, next)}
	sh.Signal = r.signal(x.Start)
	return c
}

// provisionOf makes the citation of the kind that a provision's code has.
func (r reader) provisionOf(p Provision) (c Citation, sh *Shared, into *Provision) {
	switch p.Code.Type {
	case "regulation", "executive", "register":
		x := &Regulation{Shared{text: r.text}, p}
		return x, &x.Shared, &x.Provision
	case "rule":
		x := &Rule{Shared{text: r.text}, p}
		return x, &x.Shared, &x.Provision
	}
	return nil, nil, nil
}

// Names implements [Citation].
func (c *Regulation) Names() []string {
	return append(appendNames(c.Shared.Names(), c.Name), c.numbered()...)
}
