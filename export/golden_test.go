package export_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/resolve"
)

const (
	notesGolden = "../testdata/export/notes_*.txtar"
	textGolden  = "../testdata/export/text_*.txtar"
)

// TestNotesGolden writes notes, of which the input holds one per line, after its
// label and a period.
func TestNotesGolden(t *testing.T) {
	golden.Run(t, notesGolden, func(t *testing.T, _, in string) string {
		var b bytes.Buffer
		var r resolve.Resolver
		ids := &export.IDs{Authority: docket}
		for line := range strings.Lines(in) {
			label, text, ok := strings.Cut(strings.TrimSpace(line), ". ")
			require.True(t, ok, line)
			var cites []citation.Citation
			for s := range citation.Note(text) {
				cites = append(cites, s.Citations...)
			}
			require.NoError(t, export.WriteJSONLines(&b, ids.Note(label).Lines(cites, r.Note(label, cites))))
		}
		return b.String()
	})
}

// docket stands for the keys of authorities: a case with a docket number has one.
func docket(c citation.Citation) string {
	if c, ok := c.(*citation.Case); ok {
		return c.Docket.Text
	}
	return ""
}

// TestTextGolden writes running text.
func TestTextGolden(t *testing.T) {
	golden.Run(t, textGolden, func(t *testing.T, _, in string) string {
		var b bytes.Buffer
		require.NoError(t, writeText(&b, &export.IDs{File: "opinion.txt"}, in))
		return b.String()
	})
}

// writeText writes the citations of running text.
func writeText(b *bytes.Buffer, ids *export.IDs, text string) error {
	var r resolve.Resolver
	cites := slices.Collect(citation.All(text))
	return export.WriteJSONLines(b, ids.Text().Lines(cites, r.Note("", cites)))
}

// goldenLines are the lines that the golden files want.
func goldenLines(t testing.TB) []string {
	var lines []string
	for _, pattern := range [...]string{notesGolden, textGolden} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			arch, err := txtar.ParseFile(file)
			require.NoError(t, err)
			for _, f := range arch.Files {
				if strings.HasSuffix(f.Name, ".want") {
					lines = append(lines, strings.Split(strings.TrimSpace(string(f.Data)), "\n")...)
				}
			}
		}
	}
	return lines
}

// TestGoldenLinesAreValid holds that the schema describes what is written.
func TestGoldenLinesAreValid(t *testing.T) {
	v, schema := newValidator(t)
	for _, line := range goldenLines(t) {
		var value any
		require.NoError(t, json.Unmarshal([]byte(line), &value), line)
		assert.Empty(t, v.check(schema, value, "line"), line)
	}
	for _, wrong := range []string{
		`{"id":"c1","kind":"web","start":0,"end":9}`, `{"id":"c1","kind":"opus","start":0,"end":9,"text":""}`, `{"id":"c1","kind":"web","start":-1,"end":9,"text":""}`,
		`{"id":"c1","kind":"web","start":0,"end":9,"text":"","urls":[]}`, `{"id":"c1","kind":"web","start":0,"end":9,"text":"","url":{"raw":"x"}}`,
		`{"id":"c1","kind":"web","start":0,"end":9,"text":"","pins":[{"kind":7}]}`, `{"id":"c1","kind":"web","start":0,"end":9,"text":"","etAl":"yes"}`,
	} {
		var value any
		require.NoError(t, json.Unmarshal([]byte(wrong), &value))
		assert.NotEmpty(t, v.check(schema, value, "line"), wrong)
	}
}

// TestGoldenCovers holds that the golden files have a line of each kind, that
// each key is in a line, and that a kind with fields of its own has each of
// them in one.
func TestGoldenCovers(t *testing.T) {
	seen := make(map[string]bool)
	for _, line := range goldenLines(t) {
		var l export.Line
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		require.NoError(t, dec.Decode(&l), line)
		for _, key := range filled(reflect.ValueOf(l)) {
			seen[key], seen[string(l.Kind)+" "+key] = true, true
			if works[l.Kind] {
				seen["work "+key] = true
			}
		}
	}
	for _, key := range allKeys(reflect.TypeFor[export.Line]()) {
		assert.True(t, seen[key], "no golden line has %s", key)
	}
	for _, kind := range newGenerator(t).values["Kind"] {
		if !assert.True(t, seen[kind+" text"], "no golden line of the kind %s", kind) || provisions[citation.Kind(kind)] {
			continue
		}
		for _, key := range keysOfKind(t, citation.Kind(kind)) {
			if key == "weight" || strings.Contains(key, ".") { // of any kind
				continue
			}
			if kind == "book" && (key == "page" || key == "container") { // a chapter's
				continue
			}
			assert.True(t, seen[kind+" "+key] || works[citation.Kind(kind)] && seen["work "+key], "no golden line of the kind %s has %s", kind, key)
		}
	}
}

// works are the kinds that are one in all but name.
var works = map[citation.Kind]bool{
	citation.KindAI: true, citation.KindDataset: true, citation.KindFilm: true, citation.KindInterview: true, citation.KindLetter: true,
	citation.KindManuscript: true, citation.KindNews: true, citation.KindPost: true, citation.KindReport: true, citation.KindSoftware: true,
	citation.KindSpeech: true, citation.KindThesis: true, citation.KindWeb: true,
}

// provisions are the kinds that share the fields of a provision, of which each
// has its share only.
var provisions = map[citation.Kind]bool{
	citation.KindEthics: true, citation.KindInternational: true, citation.KindLegislative: true, citation.KindPatent: true, citation.KindRecord: true,
	citation.KindRegulation: true, citation.KindRule: true, citation.KindSessionLaw: true, citation.KindStatute: true,
}

// keysOfKind returns the keys that come back when all are filled and read into
// a citation of the kind.
func keysOfKind(t *testing.T, kind citation.Kind) []string {
	var all citation.KindFields
	fill(reflect.ValueOf(&all).Elem())
	f := citation.Fields{HeadFields: citation.HeadFields{Kind: kind}, KindFields: all}
	c, err := f.Citation()
	require.NoError(t, err)
	return filled(reflect.ValueOf(citation.Flatten(c).KindFields))
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.String:
		v.SetString("2000")
	case reflect.Bool:
		v.SetBool(true)
	}
}

// filled returns the keys of a struct that are not zero, with those of the
// structs in them: "reports.page".
func filled(v reflect.Value) (keys []string) {
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		if f.Anonymous {
			keys = append(keys, filled(x)...)
			continue
		}
		if x.IsZero() {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys = append(keys, key)
		items := []reflect.Value{x}
		if x.Kind() == reflect.Slice {
			items = nil
			for i := range x.Len() {
				items = append(items, x.Index(i))
			}
		}
		for _, item := range items {
			if item = reflect.Indirect(item); item.Kind() == reflect.Struct {
				for _, inner := range filled(item) {
					keys = append(keys, key+"."+inner)
				}
			}
		}
	}
	return keys
}

// allKeys returns the keys that a struct may have, as filled names them.
func allKeys(t reflect.Type) (keys []string) {
	for _, f := range fieldsOf(t) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys = append(keys, key)
		inner := f.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			for _, k := range allKeys(inner) {
				keys = append(keys, key+"."+k)
			}
		}
	}
	return keys
}
