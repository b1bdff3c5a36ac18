package citation_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
)

// knownBlanks is how many of the golden texts are still read otherwise when their
// blanks are not plain ones.
const knownBlanks = 76

// TestBlanks reads the golden texts with another character for every blank
// between two words: what is read is the same.
func TestBlanks(t *testing.T) {
	files, err := filepath.Glob("../testdata/citation/*.txtar")
	require.NoError(t, err)
	blanks := []string{"\u00a0", "\u202f", "\u2003", "\n"}
	same, all := 0, 0
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		notes := strings.HasPrefix(filepath.Base(file), "notes_")
		for i, c := range arch.Files {
			if !strings.HasSuffix(c.Name, ".in") || strings.Contains(string(c.Data), "  ") {
				continue
			}
			in := strings.TrimSpace(string(c.Data))
			blank := blanks[i/2%len(blanks)]
			want, got := readings(in, notes), readings(strings.ReplaceAll(in, " ", blank), notes)
			all++
			if strings.Join(want, "\n") == strings.Join(got, "\n") {
				same++
			} else if testing.Verbose() {
				t.Logf("%s %s %q\nwant %s\ngot  %s", filepath.Base(file), c.Name, blank, want, got)
			}
		}
	}
	assert.LessOrEqual(t, all-same, knownBlanks)
}

func readings(text string, note bool) (list []string) {
	add := func(c citation.Citation) { list = append(list, string(c.Kind())+" "+c.String()) }
	if !note {
		for c := range citation.All(text) {
			add(c)
		}
		return list
	}
	for s := range citation.Note(text) {
		for _, c := range s.Citations {
			add(c)
		}
	}
	return list
}
