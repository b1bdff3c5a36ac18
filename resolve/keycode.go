package resolve

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// codeKeys gives the key of a code that has several rows in the tables, or a
// numbering that is another code's title. The name before is the row's key as
// rowKey makes it: without "Ann."
var codeKeys = map[string]string{
	"usca": "usc", "uscs": "usc", "uscu": "usc", "us-code": "usc", "irc": "usc/26",
	"treas-reg": "cfr/26", "temp-treas-reg": "cfr/26", "dfars": "cfr/48",
	"ala-code-1975": "ala-code", "aac": "alaska-admin-code", "cal-admin-code": "cal-code-regs", "crs": "colo-rev-stat", "del-c": "del-code",
	"dc-code-mun-regs": "dc-mun-regs", "ill-admin-code": "ill-adm-code", "ill-code-r": "ill-adm-code", "ksa": "kan-stat", "krs": "ky-rev-stat", "la-rs": "la-stat", "lac": "la-admin-code",
	"me-rev-stat": "me-stat", "mrs": "me-stat", "mass-laws": "mass-gen-laws", "gl": "mass-gen-laws", "mcl": "mich-comp-laws", "mich-comp-laws-serv": "mich-comp-laws",
	"mo-stat": "mo-rev-stat", "rsmo": "mo-rev-stat", "csr": "mo-code-regs", "mca": "mont-code", "nrs": "nev-rev-stat", "rsa": "nh-rev-stat", "nh-code-r": "nh-code-admin-r",
	"nj-rev-stat": "nj-stat", "njsa": "nj-stat", "njac": "nj-admin-code", "nm-code-r": "nmac",
	"family-ct-act": "ny-family-court-act", "scpa": "ny-surrogates-court-procedure-act", "nycrr": "ny-comp-codes-r-regs",
	"cjp": "md-courts-judicial-proceedings", "cal-code-civ-proc": "cal-civil-procedure", "code-civ-proc": "cal-civil-procedure", "rc": "ohio-rev-code", "os": "okla-stat", "ors": "or-rev-stat", "ps": "pa-stat", "lpra": "pr-laws", "pr-leyes-an": "pr-laws", "vsa": "vt-stat", "vic": "vi-code",
	"rcw": "wash-rev-code", "wac": "wash-admin-code", "stats": "wis-stat",
	"nmra": "nm-rules", "scra": "nm-rules",
}

// A state's codes that are cited by subject: the state in keys, and its name.
type subjectState struct{ key, name string }

// subjectStates are the states whose codes are cited by subject, often without
// the state's name: "Penal Code § 187".
var subjectStates = map[string]subjectState{"ca": {"cal", "California"}, "ny": {"ny", "New York"}, "tx": {"tex", "Texas"}, "md": {"md", "Maryland"}}

// subjectKey is the key of one subject's code, made of the subject's name, which
// all its abbreviations have in common; empty for other codes.
func subjectKey(c *citation.Code) string {
	state, ok := subjectStates[c.Jurisdiction]
	if !ok || c.Type != "statute" {
		return ""
	}
	name := c.Name
	if law, ok := strings.CutSuffix(name, " Law"); ok { // "New York Labor Law"
		name = strings.TrimPrefix(law, state.name+" ")
	}
	if strings.Contains(name, state.name) {
		return ""
	}
	return state.key + "-" + titleKey(name)
}

// codeKey is the key of a provision's code; local tells that it means something
// in its own document only: "L.R. 7.1".
func codeKey(p *citation.Provision) (key string, local bool) {
	key = rowKey(p.Code.Abbrev)
	if p.Code.Type == "session" && sharedAbbrevs[key] { // "Stats." is a code in Wisconsin, session laws in California
		return path(key, p.Code.Jurisdiction), false
	}
	if same, ok := codeKeys[key]; ok {
		return same, false
	}
	if subject := subjectKey(p.Code); subject != "" {
		return subject, false
	}
	for _, w := range fold.Words(p.Written) {
		if other, ok := otherPapers[w]; ok && !strings.Contains(key, other) {
			key += "-" + other
		}
	}
	switch {
	case p.Code.Jurisdiction == "":
		body := bodyOf(p)
		return path(key, body), body == ""
	case sharedAbbrevs[key]:
		return path(key, p.Code.Jurisdiction), false
	}
	return key, manyCourts[key]
}

// manyCourts are the rules of which each court has its own.
var manyCourts = map[string]bool{"lr": true, "cir-r": true}

