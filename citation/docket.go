package citation

import "strings"

// Decisions that are not reported are cited by their docket number, and often
// by the page of the slip opinion. Bluebook Rule 10.8.1.
//
//	Doe v. Roe, No. 12-3456, slip op. at 5 (2d Cir. May 3, 2013)
//	In re Doe, Case No. 3:12-cv-00456-JAH (S.D. Cal. Mar. 4, 2014)

// maxDocket bounds the length of a docket number, in bytes.
const maxDocket = 96

// docketWords begin a docket number; all end in a word of the table of labels.
var docketWords = [...]string{"Case", "Docket", "Civ.", "Civil", "Civil Action", "Civil Case", "Civ. A.", "Civ. Action", "C.A.", "Crim.", "Criminal", "Criminal Case", "Criminal Action",
	"Cause", "Bankr.", "Adv.", "Adversary", "Bankruptcy", "Adv. Proc.", "Adv. Pro.", "Index", "App.", "Appeal", "File", "Record", "Admin. Proc. File", "Administrative Proceeding File", "MDL", "Misc.", "Application", "Cr.", "Serial", "Nos.", "Master File", "Case Nos.", "Docket Nos."}

// docketStart returns where the words before "No." begin that belong to it.
func (r reader) docketStart(i int) int {
	s := r.text
	j := skipBack(s, r.floor, i)
	start := i
	for _, words := range docketWords {
		if k := j - len(words); k >= r.floor && k < start && s[k:j] == words && (k == 0 || class[s[k-1]]&cAlnum == 0) {
			start = k
		}
	}
	if start < i {
		j = skipBack(s, r.floor, start)
	}
	if w, _, ok := wordBefore(s, max(r.floor, j-8), j); ok && w.after == 0 && capitals(s[w.start:w.end]) { // the court's initials: "NMCA No. 16,564", "ICSID Case No. ARB/97/1"
		if before := skipBack(s, r.floor, w.start); before > r.floor && s[before-1] == ',' {
			return w.start
		}
	}
	return start
}

// scanDocket reads a docket number, or several, behind "No.": figures with
// letters, hyphens and colons, up to a comma or a bracket.
func (r reader) scanDocket(i int) (next int, ok bool) {
	s := r.text
	k, digits := i, false
	for k < r.ceil && k-i < maxDocket {
		c := s[k]
		switch {
		case class[c]&cDigit != 0:
			digits = true
		case class[c]&asciiLet != 0, c == '-', c == ':', c == '.', c == '/', c == '&':
		case dashAt(s, k, r.ceil) == 3:
			k += 2
		case c == '(': // the judge's initials: "00 Civ. 1234 (LAK)"
			end := k + 1
			for end < r.ceil && class[s[end]]&cUpper != 0 {
				end++
			}
			if end == k+1 || end-k > 6 || end >= r.ceil || s[end] != ')' {
				return r.docketEnd(i, k, digits)
			}
			k = end
		case c == ',' && digits && digitsEnd(s[:r.ceil], k+1) == k+4: // "No. 16,564"
			k += 3
		case c == ',': // "Nos. 12-3456, 12-3457"
			m := skip(s[:r.ceil], k+1)
			if w, ok := matchWords(s, m, r.ceil, "and"); ok {
				m = skip(s[:r.ceil], w)
			}
			n := digitsEnd(s[:r.ceil], m)
			if n > m && n < r.ceil && s[n] == ',' && digitsEnd(s[:r.ceil], n+1) == n+4 { // "57,004–02"
				n += 4
			}
			if n == m || n >= r.ceil || dashAt(s, n, r.ceil) == 0 && s[n] != ':' && !hasPrefixAt(s, n, " Civ.") && !hasPrefixAt(s, n, " Cr.") || m-k > 8 || r.numberAnchor(m).class == anchorNumber {
				return r.docketEnd(i, k, digits)
			}
			k = m
			continue
		case noiseAt(s, k) > 0:
			m := skip(s[:r.ceil], k)
			if k > i && s[k-1] == '-' && m < r.ceil && class[s[m]]&cDigit != 0 { // parted at a line's or a page's end
				k = m
				continue
			}
			if k-2 > i && s[k-1] == '.' && class[s[k-2]]&cDigit != 0 { // a sentence ends
				return r.docketEnd(i, k, digits)
			}
			if m >= r.ceil || class[s[m]]&(cUpper|cDigit) == 0 && s[m] != '(' && s[m] != '&' || hasPrefixAt(s, m, "WL") || blankLine(s, max(0, m-1)) {
				if w, ok := matchWords(s, m, r.ceil, "and"); !ok || digitsEnd(s, skip(s[:r.ceil], w)) == skip(s[:r.ceil], w) {
					return r.docketEnd(i, k, digits)
				}
			}
			k = m
			continue
		default:
			return r.docketEnd(i, k, digits)
		}
		k++
	}
	return r.docketEnd(i, k, digits)
}

