package footnote

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A texCall is a command with the arguments that were read for it.
type texCall struct {
	texToken
	args []texArgument
}

// A texArgument is an argument of a command.
type texArgument struct {
	tokens []texToken
	given  bool // false for an optional argument that is not there
}

// arguments reads the arguments that spec names, one letter each:
//
//	s  a star, which may be absent
//	o  in brackets, may be absent
//	m  a group or a single token
//	w  a group, or what comes up to the next blank
func (r *texReader) arguments(cmd texToken, spec string) texCall {
	c := texCall{texToken: cmd}
	for _, kind := range spec {
		var a texArgument
		switch kind {
		case 's':
			a.given = r.star()
		case 'o':
			a.tokens, a.given = r.optional()
		case 'm':
			a.tokens, a.given = r.mandatory(cmd)
		case 'w':
			a.tokens, a.given = r.word(cmd)
		}
		c.args = append(c.args, a)
	}
	return c
}

func (r *texReader) star() bool {
	tok := r.next()
	if tok.kind == texText && tok.text[0] == '*' {
		r.unread(tok, 1)
		return true
	}
	r.unread(tok, 0)
	return false
}

// maxTexOptional is how many tokens an argument in brackets may have; a bracket
// that is not closed before is text.
const maxTexOptional = 1000

func (r *texReader) optional() (arg []texToken, ok bool) {
	tok := r.next()
	if !tok.is("[") || r.spent {
		r.unread(tok, 0)
		return nil, false
	}
	read := []texToken{tok}
	for depth := 0; len(read) < maxTexOptional; {
		tok = r.next()
		if tok.kind == texPar || tok.kind == texEOF || tok.kind == texStop || depth == 0 && tok.kind == texClose {
			r.unread(tok, 0)
			break
		}
		read = append(read, tok)
		switch tok.kind {
		case texOpen:
			depth++
		case texClose:
			depth--
		}
		if depth == 0 && tok.is("]") {
			return read[1 : len(read)-1], true
		}
	}
	r.spend(len(read))
	r.insert(read)
	return nil, false
}

// mandatory reads a group or a single token. There is none at the end of a
// group or of a paragraph.
func (r *texReader) mandatory(cmd texToken) (arg []texToken, ok bool) {
	tok := r.nextVisible()
	switch tok.kind {
	case texOpen:
		return r.group(cmd, tok), true
	case texControl, texParam, texRaw, texScript:
		return []texToken{tok}, true
	case texText:
		return []texToken{r.firstRune(tok)}, true
	}
	r.unread(tok, 0)
	return nil, false
}

// word reads a group, or what there is up to the next blank or command.
func (r *texReader) word(cmd texToken) (arg []texToken, ok bool) {
	for {
		switch tok := r.peek(); {
		case tok.kind == texOpen && len(arg) == 0:
			return r.mandatory(cmd)
		case tok.kind != texText && tok.kind != texScript:
			return arg, len(arg) > 0
		}
		arg = append(arg, r.next())
	}
}

// firstRune returns the first character of a text and puts the rest back.
func (r *texReader) firstRune(tok texToken) texToken {
	_, w := utf8.DecodeRuneInString(tok.text)
	r.unread(tok, w)
	tok.text = tok.text[:w]
	if tok.end > tok.at+w && w < tok.end-tok.at && tok.call < 0 && r.src[tok.at:tok.at+w] == tok.text {
		tok.end = tok.at + w
	}
	return tok
}

// group reads the rest of a group of which the opening brace was read. One that
// nothing closes ends with the paragraph.
func (r *texReader) group(cmd, open texToken) (tokens []texToken) {
	closed := r.closed(open)
	for depth := 1; ; {
		tok := r.next()
		switch {
		case tok.kind == texOpen:
			depth++
		case tok.kind == texClose:
			depth--
		case tok.kind == texPar && !closed, tok.kind == texEOF, tok.kind == texStop:
			r.unread(tok, 0)
			r.damaged(open.pos(), `the argument of \`+cmd.text+" is not closed")
			return tokens
		}
		if depth == 0 {
			return tokens
		}
		tokens = append(tokens, tok)
	}
}

// nextVisible returns the next token that is no blank.
func (r *texReader) nextVisible() texToken {
	for {
		if tok := r.next(); tok.kind != texSpace {
			return tok
		}
	}
}

// text returns an argument as the source has it, without the blanks around it;
// "" when it is not there.
func (r *texReader) text(a texArgument) string {
	var b strings.Builder
	for _, tok := range a.tokens {
		b.WriteString(r.source(tok))
	}
	return strings.TrimSpace(b.String())
}

// number evaluates an argument that is a number.
func (r *texReader) number(a texArgument) (n int, ok bool) {
	if !a.given {
		return 0, false
	}
	s := r.text(a)
	if n, err := strconv.Atoi(s); err == nil {
		return n, texInRange(n)
	}
	n, err := strconv.Atoi(strings.TrimSpace(r.capture(a.tokens)))
	return n, err == nil && texInRange(n)
}

func texInRange(n int) bool { return -maxTexCounter <= n && n <= maxTexCounter }

// maxTexCounter bounds what a counter may be set to.
const maxTexCounter = 1 << 20

func texParseRune(digits string, base int) (r rune, ok bool) {
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n > 0 && n <= utf8.MaxRune && utf8.ValidRune(rune(n))
}
