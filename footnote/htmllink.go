package footnote

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// How marks are told from other links
//
// A mark is a link to a place of the same page. So is the entry of a table of
// contents, the link back from a note to its mark, and a cross-reference to a
// note. No single sign tells them apart on all pages, so the signs that are
// there are added up.

// A pageLink is a link to a place in the same page.
type pageLink struct {
	node    int32
	name    string // of the place
	to      int32  // the place; 0 when there is none of that name
	label   string // the text, if that is a label
	text    string // the beginning of the text
	outer   int32  // the outermost element that is a stretch of text and holds the link
	role    role   // of the link, what is around it, and what is in it
	raised  bool   // it is set as a superscript
	isCross bool   // it follows "note" or another such link: a cross-reference
	note    *pageNote
}

// A sign is a reason to take a link for a mark, or not to.
type sign struct {
	weight int
	holds  func(f *noteFinder, l *pageLink) bool
}

// signs are the reasons, enough the least sum of a mark, and enoughAlone that
// of a mark whose note is missing.
var signs = [...]sign{
	{3, func(f *noteFinder, l *pageLink) bool { return l.role&(markRole|noteRole) != 0 }},
	{2, func(f *noteFinder, l *pageLink) bool { r, _ := nameRole(l.name); return r&noteRole != 0 }},
	{-3, func(f *noteFinder, l *pageLink) bool { r, _ := nameRole(l.name); return r&markRole != 0 }},
	{1, func(f *noteFinder, l *pageLink) bool { return f.namedAsMark(l) }},
	{2, func(f *noteFinder, l *pageLink) bool { return l.raised }},
	{2, func(f *noteFinder, l *pageLink) bool { return isSymbol(l.label) }},
	{2, func(f *noteFinder, l *pageLink) bool {
		return l.to != 0 && f.nodes[l.to].within&(noteRole|notesRole) != 0
	}},
	{2, func(f *noteFinder, l *pageLink) bool { return f.linkedBack(l) }},
	{1, func(f *noteFinder, l *pageLink) bool { _, number := nameRole(l.name); return number == l.label }},
	{1, func(f *noteFinder, l *pageLink) bool { return strings.IndexAny(l.text, "[(") == 0 }},
	{1, func(f *noteFinder, l *pageLink) bool { return f.plainWeight(l.outer) == markAfterSentence }},
	{1, func(f *noteFinder, l *pageLink) bool { return l.to != 0 && f.labelled(f.home(l.to), l) }},
	{-3, func(f *noteFinder, l *pageLink) bool { return l.role&(markRole|backRole) == backRole }},
	{-2, func(f *noteFinder, l *pageLink) bool { return f.begins(l.outer) }},
	{-4, func(f *noteFinder, l *pageLink) bool { return f.nodes[l.to].within&inHeading != 0 }},
	{-4, func(f *noteFinder, l *pageLink) bool { return f.nodes[l.node].within&inNav != 0 }},
}

const (
	enough      = 4
	enoughAlone = 3
)

// isMark reports whether a link is a mark.
func (f *noteFinder) isMark(l *pageLink) bool {
	if l.label == "" || l.isCross || l.outer <= l.to && l.to <= l.node {
		return false
	}
	sum := 0
	for _, s := range signs {
		if s.holds(f, l) {
			sum += s.weight
		}
	}
	return sum >= enough || l.to == 0 && sum >= enoughAlone
}

// namedAsMark reports whether the link, or what is around it, is a place that
// is named like a mark's.
func (f *noteFinder) namedAsMark(l *pageLink) bool {
	for i := l.outer; i <= l.node; i++ {
		for _, key := range [...]string{"id", "name"} {
			if r, _ := nameRole(f.attr(i, key)); r&markRole != 0 {
				return true
			}
		}
	}
	return false
}

// maxBack is how many links to one place are looked at.
const maxBack = 4

