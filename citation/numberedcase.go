package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// In Louisiana and Mississippi a decision's own number is its public domain
// citation: the docket number, the page or paragraph of the slip opinion, and the
// court with the date, before the report. Bluebook Table BT2.
//
//	State v. Roe, 94-0001, p. 5 (La. 5/10/95); 655 So. 2d 1, 3
//	State v. Doe, 2009-1234 (La. App. 1 Cir. 6/11/10), 35 So. 3d 123
//	Doe v. Roe, 95-KA-01234-SCT (¶ 12) (Miss. 1997)

// docketNumber looks at a number with a hyphen or a thousand's comma after it: an anchor when
// it is a docket number that a court and a day follow.
func (r reader) docketNumber(n number) (a anchor, decided bool) {
	i, j := n.start, n.end
	end := r.ownNumberEnd(i, j)
	if end == j || j-i == 2 && n.after >= apart {
		return a, false
	}
	a = anchor{class: anchorDocket, start: i, number: i, end: end}
	if decidedBy(r.text[j:end]) != "" {
		return a, true
	}
	_, k := r.slipPage(end)
	if k = r.skip(k); r.at(k) != '(' {
		return anchor{}, false
	}
	d, _, ok := r.scanDecision(k)
	if !ok || d.court == nil || d.text.Text == "" {
		return anchor{}, false
	}
	if d.date.Day == 0 && (d.date.IsZero() || !hasCapital(r.text[j:end])) {
		return anchor{}, false
	}
	return a, true
}

// ownNumberEnd returns where the docket numbers end that begin with the figures
// s[i:j]; j when they are none that a public domain citation may be.
func (r reader) ownNumberEnd(i, j int) (end int) {
	end = j
	if j-i <= 3 {
		_, end = r.thousands(j) // "36,391": Louisiana's Second Circuit counts through the years
	}
	if end > j || j-i == 4 || j-i == 2 {
		end = r.plainDocket(end)
	}
	if end == j {
		return j
	}
	return r.furtherDockets(end)
}

// furtherDockets passes over further numbers after the docket number that ends at
// s[:i], ", 36,392" or ", 2464", to which a page of the slip opinion, another number
// or a bracket belongs: a volume has a reporter after it.
func (r reader) furtherDockets(i int) (next int) {
	next = i
	for parts := 0; parts < 8; parts++ {
		j, comma := r.skipComma(next)
		end := r.digitsEnd(j)
		if !comma || end-j < 2 {
			break
		}
		_, end = r.thousands(end)
		if lex.DashAt(r.text, end, r.ceil) > 0 {
			end = r.plainDocket(end)
		}
		if k := r.skip(end); !r.markAt(k, ",(") {
			break
		}
		next = end
	}
	return next
}

// decidedBy returns the id of the court that Mississippi's public domain numbers
// end in, "2010-CT-01234-SCT"; empty when a number ends otherwise. Miss. R. App. P. 28.
func decidedBy(number string) string {
	switch {
	case strings.HasSuffix(number, "-SCT"):
		return "miss"
	case strings.HasSuffix(number, "-COA"):
		return "missctapp"
	}
	return ""
}

// hasCapital reports whether a capital letter is in s.
func hasCapital(s string) bool {
	for i := 0; i < len(s); i++ {
		if lex.Class[s[i]]&lex.Upper != 0 {
			return true
		}
	}
	return false
}

// plainDocket reads the rest of a docket number after its year: "-1234",
// "-KA-0001", in Louisiana's First Circuit " CA 0123".
func (r reader) plainDocket(i int) (next int) {
	s := r.text
	next = i
	if k := i + 1; r.at(i) == ' ' {
		for k-i <= 2 && r.isAt(k, lex.Upper) {
			k++
		}
		end := r.digitsEnd(min(k+1, r.ceil))
		if k > i+1 && r.at(k) == ' ' && end == k+5 {
			return end
		}
		return i
	}
	for parts := 0; parts < 4; parts++ {
		n := lex.DashAt(s, next, r.ceil)
		j := next + n
		for j-next < 12 && r.isAt(j, lex.Digit|lex.Upper) {
			j++
		}
		if n == 0 || j == next+n {
			break
		}
		next = j
	}
	if next == i || !lex.WordEnds(s, next, r.ceil) || !strings.ContainsAny(s[i:next], "0123456789") {
		return i
	}
	return next
}

// ownNumber reports whether a docket number is a public domain citation by itself.
func ownNumber(docket string) bool {
	i := lex.DigitsEnd(docket, 0)
	r := reader{text: docket + "(", ceil: len(docket) + 1}
	return i > 0 && i < len(docket) && r.ownNumberEnd(0, i) == len(docket)
}

// slipPage reads the page of the slip opinion after a docket number: ", p. 5".
func (r reader) slipPage(i int) (pins []Pin, next int) {
	s := r.text
	j := r.skip(i)
	bracket := r.at(j) == '(' // "(¶ 12)"
	if j < r.ceil && (s[j] == ',' || bracket) {
		j = r.skip(j + 1)
	}
	pin, named, next, ok := r.scanPin(j, "")
	if !ok || !named || pin.Kind != PinPage && pin.Kind != PinParagraph {
		return nil, i
	}
	if bracket {
		if r.at(next) != ')' {
			return nil, i
		}
		next++
	}
	return []Pin{pin}, next
}

// readNumberedCase reads a decision by its docket number, court and day, with
// the reports that follow. A name must precede it, or a history phrase.
func readNumberedCase(r reader, a anchor) Citation {
	if !r.commaBefore(a.start) && !r.inHistory {
		return nil
	}
	n := r.nameBefore(a.start, false)
	if !n.found() && !r.inHistory {
		return nil
	}
	s := r.text
	c := &Case{Shared: Shared{text: s, Core: Span{a.start, a.end}}, Name: n.name, Plaintiff: n.plaintiff, Defendant: n.defendant}
	c.Docket = r.phrase(a.start, a.end)
	pins, next := r.slipPage(a.end)
	next = r.decided(c, next)
	c.Pins = pins
	if id := decidedBy(s[a.start:a.end]); id != "" {
		if c.Court == nil {
			c.Court = r.tab.courtID[id]
		}
		if c.Date.IsZero() {
			c.Date.Year, _, _ = date.YearAt(s[a.start:a.end], 0)
		}
	}
	if j := r.skip(next); r.markAt(j, ",;") {
		if j = r.skip(j + 1); r.isAt(j, lex.Digit) {
			if b := r.numberAnchor(j); b.class == anchorNumber {
				if rep, k, ok := r.scanReport(b); ok {
					c.Reports = append(c.Reports, rep)
					next = r.parallel(c, k)
				}
			}
		}
	}
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(&c.Shared, c.PetitionHistory)
	next = r.history(c, next)
	if c.Span = (Span{a.start, next}); n.found() {
		c.Span.Start = n.name.Span.Start
	}
	r.settle(c)
	c.Signal = r.signal(c.Span.Start)
	return c
}
