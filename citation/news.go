package citation

import (
	"strings"
	"unicode"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

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
