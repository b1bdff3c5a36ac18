package citation

// Tables are the facts that the grammars rest on. [Builtin] gives a copy that
// a caller may append rows of his own to; [NewParser] makes a parser of it.
type Tables struct {
	Reporters     []Reporter
	Courts        []Court
	Codes         []Code
	Journals      []Journal
	Series        []Series
	Jurisdictions []Jurisdiction
	Countries     []Country
	Subjects      []Subject
	Treatises     []Treatise
	Publications  []Publication
	Words         []Word   // small words and what they may do in names, titles and sentences
	Abbreviations []string // words that end in a period inside a sentence: "Comm.", "Libr."
}

// A Reporter is one series of one case reporter, or a system of neutral
// citations.
type Reporter struct {
	Abbrev       string   // Bluebook abbreviation: "F.3d"
	Name         string   // "Federal Reporter, Third Series"
	Type         string   // federal, state, regional, neutral, specialty, nominative ...
	Jurisdiction string   // postal codes in lower case, separated by commas: "us", "ca"
	Court        string   // id of the court whose decisions it holds, empty when of several
	Shape        string   // layout, "@" the abbreviation; empty means "{volume} @ {page}"
	From, To     int      // first and last year; 0: unknown, or still published
	Also         []string // other written forms
	Example      string   // a citation in this reporter
}

// A Court is a court of decision as it is in a parenthetical.
type Court struct {
	ID           string   // as in courts-db: "scotus", "ca9", "nysd"
	Cite         string   // Bluebook form: "9th Cir."
	Name         string   // "Court of Appeals for the Ninth Circuit"
	Jurisdiction string   // postal code in lower case
	Level        string   // supreme, appeals, trial, special
	Also         []string // other written forms
	Example      string
}

// A Code is a body of provisions or papers that are cited by their numbers: a
// codification, a session law series, a register, rules of court, the reports
// of a legislature.
type Code struct {
	Abbrev       string   // "U.S.C."
	Name         string   // "United States Code"
	Jurisdiction string   // postal code in lower case: "us", "colo" is "co"
	Type         string   // statute, session, regulation, register, rule, legislative, record ...; see internal/tables/README.md
	Shape        string   // layout, "@" the abbreviation: "{title} @ § {section}"
	Also         []string // other written forms
	Example      string
}

// A Journal is a law review or another periodical with volume numbers.
type Journal struct {
	Abbrev  string   // "Harv. L. Rev."
	Name    string   // "Harvard Law Review"
	Also    []string // other written forms
	Example string
}

// A Series is a treaty series.
type Series struct {
	Abbrev   string   // "U.N.T.S."
	Name     string   // "United Nations Treaty Series"
	Shape    string   // layout: "{volume} @ {page}" or "@ No. {number}"
	From, To int      // first and last year; 0: unknown, or still published
	Also     []string // other written forms
	Example  string
}

// A Jurisdiction is the United States, a state or a territory.
type Jurisdiction struct {
	Code    string   // postal code in lower case: "us", "nm"
	Abbrev  string   // as in citations: "N.M."
	Name    string   // "New Mexico"
	Also    []string // other written forms
	Example string
}

// A Country is a jurisdiction as foreign sources name it in parentheses.
type Country struct {
	Abbrev  string   // "Ger."
	Name    string   // "Germany"
	Code    string   // ISO 3166: "DE"
	Also    []string // other written forms
	Example string
}

// A Treatise is a work so well known that it is cited without author or date.
type Treatise struct {
	Abbrev  string // title as in citations: "Federal Practice and Procedure"
	Name    string // with its authors
	Also    []string
	Example string
}

// A Publication is where works appear that are neither journal articles nor books: a
// newspaper, a platform, an institution that publishes.
type Publication struct {
	Abbrev  string   // "Wall St. J."
	Name    string   // "Wall Street Journal"
	Type    string   // newspaper, magazine, wire, broadcaster, site, platform, video, audio, preprint, papers, page, institution
	Domains []string // of its sites, without "www."; nil when it has none
	Also    []string // other written forms
	Example string
}

// A Subject is one subject of a code that is cited by subject ("Cal. Penal
// Code"): the {subject} of a code's shape.
type Subject struct {
	Code    string // Abbrev of the code's row, with {subject}
	Abbrev  string // "Penal"
	Name    string // "Penal Code"
	Example string
}

// A Word is a word that tells names, titles and sentences apart. Its roles are
// described in internal/tables/README.md; an unknown role has no effect.
type Word struct {
	Word  string
	Roles []string
}
