package citation

import "strings"

// A Provision is what citations to numbered bodies of text have in common:
// codes, regulations, session laws, rules of court, the papers of a legislature.
// How each is laid out is the shape of its row in the tables.
type Provision struct {
	Code     *Code  // the row of the table; nil for an enactment cited by its name alone
	Written  string // the abbreviation as written
	Name     Phrase // of the act or paper: "Lanham Act"; zero when not written
	Title    string // title number of the code: "42"; empty where the code has none
	Volume   string // volume or year of a series that is cited by page; otherwise empty
	Chapter  string // chapter number where it is part of the citation's form
	Number   string // number of a law, order or report: "111-148"; empty where there is none
	Page     string // first page in the volume; empty where there is none
	Sections []Pin  // sections, articles, rules or paragraphs, in the order written
	EtSeq    bool   // "et seq." stands behind the sections

	Publisher Phrase // "West", "LexisNexis"; zero when not written
	Date      Date   // of the edition, mostly a year

	// Jurisdiction is the postal code of an American jurisdiction in lower
	// case ("us", "ny"), or the name of a country ("China"); empty when not known.
	Jurisdiction string

	Printed []Place // where else it is printed: "124 Stat. 119"; nil when not written
	Online  *Online // nil when not written
}

// A Place is a volume and page of a series in which a law or a paper is printed
// beside its own number.
type Place struct {
	Span   Span
	Volume string
	Code   *Code  // the series; nil when it is a reporter's
	Series string // its abbreviation as written
	Page   string
	Pins   []Pin // nil when there are none
}

// form returns the citation as its row lays it out, with what follows it.
func (p *Provision) form(c *Shared) string {
	var b strings.Builder
	p.write(&b, c.Pins)
	writeHereinafter(&b, c.Hereinafter)
	writeParens(&b, c.Parens)
	return b.String()
}

// write writes the provision as its row lays it out.
func (p *Provision) write(b *strings.Builder, pins []Pin) {
	b.WriteString(p.Name.Text)
	if p.Code == nil {
		if b.Len() > 0 && len(p.Sections) > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sectionList(p.Sections, p.EtSeq))
	} else {
		comma(b)
		sections := sectionList(p.Sections, p.EtSeq)
		bare := strings.TrimLeft(sections, "§ ")
		layout := strings.NewReplacer("§ {section}", sections, "¶ {section}", sections, "art. {article}", sections, "r. {section}", bare,
			"{act}/{section}", bare, "{agency} § {section}", "{agency} "+sections, "{agency} {section}", "{agency} "+bare, "{agency}", p.Chapter, "{section}", bare,
			"{title}", p.Title, "{volume}", p.Volume, "{year}", p.Volume, "{chapter}", p.Chapter, "{number}", p.Number, "{page}", p.Page, "@", p.Written)
		b.WriteString(layout.Replace(p.shape()))
		if p.Number != "" && len(p.Sections) > 0 {
			b.WriteString(", " + sections)
		}
	}
	lead := ", "
	if p.Page == "" && p.Volume != "" || p.Number != "" {
		lead = " at "
	}
	writePins(b, pins, lead)
	for _, at := range p.Printed {
		b.WriteString(", " + at.Volume + " " + at.Series + " " + at.Page)
		writePins(b, at.Pins, ", ")
	}
	writeDecision(b, p.Publisher.Text, p.Date)
	writeOnline(b, p.Online)
}

// shape returns the layout to write the provision in: that of its row, or the
// nearest one that has what was read.
func (p *Provision) shape() string {
	shape := p.Code.Shape
	switch {
	case p.Number != "" && !strings.Contains(shape, "{number}"):
		return "@ No. {number}"
	case p.Page == "" && strings.Contains(shape, "{page}"):
		return "{volume} @"
	case len(p.Sections) > 0 && (!strings.Contains(shape, "{section}") && !strings.Contains(shape, "{article}") && p.Number == "" || p.Title == "" && strings.Contains(shape, "{title}")):
		if p.Title != "" {
			return "{title} @ § {section}"
		}
		return "@ § {section}"
	case p.Chapter == "" && strings.Contains(shape, "{chapter}"):
		return "@ § {section}"
	}
	return shape
}

