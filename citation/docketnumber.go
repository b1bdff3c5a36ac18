package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// The number of a docket, and where it is around a name and a report.

// maxDocket bounds the length of a docket number, in bytes.
const maxDocket = 96

// docketStart returns where the words before "No." begin that belong to it.
func (r reader) docketStart(i int) int {
	s := r.text
	j := r.skipBack(i)
	start := i
	if p, k := words.Dockets.EndingAt(s, r.floor, j); p != nil {
		start = k
		j = r.skipBack(start)
	}
	if w, _, ok := wordBefore(s, max(r.floor, j-8), j); ok && w.after == 0 && lex.Capitals(s[w.start:w.end]) { // the court's initials: "NMCA No. 16,564", "ICSID Case No. ARB/97/1"
		if r.commaBefore(w.start) {
			return w.start
		}
	}
	return start
}

// scanDocket reads a docket number, or several, after "No.": figures with
// letters, hyphens and colons, up to a comma or a bracket.
func (r reader) scanDocket(i int) (next int, ok bool) {
	s := r.text
	k, digits := i, false
	for k < r.ceil && k-i < maxDocket {
		c := s[k]
		after := k // where the number goes on; k when it does not
		switch {
		case lex.Class[c]&lex.Digit != 0:
			digits, after = true, k+1
		case lex.Class[c]&lex.ASCII != 0, strings.IndexByte("-:./&", c) >= 0:
			after = k + 1
		case lex.DashAt(s, k, r.ceil) == 3:
			after = k + 3
		case c == '(':
			after = r.judgesInitials(k)
		case c == ',':
			if digits {
				_, after = r.thousands(k) // "No. 16,564"
			}
			if after == k {
				after = r.furtherDocket(k)
			}
		case lex.NoiseAt(s, k) > 0:
			after = r.docketAfterBlank(i, k)
		}
		if after == k {
			break
		}
		k = after
	}
	return r.docketEnd(i, k, digits)
}

// judgesInitials passes over the judge's initials that a docket number has after
// it: "00 Civ. 1234 (LAK)". Without them it returns k.
func (r reader) judgesInitials(k int) int {
	end := k + 1
	for r.isAt(end, lex.Upper) {
		end++
	}
	if end == k+1 || end-k > 6 || r.at(end) != ')' {
		return k
	}
	return end + 1
}

// furtherDocket returns where another docket number begins after the comma at
// s[k]: "Nos. 12-3456, 12-3457". Without one it returns k.
func (r reader) furtherDocket(k int) int {
	s := r.text
	m := r.skip(k + 1)
	if w, ok := words.Match(s, m, r.ceil, "and"); ok {
		m = r.skip(w)
	}
	n := r.digitsEnd(m)
	if n > m {
		_, n = r.thousands(n) // "57,004–02"
	}
	if n == m || m-k > 8 || !r.docketGoesOn(n) || r.numberAnchor(m).class == anchorNumber {
		return k
	}
	return m
}

// docketGoesOn reports whether what is after the figures that end at s[:n] shows
// that they are a docket number's.
func (r reader) docketGoesOn(n int) bool {
	if n >= r.ceil {
		return false
	}
	return lex.DashAt(r.text, n, r.ceil) > 0 || r.text[n] == ':' || lex.HasPrefixAt(r.text, n, " Civ.") || lex.HasPrefixAt(r.text, n, " Cr.")
}

// docketAfterBlank returns where a docket number that began at s[i:] goes on
// after the blank at s[k]; k when it ends there.
func (r reader) docketAfterBlank(i, k int) int {
	s := r.text
	m := r.skip(k)
	if k > i && s[k-1] == '-' && r.isAt(m, lex.Digit) { // a line or a page ends inside
		return m
	}
	if k > i && s[k-1] == '.' && r.sentenceEnds(i, k-1) {
		return k
	}
	if r.partOfDocket(m) {
		return m
	}
	if w, ok := words.Match(s, m, r.ceil, "and"); ok && r.isAt(r.skip(w), lex.Digit) {
		return m
	}
	return k
}

// partOfDocket reports whether what is at s[m:], after a blank, may be inside a
// docket number: "00 Civ. 1234 (LAK) & 5678". A database is not: "2013 WL 1234".
func (r reader) partOfDocket(m int) bool {
	if m >= r.ceil || lex.HasPrefixAt(r.text, m, "WL") || blankLine(r.text, max(0, m-1)) {
		return false
	}
	return r.isAt(m, lex.Upper|lex.Digit) || r.text[m] == '(' || r.text[m] == '&'
}

