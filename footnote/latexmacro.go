package footnote

import "strings"

// A texMacro is a command that the document defines.
type texMacro struct {
	params []texParameter
	body   []texToken
	size   int    // of the body, as it is spent
	alias  string // the name of the command that it is, which the document does not define
}

// A texParameter is a parameter of a macro: one of the kinds of
// [texReader.arguments].
type texParameter struct {
	kind     byte
	fallback []texToken // what stands for an optional argument that is not there
}

// maxTexParameters is how many parameters a macro has at most.
const maxTexParameters = 9

// A definition that ends with the group that it is in.
type texUndo struct {
	name string
	old  *texMacro
}

// define defines a command, until the end of the group unless it is global.
func (r *texReader) define(name string, m *texMacro, global bool) {
	if m != nil {
		m.size = texSize(m.body)
	}
	if !global && len(r.groups) > 0 {
		r.undo = append(r.undo, texUndo{name, r.macros[name]})
	}
	r.macros[name] = m
}

// undefine takes back the definitions after the first n.
func (r *texReader) undefine(n int) {
	for len(r.undo) > n {
		u := r.undo[len(r.undo)-1]
		r.undo = r.undo[:len(r.undo)-1]
		r.macros[u.name] = u.old
	}
}

// texSize returns what it costs to read the tokens.
func texSize(tokens []texToken) int {
	n := len(tokens)
	for _, tok := range tokens {
		n += len(tok.text)
	}
	return n
}

// The bound on what macros expand to and on what is read more than once, in
// tokens and bytes of text: so much, and so much for each byte of the source.
const (
	minTexExpansion    = 1 << 18
	texExpansionByByte = 16
)

// again puts tokens that were read before back, to be read as text.
func (r *texReader) again(tokens []texToken) {
	r.spend(1 + texSize(tokens))
	r.insert(tokens)
}

// spend accounts for work that the length of the source does not bound. It
// reports whether there is enough left; once there is not, macros are no longer
// expanded.
func (r *texReader) spend(n int) bool {
	if r.left -= n; r.left < 0 && !r.spent {
		r.spent = true
		r.damaged(r.at, "the macros expand to too much; the rest is read without them")
	}
	return !r.spent
}

// expand puts what a macro stands for before the rest of the source. Where the
// bounds do not allow it, its arguments are left to be read as text.
func (r *texReader) expand(cmd texToken, m *texMacro) {
	if r.spent || len(r.inserted) > MaxDepth {
		r.spend(max(0, r.left) + 1)
		return
	}
	args := make([]texArgument, len(m.params))
	cost := 1 + m.size
	for i, p := range m.params {
		args[i] = r.arguments(cmd, string(p.kind)).args[0]
		if !args[i].given {
			args[i].tokens = p.fallback
		}
		if p.kind == 's' {
			args[i].tokens = []texToken{{kind: texControl, text: texBooleanName(args[i].given), call: cmd.pos()}}
		}
		cost += texSize(args[i].tokens)
	}
	for _, tok := range m.body {
		if n := texParamNumber(tok); 0 < n && n <= len(args) {
			cost += texSize(args[n-1].tokens)
		}
	}
	if !r.spend(cost) { // what was read for arguments remains text
		for i := len(args) - 1; i >= 0; i-- {
			r.insert(args[i].tokens)
		}
		return
	}
	r.insert(r.substitute(m.body, args, cmd.pos()))
}

// texParamNumber returns which parameter the token stands for, 0 if none.
func texParamNumber(tok texToken) int {
	if tok.kind != texParam || len(tok.text) != 1 {
		return 0
	}
	return int(tok.text[0] - '0')
}

// substitute returns the body with its parameters replaced. What comes from the
// body leads to the call; what comes from an argument, to where it is.
func (r *texReader) substitute(body []texToken, args []texArgument, call int) []texToken {
	out := make([]texToken, 0, len(body))
	for _, tok := range body {
		switch n := texParamNumber(tok); {
		case n > 0 && n <= len(args):
			out = append(out, args[n-1].tokens...)
			continue
		case tok.kind == texParam && len(tok.text) > 1:
			tok.text = tok.text[1:]
		case tok.kind == texRaw && strings.Contains(tok.text, "#"):
			tok.text = r.substituteRaw(tok.text, args)
		}
		tok.call = call
		out = append(out, tok)
	}
	return out
}

// substituteRaw replaces the parameters in an argument that is taken as it is
// written.
func (r *texReader) substituteRaw(s string, args []texArgument) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "#")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if s = after; s == "" || s[0] < '1' || int(s[0]-'0') > len(args) {
			b.WriteByte('#')
			continue
		}
		if text := r.text(args[s[0]-'1']); r.spend(len(text)) {
			b.WriteString(text)
		}
		s = s[1:]
	}
}

// The names of what stands for an argument that is absent, and for a star.
const (
	texNoValue      = "NoValue-"
	texBooleanTrue  = "BooleanTrue"
	texBooleanFalse = "BooleanFalse"
)

func texBooleanName(b bool) string {
	if b {
		return texBooleanTrue
	}
	return texBooleanFalse
}