// sectionList writes "§ 1983", "§§ 1981, 1983-85", "§ 1400 et seq."
func sectionList(pins []Pin, etSeq bool) string {
	var b strings.Builder
	for i, p := range pins {
		if i > 0 {
			b.WriteString(", ")
		}
		switch {
		case i > 0 && p.Kind == pins[i-1].Kind:
		case p.Kind == PinSection && (p.To != "" || i+1 < len(pins) && pins[i+1].Kind == PinSection):
			b.WriteString("§§ ")
		default:
			b.WriteString(pinForms[p.Kind])
		}
		b.WriteString(p.From)
		if p.To != "" {
			b.WriteString("-" + p.To)
		}
	}
	if etSeq {
		b.WriteString(" et seq.")
	}
	return b.String()
}

// scanProvision reads a provision of a code of one of the types at a number
// with the code behind it, at a number with the code before it, or at a section
// sign. It fills p and sh up to the tail.
func (r reader) scanProvision(a anchor, sh *Shared, p *Provision, types []string) bool {
	sh.text = r.text
	var start, next int
	switch a.class {
	case anchorNumber:
		start, next = a.start, r.behindCode(a, sh, p, types)
	case anchorLabel:
		start, next = a.start, r.behindLabel(a, sh, p, types)
	case anchorSection:
		start, next = r.behindSign(a, p, types)
	}
	if next == 0 {
		return false
	}
	p.Jurisdiction = p.Code.Jurisdiction
	if _, k, ok := scanEtSeq(r.text, next, r.ceil); ok {
		p.EtSeq, next = true, k
	}
	sh.Core = Span{start, next}
	r.finishProvision(sh, p, next)
	return true
}

// finishProvision reads what follows the core, and the name of the act before it.
func (r reader) finishProvision(sh *Shared, p *Provision, next int) {
	start := sh.Core.Start
	next = r.printed(p, next)
	next = r.edition(p, next)
	sh.Span = Span{start, r.tail(sh, &p.Online, next)}
	if from, ok := r.actBefore(start); ok {
		p.Name = r.phrase(from, trimComma(r.text, from, start))
		sh.Span.Start = from
	}
	sh.Signal = r.signal(sh.Span.Start)
}

// ofType returns the first term that is a code of one of the types and has a
// layout that begins so.
func ofType(terms []term, types []string, layout string) *term {
	for i := range terms {
		if code := terms[i].code; code != nil && strings.HasPrefix(code.Shape, layout) {
			for _, t := range types {
				if code.Type == t {
					return &terms[i]
				}
			}
		}
	}
	return nil
}

// codeOf is ofType for the terms of an anchor: among several the one that is
// spelled as in the text.
func (r reader) codeOf(a anchor, types []string, layout string) *term {
	first := ofType(a.terms, types, layout)
	if first == nil || len(a.terms) == 1 {
		return first
	}
	at := a.start
	if a.class == anchorNumber {
		at = skip(r.text, numberEnd(r.text, at))
	}
	for i := range a.terms {
		if t := &a.terms[i]; hasPrefixAt(r.text, at, t.abbrev) && ofType(a.terms[i:i+1], types, layout) != nil {
			return t
		}
	}
	return first
}

// asWritten returns the abbreviation of a code that stands before its number.
func (r reader) asWritten(t *term, a anchor) string {
	if strings.HasSuffix(t.abbrev, " of") || strings.HasSuffix(t.abbrev, " for") { // "Brief for Wells Fargo 18"
		return clean(r.text[a.start:trimComma(r.text, a.start, a.number)])
	}
	_, end := r.tab.trailing.match(r.text, a.start, a.number)
	if end <= a.start {
		return t.abbrev
	}
	return clean(r.text[a.start:end])
}