// bodyOf says whose code or paper it is where the abbreviation does not: a
// state's bill, the rules of a court.
func bodyOf(p *citation.Provision) string {
	if p.Jurisdiction != "" {
		return slug(p.Jurisdiction)
	}
	return slug(p.Publisher.Text)
}

// otherPapers are the words in an abbreviation as written that make another
// series of it than the table's row: "H.R. Con. Res." is no "H.R. Res."
var otherPapers = map[string]string{
	"con": "con", "conc": "con", "j": "j", "hj": "j", "sj": "j", "hrj": "j", "const": "const", "exec": "exec", "ex": "exec", "misc": "misc", "informal": "informal", "securities": "securities",
}

// rowKey is the slug of a code's abbreviation without what says that an edition
// is annotated.
func rowKey(abbrev string) string {
	return strings.Trim(strings.ReplaceAll("-"+slug(abbrev)+"-", "-ann-", "-"), "-")
}

// provisionThings returns the sections of a code, one thing each; a paper by its
// number or page; or sections of an act by its name.
func provisionThings(p *citation.Provision) []thing {
	if p.Code == nil {
		return actThings(p)
	}
	base, local := placeKey(p)
	list := only(base)
	if p.Number == "" && p.Page == "" && len(p.Sections) > 0 {
		list = sectionThings(base, p.Sections)
	}
	for i, t := range list {
		if local {
			t = localThing(t.key())
		}
		list[i] = t.bySection(p.Code.Type == "regulation" && !strings.Contains(p.Code.Shape, "{title}") && p.Code.Jurisdiction == "us")
	}
	return list
}

// bySection lets a section of an act, or of a regulation by a name of its own, be
// the one section of that number which the document cites in a code: "18 U.S.C.
// § 1962" is "RICO § 1962". Short numbers are in too many codes.
func (t thing) bySection(named bool) thing {
	key := cmp.Or(t.local, t.key())
	number := key[strings.LastIndexByte(key, '/')+1:]
	switch {
	case len(number) < 4 || strings.Trim(number, "0123456789-.abcdefghijklmnop") != "":
	case named:
		t.hints = append(t.hints, inDocument("section/"+number))
		for i := range t.ids {
			t.ids[i].rank = 1 // the code's place is the better key
		}
	default:
		t = t.offer("section/" + number)
	}
	return t
}

// placeKey is the key of a place in a code or series, without its sections.
func placeKey(p *citation.Provision) (key string, local bool) {
	chapter := sectionNumber(p.Chapter)
	if strings.Contains(p.Code.Shape, "ch. {chapter}") {
		chapter = prefixed("ch-", chapter)
	}
	key, local = codeKey(p)
	return path(key, p.Title, slug(p.Volume), chapter, paperNumber(p.Number), paperNumber(p.Page)), local
}

// actThings are the sections of an act by its name, for a foreign one the whole
// of it.
func actThings(p *citation.Provision) []thing {
	name := titleKey(p.Name.Text)
	if name == "" || commonNames[name] {
		return nil
	}
	jurisdiction := slug(p.Jurisdiction)
	if jurisdiction == "us" {
		jurisdiction = ""
	}
	base := path("act", jurisdiction, name)
	if len(p.Sections) == 0 || len(p.Jurisdiction) > 2 { // a country's name
		return only(base)
	}
	list := sectionThings(base, p.Sections)
	for i, t := range list {
		list[i] = t.bySection(true)
	}
	return list
}

// commonNames name no act: the text says elsewhere which is meant.
var commonNames = map[string]bool{"act": true, "code": true, "statute": true, "law": true, "bill": true, "ordinance": true, "rule": true, "constitution": true, "const": true, "agreement": true, "treaty": true, "convention": true}

// sectionThings returns a thing for each section below base.
func sectionThings(base string, sections []citation.Pin) (list []thing) {
	outer, before := "", ""
	plain := hyphenless(base)
	hyphened := !plain && !strings.Contains(base, "/")
	seen := make(map[string]bool)
	for i, p := range sections {
		number := sectionsOf(p, before, plain)
		if first, last, ok := strings.Cut(number, ".."); ok && hyphened && !strings.ContainsAny(first, "-.:") { // "21–4718"
			number = first + "-" + last
		}
		if number == "" { // "109(a), (b)": of the section before
			continue
		}
		before = number
		if outerKinds[p.Kind] && i+1 < len(sections) && sections[i+1].Kind == citation.PinSection {
			outer = prefixed(outerNames[p.Kind], number)
			continue
		}
		key := path(base, outer, prefixed(outerNames[p.Kind], number))
		if !seen[key] {
			seen[key] = true
			list = append(list, only(key)...)
		}
	}
	if list == nil {
		return only(path(base, outer))
	}
	return list
}