func (r reader) docketEnd(i, k int, digits bool) (next int, ok bool) {
	k = skipBack(r.text, i, k)
	for k > i && (r.text[k-1] == '.' || r.text[k-1] == '-') {
		k--
	}
	return k, digits && k > i && k-i < maxDocket
}

// docketBefore finds the docket number that stands before offset i, with a
// comma on each side: "Doe v. Roe, No. 12-345, 2013 WL 5811261". Bluebook Rule
// 10.8.1.
func (r reader) docketBefore(i int) (at Span, ok bool) {
	s := r.text
	end := trimComma(s, r.floor, i)
	if end == r.floor || s[end] != ',' {
		return at, false
	}
	if start := r.pacerBefore(end); start < end {
		return Span{start, end}, true
	}
	for k := end - 4; k > r.floor && k > end-maxDocket; k-- {
		if class[s[k]]&cUpper == 0 || class[s[k-1]]&cAlnum != 0 || s[k-1] == '.' || s[k] != 'N' {
			continue
		}
		for _, words := range [...]string{"No.", "Nos."} {
			if !hasPrefixAt(s, k, words) {
				continue
			}
			if next, ok := r.scanDocket(skip(s[:end], k+len(words))); !ok || next < end {
				continue
			}
			start := r.docketStart(k)
			if code, from, _ := r.codeBefore(k); ofType(code, agencyTypes, "") != nil { // "ASBCA No. 43466"
				start = from
			}
			if court, ok := r.districtBefore(start); ok {
				return Span{skip(s, court.End), end}, true
			}
			if before := skipBack(s, r.floor, start); before > r.floor && (s[before-1] == ',' || s[before-1] == '.' && start < k) {
				return Span{start, end}, true
			}
		}
	}
	return at, false
}

// districtBefore finds the court that Ohio's and some other courts write between
// the name and the docket number at offset i: "8th Dist. Cuyahoga No. 98765",
// "Cuyahoga App. No. 87654".
func (r reader) districtBefore(i int) (court Span, ok bool) {
	s := r.text
	court = Span{i, skipBack(s, r.floor, i)}
	appellate := hasPrefixAt(s, i, "App.")
	if appellate {
		court.End = i + len("App.")
	}
	for words, j := 0, i; words < 4; words++ {
		if before := skipBack(s, r.floor, j); before > r.floor && s[before-1] == ',' {
			return court, words > 0 && (appellate || ok)
		}
		w, next, found := wordBefore(s, max(r.floor, j-maxDistrict), j)
		if !found || w.before != 0 || w.after == ';' || w.after == ':' || class[s[w.start]]&(cUpper|cDigit) == 0 {
			break
		}
		if s[w.start:w.end] == "Dist." {
			ordinal, _, found := wordBefore(s, max(r.floor, next-maxDistrict), next)
			ok = found && class[s[ordinal.start]]&cDigit != 0
		}
		court.Start, j = w.start, next
	}
	return court, false
}

// maxDistrict bounds a word of the name of a district or a county.
const maxDistrict = 24

// districtCourt fills in the court that stands before a docket number, unless the
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

