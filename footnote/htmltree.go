package footnote

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The tree of an HTML page
//
// The parser of golang.org/x/net/html does not say where in the source a node
// is, so the page is built from its tokenizer. All nodes are in one slice in
// the order of the source; the nodes inside node i are those from i+1 up to
// nodes[i].next. Elements are closed as browsers close them, as far as it
// matters for text: end tags that may be left out, a heading or a list that
// ends a paragraph, a link that ends the link before it. An end tag of a
// typeface that crosses paragraphs ends the typeface and nothing else.

// A node is an element or a piece of text.
type node struct {
	tag       atom.Atom // 0 for text, and for elements that HTML does not have
	text      bool
	bracketed bool  // a text that is a number which may be a mark: "[8]", "[fn8]", the 8 of a raised "8, 9"
	role      role  // what its attributes say of its part in the notes
	within    role  // role, with what the elements around it are
	parent    int32 // index; 0, the root, is its own parent
	next      int32 // index of the node after all that is inside
	start     int   // offset in the source
	end       int   // offset after the text or the start tag
	attrs     int32 // index of its first attribute
	attrsN    int32 // number of its attributes
}

// An attribute of an element, its value with entities decoded.
type attribute struct{ key, value string }

// A page is the tree of a source.
type page struct {
	src      string
	fragment bool // there is neither <html> nor <body>
	isXML    bool // it is XHTML, and says so
	nodes    []node
	attrs    []attribute
	styles   map[string]faceChange // what the page's style sheets say of ".class" and "element.class"
	problems []Problem
}

// attr returns the value of a node's attribute, "" when it has none.
func (p *page) attr(i int32, key string) string {
	n := &p.nodes[i]
	for _, a := range p.attrs[n.attrs : n.attrs+n.attrsN] {
		if a.key == key {
			return a.value
		}
	}
	return ""
}

// hasAttr reports whether a node has the attribute, with any value.
func (p *page) hasAttr(i int32, key string) bool {
	n := &p.nodes[i]
	for _, a := range p.attrs[n.attrs : n.attrs+n.attrsN] {
		if a.key == key {
			return true
		}
	}
	return false
}

// is reports whether a node is of a class of elements.
func (p *page) is(i int32, c class) bool { return classes[p.nodes[i].tag]&c != 0 }

// inside reports whether node i is node outer or inside it.
func (p *page) inside(i, outer int32) bool { return outer <= i && i < p.nodes[outer].next }

// A treeBuilder builds a page.
type treeBuilder struct {
	*page
	z     *html.Tokenizer
	open  []int32           // the open elements, the root first
	count map[atom.Atom]int // how many of them are of each tag
	over  int               // start tags that were not taken because of their depth
	deep  bool              // a problem says so
	at    int               // the end of the token
}

// maxScope is how many open elements are looked at for one that a start tag ends.
const maxScope = 64

// maxPageNodes is how many nodes of a page are read, which bounds the memory that
// a page of empty elements takes. A page of [MaxText] bytes that people wrote has
// fewer.
const maxPageNodes = 1 << 22

const xhtmlNamespace = "http://www.w3.org/1999/xhtml"

// buildPage builds the tree of src from offset at on.
func buildPage(src string, at int) *page {
	_, isXML := skipProlog(src[at:])
	p := &page{src: src, fragment: true, isXML: isXML || strings.Contains(src[at:min(len(src), at+headSize)], xhtmlNamespace), styles: make(map[string]faceChange)}
	b := &treeBuilder{page: p, z: html.NewTokenizer(strings.NewReader(src[at:])), count: make(map[atom.Atom]int)}
	p.nodes = append(make([]node, 0, min(strings.Count(src[at:], "<")+1, maxPageNodes)), node{start: at, end: at})
	b.open = append(b.open, 0)
	for {
		kind := b.z.Next()
		end := at + len(b.z.Raw())
		if kind == html.ErrorToken {
			if strings.HasPrefix(src[at:], "<") {
				b.report(Damaged, "the page breaks off inside a tag", at)
			}
			break
		}
		if len(p.nodes) >= maxPageNodes {
			b.report(Refused, fmt.Sprintf("what follows element %d", maxPageNodes), at)
			break
		}
		b.token(kind, at, end)
		at = end
	}
	b.closeTo(0)
	p.nodes[0].next = int32(len(p.nodes))
	return p
}