// numberEnd returns the end of the volume or title number at s[i:], with the
// letter that may end it: "15A".
func numberEnd(s string, i int) int {
	j := digitsEnd(s, i)
	if j > i && j+1 < len(s) && class[s[j]]&cUpper != 0 && class[s[j+1]]&cNoise != 0 {
		j++
	}
	return j
}

// behindCode reads "42 U.S.C. § 1983", "78 Stat. 241" at its first number. It
// returns the offset behind the core, 0 when nothing is there.
func (r reader) behindCode(a anchor, sh *Shared, p *Provision, types []string) (next int) {
	t := r.codeOf(a, types, "{")
	if t == nil {
		return 0
	}
	s := r.text
	number := s[a.start:numberEnd(s, a.start)]
	p.Code, p.Written = t.code, clean(s[skip(s, a.start+len(number)):a.end])
	i := a.end
	if j := skip(s[:r.ceil], i); j < r.ceil && s[j] == ',' {
		i = j + 1
	}
	switch shape := t.code.Shape; {
	case shape == "{section} @":
		pin, _, k, ok := r.scanPinAs(a.start, PinSection, true)
		if !ok || k > a.end {
			return 0
		}
		p.Sections, p.Written = []Pin{pin}, clean(s[skip(s, k):a.end])
		return a.end
	case strings.HasSuffix(shape, "{page}"), strings.HasSuffix(shape, "@ {number}"):
		p.Volume = number
		return r.scanPrinted(&p.Page, &sh.Pins, a.end)
	case strings.HasPrefix(shape, "{chapter}"):
		p.Chapter = number
	case strings.HasPrefix(shape, "{volume}"), strings.HasPrefix(shape, "{year}"):
		p.Volume = number
		if k, ok := matchPhrase(s, skip(s[:r.ceil], i), r.ceil, "no."); ok {
			p.Number, next = scanNumber(s, skip(s[:r.ceil], k), r.ceil)
			return next
		}
	default:
		p.Title = number
	}
	y := skip(s[:r.ceil], i)
	for _, word := range [...]string{"Supp.", "Cum. Supp."} {
		if hasPrefixAt(s[:r.ceil], y, word) {
			y = skip(s[:r.ceil], y+len(word))
		}
	}
	if r.editionAt(y, digitsEnd(s[:r.ceil], y)) { // "12 O.S. 2001, § 95", "47 O.S. Supp.2002, § 11-902"
		i = y + 4
	}
	p.Sections, next = r.scanPins(i, "")
	if p.Sections == nil { // the section sign is left out: "44 U.S.C. 3541(1)"
		if p.Sections, next = r.scanSections(skip(s[:r.ceil], i), PinSection); p.Sections == nil {
			return 0
		}
	}
	return next
}

// scanPrinted reads a first page and pinpoints behind it, or pinpoints behind
// "at" alone. It returns 0 when neither is there.
func (r reader) scanPrinted(page *string, pins *[]Pin, i int) (next int) {
	first, next, ok := r.scanFirstPage(i)
	if ok {
		if group, k := r.thousands(next); k > next { // "29,203"
			*page = first + group
			return r.groupedPins(pins, k)
		}
		*page = first
		*pins, next = r.scanPins(next, PinPage)
		return next
	}
	if j := skip(r.text[:r.ceil], i); j < r.ceil && (r.text[j] == 'S' || r.text[j] == 'H' || r.text[j] == 'E') { // Congressional Record
		if k := digitsEnd(r.text[:r.ceil], j+1); k > j+1 {
			*page = r.text[j:k]
			*pins, next = r.scanPins(k, PinPage)
			return next
		}
	}
	*pins, next = r.scanPins(i, "")
	if *pins == nil {
		return 0
	}
	return next
}

