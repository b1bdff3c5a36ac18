package footnote

import (
	"maps"
	"strings"
)

// LaTeX reads a document in LaTeX, or a piece of one without a preamble. The
// notes are those of \footnote, \footnotemark with \footnotetext, \endnote,
// \thanks and the like, with the numbers that are printed. Macros of the
// document's own are expanded; of a command that is not known, the arguments
// are read as text.
//
// No other file is opened: \input, a bibliography and the like are reported as
// [Refused], braces that do not match as [Damaged]. The error is [ErrTooLarge]
// for more than [MaxText] bytes.
func LaTeX(src string) (*Document, error) {
	if len(src) > MaxText {
		return nil, ErrTooLarge
	}
	r := newTexReader(src)
	r.read()
	for n := 1; r.refers && n < maxTexRuns && !maps.Equal(r.labels, r.known); n++ {
		labels := r.labels // which may come after the references to them
		r = newTexReader(src)
		r.known = labels
		r.read()
	}
	d := r.document()
	d.reportBytes(src)
	return d, nil
}

// maxTexRuns is how many times a source is read, as TeX does, until the numbers in
// it do not change.
const maxTexRuns = 4

func readLaTeX(in *input) (*Document, error) {
	text, err := in.plain()
	if err != nil {
		return nil, err
	}
	return LaTeX(text)
}

// A texReader reads a TeX source once.
type texReader struct {
	*texLexer
	texState
	commands map[string]texCommand
	macros   map[string]*texMacro
	undo     []texUndo
	switches map[string]int // of \newif: 1 true, -1 false
	counters texCounters
	noFi     bool // a condition has no end

	groups    []texGroup
	base      int            // the groups below are not those of what is captured
	kinds     map[string]int // how many open groups there are of each kind
	tooDeep   int            // braces that are open below the deepest group
	capturing int            // how many captures are inside one another

	at       int  // of the last token of the source
	left     int  // what may still be spent
	spent    bool // nothing is left
	begun    bool // \begin{document} was read
	done     bool // the document has ended
	reported map[string]bool

	body         *writer
	problems     []Problem
	title        [len(texTitleParts)]texArgument
	notes        []*Note
	marks        []*Mark
	loose        []texLoose          // marks and notes that their numbers join
	byLabel      []texByLabel        // marks that lead to a label
	pendingLabel []texToken          // the name of the note that is about to begin
	scopes       map[string]int      // of each counter of notes
	used         map[string]bool     // counters that have numbered a note since they began anew
	labels       map[string]texLabel // of \label
	known        map[string]texLabel // those of the first run
	refers       bool                // there are references
	cited        map[*Note]bool      // where citation keys were reported; nil is the body
	symbols      bool                // notes are labelled with symbols
	citeNotes    bool                // \autocite makes notes
}

// A texState is what the end of a group restores.
type texState struct {
	w        *writer
	face     Face
	note     *Note
	counter  string   // what numbers the notes here
	label    texLabel // what \label names here
	preamble bool
	math     bool
	table    bool // "&" separates cells
	quotes   int  // quotations that are open
}

// A texGroup is a group, an environment, or the argument of a command.
type texGroup struct {
	kind  string // "{", or the environment's name
	saved texState
	undo  int    // the definitions before it
	close func() // what to do after it; nil for nothing
	toPar bool   // nothing closes it: it ends with the paragraph
}

const texBraceGroup = "{"

func newTexReader(src string) *texReader {
	r := &texReader{
		texLexer: newTexLexer(src),
		commands: texCommands(),
		macros:   make(map[string]*texMacro),
		switches: map[string]int{"true": 1, "false": -1},
		counters: newTexCounters(),
		kinds:    make(map[string]int),
		left:     minTexExpansion + min(len(src), MaxText)*texExpansionByByte,
		reported: make(map[string]bool),
		body:     &writer{folds: true},
		scopes:   make(map[string]int),
		used:     make(map[string]bool),
		labels:   make(map[string]texLabel),
		cited:    make(map[*Note]bool),
	}
	r.w = r.body
	r.counter = "footnote"
	r.preamble = texHasDocument(src)
	return r
}

// texHasDocument reports whether the source says where the document begins, so
// that what comes before is its preamble.
func texHasDocument(src string) bool {
	for _, begin := range texDocumentBegins {
		if texUncommented(src, begin) {
			return true
		}
	}
	return false
}

var texDocumentBegins = [...]string{`\begin{document}`, `\starttext`}

