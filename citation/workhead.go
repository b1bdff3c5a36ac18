package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// What precedes the address or ends the clause of a work: the byline, the date with
// its parenthetical, the page, and the remarks between the date and the address.

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
