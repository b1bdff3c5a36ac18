package citation

import "strings"

// A ShortStatute is a section without its code: "§ 1983", "section 10(b)".
// Bluebook Rule 12.10; Indigo Book R16.5.
type ShortStatute struct {
	Shared
	Sections []Pin
	EtSeq    bool // "et seq." stands behind the sections
	Prose    bool // written as a word, in a sentence: "section 1983"
}

// Kind returns [KindShortStatute].
func (*ShortStatute) Kind() Kind { return KindShortStatute }

// String returns the short form: "§ 1983".
func (c *ShortStatute) String() string {
	var b strings.Builder
	b.WriteString(sectionList(c.Sections, c.EtSeq))
	writeParens(&b, c.Parens)
	return b.String()
}

// sections is what a section sign or the word "section" leads to, before it is
// known what it is a section of.
type sections struct {
	Span
	pins  []Pin
	etSeq bool
}

// scanBare reads the sections at an anchor without a code next to it.
func (r reader) scanBare(a anchor) (x sections, ok bool) {
	x.Start = a.start
	switch {
	case a.class == anchorSection:
		x.pins, x.End = r.scanPins(a.start, "")
	case a.terms == nil && a.label != "":
		x.pins, x.End = r.scanSections(a.number, a.label)
	}
	if x.pins == nil {
		return x, false
	}
	if _, next, ok := scanEtSeq(r.text, x.End, r.ceil); ok {
		x.etSeq, x.End = true, next
	}
	return x, true
}

