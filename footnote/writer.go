package footnote

import (
	"html"
	"strings"
)

// A writer builds a passage of a source with markup, from its pieces in order.
// Blanks at the beginning and at the end of a paragraph are left out.
type writer struct {
	face  Face // of what is written next
	folds bool // white space is folded to one blank, as in HTML

	text   []byte
	runs   []Run
	links  []Link
	items  []Item
	origin []anchor
	delta  int    // source minus text of the last anchor
	gap    string // what separates the next text from the text before: "", " ", "\n", "\n\n"
	gapAt  int    // where in the source the gap is
	solid  int    // the offset after the last character that is no blank
}

// pos returns the offset after what was written so far: marks are there, and
// links end there. A gap that is still to be written comes after it.
func (w *writer) pos() int { return len(w.text) }

// write writes source text that begins at offset at of the source and stands
// there as it is.
func (w *writer) write(s string, at int) {
	if w.folds {
		w.writeFolded(s, at)
		return
	}
	if w.gap != "" || len(w.text) == 0 { // a paragraph's first blanks
		trimmed := s[skipSpace(s, 0):]
		at += len(s) - len(trimmed)
		if s = trimmed; s == "" {
			return
		}
	}
	w.put(s, at)
}

// writeFolded writes text whose white space counts as one blank.
func (w *writer) writeFolded(s string, at int) {
	for i := 0; i < len(s); {
		k := i
		for k < len(s) && isMarkupSpace(s[k]) {
			k++
		}
		if k > i {
			w.space(at + i)
			i = k
			continue
		}
		for k < len(s) && !isMarkupSpace(s[k]) {
			k++
		}
		w.put(s[i:k], at+i)
		i = k
	}
}

// isMarkupSpace reports whether b is white space in HTML and XML.
func isMarkupSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f'
}

// stand writes a text that is not the source's own but stands for something at
// offset at of it: a character for an entity, a quotation mark for a command.
func (w *writer) stand(s string, at int) {
	if w.folds && s != "" && strings.TrimLeft(s, " \n\t\r\f") == "" {
		w.space(at)
		return
	}
	w.put(s, at)
}

// escaped writes text in which characters may be written as entities: "&amp;",
// "&#167;", and in HTML "&sect;".
func (w *writer) escaped(raw string, at int) {
	for i := 0; i < len(raw); {
		k := strings.IndexByte(raw[i:], '&')
		if k < 0 {
			k = len(raw) - i
		}
		w.write(raw[i:i+k], at+i)
		if i += k; i == len(raw) {
			return
		}
		end := i + 1
		for end < len(raw) && end-i < maxEntity && raw[end] != ';' && raw[end] != '&' && !isMarkupSpace(raw[end]) {
			end++
		}
		if end < len(raw) && raw[end] == ';' {
			end++
		}
		w.stand(html.UnescapeString(raw[i:end]), at+i)
		i = end
	}
}

// maxEntity is the length in bytes of the longest entity that is looked for.
const maxEntity = 40

// space writes one blank, unless a blank or a break is there already.
func (w *writer) space(at int) { w.separate(" ", at) }

// lineBreak ends a line, paragraph ends a paragraph; breaks in a row count as
// the strongest of them.
func (w *writer) lineBreak(at int) { w.separate("\n", at) }
func (w *writer) paragraph(at int) { w.separate("\n\n", at) }

func (w *writer) separate(gap string, at int) {
	if rank(gap) > max(rank(w.gap), w.gapWritten()) && len(w.text) > 0 {
		w.gap, w.gapAt = gap, at
	}
}

// rank orders gaps by how much they separate.
func rank(gap string) int { return len(gap) + strings.Count(gap, "\n") }

// gapWritten returns the rank of the gap with which the text ends.
func (w *writer) gapWritten() int {
	switch n := len(w.text); {
	case n > 1 && w.text[n-1] == '\n' && w.text[n-2] == '\n':
		return rank("\n\n")
	case n > 0 && w.text[n-1] == '\n':
		return rank("\n")
	case n > 0 && w.text[n-1] == ' ' && w.folds:
		return rank(" ")
	}
	return 0
}

// begin writes the gap and returns the offset after it: a link or an item
// begins there.
func (w *writer) begin() int {
	w.flush()
	return w.pos()
}

// flush writes the gap.
func (w *writer) flush() {
	if w.gap == "" {
		return
	}
	gap, at, face := w.gap, w.gapAt, w.face
	w.gap = ""
	if gap != " " {
		w.clip(w.solid)
	}
	if n := len(w.runs); gap != " " || n == 0 || w.runs[n-1].Span.End != w.pos() {
		w.face = 0
	} else {
		w.face &= w.runs[n-1].Face // a blank has the typeface that the words on both sides of it have
	}
	w.put(gap, at)
	w.face = face
}

// gapBlanks are the blanks that a line break cuts off.
const gapBlanks = " \t\n"

// put writes s as it is, after the gap.
//
// A blank of any width, and one that no line breaks at, is a plain blank in the
// passage.
func (w *writer) put(s string, at int) {
	for {
		i, n := wideBlank(s)
		if n == 0 {
			break
		}
		w.putPlain(s[:i], at)
		w.putPlain(" ", at+i)
		s, at = s[i+n:], at+i+n
	}
	w.putPlain(s, at)
}

