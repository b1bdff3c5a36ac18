package footnote

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"
)

// A tagEffect is what an HTML tag within Markdown does to the text.
type tagEffect struct {
	face Face
	gap  string // what separates the text before it from that after it
	void bool   // it has no end tag
}

// tagEffects are the tags that do more than to be left out.
var tagEffects = map[string]tagEffect{
	"i": {face: Italic}, "em": {face: Italic}, "cite": {face: Italic}, "dfn": {face: Italic}, "var": {face: Italic},
	"b": {face: Bold}, "strong": {face: Bold},
	"u": {face: Underline}, "ins": {face: Underline},
	"sup": {face: Superscript},
	"br":  {gap: "\n", void: true}, "hr": {gap: "\n\n", void: true},
	"img": {void: true}, "wbr": {void: true}, "input": {void: true}, "col": {void: true}, "link": {void: true}, "meta": {void: true},
	"td": {gap: "\n"}, "th": {gap: "\n", face: Bold}, "dt": {gap: "\n\n"}, "dd": {gap: "\n\n"},
	"p": {gap: "\n\n"}, "div": {gap: "\n\n"}, "section": {gap: "\n\n"}, "article": {gap: "\n\n"}, "aside": {gap: "\n\n"},
	"header": {gap: "\n\n"}, "footer": {gap: "\n\n"}, "main": {gap: "\n\n"}, "nav": {gap: "\n\n"}, "center": {gap: "\n\n"},
	"address": {gap: "\n\n"}, "blockquote": {gap: "\n\n"}, "figure": {gap: "\n\n"}, "figcaption": {gap: "\n\n"},
	"details": {gap: "\n\n"}, "summary": {gap: "\n\n"}, "pre": {gap: "\n\n"}, "ul": {gap: "\n\n"}, "ol": {gap: "\n\n"},
	"li": {gap: "\n\n"}, "dl": {gap: "\n\n"}, "table": {gap: "\n\n"}, "tr": {gap: "\n\n"}, "caption": {gap: "\n\n"},
	"h1": {gap: "\n\n"}, "h2": {gap: "\n\n"}, "h3": {gap: "\n\n"}, "h4": {gap: "\n\n"}, "h5": {gap: "\n\n"}, "h6": {gap: "\n\n"},
}

// styleFaces are the typefaces that the attributes of a tag or a span name.
var styleFaces = []struct {
	name string
	face Face
}{
	{"smallcaps", SmallCaps}, {"small-caps", SmallCaps}, {".sc", SmallCaps}, {"\"sc\"", SmallCaps},
	{"underline", Underline}, {".ul", Underline},
	{"font-style:italic", Italic}, {"font-style: italic", Italic},
	{"font-weight:bold", Bold}, {"font-weight: bold", Bold},
}

// tagFace returns the typeface that attributes name.
func tagFace(attributes string) (face Face) {
	lower := strings.ToLower(attributes)
	for _, s := range styleFaces {
		if strings.Contains(lower, s.name) {
			face |= s.face
		}
	}
	return face
}

// An htmlTag is a tag.
type htmlTag struct {
	name       string // in small letters
	end        bool   // it is an end tag
	attributes string
}

// scanTag scans a tag at s[i:]. Attributes in quotation marks may hold any
// characters, and otherwise there is no "<" in a tag.
func scanTag(s string, i int) (t htmlTag, next int, ok bool) {
	k := i + 1
	if t.end = k < len(s) && s[k] == '/'; t.end {
		k++
	}
	start := k
	for k < len(s) && (isLetter(s[k]) || k > start && (isDigit(s[k]) || s[k] == '-')) {
		k++
	}
	if t.name = strings.ToLower(s[start:k]); t.name == "" || k == len(s) || !strings.ContainsRune("> \t\r\n/", rune(s[k])) {
		return t, i, false
	}
	for start = k; k < len(s); k++ {
		switch s[k] {
		case '<':
			return t, i, false
		case '>':
			t.attributes = s[start:k]
			return t, k + 1, true
		case '"', '\'':
			end := strings.IndexByte(s[k+1:], s[k])
			if end < 0 || s[k-1] != '=' {
				return t, i, false
			}
			k += 1 + end
		}
	}
	return t, i, false
}

