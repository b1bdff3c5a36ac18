package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// follow enters what a citation takes from the one before it in its string:
// the signal in force and the string's head. prev is nil for the first.
func (r reader) follow(prev, c Citation) {
	b := c.Common()
	b.Governing = b.Signal
	if prev == nil {
		return
	}
	before := prev.Common()
	start := b.Span.Start
	if b.Signal.Word != "" {
		start = b.Signal.Span.Start
	}
	if !r.parted(before.Span.End, start) {
		return
	}
	if b.FirstInString = before.FirstInString; b.FirstInString == nil {
		b.FirstInString = prev
	}
	if b.Governing.Word == "" {
		b.Governing = before.Governing
	}
}

// parted reports whether a semicolon, and perhaps "and", is all that is in
// s[i:j].
func (r reader) parted(i, j int) bool {
	if i >= j {
		return false
	}
	s := r.text[:j]
	if i = lex.Skip(s, i); i >= j || s[i] != ';' {
		return false
	}
	i = lex.Skip(s, i+1)
	if k, ok := words.Match(s, i, j, "and"); ok {
		i = lex.Skip(s, k)
	}
	return i >= j || i < j && s[i] == ',' && lex.Skip(s, i+1) >= j
}

// signal reads the signal before offset i.
func (r reader) signal(i int) Signal {
	if r.clause {
		return Signal{} // the sentence layer has read it
	}
	sig, _ := signalBefore(r.text, r.floor, i)
	return sig
}
