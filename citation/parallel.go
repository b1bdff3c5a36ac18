package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Parallel reports: the other places where a decision is printed, after the first.

// parallel reads pinpoints and the parallel reports after them.
func (r reader) parallel(c *Case, i int) (next int) {
	for len(c.Reports) < 12 {
		last := &c.Reports[len(c.Reports)-1]
		if pin, k := r.firstRange(*last, i); k > i {
			last.Pins, i = []Pin{pin}, k
		}
		if byParagraph(last.Reporter.layout()) { // "¶ 98,749, at 93,100"
			i = r.groupedPins(&last.Pins, i)
		}
		last.Pins, i = r.morePins(last.Pins, i, pinKind(last.Reporter))
		if pin, k, ok := r.pinWithoutComma(i); ok {
			last.Pins, i = append(last.Pins, pin), k
		}
		rep, k, ok := r.nextReport(*last, i)
		if !ok {
			docket, end := r.docketBetween(i)
			if rep, k, ok = r.nextReport(*last, end); !ok || end == i {
				break
			}
			c.Docket = docket
		}
		c.Reports = append(c.Reports, rep)
		i = k
	}
	j := r.skip(i)
	if r.at(j) == '[' {
		return r.bracketed(c, i, j)
	}
	for divisions := 0; divisions < 4 && j+2 < r.ceil && r.text[j] == '('; divisions++ { // Georgia: "275 Ga. 486, 488 (2) (a) (569 SE2d 502) (2002)"
		k := j + 1
		for k-j < 4 && r.isAt(k, lex.Digit|lex.Lower) {
			k++
		}
		if lex.Class[r.text[j+1]]&lex.Digit != 0 && r.isAt(k, lex.Space) {
			return r.bracketed(c, i, j)
		}
		if k == j+1 || r.at(k) != ')' {
			break
		}
		j = r.skip(k + 1)
	}
	return i
}

// pinWithoutComma reads a page before which the comma was lost, by the decision
// or the parallel report after it: "128 F.2d 645 648 (4th Cir. 1942)".
func (r reader) pinWithoutComma(i int) (pin Pin, next int, ok bool) {
	s := r.text
	j := r.skip(i)
	k := r.digitsEnd(j)
	if j == i || k == j || k-j > 5 {
		return pin, i, false
	}
	pin = Pin{Span: Span{j, k}, Kind: PinPage, From: s[j:k]}
	open := r.skip(k)
	if r.at(open) == ',' { // "117 N.M. 141 145, 870 P.2d 103"
		n := r.skip(open + 1)
		return pin, k, r.isAt(n, lex.Digit) && reporterOf(r.numberAnchor(n).terms) != nil
	}
	if r.at(open) != '(' {
		return pin, i, false
	}
	d, _, ok := r.scanDecision(k)
	return pin, k, ok && !d.date.IsZero()
}

// docketBetween reads the docket number that is between a report not yet paged
// and the database that has the decision: "— F.3d —, No. 12-345, 2013 WL 1".
func (r reader) docketBetween(i int) (docket Phrase, next int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return docket, i
	}
	k, ok := words.MatchPhrase(s, j, r.ceil, "no.")
	if !ok {
		return docket, i
	}
	if next, ok = r.scanDocket(r.skip(k)); !ok {
		return docket, i
	}
	return r.phrase(j, next), next
}

// regionalAfter looks at what follows the semicolon at s[j]: in Michigan it
// parts the state's report from the regional one, "500 Mich 1; 894 NW2d 1".
func (r reader) regionalAfter(last Report, j int) anchor {
	if r.at(j) != ';' || last.Reporter.Type != "state" {
		return anchor{}
	}
	j = r.skip(j + 1)
	if !r.isAt(j, lex.Digit) {
		return anchor{}
	}
	a := r.numberAnchor(j)
	if regional := reporterOf(a.terms); regional == nil || regional.Type != "regional" || !strings.Contains(regional.Jurisdiction, last.Reporter.Jurisdiction) {
		return anchor{}
	}
	return a
}

// nextReport reads a comma and the parallel report after it.
func (r reader) nextReport(last Report, i int) (rep Report, next int, ok bool) {
	s := r.text
	j := r.skip(i)
	if a := r.regionalAfter(last, j); a.class == anchorNumber {
		return r.scanReport(a)
	}
	for commas := 0; ; commas++ {
		if j >= r.ceil || commas == maxBlanks {
			return rep, i, false
		}
		if commas == 0 && lex.Class[s[j]]&lex.Digit != 0 && lex.BlankEnd(last.Page, 0) > 0 { // "576 U. S. ___ 135 S. Ct. 2886"
			break
		}
		if s[j] != ',' {
			return rep, i, false
		}
		j = r.skip(j + 1)
		if k := r.skip(lex.BlankEnd(s[:r.ceil], j)); r.at(k) == ',' {
			j = k // a pinpoint that was left blank: "517 U.S. 806, -, 116 S. Ct. 1769"
			continue
		}
		break
	}
	if j >= r.ceil {
		return rep, i, false
	}
	a := anchor{}
	if lex.Class[s[j]]&lex.Digit != 0 {
		a = r.numberAnchor(j)
	} else if lex.BlankEnd(s[:r.ceil], j) > j {
		a = r.blankAnchor(j)
	}
	if a.class != anchorNumber {
		return rep, i, false
	}
	return r.scanReport(a)
}

// maxBlanks bounds how many pinpoints between two reports may be left blank.
const maxBlanks = 4

// bracketed reads parallel reports in brackets: "17 Cal. 4th 1, 25 [70 Cal.
// Rptr. 2d 3, 949 P.2d 5]". It returns i when the bracket at j holds none.
func (r reader) bracketed(c *Case, i, j int) (next int) {
	end := lex.Closing(r.text, j, r.ceil)
	if end < 0 {
		return i
	}
	in := r
	in.ceil = end
	first := lex.Skip(r.text[:end], j+1)
	if first < end && r.text[first] == ',' { // "323 U.S. 606, 611 [, 65 S.Ct. 548]"
		first = lex.Skip(r.text[:end], first+1)
	}
	if first >= end || lex.Class[r.text[first]]&lex.Digit == 0 {
		return i
	}
	a := in.numberAnchor(first)
	if a.class != anchorNumber {
		return i
	}
	rep, k, ok := in.scanReport(a)
	if !ok {
		return i
	}
	was := len(c.Reports)
	c.Reports = append(c.Reports, rep)
	k = in.parallel(c, k)
	if d, next, ok := in.scanDecision(k); ok && c.Date.IsZero() {
		c.CourtText, c.Court, c.Date, c.PetitionHistory = d.text, d.court, d.date, d.rest
		k = next
	}
	if lex.Skip(r.text[:end], k) < end {
		c.Reports = c.Reports[:was]
		return i
	}
	return end + 1
}
