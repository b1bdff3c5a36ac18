package citation

import (
	_ "embed" // the tables
	"strconv"
	"strings"
	"sync"
)

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

// A Court is a court of decision as it stands in a parenthetical.
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
	Type         string   // statute, session, regulation, register, rule, legislative, record ...; see tables/README.md
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

// A Subject is one subject of a code that is cited by subject ("Cal. Penal
// Code"): the {subject} of a code's shape.
type Subject struct {
	Code    string // Abbrev of the code's row, with {subject}
	Abbrev  string // "Penal"
	Name    string // "Penal Code"
	Example string
}

// A Word is a word that tells names, titles and sentences apart. Its roles are
// described in tables/README.md; an unknown role has no effect.
type Word struct {
	Word  string
	Roles []string
}

// The embedded tables. They are strings, so that reading them copies nothing.
var (
	//go:embed tables/reporters.tsv
	reportersTable string
	//go:embed tables/courts.tsv
	courtsTable string
	//go:embed tables/codes.tsv
	codesTable string
	//go:embed tables/rules.tsv
	rulesTable string
	//go:embed tables/documents.tsv
	documentsTable string
	//go:embed tables/journals.tsv
	journalsTable string
	//go:embed tables/series.tsv
	seriesTable string
	//go:embed tables/jurisdictions.tsv
	jurisdictionsTable string
	//go:embed tables/countries.tsv
	countriesTable string
	//go:embed tables/subjects.tsv
	subjectsTable string
	//go:embed tables/treatises.tsv
	treatisesTable string
	//go:embed tables/words.tsv
	wordsTable string
	//go:embed tables/abbreviations.tsv
	abbreviationsTable string
)

// Builtin returns a fresh copy of the built-in tables.
func Builtin() *Tables {
	t := &Tables{ // with room for the built-in rows
		Reporters: make([]Reporter, 0, 1536), Courts: make([]Court, 0, 1024), Codes: make([]Code, 0, 1536),
		Journals: make([]Journal, 0, 1280), Abbreviations: make([]string, 0, 1536), Words: make([]Word, 0, 768),
	}
	var rest sync.WaitGroup
	rest.Go(t.readNames)
	eachRow(reportersTable, func(r *row) {
		t.Reporters = append(t.Reporters, Reporter{
			Abbrev: r.get("abbrev"), Name: r.get("name"), Type: r.get("type"), Jurisdiction: r.get("jurisdiction"),
			Court: r.get("court"), Shape: r.get("shape"), From: r.year("from"), To: r.year("to"), Also: r.list("also"), Example: r.get("example"),
		})
	})
	for _, table := range [...]string{codesTable, rulesTable, documentsTable} {
		eachRow(table, func(r *row) {
			t.Codes = append(t.Codes, Code{
				Abbrev: r.get("abbrev"), Name: r.get("name"), Jurisdiction: r.get("jurisdiction"),
				Type: r.get("kind"), Shape: r.get("shape"), Also: r.list("also"), Example: r.get("example"),
			})
		})
	}
	rest.Wait()
	return t
}

// readNames reads the tables of courts, periodicals and words, those of sources
// left out.
func (t *Tables) readNames() {
	eachRow(courtsTable, func(r *row) {
		t.Courts = append(t.Courts, Court{
			ID: r.get("id"), Cite: r.get("cite"), Name: r.get("name"), Jurisdiction: r.get("jurisdiction"),
			Level: r.get("level"), Also: r.list("also"), Example: r.get("example"),
		})
	})
	eachRow(journalsTable, func(r *row) {
		t.Journals = append(t.Journals, Journal{Abbrev: r.get("abbrev"), Name: r.get("name"), Also: r.list("also"), Example: r.get("example")})
	})
	eachRow(seriesTable, func(r *row) {
		t.Series = append(t.Series, Series{
			Abbrev: r.get("abbrev"), Name: r.get("name"), Shape: r.get("shape"),
			From: r.year("from"), To: r.year("to"), Also: r.list("also"), Example: r.get("example"),
		})
	})
	eachRow(jurisdictionsTable, func(r *row) {
		t.Jurisdictions = append(t.Jurisdictions, Jurisdiction{Code: r.get("code"), Abbrev: r.get("abbrev"), Name: r.get("name"), Also: r.list("also"), Example: r.get("example")})
	})
	eachRow(countriesTable, func(r *row) {
		t.Countries = append(t.Countries, Country{Abbrev: r.get("abbrev"), Name: r.get("name"), Code: r.get("code"), Also: r.list("also"), Example: r.get("example")})
	})
	eachRow(subjectsTable, func(r *row) {
		t.Subjects = append(t.Subjects, Subject{Code: r.get("code"), Abbrev: r.get("subject"), Name: r.get("name"), Example: r.get("example")})
	})
	eachRow(treatisesTable, func(r *row) {
		t.Treatises = append(t.Treatises, Treatise{Abbrev: r.get("abbrev"), Name: r.get("name"), Also: r.list("also"), Example: r.get("example")})
	})
	eachRow(wordsTable, func(r *row) {
		t.Words = append(t.Words, Word{Word: r.get("word"), Roles: strings.Split(r.get("roles"), ", ")})
	})
	eachRow(abbreviationsTable, func(r *row) { t.Abbreviations = append(t.Abbreviations, r.get("word")) })
}

// A row is one line of a table file.
type row struct {
	columns []string // the file's header
	fields  []string
	at      int // the column behind the one that was asked for last
}

// get returns a field by its column. Rows are read in the order of the columns,
// mostly: the first column looked at is the right one.
func (r *row) get(column string) string {
	for range r.columns {
		i := r.at
		if r.at++; r.at == len(r.columns) {
			r.at = 0
		}
		if r.columns[i] == column {
			if i < len(r.fields) {
				return r.fields[i]
			}
			break
		}
	}
	return ""
}

func (r *row) list(column string) []string {
	if v := r.get(column); v != "" {
		return strings.Split(v, " | ")
	}
	return nil
}

func (r *row) year(column string) int {
	v := r.get(column)
	if v == "" {
		return 0
	}
	n, _ := strconv.Atoi(v)
	return n
}

// eachRow calls f for the rows of an embedded table. The files are part of the
// program: a test holds their form.
func eachRow(table string, f func(*row)) {
	var r row
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case r.columns == nil:
			r.columns = strings.Split(line, "\t")
		default:
			r.fields, r.at = r.fields[:0], 0 // rows keep the strings, never the slice
			for field := range strings.SplitSeq(line, "\t") {
				r.fields = append(r.fields, field)
			}
			f(&r)
		}
	}
}

// A Parser reads citations. The zero Parser uses the built-in tables. A Parser
// is safe for concurrent use.
type Parser struct {
	custom *index // nil: the built-in tables
}

// NewParser returns a parser that uses the given tables. It copies what it
// needs: changing t afterwards has no effect.
func NewParser(t *Tables) *Parser { return &Parser{custom: newIndex(t)} }

func (p *Parser) index() *index {
	if p.custom != nil {
		return p.custom
	}
	return builtinIndex()
}

var builtinIndex = sync.OnceValue(func() *index { return newIndex(Builtin()) })
