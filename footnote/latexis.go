package footnote

import "strings"

// isLaTeX reports whether the document is in LaTeX: it says where its class or
// its text begins, or it is a piece of such a document, with notes and other
// commands. Code in a document in Markdown does not count.
func isLaTeX(in *input) bool {
	if in.files != nil || strings.IndexByte(in.text, '\\') < 0 {
		return false
	}
	var seen texEvidence
	fenced := false
	for line := range strings.SplitAfterSeq(in.text, "\n") {
		text := strings.TrimLeft(line, " \t\ufeff")
		switch indented := len(line)-len(text) >= texCodeIndent; {
		case strings.HasPrefix(text, "```") && !strings.HasPrefix(text, "````") && !strings.Contains(text, "''"), strings.HasPrefix(text, "~~~"):
			fenced = !fenced
		case fenced, strings.HasPrefix(text, "%"):
		case strings.HasPrefix(text, "[^") || strings.HasPrefix(text, "<!DOCTYPE") || strings.HasPrefix(text, "<html"):
			return seen.class
		default:
			seen.add(text, indented)
		}
		if seen.enough() {
			return true
		}
	}
	return false
}

// texCodeIndent is how many blanks make code of a line of Markdown.
const texCodeIndent = 4

// A texEvidence is what was seen of LaTeX.
type texEvidence struct {
	class    bool // \documentclass at a line's beginning
	begin    bool // the same of \begin{document}
	notes    int  // commands of notes
	commands int  // commands that are known, with those
	text     bool // text came before
}

// minTexCommands is how many commands a piece of a document has, with that of a
// note.
const minTexCommands = 3

func (e *texEvidence) enough() bool {
	return e.begin && (e.class || !e.text) || e.notes > 0 && e.commands >= minTexCommands
}

// add looks at a line, without the blanks before it.
func (e *texEvidence) add(line string, indented bool) {
	if !indented {
		e.class = e.class || !e.text && prefixOf(line, texClassCommands[:]) > 0
		e.begin = e.begin || prefixOf(line, texDocumentBegins[:]) > 0
	}
	e.text = e.text || line != "" && line[0] != '\\' && !isMarkupSpace(line[0]) && !e.class
	for i := 0; ; {
		k := strings.IndexByte(line[i:], '\\')
		if k < 0 || i+k+1 >= len(line) {
			return
		}
		i += k + 1
		if i > 1 && line[i-2] == '`' && !strings.HasPrefix(line[max(0, i-3):], "``") {
			continue // code in the text
		}
		e.command(line[i:])
	}
}

var texClassCommands = [...]string{`\documentclass`, `\documentstyle`, `\RequirePackage`, `\PassOptionsToPackage`}

// command counts a command, given from its name on.
func (e *texEvidence) command(s string) {
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	cmd, known := texCommands()[s[:n]]
	if n == 0 || !known {
		return
	}
	rest := s[n:]
	takes := strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, "*")
	if _, ok := texNotes[s[:n]]; (ok || strings.HasPrefix(s[:n], "footcite")) && takes {
		e.notes++
	}
	if takes || cmd.spec == "" {
		e.commands++
	}
}
