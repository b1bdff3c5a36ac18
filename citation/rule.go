package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

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
	b.WriteString(capitalised(sectionList(c.Sections, false)))
	writePins(&b, c.Pins, ", at ")
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// ruleTypes are the types of codes that make a Rule.
var ruleTypes = []string{"rule"}

// readRule reads "Fed. R. Civ. P. 12(b)(6)".
func readRule(r reader, a anchor) Citation {
	if ofType(a.terms, ruleTypes) == nil {
		return nil
	}
	c := &Rule{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, ruleTypes) {
		return nil
	}
	r.commentary(&c.Shared, &c.Provision)
	return c
}

// commentary reads the comment after a section of a guideline or a model act:
// "U.S.S.G. § 3B1.1 cmt. n.4", "U.C.C. § 9-203 cmt. 3".
func (r reader) commentary(sh *Shared, p *Provision) {
	if sh.Span.End != sh.Core.End {
		return
	}
	if pins, next := r.comments(sh.Span.End); pins != nil {
		sh.Pins, sh.Core.End = pins, next
		r.finishProvision(sh, p, next)
	}
}

// shortRule reads a rule without the body it is in: "Rule 12(b)(6)".
func (r reader) shortRule(a anchor, x sections) Citation {
	if a.label != PinRule || a.terms != nil {
		return nil
	}
	s := r.text
	if a.number-a.start < 4 || s[a.start]|0x20 != 'r' || lex.Class[s[a.start]]&lex.Upper == 0 && !r.divided(a.number) {
		return nil // "r. 12", "rule 12"; but "rule 8.104(a)"
	}
	if lex.Class[s[a.number]]&lex.Digit == 0 || x.of.other && !x.of.proper {
		return nil
	}
	c := &Rule{Shared: Shared{text: s, Core: x.Span, Span: x.Span}, Provision: Provision{Sections: x.pins}}
	if of := x.of.code; of != nil && of.code.Type == "rule" { // "Rule 12(b)(6) of the Federal Rules of Civil Procedure"
		c.Code, c.AsWritten, c.Jurisdiction = of.code, of.abbrev, of.code.Jurisdiction
		c.Core.End = x.of.end
		next := r.edition(&c.Provision, x.of.end)
		c.Span.End = r.tail(&c.Shared, &c.Online, next)
	}
	c.Signal = r.signal(x.Start)
	return c
}
