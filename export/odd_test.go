package export_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/internal/odd"
)

func TestOddCalls(t *testing.T) {
	const text = "See Doe v. Roe, 531 U.S. 98, 99 (2000) (quoting 42 U.S.C. § 1983), aff'd, 410 U.S. 113 (1973); id. at 5."
	var list []citation.Citation
	for c := range citation.All(text) {
		list = append(list, c)
	}
	var ids export.IDs
	values := []any{list, append(list, nil, &citation.Case{}, &citation.ShortWork{}), new(bytes.Buffer), ids.Text(), strings.NewReader(`{"id":"c1","kind":"case"}` + "\n{"), brokenReader{}}
	for _, c := range list {
		values = append(values, c)
	}
	odd.Call(t, ".", odd.API{
		Funcs:  map[string]any{"ReadJSONLines": export.ReadJSONLines, "Schema": export.Schema, "WriteJSONLines": export.WriteJSONLines},
		Types:  []any{(*export.IDs)(nil), (*export.Part)(nil), (*export.Line)(nil), export.LineError{}},
		Values: values,
	})
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("broken") }

var _ io.Reader = brokenReader{}
