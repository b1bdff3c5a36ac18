package footnote

import (
	"html"
	"strings"
)

// An mdFrame is the passage that is being written: the body, or a note within
// another passage.
type mdFrame struct {
	w     *writer
	note  *Note            // nil for the body
	faces [5]int           // how many spans that set each property are open
	tags  map[string][]end // by name, what ends with the HTML elements that are open
	links []end            // what ends with the links that are open
}

// An end is what an end tag, or a link's end, ends.
type end struct {
	face   Face
	start  int // of a link, in the passage's text
	target string
}

func newFrame(n *Note) *mdFrame {
	return &mdFrame{w: &writer{folds: true}, note: n}
}

// turn adds n to the number of open spans with that typeface.
func (f *mdFrame) turn(face Face, n int) {
	f.w.face = 0
	for k := range f.faces {
		if face&(1<<k) != 0 {
			f.faces[k] = max(0, f.faces[k]+n)
		}
		if f.faces[k] > 0 {
			f.w.face |= 1 << k
		}
	}
}

// push begins a note, pop ends it.
func (m *markdown) push(n *Note) { m.frames = append(m.frames, newFrame(n)) }

func (m *markdown) pop() {
	f := m.frame()
	f.w.clipBackLink()
	f.note.Passage = f.w.passage("")
	m.frames = m.frames[:len(m.frames)-1]
}

func (m *markdown) frame() *mdFrame { return m.frames[len(m.frames)-1] }

// at returns the offset in the source of a byte of the block's text.
func (in *inlineBlock) at(i int) int { return in.passage.Source(i) }

// write writes text of the block as it is, line by line.
func (in *inlineBlock) write(w *writer, start, end int) {
	for start < end {
		next := min(lineEnd(in.s[:end], start)+1, end)
		w.write(in.s[start:next], in.at(start))
		start = next
	}
}

// writeTokens writes the block's tokens.
func (in *inlineBlock) writeTokens() {
	open := len(in.m.frames)
	for _, t := range in.tokens {
		in.writeToken(in.m.frame(), t)
	}
	for len(in.m.frames) > open {
		in.m.pop()
	}
	f := in.m.frame()
	f.turn(Italic|SmallCaps|Underline|Bold|Superscript, -len(in.tokens)-1)
	f.tags, f.links = nil, nil
}

func (in *inlineBlock) writeToken(f *mdFrame, t inlineToken) {
	switch t.kind {
	case inlineText, inlineCode:
		in.write(f.w, t.start, t.end)
	case inlineEntity:
		f.w.stand(html.UnescapeString(in.s[t.start:t.end]), in.at(t.start))
	case inlineNoBreak:
		f.w.stand("\u00a0", in.at(t.start))
	case inlineSoft:
		f.w.space(in.at(t.start))
	case inlineHard:
		f.w.lineBreak(in.at(t.start))
	case inlineDelim:
		in.writeDelimiter(f, t)
	case inlineMark:
		in.m.mark(f, in.s[t.start:t.end])
	case inlineTag:
		in.writeTag(f, t)
	case inlineAuto:
		in.writeAutolink(f, t)
	case inlineFace:
		f.turn(t.face, 1)
	case inlineFaceEnd:
		f.turn(t.face, -1)
	case inlineLink:
		f.links = append(f.links, end{start: f.w.begin(), target: t.target})
	case inlineLinkEnd:
		f.endLink()
	case inlineNote:
		in.m.inlineNote(f, in.at(t.start))
	case inlineNoteEnd:
		in.m.pop()
	}
}

func (f *mdFrame) endLink() {
	if n := len(f.links); n > 0 {
		f.w.link(f.links[n-1].start, f.links[n-1].target, nil)
		f.links = f.links[:n-1]
	}
}

// writeDelimiter ends the emphases that end at the delimiters, writes those
// that match nothing, and begins the emphases that begin there.
func (in *inlineBlock) writeDelimiter(f *mdFrame, t inlineToken) {
	d := t.delim
	if d.char != '~' {
		f.turn(Italic, -d.closes[1])
		f.turn(Bold, -d.closes[2])
	}
	in.write(f.w, t.start+consumed(d.closes), t.end-consumed(d.opens))
	if d.char != '~' {
		f.turn(Italic, d.opens[1])
		f.turn(Bold, d.opens[2])
	}
}

func (in *inlineBlock) writeAutolink(f *mdFrame, t inlineToken) {
	target := in.s[t.start:t.end]
	if !strings.Contains(target, ":") {
		target = "mailto:" + target
	}
	start := f.w.begin()
	in.write(f.w, t.start, t.end)
	f.w.link(start, target, nil)
}

// writeTag writes what an HTML tag does.
func (in *inlineBlock) writeTag(f *mdFrame, t inlineToken) {
	tag, _, _ := scanTag(in.s, t.start)
	effect := tagEffects[tag.name]
	f.w.separate(effect.gap, in.at(t.start))
	if effect.void || strings.HasSuffix(tag.attributes, "/") {
		return
	}
	if tag.end {
		f.endTag(tag.name)
		return
	}
	e := end{face: effect.face | tagFace(tag.attributes)}
	if href, ok := tag.attribute("href"); ok && tag.name == "a" {
		e.start, e.target = f.w.begin(), href
	}
	f.turn(e.face, 1)
	if f.tags == nil {
		f.tags = make(map[string][]end)
	}
	f.tags[tag.name] = append(f.tags[tag.name], e)
}

func (f *mdFrame) endTag(name string) {
	open := f.tags[name]
	if len(open) == 0 {
		return
	}
	e := open[len(open)-1]
	f.tags[name] = open[:len(open)-1]
	f.turn(e.face, -1)
	if e.target != "" {
		f.w.link(e.start, e.target, nil)
	}
}
