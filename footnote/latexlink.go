package footnote

import "strings"

// texURLCommands are the commands that may be in an address; without the backslash.
var texURLCommands = [...]string{"textasciitilde", "textunderscore", "textasciicircum", "allowbreak", "slash", "string"}

// texURLEscapes are how characters of an address may be written, and what is
// between its parts for the sake of line ends.
var texURLEscapes = [...]struct{ from, to string }{
	{`\%`, "%"}, {`\#`, "#"}, {`\_`, "_"}, {`\&`, "&"}, {`\~`, "~"}, {`\$`, "$"}, {`\{`, "{"}, {`\}`, "}"}, {`\^`, "^"}, {`\\`, `\`},
	{`\-`, ""}, {`\/`, ""}, {"%\r\n", ""}, {"%\n", ""}, {"{[}", "["}, {"{]}", "]"}, {"{}", ""},
	{`\textasciitilde`, "~"}, {`\textunderscore`, "_"}, {`\textasciicircum`, "^"}, {`\allowbreak`, ""}, {`\slash`, "/"}, {`\string`, ""},
	{" ", ""}, {"\n", ""}, {"\r", ""}, {"\t", ""},
}

// texURLPieces cuts an address as the source has it into the pieces that it is
// made of, with their offsets.
func texURLPieces(raw string, piece func(s string, at int)) {
	start := 0
	for i := 0; i < len(raw); {
		from, to := texURLEscape(raw[i:])
		if from == 0 {
			i++
			continue
		}
		piece(raw[start:i], start)
		piece(to, i)
		i += from
		start = i
	}
	piece(raw[start:], start)
}

// texURLEscape returns the length of the escape with which s begins, 0 if none,
// and what it stands for.
func texURLEscape(s string) (from int, to string) {
	if strings.IndexByte("\\% {\n\r\t", s[0]) < 0 {
		return 0, ""
	}
	for _, e := range texURLEscapes {
		if strings.HasPrefix(s, e.from) {
			return len(e.from), e.to
		}
	}
	return 0, ""
}

// texAddress returns the address that the source's text is.
func texAddress(raw string) string {
	var b strings.Builder
	texURLPieces(raw, func(s string, _ int) { b.WriteString(s) })
	return b.String()
}

// target returns the address that an argument is.
func (r *texReader) target(a texArgument) string { return texAddress(r.text(a)) }

// href = \href { address } text
func texHref(r *texReader, c texCall) { r.linkTo(c, r.target(c.args[0])) }

// hyperLink = \hyperlink { name } text
func texHyperLink(r *texReader, c texCall) { r.linkTo(c, "#"+r.text(c.args[0])) }

// hyperRef = \hyperref "[" label "]" text
func texHyperRef(r *texReader, c texCall) {
	if c.args[0].given {
		r.linkTo(c, "#"+r.text(c.args[0]))
	}
}

// linkTo has the argument that follows lead to the target.
func (r *texReader) linkTo(c texCall, target string) {
	r.w.face = r.face
	start := r.w.begin()
	r.argument(c.texToken, func() { r.w.link(start, target, nil) })
}

// urlCommand = \url { address }
func texURLCommand(r *texReader, c texCall) {
	r.w.face = r.face
	start := r.w.begin()
	r.writeAddress(c.args[0])
	r.w.link(start, r.target(c.args[0]), nil)
}

// writeAddress writes an address.
func (r *texReader) writeAddress(a texArgument) {
	r.w.face = r.face
	if len(a.tokens) == 1 && a.tokens[0].kind == texRaw && a.tokens[0].call < 0 {
		raw := a.tokens[0]
		at := raw.at + 1 // after the brace
		texURLPieces(raw.text, func(s string, off int) { r.w.stand(s, at+off) })
		return
	}
	for _, tok := range a.tokens[:min(1, len(a.tokens))] {
		r.w.stand(r.target(a), tok.pos())
	}
}

// texVerbatim writes what is shown as it is written.
func texVerbatim(r *texReader, c texCall) {
	for _, tok := range c.args[1].tokens {
		if tok.kind == texRaw && c.text != "path" && c.text != "nolinkurl" {
			r.w.face = r.face
			r.w.stand(tok.text, tok.pos())
			continue
		}
		r.writeAddress(texArgument{[]texToken{tok}, true})
	}
}

// citation = \cite { [ "[" before "]" ] [ "[" after "]" ] { keys } }
//
// The works are in a bibliography, which is not read: the keys are written for
// them. A command that makes a note of the citation makes one here too.
func texCitation(r *texReader, c texCall) {
	tokens := r.citationTokens(c)
	if strings.HasSuffix(c.text, "cites") {
		for p := r.peek(); (p.is("[") || p.kind == texOpen) && !r.spent; p = r.peek() {
			tokens = append(append(tokens, texToken{kind: texText, text: "; ", call: c.pos()}), r.citationTokens(c)...)
		}
	}
	if r.isNote(c.text) && r.note == nil && r.capturing == 0 {
		open := []texToken{texControlToken("footnote", c.pos()), {kind: texOpen, call: c.pos()}}
		tokens = append(append(open, tokens...), texToken{kind: texClose, call: c.pos()})
	}
	r.again(tokens)
}

// isNote reports whether the command makes a note of a citation.
func (r *texReader) isNote(command string) bool {
	return strings.HasPrefix(command, "foot") || r.citeNotes && strings.EqualFold(command[:min(8, len(command))], "autocite")
}

// citationTokens reads the arguments of a citation and returns what it prints.
func (r *texReader) citationTokens(c texCall) (tokens []texToken) {
	args := r.arguments(c.texToken, "oom").args
	before, after := args[0], args[1]
	if !after.given { // one in brackets comes after
		before, after = after, before
	}
	if len(before.tokens) > 0 {
		tokens = append(append(tokens, before.tokens...), texControlToken(" ", c.pos()))
	}
	for i, key := range strings.Split(r.text(args[2]), ",") {
		if i > 0 {
			tokens = append(tokens, texToken{kind: texText, text: ", ", call: c.pos()})
		}
		tokens = append(tokens, texControlToken(texCiteKey, c.pos()), texToken{kind: texRaw, text: strings.TrimSpace(key), call: c.pos()})
	}
	if len(after.tokens) > 0 {
		tokens = append(append(tokens, texToken{kind: texText, text: ", ", call: c.pos()}), after.tokens...)
	}
	return tokens
}

// texWriteCiteKey writes a key, which leads where hyperref's links lead, and
// reports it: once for each note, and for the body.
func texWriteCiteKey(r *texReader, c texCall) {
	key := r.text(c.args[0])
	r.w.face = r.face
	start := r.w.begin()
	r.w.stand(key, c.pos())
	r.w.link(start, "#cite."+key, nil)
	if !r.cited[r.note] {
		r.cited[r.note] = true
		r.problem(Refused, c.pos(), "the work "+key+" is in a bibliography, in another file")
	}
}
