package citation

import "strings"

// A Rule is a rule of procedure, evidence or conduct, or a sentencing
// guideline. Bluebook Rule 12.9.3; Indigo Book R18.
type Rule struct {
	Shared
	Provision // Code is nil for a rule cited without its body: "Rule 12(b)(6)"
}

// Kind returns [KindRule].
func (*Rule) Kind() Kind { return KindRule }

// String returns the rule as Bluebook Rule 12.9.3 writes it.
func (c *Rule) String() string {
	if c.Code != nil {
		return c.form(&c.Shared)
	}
	var b strings.Builder
	b.WriteString("Rule " + strings.TrimPrefix(sectionList(c.Sections, false), "rule "))
	writePins(&b, c.Pins, ", ")
	writeParens(&b, c.Parens)
	return b.String()
}

// readRule reads "Fed. R. Civ. P. 12(b)(6)".
func readRule(r reader, a anchor) Citation {
	c := &Rule{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, "rule") {
		return nil
	}
	return c
}
