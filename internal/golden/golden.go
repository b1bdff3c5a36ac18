// Package golden runs tests whose cases and expected results are in txtar
// archives, one archive a topic:
//
//	What the archive is about.
//	-- plain.in --
//	the input of the case "plain"
//	-- plain.want --
//	what it must give
//
// An input whose section is called name.quoted has on each line the escapes of
// a Go string, such as \r or \ufeff, for what an editor would not keep.
//
// A case that is known to fail is listed, one name a line, in a section
// known-failures of its archive, or as archive.txtar/name in a file
// KNOWN_FAILURES.txt beside the archive. Such a case must fail, and give what
// its section name.got has: when it passes, the test fails until the case is
// taken off the list, and so it does when the case fails in another way.
//
// With the flag -update the want sections are rewritten with what the tests
// get; those of known failures are kept, and their got sections are rewritten.
package golden

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of golden files")

// The names of sections and files that list known failures.
const (
	failuresSection = "known-failures"
	failuresFile    = "KNOWN_FAILURES.txt"
)

// Run runs each case of the archives that match the pattern as a subtest. The
// input goes to got, and what got returns must be what the case wants; a
// newline at either's end does not count.
func Run(t *testing.T, pattern string, got func(t *testing.T, name, in string) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files, "no golden file matches %s", pattern)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			runFile(t, file, got)
		})
	}
}

func runFile(t *testing.T, file string, got func(t *testing.T, name, in string) string) {
	arch, err := txtar.ParseFile(file)
	require.NoError(t, err)
	cases, err := readCases(arch)
	require.NoError(t, err, file)
	known, err := knownFailures(file, arch)
	require.NoError(t, err)
	for name := range known {
		assert.True(t, has(cases, name), "known failure %s is no case", name)
	}
	changed := false
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := got(t, c.name, c.in)
			kind, held := "want", c.want
			if known[c.name] {
				assert.NotEqual(t, trim(c.want), trim(result), "a known failure passes now: take it off the list")
				kind, held = "got", c.got
			}
			if *update {
				changed = setResult(arch, c.name, kind, result) || changed
				return
			}
			assert.Equal(t, trim(held), trim(result), kind)
		})
	}
	if changed {
		require.NoError(t, os.WriteFile(file, txtar.Format(arch), 0o644))
	}
}

// A testCase is a case of an archive.
type testCase struct{ name, in, want, got string }

func readCases(arch *txtar.Archive) ([]testCase, error) {
	var cases []testCase
	for _, f := range arch.Files {
		name, kind, _ := cutLast(f.Name, ".")
		c := testCase{name: name, in: string(f.Data), want: string(section(arch, name+".want")), got: string(section(arch, name+".got"))}
		switch kind {
		case "in", "txt":
		case "quoted":
			in, err := unquote(c.in)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
			c.in = in
		case "want", "got":
			if !has(cases, name) {
				return nil, fmt.Errorf("%s has no input before it", f.Name)
			}
			continue
		default:
			if f.Name == failuresSection {
				continue
			}
			return nil, fmt.Errorf("section %s is neither an input nor a result", f.Name)
		}
		if has(cases, name) {
			return nil, fmt.Errorf("two cases are called %s", name)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func has(cases []testCase, name string) bool {
	for _, c := range cases {
		if c.name == name {
			return true
		}
	}
	return false
}

// knownFailures returns the names of the archive's cases that must fail.
func knownFailures(file string, arch *txtar.Archive) (map[string]bool, error) {
	known := make(map[string]bool)
	for _, name := range strings.Fields(string(section(arch, failuresSection))) {
		known[name] = true
	}
	list, err := os.ReadFile(filepath.Join(filepath.Dir(file), failuresFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, line := range strings.Fields(string(list)) {
		if name, ok := strings.CutPrefix(line, filepath.Base(file)+"/"); ok {
			known[name] = true
		}
	}
	return known, nil
}

// unquote resolves the escapes on each line.
func unquote(s string) (string, error) {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		u, err := strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`)
		if err != nil {
			return "", fmt.Errorf("line %d: %w", i+1, err)
		}
		lines[i] = u
	}
	return strings.Join(lines, "\n"), nil
}

// setResult sets the section of a case that holds a result, its want or its got,
// and reports whether that changes the archive.
func setResult(arch *txtar.Archive, name, kind, text string) bool {
	if text = trim(text); text != "" {
		text += "\n"
	}
	last := -1
	for i, f := range arch.Files {
		if f.Name == name+"."+kind {
			arch.Files[i].Data = []byte(text)
			return string(f.Data) != text
		}
		if n, _, _ := cutLast(f.Name, "."); n == name {
			last = i
		}
	}
	if last < 0 {
		return false
	}
	added := txtar.File{Name: name + "." + kind, Data: []byte(text)}
	arch.Files = slices.Insert(arch.Files, last+1, added)
	return true
}

func section(arch *txtar.Archive, name string) []byte {
	for _, f := range arch.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func trim(s string) string { return strings.TrimSuffix(s, "\n") }

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
