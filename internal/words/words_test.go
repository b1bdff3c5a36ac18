package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/internal/tables"
)

// TestPhrases holds the table of phrases: each row has a role that a set reads,
// no row is there twice, and each example holds its phrase.
func TestPhrases(t *testing.T) {
	roles := make(map[string]*Set)
	for _, s := range sets {
		assert.NotEmpty(t, s.All(), s.role)
		roles[s.role] = s
	}
	seen := make(map[[2]string]bool)
	tables.Phrases.Each(func(r *tables.Row) {
		text, role, example := r.Get("phrase"), r.Get("role"), r.Get("example")
		assert.NotNil(t, roles[role], "line %d: no set reads the role %q", r.Line, role)
		assert.False(t, seen[[2]string{text, role}], "line %d: %s is there twice", r.Line, text)
		seen[[2]string{text, role}] = true
		assert.Contains(t, strings.ToLower(example), strings.ToLower(text), "line %d", r.Line)
	})
}

func TestMatchPhrase(t *testing.T) {
	for _, test := range []struct {
		phrase, text string
		want         int // -1: no match
	}{
		{"see, e.g.", "See, e.g., Doe", 9},
		{"see, e.g.", "see e. g. Doe", 9},
		{"see, e.g.", "See, e g., Doe", 9},
		{"see, e.g.", "see\neg", 6},
		{"see also", "see  also Doe", 9},
		{"see also", "seealso", -1},
		{"see", "seen", -1},
		{"aff'd", "Aff’d, 5", 7},
		{"aff'd", "affd", -1},
		{"cert. denied", "cert, denied", 12},
		{"cert. denied", "certdenied", -1},
		{"n.", "n.5", 2},
		{"n.", "n5", -1},
		{"Case", "case", -1},
		{"Case", "Case No.", 4},
		{"", "x", -1},
	} {
		next, ok := MatchPhrase(test.text, 0, len(test.text), test.phrase)
		if !ok {
			next = -1
		}
		assert.Equal(t, test.want, next, "%q in %q", test.phrase, test.text)
	}
	_, ok := MatchPhrase("see also", 0, 5, "see also")
	assert.False(t, ok, "beyond the end")
}

func TestSet(t *testing.T) {
	p, next := Signals.Match("But see also Doe", 0, 16)
	assert.Equal(t, "but see also", p.Value)
	assert.Equal(t, 12, next)
	p, start := Dockets.EndingAt("in Civil Action No. 5", 0, 15)
	assert.Equal(t, "Civil Action", p.Text)
	assert.Equal(t, 3, start)
	p, _ = Dockets.EndingAt("a Tyrannical Action", 0, 19)
	assert.Nil(t, p)
	assert.Equal(t, "section", Pins.Word("SEC").Value)
	assert.Nil(t, Pins.Word("sect5"))
	value, ok := Weights.Value("Per Curiam")
	assert.True(t, ok)
	assert.Equal(t, "per curiam", value)
	_, ok = Weights.Value("per curiam, in part")
	assert.False(t, ok)
	p, _ = Signals.Match("", 0, 0)
	assert.Nil(t, p)
}

// TestOpensSentence holds that the words of the role are found in their
// examples, after an abbreviation that a name may follow.
func TestOpensSentence(t *testing.T) {
	for _, p := range openers.All() {
		assert.True(t, OpensSentence(strings.ToUpper(p.Text[:1])+p.Text[1:]), p.Text)
	}
	assert.False(t, OpensSentence("Quire"))
}
