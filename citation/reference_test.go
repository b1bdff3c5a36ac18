package citation

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reference reads one of the reference tables of reporters, journals, laws and
// courts, where they are at hand.
func reference(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../shared/reference", name))
	if err != nil {
		t.Skip("no ../shared/reference")
	}
	require.NoError(t, json.Unmarshal(data, into))
}

// recognised reports whether a citation covers most of a text.
func recognised(text string) bool {
	for c := range All(text) {
		if 10*c.Common().Span.Len() >= 7*len(text) {
			return true
		}
	}
	return false
}

// TestReferenceReporters looks for reporters of the reference tables, in their
// written variants too, that are not recognised.
func TestReferenceReporters(t *testing.T) {
	var table map[string][]struct {
		Editions   map[string]struct{ Regexes []string }
		Variations map[string]string
	}
	reference(t, "reporters.json", &table)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		for _, row := range table[key] {
			for edition, e := range row.Editions {
				if len(e.Regexes) == 0 {
					assert.True(t, recognised("12 "+edition+" 345"), "%s", edition)
				}
			}
			for written, edition := range row.Variations {
				if len(row.Editions[edition].Regexes) == 0 && !weakVariant(written) {
					assert.True(t, recognised("12 "+written+" 345"), "%s for %s", written, edition)
				}
			}
		}
	}
}

// weakVariant reports whether a written variant is left out on purpose.
func weakVariant(s string) bool {
	letters := strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
	switch {
	case len(letters) <= 2: // "12 W. 345", "12 Or 345": words and initials as often as reporters
		return true
	case strings.ContainsAny(s, "[]"): // "P. [2d]": brackets part an abbreviation from what follows
		return true
	case strings.ToLower(s[:1]) == s[:1]: // "p.2d", "cal. 4th": a slip of the pen
		return true
	case s == "Pac. (2d).", s == "Oh.N.P.(N.S).": // a period after the bracket
		return true
	}
	return false
}

// TestReferenceJournals looks for journals that are not recognised.
func TestReferenceJournals(t *testing.T) {
	var table map[string]any
	reference(t, "journals.json", &table)
	// misspelt in the reference table, or another work's name there
	misspelt := map[string]bool{
		"Geendale L. Rev.": true, "Va. L.L. & Tech.": true, "Psychol. Pub. Pol'y & L. Pub.": true, "Colum. J. Of Eur. L.": true,
		"Just. Sys. L": true, "U.S.-Mex. L.": true, "Sw. J. Int'l Law": true, "Currents: Int'l Trad L.J.": true,
		"Cardozo J. lnt'l & Comp. L.": true, "Dydke Envtl. L. & Pol'y F.": true, "Southeastern Envtl. L.J.": true, "Am. I. Int'l L.": true,
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if !misspelt[key] {
			assert.True(t, recognised("12 "+key+" 345"), key)
		}
	}
}

// TestReferenceLaws looks for codes and session laws that are not recognised, by
// the examples of the reference table.
func TestReferenceLaws(t *testing.T) {
	var table map[string][]struct{ Examples []string }
	reference(t, "laws.json", &table)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		for _, row := range table[key] {
			for _, example := range row.Examples {
				if invented(example) {
					continue
				}
				assert.True(t, recognised(example), "%s: %s", key, example)
			}
		}
	}
}

// invented reports whether an example of the reference table, made by a
// machine, is no citation that anyone would write.
func invented(example string) bool {
	for _, part := range []string{"Empl.", "SvTr", "\\w", " 0 / ", "r. 218", "ry 74", "SIZ-", "Consol. Laws Adv.", "Code Ann. Adv."} {
		if strings.Contains(example, part) {
			return true
		}
	}
	return false
}

// TestReferenceCourts looks for federal courts and state courts of appeal whose
// form in a parenthetical is not known. Courts of one county or city have no rows.
func TestReferenceCourts(t *testing.T) {
	var table []struct {
		Citation string `json:"citation_string"`
		System   string
		Level    string
	}
	reference(t, "courts.json", &table)
	other := map[string]bool{
		"Mass. House of Rep.": true,                                                                               // no court
		"Bankr. S.D. Florida": true, "Bankr. D. Iowa": true, "Bankr. N. Mar. I.": true, "Bankr. M.D. Penn.": true, // not so written
	}
	x := builtinIndex()
	for _, row := range table {
		if row.Citation == "" || other[row.Citation] || row.System != "federal" && row.Level != "colr" && row.Level != "iac" {
			continue
		}
		assert.NotNil(t, x.court(row.Citation), row.Citation)
	}
}
