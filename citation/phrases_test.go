package citation_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/tables"
)

// A reading is a citation that was read in the example of a row of phrases.tsv,
// with the text and the row.
type reading struct {
	citation.Citation
	in, phrase, value string
}

// is reports whether a span has the letters of the row's phrase.
func (r reading) is(s citation.Span) bool { return letters(s.In(r.in)) == letters(r.phrase) }

// TestPhrasesMean reads the example of each row of phrases.tsv, and holds that
// the phrase means there what its role and its value say, and that a nonsense
// word in its place does not.
func TestPhrasesMean(t *testing.T) {
	seen := make(map[string]bool)
	tables.Phrases.Each(func(row *tables.Row) {
		phrase, role, example := row.Get("phrase"), row.Get("role"), row.Get("example")
		if role == "opens-sentence" { // no citation shows it: see package words
			return
		}
		means := meanings[role]
		if !assert.NotNil(t, means, "line %d: no check of the role %s", row.Line, role) {
			return
		}
		seen[role] = true
		has := func(in string) bool {
			return slices.ContainsFunc(everything(in), func(c citation.Citation) bool {
				return means(reading{c, in, phrase, row.Get("value")})
			})
		}
		other := without(example, phrase)
		assert.Equal(t, !prevents[role], has(example), "line %d: %s %q does not mean %q in %q", row.Line, role, phrase, row.Get("value"), example)
		assert.Equal(t, prevents[role], has(other), "line %d: %s %q is not needed in %q", row.Line, role, phrase, other)
	})
	for role := range meanings {
		assert.True(t, seen[role], "no row has the role %s", role)
	}
}

// everything reads a text as a note and as running text.
func everything(in string) (all []citation.Citation) {
	for s := range citation.Note(in) {
		all = append(all, s.Citations...)
	}
	all = slices.AppendSeq(all, citation.All(in))
	for _, c := range slices.Clone(all) {
		all = slices.AppendSeq(all, citation.Within(c))
	}
	return all
}

// without puts a nonsense word in the place of a phrase.
func without(in, phrase string) string {
	i := strings.Index(strings.ToLower(in), strings.ToLower(phrase))
	return in[:i] + strings.Map(func(r rune) rune {
		switch {
		case unicode.IsUpper(r):
			return 'Q'
		case unicode.IsLetter(r):
			return 'q'
		case r == '&':
			return '+'
		}
		return r
	}, in[i:i+len(phrase)]) + in[i+len(phrase):]
}

// prevents are the roles whose phrases say that something is no citation.
var prevents = map[string]bool{"attorney": true, "plan": true}

