package footnote

import (
	"iter"
	"strings"
)

// splitParagraphs yields the paragraphs of s, without the blanks around them.
// Blank lines part them, and so does every newline if lines is set.
func splitParagraphs(s string, lines bool) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for i := skipSpace(s, 0); i < len(s); {
			end := paragraphEnd(s, i, lines)
			if !yield(Span{i, trimSpace(s, i, end)}) {
				return
			}
			i = skipSpace(s, end)
		}
	}
}

// paragraphEnd returns the offset behind the paragraph of s[i].
func paragraphEnd(s string, i int, lines bool) int {
	for {
		i = lineEnd(s, i)
		if lines || i == len(s) || blankLine(s, i+1, lineEnd(s, i+1)) {
			return i
		}
		i++
	}
}

// longLine is the length in bytes from which on a line is not one that was
// broken to fit a page.
const longLine = 160

// paragraphsAreLines reports whether most of s stands in long lines, so that
// each line is a paragraph.
func paragraphsAreLines(s string) bool {
	long := 0
	for i := 0; i < len(s); {
		end := lineEnd(s, i)
		if end-i > longLine {
			long += end - i
		}
		i = end + 1
	}
	return long > len(s)/2
}

// blockQuotation reports whether paragraph p of s is a quotation set off as a
// block: the paragraph before it leads over with a comma or a colon, and it
// begins in the middle of a sentence or with a quotation mark.
func blockQuotation(s string, p, before Span) bool {
	end := trimMarks(s, before)
	if end == before.Start || strings.IndexByte(",:", s[end-1]) < 0 {
		return false
	}
	text := p.In(s)
	for _, quote := range [...]string{"“", "‘", `"`} {
		if strings.HasPrefix(text, quote) {
			return true
		}
	}
	return lowerAt(text, 0) || alterationAt(text, 0)
}

// alterationAt reports whether s[i:] is a capital made a small letter: "[t]he".
func alterationAt(s string, i int) bool {
	return i+2 < len(s) && s[i] == '[' && isLower(s[i+1]) && s[i+2] == ']'
}

// trimMarks returns the offset behind s[p] without the bracketed and
// superscript marks and the closing marks at its end.
func trimMarks(s string, p Span) int {
	end := p.End
	for n := 0; n < 8 && end > p.Start; n++ {
		k := strings.LastIndexByte(s[max(p.Start, end-8):end], '[')
		at := max(p.Start, end-8) + k
		if it, ok := scanBracket(s, at); k < 0 || !ok || it.end() != end {
			break
		}
		end = trimSpace(s, p.Start, at)
	}
	return trimClosers(s[:end], end)
}
