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

// patentTypes are the types of codes that make a Patent.
var patentTypes = []string{"patent"}

// readPatent reads "U.S. Patent No. 6,285,999".
func readPatent(r reader, a anchor) Citation {
	if ofType(a.terms, patentTypes, "") == nil {
		return nil
	}
	c := &Patent{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, patentTypes) {
		return nil
	}
	return c
}
