package resolve

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/fold"
)

// A glossary has the names of a document, made ready for comparison: each piece
// of a name between blanks, each word, each list of names of a citation and each
// name that was asked for once, since a document repeats them. The zero glossary
// is empty.
type glossary struct {
	tokens  map[string]name
	words   map[string]*word // those that are not abbreviated
	initial map[byte]*letter
	works   map[string]*work
	asked   map[string]*query
	scratch []byte
}

// A letter has the words that begin with it, in the order in which they were met.
type letter struct{ plain, abbreviated []*word }

// A work is what the full citations that have the same names cite, as far as
// its names tell.
type work struct {
	keys  []name // all its names
	given name   // the one that a hereinafter gives it; nil without one
	sum   uint64 // equal for works that are the same
}

// same reports whether two works are one: all names agree.
func (w *work) same(as *work) bool {
	return w == as || w.sum == as.sum && len(w.keys) > 0 && slices.EqualFunc(w.keys, as.keys, name.equal)
}

// A query is a name that short forms are written with.
type query struct {
	name name
	bare *query // without the number of a volume that it begins with; nil when there is none
}

// query returns the query for a written name.
func (g *glossary) query(text string) *query {
	q := g.asked[text]
	if q == nil {
		if g.asked == nil {
			g.asked = make(map[string]*query)
		}
		q = &query{name: g.name(text)}
		g.asked[text] = q
		if volume, rest, _ := strings.Cut(text, " "); len(q.name) > 1 && allDigits(volume) {
			q.bare = g.query(rest)
		}
	}
	return q
}

// work returns the work that a full citation cites.
func (g *glossary) work(e *entry) *work {
	if e.work != nil {
		return e.work
	}
	names, given := e.cite.Names(), e.cite.Common().Hereinafter
	key := append(g.scratch[:0], given...)
	for _, text := range names {
		key = append(append(key, 0), text...)
	}
	g.scratch = key
	w := g.works[string(key)]
	if w == nil {
		if g.works == nil {
			g.works = make(map[string]*work)
		}
		w = &work{keys: make([]name, 0, len(names))}
		for _, text := range names {
			if n := g.name(text); len(n) > 0 {
				w.keys = append(w.keys, n)
				w.sum = w.sum*31 + n.sum()
			}
		}
		if given != "" {
			w.given = g.name(given)
		}
		g.works[string(key)] = w
	}
	e.work = w
	return w
}

// name returns the words of a name.
func (g *glossary) name(s string) name {
	n := make(name, 0, strings.Count(s, " ")+1)
	for token := range strings.FieldsSeq(s) {
		n = append(n, g.token(token)...)
	}
	return n
}

// token returns the words of a piece of a name between blanks.
func (g *glossary) token(token string) name {
	words, known := g.tokens[token]
	if known {
		return words
	}
	if g.tokens == nil {
		g.tokens = make(map[string]name)
		g.words = make(map[string]*word)
		g.initial = make(map[byte]*letter)
	}
	short := abbreviated(token)
	for w := range strings.FieldsSeq(fold.Key(token)) {
		if !smallWords[w] {
			words = append(words, g.word(w, short))
		}
	}
	g.tokens[token] = words
	return words
}

// word returns the one word of a text.
func (g *glossary) word(text string, abbreviated bool) *word {
	w := g.words[text]
	if w == nil {
		w = &word{text: text, letters: letters(text)}
		w.plain = w
		g.words[text] = w
		l := g.letter(text)
		l.plain = append(l.plain, w)
	}
	if !abbreviated {
		return w
	}
	if w.short == nil {
		w.short = &word{text: text, letters: w.letters, abbreviated: true, plain: w}
		l := g.letter(text)
		l.abbreviated = append(l.abbreviated, w.short)
	}
	return w.short
}

// letter returns the words that begin as the text does.
func (g *glossary) letter(text string) *letter {
	l := g.initial[text[0]]
	if l == nil {
		l = new(letter)
		g.initial[text[0]] = l
	}
	return l
}

// letters has a bit for each letter and digit of a text; a byte that is neither
// shares one with others.
func letters(text string) (set uint64) {
	for i := 0; i < len(text); i++ {
		set |= 1 << (text[i] & 63)
	}
	return set
}

// like returns the words of the document that may be the same word as w: itself,
// that of the same text, and those of which one abbreviates the other. They are
// at most maxCompared.
func (g *glossary) like(w *word) []*word {
	if w.like == nil {
		w.like = append(w.like, w)
	}
	l := g.letter(w.text)
	w.compare(l.abbreviated, &w.seen.abbreviated)
	if w.abbreviated {
		w.compare(l.plain, &w.seen.plain)
	}
	return w.like
}

// compare adds to the words like w those of the list from seen on.
func (w *word) compare(list []*word, seen *int) {
	for _, v := range list[max(*seen, len(list)-maxLetter):] {
		if len(w.like) < maxCompared && v != w && sameWord(w, v) {
			w.like = append(w.like, v)
		}
	}
	*seen = len(list)
}

// maxLetter bounds with how many new words of its first letter a word is
// compared: the last ones.
const maxLetter = 1024
