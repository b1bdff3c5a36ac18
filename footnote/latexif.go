package footnote

import "strings"

// conditional reads \if... and decides which of its branches is read. It
// reports whether the command is one.
//
// Where the condition is not known (the engine, a comparison of lengths), the
// first branch is read.
func (r *texReader) conditional(tok texToken) bool {
	name, ok := strings.CutPrefix(tok.text, "if")
	switch {
	case !ok || texTests[tok.text]:
		return false
	case tok.text == "ifx" || tok.text == "if":
		a := r.charOf(r.nextVisible())
		b := r.charOf(r.nextVisible())
		r.branch(tok, a.kind == b.kind && a.text == b.text)
	case name == "num" || name == "dim" || name == "odd" || name == "cat":
		r.word(tok)
		r.notEvaluated(tok)
	case r.switches[name] != 0:
		r.branch(tok, r.switches[name] > 0)
	default:
		r.notEvaluated(tok)
	}
	return true
}

// notEvaluated reports a condition that is not known. In the preamble, where
// nothing is printed, it does not matter.
func (r *texReader) notEvaluated(tok texToken) {
	if !r.preamble {
		r.problem(Refused, tok.pos(), `the condition \`+tok.text+" is not known; its first branch is read")
	}
}

// texTests are the commands whose names begin like those of conditions, but
// which take their branches as arguments.
var texTests = texSet("ifthenelse iff ifstrempty ifblank ifdef ifundef ifcsdef ifcsundef iftoggle ifbool ifdefempty ifoot")

// charOf returns a token, of a text its first character.
func (r *texReader) charOf(tok texToken) texToken {
	if tok.kind == texText {
		return r.firstRune(tok)
	}
	return tok
}

// branch reads on after the condition if it is met, and otherwise after its
// \else or \fi.
func (r *texReader) branch(cond texToken, met bool) {
	if !met {
		r.skipBranch(cond, true)
	}
}

// skipBranch passes over what comes up to the \fi, or the \else where that ends
// the branch too.
func (r *texReader) skipBranch(cond texToken, orElse bool) {
	if r.noFi {
		return
	}
	depth := 0
	for {
		tok := r.next()
		switch {
		case tok.kind == texEOF || tok.kind == texStop:
			r.noFi = true
			r.unread(tok, 0)
			r.damaged(cond.pos(), `\`+cond.text+` has no \fi; the rest is left out`)
			return
		case tok.kind != texControl:
		case tok.text == "fi":
			if depth--; depth < 0 {
				return
			}
		case tok.text == "else" && depth == 0 && orElse:
			return
		case strings.HasPrefix(tok.text, "if") && !texTests[tok.text]:
			depth++
		}
	}
}

// texElseBranch passes over the branch after \else, when the one before it was read.
func texElseBranch(r *texReader, c texCall) { r.skipBranch(c.texToken, false) }

// newIf = \newif \ifname; \nametrue and \namefalse set it.
func texNewIf(r *texReader, c texCall) {
	if name, ok := strings.CutPrefix(r.commandName(c.args[0]), "if"); ok {
		r.switches[name] = -1
	}
}

// setSwitch executes \nametrue and \namefalse of a \newif. It reports whether
// the command is one.
func (r *texReader) setSwitch(tok texToken) bool {
	value := 1
	name, ok := strings.CutSuffix(tok.text, "true")
	if !ok {
		name, ok = strings.CutSuffix(tok.text, "false")
		value = -1
	}
	if !ok || r.switches[name] == 0 {
		return false
	}
	r.switches[name] = value
	return true
}

// A test takes its branches as arguments: which it reads, "T", "F" or both.
var texBranches = map[string]struct {
	value    string // what the argument must be
	branches string // which branches follow
}{
	"IfNoValueTF": {texNoValue, "TF"}, "IfNoValueT": {texNoValue, "T"}, "IfNoValueF": {texNoValue, "F"},
	"IfValueTF": {texNoValue, "FT"}, "IfValueT": {texNoValue, "F"}, "IfValueF": {texNoValue, "T"},
	"IfBooleanTF": {texBooleanTrue, "TF"}, "IfBooleanT": {texBooleanTrue, "T"}, "IfBooleanF": {texBooleanTrue, "F"},
	"ifstrempty": {"", "TF"}, "ifblank": {"", "TF"}, "notblank": {"", "FT"},
}

// texBranchArgument reads the branch that a test of its first argument chooses.
func texBranchArgument(r *texReader, c texCall) {
	t := texBranches[c.text]
	is := r.isValue(c.args[0], t.value)
	var chosen []texToken
	for _, b := range t.branches {
		arg, _ := r.mandatory(c.texToken)
		if (b == 'T') == is {
			chosen = arg
		}
	}
	r.again(chosen)
}

// isValue reports whether the argument is the command of that name; of "",
// whether it is empty.
func (r *texReader) isValue(a texArgument, value string) bool {
	if value == "" {
		return r.text(a) == ""
	}
	return len(a.tokens) == 1 && a.tokens[0].kind == texControl && a.tokens[0].text == value
}