// meanings are what a citation shows when a phrase of a role was read, or, for the
// roles that prevent it, when it was not.
var meanings = map[string]func(r reading) bool{
	"signal": func(r reading) bool {
		s := r.Common().Signal
		return s.Word == r.value && r.is(s.Span)
	},
	"history": func(r reading) bool {
		return r.event(func(e citation.Event) bool { return e.Phrase == r.value && r.is(e.Span) })
	},
	"history-turn": func(r reading) bool {
		return r.event(func(e citation.Event) bool {
			verb, ok := strings.CutSuffix(e.Phrase, r.value)
			return ok && verbs()[strings.TrimSpace(verb)] && strings.HasSuffix(letters(e.Span.In(r.in)), letters(r.phrase))
		})
	},
	"lead-in": func(r reading) bool {
		c, ok := r.Citation.(*citation.Book)
		return ok && names(c.Authors, "Jane Roe")
	},
	"docket": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && strings.HasPrefix(c.Docket.Text, r.phrase) && c.Name.Text == "Doe v. Roe"
	},
	"edition": func(r reading) bool {
		c, ok := r.Citation.(*citation.Statute)
		return ok && c.Date.Year == 2012 && (c.Publisher.Text == r.phrase || c.Publisher.Text == "" && r.phrase == "ed.")
	},
	"note-number": func(r reading) bool {
		c, ok := r.Citation.(*citation.Supra)
		return ok && c.Note == "4" && c.Name.Text == "Roe"
	},
	"before-url": func(r reading) bool {
		c, ok := r.Citation.(*citation.Work)
		return ok && c.Title.Text == "Ink" && c.Container.Text == "Rhine Herald" && c.Date.Year == 2020 && c.Online != nil && c.Online.URL.Raw != ""
	},
	"treaty-date": func(r reading) bool {
		c, ok := r.Citation.(*citation.Treaty)
		return ok && c.Name.Text == "Convention on Paper" && c.Date.Day == 3
	},
	"promulgated": func(r reading) bool {
		c, ok := r.Citation.(*citation.Statute)
		return ok && c.Promulgation != nil && c.Promulgation.Body.Text == "the Standing Comm." && c.Promulgation.Date.Day == 10
	},
	"judge": func(r reading) bool {
		return r.weight(citation.WeightDissent, "Moe")
	},
	"author-lead": func(r reading) bool {
		return slices.ContainsFunc(r.Common().Weight, func(w citation.Weight) bool { return slices.Equal(w.Judges, []string{"Moe"}) })
	},
	"weight": func(r reading) bool {
		return r.weight(citation.WeightKind(r.value))
	},
	"comment": func(r reading) bool {
		_, ok := r.Citation.(*citation.Restatement)
		return ok && r.pin(citation.PinComment, "b")
	},
	"reprinted": func(r reading) bool {
		c, ok := r.Citation.(*citation.Legislative)
		return ok && len(c.Parallel) == 1 && c.Parallel[0].Page == "1"
	},
	"accompanying": func(r reading) bool {
		c, ok := r.Citation.(*citation.Reference)
		return ok && c.Span.End == len(r.in) && r.pin(citation.PinNote, "4")
	},
	"ruling": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && r.is(c.Filing.Span) && c.Name.Text == "Paper Islands (Fr. v. Turk.)"
	},
	"slip": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.Filing.Text == r.phrase && r.pin(citation.PinPage, "5")
	},
	"pin": func(r reading) bool {
		return r.pin(citation.PinKind(r.value), "12")
	},
	"pin-alone": func(r reading) bool {
		return r.pin(citation.PinKind(r.value), "")
	},
	"label": func(r reading) bool {
		f := citation.Flatten(r.Citation)
		fields := map[string]string{"number": f.Number, "chapter": f.Chapter, "title": f.Title}
		return r.pin(citation.PinKind(r.value), "12") || fields[r.value] == "12"
	},
	"genre-opens": isGenre, "genre-noted": isGenre, "genre-series": isGenre, "genre-maker": isGenre,
	"imprint": func(r reading) bool {
		c, ok := r.Citation.(*citation.Book)
		return ok && map[string]bool{
			"edition": c.Edition == "2d", "editors": strings.HasPrefix(c.Editors.Text, "Pat Lee & John Doe "), "translators": strings.HasPrefix(c.Translators.Text, "Pat Lee t"),
		}[r.value]
	},
	"procedural": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.Name.Text == r.phrase+" Doe"
	},
	"on-behalf": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.Plaintiff.Text == "Doe, "+r.phrase+" Roe"
	},
	"rights-body": func(r reading) bool {
		c, ok := r.Citation.(*citation.Constitution)
		return ok && c.Core.Start == 0 && r.pin(citation.PinSection, "10")
	},
	"supplement": func(r reading) bool {
		c, ok := r.Citation.(*citation.Statute)
		return ok && c.Sections[0].From == "21-3608"
	},
	"ordinal": func(r reading) bool {
		c, ok := r.Citation.(*citation.Statute)
		return ok && c.Sections[0].From == "24 "+r.phrase
	},
	"ethics-opinion": func(r reading) bool {
		return r.ethics() && strings.Contains(r.Citation.(*citation.Ethics).AsWritten, r.phrase)
	},
	"ethics-body":   reading.ethics,
	"bar":           reading.ethics,
	"ethics":        reading.ethics,
	"before-ethics": reading.ethics,
	"attorney":      reading.ethics,
	"plan": func(r reading) bool {
		c, ok := r.Citation.(*citation.ShortStatute)
		return ok && strings.HasPrefix(c.Sections[0].From, r.phrase[:3])
	},
	"restatement": func(r reading) bool {
		c, ok := r.Citation.(*citation.Restatement)
		return ok && strings.HasPrefix(c.Common().Text(), r.phrase)
	},
	"law":      reading.sectionAlone,
	"law-part": reading.sectionAlone,
	"of": func(r reading) bool {
		c, ok := r.Citation.(*citation.Statute)
		return ok && c.Name.Text == "Paper Act" && c.Sections[0].From == "3"
	},
	"act-of": func(r reading) bool {
		c, ok := r.Citation.(*citation.SessionLaw)
		return ok && c.Name.Text == r.phrase+" May 3, 1920" && c.Date.Day == 3
	},
	"brief": func(r reading) bool {
		c, ok := r.Citation.(*citation.Record)
		return ok && c.Name.Text == r.phrase+" Paper Inst. as"
	},
	"et-al": func(r reading) bool {
		c, ok := r.Citation.(*citation.Work)
		return ok && c.EtAl && names(c.Authors, "Jane Roe")
	},
	"decided": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.CourtText.Text == "S.D.N.Y." && c.Date.Day == 3
	},
	"place-word": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.Court != nil && strings.Contains(letters(c.CourtText.Text), letters(r.phrase))
	},
	"court-word": func(r reading) bool {
		c, ok := r.Citation.(*citation.Case)
		return ok && c.Court != nil && strings.Contains(letters(c.CourtText.Text), letters(r.phrase))
	},
	"legislature": func(r reading) bool {
		c, ok := r.Citation.(*citation.Legislative)
		return ok && (c.Congress == "94" || c.Legislature.Text != "")
	},
	"given-name": func(r reading) bool {
		return r.Common().Hereinafter == "Ink"
	},
}

