package citation

// A Patent is a patent by its number. Bluebook Rule 14.
type Patent struct {
	Shared
	Provision
}

// Kind returns [KindPatent].
func (*Patent) Kind() Kind { return KindPatent }

// String returns the patent as Bluebook Rule 14 writes it.
func (c *Patent) String() string { return c.form(&c.Shared) }

// readPatent reads "U.S. Patent No. 6,285,999".
func readPatent(r reader, a anchor) Citation {
	c := &Patent{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, "patent") {
		return nil
	}
	return c
}
