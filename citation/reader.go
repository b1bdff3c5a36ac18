package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A reader is a view of the text for the grammars: nothing left of floor and
// nothing from ceil on belongs to the citation that is read. Grammars take it
// by value; what they find is in what they return.
type reader struct {
	text        string
	tab         *index
	floor, ceil int
	clause      bool      // floor is where a clause of a note begins, after its signal
	inHistory   bool      // a history phrase precedes: what follows is a decision
	depth       int       // nesting of parentheticals
	said        *memory   // what the text cited before; nil while it cited nothing
	missed      *[]anchor // where it is noted at which anchors nothing was read; nil for nowhere
}

// maxLead bounds how much of the text before it is looked at for what has its
// core somewhere: the name, the authors, the title, and in a note's clause all
// that leads up to it. What has more before it is read as running text.
const maxLead = 1 << 10

// near returns the reader for what has its core at offset i: it sees no more than
// maxLead bytes to the left.
func (r reader) near(i int) reader {
	if r.seesLess(i) { // for inlining
		return r.cut(i - maxLead)
	}
	return r
}

// seesLess reports whether what is to the left of offset i is more than is looked at.
func (r reader) seesLess(i int) bool { return i-r.floor > maxLead }

// cut returns the reader with its floor at the first letter at or after offset i;
// where a clause begins is no longer known.
func (r reader) cut(i int) reader {
	for i < r.ceil && r.text[i]&0xC0 == 0x80 {
		i++
	}
	r.floor, r.clause = i, false
	return r
}

// phrase makes a Phrase of s[i:j], without the noise at its edges.
func (r reader) phrase(i, j int) Phrase {
	i = lex.Skip(r.text[:j], i)
	j = lex.SkipBack(r.text, i, j)
	if i >= j {
		return Phrase{}
	}
	return Phrase{lex.Clean(r.text[i:j]), Span{i, j}}
}

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

// memory is what the walk has read.
type memory struct {
	works ring[saidWork] // books, articles, and whatever was given a short name
	cases ring[saidCase]
	pages ring[saidPage] // where the cases begin
	// Numbers of sections of codes, without subdivisions, and what those of an
	// article begin with.
	sections ring[string]
	signs    signHabit // whether the text has lost its section signs
	// The words of the cases' names, the last ones of the works' names, and the
	// numbers of the sections: most of what is asked for is in none of them.
	caseWords, workWords, numbers wordSet
}

// A saidCase is what a short form may call a case that was cited.
type saidCase struct{ name, plaintiff, defendant string }

// A saidPage is where a report of a case that was cited begins.
type saidPage struct {
	reporter     *Reporter
	volume, page string
}

// A saidWork is what a short form may call a work that was cited.
type saidWork struct {
	short    string   // the name that a hereinafter gives it
	families []string // of its authors
	title    string
}

// signHabit is what the walk has seen of section signs: whether one is in the
// text, and whether a section of a code is there without one.
type signHabit struct {
	kept, missed bool
	hyphened     bool // a code counts by title, chapter and section: "57-12-3"
}

// at returns the byte at offset i, 0 at the end of what may be read. What asks for
// a comma or a digit there needs no other bound.
func (r reader) at(i int) byte {
	if i < r.ceil {
		return r.text[i]
	}
	return 0
}

// before returns the byte before offset i, 0 at the floor.
func (r reader) before(i int) byte {
	if i > r.floor {
		return r.text[i-1]
	}
	return 0
}

// isAt reports whether the byte at offset i is of one of the classes.
func (r reader) isAt(i int, classes uint8) bool { return lex.Class[r.at(i)]&classes != 0 }

// isBefore reports whether the byte before offset i is of one of the classes.
func (r reader) isBefore(i int, classes uint8) bool { return lex.Class[r.before(i)]&classes != 0 }

// skip is [lex.Skip] up to the end of what may be read.
func (r reader) skip(i int) int {
	if !r.isAt(i, lex.Noise) { // the fast path, for inlining
		return i
	}
	return r.skipNoise(i)
}

// skipBack is [lex.SkipBack] down to the floor.
func (r reader) skipBack(i int) int { return lex.SkipBack(r.text, r.floor, i) }

// skipNoise is skip where noise may be. Of noise without end it passes over as much
// as is looked at in the other direction.
func (r reader) skipNoise(i int) int { return lex.Skip(r.text[:min(r.ceil, i+maxLead)], i) }

// skipComma is skip that passes over a comma and the noise after it too; comma
// says whether there was one.
func (r reader) skipComma(i int) (next int, comma bool) {
	if next = r.skip(i); r.at(next) != ',' {
		return next, false
	}
	return r.skip(next + 1), true
}

// digitsEnd returns the end of the run of digits at offset i.
func (r reader) digitsEnd(i int) int { return lex.DigitsEnd(r.text[:r.ceil], i) }

// markAt reports whether one of the marks is at offset i.
func (r reader) markAt(i int, marks string) bool {
	return i < r.ceil && strings.IndexByte(marks, r.text[i]) >= 0
}

// stopsAt reports whether what may be read ends at offset i, or one of the marks is there.
func (r reader) stopsAt(i int, marks string) bool {
	return i >= r.ceil || strings.IndexByte(marks, r.text[i]) >= 0
}
