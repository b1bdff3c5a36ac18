package footnote

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// How a Markdown document is read
//
// The blocks come first (markdownblock.go): with all of them known, so are the
// names of the notes and the addresses of the links. Then the text of each
// block is read (markdowninline.go) and written, in the order of the source, to
// the body or to the note that holds it (markdownwrite.go). At the end the notes
// get their numbers.

// Markdown reads Markdown in all the spellings of notes that pandoc, GitHub,
// kramdown, PHP Markdown Extra, MultiMarkdown and Obsidian have. It never fails:
// text without notes is all body. A document without any of these notes may
// have superscript numbers as marks, and a list, or paragraphs that begin with
// such numbers, at its end. What nests too deep, or comes after too many lines,
// is reported as [Refused].
//
// The label of a note is the number that a reader of the finished document
// sees: notes are numbered in the order of their marks. Where the names are
// numbers themselves, in increasing order, these are kept, for they are what
// the author counts with, gaps and all. A note or mark without a partner has no
// number then; its label is its name, "^smith".
func Markdown(src string) *Document {
	m, root := newMarkdown(src)
	m.frames = []*mdFrame{newFrame(nil)}
	m.block(root)
	m.d.Body = m.frame().w.passage("")
	m.number()
	m.d.reportBytes(src)
	return m.d
}

// newMarkdown returns the document with the tree of its blocks, in which the
// notes and the labels of links have been found.
func newMarkdown(src string) (*markdown, ast.Node) {
	m := &markdown{
		d:       &Document{Format: "markdown"},
		src:     src,
		base:    bodyStart(src),
		defs:    make(map[ast.Node]*Note),
		names:   make(map[string]*Note),
		folded:  make(map[string]*Note),
		targets: make(map[string]string),
		text:    make(map[ast.Node]int),
		labels:  make(map[ast.Node]int),
		deepAt:  -1,
	}
	m.carets = hasCaretNotes(src[m.base:])
	m.d.addSource("", src)
	root, tooDeep := parseBlocks(flattened(m.firstLines()))
	if tooDeep >= 0 {
		m.deep(m.base + tooDeep)
	}
	m.collect(root)
	if strings.Contains(src, "<sup") || strings.Contains(src, "^1^") {
		if !hasNotes(src[m.base:]) {
			m.findSuper(root)
		}
	}
	return m, root
}

// markdown is a document that is being read.
type markdown struct {
	d       *Document
	src     string
	base    int                // offset in the source of what goldmark read
	defs    map[ast.Node]*Note // the notes that have definitions
	names   map[string]*Note   // the notes by name, the first of each
	folded  map[string]*Note   // the same, by the name in small letters
	extra   []*Note            // further notes of a name
	targets map[string]string  // the addresses that links may name, by label
	text    map[ast.Node]int   // where in a paragraph the text begins, after definitions of labels
	carets  bool               // notes in their places are written "^[some words]", so that "[^some words]" is text
	super   bool               // the notes are made by hand
	labels  map[ast.Node]int   // how many tokens make the label with which a note that is made by hand begins
	frames  []*mdFrame         // the passages that are open, the innermost last
	marker  bool               // the marker of an item was just written
	deepAt  int                // offset of the first thing that is nested too deep, -1 if none
}

// bodyStart returns the offset after a byte order mark and the front matter,
// metadata between two lines "---" or "+++".
func bodyStart(src string) int {
	start := 0
	if strings.HasPrefix(src, byteOrderMark) {
		start = len(byteOrderMark)
	}
	first := lineEnd(src, start)
	fence := strings.TrimRight(src[start:first], " \t\r")
	if fence != "---" && fence != "+++" || first == len(src) || blankLine(src, first+1, lineEnd(src, first+1)) {
		return start
	}
	for i := first + 1; i < len(src); {
		end := lineEnd(src, i)
		line := strings.TrimRight(src[i:end], " \t\r")
		if line == fence || line == "..." && fence == "---" {
			return min(end+1, len(src))
		}
		i = end + 1
	}
	return start
}

