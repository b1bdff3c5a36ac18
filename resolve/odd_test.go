package resolve_test

import (
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/odd"
	"github.com/hereinafter/hereinafter/resolve"
)

// oddCitations are an empty citation of each kind, and citations that were read.
func oddCitations(text string) (list []citation.Citation) {
	for _, kind := range citation.Kinds() {
		c, err := citation.Unmarshal([]byte(`{"kind":"` + string(kind) + `"}`))
		if err != nil {
			panic(err)
		}
		list = append(list, c)
	}
	list = append(list,
		&citation.Case{Reports: []citation.Report{{Volume: "531", Page: "98"}}}, // without a reporter
		nil)
	for c := range citation.All(text) {
		list = append(list, c)
	}
	return list
}

func TestOddCalls(t *testing.T) {
	const text = "See Doe v. Roe, 531 U.S. 98, 99 (2000) (quoting 42 U.S.C. § 1983), aff'd, 410 U.S. 113 (1973); id. at 5; Doe, 531 U.S. at 99."
	list := oddCitations(text)
	var r resolve.Resolver
	values := []any{list, list[:3], text, r.Note("1", list), resolve.Mentions(text, list)}
	for _, c := range list {
		if c != nil {
			values = append(values, c)
		}
	}
	odd.Call(t, ".", odd.API{
		Funcs:  map[string]any{"GroupOf": resolve.GroupOf, "Groups": resolve.Groups, "Key": resolve.Key, "Keys": resolve.Keys, "Mentions": resolve.Mentions},
		Types:  []any{(*resolve.Resolver)(nil), (*resolve.Authorities)(nil), resolve.Why("")},
		Values: values,
	})
}
