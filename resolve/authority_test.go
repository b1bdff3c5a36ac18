package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/resolve"
)

// TestAuthorities reads testdata/resolve/authorities*.txtar: the lines of an input
// are those of TestGolden; "names" is a piece of running text in which the names
// of cases alone count, too.
func TestAuthorities(t *testing.T) {
	golden.Run(t, "../testdata/resolve/authorities*.txtar", func(t *testing.T, _, in string) string {
		var a resolve.Authorities
		addAll(&a, in)
		var b strings.Builder
		group := resolve.Group("")
		keys := make(map[string]bool)
		for _, au := range a.All() {
			if au.Group != group {
				group = au.Group
				fmt.Fprintf(&b, "%s\n", group)
			}
			assert.False(t, keys[au.Key], "two authorities have the key %s", au.Key)
			keys[au.Key] = true
			fmt.Fprintf(&b, "\t%s", au.Key)
			if len(au.Keys) > 1 {
				fmt.Fprintf(&b, " = %s", strings.Join(au.Keys[1:], " = "))
			}
			fmt.Fprintf(&b, "\n\t\t%s\n", au.Full)
			for _, m := range au.Mentions {
				fmt.Fprintf(&b, "\t\t%s %s\n", place(m.Where), mentioned(m))
			}
		}
		for _, m := range a.Open() {
			fmt.Fprintf(&b, "open\n\t%s %s\n", place(m.Where), mentioned(m))
		}
		return b.String()
	})
}

func addAll(a *resolve.Authorities, in string) {
	feed(in, func(_ string, where resolve.Place, cites []citation.Citation, links []resolve.Link) {
		a.Add(where, cites, links)
	})
}

func place(p resolve.Place) string {
	text := "body"
	if p.Note != "" {
		text = "note " + p.Note
	}
	if p.Scope > 0 {
		text = fmt.Sprintf("scope %d %s", p.Scope, text)
	}
	return strings.TrimSpace(p.File + " " + text + ":")
}

func mentioned(m resolve.Mention) string {
	if m.Citation == nil {
		return "a name"
	}
	return short(m.Citation)
}

// TestAddNames holds that names alone are mentions where they are added.
func TestAddNames(t *testing.T) {
	const text = "BMW of N. Am., Inc. v. Gore, 517 U.S. 559 (1996). In Gore, the Court said so. Id. at 560."
	cites := slices.Collect(citation.All(text))
	var r resolve.Resolver
	var a resolve.Authorities
	a.Add(resolve.Place{}, cites, r.Note("", cites))
	a.AddNames(resolve.Place{Note: "7"}, resolve.Mentions(text, cites))
	all := a.All()
	require.Len(t, all, 1)
	require.Len(t, all[0].Mentions, 3)
	last := all[0].Mentions[2]
	assert.Equal(t, "Gore", last.Span.In(text))
	assert.Equal(t, "7", last.Where.Note)
	assert.Nil(t, last.Citation)
}

// keysOf returns the key of each full citation's authority.
func keysOf(notes [][]citation.Citation) map[citation.Citation]string {
	var a resolve.Authorities
	for _, cites := range notes {
		a.Add(resolve.Place{}, cites, nil)
	}
	keys := make(map[citation.Citation]string)
	for _, au := range a.All() {
		for _, m := range au.Mentions {
			keys[m.Citation] += " " + au.Key
		}
	}
	return keys
}

// TestOrderOfNotes holds that the order of notes changes no key of a full
// citation.
func TestOrderOfNotes(t *testing.T) {
	var notes [][]citation.Citation
	for _, c := range goldenCitations(t) {
		notes = append(notes, []citation.Citation{c})
	}
	want := keysOf(notes)
	random := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		random.Shuffle(len(notes), func(i, j int) { notes[i], notes[j] = notes[j], notes[i] })
		got := keysOf(notes)
		assert.Len(t, got, len(want))
		for c, key := range want {
			words, again := strings.Fields(key), strings.Fields(got[c])
			slices.Sort(words)
			slices.Sort(again)
			assert.Equal(t, words, again, c.Common().Text())
		}
	}
}

// TestAnotherCitation holds that one more citation changes no authority but
// those that it is joined with, or shares a page with.
func TestAnotherCitation(t *testing.T) {
	all := goldenCitations(t)
	keysBefore := func(cites []citation.Citation) map[string]bool {
		var a resolve.Authorities
		a.Add(resolve.Place{}, cites, nil)
		keys := make(map[string]bool)
		for _, au := range a.All() {
			keys[au.Key] = true
		}
		return keys
	}
	for k := 50; k < len(all); k += 101 {
		var a resolve.Authorities
		a.Add(resolve.Place{}, all[:k+1], nil)
		after := make(map[string]bool)
		touched := make(map[string]bool)
		for _, au := range a.All() {
			after[au.Key] = true
			for _, m := range au.Mentions {
				for _, c := range append([]citation.Citation{all[k]}, slices.Collect(citation.Within(all[k]))...) {
					if m.Citation == c {
						for _, key := range au.Keys {
							touched[key] = true
						}
						touched[path.Dir(au.Key)] = true // a name has been added to the page
					}
				}
			}
		}
		for key := range keysBefore(all[:k]) {
			assert.True(t, after[key] || touched[key], "%s is gone after %q", key, all[k].Common().Text())
		}
	}
}

// TestManyOfOnePage holds time to a bound: a page that holds memoranda without
// end, and a name that has decisions without end.
func TestManyOfOnePage(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "N%dame v. Roe, 510 U.S. 1000 (1994). Doe v. Moe, %d F.3d 1 (2d Cir. 1994). ", i, i+1)
	}
	text := b.String()
	var a resolve.Authorities
	a.Add(resolve.Place{}, slices.Collect(citation.All(text)), nil)
	assert.NotEmpty(t, a.All())
}

// TestByCitation holds that each citation has the key of what it cites, of several
// sections the first, however they are ordered as authorities.
func TestByCitation(t *testing.T) {
	cites := slices.Collect(citation.All("See 18 U.S.C. § 1961; id. §§ 1962(c), 1961(1). Doe v. Roe, 531 U.S. 98 (2000), is no different. Id. at 101. Poe, 410 U.S. at 99."))
	require.Len(t, cites, 5)
	var r resolve.Resolver
	var a resolve.Authorities
	a.Add(resolve.Place{}, cites, r.Body(cites))
	keys := a.ByCitation()
	var got []string
	for _, c := range cites {
		got = append(got, keys[c])
	}
	assert.Equal(t, []string{"usc/18/1961", "usc/18/1962", "us/531/98", "us/531/98", ""}, got)
}