// maxBlankLines is how many blank lines in a row goldmark is given.
const maxBlankLines = 8

// flattened returns the source with the same offsets and blocks, in a form that
// goldmark reads in linear time: each line ends with a newline, of a long row of
// blank lines the rest are blanks in one line, and characters that are not shown
// are blanks where they begin a line.
func flattened(src string) string {
	var out []byte
	set := func(i int, b byte) {
		if out == nil {
			out = []byte(src)
		}
		out[i] = b
	}
	lines, last := 0, -1 // how many line ends are in the white space here, and where the last one is
	for i := 0; i < len(src); i++ {
		switch b := src[i]; {
		case b == '\r' && (i+1 == len(src) || src[i+1] != '\n'):
			set(i, '\n')
			fallthrough
		case b == '\n':
			if lines++; lines > maxBlankLines {
				set(last, ' ')
			}
			last = i
		case b >= utf8.RuneSelf && (i == 0 || last == i-1):
			end := i + unseen(src[i:])
			for k := i; k < end; k++ {
				set(k, ' ')
			}
			if end-i > maxIndent { // the rest is blanks at the end of the line before
				set(max(0, last), ' ')
				last = end - maxIndent - 1
				set(last, '\n')
			}
			i = max(i, end-1)
		case b != ' ' && b != '\t' && b != '\r':
			lines = 0
		}
	}
	if out == nil {
		return src
	}
	return string(out)
}

// maxIndent is how many blanks a line may begin with and be no block of code.
const maxIndent = 3

// unseen returns the length of the characters with which s begins that are not
// shown, such as U+200B.
func unseen(s string) int {
	for i, r := range s {
		if !unicode.Is(unicode.Cf, r) {
			return i
		}
	}
	return len(s)
}

// maxLines is how many lines of a document are read: goldmark keeps up to two
// thousand bytes for each.
const maxLines = 1 << 19

// firstLines returns the source after the front matter, as far as it is read.
func (m *markdown) firstLines() string {
	src := m.src[m.base:]
	if strings.Count(src, "\n")+strings.Count(src, "\r") <= maxLines {
		return src
	}
	for i, n := 0, 0; i < len(src); i++ {
		if src[i] != '\n' && (src[i] != '\r' || strings.HasPrefix(src[i+1:], "\n")) {
			continue
		}
		if n++; n == maxLines {
			m.d.Problems = append(m.d.Problems, Problem{Kind: Refused, Offset: m.base + i + 1,
				Detail: "what comes after " + strconv.Itoa(maxLines) + " lines"})
			return src[:i+1]
		}
	}
	return src
}

// deep reports once that something is nested too deep.
func (m *markdown) deep(at int) {
	if m.deepAt < 0 {
		m.deepAt = at
		m.d.Problems = append(m.d.Problems, Problem{Kind: Refused, Offset: at,
			Detail: "what is nested more than " + strconv.Itoa(maxBlocks) + " deep is read as text"})
	}
}

// collect finds the definitions of notes and of links' labels.
func (m *markdown) collect(n ast.Node) {
	switch n := n.(type) {
	case *definition:
		m.define(n)
	case *ast.Paragraph:
		m.references(n)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.collect(c)
	}
}

// define adds the note of a definition.
func (m *markdown) define(n *definition) {
	name := strings.TrimSpace(n.label)
	note := &Note{Label: name, Offset: m.base + n.at}
	m.defs[n] = note
	if m.names[name] != nil {
		m.extra = append(m.extra, note)
		return
	}
	m.names[name] = note
	if low := strings.ToLower(name); m.folded[low] == nil {
		m.folded[low] = note
	}
}

// noteOf returns the note of that name, nil if there is none.
func (m *markdown) noteOf(name string) *Note {
	name = strings.TrimSpace(name)
	if n := m.names[name]; n != nil {
		return n
	}
	return m.folded[strings.ToLower(name)]
}

