package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/resolve"
)

// texts are real opinions, where they are at hand, and otherwise those written
// for the project.
func texts(t testing.TB) []string {
	data, err := os.ReadFile("../../shared/corpus/opinions.txt")
	if err != nil {
		t.Log("no ../shared/corpus/opinions.txt")
		data, err = os.ReadFile("../testdata/bench/opinions.txt")
	}
	require.NoError(t, err)
	return strings.Split(string(data), "\n\f\n")
}

// TestReadsBack holds that lines that are read back are the same, and hold
// citations that are written alike and link alike.
func TestReadsBack(t *testing.T) {
	_, schema := newValidator(t)
	v, _ := newValidator(t)
	for i, text := range texts(t) {
		cites := slices.Collect(citation.All(text))
		var want, again bytes.Buffer
		require.NoError(t, writeText(&want, new(export.IDs), text))
		var entries []export.Entry
		for e, err := range export.ReadJSONLines(bytes.NewReader(want.Bytes())) {
			require.NoError(t, err)
			entries = append(entries, e)
		}
		top := topLevel(entries)
		require.Len(t, top, len(cites), "document %d", i)
		for k, c := range cites {
			require.Equal(t, c.String(), top[k].String())
		}
		var r resolve.Resolver
		require.NoError(t, export.WriteJSONLines(&again, new(export.IDs).Text().Lines(top, r.Note("", top))))
		requireSameLines(t, want.String(), again.String())
		for line := range strings.Lines(want.String()) {
			var value any
			require.NoError(t, json.Unmarshal([]byte(line), &value))
			require.Empty(t, v.check(schema, value, "line"), line)
		}
	}
}

func topLevel(entries []export.Entry) (top []citation.Citation) {
	for _, e := range entries {
		if e.Parent == "" {
			top = append(top, e.Cite)
		}
	}
	return top
}

// requireSameLines compares lines without the key "string": what was read back
// knows the id of the head of its string cite, but not the head.
func requireSameLines(t *testing.T, want, got string) {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	require.Len(t, b, len(a))
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		var l export.Line
		require.NoError(t, json.Unmarshal([]byte(a[i]), &l))
		l.String = ""
		var w bytes.Buffer
		require.NoError(t, export.WriteJSONLines(&w, slices.Values([]export.Line{l})))
		require.Equal(t, w.String(), b[i]+"\n")
	}
}

// TestLineIsJSON holds that a citation marshals to the keys of its line, those
// left out that only a document knows.
func TestLineIsJSON(t *testing.T) {
	for _, text := range texts(t)[:5] {
		cites := slices.Collect(citation.All(text))
		var all []citation.Citation
		for _, c := range cites {
			all = append(append(all, c), slices.Collect(citation.Within(c))...)
		}
		i := 0
		for l := range new(export.IDs).Text().Lines(cites, nil) {
			l.ID, l.String, l.Parent, l.Parenthetical = "", "", "", 0
			for k := range l.History {
				l.History[k].ID = ""
			}
			line, err := json.Marshal(l)
			require.NoError(t, err)
			var f citation.Fields
			data, err := json.Marshal(all[i])
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(data, &f))
			f.Within = nil
			want, err := json.Marshal(f)
			require.NoError(t, err)
			require.Equal(t, string(want), strings.Replace(string(line), `"id":"",`, "", 1))
			i++
		}
		require.Len(t, all, i)
	}
}

