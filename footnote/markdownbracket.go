package footnote

import (
	"html"
	"strings"
)

// A bracket is an opening bracket whose closing one is still to come.
type bracket struct {
	token  int // index of its token
	delims int // how many delimiters come before it
	kind   bracketKind
	inner  bool // there is a bracket or a mark inside it, so that its text is no label
	inert  bool // a link is inside it, so that it begins none
}

// A bracketKind says what a bracket may begin.
type bracketKind uint8

const (
	bracketLink  bracketKind = iota // "[": a link or a span
	bracketImage                    // "!["
	bracketNote                     // "^[": a note
	bracketCaret                    // "[^": a note that is written as a label of several words, as in MultiMarkdown
)

// openNote reads the bracket that begins a note, at s[i:next].
func (in *inlineBlock) openNote(i, next int, caretInside bool) int {
	if in.notes == maxBlocks {
		in.m.deep(in.at(i))
		return next
	}
	kind := bracketNote
	if caretInside {
		kind = bracketCaret
	}
	in.notes++
	return in.push(i, next, kind)
}

func (in *inlineBlock) push(i, next int, kind bracketKind) int {
	in.setInner()
	in.add(i, next, inlineToken{kind: inlineText, start: i, end: next})
	in.brackets = append(in.brackets, bracket{token: len(in.tokens) - 1, delims: len(in.delims), kind: kind})
	return next
}

func (in *inlineBlock) setInner() {
	if n := len(in.brackets); n > 0 {
		in.brackets[n-1].inner = true
	}
}

// image reads "![".
func (in *inlineBlock) image(i int) int {
	if strings.HasPrefix(in.s[i:], "![") && !strings.HasPrefix(in.s[i:], "![^") {
		return in.push(i, i+2, bracketImage)
	}
	return i + 1
}

// open reads an opening bracket, or a whole mark.
func (in *inlineBlock) open(i int) int {
	if !strings.HasPrefix(in.s[i:], "[^") {
		return in.push(i, i+1, bracketLink)
	}
	if _, ok := scanSuper(in.s, i+1); ok {
		return in.push(i, i+1, bracketLink)
	}
	label, next, ok := scanNoteLabel(in.s, i)
	if !ok || in.m.noteOf(label) == nil && strings.ContainsAny(strings.TrimSpace(label), " \t") {
		if in.m.carets {
			return in.push(i, i+1, bracketLink)
		}
		return in.openNote(i, i+2, true)
	}
	in.setInner()
	return in.add(i, next, inlineToken{kind: inlineMark, start: i + 2, end: next - 1})
}

// close reads a closing bracket.
func (in *inlineBlock) close(i int) int {
	n := len(in.brackets)
	if n == 0 {
		return i + 1
	}
	b := in.brackets[n-1]
	in.brackets = in.brackets[:n-1]
	switch b.kind {
	case bracketNote:
		in.notes--
		return in.pair(b, i, i+1, inlineNote, inlineToken{kind: inlineNoteEnd})
	case bracketCaret:
		in.notes--
		if inner := in.s[in.tokens[b.token].end:i]; strings.ContainsAny(strings.TrimSpace(inner), " \t\n") {
			return in.pair(b, i, i+1, inlineNote, inlineToken{kind: inlineNoteEnd})
		}
		return i + 1
	}
	if target, next, ok := in.target(b, i); ok && !(b.inert && b.kind == bracketLink) {
		return in.closeLink(b, i, next, target)
	}
	if i+1 < len(in.s) && in.s[i+1] == '{' && b.kind == bracketLink {
		if attr, next, ok := scanAttributes(in.s, i+1); ok {
			face := tagFace(attr)
			in.tokens[b.token].face = face
			return in.pair(b, i, next, inlineFace, inlineToken{kind: inlineFaceEnd, face: face})
		}
	}
	return i + 1
}

// pair makes the bracket and the one at s[i] the two ends of something.
func (in *inlineBlock) pair(b bracket, i, next int, kind inlineKind, end inlineToken) int {
	in.matchEmphasis(b.delims)
	in.tokens[b.token].kind = kind
	return in.add(i, next, end)
}

// closeLink ends a link, or an image, of which the alternative text is kept.
func (in *inlineBlock) closeLink(b bracket, i, next int, target string) int {
	if b.kind == bracketImage {
		return in.pair(b, i, next, inlineInvisible, inlineToken{kind: inlineInvisible})
	}
	for k := len(in.brackets) - 1; k >= 0 && !in.brackets[k].inert && in.brackets[k].kind <= bracketImage; k-- {
		in.brackets[k].inert = in.brackets[k].kind == bracketLink
	}
	in.tokens[b.token].target = target
	return in.pair(b, i, next, inlineLink, inlineToken{kind: inlineLinkEnd})
}

