package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A ShortStatute is a section without its code: "§ 1983", "section 10(b)"; of
// codes and treaties that count by articles, "Article 2315"; a chapter whose
// number only a code can have, "Chapter 27-19". Bluebook Rule 12.10; Indigo Book
// R16.5.
type ShortStatute struct {
	Shared
	Sections []Pin
	EtSeq    bool // "et seq." follows the sections
	Prose    bool // written as a word, in a sentence: "section 1983"
}

// Kind returns [KindShortStatute].
func (*ShortStatute) Kind() Kind { return KindShortStatute }

// String returns the short form: "§ 1983".
func (c *ShortStatute) String() string {
	var b strings.Builder
	if c.Prose {
		b.WriteString(pinListAs(c.Sections, proseForms))
		if c.EtSeq {
			b.WriteString(" et seq.")
		}
	} else {
		b.WriteString(sectionList(c.Sections, c.EtSeq))
	}
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// shortStatute reads a section of which neither code nor act is written.
func (r reader) shortStatute(a anchor, x sections) Citation {
	if a.class == anchorLabel && a.label != PinSection && !r.articleOfCode(a) && !chapterOfCode(a, x) {
		return nil
	}
	if r.ownSection(a) || ofAnother(a, x) || r.beforeSessionLaw(x.End) {
		return nil
	}
	c := &ShortStatute{Shared: Shared{text: r.text, Core: x.Span}, Sections: x.pins, EtSeq: x.etSeq, Prose: a.class == anchorLabel}
	next := x.End
	if !c.Prose {
		var on *Online
		next = r.shortTail(&c.Shared, &on, next)
	}
	c.Span = Span{x.Start, next}
	c.Signal = r.signal(x.Start)
	return c
}

// ofAnother reports whether sections are said to be part of something other than
// an enactment. One by its name must have no sign and no number in groups.
func ofAnother(a anchor, x sections) bool {
	if !x.of.other || !x.of.proper {
		return x.of.other
	}
	return a.class != anchorSection && strings.Count(x.pins[0].From, "-") <= 1
}

// articleOfCode reports whether an anchor is an article counted in figures:
// constitutions have Roman numerals.
func (r reader) articleOfCode(a anchor) bool {
	return a.label == PinArticle && lex.HasPrefixAt(r.text, a.start, "Article") && lex.Class[r.text[a.number]]&lex.Digit != 0
}

// chapterOfCode reports whether an anchor is a chapter with a number as codes have
// them and books have not: "Chapter 27-19". A chapter that has become a statute's
// name, "chapter 93A", is none, as "Title VII" is none.
func chapterOfCode(a anchor, x sections) bool {
	return a.label == PinChapter && len(x.pins) == 1 && x.pins[0].To == "" && strings.IndexByte(x.pins[0].From, '-') > 0
}

// readSection reads sections, rules and articles by their number alone or with
// what they are part of named after it.
func readSection(r reader, a anchor) Citation {
	x, ok := r.scanBare(a)
	if !ok {
		return nil
	}
	for _, read := range [...]func(reader, anchor, sections) Citation{
		reader.constitutionBySection, reader.treatyByArticle, reader.namedRegulation, reader.chapterOfLaws, reader.sectionOfLaw, reader.namedSection, reader.shortRule, reader.shortStatute,
	} {
		if c := read(r, a, x); c != nil {
			return c
		}
	}
	return nil
}
