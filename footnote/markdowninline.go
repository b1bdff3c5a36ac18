package footnote

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How the text of a Markdown block is read
//
// One walk over the bytes makes tokens; what a byte may begin is a row of
// inlineReaders. Brackets are matched when they close: the tokens of a pair
// then become the two ends of a link, a span or a note, and the emphasis between
// them is matched. What is not matched stays text. Each search is over bytes
// that no other search of its kind looks at again, or has a fixed bound, so that
// the whole is linear. The tokens are written in order; see markdownwrite.go.

// An inlineKind says what a token of a block's text is.
type inlineKind uint8

const (
	inlineText      inlineKind = iota
	inlineCode                 // a code span, without its backticks
	inlineEntity               // "&sect;"
	inlineNoBreak              // a no-break space, written "\ "
	inlineSoft                 // a line end
	inlineHard                 // a line end that is shown
	inlineDelim                // a run of delimiters; those that match nothing are text
	inlineMark                 // the label of a mark
	inlineTag                  // an HTML tag
	inlineAuto                 // an address between angle brackets
	inlineFace                 // a typeface begins
	inlineFaceEnd              // it ends
	inlineLink                 // a link begins
	inlineLinkEnd              // it ends
	inlineNote                 // a note begins that is written where its mark is
	inlineNoteEnd              // it ends
	inlineInvisible            // markup that is not shown
)

// An inlineToken is a token of a block's text, at [start:end] of it.
type inlineToken struct {
	kind       inlineKind
	face       Face
	start, end int
	target     string // of a link
	delim      *delimiter
}

// inlineBlock is the text of a block while it is read.
type inlineBlock struct {
	m       *markdown
	passage Passage // the text, with its offsets in the source
	s       string  // passage.Text
	html    bool    // it is a block of HTML
	tokens  []inlineToken
	from    int // offset from which on the text is in no token yet

	brackets []bracket
	notes    int // how many brackets begin a note
	delims   []*delimiter
	ticks    map[int][]int   // offsets of the runs of backticks, by length
	absent   map[string]bool // ends of HTML constructs that do not come any more
	urlEnd   int             // delimiters before it are those of an address
	superEnd int             // offset of the caret that ends a superscript
}

// inlineReaders are the readers of what begins with a byte. Each returns the
// offset from which to read on; what it adds no token for is text.
var inlineReaders = [256]func(in *inlineBlock, i int) int{
	'\\': (*inlineBlock).escape,
	'\n': (*inlineBlock).newline,
	'`':  (*inlineBlock).code,
	'&':  (*inlineBlock).entity,
	'*':  (*inlineBlock).emphasis,
	'_':  (*inlineBlock).emphasis,
	'~':  (*inlineBlock).emphasis,
	'^':  (*inlineBlock).caret,
	'!':  (*inlineBlock).image,
	'[':  (*inlineBlock).open,
	']':  (*inlineBlock).close,
	'{':  (*inlineBlock).attributes,
	'<':  (*inlineBlock).angle,
	':':  (*inlineBlock).address,
}

// scan makes the tokens.
func (in *inlineBlock) scan(from int) {
	in.from = from
	for i := from; i < len(in.s); {
		if read := inlineReaders[in.s[i]]; read != nil {
			i = read(in, i)
		} else {
			i++
		}
	}
	in.matchEmphasis(0)
	in.text(len(in.s))
}

// text adds a token for the text up to the offset.
func (in *inlineBlock) text(end int) {
	if in.from < end {
		in.tokens = append(in.tokens, inlineToken{kind: inlineText, start: in.from, end: end})
	}
	in.from = max(in.from, end)
}

// add adds the token for what is written at s[i:next], and returns next.
func (in *inlineBlock) add(i, next int, t inlineToken) int {
	in.text(i)
	in.tokens = append(in.tokens, t)
	in.from = next
	return next
}

// escape reads a backslash: before punctuation it makes that plain text, before
// a line end it shows that, and before a blank it is, as in pandoc, a no-break
// space.
func (in *inlineBlock) escape(i int) int {
	if i+1 == len(in.s) {
		return i + 1
	}
	switch b := in.s[i+1]; {
	case b == '\n':
		return in.add(i, i+2, inlineToken{kind: inlineHard, start: i})
	case strings.HasPrefix(in.s[i+1:], "\r\n"):
		return in.add(i, i+3, inlineToken{kind: inlineHard, start: i})
	case b == ' ':
		return in.add(i, i+2, inlineToken{kind: inlineNoBreak, start: i})
	case isASCIIPunct(b):
		return in.add(i, i+2, inlineToken{kind: inlineText, start: i + 1, end: i + 2})
	}
	return i + 1
}

