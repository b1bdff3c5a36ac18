package citation

import (
	"strconv"
	"strings"
)

// A Report is one place where a decision is printed: "410 U.S. 113".
type Report struct {
	Span     Span
	Volume   string
	Reporter *Reporter // nil never: an unknown abbreviation makes no report
	Written  string    // the reporter's abbreviation as written: "U. S."
	// Nominative is the volume of the reporter named after its editor, where it
	// stands in parentheses behind the abbreviation: "1 Cranch". Bluebook Rule 10.3.2.
	Nominative string
	Page       string // first page; "___" or the like, or empty, when it is not yet known
	Pins       []Pin  // pinpoints in this report
	// Readings are the other reporters that the abbreviation may stand for where
	// layout, year, court and parallel reports do not settle it: "1 Rob. 1"; nil
	// when they do.
	Readings []*Reporter
	// Misdated tells that the decision is dated before the reporter's first year
	// or after its last: the volume, the series or the year is wrong.
	Misdated bool
}

// String returns the report: "410 U.S. 113".
func (p Report) String() string { return p.form(0) }

// form is String for a decision of a known year, 0 where it is not: some
// reporters have it before the volume, "[1986] 1 S.C.R. 103".
func (p Report) form(year int) string {
	if shape := p.Reporter.Shape; p.Nominative == "" && shape != "" {
		written := p.Volume
		if strings.Contains(shape, "{volume}") {
			if written = strconv.Itoa(year); year == 0 {
				shape = strings.TrimPrefix(shape, "[{year}] ")
			}
		}
		return strings.NewReplacer("@", p.Reporter.Abbrev, "{volume}", p.Volume, "{year}", written, "{page}", p.Page, "{number}", p.Page).Replace(shape)
	}
	abbrev := p.Reporter.Abbrev
	if p.Nominative != "" {
		abbrev += " (" + p.Nominative + ")"
	}
	return p.Volume + " " + abbrev + " " + p.Page
}

// scanReport reads volume, reporter and first page at a number anchor, and at a
// label anchor a report without a volume.
func (r reader) scanReport(a anchor) (rep Report, next int, ok bool) {
	if a.class == anchorLabel {
		return r.scanLabelled(a)
	}
	s := r.text
	reporter, others := r.reporterAsWritten(a)
	if reporter == nil {
		return rep, a.start, false
	}
	nominative, next := r.scanNominative(a.end)
	number := r.beforePage(reporter, next)
	page, next, ok := r.scanFirstPage(number)
	if ok && strings.HasSuffix(reporter.Shape, "{letter}{page}") && class[s[number-1]]&cUpper != 0 {
		page = s[number-1:number] + page
	}
	pageless := false
	switch {
	case ok && r.beginsCase(next-len(page), next): // "21 Taylor, 281 F.3d at 830"
		return rep, a.start, false
	case ok:
		page, next = r.suffixed(reporter, page, next)
	default:
		if page, next, ok = r.romanPage(a.end); ok {
			break
		}
		if page, next, ok = r.partPage(reporter, a.end); ok {
			break
		}
		if next, ok = r.blankPages(a.end); !ok {
			return rep, a.start, false
		}
		pageless = true
	}
	v := max(digitsEnd(s, a.start), blankEnd(s[:r.ceil], a.start))
	start := a.start
	if start-1 > r.floor && s[start-1] == '-' { // "2012-1 Trade Cas. (CCH) ¶ 77,900"
		start = numberBefore(s, r.floor, start)
	}
	if group, k := r.thousands(next); k > next && strings.HasSuffix(reporter.Shape, "¶ {number}") {
		page, next = page+group, k
	}
	span := Span{start, next}
	if pageless {
		span.End = a.end
	}
	if strings.HasPrefix(reporter.Shape, "[{year}] @") && start > r.floor && s[start-1] == '[' {
		span.Start = start - 1
	}
	return Report{
		Span: span, Volume: s[start:v], Reporter: reporter,
		Written: clean(strings.TrimLeft(s[v:a.end], "-—–] \n\t")), Nominative: nominative, Page: page, Readings: others,
	}, next, true
}

