package citation

// A Record is a paper of the case itself: the record, the appendix, a
// transcript, a brief, a pleading, an entry of the docket. Bluebook Rule B17;
// Indigo Book R22.
type Record struct {
	Shared
	Provision
}

// Kind returns [KindRecord].
func (*Record) Kind() Kind { return KindRecord }

// String returns the paper as Bluebook Rule B17 writes it.
func (c *Record) String() string { return c.form(&c.Shared) }

// recordTypes are the types of codes that make a Record.
var recordTypes = []string{"record"}

// readRecord reads "J.A. 45", "ECF No. 7".
func readRecord(r reader, a anchor) Citation {
	if ofType(a.terms, recordTypes, "") == nil {
		return nil
	}
	c := &Record{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, recordTypes) {
		return nil
	}
	return c
}
