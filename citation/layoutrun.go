package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How a provision's layout is run
//
// At a number with the code after it, the steps before the abbreviation divide what
// ends in that number: "{title}-{chapter} @" has two in "12-030 Vt. Code R." The
// steps after it are read in their order. Those with a word or a sign, "ch.
// {chapter}, § {section}", are read as one list of pinpoints, and each pinpoint goes
// to the step whose label it has: a list need not have them all, and may have more.
// A page and a number have readers of their own, since much may follow them.

// afterCode reads "42 U.S.C. § 1983", "78 Stat. 241" at its first number. It
// returns where the core begins and the offset after it, 0 when nothing is there.
func (r reader) afterCode(a anchor, sh *Shared, p *Provision, types []string) (start, next int) {
	t := r.codeOf(a, types, numberFirst)
	if t == nil {
		return 0, 0
	}
	s := r.text
	end := lex.NumberEnd(s, a.start)
	abbrev := lex.Skip(s, end)
	if titled := ofForm(a.terms, types, titleFirst); titled != nil && sectionFirst(t.layout) && abbrev > end { // "11 NMAC 4.4.12"
		t = titled
	}
	p.Code, p.AsWritten = t.code, lex.Clean(s[abbrev:a.end])
	if sectionFirst(t.layout) {
		pin, _, k, ok := r.scanPinAs(a.start, PinSection, true)
		if !ok || k > a.end {
			return 0, 0
		}
		p.Sections, p.AsWritten = []Pin{pin}, lex.Clean(s[lex.Skip(s, k):a.end])
		return a.start, a.end
	}
	start, whole := r.stepsBefore(a, t, p)
	if steps := t.layout.After(); len(steps) > 0 {
		return start, r.stepsAfter(a.end, steps, sh, p)
	}
	if !whole {
		return 0, 0
	}
	return start, a.end // "2005-4 N.Y. Consol. Laws Adv."
}

// stepsBefore reads the steps before the abbreviation, which the anchor's number
// ends; whole says that all of them were there.
func (r reader) stepsBefore(a anchor, t *term, p *Provision) (start int, whole bool) {
	steps := t.layout.Before()
	end := lex.NumberEnd(r.text, a.start)
	start = a.start
	switch last := steps[len(steps)-1]; {
	case len(steps) > 1, last.Field == shape.Chapter: // "016-06-35 Ark. Code R."
		start = r.joinedBefore(steps, end)
	case last.Field == shape.Title && t.code.Type == "session":
		start = r.reignBefore(a.start)
	}
	rest, whole := lex.Clean(r.text[start:end]), true
	for i, step := range steps {
		value := rest
		if i+1 < len(steps) {
			value, rest, _ = strings.Cut(rest, steps[i+1].Lead)
		}
		*p.field(step.Field) = value
		whole = whole && value != ""
	}
	return start, whole
}

// joinedBefore returns where the numbers begin that the steps before an abbreviation
// join, of which the last ends before s[:end].
func (r reader) joinedBefore(steps []shape.Step, end int) (start int) {
	start = lex.NumberBefore(r.text, r.floor, end)
	for i := len(steps) - 1; i > 0 && steps[i].Joined() && strings.HasSuffix(r.text[r.floor:start], steps[i].Lead); i-- {
		k := start - len(steps[i].Lead)
		if from := lex.NumberBefore(r.text, r.floor, k); from < k && !lex.IsAt(r.text, k-1, lex.Noise) {
			start = from
		}
	}
	return start
}

// stepsAfter reads the steps after the abbreviation from s[i:]. It returns 0 when none
// of them is there.
func (r reader) stepsAfter(i int, steps []shape.Step, sh *Shared, p *Provision) (next int) {
	for len(steps) > 0 {
		k, read := 0, 1
		switch step := steps[0]; {
		case step.Field == shape.Page:
			k = r.scanPrinted(&p.Page, &sh.Pins, i)
		case step.Field == shape.Number && step.Label == "":
			k = r.bareNumber(i, sh, p)
		case step.Field == shape.Number:
			k = r.namedNumber(i, p)
		default:
			read = divisions(steps)
			k = r.divisionsAfter(i, steps[:read], read < len(steps), sh, p)
		}
		if k > 0 {
			i, next = k, k
		}
		steps = steps[read:]
	}
	return next
}

