package footnote

import "strings"

// A texEnvironment says what an environment does. The zero value is that of
// one that is not known: paragraphs by themselves.
type texEnvironment struct {
	spec   string // its arguments that are no text
	inline bool   // it is part of the paragraph
	math   bool
	table  bool // "&" separates cells
}

var texEnvironments = map[string]texEnvironment{
	"tabular": {spec: "om", table: true}, "tabular*": {spec: "mom", table: true}, "tabularx": {spec: "mom", table: true},
	"tabulary": {spec: "mm", table: true}, "longtable": {spec: "om", table: true}, "supertabular": {spec: "om", table: true},
	"array":    {spec: "om", inline: true, math: true, table: true},
	"minipage": {spec: "ooom"}, "figure": {spec: "o"}, "figure*": {spec: "o"}, "table": {spec: "o"}, "table*": {spec: "o"},
	"wrapfigure": {spec: "omm"}, "multicols": {spec: "mo"}, "thebibliography": {spec: "m"}, "adjustwidth": {spec: "mm"},
	"itemize": {spec: "o"}, "enumerate": {spec: "o"}, "description": {spec: "o"}, "list": {spec: "mm"}, "spacing": {spec: "m", inline: true},
	"otherlanguage": {spec: "m"}, "otherlanguage*": {spec: "m", inline: true}, "foreigndisplayquote": {spec: "m"},
	"equation": {math: true, table: true}, "equation*": {math: true, table: true}, "align": {math: true, table: true},
	"align*": {math: true, table: true}, "gather": {math: true, table: true}, "gather*": {math: true, table: true},
	"multline": {math: true, table: true}, "eqnarray": {math: true, table: true}, "eqnarray*": {math: true, table: true},
	"displaymath": {math: true}, "math": {inline: true, math: true}, "split": {inline: true, math: true, table: true},
	"aligned": {inline: true, math: true, table: true}, "cases": {inline: true, math: true, table: true},
	"matrix": {inline: true, math: true, table: true}, "pmatrix": {inline: true, math: true, table: true},
}

// beginEnvironment = \begin { name } arguments
func texBegin(r *texReader, c texCall) {
	name := r.text(c.args[0])
	if name == "document" {
		r.preamble = false
		return
	}
	if r.preamble || name == "" {
		return
	}
	if m := r.macros[texBeginPrefix+name]; m != nil {
		r.open(name, c.texToken, nil)
		r.expand(c.texToken, m)
		return
	}
	if cmd, ok := r.commands[name]; ok && cmd.spec == "" { // \begin{itshape} is \itshape up to its end
		r.open(name, c.texToken, nil)
		if cmd.do != nil {
			cmd.do(r, texCall{texToken: c.texToken})
		}
		return
	}
	r.beginKnown(name, c)
}

func (r *texReader) beginKnown(name string, c texCall) {
	env := texEnvironments[name]
	end := func() { r.w.paragraph(r.at) }
	if env.inline {
		end = nil
	} else {
		r.endParagraph(c.texToken)
	}
	opened := r.open(name, c.texToken, end)
	r.arguments(c.texToken, env.spec)
	if !opened {
		return
	}
	r.math, r.table = r.math || env.math, env.table
	switch name {
	case "minipage":
		r.counter = "mpfootnote"
		r.setCounter("mpfootnote", 0)
	case "equation":
		r.step(name)
		r.label = texLabel{text: r.printed(name), counter: name}
	}
}

// endEnvironmentCommand = \end { name }
func texEnd(r *texReader, c texCall) {
	name := r.text(c.args[0])
	switch {
	case name == "document":
		texEndDocument(r, c)
	case r.preamble:
	case r.macros[texEndPrefix+name] != nil && r.kinds[name] > 0:
		r.insert([]texToken{texControlToken(texEndEnvironment, c.pos()), {kind: texRaw, text: name, call: c.pos()}})
		r.expand(c.texToken, r.macros[texEndPrefix+name])
	default:
		texCloseEnvironment(r, c)
	}
}

func texCloseEnvironment(r *texReader, c texCall) {
	if name := r.text(c.args[0]); !r.closeKind(name, c.texToken) {
		r.damaged(c.pos(), `\end{`+name+`} without its \begin`)
	}
}

// texSkipLength passes over a length or a number after a register: "= 2pt plus 1fil".
//
//	length = [ "=" ] [ "-" ] ( number [ unit ] | [ number ] register ) { ( "plus" | "minus" ) length }
func texSkipLength(r *texReader, _ texCall) {
	for range maxTexLengthParts {
		tok := r.nextVisible()
		if tok.kind == texControl && tok.call < 0 && texRegister(r, tok.text) {
			return
		}
		if tok.kind != texText {
			r.unread(tok, 0)
			return
		}
		n := texLengthEnd(tok.text)
		r.unread(tok, n)
		if n == 0 || n < len(tok.text) {
			return
		}
	}
}

// maxTexLengthParts is how many words a length has at most.
const maxTexLengthParts = 8

// texRegister reports whether the command is a length by itself.
func texRegister(r *texReader, name string) bool {
	return strings.HasSuffix(name, "skip") || strings.HasSuffix(name, "width") || strings.HasSuffix(name, "height") || r.macros[name] == nil && strings.HasSuffix(name, "size")
}

var texUnits = [...]string{"filll", "fill", "fil", "pt", "em", "ex", "in", "cm", "mm", "sp", "bp", "pc", "dd", "cc", "mu", "plus", "minus", "true"}

// texLengthEnd returns the offset after the length with which s begins.
func texLengthEnd(s string) int {
	i := 0
	for i < len(s) && strings.IndexByte("=+-–.,0123456789", s[i]) >= 0 {
		i++
	}
	if w := prefixOf(s[i:], texUnits[:]); w > 0 && (i+w == len(s) || !isLetter(s[i+w])) {
		i += w
	}
	return i
}
