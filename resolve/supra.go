package resolve

import (
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// How supra finds its source
//
// The name written before supra is an author, some of several authors, a title
// or its beginning, a case's party, or the hereinafter name. It agrees with a
// source when all its words stand, in order, in one of the source's names, a
// word agreeing with its abbreviation ("Def." with "Defenders"). A filter by
// one word of the name leaves few sources; among those that agree, the best
// kind of agreement wins: the hereinafter name, then the whole of a name, then
// its beginning, then words of it. Two sources that agree equally well make
// the supra ambiguous, unless they stand in the note that it names.

// agreement is how well a written name agrees with a source.
type agreement int

const (
	disagrees agreement = iota
	someWords           // all words of the written name stand in a name, in order
	beginning           // a name begins with the written one
	wholeName           // they are the same
	givenName           // they are the same, and the source says hereinafter
)

// supra links "Collini, supra note 5" to the source of that name in the note,
// or else to the one in the notes before. Bluebook Rule 4.2.
func (r *Resolver) supra(n *note, e *entry, c *citation.Supra) Link {
	link := Link{From: c}
	words := nameWords(c.Name.Text)
	named := r.notes[firstLabel(c.Note)]
	if named == n && c.Note != "" {
		named = &note{label: n.label, entries: n.entries}
	}
	if named != nil {
		if found, best, rivals := choose(words, named.entries); best > disagrees {
			if len(rivals) > 0 {
				return ambiguous(link, found, rivals)
			}
			return link.to(e, found, NamedNote)
		}
	}
	found, best, rivals := choose(words, r.candidates(words))
	switch {
	case best > disagrees && len(rivals) > 0:
		return ambiguous(link, found, rivals)
	case best > disagrees && c.Note == "":
		return link.to(e, found, NameAlone)
	case best > disagrees:
		return link.to(e, found, StaleNote)
	case named != nil && len(named.entries) > 0 && !named.several():
		return link.to(e, named.entries[0], OnlySource)
	case c.Note != "" && named == nil:
		link.Why = NoSuchNote
	default:
		link.Why = NotFound
	}
	return link
}

func ambiguous(link Link, found *entry, rivals []*entry) Link {
	link.Why = Ambiguous
	link.Candidates = append(link.Candidates, found.cite)
	for _, e := range rivals {
		link.Candidates = append(link.Candidates, e.cite)
	}
	return link
}

// firstLabel returns the first label of "4-7".
func firstLabel(note string) string {
	first, _, _ := strings.Cut(note, "-")
	return first
}

// choose finds the entry whose source agrees best with the words. rivals are
// entries of other sources that agree as well.
func choose(words []string, entries []*entry) (found *entry, best agreement, rivals []*entry) {
	for _, e := range entries {
		if e.source == nil {
			continue
		}
		switch a := agrees(words, e.source); {
		case a == disagrees || a < best:
		case a > best:
			found, best, rivals = e, a, nil
		case e.source != found.source && !sameWork(e.source, found.source):
			rivals = append(rivals, e)
		}
	}
	return found, best, rivals
}

// sameWork reports whether two full citations cite one work: all names agree.
func sameWork(a, b *entry) bool {
	if len(a.keys) != len(b.keys) {
		return false
	}
	for i := range a.keys {
		if a.keys[i] != b.keys[i] {
			return false
		}
	}
	return len(a.keys) > 0
}

// agrees compares a written name with the names of a full citation.
func agrees(words []string, source *entry) (best agreement) {
	if len(words) == 0 {
		return disagrees
	}
	written := strings.Join(words, " ")
	if given := source.cite.Common().Hereinafter; given != "" && strings.Join(nameWords(given), " ") == written {
		return givenName
	}
	for _, key := range source.keys {
		best = max(best, agreesWith(words, written, key))
	}
	return best
}

func agreesWith(words []string, written, key string) agreement {
	switch {
	case key == written:
		return wholeName
	case strings.HasPrefix(key, written+" "):
		return beginning
	}
	k := 0
	for w := range strings.FieldsSeq(key) {
		if k < len(words) && sameWord(words[k], w) {
			k++
		}
	}
	if k == len(words) {
		return someWords
	}
	return disagrees
}

// sameWord reports whether two folded words are one, or one abbreviates the
// other: it has at least three letters and begins the other, or has the other's
// first and last letters ("intl", "international").
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 3 && strings.HasPrefix(b, a) || len(a) >= 4 && a[:2] == b[:2] && a[len(a)-1] == b[len(b)-1] && subsequence(a, b) && len(b) >= len(a)+3
}

// subsequence reports whether the bytes of a stand in b in order.
func subsequence(a, b string) bool {
	k := 0
	for i := 0; i < len(b) && k < len(a); i++ {
		if a[k] == b[i] {
			k++
		}
	}
	return k == len(a)
}

// smallWords are left out when names are compared.
var smallWords = map[string]bool{"the": true, "a": true, "an": true, "of": true, "and": true, "&": true, "et": true, "al": true, "for": true, "on": true, "in": true}

// nameWords folds a written name to the words that count.
func nameWords(name string) []string {
	var words []string
	for _, w := range fold.Words(name) {
		if !smallWords[w] {
			words = append(words, w)
		}
	}
	return words
}

// nameKey is the folded form of a name for comparison.
func nameKey(name string) string { return strings.Join(nameWords(name), " ") }
