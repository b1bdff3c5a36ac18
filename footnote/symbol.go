package footnote

import (
	"slices"
	"strings"
)

// The symbols that label notes about the author and the like, those that begin
// with others first.
var symbols = [...]string{"****", "***", "**", "*", "††", "†", "‡‡", "‡", "§§"}

// symbolLines is how many lines a note labelled with a symbol may have, and how
// many lines of a page are tried that begin with one.
const symbolLines = 50

// addSymbols looks for notes labelled with symbols at the end of
// text[:end], just before the numbered ones. It adds them, and their
// marks, and returns where the body ends then. A symbol is a label only if it
// is as a mark in the body.
func (d *Document) addSymbols(p *pages, end int) int {
	src, start := p.text, 0
	first := len(d.Marks)
	var notes []*Note
	for {
		at, symbol := lastSymbol(src[:end], start)
		if symbol == "" || slices.ContainsFunc(notes, func(n *Note) bool { return n.Label == symbol }) {
			break
		}
		mark := symbolMark(src[start:lineStart(src, at)], symbol)
		if mark < 0 {
			break
		}
		notes = append(notes, d.noteOf(p, symbol, at, at+len(symbol), end))
		d.Marks = append(d.Marks, &Mark{Label: symbol, Span: Span{mark, mark + len(symbol)}})
		end = lineStart(src, at)
	}
	slices.Reverse(notes)
	slices.Reverse(d.Marks[first:])
	d.Notes = append(notes, d.Notes...)
	return end
}

// lastSymbol looks in the last paragraph of s[start:] for the last line that
// begins with a symbol. The symbol is empty if there is none.
func lastSymbol(s string, start int) (at int, symbol string) {
	i := lineStart(s, trimSpace(s, start, len(s)))
	for n := 0; n < symbolLines && i >= start; n++ {
		at = skipBlanks(s, i)
		if w := prefixOf(s[at:], symbols[:]); w > 0 && labelSymbol(s, at+w) {
			return at, s[at : at+w]
		}
		if i == 0 || at < len(s) && s[at] == '\n' {
			break
		}
		i = lineStart(s, i-1)
	}
	return 0, ""
}

// symbolMark returns the offset at which the symbol follows a word in s;
// -1 if it does not.
func symbolMark(s, symbol string) int {
	for i := 0; ; {
		k := strings.Index(s[i:], symbol)
		if k < 0 {
			return -1
		}
		i += k
		if i > 0 && trimSpace(s, i-1, i) == i && prefixOf(s[i:], symbols[:]) == len(symbol) {
			return i
		}
		for i < len(s) && strings.HasPrefix(s[i:], symbol) {
			i += len(symbol)
		}
	}
}

// labelSymbol reports whether the symbol that ends at s[i] is a label: a note
// follows, not the number of a star page.
func labelSymbol(s string, i int) bool {
	k := skipSpace(s, i)
	return k < len(s) && !isDigit(s[i]) && s[i] != '*' && strings.IndexByte("*-_", s[k]) < 0
}
