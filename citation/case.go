package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Case is a decision of a court cited in full. Bluebook Rule 10; Indigo Book
// R11-R15.
type Case struct {
	Shared
	Name      Phrase // as written: "Doe v. Acme, Inc.", "In re Doe"; zero when none precedes the reports
	Plaintiff Phrase // what precedes the "v."; zero in a name without one
	Defendant Phrase // what follows the "v."
	Docket    Phrase // docket number as written, with "No."; zero when none precedes the reports
	Reports   []Report
	// Filing is the ruling that is cited, of several in one case of an international
	// court, "Advisory Opinion", or the paper of the docket where the decision is not
	// reported, as written: "slip op.", "mem. op.", "ECF No. 45"; zero when none
	// is named. Bluebook Rule 10.8.1.
	Filing    Phrase
	CourtText Phrase // the court as written; zero when the reporter tells it
	Court     *Court // the court, from its text or else from the reporter; nil when not known
	// Date is that of the decision; the zero Date when not written. Its Span is
	// zero when the year is in the report's number alone: "1999-NMCA-140".
	Date Date
	// PetitionHistory is what follows the date in its parenthetical, such as
	// the history of the petition in Texas, "pet. denied"; zero when nothing does.
	PetitionHistory Phrase
	History         []Event // prior and subsequent history, in the order written
	Online          *Online // where it is on the web; nil when not written

	one [1]Report // holds Reports while there is one, as there most often is
}

// An Event is one step of a case's history: "aff'd, 210 F.3d 88 (2d Cir.
// 2000)". Bluebook Rule 10.7; Indigo Book R14.
type Event struct {
	Span   Span   // of the phrase
	Phrase string // normalised: "affirmed", "certiorari denied"
	Case   *Case  // the decision
}

// decisions returns the decisions of the case's history.
func (c *Case) decisions() []Citation {
	var list []Citation
	for _, h := range c.History {
		if h.Case != nil {
			list = append(list, h.Case)
		}
	}
	return list
}

// Kind returns [KindCase].
func (*Case) Kind() Kind { return KindCase }

// String returns the case as Bluebook Rule 10 writes it.
func (c *Case) String() string {
	if dated := c.dated(); dated != "" {
		return dated
	}
	if strings.HasPrefix(c.Filing.Text, "unpublished ") {
		return c.unpublished()
	}
	var b strings.Builder
	decided := c.writeHead(&b)
	if c.rules() {
		comma(&b)
		b.WriteString(c.Filing.Text)
	}
	for _, rep := range c.Reports {
		comma(&b)
		b.WriteString(rep.form(c.Date.Year))
		writePins(&b, rep.Pins, rep.pinLead())
	}
	if c.Filing.Text != "" && !c.rules() {
		b.WriteString(", " + c.Filing.Text)
		writePins(&b, c.Pins, " at ")
	}
	if !decided {
		c.writeDecision(&b)
		if c.Reports == nil && c.Filing.Text == "" {
			writePins(&b, c.Pins, ", at ")
		}
	}
	writeEnd(&b, &c.Shared, c.Online)
	c.writeHistory(&b)
	return b.String()
}

// rules reports whether the filing is a ruling of an international court, which is
// written before the report.
func (c *Case) rules() bool {
	if len(c.Reports) == 0 {
		return false
	}
	word, _ := words.Rulings.Match(c.Filing.Text, 0, len(c.Filing.Text))
	return word != nil
}

