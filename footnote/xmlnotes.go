package footnote

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// finish completes the document when its source was read.
func (b *xmlBuilder) finish() *Document {
	d := b.d
	d.Body = b.body.passage(b.part)
	b.dropFallbacks()
	b.forgetMissing()
	b.setLabels()
	b.setScopes()
	for c, at := range b.tracked {
		p := Problem{Kind: c.kind, Part: b.part, Offset: at}
		if c.note != nil {
			p.Label = c.note.Label
		}
		d.Problems = append(d.Problems, p)
	}
	d.finish()
	return d
}

// dropFallbacks removes the marks in the places of notes to which other marks
// lead.
func (b *xmlBuilder) dropFallbacks() {
	marked := make(map[*Note]bool, len(b.d.Notes))
	for _, m := range b.d.Marks {
		if !b.fallback[m] {
			marked[m.Note] = true
		}
	}
	b.d.Marks = slices.DeleteFunc(b.d.Marks, func(m *Mark) bool { return b.fallback[m] && marked[m.Note] })
}

// forgetMissing takes notes that were not read, because they are in a part
// that is left out, from the marks and links that lead to them.
func (b *xmlBuilder) forgetMissing() {
	for _, m := range b.d.Marks {
		if !b.begun[m.Note] {
			m.Note = nil
		}
	}
	forget := func(p *Passage) {
		for i := range p.Links {
			if !b.begun[p.Links[i].Note] {
				p.Links[i].Note = nil
			}
		}
	}
	forget(&b.d.Body)
	for _, n := range b.d.Notes {
		forget(&n.Passage)
	}
}

// setLabels gives a note without a label that of its first mark or, if that has
// none either, the next number; and a mark without a label that of its note.
func (b *xmlBuilder) setLabels() {
	last := map[bool]int{} // by whether it is an endnote
	for _, m := range b.d.Marks {
		n := m.Note
		if n == nil {
			continue
		}
		if n.Label == "" {
			n.Label = m.Label
		}
		if n.Label == "" {
			n.Label = strconv.Itoa(last[n.Endnote] + 1)
		}
		if number := leadingNumber(n.Label); number > 0 && b.sequences[n] == 0 {
			last[n.Endnote] = number
		}
		if m.Label == "" {
			m.Label = n.Label
		}
	}
}

// setScopes finds where the numbers begin anew. The notes of a table, which
// have numbers of their own, are a scope within that around them.
func (b *xmlBuilder) setScopes() {
	type sequence struct {
		endnote bool
		number  int
	}
	current := make(map[sequence]int) // its scope
	next := map[bool]int{}
	for _, n := range b.d.Notes {
		s := sequence{n.Endnote, b.sequences[n]}
		number := leadingNumber(n.Label)
		if _, ok := current[s]; number > 0 && (!ok || number == 1) {
			current[s] = next[n.Endnote]
			next[n.Endnote]++
		}
		n.Scope = current[s]
	}
	scope := 0
	for _, m := range b.d.Marks {
		if m.Note != nil {
			scope = m.Note.Scope
		}
		m.Scope = scope
	}
}

// reference makes the element a reference to the note with the given id: a
// mark, whose text is left out; or, where the text says "supra note 4" or the
// like, a link. There is at least one id; that of no note gives a mark without one.
func (b *xmlBuilder) reference(f *xmlFrame, ids []string) {
	if b.quiet {
		b.divert(f, func(got *writer) { b.marks(got, ids) })
		return
	}
	b.divert(f, func(got *writer) {
		if b.isMark(got, len(ids)) {
			b.marks(got, ids)
			return
		}
		start := b.w.begin()
		b.replay(got)
		b.w.link(start, "#"+ids[0], b.ids[ids[0]])
	})
}

// marks adds a mark for each of the notes.
func (b *xmlBuilder) marks(got *writer, ids []string) {
	label := cleanLabel(string(got.text))
	if len(ids) > 1 { // "2, 3"
		label = ""
	}
	for _, id := range ids {
		b.mark(label, b.ids[id])
	}
}

