package resolve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/resolve"
)

// TestKeys reads testdata/resolve/keys*.txtar: each line is a note, of which all
// citations are shown with their keys.
func TestKeys(t *testing.T) {
	golden.Run(t, "../testdata/resolve/keys*.txtar", func(t *testing.T, _, in string) string {
		var b strings.Builder
		for line := range strings.Lines(in) {
			for _, c := range read("", strings.TrimSpace(line)) {
				keys := resolve.Keys(c)
				fmt.Fprintf(&b, "%s: %s\n", c.Kind(), strings.Join(keys, ", "))
				assert.Equal(t, resolve.Key(c), strings.Join(keys[:min(1, len(keys))], ""))
			}
		}
		return b.String()
	})
}

// goldenCitations are the citations of all texts in the golden files of package
// citation.
func goldenCitations(t *testing.T) (all []citation.Citation) {
	files, err := filepath.Glob("../testdata/citation/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		label := "" // a note
		if strings.HasPrefix(filepath.Base(file), "text") {
			label = "text"
		}
		for _, f := range arch.Files {
			if strings.HasSuffix(f.Name, ".in") {
				all = append(all, read(label, string(f.Data))...)
			}
		}
	}
	return all
}

// TestEveryKindHasKeys holds that each kind has a row in the table of keys, but
// those that cite no authority of their own.
func TestEveryKindHasKeys(t *testing.T) {
	without := []citation.Kind{
		citation.KindId, citation.KindSupra, citation.KindInfra, citation.KindReference, citation.KindRecord,
		citation.KindShortCase, citation.KindShortStatute, citation.KindShortWork,
	}
	keyed := make(map[citation.Kind]bool)
	for _, c := range goldenCitations(t) {
		keyed[c.Kind()] = keyed[c.Kind()] || resolve.Key(c) != ""
	}
	for kind, has := range keyed {
		assert.Equal(t, !slices.Contains(without, kind), has, kind)
	}
}

// TestKeyOfString holds that a citation written out has the key that it had.
func TestKeyOfString(t *testing.T) {
	same := 0
	for _, c := range goldenCitations(t) {
		again, err := citation.Parse(c.String())
		if err != nil || again.Kind() != c.Kind() { // held by package citation
			continue
		}
		assert.Equal(t, resolve.Keys(c), resolve.Keys(again), "%q, written out %q", c.Common().Text(), c)
		same++
	}
	assert.Greater(t, same, 500)
}

// TestSharedAbbreviations holds that no key's first part is that of two rows of
// the tables, other than rows of one thing.
func TestSharedAbbreviations(t *testing.T) {
	tables := citation.Builtin()
	jurisdictions := make(map[string]map[string]bool)
	for _, r := range tables.Reporters {
		if r.Type == "neutral" { // its volumes are years
			continue
		}
		rep := citation.Report{Volume: "900", Reporter: &r, Page: "1"}
		first, _, _ := strings.Cut(resolve.Key(&citation.Case{Reports: []citation.Report{rep}}), "/")
		if jurisdictions[first] == nil {
			jurisdictions[first] = make(map[string]bool)
		}
		jurisdictions[first][r.Jurisdiction] = true
	}
	for first, list := range jurisdictions {
		assert.Len(t, list, 1, "reporters of several jurisdictions are %q", first)
	}
}

// TestKeysOfCorpus reads opinions: each key is short, and made of the signs that
// are promised.
func TestKeysOfCorpus(t *testing.T) {
	data, err := os.ReadFile("../testdata/bench/opinions.txt")
	require.NoError(t, err)
	for c := range citation.All(string(data)) {
		for _, key := range resolve.Keys(c) {
			assert.NotContains(t, key, " ", c)
			assert.NotContains(t, key, "//", c)
			assert.NotContains(t, key, "@", c)
			assert.Equal(t, strings.ToLower(key), key)
		}
	}
}
