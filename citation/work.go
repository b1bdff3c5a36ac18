package citation

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Work is a source that is neither a journal's article nor a book: a newspaper's
// article, a report, a post, a film, a page on the web. What it is, its Genre says.
// Bluebook Rules 16.6, 17, 18; Indigo Book R30.4, R33.
type Work struct {
	Shared
	Genre       Kind     // [KindNews], [KindReport] and the like; empty for a page on the web, [KindWeb]
	Authors     []Phrase // in the order written, without "et al."; nil when none is there
	EtAl        bool     // "et al." follows them
	Designation Phrase   // "Editorial", "Press Release": zero when none
	Title       Phrase   // without quotation marks around it; zero when only an address is there
	Container   Phrase   // the site, newspaper, series or publisher as written; zero when none
	Number      Phrase   // of a report, as written: "R46458"; zero when none
	Date        Date     // of publication; the zero Date when not written
	Online      *Online  // nil for what is cited to the printed paper
}

// workKinds are the genres.
var workKinds = []Kind{
	KindAI, KindDataset, KindFilm, KindInterview, KindLetter, KindManuscript, KindNews, KindPost, KindReport, KindSoftware, KindSpeech, KindThesis,
}

// Kind returns the genre, [KindWeb] where none is known.
func (c *Work) Kind() Kind {
	if !slices.Contains(workKinds, c.Genre) {
		return KindWeb
	}
	return c.Genre
}

