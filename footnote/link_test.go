package footnote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// TestLinksOfOneLabel holds that of two marks, and of two notes, of one label the
// first of each are linked to one another, and the second mark to the first note.
func TestLinksOfOneLabel(t *testing.T) {
	const text = "The pier was leased.[1] The lease has ended.[2] As was said.[1]\n\n[1] Lease ¶ 3.\n\n[2] Id. ¶ 4.\n"
	d, err := footnote.ReadAs("text", strings.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	require.Len(t, d.Marks, 3)
	require.Len(t, d.Notes, 2)
	for k, note := range [...]int{0, 1, 0} {
		assert.Same(t, d.Notes[note], d.Marks[k].Note)
	}
	assert.Same(t, d.Marks[0], d.Notes[0].Mark)
	assert.Same(t, d.Marks[1], d.Notes[1].Mark)
}
