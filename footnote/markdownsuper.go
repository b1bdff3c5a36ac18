package footnote

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Notes that are made by hand
//
// Markdown without any notes of its own may have them in another way: the marks
// are superscript numbers, often with a link, and the notes are the document's
// last list, or its last paragraphs, each of which begins with such a number.
// They are notes if most of their numbers are marks in the text before them.

// superPatterns are the ways to write a superscript number, by the roles of
// their tokens: s and S begin and end a superscript, l and L a link, n is the
// number. As the label of a paragraph, a link or an anchor alone will do.
var (
	superPatterns = []string{"snS", "lsnSL", "slnLS"}
	superLabels   = []string{"snS", "lsnSL", "slnLS", "lnL"}
)

// superRole returns the role of a token, ' ' when it has none and 0 when it is
// not counted.
func (in *inlineBlock) superRole(t inlineToken) byte {
	switch t.kind {
	case inlineInvisible:
		return 0
	case inlineLink:
		return 'l'
	case inlineLinkEnd:
		return 'L'
	case inlineFace, inlineFaceEnd:
		if t.face == Superscript {
			return "sS"[t.kind-inlineFace]
		}
	case inlineTag:
		tag, _, _ := scanTag(in.s, t.start)
		return tagRoles[tagRole{tag.name, tag.end}]
	case inlineText:
		text := strings.Trim(in.s[t.start:t.end], "[]()")
		switch {
		case text == "":
			return 0
		case len(text) <= 4 && nameNumber(text).number > 0:
			return 'n'
		}
	}
	return ' '
}

type tagRole struct {
	name string
	end  bool
}

var tagRoles = map[tagRole]byte{{"sup", false}: 's', {"sup", true}: 'S', {"a", false}: 'l', {"a", true}: 'L'}

// maxSuperTokens is how many tokens a superscript number may have.
const maxSuperTokens = 10

// superMark returns the mark that is written at tokens[k:next] in one of the
// patterns.
func (in *inlineBlock) superMark(k int, patterns []string) (mark inlineToken, next int, ok bool) {
	var roles []byte
	for next = k; next < len(in.tokens) && next < k+maxSuperTokens; next++ {
		role := in.superRole(in.tokens[next])
		if role == 0 && next > k {
			continue
		}
		if roles = append(roles, role); role == 'n' {
			t := in.tokens[next]
			inner := in.s[t.start:t.end]
			start := t.start + len(inner) - len(strings.TrimLeft(inner, "[("))
			mark = inlineToken{kind: inlineMark, start: start, end: t.start + len(strings.TrimRight(inner, "])"))}
		}
		begins := false
		for _, p := range patterns {
			if p == string(roles) {
				return mark, next + 1, true
			}
			begins = begins || strings.HasPrefix(p, string(roles))
		}
		if !begins {
			return mark, k, false
		}
	}
	return mark, k, false
}

// cutLabel leaves out the first tokens, which make the label of a note, and the
// punctuation after them.
func (in *inlineBlock) cutLabel(tokens int) {
	in.tokens = in.tokens[min(tokens, len(in.tokens)):]
	if tokens > 0 && len(in.tokens) > 0 && in.tokens[0].kind == inlineText {
		t := &in.tokens[0]
		text := in.s[t.start:t.end]
		t.start += len(text) - len(strings.TrimLeft(text, "]).:"))
	}
}

// makeMarks makes one token of each superscript number that is a mark.
func (in *inlineBlock) makeMarks() {
	var out []inlineToken
	for k := 0; k < len(in.tokens); {
		mark, next, ok := in.superMark(k, superPatterns)
		if ok && in.m.noteOf(in.s[mark.start:mark.end]) != nil {
			out = append(out, mark)
			k = next
			continue
		}
		out = append(out, in.tokens[k])
		k++
	}
	in.tokens = out
}

// findSuper finds the notes that are made by hand.
func (m *markdown) findSuper(root ast.Node) {
	notes := m.superList(root)
	if len(notes) == 0 {
		notes = m.superParagraphs(root)
	}
	if len(notes) == 0 {
		return
	}
	marked := make(map[string]bool)
	for n := root.FirstChild(); n != nil && n != notes[0].node && n != notes[0].node.Parent(); n = n.NextSibling() {
		m.superNumbers(n, marked)
	}
	matched := 0
	for _, n := range notes {
		if marked[n.note.Label] {
			matched++
		}
	}
	if matched*2 <= len(notes) {
		return
	}
	m.super = true
	for _, n := range notes {
		m.defs[n.node] = n.note
		m.labels[n.node] = n.tokens
		m.names[n.note.Label] = n.note
	}
}