// String returns the source as Bluebook Rule 18.2 writes it.
func (c *Work) String() string {
	var b strings.Builder
	after := []Phrase{c.Title, c.Container}
	if c.inImprint() {
		writeByline(&b, c.Authors, c.EtAl, c.Designation, c.Title)
		writePins(&b, c.Pins, " ")
		writeImprint(&b, c.Date, c.Container.Text, c.Number.Text)
		writeEnd(&b, &c.Shared, c.Online)
		return b.String()
	}
	if c.Number.Text != "" { // "JANE ROE, INK CTR., PP-21-3, THE PRICE OF PAPER"
		after = []Phrase{c.Container, c.Number, c.Title}
	}
	writeByline(&b, c.Authors, c.EtAl, c.Designation, Phrase{})
	for _, p := range after {
		if p.Text != "" {
			comma(&b)
			b.WriteString(p.Text)
		}
	}
	pins := c.Pins
	switch {
	case c.Online == nil && len(pins) > 0 && c.Date.Day != 0 && c.Container.Text != "": // a printed newspaper
		comma(&b)
		b.WriteString(c.Date.written())
	case c.Container.Text == "" || c.Number.Text != "": // the page is the title's
		writePins(&b, pins, " ")
		pins = nil
		fallthrough
	default:
		writeDecision(&b, "", c.Date)
	}
	writePins(&b, pins, ", at ")
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// inImprint reports whether the parenthetical of the date has where the work appeared:
// a paper of a series, "(Ink Ctr., Working Paper No. 12, 2020)", or a film without a
// day, "(Ink Pictures 1999)".
func (c *Work) inImprint() bool {
	switch {
	case c.Date.IsZero():
		return false
	case c.Number.Text != "":
		return !isReportNumber(c.Number.Text) && lex.IsAt(lex.LastWord(c.Number.Text), 0, lex.Digit)
	}
	return c.Genre == KindFilm && c.Online == nil && c.Date.Month == 0 && c.Container.Text != ""
}

// readWeb reads a web source at its URL.
func readWeb(r reader, a anchor) Citation {
	u, next, ok := scanURL(r.text[:r.ceil], a.start)
	if !ok {
		return nil
	}
	c := &Work{Shared: Shared{text: r.text, Core: u.Span}}
	r.addURL(&c.Online, u)
	if a.start > r.floor && r.text[a.start-1] == '<' && r.at(next) == '>' {
		next++
	}
	c.Span = Span{a.start, r.tail(&c.Shared, &c.Online, next)}
	start, sig := r.clauseStart(a.start, 2)
	if c := r.articleAt(start, a.start, next); c != nil {
		c.Common().Signal = sig
		return c
	}
	named := *c
	if b, ok := r.head(&named, start, a.start); ok {
		*c = named
		c.Span.Start = start
		c.Signal = sig
		r.lateDate(c)
		if b.collection.Text != "" {
			return c.inBook(b)
		}
	}
	c.Genre = r.genreOf(c)
	return c
}

// articleAt reads, in a note's clause, an article of an unknown journal, or one to be
// printed, that has the address s[i:next], nil when none has it.
func (r reader) articleAt(start, i, next int) Citation {
	if !r.clause {
		return nil
	}
	if c := r.toBePrinted(start, i); c != nil && c.Common().Span.End >= next {
		return c
	}
	c, ok := r.articleIn(start, i).(*Article)
	if !ok || c.Core.End > i || c.Span.End < next || lex.At(r.text, lex.TrimComma(r.text, start, c.Core.Start)) != ',' {
		return nil
	}
	return c
}

// inBook returns the chapter of a book that a work in a collection is.
func (c *Work) inBook(b byline) *Book {
	chapter := &Book{
		Shared: c.Shared, Volume: b.ofCollection, Authors: c.Authors, EtAl: c.EtAl, Title: c.Title, Collection: b.collection,
		Date: c.Date, Online: c.Online,
	}
	chapter.firstPage()
	return chapter
}

// lateDate takes the date from the first parenthetical where none stands
// before the address: "Title, Site, https://... (Sept. 26, 2016)".
func (r reader) lateDate(c *Work) {
	if !c.Date.IsZero() || len(c.Parens) == 0 {
		return
	}
	if d, next, ok := r.scanDateParen(c.Parens[0].Span.Start); ok && next == c.Parens[0].Span.End {
		c.Date = d
		if c.Parens = c.Parens[1:]; len(c.Parens) == 0 {
			c.Parens = nil
		}
	}
}

// readNews reads a clause of a note that gives a date but no URL: "Jane Roe,
// Title, N.Y. Times, Nov. 14, 2014, at A6".
func readNews(r reader, a anchor) Citation {
	c := &Work{Shared: Shared{text: r.text}}
	end := r.tailStart(a.start, a.end)
	start := a.start
	if r.isProse(start, end) {
		start, c.Signal = r.afterProse(start, end, 2)
	}
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, end)}
	b, headed := r.head(c, start, end)
	if c.Span.End < a.end || unpublished(c.Parens) || !headed || c.Date.Month == 0 && c.Date.Season == 0 {
		return nil
	}
	if b.collection.Text != "" {
		return nil
	}
	c.Genre = r.genreOf(c)
	if r.corresponds(start, end) {
		c.Core = c.Title.Span
		return c
	}
	if !wordy(c.Container.Text) {
		return nil
	}
	c.Core = Span{c.Container.Span.Start, max(c.Date.Span.End, c.Container.Span.End)}
	return c
}

// readNewsByDay reads, in running text, a newspaper's article at its day: "Jane
// Roe, Title, N.Y. Times, Nov. 14, 2014, p. A6".
func readNewsByDay(r reader, a anchor) Citation {
	pins, next := r.newsPages(a.end)
	start, sig := r.clauseStart(a.start, 2)
	c := &Work{Shared: Shared{text: r.text, Signal: sig}}
	if start >= a.start {
		return nil
	}
	if _, ok := r.head(c, start, a.end); !ok || c.Container.Text == "" {
		return nil
	}
	c.Pins = pins
	c.Core = Span{c.Container.Span.Start, c.Date.Span.End}
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	c.Genre = r.genreOf(c)
	return c
}

