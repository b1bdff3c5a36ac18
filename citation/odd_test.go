package citation_test

import (
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/odd"
)

// oddCitations are a zero citation of each kind, and citations that were read.
func oddCitations() (values []any) {
	for _, kind := range citation.Kinds() {
		c, err := citation.Unmarshal([]byte(`{"kind":"` + string(kind) + `"}`))
		if err != nil {
			panic(err)
		}
		values = append(values, c)
	}
	for c := range citation.All("See Doe v. Roe, 531 U.S. 98, 99 (2000) (quoting 42 U.S.C. § 1983), aff'd, 410 U.S. 113 (1973); id. at 5; Doe, 531 U.S. at 99.") {
		values = append(values, c)
	}
	return values
}

func TestOddCalls(t *testing.T) {
	odd.Call(t, ".", odd.API{
		Funcs: map[string]any{
			"All": citation.All, "Builtin": citation.Builtin, "Children": citation.Children, "FamilyName": citation.FamilyName, "Flatten": citation.Flatten,
			"Kinds": citation.Kinds, "NewParser": citation.NewParser, "Note": citation.Note, "Parse": citation.Parse, "ParseDate": citation.ParseDate,
			"ParseURL": citation.ParseURL, "Unmarshal": citation.Unmarshal, "Within": citation.Within,
		},
		Types: []any{
			citation.Article{}, citation.Book{}, citation.Case{}, citation.Constitution{}, citation.Ethics{}, citation.Id{}, citation.Infra{}, citation.International{}, citation.Legislative{}, citation.Patent{}, citation.Record{}, citation.Reference{},
			citation.Regulation{}, citation.Restatement{}, citation.Rule{}, citation.SessionLaw{}, citation.ShortCase{}, citation.ShortStatute{}, citation.ShortWork{}, citation.Statute{}, citation.Supra{}, citation.Treaty{},
			(*citation.Parser)(nil), (*citation.Walk)(nil), citation.Work{}, citation.Shared{}, citation.Span{}, citation.Pin{}, citation.Date{}, citation.URL{}, (*citation.Tables)(nil), citation.Season(0), citation.SeriesPlace{}, citation.Report{}, citation.URLOptions{}, (*citation.Fields)(nil), citation.TableError{}, citation.SyntaxError{}, citation.JSONError{},
		},
		Values: append(oddCitations(), new(citation.Parser)),
		Except: []string{"Span.In"},
	})
}
