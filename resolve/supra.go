package resolve

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
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
// the supra ambiguous, unless they are in the note that it names. Only where
// nothing agrees does a name count that differs by a slip of the pen.

// supra links "Collini, supra note 5" to the source of that name in the note,
// or else to the one in the notes before. Bluebook Rule 4.2.
func (r *Resolver) supra(n *note, e *entry, c *citation.Supra) Link {
	link := Link{From: c}
	words := r.name(c.Name.Text)
	if bare := words.withoutVolume(); len(bare) < len(words) {
		if _, best, _ := choose(words, r.candidates(words)); best == disagrees {
			words = bare
		}
	}
	named := r.notes[noteKey{r.scope, firstLabel(c.Note)}]
	if named == n && c.Note != "" {
		named = &note{key: n.key, entries: n.entries}
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
	if best == disagrees && named != nil {
		if near := misspelt(words, named.entries); near != nil {
			return link.to(e, near, MisspeltName)
		}
	}
	switch {
	case best > disagrees && len(rivals) > 0:
		return ambiguous(link, found, rivals)
	case best > disagrees && c.Note == "":
		return link.to(e, found, NameAlone)
	case best > disagrees:
		return link.to(e, found, StaleNote)
	case c.Note != "" && named == nil:
		link.Why = NoSuchNote
	default:
		link.Why = NotFound
	}
	return link
}

// byName links a short form that has a name alone: "Cohen 370".
func (r *Resolver) byName(e *entry, name string) Link {
	link := Link{From: e.cite}
	words := r.name(name)
	found, best, rivals := choose(words, r.candidates(words))
	switch {
	case best == disagrees:
		link.Why = NotFound
		return link
	case len(rivals) > 0:
		return ambiguous(link, found, rivals)
	}
	return link.to(e, found, NameAlone)
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
func choose(words name, entries []*entry) (found *entry, best agreement, rivals []*entry) {
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

// misspelt finds the one source among the entries with a name of which each
// written word is a word or nearly one; nil when there is none, or more.
func misspelt(words name, entries []*entry) (found *entry) {
	for _, e := range entries {
		if e.source == nil || !nearly(words, e.source) {
			continue
		}
		if found != nil && found.source != e.source {
			return nil
		}
		found = e
	}
	return found
}

func nearly(words name, source *entry) bool {
	for _, key := range source.keys {
		k := 0
		for _, w := range key {
			if k < len(words) && near(words[k].text, w.text) {
				k++
			}
		}
		if k == len(words) && k > 0 {
			return true
		}
	}
	return false
}

// sameWork reports whether two full citations cite one work: all names agree.
func sameWork(a, b *entry) bool {
	return len(a.keys) > 0 && slices.EqualFunc(a.keys, b.keys, name.equal)
}