func isASCIIPunct(b byte) bool {
	return '!' <= b && b <= '~' && !isLetter(b) && !isDigit(b)
}

// newline reads a line end, which is shown after two blanks.
func (in *inlineBlock) newline(i int) int {
	kind := inlineSoft
	if strings.HasSuffix(strings.TrimSuffix(in.s[in.from:i], "\r"), "  ") {
		kind = inlineHard
	}
	return in.add(i, i+1, inlineToken{kind: kind, start: i})
}

// code reads a code span: it ends with as many backticks as it begins with.
func (in *inlineBlock) code(i int) int {
	if in.ticks == nil {
		in.findTicks(i)
	}
	start := runEnd(in.s, i)
	runs := in.ticks[start-i]
	for len(runs) > 0 && runs[0] < start {
		runs = runs[1:]
	}
	in.ticks[start-i] = runs
	if len(runs) == 0 {
		return start
	}
	end, next := runs[0], runs[0]+start-i
	if inner := in.s[start:end]; strings.Trim(inner, " \n") != "" && isMarkupSpace(inner[0]) && isMarkupSpace(inner[len(inner)-1]) {
		start, end = start+1, end-1
	}
	return in.add(i, next, inlineToken{kind: inlineCode, start: start, end: end})
}

// findTicks finds the runs of backticks from the offset on.
func (in *inlineBlock) findTicks(i int) {
	in.ticks = make(map[int][]int)
	for ; i < len(in.s); i++ {
		k := strings.IndexByte(in.s[i:], '`')
		if k < 0 {
			return
		}
		i += k
		end := runEnd(in.s, i)
		in.ticks[end-i] = append(in.ticks[end-i], i)
		i = end
	}
}

// runEnd returns the offset after the bytes that are all s[i].
func runEnd(s string, i int) int {
	k := i + 1
	for k < len(s) && s[k] == s[i] {
		k++
	}
	return k
}

// entity reads "&sect;" or "&#167;".
func (in *inlineBlock) entity(i int) int {
	end := strings.IndexByte(in.s[i:min(len(in.s), i+maxEntity)], ';')
	if end < 0 {
		return i + 1
	}
	next := i + end + 1
	if raw := in.s[i:next]; strings.HasSuffix(html.UnescapeString(raw), ";") {
		return i + 1 // no entity, or one that ends before the semicolon
	}
	return in.add(i, next, inlineToken{kind: inlineEntity, start: i, end: next})
}

// caret reads "^[", which begins a note, and "^nd^", a superscript without
// blanks.
func (in *inlineBlock) caret(i int) int {
	switch {
	case strings.HasPrefix(in.s[i:], "^["):
		return in.openNote(i, i+2, false)
	case i == in.superEnd && i > 0:
		return in.add(i, i+1, inlineToken{kind: inlineFaceEnd, face: Superscript})
	}
	end, ok := scanSuper(in.s, i)
	if !ok || i < in.urlEnd {
		return i + 1
	}
	in.superEnd = end
	return in.add(i, i+1, inlineToken{kind: inlineFace, face: Superscript})
}

// scanSuper returns the offset of the caret that ends the superscript at s[i:].
func scanSuper(s string, i int) (end int, ok bool) {
	rest := s[i+1 : min(len(s), i+1+maxSuperscript)]
	k := strings.IndexAny(rest, "^ []\n\t")
	return i + 1 + k, k > 0 && rest[k] == '^'
}

// maxSuperscript is the length in bytes of the longest superscript in carets.
const maxSuperscript = 40

// address reads the rest of an address after its scheme: there, an asterisk or
// an underscore is no emphasis.
func (in *inlineBlock) address(i int) int {
	if i < in.urlEnd || !strings.HasPrefix(in.s[i:], "://") {
		return i + 1
	}
	k := strings.IndexAny(in.s[i:], " \t\r\n<>\"[]")
	if k < 0 {
		k = len(in.s) - i
	}
	in.urlEnd = i + len(strings.TrimRight(in.s[i:i+k], "?!.,:;*_~'\")"))
	return i + 1
}

// attributes reads attributes in braces after markup, {.smallcaps} as pandoc
// has them, {: .note} as kramdown does, which are no text. Those that a span
// has are read by close.
func (in *inlineBlock) attributes(i int) int {
	attr, next, ok := scanAttributes(in.s, i)
	if !ok {
		return i + 1
	}
	after := i > 0 && in.from == i && strings.IndexByte(")]`*_>", in.s[i-1]) >= 0
	alone := attr[0] == ':' && (i == 0 || in.s[i-1] == '\n') || skipSpace(in.s, next) == len(in.s) && attr[0] != ':'
	if !after && !alone {
		return i + 1
	}
	return in.add(i, next, inlineToken{kind: inlineInvisible})
}

