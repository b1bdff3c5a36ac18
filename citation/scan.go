package citation

import (
	"iter"
	"math/bits"
	"strings"

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

// An anchorClass is a class of places where a citation may have its core.
type anchorClass uint16

const (
	anchorNumber    anchorClass = 1 << iota // a number with a known abbreviation after it
	anchorLabel                             // a number after a known abbreviation or a word like "section"
	anchorSection                           // a section sign
	anchorParagraph                         // a paragraph sign
	anchorConst                             // "Const."; "Const", "Constitution" before a part of it
	anchorCongress                          // "Cong.", "Leg."
	anchorEdition                           // a parenthetical with "ed." in it
	anchorId                                // "id.", "ibid."
	anchorSupra                             // "supra", "infra"
	anchorURL                               // a URL
	anchorYear                              // a year in brackets after a page
	anchorDocket                            // a docket number that a court and a day follow
	anchorSaid                              // a number after the name of a source cited before
	anchorNews                              // the year of a day that a newspaper precedes and a page after
	anchorClause                            // a clause of a note in which no other anchor made a citation
)

// anchorNone is the class of no anchor; anchorClasses is how many classes there
// are.
const (
	anchorNone    anchorClass = 0
	anchorClasses int         = 15
)

// An anchor is one such place. start is the offset of its first byte, end the
// offset after what was recognised there.
type anchor struct {
	class      anchorClass
	start, end int
	number     int     // of an anchorLabel: the offset of its number; of an anchorSection: of its sign; of an anchorId without a period: after the word
	label      PinKind // the word right before the number; what is between code and section sign
	terms      []term  // what the abbreviation at a number may stand for
}

// A kind is one entry of the ordered list of kinds: where it may begin and how
// it is read. read returns nil when the text there is not of this kind.
type kind struct {
	class    anchorClass // or several, joined
	strength strength
	read     func(r reader, a anchor) Citation
}

// strength tells kinds that are recognised by their form alone from those that
// a few words of prose or of a title may look like. In a note's clause a leading
// kind is read where the clause begins with it, a weak one where nothing else is.
type strength int

const (
	weak strength = iota
	leading
	strong
)

// A reader is a view of the text for the grammars: nothing left of floor and
// nothing from ceil on belongs to the citation that is read. Grammars take it
// by value; what they find is in what they return.
type reader struct {
	text        string
	tab         *index
	floor, ceil int
	clause      bool    // floor is where a clause of a note begins, after its signal
	inHistory   bool    // a history phrase precedes: what follows is a decision
	depth       int     // nesting of parentheticals
	said        *memory // what the text cited before; nil while it cited nothing
}

// at returns the byte at offset i, 0 at the end of what may be read. What asks for
// a comma or a digit there needs no other bound.
func (r reader) at(i int) byte {
	if i < r.ceil {
		return r.text[i]
	}
	return 0
}

// isAt reports whether the byte at offset i is of one of the classes.
func (r reader) isAt(i int, classes uint8) bool { return lex.Class[r.at(i)]&classes != 0 }

// before returns the byte before offset i, 0 at the floor.
func (r reader) before(i int) byte {
	if i > r.floor {
		return r.text[i-1]
	}
	return 0
}

// isBefore reports whether the byte before offset i is of one of the classes.
func (r reader) isBefore(i int, classes uint8) bool { return lex.Class[r.before(i)]&classes != 0 }

// skip is [lex.Skip] up to the end of what may be read.
func (r reader) skip(i int) int {
	if !r.isAt(i, lex.Noise) { // the fast path, for inlining
		return i
	}
	return r.skipNoise(i)
}

// skipNoise is skip where noise may be.
func (r reader) skipNoise(i int) int { return lex.Skip(r.text[:r.ceil], i) }

// skipComma is skip that passes over a comma and the noise after it too; comma
// says whether there was one.
func (r reader) skipComma(i int) (next int, comma bool) {
	if next = r.skip(i); r.at(next) != ',' {
		return next, false
	}
	return r.skip(next + 1), true
}

// markAt reports whether one of the marks is at offset i.
func (r reader) markAt(i int, marks string) bool {
	return i < r.ceil && strings.IndexByte(marks, r.text[i]) >= 0
}

// stopsAt reports whether what may be read ends at offset i, or one of the marks is there.
func (r reader) stopsAt(i int, marks string) bool {
	return i >= r.ceil || strings.IndexByte(marks, r.text[i]) >= 0
}

// skipBack is [lex.SkipBack] down to the floor.
func (r reader) skipBack(i int) int { return lex.SkipBack(r.text, r.floor, i) }

// digitsEnd returns the end of the run of digits at offset i.
func (r reader) digitsEnd(i int) int { return lex.DigitsEnd(r.text[:r.ceil], i) }

// All returns the citations of running text in order: those at top level;
// [Within] gives those inside their parentheticals and history. It never fails.
func (p *Parser) All(text string) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		r := reader{text: text, tab: p.index(), ceil: len(text)}
		var prev Citation
		for i := 0; ; {
			c := r.next(i)
			if c == nil {
				return
			}
			r.follow(prev, c)
			r.said = r.said.hear(c)
			if prev = c; !yield(c) {
				return
			}
			i = max(i+1, c.Common().Span.End) // whatever a grammar returns, the walk goes on
			r.floor = i
		}
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
		i = a.end
	}
	return nil
}

// read tries the kinds of the anchor's class in order.
func (r reader) read(a anchor) Citation {
	for _, k := range r.tab.kinds[bits.TrailingZeros16(uint16(a.class))] {
		if r.clause && (k.strength == weak || k.strength == leading && lex.Skip(r.text, r.floor) < a.start) {
			continue
		}
		if c := k.read(r, a); c != nil {
			if short := r.asName(c); short != nil {
				return short
			}
			return c
		}
	}
	return nil
}
