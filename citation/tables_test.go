package citation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestExamples parses the example of every row of the kinds that are read: it
// must be found, as a citation of that row or of another with its abbreviation.
func TestExamples(t *testing.T) {
	tables := Builtin()
	for _, row := range tables.Reporters {
		text := row.Example
		if row.nameless() {
			text = "Doe v. Roe, " + text
		}
		if c := firstOf[*Case](t, text); c != nil {
			assert.True(t, reads(c.Reports[0], row), "%s: read as %s", row.Example, c.Reports[0].Reporter.Abbrev)
		}
	}
	for _, row := range tables.Journals {
		switch c := firstOf[Citation](t, row.Example).(type) {
		case *Article:
			assert.Equal(t, foldKey(row.Abbrev), foldKey(c.Journal.Abbrev), row.Example)
		case *Case: // a reporter of that name exists too
			assert.Equal(t, foldKey(row.Abbrev), foldKey(c.Reports[0].AsWritten), row.Example)
		default:
			t.Errorf("%s: read as %T", row.Example, c)
		}
	}
	for _, row := range tables.Series {
		if strings.HasPrefix(row.Shape, "@") {
			continue // counted by numbers, read only after a treaty's name
		}
		if c := firstOf[*Treaty](t, row.Example); c != nil {
			assert.Equal(t, row.Abbrev, c.Series[0].Series.Abbrev, row.Example)
		}
	}
	for _, row := range tables.Codes {
		if unread[row.Shape] || strings.Contains(row.Abbrev, "{") || row.Abbrev == "SBA" { // its numbers begin with letters
			continue
		}
		c := firstOf[Citation](t, row.Example)
		if c == nil {
			continue
		}
		kinds := kindsOfType[row.Type]
		assert.Contains(t, kinds, c.Kind(), "%s: read as %s", row.Example, c.Kind())
		if p := provisionOf(c); p != nil {
			assert.Equal(t, row.Jurisdiction, p.Jurisdiction, row.Example)
		}
	}
	x := builtinIndex()
	for _, row := range tables.Courts {
		assert.NotNil(t, x.court(row.Cite), row.Cite)
		assert.Contains(t, row.Example, row.Cite)
	}
	for _, row := range tables.Countries {
		assert.NotNil(t, x.country(strings.Trim(row.Example, "()")), row.Example)
	}
}

// unread are the layouts that no grammar reads.
var unread = map[string]bool{
	"{year}-{number} @":                         true, // a service without a page
	"{year} @ No. {number}, {page}":             true,
	"{year} @ ch. {chapter} § {section} {page}": true,
}

// kindsOfType are the kinds that a code of each type may be read as.
var kindsOfType = map[string][]Kind{
	"statute": {KindStatute}, "regulation": {KindRegulation}, "register": {KindRegulation}, "executive": {KindRegulation},
	"session": {KindSessionLaw}, "legislative": {KindLegislative}, "rule": {KindRule}, "record": {KindRecord}, "patent": {KindPatent},
	"docket": {KindCase}, "ethics": {KindEthics}, "opinion": {KindReference}, "intl": {KindInternational},
}

// provisionOf returns the provision of a citation, nil when it has none.
func provisionOf(c Citation) *Provision {
	switch c := c.(type) {
	case *Statute:
		return &c.Provision
	case *Regulation:
		return &c.Provision
	case *SessionLaw:
		return &c.Provision
	case *Rule:
		return &c.Provision
	case *Legislative:
		return &c.Provision
	case *Patent:
		return &c.Provision
	case *Ethics:
		return &c.Provision
	}
	return nil
}

func reads(rep Report, row Reporter) bool {
	for _, r := range append([]*Reporter{rep.Reporter}, rep.Readings...) {
		if r.Abbrev == row.Abbrev || foldKey(r.Abbrev) == foldKey(row.Abbrev) {
			return true
		}
	}
	return false
}

