package citation_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// unread are the citations of the golden files of which String does not read
// back, by the beginning of their text, with what is read instead.
var unread = []struct{ reason, text, read string }{
	{
		"a name of which the first word is a party only after a signal",
		"Gladstone, Realtors v. Village of Bellwood", "byte 0: text around the citation",
	},
	{
		"a party named Post: by itself the word points to another opinion",
		"Post, 109 N.M. at 181", "reference post, at 181, 109 N.M. at 181",
	},
	{
		"a section sign that was lost and that String restores makes the treatise a law of that name",
		"Theodore Roe, Labor Law 28.04", "statute Theodore Roe, N.Y. Lab. Law § 28.04, at 28–65 (1989)",
	},
	{
		"a parenthetical is written after the address, where it does not say that a piece is to be printed",
		"Carl Anders, Bleach", "web Carl Anders, Bleach, Yale L.J., https://ssrn.example/3 (forthcoming)",
	},
	{
		"a figure that is a parenthetical in a sentence and part of the section at a citation's end",
		"§ 1983 (1)", "shortstatute § 1983 (1)",
	},
}

// TestStringParses holds that the String of a citation, parsed again, is a
// citation of the same kind and fields, and that its signal, written before it, is
// read as its signal. The citations are those of the golden files at top level, and of
// the seeds of the fuzz targets.
func TestStringParses(t *testing.T) {
	failed := make(map[string]string)
	count := 0
	each := func(where string, c citation.Citation) {
		if needsContext(c) {
			return
		}
		count++
		if text := known(c); text != "" {
			if again, err := citation.Parse(c.String()); err != nil {
				failed[text] = err.Error()
			} else if !same(t, c, again) {
				failed[text] = string(again.Kind()) + " " + again.String()
			}
			return
		}
		for _, written := range []string{c.String(), signalled(c)} {
			again, err := citation.Parse(written)
			if !assert.NoError(t, err, "%s: %q", where, written) {
				continue
			}
			if !same(t, c, again) { // the comparison that shows the difference is slow
				assert.Equal(t, content(t, c), content(t, again), "%s: %q", where, written)
			}
			if written != c.String() {
				assert.Equal(t, c.Common().Signal.Word, again.Common().Signal.Word, "%s: %q", where, written)
			}
		}
	}
	goldenCitations(t, each)
	for _, s := range seeds {
		for s := range citation.Note(s) {
			for _, c := range s.Citations {
				each("seeds", c)
			}
		}
	}
	assert.Greater(t, count, 1100)
	for _, u := range unread {
		assert.Equal(t, u.read, failed[u.text], "where nothing is read wrongly, take it off the list: %q", u.text)
	}
}

// known returns the beginning of the citation's text that is on the list of those
// that do not read back; empty when none is.
func known(c citation.Citation) string {
	for _, u := range unread {
		if strings.HasPrefix(c.Common().Text(), u.text) {
			return u.text
		}
	}
	return ""
}

// goldenCitations calls each for the citations of the golden files, at top level.
func goldenCitations(t *testing.T, each func(where string, c citation.Citation)) {
	files, err := filepath.Glob("../testdata/citation/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		note := strings.HasPrefix(filepath.Base(file), "notes_")
		for _, f := range arch.Files {
			where, in := filepath.Base(file)+" "+f.Name, string(f.Data)
			switch {
			case !strings.HasSuffix(f.Name, ".in"):
			case note:
				for s := range citation.Note(in) {
					for _, c := range s.Citations {
						each(where, c)
					}
				}
			default:
				for c := range citation.All(in) {
					each(where, c)
				}
			}
		}
	}
}

// TestStringParsesCorpus holds the part of the citations of real opinions that
// read back.
func TestStringParsesCorpus(t *testing.T) {
	docs := corpus("../../shared/corpus/opinions.txt")
	if docs == nil {
		t.Skip("no ../shared/corpus/opinions.txt")
	}
	count, lost, apart := 0, 0, 0
	for _, doc := range docs {
		for c := range citation.All(doc) {
			if needsContext(c) {
				apart++
				continue
			}
			count++
			if again, err := citation.Parse(c.String()); err != nil || !same(t, c, again) {
				lost++
				t.Logf("%s: %q written %q", c.Kind(), c.Common().Text(), c)
			}
		}
	}
	t.Logf("%d of %d citations do not read back; %d short forms that need their context left out", lost, count, apart)
	assert.Less(t, lost*1000, count*4, "more than 0.4 percent")
	assert.Less(t, apart*50, count, "more than two percent left out")
}

// unreadRows are the spellings of rows that are read, but not after they are written
// with the row's abbreviation.
var unreadRows = map[string]string{
	"Mich. Admin. Code R. r. 323.1057": "the R. of the spelling and the r. of the layout are one word",
	"FAC ¶ 12":                         "Florida's code, which has no paragraphs; a complaint's",
}