// newCommand = \newcommand [ "*" ] name [ "[" number "]" [ "[" default "]" ] ] body
func texNewCommand(r *texReader, c texCall) {
	m := &texMacro{params: r.parameters(c.args[2], c.args[3])}
	m.body, _ = r.mandatory(c.texToken)
	name := r.commandName(c.args[1])
	if name == "" || c.text == "providecommand" && r.defined(name) {
		return
	}
	r.define(name, m, false)
}

// parameters returns the parameters of \newcommand, of which the first may be
// optional.
func (r *texReader) parameters(number, fallback texArgument) []texParameter {
	n, _ := r.number(number)
	params := make([]texParameter, max(0, min(n, maxTexParameters)))
	for i := range params {
		params[i].kind = 'm'
		if i == 0 && fallback.given {
			params[i] = texParameter{'o', fallback.tokens}
		}
	}
	return params
}

// defined reports whether there is a command of that name.
func (r *texReader) defined(name string) bool {
	_, known := r.commands[name]
	return known || texSymbols[name] != "" || r.macros[name] != nil
}

// commandName returns the name of the command that the argument is, "" if none.
func (r *texReader) commandName(a texArgument) string {
	for _, tok := range a.tokens {
		if tok.kind == texControl {
			return tok.text
		}
	}
	return ""
}

// newDocumentCommand = \NewDocumentCommand name spec body
func texNewDocumentCommand(r *texReader, c texCall) {
	m := new(texMacro)
	m.body, _ = r.mandatory(c.texToken)
	name := r.commandName(c.args[0])
	spec := c.args[1].tokens
	for i := 0; i < len(spec) && len(m.params) < maxTexParameters; i++ {
		for _, kind := range spec[i].text {
			switch kind {
			case 'm', 's':
				m.params = append(m.params, texParameter{byte(kind), nil})
			case 'o':
				m.params = append(m.params, texParameter{'o', []texToken{{kind: texControl, text: texNoValue, call: c.pos()}}})
			case 'O':
				m.params = append(m.params, texParameter{'o', texGroupAfter(spec[i+1:])})
			}
		}
		if n := len(texGroupAfter(spec[i+1:])); n > 0 {
			i += n + 2
		}
	}
	m.params = m.params[:min(len(m.params), maxTexParameters)]
	if name != "" {
		r.define(name, m, false)
	}
}

// texGroupAfter returns what is in the group with which the tokens begin.
func texGroupAfter(tokens []texToken) []texToken {
	depth := 0
	for i, tok := range tokens {
		switch tok.kind {
		case texOpen:
			depth++
		case texClose:
			depth--
		}
		if depth == 0 {
			return tokens[min(1, i):i]
		}
	}
	return nil
}

// def = ( \def | \gdef | \edef | \xdef ) name { parameter } body
//
// Parameters that end with a text of their own are not read.
func texDef(r *texReader, c texCall) {
	name := r.nextVisible()
	if name.kind != texControl {
		r.unread(name, 0)
		return
	}
	m := new(texMacro)
	delimited := false
	tok := r.next()
	for ; tok.kind != texOpen; tok = r.next() {
		if tok.kind == texPar || tok.kind == texEOF || tok.kind == texStop || tok.kind == texClose {
			r.unread(tok, 0)
			return
		}
		if tok.kind != texParam {
			delimited = delimited || tok.kind != texSpace
			continue
		}
		m.params = append(m.params, texParameter{'m', nil})
	}
	m.body = r.group(c.texToken, tok)
	if delimited || len(m.params) > maxTexParameters {
		r.problem(Refused, c.pos(), `\`+c.text+`\`+name.text+": parameters that end with a text of their own")
		return
	}
	r.define(name.text, m, c.text == "gdef" || c.text == "xdef")
}

// let = \let name [ "=" ] ( name | token )
func texLet(r *texReader, c texCall) {
	name := r.nextVisible()
	if name.kind != texControl {
		r.unread(name, 0)
		return
	}
	to := r.nextVisible()
	if to.kind == texText && to.text[0] == '=' {
		r.unread(to, 1)
		to = r.nextVisible()
	}
	switch {
	case to.kind == texEOF || to.kind == texStop:
		r.unread(to, 0)
	case to.kind == texText:
		r.define(name.text, &texMacro{body: []texToken{r.firstRune(to)}}, false)
	case to.kind != texControl:
		r.define(name.text, &texMacro{body: []texToken{to}}, false)
	case r.macros[to.text] != nil:
		r.define(name.text, r.macros[to.text], false)
	default:
		r.define(name.text, &texMacro{alias: to.text}, false)
	}
}

// newEnvironment = \newenvironment [ "*" ] name [ "[" number "]" [ "[" default "]" ] ] begin end
func texNewEnvironment(r *texReader, c texCall) {
	name := r.text(c.args[1])
	begin := &texMacro{params: r.parameters(c.args[2], c.args[3])}
	begin.body, _ = r.mandatory(c.texToken)
	end := new(texMacro)
	end.body, _ = r.mandatory(c.texToken)
	r.define(texBeginPrefix+name, begin, false)
	r.define(texEndPrefix+name, end, false)
}

// What the names of the macros begin with to which an environment of the
// document's own expands. No command's name has a blank.
const (
	texBeginPrefix = "begin "
	texEndPrefix   = "end "
)
