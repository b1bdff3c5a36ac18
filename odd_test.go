package hereinafter_test

import (
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/odd"
)

func TestOddCalls(t *testing.T) {
	const text = "The rule of Doe v. Roe, 531 U.S. 98, 99 (2000), is settled.[1] Id. at 100.\n\n[1] Id. at 3.\n"
	d := hereinafter.Text(text)
	noted, err := hereinafter.Read(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	odd.Call(t, ".", odd.API{
		Funcs: map[string]any{"Read": hereinafter.Read, "ReadFile": hereinafter.ReadFile, "Stream": hereinafter.Stream, "Text": hereinafter.Text},
		Types: []any{(*hereinafter.Document)(nil), (*hereinafter.Reader)(nil)},
		Values: []any{d, noted, noted.Notes[0], strings.NewReader(text), int64(len(text)), text, new(citation.Parser), d.Body.Citations[0],
			&hereinafter.Reader{Running: true}, &hereinafter.Reader{Format: "html"}},
	})
}
