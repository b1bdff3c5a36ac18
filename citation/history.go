package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// scanHistoryPhrase reads a verb and its turns: "rev'd in part on other grounds".
// Bluebook Table T8; Indigo Book T14.
func scanHistoryPhrase(s string, i, end int) (normal string, next int, ok bool) {
	verb, next := words.History.Match(s, i, end)
	if verb == nil {
		return "", i, false
	}
	normal = verb.Value
	for {
		turn, k := words.HistoryTurns.Match(s, lex.Skip(s[:end], next), end)
		if turn == nil {
			return normal, next, true
		}
		if next = k; turn.Value != "" {
			normal += " " + turn.Value
		}
	}
}

// maxHistory bounds how far after a history phrase its case may begin.
const maxHistory = 400

// history reads the prior and subsequent history that begins at offset i.
func (r reader) history(c *Case, i int) (next int) {
	for r.depth < maxDepth && len(c.History) < 8 {
		e, k, ok := r.scanEvent(i)
		if !ok {
			break
		}
		c.History = append(c.History, e)
		i = k
	}
	return i
}

// scanEvent reads one step of history: a phrase and the case it leads to.
func (r reader) scanEvent(i int) (e Event, next int, ok bool) {
	s := r.text
	j := lex.Skip(s, i)
	if r.markAt(j, ",;") {
		j = lex.Skip(s, j+1)
	}
	if !r.isAt(j, lex.Lower) {
		return e, i, false
	}
	phrase, k, ok := scanHistoryPhrase(s, j, r.ceil)
	if !ok {
		return e, i, false
	}
	e = Event{Span: Span{j, k}, Phrase: phrase}
	in := r
	in.clause, in.inHistory, in.depth = false, true, r.depth+1
	in.floor, in.ceil = r.afterSubNom(k), min(r.ceil, k+maxHistory)
	a := in.nextAnchor(in.floor)
	in.ceil = r.ceil
	var found *Case
	var isCase bool
	switch {
	case a.class == anchorNumber && reporterOf(a.terms) != nil:
		found, isCase = readCase(in, a).(*Case)
	case a.class == anchorLabel && a.label == PinNumber: // "cert. granted, No. 20-255 (Jan. 8, 2021)"
		found, isCase = readDocketCase(in, a).(*Case)
	case a.class == anchorDocket: // "writ denied, 2009-1111 (La. 1/1/10), 24 So. 3d 1"
		found, isCase = readNumberedCase(in, a).(*Case)
	}
	if !isCase || found == nil || in.strays(in.floor, found.Span.Start) {
		if found = r.unpublished(k); found == nil {
			return e, i, false
		}
	}
	e.Case = found
	return e, found.Span.End, true
}

// unpublished reads a decision of which the court and the day alone are written:
// "review denied (Minn. Apr. 15, 2003)". It returns nil when none is at s[i:].
func (r reader) unpublished(i int) *Case {
	d, next, ok := r.scanDecision(i)
	if !ok || d.court == nil || d.date.IsZero() {
		return nil
	}
	at := Span{lex.Skip(r.text, i), next}
	return &Case{Shared: Shared{text: r.text, Span: at, Core: at}, CourtText: d.text, Court: d.court, Date: d.date, PetitionHistory: d.rest}
}

// afterSubNom passes over "sub nom.", a comma and blanks.
func (r reader) afterSubNom(i int) int {
	j := lex.Skip(r.text, i)
	if k, ok := words.MatchPhrase(r.text, j, r.ceil, "sub nom."); ok {
		j = lex.Skip(r.text, k)
	}
	switch {
	case r.at(j) == ',':
		return lex.Skip(r.text, j+1)
	case lex.HasPrefixAt(r.text, j, "[,]"): // put in by the quoting court
		return lex.Skip(r.text, j+len("[,]"))
	}
	return j
}

// strays reports whether more than noise is in s[i:j].
func (r reader) strays(i, j int) bool { return lex.Skip(r.text[:j], i) < j }