// linkedBack reports whether the note that the link leads to leads back to it.
func (f *noteFinder) linkedBack(l *pageLink) bool {
	if l.to == 0 {
		return false
	}
	home := f.home(l.to)
	for i := max(1, l.outer-1); i <= l.node; i++ { // an empty <a name> may precede it
		for _, from := range f.linksTo[i][:min(maxBack, len(f.linksTo[i]))] {
			if from >= home {
				return true
			}
		}
	}
	return false
}

// findLinks finds the places that have names, and the links to them.
func (f *noteFinder) findLinks() {
	for i := range f.nodes {
		f.addName(f.attr(int32(i), "id"), int32(i))
		if f.nodes[i].tag == atom.A {
			f.addName(f.attr(int32(i), "name"), int32(i))
		}
	}
	for i := range f.nodes {
		if f.nodes[i].tag != atom.A {
			continue
		}
		if l := f.link(int32(i)); l != nil {
			f.links = append(f.links, l)
			f.linkAt[l.node] = l
			if l.to != 0 {
				f.linksTo[l.to] = append(f.linksTo[l.to], l.node)
			}
		}
	}
	for k, l := range f.links {
		l.isCross = !l.raised && l.role&(markRole|backRole) == 0 && hasWord(l.text) && f.afterNoteWord(k) && !f.linkedBack(l)
	}
}

// addName adds the name of a place. The first place of a name has it.
func (f *noteFinder) addName(name string, i int32) {
	if _, taken := f.names[name]; !taken && name != "" {
		f.names[name] = i
	}
}

// link returns the link that an anchor is; nil when it leads elsewhere.
func (f *noteFinder) link(i int32) *pageLink {
	href := f.attr(i, "href")
	if !f.hasAttr(i, "href") {
		href = scriptTarget(f.attr(i, "onclick"))
	}
	path, name, _ := strings.Cut(href, "#")
	if name == "" {
		return nil
	}
	if decoded, err := url.PathUnescape(name); err == nil && f.names[name] == 0 {
		name = decoded
	}
	l := &pageLink{node: i, name: name, to: f.names[name], outer: f.outer(i), text: strings.TrimSpace(f.lead(i))}
	f.look(l)
	if path != "" && l.role&markRole == 0 && !(l.to != 0 && isNoteName(name)) {
		return nil // a place in another page
	}
	l.label = linkLabel(l)
	return l
}

// hasWord reports whether a text has letters or digits, which the arrow of a
// link back has not.
func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isNoteName reports whether a name is like those of notes or marks.
func isNoteName(name string) bool {
	r, _ := nameRole(name)
	return r != 0
}

// look sets what the elements around a link and in it say.
func (f *noteFinder) look(l *pageLink) {
	for k := l.outer; k <= l.node; k++ {
		l.role |= f.nodes[k].role
		l.raised = l.raised || f.raises(k)
	}
	for k := l.node + 1; k < min(f.nodes[l.node].next, l.node+4); k++ {
		l.role |= f.nodes[k].role & markRole
		l.raised = l.raised || f.raises(k)
	}
}

// linkLabel returns the label that a link shows, "" when it shows none. Where a
// style sheet numbers the marks, it is the number in the name of the note.
func linkLabel(l *pageLink) string {
	if l.text == "" && l.role&markRole != 0 {
		_, number := nameRole(l.name)
		return number
	}
	if label, ok := labelOf(l.text); ok {
		return label
	}
	word := strings.Trim(l.text, "[]()")
	if len(word) == len(l.text)-2 && len(word) <= maxWordLabel && !strings.ContainsAny(word, " \t\n") {
		return word // as in "[Roe]"
	}
	return ""
}

// maxWordLabel is the length in bytes of the longest word in brackets that is
// taken for a label.
const maxWordLabel = 24

// labelled reports whether a note begins with the label of the link.
func (f *noteFinder) labelled(note int32, l *pageLink) bool {
	return f.ownLabel(note) == l.label || strings.HasPrefix(strings.TrimSpace(f.lead(note)), l.text)
}