// TestRowsReadBack holds the round trip for the example of every row of the tables,
// in each of the row's spellings.
func TestRowsReadBack(t *testing.T) {
	count, failed := 0, make(map[string]bool)
	one := func(text string) {
		c, err := citation.Parse(text)
		if err != nil || needsContext(c) {
			return
		}
		count++
		again, err := citation.Parse(c.String())
		if failed[text] = err != nil || !same(t, c, again); failed[text] {
			assert.Contains(t, unreadRows, text, "written %q", c)
		}
	}
	each := func(before, abbrev string, also []string, example string) {
		one(before + example)
		for _, form := range also {
			one(before + strings.Replace(example, abbrev, form, 1))
		}
	}
	tables := citation.Builtin()
	for _, r := range tables.Reporters {
		each("", r.Abbrev, r.Also, r.Example)
		each("Doe v. Roe, ", r.Abbrev, r.Also, r.Example)
	}
	for _, r := range tables.Courts {
		each("Doe v. Roe, 98 F.3d 101 ", r.Cite, r.Also, r.Example)
	}
	for _, r := range tables.Codes {
		each("", r.Abbrev, r.Also, r.Example)
	}
	for _, r := range tables.Journals {
		each("Jane Roe, Ink, ", r.Abbrev, r.Also, r.Example)
	}
	for _, r := range tables.Series {
		each("Treaty of Ink, U.S.-Japan, May 3, 1990, ", r.Abbrev, r.Also, r.Example)
	}
	for _, r := range tables.Jurisdictions {
		each("", r.Abbrev, append(r.Also, r.Name), r.Example)
	}
	for _, r := range tables.Subjects {
		one(r.Example)
	}
	for _, r := range tables.Treatises {
		each("", r.Abbrev, r.Also, r.Example)
	}
	data, err := os.ReadFile("../internal/tables/phrases.tsv")
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		one(line[strings.LastIndexByte(line, '\t')+1:])
	}
	assert.Greater(t, count, 15000)
	for text := range unreadRows {
		assert.True(t, failed[text], "%q reads back now: take it off the list", text)
	}
}

// needsContext reports whether a citation, or one inside it, is a short form that
// is one only after the full citation that it shortens, since nothing but a name and
// a number is written: a work by its author, "Cohen 123", and a case by its name
// and a page, "Gordon, at 574". By themselves they are prose. All other short forms
// (id., supra, a section, a case by its reporter, a reference) are recognised by
// what is written, and read back.
func needsContext(c citation.Citation) bool {
	switch c := c.(type) {
	case *citation.ShortWork:
		return true
	case *citation.ShortCase:
		if c.Reports == nil || c.Reports[0].Page != "" || len(c.Pins) > 0 && len(c.Reports[0].Pins) > 0 && pinsApart(c.Pins, c.Reports[0].Pins) {
			return true
		}
	}
	return slices.ContainsFunc(citation.Children(c), needsContext)
}

// pinsApart reports whether a page is written before the report: "Daniels, at 331,
// 106 S. Ct., at 665".
func pinsApart(pins, ofReport []citation.Pin) bool { return pins[0].From != ofReport[0].From }

// inner are the signals that only go on from another: "compare X, with Y, and Z".
var inner = []string{"with", "and"}

// signalled returns the citation written after its signal.
func signalled(c citation.Citation) string {
	word := c.Common().Signal.Word
	if word == "" || slices.Contains(inner, word) {
		return c.String()
	}
	text := []rune(word + " " + c.String())
	text[0] = unicode.ToUpper(text[0])
	return string(text)
}

// same reports whether two citations have one kind and the same fields.
func same(t require.TestingT, c, d citation.Citation) bool {
	return assert.ObjectsAreEqual(content(t, c), content(t, d))
}

// content returns the fields of a citation as its JSON has them, with those of the
// citations inside it, without what says where and how they are written.
func content(t require.TestingT, c citation.Citation) any {
	data, err := json.Marshal(c)
	require.NoError(t, err)
	var fields map[string]any
	require.NoError(t, json.Unmarshal(data, &fields))
	delete(fields, "signal") // String leaves it out
	return bare(fields)
}

// asWritten are the fields that say where a citation is and how it is written.
var asWritten = []string{"start", "end", "text", "asWritten", "raw", "courtText", "force"}

// bare removes from a value of JSON the fields of asWritten, the spelling of a
// series that is in a table, and pages and volumes that are not yet known. Noise in
// a text, such as line breaks, is a blank.
func bare(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, field := range v {
			if field = bare(field); field == nil || slices.Contains(asWritten, k) || k == "series" && v["code"] != nil {
				delete(v, k)
				continue
			}
			v[k] = field
		}
		if v["kind"] == string(citation.PinPage) && v["from"] == nil {
			return nil
		}
		return v
	case []any:
		var kept []any
		for _, e := range v {
			if e = bare(e); e != nil {
				kept = append(kept, e)
			}
		}
		if kept == nil {
			return nil
		}
		return kept
	case string:
		if strings.Trim(v, "_–—-") == "" {
			return nil
		}
		return strings.Join(strings.Fields(lex.Clean(v)), " ")
	}
	return v
}