// scanLabelled reads a report that has no volume before its abbreviation: "T.C.
// Memo. 2010-219", "[1982 Transfer Binder] Fed. Sec. L. Rep. (CCH) ¶ 98,749",
// "Bee 168".
func (r reader) scanLabelled(a anchor) (rep Report, next int, ok bool) {
	reporter := reporterOf(a.terms)
	if reporter == nil || a.label != "" {
		return rep, a.start, false
	}
	s := r.text
	j := r.beforePage(reporter, a.number)
	k := digitsEnd(s[:r.ceil], j)
	rep = Report{Reporter: reporter, Written: clean(s[a.start:skipBack(s, a.start, a.number)])}
	switch {
	case reporter.Shape == europeanIdentifier:
		rep.Volume, rep.Page, k, ok = r.scanECLI(a.number)
		if !ok {
			return rep, a.start, false
		}
	case k == j:
		return rep, a.start, false
	case strings.HasSuffix(reporter.Shape, "{year}-{number}"):
		n := dashAt(s, k, r.ceil)
		end := digitsEnd(s[:r.ceil], k+n)
		if n == 0 || k-j != 4 || end == k+n {
			return rep, a.start, false
		}
		rep.Volume, rep.Page, k = s[j:k], s[k+n:end], end
	default:
		group, end := r.thousands(k)
		rep.Page, k = s[j:k]+group, end
	}
	rep.Span = Span{a.start, k}
	if end := skipBack(s, r.floor, a.start); end > r.floor && s[end-1] == ']' { // "[1982 Transfer Binder]"
		if open := strings.LastIndexByte(s[max(r.floor, end-maxBinder):end], '['); open >= 0 {
			open += max(r.floor, end-maxBinder)
			rep.Volume, rep.Span.Start = clean(s[open+1:end-1]), open
		}
	}
	return rep, k, true
}

// europeanIdentifier is the layout of the European Case Law Identifier.
const europeanIdentifier = "@:{number}"

// maxECLI bounds the length of a European identifier, in bytes.
const maxECLI = 64

// scanECLI reads country, court, year and number of a decision behind "ECLI:", all
// of them its number: "EU:C:2014:317". The last part may have periods inside.
func (r reader) scanECLI(i int) (year, number string, next int, ok bool) {
	s := r.text[:min(r.ceil, i+maxECLI)]
	for next = i; next < len(s) && (class[s[next]]&cAlnum != 0 || s[next] == ':' || s[next] == '.'); {
		next++
	}
	number = strings.TrimRight(s[i:next], ".") // it ends the sentence
	parts := strings.Split(number, ":")
	if len(parts) != 4 || strings.Contains(number[:len(number)-len(parts[3])], ".") {
		return "", "", i, false
	}
	year = parts[2]
	return year, number, i + len(number), len(year) == 4 && allDigits(year) && parts[3] != ""
}

// maxBinder bounds the length of a binder's name in brackets, in bytes.
const maxBinder = 64

// nameless reports whether a reporter's citations look like ordinary words and
// numbers, so that one counts only behind a case's name: "Bee 168".
func (p *Reporter) nameless() bool { return p.Shape == "@ {page}" }

// beginsCase reports whether the number s[i:j], read as a first page, is the
// volume of a case or its short form: then what stood before it was no report
// but a name with a figure before it.
func (r reader) beginsCase(i, j int) bool {
	if j-i > 3 || j >= r.ceil || class[r.text[j]]&cNoise == 0 {
		return false
	}
	if k := skip(r.text[:r.ceil], j); k >= r.ceil || class[r.text[k]]&cUpper == 0 {
		return false
	}
	a := r.numberAnchor(i)
	if a.class != anchorNumber || reporterOf(a.terms) == nil {
		return false
	}
	if _, _, ok := r.scanFirstPage(a.end); ok {
		return true
	}
	_, _, ok := r.scanShortReport(a)
	return ok
}

