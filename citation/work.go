package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
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

// Names implements [Citation].
func (c *Work) Names() []string {
	return appendNamesOfWork(appendNames(c.Shared.Names(), c.Title, c.Container), c.Authors, c.Title)
}
