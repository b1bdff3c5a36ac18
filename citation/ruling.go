package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// International courts and tribunals have several decisions in one case, so a
// citation says which it means, between the name and the report. Bluebook Rule 21.5.
//
//	Paper Islands (Fr. v. Turk.), Merits, Judgment, 1927 P.C.I.J. (ser. A) No. 9
//	Legality of Paper, Advisory Opinion, 1996 I.C.J. 226, ¶ 25 (July 8)

// maxRuling is how many words for a ruling, one after another, are read.
const maxRuling = 6

// rulingBefore returns where the words for a ruling begin that end before offset
// i, with a comma before each, and the day of the last; without them i.
func (r reader) rulingBefore(i int) (start int, day Date) {
	s := r.text
	start = i
	for n, at := 0, i; n < maxRuling; n++ {
		end := lex.TrimComma(s, r.floor, at)
		if d, from, ok := scanDateBack(s, max(r.floor, end-date.MaxLen), end); ok && d.Day > 0 { // "Order of Jan. 26, 2024"
			if w, k, ok := wordBefore(s, max(r.floor, from-maxShort), from); ok && s[w.start:w.end] == "of" {
				end = r.skipBack(k)
				if n == 0 {
					day = d
				}
			}
		}
		if w, k, ok := wordBefore(s, max(r.floor, end-maxShort), end); ok && n == 0 && w.after == 0 && lex.Class[s[w.start]]&lex.Upper != 0 && lex.Class[s[w.end-1]]&lex.Digit != 0 { // "Advisory Opinion OC-5/85"
			end = r.skipBack(k)
		}
		k := end
		for from := range r.titleWords(end, maxShort) {
			if _, next := words.Rulings.Match(s, from, end); next == end {
				k = from
			}
		}
		if k == end {
			break
		}
		if at = k; r.commaBefore(k) {
			start = k
			continue
		}
		w, _, ok := wordBefore(s, max(r.floor, k-maxShort), k) // "Reparations, and Costs"
		if !ok || s[w.start:w.end] != "and" && s[w.start:w.end] != "&" {
			break
		}
		at = w.start
	}
	return start, day
}

// ruling reads the words for a ruling before the report of an international court at
// offset i, and the name before them.
func (r reader) ruling(c *Case, i int) (n caseName) {
	if c.Reports[0].Reporter.Type != "foreign" {
		return n
	}
	start, day := r.rulingBefore(i)
	if start == i {
		return n
	}
	if n = r.nameOfRuling(start); n.found() {
		c.Filing = r.phrase(start, lex.TrimComma(r.text, start, i))
		if c.Date.Span.Len() == 0 && !day.IsZero() {
			c.Date = day
		}
	}
	return n
}

// nameOfRuling is the name before a ruling at offset i. In a clause of a note it is
// all that is there: "Military Activities (Nicar. v. U.S.)" has its parties in parentheses.
func (r reader) nameOfRuling(i int) caseName {
	end := lex.TrimComma(r.text, r.floor, i)
	start, _ := r.clauseStart(i, 1)
	shut := r.before(end) == ')'
	if !r.clause || start >= end || !shut && strings.Contains(r.text[start:end], " v. ") {
		return r.nameBefore(i, true)
	}
	n := caseName{name: r.phrase(start, end)}
	if open := r.opening(start, end); shut && open > start {
		in := reader{text: r.text, tab: r.tab, floor: open + 1, ceil: end - 1}
		if k := strings.IndexByte(r.text[in.floor:in.ceil], ':'); k >= 0 { // "(Austl. v. Japan: N.Z. intervening)"
			in.ceil = in.floor + k
		}
		parties := in.nameBefore(in.ceil, false)
		n.plaintiff, n.defendant = parties.plaintiff, parties.defendant
	}
	return n
}

// dayOfRuling takes the day from the parenthetical after a report whose volume is
// the year: "1986 I.C.J. 14 (June 27)".
func (r reader) dayOfRuling(c *Case) {
	if len(c.Parens) == 0 || c.Date.Month > 0 || c.Reports[0].Reporter.Type != "foreign" || len(c.Parens[0].Citations) > 0 {
		return
	}
	volume := c.Reports[0].Volume
	text := c.Parens[0].Text
	d, next, ok := scanDate(text+", "+volume, 0)
	if !ok || d.Day == 0 || next < len(text)+len(volume) || d.Year != c.Date.Year {
		return
	}
	c.Date = d
	c.Date.Span = Span{c.Parens[0].Span.Start + 1, c.Parens[0].Span.End - 1}
	c.Parens = slices.Delete(c.Parens, 0, 1)
}
