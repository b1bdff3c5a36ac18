package footnote

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// What marks and labels leave
//
// The text is without marks, labels and links back. The brackets and commas
// that were around them alone go with them.

// trimMarks takes the brackets around marks, and what separates marks that are
// in one superscript.
func (f *noteFinder) trimMarks() {
	done := make(map[int32]bool) // superscripts
	for i := range f.marks {
		f.unbracket(i)
		up := f.nodes[i].parent
		if done[up] || f.nodes[up].tag != atom.Sup && f.nodes[up].role&(markRole|labelRole) == 0 {
			continue
		}
		done[up] = true
		for k := up + 1; k < f.nodes[up].next; k++ {
			if n := &f.nodes[k]; n.text && strings.Trim(f.source(n), "[](),;– \t\r\n\f") == "" {
				f.cut[k] = true
			}
		}
	}
}

// unbracket takes the brackets around a node, if it is in brackets.
func (f *noteFinder) unbracket(i int32) {
	next := f.nodes[i].next
	if i == 0 || next >= int32(len(f.nodes)) || !f.nodes[i-1].text || !f.nodes[next].text {
		return
	}
	before, after := f.visible(i-1), f.visible(next)
	head := strings.TrimRight(before.In(f.src), " \t\r\n\f")
	tail := strings.TrimLeft(after.In(f.src), " \t\r\n\f")
	if !strings.HasSuffix(head, "[") && !strings.HasSuffix(head, "(") || !strings.HasPrefix(tail, "]") && !strings.HasPrefix(tail, ")") {
		return
	}
	f.shown[i-1] = Span{before.Start, before.Start + len(head) - 1}
	f.shown[next] = Span{after.End - len(tail) + 1, after.End}
}

// visible returns the part of the source that a text shows.
func (f *noteFinder) visible(i int32) Span {
	if s, ok := f.shown[i]; ok {
		return s
	}
	return Span{f.nodes[i].start, f.nodes[i].end}
}

// trimNotes takes labels and links back from the notes.
func (f *noteFinder) trimNotes() {
	k := 0
	for _, n := range f.notes {
		for ; k < len(f.links) && f.links[k].node < n.start; k++ {
		}
		for ; k < len(f.links) && f.links[k].node < n.end; k++ {
			if l := f.links[k]; f.leadsBack(l) {
				f.cut[l.node] = true
				f.unbracket(l.node)
			}
		}
		for i := n.start; i < n.end; i++ {
			if f.nodes[i].tag == atom.A && f.marks[i] == nil && isArrow(f.lead(i)) {
				f.cut[i] = true
				f.unbracket(i)
			}
		}
	}
	written := f.labelsWritten()
	for _, n := range f.notes {
		f.trimLabel(n, written)
	}
}

// isArrow reports whether the text of a link is nothing but an arrow that leads
// up or back.
func isArrow(text string) bool {
	s := strings.Trim(text, " \t\r\n\f\u00a0[]()\ufe0e\ufe0f")
	return s != "" && strings.Trim(s, "↩↑⏎↵⤴⬆▲⇑⇧⮐") == ""
}

// maxBackText is the length in bytes of the longest text of a link back: "Return
// to the text".
const maxBackText = 32

// leadsBack reports whether a link in a note is one to its mark.
func (f *noteFinder) leadsBack(l *pageLink) bool {
	if f.marks[l.node] != nil || l.isCross || len(l.text) > maxBackText {
		return false
	}
	r, _ := nameRole(l.name)
	return f.places[l.to] || l.role&backRole != 0 || r&markRole != 0
}

// labelsWritten reports whether most notes begin with their labels in the text
// itself, so that "5 U.S.C." in note 5 is not taken for one where they do not.
func (f *noteFinder) labelsWritten() bool {
	n := 0
	for _, note := range f.notes {
		if labelLength(strings.TrimLeft(f.lead(note.start), " \t\r\n\f"), note.Label, true) > 0 {
			n++
		}
	}
	return 2*n > len(f.notes)
}

// labelLength returns the length of the label with which a text begins, with
// what is around it. A bare one is followed by a blank only.
func labelLength(s, label string, bare bool) int {
	start := len(s) - len(strings.TrimLeft(s, "[(^"))
	rest, ok := strings.CutPrefix(s[start:], label)
	if label == "" || !ok {
		return 0
	}
	after := len(rest) - len(strings.TrimLeft(rest, "]).:"))
	if after > 0 || isSymbol(label) || bare && beginsBlank(rest) {
		return start + len(label) + after
	}
	return 0
}

// beginsBlank reports whether the source of a text is empty or begins with a blank.
func beginsBlank(s string) bool {
	return s == "" || isMarkupSpace(s[0]) || strings.HasPrefix(s, "\u00a0") || strings.HasPrefix(s, "&nbsp;") || strings.HasPrefix(s, "&#160;")
}

func isSymbol(label string) bool { return prefixOf(label, symbols[:]) > 0 }

// trimLabel takes a note's label from its beginning.
func (f *noteFinder) trimLabel(note *pageNote, written bool) {
	seen := false
	bracket := int32(0) // a text that is the bracket before the label
	for k := note.start; k < min(note.end, note.start+maxNodes); {
		n := &f.nodes[k]
		switch {
		case n.text && (f.cut[k] || blank(f.source(n))):
			k++
		case n.text && !seen && strings.Trim(f.source(n), "[(^↑ \t\r\n\f") == "":
			bracket = k
			k++
		case n.text:
			f.trimText(k, note.Label, seen, written)
			return
		case f.cut[k] || n.role&(labelRole|backRole) != 0 || !seen && f.showsLabel(k, note.Label):
			seen = seen || f.isLabelText(k, note.Label)
			f.cut[k] = true
			if seen && bracket > 0 {
				f.cut[bracket] = true
			}
			k = n.next
		default:
			k++
		}
	}
}

// showsLabel reports whether an element shows the label and nothing else.
func (f *noteFinder) showsLabel(i int32, label string) bool {
	return label != "" && f.marks[i] == nil && !f.is(i, blockLevel) && f.isLabelText(i, label)
}

func (f *noteFinder) isLabelText(i int32, label string) bool {
	text, ok := labelOf(f.lead(i))
	return ok && text == label
}

// trimText takes the label, or what follows it, from the text with which a note
// begins.
func (f *noteFinder) trimText(i int32, label string, seen, written bool) {
	s := f.visible(i)
	text := s.In(f.src)
	trimmed := strings.TrimLeft(text, " \t\r\n\f")
	at := s.Start + len(text) - len(trimmed)
	if seen {
		at += len(trimmed) - len(strings.TrimLeft(trimmed, "]).:"))
	} else {
		at += labelLength(trimmed, label, written && f.ordinal[i] == 0)
	}
	f.shown[i] = Span{at, s.End}
}