// hyphenless reports whether the code of a key has no section numbers with a
// hyphen between two figures.
func hyphenless(base string) bool {
	code, _, _ := strings.Cut(base, "/")
	state, _, _ := strings.Cut(code, "-")
	return code == "usc" || code != state && (state == "cal" || state == "ny" || state == "tex")
}

// outerKinds are the parts of a code that sections are counted in.
var outerKinds = map[citation.PinKind]bool{citation.PinArticle: true, citation.PinTitle: true, citation.PinChapter: true, citation.PinPart: true, citation.PinDivision: true}

// outerNames are written before the numbers of parts that have a numbering
// beside that of the sections.
var outerNames = map[citation.PinKind]string{citation.PinChapter: "ch-", citation.PinPart: "part-", citation.PinTitle: "tit-", citation.PinDivision: "div-", citation.PinAppendix: "app-", citation.PinSchedule: "sch-"}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// sectionsOf is the number of a section without its subdivisions, or a range of
// them. before is the number of the section before: ".602" after "292.601" is
// completed. plain tells that the code has no hyphens in its numbers, so that
// "1214-1215" is a range.
func sectionsOf(p citation.Pin, before string, plain bool) string {
	from, to := sectionNumber(p.From), sectionNumber(p.Last())
	for _, sep := range [...]string{".", "-"} { // "609.185–.20", "51-30-20 to -26"
		if rest, short := strings.CutPrefix(dashes.Replace(p.To), sep); short && strings.Contains(from, sep) {
			return from + ".." + from[:strings.LastIndex(from, sep)+1] + sectionNumber(rest)
		}
	}
	if first, last, ok := strings.Cut(from, "-"); ok && plain && allDigits(first) && allDigits(last) && !strings.HasPrefix(last, "0") {
		if n := len(first) - len(last); n > 0 {
			last = first[:n] + last
		}
		if first < last && len(first) == len(last) {
			return first + ".." + last
		}
	}
	if strings.HasPrefix(from, ".") {
		part, _, _ := strings.Cut(before, ".")
		from = part + from
		if to = from; p.To != "" {
			return from
		}
	}
	switch {
	case !strings.ContainsAny(p.To, "0123456789") || from == "" || from == to:
		return from
	case number(to) != 0 && number(to) <= number(lastNumber(from)): // "10b–5" and "2C:44–3" are one number
		return from + "-" + to
	}
	return from + ".." + to
}

// lastNumber is what a section's number ends in, from its last figures on.
func lastNumber(s string) string {
	end := strings.LastIndexAny(s, "0123456789") + 1
	return s[len(strings.TrimRight(s[:end], "0123456789")):]
}

// sectionNumber is a section's number in small letters, hyphens for dashes,
// without subdivisions.
func sectionNumber(s string) string {
	s, _, _ = strings.Cut(dashes.Replace(s), "(")
	return strings.Trim(strings.ToLower(strings.ReplaceAll(s, " ", "")), ".,;:*-")
}

var dashes = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "‐", "-", "−", "-")

// paperNumber is the number of a paper or page: "12,866" is "12866".
func paperNumber(s string) string {
	return strings.ToLower(strings.NewReplacer(",", "", " ", "-", "/", "-").Replace(strings.TrimSpace(dashes.Replace(s))))
}

// ruleThings are rules. A rule without its body is the one of that number that
// the same document cites with its body, if there is only one.
func ruleThings(c *citation.Rule) (list []thing) {
	if c.Code != nil {
		list = provisionThings(&c.Provision)
		for i, t := range list {
			key := cmp.Or(t.local, t.key())
			t = t.offer("rule" + key[strings.LastIndexByte(key, '/'):])
			if _, rest, ok := strings.Cut(key, "-"); ok && t.local == "" { // "R. Evid. 704" for "Fed. R. Evid. 704"
				t = t.offer(rest)
			}
			list[i] = t
		}
		return list
	}
	for _, p := range c.Sections {
		if n := sectionsOf(p, "", false); n != "" {
			list = append(list, localThing("rule/"+n))
		}
	}
	return list
}

