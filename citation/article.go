package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// An Article is a piece in a law review or another journal with volume
// numbers. Bluebook Rule 16; Indigo Book R30.
type Article struct {
	Shared
	Authors     []Phrase // in the order written, without "et al."; nil when none is there
	EtAl        bool     // "et al." follows them
	Designation Phrase   // "Note", "Comment": zero when none
	Title       Phrase   // without quotation marks around it
	Volume      string   // a number, or the year where volumes have none; empty in a piece to be printed
	Journal     *Journal // the row of the table; nil for a journal that is not there
	AsWritten   string   // the journal's abbreviation as written
	Page        string   // first page; empty in a short form, "43 Harv. L. Rev., at 892", and in a piece to be printed
	Date        Date     // mostly a year; that of "(forthcoming 2019)" too
	Online      *Online  // nil when not written
}

// Kind returns [KindArticle].
func (*Article) Kind() Kind { return KindArticle }

// String returns the article as Bluebook Rule 16 writes it.
func (c *Article) String() string {
	var b strings.Builder
	writeByline(&b, c.Authors, c.EtAl, c.Designation, c.Title)
	comma(&b)
	if c.Volume != "" {
		b.WriteString(c.Volume + " ")
	}
	b.WriteString(c.journal())
	if c.Page == "" {
		writePins(&b, c.Pins, ", at ")
	} else {
		b.WriteString(" " + c.Page)
		writePins(&b, c.Pins, ", ")
	}
	if c.dateApart(c.Date) {
		writeDecision(&b, "", c.Date)
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// journal returns the journal's abbreviation, that of the table if it is there.
func (c *Article) journal() string {
	if c.Journal != nil {
		return c.Journal.Abbrev
	}
	return c.AsWritten
}

// readArticle reads a journal article at its volume number.
func readArticle(r reader, a anchor) Citation {
	t := journalOf(a.terms)
	if t == nil {
		return nil
	}
	s := r.text
	page, next, ok := r.scanFirstPage(a.end)
	if !ok { // a short form: "43 Harv. L. Rev., at 892"; not yet printed: "71 Stan. L. Rev. (forthcoming 2019)"
		j, _ := r.skipComma(a.end)
		if _, at := scanAt(s, j, r.ceil); !at {
			if _, soon := r.forthcoming(a.end); !soon {
				return nil
			}
		}
		page, next = "", a.end
	}
	v := lex.DigitsEnd(s, a.start)
	c := &Article{Shared: Shared{text: s, Core: Span{a.start, next}}, Volume: s[a.start:v], Journal: t, Page: page}
	c.AsWritten = lex.Clean(s[lex.Skip(s, v):a.end])
	return r.article(c, next)
}

// article reads pinpoints, date and tail after the first page, and the byline
// before the volume.
func (r reader) article(c *Article, next int) Citation {
	start := c.Core.Start
	c.Pins, next = r.scanPins(next, PinPage)
	if d, k, ok := r.scanDateParen(next); ok {
		c.Date, next = d, k
	}
	soon, _ := r.forthcoming(next)
	next = r.tail(&c.Shared, &c.Online, next)
	if c.Date.IsZero() && soon.Span.End <= next { // its parenthetical was read
		c.Date = soon
	}
	c.Span = Span{start, next}
	from, sig := r.clauseStart(start, 1)
	if own, ok := signalBefore(r.text, r.floor, start); ok && !r.clause { // "For analysis, see 120 Yale L.J. 1578"
		from, sig = start, own
	}
	head := lex.TrimComma(r.text, from, start)
	if cut, ok := strings.CutSuffix(r.text[from:head], " in"); ok { // "in 30 Advances in Neural Information Processing 4299"
		head = lex.TrimComma(r.text, from, from+len(cut))
	}
	if from < head {
		b := r.byline(from, head)
		c.Authors, c.EtAl, c.Designation, c.Title = b.authors, b.etAl, b.designation, b.title
		if c.Designation.Text == "" && r.tab.is(c.Title.Text, roleDesignation) { // "Jane Roe, Note, 79 Fordham L. Rev. 369"
			c.Designation, c.Title = c.Title, Phrase{}
		}
		if c.Authors == nil && c.Designation.Text == "" && r.surname(c.Title) { // "White, 79 Fordham L. Rev. 369"
			c.Authors, c.Title = []Phrase{c.Title}, Phrase{}
		}
		c.Span.Start = from
	}
	c.Signal = sig
	return c
}

// forthcoming reads the parenthetical of a piece that is to be printed, and the
// year in it if one is: "(forthcoming 2019)".
func (r reader) forthcoming(i int) (d Date, ok bool) {
	in, _, ok := r.shortParen(i)
	if !ok || !lex.HasFoldPrefix(r.text[in.Start:in.End], "forthcoming") {
		return d, false
	}
	d, _, _ = r.dateAtEnd(in.Start, in.End)
	return d, true
}

// surname reports whether a phrase is one capitalised word, as the name alone of
// an author is.
func (r reader) surname(p Phrase) bool {
	for i := 0; i < len(p.Text); i++ {
		if lex.Class[p.Text[i]]&(lex.Letter|lex.High) == 0 && p.Text[i] != '-' && p.Text[i] != '\'' {
			return false
		}
	}
	return len(p.Text) > 1 && p.Span.Len() == len(p.Text) && lex.Class[p.Text[0]]&lex.Upper != 0 && lex.Class[p.Text[1]]&lex.Upper == 0
}

// readUnknownArticle reads, in a note's clause, an article in a journal that
// is not in the table: a byline, a number, capitalised words, a page, pinpoints
// and the year in parentheses, and nothing else.
func readUnknownArticle(r reader, a anchor) Citation {
	end := min(r.ceil, a.start+maxHead) // no byline is longer
	if c := r.articleIn(a.start, end); c != nil {
		return c
	}
	return r.toBePrinted(a.start, end)
}

// toBePrinted reads an article in s[start:end] that has no volume yet: a byline, the
// journal and a parenthetical that says so, "Jane Roe, Cuts, Yale L.J. (forthcoming
// 2026)". It returns nil without one.
func (r reader) toBePrinted(start, end int) Citation {
	s := r.text
	for k := start; k < end; k++ {
		if s[k] != '(' {
			continue
		}
		if _, soon := r.forthcoming(k); !soon {
			continue
		}
		next := lex.SkipBack(s, start, k)
		if open := r.opening(start, next); open > start { // "(2026) (forthcoming)"
			if _, end, dated := r.scanDateParen(open); dated && end == next {
				next = lex.SkipBack(s, start, open)
			}
		}
		p := r.pieces(start, next)
		if p.n < 2 {
			return nil
		}
		at := p.at[p.n-1]
		c := &Article{Shared: Shared{text: s, Core: at}, AsWritten: lex.Clean(at.In(s))}
		if terms, journal := r.tab.forward.match(s, at.Start, at.End); journal == at.End {
			c.Journal = journalOf(terms)
		}
		if r.article(c, next); c.Title.Text == "" || c.Authors == nil && c.Journal == nil {
			return nil
		}
		if in, ok := words.Match(s, at.Start, at.End, "in"); ok {
			return c.inBook(r.phrase(in, at.End))
		}
		return c
	}
	return nil
}

// inBook returns the chapter of a book that a piece is which was read as a journal's.
func (c *Article) inBook(collection Phrase) *Book {
	return &Book{
		Shared: c.Shared, Volume: c.Volume, Authors: c.Authors, EtAl: c.EtAl, Title: c.Title, Collection: collection, Page: c.Page,
		Date: c.Date, Online: c.Online,
	}
}

// articleIn reads an article in an unknown journal that begins at offset start
// and has its volume before end.
func (r reader) articleIn(start, end int) Citation {
	s := r.text
	for k := start + 1; k < end; k++ {
		if lex.Class[s[k]]&lex.Digit == 0 || lex.Class[s[k-1]]&lex.Alnum != 0 || s[k-1] == '(' {
			continue
		}
		if head := lex.TrimComma(s, start, k); head == start || s[head] != ',' && lex.NoiseAt(s, head) == 0 {
			continue
		}
		if c := r.unknownArticle(start, k); c != nil {
			return c
		}
		for r.isAt(k+1, lex.Digit) {
			k++
		}
	}
	return nil
}

// readArticleByYear reads, in running text, an article in a journal that is not
// in the table, at its year.
func readArticleByYear(r reader, a anchor) Citation {
	end := r.skipBack(a.start)
	if page := lex.WordStart(r.text, r.floor, end); !strings.ContainsAny(r.text[page:end], "0123456789") {
		return nil
	}
	from, _ := r.clauseStart(a.start, 1)
	in := r
	in.floor, in.clause = from, false
	article, ok := in.articleIn(from, a.start).(*Article)
	if !ok || article.Core.End > a.start || article.Span.End < a.end || article.Authors == nil || r.beginsCode(from) {
		return nil
	}
	return article
}

// maxJournal bounds the length of an unknown journal's name, in bytes.
const maxJournal = 80

// unknownArticle reads the article of which the volume number is at s[i].
func (r reader) unknownArticle(start, i int) Citation {
	s := r.text
	v := r.digitsEnd(i)
	volume := s[i:v]
	if r.at(v) == '(' { // the number of the issue: "17(6)"
		if shut := lex.Closing(s, v, min(r.ceil, v+8)); shut > 0 {
			v = shut + 1
		}
	}
	name := lex.Skip(s, v)
	if name == v || !r.isAt(name, lex.Upper) || len(volume) > 4 {
		return nil
	}
	for k := name; k < min(r.ceil, name+maxJournal); {
		if lex.Class[s[k]]&lex.Digit != 0 {
			return r.unknownJournal(start, i, volume, name, k)
		}
		end := k
		for end < r.ceil && lex.NoiseAt(s, end) == 0 {
			end++
		}
		w := s[k:end]
		if strings.ContainsAny(w, ";:()?\"") {
			return nil
		}
		if w != "&" && !r.tab.inTitle(w) && !lex.EndsInHyphen(s[name:lex.SkipBack(s, name, k)], s, k) {
			return nil
		}
		k = lex.Skip(s, end)
	}
	return nil
}

// unknownJournal completes an article once name and page are found.
func (r reader) unknownJournal(start, i int, volume string, name, page int) Citation {
	first, next, ok := r.scanFirstPage(page)
	if !ok {
		return nil
	}
	c := &Article{Shared: Shared{text: r.text, Core: Span{i, next}}, Volume: volume, Page: first, AsWritten: r.phrase(name, page).Text}
	r.article(c, next)
	if c.Date.IsZero() || c.Title.Text == "" || c.Span.Start < start {
		return nil
	}
	if word := lex.TrimComma(r.text, start, i); r.precededBy(", in", word) { // "in 3 ESSAYS ON PAPER 15"
		return c.inBook(r.phrase(name, page))
	}
	return c
}

func journalOf(terms []term) *Journal {
	for i := range terms {
		if terms[i].journal != nil {
			return terms[i].journal
		}
	}
	return nil
}

// scanDateParen reads a parenthetical that holds a date and nothing else but a
// time of day or a place: "(2014)", "(Nov. 5, 2014, 10:25 AM)", "(Fall 2019)".
func (r reader) scanDateParen(i int) (d Date, next int, ok bool) {
	in, next, ok := r.shortParen(i)
	if !ok {
		return d, i, false
	}
	inner := r.text[:in.End]
	d, k, ok := scanDate(inner, in.Start)
	if !ok {
		return d, i, false
	}
	if m, ok := date.ScanTime(inner, k); ok {
		k = m
	}
	if to, m := scanRange(inner, k, in.End, false); d.Month == 0 && lex.AllDigits(to) { // "(1984-1985)"
		k = m
	}
	return d, next, lex.Skip(inner, k) >= in.End
}

func writeByline(b *strings.Builder, authors []Phrase, etAl bool, designation, title Phrase) {
	for i, a := range authors {
		switch {
		case i > 0 && i == len(authors)-1:
			b.WriteString(" & ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(a.Text)
	}
	if etAl {
		b.WriteString(" et al.")
	}
	for _, p := range [...]Phrase{designation, title} {
		if p.Text != "" {
			comma(b)
			b.WriteString(p.Text)
		}
	}
}

// Names implements [Citation].
func (c *Article) Names() []string {
	return appendNamesOfWork(appendNames(c.Shared.Names(), c.Title), c.Authors, c.Title)
}
