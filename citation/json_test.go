package citation_test

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
)

// goldenTexts are the inputs of the golden files.
func goldenTexts(t *testing.T) []string {
	files, err := filepath.Glob("../testdata/citation/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var texts []string
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, f := range arch.Files {
			if !strings.HasSuffix(f.Name, ".want") {
				texts = append(texts, string(f.Data))
			}
		}
	}
	return texts
}

// TestJSONReadsBack holds that a citation read back from its JSON is the same
// in all that the JSON shows and in how it is written.
func TestJSONReadsBack(t *testing.T) {
	readsBack(t, goldenTexts(t))
}

// TestJSONReadsBackCorpus holds the same on real opinions and articles.
func TestJSONReadsBackCorpus(t *testing.T) {
	texts := corpus("../../shared/corpus/opinions.txt")
	articles, _ := filepath.Glob("../../shared/corpus/lawreview/*.txt")
	for _, file := range articles {
		texts = append(texts, corpus(file)...)
	}
	if texts == nil {
		t.Skip("no ../shared/corpus")
	}
	readsBack(t, texts)
}

func readsBack(t *testing.T, texts []string) {
	for _, text := range texts {
		for s := range citation.Note(text) {
			for _, c := range s.Citations {
				checkReadsBack(t, c)
			}
		}
		for c := range citation.All(text) {
			checkReadsBack(t, c)
		}
		if t.Failed() {
			return
		}
	}
}

func checkReadsBack(t *testing.T, c citation.Citation) {
	t.Helper()
	data, err := json.Marshal(c)
	require.NoError(t, err)
	again, err := citation.Unmarshal(data)
	require.NoError(t, err, "%s", data)
	data2, err := json.Marshal(again)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(data2))
	assertSame(t, c, again)
	inner := slices.Collect(citation.Within(again))
	i := 0
	for want := range citation.Within(c) {
		if assert.Less(t, i, len(inner), "%s", data) {
			assertSame(t, want, inner[i])
		}
		i++
	}
	assert.Len(t, inner, i)
}

// assertSame holds what the methods of two citations return together.
func assertSame(t *testing.T, want, got citation.Citation) {
	t.Helper()
	assert.Equal(t, want.Kind(), got.Kind())
	assert.Equal(t, want.String(), got.String())
	assert.Equal(t, want.Common().Span, got.Common().Span)
	assert.Equal(t, strings.ToValidUTF8(want.Common().Text(), "\uFFFD"), got.Common().Text())
}

// TestJSONOfType reads JSON into a citation of a known kind.
func TestJSONOfType(t *testing.T) {
	const text = "See Doe v. Roe, 410 F.3d 98, 101 (2d Cir. 2005) (citing Poe v. Moe, 210 F.3d 88 (2d Cir. 2000)), aff'd, 550 U.S. 9 (2007)."
	c, err := citation.Parse(text)
	require.NoError(t, err)
	data, err := json.Marshal(map[string]any{"cite": c})
	require.NoError(t, err)
	var into struct{ Cite citation.Case }
	require.NoError(t, json.Unmarshal(data, &into))
	assertSame(t, c, &into.Cite)
	assert.Equal(t, c.(*citation.Case).Reports[0].Reporter, into.Cite.Reports[0].Reporter, "the row of the table")
	assert.Equal(t, "ca2", into.Cite.Court.ID)
	require.Len(t, into.Cite.Parens, 1)
	assert.Equal(t, "Poe v. Moe, 210 F.3d 88 (2d Cir. 2000)", into.Cite.Parens[0].Citations[0].Common().Text())
	require.Len(t, into.Cite.History, 1)
	assert.Equal(t, "550 U.S. 9 (2007)", into.Cite.History[0].Case.Text())

	var other citation.Id
	err = json.Unmarshal(data[len(`{"cite":`):len(data)-1], &other)
	require.ErrorIs(t, err, citation.ErrKind)
	var none *citation.Case
	require.NoError(t, json.Unmarshal([]byte("null"), &none))
	assert.Nil(t, none)
}

