package citation

import (
	"iter"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How a note is read
//
// A law-review note is a row of sentences. A citation sentence is a signal and
// a clause, or several separated by semicolons, each a citation:
//
//	See Jane Roe, Title, Site (Sept. 3, 2022), https://...; see also Doe, supra note 4, at 3.
//
// All others are prose, with or without citations inside. So a note is cut
// into sentences at the periods that do not follow abbreviations, inside
// brackets, quotation marks or addresses, and its sentences into clauses at
// semicolons. In a clause the citation's beginning is known: what stands
// before its core, from the signal on, is its name, author or title. That is
// why sources without a fixed form (a web page, a newspaper, a foreign
// statute) can be read here, and only here by their place alone. Bluebook Rule
// 1.1; Indigo Book R3.

// A Sentence is a sentence of a note.
type Sentence struct {
	Span      Span       // without the blanks around it, with the punctuation that ends it
	Prose     bool       // the sentence says something itself; otherwise it only cites
	Citations []Citation // in order, at top level; a prose sentence may hold some too
}

// Note returns the sentences of a footnote's text, its label taken off. It
// never fails: what is not a citation is prose.
func (p *Parser) Note(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		r := reader{text: text, tab: p.index(), ceil: len(text), missed: new([]anchor)}
		for i := lex.Skip(text, 0); i < len(text); {
			end := r.sentenceEnd(i)
			s := r.sentence(i, end)
			if r.opensWork(s) {
				if whole := r.sentence(i, r.sentenceEnd(r.skip(end))); r.overSentence(s, whole) {
					s = whole
				}
			}
			if s.Span.Len() > 0 && !yield(s) {
				return
			}
			i = lex.Skip(text, max(end, s.Span.End))
		}
	}
}

// Note returns the sentences of a note with the built-in tables; see
// [Parser.Note].
func Note(text string) iter.Seq[Sentence] { return new(Parser).Note(text) }

// sentence reads the sentence s[i:end].
func (r reader) sentence(i, end int) Sentence {
	st := Sentence{Span: Span{i, lex.SkipBack(r.text, i, end)}}
	var sig Signal
	for start := i; start < st.Span.End; {
		stop := r.clauseEnd(start, st.Span.End)
		in := r
		in.floor, in.ceil = start, stop
		read := in.clauseCitations(&st, sig)
		sig = read
		start = lex.Skip(r.text[:st.Span.End], min(stop+1, st.Span.End))
	}
	var prev Citation
	for _, c := range st.Citations {
		r.follow(prev, c)
		prev = c
	}
	return st
}

// opensWork reports whether a sentence in which nothing was cited has the form of an
// author and the first sentence of a title: "See Jane Roe, Paper Burns." Its longer
// words have capitals, and no signal opens the sentence after it.
func (r reader) opensWork(st Sentence) bool {
	after := r.skip(st.Span.End)
	if len(st.Citations) > 0 || after >= r.ceil {
		return false
	}
	if _, _, ok := scanSignal(r.text, after, r.ceil); ok {
		return false
	}
	from := st.Span.Start
	if _, next, ok := scanSignal(r.text, from, st.Span.End); ok {
		from = next
	}
	if st.Span.End-from > maxHead || r.isProse(from, st.Span.End) {
		return false
	}
	b := r.byline(from, st.Span.End)
	return len(b.authors) > 0 && r.tab.namesPerson(b.authors[0].Text) && r.inTitleCase(b.title.Span)
}

// overSentence reports whether what two sentences read as one cite is a work with a
// title that goes on from the first to the second.
func (r reader) overSentence(first, whole Sentence) bool {
	if len(whole.Citations) == 0 {
		return false
	}
	authors, title := signedTitle(whole.Citations[0])
	return len(authors) > 0 && title.Span.Start < first.Span.End && title.Span.End > first.Span.End
}