func (r reader) docketEnd(i, k int, digits bool) (next int, ok bool) {
	k = lex.SkipBack(r.text, i, k)
	for k > i && (r.text[k-1] == '.' || r.text[k-1] == '-') {
		k--
	}
	return k, digits && k > i && k-i < maxDocket
}

// docketBefore finds the docket number that precedes offset i, with a
// comma on each side: "Doe v. Roe, No. 12-345, 2013 WL 5811261". Bluebook Rule
// 10.8.1.
func (r reader) docketBefore(i int) (at Span, ok bool) {
	s := r.text
	end := lex.TrimComma(s, r.floor, i)
	if end == r.floor || s[end] != ',' {
		return at, false
	}
	if start := r.pacerBefore(end); start < end {
		return Span{start, end}, true
	}
	if start := r.civilBefore(end); start < end {
		return Span{start, end}, true
	}
	for k := end - 4; k > r.floor && k > end-maxDocket; k-- {
		if lex.Class[s[k]]&lex.Upper == 0 || lex.Class[s[k-1]]&lex.Alnum != 0 || s[k-1] == '.' || s[k] != 'N' {
			continue
		}
		for _, phrase := range [...]string{"No.", "Nos."} {
			if !lex.HasPrefixAt(s, k, phrase) {
				continue
			}
			if next, ok := r.scanDocket(lex.Skip(s[:end], k+len(phrase))); !ok || next < end {
				continue
			}
			start := r.docketStart(k)
			if code, from, _ := r.codeBefore(k); ofType(code, agencyTypes) != nil { // "ASBCA No. 43466"
				start = from
			}
			if court, ok := r.districtBefore(start); ok {
				return Span{lex.Skip(s, court.End), end}, true
			}
			if before := r.skipBack(start); before > r.floor && (s[before-1] == ',' || s[before-1] == '.' && start < k) {
				return Span{start, end}, true
			}
		}
	}
	return at, false
}

// civilBefore returns where the docket number begins that ends at s[:end] and has the
// year and the letters of the sort of case before its number, without "No.": "18 C
// 7039", "08 Civ. 1234 (LAK)". Without one it is end.
func (r reader) civilBefore(end int) int {
	s := r.text
	low := max(r.floor, end-maxShort)
	k := low + strings.LastIndexByte(s[low:end], ',')
	if k < low {
		return end
	}
	start := r.skip(k + 1)
	year := r.digitsEnd(start)
	sort := r.skip(year)
	if n := year - start; n != 2 && n != 4 || sort == year || !r.isAt(sort, lex.Upper) {
		return end
	}
	number := sort
	for number-sort <= 2 && r.isAt(number, lex.Upper) {
		number++
	}
	if p, next := words.Dockets.Match(s, sort, end); p != nil {
		number = next
	}
	number = r.skip(number)
	if digits := r.digitsEnd(number); digits-number < 3 || digits > end {
		return end
	}
	if next, ok := r.scanDocket(start); !ok || next != end {
		return end
	}
	return start
}

// docketAfter reads the docket number after a report whose pages are not known yet,
// which a decision follows: "Doe v. Roe, ___ F.4th ___, No. 21-1234 (9th Cir. May 3,
// 2022)". It returns where that ends; i without one.
func (r reader) docketAfter(c *Case, i int) (next int) {
	if last := c.Reports[len(c.Reports)-1]; c.Docket.Text != "" || last.Volume == "" || lex.BlankEnd(last.Volume, 0) == 0 {
		return i
	}
	j, comma := r.skipComma(i)
	no, ok := words.Match(r.text, j, r.ceil, "No.")
	if !ok {
		no, ok = words.Match(r.text, j, r.ceil, "Nos.")
	}
	if !comma || !ok {
		return i
	}
	end, ok := r.scanDocket(r.skip(no))
	if !ok {
		return i
	}
	_, after := r.slipPage(end)
	if d, _, decided := r.scanDecision(after); !decided || d.date.IsZero() {
		return i
	}
	c.Docket = r.phrase(j, end)
	return end
}

