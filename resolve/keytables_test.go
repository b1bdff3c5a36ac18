package resolve

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/citation"
)

// TestCodeKeys holds that each alias is that of a row of the tables, and leads to
// another code.
func TestCodeKeys(t *testing.T) {
	rows := make(map[string]bool)
	for _, c := range citation.Builtin().Codes {
		rows[rowKey(c.Abbrev)] = true
	}
	for key, same := range codeKeys {
		assert.True(t, rows[key], "%s is no code", key)
		assert.NotEqual(t, key, same)
		assert.NotContains(t, codeKeys, same, "%s leads on", same)
	}
}

// TestOfficialVolumes holds that each row is a reporter of the tables.
func TestOfficialVolumes(t *testing.T) {
	rows := make(map[nominative]bool)
	for _, r := range citation.Builtin().Reporters {
		rows[nominative{slug(r.Abbrev), r.Court}] = r.Type == "nominative"
	}
	for row, official := range officialVolumes {
		assert.True(t, rows[row], "%v is no nominative reporter", row)
		assert.Contains(t, caseRanks, official.rank)
	}
}

// TestFirstParts holds that the first part of a key leaves no doubt what it is
// of: no two rows of different jurisdictions have one, and no two tables.
func TestFirstParts(t *testing.T) {
	tables := citation.Builtin()
	of := make(map[string]map[string]bool)
	enter := func(key, what string) {
		first, _, _ := strings.Cut(key, "/")
		if of[first] == nil {
			of[first] = make(map[string]bool)
		}
		of[first][what] = true
	}
	for _, r := range tables.Reporters {
		if r.Type != "neutral" && r.Type != "annotation" { // years for volumes; a journal as well
			enter(reporterKey(&r), "reporter "+r.Jurisdiction)
		}
	}
	for _, c := range tables.Codes {
		if c.Type == "record" || c.Type == "opinion" || c.Type == "docket" || strings.Contains(c.Abbrev, "{") {
			continue
		}
		key, _ := codeKey(&citation.Provision{Code: &c})
		if c.Jurisdiction == "" || strings.HasSuffix(key, "/"+c.Jurisdiction) {
			continue // the second part says whose it is
		}
		enter(key, "code "+c.Jurisdiction)
	}
	for first, list := range of {
		assert.Len(t, list, 1, "%q is of %v", first, list)
	}
}