// firstOf returns the first citation of a text, nil and an error of the test
// when it is not of type C.
func firstOf[C Citation](t *testing.T, text string) (none C) {
	t.Helper()
	for c := range All(text) {
		if c, ok := c.(C); ok {
			return c
		}
		t.Errorf("%q: read as %s", text, c.Kind())
		return none
	}
	t.Errorf("%q: nothing read", text)
	return none
}

// TestOwnRows holds that rows appended to a copy of the tables are read, and
// that the copy is the caller's own.
func TestOwnRows(t *testing.T) {
	tables := Builtin()
	tables.Reporters = append(tables.Reporters, Reporter{Abbrev: "Pap. Rep.", Name: "Paper Reporter", Also: []string{"Paper R."}})
	tables.Codes = append(tables.Codes, Code{Abbrev: "Pap. Code", Jurisdiction: "nm", Type: "statute", Shape: "@ div. {chapter}, § {section}"})
	p, err := NewParser(tables)
	require.NoError(t, err)
	for c := range p.All("See Pap. Code div. 3, § 12(b) (2001).") {
		s := c.(*Statute)
		assert.Equal(t, [...]string{"nm", "3", "12(b)", "Pap. Code div. 3, § 12(b) (2001)"}, [...]string{s.Jurisdiction, s.Chapter, s.Sections[0].From, s.String()})
	}
	for _, text := range []string{"Doe v. Roe, 12 Pap. Rep. 345 (2001).", "Doe v. Roe, 12 Paper R. 345 (2001)."} {
		found := 0
		for c := range p.All(text) {
			assert.Equal(t, "Paper Reporter", c.(*Case).Reports[0].Reporter.Name)
			found++
		}
		assert.Equal(t, 1, found, text)
	}
	for range All("12 Pap. Rep. 345") {
		t.Error("the built-in tables have changed")
	}
}

// TestRowsAreCopied holds that what a caller does to his rows after he made a parser
// of them, or to a copy of the built-in ones, changes no parser.
func TestRowsAreCopied(t *testing.T) {
	const text = "Doe v. Roe, 12 Pap. Rep. 345 (N.M. Pap. Ct. 2001); Poe v. Moe, 410 U.S. 113 (1973), Treaty of Salt, May 1, 1990, 12 Pap. T.S. 3."
	mine := Builtin()
	mine.Courts = append(mine.Courts, Court{ID: "nmpap", Cite: "N.M. Pap. Ct.", Jurisdiction: "nm", Also: []string{"N.M. Paper Ct."}})
	mine.Reporters = append(mine.Reporters, Reporter{Abbrev: "Pap. Rep.", Court: "nmpap", Also: []string{"Paper R."}})
	mine.Series = append(mine.Series, Series{Abbrev: "Pap. T.S.", Also: []string{"Paper T.S."}})
	p, err := NewParser(mine)
	require.NoError(t, err)
	read := func() (forms []string) {
		for c := range p.All(text) {
			forms = append(forms, c.String())
		}
		for c := range All(text) {
			forms = append(forms, c.String())
		}
		return forms
	}
	want := read()
	require.Greater(t, len(want), 3)
	assert.Equal(t, mine, mine.clone())
	for _, tables := range []*Tables{mine, Builtin()} {
		for i := range tables.Reporters {
			overwrite(tables.Reporters[i].Also)
			tables.Reporters[i] = Reporter{Abbrev: "X"}
		}
		for i := range tables.Courts {
			overwrite(tables.Courts[i].Also)
			tables.Courts[i] = Court{Cite: "X"}
		}
		for i := range tables.Series {
			overwrite(tables.Series[i].Also)
			tables.Series[i] = Series{Abbrev: "X"}
		}
		for i := range tables.Words {
			overwrite(tables.Words[i].Roles)
		}
	}
	assert.Equal(t, want, read())
}

func overwrite(list []string) {
	for i := range list {
		list[i] = "X"
	}
}

// TestBuiltinRows holds that every row of the built-in tables says what is known.
func TestBuiltinRows(t *testing.T) { assert.NoError(t, Builtin().check()) }

