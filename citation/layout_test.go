package citation

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/internal/shape"
)

// TestLayouts reads and writes codes in layouts that the built-in tables have and in
// others that nobody has used yet: a caller's row needs no code of its own.
func TestLayouts(t *testing.T) {
	for _, c := range []struct{ kind, shape, text, fields string }{
		{"statute", "{title} @ § {section}", "12 Pap. Code § 34(b)", "title 12; section 34(b)"},
		{"statute", "@ {year}, c. {chapter}, § {section}", "Pap. Code 1999, c. P-12, § 4", "volume 1999; chapter P-12; section 4"},
		{"statute", "@ T. {title}, § {section}", "Pap. Code T. 12, § 4", "title 12; section 4"},
		{"statute", "{title} @ pt. {chapter}, § {section}", "12 Pap. Code pt. 3, § 4", "title 12; chapter 3; section 4"},
		{"statute", "@ tit. {title}, ch. {chapter}, § {section}", "Pap. Code tit. 12, ch. 3, § 4", "title 12; chapter 3; section 4"},
		{"statute", "@ div. {title}, ch. {chapter}, art. {article}, § {section}", "Pap. Code div. 1, ch. 2, art. 3, § 4", "title 1; chapter 2; article 3; section 4"},
		{"statute", "@ art. {article}, pt. {chapter}, § {section}", "Pap. Code art. 3, pt. 2, § 5", "article 3; part 2; section 5"},
		{"statute", "{chapter} @ art. {article}, § {section}", "12 Pap. Code art. 3, § 4", "chapter 12; article 3; section 4"},
		{"statute", "@ {title}:{section}", "Pap. Code 12:34-5", "section 12:34-5"},
		{"statute", "@ {title}-{section}", "Pap. Code 12-34", "section 12-34"},
		{"statute", "@ {chapter}/{section}", "Pap. Code 12/34", "section 12/34"},
		{"statute", "@ § {chapter}-{section}", "Pap. Code § 12-34", "section 12-34"},
		{"statute", "§ {section} @", "§ 12-34 Pap. Code", "section 12-34"},
		{"statute", "art. {article}, @", "art. 12, Pap. Code", "article 12"},
		{"statute", "ch. {chapter}, § {section}, @", "ch. 12, § 3, Pap. Code", "chapter 12; section 3"},
		{"regulation", "@ r. {chapter}-{section}", "Pap. Code r. 12-34", "rule 12-34"},
		{"regulation", "{title} @ ch. {chapter}, pt. {number}, § {section}", "12 Pap. Code ch. 3, pt. 4, § 5", "title 12; chapter 3; number 4; section 5"},
		{"session", "{year} @ ch. {chapter}, § {section}", "1999 Pap. Code ch. 12, § 4", "volume 1999; chapter 12; section 4"},
		{"session", "{year} @ ch. {chapter}", "1999 Pap. Code ch. 12", "volume 1999; chapter 12"},
		{"session", "{year} @ ch. {chapter} § {section} {page}", "1999 Pap. Code ch. 12 § 3 45", "volume 1999; chapter 12; page 45; section 3"},
		{"session", "{volume} @ ch. {chapter}, {page}", "12 Pap. Code ch. 3, 345", "volume 12; chapter 3; page 345"},
		{"session", "{volume} @ {page}", "12 Pap. Code 345", "volume 12; page 345"},
		{"session", "{year} @ {number}", "1999 Pap. Code 12-3", "volume 1999; number 12-3"},
		{"session", "{year} @ No. {number}, {page}", "1999 Pap. Code No. 12, 345", "volume 1999; number 12; page 345"},
		{"session", "{year}-{number} @ {page}", "1999-12 Pap. Code 345", "volume 1999; number 12; page 345"},
		{"session", "{year}/{number} @ {page}", "1999/12 Pap. Code 345", "volume 1999; number 12; page 345"},
		{"session", "{year}-{number} @", "1999-12 Pap. Code", "volume 1999; number 12"},
		{"session", "@ {year}, No. {number}", "Pap. Code 1999, No. 12", "volume 1999; number 12"},
		{"session", "@ {year}, No. {number}, § {section}", "Pap. Code 1999, No. 12, § 3", "volume 1999; number 12; section 3"},
		{"session", "@ {year}, No. {number}, p. {page}", "Pap. Code 1999, No. 12, p. 345", "volume 1999; number 12; page 345"},
		{"session", "@ {year}, p. {page}", "Pap. Code 1999, p. 345", "volume 1999; page 345"},
		{"session", "@ {year}-{number}", "Pap. Code 1999-12", "volume 1999; number 12"},
		{"session", "@ {year}/{number}", "Pap. Code 1999/12", "volume 1999; number 12"},
		{"session", "@ No. {number}, § {section}", "Pap. Code No. 12, § 3", "number 12; section 3"},
	} {
		tables := Builtin()
		tables.Codes = append(tables.Codes, Code{Abbrev: "Pap. Code", Jurisdiction: "nm", Type: c.kind, Shape: c.shape})
		parser, err := NewParser(tables)
		require.NoError(t, err, c.shape)
		var texts, fields, written []string
		for found := range parser.All("As in " + c.text + ", it is settled.") {
			p := provisionOf(found)
			require.NotNil(t, p, "%s: read as %s", c.text, found.Kind())
			texts = append(texts, found.Common().Span.In("As in "+c.text+", it is settled."))
			fields = append(fields, fieldsOf(p))
			written = append(written, found.String())
		}
		assert.Equal(t, []string{c.text}, texts, c.shape)
		assert.Equal(t, []string{c.fields}, fields, c.shape)
		assert.Equal(t, []string{c.text}, written, c.shape)
	}
}

