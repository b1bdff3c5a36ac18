package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// shortParen finds a parenthetical without brackets inside at s[i:], noise
// before it passed over: in is what is between its brackets.
func (r reader) shortParen(i int) (in Span, next int, ok bool) {
	s := r.text
	j := lex.Skip(s, i)
	if r.at(j) != '(' {
		return in, i, false
	}
	end := strings.IndexByte(s[j:min(r.ceil, j+maxShort)], ')')
	if end < 0 {
		return in, i, false
	}
	end += j
	start := lex.Skip(s, j+1)
	return Span{start, lex.SkipBack(s, start, end)}, end + 1, start < end
}

// shortBracket is shortParen for square brackets, as New York's courts write
// them: "[1st Dept 2007]", "[5th ed]". They must end in a date or an edition.
func (r reader) shortBracket(i int) (in Span, next int, ok bool) {
	s := r.text
	j := lex.Skip(s, i)
	if r.at(j) != '[' {
		return in, i, false
	}
	end := strings.IndexByte(s[j:min(r.ceil, j+maxShort)], ']')
	if end < 0 || lex.Class[s[j+end-1]]&lex.Digit == 0 && !strings.HasSuffix(s[j:j+end], " ed") {
		return in, i, false
	}
	end += j
	start := lex.Skip(s, j+1)
	return Span{start, lex.SkipBack(s, start, end)}, end + 1, start < end
}

// shortBrackets is shortParen or shortBracket.
func (r reader) shortBrackets(i int) (in Span, next int, ok bool) {
	if in, next, ok = r.shortParen(i); ok {
		return in, next, ok
	}
	return r.shortBracket(i)
}

// maxDepth bounds how deep citations nest in parentheticals of citations.
const maxDepth = 4

// paren makes a Paren of the parenthetical s[i:j+1] and reads the citations in it.
func (r reader) paren(i, j int) Paren {
	p := Paren{Span: Span{i, j + 1}, Text: r.text[i+1 : j]}
	if r.depth >= maxDepth {
		return p
	}
	in := reader{text: r.text, tab: r.tab, floor: i + 1, ceil: j, depth: r.depth + 1, said: r.said}
	for k := i + 1; ; {
		c := in.next(k)
		if c == nil {
			return p
		}
		if n := len(p.Citations); n > 0 {
			in.follow(p.Citations[n-1], c)
		} else {
			in.follow(nil, c)
		}
		p.Citations = append(p.Citations, c)
		k = c.Common().Span.End
		in.floor = k
	}
}
