package resolve

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// A thing is one thing that a citation cites: a decision, a section, a book. A
// citation of several sections cites several.
type thing struct {
	ids []identity // what it is known by, in order of preference
	// words are the words of its name by which it is told from other things on
	// one page; nil when it has no name.
	words []string
	// hints are identities that are not enough to make one thing of two: a
	// citation that has nothing better joins the only thing that offers one of
	// them.
	hints, offers []string
	// local is what it is known by in its own document, where it has no identity:
	// "rule/56", a rule without its body.
	local string
	// decided is the decision's court, year and name; see joinReports. Empty
	// when one is not known.
	decided string
	series  []string // the reporters that print it, when decided is set
}

// An identity is a string by which a thing is known.
type identity struct {
	key    string
	rank   int  // the least makes the key
	shared bool // other things may have it too: a page holds two memoranda
}

// key returns the thing's key, empty when it has none.
func (t *thing) key() string {
	if len(t.ids) == 0 {
		return ""
	}
	return slices.MinFunc(t.ids, identity.compare).key
}

// compare puts the identity that makes the key first.
func (a identity) compare(b identity) int {
	if a.rank != b.rank {
		return a.rank - b.rank
	}
	return strings.Compare(a.key, b.key)
}

// only is a thing with one identity, none when the key is empty.
func only(key string) []thing {
	if key == "" {
		return nil
	}
	return []thing{{ids: []identity{{key: key}}}}
}

// localThing is a thing that is known in its own document only. It is joined to
// what offers the same there.
func localThing(local string) thing {
	return thing{local: local, hints: []string{inDocument(local)}}
}

// offer is the thing, which has the local name in its own document.
func (t thing) offer(local string) thing {
	t.offers = append(t.offers, inDocument(local))
	return t
}

// inDocument marks a hint that means something in its own document only.
func inDocument(hint string) string { return documentMark + hint }

const documentMark = "\x00"

// slug folds a name to lower-case words with hyphens: "F. Supp. 2d" is "f-supp-2d".
func slug(s string) string {
	return strings.Join(slices.DeleteFunc(fold.Words(s), func(w string) bool { return w == "&" }), "-")
}

// path joins the parts of a key that are not empty.
func path(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(parts, "/")
}

// things returns what a full citation cites; nil for a short form, a paper of
// the case itself, and what has nothing to be known by.
func things(c citation.Citation) []thing {
	if c == nil || keyForms[c.Kind()] == nil {
		return nil
	}
	return keyForms[c.Kind()](c)
}

// form makes a row of keyForms of a function for one kind.
func form[C citation.Citation](of func(C) []thing) func(citation.Citation) []thing {
	return func(c citation.Citation) []thing { return of(c.(C)) }
}