// groupedPins reads pinpoints whose thousands a comma parts: ", 30,571-72".
func (r reader) groupedPins(pins *[]Pin, i int) (next int) {
	s := r.text
	for len(*pins) < maxPins {
		j := skip(s[:r.ceil], i)
		if j >= r.ceil || s[j] != ',' {
			return i
		}
		if j = skip(s[:r.ceil], j+1); hasPrefixAt(s[:r.ceil], j, "at ") {
			j = skip(s[:r.ceil], j+len("at "))
		}
		k := digitsEnd(s[:r.ceil], j)
		group, end := r.thousands(k)
		if k == j || end == k || r.beginsSeries(j, k) {
			return i
		}
		pin := Pin{Kind: PinPage, From: s[j:k] + group}
		if n := dashAt(s, end, r.ceil); n > 0 {
			m := digitsEnd(s[:r.ceil], end+n)
			rest, last := r.thousands(m)
			if m > end+n {
				pin.To, end = s[end+n:m]+rest, last
			}
		}
		pin.Span = Span{j, end}
		*pins = append(*pins, pin)
		i = end
	}
	return i
}

// thousands reads ",203" behind a page's first digits.
func (r reader) thousands(i int) (group string, next int) {
	s := r.text
	if i+3 < r.ceil && s[i] == ',' && digitsEnd(s[:r.ceil], i+1) == i+4 {
		return s[i+1 : i+4], i + 4
	}
	return "", i
}

// behindSign reads "Colo. Rev. Stat. § 18-8-115" at its section sign.
func (r reader) behindSign(a anchor, p *Provision, types []string) (start, next int) {
	t := r.codeOf(a, types, "")
	if t == nil {
		return 0, 0
	}
	s := r.text
	p.Code, p.Written, start = t.code, r.asWritten(t, a), a.start
	switch {
	case a.label == labelAgency:
		p.Chapter = lastWord(s[a.start:trimComma(s, a.start, a.number)])
	case a.label != "": // "ch. 268, § 40"
		number, kind, _ := r.divisionBefore(trimComma(s, r.floor, a.number))
		if p.Chapter = number; kind == PinTitle { // "tit. 21"
			p.Title, p.Chapter = number, ""
		}
	case strings.HasPrefix(t.code.Shape, "{"), strings.Contains(t.code.Shape, "{title}"): // "016-06-35 Ark. Code R. § 171.110", "32 L.P.R.A. § 3077"
		if k := numberBefore(s, r.floor, start); k < start {
			p.Title, start = s[k:skipBack(s, k, start)], k
		}
	}
	if class[s[a.number]]&cDigit != 0 { // its section sign was lost
		p.Sections, next = r.scanSections(a.number, PinSection)
	} else {
		p.Sections, next = r.scanPins(a.number, "")
	}
	if p.Sections == nil && strings.Contains(t.code.Shape, "{agency}") {
		p.Chapter, p.Sections, next = r.agencyBehind(a.number)
	}
	if p.Sections == nil {
		return 0, 0
	}
	return start, next
}

// agencyBehind reads the agency's letters and the section behind a sign: "§ NR
// 102.04".
func (r reader) agencyBehind(i int) (agency string, sections []Pin, next int) {
	s := r.text
	_, _, j := pinWordAt(s, i, r.ceil)
	k := j
	for k < r.ceil && k-j < 8 && (class[s[k]]&asciiLet != 0 || s[k] == '-') {
		k++
	}
	if k == j || class[s[j]]&cUpper == 0 || skip(s[:r.ceil], k) == k {
		return "", nil, i
	}
	sections, next = r.scanSections(skip(s[:r.ceil], k), PinSection)
	return s[j:k], sections, next
}

// numberBefore returns the offset of the number that ends before s[:i], with
// hyphens and a letter behind one ("17-A"); i when there is none.
func numberBefore(s string, floor, i int) int {
	k := skipBack(s, floor, i)
	end := k
	if k-2 > floor && class[s[k-1]]&cUpper != 0 && s[k-2] == '-' {
		k -= 2
	}
	for k > floor && (class[s[k-1]]&cDigit != 0 || s[k-1] == '-') {
		k--
	}
	if k == end || class[s[k]]&cDigit == 0 {
		return i
	}
	return k
}

