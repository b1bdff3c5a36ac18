package footnote

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A faceChange says what an element does to the typeface.
type faceChange struct {
	add, remove Face
	hides       bool // it is not shown at all
}

func (c faceChange) of(f Face) Face { return f&^c.remove | c.add }

// and returns the change c followed by the change o.
func (c faceChange) and(o faceChange) faceChange {
	return faceChange{c.add&^o.remove | o.add, c.remove&^o.add | o.remove, c.hides || o.hides}
}

// elementFaces holds what elements are set in.
var elementFaces = map[atom.Atom]Face{
	atom.I: Italic, atom.Em: Italic, atom.Cite: Italic, atom.Var: Italic, atom.Dfn: Italic, atom.Address: Italic,
	atom.B: Bold, atom.Strong: Bold, atom.U: Underline, atom.Ins: Underline, atom.Sup: Superscript,
}

// classFaces holds what names of classes say, where no style sheet is at hand.
var classFaces = map[string]faceChange{
	"smallcaps": {add: SmallCaps}, "small-caps": {add: SmallCaps}, "smallcap": {add: SmallCaps}, "smcap": {add: SmallCaps},
	"sc": {add: SmallCaps}, "caps": {add: SmallCaps}, "ltx_font_smallcaps": {add: SmallCaps},
	"italic": {add: Italic}, "italics": {add: Italic}, "ital": {add: Italic}, "ltx_font_italic": {add: Italic}, "emphasis": {add: Italic},
	"underline": {add: Underline}, "ltx_framed_underline": {add: Underline}, "ltx_font_bold": {add: Bold}, "bold": {add: Bold},
	"superscript": {add: Superscript}, "ltx_font_upright": {remove: Italic | SmallCaps},
	"gsl_pagenum":      {hides: true}, // the page's number once more, in the margin
	"footnote_tooltip": {hides: true}, // the beginning of the note once more
	"sr-only":          {hides: true}, "screen-reader-text": {hides: true}, "visually-hidden": {hides: true},
}

// declarations holds what a style says; a value is matched by its beginning.
var declarations = []struct {
	property, value string
	change          faceChange
}{
	{"font-style", "italic", faceChange{add: Italic}},
	{"font-style", "oblique", faceChange{add: Italic}},
	{"font-style", "normal", faceChange{remove: Italic}},
	{"font-variant", "small-caps", faceChange{add: SmallCaps}},
	{"font-variant", "normal", faceChange{remove: SmallCaps}},
	{"font-variant-caps", "small-caps", faceChange{add: SmallCaps}},
	{"font-weight", "bold", faceChange{add: Bold}},
	{"font-weight", "700", faceChange{add: Bold}},
	{"font-weight", "normal", faceChange{remove: Bold}},
	{"font-weight", "400", faceChange{remove: Bold}},
	{"text-decoration", "underline", faceChange{add: Underline}},
	{"text-decoration", "none", faceChange{remove: Underline}},
	{"vertical-align", "super", faceChange{add: Superscript}},
	{"vertical-align", "baseline", faceChange{remove: Superscript}},
	{"display", "none", faceChange{hides: true}},
	{"visibility", "hidden", faceChange{hides: true}},
}

// readStyle reads the declarations of a style.
func readStyle(style string) (c faceChange) {
	for d := range strings.SplitSeq(style, ";") {
		property, value, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		property, value = fold(property), fold(value)
		for _, known := range declarations {
			if property == known.property && strings.HasPrefix(value, known.value) {
				c = c.and(known.change)
			}
		}
	}
	return c
}

// fold returns s in lower case, without the blanks around it.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// readSheet reads the rules of a style sheet whose selectors are a single
// class, ".case-name" or "span.case-name"; others are passed over.
func readSheet(sheet string, styles map[string]faceChange) {
	for rule := range strings.SplitSeq(sheet, "}") {
		selectors, body, ok := strings.Cut(rule, "{")
		if !ok {
			continue
		}
		c := readStyle(body)
		c.hides = false // it may be so in print, or until a reader clicks
		if c == (faceChange{}) {
			continue
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			selector = fold(selector)
			if strings.Count(selector, ".") == 1 && !strings.HasSuffix(selector, ".") && !strings.ContainsAny(selector, " :#>+~[*@\t\n") {
				styles[selector] = styles[selector].and(c)
			}
		}
	}
}

// face returns what an element does to the typeface.
func (p *page) face(i int32) faceChange {
	c := faceChange{add: elementFaces[p.nodes[i].tag], hides: p.hasAttr(i, "hidden")}
	for name := range strings.FieldsSeq(strings.ToLower(p.attr(i, "class"))) {
		_, all := p.styles["."+name]
		_, own := p.styles[p.nodes[i].tag.String()+"."+name]
		if all || own {
			c = c.and(p.styles["."+name]).and(p.styles[p.nodes[i].tag.String()+"."+name])
		} else {
			c = c.and(classFaces[name])
		}
	}
	return c.and(readStyle(p.attr(i, "style")))
}