// writeHead writes what is before the reports: the name and the docket, and in
// some styles the court or the whole decision, which then is not written after the
// reports.
func (c *Case) writeHead(b *strings.Builder) (decided bool) {
	docket := c.Docket.Text
	switch {
	case docket != "" && slices.ContainsFunc(c.Parens, func(p Paren) bool { return lex.Clean(p.Text) == docket }):
		docket = ""
	case europeanNumber(docket):
		b.WriteString(docket)
		comma(b)
		docket = ""
	}
	b.WriteString(c.Name.Text)
	if docket == "" {
		return false
	}
	comma(b)
	switch apart := c.dateApart(c.Date) && !c.Date.IsZero(); {
	case ownNumber(docket) && (c.Court == nil || c.Court.Jurisdiction == "la" || !strings.Contains(docket, " ")): // not "18 C 7039"
		b.WriteString(docket)
		if pins := pinListAs(c.Pins, pageForms); pins != "" && (c.Reports == nil || pinList(c.Pins) != pinList(c.Reports[0].Pins)) {
			b.WriteString(", " + pins)
		}
		c.writeDecision(b)
		return true
	case c.CourtText.Text != "" && !apart && !c.Date.IsZero(): // Ohio: "8th Dist. Cuyahoga No. 98765, 2013-Ohio-1234"
		b.WriteString(c.CourtText.Text + " " + docket)
		return true
	case c.CourtText.Text != "" && !apart && c.Court == nil:
		b.WriteString(c.CourtText.Text + ", " + docket)
		return true
	}
	b.WriteString(docket)
	return false
}

// writeDecision writes the court and the date.
func (c *Case) writeDecision(b *strings.Builder) {
	date := c.Date
	if !c.dateApart(date) {
		date = Date{}
	}
	writeDecision(b, c.court(), date, c.PetitionHistory.Text)
}

// court returns the court as it is abbreviated where what is written is another form
// of that; otherwise it is as written, since it may say more than the court.
func (c *Case) court() string {
	if c.Court == nil {
		return c.CourtText.Text
	}
	return canonical(c.CourtText.Text, c.Court.Cite, c.Court.Also)
}

// writeHistory writes the prior and subsequent history.
func (c *Case) writeHistory(b *strings.Builder) {
	for _, h := range c.History {
		comma(b)
		b.WriteString(h.Phrase)
		if h.Case == nil {
			continue
		}
		if decision := h.Case.String(); strings.HasPrefix(decision, " (") { // its court and day alone
			b.WriteString(decision)
		} else {
			b.WriteString(", " + decision)
		}
	}
}

// readCase reads a case cited in full at a volume number.
func readCase(r reader, a anchor) Citation {
	if r.runningHead(a.start) {
		return nil
	}
	first, next, ok := r.scanReport(a)
	if !ok || r.citesCode(a, first, next) {
		return nil
	}
	c := &Case{Shared: Shared{text: r.text, Core: first.Span}}
	c.one[0] = first
	c.Reports = c.one[:1]
	next = r.afterReport(c, next)
	c.Span = Span{first.Span.Start, next}

	h := r.caseHead(c)
	if c.Date.IsZero() && r.before(first.Span.Start) == '[' && r.at(next) == ']' { // "[493 U.S. 1005] (1989)"
		if k := r.decided(c, next+1); k > next+1 {
			c.Span = Span{first.Span.Start - 1, k}
		}
	}
	switch {
	case h.name.found() || h.dated && r.inHistory: // "affd. (9th Cir. 1991) 20 F.3d 3" has no name
		r.takeHead(c, h)
	default:
		if work := r.workOfEditor(a, first); work != nil {
			return work
		}
		if r.citesNoCase(c, a) {
			return nil
		}
	}
	r.settle(c)
	c.Signal = r.signal(c.Span.Start)
	return c
}

// afterReport reads what is after the first report of a case, up to its history,
// and returns where that ends.
func (r reader) afterReport(c *Case, next int) int {
	next = r.parallel(c, next)
	c.takePins()
	next = r.docketAfter(c, next)
	if k, ok := r.paper(c, next); ok { // "366 N.L.R.B. No. 117, slip op. at 2"
		next = k
	}
	next = r.afterDivision(c, r.decided(c, next))
	if j := r.skip(next); r.at(j) == '[' { // "50 Cal. 3d 100 (1990) [266 Cal. Rptr. 569]"
		next = r.bracketed(c, next, j)
	}
	next = r.tail(&c.Shared, &c.Online, next)
	r.docketInParen(c)
	r.decidedLate(c)
	for i := 0; i < len(c.Reports) && c.Date.IsZero(); i++ {
		c.Date.Year = r.yearOfVolume(c.Reports[i])
	}
	r.dayOfRuling(c)
	r.weigh(&c.Shared, c.PetitionHistory)
	return r.history(c, next)
}