// readShortStatute reads a section of which neither code nor act is written.
func readShortStatute(r reader, a anchor) Citation {
	if a.class == anchorLabel && a.label != PinSection || r.ownSection(a) {
		return nil
	}
	x, ok := r.scanBare(a)
	if !ok || r.beforeSessionLaw(x.End) {
		return nil
	}
	if of := r.ofWhat(x.End); of.other {
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

// ownSection reports whether the word before a number is a label that means
// something else: the genitive in "Doe's 12", a lone "s".
func (r reader) ownSection(a anchor) bool {
	if a.class != anchorLabel || a.number-a.start > 4 {
		return false
	}
	s := r.text
	word := s[a.start:skipBack(s, a.start, a.number)]
	if !strings.EqualFold(strings.TrimSuffix(word, "."), "s") && !strings.EqualFold(strings.TrimSuffix(word, "."), "ss") {
		return false
	}
	// an "S" that stands for a section sign leads to a section's number
	end := digitsEnd(s[:r.ceil], a.number)
	return a.start > 0 && (s[a.start-1] == '\'' || s[a.start-1] >= 0x80) || word == "S." || end-a.number < 3 && (end >= r.ceil || s[end] != '(')
}

// beforeSessionLaw reports whether a place in the session laws follows: then
// the sections are those of the act that is printed there.
func (r reader) beforeSessionLaw(i int) bool {
	j := skip(r.text[:r.ceil], i)
	if j >= r.ceil || r.text[j] != ',' {
		return false
	}
	j = skip(r.text[:r.ceil], j+1)
	if j >= r.ceil || class[r.text[j]]&cDigit == 0 {
		return false
	}
	a := r.numberAnchor(j)
	return a.class == anchorNumber && ofType(a.terms, []string{"session"}, "{") != nil
}

// whole is what a section is said to be part of.
type whole struct {
	code  *term  // a code of the table
	act   Phrase // an act by its name
	title string // a title of the United States Code
	end   int    // behind it
	other bool   // something that is no law
}

// lawWords are small words for a law that was named before.
var lawWords = [...]string{"act", "acts", "code", "statute", "statutes", "law", "laws", "title", "chapter", "article", "bill", "amendment", "constitution",
	"same", "ordinance", "subchapter", "part", "former", "current", "federal", "state", "u.s", "u.s.c", "statutory", "legislation", "regulations", "rules", "rule", "restatement"}

// ofWhat reads what stands behind a section: ", Fla. Stat.", "of the Exchange
// Act", "of title 42".
func (r reader) ofWhat(i int) (w whole) {
	s := r.text
	j := skip(s[:r.ceil], i)
	comma := j < r.ceil && s[j] == ','
	if comma {
		j = skip(s[:r.ceil], j+1)
	}
	if j >= r.ceil {
		return w
	}
	if class[s[j]]&cUpper != 0 {
		w.code, w.end = r.codeAt(j)
		return w
	}
	of := false
	for _, words := range [...]string{"of the", "of this", "of", "under the", "in the"} {
		if k, ok := matchWords(s, j, r.ceil, words); ok && !comma {
			of, j = true, skip(s[:r.ceil], k)
			break
		}
	}
	if !of || j >= r.ceil {
		return w
	}
	if k, ok := matchWords(s, j, r.ceil, "title"); ok {
		if k = skip(s[:r.ceil], k); k < r.ceil && class[s[k]]&cDigit != 0 {
			w.title, w.end = s[k:digitsEnd(s[:r.ceil], k)], digitsEnd(s[:r.ceil], k)
			return r.codeBehindTitle(w)
		}
	}
	if digitsEnd(s[:r.ceil], j) == j+4 { // "of the 1976 Act"
		j = skip(s[:r.ceil], j+4)
		if j >= r.ceil {
			return w
		}
	}
	if class[s[j]]&cUpper == 0 {
		w.other = true
		for _, word := range lawWords {
			if k := j + len(word); k <= r.ceil && strings.EqualFold(s[j:k], word) && wordEnds(s, k, r.ceil) {
				w.other = false
			}
		}
		return w
	}
	if w.code, w.end = r.codeAt(j); w.code != nil {
		return w
	}
	if w.act, w.end = r.actAt(j); w.act.Text == "" {
		w.other = true
		for _, word := range [...]string{"Title", "Chapter", "Act", "Article", "Section", "Code", "Rule", "Public", "Pub", "Subchapter", "Subtitle", "Part", "Division"} {
			if hasPrefixAt(s, j, word) {
				w.other = false
			}
		}
	}
	return w
}

// codeAt reads a code's abbreviation or name that begins at s[i:]; a period that
// ends the sentence behind it stays outside.
func (r reader) codeAt(i int) (code *term, next int) {
	terms, next := r.tab.trailing.match(r.text, i, r.ceil)
	if terms == nil {
		return nil, i
	}
	if r.text[next-1] == '.' && !strings.HasSuffix(terms[0].abbrev, ".") {
		next--
	}
	return &terms[0], next
}

// codeBehindTitle completes "of title 42": the United States Code, which may
// be named behind it, or another code.
func (r reader) codeBehindTitle(w whole) whole {
	s := r.text
	j := skip(s[:r.ceil], w.end)
	if j < r.ceil && s[j] == ',' {
		j = skip(s[:r.ceil], j+1)
	}
	if k, ok := matchWords(s, j, r.ceil, "of the"); ok {
		j = skip(s[:r.ceil], k)
	}
	if j < r.ceil && class[s[j]]&cUpper != 0 {
		if code, next := r.codeAt(j); code != nil {
			w.code, w.end = code, next
			return w
		}
	}
	w.code = r.tab.usc
	return w
}

// actAt reads the name of an act that begins at s[i:]: capitalised words with
// one of roleAct among them and perhaps a year behind it, or an acronym.
func (r reader) actAt(i int) (name Phrase, next int) {
	s := r.text
	end, acronym := 0, 0
	words := 0
	for k := i; k < r.ceil && k-i < maxAct && words < 14; words++ {
		m := k
		for m < r.ceil && noiseAt(s, m) == 0 && strings.IndexByte(",;:()[]\"", s[m]) < 0 {
			m++
		}
		w := strings.TrimRight(s[k:m], ".")
		if w == "" || class[w[0]]&cUpper == 0 && !r.tab.is(w, roleJoin) {
			break
		}
		switch {
		case r.tab.is(w, roleAct):
			end = k + len(w)
		case words == 0 && len(w) >= 3 && len(w) <= 10 && capitals(w) && !isRoman(w):
			acronym = m
		}
		if m < r.ceil && noiseAt(s, m) == 0 {
			break
		}
		if strings.HasSuffix(s[k:m], ".") && end > 0 {
			break
		}
		k = skip(s[:r.ceil], m)
	}
	if end == 0 {
		if acronym == 0 {
			return name, i
		}
		return r.phrase(i, acronym), acronym
	}
	if k, ok := matchWords(s, skip(s[:r.ceil], end), r.ceil, "of"); ok { // "of 1934"
		k = skip(s[:r.ceil], k)
		if y := digitsEnd(s[:r.ceil], k); y == k+4 {
			end = y
		}
	}
	return r.phrase(i, end), end
}

// readNamedSection reads a section of a code or an act that is named beside
// it: "§ 768.28, Fla. Stat.", "section 10(b) of the Exchange Act", "ERISA § 502".
func readNamedSection(r reader, a anchor) Citation {
	if a.class == anchorLabel && a.label != PinSection && a.label != PinArticle && a.label != PinChapter || r.ownSection(a) {
		return nil
	}
	x, ok := r.scanBare(a)
	if !ok {
		return nil
	}
	c := &Statute{Shared: Shared{text: r.text}, Provision: Provision{Sections: x.pins, EtSeq: x.etSeq}}
	of := r.ofWhat(x.End)
	start, next := x.Start, x.End
	switch {
	case of.code != nil && of.code.code.Type == "statute":
		c.Code, c.Written, c.Title, next = of.code.code, of.code.abbrev, of.title, of.end
		c.Jurisdiction = c.Code.Jurisdiction
	case of.code != nil || of.other || a.label == PinChapter || r.tab.is(of.act.Text, roleAct):
		return nil
	case of.act.Text != "":
		c.Name, next = of.act, of.end
	default:
		from, ok := r.actBeside(x.Start)
		if !ok {
			return nil
		}
		c.Name = r.phrase(from, trimComma(r.text, from, x.Start))
		start = from
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
	j := trimComma(s, r.floor, i)
	if j == i || j <= r.floor {
		return i, false
	}
	w, _, ok := wordBefore(s, max(r.floor, j-maxAct), j)
	if !ok {
		return i, false
	}
	text := s[w.start:w.end]
	if r.tab.is(text, roleAct) {
		return r.actEndingAt(j)
	}
	if len(text) >= 4 && len(text) <= 10 && capitals(text) && !isRoman(text) && s[j-1] != ',' && w.before == 0 {
		return w.start, allLetters(text)
	}
	return i, false
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&asciiLet == 0 {
			return false
		}
	}
	return s != ""
}

// readNamedRegulation reads "section 240.10b-5 of the Code of Federal
// Regulations", "20.2.72.200 NMAC" and rules named behind their number.
func readNamedRegulation(r reader, a anchor) Citation {
	x, ok := r.scanBare(a)
	if !ok {
		return nil
	}
	of := r.ofWhat(x.End)
	if of.code == nil || of.code.code.Type == "statute" {
		return nil
	}
	p := Provision{Code: of.code.code, Written: of.code.abbrev, Title: of.title, Jurisdiction: of.code.code.Jurisdiction, Sections: x.pins, EtSeq: x.etSeq}
	c, sh, into := r.provisionOf(p)
	if c == nil {
		return nil
	}
	sh.Core = Span{x.Start, of.end}
	next := r.edition(into, of.end)
	sh.Span = Span{x.Start, r.tail(sh, &into.Online, next)}
	sh.Signal = r.signal(x.Start)
	return c
}

// provisionOf makes the citation of the kind that a provision's code has.
func (r reader) provisionOf(p Provision) (c Citation, sh *Shared, into *Provision) {
	switch p.Code.Type {
	case "regulation", "executive", "register":
		x := &Regulation{Shared{text: r.text}, p}
		return x, &x.Shared, &x.Provision
	case "rule":
		x := &Rule{Shared{text: r.text}, p}
		return x, &x.Shared, &x.Provision
	}
	return nil, nil, nil
}

// readShortRule reads a rule without the body it stands in: "Rule 12(b)(6)".
func readShortRule(r reader, a anchor) Citation {
	if a.label != PinRule || a.terms != nil {
		return nil
	}
	s := r.text
	if a.number-a.start < 4 || s[a.start]|0x20 != 'r' || class[s[a.start]]&cUpper == 0 {
		return nil // "r. 12", "rule 12"
	}
	x, ok := r.scanBare(a)
	if !ok || class[s[a.number]]&cDigit == 0 {
		return nil
	}
	if of := r.ofWhat(x.End); of.other {
		return nil
	}
	c := &Rule{Shared: Shared{text: s, Core: x.Span, Span: x.Span}, Provision: Provision{Sections: x.pins}}
	c.Signal = r.signal(x.Start)
	return c
}