// districtBefore finds the court that Ohio's and some other courts write between
// the name and the docket number at offset i: "8th Dist. Cuyahoga No. 98765",
// "Cuyahoga App. No. 87654".
func (r reader) districtBefore(i int) (court Span, ok bool) {
	s := r.text
	court = Span{i, r.skipBack(i)}
	appellate := lex.HasPrefixAt(s, i, "App.")
	if appellate {
		court.End = i + len("App.")
	}
	for words, j := 0, i; words < 4; words++ {
		if r.commaBefore(j) {
			return court, words > 0 && (appellate || ok)
		}
		w, next, found := wordBefore(s, max(r.floor, j-maxDistrict), j)
		if !found || w.before != 0 || w.endsPhrase() || lex.Class[s[w.start]]&(lex.Upper|lex.Digit) == 0 {
			break
		}
		if s[w.start:w.end] == "Dist." {
			ordinal, _, found := wordBefore(s, max(r.floor, next-maxDistrict), next)
			ok = found && lex.Class[s[ordinal.start]]&lex.Digit != 0
		}
		court.Start, j = w.start, next
	}
	return court, false
}

// maxDistrict bounds a word of the name of a district or a county.
const maxDistrict = 24

// districtCourt fills in the court that precedes a docket number, unless the
// decision's parenthetical names one.
func (r reader) districtCourt(c *Case, at Span) {
	if c.CourtText.Text != "" {
		return
	}
	c.CourtText = r.phrase(at.Start, at.End)
	district, _, _ := strings.Cut(c.CourtText.Text, "Dist.")
	if c.Court = r.tab.court(c.CourtText.Text); c.Court == nil {
		c.Court = r.tab.courtIn(c.Reports[0].Reporter.Jurisdiction, district+"Dist.")
	}
	if c.Court == nil && strings.HasSuffix(c.CourtText.Text, "App.") {
		c.Court = r.tab.courtIn(c.Reports[0].Reporter.Jurisdiction, "App.")
	}
}

// europeanNumber reports whether a docket number is one of theirs.
func europeanNumber(docket string) bool {
	r := reader{text: docket + ", ", ceil: len(docket) + 2}
	at, ok := r.caseNumberBefore(r.ceil)
	return ok && at.Start == 0
}

// caseNumberBefore finds the number of a case before the European courts, which
// precedes the name at offset i: "Case C-131/12, Google Spain v. AEPD",
// "Joined Cases C-293/12 & C-594/12,". Bluebook Table T2.
func (r reader) caseNumberBefore(i int) (at Span, ok bool) {
	s := r.text
	end := lex.TrimComma(s, r.floor, i)
	if end-2 < r.floor || s[end] != ',' || lex.Class[s[end-1]]&lex.Digit == 0 {
		return at, false
	}
	if slash := lex.NumberBefore(s, r.floor, end) - 1; slash < r.floor || s[slash] != '/' {
		return at, false
	}
	for _, phrase := range [...]string{"Joined Cases ", "Cases ", "Case "} {
		k := strings.LastIndex(s[max(r.floor, end-maxDocket):end], phrase)
		if k < 0 {
			continue
		}
		k += max(r.floor, end-maxDocket)
		if next, ok := r.scanDocket(k + len(phrase)); ok && next == end {
			return Span{k, end}, true
		}
	}
	return at, false
}

// pacerBefore returns where the docket number begins that ends at s[:end] in
// the form of the federal courts' dockets, without "No.": "1:20CV876",
// "3:12-cv-00456-JAH". Without one it is end.
func (r reader) pacerBefore(end int) int {
	s := r.text
	k := end
	colon := 0
	for k > r.floor && end-k < maxShort/4 && lex.In(s[k-1], lex.Alnum, "-:") {
		k--
		if s[k] == ':' {
			colon = k
		}
	}
	if colon-k != 1 || lex.Class[s[k]]&lex.Digit == 0 || lex.DigitsEnd(s, colon+1) != colon+3 {
		return end
	}
	if !strings.ContainsAny(s[colon:end], "cCmM") { // civil, criminal, magistrate, miscellaneous
		return end
	}
	if !r.commaBefore(k) {
		return end
	}
	return k
}

// docketInParen takes the docket number from the parenthetical that a brief's or an
// argument's case has after it: "Roe v. Wade, 410 U.S. 113 (1973) (No. 70-18)".
func (r reader) docketInParen(c *Case) {
	for _, p := range c.Parens {
		in := Span{p.Span.Start + 1, p.Span.End - 1}
		for _, word := range [...]string{"no.", "nos."} {
			k, ok := words.MatchPhrase(r.text, in.Start, in.End, word)
			if !ok || c.Docket.Text != "" {
				continue
			}
			if next, ok := r.scanDocket(lex.Skip(r.text[:in.End], k)); ok && next == in.End {
				c.Docket = r.phrase(in.Start, in.End)
			}
		}
	}
}
