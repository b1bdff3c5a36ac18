package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
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
		i = r.bracketedParagraphs(last, i)
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
	} else if s[j] == '[' || s[j] == '(' {
		a = r.yearAnchor(j)
	} else if lex.BlankEnd(s[:r.ceil], j) > j {
		a = r.blankAnchor(j)
	}
	if a.class != anchorNumber {
		return rep, i, false
	}
	return r.scanReport(a)
}

// yearAnchor looks at the bracket at s[j]: the anchor of a report that has its year
// there, "[2020] A.C. 154", "[2012] 1 S.C.R. 89", "(2011) 244 C.L.R. 144".
func (r reader) yearAnchor(j int) anchor {
	_, k, ok := date.YearAt(r.text[:r.ceil], j+1)
	round := r.at(j) == '('
	if !ok || r.at(k) != ']' && !(round && r.at(k) == ')') {
		return anchor{}
	}
	a := r.numberAnchor(j + 1)
	if volume := r.skip(k + 1); reporterOf(a.terms) == nil && r.isAt(volume, lex.Digit) {
		a = r.numberAnchor(volume)
	}
	if !slices.ContainsFunc(a.terms, func(t term) bool {
		return t.reporter != nil && t.reporter.Type == "foreign" && (round || t.layout.First().Lead == "[")
	}) {
		return anchor{}
	}
	return a
}

// afterDivision reads what follows the division of a court of another country,
// which is written right after the report: its paragraphs, a page or a parallel
// report, "[2019] EWHC 45 (Ch) [45]", "[1932] A.C. 562 (HL) 580".
func (r reader) afterDivision(c *Case, i int) (next int) {
	last := &c.Reports[len(c.Reports)-1]
	if last.Reporter.Type != "foreign" || c.Date.Span.Len() > 0 {
		return i
	}
	if pins, k := r.scanPins(i, PinPage); last.Pins == nil && pins != nil {
		last.Pins, i = pins, k
	} else if j := r.skip(i); last.Pins == nil && j > i && r.isAt(j, lex.Digit) {
		if pin, _, k, ok := r.scanPin(j, PinPage); ok {
			last.Pins, i = []Pin{pin}, k
		}
	}
	next = r.parallel(c, i)
	c.takePins()
	return next
}

// ofDivision reports whether a parenthetical without a date is the division of the
// court that a neutral citation names, "[2019] EWHC 45 (Admin)", and no country.
func (r reader) ofDivision(c *Case, text string) bool {
	first := c.Reports[0].Reporter
	return first.Type == "foreign" && bracketedYear(first.layout()) && len(text) <= maxCourtPart && r.tab.country(text) == nil
}

// maxCourtPart bounds the name of a court's division in parentheses, in bytes.
const maxCourtPart = 12

// bracketedParagraphs reads the paragraphs after a report of another country:
// "[45]", "at [45]–[47], [50]".
func (r reader) bracketedParagraphs(last *Report, i int) (next int) {
	if last.Reporter.Type != "foreign" {
		return i
	}
	for next = i; len(last.Pins) < maxPins; {
		pin, k, ok := r.bracketedParagraph(next)
		if !ok {
			break
		}
		last.Pins, next = append(last.Pins, pin), k
	}
	return next
}

// bracketedParagraph reads one paragraph, or a range, whose number is in brackets.
func (r reader) bracketedParagraph(i int) (pin Pin, next int, ok bool) {
	j, _ := r.skipComma(i)
	if at, ok := scanAt(r.text, j, r.ceil); ok {
		j = at
	}
	from, next, ok := r.bracketedNumber(j)
	if !ok {
		return pin, i, false
	}
	pin = Pin{Span: Span{j, next}, Kind: PinParagraph, From: from}
	if n := lex.DashAt(r.text, next, r.ceil); n > 0 {
		if to, k, ok := r.bracketedNumber(next + n); ok {
			pin.To, pin.Span.End, next = to, k, k
		}
	}
	return pin, next, true
}

// bracketedNumber reads a number in square brackets.
func (r reader) bracketedNumber(i int) (number string, next int, ok bool) {
	if r.at(i) != '[' {
		return "", i, false
	}
	k := r.digitsEnd(i + 1)
	if k == i+1 || k > i+4 || r.at(k) != ']' {
		return "", i, false
	}
	return r.text[i+1 : k], k + 1, true
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
	was := *c
	c.Reports = append(c.Reports, rep)
	k = in.parallel(c, k)
	if d, next, ok := in.scanDecision(k); ok && c.Date.IsZero() {
		c.CourtText, c.Court, c.Date, c.PetitionHistory = d.text, d.court, d.date, d.rest
		k = next
	}
	if lex.Skip(r.text[:end], k) < end {
		*c = was
		return i
	}
	return end + 1
}
