package footnote

import "iter"

// A spacing says what separates the paragraphs of a text.
type spacing int

const (
	blankLines  spacing = iota // blank lines
	everyLine                  // every newline: no line was broken to fit a page
	doubleLines                // blank lines are between all lines; a paragraph begins with an indentation
)

// splitParagraphs yields the paragraphs of s, without the blanks around them.
func splitParagraphs(s string, by spacing) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for i := skipSpace(s, 0); i < len(s); {
			end := paragraphEnd(s, i, by)
			if !yield(Span{i, trimSpace(s, i, end)}) {
				return
			}
			i = skipSpace(s, end)
		}
	}
}

// paragraphEnd returns the offset after the paragraph of s[i].
func paragraphEnd(s string, i int, by spacing) int {
	for {
		line := lineStart(s, i)
		i = lineEnd(s, i)
		if by == everyLine || i == len(s) {
			return i
		}
		if next := i + 1; blankLine(s, next, lineEnd(s, next)) {
			if by != doubleLines || !continues(s, line, next) {
				return i
			}
			i = lineEnd(s, next)
		}
		i++
		if i >= len(s) {
			return len(s)
		}
	}
}

// minIndent is how many blanks more than the line before a line begins with that
// begins a paragraph.
const minIndent = 3

// continues reports whether in a double-spaced text the line after the blank one
// at s[blank:] continues the paragraph of the line that begins at s[line].
func continues(s string, line, blank int) bool {
	next := lineEnd(s, blank) + 1
	if next >= len(s) || blankLine(s, next, lineEnd(s, next)) {
		return false
	}
	return skipBlanks(s, next)-next < skipBlanks(s, line)-line+minIndent
}

// longLine is the length in bytes from which on a line is not one that was
// broken to fit a page.
const longLine = 160

// spacingOf returns what separates the paragraphs of s. In a text most of which
// is in long lines, each line is a paragraph.
func spacingOf(s string) spacing {
	long, lines, double := 0, 0, 0
	alone := false // the line before is blank
	for i := 0; i < len(s); {
		end := lineEnd(s, i)
		blank := blankLine(s, i, end)
		if end-i > longLine {
			long += end - i
		}
		if !blank {
			lines++
			if alone && end < len(s) && blankLine(s, end+1, lineEnd(s, end+1)) {
				double++
			}
		}
		alone = blank
		i = end + 1
	}
	switch {
	case long > len(s)/2:
		return everyLine
	case double > 2*lines/3 && lines >= minDouble:
		return doubleLines
	}
	return blankLines
}

// minDouble is how many lines a text must have to be double-spaced; a shorter
// one has short paragraphs.
const minDouble = 12

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
