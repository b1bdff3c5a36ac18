package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Book is a book, a treatise or an encyclopedia, or a chapter of one. Bluebook Rule
// 15; Indigo Book R23.
type Book struct {
	Shared
	Volume     string   // "5A"; empty when not written
	Authors    []Phrase // in the order written, without "et al."; nil when none is there
	EtAl       bool     // "et al." follows them
	Title      Phrase   // of the book, or of the chapter
	Collection Phrase   // the book that a chapter is in; zero for a book
	Page       string   // first page of a chapter; empty when not written
	Edition    string   // "2d", "rev."; empty when not written
	Editors    Phrase   // as written, with "ed." or "eds."; zero when not written

	Translators Phrase // as written, with "trans."; zero when not written
	Publisher   Phrase // as written; zero when not written

	Date   Date
	Online *Online // nil when not written
}

// Kind returns [KindBook], or [KindChapter] for what is in a collection, or [KindEntry]
// where that is a dictionary or an encyclopedia.
func (c *Book) Kind() Kind {
	switch {
	case c.Collection.Text == "":
		return KindBook
	case referenceWork(c.Collection.Text):
		return KindEntry
	}
	return KindChapter
}

// String returns the book as Bluebook Rule 15 writes it.
func (c *Book) String() string {
	var b strings.Builder
	if c.Collection.Text == "" {
		b.WriteString(c.Volume)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
	}
	var byline strings.Builder
	writeByline(&byline, c.Authors, c.EtAl, Phrase{}, c.Title)
	b.WriteString(byline.String())
	pins := c.Pins
	if c.Collection.Text != "" {
		if b.WriteString(", "); c.Kind() == KindChapter || len(c.Authors) > 0 {
			b.WriteString("in ")
		}
		if c.Volume != "" {
			b.WriteString(c.Volume + " ")
		}
		b.WriteString(c.Collection.Text)
		if c.Page != "" {
			b.WriteString(" " + c.Page)
			writePins(&b, pins, ", ")
			pins = nil
		}
	}
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
	edition := c.Edition
	if edition != "" {
		edition += " ed."
	}
	writeImprint(&b, c.Date, c.Editors.Text, c.Translators.Text, c.Publisher.Text, edition)
	if named { // California's style: "5 Witkin, Cal. Procedure (4th ed. 1997) Pleading, § 55"
		b.WriteString(" " + pins[0].From)
		writePins(&b, pins[1:], ", at ")
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
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
		if w := lastWordAt(s, r.floor, r.skipBack(start)); r.clause && w > r.floor {
			if pin, named, next, ok := r.scanPin(w, ""); ok && named && next == end && pin.Kind != PinPage { // "ch. 3"
				return r.book(w, []Pin{pin}, end)
			}
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
			return r.book(wordOfPage(s, r.floor, w), []Pin{pin}, end)
		}
	}
	return r.book(end, nil, end)
}

// inPlaces reports whether s[i] may be inside the pages or sections of a book:
// "123-45 & n.6", "A12", "*4".
func inPlaces(s string, i int) bool {
	if lex.Class[s[i]]&lex.Upper != 0 {
		return lex.IsAt(s, i+1, lex.Digit)
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
	open, end := r.imprintAtEnd(a.start, a.end)
	if open < 0 || r.isProse(a.start, open) && !r.bylineOfTitle(a.start, open) {
		return nil
	}
	m, next, ok := r.scanImprint(open)
	if !ok || next < end || m.date.Season != 0 || m.date.Month != 0 && !r.reported(a.start, open) {
		return nil
	}
	return readBook(r, anchor{class: anchorEdition, start: open, end: open})
}

// imprintAtEnd finds the first of the parentheticals that end s[i:j] that is an
// imprint. It returns the offsets of its bracket and after it, -1 without one.
func (r reader) imprintAtEnd(i, j int) (open, end int) {
	open, end = -1, j
	for k := lex.SkipBack(r.text, i, j); k > i; {
		at := r.opening(i, k)
		if at < 0 {
			break
		}
		if _, next, ok := r.scanImprint(at); ok && next == k {
			open, end = at, k
		}
		k = lex.SkipBack(r.text, i, at)
	}
	return open, end
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
	return r.inTitleCase(Span{p.at[1].Start, p.at[p.n-1].End})
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
	d.asEntry(c)
	if c.Collection = d.collection; c.Collection.Text != "" {
		c.Volume = d.ofCollection
		c.firstPage()
	}
	c.Edition, c.Editors, c.Translators, c.Publisher, c.Date = m.edition, m.editors, m.translators, m.publisher, m.date
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
	if m.number.Text != "" {
		d.container, d.number = m.publisher, m.number
	}
	if genre := r.genreOfBook(c, &d); genre != "" {
		return &Work{
			Shared: c.Shared, Genre: genre, Authors: c.Authors, EtAl: c.EtAl, Title: c.Title, Container: d.container, Number: d.number,
			Date: c.Date, Online: c.Online,
		}
	}
	return c
}

// genreOfBook returns what a work is that is laid out as a book and is none: it has a
// number, a parenthetical says so, an institution wrote it, or it is found on the web
// and nobody edited it. It is empty for a book.
func (r reader) genreOfBook(c *Book, d *bookDraft) Kind {
	if k := r.genreOfMaker(c.Publisher.Text); k != "" {
		d.container = c.Publisher
		return k
	}
	if d.known || c.Volume != "" || c.Edition != "" || c.Editors.Text != "" || c.Collection.Text != "" {
		return ""
	}
	if k := genreNoted(r, &Work{Shared: c.Shared}); k != "" {
		return k
	}
	if d.number.Text != "" || d.container.Text != "" || c.Online != nil || r.ofInstitution(c) {
		return KindReport
	}
	return ""
}

// ofInstitution reports whether what has the form of a book is the report of an
// institution: no person wrote it.
func (r reader) ofInstitution(c *Book) bool {
	if len(c.Authors) != 1 {
		return false
	}
	author := c.Authors[0].Text
	return r.tab.namesInstitution(author) || r.tab.publications().named(author) != nil
}

// firstPage makes the first pinpoint of a chapter its first page, unless it is a range.
func (c *Book) firstPage() {
	if len(c.Pins) > 0 && c.Pins[0].Kind == PinPage && c.Pins[0].To == "" {
		c.Page, c.Pins = c.Pins[0].From, c.Pins[1:len(c.Pins):len(c.Pins)]
	}
	if len(c.Pins) == 0 {
		c.Pins = nil
	}
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
	first := (r.clause || lex.Class[s[i+1]]&lex.Lower != 0) && allLetters(s[i:lex.SkipBack(s, i, next)]) && r.isAt(k, lex.Upper)
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
	names := appendNamesOfWork(appendNames(c.Shared.Names(), c.Title), c.Authors, c.Title)
	if c.Volume != "" {
		for _, name := range names {
			names = append(names, c.Volume+" "+name)
		}
	}
	return names
}
