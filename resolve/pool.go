package resolve

import "slices"

// How a name finds its source
//
// The name written before supra is an author, some of several authors, a title
// or its beginning, a case's party, or the hereinafter name. It agrees with a
// source when all its words are, in order, in one of the source's names, a
// word agreeing with its abbreviation ("Def." with "Defenders"). Among the
// sources that agree, the best kind of agreement wins: the hereinafter name,
// then the whole of a name, then its beginning, then words of it. Two sources
// that agree equally well make the supra ambiguous, unless they are in the note
// that it names. Only where nothing agrees does a name count that differs by a
// slip of the pen.
//
// Nothing is done for a source before a name is asked for. In a note with few
// citations it is compared with each. In more, as in a whole document, it is
// compared with those that have the rarest of its words, and the answer is
// kept: when the name is asked for again, only the sources that have come since
// are looked at. So the time for all short forms grows with their number and
// that of the sources; a name that many sources share costs maxCompared
// comparisons once.

// A pool is citations among which a name is looked for: those of a note, or the
// full citations of the document. The zero pool is empty.
type pool struct {
	entries []*entry // in order

	indexed  int // so many of the entries are in what follows
	works    map[*work]bool
	first    []int32           // the first entry of each work
	words    map[*word][]int32 // these by each word of their names
	initials map[string][]int32
	lettered int // so many of the works are in initials
	answers  map[*query]*answer
}

const (
	// few citations are compared with a name one by one.
	few = 16
	// maxCompared bounds with how many of the sources that share a word a name is
	// compared: the last ones.
	maxCompared = 256
)

// An answer is what is known of a name.
type answer struct {
	best    agreement
	sources []*entry // those that agree best, the first MaxCandidates of them
	agree   int      // how many they are
	seen    int      // so many entries of the pool were looked at
}

// consider takes an entry into account.
func (a *answer) consider(g *glossary, n name, e *entry) {
	if e.source == nil {
		return
	}
	w := g.work(e.source)
	switch how := n.agrees(w); {
	case how == disagrees || how < a.best:
		return
	case how > a.best:
		a.best, a.sources, a.agree = how, nil, 0
	case slices.ContainsFunc(a.sources, func(e *entry) bool { return w.same(e.source.work) }):
		return
	}
	a.agree++
	if len(a.sources) < MaxCandidates {
		a.sources = append(a.sources, e)
	}
}

// find returns the citations that agree best with a name, each work once.
func (p *pool) find(g *glossary, q *query) answer {
	if len(p.entries) <= few {
		var a answer
		for _, e := range p.entries {
			a.consider(g, q.name, e)
		}
		return a
	}
	a := p.answers[q]
	if a == nil {
		if p.answers == nil {
			p.answers = make(map[*query]*answer)
		}
		a = new(answer)
		p.answers[q] = a
	}
	if a.seen < len(p.entries) && len(q.name) > 0 {
		p.index(g)
		for _, i := range p.withWords(g, q.name, a.seen) {
			a.consider(g, q.name, p.entries[i])
		}
		if len(q.name) == 1 && a.best <= initials {
			for _, i := range p.withInitials(g, q.name[0].text, a.seen) {
				a.consider(g, q.name, p.entries[i])
			}
		}
	}
	a.seen = len(p.entries)
	return *a
}

// index enters the new entries by the words of their names, each work once.
func (p *pool) index(g *glossary) {
	if p.words == nil {
		p.words = make(map[*word][]int32)
		p.works = make(map[*work]bool)
	}
	for ; p.indexed < len(p.entries); p.indexed++ {
		e := p.entries[p.indexed]
		if e.source == nil {
			continue
		}
		w := g.work(e.source)
		if p.works[w] {
			continue
		}
		p.works[w] = true
		p.first = append(p.first, int32(p.indexed))
		for _, key := range w.keys {
			for _, word := range key {
				if list := p.words[word]; len(list) == 0 || list[len(list)-1] != int32(p.indexed) {
					p.words[word] = append(list, int32(p.indexed))
				}
			}
		}
	}
}

// withWords returns which of the entries from the number since on have the
// rarest of the words, in order.
func (p *pool) withWords(g *glossary, words name, since int) (found []int32) {
	var rarest *word
	least := 0
	for _, w := range words {
		n := 0
		for _, v := range g.like(w) {
			n += len(p.words[v])
		}
		if rarest == nil || n < least {
			rarest, least = w, n
		}
		if least <= few {
			break
		}
	}
	lists := 0
	for _, v := range rarest.like {
		list := last(p.words[v], since)
		if list = list[:min(len(list), maxCompared-len(found))]; len(list) > 0 {
			found = append(found, list...)
			lists++
		}
	}
	if lists > 1 {
		slices.Sort(found)
		found = slices.Compact(found)
	}
	return found
}

// withInitials returns the entries from the number since on with a name that has
// the initials, in order.
func (p *pool) withInitials(g *glossary, text string, since int) []int32 {
	if p.initials == nil {
		p.initials = make(map[string][]int32)
	}
	for _, i := range p.first[p.lettered:] {
		for _, key := range g.work(p.entries[i].source).keys {
			letters := key.initials()
			if list := p.initials[letters]; letters != "" && (len(list) == 0 || list[len(list)-1] != i) {
				p.initials[letters] = append(list, i)
			}
		}
	}
	p.lettered = len(p.first)
	return last(p.initials[text], since)
}

// last returns the numbers of a list in order from since on, of many the last
// maxCompared.
func last(list []int32, since int) []int32 {
	from := len(list)
	for from > 0 && len(list)-from < maxCompared && list[from-1] >= int32(since) {
		from--
	}
	return list[from:]
}

// misspelt finds the one source with a name of which each written word is a word
// or nearly one; nil when there is none, or more. Of many entries it compares the
// last.
func (p *pool) misspelt(g *glossary, words name) (found *entry) {
	for _, e := range p.entries[max(0, len(p.entries)-maxCompared):] {
		if e.source == nil || !nearly(words, g.work(e.source)) {
			continue
		}
		if found != nil && found.source != e.source {
			return nil
		}
		found = e
	}
	return found
}

func nearly(words name, source *work) bool {
	for _, key := range source.keys {
		k := 0
		for _, w := range key {
			if k < len(words) && near(words[k], w) {
				k++
			}
		}
		if k == len(words) && k > 0 {
			return true
		}
	}
	return false
}
