package citation

import "strings"

// A Case is a decision of a court cited in full. Bluebook Rule 10; Indigo Book
// R11-R15.
type Case struct {
	Shared
	Name      Phrase // as written: "Doe v. Acme, Inc.", "In re Doe"; zero when none stands before the reports
	Plaintiff Phrase // what stands before the "v."; zero in a name without one
	Defendant Phrase // what stands behind the "v."
	Docket    Phrase // docket number as written, with "No."; zero when none stands before the reports
	Reports   []Report
	CourtText Phrase   // the court as written; zero when the reporter tells it
	Court     *Court   // the court, from its text or else from the reporter; nil when not known
	Date      Date     // of the decision; the zero Date when not written
	Weight    []Weight // who decided and how, as the parentheticals say; nil when they do not
	// Disposition is what stands behind the date in its parenthetical, such as
	// the history of the petition in Texas, "pet. denied"; zero when nothing does.
	Disposition Phrase
	History     []Event // prior and subsequent history, in the order written
	Online      *Online // where it stands on the web; nil when not written

	one [1]Report // holds Reports while there is one, as there most often is
}

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
	Readings   []*Reporter
}

// An Event is one step of a case's history: "aff'd, 210 F.3d 88 (2d Cir.
// 2000)". Bluebook Rule 10.7; Indigo Book R14.
type Event struct {
	Span   Span   // of the phrase
	Phrase string // normalised: "affirmed", "certiorari denied"
	Case   *Case  // the decision
}

// Kind returns [KindCase].
func (*Case) Kind() Kind { return KindCase }

// String returns the case as Bluebook Rule 10 writes it.
func (c *Case) String() string {
	var b strings.Builder
	b.WriteString(c.Name.Text)
	if c.Docket.Text != "" {
		comma(&b)
		b.WriteString(c.Docket.Text)
	}
	if len(c.Reports) == 0 && len(c.Pins) > 0 {
		b.WriteString(", slip op.")
		writePins(&b, c.Pins, " at ")
	}
	for _, rep := range c.Reports {
		comma(&b)
		b.WriteString(rep.String())
		writePins(&b, rep.Pins, ", ")
	}
	writeDecision(&b, c.CourtText.Text, c.Date, c.Disposition.Text)
	writeParens(&b, c.Parens)
	for _, h := range c.History {
		comma(&b)
		b.WriteString(h.Phrase)
		b.WriteString(", ")
		b.WriteString(h.Case.String())
	}
	writeOnline(&b, c.Online)
	return b.String()
}

// String returns the report: "410 U.S. 113".
func (p Report) String() string {
	if p.Nominative == "" && p.Reporter.Shape != "" {
		return strings.NewReplacer("@", p.Reporter.Abbrev, "{volume}", p.Volume, "{year}", p.Volume, "{page}", p.Page, "{number}", p.Page).Replace(p.Reporter.Shape)
	}
	abbrev := p.Reporter.Abbrev
	if p.Nominative != "" {
		abbrev += " (" + p.Nominative + ")"
	}
	return p.Volume + " " + abbrev + " " + p.Page
}

