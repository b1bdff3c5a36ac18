package citation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Report is one place where a decision is printed: "410 U.S. 113".
type Report struct {
	Span      Span
	Volume    string
	Reporter  *Reporter // nil never: an unknown abbreviation makes no report
	AsWritten string    // the reporter's abbreviation as written: "U. S."
	// Nominative is the volume of the reporter named after its editor, where it
	// is in parentheses after the abbreviation: "1 Cranch". Bluebook Rule 10.3.2.
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

// abbrev is the reporter's canonical abbreviation, or what is written in a report
// that was made by hand without a reporter.
func (p Report) abbrev() string {
	if p.Reporter == nil {
		return p.AsWritten
	}
	return p.Reporter.Abbrev
}

// distinct is abbrev, or what is written where either may stand for other reporters
// too, "3 Wall. C.C. 128"; with the nominative reporter in parentheses.
func (p Report) distinct() string {
	text := p.abbrev()
	if p.AsWritten != "" && (p.Readings != nil || ofSeveral(text)) {
		text = p.AsWritten
	}
	if p.Nominative != "" {
		text += " (" + p.Nominative + ")"
	}
	return text
}

// ofSeveral reports whether an abbreviation may stand for several reporters.
func ofSeveral(abbrev string) bool {
	terms, _ := builtinIndex().forward.match(abbrev, 0, len(abbrev))
	first := reporterOf(terms)
	return slices.ContainsFunc(terms, func(t term) bool { return t.reporter != nil && t.reporter != first })
}

// form is String for a decision of a known year, 0 where it is not: some
// reporters have it before the volume, "[1986] 1 S.C.R. 103".
func (p Report) form(year int) string {
	layout := shape.Of(shape.Default)
	if p.Reporter != nil {
		layout = p.Reporter.layout()
	}
	var b strings.Builder
	layout.Write(&b, func(s shape.Step) string { return p.value(s, layout, year) })
	return b.String()
}

// pinLead returns what comes before a page that is cited: "at" after a report
// whose bare numbers count paragraphs.
func (p Report) pinLead() string {
	if p.Reporter != nil && pinKind(p.Reporter) == PinParagraph && len(p.Pins) > 0 && lex.FirstByte(p.Pins[0].From) != '*' {
		return ", at "
	}
	return ", "
}

// value returns what is written for a step of the layout, with its label.
func (p Report) value(s shape.Step, layout *shape.Layout, year int) string {
	text := ""
	switch s.Field {
	case shape.Abbrev:
		text = p.distinct()
	case shape.Volume:
		if text = blankPage(p.Volume); strings.IndexByte(text, ' ') >= 0 && strings.IndexByte(text, '/') < 0 { // "1982 Transfer Binder", not "81 1/2"
			text = "[" + text + "]"
		}
	case shape.Year:
		if text = p.Volume; layout.Has(shape.Volume) {
			text = ""
			if year != 0 && !layout.Step(shape.Volume).Joined() { // then the volume has it
				text = strconv.Itoa(year)
			}
		}
	case shape.Page, shape.Number:
		if text = blankPage(p.Page); text == "" {
			text = unknownPage
		}
	}
	if text != "" && s.Label != "" {
		text = s.Label + " " + text
	}
	return text
}

// scanReport reads volume, reporter and first page at a number anchor, and at a
// label anchor a report without a volume.
func (r reader) scanReport(a anchor) (rep Report, next int, ok bool) {
	if a.class == anchorLabel {
		return r.scanLabelled(a)
	}
	s := r.text
	t, others := r.reporterAsWritten(a)
	if t == nil {
		return rep, a.start, false
	}
	nominative, next := r.scanNominative(a.end)
	if t.reporter.Type == "specialty" {
		a.end = r.publisher(a.end)
		next = max(next, a.end)
	}
	number := r.beforePage(t.layout, next)
	page, next, ok := r.scanFirstPage(number)
	if ok && t.layout.Has(shape.Letter) && lex.Class[s[number-1]]&lex.Upper != 0 {
		page = s[number-1:number] + page
	}
	pageless := false
	switch {
	case ok && r.beginsCase(next-len(page), next): // "21 Taylor, 281 F.3d at 830"
		return rep, a.start, false
	case ok:
		page, next = r.suffixed(t.layout, page, next)
	default:
		if page, next, ok = r.romanPage(a.end); ok {
			break
		}
		if page, next, ok = r.partPage(t.reporter, a.end); ok {
			break
		}
		if next, ok = r.blankPages(a.end); !ok {
			return rep, a.start, false
		}
		pageless = true
	}
	v := max(r.partOfYear(r.digitsEnd(a.start)), lex.BlankEnd(s[:r.ceil], a.start))
	start := a.start
	if start-1 > r.floor && s[start-1] == '-' { // "2012-1 Trade Cas. (CCH) ¶ 77,900"
		start = lex.NumberBefore(s, r.floor, start)
	} else if k := r.fractionBefore(start); k < start { // "81 1/2 Pa. 9"
		start = k
	} else if before := t.layout.Before(); len(before) > 1 {
		start = r.joinedBefore(before, v)
	}
	if group, k := r.thousands(next); k > next && byParagraph(t.layout) {
		page, next = page+group, k
	}
	span := Span{start, next}
	if pageless {
		span.End = a.end
	}
	if bracketedYear(t.layout) && r.before(start) == '[' {
		span.Start = start - 1
	}
	return Report{
		Span: span, Volume: s[start:v], Reporter: t.reporter,
		AsWritten: lex.Clean(strings.TrimLeft(s[v:a.end], "-—–] \n\t")), Nominative: nominative, Page: page, Readings: others,
	}, next, true
}

// fractionBefore returns where the number of a volume begins that was bound between
// two others, of whose fraction the figures at offset i are the last: "81 1/2". Without
// one it is i.
func (r reader) fractionBefore(i int) int {
	s := r.text
	if r.before(i) != '/' {
		return i
	}
	over := lex.NumberBefore(s, r.floor, i-1)
	whole := r.skipBack(over)
	if over == i-1 || whole == over || lex.NumberBefore(s, r.floor, whole) == whole {
		return i
	}
	return lex.NumberBefore(s, r.floor, whole)
}

// scanLabelled reads a report that has no volume before its abbreviation: "T.C.
// Memo. 2010-219", "[1982 Transfer Binder] Fed. Sec. L. Rep. (CCH) ¶ 98,749",
// "Bee 168".
func (r reader) scanLabelled(a anchor) (rep Report, next int, ok bool) {
	t := reporterTerm(a.terms)
	if t == nil || a.label != "" && a.label != labelKinds[t.layout.Next().Label] {
		return rep, a.start, false
	}
	s := r.text
	j := r.beforePage(t.layout, a.number)
	k := r.digitsEnd(j)
	rep = Report{Reporter: t.reporter, AsWritten: lex.Clean(s[a.start:lex.SkipBack(s, a.start, a.number)])}
	if a.label == PinNumber {
		rep.AsWritten = strings.TrimSuffix(rep.AsWritten, " "+t.layout.Next().Label)
	}
	switch {
	case isIdentifier(t.layout):
		rep.Volume, rep.Page, k, ok = r.scanECLI(a.number)
		if !ok {
			return rep, a.start, false
		}
	case k == j:
		return rep, a.start, false
	case t.layout.Next().Field == shape.Year && len(t.layout.After()) > 1: // "T.C. Memo. 2010-219"
		join := t.layout.After()[1].Lead
		n := lex.DashAt(s, k, r.ceil)
		if join != "-" && strings.HasPrefix(s[k:r.ceil], join) {
			n = len(join)
		}
		end := r.digitsEnd(k + n)
		if n == 0 || k-j != 4 || end == k+n {
			return rep, a.start, false
		}
		rep.Volume, rep.Page, k = s[j:k], s[k+n:end], end
	default:
		group, end := r.thousands(k)
		rep.Page, k = s[j:k]+group, end
	}
	rep.Span = Span{a.start, k}
	if end := r.skipBack(a.start); r.before(end) == ']' { // "[1982 Transfer Binder]"
		if open := strings.LastIndexByte(s[max(r.floor, end-maxBinder):end], '['); open >= 0 {
			open += max(r.floor, end-maxBinder)
			rep.Volume, rep.Span.Start = lex.Clean(s[open+1:end-1]), open
		}
	}
	return rep, k, true
}

// maxBinder bounds the length of a binder's name in brackets, in bytes.
const maxBinder = 64

// nameless reports whether a reporter's citations look like ordinary words and
// numbers, so that one counts only after a case's name: "Bee 168".
func (p *Reporter) nameless() bool { return pageAlone(p.layout()) }

// pinKind returns what a bare number after a report counts: paragraphs in
// public domain citations, pages in all others and in those of Arkansas.
func pinKind(reporter *Reporter) PinKind {
	if reporter.Type == "neutral" && reporter.Court != "tax" && reporter.layout().Last().Field != shape.Page {
		return PinParagraph
	}
	return PinPage
}

// publisher passes over the bracket that names the publisher of a service, whoever
// published the volume: "87 U.S.P.Q.2d (BL) 1130". Bluebook Rule 19.1.
func (r reader) publisher(i int) (next int) {
	s := r.text[:min(r.ceil, i+maxBinder)]
	j := lex.Skip(s, i)
	if lex.At(s, j) != '(' || !lex.IsAt(s, j+1, lex.Upper) {
		return i
	}
	for k := j + 1; k < len(s); k++ {
		switch {
		case s[k] == ')':
			return k + 1
		case !lex.In(s[k], lex.ASCII|lex.Space, ".&'-/"):
			return i
		}
	}
	return i
}

// scanNominative reads a volume of a nominative reporter in parentheses.
func (r reader) scanNominative(i int) (volume string, next int) {
	s := r.text
	j := lex.Skip(s, i)
	if r.at(j) != '(' || !r.isAt(j+1, lex.Digit) {
		return "", i
	}
	end := strings.IndexByte(s[j:min(r.ceil, j+32)], ')')
	if end < 0 {
		return "", i
	}
	if a := r.numberAnchor(j + 1); a.class != anchorNumber || lex.Skip(s, a.end) != j+end {
		return "", i
	}
	return lex.Clean(s[j+1 : j+end]), j + end + 1
}

// reporterAsWritten returns the reporter of an anchor, and the others that it
// may be. Among several of one folded spelling only those count whose layout
// fits the number before them best; the one that is spelled as in the text
// is first: "LA" is not "La."
func (r reader) reporterAsWritten(a anchor) (best *term, others []*Reporter) {
	if len(a.terms) == 1 {
		return reporterTerm(a.terms), nil
	}
	s := r.text
	fitting, spelled := false, false
	for i := range a.terms {
		t := &a.terms[i]
		if t.reporter == nil || best != nil && t.reporter == best.reporter { // "Or" beside "Or."
			continue
		}
		fits := fits(t.layout, s, a.start)
		if best != nil && fitting && !fits {
			continue
		}
		as := spelledAs(s[a.start:a.end], t.abbrev)
		switch {
		case best == nil || fits && !fitting:
			best, others, fitting, spelled = t, nil, fits, as
		case as && !spelled:
			best, others, spelled = t, append(others, best.reporter), true
		default:
			others = append(others, t.reporter)
		}
	}
	return best, others
}

// spelledAs reports whether a text ends in an abbreviation as it is in the table, but
// for blanks.
func spelledAs(text, abbrev string) bool {
	i, j := len(text), len(abbrev)
	for j > 0 {
		switch {
		case abbrev[j-1] == ' ':
			j--
		case i > 0 && text[i-1] == ' ':
			i--
		case i == 0 || text[i-1] != abbrev[j-1]:
			return false
		default:
			i, j = i-1, j-1
		}
	}
	return true
}

// fits reports whether the number at s[i:] may precede the abbreviation in a
// layout: a year with a hyphen, a year, or a volume.
func fits(l *shape.Layout, s string, i int) bool {
	j := lex.DigitsEnd(s, i)
	if j == i {
		return l.String() == shape.Default
	}
	hyphen := lex.DashAt(s, j, len(s)) > 0
	year := j-i == 4 && (s[i] == '1' && s[i+1] >= '7' || s[i] == '2' && s[i+1] == '0')
	switch first := l.First(); {
	case first.Field == shape.Year && len(l.Before()) == 1:
		return year && (!hyphen || l.Step(shape.Abbrev).Lead == "-")
	case first.Field == shape.Year: // "[1986] 1 S.C.R. 103"
		return !hyphen && yearBefore(s, i) > 0
	}
	return !hyphen && !year && yearBefore(s, i) == 0
}

// yearBefore returns the year in square brackets before the volume at s[i:],
// "[1986] 1 S.C.R. 103", 0 when none is there.
func yearBefore(s string, i int) (year int) {
	j := lex.SkipBack(s, 0, i)
	if j < 6 || s[j-1] != ']' || s[j-6] != '[' || !lex.AllDigits(s[j-5:j-1]) {
		return 0
	}
	year, _, _ = date.YearAt(s, j-5)
	return year
}

// reportAfter reports whether a report follows the comma after offset i.
func (r reader) reportAfter(i int) bool {
	j, comma := r.skipComma(i)
	if !comma {
		return false
	}
	return r.reportAt(j)
}

// reportAt reports whether the volume of a report is at s[i:].
func (r reader) reportAt(i int) bool {
	switch {
	case i >= r.ceil:
		return false
	case lex.Class[r.text[i]]&lex.Digit == 0: // "___ F.3d ___"
		return lex.BlankEnd(r.text[:r.ceil], i) > i && reporterOf(r.blankAnchor(i).terms) != nil
	}
	return reporterOf(r.volumeAnchor(i).terms) != nil
}

// scanShortReport reads volume, reporter, "at" and pinpoints: "531 U.S., at 99".
func (r reader) scanShortReport(a anchor) (rep Report, next int, ok bool) {
	reporter := reporterOf(a.terms)
	if a.class != anchorNumber || reporter == nil || reporter.Type == "annotation" {
		return rep, a.start, false
	}
	nominative, next := r.scanNominative(a.end)
	j := lex.Skip(r.text, next)
	if r.at(j) == ',' {
		j = lex.Skip(r.text, j+1)
	}
	v := max(lex.DigitsEnd(r.text, a.start), lex.BlankEnd(r.text, a.start))
	rep = Report{Span: Span{a.start, next}, Nominative: nominative, Volume: r.text[a.start:v], Reporter: reporter, AsWritten: lex.Clean(r.text[lex.Skip(r.text, v):a.end])}
	if k, ok := r.lostPage(j); ok {
		return rep, k, true
	}
	if _, ok := scanAt(r.text, j, r.ceil); !ok {
		if kind, _, k := pinWordAt(r.text, j, r.ceil); kind != PinPage || k == j || j == next { // "497 U.S., p. 502"
			return rep, a.start, false
		}
	}
	rep.Pins, next = r.scanPins(j, PinPage)
	return rep, next, rep.Pins != nil
}

// lostPage reads an "at" of which the blank for the page was lost, by the slip
// opinion or the parallel report after it: "519 U.S. at     (slip op., at 16)".
func (r reader) lostPage(i int) (next int, ok bool) {
	s := r.text[:r.ceil]
	next, ok = words.Match(s, i, len(s), "at")
	j := lex.Skip(s, next)
	if !ok || j-next < 2 || j+1 >= len(s) {
		return i, false
	}
	switch k := lex.Skip(s, j+1); s[j] {
	case '(':
		return next, matchSlip(s, k, len(s)) > 0
	case ',':
		return next, r.reportAt(k)
	}
	return i, false
}

// firstRange reads the end of a range that begins on the first page: "434 F.2d
// 336-38".
func (r reader) firstRange(rep Report, i int) (pin Pin, next int) {
	if lex.DashAt(r.text, i, r.ceil) == 0 || rep.Page == "" || !lex.AllDigits(rep.Page) {
		return pin, i
	}
	to, next := scanRange(r.text, i, r.ceil, false)
	if !lex.AllDigits(to) {
		return pin, i
	}
	return Pin{Span: Span{i - len(rep.Page), next}, Kind: PinPage, From: rep.Page, To: to}, next
}