// takePins makes the pinpoints of the first report that has some those of the case.
func (c *Case) takePins() {
	for i := 0; i < len(c.Reports) && c.Pins == nil; i++ {
		c.Pins = c.Reports[i].Pins
	}
}

// A caseHead is what precedes the report of a case: its name, and the court and
// the date where they are before the report.
type caseHead struct {
	name  caseName
	early decision
	dated bool // early is there
}

// caseHead reads what precedes the report of a case, from right to left. A docket
// number and brackets around the report widen the case's span.
func (r reader) caseHead(c *Case) (h caseHead) {
	at := c.Span.Start
	if docket, ok := r.docketBefore(at); ok {
		c.Docket = r.phrase(docket.Start, docket.End)
		at = docket.Start
		if court, ok := r.districtBefore(r.docketStart(at)); ok {
			r.districtCourt(c, court)
			at = court.Start
		}
		c.Span.Start = at
	}
	if h.early, h.dated = r.decisionBefore(at); !h.dated {
		h.early, h.dated = r.decisionInCommas(at)
	}
	if h.dated {
		at = h.early.at.Start
	}
	at = r.afterBlank(at)
	if h.name = r.ruling(c, at); h.name.found() {
		return h
	}
	h.name = r.nameBefore(at, !c.annotation() && r.commaBefore(at))
	if k := r.skipBack(at); !h.name.found() && strings.IndexByte("([", r.before(k)) >= 0 {
		h.name = r.nameBeforeBracket(c, k-1)
	}
	return h
}

// annotation reports whether the case was read from a report that prints
// annotations: "Annotation, Title, 12 A.L.R.4th 345" is an article.
func (c *Case) annotation() bool { return c.Reports[0].Reporter.Type == "annotation" }

// nameBeforeBracket reads the name before the bracket at offset i that is around
// the report: "Nixon v. Herndon (273 U.S. 536)", "Bruno v. Roe, [308 U.S. 287]".
func (r reader) nameBeforeBracket(c *Case, i int) caseName {
	n := r.nameBefore(i, false)
	if end := c.Span.End; n.found() && r.markAt(end, ")]") {
		c.Span.End++
		if c.Date.IsZero() {
			c.Span.End = r.decided(c, c.Span.End)
		}
	}
	return n
}

// takeHead fills in what precedes the report of a case.
func (r reader) takeHead(c *Case, h caseHead) {
	c.Span.Start = h.early.at.Start
	if h.name.found() {
		c.Name, c.Plaintiff, c.Defendant = h.name.name, h.name.plaintiff, h.name.defendant
		c.Span.Start = c.Name.Span.Start
		if at, ok := r.caseNumberBefore(c.Span.Start); ok {
			c.Docket, c.Span.Start = r.phrase(at.Start, at.End), at.Start
		}
	}
	if !h.dated {
		return
	}
	if c.Date.IsZero() || c.Date.Span.Len() == 0 && !h.early.date.IsZero() {
		c.Date = h.early.date
	}
	if c.CourtText.Text == "" && h.early.text.Text != "" {
		c.CourtText, c.Court = h.early.text, h.early.court
	}
}

// citesNoCase reports whether a report without a name before it is not cited
// as a case: an act, an annotation, a mark of a page break.
func (r reader) citesNoCase(c *Case, a anchor) bool {
	first := c.Reports[0].Reporter
	if !fits(first.layout(), r.text, a.start) && ofForm(a.terms, sessionTypes, numberAfterYear) != nil { // "2012 PA 124": Michigan's public acts
		return true
	}
	start := c.Reports[0].Span.Start
	if c.Span.Start != start {
		return false
	}
	return c.annotation() || first.nameless() || c.Date.IsZero() && len(c.Reports) == 1 && r.starReport(start, c.Span.End)
}