func TestReadsTree(t *testing.T) {
	const text = "Doe v. Roe, 410 F.3d 98 (2d Cir. 2005) (en banc) (citing Poe v. Moe, 210 F.3d 88 (2d Cir. 2000) (quoting Lee v. Lee, 12 F.2d 3 (8th Cir. 1926))), aff'd, 550 U.S. 9 (2007)."
	var b bytes.Buffer
	require.NoError(t, writeText(&b, new(export.IDs), text))
	lines := strings.SplitAfter(b.String(), "\n")
	require.Len(t, lines, 5) // four and nothing

	entries := read(t, b.String())
	whole := entries[0].Cite.(*citation.Case)
	assert.Same(t, entries[1].Cite, whole.Parens[1].Citations[0])
	assert.Same(t, entries[2].Cite, entries[1].Cite.Common().Parens[0].Citations[0])
	assert.Same(t, entries[3].Cite, whole.History[0].Case)

	some := read(t, lines[0]+lines[2]+"\n \n"+lines[3])
	require.Len(t, some, 3, "a selection")
	assert.Equal(t, []string{"c1", "c1.1.1", "c1.2"}, []string{some[0].ID, some[1].ID, some[2].ID})
	assert.Nil(t, some[0].Cite.Common().Parens[1].Citations)
	assert.Equal(t, "Doe v. Roe, 410 F.3d 98 (2d Cir. 2005) (en banc) (citing Poe v. Moe, 210 F.3d 88 (2d Cir. 2000) (quoting Lee v. Lee, 12 F.2d 3 (8th Cir. 1926))), affirmed", some[0].Cite.String())
}

func read(t *testing.T, lines string) (entries []export.Entry) {
	for e, err := range export.ReadJSONLines(strings.NewReader(lines)) {
		require.NoError(t, err)
		entries = append(entries, e)
	}
	return entries
}