// signedTitle returns the authors and the title of a work of any kind.
func signedTitle(c Citation) (authors []Phrase, title Phrase) {
	switch c := c.(type) {
	case *Work:
		return c.Authors, c.Title
	case *Article:
		return c.Authors, c.Title
	case *Book:
		return c.Authors, c.Title
	}
	return nil, Phrase{}
}

// clauseCitations reads the citations of the clause s[floor:ceil] and appends
// them to the sentence. It returns the signal in force after the clause.
func (r reader) clauseCitations(st *Sentence, force Signal) Signal {
	s := r.text
	r.ceil = r.trimEnd(r.floor, r.ceil)
	start := r.skip(r.floor)
	sig, next, signalled := scanSignal(s, start, r.ceil)
	if signalled && (!sig.inner() || force.Word == "compare") {
		start = next
	} else {
		sig = Signal{}
	}
	if start >= r.ceil {
		st.Prose = st.Prose || start > r.floor
		return sig
	}
	r.floor, r.clause = start, true
	*r.missed = (*r.missed)[:0]
	i := start
	for i < r.ceil {
		c := r.firstInClause(i)
		if c == nil {
			break
		}
		at := c.Common().Span
		switch {
		case at.Start == start:
			c.Common().Signal = sig
		case sig.Word == "compare" && i > start:
			c.Common().Signal = r.innerSignal(i, at.Start)
		}
		if r.saysMore(i, at.Start) {
			st.Prose = true
		}
		st.Citations = append(st.Citations, c)
		i = at.End
		r.floor, r.clause = i, false
	}
	if i == start {
		if c := r.read(anchor{class: anchorClause, start: start, end: r.ceil}); c != nil {
			i = r.inClause(st, c, start, sig)
		} else {
			missed := *r.missed
			r.clause, r.missed = false, nil
			for c := r.again(missed); c != nil; c = r.next(i) {
				i = r.inClause(st, c, i, sig)
				r.floor = i
			}
		}
	}
	if r.saysMore(i, r.ceil) {
		st.Prose = true
	}
	return sig
}

// inClause appends a citation that follows offset i of a clause, with the
// clause's signal when it begins there. It returns the offset after it.
func (r reader) inClause(st *Sentence, c Citation, i int, sig Signal) int {
	at := c.Common().Span
	if at.Start == i && sig.Word != "" {
		c.Common().Signal = sig
	}
	st.Prose = st.Prose || r.saysMore(i, at.Start)
	st.Citations = append(st.Citations, c)
	return at.End
}

// innerSignal reads the "with" or "and" between two citations that "compare"
// governs. Bluebook Rule 1.2(b).
func (r reader) innerSignal(i, j int) Signal {
	s := r.text[:j]
	if i = lex.Skip(s, i); i < j && s[i] == ',' {
		i = lex.Skip(s, i+1)
	}
	if sig, next, ok := scanSignal(s, i, j); ok && sig.inner() && next == j {
		return sig
	}
	return Signal{}
}

// firstInClause is next, with id. at the clause's beginning found without its
// period too.
func (r reader) firstInClause(i int) Citation {
	if r.clause {
		for _, word := range [...]string{"id", "ibid"} {
			k, ok := words.Match(r.text, i, r.ceil, word)
			if !ok || r.at(k) == '.' {
				continue
			}
			if j := lex.Skip(r.text, k); j >= r.ceil || r.text[j] == ',' || lex.HasPrefixAt(r.text, j, "at ") {
				return readId(r, anchor{class: anchorId, start: i, end: k})
			}
		}
	}
	return r.next(i)
}

// saysMore reports whether words other than those that join citations are in
// s[i:j].
func (r reader) saysMore(i, j int) bool {
	s := r.text
	for i = lex.Skip(s[:j], i); i < j; i = lex.Skip(s[:j], i) {
		switch c := s[i]; {
		case strings.IndexByte(",.;:()[]\">", c) >= 0:
			i++
		case quoteOrDash(s, i) == 3:
			i += 3
		default:
			if _, next, ok := scanSignal(s, i, j); ok {
				i = next
				continue
			}
			if k := leadIn(s, i, j); k > i {
				i = k
				continue
			}
			return true
		}
	}
	return false
}