func (p *page) report(kind ProblemKind, detail string, at int) {
	p.problems = append(p.problems, Problem{Kind: kind, Detail: detail, Offset: at})
}

// token takes the token src[at:end].
func (b *treeBuilder) token(kind html.TokenType, at, end int) {
	b.at = end
	switch kind {
	case html.TextToken:
		b.text(at, end)
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := b.z.TagName()
		tag := atom.Lookup(name)
		b.start(tag, more, at, end)
		if kind == html.SelfClosingTagToken && classes[tag]&void == 0 {
			b.endTag(tag)
			if b.isXML { // <script/> has no content, which it has in HTML
				b.z.NextIsNotRawText()
			}
		}
	case html.EndTagToken:
		name, _ := b.z.TagName()
		b.endTag(atom.Lookup(name))
	}
}

// text adds the text src[at:end].
func (b *treeBuilder) text(at, end int) {
	blank := strings.Trim(b.src[at:end], " \t\r\n\f") == ""
	if b.count[atom.Head] > 0 && !blank && b.open[len(b.open)-1] != 0 && b.nodes[b.open[len(b.open)-1]].tag == atom.Head {
		b.closeTag(atom.Head)
	}
	if b.count[atom.Style] > 0 {
		readSheet(b.src[at:end], b.styles)
	}
	find := bracketedIn
	if b.count[atom.Sup] > 0 && isNumberList(b.src[at:end]) {
		find = numberIn
	}
	for at < end {
		k, width := find(b.src[at:end])
		if len(b.nodes) >= maxPageNodes {
			k, width = end-at, 0
		}
		if k > 0 {
			b.add(node{text: true, start: at, end: at + k})
		}
		if width > 0 {
			b.add(node{text: true, bracketed: true, start: at + k, end: at + k + width})
		}
		at += k + width
	}
}

// isNumberList reports whether s is several numbers, "8, 9".
func isNumberList(s string) bool {
	return strings.IndexByte(s, ',') > 0 && len(s) <= maxLead && strings.Trim(s, "0123456789, ") == ""
}

// numberIn returns where the first number is in s, and its length; len(s), 0 if
// there is none.
func numberIn(s string) (at, width int) {
	for at < len(s) && !isDigit(s[at]) {
		at++
	}
	for at+width < len(s) && isDigit(s[at+width]) {
		width++
	}
	return at, width
}

// bracketedIn returns where the first number in brackets is in s, and its
// length; len(s), 0 if there is none.
func bracketedIn(s string) (at, width int) {
	for at < len(s) {
		k := strings.IndexByte(s[at:], '[')
		if k < 0 {
			return len(s), 0
		}
		at += k
		i := at + 1
		for i < len(s) && i-at <= len("fn") && isLetter(s[i]) {
			i++
		}
		_, next, ok := scanNumber(s, i)
		_, next = scanSuffix(s, next)
		if ok && next < len(s) && s[next] == ']' && (i == at+1 || isLabelWord(s[at+1:i])) {
			return at, next + 1 - at
		}
		at++
	}
	return len(s), 0
}

// add adds a node to the innermost open element.
func (b *treeBuilder) add(n node) int32 {
	i := int32(len(b.nodes))
	n.parent = b.open[len(b.open)-1]
	n.next = i + 1
	n.within = n.role | b.nodes[n.parent].within | classes[n.tag].role()
	b.nodes = append(b.nodes, n)
	return i
}