// A superNote is a note that is made by hand.
type superNote struct {
	node   ast.Node
	note   *Note
	tokens int // with which a paragraph's label is written
}

// superList returns the items of the list that ends the document, if they are
// numbered from 1.
func (m *markdown) superList(root ast.Node) (notes []superNote) {
	last := root.LastChild()
	for last != nil && !hasText(last) {
		last = last.PreviousSibling()
	}
	list, ok := last.(*ast.List)
	if !ok || !list.IsOrdered() || list.Start != 1 {
		return nil
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		label := strconv.Itoa(len(notes) + 1)
		notes = append(notes, superNote{node: item, note: &Note{Label: label, Offset: m.base + item.Pos()}})
	}
	return notes
}

// hasText reports whether the block may hold notes.
func hasText(n ast.Node) bool {
	switch n.(type) {
	case *divFence, *ast.ThematicBreak, *ast.HTMLBlock:
		return false
	}
	return true
}

// superParagraphs returns the paragraphs that end the document, if each begins
// with the next number from 1 on.
func (m *markdown) superParagraphs(root ast.Node) (notes []superNote) {
	m.divideParagraphs(root)
	for n := root.LastChild(); n != nil; n = n.PreviousSibling() {
		p, ok := n.(*ast.Paragraph)
		if !ok {
			break
		}
		in := m.inline(p.Lines())
		mark, next, ok := in.superMark(0, superLabels)
		if !ok {
			break
		}
		note := &Note{Label: in.s[mark.start:mark.end], Offset: m.base + p.Lines().At(0).Start}
		notes = append(notes, superNote{p, note, next})
		if note.Label == "1" {
			break
		}
	}
	for i, k := 0, len(notes)-1; i < k; i, k = i+1, k-1 {
		notes[i], notes[k] = notes[k], notes[i]
	}
	for i, n := range notes {
		if n.note.Label != strconv.Itoa(i+1) {
			return nil
		}
	}
	return notes
}

// divideParagraphs divides the paragraphs that end the document before each line
// that begins with a label, as far as each begins with one.
func (m *markdown) divideParagraphs(root ast.Node) {
	for n := root.LastChild(); n != nil && n.Kind() == ast.KindParagraph; n = n.PreviousSibling() {
		lines := n.Lines()
		if !m.beginsLabelled(lines.At(0)) {
			return
		}
		for k := lines.Len() - 1; k > 0; k-- {
			if !m.beginsLabelled(lines.At(k)) {
				continue
			}
			rest := ast.NewParagraph()
			rest.Lines().AppendAll(lines.Sliced(k, lines.Len()))
			lines.SetSliced(0, k)
			root.InsertAfter(root, n, rest)
		}
	}
}

// beginsLabelled reports whether a line begins with a label.
func (m *markdown) beginsLabelled(line text.Segment) bool {
	one := text.NewSegments()
	one.Append(line)
	_, _, ok := m.inline(one).superMark(0, superLabels)
	return ok
}

// inline returns the tokens of lines of a block, for a look ahead.
func (m *markdown) inline(lines *text.Segments) *inlineBlock {
	p := m.passage(lines)
	p.Text = p.Text[:pieceEnd(p.Text, 0)]
	in := &inlineBlock{m: m, passage: p, s: p.Text}
	in.scan(0)
	return in
}

// superNumbers adds the superscript numbers of a block.
func (m *markdown) superNumbers(n ast.Node, numbers map[string]bool) {
	if n.Type() == ast.TypeInline {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.superNumbers(c, numbers)
	}
	switch n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return
	}
	if n.Lines() == nil || n.Lines().Len() == 0 {
		return
	}
	in := m.inline(n.Lines())
	for k := range in.tokens {
		if mark, _, ok := in.superMark(k, superPatterns); ok {
			numbers[in.s[mark.start:mark.end]] = true
		}
	}
}

// backLinks are the texts of links that lead back from a note to its mark.
var backLinks = [...]string{"↩", "↩\ufe0e", "↩\ufe0f", "↑", "^", "[↩]", "back"}

// clipBackLink leaves out the link back with which a note ends.
func (w *writer) clipBackLink() {
	n := len(w.links)
	if n == 0 || !strings.HasPrefix(w.links[n-1].Target, "#") || w.links[n-1].Span.End != w.pos() {
		return
	}
	start := w.links[n-1].Span.Start
	for _, text := range backLinks {
		if string(w.text[start:]) == text {
			w.links = w.links[:n-1]
			w.clip(start)
			return
		}
	}
}