// afterBlank passes leftwards over a report whose blanks for volume and page were
// lost: the "U.S.   ," of "Melkonyan v. Sullivan,    U.S.   , 111 S. Ct. 2157".
func (r reader) afterBlank(i int) int {
	s := r.text
	j := r.skipBack(i)
	for commas := 0; commas < 2 && r.before(j) == ','; commas++ {
		j = r.skipBack(j - 1)
	}
	for _, abbrev := range [...]string{"U.S.", "U. S."} {
		if k := j - len(abbrev); k > r.floor && s[k:j] == abbrev {
			if before := r.skipBack(k); r.before(before) == ',' && j < i {
				return before
			}
		}
	}
	return i
}

// workOfEditor reads the short form of a treatise whose author has the name of a
// reporter's editor: "27 Wright 575", where Wright's treatise was cited before.
func (r reader) workOfEditor(a anchor, first Report) Citation {
	if r.said == nil || first.Reporter.Type != "nominative" || !r.said.workWords.may(r.text[lex.Skip(r.text, lex.DigitsEnd(r.text, a.start)):a.end]) {
		return nil
	}
	return r.shortWork(r.skip(a.end))
}

// yearOfVolume returns the year that a report's number holds, "1999-NMCA-140",
// "2003 WL 12345", "[1986] 1 S.C.R. 103"; 0 where volumes are not counted by
// years.
func (r reader) yearOfVolume(first Report) (year int) {
	l := first.Reporter.layout()
	if l.First().Lead == "[" {
		year = yearBefore(r.text, first.Span.Start)
	}
	if year == 0 && (l.Has(shape.Year) || isIdentifier(l) || strings.LastIndexByte(first.Volume, '-') == len("2001")) {
		year, _, _ = date.YearAt(first.Volume, 0)
	}
	return year
}

// citesCode reports whether an abbreviation that is also a code's stands for
// the code: "12 O.S. 2001, § 95", "22 NYCRR 1250.9".
func (r reader) citesCode(a anchor, rep Report, next int) bool {
	for _, t := range a.terms {
		if t.code != nil && numberFirst(t.layout) {
			return r.editionAt(next-len(rep.Page), next) ||
				r.at(next) == '.' && r.isAt(next+1, lex.Digit)
		}
	}
	return false
}

// starReport reports whether the report s[i:j] stands alone in square brackets:
// the mark of a page break of the opinion's own report, "[590 F. Supp. 3d 862]".
// A date after the bracket tells that it is none.
func (r reader) starReport(i, j int) bool {
	if r.before(i) != '[' || r.at(j) != ']' {
		return false
	}
	_, _, dated := r.scanDecision(j + 1)
	return !dated
}

// commaBefore reports whether a comma precedes offset i.
func (r reader) commaBefore(i int) bool {
	return r.before(r.skipBack(i)) == ','
}

// runningHead reports whether "Cite as:" precedes offset i: the head of a
// page of a slip opinion.
func (r reader) runningHead(i int) bool {
	j := r.skipBack(i)
	return strings.HasSuffix(r.text[max(r.floor, j-8):j], "Cite as:") || strings.HasSuffix(r.text[max(r.floor, j-8):j], "Cite as")
}

// decisionBefore reads the court and date that precede the volume, as in
// California, "People v. Haynes (2014) 225 Cal.App.4th 997", or with a comma, as
// in Ohio and Montana, "State v. Doe (1990), 51 Ohio St.3d 1".
func (r reader) decisionBefore(i int) (d decision, ok bool) {
	j := lex.TrimComma(r.text, r.floor, i)
	open := r.opening(max(r.floor, j-maxShort), j)
	if open < 0 {
		return d, false
	}
	d, next, ok := r.scanDecision(open)
	d.at = Span{open, j}
	return d, ok && next == j && !d.date.IsZero()
}

