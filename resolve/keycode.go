package resolve

import (
	"cmp"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// codeKeys gives the key of a code that has several rows in the tables, or a
// numbering that is another code's title. The name before is the row's key as
// rowKey makes it: without "Ann."
var codeKeys = map[string]string{
	"usca": "usc", "uscs": "usc", "uscu": "usc", "irc": "usc/26",
	"treas-reg": "cfr/26", "temp-treas-reg": "cfr/26", "dfars": "cfr/48",
	"ala-code-1975": "ala-code", "aac": "alaska-admin-code", "cal-admin-code": "cal-code-regs", "crs": "colo-rev-stat", "del-c": "del-code",
	"dc-code-mun-regs": "dc-mun-regs", "ill-admin-code": "ill-adm-code", "ill-code-r": "ill-adm-code", "ksa": "kan-stat", "krs": "ky-rev-stat", "la-rs": "la-stat", "lac": "la-admin-code",
	"me-rev-stat": "me-stat", "mrs": "me-stat", "mass-laws": "mass-gen-laws", "gl": "mass-gen-laws", "mcl": "mich-comp-laws", "mich-comp-laws-serv": "mich-comp-laws",
	"mo-stat": "mo-rev-stat", "rsmo": "mo-rev-stat", "csr": "mo-code-regs", "mca": "mont-code", "nrs": "nev-rev-stat", "rsa": "nh-rev-stat", "nh-code-r": "nh-code-admin-r",
	"nj-rev-stat": "nj-stat", "njsa": "nj-stat", "njac": "nj-admin-code", "nm-code-r": "nmac",
	"family-ct-act": "ny-family-court-act", "scpa": "ny-surrogates-court-procedure-act", "nycrr": "ny-comp-codes-r-regs",
	"cjp": "md-courts-judicial-proceedings", "code-civ-proc": "cal-civil-procedure", "rc": "ohio-rev-code", "os": "okla-stat", "ors": "or-rev-stat", "ps": "pa-stat", "lpra": "pr-laws", "pr-leyes-an": "pr-laws", "vsa": "vt-stat", "vic": "vi-code",
	"rcw": "wash-rev-code", "wac": "wash-admin-code", "stats": "wis-stat",
	"nmra": "nm-rules", "scra": "nm-rules", "uji": "nm-rules",
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
	letters := initialsOf(name)
	for i, t := range list {
		t = t.bySection(true)
		_, section, _ := strings.Cut(t.key()[len("act/"):], "/")
		if strings.Contains(name, "-") {
			t.offers = append(t.offers, path("act", letters, section))
		} else {
			t.hints = append(t.hints, path("act", name, section))
		}
		list[i] = t
	}
	return list
}

// initialsOf returns the first letters of the words of a title key, years left
// out: "nlra" for the National Labor Relations Act.
func initialsOf(key string) string {
	var b strings.Builder
	for w := range strings.SplitSeq(key, "-") {
		if !allDigits(w) {
			b.WriteString(prefix(w, 1))
		}
	}
	return b.String()
}

// commonNames name no act: the text says elsewhere which is meant.
var commonNames = map[string]bool{"act": true, "code": true, "statute": true, "law": true, "bill": true, "ordinance": true, "rule": true, "constitution": true, "const": true, "agreement": true, "treaty": true, "convention": true}

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
