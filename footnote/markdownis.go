package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isMarkdown reports whether a text is Markdown with notes: its own, or those
// that are made by hand. Other Markdown reads well enough as plain text, from
// which it cannot be told.
func isMarkdown(in *input) bool {
	if hasNotes(flattened(in.text[bodyStart(in.text):])) {
		return true
	}
	if !strings.Contains(in.text, "<sup") && !strings.Contains(in.text, "^1^") {
		return false
	}
	m, _ := newMarkdown(in.text)
	return m.super
}

// hasNotes reports whether the source holds, outside code, the definition of a
// note, a mark "[^1]" that can be no regular expression, or a note "^[of some
// words]".
func hasNotes(src string) bool {
	return (strings.Contains(src, "[^") || strings.Contains(src, "^[")) && anyProse(src, noteIn)
}

// anyProse reports whether test holds for a line of the source outside blocks of
// code and the later paragraphs of notes.
func anyProse(src string, test func(line string) bool) bool {
	fence := "" // that began the block of code
	blank := true
	for line := range strings.SplitAfterSeq(src, "\n") {
		text := strings.TrimLeft(line, " \t>")
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		mark := fenceOf(text)
		switch {
		case fence != "":
			if strings.HasPrefix(mark, fence) {
				fence = ""
			}
		case mark != "":
			fence = mark
		case blank && indent >= noteIndent:
			continue // code, or the later paragraph of a note
		case test(line):
			return true
		}
		blank = text == "" || text == "\n" || text == "\r\n"
	}
	return false
}

// definesNotes reports whether the source holds, outside code, the definition of
// a Markdown note.
func definesNotes(src string) bool {
	return strings.Contains(src, "]:") && anyProse(src, func(line string) bool {
		_, _, ok := scanDefinition(strings.TrimLeft(line, " \t>"), 0)
		return ok
	})
}

func readMarkdown(in *input) (*Document, error) {
	text, err := in.plain()
	return Markdown(text), err
}

// fenceOf returns the fence of a block of code with which the line begins.
func fenceOf(line string) string {
	if !strings.HasPrefix(line, "```") && !strings.HasPrefix(line, "~~~") {
		return ""
	}
	fence := line[:runEnd(line, 0)]
	if fence[0] == '`' && strings.Contains(line[len(fence):], "`") {
		return "" // a code span
	}
	return fence
}

// maxCaretNote is the length in bytes of the longest note "^[some words]" that
// tells that a text is Markdown.
const maxCaretNote = 4096

// isCaretNote reports whether s begins with a note "^[some words]".
func isCaretNote(s string) bool {
	rest, ok := strings.CutPrefix(s, "^[")
	words, _, closed := strings.Cut(rest[:min(len(rest), maxCaretNote)], "]")
	return ok && closed && strings.Contains(strings.TrimSpace(words), " ")
}

// hasCaretNotes reports whether the source holds, outside code, a note "^[some
// words]".
func hasCaretNotes(src string) bool {
	return strings.Contains(src, "^[") && anyProse(src, func(line string) bool {
		return anyOutsideCode(line, func(i int) bool { return isCaretNote(line[i:]) })
	})
}

// isSureMark reports whether what is written like a mark is one, and no regular
// expression: "[^1]" after punctuation, a letter or a blank, but not "[^a-z]+".
func isSureMark(before, label, after string) bool {
	if strings.ContainsAny(label, " \t^\\") || after != "" && strings.IndexByte("+*{", after[0]) >= 0 {
		return false
	}
	if suffixOf(before, beforeMarks[:]) > 0 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return !strings.Contains(label, "-") && (before == "" || unicode.IsLetter(last) || last == ' ')
}

// beforeMarks is the punctuation that marks follow.
var beforeMarks = [...]string{".", ",", ";", ":", "!", "?", ")", "”", "’", ".\"", "*", "_", "`"}

// noteIn reports whether there is a mark, a note or the definition of one in
// the line, outside code spans.
func noteIn(line string) bool {
	if _, _, ok := scanDefinition(strings.TrimLeft(line, " \t>"), 0); ok {
		return true
	}
	return anyOutsideCode(line, func(i int) bool {
		if line[i] == '^' {
			return isCaretNote(line[i:])
		}
		label, next, ok := scanNoteLabel(line, i)
		return ok && isSureMark(line[:i], label, line[next:])
	})
}

// anyOutsideCode reports whether test holds for a bracket or a caret of the line
// outside code spans.
func anyOutsideCode(line string, test func(i int) bool) bool {
	ticks := 0 // how many backticks began the code span; 0 outside
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case b == '`':
			end := runEnd(line, i)
			switch ticks {
			case 0:
				ticks = end - i
			case end - i:
				ticks = 0
			}
			i = end - 1
		case ticks > 0:
		case b == '\\':
			i++
		case (b == '[' || b == '^') && test(i):
			return true
		}
	}
	return false
}
