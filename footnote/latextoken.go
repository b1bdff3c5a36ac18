package footnote

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A texToken is a piece of TeX source.
type texToken struct {
	kind    texKind
	text    string // of a control sequence its name, of a parameter its digit, of others what they stand for
	at, end int    // where it is in the source
	call    int    // the offset of the call of the macro that it comes from; -1 when the source has it at this place
}

type texKind uint8

const (
	texEOF     texKind = iota
	texStop            // the end of tokens that are read by themselves
	texText            // characters; a bracket is a token of its own
	texSpace           // blanks and at most one line end
	texPar             // a blank line
	texControl         // \name or \&
	texOpen            // {
	texClose           // }
	texMath            // $ or $$
	texAlign           // &
	texScript          // ^ or _
	texParam           // #1
	texRaw             // what is read as it is written: an address, \verb|...|
	texListing         // a whole environment of that sort
)

// pos returns the offset that the text of the token leads to.
func (t texToken) pos() int {
	if t.call >= 0 {
		return t.call
	}
	return t.at
}

// is reports whether the token is a character by itself.
func (t texToken) is(char string) bool { return t.kind == texText && t.text == char }

// A texLexer cuts TeX source into tokens when they are asked for. Tokens that a
// macro expands to, or that were read too far, are inserted before the rest of
// the source.
type texLexer struct {
	src      string
	pos      int
	letters  string          // what counts as a letter besides those of the alphabet
	raw      bool            // what comes next is the argument of a command that takes it as it is written
	noEnd    map[string]bool // environments whose end was looked for and not found
	unclosed []int           // the offsets of braces that nothing closes
	inserted []texFrame
}

// A texFrame is a row of inserted tokens.
type texFrame struct {
	tokens []texToken
	next   int
}

func newTexLexer(src string) *texLexer {
	x := &texLexer{src: src, noEnd: make(map[string]bool)}
	for tok := x.lex(); tok.kind != texEOF; tok = x.lex() {
		switch n := len(x.unclosed); {
		case tok.kind == texOpen:
			x.unclosed = append(x.unclosed, tok.at)
		case tok.kind == texClose && n > 0:
			x.unclosed = x.unclosed[:n-1]
		}
	}
	x.pos = 0
	return x
}

// closed reports whether a brace of the source has another that closes it.
func (x *texLexer) closed(open texToken) bool {
	_, found := slices.BinarySearch(x.unclosed, open.at)
	return open.call >= 0 || !found
}

func (x *texLexer) next() texToken {
	for n := len(x.inserted); n > 0; n = len(x.inserted) {
		f := &x.inserted[n-1]
		if f.next < len(f.tokens) {
			f.next++
			return f.tokens[f.next-1]
		}
		x.inserted = x.inserted[:n-1]
	}
	return x.lex()
}

// insert puts tokens before the rest.
func (x *texLexer) insert(tokens []texToken) {
	for n := len(x.inserted); n > 0 && x.inserted[n-1].next == len(x.inserted[n-1].tokens); n = len(x.inserted) {
		x.inserted = x.inserted[:n-1]
	}
	if len(tokens) > 0 {
		x.inserted = append(x.inserted, texFrame{tokens: tokens})
	}
}

// unread puts the last token that next returned back, without its first n
// bytes, which are plain text.
func (x *texLexer) unread(tok texToken, n int) {
	switch k := len(x.inserted); {
	case n > 0 && n == len(tok.text):
	case k == 0 && tok.kind == texEOF:
	case k == 0:
		x.pos, x.raw = tok.at+n, tok.kind == texRaw
	case n == 0:
		x.inserted[k-1].next--
	default:
		tok.text = tok.text[n:]
		tok.at += n
		x.insert([]texToken{tok})
	}
}

func (x *texLexer) peek() texToken {
	tok := x.next()
	x.unread(tok, 0)
	return tok
}

// stop ends the reading: next returns texEOF.
func (x *texLexer) stop() { x.pos, x.inserted = len(x.src), nil }

// The classes of bytes. All others are text.
const (
	texPlain byte = iota
	texBlank
	texSpecial  // begins a token of its own
	texLigature // may do so, together with what follows
)

var texClasses = func() (c [256]byte) {
	for _, b := range []byte(" \t\r\n\f") {
		c[b] = texBlank
	}
	for _, b := range []byte("\\{}$&#^_~%[]`'") {
		c[b] = texSpecial
	}
	for _, b := range []byte("-?!") {
		c[b] = texLigature
	}
	return c
}()