// start takes a start tag.
func (b *treeBuilder) start(tag atom.Atom, more bool, at, end int) {
	if tag == atom.Html || tag == atom.Body {
		b.fragment = false
	}
	b.imply(tag)
	if (tag == atom.Html || tag == atom.Body) && b.count[tag] > 0 {
		return
	}
	if len(b.open) > MaxDepth && classes[tag]&void == 0 {
		b.over++
		if !b.deep {
			b.report(Refused, fmt.Sprintf("elements nested more than %d deep; their text is read", MaxDepth), at)
		}
		b.deep = true
		return
	}
	n := node{tag: tag, start: at, end: end, attrs: int32(len(b.attrs))}
	for more {
		var key, value []byte
		key, value, more = b.z.TagAttr()
		if k := attributes[string(key)]; k != "" {
			b.attrs = append(b.attrs, attribute{k, string(value)})
			n.role |= roleOf(k, b.attrs[len(b.attrs)-1].value)
		}
	}
	n.attrsN = int32(len(b.attrs)) - n.attrs
	i := b.add(n)
	if classes[tag]&void == 0 {
		b.open = append(b.open, i)
		b.count[tag]++
	}
}

// imply closes the elements that a start tag ends.
func (b *treeBuilder) imply(tag atom.Atom) {
	if b.count[atom.Head] > 0 && classes[tag]&inHead == 0 {
		b.closeTag(atom.Head)
	}
	if classes[tag]&blockLevel != 0 && b.count[atom.P] > 0 {
		b.closeWithin(atom.P, endsScope)
	}
	for _, e := range endedBy[tag] {
		b.closeWithin(e, scopes[tag])
	}
}

// closeWithin closes the innermost open element of a tag, unless one of the
// class scope is inside it.
func (b *treeBuilder) closeWithin(tag atom.Atom, scope class) {
	if b.count[tag] == 0 {
		return
	}
	for k := len(b.open) - 1; k > max(0, len(b.open)-maxScope); k-- {
		t := b.nodes[b.open[k]].tag
		if t == tag {
			b.closeTo(k)
			return
		}
		if classes[t]&scope != 0 {
			return
		}
	}
}

// endTag takes an end tag.
func (b *treeBuilder) endTag(tag atom.Atom) {
	switch {
	case b.over > 0 && classes[tag]&void == 0:
		b.over--
	case tag == atom.Html || tag == atom.Body: // what follows still belongs to it
	default:
		b.closeTag(tag)
	}
}

// closeTag closes the innermost open element of a tag, and those inside it, of
// which those that set a typeface are opened again. If blocks are inside an
// element that is none, only that element ends.
func (b *treeBuilder) closeTag(tag atom.Atom) {
	if b.count[tag] == 0 {
		return
	}
	k := len(b.open) - 1
	blocks := false
	for ; k > 0 && b.nodes[b.open[k]].tag != tag; k-- {
		blocks = blocks || b.is(b.open[k], blockLevel)
	}
	if !blocks || classes[tag]&blockLevel != 0 {
		inside := slices.Clone(b.open[k+1 : min(len(b.open), k+1+maxReopened)])
		b.closeTo(k)
		if elementFaces[tag] != 0 {
			b.reopen(inside)
		}
		return
	}
	b.nodes[b.open[k]].next = int32(len(b.nodes))
	b.open = append(b.open[:k], b.open[k+1:]...)
	b.count[tag]--
}

// maxReopened is how many elements are opened again.
const maxReopened = 8

// reopen opens those of the elements again that set a typeface.
func (b *treeBuilder) reopen(elements []int32) {
	for _, i := range elements {
		n := b.nodes[i]
		if elementFaces[n.tag] == 0 {
			continue
		}
		n.start, n.end, n.role = b.at, b.at, 0
		b.open = append(b.open, b.add(n))
		b.count[n.tag]++
	}
}

// closeTo closes the open elements from the k-th on, save the root.
func (b *treeBuilder) closeTo(k int) {
	for j := len(b.open) - 1; j >= max(k, 1); j-- {
		n := &b.nodes[b.open[j]]
		n.next = int32(len(b.nodes))
		b.count[n.tag]--
	}
	b.open = b.open[:max(k, 1)]
}