// sessionThings is an act: by its number, its chapter in a year's laws, and the
// page of the session laws.
func sessionThings(c *citation.SessionLaw) []thing {
	p := c.Provision
	if p.Code == nil {
		return actThings(&p)
	}
	if p.Chapter == "" && p.Number == "" && p.Page == "" { // "1995 N.M. Laws ch. 23"
		for _, pin := range c.Pins {
			if name, ok := lawNames[pin.Kind]; ok {
				p.Chapter = name + pin.From
				break
			}
		}
	}
	if p.Chapter == "" && p.Number == "" && p.Page == "" {
		return nil
	}
	t := thing{words: nameWords(p.Name.Text)}
	key, local := placeKey(&p)
	if local {
		return []thing{localThing(key)}
	}
	t.ids = append(t.ids, identity{key: key, shared: p.Page != "" && p.Number == ""})
	t.printed(&p)
	return []thing{t}
}

// lawNames are the pinpoints that count the laws of a year.
var lawNames = map[citation.PinKind]string{citation.PinChapter: "ch-", citation.PinNumber: "no-"}

// printed adds the places where a law or paper is printed beside its own number.
func (t *thing) printed(p *citation.Provision) {
	for _, place := range p.Printed {
		series := place.Series
		if place.Code != nil {
			series = place.Code.Abbrev
		}
		if place.Page != "" {
			t.ids = append(t.ids, identity{path(slug(series), slug(place.Volume), paperNumber(place.Page)), 1, true})
		}
	}
}

// legislativeThings is a paper of a legislature.
func legislativeThings(c *citation.Legislative) []thing {
	p := &c.Provision
	if c.Short() {
		return nil
	}
	congress := c.Congress
	if congress == "" && (p.Jurisdiction == "us" || p.Code != nil && p.Code.Jurisdiction == "us") && c.Date.Year > firstCongress && p.Volume == "" {
		congress = strconv.Itoa((c.Date.Year-firstCongress)/2 + 1)
	}
	if p.Code == nil {
		if name := titleKey(p.Name.Text); name != "" {
			return only(path("hearing", congress, name))
		}
		return nil
	}
	n := paperNumber(p.Number)
	if n == "" && p.Page == "" {
		return nil
	}
	key, unplaced := codeKey(p)
	alone := path(key, n) // as a citation without its Congress has it
	switch {
	case strings.Contains(n, "-"): // "104-828" has its Congress
		congress, unplaced = "", false
	case p.Volume != "":
		congress = ""
	case n != "" && congress != "" && strings.Contains(p.Code.Shape, "No."):
		n, congress = congress+"-"+n, ""
	case p.Code.Jurisdiction != "us" && congress == "":
		if congress = slug(c.Legislature.Text); congress == "" && !c.Date.IsZero() {
			congress = strconv.Itoa(c.Date.Year)
		}
		unplaced = unplaced || congress == ""
	case congress == "":
		unplaced = true
	}
	if unplaced {
		return []thing{localThing(path(key, slug(p.Volume), congress, n, paperNumber(p.Page)))}
	}
	t := thing{ids: []identity{{key: path(key, slug(p.Volume), congress, n, paperNumber(p.Page))}}}
	t.printed(p)
	return []thing{t.offer(alone)}
}

// firstCongress is the year in which the first Congress met; each has two years.
const firstCongress = 1789

// paperThings is a paper with a number of its own, below base.
func paperThings(p *citation.Provision, base string) []thing {
	if p.Code == nil || p.Number == "" {
		return nil
	}
	return only(path(rowKey(p.Code.Abbrev), base, paperNumber(p.Number)))
}

// ethicsThings is an ethics opinion: its body is told by the first word of its
// name, "ABA".
func ethicsThings(c *citation.Ethics) []thing {
	if c.Number == "" {
		return nil
	}
	body := ""
	if words := fold.Words(c.Body.Text); len(words) > 0 {
		body = words[0]
	}
	kind := "formal-op"
	if strings.Contains(strings.ToLower(c.Written), "informal") {
		kind = "informal-op"
	}
	return only(path(kind, body, slug(c.Volume), paperNumber(c.Number)))
}

// internationalThings is a paper of the United Nations, by its symbol and by the
// number of a resolution.
func internationalThings(c *citation.International) []thing {
	t := thing{}
	if c.Document != "" {
		t.ids = append(t.ids, identity{key: "un/" + strings.ToLower(strings.ReplaceAll(c.Document, " ", ""))})
	}
	if c.Code != nil && c.Number != "" {
		t.ids = append(t.ids, identity{path("un", rowKey(c.Code.Abbrev), paperNumber(c.Number)), 1, false})
	}
	return known(t)
}
