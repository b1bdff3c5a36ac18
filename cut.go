package hereinafter

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// places are the ranks of places to cut a text at, from the best to the worst:
// each reports whether offset k, which is not 0, is such a place.
var places = [...]func(text string, k int) bool{
	endsDocument,
	endsPage,
	endsParagraph,
	endsLine,
	endsWord,
	endsRune,
}

// cut returns the offset to cut a text at, after low and not after high: of the
// places of the best rank the last. It is low where there is none.
func cut(text string, low, high int) int {
	best, rank := low, len(places)
	for k := min(high, len(text)); k > low && rank > 0; k-- {
		for i, is := range places[:rank] {
			if is(text, k) {
				best, rank = k, i
				break
			}
		}
	}
	return best
}

// endsDocument reports whether a form feed on a line of its own ends at text[:k],
// as it is between the documents of a collection. One between pages begins a line
// that goes on.
func endsDocument(text string, k int) bool {
	return k > 1 && endsPage(text, k) && isLineEnd(text[k-2]) && k < len(text) && isLineEnd(text[k])
}

func endsPage(text string, k int) bool { return text[k-1] == '\f' }

// documents yields where each document of a text begins and ends: one that is no
// collection is one document.
func documents(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		from := 0
		for k := 0; ; {
			i := strings.IndexByte(text[k:], '\f')
			if i < 0 {
				break
			}
			if k += i + 1; !endsDocument(text, k) {
				continue
			}
			if !yield(from, k) {
				return
			}
			from = k
		}
		yield(from, len(text))
	}
}

// maxBlankLine bounds how far back endsParagraph looks for the other end of a
// blank line.
const maxBlankLine = 160

// endsParagraph reports whether a blank line ends at text[:k].
func endsParagraph(text string, k int) bool {
	if !endsLine(text, k) {
		return false
	}
	line := strings.TrimRight(text[max(0, k-maxBlankLine):k-1], " \t")
	line = strings.TrimSuffix(line, "\r")
	line = strings.TrimRight(line, " \t")
	return line != "" && isLineEnd(line[len(line)-1])
}

// endsLine reports whether a line ends at text[:k]. A carriage return and a newline
// are one end.
func endsLine(text string, k int) bool {
	return text[k-1] == '\n' || text[k-1] == '\r' && !(k < len(text) && text[k] == '\n')
}

func isLineEnd(b byte) bool { return b == '\n' || b == '\r' }

// endsWord reports whether the blank after a word ends at text[:k].
func endsWord(text string, k int) bool { return text[k-1] == ' ' || text[k-1] == '\t' }

func endsRune(text string, k int) bool { return k == len(text) || utf8.RuneStart(text[k]) }