// suffixed reads the letters that end a page in New York's tables and a number in
// some neutral citations: "1201(A)", "2017 IL App (1st) 143684-U", "120001WC".
func (r reader) suffixed(reporter *Reporter, page string, next int) (string, int) {
	if next+2 < r.ceil && r.text[next] == '(' && r.text[next+2] == ')' && class[r.text[next+1]]&cUpper != 0 { // "33 Misc. 3d 1201(A)"
		return page + r.text[next:next+3], next + 3
	}
	if !strings.HasSuffix(reporter.Shape, "{number}") && reporter.Shape != "{year} @ {page}" {
		return page, next
	}
	s := r.text
	k := next
	for k < r.ceil && k-next < 4 && class[s[k]]&cUpper != 0 {
		k++
	}
	if k+1 < r.ceil && s[k] == '-' && class[s[k+1]]&cUpper != 0 {
		k += 2
	}
	if k == next || !wordEnds(s, k, r.ceil) {
		return page, next
	}
	return page + s[next:k], k
}

// romanPage reads a first page in small Roman numerals, of a volume's front
// matter: "12 Neb. App. lxiv (2004)". A decision must follow.
func (r reader) romanPage(i int) (page string, next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	k := j
	for k < r.ceil && class[s[k]]&cLower != 0 && k-j < 10 {
		k++
	}
	if k-j < 2 || !isRoman(s[j:k]) {
		return "", i, false
	}
	d, _, ok := r.scanDecision(k)
	return s[j:k], k, ok && !d.date.IsZero()
}

// partPage reads a first page that begins with the part of the volume, as the
// reports of the European courts count them: "1990 E.C.R. I-2433".
func (r reader) partPage(reporter *Reporter, i int) (page string, next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	k := j
	for k < r.ceil && k-j < len("III") && s[k] == 'I' {
		k++
	}
	n := dashAt(s, k, r.ceil)
	next = digitsEnd(s[:r.ceil], k+n)
	if k == j || n == 0 || next == k+n || reporter.Type != "foreign" {
		return "", i, false
	}
	return s[j:next], next, true
}

// blankPages passes over the commas between blanks where pages are not yet
// known, "517 U.S.    ,    (1996)", "519 U.S.    ,    , 117 S. Ct. 832": the
// decision or a parallel report must follow.
func (r reader) blankPages(i int) (next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	commas, last, blank := 0, j, j-i > 1
	for j < r.ceil && s[j] == ',' && commas < 3 {
		commas++
		last = j
		j = skip(s[:r.ceil], j+1)
	}
	if commas == 0 || j >= r.ceil {
		return i, false
	}
	if blank && class[s[j]]&cDigit != 0 {
		return last, r.reportAt(j)
	}
	if s[j] != '(' {
		return i, false
	}
	d, _, ok := r.scanDecision(j)
	return j, ok && !d.date.IsZero() && d.text.Text == ""
}

// beforePage passes over what a reporter's layout has between its abbreviation
// and the number: the hyphen of "1999-NMCA-019", the ¶ of looseleaf services, the
// letter of a part.
func (r reader) beforePage(reporter *Reporter, i int) (next int) {
	s := r.text
	switch j := skip(s[:r.ceil], i); {
	case strings.Contains(reporter.Shape, "-@-") && j < r.ceil && dashAt(s, j, r.ceil) > 0:
		return j + dashAt(s, j, r.ceil)
	case strings.HasSuffix(reporter.Shape, "{letter}{page}") && j+1 < r.ceil && class[s[j]]&cUpper != 0 && class[s[j+1]]&cDigit != 0: // "D1234"
		return j + 1
	case strings.HasSuffix(reporter.Shape, "¶ {number}"):
		for _, mark := range [...]string{"¶", "par.", "para.", "P"} {
			if k := j + len(mark); hasPrefixAt(s, j, mark) && k < r.ceil {
				if next := skip(s[:r.ceil], k); next < r.ceil && class[s[next]]&cDigit != 0 {
					return next
				}
			}
		}
	}
	return i
}

// pinKind returns what a bare number behind a report counts: paragraphs in
// public domain citations, pages in all others and in those of Arkansas.
func pinKind(reporter *Reporter) PinKind {
	if reporter.Type == "neutral" && reporter.Court != "tax" && !strings.HasSuffix(reporter.Shape, "{page}") {
		return PinParagraph
	}
	return PinPage
}