// fieldsOf shows the numbers of a provision.
func fieldsOf(p *Provision) string {
	var list []string
	for _, f := range []struct{ name, value string }{
		{"title", p.Title}, {"volume", p.Volume}, {"chapter", p.Chapter}, {"number", p.Number}, {"page", p.Page},
	} {
		if f.value != "" {
			list = append(list, f.name+" "+f.value)
		}
	}
	for _, s := range p.Sections {
		list = append(list, string(s.Kind)+" "+s.From)
	}
	return strings.Join(list, "; ")
}

// TestReportLayouts is TestLayouts for reporters.
func TestReportLayouts(t *testing.T) {
	for _, c := range []struct{ shape, text, volume, page string }{
		{"{volume} @ {page}", "12 Pap. Rep. 345", "12", "345"},
		{"{volume} @ No. {number}", "12 Pap. Rep. No. 345", "12", "345"},
		{"{volume} @ ¶ {number}", "12 Pap. Rep. ¶ 34567", "12", "34567"},
		{"{volume} @, {page}", "12 Pap. Rep., 345", "12", "345"},
		{"{year} @ No. {number}", "1999 Pap. Rep. No. 345", "1999", "345"},
		{"{year} @ {letter}{number}", "1999 Pap. Rep. D345", "1999", "D345"},
		{"{year}-{volume} @ {page}", "1999-2 Pap. Rep. 345", "1999-2", "345"},
		{"{year}/{volume} @ {page}", "1999/2 Pap. Rep. 345", "1999/2", "345"},
		{"{year}-@-{number}", "1999-Pap. Rep.-345", "1999", "345"},
		{"[{year}] @ {number}", "[1999] Pap. Rep. 345", "1999", "345"},
		{"[{year}] {volume} @ {page}", "[1999] 2 Pap. Rep. 345", "2", "345"},
		{"@ {year}-{number}", "Pap. Rep. 1999-345", "1999", "345"},
		{"@ {year}/{number}", "Pap. Rep. 1999/345", "1999", "345"},
	} {
		tables := Builtin()
		tables.Reporters = append(tables.Reporters, Reporter{Abbrev: "Pap. Rep.", Name: "Paper Reports", Jurisdiction: "nm", Shape: c.shape})
		parser, err := NewParser(tables)
		require.NoError(t, err, c.shape)
		text := "See Doe v. Roe, " + c.text + " (D. Neb. 1999)."
		var got, written []string
		for found := range parser.All(text) {
			one, ok := found.(*Case)
			require.True(t, ok, "%s: read as %s", c.text, found.Kind())
			got = append(got, one.Reports[0].Span.In(text), one.Reports[0].Volume, one.Reports[0].Page, one.Name.Text)
			written = append(written, one.String())
		}
		if strings.HasPrefix(c.text, "[1999] 2") { // the report is the volume's, the year the case's
			got[0] = "[1999] " + got[0]
		}
		assert.Equal(t, []string{c.text, c.volume, c.page, "Doe v. Roe"}, got, c.shape)
		assert.Equal(t, []string{"Doe v. Roe, " + c.text + " (D. Neb. 1999)"}, written, c.shape)
	}
}

