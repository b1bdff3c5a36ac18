package resolve_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/golden"
	"github.com/hereinafter/hereinafter/resolve"
)

// TestGolden reads the cases of testdata/resolve: each line of an input is a
// note, its label before the first blank, or running text after "text"; after
// "body", a piece of the body; "scope 1" begins a scope. A result has each
// citation with its kind, and the link of a short form after it.
func TestGolden(t *testing.T) {
	for _, topic := range []string{"id", "supra", "shortcase", "body", "rules"} {
		golden.Run(t, "../testdata/resolve/"+topic+".txtar", func(t *testing.T, _, in string) string {
			var b strings.Builder
			ids := make(map[citation.Citation]string)
			var counter numbering
			feed(in, func(label string, where resolve.Place, cites []citation.Citation, links []resolve.Link) {
				counter.enter(ids, label, where, cites)
				linked := make(map[citation.Citation]resolve.Link)
				for _, l := range links {
					linked[l.From] = l
				}
				for _, c := range withInner(cites) {
					fmt.Fprintf(&b, "%s %s %q", ids[c], c.Kind(), short(c))
					if l, ok := linked[c]; ok {
						fmt.Fprintf(&b, ": %s", describe(l, ids))
						delete(linked, c)
					}
					b.WriteByte('\n')
				}
				assert.Empty(t, linked, "links of citations that are not there")
			})
			return b.String()
		})
	}
}

// withInner lists citations, each followed by those inside it.
func withInner(cites []citation.Citation) (all []citation.Citation) {
	for _, c := range cites {
		all = slices.AppendSeq(append(all, c), citation.Within(c))
	}
	return all
}

// numbering numbers the citations of a document: "n8.1", in the body "b1".
type numbering struct{ body int }

func (n *numbering) enter(ids map[citation.Citation]string, label string, where resolve.Place, cites []citation.Citation) {
	for i, c := range cites {
		ids[c] = fmt.Sprintf("n%s.%d", where.Note, i+1)
		if where.Scope > 0 {
			ids[c] = fmt.Sprintf("s%d.%s", where.Scope, ids[c])
		}
		if label == "body" {
			n.body++
			ids[c] = fmt.Sprintf("b%d", n.body)
		}
		k := 0
		for inner := range citation.Within(c) {
			k++
			ids[inner] = fmt.Sprintf("%s(%d)", ids[c], k)
		}
	}
}

// feed feeds a Resolver with the lines of an input, and passes on what it
// answers, with the line's label. "file a" begins another document.
func feed(in string, each func(label string, where resolve.Place, cites []citation.Citation, links []resolve.Link)) {
	r := new(resolve.Resolver)
	var where resolve.Place
	for line := range strings.Lines(strings.TrimSpace(in)) {
		label, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		cites := read(label, text)
		where.Note = ""
		switch label {
		case "file":
			r, where = new(resolve.Resolver), resolve.Place{File: text}
		case "scope":
			where.Scope, _ = strconv.Atoi(text)
			r.Scope(where.Scope)
		case "body":
			each(label, where, cites, r.Body(cites))
		case "text":
			each(label, where, cites, r.Note("", cites))
		default:
			where.Note = label
			each(label, where, cites, r.Note(label, cites))
		}
	}
}

func read(label, text string) (cites []citation.Citation) {
	if label == "text" || label == "body" {
		for c := range citation.All(text) {
			cites = append(cites, c)
		}
		return cites
	}
	for s := range citation.Note(text) {
		cites = append(cites, s.Citations...)
	}
	return cites
}

func short(c citation.Citation) string {
	text := c.Common().Text()
	if i := strings.IndexByte(text, '('); i > 0 {
		text = strings.TrimSpace(text[:i])
	}
	return text
}

func describe(l resolve.Link, ids map[citation.Citation]string) string {
	if l.To == nil {
		text := string(l.Why)
		for _, c := range l.Candidates {
			text += " " + ids[c]
		}
		return text
	}
	source := "?"
	if l.Source != nil {
		source = ids[l.Source]
	}
	text := fmt.Sprintf("%s -> %s (%s)", ids[l.To], source, l.Why)
	if l.Why == resolve.StaleNote {
		text += " in note " + l.Label
		if l.Scope > 0 {
			text += fmt.Sprintf(" of scope %d", l.Scope)
		}
	}
	return text
}

func TestRunningTextIsOneNote(t *testing.T) {
	const text = "In Doe v. Roe, 531 U.S. 98 (2000), we held so. Id. at 104. See also Poe v. Moe, 410 U.S. 113 (1973). Doe, 531 U.S. at 101."
	var all []citation.Citation
	for c := range citation.All(text) {
		all = append(all, c)
	}
	var r resolve.Resolver
	links := r.Note("", all)
	if assert.Len(t, links, 2) {
		assert.Same(t, all[0], links[0].Source)
		assert.Same(t, all[0], links[1].Source)
		assert.Equal(t, resolve.SameVolume, links[1].Why)
	}
}

// TestManyNotesOfOneName holds the time of a short form to a bound: a document
// that cites one name without end.
func TestManyNotesOfOneName(t *testing.T) {
	var r resolve.Resolver
	found := 0
	for i := range 20000 {
		text := "Jane Roe, Paper Cuts, 120 Yale L.J. 950 (2011)."
		if i%2 == 1 {
			text = fmt.Sprintf("Roe, supra note %d, at 951.", i)
		}
		for _, l := range r.Note(fmt.Sprint(i+1), read("", text)) {
			if l.Why == resolve.NamedNote {
				found++
			}
		}
	}
	assert.Equal(t, 10000, found)
}
