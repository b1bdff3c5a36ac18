package footnote

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// How Markdown's blocks are read
//
// goldmark cuts the source into blocks: paragraphs, lists, quotations, code,
// HTML and tables, and the definitions of notes, which are a block of their own
// here. It reads nothing inside a paragraph; see markdowninline.go. goldmark
// takes time for each line and each block that is open there, so that blocks
// are nested no more than maxBlocks deep.

// maxBlocks is how many lists, list items, quotations and notes may be inside
// one another. A marker beyond that is read as text.
const maxBlocks = 32

// blockParser returns the parser of blocks, which is safe for concurrent use.
var blockParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(bounded{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(bounded{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(htmlParser{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(bounded{noteParser{}}, 950),
			util.Prioritized(divParser{}, 960),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(util.Prioritized(tableParser{extension.NewTableParagraphTransformer()}, 200)),
	)
})

// parseBlocks returns the tree of the source's blocks. tooDeep is the offset
// of the first marker that is nested too deep, -1 if there is none.
func parseBlocks(src string) (doc ast.Node, tooDeep int) {
	pc := parser.NewContext()
	doc = blockParser().Parse(text.NewReader([]byte(src)), parser.WithContext(pc))
	if at, ok := pc.Get(tooDeepKey).(int); ok {
		return doc, at
	}
	return doc, -1
}

var tooDeepKey = parser.NewContextKey()

// A bounded block parser opens no block that is nested too deep.
type bounded struct{ parser.BlockParser }

func (b bounded) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		depth++
	}
	if depth <= maxBlocks {
		return b.BlockParser.Open(parent, r, pc)
	}
	if pc.Get(tooDeepKey) == nil {
		_, seg := r.PeekLine()
		pc.Set(tooDeepKey, seg.Start)
	}
	return nil, parser.NoChildren
}

// A tableParser reads tables. goldmark fills up each row to the number of
// columns; a table with more cells than bytes, nearly all of them empty, is left
// as the paragraph that it was.
type tableParser struct{ parser.ParagraphTransformer }

func (t tableParser) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines, size, columns := n.Lines(), 0, 0
	for i := range lines.Len() {
		seg := lines.At(i)
		line := seg.Value(r.Source())
		size += len(line)
		if bytes.Trim(line, "|-: \t\r\n") == nil {
			columns = max(columns, bytes.Count(line, []byte{'|'})+1)
		}
	}
	if columns > 0 && columns <= size/lines.Len()+1 {
		t.ParagraphTransformer.Transform(n, r, pc)
	}
}

// A definition is the block that defines a note: "[^label]: text", with the
// lines after it that are indented, and those that continue its paragraphs.
type definition struct {
	ast.BaseBlock
	label string
	at    int  // offset of its bracket in the source
	blank bool // a blank line follows "[^label]:", so that only indented lines are the note's
}

var definitionKind = ast.NewNodeKind("Definition")

func (*definition) Kind() ast.NodeKind              { return definitionKind }
func (n *definition) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteParser reads definitions.
type noteParser struct{}

func (noteParser) Trigger() []byte             { return []byte{'['} }
func (noteParser) CanInterruptParagraph() bool { return true }
func (noteParser) CanAcceptIndentedLine() bool { return false }

func (noteParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, next, ok := scanDefinition(string(line[pos:min(len(line), pos+maxNoteName+4)]), 0)
	if !ok {
		return nil, parser.NoChildren
	}
	n := &definition{label: label, at: seg.Start + pos - seg.Padding}
	next += pos
	for next < len(line) && (line[next] == ' ' || line[next] == '\t') {
		next++
	}
	r.Advance(next - seg.Padding)
	return n, parser.HasChildren
}

func (noteParser) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*definition)
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		n.blank = true
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, r.LineOffset(), noteIndent)
	switch {
	case pos >= 0:
		r.AdvanceAndSetPadding(pos, padding)
	case n.HasChildren() || n.blank || bytes.HasPrefix(line, []byte("[^")):
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// noteIndent is how many columns the later paragraphs of a note are indented.
const noteIndent = 4

// maxNoteName is the length in bytes of the longest label of a note or a link.
const maxNoteName = 999

// scanDefinition scans "[^label]:" at s[i:].
func scanDefinition(s string, i int) (label string, next int, ok bool) {
	label, next, ok = scanNoteLabel(s, i)
	if !ok || next >= len(s) || s[next] != ':' {
		return "", i, false
	}
	return label, next + 1, true
}

// scanNoteLabel scans "[^label]" at s[i:]. A label has no brackets and no line
// ends, and is not all blanks.
func scanNoteLabel(s string, i int) (label string, next int, ok bool) {
	if i+2 > len(s) || s[i:i+2] != "[^" {
		return "", i, false
	}
	for k := i + 2; k < len(s) && k < i+2+maxNoteName; k++ {
		switch s[k] {
		case ']':
			label := s[i+2 : k]
			return label, k + 1, skipSpace(label, 0) < len(label)
		case '[', '\n':
			return "", i, false
		}
	}
	return "", i, false
}

// htmlParser reads blocks of HTML. One that runs to a blank line ends before
// the definition of a note as well.
type htmlParser struct{ parser.BlockParser }

func (h htmlParser) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	if node.(*ast.HTMLBlock).HTMLBlockType >= ast.HTMLBlockType6 {
		line, _ := r.PeekLine()
		if _, _, ok := scanDefinition(string(line[:min(len(line), maxNoteName+4)]), 0); ok {
			return parser.Close
		}
	}
	return h.BlockParser.Continue(node, r, pc)
}

// A divFence is a line that begins or ends one of pandoc's divisions: ":::",
// with or without a name and attributes.
type divFence struct{ ast.BaseBlock }

var divFenceKind = ast.NewNodeKind("DivFence")

func (*divFence) Kind() ast.NodeKind              { return divFenceKind }
func (n *divFence) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// divParser reads the fences of divisions; what is in a division is read as
// what is outside.
type divParser struct{}

func (divParser) Trigger() []byte             { return []byte{':'} }
func (divParser) CanInterruptParagraph() bool { return true }
func (divParser) CanAcceptIndentedLine() bool { return false }

func (divParser) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	rest := bytes.TrimSpace(line)
	name := bytes.Trim(rest, ": ")
	if !bytes.HasPrefix(rest, []byte(":::")) || bytes.ContainsRune(name, ' ') && name[0] != '{' {
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return &divFence{}, parser.NoChildren
}

func (divParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (divParser) Close(ast.Node, text.Reader, parser.Context)                 {}