// editionBefore passes leftwards over the year of an edition between a code and
// its section: "12 O.S. 2001, § 95", "K.S.A. 2010 Supp. 21-3608".
func (r reader) editionBefore(j int) int {
	s := r.text
	k := skipBack(s, r.floor, j)
	for _, word := range [...]string{"Supp.", "Cum. Supp.", "Repl.", "(Supp.)"} {
		if strings.HasSuffix(s[r.floor:k], word) {
			k = skipBack(s, r.floor, k-len(word))
			break
		}
	}
	if k-4 <= r.floor || !allDigits(s[k-4:k]) || class[s[k-5]]&cAlnum != 0 || s[k-4] != '1' && s[k-4] != '2' {
		return j
	}
	return trimComma(s, r.floor, k-4)
}

// editionAt reports whether the number s[i:j] is the year of an edition: a
// section follows it.
func (r reader) editionAt(i, j int) bool {
	s := r.text
	if j-i != 4 || s[i] != '1' && s[i] != '2' {
		return false
	}
	k := skip(s[:r.ceil], j)
	if k < r.ceil && s[k] == ',' {
		k = skip(s[:r.ceil], k+1)
	}
	for _, word := range [...]string{"§", "Supp.", "Cum. Supp.", "ch.", "sec.", "section", "Section"} {
		if hasPrefixAt(s[:r.ceil], k, word) {
			return true
		}
	}
	if n := digitsEnd(s[:r.ceil], k); n > k && n < r.ceil && s[n] == '-' { // "UCA 1953, 76-5-203"
		n = digitsEnd(s[:r.ceil], n+1)
		return n < r.ceil && s[n] == '-'
	}
	return false
}

// divisionBefore reads leftwards the chapter or title that some codes have
// between their name and the section: "ch. 268", "tit. 21". It returns the
// offset at which the code's name ends.
func (r reader) divisionBefore(j int) (number string, kind PinKind, end int) {
	s := r.text
	k := j
	for k > r.floor && (class[s[k-1]]&cAlnum != 0 || s[k-1] == '-') {
		k--
	}
	if k == j {
		return "", "", j
	}
	number = s[k:j]
	m := skipBack(s, r.floor, k)
	w, _, ok := wordBefore(s, max(r.floor, m-maxDivision), m)
	if !ok || w.before != 0 || w.after == ',' || w.after == ';' {
		return "", "", j
	}
	kind, _, next := pinWordAt(s, w.start, m)
	if !divides(kind) || next < m {
		return "", "", j
	}
	return number, kind, trimComma(s, r.floor, w.start)
}

// maxDivision bounds the length of the word for a code's division, in bytes.
const maxDivision = 16

// divides reports whether a pinpoint is a part that codes are divided into.
func divides(kind PinKind) bool {
	switch kind {
	case PinChapter, PinTitle, PinArticle, PinPart, PinDivision:
		return true
	}
	return false
}

