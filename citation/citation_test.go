package citation_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
)

func TestPinLast(t *testing.T) {
	for want, pin := range map[string]citation.Pin{
		"850": {From: "849", To: "50"}, "12": {From: "3", To: "12"}, "3": {From: "3"}, "(c)": {From: "2(b)", To: "(c)"},
	} {
		assert.Equal(t, want, pin.Last())
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]error{
		"":                          citation.ErrNotCitation,
		"nothing of the kind":       citation.ErrNotCitation,
		"Id. at 5; id. at 7":        citation.ErrTrailing,
		"the rule of 42 U.S.C. § 1": citation.ErrTrailing,
		"42 U.S.C. § 1 says":        citation.ErrTrailing,
	} {
		_, err := citation.Parse(text)
		assert.ErrorIs(t, err, want, text)
		var syntax *citation.SyntaxError
		assert.True(t, errors.As(err, &syntax), text)
	}
	for _, text := range []string{"Id.", "See Id. at 5.", " 42 U.S.C. § 1; "} {
		_, err := citation.Parse(text)
		assert.NoError(t, err, text)
	}
}

func TestWithin(t *testing.T) {
	c, err := citation.Parse("Roe v. Poe, 1 U.S. 1 (1790) (quoting Doe v. Moe, 2 U.S. 2 (1791) (citing Ito v. Rao, 3 U.S. 3 (1792))), aff’d, 4 U.S. 4 (1793)")
	require.NoError(t, err)
	var pages []string
	for inner := range citation.Within(c) {
		pages = append(pages, inner.(*citation.Case).Reports[0].Page)
	}
	assert.Equal(t, []string{"2", "3", "4"}, pages)
	for range citation.Within(c) {
		break // the iterator can be left
	}
}

func TestIteratorsCanBeLeft(t *testing.T) {
	text := strings.Repeat("Id. at 5. ", 10)
	for range citation.All(text) {
		break
	}
	for range citation.Note(text) {
		break
	}
}

// TestConcurrentUse runs under the race detector: one parser, many texts.
func TestConcurrentUse(t *testing.T) {
	var p citation.Parser
	want := len(slices.Collect(p.All(strings.Join(seeds, "\n"))))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				assert.Len(t, slices.Collect(p.All(strings.Join(seeds, "\n"))), want)
			}
		})
	}
	wg.Wait()
}

func TestDeepNesting(t *testing.T) {
	for _, unit := range []string{"(", "1 U.S. 1 (", "Id. (", "[", "“", "See "} {
		text := strings.Repeat(unit, 20000)
		for c := range citation.All(text) {
			assert.LessOrEqual(t, c.Common().Span.End, len(text))
		}
		for s := range citation.Note(text) {
			assert.LessOrEqual(t, s.Span.End, len(text))
		}
	}
}
