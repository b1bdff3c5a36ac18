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
	c := &Regulation{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, "regulation", "register", "executive", "docket") {
		return nil
	}
	return c
}
