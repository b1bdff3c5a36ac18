package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/vet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/export"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// opinions are short texts with citations of many kinds and links.
var opinions = []string{
	"We held so in Doe v. Roe, 410 U.S. 113, 93 S. Ct. 705 (1973). Id. at 115. See also 42 U.S.C. §§ 1983, 1985(3); Doe, 410 U.S., at 116.",
	"The motion was denied under Rule 12(b)(6). See Poe v. Lane, 12 F.3d 34, 36 (2d Cir. 1993) (citing Doe v. Roe, 410 U.S. 113 (1973)).\n\nSupra, at 4. Section 1983 does not help.",
	"Nothing is cited here.",
	"“Fees & costs” <are> taxed by 28 U.S.C. § 1920; id. § 1923. Cf. Coe, supra, at 12.",
}

// write writes files below a new folder, and returns it.
func write(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(data), 0o644))
	}
	return dir
}

// jsonLines are documents as lines of JSON.
func jsonLines(texts []string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for i, text := range texts {
		enc.Encode(map[string]any{"id": fmt.Sprint("op-", i), "text": text})
	}
	return b.String()
}

// runOn reads a corpus on prism, and returns the folder of the results.
func runOn(t *testing.T, input string, shards int) string {
	out := filepath.Join(t.TempDir(), "out")
	j := job{corpus: Corpus{Input: input, Shards: shards}, output: out, maxRecord: 1 << 20}
	require.NoError(t, j.run(context.Background()))
	return out
}

// joined returns the files of one output, one after the other.
func joined(t *testing.T, out, output string) string {
	names, err := filepath.Glob(filepath.Join(out, output+"-*"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	var b strings.Builder
	for i, name := range names {
		assert.Contains(t, name, fmt.Sprintf("%s-%05d-of-%05d.jsonl", output, i, len(names)))
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		b.Write(data)
	}
	return b.String()
}

func countsOf(t *testing.T, out string) (c Counts) {
	data, err := os.ReadFile(filepath.Join(out, countsName))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &c))
	return c
}

func sum(counts map[string]int64) (n int64) {
	for _, m := range counts {
		n += m
	}
	return n
}

// TestLines holds that the citations of JSON lines are what the library prints of
// each text.
func TestLines(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": jsonLines(opinions)})
	out := runOn(t, filepath.Join(dir, "a.jsonl"), 8)
	var want bytes.Buffer
	for i, text := range opinions {
		require.NoError(t, export.WriteJSONLines(&want, hereinafter.Text(text).Lines(fmt.Sprint("op-", i))))
	}
	assert.Equal(t, want.String(), joined(t, out, "citations"))
	assert.Empty(t, joined(t, out, "problems"))

	c := countsOf(t, out)
	assert.Equal(t, int64(len(opinions)), c.Documents)
	assert.Equal(t, int64(strings.Count(want.String(), "\n")), sum(c.Citations))
	assert.Equal(t, int64(strings.Count(want.String(), `"why":`)), sum(c.Links))
	assert.Equal(t, int64(2), c.Citations["id"])
	assert.Equal(t, int64(2), c.Links["preceding-citation"])
}

// TestFiles holds that the citations of a folder are what the command prints of
// it.
func TestFiles(t *testing.T) {
	dir := write(t, map[string]string{
		"a.txt": opinions[0], "b/c.txt": opinions[1], "b/d.html": "<p>" + opinions[3] + "</p>", "e": opinions[2], ".hidden/f.txt": opinions[0],
	})
	command := filepath.Join(t.TempDir(), "hereinafter.exe")
	built, err := exec.Command("go", "build", "-o", command, "github.com/hereinafter/hereinafter/cmd/hereinafter").CombinedOutput()
	require.NoError(t, err, "%s", built)
	find := exec.Command(command, "find", "-format", "jsonl", ".")
	find.Dir = dir
	want, err := find.Output()
	require.NoError(t, err)

	out := runOn(t, dir, 8)
	assert.Equal(t, string(want), joined(t, out, "citations"))
	assert.Equal(t, int64(4), countsOf(t, out).Documents)
}

// TestEdges holds that each authority of a document is an edge, a second section
// of a citation and what only the document explains among them.
func TestEdges(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": jsonLines(opinions[:2])})
	out := runOn(t, dir, 8)
	assert.Equal(t, `{"from":"op-0","to":"us/410/113","count":3}
{"from":"op-0","to":"usc/42/1983","count":1}
{"from":"op-0","to":"usc/42/1985","count":1}
{"from":"op-1","to":"f3d/12/34","count":1}
{"from":"op-1","to":"rule/12@op-1","count":1}
{"from":"op-1","to":"us/410/113","count":1}
`, joined(t, out, "edges"))
	assert.Equal(t, int64(strings.Count(joined(t, out, "edges"), "\n")), countsOf(t, out).Edges)
}

