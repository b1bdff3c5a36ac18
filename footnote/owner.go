package footnote

import (
	"cmp"
	"slices"
	"sort"
)

// Who owns which bytes
//
// While a text whose notes are between its body is taken apart, page by page, the
// parts only say what they take: claims, which may overlap where a page is not
// what it seemed. At the end shareOut gives each byte to one owner: to a label before
// what is left out, to that before a note, to a note before the body; of two of a
// kind, to the one that begins later. What nobody claims is body. Only then are
// passages made, of what each owner got.

// A claimRank says what a claim is for; of two claims the lower rank owns the text.
type claimRank int

const (
	labelRank claimRank = iota
	leftRank
	noteRank
	bodyRank
	nobodysRank // of what nobody claims
	ranks
)

// A claim says that a span of the text of the pages is of an owner.
type claim struct {
	Span
	rank claimRank
	note int // of a label or a note: the note's index
}

// shareOut returns the pieces of the text of that length that the claims get, in
// order, each of one claim. The time it takes is that of sorting the claims.
func shareOut(claims []claim, length int) (owned []claim) {
	claims = slices.DeleteFunc(claims, func(c claim) bool { return c.Start >= c.End })
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(a.Start, b.Start) })
	var open [ranks][]int // indices of the claims that have begun, the latest last
	last := -1            // index of the claim of the last piece; len(claims) for nobody's
	for at, next := 0, 0; at < length; {
		for ; next < len(claims) && claims[next].Start <= at; next++ {
			r := claims[next].rank
			open[r] = append(open[r], next)
		}
		stop := length
		if next < len(claims) {
			stop = claims[next].Start
		}
		owner := len(claims)
		for r := range open {
			k := len(open[r])
			for k > 0 && claims[open[r][k-1]].End <= at {
				k--
			}
			if open[r] = open[r][:k]; k > 0 {
				owner = open[r][k-1]
				stop = min(stop, claims[owner].End)
				break
			}
		}
		piece := claim{Span: Span{at, stop}, rank: nobodysRank}
		if owner < len(claims) {
			piece.rank, piece.note = claims[owner].rank, claims[owner].note
		}
		if owner == last {
			owned[len(owned)-1].End = stop
		} else {
			owned = append(owned, piece)
		}
		at, last = stop, owner
	}
	return owned
}

// claims returns all that was claimed of the text.
func (a *apart) claims() (claims []claim) {
	for i := range a.notes {
		n := &a.notes[i]
		claims = append(claims, claim{Span{n.at, trimSpace(a.p.text, n.at, n.next)}, labelRank, i}, claim{n.text, noteRank, i})
		for _, s := range n.more {
			claims = append(claims, claim{s, noteRank, i})
		}
	}
	for _, s := range a.left {
		claims = append(claims, claim{Span: s, rank: leftRank})
	}
	for _, s := range a.body {
		claims = append(claims, claim{Span: s, rank: bodyRank})
	}
	return claims
}

// settle sets the notes, the body and what is left out, from what was claimed. A
// label is left out if the text of its note is not right after it.
func (a *apart) settle() {
	labels, texts := a.shared()
	for i := range a.notes {
		n := &a.notes[i]
		texts[i] = a.withoutRules(texts[i])
		stay := min(1, len(labels[i])) // pieces of the label
		if n.under && len(texts[i]) > 0 {
			stay = 0
		}
		a.left = append(a.left, labels[i][stay:]...)
		labels[i] = labels[i][:stay]
	}
	a.d.Left = append(a.d.Left, a.p.sources(a.left...)...)
	sortSpans(a.d.Left)
	left := a.d.Left
	for i := range a.notes {
		if n := a.d.newNote(a.p, left, labels[i], texts[i]); n != nil {
			n.Label, n.Scope = a.notes[i].label, a.notes[i].scope
			a.d.Notes = append(a.d.Notes, n)
		}
	}
	sortSpans(a.d.Left)
	a.d.Body = a.p.passage(a.body...)
}