// readPreprint reads a clause of a note that gives the number of a preprint: "Jane
// Roe, Title, arXiv:1906.01820, at 2 (June 2019)".
func readPreprint(r reader, a anchor) Citation {
	s := r.text
	within := s[a.start:min(a.end, a.start+maxHead)]
	start := a.start + max(strings.Index(within, "rXiv:"), strings.Index(within, "RXIV:")) - 1
	if start < a.start || s[start]|0x20 != 'a' {
		return nil
	}
	end := start + len("arXiv:")
	for end < a.end && lex.In(s[end], lex.Alnum, "./-") {
		end++
	}
	c := &Work{Shared: Shared{text: s, Core: Span{start, end}}, Container: r.phrase(start, end)}
	from := a.start
	head := lex.TrimComma(s, from, start)
	if r.isProse(from, head) {
		from, c.Signal = r.afterProse(from, head, 1)
	}
	b := r.byline(from, head)
	if b.title.Text == "" {
		return nil
	}
	c.Authors, c.EtAl, c.Designation, c.Title = b.authors, b.etAl, b.designation, b.title
	next := end
	if j := lex.Skip(s[:a.end], end); j < a.end && s[j] == '[' { // the subject: "[cs.AI]"
		if shut := lex.Closing(s, j, a.end); shut > 0 {
			next = shut + 1
		}
	}
	c.Pins, next = r.scanPins(next, PinPage)
	if d, k, ok := r.scanDateParen(next); ok {
		c.Date, next = d, k
	}
	if c.Pins == nil {
		c.Pins, next = r.scanPins(next, "")
	}
	c.Span = Span{from, r.tail(&c.Shared, &c.Online, next)}
	c.Genre = KindReport
	return c
}

// unpublished reports whether a parenthetical says that a work is a manuscript.
func unpublished(parens []Paren) bool {
	for _, p := range parens {
		if lex.HasFoldPrefix(p.Text, "unpublished") {
			return true
		}
	}
	return false
}

// wordy reports whether a container is more than figures and codes.
func wordy(s string) bool {
	if i := strings.IndexByte(s, ':'); i >= 0 && i+1 < len(s) && s[i+1] != ' ' {
		return false // a code: "ECLI:EU:C:2014:317"
	}
	for _, c := range s {
		if unicode.IsLetter(c) {
			return true
		}
	}
	return false
}

// tailStart finds where in the clause s[i:j] the parentheticals and brackets
// after the last date or pinpoint begin.
func (r reader) tailStart(i, j int) int {
	for k := lex.SkipBack(r.text, i, j); k > i; {
		open := r.opening(i, k)
		if open < 0 {
			return k
		}
		if _, next, ok := r.scanDateParen(open); ok && next == k {
			return k
		}
		j = k
		k = lex.SkipBack(r.text, i, open)
	}
	return j
}

