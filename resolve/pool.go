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
// citations the name is compared with each. Of more, as of a whole document, the
// first names that are asked for are compared with those that may have all of
// their words, as a fingerprint of 256 bits says; when many are asked for, the words
// of all sources are indexed, and a name is compared with those that have the
// rarest of its words. The answer is kept: when the name is asked for again,
// only the sources that have come since are looked at. So the time for all short
// forms grows with their number and that of the sources; a name that many
// sources share costs maxCompared comparisons once.

// A pool is citations among which a name is looked for: those of a note, or the
// full citations of the document. The zero pool is empty.
type pool struct {
	entries  []*entry // in order
	document bool     // the pool is that of the document
	asked    *asked   // nil while the pool was not asked, or has few entries
}

// asked is what a pool knows when names were asked for.
type asked struct {
	answers      map[*query]*answer
	sieved       int           // so many names were asked for by the fingerprints
	fingerprints []fingerprint // of the first entries

	indexed  int // so many of the entries are in what follows
	works    map[*work]bool
	first    []int32           // the first entry of each work
	words    map[*term][]int32 // these by each word of their names; for the document see term.full
	initials map[string][]int32
	lettered int // so many of the works are in initials
}

const (
	// few citations are compared with a name one by one.
	few = 4
	// maxSieved names are asked for by the fingerprints.
	maxSieved = 32
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
	sieved  bool     // by their fingerprints
}

// consider takes an entry into account.
func (a *answer) consider(g *glossary, n name, e *entry) {
	if e.source == nil {
		return
	}
	w := g.work(e.called())
	switch how := n.agrees(w); {
	case how == disagrees || how < a.best:
		return
	case how > a.best:
		a.best, a.sources, a.agree = how, nil, 0
	case slices.ContainsFunc(a.sources, func(other *entry) bool {
		return e.source == other.source || w.same(other.called().work)
	}):
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
	if p.asked == nil {
		p.asked = &asked{answers: make(map[*query]*answer)}
	}
	a := p.asked.answers[q]
	if a == nil {
		a = &answer{sieved: p.asked.sieved < maxSieved}
		p.asked.answers[q] = a
		p.asked.sieved++
	}
	switch {
	case a.seen == len(p.entries) || len(q.name) == 0:
	case a.sieved:
		p.sieve(g, q.name, a)
	default:
		p.compare(g, q.name, a)
	}
	a.seen = len(p.entries)
	return *a
}

// sieve takes the new entries into account that may have the words of the name.
func (p *pool) sieve(g *glossary, n name, a *answer) {
	for _, e := range p.entries[len(p.asked.fingerprints):] {
		if e.source == nil {
			p.asked.fingerprints = append(p.asked.fingerprints, fingerprint{})
		} else {
			p.asked.fingerprints = append(p.asked.fingerprints, g.fingerprint(e.called()))
		}
	}
	for i := a.seen; i < len(p.entries); i++ {
		if p.asked.fingerprints[i].admits(n) {
			a.consider(g, n, p.entries[i])
		}
	}
}

// compare takes the new entries into account that have the rarest word of the
// name, or its initials.
func (p *pool) compare(g *glossary, n name, a *answer) {
	p.index(g)
	for _, i := range p.withWords(g, n, a.seen) {
		a.consider(g, n, p.entries[i])
	}
	if len(n) == 1 && a.best <= initials {
		for _, i := range p.withInitials(g, n[0].text, a.seen) {
			a.consider(g, n, p.entries[i])
		}
	}
}

// index enters the new entries by the words of their names, each work once.
func (p *pool) index(g *glossary) {
	if p.asked.works == nil {
		p.asked.works = make(map[*work]bool)
		p.asked.words = make(map[*term][]int32)
	}
	for ; p.asked.indexed < len(p.entries); p.asked.indexed++ {
		e := p.entries[p.asked.indexed]
		if e.source == nil {
			continue
		}
		w := g.work(e.called())
		if p.asked.works[w] {
			continue
		}
		p.asked.works[w] = true
		p.asked.first = append(p.asked.first, int32(p.asked.indexed))
		for _, key := range w.keys {
			for k := range key {
				p.enter(g.term(&key[k]), int32(p.asked.indexed))
			}
		}
	}
}

// enter enters an entry by a word.
func (p *pool) enter(t *term, number int32) {
	list := p.with(t)
	if len(list) > 0 && list[len(list)-1] == number {
		return
	}
	if list = append(list, number); p.document {
		t.full = list
	} else {
		p.asked.words[t] = list
	}
}

// with returns the entries that were entered by a word.
func (p *pool) with(t *term) []int32 {
	if p.document {
		return t.full
	}
	return p.asked.words[t]
}

// withWords returns which of the entries from the number since on have the
// rarest of the words, in order.
func (p *pool) withWords(g *glossary, words name, since int) (found []int32) {
	var rarest []*term
	least := 0
	for k := range words {
		n, like := 0, g.like(g.term(&words[k]))
		for _, t := range like {
			n += len(p.with(t))
		}
		if rarest == nil || n < least {
			rarest, least = like, n
		}
		if least <= few {
			break
		}
	}
	lists := 0
	for _, t := range rarest {
		list := last(p.with(t), since)
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
	if p.asked.initials == nil {
		p.asked.initials = make(map[string][]int32)
	}
	for _, i := range p.asked.first[p.asked.lettered:] {
		for _, key := range g.work(p.entries[i].called()).keys {
			letters := key.initials()
			if list := p.asked.initials[letters]; letters != "" && (len(list) == 0 || list[len(list)-1] != i) {
				p.asked.initials[letters] = append(list, i)
			}
		}
	}
	p.asked.lettered = len(p.asked.first)
	return last(p.asked.initials[text], since)
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
		if e.source == nil || !nearly(words, g.work(e.called())) {
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
		for i := range key {
			if k < len(words) && near(&words[k], &key[i]) {
				k++
			}
		}
		if k == len(words) && k > 0 {
			return true
		}
	}
	return false
}