// behindLabel reads "K.S.A. 60-1507", "Pub. L. No. 111-148" at its number.
func (r reader) behindLabel(a anchor, sh *Shared, p *Provision, types []string) (next int) {
	t := r.codeOf(a, types, "")
	if t == nil || (strings.HasPrefix(t.code.Shape, "{title}") || strings.HasPrefix(t.code.Shape, "{section}")) && a.label == "" {
		return 0
	}
	p.Code, p.Written = t.code, r.asWritten(t, a)
	s := r.text
	switch shape := t.code.Shape; {
	case strings.HasSuffix(shape, "{number}"):
		if p.Number, next = scanNumber(s, a.number, r.ceil); next == a.number {
			return 0
		}
		if t.code.Type == "record" {
			next = r.furtherNumbers(p, next)
		}
		sections, k := r.sectionsBehindNumber(next)
		if sections == nil {
			sh.Pins, next = r.scanPins(next, "")
			return next
		}
		p.Sections = append(p.Sections, sections...)
		return k
	case strings.HasSuffix(shape, "@ {page}"):
		pin, _, next, ok := r.scanPinAs(a.number, PinPage, true)
		if !ok {
			return 0
		}
		if k := r.pageBehindYear(next); k > next && strings.HasPrefix(shape, "{") { // "U.S. Code Cong. & Admin. News 1968, p. 2185"
			p.Volume = pin.From
			return r.scanPrinted(&p.Page, &sh.Pins, k)
		}
		sh.Pins, next = r.morePins([]Pin{pin}, next, PinPage)
		return next
	case strings.Contains(shape, "@ ch. {"), strings.Contains(shape, "@ c. {"), strings.Contains(shape, "@ tit. {"):
		if a.label == "" {
			return 0
		}
		p.Chapter, next = scanPlace(s, a.number, r.ceil, true)
		if j := skip(s[:r.ceil], next); j < r.ceil && s[j] == ',' {
			if j = skip(s[:r.ceil], j+1); hasPrefixAt(s, j, "§") {
				return 0 // the section sign is the anchor
			}
			if pins, k := r.scanPins(next, ""); pins != nil && pins[0].Kind != PinPage { // "ch. 38, par. 9-1"
				p.Sections, next = pins, k
			} else if pins, k := r.lostSection(j); pins != nil {
				p.Sections, next = pins, k
			}
		}
		return next
	}
	kind := a.label
	switch {
	case kind == "" && strings.Contains(t.code.Shape, "§") && !strongAbbrev(t.abbrev) && !r.divided(a.number):
		return 0 // "the Guidelines 20 years later"
	case kind == "" || kind == PinNumber:
		kind = PinSection
	}
	p.Sections, next = r.scanSections(a.number, kind)
	if p.Sections == nil {
		return 0
	}
	if strings.Contains(t.code.Shape, "{agency}") {
		p.Chapter = lastWord(s[a.start:skipBack(s, a.start, a.number)])
	}
	return next
}

// divided reports whether the number at s[i:] has parts, as sections have:
// "2.02", "220(1)".
func (r reader) divided(i int) bool {
	k := digitsEnd(r.text[:r.ceil], i)
	return k+1 < r.ceil && (r.text[k] == '.' && class[r.text[k+1]]&cDigit != 0 || r.text[k] == '(' && subdivisions(r.text, k, r.ceil) > k)
}

// pageBehindYear passes over ", p." between a volume that stands behind its
// series and the page; it returns i when that does not stand there.
func (r reader) pageBehindYear(i int) (next int) {
	s := r.text
	j := skip(s[:r.ceil], i)
	if j >= r.ceil || s[j] != ',' {
		return i
	}
	kind, _, k := pinWordAt(s, skip(s[:r.ceil], j+1), r.ceil)
	if kind != PinPage {
		return i
	}
	return k
}

// lostSection reads the number behind a chapter of which the section sign was
// lost: "ch. 106, 2-702 (West 1990)". Something that ends a citation must follow.
func (r reader) lostSection(i int) (pins []Pin, next int) {
	s := r.text
	if i >= r.ceil || class[s[i]]&cDigit == 0 || r.beginsSeries(i, digitsEnd(s[:r.ceil], i)) {
		return nil, i
	}
	pins, next = r.scanSections(i, PinSection)
	if k := skip(s[:r.ceil], next); pins == nil || k < r.ceil && strings.IndexByte("(,.;)", s[k]) < 0 {
		return nil, i
	}
	return pins, next
}

// lastWordAt returns the offset of the last word of s[i:j].
func lastWordAt(s string, i, j int) int {
	for j > i && class[s[j-1]]&cSpace != 0 {
		j--
	}
	k := j
	for k > i && class[s[k-1]]&cSpace == 0 {
		k--
	}
	return min(k, len(s)-1)
}