// scriptTarget returns the place that a script goes to, as a link: the first
// string that it hands to a function.
func scriptTarget(script string) string {
	_, call, ok := strings.Cut(script, "('")
	name, _, closed := strings.Cut(call, "')")
	if !ok || !closed {
		return ""
	}
	return "#" + strings.TrimPrefix(name, "#")
}

// raises reports whether an element sets its text as a superscript.
func (f *noteFinder) raises(i int32) bool {
	return f.nodes[i].tag == atom.Sup || !f.nodes[i].text && f.face(i).add&Superscript != 0
}

// referenceWords are what cross-references to notes follow, and joiners what is
// between two of them.
var (
	referenceWords = [...]string{"note", "notes", "n.", "nn.", "footnote", "footnotes", "fn.", "endnote", "endnotes"}
	joiners        = [...]string{"–", "-", "—", ",", "and", "&", ", and", "to", "or"}
)

// afterNoteWord reports whether link k follows "note", or a cross-reference and
// a joiner.
func (f *noteFinder) afterNoteWord(k int) bool {
	l := f.links[k]
	if l.outer == 0 || !f.nodes[l.outer-1].text {
		return false
	}
	before := f.nodes[l.outer-1]
	text := html.UnescapeString(f.src[max(before.start, before.end-maxLead):before.end])
	text = strings.ToLower(strings.Trim(text, " \t\r\n\f\u00a0"))
	if slices.Contains(joiners[:], text) && f.afterCross(k) {
		return true
	}
	return slices.ContainsFunc(referenceWords[:], func(w string) bool {
		head, ok := strings.CutSuffix(text, w)
		return ok && (head == "" || !isLetter(head[len(head)-1]))
	})
}

// afterCross reports whether the link before link k is a cross-reference, and
// only a text is between.
func (f *noteFinder) afterCross(k int) bool {
	if k == 0 {
		return false
	}
	last := f.links[k-1]
	return last.isCross && f.nodes[last.node].next == f.links[k].outer-1
}

// The bounds of a look at the beginning of an element.
const (
	maxLead  = 48 // bytes of text
	maxNodes = 32 // nodes
)

// lead returns the beginning of an element's text.
func (p *page) lead(i int32) string {
	var b strings.Builder
	for k := i; k < min(p.nodes[i].next, i+maxNodes) && b.Len() < maxLead; {
		n := &p.nodes[k]
		if n.text {
			b.WriteString(html.UnescapeString(p.src[n.start:min(n.end, n.start+4*maxLead)]))
		}
		if k > i && p.is(k, left) {
			k = n.next
			continue
		}
		if p.is(k, blockLevel|cell) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		k++
	}
	return b.String()
}

// outer returns the outermost stretch of text that holds node i and nothing
// before it, within the next few elements: a superscript around a link.
func (p *page) outer(i int32) int32 {
	for range 4 {
		up := p.nodes[i].parent
		if up == 0 || p.is(up, blockLevel) || up+1 != i && !p.beginsIn(i, up) {
			return i
		}
		i = up
	}
	return i
}

// begins reports whether a node is the beginning of its block.
func (p *page) begins(i int32) bool {
	up := p.nodes[i].parent
	return (up == 0 && p.fragment || p.is(up, blockLevel)) && p.beginsIn(i, up)
}

// beginsIn reports whether up, an element around node i, has no text before it
// but a label or its bracket.
func (p *page) beginsIn(i, up int32) bool {
	if i-up > maxNodes {
		return false
	}
	for k := up + 1; k < i; k++ {
		n := &p.nodes[k]
		if n.text && n.end-n.start > 4*maxLead {
			return false
		}
		if n.text && !p.is(n.parent, left) {
			text := html.UnescapeString(p.src[n.start:n.end])
			if _, ok := labelOf(text); !ok && strings.Trim(text, " \t\r\n\f\u00a0[(^") != "" {
				return false
			}
		}
	}
	return true
}