// opening returns the offset of the bracket that the one at s[:j] closes, -1
// when none ends there.
func (r reader) opening(i, j int) int {
	s := r.text
	if j <= i || s[j-1] != ')' && s[j-1] != ']' {
		return -1
	}
	shut := s[j-1]
	open := byte('(')
	if shut == ']' {
		open = '['
	}
	depth := 0
	for k := j - 1; k >= i && k > j-lex.MaxParen; k-- {
		switch s[k] {
		case shut:
			depth++
		case open:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// head reads what precedes a page's address, s[i:j], into c: byline, date
// and pinpoints. It reports false, and c stays without them, when the words
// there do not have the form of a citation.
func (r reader) head(c *Work, i, j int) (b byline, ok bool) {
	s := r.text
	lead := r.trimLead(i, j)
	if i >= lead || r.endsSmall(i, lead) && !strings.ContainsAny(s[lead:j], ",.<") {
		return b, false // "as shown on https://..."
	}
	j = r.tailStart(i, lead) // "(Apr. 5, 2021) (unpublished manuscript), https://..."
	end, dated := r.headDate(c, i, j)
	if !dated && j < lead {
		j = lead
		end, dated = r.headDate(c, i, j)
	}
	if dated && lex.At(s, lex.Skip(s, end)) == '(' {
		end = r.pageOfTitle(c, i, end)
	}
	if i >= end || !dated && r.isProse(i, end) && r.pieces(i, end).n < 2 {
		return b, false
	}
	if dated && r.corresponds(i, end) {
		c.Title = r.phrase(i, end)
		return b, true
	}
	end = r.lastPage(c, i, end)
	if r.docketed(i, end) {
		return b, false
	}
	if c.Container.Text != "" || c.Number.Text != "" { // the parenthetical has them
		b = r.bylineOfBook(i, end)
	} else {
		b = r.bylineOfWork(i, end, dated)
	}
	switch {
	case b.title.Text == "" && b.container.Text == "":
		return b, false
	case lex.Class[s[i]]&lex.Lower != 0 && r.isProse(i, end):
		return b, false
	}
	c.Authors, c.EtAl, c.Designation, c.Title = b.authors, b.etAl, b.designation, b.title
	if b.container.Text != "" {
		c.Container = b.container
	}
	if b.number.Text != "" {
		c.Number = b.number
	}
	r.remarksBefore(c, j, lead)
	return b, true
}

// remarksBefore reads the parentheticals between the date and the address, s[i:j].
func (r reader) remarksBefore(c *Work, i, j int) {
	in, sh := r, Shared{text: r.text}
	in.ceil = j
	if in.tail(&sh, &c.Online, i); len(sh.Parens) > 0 {
		c.Parens = append(sh.Parens, c.Parens...)
	}
	if c.Hereinafter == "" {
		c.Hereinafter = sh.Hereinafter
	}
}

// pageOfTitle takes the page off the end of a title that the date follows: "The Price
// of Paper 12–13 (2021)". A year is the title's.
func (r reader) pageOfTitle(c *Work, i, end int) int {
	s := r.text
	w := strings.LastIndexByte(s[i:end], ' ') + i
	if c.Pins != nil || w <= i || !lex.IsAt(s, w+1, lex.Digit) || lex.In(s[w-1], 0, ",.:-") {
		return end
	}
	if _, k, year := date.YearAt(s[:end], w+1); year && k == end {
		return end
	}
	in := r
	in.ceil = end
	pin, _, next, ok := in.scanPin(w+1, PinPage)
	if !ok || next != end || len(pin.From) > len("1234") {
		return end
	}
	c.Pins = []Pin{pin}
	return w
}

// docketed reports whether a piece of s[i:j] is a docket number: what stands
// there is a decision, not a page.
func (r reader) docketed(i, j int) bool {
	p := r.pieces(i, j)
	for k := 1; k < p.n; k++ {
		if word, _ := words.Dockets.Match(r.text, p.at[k].Start, j); word != nil {
			return true
		}
	}
	return false
}

// endsSmall reports whether the last word of s[i:j] begins with a small letter.
func (r reader) endsSmall(i, j int) bool {
	w, _, ok := wordBefore(r.text, i, j)
	return ok && lex.Class[r.text[w.start]]&lex.Lower != 0
}

// trimLead takes the comma, bracket and "available at" before a URL off s[i:j].
func (r reader) trimLead(i, j int) int {
	s := r.text
	if j > i && s[j-1] == '<' {
		j--
	}
	j = lex.SkipBack(s, i, j)
	if word, k := words.BeforeURL.EndingAt(s, i+1, j); word != nil {
		j = lex.SkipBack(s, i, k)
	}
	if j > i && (s[j-1] == ',' || s[j-1] == '.' && j-2 > i && s[j-2] == ')') {
		j = lex.SkipBack(s, i, j-1)
	}
	return j
}

// headDate reads the date at the end of s[i:j], in parentheses or after a
// comma, and a page after it. It returns the end of what is before it.
func (r reader) headDate(c *Work, i, j int) (end int, dated bool) {
	s := r.text
	if k, pins := r.pagesAtEnd(i, j); pins != nil {
		c.Pins, j = pins, k
	}
	if open := r.opening(i, j); open >= 0 && s[open] == '(' {
		if !r.publishedIn(c, open, j) {
			return j, false
		}
		end = lex.TrimComma(s, i, open)
		if k, pins := r.pagesAtEnd(i, end); pins != nil && c.Pins == nil {
			c.Pins, end = pins, k
		}
		return end, true
	}
	if d, start, ok := scanDateBack(s, max(i, j-80), j); ok {
		if before := lex.SkipBack(s, i, start); before > i && s[before-1] == ',' {
			c.Date = d
			return lex.SkipBack(s, i, before-1), true
		}
	}
	return j, false
}

// maxPublished bounds what a parenthetical has before the date, in bytes.
const maxPublished = 120

// publishedIn reads the parenthetical s[open:j] with the date of a work, and who
// published it in which series under which number: "(Nat’l Bureau of Econ. Rsch.,
// Working Paper No. 30017, 2022)".
func (r reader) publishedIn(c *Work, open, j int) bool {
	if d, next, ok := r.scanDateParen(open); ok && next == j {
		c.Date = d
		return true
	}
	d, start, ok := r.dateAtEnd(open+1, j-1)
	end := lex.TrimComma(r.text, open+1, start)
	if !ok || end <= open+1 || end-open > maxPublished || !r.isAt(open+1, lex.Upper) {
		return false
	}
	m := r.beforeDate(Span{open + 1, end})
	c.Number, c.Container = m.number, m.publisher
	c.Date = d
	return true
}

// lastPage takes a page without "at" off the end: "Ctr. for Forms, 12".
func (r reader) lastPage(c *Work, i, end int) int {
	p := r.pieces(i, end)
	if p.n < 3 || c.Pins != nil || lex.Class[r.text[p.at[p.n-1].Start]]&lex.Digit == 0 {
		return end
	}
	last := p.at[p.n-1]
	in := r
	in.ceil = last.End
	if pin, _, next, ok := in.scanPin(last.Start, PinPage); ok && next == last.End {
		c.Pins = []Pin{pin}
		return p.at[p.n-2].End
	}
	return end
}

// pagesAtEnd reads the pinpoint ", at A6" that ends s[i:j].
func (r reader) pagesAtEnd(i, j int) (start int, pins []Pin) {
	s := r.text
	low := max(i, j-24)
	for k := j - 3; k > low; k-- {
		if s[k] != 'a' || lex.Class[s[k-1]]&lex.Space == 0 {
			continue
		}
		if _, ok := scanAt(s, k, j); ok {
			in := r
			in.ceil = j
			if pins, next := in.scanPins(k, PinPage); pins != nil && lex.Skip(s[:j], next) == j {
				return lex.TrimComma(s, i, k), pins
			}
		}
	}
	return j, nil
}

// Names implements [Citation].
func (c *Work) Names() []string {
	return appendNamesOfWork(appendNames(c.Shared.Names(), c.Title, c.Container), c.Authors, c.Title)
}

// newsPages reads the pages of a newspaper after the day: ", at A6", ", p. A17,
// col. 1". It returns i when there are none.
func (r reader) newsPages(i int) (pins []Pin, next int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return nil, i
	}
	if part, k, ok := r.partOfNews(j); ok { // "part 1, p. 34"
		pins, j = []Pin{part}, r.skip(k+1)
	}
	if k, ok := scanAt(s, j, r.ceil); ok {
		j = k
	} else if kind, _, _ := pinWordAt(s, j, r.ceil); kind != PinPage {
		return nil, i
	}
	pin, _, next, ok := r.scanPin(j, PinPage)
	if !ok {
		return nil, i
	}
	pins, next = r.morePins(append(pins, pin), next, PinPage)
	if k, ok := words.MatchPhrase(s, r.skip(min(next+1, r.ceil)), r.ceil, "col."); ok && r.at(next) == ',' {
		if n := r.skip(k); r.digitsEnd(n) > n {
			next = r.digitsEnd(n)
		}
	}
	return pins, next
}

// partOfNews reads the part of a newspaper, with the comma before the page after it.
func (r reader) partOfNews(i int) (part Pin, next int, ok bool) {
	part, named, next, ok := r.scanPin(i, "")
	return part, next, ok && named && (part.Kind == PinPart || part.Kind == PinSection) && r.at(next) == ','
}