// TestRejected holds that what is not read is written with its reason and place,
// and that all of it is there.
func TestRejected(t *testing.T) {
	lines := []struct{ line, rejected, id string }{
		{`{"id": "good", "text": "See 1 U.S. 1."}`, "", ""},
		{`not JSON`, "not JSON", ""},
		{``, "blank", ""},
		{`[1, 2]`, "not JSON", ""},
		{`{"text": "See 1 U.S. 2."}`, "no id", ""},
		{`{"id": "", "text": "x"}`, "no id", ""},
		{`{"id": null, "text": "x"}`, "no id", ""},
		{`{"id": ["a"], "text": "x"}`, "no id", ""},
		{`{"id": 12345678901234567890, "text": "See 1 U.S. 3."}`, "", ""},
		{`{"id": "a"}`, "no text", "a"},
		{`{"id": "b", "text": ""}`, "no text", "b"},
		{`{"id": "c", "text": 7}`, "no text", "c"},
		{"{\"id\": \"d\", \"text\": \"caf\xe9\"}", "invalid UTF-8", ""},
		{`{"id": "e", "text": "` + strings.Repeat(`\u0000\u0001\u0002`, 3) + `"}`, "not text", "e"},
		{`{"id": "g", "text": "%PDF-1.7"}`, "not text", "g"},
		{"\x00\x01\x02\x03", "not JSON", ""},
		{`{"id": "f", "text": "` + strings.Repeat("long ", 1<<18) + `"}`, "too large", ""},
		{`{"id": "last", "text": "See 1 U.S. 4."}`, "", ""},
	}
	var data strings.Builder
	data.WriteString(byteOrderMark)
	var want []string
	for i, l := range lines {
		start := data.Len()
		if i == 0 {
			start = 0
		}
		data.WriteString(l.line)
		if i+1 < len(lines) {
			data.WriteByte('\n')
		}
		if l.rejected != "" && l.rejected != "blank" {
			want = append(want, fmt.Sprintf("%s %s a.jsonl %d %d", l.rejected, l.id, start, data.Len()-start))
		}
	}
	files := map[string]string{
		"a.jsonl": data.String(), "binary": strings.Repeat("\x00\x01\x02", 100), "empty.txt": "", "latin.txt": "Caf\xe9, 1 U.S. 5.",
		"large.txt": strings.Repeat("long ", 1<<18), "scan.pdf": "%PDF-1.7", "z.txt": "See 1 U.S. 6.",
	}
	want = append(want, "not text binary binary 0 300", "no text empty.txt empty.txt 0 0", "too large large.txt large.txt 0 1310720",
		"not text scan.pdf scan.pdf 0 8") // latin.txt is decoded
	out := runOn(t, write(t, files), 3)

	var got []string
	for line := range strings.Lines(joined(t, out, "problems")) {
		var p trouble
		require.NoError(t, json.Unmarshal([]byte(line), &p))
		if p.Rejected != "" { // or about a document that was read
			got = append(got, fmt.Sprintf("%s %s %s %d %d", p.Rejected, p.ID, p.File, p.Offset, p.Bytes))
		}
	}
	assert.Equal(t, want, got)
	var read []string
	for e, err := range export.ReadJSONLines(strings.NewReader(joined(t, out, "citations"))) {
		require.NoError(t, err)
		read = append(read, e.File+" "+e.Text)
	}
	assert.Equal(t, []string{"good 1 U.S. 1", "12345678901234567890 1 U.S. 3", "last 1 U.S. 4", "latin.txt Café, 1 U.S. 5", "z.txt 1 U.S. 6"}, read)

	c := countsOf(t, out)
	size := 0
	for _, data := range files {
		size += len(data)
	}
	assert.Equal(t, int64(size), c.Bytes)
	assert.Equal(t, int64(len(lines)-1+len(files)-1), c.Records)
	assert.Equal(t, int64(5), c.Documents)
	assert.Equal(t, c.Records, c.Documents+sum(c.Rejected))
	assert.Equal(t, int64(len(want)), sum(c.Rejected))
}