// isMark reports whether a reference to so many notes, whose text is got, is a
// mark: it looks like a label and is no part of the sentence.
func (b *xmlBuilder) isMark(got *writer, notes int) bool {
	raised := b.face&Superscript != 0 || len(got.runs) > 0 && got.runs[0].Face&Superscript != 0
	if !raised && b.citesNote() {
		return false
	}
	return notes > 1 || isLabel(string(got.text))
}

// noteWords are the words before the number of a note that is cited.
var noteWords = [...]string{"note", "notes", "n.", "nn.", "n", "nn", "fn.", "footnote", "footnotes", "endnote", "endnotes"}

// noteJoins are what is between the numbers of notes that are cited.
var noteJoins = [...]string{",", ";", "–", "—", "-", "&", "and", "to", "or", "through", ", and", ", &", ", or"}

// citesNote reports whether the text so far ends so that a note's number must
// follow: "supra note", or a note that was cited and "&". In a note, which
// seldom has marks, a blank is enough.
func (b *xmlBuilder) citesNote() bool {
	w := b.w
	end := string(w.text[max(0, len(w.text)-maxNoteWord):])
	if k := len(w.links) - 1; k >= 0 && w.links[k].Note != nil && len(w.text)-w.links[k].Span.End < maxNoteWord {
		between := strings.TrimSpace(string(w.text[w.links[k].Span.End:]))
		return slices.Contains(noteJoins[:], between)
	}
	word := strings.TrimRight(end, " \u00a0")
	if word == end && w.gap != " " {
		return false
	}
	if b.note != nil && w.pos() > 0 {
		return true
	}
	word = word[strings.LastIndexAny(word, " \n(\u00a0")+1:]
	return slices.Contains(noteWords[:], strings.ToLower(word))
}

// maxNoteWord is how many bytes before a reference say whether it is part of
// the sentence.
const maxNoteWord = 16

// labelAtStart takes a raised number at the beginning of a note for its label.
func (b *xmlBuilder) labelAtStart(f *xmlFrame) {
	n := b.note
	if n == nil || b.quiet || b.w.pos() > 0 {
		return
	}
	w := b.w
	b.divert(f, func(got *writer) {
		label := cleanLabel(string(got.text))
		if w.pos() == 0 && isLabel(label) && (n.Label == "" || n.Label == label) {
			n.Label = label
			return
		}
		b.replay(got)
	})
}

// maxShownLabel is the length of the longest label in characters.
const maxShownLabel = 8

// isLabel reports whether a reference's text can be a note's label. One without
// text can.
func isLabel(s string) bool {
	s = cleanLabel(s)
	return utf8.RuneCountInString(s) <= maxShownLabel && !strings.ContainsAny(s, " \t\n\u00a0")
}

// cleanLabel returns a label without the brackets, the period and the blanks
// around it.
func cleanLabel(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if t := strings.Trim(s, "[]().: "); t != "" {
		return t
	}
	return s
}

// faceWords are the words of attributes that name typefaces, in CSS and in
// what TEI's authors write.
var faceWords = map[string]Face{
	"italic": Italic, "italics": Italic, "ital": Italic, "i": Italic, "it": Italic, "oblique": Italic, "emph": Italic,
	"small-caps": SmallCaps, "smallcaps": SmallCaps, "sc": SmallCaps, "smcap": SmallCaps,
	"bold": Bold, "b": Bold, "bolder": Bold,
	"underline": Underline, "underlined": Underline, "u": Underline, "ul": Underline,
	"sup": Superscript, "super": Superscript, "superscript": Superscript, "supr": Superscript,
}

// faceOf returns the typefaces that the words of an attribute's value name.
func faceOf(value string) Face {
	var face Face
	for word := range strings.FieldsFuncSeq(strings.ToLower(value), func(r rune) bool {
		return r < 'a' && r != '-' || r > 'z' // "font-variant:small-caps", "simple:italic"
	}) {
		face |= faceWords[word]
	}
	return face
}
