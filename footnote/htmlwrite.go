package footnote

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// writeAll writes the body and the notes.
func (f *noteFinder) writeAll(d *Document) {
	f.setReferences()
	f.tellEndnotes()
	d.Body = f.passage(d, 0, int32(len(f.nodes)), nil)
	for _, n := range f.notes {
		d.Notes = append(d.Notes, n.Note)
	}
	for _, n := range f.notes {
		n.Passage = f.passage(d, n.start, n.end, n)
		n.lower()
	}
}

// lower takes the superscript from a note that is all set so.
func (n *pageNote) lower() {
	at := 0
	for _, r := range n.Runs {
		if r.Face&Superscript == 0 || !blank(n.Text[at:r.Span.Start]) {
			return
		}
		at = r.Span.End
	}
	if !blank(n.Text[at:]) {
		return
	}
	runs := n.Runs
	n.Runs = nil
	for _, r := range runs {
		if r.Face &^= Superscript; r.Face != 0 {
			n.Runs = append(n.Runs, r)
		}
	}
}

// tellEndnotes takes the notes of a page that has endnotes alone for footnotes:
// many programs call all notes endnotes, since a page has no foot.
func (f *noteFinder) tellEndnotes() {
	isFootnote := func(n *pageNote) bool { return !n.Endnote }
	if slices.ContainsFunc(f.notes, isFootnote) {
		return
	}
	for _, n := range f.notes {
		n.Endnote = false
	}
}

// setReferences finds the notes that cross-references lead to.
func (f *noteFinder) setReferences() {
	inNote := make(map[int32]*pageNote, len(f.links))
	wanted := make(map[int32]bool, len(f.links))
	for _, l := range f.links {
		wanted[l.to] = true
	}
	for _, n := range f.notes {
		for i := n.start; i < n.end; i++ {
			if wanted[i] && inNote[i] == nil {
				inNote[i] = n
			}
		}
	}
	for _, l := range f.links {
		if l.note == nil {
			l.note = inNote[l.to]
		}
	}
}

// A pageFrame is an open element of a passage that is being written.
type pageFrame struct {
	node  int32
	face  Face // outside it
	folds bool // outside it
	link  int  // where in the passage a link begins; -1 for other elements
}

// A passageWriter writes some nodes of a page.
type passageWriter struct {
	writer
	f      *noteFinder
	d      *Document
	in     *pageNote // the note that is written; nil for the body
	open   []pageFrame
	marked bool // a mark was just written
}

// passage writes nodes [lo, hi), without the notes among them.
func (f *noteFinder) passage(d *Document, lo, hi int32, in *pageNote) Passage {
	w := &passageWriter{writer: writer{folds: true}, f: f, d: d, in: in}
	w.inherit(lo)
	for i := lo; i < hi; {
		w.close(i)
		i = w.node(i, i == lo)
	}
	w.close(int32(len(f.nodes)))
	return w.writer.passage("")
}

// inherit sets the typeface that the elements around a node give it.
func (w *passageWriter) inherit(i int32) {
	w.face, w.folds = w.f.around(w.f.nodes[i].parent)
}

// around returns the typeface in an element, and whether it folds white space.
func (f *noteFinder) around(i int32) (Face, bool) {
	var unknown []int32
	for ; i != 0; i = f.nodes[i].parent {
		if _, ok := f.settings[i]; ok {
			break
		}
		unknown = append(unknown, i)
	}
	s := f.settings[i]
	for k := len(unknown) - 1; k >= 0; k-- {
		i := unknown[k]
		s = pageSetting{f.face(i).of(s.face), s.keepsSpace || isPre(f.nodes[i].tag)}
		f.settings[i] = s
	}
	return s.face, !s.keepsSpace
}

// A pageSetting is how text is set in an element.
type pageSetting struct {
	face       Face
	keepsSpace bool
}

func isPre(t atom.Atom) bool { return t == atom.Pre || t == atom.Listing || t == atom.Xmp }

// node writes a node and returns the next one.
func (w *passageWriter) node(i int32, first bool) int32 {
	f, n := w.f, &w.f.nodes[i]
	if note := f.byStart[i]; note != nil && note != w.in {
		w.mark(i)
		w.separateBlock(i, n.start)
		return note.end
	}
	switch {
	case w.mark(i), f.cut[i]:
		return n.next
	case n.text:
		w.text(i)
		return i + 1
	case f.is(i, left):
		return n.next
	}
	change := f.face(i)
	if change.hides && !first {
		return n.next
	}
	w.element(i, change)
	return i + 1
}

