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

// TestStringParses holds that the String of a citation, parsed again, is a
// citation of the same kind and fields. The citations are those of the golden
// files, at top level.
func TestStringParses(t *testing.T) {
	files, err := filepath.Glob("../testdata/citation/notes_*.txtar")
	require.NoError(t, err)
	count := 0
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, f := range arch.Files {
			if !strings.HasSuffix(f.Name, ".in") {
				continue
			}
			for s := range citation.Note(string(f.Data)) {
				for _, c := range s.Citations {
					count++
					again, err := citation.Parse(c.String())
					if assert.NoError(t, err, "%s: %s", f.Name, c) {
						assert.Equal(t, withoutPlace(c), withoutPlace(again), "%s: %s", f.Name, c)
					}
				}
			}
		}
	}
	assert.Greater(t, count, 150)
}

// withoutPlace describes a citation without its text and signal. A range is
// compared as it is written, since the hyphen of "3-4" may be part of a number.
func withoutPlace(c citation.Citation) string {
	var b dump
	b.citation(c, "")
	var kept []string
	for line := range strings.Lines(b.String()) {
		word, _, _ := strings.Cut(strings.TrimLeft(line, "\t"), " ")
		if word == "signal:" || word == "parenthetical:" || word == "in" {
			continue
		}
		if citation.Kind(word) == c.Kind() || line[0] != '\t' || strings.Contains(line, " \"") {
			line = word
		}
		kept = append(kept, strings.ReplaceAll(strings.TrimSpace(line), " to ", "-"))
	}
	return strings.Join(kept, "\n")
}
