package resolve

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
)

// A glossary has the names of a document, made ready for comparison: each list
// of names of a citation and each name that was asked for once, since a document
// repeats them. The zero glossary is empty.
type glossary struct {
	works map[uint64]*work // by the names as written
	asked map[string]*query
	read  folded // the name that is being read

	terms   [2]map[string]*term  // of pools that are indexed: those not abbreviated and those that are
	initial map[byte]*[2][]*term // the same by their first byte, in the order in which they were met
}

// A work is what the full citations that have the same names cite, as far as
// its names tell.
type work struct {
	texts []string // the names as written
	keys  []name   // all its names
	given name     // the one that a hereinafter gives it; nil without one
	sum   uint64   // equal for works that are the same
}

// same reports whether two works are one: all names agree.
func (w *work) same(as *work) bool {
	return w == as || w.sum == as.sum && len(w.keys) > 0 && slices.EqualFunc(w.keys, as.keys, name.equal)
}

// A query is a name that short forms are written with.
type query struct {
	name name
	bare string // it without the number of a volume that it begins with; empty when there is none
}

// query returns the query for a written name.
func (g *glossary) query(text string) *query {
	q := g.asked[text]
	if q == nil {
		if g.asked == nil {
			g.asked = make(map[string]*query)
		}
		q = &query{name: g.name(text)}
		if i := strings.IndexFunc(text, unicode.IsSpace); i > 0 && allDigits(strings.TrimRight(text[:i], ".,;:")) {
			q.bare = strings.TrimSpace(text[i:])
		}
		g.asked[text] = q
	}
	return q
}

// work returns the work that a full citation cites.
func (g *glossary) work(e *entry) *work {
	if e.work != nil {
		return e.work
	}
	texts, given := e.cite.Names(), e.cite.Common().Hereinafter
	hash := maphash.String(seed, given)
	for _, text := range texts {
		hash = hash*31 + maphash.String(seed, text)
	}
	w := g.works[hash]
	if w == nil || !slices.Equal(w.texts, texts) {
		if g.works == nil {
			g.works = make(map[uint64]*work)
		}
		w = &work{texts: texts, keys: make([]name, 0, len(texts))}
		for _, text := range texts {
			if n := g.name(text); len(n) > 0 {
				w.keys = append(w.keys, n)
				w.sum = w.sum*31 + n.sum()
			}
		}
		if given != "" {
			w.given = g.name(given)
		}
		g.works[hash] = w
	}
	e.work = w
	return w
}

// fingerprint returns the fingerprint of a full citation.
func (g *glossary) fingerprint(e *entry) (p fingerprint) {
	for _, text := range e.cite.Names() {
		g.read.fold(text)
		p.add(&g.read)
	}
	return p
}

var seed = maphash.MakeSeed()

// name returns the words of a name.
func (g *glossary) name(s string) name {
	g.read.fold(s)
	return g.read.name()
}

// A term is a word of the names in a pool that is indexed.
type term struct {
	word
	full     []int32 // which of the document's full citations have the word; see pool.index
	like     []*term // those that may be the same word; see glossary.like
	compared [2]int  // so many terms of its first byte it was compared with: not abbreviated, abbreviated
}

// term returns the one term of a word.
func (g *glossary) term(w *word) *term {
	which := 0
	if w.abbreviated {
		which = 1
	}
	t := g.terms[which][w.text]
	if t != nil {
		return t
	}
	if g.terms[which] == nil {
		g.terms[which] = make(map[string]*term)
	}
	t = &term{word: *w}
	g.terms[which][w.text] = t
	lists := g.letter(t)
	lists[which] = append(lists[which], t)
	return t
}

// letter returns the terms that begin as t does.
func (g *glossary) letter(t *term) *[2][]*term {
	lists := g.initial[t.text[0]]
	if lists == nil {
		if g.initial == nil {
			g.initial = make(map[byte]*[2][]*term)
		}
		lists = new([2][]*term)
		g.initial[t.text[0]] = lists
	}
	return lists
}

// like returns the terms that may be the same word as t: itself, that of the
// same text, and those of which one abbreviates the other. They are at most
// maxCompared.
func (g *glossary) like(t *term) []*term {
	if t.like == nil {
		t.like = append(t.like, t)
		if twin := g.terms[0][t.text]; t.abbreviated && twin != nil { // it may be among the first of its letter
			t.like = append(t.like, twin)
		}
	}
	lists := g.letter(t)
	for which, list := range lists {
		if which == 0 && !t.abbreviated {
			continue
		}
		for _, v := range list[max(t.compared[which], len(list)-maxLetter):] {
			if len(t.like) < maxCompared && v != t && sameWord(&t.word, &v.word) {
				t.like = append(t.like, v)
			}
		}
		t.compared[which] = len(list)
	}
	return t.like
}

// maxLetter bounds with how many new terms of its first byte a term is compared:
// the last ones.
const maxLetter = 1024