// bareNumber reads a number with the sections after it, "2012 PA 124, § 3", or
// pinpoints after "at" alone. It returns 0 without either.
func (r reader) bareNumber(i int, sh *Shared, p *Provision) (next int) {
	if j := r.skip(i); r.isAt(j, lex.Digit) {
		return r.numberOfLaw(j, sh, p)
	}
	if sh.Pins, next = r.scanPins(i, ""); sh.Pins == nil {
		return 0
	}
	return next
}

// joinedAt reports whether the number at s[i:] has the marks that join the first
// steps of a layout, "4:46-2" for {title}:{section}; it needs none where none are.
func (r reader) joinedAt(i int, steps []shape.Step) bool {
	for len(steps) > 1 && steps[1].Joined() {
		for r.isAt(i, lex.Alnum) {
			i++
		}
		if !strings.HasPrefix(r.text[i:r.ceil], steps[1].Lead) || !r.isAt(i+len(steps[1].Lead), lex.Alnum) {
			return false
		}
		i, steps = i+len(steps[1].Lead), steps[1:]
	}
	return true
}

// numberOfYear reads a year and the number that is joined to it, "1999-12". It returns
// 0 without them.
func (r reader) numberOfYear(i int, steps []shape.Step, p *Provision) (next int) {
	year := r.digitsEnd(i)
	if year-i != len("1999") || !r.joinedAt(i, steps) {
		return 0
	}
	p.Volume = r.text[i:year]
	p.Number, next = scanNumber(r.text, year+len(steps[1].Lead), r.ceil)
	return next
}

// namedNumber reads a number after its word, "No. 412". It returns 0 without one.
func (r reader) namedNumber(i int, p *Provision) (next int) {
	j, _ := r.skipComma(i)
	k, ok := words.MatchPhrase(r.text, j, r.ceil, "no.")
	if !ok {
		return 0
	}
	p.Number, next = scanNumber(r.text, r.skip(k), r.ceil)
	return next
}

// divisions counts the steps that are read as one list of pinpoints.
func divisions(steps []shape.Step) (n int) {
	for n = 1; n < len(steps); n++ {
		if f := steps[n].Field; f == shape.Page || f == shape.Number {
			break
		}
	}
	return n
}

// divisionsAfter reads the divisions and sections after a code, and the year of its
// edition before them: "12 O.S. 2001, § 95". It returns 0 without any, or without the
// first where the layout gives it a word of its own; more says that further steps
// follow.
func (r reader) divisionsAfter(i int, steps []shape.Step, more bool, sh *Shared, p *Provision) (next int) {
	if j := r.skip(i); r.at(j) == ',' {
		i = j + 1
	}
	if p.Code.Type == "session" {
		i = r.afterSession(i)
	}
	y := r.afterSupplement(i)
	year := r.digitsEnd(y)
	if k, ok := words.MatchPhrase(r.text, r.skip(year), r.ceil, "comp."); ok && year == y+4 { // "3 CFR, 1978 Comp., p. 266"
		p.Date, _, _ = scanDate(r.text[:year], y)
		p.Publisher = r.phrase(year, k)
		if sh.Pins, next = r.scanPins(k, PinPage); sh.Pins == nil {
			return 0
		}
		return next
	}
	if r.editionAt(y, year) { // "47 O.S. Supp.2002, § 11-902"
		i = r.afterEditionWord(year)
	}
	pins, next := r.scanPins(i, "")
	if more && len(pins) > len(steps) { // what follows the list is no part of it
		pins, next = pins[:len(steps)], pins[len(steps)-1].Span.End
	}
	if named := isDivision(steps[0]); pins == nil && !named { // the section sign is left out: "44 U.S.C. 3541(1)"
		pins, next = r.scanSections(r.skip(i), PinSection)
	} else if named && pins != nil && pins[0].Kind != labelKinds[steps[0].Label] {
		return 0
	}
	if pins == nil {
		return 0
	}
	p.place(pins, p.Code.layout())
	return next
}

// place puts each of a list of pinpoints where the layout wants it: a division into
// its step's field, one that a code cited by divisions has beside them into the title
// or the chapter, all else among the sections.
func (p *Provision) place(pins []Pin, l *shape.Layout) {
	for i, pin := range pins {
		_, own := stepOf(pin.Kind, l)
		above := own || isDivision(l.Next()) && (i == 0 || i+1 < len(pins))
		if !divides(pin.Kind) || pin.Kind == PinArticle && l.Has(shape.Article) {
			above = false // articles are sections where the layout has them
		}
		if field := p.field(fieldOf(pin.Kind, l)); above && *field == "" && len(p.Sections) == 0 {
			*field = pin.From
			continue
		}
		p.Sections = append(p.Sections, pin)
	}
}