// lastWord returns what stands behind the last blank of s.
func lastWord(s string) string {
	if i := strings.LastIndexAny(s, " \t\n\r"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// strongAbbrev reports whether an abbreviation is one by its form: it has a
// period or is written in capitals.
func strongAbbrev(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.Contains(s, ".") || capitals(word)
}

// furtherNumbers reads the numbers that follow the first in a list: "ECF Nos.
// 118, 120". They stand among the sections.
func (r reader) furtherNumbers(p *Provision, i int) (next int) {
	s := r.text
	for len(p.Sections) < maxPins {
		j, sep := r.pinSeparator(i, true)
		if !sep || j >= r.ceil || class[s[j]]&cDigit == 0 || r.beginsSeries(j, digitsEnd(s, j)) {
			return i
		}
		number, k := scanNumber(s, j, r.ceil)
		if k < r.ceil && s[k] == '.' && k+1 < r.ceil && class[s[k+1]]&cDigit != 0 {
			return i
		}
		p.Sections = append(p.Sections, Pin{Span: Span{j, k}, Kind: PinNumber, From: number})
		i = k
	}
	return i
}

// sectionsBehindNumber reads the sections of a law behind its number: ", §
// 1501", ", sec. 2".
func (r reader) sectionsBehindNumber(i int) (pins []Pin, next int) {
	pins, next = r.scanPins(i, "")
	for _, p := range pins {
		if p.Kind == PinPage {
			return nil, i // "at 209"
		}
	}
	if j := skip(r.text[:r.ceil], i); pins == nil && j < r.ceil && r.text[j] == ',' { // the section sign was lost: "101-239, 2101, 103 Stat. 2123"
		if lost, k := r.lostSection(skip(r.text[:r.ceil], j+1)); lost != nil && r.beforeSessionLaw(k) {
			return lost, k
		}
	}
	return pins, next
}

// scanNumber reads the number of a law, an order or a paper: "111-148",
// "12,866", "2015-CFPB-0029".
func scanNumber(s string, i, end int) (number string, next int) {
	j := i
	for j < end {
		c := s[j]
		switch {
		case class[c]&cAlnum != 0:
		case j > i && j+1 < end && (c == '-' || c == '/' || c == ':') && class[s[j+1]]&cAlnum != 0:
		case j > i && c == ',' && j+3 < end && digitsEnd(s[:end], j+1) == j+4 && class[s[j-1]]&cDigit != 0:
		case j > i && dashAt(s, j, end) == 3 && j+3 < end && class[s[j+3]]&cDigit != 0:
			j += 2
		case j > i && (c == '-') && j+2 < end && class[s[j+1]]&cSpace != 0: // a line's end in the number: "100- 430"
			k := skip(s[:end], j+1)
			if k >= end || class[s[k]]&cDigit == 0 {
				return s[i:j], j
			}
			j = k - 1
		default:
			return clean(s[i:j]), j
		}
		j++
	}
	return clean(s[i:j]), j
}

// scanEtSeq reads "et seq." with or without a comma before it.
func scanEtSeq(s string, i, end int) (word Span, next int, ok bool) {
	j := skip(s[:end], i)
	if j < end && s[j] == ',' {
		j = skip(s[:end], j+1)
	}
	k, ok := matchPhrase(s, j, end, "et seq.")
	return Span{j, k}, k, ok
}

// printedTypes are the types of codes in which laws and papers are printed.
var printedTypes = []string{"session", "register", "legislative"}

// printed reads the other places where a law is printed: ", 124 Stat. 119".
func (r reader) printed(p *Provision, i int) (next int) {
	if p.Number == "" {
		return i
	}
	for len(p.Printed) < 4 {
		j := skip(r.text[:r.ceil], i)
		if j >= r.ceil || r.text[j] != ',' && r.text[j] != '(' {
			return i
		}
		j = skip(r.text[:r.ceil], j+1)
		if j >= r.ceil || class[r.text[j]]&cDigit == 0 || r.text[skip(r.text[:r.ceil], i)] == '(' {
			return i
		}
		a := r.numberAnchor(j)
		if k := digitsEnd(r.text[:r.ceil], j); a.class == anchorNone && k+1 < r.ceil && r.text[k] == '-' && class[r.text[k+1]]&cDigit != 0 {
			a = r.numberAnchor(k + 1) // "1999-1 C.B. 361"
		}
		if a.class != anchorNumber {
			return i
		}
		at := Place{Volume: r.text[j:digitsEnd(r.text, a.start)]}
		t := ofType(a.terms, printedTypes, "{")
		if t == nil && p.Code != nil && p.Code.Type == "executive" { // "3 C.F.R. 638"
			t = ofType(a.terms, regulationTypes, "{")
		}
		if t != nil {
			at.Code, at.Series = t.code, t.abbrev
		} else if rep := reporterOf(a.terms); rep != nil {
			at.Series = rep.Abbrev
		} else {
			return i
		}
		k := r.scanPrinted(&at.Page, &at.Pins, a.end)
		if k == 0 {
			return i
		}
		at.Span = Span{j, k}
		p.Printed = append(p.Printed, at)
		i = k
	}
	return i
}

// edition reads "(2018)", "(West 2014)", "(2012 & Supp. I 2013)".
func (r reader) edition(p *Provision, i int) (next int) {
	s := r.text
	in, next, ok := r.shortParen(i)
	if !ok {
		in, next, ok = r.shortBracket(i) // "W. Va. Code § 61-2-1 [1991]"
	}
	if !ok || next-i > 8+maxShort {
		return i
	}
	a := in.Start
	d, start, ok := r.dateAtEnd(a, in.End)
	if comp := in.End - len(" Comp."); !ok && comp > a && s[comp:in.End] == " Comp." { // "(1966-1970 Comp.)"
		if first, k, is := scanDate(s[:in.End], a); is && (k == comp || dashAt(s, k, comp) > 0) {
			p.Date, p.Publisher = first, r.phrase(comp, in.End)
			return next
		}
	}
	if !ok || class[s[a]]&(cUpper|cDigit) == 0 && !hasPrefixAt(s, a, "daily ed") {
		return i
	}
	if first, k, ok := scanDate(s[:in.End], a); ok && k <= start {
		d, start = first, a // "(2012 & Supp. I 2013)": the main volume's year
	}
	p.Date = d
	p.Publisher = r.phrase(a, trimComma(s, a, start))
	return next
}

// maxAct bounds the length of an act's name, in bytes.
const maxAct = 160

// actBefore finds the name of the act that stands before its code: "Lanham
// Act, 15 U.S.C. § 1051". It holds a word with roleAct.
func (r reader) actBefore(i int) (start int, ok bool) {
	s := r.text
	j := skipBack(s, r.floor, i)
	if j == r.floor || s[j-1] != ',' {
		return i, false
	}
	j = skipBack(s, r.floor, j-1)
	if whole := skip(s[:j], r.floor); r.clause && whole < j && class[s[whole]]&cUpper != 0 && j-whole <= maxAct && !r.isProse(whole, j) && class[s[lastWordAt(s, whole, j)]]&cLower == 0 {
		return whole, true // in a note all that stands before it in its clause
	}
	return r.actEndingAt(j)
}

// actEndingAt finds the name of an act that ends at s[:j].
func (r reader) actEndingAt(j int) (start int, ok bool) {
	s := r.text
	low := max(r.floor, j-maxAct)
	act := false
	start = -1
	for k := j; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || w.after == ';' || w.after == ':' || w.after == '.' && k != j && !r.abbreviation(w) {
			break
		}
		text := s[w.start:w.end]
		act = act || r.tab.is(strings.Trim(text, ".,"), roleAct)
		if !r.tab.nameWord(text) || r.tab.is(text, roleSentenceStart) {
			break
		}
		if class[text[0]]&cUpper != 0 {
			start = w.start
		}
		if w.before != 0 {
			break
		}
		k = next
	}
	return start, act && start >= 0
}
