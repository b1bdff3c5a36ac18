package citation

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// TestSpellings holds the kinds of spelling that are folded and need no row: blanks,
// periods, case, ordinals, brackets, raised letters, any publisher of a service.
func TestSpellings(t *testing.T) {
	for _, test := range []struct{ text, reporter string }{
		{"12 F. Supp. 2d 345", "F. Supp. 2d"},
		{"12 F.Supp.2d 345", "F. Supp. 2d"},
		{"12 F Supp 2d 345", "F. Supp. 2d"},
		{"12 F. SUPP. 2D 345", "F. Supp. 2d"},
		{"12 F.\nSupp.\n2d 345", "F. Supp. 2d"},
		{"12 F. Supp. (2d) 345", "F. Supp. 2d"},
		{"12 F. Supp. [2d] 345", "F. Supp. 2d"},
		{"12 F. Supp. (2d). 345", "F. Supp. 2d"},
		{"12 F. Supp. 2ᵈ 345", "F. Supp. 2d"},
		{"12 F. Supp. 2nd 345", "F. Supp. 2d"},
		{"12 F.3rd 345", "F.3d"},
		{"12 F. 3RD 345", "F.3d"},
		{"12 P. 3rd 345", "P.3d"},
		{"12 Cal.2nd 345", "Cal. 2d"},
		{"12 Cal. 4th 345", "Cal. 4th"},
		{"12 Pa.C. 345", "Pa. C."},
		{"Doe v. Roe, Deady 56 (C.C.D. Or. 1870)", "Deady"},
		{"Doe v. Roe, Deady, 56 (C.C.D. Or. 1870)", "Deady"},
		{"12 U.S.P.Q.2d (BNA) 1130", "U.S.P.Q. 2d (BNA)"},
		{"12 U.S.P.Q.2d (BL) 1130", "U.S.P.Q. 2d (BNA)"},
		{"12 U.S.P.Q.2d 1130", "U.S.P.Q. 2d (BNA)"},
		{"12 Env't L. Rep. (Env't L. Inst.) 20,345", "Envtl. L. Rep. (Envtl. Law Inst.)"},
		{"6 Selden 12", "Seld."},
		{"1 Beasley 31", "Beas."},
		{"12 So, 345", ""}, // a word
		{"12 f.2d 345", ""},
		{"12 F.23rd 345", ""},
	} {
		read := ""
		for c := range All(test.text) {
			if c, ok := c.(*Case); ok {
				read = c.Reports[0].Reporter.Abbrev
			}
		}
		assert.Equal(t, test.reporter, read, test.text)
	}
}

// TestCourtForms holds the kinds of a court's form that are folded and need no row:
// words in full, the state before or after, places, circuits and districts.
func TestCourtForms(t *testing.T) {
	for _, test := range []struct{ report, form, court string }{
		{"12 F. Supp. 345", "S.D.N.Y.", "nysd"},
		{"12 F.2d 345", "Second Circuit", ""},
		{"12 F.2d 345", "2nd Circuit", "ca2"},
		{"12 B.R. 345", "Bkrtcy. Ct. D. Del.", "deb"},
		{"12 B.R. 345", "Bankr. Del.", "deb"},
		{"12 N.E.2d 345", "Ohio Ct. App.", "ohioctapp"},
		{"12 N.E.2d 345", "Ct. App. Ohio", "ohioctapp"},
		{"12 N.E.2d 345", "Court of Appeals of Ohio", "ohioctapp"},
		{"12 A.2d 345", "Del. Sup. Ct.", "del"},
		{"12 A.2d 345", "Supreme Court of Delaware", "del"},
		{"12 A.2d 345", "Del. Chancery", "delch"},
		{"12 N.Y.S. 345", "N.Y. Supreme Court", "nysupct"},
		{"12 N.Y.S. 345", "N.Y. Sup. Ct. Bronx County", "nysupctbrnx"},
		{"12 N.Y.S. 345", "Sup. Ct. Bronx Co.", "nysupctbrnx"},
		{"12 Ohio Misc. 345", "Ohio C.P., Franklin Cnty.", "ohioctcompl"},
		{"12 Ohio Misc. 345", "Franklin Cty. Ct. Com. Pl.", "ohioctcompl"},
		{"12 Va. Cir. 345", "Fairfax Cir. Ct.", "vacc"},
		{"12 Va. Cir. 345", "King and Queen Cir. Ct.", "vacc"},
		{"2010 WL 345", "Adair Cir. Ct., Ky.", "kycirct"},
		{"2010 WL 345", "Cir. Ct., St. Louis Cty., Mo.", "mocirct"},
		{"2010 WL 345", "Suffolk Mass. Super. Ct.", "masssuperct"},
		{"2010 WL 345", "Dist. Ct. Harris Cty., Tex.", "texdistct"},
		{"2010 WL 345", "Mich. 10th Cir.", "micirct"},
		{"2010 WL 345", "S.C.", "sc"},
		{"2010 WL 345", "Tex. App.-Dallas", "texapp"},
		{"2010 WL 345", "Tex. App.–Houston [1st Dist.]", "texapp"},
		{"2010 WL 345", "Tex. App.—Fort Worth", "texapp"},
		{"2010 WL 345", "Tex. Crim. App. [Panel Op.]", "texcrimapp"},
		{"2010 WL 345", "Wash. Ct. App. Div. 1", "washctapp"},
		{"2010 WL 345", "Cal. Super. Ct. L.A. Cnty.", "calsuperct"},
		{"12 A.2d 345", "Court of Special Appeals of Maryland", "mdctspecapp"},
		{"12 Harv. Int'l 345", "Pat Lee", ""},
	} {
		court := ""
		for c := range All("Doe v. Roe, " + test.report + " (" + test.form + " 2010)") {
			if c, ok := c.(*Case); ok && c.Court != nil {
				court = c.Court.ID
			}
		}
		assert.Equal(t, test.court, court, test.form)
	}
}