// scanNominative reads a volume of a nominative reporter in parentheses.
func (r reader) scanNominative(i int) (volume string, next int) {
	s := r.text
	j := skip(s, i)
	if j+1 >= r.ceil || s[j] != '(' || class[s[j+1]]&cDigit == 0 {
		return "", i
	}
	end := strings.IndexByte(s[j:min(r.ceil, j+32)], ')')
	if end < 0 {
		return "", i
	}
	if a := r.numberAnchor(j + 1); a.class != anchorNumber || skip(s, a.end) != j+end {
		return "", i
	}
	return clean(s[j+1 : j+end]), j + end + 1
}

// reporterAsWritten returns the reporter of an anchor, and the others that it
// may be. Among several of one folded spelling only those count whose layout
// fits the number before them best; the one that is spelled as in the text
// stands first: "LA" is not "La."
func (r reader) reporterAsWritten(a anchor) (best *Reporter, others []*Reporter) {
	if len(a.terms) == 1 {
		return a.terms[0].reporter, nil
	}
	s := r.text
	fitting, spelled := false, false
	for i := range a.terms {
		t := &a.terms[i]
		if t.reporter == nil || t.reporter == best { // "Or" beside "Or."
			continue
		}
		fits := t.reporter.fits(s, a.start)
		if best != nil && fitting && !fits {
			continue
		}
		as := a.end-len(t.abbrev) > a.start && s[a.end-len(t.abbrev):a.end] == t.abbrev
		switch {
		case best == nil || fits && !fitting:
			best, others, fitting, spelled = t.reporter, nil, fits, as
		case as && !spelled:
			best, others, spelled = t.reporter, append(others, best), true
		default:
			others = append(others, t.reporter)
		}
	}
	return best, others
}

// fits reports whether the number at s[i:] may stand before the abbreviation in
// the reporter's layout: a year with a hyphen, a year, or a volume.
func (p *Reporter) fits(s string, i int) bool {
	j := digitsEnd(s, i)
	if j == i {
		return p.Shape == ""
	}
	hyphen := dashAt(s, j, len(s)) > 0
	year := j-i == 4 && (s[i] == '1' && s[i+1] >= '7' || s[i] == '2' && s[i+1] == '0')
	switch {
	case strings.HasPrefix(p.Shape, "{year}-"):
		return year
	case strings.HasPrefix(p.Shape, "{year}"), strings.HasPrefix(p.Shape, "[{year}] @"):
		return year && !hyphen
	case strings.HasPrefix(p.Shape, "[{year}]"):
		return !hyphen && yearBefore(s, i) > 0
	}
	return !hyphen && !year && yearBefore(s, i) == 0
}

// yearBefore returns the year in square brackets before the volume at s[i:],
// "[1986] 1 S.C.R. 103", 0 when none stands there.
func yearBefore(s string, i int) (year int) {
	j := skipBack(s, 0, i)
	if j < 6 || s[j-1] != ']' || s[j-6] != '[' || !allDigits(s[j-5:j-1]) {
		return 0
	}
	year, _, _ = yearAt(s, j-5)
	return year
}

// reporterOf returns the first reporter among the terms, nil when there is none.
func reporterOf(terms []term) *Reporter {
	for i := range terms {
		if terms[i].reporter != nil {
			return terms[i].reporter
		}
	}
	return nil
}