func TestLoad(t *testing.T) {
	tables := Builtin()
	require.NoError(t, tables.Load("courts", "mine.tsv", strings.NewReader("id\tcite\tjurisdiction\nnmpap\tN.M. Pap. Ct.\tnm\n")))
	require.NoError(t, tables.Load("reporters", "mine.tsv", strings.NewReader(
		"# mine\nabbrev\tname\tjurisdiction\tcourt\talso\nPap. Rep.\tPaper Reporter\tnm\tnmpap\tPaper R. | Pap. R.\n")))
	p, err := NewParser(tables)
	require.NoError(t, err)
	for _, text := range []string{"Doe v. Roe, 12 Pap. Rep. 345 (2001)", "Doe v. Roe, 12 Pap. R. 345 (2001)"} {
		c, err := p.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, "nmpap", c.(*Case).Court.ID)
	}
}

func TestLoadErrors(t *testing.T) {
	for _, test := range []struct{ table, text, want string }{
		{"reporters", "abbrev\tshape\nPap. Rep.\t{volume} @ {pages}\n",
			"mine.tsv:2:22: unknown field {pages}; those known are [volume year title chapter act agency article section number letter page]"},
		{"reporters", "abbrev\tcourt\nPap. Rep.\tnmpap\n", `mine.tsv:2:11: unknown court "nmpap"`},
		{"reporters", "abbrev\ttype\nPap. Rep.\tpaper\n",
			`mine.tsv:2:11: unknown "paper"; those known are federal, regional, state, neutral, nominative, specialty, annotation, database, foreign`},
		{"codes", "abbrev\tjurisdiction\tkind\tshape\nPap. Code\tzz\tstatute\t@ § {section}\n", `mine.tsv:2:11: unknown jurisdiction "zz"`},
		{"codes", "abbrev\tkind\tshape\nPap. Code\tstatute\t@ chap. {section}\n", `mine.tsv:2:21: unknown label "chap."; those known are § ¶ No. art. ch. c. tit. div. pt. r. p. T.`},
		{"words", "word\troles\nPaper\tpapery\n", `mine.tsv:2:7: unknown role "papery"`},
		{"courts", "id\tcites\nx\ty\n", `mine.tsv:1:4: unknown column "cites": a table of this kind has id, cite, also, name, jurisdiction, level, example`},
		{"papers", "", `mine.tsv: there is no table "papers"`},
	} {
		tables := Builtin()
		assert.EqualError(t, tables.Load(test.table, "mine.tsv", strings.NewReader(test.text)), test.want)
	}
	tables := Builtin()
	rows := len(tables.Reporters)
	err := tables.Load("reporters", "mine.tsv", strings.NewReader("abbrev\tcourt\nA. Pap.\t\nB. Pap.\tx\nC. Pap.\t\nD. Pap.\ty\n"))
	assert.EqualError(t, err, "mine.tsv:3:9: unknown court \"x\"\nmine.tsv:5:9: unknown court \"y\"")
	assert.Len(t, tables.Reporters, rows+2, "the other rows are appended")
	var at *TableError
	assert.ErrorAs(t, err, &at)
}

func TestNewParserErrors(t *testing.T) {
	tables := Builtin()
	tables.Reporters = append(tables.Reporters, Reporter{Abbrev: "Pap. Rep.", Shape: "{volume} {page}"})
	_, err := NewParser(tables)
	assert.EqualError(t, err, fmt.Sprintf("reporters[%d]: shape: no @ for the abbreviation", len(tables.Reporters)-1))
	p, err := NewParser(nil)
	require.NoError(t, err)
	c, err := p.Parse("410 U.S. 113")
	require.NoError(t, err)
	assert.Equal(t, KindCase, c.Kind())
	_, err = (*Parser)(nil).Parse("410 U.S. 113")
	assert.NoError(t, err)
}

// BenchmarkLoad is what the first use costs: all tables parsed and indexed.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		newIndex(Builtin())
	}
}
