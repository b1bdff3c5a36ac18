package citation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
)

func TestFace(t *testing.T) {
	const text = "See Doe v. Roe, 531 U.S. 98 (2000) (quoting Poe v. Moe, 530 U.S. 1 (1999))."
	runs := []citation.Run{
		{Span: citation.Span{Start: 0, End: 4}, Face: citation.Italic},
		{Span: citation.Span{Start: 4, End: 7}, Face: citation.Italic | citation.Bold},
		{Span: citation.Span{Start: 7, End: 14}, Face: citation.Italic},
		{Span: citation.Span{Start: 44, End: 50}, Face: citation.Italic},
	}
	var found []*citation.Case
	for s := range new(citation.Parser).NoteTypeset(text, runs) {
		for _, c := range s.Citations {
			found = append(found, c.(*citation.Case))
			for inner := range citation.Within(c) {
				found = append(found, inner.(*citation.Case))
			}
		}
	}
	require.Len(t, found, 2)
	doe, poe := found[0], found[1]
	assert.Equal(t, citation.Italic, doe.Face(doe.Name.Span), "several runs")
	assert.Equal(t, citation.Italic|citation.Bold, doe.Face(doe.Plaintiff.Span))
	assert.Zero(t, doe.Face(doe.Span), "mixed")
	assert.Zero(t, doe.Face(doe.Core), "roman")
	assert.Zero(t, doe.Face(citation.Span{}))
	assert.Zero(t, poe.Face(poe.Name.Span), "the end is roman")
	assert.Equal(t, citation.Italic, poe.Face(poe.Plaintiff.Span))
	for c := range citation.All(text) {
		assert.Zero(t, c.Common().Face(c.Common().Span), "not known")
	}
	for c := range new(citation.Parser).AllTypeset(text, runs) {
		assert.Equal(t, citation.Italic, c.Common().Face(c.(*citation.Case).Name.Span))
	}
}