// scanFirstPage reads the page a report begins on: a number, a Roman numeral
// in small letters, or the blank that stands for a page not yet known.
func (r reader) scanFirstPage(i int) (page string, next int, ok bool) {
	s := r.text
	j := i
	for j < r.ceil && (s[j] == ',' && j == i || class[s[j]]&cNoise != 0 && s[j] != '_' && noiseAt(s, j) > 0) {
		j += max(1, noiseAt(s, j))
	}
	k := j
	for k < r.ceil && class[s[k]]&cDigit != 0 {
		k++
	}
	switch {
	case k > j && k-j <= 8:
		if k+1 < r.ceil && class[s[k]]&asciiLet != 0 && (class[s[k+1]]&cAlnum != 0 || s[k] == 'd') && k-j < 5 || r.decimal(j, k) {
			return "", i, false
		}
		if k < r.ceil && (s[k] == 'a' || s[k] == 'b') && wordEnds(s, k+1, r.ceil) { // the side of a leaf: "8 Co. Rep. 114a"
			k++
		}
		return s[j:k], k, true
	case k == j && j < r.ceil && s[j] == '[': // "2024 WL [____]"
		if k = blankEnd(s[:r.ceil], j+1); k > j+2 && k < r.ceil && s[k] == ']' {
			return s[j+1 : k], k + 1, true
		}
	case k == j:
		if k = blankEnd(s[:r.ceil], j); k-j >= 2 || k > j && (k >= r.ceil || class[s[k]]&cAlnum == 0) {
			return s[j:k], k, true
		}
	}
	return "", i, false
}

// decimal reports whether the number s[j:k] goes on behind a period. The number
// of a footnote that is glued to a sentence's end ("98 S. Ct. 1322.3") does not
// count.
func (r reader) decimal(j, k int) bool {
	s := r.text
	if k+1 >= r.ceil || s[k] != '.' || class[s[k+1]]&cDigit == 0 {
		return false
	}
	end := digitsEnd(s[:r.ceil], k+1)
	return k-j < 2 || end-k > 3 || end < r.ceil && class[s[end]]&cSpace == 0 && s[end] != '.'
}

