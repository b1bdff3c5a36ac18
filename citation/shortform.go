package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// An Id is a citation to the authority cited just before: "Id. at 5". Bluebook
// Rule 4.1; Indigo Book R6.2.2.
type Id struct {
	Shared
	// Reports are the parallel reports after the pinpoint: "Id., at 16, 67 S. Ct.
	// 504"; nil when there are none.
	Reports []Report
}

// Kind returns [KindId].
func (*Id) Kind() Kind { return KindId }

// String returns the short form: "Id. at 5".
func (c *Id) String() string {
	var b strings.Builder
	b.WriteString("Id.")
	writePins(&b, c.Pins, " at ")
	writeReports(&b, c.Reports)
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// readId reads id. and ibid. and their pinpoints.
func readId(r reader, a anchor) Citation {
	word := r.text[a.start:min(a.start+2, r.ceil)]
	if word == "ID" || word == "iD" || word == "IB" {
		if a.start != r.floor || !r.clause {
			return nil // an identity card
		}
	}
	end := a.end
	if a.number > 0 { // "See id at 5"
		end = a.number
	}
	c := &Id{Shared: Shared{text: r.text, Core: Span{a.start, end}}}
	c.Span = c.Core
	var next int
	c.Pins, next = r.scanPins(end, "")
	if c.Pins != nil && r.beginsAnew(c.Pins[0], next) {
		c.Pins, next = nil, end
	}
	if c.Pins == nil {
		c.Pins, next = r.lostPlace(end)
	} else if c.Pins[0].Kind == PinSection { // "id., § 28, Comment j"
		var comments []Pin
		comments, next = r.comments(next)
		c.Pins = append(c.Pins, comments...)
	}
	if j := r.skip(end); c.Pins == nil && r.isAt(j, lex.Digit) { // "Id. 911 P.2d at 776"
		if rep, k, ok := r.scanShortReport(r.numberAnchor(j)); ok {
			c.Reports, next = []Report{rep}, k
		}
	}
	if c.Reports, next = r.shortParallel(c.Reports, next); c.Pins == nil && c.Reports != nil { // "Id., 121 N.M. at 42"
		c.Pins = c.Reports[0].Pins
	}
	var on *Online
	c.Span.End = r.shortTail(&c.Shared, &on, next)
	c.Signal = r.signal(a.start)
	return c
}

// beginsAnew reports whether a place after id. is the next sentence's, or the pages
// that end a paragraph of a syllabus: "Id. Rule 9024 states that", "Ibid. Pp. 5–8".
func (r reader) beginsAnew(pin Pin, next int) bool {
	first := r.text[pin.Span.Start]
	return lex.Class[first]&lex.Upper != 0 && (wordFollows(r.text, next, r.ceil) || pin.Kind == PinPage && first == 'P' && r.before(r.skipBack(pin.Span.Start)) == '.')
}

// lostPlace reads the number after id. of which the sign was lost: that of a
// section when it has parts or was cited before, "id. 292.602(c)(1)", of a
// paragraph otherwise.
func (r reader) lostPlace(i int) (pins []Pin, next int) {
	s := r.text
	j, comma := r.skipComma(i) // "id., 205(d)(16)"
	k := r.digitsEnd(j)
	if k == j || j == i {
		return nil, i
	}
	_, whole := scanPlace(s, j, r.ceil, true)
	if comma && strings.IndexByte(s[j:whole], '(') < 0 {
		return r.pageAfterComma(i)
	}
	parted := strings.IndexByte(s[j:whole], '(') > 0 || k+2 < r.ceil && s[k] == '.' && lex.Class[s[k+1]]&lex.Digit != 0 && lex.Class[s[k+2]]&lex.Digit != 0 ||
		r.at(k) == '-' && articleOf(s[j:whole]) != "" || // "41-5-13"
		r.said != nil && k-j == 4 && k == whole && r.said.signs.lost() || // no page: those have "at"
		r.said != nil && k-j >= 3 && slices.Contains(r.said.sections.items, s[j:whole])
	if parted && !r.beginsSeries(j, k) {
		return r.scanSections(j, PinSection)
	}
	return r.lostParagraph(i)
}

// pageAfterComma reads the pages after id. as the courts of Connecticut write
// them: "Id., 319", "id., 275-76, 280".
func (r reader) pageAfterComma(i int) (pins []Pin, next int) {
	j, _ := r.skipComma(i)
	pin, _, next, ok := r.scanPin(j, PinPage)
	if !ok || !lex.AllDigits(pin.From) {
		return nil, i
	}
	pins, next = r.morePins([]Pin{pin}, next, PinPage)
	if k := r.skip(next); r.at(k) != '(' && (!r.stopsAt(next, ".;)") || r.isAt(next+1, lex.Alnum)) {
		return nil, i
	}
	return pins, next
}

// lostParagraph reads the number after id. of which the paragraph sign was lost:
// "Id. 58; Doe".
func (r reader) lostParagraph(i int) (pins []Pin, next int) {
	s := r.text
	j := r.skip(i)
	k := r.digitsEnd(j)
	if k == j || k-j > 3 || j == i {
		return nil, i
	}
	if r.at(k) == ':' && r.isAt(k+1, lex.Digit) { // page and lines of a transcript
		if pin, _, next, ok := r.scanPin(j, PinPage); ok {
			return []Pin{pin}, next
		}
	}
	pin := Pin{Span: Span{j, k}, Kind: PinParagraph, From: s[j:k]}
	pin.To, k = scanRange(s, k, r.ceil, false)
	pin.Span.End = k
	if pins, next := r.morePins([]Pin{pin}, k, PinPage); len(pins) > 1 && s[k] == ',' { // "id. 7, at 18"
		pins[0].Kind = PinSection
		return pins, next
	}
	if open := r.skip(k); open > k && r.at(open) == '(' { // "Id. 22 (citation omitted)"
		return []Pin{pin}, k
	}
	if !r.stopsAt(k, ".;,)") || r.isAt(k+1, lex.Alnum) {
		return nil, i
	}
	return []Pin{pin}, k
}

// A ShortCase is a later citation of a case by volume and reporter: "Gore, 531
// U.S. at 99". Bluebook Rule 10.9; Indigo Book R15.
type ShortCase struct {
	Shared
	Name    Phrase   // a party's name, or the whole; zero when none is there
	Reports []Report // mostly without first pages; parallel ones after the first; nil in "Gore, at 99"
}

// Kind returns [KindShortCase].
func (*ShortCase) Kind() Kind { return KindShortCase }

// String returns the short form: "Gore, 531 U.S. at 99".
func (c *ShortCase) String() string {
	var b strings.Builder
	b.WriteString(c.Name.Text)
	if c.Reports == nil || len(c.Reports[0].Pins) > 0 && pinList(c.Pins) != pinList(c.Reports[0].Pins) {
		writePins(&b, c.Pins, ", at ")
	}
	writeReports(&b, c.Reports)
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// writeReports writes the reports of a short form.
func writeReports(b *strings.Builder, reports []Report) {
	for _, rep := range reports {
		comma(b)
		if rep.Page != "" {
			b.WriteString(rep.String())
			writePins(b, rep.Pins, ", ")
			continue
		}
		b.WriteString(blankPage(rep.Volume) + " " + rep.distinct())
		if len(rep.Pins) == 0 || rep.Pins[0].Kind == PinNote {
			b.WriteString(" at " + unknownPage)
		}
		writePins(b, rep.Pins, " at ")
	}
}

// Names returns the name as written.
func (c *ShortCase) Names() []string {
	if c.Name.Text == "" {
		return nil
	}
	return []string{c.Name.Text}
}

// readShortCase reads a case's short form at a volume number.
func readShortCase(r reader, a anchor) Citation {
	rep, next, ok := r.scanShortReport(a)
	if !ok {
		return nil
	}
	c := &ShortCase{Shared: Shared{text: r.text, Core: rep.Span}, Reports: []Report{rep}}
	c.Reports, next = r.shortParallel(c.Reports, next)
	c.Pins = c.Reports[0].Pins
	var on *Online
	c.Span = Span{a.start, r.shortTail(&c.Shared, &on, next)}
	if own := r.ownReport(c); own != nil {
		return own
	}
	r.nameShort(c, r.beforeSupra(a.start))
	return c
}

// nameShort reads the name of a short form, which ends at s[:i].
func (r reader) nameShort(c *ShortCase, i int) {
	before := r.skipBack(i)
	if n := r.nameBefore(i, r.before(before) != '.'); n.found() {
		c.Name = n.name
		c.Span.Start = n.name.Span.Start
	}
	c.Signal = r.signal(c.Span.Start)
}

// shortened returns the short form that what was read turns out to be, c itself
// where it is none.
func (r reader) shortened(c Citation) Citation {
	if short := r.asName(c); short != nil {
		return short
	}
	full, ok := c.(*Case)
	switch {
	case !ok || full.decided():
		return c
	case r.citedAgain(full):
		return &ShortCase{Shared: full.Shared, Name: full.Name, Reports: slices.Clone(full.Reports)}
	case full.Name.Text == "" && r.beforeSupra(full.Core.Start) < full.Core.Start:
		return r.afterSupra(full)
	}
	return c
}

// decided reports whether a case has more than a name and its reports, such as its
// court or year: then it is cited in full.
func (c *Case) decided() bool {
	return c.Date.Span.Len() > 0 || c.CourtText.Text != "" || c.Docket.Text != "" || c.Filing.Text != "" || c.History != nil
}

// afterSupra returns the short form that a report after "supra" is. The number
// after the reporter is the page that is cited, unless a case cited before begins
// there: "State v. Doe, supra, 200 Conn. 318".
func (r reader) afterSupra(c *Case) Citation {
	short := &ShortCase{Shared: c.Shared, Reports: slices.Clone(c.Reports)}
	rep := &short.Reports[0]
	if page := rep.Page; page != "" && (r.said == nil || !slices.Contains(r.said.pages.items, pageOf(*rep))) {
		if rep.Page = ""; len(rep.Pins) == 0 || rep.Pins[0].From != page {
			i := strings.LastIndex(rep.Span.In(r.text), page) + rep.Span.Start
			rep.Pins = append([]Pin{{Span: Span{i, i + len(page)}, Kind: PinPage, From: page}}, rep.Pins...)
		}
		short.Pins = rep.Pins
	}
	r.nameShort(short, r.beforeSupra(c.Core.Start))
	return short
}

// citedAgain reports whether a case has the page where a case cited before begins,
// and of the name a party's alone: "Gore, 531 U.S. 98, 104", "Salinas, 2015 IL
// 118000, ¶ 33".
func (r reader) citedAgain(c *Case) bool {
	if c.Name.Text == "" || c.Defendant.Text != "" {
		return false
	}
	p, _ := words.Procedural.Match(c.Name.Text, 0, len(c.Name.Text))
	return p == nil && r.said.saidBefore(c.Name.Text, c.Reports)
}

// ownReport returns the reference to another opinion in the same case that a
// short form is when "ante" or "post" precedes it: "ante, 497 U.S. at 471".
// Without that word it is nil.
func (r reader) ownReport(c *ShortCase) Citation {
	j := lex.TrimComma(r.text, r.floor, c.Span.Start)
	k := j - len("ante")
	if k < r.floor || r.text[j] != ',' || k > 0 && lex.Class[r.text[k-1]]&lex.Alnum != 0 {
		return nil
	}
	word := strings.ToLower(r.text[k:j])
	if word != "ante" && word != "post" || r.said != nil && r.said.caseWords.may(r.text[k:j]) { // "Post, 109 N.M. at 181" of State v. Post
		return nil
	}
	own := &Reference{Shared: c.Shared, Word: word, Infra: word == "post", Reports: c.Reports}
	own.Core, own.Span.Start = Span{k, j}, k
	own.Signal = r.signal(k)
	return own
}

// shortParallel reads the parallel reports after a pinpoint, mostly without first
// pages: ", 121 S. Ct., at 530", "102 L. Ed. 2d 854".
func (r reader) shortParallel(reports []Report, i int) ([]Report, int) {
	for len(reports) < maxShortReports {
		j := lex.Skip(r.text, i)
		var parallel anchor
		if len(reports) > 0 {
			parallel = r.regionalAfter(reports[len(reports)-1], j)
		}
		if parallel.class == anchorNone {
			if r.at(j) != ',' {
				break
			}
			j = lex.Skip(r.text, j+1)
			if !r.isAt(j, lex.Digit) {
				break
			}
			parallel = r.numberAnchor(j)
		}
		rep, k, ok := r.scanShortReport(parallel)
		if !ok { // "488 U.S., at 507, 102 L. Ed. 2d 854"
			if parallel.class != anchorNumber {
				break
			}
			if rep, k, ok = r.scanReport(parallel); !ok {
				break
			}
			rep.Pins, k = r.scanPins(k, PinPage)
		}
		reports = append(reports, rep)
		i = k
	}
	return reports, i
}

// maxShortReports bounds how many parallel reports a short form may have.
const maxShortReports = 8