// TestProblems holds that what does not fit in a document is not lost.
func TestProblems(t *testing.T) {
	article, err := filepath.Abs("../../testdata/article/article.docx")
	require.NoError(t, err)
	data, err := os.ReadFile(article)
	require.NoError(t, err)
	doc, err := hereinafter.Read(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	out := runOn(t, article, 1)
	assert.Equal(t, len(doc.Problems), strings.Count(joined(t, out, "problems"), `{"problem":`))
	assert.Equal(t, int64(len(doc.Problems)), sum(countsOf(t, out).Problems))
	assert.Contains(t, joined(t, out, "citations"), `{"file":"article.docx","id":"n1.1"`)
}

// TestRerun holds that a corpus gives the same bytes each time, and the same
// lines in the same order however it is cut.
func TestRerun(t *testing.T) {
	var texts []string
	for i := range 40 {
		texts = append(texts, opinions[i%len(opinions)]+strings.Repeat(" the rest of it", 10_000))
	}
	dir := write(t, map[string]string{"a.jsonl": jsonLines(texts[:30]), "b.jsonl": jsonLines(texts[30:]), "c.txt": texts[0]})
	first, second, one := runOn(t, dir, 5), runOn(t, dir, 5), runOn(t, dir, 1)
	entries, err := os.ReadDir(first)
	require.NoError(t, err)
	assert.Len(t, entries, 5*int(outputs)+1, "no other files")
	for _, e := range entries {
		a, err := os.ReadFile(filepath.Join(first, e.Name()))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(second, e.Name()))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(a, b), e.Name())
	}
	for _, output := range outputNames {
		assert.True(t, joined(t, first, output) == joined(t, one, output), output)
	}
	assert.Equal(t, countsOf(t, first), countsOf(t, one))
}

// TestCut holds that each line is in one shard, and in order, wherever the files
// are cut.
func TestCut(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var lines []string
	files := map[string]string{"b.txt": "\n\n", "d.jsonl": ""}
	for _, name := range []string{"a.jsonl", "c.ndjson", "e.JSON"} {
		var data strings.Builder
		for range 12 {
			line := strings.Repeat("x", rng.IntN(30)) + "\n"
			lines = append(lines, fmt.Sprint(name, " ", data.Len(), " ", len(line)))
			data.WriteString(line)
		}
		files[name] = data.String()
	}
	corpus := Corpus{Input: write(t, files)}
	pieces, err := corpus.files(context.Background())
	require.NoError(t, err)
	for n := 1; n <= 80; n++ {
		for _, seekable := range []bool{true, false} {
			var got []string
			blocks := cut(pieces, n, seekable)
			assert.Len(t, blocks, n)
			for _, b := range blocks {
				for r, err := range b.records(context.Background(), 1000) {
					require.NoError(t, err)
					if r.lines {
						got = append(got, fmt.Sprint(r.File, " ", r.Offset, " ", r.Bytes))
					}
				}
			}
			slices.SortStableFunc(got, func(a, b string) int { return strings.Compare(a[:1], b[:1]) })
			assert.Equal(t, lines, got)
		}
	}
}

// TestRefused holds that a run neither mixes its results with others nor succeeds
// without input.
func TestRefused(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "See 1 U.S. 1."})
	j := job{corpus: Corpus{Input: dir, Shards: 1}, output: dir, maxRecord: 1}
	assert.ErrorContains(t, j.run(context.Background()), "holds files already")
	j = job{corpus: Corpus{Input: filepath.Join(dir, "*.jsonl"), Shards: 1}, output: filepath.Join(dir, "out"), maxRecord: 1}
	assert.ErrorContains(t, j.run(context.Background()), "no file matches")
	assert.NoFileExists(t, filepath.Join(dir, "out", countsName))
}

// TestShrunk holds that a file that is shorter than it was is an error, and that
// nothing is left of the shard.
func TestShrunk(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": jsonLines(opinions), "b.txt": opinions[0]})
	for _, name := range []string{"a.jsonl", "b.txt"} {
		out := t.TempDir()
		b := Block{Shards: 1, Pieces: []Piece{{Path: filepath.Join(dir, name), Name: name, Lines: hasLines(name), End: 5000}}}
		err := (&findFn{Output: out, Max: 1 << 20}).ProcessElement(context.Background(), b, func(Counts) { t.Error("counted") })
		assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
		left, err := os.ReadDir(out)
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}

// TestRegistered holds that the steps are registered, so that workers on other
// machines find them, and run without reflection.
func TestRegistered(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	job{corpus: Corpus{Input: "in", Shards: 1}, output: "out", maxRecord: 1}.build(s)
	_, err := vet.Execute(context.Background(), p)
	assert.NoError(t, err)
}