// scanAttributes scans attributes in braces at s[i:].
func scanAttributes(s string, i int) (attr string, next int, ok bool) {
	rest := s[i+1 : min(len(s), i+1+maxAttributes)]
	k := strings.IndexAny(rest, "}{\n")
	if k < 0 || rest[k] != '}' {
		return "", i, false
	}
	attr = strings.TrimSpace(rest[:k])
	begins := attr != "" && strings.IndexByte(".#:", attr[0]) >= 0
	return attr, i + 1 + k + 1, begins || strings.Contains(attr, "=\"")
}

// maxAttributes is the length in bytes of the longest attributes in braces.
const maxAttributes = 500

// A delimiter is a run of asterisks, underscores or tildes.
type delimiter struct {
	char              byte
	canOpen, canClose bool
	length            int    // as written
	left              int    // how many have no match yet
	order             int    // among the block's delimiters
	opens, closes     [3]int // how many emphases begin and end here, by the number of delimiters that make one
}

// consumed returns how many of the delimiters are not text.
func consumed(counts [3]int) int { return counts[1] + 2*counts[2] }

// emphasis reads a run of delimiters. CommonMark 6.2 says which may open and
// close emphasis; of tildes only two make a pair.
func (in *inlineBlock) emphasis(i int) int {
	end := runEnd(in.s, i)
	if i < in.urlEnd || in.s[i] == '~' && end-i != 2 {
		return end
	}
	before, _ := utf8.DecodeLastRuneInString(in.s[:i])
	after, _ := utf8.DecodeRuneInString(in.s[end:])
	opens := flanks(before, after, end == len(in.s), i == 0)
	closes := flanks(after, before, i == 0, end == len(in.s))
	d := &delimiter{char: in.s[i], length: end - i, left: end - i, order: len(in.tokens), canOpen: opens, canClose: closes}
	if d.char == '_' {
		d.canOpen = opens && (!closes || isPunct(before))
		d.canClose = closes && (!opens || isPunct(after))
	}
	in.delims = append(in.delims, d)
	return in.add(i, end, inlineToken{kind: inlineDelim, start: i, end: end, delim: d})
}

// flanks reports whether delimiters are on the side of the text near, with far
// on their other side; nearEdge and farEdge say that the text ends there.
func flanks(far, near rune, nearEdge, farEdge bool) bool {
	if nearEdge || unicode.IsSpace(near) {
		return false
	}
	return !isPunct(near) || farEdge || unicode.IsSpace(far) || isPunct(far)
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// matchEmphasis matches the delimiters from the one with that index on, and
// takes them off the list.
func (in *inlineBlock) matchEmphasis(from int) {
	var openers []*delimiter
	floor := make(map[delimClass]int) // no opener for the class comes before that order
	for _, d := range in.delims[from:] {
		for d.canClose && d.left > 0 {
			k := len(openers) - 1
			for k >= 0 && openers[k].order >= floor[d.class()] && !openers[k].matches(d) {
				k--
			}
			if k < 0 || openers[k].order < floor[d.class()] {
				floor[d.class()] = d.order
				break
			}
			d.match(openers[k])
			if openers = openers[:k+1]; openers[k].left == 0 {
				openers = openers[:k]
			}
		}
		if d.canOpen && d.left > 0 {
			openers = append(openers, d)
		}
	}
	in.delims = in.delims[:from]
}

// A delimClass is what decides which openers a closing delimiter matches.
type delimClass struct {
	char    byte
	canOpen bool
	third   int
}

func (d *delimiter) class() delimClass { return delimClass{d.char, d.canOpen, d.length % 3} }

// matches reports whether the delimiter opens what closer closes (CommonMark
// 6.2, rules 9 and 10).
func (d *delimiter) matches(closer *delimiter) bool {
	if d.char != closer.char {
		return false
	}
	both := d.canClose || closer.canOpen
	return d.char == '~' || !both || (d.length+closer.length)%3 != 0 || closer.length%3 == 0
}

// match matches the delimiter with the opener.
func (d *delimiter) match(opener *delimiter) {
	n := 1
	if d.left > 1 && opener.left > 1 {
		n = 2
	}
	opener.opens[n]++
	opener.left -= n
	d.closes[n]++
	d.left -= n
}
