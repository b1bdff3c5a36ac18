package citation

import "strings"

// A Statute is a section of a code, or a foreign enactment. Bluebook Rules 12,
// 20.5; Indigo Book R16, R17.
type Statute struct {
	Shared
	Name      Phrase // of the act: "Lanham Act", or the foreign enactment's title; zero when not written
	Code      *Code  // the row of the table; nil for an enactment cited by its name alone
	Written   string // the code's abbreviation as written
	Title     string // title number of the code: "42"; empty where the code has none
	Chapter   string // chapter number where it is part of the citation's form
	Sections  []Pin  // sections, articles or paragraphs, in the order written
	EtSeq     bool   // "et seq." stands behind the sections
	Publisher Phrase // "West", "LexisNexis"; zero when not written
	Date      Date   // of the edition, mostly a year

	// Jurisdiction is the postal code of an American jurisdiction in lower
	// case ("us", "ny"), or the name of a country ("China"); empty when not known.
	Jurisdiction string

	// Foreign enactments alone:
	Authors       []Phrase      // names that stand before the title
	OriginalTitle Phrase        // title in its own language or script
	Promulgation  *Promulgation // nil when not written
	DateText      Phrase        // the date in the enactment's own language: "de 14 de Agosto de 2018"
	Gazette       Phrase        // the publication that promulgated it

	Online *Online // nil when not written
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
	if c.Code == nil {
		return c.foreignString()
	}
	var b strings.Builder
	b.WriteString(c.Name.Text)
	comma(&b)
	sections := sectionList(c.Sections, c.EtSeq)
	b.WriteString(strings.NewReplacer(
		"@", c.Written, "{title}", c.Title, "{chapter}", c.Chapter, "§ {section}", sections, "{section}", sections,
	).Replace(c.shape()))
	writeDecision(&b, c.Publisher.Text, c.Date)
	writeOnline(&b, c.Online)
	writeHereinafter(&b, c.Hereinafter)
	writeParens(&b, c.Parens)
	return b.String()
}

// shape returns the layout to write the code in.
func (c *Statute) shape() string {
	if strings.Contains(c.Code.Shape, "{section}") {
		return c.Code.Shape
	}
	if c.Title != "" {
		return "{title} @ § {section}"
	}
	return "@ § {section}"
}

// sectionList writes "§ 1983", "§§ 1981, 1983-85", "§ 1400 et seq."
func sectionList(pins []Pin, etSeq bool) string {
	var b strings.Builder
	for i, p := range pins {
		if i > 0 {
			b.WriteString(", ")
		}
		switch {
		case i > 0 && p.Kind == pins[i-1].Kind:
		case p.Kind == PinSection && (p.To != "" || i+1 < len(pins) && pins[i+1].Kind == PinSection):
			b.WriteString("§§ ")
		default:
			b.WriteString(pinForms[p.Kind])
		}
		b.WriteString(p.From)
		if p.To != "" {
			b.WriteString("-" + p.To)
		}
	}
	if etSeq {
		b.WriteString(" et seq.")
	}
	return b.String()
}

// readStatuteByTitle reads "42 U.S.C. § 1983" at its title number.
func readStatuteByTitle(r reader, a anchor) Citation {
	t := codeOf(a.terms, "{title} @")
	if t.code == nil {
		return nil
	}
	s := r.text
	i := a.end
	if j := skip(s, i); j < r.ceil && s[j] == ',' {
		i = j + 1
	}
	sections, next := r.scanPins(i, "")
	if sections == nil { // the section sign is left out: "44 U.S.C. 3541(1)"
		pin, _, k, ok := r.scanPin(skip(s, i), PinSection)
		if !ok {
			return nil
		}
		sections, next = []Pin{pin}, k
	}
	v := digitsEnd(s, a.start)
	c := &Statute{Code: t.code, Written: t.abbrev, Title: s[a.start:v], Sections: sections}
	return r.statute(c, a.start, next)
}

// readStatuteBySection reads "Colo. Rev. Stat. § 18-8-115" at its section sign.
func readStatuteBySection(r reader, a anchor) Citation {
	s := r.text
	c := &Statute{}
	j := trimComma(s, r.floor, a.start)
	terms, start := r.tab.backward.matchBack(s, r.floor, j)
	if terms == nil {
		var kind PinKind
		c.Chapter, kind, start = r.divisionBefore(j)
		if c.Chapter == "" {
			return nil
		}
		if terms, start = r.tab.backward.matchBack(s, r.floor, start); terms == nil {
			return nil
		}
		if kind == PinVolume { // "tit. 21"
			c.Title, c.Chapter = c.Chapter, ""
		}
	}
	c.Code, c.Written = terms[0].code, terms[0].abbrev
	if c.Code.Type != "statute" {
		return nil
	}
	var next int
	c.Sections, next = r.scanPins(a.start, "")
	if c.Sections == nil {
		return nil
	}
	return r.statute(c, start, next)
}

