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
	in.End = afterReportNumber(r.text, in)
	if m, ok = r.editionAlone(in); ok {
		return m, next, true
	}
	d, start, ok := r.dateAtEnd(in.Start, in.End)
	if !ok || !opensImprint(in.In(r.text)) {
		return imprint{}, i, false
	}
	m = r.editionBeforeDate(in, start)
	m.date = d
	m.printed = r.tab.namesInstitution(lex.Clean(strings.TrimSpace(r.text[in.Start:start])))
	return m, next, true
}

// opensImprint reports whether what a parenthetical holds before its date may be an
// imprint: "unabridged ed. 1969", "photo. reprint 1965".
func opensImprint(in string) bool {
	if lex.IsAt(in, 0, lex.Upper|lex.Digit) || strings.Contains(in, " ed.") {
		return true
	}
	return strings.HasPrefix(in, "rev.") || strings.HasPrefix(in, "photo.")
}

// editionAlone reads an imprint that ends in its edition: "(1982 ed.)", "(3d ed.)",
// "[Farrell 11th ed]".
func (r reader) editionAlone(in Span) (m imprint, ok bool) {
	edition, ok := strings.CutSuffix(strings.TrimSuffix(in.In(r.text), "."), " ed")
	if !ok {
		return m, false
	}
	from := strings.LastIndexByte(edition, ' ') + 1
	if lex.IsAt(edition, 0, lex.Digit) {
		from = 0
	}
	if !lex.IsAt(edition, from, lex.Digit) {
		return m, false
	}
	m.edition, m.edited = lex.Clean(edition[from:]), true
	m.date.Year, _, _ = date.YearAt(edition, 0)
	m.editors = r.phrase(in.Start, lex.TrimComma(r.text, in.Start, in.Start+from))
	return m, true
}

