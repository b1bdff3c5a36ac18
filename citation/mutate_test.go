package citation_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/mutate"
)

// ownTexts returns what the golden files of a kind hold, in one text.
func ownTexts(t *testing.T, pattern string) string {
	t.Helper()
	files, err := filepath.Glob("../testdata/citation/" + pattern)
	require.NoError(t, err)
	var b strings.Builder
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, f := range arch.Files {
			if strings.HasSuffix(f.Name, ".in") {
				b.Write(f.Data)
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// TestDamagedTexts reads damaged opinions and notes: what is true of all texts is
// true of them, and a second reading gives the same.
func TestDamagedTexts(t *testing.T) {
	opinions, err := os.ReadFile("../testdata/bench/opinions.txt")
	require.NoError(t, err)
	running, notes := ownTexts(t, "text_*.txtar"), ownTexts(t, "notes_*.txtar")
	for _, test := range []struct {
		text string
		read func(string) []citation.Citation
	}{{string(opinions), readText}, {running, readText}, {notes, readText}, {notes, readNote}, {running, readNote}} {
		mutate.Texts(damageSeed, test.text, damaged, 1500, func(text string) {
			if fault := faultOf(text, test.read); fault != "" {
				short := mutate.Shrink(text, func(text string) bool { return faultOf(text, test.read) != "" })
				t.Errorf("%s: %q", faultOf(short, test.read), short)
			}
		})
	}
}

// damageSeed is another for other texts, damaged how many versions of each are read.
const (
	damageSeed = 1
	damaged    = 250
)

func readText(text string) []citation.Citation { return slices.Collect(citation.All(text)) }

func readNote(text string) (list []citation.Citation) {
	end := 0
	for s := range citation.Note(text) {
		if s.Span.Start < end || s.Span.End < s.Span.Start || len(text) < s.Span.End {
			panic(fmt.Sprintf("the sentence %v after %d", s.Span, end))
		}
		list, end = append(list, s.Citations...), s.Span.End
	}
	return list
}

// faultOf says what is wrong with what is read in a text; empty if nothing is.
func faultOf(text string, read func(string) []citation.Citation) (fault string) {
	defer func() {
		if e := recover(); e != nil {
			fault = fmt.Sprint("panic: ", e)
		}
	}()
	list, again := read(text), read(text)
	if len(list) != len(again) {
		return "a second reading differs"
	}
	for i, c := range list {
		if data, err := json.Marshal(c); err != nil {
			return err.Error()
		} else if data2, _ := json.Marshal(again[i]); string(data) != string(data2) {
			return "a second reading differs"
		}
	}
	return faultIn(text, 0, len(text), list)
}

// faultIn says what is wrong with citations between two offsets.
func faultIn(text string, floor, end int, list []citation.Citation) string {
	for _, c := range list {
		b := c.Common()
		switch {
		case b.Span.Start < floor, b.Span.End <= b.Span.Start, end < b.Span.End:
			return fmt.Sprintf("the %s %v is not between %d and %d", c.Kind(), b.Span, floor, end)
		case utf8.ValidString(text) && !utf8.ValidString(b.Text()):
			return fmt.Sprintf("the %s %v begins or ends within a character", c.Kind(), b.Span)
		case b.Text() != b.Span.In(text):
			return fmt.Sprintf("the text of the %s is %q", c.Kind(), b.Text())
		case c.String() == "":
			return fmt.Sprintf("the %s %q has no form", c.Kind(), b.Text())
		}
		if stray := straySpan(c); stray != "" {
			return stray
		}
		for _, p := range b.Parens {
			if fault := faultIn(text, p.Span.Start, p.Span.End, p.Citations); fault != "" {
				return fault
			}
		}
		for _, child := range citation.Children(c) {
			if s := child.Common().Span; s.Start < b.Span.Start || b.Span.End < s.End {
				return fmt.Sprintf("the %s %v is not inside the %s %v", child.Kind(), s, c.Kind(), b.Span)
			}
			if stray := straySpan(child); stray != "" {
				return stray
			}
		}
		floor = b.Span.End
	}
	return ""
}

func jsonOf(t *testing.T, c citation.Citation) string {
	t.Helper()
	data, err := json.Marshal(c)
	require.NoError(t, err)
	return string(data)
}

var offsets = regexp.MustCompile(`"(start|end)":\d+,`)

// TestFarAway holds that what is far from a citation changes nothing of it: a
// paragraph without citations, put before an opinion or after it.
func TestFarAway(t *testing.T) {
	opinions, err := os.ReadFile("../testdata/bench/opinions.txt")
	require.NoError(t, err)
	text := string(opinions)
	far := "The parties met in spring. They did not agree on the price of the salt, and the pier was closed.\n\n"
	want := slices.Collect(citation.All(text))
	for _, test := range []struct {
		text string
		at   int
	}{{strings.Repeat(far, 20) + text, 20 * len(far)}, {text + strings.Repeat(far, 20), 0}} {
		got := slices.Collect(citation.All(test.text))
		require.Len(t, got, len(want))
		for i, c := range want {
			require.Equal(t, c.Common().Span.Start+test.at, got[i].Common().Span.Start)
			require.Equal(t, offsets.ReplaceAllString(jsonOf(t, c), ""), offsets.ReplaceAllString(jsonOf(t, got[i]), ""))
		}
	}
}

// TestVeryDeep reads brackets, quotation marks and parentheticals, 200,000 deep.
func TestVeryDeep(t *testing.T) {
	const deep = 200_000
	const cite = "Doe v. Roe, 531 U.S. 98 (2000)"
	for _, test := range []struct{ open, close string }{
		{"(", ")"}, {"[", "]"}, {"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"(quoting ", ")"}, {cite + " (citing ", ")"}, {"([", "])"}, {"<i>", "</i>"}, {"*", "*"}, {"{", "}"},
	} {
		text := strings.Repeat(test.open, deep) + cite + strings.Repeat(test.close, deep)
		n := 0
		for range citation.All(text) {
			n++
		}
		for range citation.Note(text) {
			n++
		}
		_, _ = citation.Parse(text)
		assert.Positive(t, n, "%.10q", text)
	}
}
