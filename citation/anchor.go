package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// What makes a number an anchor by itself or by what follows it, and anchors at
// section signs.

// gluedRule looks at a number right after the abbreviation of rules of court:
// "LR3-215", or after the R that such numbers begin with.
func (r reader) gluedRule(n number) (a anchor, decided bool) {
	i, before := n.start, n.start-1
	if r.text[before] != 'R' {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if ofType(terms, ruleTypes) != nil && i-start >= len("LR") {
		return anchor{class: anchorLabel, start: start, number: i, end: n.end, terms: terms}, true
	}
	terms, start = r.tab.backward.matchBack(r.text, r.floor, r.skipBack(before))
	if ofForm(terms, regulationTypes, codeFirst) == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: before, end: n.end, terms: terms}, true // "Utah Admin. Code R317-2-14"
}

// gluedParagraph looks at a number right after the P that stands for the
// paragraph sign of a looseleaf service: "Bankr. L. Rep. (CCH) P12,345".
func (r reader) gluedParagraph(n number) (a anchor, decided bool) {
	if r.text[n.start-1] != 'P' {
		return a, false
	}
	p := r.skipBack(n.start - 1)
	if p == n.start-1 || p == r.floor {
		return a, false
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, p)
	if reporterOf(terms) == nil {
		return a, false
	}
	return anchor{class: anchorLabel, start: start, number: n.start, end: n.end, terms: terms}, true
}

// yearOfWork looks at a year in brackets right after a page or a word, as a
// work's is, "The Rise of Liberty 131 (1902)", with or without the publisher before
// it.
func (r reader) yearOfWork(n number) (a anchor, decided bool) {
	s, i := r.text, n.start
	if i < r.floor+2 {
		return a, false
	}
	open := i - 1
	for ; s[open] != '('; open-- {
		if open <= r.floor || i-open > maxPublisher || !lex.In(s[open], lex.ASCII|lex.Space, ".&") {
			return a, false
		}
	}
	k := r.skipBack(open)
	work := r.isBefore(k, lex.Alnum) || r.before(k) == ')' && r.before(k-2) == '(' // "14.1(a)"
	if endsInMonth(s[open:i]) {                                                    // "Prisoners in 2008, p. 3 (Dec. 2009)", not "(Alaska Dec. 2009)"
		_, _, dated := scanDate(s[:n.end], open+1)
		work = dated && r.isBefore(k, lex.Digit)
	}
	if !work {
		return a, false
	}
	return anchor{class: anchorYear, start: open, end: n.end + 1}, true
}

// yearOfNews looks at the year of a day with a page of a newspaper after it, "Dec.
// 24, 2005, p. A1", and a comma before the day.
func (r reader) yearOfNews(n number) (a anchor, decided bool) {
	s, i := r.text, n.start
	if s[i] != '1' && s[i] != '2' {
		return a, false
	}
	if _, k := r.newsPages(n.end); k == n.end {
		return a, false
	}
	d, start, ok := scanDateBack(s, max(r.floor, i-date.MaxLen), n.end)
	if !ok || d.Day == 0 {
		return a, false
	}
	k := lex.SkipBack(s, r.floor, start)
	if k == r.floor || s[k-1] != ',' || !r.newspaperBefore(k-1) {
		return a, false
	}
	return anchor{class: anchorNews, start: i, end: n.end}, true
}

// newspaperBefore reports whether the word that ends at s[:i] is one that a
// newspaper's name ends in.
func (r reader) newspaperBefore(i int) bool {
	w, _, ok := wordBefore(r.text, max(r.floor, i-maxShort), i)
	return ok && r.tab.is(strings.TrimSuffix(r.text[w.start:w.end], "."), roleNewspaper)
}

// maxPublisher bounds the publisher's name before a work's year, in bytes.
const maxPublisher = 64

// volumeNumber is numberAnchor as a reader at a number.
func (r reader) volumeNumber(n number) (a anchor, decided bool) {
	return r.numberAnchor(n.start), false
}

// dottedNumber is dottedAnchor as a reader at a number.
func (r reader) dottedNumber(n number) (a anchor, decided bool) {
	if n.whole == n.end {
		return a, false
	}
	return r.dottedAnchor(n.start, n.whole), false
}

// sectionAnchor looks at a section sign and at the code before it, with or
// without a chapter or title between them.
func (r reader) sectionAnchor(i int) anchor {
	a := anchor{class: anchorSection, start: i, number: i, end: i + len("§")}
	if terms, start, label := r.codeBefore(i); terms != nil {
		a.terms, a.start, a.label = terms, start, label
	}
	return a
}

// signAnchor looks at the sign of a section or a paragraph.
func (r reader) signAnchor(i int) anchor {
	kind, n := signAt(r.text[:r.ceil], i)
	switch kind {
	case PinSection:
		if _, k := signsAt(r.text, i, r.ceil); r.beginsReport(k) { // the sign was misread: "§550 U.S. 544"
			return anchor{}
		}
		a := r.sectionAnchor(i)
		a.end = i + n
		return a
	case PinParagraph:
		if a := r.recordAnchor(i, i); a.class != anchorNone {
			return a
		}
		return anchor{class: anchorParagraph, start: i, number: i, end: i + n}
	}
	return anchor{}
}