// readCase reads a case cited in full at a volume number.
func readCase(r reader, a anchor) Citation {
	if a.class == anchorLabel {
		return nil
	}
	first, next, ok := r.scanReport(a)
	if !ok || r.citesCode(a, first, next) {
		return nil
	}
	c := &Case{Shared: Shared{text: r.text, Core: first.Span}}
	c.one[0] = first
	c.Reports = c.one[:1]
	next = r.parallel(c, next)
	for i := 0; i < len(c.Reports) && c.Pins == nil; i++ {
		c.Pins = c.Reports[i].Pins
	}
	next = r.decided(c, next)
	c.Span.End = next
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(c)
	next = r.history(c, next)
	c.Span.End = next

	start := first.Span.Start
	c.Span.Start = start
	name := start
	if at, ok := r.docketBefore(start); ok {
		c.Docket = r.phrase(at.Start, at.End)
		c.Span.Start, name = at.Start, at.Start
	}
	early, yearFirst := r.decisionBefore(name)
	if yearFirst {
		name = early.at.Start
	}
	n := r.nameBefore(name, r.commaBefore(name) && c.Reports[0].Reporter.Type != "annotation")
	if k := skipBack(r.text, r.floor, name); !n.found() && k > r.floor && r.text[k-1] == '(' { // "Nixon v. Herndon (273 U.S. 536)"
		n = r.nameBefore(k-1, false)
	}
	if n.found() {
		c.Name, c.Plaintiff, c.Defendant = n.name, n.plaintiff, n.defendant
		c.Span.Start = n.name.Span.Start
		if yearFirst && c.Date.IsZero() {
			c.Date = early.date
			if c.CourtText.Text == "" && early.text.Text != "" {
				c.CourtText, c.Court = early.text, early.court
			}
		}
	} else if c.Span.Start == start && (r.runningHead(start) || r.starReport(start, c.Span.End)) {
		return nil
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// citesCode reports whether an abbreviation that is also a code's stands for
// the code: "12 O.S. 2001, § 95", "22 NYCRR 1250.9".
func (r reader) citesCode(a anchor, rep Report, next int) bool {
	for _, t := range a.terms {
		if t.code != nil && strings.HasPrefix(t.code.Shape, "{") {
			return r.editionAt(next-len(rep.Page), next) ||
				next+1 < r.ceil && r.text[next] == '.' && class[r.text[next+1]]&cDigit != 0
		}
	}
	return false
}

// starReport reports whether the report s[i:j] stands alone in square brackets:
// the mark of a page break of the opinion's own report, "[590 F. Supp. 3d 862]".
func (r reader) starReport(i, j int) bool {
	return i > r.floor && r.text[i-1] == '[' && j < r.ceil && r.text[j] == ']'
}

// commaBefore reports whether a comma stands before offset i.
func (r reader) commaBefore(i int) bool {
	j := skipBack(r.text, r.floor, i)
	return j > r.floor && r.text[j-1] == ','
}

// runningHead reports whether "Cite as:" stands before offset i: the head of a
// page of a slip opinion.
func (r reader) runningHead(i int) bool {
	j := skipBack(r.text, r.floor, i)
	return strings.HasSuffix(r.text[max(r.floor, j-8):j], "Cite as:") || strings.HasSuffix(r.text[max(r.floor, j-8):j], "Cite as")
}

// decisionBefore reads the court and date that stand before the volume, as in
// California: "People v. Haynes (2014) 225 Cal.App.4th 997".
func (r reader) decisionBefore(i int) (d decision, ok bool) {
	j := skipBack(r.text, r.floor, i)
	open := r.opening(max(r.floor, j-maxShort), j)
	if open < 0 {
		return d, false
	}
	d, next, ok := r.scanDecision(open)
	d.at = Span{open, j}
	return d, ok && next == j && !d.date.IsZero()
}

// scanReport reads volume, reporter and first page at a number anchor.
func (r reader) scanReport(a anchor) (rep Report, next int, ok bool) {
	s := r.text
	reporter := r.reporterAsWritten(a)
	if reporter == nil {
		return rep, a.start, false
	}
	nominative, next := r.scanNominative(a.end)
	page, next, ok := r.scanFirstPage(r.beforePage(reporter, next))
	if !ok {
		if next, ok = r.blankPages(a.end); !ok {
			return rep, a.start, false
		}
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
	if strings.HasPrefix(reporter.Shape, "[{year}] @") && start > r.floor && s[start-1] == '[' {
		span.Start = start - 1
	}
	rep = Report{
		Span: span, Volume: s[start:v], Reporter: reporter,
		Written: clean(strings.TrimLeft(s[v:a.end], "-—–] \n\t")), Nominative: nominative, Page: page,
	}
	for _, t := range a.terms {
		if t.reporter != nil && t.reporter != reporter {
			rep.Readings = append(rep.Readings, t.reporter)
		}
	}
	return rep, next, true
}

// blankPages passes over the commas between blanks where pages are not yet
// known, "517 U.S.    ,    (1996)": the decision must follow.
func (r reader) blankPages(i int) (next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	commas := 0
	for j < r.ceil && s[j] == ',' && commas < 3 {
		commas++
		j = skip(s[:r.ceil], j+1)
	}
	if commas == 0 || j >= r.ceil || s[j] != '(' {
		return i, false
	}
	d, _, ok := r.scanDecision(j)
	return j, ok && !d.date.IsZero() && d.text.Text == ""
}

// beforePage passes over what a reporter's layout has between its abbreviation
// and the number: the hyphen of "1999-NMCA-019", the ¶ of looseleaf services.
func (r reader) beforePage(reporter *Reporter, i int) (next int) {
	s := r.text
	switch j := skip(s[:r.ceil], i); {
	case strings.Contains(reporter.Shape, "-@-") && j < r.ceil && dashAt(s, j, r.ceil) > 0:
		return j + dashAt(s, j, r.ceil)
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
// public domain citations, pages in all others.
func pinKind(reporter *Reporter) PinKind {
	if reporter.Type == "neutral" && reporter.Court != "tax" {
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

// reporterAsWritten returns the reporter of an anchor. Among several of one
// folded spelling it takes the one whose layout fits the number before it, and
// of those the one that is spelled as in the text: "LA" is not "La."
func (r reader) reporterAsWritten(a anchor) *Reporter {
	s := r.text
	var best *Reporter
	rank := -1
	for i := range a.terms {
		t := &a.terms[i]
		if t.reporter == nil {
			continue
		}
		fits := 0
		if t.reporter.fits(s, a.start) {
			fits = 2
		}
		if a.end-len(t.abbrev) > a.start && s[a.end-len(t.abbrev):a.end] == t.abbrev {
			fits++
		}
		if fits > rank {
			best, rank = t.reporter, fits
		}
	}
	return best
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
	}
	return !hyphen && !year
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
		if k+1 < r.ceil && class[s[k]]&asciiLet != 0 && (class[s[k+1]]&cAlnum != 0 || s[k] == 'd') || r.decimal(j, k) {
			return "", i, false
		}
		return s[j:k], k, true
	case k == j:
		for k < r.ceil && (s[k] == '_' || dashAt(s, k, r.ceil) > 0) {
			k += max(1, dashAt(s, k, r.ceil))
		}
		if k-j >= 2 {
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
		last.Pins, i = r.scanPins(i, pinKind(last.Reporter))
		rep, k, ok := r.nextReport(i)
		if !ok {
			break
		}
		c.Reports = append(c.Reports, rep)
		i = k
	}
	if j := skip(r.text[:r.ceil], i); j < r.ceil && r.text[j] == '[' {
		return r.bracketed(c, i, j)
	}
	return i
}

// nextReport reads a comma and the parallel report behind it.
func (r reader) nextReport(i int) (rep Report, next int, ok bool) {
	j := skip(r.text[:r.ceil], i)
	if j >= r.ceil || r.text[j] != ',' {
		return rep, i, false
	}
	j = skip(r.text[:r.ceil], j+1)
	if j >= r.ceil || class[r.text[j]]&cDigit == 0 && r.text[j] != '_' && r.text[j] != '-' {
		return rep, i, false
	}
	a := r.numberAnchor(j)
	if class[r.text[j]]&cDigit == 0 {
		a = r.blankAnchor(j)
	}
	if a.class != anchorNumber {
		return rep, i, false
	}
	return r.scanReport(a)
}

// bracketed reads parallel reports in brackets: "17 Cal. 4th 1, 25 [70 Cal.
// Rptr. 2d 3, 949 P.2d 5]". It returns i when the bracket at j holds none.
func (r reader) bracketed(c *Case, i, j int) (next int) {
	end := closing(r.text, j, r.ceil)
	if end < 0 {
		return i
	}
	in := r
	in.ceil = end
	a := in.numberAnchor(skip(r.text[:end], j+1))
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
	if skip(r.text[:end], k) < end {
		c.Reports = c.Reports[:was]
		return i
	}
	return end + 1
}

// decided reads the court and the date, and sets the court from the reporter
// where the parenthetical names none.
func (r reader) decided(c *Case, i int) (next int) {
	d, next, ok := r.scanDecision(i)
	if ok {
		c.CourtText, c.Court, c.Date, c.Disposition = d.text, d.court, d.date, d.rest
	}
	for k := 0; c.Court == nil && c.CourtText.Text != "" && k < len(c.Reports); k++ {
		c.Court = r.tab.courtIn(c.Reports[k].Reporter.Jurisdiction, c.CourtText.Text)
	}
	for k := 0; c.Court == nil && c.CourtText.Text == "" && k < len(c.Reports); k++ {
		if id := c.Reports[k].Reporter.Court; id != "" {
			c.Court = r.tab.courtID[id]
		}
	}
	return next
}

// signal reads the signal before offset i.
func (r reader) signal(i int) Signal {
	if r.clause {
		return Signal{} // the sentence layer has read it
	}
	sig, _ := signalBefore(r.text, r.floor, i)
	return sig
}
