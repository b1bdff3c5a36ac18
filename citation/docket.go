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
	"Cause", "Bankr.", "Adv.", "Adversary", "Bankruptcy", "Adv. Proc.", "Adv. Pro.", "Index", "App.", "Appeal", "File", "Record", "MDL", "Misc.", "Application", "Cr.", "Serial", "Nos.", "Master File", "Case Nos.", "Docket Nos."}

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
		case c == ',': // "Nos. 12-3456, 12-3457"
			m := skip(s[:r.ceil], k+1)
			if w, ok := matchWords(s, m, r.ceil, "and"); ok {
				m = skip(s[:r.ceil], w)
			}
			if n := digitsEnd(s[:r.ceil], m); n == m || n >= r.ceil || s[n] != '-' && s[n] != ':' && !hasPrefixAt(s, n, " Civ.") && !hasPrefixAt(s, n, " Cr.") || m-k > 8 || r.numberAnchor(m).class == anchorNumber {
				return r.docketEnd(i, k, digits)
			}
			k = m
			continue
		case noiseAt(s, k) > 0:
			m := skip(s[:r.ceil], k)
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
			if before := skipBack(s, r.floor, start); before > r.floor && (s[before-1] == ',' || s[before-1] == '.' && start < k) {
				return Span{start, end}, true
			}
		}
	}
	return at, false
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
	if j := skip(s[:r.ceil], end); j < r.ceil && s[j] == ',' {
		if j = skip(s[:r.ceil], j+1); j < r.ceil && class[s[j]]&cDigit != 0 && reporterOf(r.numberAnchor(j).terms) != nil {
			return nil // "No. 12-345, 2013 WL 5811261": the report is the core
		}
	}
	start := a.start
	if agency == nil {
		no := skipBack(s, a.start, a.number) - len("No.")
		for no > a.start && class[s[no]]&cUpper == 0 {
			no--
		}
		start = r.docketStart(no)
	}
	c := &Case{Shared: Shared{text: s, Core: Span{start, end}}}
	next, slip := r.slipOpinion(c, end)
	d, _, decided := r.scanDecision(next)
	decided = decided && !d.date.IsZero() && (d.text.Text != "" || slip || r.inHistory)
	named := false
	if before := skipBack(s, r.floor, start); before > r.floor && s[before-1] == ',' {
		if n := r.nameBefore(start, agency != nil); n.found() {
			c.Name, c.Plaintiff, c.Defendant, named = n.name, n.plaintiff, n.defendant, true
		}
	}
	if !decided && agency == nil && !(named && (slip || r.numbered(a.number, end))) {
		return nil
	}
	if decided {
		next = r.decided(c, next)
	}
	c.Docket = r.phrase(start, end)
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(c)
	next = r.history(c, next)
	c.Span = Span{start, next}
	if named {
		c.Span.Start = c.Name.Span.Start
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// numbered reports whether s[i:j] has the form of a docket number: a hyphen or
// a colon, and no words.
func (r reader) numbered(i, j int) bool {
	return strings.ContainsAny(r.text[i:j], "-:") || strings.Contains(r.text[i:j], "–")
}

// slipOpinion reads ", slip op. at 5" behind a docket number, or "ante, at 5".
func (r reader) slipOpinion(c *Case, i int) (next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	if j < r.ceil && s[j] == ',' {
		j = skip(s[:r.ceil], j+1)
	}
	k, _ := matchPhrase(s, j, r.ceil, "slip op.")
	if k == 0 {
		if k, _ = matchPhrase(s, j, r.ceil, "slip opinion"); k == 0 {
			return i, false
		}
	}
	c.Pins, next = r.scanPins(k, PinPage)
	if c.Pins == nil {
		if pin, _, m, ok := r.scanPin(skip(s[:r.ceil], k), PinPage); ok {
			return m, setPins(c, pin)
		}
		return k, true
	}
	return next, true
}

func setPins(c *Case, pin Pin) bool {
	c.Pins = []Pin{pin}
	return true
}
