package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// How prose is told from names and titles, and where in a sentence that runs
// into a citation the citation begins.

// isProse reports whether s[i:j] reads as a sentence's part rather than as
// names and titles: it begins with a small letter, or holds a word
// with roleProse outside quotation marks.
func (r reader) isProse(i, j int) bool {
	s := r.text
	i = lex.Skip(s, i)
	if i >= j {
		return false
	}
	if lex.Class[s[i]]&lex.Lower != 0 {
		return !r.tab.is(lex.FirstWord(s[i:j]), roleNameStart)
	}
	for k := i; k < j; {
		if lex.Class[s[k]]&lex.ASCII == 0 {
			k += max(1, quoteSpan(s, k, j))
			continue
		}
		m := k
		for m < j && lex.Class[s[m]]&lex.ASCII != 0 {
			m++
		}
		if lex.Class[s[k]]&lex.Lower != 0 && m-k < 12 && r.tab.is(s[k:m], roleProse) {
			return true
		}
		k = m
	}
	return false
}

// afterProse finds where in s[start:i] a sentence's own words end and its
// citation begins: after a signal inside it ("For a survey, see Jane Roe,
// ..."), or at an author's name after a word that leads to one ("as documented
// in Jane Roe, ...") with some pieces after it. Without such a place it is
// start.
func (r reader) afterProse(start, i, pieces int) (from int, sig Signal) {
	s := r.text
	if from, sig = afterSignalInProse(s, start, i); from > start {
		return from, sig
	}
	p := r.pieces(start, i)
	for k := 0; k < p.n-pieces; k++ {
		if k == 0 && r.tab.personal(trimEtAl(lex.Clean(p.at[0].In(s)))) {
			return start, sig
		}
		if name := r.nameAtEnd(p.at[k]); name > 0 && !r.titleBegins(start, name) {
			return name, sig
		}
		if at := p.at[k]; k > 0 && lex.InitialAt(s, at.Start) && r.tab.authorLike(lex.Clean(at.In(s))) && !r.titleBegins(start, at.Start) { // "an issue, A. Scalia, Reading Law 325"
			return at.Start, sig
		}
	}
	return start, sig
}

// inTitleCase reports whether what is written at a span has a title's capitals: its
// first word and its longer ones.
func (r reader) inTitleCase(at Span) bool {
	for w := range strings.FieldsSeq(at.In(r.text)) {
		if lex.Class[w[0]]&lex.Lower != 0 && len(w) > 4 {
			return false
		}
	}
	return at.Len() > 0 && lex.Class[r.text[at.Start]]&(lex.Upper|lex.High) != 0
}

// titleBegins reports whether s[start:i], in a note's clause, is the beginning of a
// title or an institution's name rather than of a sentence: it has several words, and
// their capitals.
func (r reader) titleBegins(start, i int) bool {
	if !r.clause || r.isProse(start, i) || !r.inTitleCase(Span{start, i}) {
		return false
	}
	capitals := 0
	for w := range strings.FieldsSeq(r.text[start:i]) {
		if lex.Class[w[0]]&lex.Upper != 0 {
			capitals++
		}
	}
	return capitals > 1
}

// afterSignalInProse finds in s[start:i] the last signal, or words that lead to a
// work, with something after it that a citation may begin with: "is told in 2 A.
// Nevins". Without one it returns start.
func afterSignalInProse(s string, start, i int) (from int, sig Signal) {
	from = start
	for k := start + 1; k < i; k++ {
		if lex.Class[s[k-1]]&lex.Alnum != 0 {
			continue
		}
		switch s[k] | 0x20 {
		case 'i':
			if next := leadIn(s, k, i); next > k && lex.InitialAt(s, lex.Skip(s, lex.VolumeEnd(s, next, i))) {
				from = next
			}
		case 's', 'c':
			sg, next, ok := scanSignal(s, k, i)
			if ok && next < i && (lex.Class[s[next]]&(lex.Upper|lex.High) != 0 || lex.VolumeEnd(s, next, i) > next) {
				from, sig = next, sg
			}
		}
	}
	return from, sig
}

// authorAfterSentence finds where in s[start:i] an author with an initial or a known
// work follows a piece that ends in a small word: "that settles an issue, A.
// Scalia, Reading Law". Without one it is start.
func (r reader) authorAfterSentence(start, i, pieces int) int {
	s := r.text
	p := r.pieces(start, i)
	for k := 1; k < p.n; k++ {
		at, before := p.at[k], p.at[k-1]
		if lex.Class[s[lastWordAt(s, before.Start, before.End)]]&lex.Lower == 0 || etAl(lex.Clean(before.In(s))) {
			continue
		}
		if r.tab.treatise(s, at.Start, i) || k < p.n-pieces && lex.InitialAt(s, at.Start) && r.tab.authorLike(lex.Clean(at.In(s))) {
			return at.Start
		}
	}
	return start
}

