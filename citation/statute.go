package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
)

// A Statute is a section of a code, a section of an act by its name, or a
// foreign enactment. Bluebook Rules 12, 20.5; Indigo Book R16, R17.
type Statute struct {
	Shared
	Provision // for a foreign enactment Name is its title

	// Foreign enactments alone:
	Authors       []Phrase      // names that precede the title
	OriginalTitle Phrase        // title in its own language or script
	Promulgation  *Promulgation // nil when not written
	DateText      Phrase        // the date in the enactment's own language: "de 14 de Agosto de 2018"
	Gazette       Phrase        // the publication that promulgated it

	foreign bool
}

// A Promulgation says who gave an enactment its force, and when. Bluebook
// Table T2 (China).
type Promulgation struct {
	Span Span   // with both brackets
	Body Phrase // as written
	Date Date
}

// Kind returns [KindStatute].
func (*Statute) Kind() Kind { return KindStatute }

// String returns the statute as Bluebook Rules 12 and 20.5 write it.
func (c *Statute) String() string {
	if own := c.OriginalTitle.Text + c.DateText.Text + c.Gazette.Text; c.foreign || own != "" || c.Promulgation != nil {
		return c.foreignString()
	}
	return c.form(&c.Shared)
}

// readStatute reads a section of a code.
func readStatute(r reader, a anchor) Citation {
	if ofType(a.terms, statuteTypes) == nil {
		return nil
	}
	c := &Statute{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, statuteTypes) {
		return nil
	}
	r.commentary(&c.Shared, &c.Provision)
	return c
}

// namedSection reads a section of a code or an act that is named beside
// it: "§ 768.28, Fla. Stat.", "section 10(b) of the Exchange Act", "ERISA § 502".
func (r reader) namedSection(a anchor, x sections) Citation {
	if a.class == anchorLabel {
		switch a.label {
		case PinSection, PinArticle, PinChapter:
		default:
			return nil
		}
	}
	if r.ownSection(a) {
		return nil
	}
	var p Provision
	of := x.of
	start, next := x.Start, x.End
	switch {
	case of.code != nil && of.code.code.Type == "statute":
		p.Code, p.AsWritten, p.Title, next = of.code.code, of.code.abbrev, of.title, of.end
		if last := len(x.pins) - 1; last > 0 && x.pins[last].Kind == PinTitle { // "section 552b, Title 5 U.S.C."
			p.Title, x.pins = x.pins[last].From, x.pins[:last]
		}
		p.Jurisdiction = p.Code.Jurisdiction
		if p.Title == "" && of.code.layout.Has(shape.Title) { // "Title 17 Section 105 of the United States Code"
			p.Title, start = r.titleOfCodeBefore(start)
		}
	case of.code != nil || of.other || a.label == PinChapter || r.tab.is(of.act.Text, roleAct):
		return nil
	case of.act.Text != "":
		p.Name, next = of.act, of.end
	default:
		from, ok := r.actBeside(x.Start)
		if !ok {
			return nil
		}
		p.Name = r.phrase(from, r.trimFormer(x.Start))
		start = from
	}
	if p.Code == nil && r.beforeSessionLaw(next) { // "Clayton Act § 7, 38 Stat. 731": the session law's
		return nil
	}
	if p.EtSeq = x.etSeq; p.Code != nil {
		p.place(x.pins, of.code.layout)
	} else {
		p.Sections = x.pins
	}
	c := &Statute{Shared: Shared{text: r.text}, Provision: p}
	if p.Code != nil { // "C.R.S. 2010", "RSMo Cum. Supp. 2013"
		if y := r.afterSupplement(next); r.digitsEnd(y) == y+4 {
			if d, from, ok := r.dateAtEnd(y, y+4); ok && from == y {
				c.Date, next = d, y+4
			}
		}
	}
	c.Core = Span{start, next}
	next = r.edition(&c.Provision, next)
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	c.Signal = r.signal(start)
	return c
}

// actBeside finds the act named right before a section: "Exchange Act § 10(b)",
// "ERISA § 502".
func (r reader) actBeside(i int) (start int, ok bool) {
	s := r.text
	j := r.trimFormer(i)
	if j == i || j <= r.floor {
		return i, false
	}
	w, _, ok := wordBefore(s, max(r.floor, j-maxAct), j)
	if !ok {
		return i, false
	}
	text := s[w.start:w.end]
	if w.end-w.start == 4 && lex.AllDigits(text) { // "First Step Act of 2018 § 401"
		of, k, ok := wordBefore(s, max(r.floor, j-maxAct), w.start)
		if act, _, found := wordBefore(s, max(r.floor, j-maxAct), k); ok && found && s[of.start:of.end] == "of" && r.tab.is(s[act.start:act.end], roleAct) {
			return r.actEndingAt(j)
		}
	}
	if r.tab.is(text, roleAct) {
		return r.actEndingAt(j)
	}
	if start, ok := r.codeOfBefore(w.start); ok {
		return start, true
	}
	least := 4
	if lex.HasPrefixAt(s, i, "§") && s[i-1] == ' ' { // "INA § 212"
		least = 3
	}
	beside := s[j-1] != ',' && w.before == 0 && strings.Count(s[w.end:i], "\n") < 2
	if beside && lettersOfAct(text, least, 7) {
		return w.start, allLetters(text)
	}
	return i, false
}

// codeOfBefore finds "Code of" or the like among the few words before the last
// word of a code's name at s[:i]: "Code of Civil Procedure".
func (r reader) codeOfBefore(i int) (start int, ok bool) {
	s := r.text
	for words := 0; words < 4; words++ {
		w, next, ok := wordBefore(s, max(r.floor, i-maxAct), i)
		if !ok || w.after != 0 || w.before != 0 && s[w.start:w.end] != "Code" {
			return i, false
		}
		switch text := s[w.start:w.end]; {
		case text == "of" || text == "and" || text == "&":
		case text == "Code" && lex.HasPrefixAt(s, lex.Skip(s, w.end), "of "):
			return w.start, true
		case lex.Class[text[0]]&lex.Upper == 0:
			return i, false
		}
		i = next
	}
	return i, false
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if lex.Class[s[i]]&lex.ASCII == 0 {
			return false
		}
	}
	return s != ""
}

// Names implements [Citation].
func (c *Statute) Names() []string {
	return appendNamesOfWork(appendNames(c.Shared.Names(), c.Name, c.OriginalTitle), c.Authors, c.Name)
}