// references reads the definitions of links' labels with which a paragraph
// begins.
func (m *markdown) references(n *ast.Paragraph) {
	lines := n.Lines()
	if lines.Len() == 0 || m.src[m.base+lines.At(0).Start] != '[' {
		return
	}
	s := m.passage(lines).Text
	at := 0
	for at < len(s) {
		label, target, next, ok := scanReference(s, at)
		if !ok {
			break
		}
		if key := nameKey(label); m.targets[key] == "" {
			m.targets[key] = target
		}
		at = next
	}
	m.text[n] = at
}

// reference returns the address that a link's label names.
func (m *markdown) reference(label string) (target string, ok bool) {
	if len(m.targets) == 0 {
		return "", false
	}
	target, ok = m.targets[nameKey(label)]
	return target, ok
}

// nameKey returns the label as labels are compared.
func nameKey(label string) string { return strings.ToLower(strings.Join(strings.Fields(label), " ")) }

// passage returns the text of a block's lines, with its offsets in the source.
func (m *markdown) passage(lines *text.Segments) Passage {
	var p Passage
	var b strings.Builder
	next := -1
	for i := range lines.Len() {
		seg := lines.At(i)
		if seg.Start != next {
			p.origin = append(p.origin, anchor{b.Len(), m.base + seg.Start})
		}
		b.WriteString(m.src[m.base+seg.Start : m.base+seg.Stop])
		next = seg.Stop
	}
	p.Text = b.String()
	return p
}

// block writes a block.
func (m *markdown) block(n ast.Node) {
	note := m.defs[n]
	if note == nil {
		m.content(n)
		return
	}
	m.d.Notes = append(m.d.Notes, note)
	m.push(note)
	if _, ok := n.(*ast.Paragraph); ok {
		m.leaf(n)
	} else {
		m.blocks(n)
	}
	m.pop()
}

// content writes a block that is no note.
func (m *markdown) content(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.HTMLBlock, *east.TableCell:
		m.leaf(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.verbatim(n)
	case *ast.ListItem:
		m.item(n)
	case *east.TableHeader, *east.TableRow:
		m.separate("\n\n", m.base+n.Pos())
		m.blocks(n)
		m.separate("\n\n", m.base+n.Pos())
	default:
		m.blocks(n)
	}
}

func (m *markdown) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c)
	}
}

// maxLeaf is the length in bytes of the longest paragraph that is read in one
// piece.
const maxLeaf = 1 << 20

// leaf writes a block that holds text.
func (m *markdown) leaf(n ast.Node) {
	lines := n.Lines()
	h, isHTML := n.(*ast.HTMLBlock)
	if isHTML && h.HasClosure() {
		lines.Append(h.ClosureLine)
	}
	p := m.passage(lines)
	gap := "\n\n"
	if _, ok := n.(*east.TableCell); ok {
		gap = "\n"
	}
	m.separate(gap, p.Source(0))
	for from := m.text[n]; from < len(p.Text); {
		to := pieceEnd(p.Text, from)
		if to < len(p.Text) {
			m.d.Problems = append(m.d.Problems, Problem{Kind: Refused, Offset: p.Source(to),
				Detail: "a paragraph of more than " + strconv.Itoa(maxLeaf) + " bytes is read in pieces"})
		}
		in := &inlineBlock{m: m, passage: Passage{Text: p.Text[:to], origin: p.origin}, s: p.Text[:to], html: isHTML}
		in.scan(from)
		if m.super {
			in.cutLabel(m.labels[n])
			delete(m.labels, n)
			in.makeMarks()
		}
		in.writeTokens()
		from = to
	}
	m.separate(gap, p.Source(len(p.Text)))
}

// pieceEnd returns where the piece of a paragraph's text ends that begins at
// s[i:]: at its end, or after the last line or word that is whole.
func pieceEnd(s string, i int) int {
	if len(s)-i <= maxLeaf {
		return len(s)
	}
	for _, sep := range []string{"\n", " "} {
		if k := strings.LastIndex(s[i:i+maxLeaf], sep); k > 0 {
			return i + k + 1
		}
	}
	return i + maxLeaf
}