// decisionInCommas reads the court and the date that older opinions set off by
// commas before the volume: "Doe v. Roe, 2 Cir., May 28, 1942, 128 F.2d 632",
// "Seymour v. Osborne, 1870, 11 Wall. 516".
func (r reader) decisionInCommas(i int) (d decision, ok bool) {
	s := r.text
	end := lex.TrimComma(s, r.floor, i)
	if end == r.floor || s[end] != ',' {
		return d, false
	}
	d.at = Span{end, end}
	if lex.Class[s[end-1]]&lex.Digit != 0 {
		date, from, is := scanDateBack(s, max(r.floor, end-date.MaxLen), end)
		before := r.skipBack(from)
		if word, k := words.Decided.EndingAt(s, r.floor, before); word != nil && is { // "decided May 28, 1942"
			from, before = k, r.skipBack(k)
		}
		if !is || r.before(before) != ',' {
			return d, false
		}
		d.date, d.at.Start = date, from
		end = r.skipBack(before - 1)
	}
	if r.before(end) == '.' {
		k := strings.LastIndexByte(s[max(r.floor, end-maxOldCourt):end], ',') + max(r.floor, end-maxOldCourt)
		if from := lex.Skip(s[:end], k+1); k >= r.floor && s[k] == ',' && from < end {
			text := r.phrase(from, end)
			if r.tab.is(strings.ReplaceAll(text.Text, " ", ""), roleAfterComma) { // "Roe, P. C., 304 S. W. 3d 81": not the Privy Council
				return d, d.at.Len() > 0
			}
			if d.court = r.tab.court(text.Text); d.court != nil || strings.HasSuffix(text.Text, "Cir.") {
				d.text, d.at.Start = text, from
			}
		}
	}
	return d, d.at.Len() > 0
}

// maxOldCourt bounds a court's name between commas, in bytes.
const maxOldCourt = 24

// decided reads the court and the date.
func (r reader) decided(c *Case, i int) (next int) {
	d, next, ok := r.scanDecision(i)
	if ok {
		c.CourtText, c.Court, c.Date, c.PetitionHistory = d.text, d.court, d.date, d.rest
		for k := 0; k < len(c.Reports) && d.text.Text != ""; k++ { // "(App. Div. 1969)" is of the reporter's state
			jurisdiction := c.Reports[k].Reporter.Jurisdiction
			if own := r.tab.courtIn(jurisdiction, d.text.Text); own != nil && (d.court == nil || jurisdiction != "us") {
				c.Court = own
				break
			}
		}
		return next
	}
	in, next, ok := r.shortParen(i) // "128 N.M. 1 (Ct. App.)": a court of the reporter's state, without a date
	if !ok || in.Len() > maxDocket || lex.Class[r.text[in.Start]]&lex.Upper == 0 {
		return i
	}
	text := r.phrase(in.Start, in.End)
	for k := range c.Reports {
		if c.Court = r.tab.courtIn(c.Reports[k].Reporter.Jurisdiction, text.Text); c.Court != nil {
			c.CourtText = text
			return next
		}
	}
	if len(c.Reports) > 0 && r.ofDivision(c, text.Text) {
		c.CourtText = text
		return next
	}
	return i
}

// decidedLate takes the court and the date from the parenthetical after another,
// "5 F.3d 1 (per curiam) (2d Cir. 1990)".
func (r reader) decidedLate(c *Case) {
	if !c.Date.IsZero() || len(c.Parens) < 2 {
		return
	}
	if d, _, ok := r.scanDecision(c.Parens[1].Span.Start); ok && !d.date.IsZero() {
		r.decided(c, c.Parens[1].Span.Start)
		c.Parens = slices.Delete(c.Parens, 1, 2)
	}
}

// Names implements [Citation].
func (c *Case) Names() []string {
	return appendNames(c.Shared.Names(), c.Name, c.Plaintiff, c.Defendant)
}
