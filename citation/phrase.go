package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A Phrase is a piece of the parsed text that is a value: a name, a title, a
// court. The zero Phrase means "not written".
type Phrase struct {
	Text string // without line breaks, doubled blanks, soft hyphens, star pages and markup, HTML entities as characters; otherwise as written
	Span Span   // where it stands
}

// phrase makes a Phrase of s[i:j], without the noise at its edges.
func (r reader) phrase(i, j int) Phrase {
	i = lex.Skip(r.text[:j], i)
	j = lex.SkipBack(r.text, i, j)
	if i >= j {
		return Phrase{}
	}
	return Phrase{lex.Clean(r.text[i:j]), Span{i, j}}
}