// trimEnd takes the noise and the one punctuation mark that ends a clause off
// s[i:j].
func (r reader) trimEnd(i, j int) int {
	j = lex.SkipBack(r.text, i, j)
	if j > i && strings.IndexByte(".;?!", r.text[j-1]) >= 0 && !r.keepsPeriod(i, j) {
		j = lex.SkipBack(r.text, i, j-1)
	}
	return j
}

// keepsPeriod reports whether the period at s[j-1] is that of "id." or "et al."
func (r reader) keepsPeriod(i, j int) bool {
	k := j - 1
	for k > i && lex.Class[r.text[k-1]]&lex.ASCII != 0 {
		k--
	}
	switch strings.ToLower(r.text[k : j-1]) {
	case "id", "ibid", "al", "seq":
		return true
	}
	return false
}

// clauseEnd returns the offset of the semicolon that ends the clause at s[i:],
// or end.
func (r reader) clauseEnd(i, end int) int {
	for k := i; k < end; {
		if !stepsAt[r.text[k]] { // the fast path: most bytes
			k++
			continue
		}
		if r.text[k] == ';' && (k+1 >= end || lex.Skip(r.text, k+1) > k+1) && !entityEnds(r.text, k) {
			return k
		}
		k = r.stepOver(k, end)
	}
	return end
}

// sentenceEnd returns the offset after the sentence that begins at s[i].
func (r reader) sentenceEnd(i int) int {
	for k := i; k < r.ceil; {
		if !stepsAt[r.text[k]] { // the fast path: most bytes
			k++
			continue
		}
		if c := r.text[k]; (c == '.' || c == '?' || c == '!') && r.sentenceEnds(i, k) {
			return r.afterSentence(k)
		}
		k = r.stepOver(k, r.ceil)
	}
	return r.ceil
}

// stepsAt are the bytes at which a sentence or a clause may end, or a piece may
// begin that stepOver passes over as a whole.
var stepsAt = func() (t [256]bool) {
	for _, c := range []byte(".?!;([\"\xE2hHw") {
		t[c] = true
	}
	return t
}()

// stepOver passes over one byte, or over a bracketed or quoted piece or an
// address that begins at s[k].
func (r reader) stepOver(k, end int) int {
	s := r.text
	switch c := s[k]; {
	case c == '(' || c == '[':
		if shut := lex.Closing(s, k, end); shut > 0 {
			return shut + 1
		}
	case c == '"' || c == 0xE2:
		if n := quoteSpan(s, k, end); n > 0 && n < lex.MaxParen {
			// a sentence may end inside the quotation marks
			shut := 1
			if c == 0xE2 {
				shut = len("”")
			}
			if m := k + n - shut - 1; m > k && strings.IndexByte(".?!", s[m]) >= 0 {
				return m
			}
			return k + n
		}
	case c == 'h' || c == 'H' || c == 'w':
		if k > 0 && lex.Class[s[k-1]]&lex.Alnum != 0 {
			break
		}
		if lex.HasFoldPrefix(s[k:end], "http") || lex.HasPrefixAt(s, k, "www.") {
			if _, next, ok := scanURL(s[:end], k); ok {
				return next
			}
		}
	}
	return k + 1
}

// NoteTypeset is [Parser.Note] for a text whose typeface is known: runs are in
// order and disjoint, and what is in none of them is roman. The citations can be
// asked for their [Shared.Face]. What is found does not depend on the typeface.
func (p *Parser) NoteTypeset(text string, runs []Run) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for s := range p.Note(text) {
			for _, c := range s.Citations {
				typeset(c, runs)
			}
			if !yield(s) {
				return
			}
		}
	}
}