// afterQuotation finds where in s[start:i] a quotation of the sentence that
// runs into a citation ends, at a comma: "called it “genuine,” Webster's Third".
// A quotation after a comma or at the start may be a title. Without one it is start.
func (r reader) afterQuotation(start, i int) int {
	s := r.text
	from := r.afterLeadIn(start, i)
	start = from
	for k := nextQuote(s, start, i); k < i; k = nextQuote(s, k, i) {
		open := quoteSpan(s, k, i)
		switch {
		case open > 0:
			before := lex.SkipBack(s, start, k)
			small := lex.Class[s[k+quoteLenAt(s, k)]]&lex.Lower != 0 // no title begins so
			k += open
			runsOn := before > start && (small || lex.Class[s[before-1]]&lex.Lower != 0)
			if runsOn && closesAt(s, start, k, ',') || small && closesAt(s, start, k, '.') && r.sentenceEnds(start, k-lex.QuoteLen(s, k, start)-1) {
				from = lex.Skip(s[:i], k)
			}
		case lex.HasPrefixAt(s, k, "”"), s[k] == '"': // opened before the start
			for k++; lex.Class[s[k-1]]&lex.High != 0 && k < i && s[k]&0xC0 == 0x80; k++ {
			}
			if closesAt(s, start, k, ',') {
				from = lex.Skip(s[:i], k)
			}
		default:
			k++
		}
	}
	return from
}

// nextQuote returns the offset of the first byte at or after k that may begin a
// quotation mark, i when none is before that.
func nextQuote(s string, k, i int) int {
	for k < i && s[k] != '"' && s[k] != 0xE2 {
		k++
	}
	return k
}

// quoteLenAt returns the length of the quotation mark at s[k:].
func quoteLenAt(s string, k int) int {
	if s[k] == '"' {
		return 1
	}
	return len("“")
}

// afterLeadIn finds where in s[start:i] the source begins in which another is
// found: after "reprinted in", "quoted in".
func (r reader) afterLeadIn(start, i int) int {
	s := r.text
	if !strings.Contains(s[start:i], "ed in ") { // the fast path
		return start
	}
	for k := strings.LastIndex(s[start:i], "ed in "); k > 0; k = strings.LastIndex(s[start:start+k], "ed in ") {
		w := r.wordStart(start, start+k+len("ed"))
		if next := leadIn(s, w, i); next > w {
			return next
		}
	}
	return start
}

// closesAt reports whether the quotation mark that ends at s[:k] is right after the
// mark.
func closesAt(s string, low, k int, mark byte) bool {
	n := lex.QuoteLen(s, k, low)
	return n > 0 && k-n > low && s[k-n-1] == mark
}

// nameAtEnd returns the offset of the person's name that ends a piece after a
// word with roleLeadsToName, 0 when there is none.
func (r reader) nameAtEnd(at Span) int {
	s := r.text
	words, start := 0, at.End
	end := at.End
	for _, others := range [...]string{" et al.", " et al"} {
		if strings.HasSuffix(s[at.Start:end], others) {
			end -= len(others)
		}
	}
	for j := end; words < 12; words++ {
		w, next, ok := wordBefore(s, at.Start, j)
		if !ok {
			return 0
		}
		text := s[w.start:w.end]
		switch {
		case r.tab.is(text, roleLeadsToName):
			if body, _, ok := wordBefore(s, at.Start, next); ok && r.tab.is(strings.TrimSuffix(s[body.start:body.end], "."), roleInstitution) { // "House Comm. on Gov't Reform"
				return 0
			}
			if words >= 2 && r.tab.authorLike(lex.Clean(s[start:end])) {
				return start
			}
			return 0
		case lex.Class[text[0]]&lex.Lower != 0 && !r.tab.is(text, roleParticle) && text != "and":
			return 0
		}
		start, j = w.start, next
	}
	return 0
}

// quoteSpan returns the length of the quotation that begins at s[k:] and ends
// before j; 0 when none does.
func quoteSpan(s string, k, j int) int {
	within := func(open int) string {
		from := min(k+open, j)
		return s[from:min(j, from+lex.MaxParen)]
	}
	switch {
	case s[k] == '"':
		if n := strings.IndexByte(within(len("\"")), '"'); n >= 0 {
			return n + len("\"\"")
		}
	case lex.HasPrefixAt(s, k, "“"):
		if n := closingQuote(within(len("“"))); n >= 0 {
			return n + len("“”")
		}
	}
	return 0
}

// closingQuote returns the offset of the mark that closes a quotation which is open
// at s[0:], -1 when there is none or another one opens before it.
func closingQuote(s string) int {
	const lead = "\xE2\x80" // of both marks
	for i := 0; ; i += len(lead) {
		n := strings.Index(s[i:], lead)
		if n < 0 {
			return -1
		}
		switch i += n; {
		case lex.HasPrefixAt(s, i, "”"):
			return i
		case lex.HasPrefixAt(s, i, "“"):
			return -1
		}
	}
}