// divisionBefore reads leftwards the chapter or title that some codes have
// between their name and the section: "ch. 268", "tit. 21". It returns the
// offset at which the code's name ends.
func (r reader) divisionBefore(j int) (number string, kind PinKind, end int) {
	s := r.text
	k := j
	for k > r.floor && (class[s[k-1]]&(cDigit|asciiLet) != 0 || s[k-1] == '-') {
		k--
	}
	if k == j {
		return "", "", j
	}
	number = s[k:j]
	m := skipBack(s, r.floor, k)
	low := max(r.floor, m-8)
	for _, d := range [...]struct {
		word string
		kind PinKind
	}{{"ch.", PinChapter}, {"chap.", PinChapter}, {"c.", PinChapter}, {"tit.", PinVolume}, {"title", PinVolume}, {"art.", PinArticle}} {
		if p := m - len(d.word); p >= low && hasFoldPrefix(s[p:], d.word) {
			return number, d.kind, trimComma(s, r.floor, p)
		}
	}
	return "", "", j
}

// codeOf returns the first statutory code among the terms whose layout begins so.
func codeOf(terms []term, layout string) term {
	for _, t := range terms {
		if t.code != nil && t.code.Type == "statute" && strings.HasPrefix(t.code.Shape, layout) {
			return t
		}
	}
	return term{}
}

// statute reads what follows the sections and precedes the code.
func (r reader) statute(c *Statute, start, next int) Citation {
	s := r.text
	c.text, c.Core = s, Span{start, next}
	c.Jurisdiction = c.Code.Jurisdiction
	if k, ok := matchPhrase(s, skip(s, next), r.ceil, "et seq."); ok {
		c.EtSeq, next = true, k
	}
	if hasPrefixAt(s, skip(s, next), ",") {
		if k, ok := matchPhrase(s, skip(s, skip(s, next)+1), r.ceil, "et seq."); ok {
			c.EtSeq, next = true, k
		}
	}
	next = r.edition(c, next)
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	if from, ok := r.actBefore(start); ok {
		c.Name = r.phrase(from, trimComma(s, from, start))
		c.Span.Start = from
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// edition reads "(2018)", "(West 2014)", "(2012 & Supp. I 2013)".
func (r reader) edition(c *Statute, i int) (next int) {
	s := r.text
	in, next, ok := r.shortParen(i)
	if !ok {
		return i
	}
	a := in.Start
	d, start, ok := r.dateAtEnd(a, in.End)
	if !ok || class[s[a]]&(cUpper|cDigit) == 0 {
		return i
	}
	if first, k, ok := scanDate(s[:in.End], a); ok && k <= start {
		d, start = first, a // "(2012 & Supp. I 2013)": the main volume's year
	}
	c.Date = d
	c.Publisher = r.phrase(a, trimComma(s, a, start))
	return next
}

// maxAct bounds the length of an act's name, in bytes.
const maxAct = 160

// actBefore finds the name of the act that stands before its code: "Lanham
// Act, 15 U.S.C. § 1051". It holds a word with roleAct.
func (r reader) actBefore(i int) (start int, ok bool) {
	s := r.text
	j := skipBack(s, r.floor, i)
	if j == r.floor || s[j-1] != ',' {
		return i, false
	}
	j = skipBack(s, r.floor, j-1)
	low := max(r.floor, j-maxAct)
	act := false
	for k := j; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || w.after == ';' || w.after == ':' || w.after == '.' && k != j && !r.abbreviation(w) {
			break
		}
		text := s[w.start:w.end]
		act = act || r.tab.is(strings.Trim(text, ".,"), roleAct)
		if !r.tab.nameWord(text) {
			break
		}
		if class[text[0]]&cUpper != 0 && !r.tab.is(text, roleSentenceStart) {
			start = w.start
		}
		if w.before != 0 {
			break
		}
		k = next
	}
	if r.clause && act && !r.isProse(r.floor, j) && j-r.floor <= maxAct {
		return skip(s, r.floor), true
	}
	return start, act && start > 0
}
