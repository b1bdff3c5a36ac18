package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/resolve"
)

func TestTextIsTheSpan(t *testing.T) {
	const text = "See Doe v. Roe, 531 U.S. 98, 101 (2000) (citing Poe v. Moe, 410 U.S. 113 (1973)); id. at 104."
	path := filepath.Join(t.TempDir(), "opinion.txt")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	lines := runLines(t, "find", "-format", "jsonl", path)
	var ids []string
	for _, r := range lines {
		assert.Equal(t, text[r.Start:r.End], r.Text)
		ids = append(ids, r.ID+" "+string(r.Kind)+" "+r.Parent)
	}
	assert.Equal(t, []string{"c1 case ", "c1.1 case c1", "c2 id "}, ids)
	assert.Equal(t, "c1", lines[2].Source)
}

func TestSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	require.NoError(t, os.WriteFile(a, []byte("Doe v. Roe, 531 U.S. 98 (2000)."), 0o644))
	require.NoError(t, os.WriteFile(b, []byte("531 U.S. at 99."), 0o644))
	lines := runLines(t, "find", "-format", "jsonl", a, b)
	require.Len(t, lines, 2)
	assert.Equal(t, []string{a, b}, []string{lines[0].File, lines[1].File})
	assert.Equal(t, resolve.NotFound, lines[1].Why, "a file does not see the citations of another")
}

// TestTables holds the tables that are printed, and what is said of the
// document beside them.
func TestTables(t *testing.T) {
	for _, verb := range [...]string{"find", "notes"} {
		golden.Run(t, "../../testdata/cmd/"+verb+"_*.txtar", func(t *testing.T, _, in string) string {
			var out, errs bytes.Buffer
			require.Zero(t, run([]string{verb}, strings.NewReader(in), &out, &errs))
			return out.String() + errs.String()
		})
	}
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		args   string
		status int
		out    string // a part of standard output
		err    string // a part of standard error
	}{
		{"", 2, "", "usage:"},
		{"-h", 0, "usage:", ""},
		{"notes -h", 0, "usage:", ""},
		{"version", 0, "hereinafter ", ""},
		{"find - -format jsonl", 0, `"kind":"shortcase"`, ""},
		{"-format jsonl find -", 0, `"kind":"shortcase"`, ""},
		{"-format=jsonl -- find -", 0, `"kind":"shortcase"`, ""},
		{"find -- -format", 1, "", "-format"},
		{"find - -h", 0, "usage:", ""},
		{"schema -h", 0, "usage:", ""},
		{"help", 0, "usage:", ""},
		{"--version", 0, "hereinafter ", ""},
		{"schema " + article, 2, "", "schema reads no files"},
		{"-format jsonl", 2, "", "no command"},
		{"find -format", 2, "", "needs an argument"},
		{"find -j 0 -", 2, "", "want 1 or more"},
		{"find no*such*file", 2, "", "no file matches"},
		{"find -format jsonl -kind id,case -", 0, "", ""},
		{"find -kind papers -", 2, "", "the kinds are"},
		{"find -from papers -", 2, "", "it reads"},
		{"find -from docx -", 1, "", "standard input"},
		{"schema", 0, "json-schema.org", ""},
		{"frobnicate", 2, "", `unknown command "frobnicate"`},
		{"find -format xml", 2, "", `unknown format "xml"`},
		{"find -nonsense", 2, "", "nonsense"},
		{"notes no/such/file.txt", 1, "", "no/such/file.txt"},
		{"find -", 0, "shortcase", ""},
		{"find", 0, "shortcase", ""},
		{"notes", 0, "", "no footnotes found"},
		{"find no/such/file.txt " + article, 1, "web", "no/such/file.txt"},
	} {
		var out, errs bytes.Buffer
		status := run(strings.Fields(c.args), strings.NewReader("531 U.S. at 99."), &out, &errs)
		assert.Equal(t, c.status, status, c.args)
		assert.Contains(t, out.String(), c.out, c.args)
		assert.Contains(t, errs.String(), c.err, c.args)
		if c.status == 2 {
			assert.Empty(t, out.String(), c.args)
		}
	}
}

func TestProblemsAreReported(t *testing.T) {
	const text = "A claim.[1] Another.[2] A third.[4]\n\n[1] Id.\n\n[2] Doe, Title, Site (May 3, 2020), https://example.org/a.\n\n[3] Id.\n"
	var out, errs bytes.Buffer
	require.Equal(t, 0, run([]string{"notes", "-"}, strings.NewReader(text), &out, &errs))
	assert.Contains(t, errs.String(), "standard input: 1:33: ")
	assert.Contains(t, errs.String(), "mark 4 has no note")
	assert.Contains(t, errs.String(), "note 3 has no mark in the text")
	assert.Contains(t, out.String(), "nothing-before")
}

// TestFilesBelow reads what a directory holds, through links too, and goes on where
// something in it cannot be read.
func TestFilesBelow(t *testing.T) {
	dir := t.TempDir()
	sub := filepath.Join(dir, "sub")
	require.NoError(t, os.Mkdir(sub, 0o755))
	for _, name := range []string{"a.txt", "sub/b.txt", ".hidden"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("Doe v. Roe, 531 U.S. 98 (2000)."), 0o644))
	}
	require.NoError(t, os.Symlink(filepath.Join(dir, "a.txt"), filepath.Join(sub, "c.txt")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "gone.txt"), filepath.Join(sub, "d.txt")))
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(dir, link))
	for _, name := range []string{dir, link, filepath.Join(dir, "[as]*")} {
		var out, errs bytes.Buffer
		assert.Equal(t, 1, run([]string{"find", "-format", "jsonl", name}, nil, &out, &errs))
		assert.Equal(t, 3, strings.Count(out.String(), `"kind":"case"`), name)
		assert.Contains(t, errs.String(), "d.txt", "a link to nothing is said to be one")
	}
}

// TestEveryKind runs the command over all that the golden files of package
// citation hold, as running text and in both formats.
func TestEveryKind(t *testing.T) {
	archives, err := filepath.Glob("../../testdata/citation/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	kinds := make(map[string]bool)
	for _, r := range runLines(t, append([]string{"find", "-format", "jsonl"}, archives...)...) {
		kinds[string(r.Kind)] = true
	}
	var s struct {
		Properties map[string]struct{ Enum []string }
	}
	require.NoError(t, json.Unmarshal(export.Schema(), &s))
	for _, kind := range s.Properties["kind"].Enum {
		assert.True(t, kinds[kind], "no %s in the golden files", kind)
	}
	var out, errs bytes.Buffer
	assert.Zero(t, run(append([]string{"find"}, archives...), strings.NewReader(""), &out, &errs), errs.String())
	assert.NotEmpty(t, out.String())
}

// FuzzFind feeds the command any bytes: every citation makes a line, and what
// is no text is told by name.
func FuzzFind(f *testing.F) {
	f.Add("Doe v. Roe, 519 U.S. 316 (1997); Doe, at 99; Doe, 519 U.S. at     (slip op., at 16).")
	f.Fuzz(func(t *testing.T, text string) {
		var out, errs bytes.Buffer
		if run([]string{"find", "-format", "jsonl", "-"}, strings.NewReader(text), &out, &errs) != 0 {
			require.Contains(t, errs.String(), "hereinafter: standard input: footnote: ") // a document that it cannot read
		}
		for line := range strings.Lines(out.String()) {
			require.True(t, json.Valid([]byte(line)), line)
		}
	})
}
