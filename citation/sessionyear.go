package citation

import (
	"slices"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Statutes of England and the United Kingdom are cited by the year of the reign:
// "31 Car. 2, c. 2, § 7 (1679)".

// reignBefore returns where the year of a reign begins that ends with the number at
// s[i:]: a session of two years has both, "1 & 2 Geo. 5".
func (r reader) reignBefore(i int) (start int) {
	s := r.text
	k := r.skipBack(i)
	for _, and := range [...]string{"&", "&amp;"} {
		if before := k - len(and); before > r.floor && s[before:k] == and && lex.NumberBefore(s, r.floor, before) < before {
			return lex.NumberBefore(s, r.floor, before)
		}
	}
	return i
}

// afterSession passes over "Stat. 5," or "sess. 2,": several parliaments of one
// year, or several statutes of one parliament.
func (r reader) afterSession(i int) int {
	s := r.text
	j := r.skip(i)
	for _, word := range [...]string{"stat.", "st.", "sess."} {
		if k, ok := words.MatchPhrase(s, j, r.ceil, word); ok {
			k = r.skip(k)
			if end := r.digitsEnd(k); end > k && r.at(end) == ',' {
				return end + 1
			}
		}
	}
	return i
}

// bySession returns the first term that is session laws cited by the year of the
// session, or a compilation of such laws, nil when there is none.
func bySession(terms []term, types []string) *term {
	for i := range terms {
		if t := ofType(terms[i:i+1], types); t != nil && slices.Contains(yearlyTypes, t.code.Type) && t.layout.Has(shape.Year) {
			return t
		}
	}
	return nil
}

// yearlyTypes are the types of codes that may be cited by the year after their name.
var yearlyTypes = []string{"session", "statute"}

// ofSession reads the year of a session and the chapter after it, "Stats. 1992,
// ch. 726, § 2", the number, "Acts 1973, No. 5", or the page where the layout has its
// word, "Ga. L. 1990, p. 1883". Without one the year may be anything.
func (r reader) ofSession(a anchor, sh *Shared, p *Provision, types []string) (next int) {
	s := r.text
	t := bySession(a.terms, types)
	end := r.sessionEnd(a.number)
	if t == nil || end == a.number || r.at(end) != ',' {
		return 0
	}
	p.Code, p.AsWritten, p.Volume = t.code, r.asWritten(t, a), s[a.number:end]
	j := r.skip(end + 1)
	page := t.layout.Step(shape.Page).Label != ""
	if k, ok := words.MatchPhrase(s, j, r.ceil, "no."); ok {
		next = r.numberOfLaw(r.skip(k), sh, p)
		if page && len(sh.Pins) > 0 {
			p.Page, sh.Pins = sh.Pins[0].From, sh.Pins[1:]
		}
		return next
	}
	if kind, _, k := pinWordAt(s, j, r.ceil); page && kind == PinPage {
		return r.scanPrinted(&p.Page, &sh.Pins, k)
	}
	pins, next := r.scanPins(j, "")
	if len(pins) == 0 || pins[0].Kind != PinChapter {
		return 0
	}
	if !t.layout.Has(shape.Chapter) {
		sh.Pins = pins
		return next
	}
	p.Chapter = pins[0].From
	sortPins(pins[1:], &sh.Pins, &p.Sections)
	return next
}

// sessionEnd returns the end of the year of a session, or of the two years of one, at
// s[i:]: "1992", "1937-38". Without a year it returns i.
func (r reader) sessionEnd(i int) (end int) {
	end = r.digitsEnd(i)
	if end-i != len("1992") {
		return i
	}
	dash := lex.DashAt(r.text, end, r.ceil)
	if k := r.digitsEnd(end + dash); dash > 0 && k == end+dash+len("38") {
		return k
	}
	return end
}

// ofYearOnly reports whether the year and what follows it in words are part of how a
// code is cited: its name alone, "Laws", is a common word.
func (t *term) ofYearOnly() bool {
	after := t.layout.After()
	return codeFirst(t.layout) && after[0].Field == shape.Year && (len(after) == 1 || !after[1].Joined())
}
