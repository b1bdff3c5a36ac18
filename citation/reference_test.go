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

// TestReferenceReporters holds that every spelling of the reporters of the
// reference table is read as that reporter, with volume and page or in the layout
// of the reporter's row, or is left out for a reason that still holds.
func TestReferenceReporters(t *testing.T) {
	var table map[string][]struct {
		Editions   map[string]any
		Variations map[string]string
	}
	reference(t, "reporters.json", &table)
	rows := make(map[string][]Reporter)
	for _, row := range Builtin().Reporters {
		rows[foldKey(row.Abbrev)] = append(rows[foldKey(row.Abbrev)], row)
	}
	spellings, read := 0, 0
	hold := func(written, edition string) {
		spellings++
		if readAs(rows, written, edition) {
			read++
			assert.NotContains(t, unreadReporters, [2]string{written, edition}, "it is read: take it off the list")
		} else if unreadReporters[[2]string{written, edition}] == "" && !initial(written) {
			t.Errorf("%q is not read as %q", written, edition)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		for _, row := range table[key] {
			for edition := range row.Editions {
				hold(edition, edition)
			}
			for written, edition := range row.Variations {
				hold(written, edition)
			}
		}
	}
	assert.Greater(t, 1000*read/spellings, 975, "in a thousand: %d of %d", read, spellings)
}

// readAs reports whether a spelling is read as the reporter of an edition, or may
// be that one among others.
func readAs(rows map[string][]Reporter, written, edition string) bool {
	if own, ok := sameSeries[edition]; ok {
		edition = own
	}
	texts := []string{"12 " + written + " 345"}
	for _, row := range rows[foldKey(edition)] {
		if row.Shape != "" {
			texts = append(texts, strings.Replace(row.Example, row.Abbrev, written, 1))
		}
		if row.nameless() {
			texts = append(texts, "Doe v. Roe, "+strings.Replace(row.Example, row.Abbrev, written, 1))
		}
	}
	for _, text := range texts {
		for c := range All(text) {
			switch c := c.(type) {
			case *Case:
				report := c.Reports[0]
				for _, r := range append([]*Reporter{report.Reporter}, report.Readings...) {
					if c.Span.Len() == len(text) && foldKey(r.Abbrev) == foldKey(edition) {
						return true
					}
				}
			case *Article: // a series of annotations
				if c.Span.Len() == len(text) && foldKey(c.Journal.Abbrev) == foldKey(edition) {
					return true
				}
			}
		}
	}
	return false
}

// sameSeries gives the abbreviation of this project's row for the reference's
// abbreviation of the same series.
var sameSeries = map[string]string{
	"B.C.A. (CCH)":  "BCA",
	"Neb. Ct. App.": "Neb. App.", "Dem. Surr.": "Dem. Sur.", "Dec. Com. Pat.": "Dec. Comm'r Pat.", "Gild.": "N.M. (G.)",
	"N. Y. City H. Rec.": "City Hall Rec. (NY)", "D.A.R.": "Daily Journal DAR", "OSHC (BNA)": "BNA OSHC", "U.S.L.W. (BNA)": "U.S.L.W.",
	"Pennewill": "Penne.", "Okla. B.J.": "OBJ", "Am. Neg. Ca.": "Am. Neg. Cas.", "Am. Neg. Cases": "Am. Neg. Cas.", "Hayw. & H.D.C.": "Hay. & Haz.",
	"A.F.T.R. (RIA)": "A.F.T.R. (P-H)", "Bankr. Ct. Dec. (CRR)": "Bankr. Ct. Dec. (LRP)", "Employee Benefits Cas. (BNA)": "Empl. Benefits Cas. (BNA)",
	"N.J. Law J.": "N.J.L.J.", "N.J.A.R.": "N.J. Admin.", "Handy R.": "Handy",
}

// initial reports whether a spelling is one letter: "12 W. 345" is a man or a
// direction as often as it is one of four reporters.
func initial(s string) bool { return len(foldKey(s)) <= 1 }

// unreadReporters are the spellings of the reference table that are not read as the
// edition that it has them for, with the reason.
var unreadReporters = map[[2]string]string{
	{"Allen", "Wash. Terr."}:                                         "another series, whose row has this spelling",
	{"B.R.", "Balt. C. Rep."}:                                        "another series, whose row has this spelling",
	{"Black.", "Blackf."}:                                            "another series, whose row has this spelling",
	{"Cal. App. 2d Supp", "Cal. App. 2d"}:                            "another series, whose row has this spelling",
	{"Cal. App. Supp", "Cal. App."}:                                  "another series, whose row has this spelling",
	{"Conn. Sup.", "Conn. Super. Ct."}:                               "another series, whose row has this spelling",
	{"Conn.Sup.", "Conn. Super. Ct."}:                                "another series, whose row has this spelling",
	{"Cust. Ct.", "Ct. Cust."}:                                       "another series, whose row has this spelling",
	{"Cust.Ct.", "Ct. Cust."}:                                        "another series, whose row has this spelling",
	{"Fair Empl. Prac. Newsl. (BNA)", "Fair Empl. Prac. Cas. (BNA)"}: "another series, whose row has this spelling",
	{"Fla. L. Weekly", "Fla. L. Weekly Fed. D"}:                      "another series, whose row has this spelling",
	{"Fla. L. Weekly", "Fla. L. Weekly Fed. S"}:                      "another series, whose row has this spelling",
	{"Harrington", "Harr. Ch."}:                                      "another series, whose row has this spelling",
	{"Houston Criminal", "Houston"}:                                  "another series, whose row has this spelling",
	{"Int'l Trade Rep. (BNA)", "I.T.R.D. (BNA)"}:                     "another series, whose row has this spelling",
	{"MacArth.", "MacA. Pat. Cas."}:                                  "another series, whose row has this spelling",
	{"Miss. (S. & M. Ch.)", "S. & M."}:                               "another series, whose row has this spelling",
	{"N.Y. Super. Ct.", "N.Y. Sup. Ct."}:                             "another series, whose row has this spelling",
	{"N.Y. Super.Ct.", "N.Y. Sup. Ct."}:                              "another series, whose row has this spelling",
	{"N.Y.Super.Ct.", "N.Y. Sup. Ct."}:                               "another series, whose row has this spelling",
	{"Okla.", "Okla. Crim."}:                                         "another series, whose row has this spelling",
	{"Okla. Rep.", "Okla. Crim."}:                                    "another series, whose row has this spelling",
	{"P-H T.C. Memo.", "A.F.T.R. (RIA)"}:                             "another series, whose row has this spelling",
	{"Rob.", "Robards"}:                                              "another series, whose row has this spelling",
	{"S.C.", "S. Ct."}:                                               "another series, whose row has this spelling",
	{"T.C.M. (RIA)", "T.C.M."}:                                       "another series, whose row has this spelling",
	{"Wy.", "Va. Ch. Dec."}:                                          "another series, whose row has this spelling",
	{"Dev.", "Dev. Eq."}:                                             "the decisions at law; those in equity always say so",
	{"Harp.", "Harp. Eq."}:                                           "the decisions at law; those in equity always say so",
	{"Hill", "Hill Eq."}:                                             "the decisions at law; those in equity always say so",
	{"Ired.", "Ired. Eq."}:                                           "the decisions at law; those in equity always say so",
	{"Johns.", "Johns. Ch."}:                                         "the decisions at law; those in equity always say so",
	{"Jones", "Jones Eq."}:                                           "the decisions at law; those in equity always say so",
	{"Lans.", "Lans. Ch."}:                                           "the decisions at law; those in equity always say so",
	{"Phil.", "Phil. Eq."}:                                           "the decisions at law; those in equity always say so",
	{"Ril.", "Ril. Eq."}:                                             "the decisions at law; those in equity always say so",
	{"Speers", "Speers Eq."}:                                         "the decisions at law; those in equity always say so",
	{"AZ", "AZ"}:                                                     "no court of the state numbers its decisions so",
	{"FL", "FL"}:                                                     "no court of the state numbers its decisions so",
	{"LA", "LA"}:                                                     "no court of the state numbers its decisions so",
	{"MS", "MS"}:                                                     "no court of the state numbers its decisions so",
	{"NV", "NV"}:                                                     "no court of the state numbers its decisions so",
	{"E.D. Pa.", "E.D. Pa."}:                                         "a court, not a series",
	{"Mt", "MT"}:                                                     "two letters keep their capitals, and their period",
	{"Mt.", "Mont."}:                                                 "two letters keep their capitals, and their period",
	{"mt", "MT"}:                                                     "two letters keep their capitals, and their period",
	{"SO.", "So."}:                                                   "two letters keep their capitals, and their period",
	{"So,", "So."}:                                                   "two letters keep their capitals, and their period",
	{"Sc.", "Scam."}:                                                 "two letters keep their capitals, and their period",
	{"wl", "WL"}:                                                     "two letters keep their capitals, and their period",
	{"cal. 4th", "Cal. 4th"}:                                         "an abbreviation begins with a capital",
	{"mills", "Mills Surr."}:                                         "an abbreviation begins with a capital",
	{"p.2 d", "P.2d"}:                                                "an abbreviation begins with a capital",
	{"p.2d", "P.2d"}:                                                 "an abbreviation begins with a capital",
	{"Bee.", "Bee"}:                                                  "a period after a word in full ends the sentence",
	{"Crabbe.", "Crabbe"}:                                            "a period after a word in full ends the sentence",
	{"Deady.", "Deady"}:                                              "a period after a word in full ends the sentence",
	{"(So. 2nd)", "So. 2d"}:                                          "a bracket before the abbreviation",
	{"T.C. at", "T.C."}:                                              "a short form",
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

// TestReferenceServices holds that every service of the table of services is read
// by its abbreviation, with its publisher.
func TestReferenceServices(t *testing.T) {
	data, err := os.ReadFile("../../shared/reference/indigo_tables/T4.tsv")
	if err != nil {
		t.Skip("no ../shared/reference")
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if !strings.HasPrefix(line, "T4.2") || len(fields) < 3 || fields[2] == "Abbreviation" {
			continue
		}
		for _, part := range strings.Split(strings.ReplaceAll(fields[2], "’", "'"), "), ") {
			service := strings.TrimSuffix(part, ")")
			if strings.Contains(service, "(") {
				service += ")"
			}
			if unreadServices[service] == "" {
				assert.True(t, recognised("12 "+service+" 345"), service)
			}
		}
	}
}

// unreadServices are those left out, with the reason.
var unreadServices = map[string]string{
	"T.C.M. (CCH) [or (RIA)])":             "two forms in one",
	"Laws. Man. on Prof. Conduct (ABA/BL)": "a journal, whose publisher was another",
	"Antitrust & Trade Reg. Rep. (BL)":     "the same",
}

// TestReferenceLaws holds that the examples of the codes, regulations and session
// laws of the reference table, in each spelling of theirs, are read as that code.
func TestReferenceLaws(t *testing.T) {
	var table map[string][]struct{ Examples, Variations []string }
	reference(t, "laws.json", &table)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		for _, row := range table[key] {
			for _, example := range row.Examples {
				if invented(example) {
					continue
				}
				for _, form := range append([]string{key}, row.Variations...) {
					if key == "U.S.C." && form != key {
						continue // its examples have spellings of their own
					}
					text := strings.Replace(example, key, form, 1)
					assert.True(t, readAsLaw(text, key), "%s: %s", key, text)
				}
			}
		}
	}
}

// readAsLaw reports whether a citation of a code covers most of a text.
func readAsLaw(text, key string) bool {
	if own, ok := sameCode[key]; ok {
		key = own
	}
	for c := range All(text) {
		if 10*c.Common().Span.Len() < 7*len(text) {
			continue
		}
		p := provisionOf(c)
		return p == nil || p.Code == nil || strings.HasPrefix(foldKey(p.Code.Abbrev), foldKey(key))
	}
	return false
}

// sameCode gives the abbreviation of this project's row for the reference's
// abbreviation of the same code.
var sameCode = map[string]string{"FR": "Fed. Reg.", "Pvt. L.": "Priv. L."}

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

// TestReferenceCourts holds that each form of a court in the reference table, in a
// court-and-date parenthetical, gives that court, or where it is that of a county,
// city or circuit the state's courts of its kind; or it is left out for a reason.
func TestReferenceCourts(t *testing.T) {
	var table []struct {
		ID, Parent, Location, System string
		Citation                     string `json:"citation_string"`
	}
	reference(t, "courts.json", &table)
	parents := make(map[string]string)
	for _, row := range table {
		parents[row.ID] = row.Parent
	}
	forms := 0
	for _, row := range table {
		if row.Citation == "" {
			continue
		}
		forms++
		report := "2010 WL 345"
		if own, ok := reportsOf[row.Location]; ok && row.System == "state" {
			report = own // a form that leaves its state to the reporter
		}
		got := "none"
		for c := range All("Doe v. Roe, " + report + " (" + row.Citation + " 2010)") {
			if c, ok := c.(*Case); ok && c.Court != nil {
				got = c.Court.ID
			}
		}
		read := false
		for id := row.ID; id != ""; id = parents[id] {
			read = read || id == got
		}
		if read {
			assert.NotContains(t, unreadCourts, row.ID, "it is read: take it off the list")
		} else {
			assert.NotEmpty(t, unreadCourts[row.ID], "%s: %q is read as %s", row.ID, row.Citation, got)
		}
	}
	assert.Greater(t, forms, 1900)
}

// reportsOf are reports of the states whose courts' forms do not name them.
var reportsOf = map[string]string{
	"Pennsylvania": "12 Pa. D. & C. 345", "New Jersey": "12 N.J. Super. 345", "Georgia": "12 Ga. 345", "Virginia": "12 Va. Cir. 345",
	"California": "12 Cal. 345", "New York": "12 Misc. 345", "Ohio": "12 Ohio Misc. 345",
}

// unreadCourts are the courts of the reference table whose form there does not give
// them, by their ids there, with the reason.
var unreadCourts = map[string]string{
	"paag":            "no abbreviation: \"Pa. office the Attorney General\"",
	"paarbpnlhc":      "panels of arbitrators",
	"pactcomplfayett": "the county's court, of which kind it does not say",
	"paoytermctsomer": "another spelling of the others' \"Oy. Term.\"",
	"philaelecct":     "one city's court, in a state that has no others of its kind",
	"philamayorct":    "the same",
	"philadeptjust":   "the same",
	"philarec":        "the same",
	"dadectypropbd":   "one county's board",
	"jaxcivservbd":    "one city's board",
	"dccrimct":        "D.C. is the Court of Appeals",
	"ianb":            "Iowa has two districts",
	"massdistctapp":   "another court has that form",
	"mdcirct":         "another id for the same court",
	"masshserep":      "no court",
	"ncsuperct":       "Sup. Ct. is the state's Supreme Court; Super. Ct. is read",
	"risuperct":       "the same",
	"nhprivycounnh":   "no court of the United States",
}