// texUncommented reports whether s has the words in a line before any "%".
func texUncommented(s, words string) bool {
	for i := 0; ; {
		k := strings.Index(s[i:], words)
		if k < 0 {
			return false
		}
		k += i
		if strings.IndexByte(s[max(i, lineStart(s, k)):k], '%') < 0 {
			return true
		}
		i = k + len(words)
	}
}

// read reads the document to its end.
func (r *texReader) read() {
	r.run()
	r.closeTo(0)
	r.unusedTitle()
	if r.begun && !r.done && !r.spent {
		r.damaged(len(r.src), `the document breaks off: there is no \end{document}`)
	}
}

// document completes what was read.
func (r *texReader) document() *Document {
	d := &Document{Body: r.body.passage(""), Notes: r.notes, Marks: r.marks, Problems: r.problems}
	d.addSource("", r.src)
	r.joinMarks()
	r.resolveLinks(d)
	d.finish()
	return d
}

// run reads up to the end of the source, or of what is captured.
func (r *texReader) run() {
	for !r.done {
		tok := r.next()
		if tok.call < 0 {
			r.at = tok.at
		}
		switch tok.kind {
		case texEOF, texStop:
			return
		case texControl:
			r.command(tok)
		case texOpen:
			r.open(texBraceGroup, tok, nil)
		case texClose:
			r.closeBrace(tok)
		case texPar:
			r.endParagraph(tok)
		default:
			r.character(tok)
		}
	}
}

// character writes what stands for itself, or for a blank.
func (r *texReader) character(tok texToken) {
	if r.preamble {
		return
	}
	switch tok.kind {
	case texSpace:
		r.w.space(tok.pos())
	case texMath:
		r.dollar(tok)
	case texAlign:
		if r.table {
			r.w.space(tok.pos())
			return
		}
		r.write(tok)
	case texScript:
		r.script(tok)
	case texListing:
		r.listingText(tok)
	case texText:
		if r.math && tok.call < 0 && tok.text != "\u00a0" {
			tok.text = r.src[tok.at:max(tok.end, tok.at)] // in formulas, two hyphens are no dash
		}
		r.write(tok)
	case texParam:
		tok.text = "#" + tok.text
		r.write(tok)
	default:
		r.write(tok)
	}
}

// write writes the text of a token.
func (r *texReader) write(tok texToken) {
	if r.preamble {
		return
	}
	r.w.face = r.face
	if tok.call < 0 && strings.HasPrefix(r.src[tok.at:], tok.text) {
		r.w.write(tok.text, tok.at)
		return
	}
	r.w.stand(tok.text, tok.pos())
}

// stand writes a text for a command.
func (r *texReader) stand(text string, cmd texToken) {
	if r.preamble {
		return
	}
	r.w.face = r.face
	r.w.stand(text, cmd.pos())
}

// listingText writes the lines of an environment that is taken as written.
func (r *texReader) listingText(tok texToken) {
	at := tok.at
	r.w.paragraph(at)
	r.w.face = r.face
	for line := range strings.SplitAfterSeq(tok.text, "\n") {
		if tok.call < 0 {
			r.w.write(line, at)
		} else {
			r.w.stand(line, tok.call)
		}
		at += len(line)
		r.w.lineBreak(at)
	}
	if tok.text != "" {
		r.w.paragraph(at)
	}
}

// dollar begins or ends a formula.
func (r *texReader) dollar(tok texToken) {
	switch {
	case r.math && r.top().kind == tok.text:
		r.pop()
	case r.math || tok.call < 0 && !texMathCloses(r.src, tok.end):
		r.damaged(tok.pos(), "a dollar sign without another that closes the formula")
		if !r.math {
			r.write(tok)
		}
	case r.open(tok.text, tok, nil):
		r.math = true
	}
}

// script reads what is raised or lowered in a formula.
func (r *texReader) script(tok texToken) {
	if !r.math {
		r.write(tok)
		return
	}
	if r.argument(tok, nil) && tok.text == "^" {
		r.face |= Superscript
	}
}

// top returns the innermost group; the zero group when there is none.
func (r *texReader) top() texGroup {
	if len(r.groups) <= r.base {
		return texGroup{}
	}
	return r.groups[len(r.groups)-1]
}

