package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/tables"
)

// stopAt is the stop that ends at s[:at].
func stopAt(s string, at int) Stop {
	return Stop{Mark: strings.LastIndexAny(s[:at], ".?!"), After: at, End: len(s)}
}

func TestEnds(t *testing.T) {
	prose, citing := new(Sentences), &Sentences{Citing: true}
	for _, stop := range golden.Stops(t, "../../testdata/sentences.txt") {
		p := stopAt(stop.Text, stop.At)
		assert.Equal(t, stop.Prose, prose.Ends(stop.Text, p), "prose: %s|%s", stop.Text[:stop.At], stop.Text[stop.At:])
		assert.Equal(t, stop.Citing, citing.Ends(stop.Text, p), "citing: %s|%s", stop.Text[:stop.At], stop.Text[stop.At:])
	}
}

// TestEndsAt asks at places that a line of text does not show.
func TestEndsAt(t *testing.T) {
	var prose Sentences
	const note = "It is law in the U.S.12 Roe says so."
	mark := strings.Index(note, ".12")
	assert.False(t, prose.Ends(note, Stop{Mark: mark, After: mark + 1, End: len(note)}))
	assert.True(t, prose.Ends(note, Stop{Mark: mark, After: mark + 3, End: len(note), Note: true}), "the number of a note is passed over")

	const name = "The rule is Roe's. Doe v. Roe is not."
	mark = strings.Index(name, ". Roe is")
	assert.True(t, prose.Ends(name, Stop{Mark: mark, After: mark + 1, End: mark + 1}), "the text ends")
	assert.False(t, prose.Ends(name, stopAt(name, mark+1)))
	assert.True(t, prose.Ends(name, Stop{Start: mark, Mark: mark, After: mark + 1, End: len(name)}), "the word is before the start")
}

// names knows one name of several words.
type names string

func (n names) NameEnd(s string, i, end int) int {
	if lex.HasPrefixAt(s[:end], i, string(n)) {
		return i + len(n)
	}
	return i
}

func TestEndsInName(t *testing.T) {
	x := &Sentences{Citing: true, Names: names("Paperweight. Bd. Serv.")}
	for text, want := range map[string]bool{
		"Doe v. Roe, 9 Paperweight.| Bd. Serv. 12":  false,
		"Doe v. Roe, 9 Paperweight.| Bo. serves it": true,
		"He is of the Paperweight.| Bd. Serv. 12":   true,
		"Doe v. Roe, 9 Paperweight. Bd. Serv.| Roe": false, // the last word is an abbreviation
	} {
		before, after, _ := strings.Cut(text, "|")
		assert.Equal(t, want, x.Ends(before+after, stopAt(before+after, len(before))), text)
	}
}

// TestEvidence holds that each row of the table has a sign for each column.
func TestEvidence(t *testing.T) {
	for before, row := range evidence {
		assert.Len(t, strings.Fields(row), int(rights), "row %d", before)
		assert.Len(t, row, 2*int(rights)-1, "row %d", before)
		assert.Empty(t, strings.Trim(row, "+p- "), "row %d", before)
	}
}

func TestAbbreviations(t *testing.T) {
	builtin := BuiltinAbbreviations()
	for word, want := range map[string]left{
		"": leftNothing, "Admin": leftAny, "ADMIN": leftAny, "Mr": leftName, "v": leftName, "V": leftInitial,
		"App": leftNumber, "app": leftSmallNumber, "no": leftSmallNumber, "n": leftNumber, "Inc": leftEnd, "It": leftAny, "it": leftWord,
		"id": leftId, "Id": leftId, "b": leftLetter, "B": leftInitial, "U.S": leftInner, "Int'l": leftInner, "Int’l": leftInner, "R&D": leftInner,
		"Roe's": leftShort, "mill": leftWord, "Twnsh": leftShort, "Township": leftWord, "PERA": leftCapitals, "12": leftFigure, "3.2": leftFigure, "93A": leftWord,
		strings.Repeat("x", 2*maxWord): leftWord,
	} {
		assert.Equal(t, want, builtin.kind(word), word)
	}
	own := Sentences{Abbreviations: NewAbbreviations([]string{"Papr.", "Inc."})}
	assert.True(t, own.Abbreviates("Papr"))
	assert.False(t, new(Sentences).Abbreviates("Papr"))
	assert.Equal(t, leftEnd, own.Abbreviations.kind("Inc"), "known from the table")
	assert.False(t, own.Abbreviates("Admin"))
	assert.True(t, builtin.BeforeNumber("see id. n. 2", len("see id. n")))
	assert.False(t, builtin.BeforeNumber("Acme, Inc. 2", len("Acme, Inc")))
}

// TestFollows holds that each value of the column "before" says something.
func TestFollows(t *testing.T) {
	seen := make(map[string]bool)
	tables.Abbreviations.Each(func(r *tables.Row) {
		assert.Contains(t, follows, r.Get("before"), "line %d", r.Line)
		seen[r.Get("before")] = true
	})
	assert.Len(t, seen, len(follows))
}

func TestEndsAllocates(t *testing.T) {
	const text = "The plaintiff is Acme Paper, Inc. Pension Plan, in MÜLLER. Österreich"
	x := Sentences{Citing: true}
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for i := range len(text) {
			if text[i] == '.' {
				x.Ends(text, Stop{Mark: i, After: i + 1, End: len(text)})
			}
		}
	}))
}