// verbs are what history phrases mean without what may follow them.
var verbs = sync.OnceValue(func() map[string]bool {
	list := make(map[string]bool)
	tables.Phrases.Each(func(row *tables.Row) {
		if row.Get("role") == "history" {
			list[row.Get("value")] = true
		}
	})
	return list
})

func (r reading) event(is func(citation.Event) bool) bool {
	c, ok := r.Citation.(*citation.Case)
	return ok && slices.ContainsFunc(c.History, is)
}

func (r reading) weight(kind citation.WeightKind, judges ...string) bool {
	return slices.ContainsFunc(r.Common().Weight, func(w citation.Weight) bool { return w.Kind == kind && slices.Equal(w.Judges, judges) })
}

// pin reports whether the citation has a pinpoint, or a section, of one place.
func (r reading) pin(kind citation.PinKind, from string) bool {
	f := citation.Flatten(r.Citation)
	for _, p := range slices.Concat(f.Pins, f.SectionPins) {
		if p.Kind == kind && p.From == from && p.To == "" {
			return true
		}
	}
	return false
}

func (r reading) ethics() bool {
	c, ok := r.Citation.(*citation.Ethics)
	return ok && c.Number == "93-379" && c.Body.Text != ""
}

// sectionAlone reports whether the citation is a section of a law that is not
// named.
func (r reading) sectionAlone() bool {
	c, ok := r.Citation.(*citation.ShortStatute)
	return ok && c.Sections[0].From == "3"
}

func names(list []citation.Phrase, name string) bool {
	return len(list) == 1 && list[0].Text == name
}

func isGenre(r reading) bool { return string(r.Citation.Kind()) == r.value }