// shared shares the text out: it sets the body and what is left out, and returns
// for each note the pieces of its label and of its text.
func (a *apart) shared() (labels, texts [][]Span) {
	text := a.p.text
	claims := a.claims()
	a.body, a.before, a.size, a.left = nil, nil, 0, nil
	labels, texts = make([][]Span, len(a.notes)), make([][]Span, len(a.notes))
	for _, c := range shareOut(claims, len(text)) {
		switch c.rank {
		case labelRank:
			labels[c.note] = append(labels[c.note], c.Span)
		case leftRank:
			a.leave(c.Start, c.End)
		case noteRank:
			texts[c.note] = append(texts[c.note], c.Span)
		case nobodysRank:
			if skipSpace(text[:c.End], c.Start) < c.End {
				a.keep(c.Span)
			}
		default:
			a.keep(c.Span)
		}
	}
	return labels, texts
}

// keep says that a span is body.
func (a *apart) keep(s Span) {
	a.body, a.before = append(a.body, s), append(a.before, a.size)
	a.size += s.End - s.Start
}

func sortSpans(s []Span) {
	slices.SortFunc(s, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
}

// withoutRules returns the pieces of a note without the blanks and rules around
// them, with the line breaks between them.
func (a *apart) withoutRules(spans []Span) (pieces []Span) {
	text := a.p.text
	last := 0 // where the last piece ended with its blanks and rules
	for _, s := range spans {
		whole := s.End
		s.Start = min(skipSpace(text, s.Start), s.End)
		s.End = trimSpace(text, s.Start, s.End)
		if line := max(s.Start, lineStart(text, s.End)); isRule(text[line:s.End]) {
			a.leave(line, s.End)
			s.End = trimSpace(text, s.Start, line)
		}
		if s.Start == s.End {
			continue
		}
		if n := len(pieces); n > 0 { // with the line break between one page and the next
			if k := skipBlanks(text, pieces[n-1].End); k < last && text[k] == '\n' {
				pieces[n-1].End = k + 1
			}
		}
		pieces = append(pieces, s)
		last = whole
	}
	return pieces
}

// sources returns the spans of the source that spans of the text come from.
func (p *pages) sources(spans ...Span) (out []Span) {
	kept := p.kept
	for _, s := range spans {
		i := sort.Search(len(kept), func(i int) bool { return kept[i].text > s.Start })
		for ; s.Start < s.End; i++ {
			end := s.End
			if i < len(kept) {
				end = min(end, kept[i].text)
			}
			at := p.source(s.Start)
			if n := len(out); n > 0 && out[n-1].End == at {
				out[n-1].End += end - s.Start
			} else {
				out = append(out, Span{at, at + end - s.Start})
			}
			s.Start = end
		}
	}
	return out
}

// adjoin reports whether nothing but blanks and what is left out is between the
// label and the offset of the source.
func (p *pages) adjoin(label Span, end int, left []Span) bool {
	at := label.End
	if at > end {
		return false
	}
	for k := sort.Search(len(left), func(k int) bool { return left[k].End > at }); at < end; k++ {
		stop := end
		if k < len(left) {
			stop = min(end, left[k].Start)
		}
		if stop > at && skipSource(p.src[:stop], at) < stop {
			return false
		}
		if at = stop; k < len(left) {
			at = max(at, left[k].End)
		}
	}
	return true
}

// skipSource returns the offset after blanks, newlines and carriage returns at s[i:].
func skipSource(s string, i int) int {
	for {
		k := skipSpace(s, i)
		if k == len(s) || s[k] != '\r' {
			return k
		}
		i = k + 1
	}
}

// newNote returns the note with that label and text, pieces of the text of the
// pages; nil if there is neither. The label is left out if the text is not right
// after it in the source, but for what is left out; the note begins with its text then.
func (d *Document) newNote(p *pages, left, label, text []Span) *Note {
	out := new(Note)
	if len(text) > 0 {
		out.Passage = p.passage(text...)
		out.Offset = p.source(text[0].Start)
	}
	at := p.sources(label...)
	switch {
	case len(at) == 0 && len(text) == 0:
		return nil
	case len(at) == 0:
	case len(text) == 0 || len(at) == 1 && p.adjoin(at[0], out.Offset, left):
		out.Offset = at[0].Start
		if len(text) == 0 {
			out.anchor(0, at[0].End) // before what may be left out there
		}
	default:
		d.Left = append(d.Left, at...)
	}
	return out
}