// open begins a group. It reports whether it did; it does not below the deepest
// group that is kept, where the group's text is read as that of the one around.
func (r *texReader) open(kind string, tok texToken, close func()) bool {
	if r.preamble && kind == texBraceGroup && close == nil {
		return false // the arguments of commands that are not executed
	}
	if len(r.groups) >= MaxDepth {
		r.damaged(tok.pos(), "groups are nested too deep; those inside are read as text")
		if kind == texBraceGroup {
			r.tooDeep++
		}
		if close != nil {
			close()
		}
		return false
	}
	toPar := tok.kind == texOpen && !r.closed(tok)
	if toPar {
		r.damaged(tok.pos(), "a group is not closed; it ends with the paragraph")
		r.kinds[texToParKind]++
	}
	r.groups = append(r.groups, texGroup{kind, r.texState, len(r.undo), close, toPar})
	r.kinds[kind]++
	return true
}

// texToParKind counts the groups that end with the paragraph.
const texToParKind = "\x00"

// pop ends the innermost group.
func (r *texReader) pop() {
	g := r.groups[len(r.groups)-1]
	r.groups = r.groups[:len(r.groups)-1]
	r.kinds[g.kind]--
	if g.toPar {
		r.kinds[texToParKind]--
	}
	r.undefine(g.undo)
	r.texState = g.saved
	if g.close != nil {
		g.close()
	}
}

// closeTo ends the groups after the first n.
func (r *texReader) closeTo(n int) {
	for len(r.groups) > n {
		r.pop()
	}
}

// closeKind ends groups up to the innermost of that kind. It reports whether
// there is one.
func (r *texReader) closeKind(kind string, tok texToken) bool {
	if r.kinds[kind] == 0 {
		return false
	}
	for len(r.groups) > r.base {
		k := r.top().kind
		if k != kind && k != texBraceGroup {
			r.damaged(tok.pos(), `\begin{`+k+`} is not ended`)
		}
		if r.pop(); k == kind {
			return true
		}
	}
	return false
}

func (r *texReader) closeBrace(tok texToken) {
	switch {
	case r.tooDeep > 0:
		r.tooDeep--
	case r.preamble && r.kinds[texBraceGroup] == 0:
	case !r.closeKind(texBraceGroup, tok):
		r.damaged(tok.pos(), "a closing brace without an opening one")
	}
}

// endParagraph ends a paragraph, and the groups that nothing else closes.
func (r *texReader) endParagraph(tok texToken) {
	if r.preamble {
		return
	}
	for r.kinds[texToParKind] > 0 && len(r.groups) > r.base {
		r.pop()
	}
	if r.top().kind == "$" {
		r.pop()
	}
	r.w.paragraph(tok.pos())
}

// argument begins the argument of a command, a group or a single token, that is
// read as text; close is called after it. It reports whether there is one: what
// the caller sets then is set up to its end.
func (r *texReader) argument(cmd texToken, close func()) bool {
	tok := r.nextVisible()
	switch tok.kind {
	case texOpen:
		return r.open(texBraceGroup, tok, close)
	case texText, texControl, texRaw:
		if tok.kind == texText {
			tok = r.firstRune(tok)
		}
		r.insert([]texToken{tok, {kind: texClose, call: cmd.pos()}})
		return r.open(texBraceGroup, cmd, close)
	}
	r.unread(tok, 0)
	if close != nil {
		close()
	}
	return false
}

// maxTexCaptures is how many captures may be inside one another.
const maxTexCaptures = 4

// capture returns the text that the tokens print.
func (r *texReader) capture(tokens []texToken) string {
	if r.capturing >= maxTexCaptures || !r.spend(1+texSize(tokens)) {
		return ""
	}
	saved, base, at := r.texState, r.base, r.at
	r.capturing++
	r.texState = texState{w: &writer{folds: true}, counter: saved.counter, math: saved.math}
	r.base = len(r.groups)
	r.insert(append(tokens[:len(tokens):len(tokens)], texToken{kind: texStop}))
	w := r.w
	r.run()
	r.closeTo(r.base)
	r.texState, r.base, r.at = saved, base, at
	r.capturing--
	return w.passage("").Text
}

func (r *texReader) problem(kind ProblemKind, at int, detail string) {
	r.problems = append(r.problems, Problem{Kind: kind, Detail: detail, Offset: at})
}

// damaged reports what is broken, each kind of damage once.
func (r *texReader) damaged(at int, detail string) {
	if !r.reported[detail] {
		r.reported[detail] = true
		r.problem(Damaged, at, detail)
	}
}