// parallel reads pinpoints and the parallel reports behind them.
func (r reader) parallel(c *Case, i int) (next int) {
	for len(c.Reports) < 12 {
		last := &c.Reports[len(c.Reports)-1]
		if pin, k := r.firstRange(*last, i); k > i {
			last.Pins, i = []Pin{pin}, k
		}
		if strings.HasSuffix(last.Reporter.Shape, "¶ {number}") { // "¶ 98,749, at 93,100"
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
	j := skip(r.text[:r.ceil], i)
	if j < r.ceil && r.text[j] == '[' {
		return r.bracketed(c, i, j)
	}
	for divisions := 0; divisions < 4 && j+2 < r.ceil && r.text[j] == '('; divisions++ { // Georgia: "275 Ga. 486, 488 (2) (a) (569 SE2d 502) (2002)"
		k := j + 1
		for k < r.ceil && k-j < 4 && class[r.text[k]]&(cDigit|cLower) != 0 {
			k++
		}
		if class[r.text[j+1]]&cDigit != 0 && k < r.ceil && class[r.text[k]]&cSpace != 0 {
			return r.bracketed(c, i, j)
		}
		if k == j+1 || k >= r.ceil || r.text[k] != ')' {
			break
		}
		j = skip(r.text[:r.ceil], k+1)
	}
	return i
}

// pinWithoutComma reads a page before which the comma was lost, by the decision
// or the parallel report behind it: "128 F.2d 645 648 (4th Cir. 1942)".
func (r reader) pinWithoutComma(i int) (pin Pin, next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	k := digitsEnd(s[:r.ceil], j)
	if j == i || k == j || k-j > 5 {
		return pin, i, false
	}
	pin = Pin{Span: Span{j, k}, Kind: PinPage, From: s[j:k]}
	open := skip(s[:r.ceil], k)
	if open < r.ceil && s[open] == ',' { // "117 N.M. 141 145, 870 P.2d 103"
		n := skip(s[:r.ceil], open+1)
		return pin, k, n < r.ceil && class[s[n]]&cDigit != 0 && reporterOf(r.numberAnchor(n).terms) != nil
	}
	if open >= r.ceil || s[open] != '(' {
		return pin, i, false
	}
	d, _, ok := r.scanDecision(k)
	return pin, k, ok && !d.date.IsZero()
}

// docketBetween reads the docket number that stands between a report not yet paged
// and the database that has the decision: "— F.3d —, No. 12-345, 2013 WL 1".
func (r reader) docketBetween(i int) (docket Phrase, next int) {
	s := r.text
	j := skip(s[:r.ceil], i)
	if j >= r.ceil || s[j] != ',' {
		return docket, i
	}
	j = skip(s[:r.ceil], j+1)
	k, ok := matchPhrase(s, j, r.ceil, "no.")
	if !ok {
		return docket, i
	}
	if next, ok = r.scanDocket(skip(s[:r.ceil], k)); !ok {
		return docket, i
	}
	return r.phrase(j, next), next
}

// regionalBehind looks at what stands behind the semicolon at s[j]: in Michigan it
// parts the state's report from the regional one, "500 Mich 1; 894 NW2d 1".
func (r reader) regionalBehind(last Report, j int) anchor {
	if j >= r.ceil || r.text[j] != ';' || last.Reporter.Type != "state" {
		return anchor{}
	}
	j = skip(r.text[:r.ceil], j+1)
	if j >= r.ceil || class[r.text[j]]&cDigit == 0 {
		return anchor{}
	}
	a := r.numberAnchor(j)
	if regional := reporterOf(a.terms); regional == nil || regional.Type != "regional" || !strings.Contains(regional.Jurisdiction, last.Reporter.Jurisdiction) {
		return anchor{}
	}
	return a
}

// nextReport reads a comma and the parallel report behind it.
func (r reader) nextReport(last Report, i int) (rep Report, next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	if a := r.regionalBehind(last, j); a.class == anchorNumber {
		return r.scanReport(a)
	}
	for commas := 0; ; commas++ {
		if j >= r.ceil || commas == maxBlanks {
			return rep, i, false
		}
		if commas == 0 && class[s[j]]&cDigit != 0 && blankEnd(last.Page, 0) > 0 { // "576 U. S. ___ 135 S. Ct. 2886"
			break
		}
		if s[j] != ',' {
			return rep, i, false
		}
		j = skip(s[:r.ceil], j+1)
		if k := skip(s[:r.ceil], blankEnd(s[:r.ceil], j)); k < r.ceil && s[k] == ',' {
			j = k // a pinpoint that was left blank: "517 U.S. 806, -, 116 S. Ct. 1769"
			continue
		}
		break
	}
	if j >= r.ceil {
		return rep, i, false
	}
	a := anchor{}
	if class[s[j]]&cDigit != 0 {
		a = r.numberAnchor(j)
	} else if blankEnd(s[:r.ceil], j) > j {
		a = r.blankAnchor(j)
	}
	if a.class != anchorNumber {
		return rep, i, false
	}
	return r.scanReport(a)
}

// firstRange reads the end of a range that begins on the first page: "434 F.2d
// 336-38".
func (r reader) firstRange(rep Report, i int) (pin Pin, next int) {
	if dashAt(r.text, i, r.ceil) == 0 || rep.Page == "" || !allDigits(rep.Page) {
		return pin, i
	}
	to, next := scanRange(r.text, i, r.ceil, false)
	if !allDigits(to) {
		return pin, i
	}
	return Pin{Span: Span{i - len(rep.Page), next}, Kind: PinPage, From: rep.Page, To: to}, next
}

// maxBlanks bounds how many pinpoints between two reports may be left blank.
const maxBlanks = 4

// bracketed reads parallel reports in brackets: "17 Cal. 4th 1, 25 [70 Cal.
// Rptr. 2d 3, 949 P.2d 5]". It returns i when the bracket at j holds none.
func (r reader) bracketed(c *Case, i, j int) (next int) {
	end := closing(r.text, j, r.ceil)
	if end < 0 {
		return i
	}
	in := r
	in.ceil = end
	first := skip(r.text[:end], j+1)
	if first < end && r.text[first] == ',' { // "323 U.S. 606, 611 [, 65 S.Ct. 548]"
		first = skip(r.text[:end], first+1)
	}
	if first >= end || class[r.text[first]]&cDigit == 0 {
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
		c.CourtText, c.Court, c.Date, c.Disposition = d.text, d.court, d.date, d.rest
		k = next
	}
	if skip(r.text[:end], k) < end {
		c.Reports = c.Reports[:was]
		return i
	}
	return end + 1
}