// TestJSONUnknownRows holds that rows that are in no table are kept as they are.
func TestJSONUnknownRows(t *testing.T) {
	const data = `{"kind":"case","start":0,"end":9,"text":"9 Zz. 145",` +
		`"reports":[{"volume":"9","reporter":"Zz.","page":"145","asWritten":"Zz."}],"court":"zz1","date":"1999"}`
	c, err := citation.Unmarshal([]byte(data))
	require.NoError(t, err)
	assert.Equal(t, "9 Zz. 145 (1999)", c.String())
	assert.Equal(t, "zz1", c.(*citation.Case).Court.ID)

	tables := citation.Builtin()
	tables.Reporters = append(tables.Reporters, citation.Reporter{Abbrev: "Zz.", Name: "Zz Reports", Shape: "{year} @ {page}"})
	p, err := citation.NewParser(tables)
	require.NoError(t, err)
	c, err = p.Unmarshal([]byte(data))
	require.NoError(t, err)
	assert.Equal(t, "Zz Reports", c.(*citation.Case).Reports[0].Reporter.Name)
	out, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(out), `"reporterName":"Zz Reports"`, "another parser has no such row")
}

func TestJSONErrors(t *testing.T) {
	for _, c := range []struct {
		data, key string
		at        string // what the offset points at
		err       error
	}{
		{`{"kind":"opus"}`, "kind", `"opus"`, citation.ErrKind},
		{`{}`, "kind", ``, citation.ErrKind},
		{`{"kind":"web", "date" : "2019-13"}`, "date", `"2019-13"`, citation.ErrNotDate},
		{`{"kind":"web","accessed":"yesterday"}`, "accessed", `"yesterday"`, citation.ErrNotDate},
		{`{"kind":"statute","promulgation":{"body":"x","date":"?"}}`, "promulgation.date", `"?"`, citation.ErrNotDate},
		{`{"kind":"id","start":-4}`, "start", `-4`, nil},
		{`{"kind":"id","start":4,"end":3}`, "end", `3`, nil},
		{`{"kind":"id","parentheticals":["x"],"within":[{"kind":"id","parenthetical":1},{"kind":"web","date":"x","parenthetical":1}]}`, "within.1.date", `"x"`, citation.ErrNotDate},
		{`{"kind":"id","within":[{"kind":"id"}]}`, "within.0", `{"kind":"id"}`, citation.ErrPlace},
		{`{"kind":"case","history":[{"phrase":"affirmed"}],"within":[{"kind":"id"}]}`, "within.0", `{"kind":"id"}`, citation.ErrPlace},
		{`{"kind":"id","within":[{"kind":"none"}]}`, "within.0.kind", `"none"`, citation.ErrKind},
		{`{"kind":"id"`, "", ``, nil},
		{`{"kind":`, "", ``, nil},
		{strings.Repeat(`{"kind":"id","parentheticals":["x"],"parenthetical":1,"within":[`, 200) + strings.Repeat("]}", 200), strings.Repeat("within.0.", 64) + "within.0", `{"kind":"id"`, citation.ErrDepth},
	} {
		got, err := citation.Unmarshal([]byte(c.data))
		var e *citation.JSONError
		if !assert.ErrorAs(t, err, &e, c.data) {
			continue
		}
		assert.Nil(t, got)
		assert.Equal(t, c.key, e.Key, c.data)
		assert.NotEmpty(t, e.Error())
		if c.err != nil {
			assert.ErrorIs(t, err, c.err, c.data)
		}
		if c.at != "" {
			assert.True(t, strings.HasPrefix(c.data[e.Offset:], c.at), "%s at %d", c.data, e.Offset)
		}
	}
	_, err := citation.Unmarshal([]byte(`{"kind":"web","date":2019}`))
	var e *citation.JSONError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "date", e.Key)
	bad := citation.Fields{HeadFields: citation.HeadFields{Kind: citation.KindWeb}, KindFields: citation.KindFields{Date: "?"}}
	c, err := bad.Citation()
	require.ErrorIs(t, err, citation.ErrNotDate)
	assert.Nil(t, c)
	_, err = (&citation.Fields{}).Citation()
	require.ErrorAs(t, err, &e)
	assert.Equal(t, -1, e.Offset)
	assert.False(t, errors.Is(err, citation.ErrDepth))
}

