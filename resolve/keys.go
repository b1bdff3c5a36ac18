package resolve

import "github.com/hereinafter/hereinafter/citation"

// Keys
//
// A key names the authority that a citation cites. It is made of the citation
// alone, so it is equal in every document and every process. Its parts are
// separated by slashes; names are folded to lower-case letters and digits with
// hyphens between words, "F. Supp. 2d" to "f-supp-2d"; pinpoints, subdivisions,
// dates of editions and publishers are no part of it.
//
//	us/410/113                        reporter/volume/page of a case
//	us/5/137                          the same for 1 Cranch 137: nominative reporters count as the official volume
//	ohio/2010/1                       neutral number 2010-Ohio-1
//	wl/2013/5811261                   database number
//	ecli/eu/c/2014/317                European Case Law Identifier
//	docket/ca2/12-3456/2013-05-03     court, docket number and date of a decision that is not reported
//	case/ca2/2013/doe-v-roe           court, year and name where nothing else is given
//	usc/42/1983                       code/title/section; U.S.C.A., U.S.C.S. and the like count as the code itself
//	usc/26/501                        the same for I.R.C. § 501
//	usc/42/1981..1988                 a range of sections
//	cal-penal/187                     section of a code by its subject
//	mass-gen-laws/ch-93a/2            code/chapter/section
//	act/lanham-act/43                 section of an act cited by its name
//	act/germany/grundgesetz           a foreign enactment
//	cfr/17/240.10b-5                  regulation
//	fed-reg/85/30026                  register/volume/page
//	exec-order/12866                  order or ruling by its number
//	pub-l/111-148                     public law; stat/124/119 where only the page is given
//	const/us/art-1/8                  article and section of a constitution
//	const/us/amend-14                 amendment
//	fed-r-civ-p/12                    rule
//	restatement-second-of-torts/402a  Restatement and section
//	h-r-rep/104-828                   report of Congress; a number without the Congress takes it from the citation or the year
//	h-r/107/3162                      bill of Congress; the Congress as above
//	cong-rec/110/2577                 page of the debates
//	unts/75/287                       treaty series/volume/page
//	treaty/vienna-convention-on-the-law-of-treaties
//	un/a/res/217                      symbol of a paper of the United Nations
//	us-patent/6285999                 patent
//	formal-op/aba/93-379              ethics opinion
//	harv-l-rev/4/193                  journal/volume/page
//	doi/10.1000/182                   Digital Object Identifier
//	https://example.com/page          normalized address
//	work/roe/paper-cuts               family name of the first author and title, where nothing else is given
//
// A page of a reporter or a journal may hold several short pieces. The key of a
// citation is the page all the same; [Authorities], which sees the other names
// on that page, adds the name: "us/510/1000/doe-v-roe".

// Key returns the key of the authority that a full citation cites, the first one
// when it cites several sections. It is empty for short forms, references,
// papers of the case itself (the record, briefs), and for citations that say too
// little to be known outside their document: a rule without its body, a report
// without its page.
func Key(c citation.Citation) string {
	for _, t := range things(c) {
		return t.key()
	}
	return ""
}

// Keys returns the keys of all authorities that a full citation cites, in order:
// one for each section of "42 U.S.C. §§ 1983, 1985". It is nil where [Key] is
// empty.
func Keys(c citation.Citation) (keys []string) {
	for _, t := range things(c) {
		if key := t.key(); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// keyForms says how the things that each kind cites are known. A kind that is
// not here cites no authority of its own.
var keyForms = map[citation.Kind]func(citation.Citation) []thing{
	citation.KindCase:          form(caseThings),
	citation.KindStatute:       form(func(c *citation.Statute) []thing { return provisionThings(&c.Provision) }),
	citation.KindRegulation:    form(func(c *citation.Regulation) []thing { return provisionThings(&c.Provision) }),
	citation.KindRule:          form(ruleThings),
	citation.KindPatent:        form(func(c *citation.Patent) []thing { return paperThings(&c.Provision, "") }),
	citation.KindEthics:        form(ethicsThings),
	citation.KindSessionLaw:    form(sessionThings),
	citation.KindLegislative:   form(legislativeThings),
	citation.KindInternational: form(internationalThings),
	citation.KindConstitution:  form(constitutionThings),
	citation.KindRestatement:   form(restatementThings),
	citation.KindTreaty:        form(treatyThings),
	citation.KindArticle:       form(articleThings),
	citation.KindBook:          form(bookThings),
	citation.KindChapter:       form(bookThings),
	citation.KindEntry:         form(bookThings),
	citation.KindAI:            form(workThings),
	citation.KindDataset:       form(workThings),
	citation.KindFilm:          form(workThings),
	citation.KindInterview:     form(workThings),
	citation.KindLetter:        form(workThings),
	citation.KindManuscript:    form(workThings),
	citation.KindNews:          form(workThings),
	citation.KindPost:          form(workThings),
	citation.KindReport:        form(workThings),
	citation.KindSoftware:      form(workThings),
	citation.KindSpeech:        form(workThings),
	citation.KindThesis:        form(workThings),
	citation.KindWeb:           form(workThings),
}

// A Group is a heading of a table of authorities.
type Group string

// The groups, in their usual order.
const (
	Cases                Group = "Cases"
	Constitutions        Group = "Constitutions"
	Statutes             Group = "Statutes"
	Rules                Group = "Rules"
	Regulations          Group = "Regulations"
	LegislativeMaterials Group = "Legislative Materials"
	Treaties             Group = "Treaties"
	Books                Group = "Books"
	Articles             Group = "Articles"
	Other                Group = "Other Authorities"
)

// Groups returns all groups in the order in which a table of authorities has
// them.
func Groups() []Group {
	return []Group{Cases, Constitutions, Statutes, Rules, Regulations, LegislativeMaterials, Treaties, Books, Articles, Other}
}

// groups says in which group each kind is; a kind that is not here is in Other.
var groups = map[citation.Kind]Group{
	citation.KindCase:         Cases,
	citation.KindConstitution: Constitutions,
	citation.KindStatute:      Statutes,
	citation.KindSessionLaw:   Statutes,
	citation.KindRule:         Rules,
	citation.KindRegulation:   Regulations,
	citation.KindLegislative:  LegislativeMaterials,
	citation.KindTreaty:       Treaties,
	citation.KindBook:         Books,
	citation.KindChapter:      Books,
	citation.KindArticle:      Articles,
}

// GroupOf returns the group of the authority that a full citation cites.
func GroupOf(c citation.Citation) Group {
	if c == nil || groups[c.Kind()] == "" {
		return Other
	}
	return groups[c.Kind()]
}