// TestOldCodes holds that the compilations that a state had before its present code,
// and the styles of its courts, are codes of their own.
func TestOldCodes(t *testing.T) {
	for _, test := range []struct{ text, code, section string }{
		{"NMSA 1953, 40A-29-34", "NMSA 1953", "40A-29-34"},
		{"NMSA 1953, § 64-22-2", "NMSA 1953", "64-22-2"},
		{"NMSA 1978, § 30-2-1", "N.M. Stat. Ann.", "30-2-1"},
		{"Code of Alabama 1940, tit. 15, § 389", "Ala. Code 1940", "389"},
		{"Code 1942, § 2011", "Miss. Code 1942", "2011"},
		{"Section 2011, Code 1942", "Miss. Code 1942", "2011"},
		{"Code 1950, § 18.1-44", "Va. Code 1950", "18.1-44"},
		{"General Laws c. 93A, § 2", "G.L.", "2"},
		{"G.L. (Ter. Ed.) c. 93A, § 2", "G.L.", "2"},
		{"Minn. St. 609.035", "Minn. Stat.", "609.035"},
		{"§ 25-1315, R. R. S. 1943", "Neb. Rev. Stat.", "25-1315"},
		{"R.R.S. 1943, § 25-1315", "Neb. Rev. Stat.", "25-1315"},
		{"Section 93-2601, R.C.M. 1947", "Mont. Rev. Codes Ann.", "93-2601"},
		{"General Code, Section 11241", "Ohio Gen. Code", "11241"},
		{"Burns' Ann. St. § 10-4101", "Ind. Stat. Ann.", "10-4101"},
		{"G.S. 1949, 60-1507", "Kan. Gen. Stat.", "60-1507"},
		{"Pope's Digest, § 2968", "Pope's Dig.", "2968"},
		{"V.A.T.S. art. 2212", "Tex. Rev. Civ. Stat. Ann.", "2212"},
		{"Vernon's Ann. P.C. art. 42", "Tex. Penal Code 1925", "42"},
		{"S.H.A. ch. 38, § 9-1", "Ill. Ann. Stat.", "9-1"},
		{"C.L. 1948, § 750.316", "Mich. Comp. Laws 1948", "750.316"},
		{"S.F., Cal., Admin. Code § 12.34", "S.F., Cal., Admin. Code", "12.34"},
		{"Chi., Ill., Mun. Code § 2-160-010 (2019)", "Chi., Ill., Mun. Code", "2-160-010"},
	} {
		code, section := "", ""
		for c := range All(test.text) {
			if p := provisionOf(c); p != nil && p.Code != nil && len(p.Sections) == 1 {
				code, section = p.Code.Abbrev, p.Sections[0].From
			}
		}
		assert.Equal(t, [2]string{test.code, test.section}, [2]string{code, section}, test.text)
	}
}

