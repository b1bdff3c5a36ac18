package citation

import "strings"

// An Article is a piece in a law review or another journal with volume
// numbers. Bluebook Rule 16; Indigo Book R30.
type Article struct {
	Shared
	Authors     []Phrase // in the order written, without "et al."; nil when none stands there
	EtAl        bool     // "et al." stands behind them
	Designation Phrase   // "Note", "Comment": zero when none
	Title       Phrase   // without quotation marks around it
	Volume      string   // a number, or the year where volumes have none
	Journal     *Journal // the row of the table
	Written     string   // the journal's abbreviation as written
	Page        string   // first page
	Date        Date     // mostly a year
	Online      *Online  // nil when not written
}

// Kind returns [KindArticle].
func (*Article) Kind() Kind { return KindArticle }

// String returns the article as Bluebook Rule 16 writes it.
func (c *Article) String() string {
	var b strings.Builder
	writeByline(&b, c.Authors, c.EtAl, c.Designation, c.Title)
	comma(&b)
	b.WriteString(c.Volume + " " + c.Journal.Abbrev + " " + c.Page)
	writePins(&b, c.Pins, ", ")
	writeDecision(&b, "", c.Date)
	writeOnline(&b, c.Online)
	writeHereinafter(&b, c.Hereinafter)
	writeParens(&b, c.Parens)
	return b.String()
}

// readArticle reads a journal article at its volume number.
func readArticle(r reader, a anchor) Citation {
	t := journalOf(a.terms)
	if t == nil {
		return nil
	}
	page, next, ok := r.scanFirstPage(a.end)
	if !ok {
		return nil
	}
	s := r.text
	v := a.start
	for class[s[v]]&cDigit != 0 {
		v++
	}
	c := &Article{Shared: Shared{text: s, Core: Span{a.start, next}}, Volume: s[a.start:v], Journal: t, Page: page}
	c.Written = clean(s[skip(s, v):a.end])
	c.Pins, next = r.scanPins(next, PinPage)
	if d, k, ok := r.scanDateParen(next); ok {
		c.Date, next = d, k
	}
	next = r.tail(&c.Shared, &c.Online, next)
	c.Span = Span{a.start, next}

	start, sig := r.clauseStart(a.start)
	if head := trimComma(s, start, a.start); start < head {
		b := r.byline(start, head, false)
		c.Authors, c.EtAl, c.Designation, c.Title = b.authors, b.etAl, b.designation, b.title
		c.Span.Start = start
	}
	c.Signal = sig
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
	s := r.text
	j := skip(s, i)
	if j >= r.ceil || s[j] != '(' {
		return d, i, false
	}
	end := strings.IndexByte(s[j:min(r.ceil, j+maxCourt)], ')')
	if end < 0 {
		return d, i, false
	}
	end += j
	d, k, ok := scanDate(s[:end], skip(s, j+1))
	if !ok {
		return d, i, false
	}
	if m, ok := scanTime(s[:end], k); ok {
		k = m
	}
	return d, end + 1, skip(s, k) >= end
}

// trimComma returns the end of s[i:j] without the noise and the comma at it.
func trimComma(s string, i, j int) int {
	j = skipBack(s, i, j)
	if j > i && s[j-1] == ',' {
		j = skipBack(s, i, j-1)
	}
	return j
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