// texLigatures are the characters that TeX's fonts make of several, those that
// begin with others first.
var texLigatures = [...]struct{ from, to string }{
	{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"}, {"'", "’"}, {"?`", "¿"}, {"!`", "¡"},
}

// texKinds are the kinds of single characters.
var texKinds = map[byte]texKind{
	'{': texOpen, '}': texClose, '&': texAlign, '^': texScript, '_': texScript, '[': texText, ']': texText,
}

// lex returns the next token of the source.
func (x *texLexer) lex() texToken {
	if x.raw {
		x.raw = false
		if tok, ok := x.lexRaw(); ok {
			return tok
		}
	}
	for x.pos < len(x.src) && x.src[x.pos] == '%' {
		if x.comment() {
			return x.lexSpace(texPar)
		}
	}
	if x.pos >= len(x.src) {
		return x.token(texEOF, "", 0)
	}
	switch b := x.src[x.pos]; {
	case texClasses[b] == texBlank:
		return x.lexSpace(texSpace)
	case b == '\\':
		return x.lexControl()
	case b == '$':
		w := 1
		if strings.HasPrefix(x.src[x.pos:], "$$") {
			w = 2
		}
		return x.token(texMath, x.src[x.pos:x.pos+w], w)
	case b == '~':
		return x.token(texText, "\u00a0", 1)
	case b == '#':
		return x.lexParam()
	case b == '^' && strings.HasPrefix(x.src[x.pos:], "^^"):
		return x.lexCode()
	}
	return x.lexText()
}

func (x *texLexer) token(kind texKind, text string, width int) texToken {
	x.pos += width
	return texToken{kind: kind, text: text, at: x.pos - width, end: x.pos, call: -1}
}

// lexText returns a character by itself, a ligature, or text up to the next
// of them.
func (x *texLexer) lexText() texToken {
	rest := x.src[x.pos:]
	if strings.HasPrefix(rest, "'''") && !strings.HasPrefix(rest, "''''") {
		return x.token(texText, "’", 1) // the quotation inside a quotation ends first
	}
	for _, l := range texLigatures {
		if strings.HasPrefix(rest, l.from) {
			return x.token(texText, l.to, len(l.from))
		}
	}
	if kind, ok := texKinds[rest[0]]; ok {
		return x.token(kind, rest[:1], 1)
	}
	n := 1
	for n < len(rest) && !texEnds(rest, n) {
		n++
	}
	return x.token(texText, rest[:n], n)
}

// texEnds reports whether plain text ends before s[i:].
func texEnds(s string, i int) bool {
	switch texClasses[s[i]] {
	case texPlain:
		return false
	case texLigature:
		return i+1 < len(s) && (s[i+1] == '`' || s[i+1] == '-' && s[i] == '-')
	}
	return true
}

// texSpaceEnd returns the offset after the blanks at s[i:] and whether there is a
// blank line among them.
func texSpaceEnd(s string, i int) (end int, blankLine bool) {
	lines := 0
	for ; i < len(s) && texClasses[s[i]] == texBlank; i++ {
		if s[i] == '\n' || s[i] == '\r' && !strings.HasPrefix(s[i+1:], "\n") {
			lines++
		}
	}
	return i, lines > 1
}

func (x *texLexer) lexSpace(kind texKind) texToken {
	end, blankLine := texSpaceEnd(x.src, x.pos)
	if blankLine {
		kind = texPar
	}
	return x.token(kind, " ", end-x.pos)
}

// comment passes over a comment and the blanks at the beginning of the next
// line. It reports whether that line is blank.
func (x *texLexer) comment() (blankLine bool) {
	if k := strings.IndexAny(x.src[x.pos:], "\r\n"); k >= 0 {
		x.pos += k + 1
		if x.src[x.pos-1] == '\r' && strings.HasPrefix(x.src[x.pos:], "\n") {
			x.pos++
		}
	} else {
		x.pos = len(x.src)
	}
	for x.pos < len(x.src) && (x.src[x.pos] == ' ' || x.src[x.pos] == '\t') {
		x.pos++
	}
	return x.pos < len(x.src) && (x.src[x.pos] == '\n' || x.src[x.pos] == '\r')
}

// param = "#" { "#" } digit
//
// A parameter of a macro inside a macro has one more "#".
func (x *texLexer) lexParam() texToken {
	rest := x.src[x.pos:]
	n := len(rest) - len(strings.TrimLeft(rest, "#"))
	if n < len(rest) && isDigit(rest[n]) {
		return x.token(texParam, rest[1:n+1], n+1)
	}
	return x.token(texText, rest[:n], n)
}

// code = "^^" hex hex | "^^^^" hex hex hex hex | "^^" char
func (x *texLexer) lexCode() texToken {
	rest := x.src[x.pos:]
	for _, width := range []int{4, 2} {
		digits, ok := strings.CutPrefix(rest, "^^^^"[:width])
		if !ok || len(digits) < width {
			continue
		}
		if r, ok := texParseRune(digits[:width], 16); ok && strings.ToLower(digits[:width]) == digits[:width] {
			return x.token(texText, string(r), 2*width)
		}
	}
	if len(rest) > 2 && 0 < rest[2] && rest[2] < utf8.RuneSelf {
		return x.token(texText, string(rune(rest[2]^64)), 3)
	}
	return x.token(texText, rest[:2], 2)
}

// lexControl returns a control sequence. The blanks after a name of letters
// are part of none.
func (x *texLexer) lexControl() texToken {
	at := x.pos
	name := x.src[at+1 : x.nameEnd(at+1)]
	if name == "" {
		_, w := utf8.DecodeRuneInString(x.src[at+1:])
		if w == 0 {
			return x.token(texText, `\`, 1)
		}
		return x.token(texControl, x.src[at+1:at+1+w], 1+w)
	}
	tok := x.token(texControl, name, 1+len(name))
	if end, blankLine := texSpaceEnd(x.src, x.pos); !blankLine && !strings.HasPrefix(name, "verb") {
		x.pos = end
	}
	switch {
	case texRawCommands[name]:
		x.raw = true
	case name == "begin":
		return x.listing(tok)
	case name == "makeatletter":
		x.letters = "@"
	case name == "ExplSyntaxOn":
		x.letters = "@_:"
	case name == "makeatother", name == "ExplSyntaxOff":
		x.letters = ""
	}
	return tok
}

func (x *texLexer) nameEnd(i int) int {
	for i < len(x.src) && (isUpper(x.src[i]) || isLower(x.src[i]) || strings.IndexByte(x.letters, x.src[i]) >= 0) {
		i++
	}
	return i
}

// texRawCommands are the commands that take their first argument as it is
// written.
var texRawCommands = texSet("url href path nolinkurl verb Verb lstinline hyperimage hyperbaseurl")

// lexRaw returns an argument in braces or between two equal characters.
func (x *texLexer) lexRaw() (tok texToken, ok bool) {
	if x.pos >= len(x.src) {
		return texToken{}, false
	}
	switch b := x.src[x.pos]; {
	case b == '{':
		end := texRawEnd(x.src, x.pos)
		if end < 0 {
			return texToken{}, false
		}
		tok = x.token(texRaw, x.src[x.pos+1:end], end+1-x.pos)
		return tok, true
	case strings.IndexByte("|!+/=\"*", b) >= 0:
		rest := x.src[x.pos+1:]
		k := strings.IndexAny(rest, string(rune(b))+"\n")
		if k < 0 || rest[k] != b {
			return texToken{}, false
		}
		return x.token(texRaw, rest[:k], k+2), true
	}
	return texToken{}, false
}

// texRawEnd returns the offset of the brace that closes the one at s[i], of an
// argument that is taken as it is written; -1 if a command or a blank line
// comes first.
func texRawEnd(s string, i int) int {
	for depth := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		case '\\':
			if i++; i < len(s) && (isLower(s[i]) || isUpper(s[i])) && prefixOf(s[i:], texURLCommands[:]) == 0 {
				return -1
			}
		case '\n':
			if _, blankLine := texSpaceEnd(s, i); blankLine {
				return -1
			}
		}
	}
	return -1
}

// texListings are the environments that are taken as they are written; those
// that are false are left out.
var texListings = map[string]bool{
	"verbatim": true, "verbatim*": true, "Verbatim": true, "lstlisting": true, "minted": true, "BVerbatim": true,
	"comment": false, "filecontents": false, "filecontents*": false, "CCSXML": false,
}

// listing returns the environment that \begin begins, when it is one that is
// taken as it is written, and \begin itself otherwise.
func (x *texLexer) listing(begin texToken) texToken {
	rest, ok := strings.CutPrefix(x.src[x.pos:], "{")
	k := strings.IndexByte(rest[:min(len(rest), maxTexListingName)], '}')
	if !ok || k < 0 {
		return begin
	}
	name := rest[:k]
	shown, known := texListings[name]
	if !known || x.noEnd[name] {
		return begin
	}
	start := x.pos + 1 + k + 1
	end := `\end{` + name + `}`
	n := strings.Index(x.src[start:], end)
	if n < 0 {
		x.noEnd[name] = true
		return begin
	}
	x.pos = start + n + len(end)
	text := x.src[start : start+n]
	if !shown {
		text = ""
	}
	return texToken{kind: texListing, text: text, at: start, end: x.pos, call: -1}
}

// maxTexListingName is more than the longest name in texListings.
const maxTexListingName = 20

// source returns the token as the source has it.
func (x *texLexer) source(tok texToken) string {
	switch tok.kind {
	case texRaw:
		return tok.text
	case texStop, texEOF:
		return ""
	case texSpace, texPar:
		return " "
	}
	return x.src[tok.at:max(tok.at, tok.end)]
}

// texMathCloses reports whether a dollar sign closes what the one before the
// offset opens, in the same paragraph.
func texMathCloses(s string, i int) bool {
	for i < len(s) {
		k := strings.IndexAny(s[i:], "$\\\n")
		if k < 0 {
			return false
		}
		switch i += k; s[i] {
		case '$':
			return true
		case '\\':
			i++
		case '\n':
			if _, blankLine := texSpaceEnd(s, i); blankLine {
				return false
			}
		}
		i++
	}
	return false
}

func texSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