// target reads where the link leads whose text ends with the bracket at s[i].
func (in *inlineBlock) target(b bracket, i int) (target string, next int, ok bool) {
	if i+1 < len(in.s) && in.s[i+1] == '(' {
		if target, next, ok = scanResource(in.s, i+1); ok {
			return target, next, true
		}
	}
	label, next := in.s[in.tokens[b.token].end:i], i+1
	if next < len(in.s) && in.s[next] == '[' {
		if l, after, ok := scanLinkLabel(in.s, next); ok {
			next = after
			if strings.TrimSpace(l) != "" {
				target, ok = in.m.reference(l)
				return target, next, ok
			}
		}
	}
	if b.inner || len(label) > maxNoteName {
		return "", i, false
	}
	target, ok = in.m.reference(label)
	return target, next, ok
}

// scanLinkLabel scans "[label]", a label without brackets, at s[i:].
func scanLinkLabel(s string, i int) (label string, next int, ok bool) {
	for k := i + 1; k < len(s) && k <= i+maxNoteName; k++ {
		switch s[k] {
		case '\\':
			k++
		case '[':
			return "", i, false
		case ']':
			return s[i+1 : k], k + 1, true
		}
	}
	return "", i, false
}

// scanResource scans "(address "title")" at s[i:].
func scanResource(s string, i int) (target string, next int, ok bool) {
	k := skipSpace(s, i+1)
	target, k, ok = scanAddress(s, k)
	if !ok {
		return "", i, false
	}
	if after := skipSpace(s, k); after > k {
		k = after
		if _, next, ok := scanTitle(s, k); ok {
			k = skipSpace(s, next)
		}
	}
	if k == len(s) || s[k] != ')' {
		return "", i, false
	}
	return target, k + 1, true
}

// maxParens is how many parentheses an address may have inside one another.
const maxParens = 32

// scanAddress scans the address of a link, with or without angle brackets.
func scanAddress(s string, i int) (target string, next int, ok bool) {
	if i < len(s) && s[i] == '<' {
		k := strings.IndexAny(s[i+1:], "<>\n")
		if k < 0 || s[i+1+k] != '>' {
			return "", i, false
		}
		return unescaped(s[i+1 : i+1+k]), i + 1 + k + 1, true
	}
	depth := 0
	k := i
loop:
	for ; k < len(s); k++ {
		switch b := s[k]; {
		case b <= ' ':
			break loop
		case b == '\\' && k+1 < len(s) && isASCIIPunct(s[k+1]):
			k++
		case b == '(':
			if depth++; depth > maxParens {
				return "", i, false
			}
		case b == ')':
			if depth == 0 {
				break loop
			}
			depth--
		}
	}
	return unescaped(s[i:k]), k, depth == 0
}

// unescaped returns the text without the backslashes before punctuation, and
// with the characters that entities name.
func unescaped(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return html.UnescapeString(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isASCIIPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return html.UnescapeString(b.String())
}

// scanTitle scans the title of a link, in quotation marks or parentheses.
func scanTitle(s string, i int) (title string, next int, ok bool) {
	if i == len(s) {
		return "", i, false
	}
	end := map[byte]byte{'"': '"', '\'': '\'', '(': ')'}[s[i]]
	for k := i + 1; k < len(s) && end != 0; k++ {
		switch s[k] {
		case '\\':
			k++
		case end:
			return s[i+1 : k], k + 1, true
		case '(':
			if end == ')' {
				return "", i, false
			}
		}
	}
	return "", i, false
}

// scanReference scans the definition of a link's label, [label]: address
// "title", on a line of its own at s[i:].
func scanReference(s string, i int) (label, target string, next int, ok bool) {
	k := skipBlanks(s, i)
	if k == len(s) || s[k] != '[' {
		return "", "", i, false
	}
	label, k, ok = scanLinkLabel(s, k)
	if !ok || strings.TrimSpace(label) == "" || k == len(s) || s[k] != ':' {
		return "", "", i, false
	}
	at := skipSpace(s, k+1)
	target, k, ok = scanAddress(s, at)
	if !ok || k == at {
		return "", "", i, false
	}
	if _, after, ok := scanTitle(s, skipSpace(s, k)); ok && skipSpace(s, k) > k && blankLine(s, after, lineEnd(s, after)) {
		k = after
	}
	end := lineEnd(s, k)
	return label, target, min(end+1, len(s)), blankLine(s, k, end)
}
