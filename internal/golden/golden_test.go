package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

const sample = `About capitals.
-- plain.in --
marbury
-- plain.want --
MARBURY
-- escaped.quoted --
a\tb
-- escaped.want --
A	B
-- broken.txt --
lochner
-- broken.want --
Lochner
-- broken.got --
LOCHNER
-- known-failures --
broken
`

func upper(_ *testing.T, _, in string) string { return strings.ToUpper(in) }

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sample.txtar")
	require.NoError(t, os.WriteFile(file, []byte(sample), 0o644))
	var names []string
	Run(t, file, func(t *testing.T, name, in string) string {
		names = append(names, name)
		return upper(t, name, in)
	})
	assert.Equal(t, []string{"plain", "escaped", "broken"}, names)
}

func TestKnownFailuresFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sample.txtar")
	list := "other.txtar/plain\nsample.txtar/escaped\n"
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(file), failuresFile), []byte(list), 0o644))
	known, err := knownFailures(file, txtar.Parse([]byte(sample)))
	require.NoError(t, err)
	assert.Equal(t, map[string]bool{"broken": true, "escaped": true}, known)
}

func TestReadCasesErrors(t *testing.T) {
	for name, archive := range map[string]string{
		"want without input": "-- a.want --\nA\n",
		"two inputs":         "-- a.in --\na\n-- a.txt --\na\n",
		"unknown section":    "-- a.out --\na\n",
		"bad escape":         "-- a.quoted --\n\\q\n",
	} {
		_, err := readCases(txtar.Parse([]byte(archive)))
		assert.Error(t, err, name)
	}
}

func TestSetResult(t *testing.T) {
	arch := txtar.Parse([]byte("-- a.in --\na\n-- b.in --\nb\n-- b.want --\nB\n"))
	assert.True(t, setResult(arch, "a", "want", "A"))
	assert.True(t, setResult(arch, "a", "got", "AA"))
	assert.False(t, setResult(arch, "b", "want", "B"))
	assert.False(t, setResult(arch, "c", "want", "C"))
	assert.Equal(t, "-- a.in --\na\n-- a.want --\nA\n-- a.got --\nAA\n-- b.in --\nb\n-- b.want --\nB\n", string(txtar.Format(arch)))
}
