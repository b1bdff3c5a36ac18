package citation

// maxHead bounds how far to the left of its core a citation in running text
// may begin, in bytes.
const maxHead = 600

// clauseStart finds where the clause that leads up to offset i begins, and the
// signal before it. In a note's clause that is known; in running text it is
// behind the last semicolon, sentence end or opening bracket to the left.
//
// pieces is how many pieces of a byline a source of this kind has behind its
// author: a sentence that runs into a citation is told by an author's name with
// that many behind it.
func (r reader) clauseStart(i, pieces int) (start int, sig Signal) {
	if r.clause {
		start = skip(r.text[:i], r.floor)
		if r.isProse(start, i) {
			return r.behindProse(start, i, 1)
		}
		return r.behindProse(start, i, pieces)
	}
	s := r.text
	low := max(r.floor, i-maxHead)
	start = low
	for k := i - 1; k >= low; k-- {
		if stop, ok := r.clauseBreak(low, k); ok {
			start = stop
			break
		}
	}
	start = skip(s[:i], start)
	if start < i && (s[start] == ',' || s[start] == ';') {
		start = skip(s[:i], start+1)
	}
	if sg, next, ok := scanSignal(s, start, i); ok {
		sig, start = sg, next
	} else if k := leadIn(s, start, i); k > start {
		start = k
	}
	return start, sig
}

// behindProse finds where in s[start:i] a sentence's own words end and its
// citation begins: behind a signal inside it ("For a survey, see Jane Roe,
// ..."), or at an author's name behind a word that leads to one ("as documented
// in Jane Roe, ...") with some pieces behind it. Without such a place it is
// start.
func (r reader) behindProse(start, i, pieces int) (from int, sig Signal) {
	s := r.text
	from = start
	for k := start + 1; k < i; k++ {
		if c := s[k]; c != 's' && c != 'c' || class[s[k-1]]&cAlnum != 0 {
			continue
		}
		if sg, next, ok := scanSignal(s, k, i); ok && class[s[next]]&(cUpper|cHigh) != 0 {
			from, sig = next, sg
		}
	}
	if from > start {
		return from, sig
	}
	p := r.pieces(start, i)
	for k := 0; k < p.n-pieces; k++ {
		if k == 0 && r.tab.personal(clean(p.at[0].In(s))) {
			return start, sig
		}
		if name := r.nameAtEnd(p.at[k]); name > 0 {
			return name, sig
		}
	}
	return start, sig
}

// nameAtEnd returns the offset of the person's name that ends a piece behind a
// word with roleLeadsToName, 0 when there is none.
func (r reader) nameAtEnd(at Span) int {
	s := r.text
	words, start := 0, at.End
	for j := at.End; words < 12; words++ {
		w, next, ok := wordBefore(s, at.Start, j)
		if !ok {
			return 0
		}
		text := s[w.start:w.end]
		switch {
		case r.tab.is(text, roleLeadsToName):
			if words >= 2 && r.tab.authorLike(clean(s[start:at.End])) {
				return start
			}
			return 0
		case class[text[0]]&cLower != 0 && !r.tab.is(text, roleParticle) && text != "and":
			return 0
		}
		start, j = w.start, next
	}
	return 0
}

// clauseBreak reports whether a clause ends at s[k], and where the next begins.
func (r reader) clauseBreak(low, k int) (next int, ok bool) {
	s := r.text
	switch s[k] {
	case ';':
		return k + 1, true
	case '(', '[':
		// an opening bracket that nothing closed to its right
		return k + 1, closing(s, k, r.ceil) < 0 || closing(s, k, k+maxHead) < 0
	case '.', '?', '!':
		if !r.sentenceEnds(low, k) {
			return 0, false
		}
		return r.afterSentence(k), true
	case '\n':
		return k + 1, k > low && blankLine(s, k)
	}
	return 0, false
}

// blankLine reports whether the line break at s[k] ends an empty line.
func blankLine(s string, k int) bool {
	for k--; k >= 0 && (s[k] == ' ' || s[k] == '\t' || s[k] == '\r'); k-- {
	}
	return k >= 0 && s[k] == '\n'
}

// leadIns are words before a citation that are not signals of the Bluebook's.
var leadIns = [...]string{"citing", "quoting", "citing to", "cited in", "quoted in", "as reprinted in", "reprinted in", "discussing", "discussed in"}

// leadIn passes over a word of leadIns.
func leadIn(s string, i, end int) int {
	for _, words := range leadIns {
		if k, ok := matchWords(s, i, end, words); ok {
			return skip(s[:end], k)
		}
	}
	return i
}
