package footnote

import "iter"

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

// leadsOver reports whether a paragraph that is s, without the marks at its
// end, introduces the next one: it ends with a comma or a colon.
func leadsOver(s string) bool {
	end := trimClosers(s, len(s))
	return end > 0 && (s[end-1] == ',' || s[end-1] == ':')
}

// beginsQuoted reports whether a paragraph, introduced by the one before it,
// is a quotation set off as a block: it begins in the middle of a sentence or
// with a quotation mark.
func beginsQuoted(s string) bool {
	return prefixOf(s, []string{"“", "‘", `"`}) > 0 || lowerAt(s, 0) || alterationAt(s, 0)
}

// alterationAt reports whether s[i:] is a capital made a small letter: "[t]he".
func alterationAt(s string, i int) bool {
	return i+2 < len(s) && s[i] == '[' && isLower(s[i+1]) && s[i+2] == ']'
}
