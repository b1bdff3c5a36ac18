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
	children(c, func(child Citation) bool {
		kids = append(kids, child)
		return true
	})
	return kids
}

// children yields what Children returns, and reports whether to go on.
func children(c Citation, yield func(Citation) bool) bool {
	for i := range c.Common().Parens {
		for _, child := range c.Common().Parens[i].Citations {
			if child != nil && !yield(child) { // in a citation that was made by hand
				return false
			}
		}
	}
	if c, ok := c.(*Case); ok {
		for i := range c.History {
			if decision := c.History[i].Case; decision != nil && !yield(decision) {
				return false
			}
		}
	}
	return true
}

// Within returns the citations inside c: those in its parentheticals and its
// history, each followed by those inside it. It does not return c.
func Within(c Citation) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		if c != nil {
			within(c, yield)
		}
	}
}

func within(c Citation, yield func(Citation) bool) bool {
	return children(c, func(child Citation) bool { return yield(child) && within(child, yield) })
}