// mark adds the mark that a node is.
func (w *passageWriter) mark(i int32) bool {
	m := w.f.marks[i]
	if m == nil || w.in != nil && w.in.start == i {
		return false
	}
	m.Span = Span{w.pos(), w.pos()}
	if w.in != nil {
		m.In = w.in.Note
	}
	if m.note != nil {
		m.Note = m.note.Note
	}
	w.d.Marks = append(w.d.Marks, m.Mark)
	w.marked = true
	return true
}

// text writes a text. A blank between a mark and the punctuation after it is
// left out.
func (w *passageWriter) text(i int32) {
	s := w.f.visible(i)
	raw := s.In(w.f.src)
	if w.marked && raw != "" {
		if w.gap == " " && strings.IndexByte(".,;:)", raw[0]) >= 0 {
			w.gap = ""
		}
		w.marked = false
	}
	if w.f.fragment && w.f.nodes[i].parent == 0 {
		w.loose(raw, s.Start)
		return
	}
	w.printed(raw, s.Start)
}

// printed writes text without its control characters, which no browser shows.
func (w *passageWriter) printed(raw string, at int) {
	for {
		k := strings.IndexFunc(raw, isControl)
		if k < 0 {
			w.escaped(raw, at)
			return
		}
		w.escaped(raw[:k], at)
		raw, at = raw[k+1:], at+k+1
	}
}

// isControl reports whether r is one of ASCII's control characters and no white
// space.
func isControl(r rune) bool { return r == 0x7f || r < ' ' && !isMarkupSpace(byte(r)) }

// loose writes text that is in no element, as in the posts that WordPress
// keeps: blank lines separate its paragraphs.
func (w *passageWriter) loose(raw string, at int) {
	for i := 0; i < len(raw); {
		end := lineEnd(raw, i)
		if blank(raw[i:end]) && i > 0 && end < len(raw) {
			w.paragraph(at + i)
		} else {
			w.printed(raw[i:end], at+i)
			if end < len(raw) {
				w.space(at + end)
			}
		}
		i = end + 1
	}
}

// element opens an element.
func (w *passageWriter) element(i int32, change faceChange) {
	n := &w.f.nodes[i]
	w.separateBlock(i, n.start)
	switch {
	case n.tag == atom.Br && w.gap == "\n": // a second one
		w.paragraph(n.start)
	case n.tag == atom.Br:
		w.lineBreak(n.start)
	case w.f.is(i, cell):
		w.space(n.start)
	case n.tag == atom.Q:
		w.stand("“", n.start)
	}
	if n.next == i+1 {
		return
	}
	fr := pageFrame{node: i, face: w.face, folds: w.folds, link: -1}
	if n.tag == atom.A && w.f.hasAttr(i, "href") {
		fr.link = w.pos()
	}
	w.open = append(w.open, fr)
	w.face = change.of(w.face)
	if isPre(n.tag) {
		w.folds = false
	}
}

// separateBlock separates a block from what is around it.
func (w *passageWriter) separateBlock(i int32, at int) {
	if w.f.is(i, blockLevel) {
		w.paragraph(at)
	}
}

// close closes the elements that end before node i.
func (w *passageWriter) close(i int32) {
	for len(w.open) > 0 {
		fr := w.open[len(w.open)-1]
		n := &w.f.nodes[fr.node]
		if n.next > i {
			return
		}
		w.open = w.open[:len(w.open)-1]
		w.face, w.folds = fr.face, fr.folds
		w.separateBlock(fr.node, w.f.nodes[n.next-1].end)
		if n.tag == atom.Q {
			w.stand("”", w.f.nodes[n.next-1].end)
		}
		if fr.link >= 0 {
			w.closeLink(fr)
		}
	}
}

// closeLink adds a link, without the blanks before its text.
func (w *passageWriter) closeLink(fr pageFrame) {
	start := fr.link
	for start < len(w.writer.text) && isMarkupSpace(w.writer.text[start]) {
		start++
	}
	var note *Note
	if l := w.f.linkAt[fr.node]; l != nil && l.note != nil {
		note = l.note.Note
	}
	w.link(start, strings.TrimSpace(w.f.attr(fr.node, "href")), note)
}

// setScopes counts how often the notes are numbered anew: notes of a kind begin
// a scope when they begin at 1 again.
func (d *Document) setScopes() {
	var scope, last [2]int // of footnotes, of endnotes
	for _, n := range d.Notes {
		k := 0
		if n.Endnote {
			k = 1
		}
		number := leadingNumber(n.Label)
		if number == 1 && last[k] > 0 {
			scope[k]++
		}
		if number > 0 {
			last[k] = number
		}
		n.Scope = scope[k]
	}
	at := 0
	for _, m := range d.Marks {
		if m.Note != nil {
			at = m.Note.Scope
		}
		m.Scope = at
	}
}
