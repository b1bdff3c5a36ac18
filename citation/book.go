package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Book is a book, a treatise or an encyclopedia. Bluebook Rule 15; Indigo
// Book R23.
type Book struct {
	Shared
	Volume  string   // "5A"; empty when not written
	Authors []Phrase // in the order written, without "et al."; nil when none is there
	EtAl    bool     // "et al." follows them
	Title   Phrase
	Edition string // "2d", "rev."; empty when not written
	Editors Phrase // as written, with "ed." or "eds."; zero when not written
	Date    Date
	Online  *Online // nil when not written
}

// Kind returns [KindBook].
func (*Book) Kind() Kind { return KindBook }

// String returns the book as Bluebook Rule 15 writes it.
func (c *Book) String() string {
	var b strings.Builder
	b.WriteString(c.Volume)
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	var byline strings.Builder
	writeByline(&byline, c.Authors, c.EtAl, Phrase{}, c.Title)
	b.WriteString(byline.String())
	pins := c.Pins
	named := len(pins) > 0 && pins[0].Kind == PinChapter && !strings.ContainsAny(pins[0].From, "0123456789") && !lex.IsRoman(pins[0].From)
	if !named {
		if n := len(c.Title.Text); n > 0 && lex.Class[c.Title.Text[n-1]]&lex.Digit != 0 { // "DSM-5, p. 38"
			if list := pinListAs(pins, pageForms); list != "" {
				b.WriteString(", " + list)
			}
		} else {
			writePins(&b, pins, " ")
		}
	}
	c.writeImprint(&b)
	if named { // California's style: "5 Witkin, Cal. Procedure (4th ed. 1997) Pleading, § 55"
		b.WriteString(" " + pins[0].From)
		writePins(&b, pins[1:], ", at ")
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// writeImprint writes "(Jane Roe ed., 2d ed. 1997)".
func (c *Book) writeImprint(b *strings.Builder) {
	var in []string
	if c.Editors.Text != "" {
		in = append(in, c.Editors.Text)
	}
	if c.Edition != "" {
		in = append(in, c.Edition+" ed.")
	}
	text := strings.Join(in, ", ")
	if !c.Date.IsZero() {
		text += " " + c.Date.written()
	}
	if text != "" {
		b.WriteString(" (" + strings.TrimSpace(text) + ")")
	}
}

// An imprint is what a book's parenthetical says: "(2d ed. 1990)", "(Jane Roe
// ed., rev. ed. 2004)", "(West 2004)".
type imprint struct {
	editors Phrase
	edition string
	date    Date
	edited  bool // "ed." or "eds." is in it
	printed bool // an institution that published it is named
}

// scanImprint reads the parenthetical after a book.
func (r reader) scanImprint(i int) (m imprint, next int, ok bool) {
	in, next, ok := r.shortBrackets(i)
	if !ok {
		return m, i, false
	}
	s := r.text
	in.End = afterReportNumber(s, in)
	d, start, ok := r.dateAtEnd(in.Start, in.End)
	named := strings.Contains(in.In(s), " ed.")                                         // "unabridged ed. 1969"
	if edition, is := strings.CutSuffix(strings.TrimSuffix(in.In(s), "."), " ed"); is { // "(1982 ed.)", "(3d ed.)", "[Farrell 11th ed]"
		from := strings.LastIndexByte(edition, ' ') + 1
		if lex.Class[lex.FirstByte(edition)]&lex.Digit != 0 {
			from = 0
		}
		if lex.Class[lex.FirstByte(edition[from:])]&lex.Digit != 0 {
			m.edition, m.edited = lex.Clean(edition[from:]), true
			m.date.Year, _, _ = date.YearAt(edition, 0)
			m.editors = r.phrase(in.Start, lex.TrimComma(s, in.Start, in.Start+from))
			return m, next, true
		}
	}
	if !ok || lex.Class[s[in.Start]]&(lex.Upper|lex.Digit) == 0 && !named && !lex.HasPrefixAt(s, in.Start, "rev.") && !lex.HasPrefixAt(s, in.Start, "photo.") {
		return m, i, false
	}
	m.date = d
	text := s[in.Start:start]
	m.printed = r.tab.namesInstitution(lex.Clean(strings.TrimSpace(text)))
	k := strings.LastIndex(text, "ed.")
	if n := strings.LastIndex(text, "eds."); n > k {
		m.editors, m.edited = r.phrase(in.Start, in.Start+n+len("eds.")), true
		return m, next, true
	}
	if bare := strings.TrimRight(text, " "); k < 0 && strings.HasSuffix(bare, " ed") { // "[9th ed 2009]"
		k = len(bare) - len("ed")
	}
	if k < 0 || k > 0 && lex.Class[text[k-1]]&lex.Alnum != 0 {
		return m, next, true
	}
	m.edited = true
	from := strings.LastIndexAny(text[:k], ",")
	edition := strings.TrimSpace(text[from+1 : k])
	if last := lex.LastWord(edition); last != edition && lex.Class[lex.FirstByte(last)]&lex.Digit != 0 && lex.Class[lex.FirstByte(edition)]&lex.Upper != 0 { // "(Cont.Ed.Bar 3d ed. 2003)"
		m.edition, m.editors = last, r.phrase(in.Start, lex.SkipBack(s, in.Start, in.Start+strings.LastIndex(text[:k], last)))
		return m, next, true
	}
	if lex.Class[lex.FirstByte(edition)]&(lex.Digit|lex.Lower) == 0 && edition != "Rev." {
		m.editors = r.phrase(in.Start, min(in.Start+k+len("ed."), in.End))
		return m, next, true
	}
	m.edition = lex.Clean(edition)
	if from > 0 {
		m.editors = r.phrase(in.Start, in.Start+from)
	}
	return m, next, true
}

// afterReportNumber returns the end of an imprint without the number of a report
// at its end: "(Dec. 2009, NCJ 228417)".
func afterReportNumber(s string, in Span) int {
	comma := strings.LastIndexByte(in.In(s), ',')
	if comma < 0 {
		return in.End
	}
	series, number, ok := strings.Cut(strings.TrimLeft(s[in.Start+comma+1:in.End], " "), " ")
	if !ok || !lex.Capitals(series) || !lex.AllDigits(number) {
		return in.End
	}
	return in.Start + comma
}

// readBookBySection reads "5A Wright & Miller, Federal Practice and Procedure §
// 1356 (2d ed. 1990)" at its section sign.
func readBookBySection(r reader, a anchor) Citation {
	if a.terms != nil || !r.titleBefore(a.number) {
		return nil
	}
	pins, next := r.scanPins(a.number, "")
	if pins == nil {
		return nil
	}
	return r.book(a.number, pins, next)
}

// readBookByTitle reads a well-known work at the number after its title:
// "Black's Law Dictionary 1149 (9th ed. 2009)".
func readBookByTitle(r reader, a anchor) Citation {
	if len(a.terms) == 0 || a.terms[0].treatise == nil || a.end < r.ceil && r.text[a.end] == 'd' { // "Am. Jur. 2d"
		return nil
	}
	kind, start := a.label, a.number
	switch {
	case strings.HasSuffix(a.terms[0].abbrev, "No."): // "The Federalist No. 78"
		kind, start = PinNumber, lex.SkipBack(r.text, a.start, a.number)-len("No.")
	case kind == "" && r.divided(a.number): // its section sign was lost: "American Law of Mining 177.02[1]"
		kind = PinSection
	case kind == "":
		kind = PinPage
	}
	pin, _, next, ok := r.scanPinAs(a.number, kind, true)
	if !ok {
		return nil
	}
	pins, next := r.morePins([]Pin{pin}, next, PinPage)
	return r.book(wordOfPage(r.text, a.start, start), pins, next) // "DSM-5, at 38"
}

// readBook reads a book at the parenthetical that gives its edition: "W.
// Prosser, Law of Torts 123 (4th ed. 1971)".
func readBook(r reader, a anchor) Citation {
	s := r.text
	end := r.skipBack(a.start)
	start := end
	for start > r.floor && (lex.Class[s[start-1]]&(lex.Digit|lex.Space) != 0 || lex.Class[s[start-1]]&lex.Upper != 0 && lex.Class[s[start]]&lex.Digit != 0 || strings.IndexByte("-,&*n.at[]", s[start-1]) >= 0 || s[start-1] >= 0x80) && end-start < 40 {
		start--
	}
	for ; start < end; start++ {
		if start == r.floor || lex.Class[s[start]]&lex.Digit == 0 && s[start] != '*' || lex.Class[s[start-1]]&lex.Space == 0 || strings.HasSuffix(s[r.floor:r.skipBack(start)], "No.") { // "Monograph No. 9"
			continue
		}
		if pin, _, next, ok := r.scanPin(start, PinPage); ok {
			pins, next := r.morePins([]Pin{pin}, next, PinPage)
			if next == end && len(pins) == 1 && yearsOf(pin) && s[r.skipBack(start)-1] == ',' { // "A History, 1780–1970 (1970)"
				break
			}
			if next == end {
				return r.book(wordOfPage(s, r.floor, start), pins, end) // "p. 465"
			}
		}
		if pins, next := r.scanSections(start, PinSection); next == end { // its section sign was lost: "17.1, at 354"
			return r.book(start, pins, end)
		}
	}
	if w := lastWordAt(s, r.floor, end); lex.Class[s[w]]&lex.Digit != 0 && r.divided(w) { // its section sign was lost: "14.1(a)"
		if pins, next := r.scanSections(w, PinSection); next == end {
			return r.book(w, pins, end)
		}
	}
	if w := lastWordAt(s, r.floor, end); end-w > 1 && lex.Class[s[w]]&lex.Lower != 0 && lex.IsRoman(s[w:lex.LettersEnd(s[:end], w)]) && s[max(r.skipBack(w), 1)-1] != '.' { // "xviii-xix", not "cap. iii"
		if pin, _, next, ok := r.scanPin(w, PinPage); ok && next == end {
			return r.book(w, []Pin{pin}, end)
		}
	}
	return r.book(end, nil, end)
}

// yearsOf reports whether a range of pages is one of years.
func yearsOf(p Pin) bool {
	_, from, ok := date.YearAt(p.From, 0)
	_, to, is := date.YearAt(p.To, 0)
	return ok && is && from == len(p.From) && to == len(p.To) && p.From < p.To
}

// readBookByName reads, in a note's clause, a book with neither section nor
// edition: "Jane Roe, Title 32 (2002)".
func readBookByName(r reader, a anchor) Citation {
	end := r.tailStart(a.start, a.end)
	open := r.opening(a.start, end)
	if open < 0 || r.isProse(a.start, open) && !r.bylineOfTitle(a.start, open) {
		return nil
	}
	m, next, ok := r.scanImprint(open)
	if !ok || next < end || m.date.Season != 0 || m.date.Month != 0 && !r.reported(a.start, open) {
		return nil
	}
	return readBook(r, anchor{class: anchorEdition, start: open, end: open})
}

// reported reports whether s[i:j] is what precedes the day or month of a
// report: an author and a title and no newspaper, or an institution and a title
// with a page.
func (r reader) reported(i, j int) bool {
	p := r.pieces(i, j)
	if p.n < 2 || !r.tab.authorLike(trimEtAl(lex.Clean(p.at[0].In(r.text)))) {
		return false
	}
	if p.n == 2 {
		return strings.IndexByte(p.at[1].In(r.text), ' ') > 0
	}
	last := p.at[p.n-1].In(r.text)
	return r.tab.institutional(lex.Clean(p.at[0].In(r.text))) && lex.AllDigits(last[strings.LastIndexByte(last, ' ')+1:])
}

// bylineOfTitle reports whether s[i:j] is a person's name and a title with words
// of prose in it: "Jane Roe, Masked by Trust". A title's longer words have
// capitals.
func (r reader) bylineOfTitle(i, j int) bool {
	p := r.pieces(i, j)
	if p.n < 2 || !r.tab.personal(lex.Clean(p.at[0].In(r.text))) || strings.IndexByte(p.at[0].In(r.text), ' ') < 0 {
		return false
	}
	for w := range strings.FieldsSeq(r.text[p.at[1].Start:p.at[p.n-1].End]) {
		if lex.Class[w[0]]&lex.Lower != 0 && len(w) > 4 {
			return false
		}
	}
	return lex.Class[r.text[p.at[1].Start]]&(lex.Upper|lex.High) != 0
}

// book completes a book: the byline ends at start, the pinpoints at next.
func (r reader) book(start int, pins []Pin, next int) Citation {
	s := r.text
	senses := r.senses(next)
	m, next, dated := r.scanImprint(senses.End)
	if dated && pins == nil { // California: "1 Witkin, Cal. Procedure (5th ed. 2008) § 234"
		pins, next = r.chapterPins(next)
	}
	from, sig := r.clauseStart(start, 1)
	head := lex.TrimComma(s, from, start)
	if from >= head {
		return nil
	}
	volume, first := "", from
	if v := lex.VolumeEnd(s, from, head); v > from {
		volume = s[from:v]
		from = lex.Skip(s, v)
	} else {
		from = r.openerOfWork(from, head)
		first = from
	}
	b := r.byline(from, head, false)
	if b.title.Text == "" && !r.tab.treatise(s, from, head) || from >= head {
		return nil
	}
	known := r.tab.treatise(s, b.title.Span.Start, head) || strings.Contains(b.title.Text, " Dictionary") || strings.HasSuffix(b.title.Text, " Encyclopedia")
	if !known && r.tab.treatise(s, from, head) {
		known, b = true, byline{title: r.phrase(from, head)}
	}
	if known && len(b.authors) == 0 && r.isProse(from, head) { // "is defined in The Random House Dictionary of the English Language 1304"
		for k := range r.titleWords(head, head-from) {
			if lex.Class[s[k]]&lex.Upper != 0 {
				b.title = r.phrase(k, head)
			}
		}
		from, sig = b.title.Span.Start, r.signal(b.title.Span.Start)
		volume, first = "", from
	}
	if pins != nil && pins[0].Kind == PinParagraph && !known && (!dated || len(b.authors) == 0) {
		return nil
	}
	switch {
	case known:
	case !dated && volume == "":
		return nil
	case r.isProse(from, head) && !(dated && len(b.authors) > 0 && (lex.InitialAt(s, from) || r.clause && r.bylineOfTitle(from, head))), !titled(b.title.Text):
		return nil
	case pins == nil && (sig.Word != "" || strings.Contains(b.title.Text, " No. ")) && dated && len(b.authors) == 1 && r.tab.namesInstitution(b.authors[0].Text) && strings.IndexByte(b.title.Text, ' ') > 0:
	case pins == nil && !m.edited && !r.clause && !(len(b.authors) > 0 && (lex.InitialAt(s, from) || initialled(b.authors[0].Text) && strings.Count(b.title.Text, " ") > 1)) && !r.givesName(next): // "H. White, History of the Union Pacific Railway (1895)"
		return nil
	case len(b.authors) == 0 && m.printed && pins != nil && pins[0].Kind == PinPage && strings.Count(b.title.Text, " ") > 2: // "Pension Plans: A Guide 64 (American Federation of Labor 1953)"
	case len(b.authors) == 0 && !m.edited && (!dated || volume == "" || pins == nil || pins[0].Kind != PinSection):
		return nil // "2 Jurywork Systematic Techniques § 13:18 (2016)" needs no author
	case strings.Contains(b.title.Text, " v. "), r.beginsCode(from): // a case or a provision that was not read
		return nil
	}
	for _, author := range b.authors {
		if !r.tab.authorLike(author.Text) && !known || strings.HasSuffix(author.Text, "Const.") {
			return nil
		}
	}
	if print := r.print(b, m, from, pins, next); print != nil {
		print.Signal = sig
		return print
	}
	c := &Book{Shared: Shared{text: s, Pins: pins}, Volume: volume}
	c.Authors, c.EtAl, c.Title = b.authors, b.etAl, b.title
	c.Edition, c.Editors, c.Date = m.edition, m.editors, m.date
	if senses.Start < senses.End {
		if name := r.phrase(senses.Start+1, senses.End-1); len(c.Authors) == 0 && r.tab.personal(name.Text) {
			c.Authors = []Phrase{name}
		}
		c.Parens = append(c.Parens, r.paren(senses.Start, senses.End-1))
	}
	c.Core = Span{c.Title.Span.Start, max(start, c.Title.Span.End)}
	if len(pins) > 0 {
		c.Core.End = pins[len(pins)-1].Span.End
	}
	c.Span = Span{first, r.tail(&c.Shared, &c.Online, next)}
	c.Signal = sig
	return c
}

// openerOfWork passes over the words that open a sentence before a well-known
// work: "As the Oxford English Dictionary 371 says". Without such a work it returns from.
func (r reader) openerOfWork(from, head int) int {
	s := r.text
	if r.tab.treatise(s, from, head) || lex.HasPrefixAt(s, from, "The") && strings.Contains(s[from:head], " Dictionary") { // "The Random House Dictionary"
		return from
	}
	rest, opened := from, false
	for words := 0; words < 3; words++ {
		end := lex.LettersEnd(s[:head], rest)
		word := s[rest:end]
		if word != "the" && word != "The" && !r.tab.is(word, roleSentenceStart) {
			break
		}
		opened = opened || word != "The"
		rest = lex.Skip(s[:head], end)
	}
	if rest > from && (r.tab.treatise(s, rest, head) || opened && strings.HasSuffix(s[rest:head], " Dictionary")) {
		return rest
	}
	return from
}

// chapterPins reads the places after a book's imprint and the chapter that
// California's courts name before them: "(4th ed. 1997) Pleading, § 55, p. 12".
func (r reader) chapterPins(i int) (pins []Pin, next int) {
	s := r.text
	if pins, next = r.scanPins(i, ""); pins != nil {
		return pins, next
	}
	start := r.skip(i)
	comma := strings.IndexByte(s[start:min(r.ceil, start+maxChapter)], ',')
	if comma <= 0 || lex.Class[s[start]]&lex.Upper == 0 || strings.ContainsAny(s[start:start+comma], ";.()") {
		return nil, i
	}
	end := start + comma
	for w := range strings.FieldsSeq(s[start:end]) {
		if lex.Class[w[0]]&lex.Upper == 0 && !r.tab.is(w, roleJoin) {
			return nil, i
		}
	}
	if pins, next = r.scanPins(end, ""); len(pins) == 0 || pins[0].Kind != PinSection {
		return nil, i
	}
	chapter := Pin{Span: Span{start, end}, Kind: PinChapter, From: lex.Clean(s[start:end])}
	return append([]Pin{chapter}, pins...), next
}

// maxChapter bounds the length of a chapter's name, in bytes.
const maxChapter = 80

// senses finds the brackets between a page and the imprint that say which of a
// dictionary's senses is meant, "(defs. 1c, 2c)", or who wrote a paper of a
// collection, "(Alexander Hamilton)". Without them it is empty, at i.
func (r reader) senses(i int) Span {
	s := r.text
	j := r.skip(i)
	if r.at(j) != '(' {
		return Span{i, i}
	}
	end := lex.Closing(s, j, r.ceil)
	if end < 0 || !lex.HasPrefixAt(s[:r.ceil], j, "(def") && !r.tab.personal(lex.Clean(s[j+1:end])) {
		return Span{i, i}
	}
	if _, _, dated := r.scanImprint(end + 1); !dated {
		return Span{i, i}
	}
	return Span{j, end + 1}
}

// givesName reports whether a hereinafter name follows in brackets.
func (r reader) givesName(i int) bool {
	j := r.skip(i)
	return (r.at(j) == '(' || r.at(j) == '[') && lex.HasFoldPrefix(r.text[r.skip(j+1):r.ceil], "hereinafter")
}

// beginsCode reports whether a code's abbreviation begins at s[i:] and not an
// author's initial or the first name of one, "Elizabeth".
func (r reader) beginsCode(i int) bool {
	s := r.text
	terms, next := r.tab.trailing.match(s, i, r.ceil)
	if terms == nil || next-i <= len("S. ") || next-i <= len("P. A.") && strings.Count(s[i:next], ".") == 2 {
		return false
	}
	k := r.skip(next)
	first := lex.Class[s[i+1]]&lex.Lower != 0 && allLetters(s[i:lex.SkipBack(s, i, next)]) && r.isAt(k, lex.Upper)
	return !first
}

// initialled reports whether a person's name has an initial in it: "James E. Kerr".
func initialled(name string) bool {
	for i := 1; i+2 < len(name); i++ {
		if name[i-1] == ' ' && lex.Class[name[i]]&lex.Upper != 0 && name[i+1] == '.' {
			return true
		}
	}
	return false
}

// titled reports whether a title has the look of one: it begins with a capital
// or a figure.
func titled(s string) bool { return lex.Class[s[0]]&(lex.Upper|lex.Digit|lex.High) != 0 }
