package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Reference points to a part or a note of the text it is in: "supra Part
// II", "infra notes 5-7 and accompanying text", and to the other opinions in the
// case, "ante, at 12", "Dissenting Op. at 3". Bluebook Rule 3.5.
type Reference struct {
	Shared
	Word  string // "supra", "infra", "ante" or "post"; or the other opinion as written
	Infra bool   // it points forward; otherwise back
	// Reports are the parallel reports after the place: "ante, at 164, 169 L. Ed.
	// 2d, at 641"; nil when there are none.
	Reports []Report
	// The places that it points to are the Pins.
}

// Kind returns [KindReference].
func (*Reference) Kind() Kind { return KindReference }

// String returns the reference: "supra note 5".
func (c *Reference) String() string {
	var b strings.Builder
	b.WriteString(c.Word)
	switch c.Word {
	case "supra", "infra":
		b.WriteString(" " + pinListAs(c.Pins, referenceForms))
	case "ante", "post":
		writePins(&b, c.Pins, ", at ")
	default:
		writePins(&b, c.Pins, " at ")
	}
	writeReports(&b, c.Reports)
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// referenceForms are how the parts of a text are named in it. Bluebook Rule 3.5.
var referenceForms = map[PinKind]pinForm{
	PinPage: {"p. ", "pp. "}, PinNote: {"note ", "notes "}, PinPart: {"Part ", "Parts "}, PinSection: {"Section ", "Sections "},
	PinChapter: {"Chapter ", "Chapters "}, PinAppendix: {"Appendix ", "Appendix "}, PinTable: {"Table ", "Table "}, PinFigure: {"Figure ", "Figure "},
	PinSubdivision: {"Subpart ", "Subparts "}, PinArticle: {"Article ", "Articles "},
}

// readReference reads supra or infra without a name: a part or note of the
// text itself.
func readReference(r reader, a anchor) Citation {
	s := r.text
	word := Span{a.start, lex.LettersEnd(s, a.start)}
	c := &Reference{Word: strings.ToLower(word.In(s))}
	c.Infra = c.Word == "infra" || c.Word == "post"
	c.text, c.Core = s, word
	next := word.End
	j := lex.Skip(s, next)
	if r.at(j) == ',' {
		j = lex.Skip(s, j+1)
	}
	if k, ok := words.Match(s, j, r.ceil, "text accompanying"); ok {
		next = k
	}
	c.Pins, next = r.scanPins(next, "")
	start := a.start
	if pin, from, ok := r.pinBefore(r.floor, lex.TrimComma(s, r.floor, a.start)); ok && (c.Pins == nil || r.partOfText(pin)) { // "see n. 2, supra"
		c.Pins, start = append([]Pin{pin}, c.Pins...), from
	}
	if c.Pins == nil {
		return nil
	}
	c.Reports, next = r.shortParallel(nil, next)
	j = lex.Skip(s, next)
	if r.at(j) == ',' {
		j = lex.Skip(s, j+1)
	}
	if word, k := words.Accompanying.Match(s, j, r.ceil); word != nil {
		next = k
	}
	var on *Online
	c.Span = Span{start, r.shortTail(&c.Shared, &on, next)}
	c.Signal = r.signal(start)
	return c
}

// opinionTypes are the types of codes that are the other opinions in a case.
var opinionTypes = []string{"opinion"}

// readOpinion reads "Majority Op. at 19", "dissenting op. ¶ 3".
func readOpinion(r reader, a anchor) Citation {
	t := ofType(a.terms, opinionTypes)
	if t == nil {
		return nil
	}
	s := r.text
	c := &Reference{Word: r.asWritten(t, a)}
	if k := lex.SkipBack(s, a.start, a.number); !strings.Contains(strings.ToLower(c.Word), " op") && k == a.start+len(c.Word) {
		return nil // "in dissent 3 judges"
	}
	pin, _, next, ok := r.scanPin(a.number, PinPage)
	if !ok {
		return nil
	}
	c.text, c.Core = s, Span{a.start, a.start + len(c.Word)}
	c.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
	var on *Online
	c.Span = Span{a.start, r.shortTail(&c.Shared, &on, next)}
	c.Signal = r.signal(a.start)
	return c
}