// separate writes a gap before or after a block; after the marker of an item,
// its first block goes on in the line.
func (m *markdown) separate(gap string, at int) {
	if m.marker {
		m.marker, gap = false, " "
	}
	m.frame().w.separate(gap, at)
}

// item writes an item of a list. The number of an ordered one is text.
func (m *markdown) item(n *ast.ListItem) {
	if list, ok := n.Parent().(*ast.List); ok && list.IsOrdered() {
		at := m.base + n.Pos()
		end := at
		for end < len(m.src) && isDigit(m.src[end]) {
			end++
		}
		m.separate("\n\n", at)
		m.frame().w.write(m.src[at:min(end+1, len(m.src))], at)
		m.marker = true
	}
	m.blocks(n)
	m.marker = false
}

// verbatim writes a block of code.
func (m *markdown) verbatim(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	w := m.frame().w
	m.separate("\n\n", m.base+lines.At(0).Start)
	w.folds = false
	for i := range lines.Len() {
		seg := lines.At(i)
		w.stand(strings.Repeat(" ", seg.Padding), m.base+seg.Start)
		w.put(m.src[m.base+seg.Start:m.base+seg.Stop], m.base+seg.Start)
	}
	w.folds = true
	w.paragraph(m.base + lines.At(lines.Len()-1).Stop)
}

// markSpan returns the place of a mark: after the text before it in its line,
// or where the line begins.
func (f *mdFrame) markSpan() Span {
	if strings.HasPrefix(f.w.gap, "\n") {
		f.w.begin()
	}
	return Span{f.w.pos(), f.w.pos()}
}

// mark adds a mark by name.
func (m *markdown) mark(f *mdFrame, name string) {
	m.d.Marks = append(m.d.Marks, &Mark{Label: strings.TrimSpace(name), In: f.note, Span: f.markSpan(), Note: m.noteOf(name)})
}

// inlineNote begins a note that is written where its mark is.
func (m *markdown) inlineNote(f *mdFrame, at int) {
	n := &Note{Offset: at}
	m.d.Notes = append(m.d.Notes, n)
	m.d.Marks = append(m.d.Marks, &Mark{In: f.note, Span: f.markSpan(), Note: n})
	m.push(n)
}

// number gives marks and notes their labels, and completes the document.
func (m *markdown) number() {
	d := m.d
	slices.SortStableFunc(d.Notes, func(a, b *Note) int { return cmp.Compare(a.Offset, b.Offset) })
	d.clipMarks()
	numbers := make(map[*Note]int, len(d.Notes))
	kept, last := true, numberedName{}
	for _, mark := range d.Marks {
		n := mark.Note
		if n == nil || numbers[n] > 0 {
			continue
		}
		numbers[n] = len(numbers) + 1
		name := nameNumber(n.Label)
		kept = kept && last.less(name)
		last = name
	}
	label := func(name string, number int) string {
		switch {
		case number > 0 && !kept:
			return strconv.Itoa(number)
		case kept && nameNumber(name).number > 0:
			return name
		}
		return "^" + name
	}
	for _, mark := range d.Marks {
		mark.Label = label(mark.Label, numbers[mark.Note])
	}
	for _, n := range d.Notes {
		n.Label = label(n.Label, numbers[n])
	}
	for _, n := range m.extra {
		if strings.HasPrefix(n.Label, "^") { // finish reports numbers
			d.report(DuplicateNote, n.Label, n.Offset)
		}
	}
	d.finish()
}

// A numberedName is the name of a note that is a number, with or without a
// letter: 4, 4a.
type numberedName struct {
	number int // 0 when the name is none
	suffix byte
}

func nameNumber(name string) numberedName {
	n, next, ok := scanNumber(name, 0)
	if !ok {
		return numberedName{}
	}
	suffix, next := scanSuffix(name, next)
	if next < len(name) {
		return numberedName{}
	}
	return numberedName{n, suffix}
}

func (a numberedName) less(b numberedName) bool {
	return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.suffix, b.suffix)) < 0
}