// editionBeforeDate reads the edition and the editors before the date of an imprint,
// which begins at start.
func (r reader) editionBeforeDate(in Span, start int) (m imprint) {
	s := r.text
	text := s[in.Start:start]
	k := strings.LastIndex(text, "ed.")
	if n := strings.LastIndex(text, "eds."); n > k {
		m.editors, m.edited = r.phrase(in.Start, in.Start+n+len("eds.")), true
		return m
	}
	if bare := strings.TrimRight(text, " "); k < 0 && strings.HasSuffix(bare, " ed") { // "[9th ed 2009]"
		k = len(bare) - len("ed")
	}
	if k < 0 || k > 0 && lex.Class[text[k-1]]&lex.Alnum != 0 {
		return m
	}
	m.edited = true
	comma := strings.LastIndexByte(text[:k], ',')
	edition := strings.TrimSpace(text[comma+1 : k])
	last := lex.LastWord(edition)
	switch {
	case last != edition && lex.IsAt(last, 0, lex.Digit) && lex.IsAt(edition, 0, lex.Upper): // "(Cont.Ed.Bar 3d ed. 2003)"
		m.edition = last
		m.editors = r.phrase(in.Start, lex.SkipBack(s, in.Start, in.Start+strings.LastIndex(text[:k], last)))
	case !lex.IsAt(edition, 0, lex.Digit|lex.Lower) && edition != "Rev.":
		m.editors = r.phrase(in.Start, min(in.Start+k+len("ed."), in.End))
	default:
		m.edition = lex.Clean(edition)
		if comma > 0 {
			m.editors = r.phrase(in.Start, in.Start+comma)
		}
	}
	return m
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
	for start > r.floor && inPlaces(s, start-1) && end-start < 40 {
		start--
	}
	for ; start < end; start++ {
		if !r.beginsPlace(start) {
			continue
		}
		if pin, _, next, ok := r.scanPin(start, PinPage); ok {
			pins, next := r.morePins([]Pin{pin}, next, PinPage)
			if next == end && len(pins) == 1 && yearsOf(pin) && r.commaBefore(start) { // "A History, 1780–1970 (1970)"
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
	w := lastWordAt(s, r.floor, end)
	if lex.Class[s[w]]&lex.Digit != 0 && r.divided(w) { // its section sign was lost: "14.1(a)"
		if pins, next := r.scanSections(w, PinSection); next == end {
			return r.book(w, pins, end)
		}
	}
	if r.frontMatter(w, end) {
		if pin, _, next, ok := r.scanPin(w, PinPage); ok && next == end {
			return r.book(w, []Pin{pin}, end)
		}
	}
	return r.book(end, nil, end)
}

// inPlaces reports whether s[i] may be inside the pages or sections of a book:
// "123-45 & n.6", "A12", "*4".
func inPlaces(s string, i int) bool {
	if lex.Class[s[i]]&lex.Upper != 0 {
		return lex.Class[s[i+1]]&lex.Digit != 0
	}
	return lex.Class[s[i]]&(lex.Digit|lex.Space|lex.High) != 0 || strings.IndexByte("-,&*n.at[]", s[i]) >= 0
}

// beginsPlace reports whether a place may begin at s[i:]: a figure or a star
// after a blank, which is not a number of the title, "Monograph No. 9".
func (r reader) beginsPlace(i int) bool {
	if lex.Class[r.text[i]]&lex.Digit == 0 && r.text[i] != '*' || !r.isBefore(i, lex.Space) {
		return false
	}
	return !strings.HasSuffix(r.text[r.floor:r.skipBack(i)], "No.")
}

// frontMatter reports whether s[w:end] is a page in small Roman numerals:
// "xviii-xix", not "cap. iii".
func (r reader) frontMatter(w, end int) bool {
	s := r.text
	if end-w <= 1 || lex.Class[s[w]]&lex.Lower == 0 || !lex.IsRoman(s[w:lex.LettersEnd(s[:end], w)]) {
		return false
	}
	return s[max(r.skipBack(w), 1)-1] != '.'
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

// A bookDraft is a book while it is read: what precedes its place and what its
// imprint says, before it is known whether they make one.
type bookDraft struct {
	byline
	first      int // where the volume begins, or the byline
	from, head int // the byline and the title
	volume     string
	signal     Signal
	known      bool // the work is a well-known one
	pins       []Pin
	imprint    imprint
	dated      bool // the imprint is there
}

// signed reports whether the book names an author.
func (d *bookDraft) signed() bool { return len(d.authors) > 0 }

// pinned returns what its first pinpoint counts; empty when it has none.
func (d *bookDraft) pinned() PinKind {
	if len(d.pins) == 0 {
		return ""
	}
	return d.pins[0].Kind
}

// book completes a book: the byline ends at start, the pinpoints at next.
func (r reader) book(start int, pins []Pin, next int) Citation {
	senses := r.senses(next)
	m, next, dated := r.scanImprint(senses.End)
	if dated && pins == nil { // California: "1 Witkin, Cal. Procedure (5th ed. 2008) § 234"
		pins, next = r.chapterPins(next)
	}
	d := bookDraft{pins: pins, imprint: m, dated: dated}
	if !r.bookBefore(&d, start) || !r.isBook(&d, next) {
		return nil
	}
	if print := r.print(d.byline, m, d.from, pins, next); print != nil {
		print.Signal = d.signal
		return print
	}
	c := &Book{Shared: Shared{text: r.text, Pins: pins}, Volume: d.volume}
	c.Authors, c.EtAl, c.Title = d.authors, d.etAl, d.title
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
	c.Span = Span{d.first, r.tail(&c.Shared, &c.Online, next)}
	c.Signal = d.signal
	return c
}

// bookBefore reads the volume, the byline and the title that end before s[:start].
func (r reader) bookBefore(d *bookDraft, start int) bool {
	s := r.text
	d.from, d.signal = r.clauseStart(start, 1)
	d.first, d.head = d.from, lex.TrimComma(s, d.from, start)
	if d.from >= d.head {
		return false
	}
	if v := lex.VolumeEnd(s, d.from, d.head); v > d.from {
		d.volume = s[d.from:v]
		d.from = lex.Skip(s, v)
	} else {
		d.from = r.openerOfWork(d.from, d.head)
		d.first = d.from
	}
	d.byline = r.byline(d.from, d.head, false)
	wholly := r.tab.treatise(s, d.from, d.head)
	if d.title.Text == "" && !wholly || d.from >= d.head {
		return false
	}
	d.known = r.tab.treatise(s, d.title.Span.Start, d.head) || referenceWork(d.title.Text)
	if !d.known && wholly {
		d.known, d.byline = true, byline{title: r.phrase(d.from, d.head)}
	}
	if d.known && !d.signed() && r.isProse(d.from, d.head) { // "is defined in The Random House Dictionary of the English Language 1304"
		for k := range r.titleWords(d.head, d.head-d.from) {
			if lex.Class[s[k]]&lex.Upper != 0 {
				d.title = r.phrase(k, d.head)
			}
		}
		d.from = d.title.Span.Start
		d.first, d.volume, d.signal = d.from, "", r.signal(d.from)
	}
	return true
}

// referenceWork reports whether a title is that of a dictionary or an encyclopedia.
func referenceWork(title string) bool {
	return strings.Contains(title, " Dictionary") || strings.HasSuffix(title, " Encyclopedia")
}

// isBook reports whether what was read up to next is a book: a well-known work is
// one, any other must have the marks of one. The first case that holds decides.
func (r reader) isBook(d *bookDraft, next int) bool {
	switch {
	case d.known:
	case d.pinned() == PinParagraph && !(d.dated && d.signed()):
		return false
	case !d.dated && d.volume == "":
		return false
	case r.isProse(d.from, d.head) && !r.signedInProse(d), !titled(d.title.Text):
		return false
	case r.institutionsReport(d):
	case r.datedAlone(d) && !r.givesName(next):
		return false
	case d.printedGuide():
	case !d.signed() && !d.imprint.edited && !d.sectionOfVolume():
		return false
	case strings.Contains(d.title.Text, " v. "), r.beginsCode(d.from): // a case or a provision that was not read
		return false
	}
	return r.authorsOfBook(d)
}

// signedInProse reports whether a title with words of prose in it has its author
// before it, by an initial or, in a note's clause, as a whole name.
func (r reader) signedInProse(d *bookDraft) bool {
	if !d.dated || !d.signed() {
		return false
	}
	return lex.InitialAt(r.text, d.from) || r.clause && r.bylineOfTitle(d.from, d.head)
}

// institutionsReport reports whether a book without a place is a report of the one
// institution that precedes it: a signal or a number in its title shows it.
func (r reader) institutionsReport(d *bookDraft) bool {
	if d.pins != nil || !d.dated || len(d.authors) != 1 {
		return false
	}
	shown := d.signal.Word != "" || strings.Contains(d.title.Text, " No. ")
	return shown && r.tab.namesInstitution(d.authors[0].Text) && strings.IndexByte(d.title.Text, ' ') > 0
}

// datedAlone reports whether a date alone shows that something in running text is
// a book: it has no place, no edition and no author with an initial.
func (r reader) datedAlone(d *bookDraft) bool {
	if d.pins != nil || d.imprint.edited || r.clause {
		return false
	}
	switch {
	case !d.signed():
		return true
	case lex.InitialAt(r.text, d.from): // "H. White, History of the Union Pacific Railway (1895)"
		return false
	}
	return !initialled(d.authors[0].Text) || strings.Count(d.title.Text, " ") <= 1
}

// printedGuide reports whether a book without an author names the institution that
// printed it: "Pension Plans: A Guide 64 (American Federation of Labor 1953)".
func (d *bookDraft) printedGuide() bool {
	return !d.signed() && d.imprint.printed && d.pinned() == PinPage && strings.Count(d.title.Text, " ") > 2
}

// sectionOfVolume reports whether a section of a volume is cited, which needs no
// author: "2 Jurywork Systematic Techniques § 13:18 (2016)".
func (d *bookDraft) sectionOfVolume() bool {
	return d.dated && d.volume != "" && d.pinned() == PinSection
}

// authorsOfBook reports whether what precedes the title may be its authors.
func (r reader) authorsOfBook(d *bookDraft) bool {
	for _, author := range d.authors {
		if !r.tab.authorLike(author.Text) && !d.known || strings.HasSuffix(author.Text, "Const.") {
			return false
		}
	}
	return true
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
	return r.markAt(j, "([") && lex.HasFoldPrefix(r.text[r.skip(j+1):r.ceil], "hereinafter")
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

// Names implements [Citation]. A work of several volumes is called with its volume
// too: "2 Nevins".
func (c *Book) Names() []string {
	names := append(appendNames(c.Shared.Names(), c.Title), namesOfWork(c.Authors, c.Title)...)
	if c.Volume != "" {
		for _, name := range names {
			names = append(names, c.Volume+" "+name)
		}
	}
	return names
}