// TestReadErrors holds that a line that cannot be read is reported and that the
// others are read.
func TestReadErrors(t *testing.T) {
	const in = `{"id":"c1","kind":"id","start":0,"end":3,"text":"Id."}
{"id":"c2","kind":"opus"}
{"id":"c3","kind":"web","date":"2019-02-30"}

{"id":4,"kind":"id"}
nonsense
{"id":"c5","kind":"id","start":9,"end":12,"text":"Id."}`
	var got []string
	for e, err := range export.ReadJSONLines(strings.NewReader(in)) {
		if err != nil {
			var line *export.LineError
			require.ErrorAs(t, err, &line)
			got = append(got, fmt.Sprint(line.Line))
			if line.Line == 3 {
				assert.ErrorIs(t, err, citation.ErrNotDate)
				assert.Contains(t, err.Error(), `line 3: byte 31: key "date"`)
			}
			continue
		}
		got = append(got, e.ID)
	}
	assert.Equal(t, []string{"c1", "2", "3", "5", "6", "c5"}, got)

	broken := errors.New("broken")
	var last error
	n := 0
	for _, err := range export.ReadJSONLines(io.MultiReader(strings.NewReader(in[:60]), iotest.ErrReader(broken))) {
		last = err
		n++
	}
	assert.ErrorIs(t, last, broken)
	assert.Equal(t, 3, n, "a line, the rest of one, the error")

	for e := range export.ReadJSONLines(strings.NewReader(in)) {
		assert.Equal(t, "c1", e.ID)
		break
	}
	assert.ErrorIs(t, export.WriteJSONLines(failing{}, slices.Values([]export.Line{{}})), io.ErrClosedPipe)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// TestDeepLines holds that lines that nest without end are read without building
// such a citation.
func TestDeepLines(t *testing.T) {
	var b strings.Builder
	id := "c1"
	for i := range 2000 {
		parent := id
		if i > 0 {
			id = fmt.Sprintf("x%d", i)
		} else {
			parent = ""
		}
		fmt.Fprintf(&b, `{"id":%q,"kind":"id","start":0,"end":3,"text":"Id.","parentheticals":["x"],"parenthetical":1,"parent":%q}`+"\n", id, parent)
	}
	entries := read(t, b.String())
	require.Len(t, entries, 2000)
	assert.Less(t, len(slices.Collect(citation.Within(entries[0].Cite))), 100)
}

// TestManyInside holds that a citation with more inside it than any has is read,
// and holds a bounded number of them.
func TestManyInside(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"id":"c1","kind":"id","parentheticals":["x"]}`)
	for i := range 6000 {
		fmt.Fprintf(&b, "\n"+`{"id":"c1.%d","kind":"id","parent":"c1","parenthetical":1}`, i+1)
	}
	entries := read(t, b.String())
	require.Len(t, entries, 6001)
	assert.Len(t, entries[0].Cite.Common().Parens[0].Citations, 4095)
}

func TestIDs(t *testing.T) {
	ids := new(export.IDs)
	cite := func(text string) citation.Citation {
		c, err := citation.Parse(text)
		require.NoError(t, err)
		return c
	}
	var got []string
	add := func(p *export.Part) {
		c := cite("Doe v. Roe, 531 U.S. 98 (2000) (citing Poe v. Moe, 410 U.S. 113 (1973))")
		p.Add(c)
		p.Add(c) // it keeps its id
		got = append(got, ids.Of(c))
		for inner := range citation.Within(c) {
			got = append(got, ids.Of(inner))
		}
	}
	for _, label := range []string{"8", "8", "8-2", "8", "1.1", "1", ""} {
		add(ids.Note(label))
	}
	add(ids.Body())
	add(ids.Text())
	add(ids.Body())
	assert.Equal(t, strings.Fields("n8.1 n8.1.1 n8-2.1 n8-2.1.1 n8-2-2.1 n8-2-2.1.1 n8-3.1 n8-3.1.1 n1-1.1 n1-1.1.1 n1.1 n1.1.1 n.1 n.1.1 b1 b1.1 c1 c1.1 b2 b2.1"), got)
	assert.Empty(t, ids.Of(cite("Id.")))
}

// TestForwardLink holds that a link may point to a citation whose line comes
// later, as from a body to its notes.
func TestForwardLink(t *testing.T) {
	full, err := citation.Parse("Doe v. Roe, 531 U.S. 98 (2000)")
	require.NoError(t, err)
	short, err := citation.Parse("Doe, 531 U.S. at 99")
	require.NoError(t, err)
	ids := new(export.IDs)
	ids.Note("1").Add(full)
	for l := range ids.Body().Lines([]citation.Citation{short}, []resolve.Link{{From: short, To: full, Source: full, Why: resolve.SameVolume}}) {
		assert.Equal(t, []string{"b1", "n1.1", "n1.1"}, []string{l.ID, l.Antecedent, l.Source})
	}
}

// TestStreams holds that citations can be written one by one, as they are
// found.
func TestStreams(t *testing.T) {
	text := texts(t)[0]
	var whole, parts bytes.Buffer
	require.NoError(t, export.WriteJSONLines(&whole, new(export.IDs).Text().Lines(slices.Collect(citation.All(text)), nil)))
	part := new(export.IDs).Text()
	for c := range citation.All(text) {
		require.NoError(t, export.WriteJSONLines(&parts, part.Lines([]citation.Citation{c}, nil)))
	}
	assert.Equal(t, whole.String(), parts.String())
}

// FuzzReadJSONLines reads any lines: what is read can be written and read again.
func FuzzReadJSONLines(f *testing.F) {
	f.Add(strings.Join(goldenLines(f), "\n"))
	f.Add(`{"id":"c1","kind":"case","history":[{"phrase":"affirmed","id":"c1.1"}]}` + "\n" + `{"id":"c1.1","kind":"case","parent":"c1"}`)
	f.Fuzz(func(t *testing.T, in string) {
		var lines []export.Line
		for e, err := range export.ReadJSONLines(strings.NewReader(in)) {
			if err != nil {
				var line *export.LineError
				require.ErrorAs(t, err, &line)
				continue
			}
			_ = e.Cite.String()
			lines = append(lines, e.Line)
		}
		var b bytes.Buffer
		require.NoError(t, export.WriteJSONLines(&b, slices.Values(lines)))
		n := 0
		for _, err := range export.ReadJSONLines(&b) {
			require.NoError(t, err)
			n++
		}
		require.Equal(t, len(lines), n)
	})
}

// BenchmarkLines writes and reads the lines of opinions.
func BenchmarkLines(b *testing.B) {
	var cites [][]citation.Citation
	size := 0
	for _, text := range texts(b)[:20] {
		cites = append(cites, slices.Collect(citation.All(text)))
		size += len(text)
	}
	var out bytes.Buffer
	write := func() {
		out.Reset()
		for _, list := range cites {
			if err := export.WriteJSONLines(&out, new(export.IDs).Text().Lines(list, nil)); err != nil {
				b.Fatal(err)
			}
		}
	}
	write()
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			write()
		}
	})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(out.Len()))
		for b.Loop() {
			for _, err := range export.ReadJSONLines(bytes.NewReader(out.Bytes())) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