// attribute returns the value of an attribute of the tag.
func (t htmlTag) attribute(name string) (value string, ok bool) {
	k := strings.Index(strings.ToLower(t.attributes), " "+name+"=")
	if k < 0 {
		return "", false
	}
	value = t.attributes[k+len(name)+2:]
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		value, _, ok = strings.Cut(value[1:], value[:1])
	} else {
		value, ok = strings.TrimRight(value, "/"), true
		value, _, _ = strings.Cut(value, " ")
	}
	return html.UnescapeString(value), ok
}

// htmlRegions are what begins HTML that is not shown, and what ends it.
var htmlRegions = []struct{ begin, end, name string }{
	{"<!--", "-->", "comment"},
	{"<?", "?>", "processing instruction"},
	{"<![CDATA[", "]]>", "CDATA section"},
}

// hiddenElements are the elements whose content is not shown.
var hiddenElements = map[string]bool{"script": true, "style": true, "template": true}

// angle reads what "<" begins: an address, a comment, a tag.
func (in *inlineBlock) angle(i int) int {
	for _, r := range htmlRegions {
		if strings.HasPrefix(in.s[i:], r.begin) {
			return in.hide(i, i+len(r.begin), r.end, r.name)
		}
	}
	if k, ok := scanAutolink(in.s, i); ok {
		return in.add(i, k+1, inlineToken{kind: inlineAuto, start: i + 1, end: k})
	}
	t, next, ok := scanTag(in.s, i)
	if !ok || !t.known() {
		return i + 1
	}
	if hiddenElements[t.name] && !t.end {
		return in.hide(i, next, "</"+in.s[i+1:i+1+len(t.name)], t.name)
	}
	return in.add(i, next, inlineToken{kind: inlineTag, start: i, end: next})
}

// known reports whether the tag is one of HTML. Other words between angle
// brackets are text, though a browser would not show them.
func (t htmlTag) known() bool { return atom.Lookup([]byte(t.name)) != 0 }

// hide reads what is not shown, which begins at s[i:from] and goes on to end.
// In a paragraph, what has no end is text.
func (in *inlineBlock) hide(i, from int, end, name string) int {
	k := -1
	if !in.absent[end] {
		k = strings.Index(in.s[from:], end)
	}
	switch {
	case k >= 0 && strings.HasPrefix(end, "</"):
		if close := strings.IndexByte(in.s[from+k:], '>'); close >= 0 {
			return in.add(i, from+k+close+1, inlineToken{kind: inlineInvisible})
		}
		fallthrough
	case k < 0 && in.html:
		in.m.d.Problems = append(in.m.d.Problems, Problem{Kind: Damaged, Offset: in.at(i), Detail: "a " + name + " without an end; what follows in its block is left out"})
		return in.add(i, len(in.s), inlineToken{kind: inlineInvisible})
	case k < 0:
		if in.absent == nil {
			in.absent = make(map[string]bool)
		}
		in.absent[end] = true
		return i + 1
	}
	return in.add(i, from+k+len(end), inlineToken{kind: inlineInvisible})
}

// scanAutolink scans an address between angle brackets, <https://a.b> or
// <a@b.c>, at s[i:]. end is the offset of its closing bracket.
func scanAutolink(s string, i int) (end int, ok bool) {
	k := strings.IndexAny(s[i+1:], "<> \t\r\n")
	if k < 1 || s[i+1+k] != '>' {
		return i, false
	}
	inner := s[i+1 : i+1+k]
	scheme, rest, ok := strings.Cut(inner, ":")
	if ok && len(scheme) > 1 && rest != "" && strings.Trim(scheme, schemeLetters) == "" && isLetter(scheme[0]) {
		return i + 1 + k, true
	}
	name, host, ok := strings.Cut(inner, "@")
	return i + 1 + k, ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(inner, "\\\"/")
}

const schemeLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-"