// wideBlank returns the first blank of s that is not ASCII, and its length; 0 when
// there is none. Those without width are not blanks.
func wideBlank(s string) (at, n int) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] < 0xc2:
		case s[i] == 0xc2 && strings.HasPrefix(s[i:], "\u00a0"):
			return i, len("\u00a0")
		case s[i] == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && (0x80 <= s[i+2] && s[i+2] <= 0x8a || s[i+2] == 0xaf):
			return i, len("\u2003") // U+2000 to U+200A, U+202F
		}
	}
	return 0, 0
}

func (w *writer) putPlain(s string, at int) {
	if s == "" {
		return
	}
	w.flush()
	start := w.pos()
	if len(w.origin) == 0 || at-start != w.delta {
		w.origin = append(w.origin, anchor{start, at})
		w.delta = at - start
	}
	w.text = append(w.text, s...)
	if n := len(strings.TrimRight(s, gapBlanks)); n > 0 {
		w.solid = start + n
	}
	if w.face == 0 {
		return
	}
	if n := len(w.runs); n > 0 && w.runs[n-1].Face == w.face && w.runs[n-1].Span.End == start {
		w.runs[n-1].Span.End = w.pos()
		return
	}
	w.runs = append(w.runs, Run{Span{start, w.pos()}, w.face})
}

// link says that the text from offset start of the passage on leads to target.
// A link without text is left out.
func (w *writer) link(start int, target string, to *Note) {
	if start < w.pos() {
		w.links = append(w.links, Link{Span{start, w.pos()}, target, to})
	}
}

// item says that a reference manager put the text from offset start on there.
func (w *writer) item(start int, manager string, csl []string) {
	w.items = append(w.items, Item{Span{start, w.pos()}, manager, csl})
}

// passage returns what was written, which comes from that part of a container.
func (w *writer) passage(part string) Passage {
	w.gap = ""
	text := string(w.text)
	end := trimSpace(text, 0, len(text))
	w.clip(end)
	return Passage{Text: text[:end], Runs: w.runs, Links: w.links, Items: w.items, Part: part, origin: w.origin}
}

// clip cuts the passage off at the offset.
func (w *writer) clip(end int) {
	w.text = w.text[:end]
	w.solid = min(w.solid, end)
	for n := len(w.runs); n > 0 && w.runs[n-1].Span.End > end; n = len(w.runs) {
		if w.runs[n-1].Span.End = end; w.runs[n-1].Span.Start < end {
			break
		}
		w.runs = w.runs[:n-1]
	}
	for i := len(w.links) - 1; i >= 0 && w.links[i].Span.End > end; i-- {
		w.links[i].Span = clipped(w.links[i].Span, end)
	}
	for i := len(w.items) - 1; i >= 0 && w.items[i].Span.End > end; i-- {
		w.items[i].Span = clipped(w.items[i].Span, end)
	}
	for n := len(w.origin); n > 0 && w.origin[n-1].text >= end; n = len(w.origin) {
		w.origin = w.origin[:n-1]
	}
	if n := len(w.origin); n > 0 {
		w.delta = w.origin[n-1].source - w.origin[n-1].text
	}
}

// last returns the offset after the last character that is no blank: there a
// gap may come yet, before which blanks are cut off.
func (w *writer) last() int { return w.solid }

// linkFrom is link from the first character after offset start on that is no
// blank.
func (w *writer) linkFrom(start int, target string) {
	w.link(w.skipBlanks(start), target, nil)
}

func (w *writer) skipBlanks(start int) int {
	if start >= w.solid {
		return w.pos() // nothing but blanks
	}
	for end := start + maxSkip; start < end && isMarkupSpace(w.text[start]); {
		start++
	}
	return start
}

// maxSkip is how many blanks are passed over, which many links may begin with.
const maxSkip = 64

// add writes what another writer wrote, and returns where it begins.
func (w *writer) add(o *writer) (at int) {
	at = w.begin()
	w.text = append(w.text, o.text...)
	if o.solid > 0 {
		w.solid = at + o.solid
	}
	for _, r := range o.runs {
		w.runs = append(w.runs, Run{r.Span.plus(at), r.Face})
	}
	for _, l := range o.links {
		w.links = append(w.links, Link{l.Span.plus(at), l.Target, l.Note})
	}
	for _, it := range o.items {
		w.items = append(w.items, Item{it.Span.plus(at), it.Manager, it.CSL})
	}
	for _, a := range o.origin {
		w.origin = append(w.origin, anchor{a.text + at, a.source})
		w.delta = a.source - a.text - at
	}
	return at
}

// cutFront takes the first n bytes off the passage.
func (p *Passage) cutFront(n int) {
	if n == 0 {
		return
	}
	at := p.Source(n)
	p.Text = p.Text[n:]
	runs := p.Runs[:0]
	for _, r := range p.Runs {
		if r.Span = r.Span.minus(n); r.Span.Start < r.Span.End {
			runs = append(runs, r)
		}
	}
	p.Runs = runs
	for i := range p.Links {
		p.Links[i].Span = p.Links[i].Span.minus(n)
	}
	for i := range p.Items {
		p.Items[i].Span = p.Items[i].Span.minus(n)
	}
	origin := []anchor{{0, at}}
	for _, a := range p.origin {
		if a.text > n {
			origin = append(origin, anchor{a.text - n, a.source})
		}
	}
	p.origin = origin
}

func (s Span) minus(n int) Span { return Span{max(0, s.Start-n), max(0, s.End-n)} }
func (s Span) plus(n int) Span  { return Span{s.Start + n, s.End + n} }

func clipped(s Span, end int) Span { return Span{min(s.Start, end), min(s.End, end)} }
