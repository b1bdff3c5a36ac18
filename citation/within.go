package citation

import (
	"iter"
)

// typeset gives a citation, and those inside it, the runs of its text.
func typeset(c Citation, runs []Run) {
	c.Common().runs = runs
	for inner := range Within(c) {
		inner.Common().runs = runs
	}
}

// Children returns the citations directly inside c, in the order of the text:
// those of its parentheticals and, for a case, its history.
func Children(c Citation) []Citation {
	if c == nil {
		return nil
	}
	var kids []Citation
	for _, p := range c.Common().Parens {
		for _, kid := range p.Citations {
			if kid != nil { // in a citation that was made by hand
				kids = append(kids, kid)
			}
		}
	}
	if c, ok := c.(*Case); ok {
		kids = append(kids, c.decisions()...)
	}
	return kids
}

// Within returns the citations inside c: those in its parentheticals and its
// history, each followed by those inside it. It does not return c.
func Within(c Citation) iter.Seq[Citation] {
	return func(yield func(Citation) bool) { within(c, yield) }
}

func within(c Citation, yield func(Citation) bool) bool {
	for _, child := range Children(c) {
		if !yield(child) || !within(child, yield) {
			return false
		}
	}
	return true
}