// TestOneSpelling holds that no row lists a spelling that is folded into another of its
// own, but for those of two letters, which keep their capitals and periods.
func TestOneSpelling(t *testing.T) {
	row := func(abbrev string, also []string) {
		seen := map[string]bool{foldKey(abbrev): true}
		for _, form := range also {
			key := foldKey(form)
			assert.False(t, seen[key] && len(key) > 2, "%s: %s", abbrev, form)
			seen[key] = true
		}
	}
	tables := Builtin()
	for _, r := range tables.Reporters {
		row(r.Abbrev, r.Also)
	}
	for _, r := range tables.Codes {
		row(r.Abbrev, r.Also)
	}
	for _, r := range tables.Courts {
		row(r.Cite, r.Also)
	}
	for _, r := range tables.Journals {
		row(r.Abbrev, r.Also)
	}
	for _, r := range tables.Series {
		row(r.Abbrev, r.Also)
	}
	for _, r := range tables.Treatises {
		row(r.Abbrev, r.Also)
	}
}

// TestOneWork holds that no work has two rows: two that share an abbreviation differ
// in name or layout, and no court's form is another court's too, which would be dead.
func TestOneWork(t *testing.T) {
	tables := Builtin()
	seen := make(map[string]bool)
	once := func(parts ...string) {
		key := fmt.Sprintf("%q", parts)
		assert.False(t, seen[key], key)
		seen[key] = true
	}
	for _, r := range tables.Reporters {
		once("reporter", r.Abbrev, r.Name, r.Shape)
		once("reporter of a jurisdiction", r.Name, r.Jurisdiction, r.Shape, r.Type, strconv.Itoa(r.From))
	}
	for _, r := range tables.Codes {
		once("code", r.Abbrev, r.Jurisdiction, r.Type, r.Shape)
	}
	owner := make(map[string]string)
	for _, r := range tables.Journals {
		for form := range forms(r.Abbrev, r.Also) {
			key := foldKey(form)
			assert.Contains(t, []string{"", r.Abbrev}, owner[key], "%s of %s", form, r.Abbrev)
			owner[key] = r.Abbrev
		}
	}
	x := builtinIndex()
	for _, r := range tables.Courts {
		once("court", r.ID)
		for form := range forms(r.Cite, r.Also) {
			assert.Equal(t, r.ID, x.court(form).ID, form)
		}
	}
}

// TestExamplesOfRows holds that an example is written with its row's abbreviation.
func TestExamplesOfRows(t *testing.T) {
	tables := Builtin()
	row := func(abbrev, example string) {
		for part := range strings.SplitSeq(abbrev, "{subject}") {
			assert.Contains(t, example, strings.TrimSpace(part))
		}
	}
	for _, r := range tables.Reporters {
		row(r.Abbrev, r.Example)
	}
	for _, r := range tables.Codes {
		row(r.Abbrev, r.Example)
	}
	for _, r := range tables.Courts {
		row(r.Cite, r.Example)
	}
	for _, r := range tables.Journals {
		row(r.Abbrev, r.Example)
	}
	for _, r := range tables.Series {
		series, _, _ := strings.Cut(r.Abbrev, " (L)") // the issue is in the bracket
		series, _, _ = strings.Cut(series, " (C)")
		row(series, r.Example)
	}
	for _, r := range tables.Countries {
		row(r.Abbrev, r.Example)
	}
	for _, r := range tables.Treatises {
		row(r.Abbrev, r.Example)
	}
}

// TestExamplesInPrint holds that the example of a reporter is of a year and a volume
// that may have been printed: hardly a series has fewer than one year a volume.
func TestExamplesInPrint(t *testing.T) {
	const thisYear = 2026
	for _, r := range Builtin().Reporters {
		if r.To != 0 {
			assert.LessOrEqual(t, r.From, r.To, r.Abbrev)
		}
		before, _, _ := strings.Cut(r.Example, r.Abbrev)
		number := strings.Trim(before, "[]- ")
		if k := strings.LastIndexAny(number, " -"); k >= 0 {
			number = number[k+1:]
		}
		n, err := strconv.Atoi(number)
		if err != nil || r.Type == "annotation" {
			continue
		}
		years := strings.Contains(r.Shape, "{year}") && !strings.Contains(r.Shape, "{volume}")
		last := thisYear
		if r.To != 0 {
			last = r.To
		}
		switch {
		case years:
			assert.True(t, n >= r.From && n <= last && len(number) == 4, "%s: %d to %d", r.Example, r.From, last)
		case r.From != 0 && lex.AllDigits(number):
			assert.LessOrEqual(t, n, last-r.From+1, "%s: %d to %d", r.Example, r.From, last)
		}
	}
}