// otherwise are the codes of the built-in tables whose example does not fill the
// fields of their layout, each with the reason.
var otherwise = map[string]string{
	"S.D.C. 1939": "a year and a number side by side are not read",
	"ASBCA":       docketed, "CBCA": docketed, "SBA": docketed, "Daily Comp. Pres. Doc.": docketed,
	"La. Admin. Code":      "its part is left out where the title has none",
	"Assem. Const. Amend.": "an amendment of the constitution", "Sen. Const. Amend.": "an amendment of the constitution",
	"U.S.S.G. App. C": "its spellings have the word for the section in different places", "EEOC Compl. Man.": "the service of that name is meant as often",
}

const docketed = "the number of a case"

// TestRowsFillLayouts holds that the example of every code, in each of its
// spellings, fills each field that its layout names.
func TestRowsFillLayouts(t *testing.T) {
	for _, row := range Builtin().Codes {
		if len(kindsOfType[row.Type]) != 1 || otherwise[row.Abbrev] != "" || provisionless[row.Type] {
			continue
		}
		for form := range forms(row.Abbrev, row.Also) {
			own := formIn(row)
			if strings.Contains(form, "{") || own == "" || otherwise[form] != "" {
				continue
			}
			text := "As in " + strings.Replace(row.Example, own, form, 1) + "."
			var p *Provision
			for c := range All(text) {
				p = provisionOf(c)
				break
			}
			if assert.NotNil(t, p, text) {
				assert.Empty(t, unfilled(p, row.layout()), "%s, in the layout %s", text, row.Shape)
			}
		}
	}
}

// formIn returns the spelling of a code that its example has, the longest that is in
// it; empty for one that is cited by subject.
func formIn(row Code) (own string) {
	for form := range forms(row.Abbrev, row.Also) {
		if len(form) > len(own) && strings.Contains(row.Example, form) {
			own = form
		}
	}
	return own
}

// provisionless are the types of codes that are no provisions when they are read, or
// whose page is a pinpoint.
var provisionless = map[string]bool{"docket": true, "opinion": true, "record": true, "intl": true}

// unfilled lists the fields of a layout that a provision lacks. What is joined to the
// next field is part of it.
func unfilled(p *Provision, l *shape.Layout) (missing []shape.Field) {
	for i, s := range l.Steps {
		full := false
		switch {
		case s.Field == shape.Abbrev, i+1 < len(l.Steps) && l.Steps[i+1].Joined():
			continue
		case s.Field == shape.Section, s.Field == shape.Article:
			full = len(p.Sections) > 0
		case s.Field == shape.Page && pageAlone(l):
			full = true
		default:
			full = *p.field(s.Field) != ""
		}
		if !full {
			missing = append(missing, s.Field)
		}
	}
	return missing
}