// caseNumberBefore finds the number of a case before the European courts, which
// stands before the name at offset i: "Case C-131/12, Google Spain v. AEPD",
// "Joined Cases C-293/12 & C-594/12,". Bluebook Table T2.
func (r reader) caseNumberBefore(i int) (at Span, ok bool) {
	s := r.text
	end := trimComma(s, r.floor, i)
	if end-2 < r.floor || s[end] != ',' || class[s[end-1]]&cDigit == 0 {
		return at, false
	}
	if slash := numberBefore(s, r.floor, end) - 1; slash < r.floor || s[slash] != '/' {
		return at, false
	}
	for _, words := range [...]string{"Joined Cases ", "Cases ", "Case "} {
		k := strings.LastIndex(s[max(r.floor, end-maxDocket):end], words)
		if k < 0 {
			continue
		}
		k += max(r.floor, end-maxDocket)
		if next, ok := r.scanDocket(k + len(words)); ok && next == end {
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
	for k > r.floor && end-k < maxShort/4 && (class[s[k-1]]&cAlnum != 0 || s[k-1] == '-' || s[k-1] == ':') {
		k--
		if s[k] == ':' {
			colon = k
		}
	}
	if colon-k != 1 || class[s[k]]&cDigit == 0 || digitsEnd(s, colon+1) != colon+3 || !strings.Contains(strings.ToLower(s[colon:end]), "c") && !strings.Contains(strings.ToLower(s[colon:end]), "m") {
		return end
	}
	if before := skipBack(s, r.floor, k); before == r.floor || s[before-1] != ',' {
		return end
	}
	return k
}

// agencyTypes are the types of codes that are the dockets of agencies.
var agencyTypes = []string{"docket"}

// readDocketCase reads a decision cited by its docket number: a name or a court
// must tell that it is one.
func readDocketCase(r reader, a anchor) Citation {
	agency := ofType(a.terms, agencyTypes, "") // "ASBCA No. 43466"
	if agency == nil && (a.label != PinNumber || a.terms != nil && ofType(a.terms, recordTypes, "") == nil) || class[r.text[a.start]]&cUpper == 0 {
		return nil
	}
	s := r.text
	end, ok := r.scanDocket(a.number)
	if agency != nil {
		_, end = scanNumber(s, a.number, r.ceil)
	} else if !ok {
		return nil
	}
	if r.reportBehind(end) {
		return nil // "No. 12-345, 2013 WL 5811261": the report is the core
	}
	start := a.start
	if agency == nil {
		no := skipBack(s, a.start, a.number) - len("No.")
		for no > a.start && class[s[no]]&cUpper == 0 {
			no--
		}
		start = r.docketStart(no)
	}
	if c := r.unreported(start, end); c != nil {
		return c
	}
	c := &Case{Shared: Shared{text: s, Core: Span{start, end}}}
	next, paper := r.paper(c, end)
	d, behind, decided := r.scanDecision(next)
	decided = decided && !d.date.IsZero() && (d.text.Text != "" || paper || r.inHistory)
	named := false
	if before := skipBack(s, r.floor, start); before > r.floor && s[before-1] == ',' {
		if n := r.nameBefore(start, agency != nil || decided || paper); n.found() {
			c.Name, c.Plaintiff, c.Defendant, named = n.name, n.plaintiff, n.defendant, true
		}
	}
	if !decided && agency == nil && !(named && (paper || r.numbered(a.number, end))) && !(r.inHistory && r.numbered(a.number, end)) {
		return nil
	}
	switch {
	case decided:
		next = r.decided(c, next)
	case d.court != nil: // "No. 4:99-cv-00350 (SD Tex.), p. 15"
		c.CourtText, c.Court, next = d.text, d.court, behind
		if pins, k := r.scanPins(next, ""); pins != nil && c.Pins == nil {
			c.Pins, next = pins, k
		}
	}
	r.courtBehindName(c)
	c.Docket = r.phrase(start, end)
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(&c.Shared, c.Disposition)
	next = r.history(c, next)
	c.Span = Span{start, next}
	if named {
		c.Span.Start = c.Name.Span.Start
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// reportBehind reports whether a report follows the comma behind offset i.
func (r reader) reportBehind(i int) bool {
	j := skip(r.text[:r.ceil], i)
	if j >= r.ceil || r.text[j] != ',' {
		return false
	}
	j = skip(r.text[:r.ceil], j+1)
	return r.reportAt(j)
}

// reportAt reports whether the volume of a report stands at s[i:].
func (r reader) reportAt(i int) bool {
	return i < r.ceil && class[r.text[i]]&cDigit != 0 && reporterOf(r.volumeAnchor(i).terms) != nil
}

// courtBehindName takes the court off the end of a name: "Doe v. Roe, Supreme
// Judicial Court, No. 85-71".
func (r reader) courtBehindName(c *Case) {
	name := c.Name
	comma := strings.LastIndexByte(r.text[name.Span.Start:name.Span.End], ',')
	if comma < 0 || !strings.HasSuffix(name.Text, " Court") && !strings.HasSuffix(name.Text, " Ct.") {
		return
	}
	end := name.Span.Start + comma
	if text := r.phrase(skip(r.text, end+1), name.Span.End); c.CourtText.Text == "" {
		c.CourtText, c.Court = text, r.tab.court(text.Text)
	}
	c.Name = r.phrase(name.Span.Start, end)
	if c.Defendant.Text != "" {
		c.Defendant = r.phrase(c.Defendant.Span.Start, end)
	}
}

// numbered reports whether s[i:j] has the form of a docket number: a hyphen, a
// colon or a thousand's comma in it.
func (r reader) numbered(i, j int) bool {
	return strings.ContainsAny(r.text[i:j], "-:,") || strings.Contains(r.text[i:j], "–")
}

// paper reads the paper that is cited behind a docket or a number, with the
// pinpoints in it: ", slip op. at 5", ", mem. op. ¶ 4", ", ECF No. 45, at 3". Any
// but a slip opinion must have the decision behind it.
func (r reader) paper(c *Case, i int) (next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	comma := j < r.ceil && s[j] == ','
	if comma {
		j = skip(s[:r.ceil], j+1)
	}
	end := matchSlip(s, j, r.ceil)
	slip := end > 0
	if !slip {
		if !comma || !r.tab.is(strings.ToLower(firstWord(s[j:min(r.ceil, j+maxShort)])), rolePaper) {
			return i, false
		}
		if end = r.paperEnd(j); end == j {
			return i, false
		}
	}
	pins, next := r.scanPins(end, PinPage)
	if pins == nil {
		next = end
		if pin, _, m, ok := r.scanPin(skip(s[:r.ceil], end), PinPage); ok && slip {
			pins, next = []Pin{pin}, m
		}
	}
	if d, _, decided := r.scanDecision(next); !slip && (!decided || d.date.IsZero()) {
		return i, false
	}
	c.Paper, c.Pins = r.phrase(j, skipBack(s, j, end)), pins
	return next, true
}

// paperEnd returns where the name of a paper that begins at s[j:] ends: before
// pinpoints, a bracket or a comma. Without one of them it is j.
func (r reader) paperEnd(j int) int {
	s := r.text
	for k := j; k < min(r.ceil, j+maxDocketPaper); k++ {
		switch c := s[k]; {
		case c == '(' || c == ',', class[c]&cSpace != 0 && r.pinpoints(k):
			return k
		case c == ';' || c == ':' || c == '"' || c == ')':
			return j
		}
	}
	return j
}

// pinpoints reports whether "at" or the sign of a paragraph stands behind the
// noise at s[k:].
func (r reader) pinpoints(k int) bool {
	j := skip(r.text[:r.ceil], k)
	if _, n := signAt(r.text[:r.ceil], j); n > 0 {
		return true
	}
	_, ok := scanAt(r.text, j, r.ceil)
	return ok
}

// maxDocketPaper bounds the name of a paper of a docket, in bytes.
const maxDocketPaper = 80

// In Louisiana and Mississippi a decision's own number is its public domain
// citation: the docket number, the page or paragraph of the slip opinion, and the
// court with the date, before the report. Bluebook Table BT2.
//
//	State v. Roe, 94-0001, p. 5 (La. 5/10/95); 655 So. 2d 1, 3
//	State v. Doe, 2009-1234 (La. App. 1 Cir. 6/11/10), 35 So. 3d 123
//	Doe v. Roe, 95-KA-01234-SCT (¶ 12) (Miss. 1997)

// docketAnchor looks at a number with a hyphen behind it, s[i:j]: an anchor when
// it is a docket number that a court and a day follow.
func (r reader) docketAnchor(i, j int) anchor {
	if j-i != 2 && j-i != 4 {
		return anchor{end: j}
	}
	end := r.plainDocket(j)
	if end == j {
		return anchor{end: j}
	}
	if decidedBy(r.text[j:end]) != "" {
		return anchor{class: anchorDocket, start: i, number: i, end: end}
	}
	_, k := r.slipPage(end)
	if k = skip(r.text[:r.ceil], k); k >= r.ceil || r.text[k] != '(' {
		return anchor{end: j}
	}
	d, _, ok := r.scanDecision(k)
	if !ok || d.court == nil || d.text.Text == "" || d.date.Day == 0 && (d.date.IsZero() || !hasCapital(r.text[j:end])) {
		return anchor{end: j}
	}
	return anchor{class: anchorDocket, start: i, number: i, end: end}
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

// hasCapital reports whether a capital letter stands in s.
func hasCapital(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&cUpper != 0 {
			return true
		}
	}
	return false
}

// docketInParen takes the docket number from the parenthetical that a brief's or an
// argument's case has behind it: "Roe v. Wade, 410 U.S. 113 (1973) (No. 70-18)".
func (r reader) docketInParen(c *Case) {
	for _, p := range c.Parens {
		in := Span{p.Span.Start + 1, p.Span.End - 1}
		for _, word := range [...]string{"no.", "nos."} {
			k, ok := matchPhrase(r.text, in.Start, in.End, word)
			if !ok || c.Docket.Text != "" {
				continue
			}
			if next, ok := r.scanDocket(skip(r.text[:in.End], k)); ok && next == in.End {
				c.Docket = r.phrase(in.Start, in.End)
			}
		}
	}
}

// plainDocket reads the rest of a docket number behind its year: "-1234",
// "-KA-0001", in Louisiana's First Circuit " CA 0123".
func (r reader) plainDocket(i int) (next int) {
	s := r.text
	next = i
	if k := i + 1; i < r.ceil && s[i] == ' ' {
		for k < r.ceil && k-i <= 2 && class[s[k]]&cUpper != 0 {
			k++
		}
		end := digitsEnd(s[:r.ceil], min(k+1, r.ceil))
		if k > i+1 && k < r.ceil && s[k] == ' ' && end == k+5 {
			return end
		}
		return i
	}
	for parts := 0; parts < 4; parts++ {
		n := dashAt(s, next, r.ceil)
		j := next + n
		for j < r.ceil && j-next < 12 && class[s[j]]&(cDigit|cUpper) != 0 {
			j++
		}
		if n == 0 || j == next+n {
			break
		}
		next = j
	}
	if next == i || !wordEnds(s, next, r.ceil) || !strings.ContainsAny(s[i:next], "0123456789") {
		return i
	}
	return next
}

// slipPage reads the page of the slip opinion behind a docket number: ", p. 5".
func (r reader) slipPage(i int) (pins []Pin, next int) {
	s := r.text
	j := skip(s[:r.ceil], i)
	bracket := j < r.ceil && s[j] == '(' // "(¶ 12)"
	if j < r.ceil && (s[j] == ',' || bracket) {
		j = skip(s[:r.ceil], j+1)
	}
	pin, named, next, ok := r.scanPin(j, "")
	if !ok || !named || pin.Kind != PinPage && pin.Kind != PinParagraph {
		return nil, i
	}
	if bracket {
		if next >= r.ceil || s[next] != ')' {
			return nil, i
		}
		next++
	}
	return []Pin{pin}, next
}

// readNumberedCase reads a decision by its docket number, court and day, with
// the reports that follow. A name must stand before it, or a history phrase.
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
			c.Date.Year, _, _ = yearAt(s[a.start:a.end], 0)
		}
	}
	if j := skip(s[:r.ceil], next); j < r.ceil && (s[j] == ',' || s[j] == ';') {
		if j = skip(s[:r.ceil], j+1); j < r.ceil && class[s[j]]&cDigit != 0 {
			if b := r.numberAnchor(j); b.class == anchorNumber {
				if rep, k, ok := r.scanReport(b); ok {
					c.Reports = append(c.Reports, rep)
					next = r.parallel(c, k)
				}
			}
		}
	}
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(&c.Shared, c.Disposition)
	next = r.history(c, next)
	if c.Span = (Span{a.start, next}); n.found() {
		c.Span.Start = n.name.Span.Start
	}
	r.settle(c)
	c.Signal = r.signal(c.Span.Start)
	return c
}
