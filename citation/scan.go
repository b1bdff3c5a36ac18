package citation

import (
	"iter"
	"math/bits"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// How text becomes citations
//
// One walk over the bytes, with a class table, stops only at anchors: places
// where a citation may have its core. An anchor is told from one byte and its
// near neighbours:
//
//	a digit that begins a number   347 U.S. 483, 42 U.S.C. § 1983
//	a number after a known word   Fed. R. Civ. P. 12, section 1983, Pub. L. No. 111-148
//	a number with a hyphen         Doe v. Roe, 94-0001 (La. 5/10/95)
//	§                              Colo. Rev. Stat. § 18-8-115
//	the period of "id." or "ibid." Id. at 5
//	the p of "supra", f of "infra" supra note 4
//	the period of "Const."         U.S. Const. art. I, § 8
//	that of "Cong.", "Leg."        Hearing Before the H. Comm., 110th Cong. 12
//	that of "ed." in brackets      W. Prosser, Law of Torts 123 (4th ed. 1971)
//	a year in brackets             S. Cobb, The Rise of Liberty 131 (1902)
//	"hereinafter" in brackets      Roe, Title (2013) (hereinafter Title)
//	a number after a known source Cobb 132, where Cobb was cited before
//	the colon of "://", "www."     https://example.org
//
// At an anchor the kinds of its class are tried in the order of kinds.go, and
// the first that matches wins; the walk goes on after it. A kind reads its
// core, then to the right, then to the left, never past the previous citation
// and never farther than a fixed bound, so that the whole takes time linear in
// the text's length. There are no overlapping candidates and no later passes.

// All returns the citations of running text in order: those at top level;
// [Within] gives those inside their parentheticals and history. It never fails.
func (p *Parser) All(text string) iter.Seq[Citation] {
	return func(yield func(Citation) bool) { p.walk(text, nil, yield) }
}

// walk yields the citations of a text, and returns the memory of those after
// which the loop went on. said is the memory of what the text before cited.
func (p *Parser) walk(text string, said *memory, yield func(Citation) bool) *memory {
	r := reader{text: text, tab: p.index(), ceil: len(text), said: said}
	var prev Citation
	for i := 0; ; {
		c := r.next(i)
		if c == nil {
			return r.said
		}
		r.follow(prev, c)
		if prev = c; !yield(c) {
			return r.said
		}
		r.said = r.said.hear(c)
		i = max(i+1, c.Common().Span.End) // whatever a grammar returns, the walk goes on
		r.floor = i
	}
}

// All returns the citations of running text with the built-in tables; see
// [Parser.All].
func All(text string) iter.Seq[Citation] { return new(Parser).All(text) }

// next returns the first citation whose anchor is at or after offset i.
func (r reader) next(i int) Citation {
	for i < r.ceil {
		a := r.nextAnchor(i)
		if a.class == anchorNone {
			return nil
		}
		if c := r.read(a); c != nil {
			return c
		}
		if r.missed != nil {
			*r.missed = append(*r.missed, a)
		}
		i = a.end
	}
	return nil
}

// again is next for a clause in which all anchors were missed: its beginning no
// longer means anything. Where that was too far away to be seen, what is strong need not
// be tried again.
func (r reader) again(missed []anchor) Citation {
	r.clause = false
	for _, a := range missed {
		strongest := strong
		if r.seesLess(a.start) {
			strongest = leading
		}
		if c := r.readUpTo(strongest, a); c != nil {
			return c
		}
	}
	return nil
}

// read tries the kinds of the anchor's class in order.
func (r reader) read(a anchor) Citation { return r.readUpTo(strong, a) }

// readUpTo is read for kinds up to some strength.
func (r reader) readUpTo(strongest strength, a anchor) Citation {
	near := r.near(a.start)
	for _, k := range r.tab.kinds[bits.TrailingZeros16(uint16(a.class))] {
		if k.strength > strongest || r.clause && (k.strength == weak || k.strength == leading && lex.Skip(r.text, r.floor) < a.start) {
			continue
		}
		if c := k.read(near, a); c != nil {
			return near.shortened(c)
		}
	}
	return nil
}

// AllTypeset is [Parser.All] for a text whose typeface is known; see
// [Parser.NoteTypeset].
func (p *Parser) AllTypeset(text string, runs []Run) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		for c := range p.All(text) {
			typeset(c, runs)
			if !yield(c) {
				return
			}
		}
	}
}