// everyKind are the zero values of all kinds.
var everyKind = []citation.Citation{
	&citation.Article{}, &citation.Book{}, &citation.Case{}, &citation.Constitution{}, &citation.Ethics{}, &citation.Id{}, &citation.Infra{},
	&citation.International{}, &citation.Legislative{}, &citation.Patent{}, &citation.Record{}, &citation.Reference{}, &citation.Regulation{},
	&citation.Restatement{}, &citation.Rule{}, &citation.SessionLaw{}, &citation.ShortCase{}, &citation.ShortStatute{}, &citation.ShortWork{},
	&citation.Statute{}, &citation.Supra{}, &citation.Treaty{}, &citation.Work{},
}

// TestMadeByHand holds that citations that no text gave behave: empty ones, and
// those with an item that says nothing, or nothing sensible, in each list.
func TestMadeByHand(t *testing.T) {
	for _, zero := range everyKind {
		t.Run(string(zero.Kind()), func(t *testing.T) {
			_ = zero.String()
			assert.Empty(t, zero.Common().Text())
			checkReadsBack(t, zero)
			for _, number := range []int64{1, -7, 99} {
				full := reflect.New(reflect.TypeOf(zero).Elem())
				fillIn(full.Elem(), number, 0)
				c := full.Interface().(citation.Citation)
				_ = c.String()
				assert.Empty(t, c.Common().Text())
				data, err := json.Marshal(c)
				require.NoError(t, err)
				if number == 1 {
					again, err := citation.Unmarshal(data)
					require.NoError(t, err, "%s", data)
					assert.Equal(t, c.String(), again.String())
				}
				for range citation.Within(c) {
				}
			}
		})
	}
	hand := &citation.Case{Name: citation.Phrase{Text: "Doe v. Roe"}, Reports: []citation.Report{{Volume: "9", AsWritten: "Zz.", Page: "145"}}, Date: citation.Date{Year: 1999}}
	assert.Equal(t, "Doe v. Roe, 9 Zz. 145 (1999)", hand.String())
	hand.History = []citation.Event{{Phrase: "affirmed", Case: hand}}
	_, err := json.Marshal(hand)
	require.ErrorIs(t, err, citation.ErrDepth, "a case in its own history")
}

// fillIn gives every exported field a value: each list one item, each pointer
// something, each number the given one.
func fillIn(v reflect.Value, number int64, depth int) {
	if d, ok := v.Addr().Interface().(*citation.Date); ok && number == 1 {
		*d = citation.Date{Year: 1999, Month: 1}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillIn(v.Field(i), number, depth)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Interface {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fillIn(v.Index(0), number, depth)
		}
	case reflect.Pointer:
		if depth < 2 && number > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fillIn(v.Elem(), number, depth+1)
		}
	case reflect.Int:
		v.SetInt(number)
	case reflect.String:
		v.SetString("7")
	case reflect.Bool:
		v.SetBool(true)
	}
}

// FuzzUnmarshal reads any JSON: what is read can be written and read again.
func FuzzUnmarshal(f *testing.F) {
	for _, text := range []string{
		"Doe v. Roe, 410 F.3d 98, 101 (2d Cir. 2005) (citing Poe v. Moe, 210 F.3d 88 (2d Cir. 2000)), aff'd, 550 U.S. 9 (2007)",
		"Jane Roe, Paper Cuts, 120 Yale L.J. 950, 951 (2011)", "42 U.S.C. §§ 1983-85 (2018)", "Roe, supra note 4, at 951",
		"Vienna Convention on Diplomatic Relations art. 3, Apr. 18, 1961, 500 U.N.T.S. 95",
	} {
		c, err := citation.Parse(text)
		require.NoError(f, err)
		data, err := json.Marshal(c)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := citation.Unmarshal(data)
		if err != nil {
			var e *citation.JSONError
			require.ErrorAs(t, err, &e)
			require.GreaterOrEqual(t, e.Offset, 0)
			require.LessOrEqual(t, e.Offset, len(data))
			return
		}
		_ = c.String()
		out, err := json.Marshal(c)
		require.NoError(t, err)
		again, err := citation.Unmarshal(out)
		require.NoError(t, err, "%s", out)
		require.Equal(t, c.String(), again.String())
	})
}
