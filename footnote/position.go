package footnote

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Position is a place in a document's source.
type Position struct {
	Part   string // the file inside the container; empty where the document is a single file
	Offset int    // in bytes, from 0
	Line   int    // from 1; 0 when the source is not at hand
	Column int    // in characters, from 1; 0 when the source is not at hand
}

// Position returns where in the source the byte at offset off of the passage's
// text is. p is one of the document's own passages.
func (d *Document) Position(p *Passage, off int) Position {
	if p == nil {
		p = new(Passage)
	}
	return d.At(p.Part, p.Source(off))
}

// At returns the position of a byte of the source, such as that of a
// [Problem]; of a container, of the byte of that part.
func (d *Document) At(part string, offset int) Position {
	pos := Position{Part: part, Offset: offset}
	k := d.sourceOf(part)
	if k < 0 {
		return pos
	}
	text, lines := d.sources[k].text, d.sources[k].index.lines(d.sources[k].text)
	at := max(0, min(offset, len(text)))
	pos.Line = sort.SearchInts(lines, at+1)
	pos.Column = utf8.RuneCountInString(text[lines[pos.Line-1]:at]) + 1
	return pos
}

// Source returns the text that the offsets of a part count in, decoded to UTF-8
// where the document was not; of a document that is a single file, part is
// empty. ok is false when there is no such part, or none of it was read.
func (d *Document) Source(part string) (text string, ok bool) {
	if k := d.sourceOf(part); k >= 0 {
		return d.sources[k].text, true
	}
	return "", false
}

func (d *Document) sourceOf(part string) int {
	if d == nil {
		return -1
	}
	return slices.IndexFunc(d.sources, func(s source) bool { return s.part == part })
}

// A source is the text that offsets count in: the document, or a part of it.
type source struct {
	part  string
	text  string
	index *lineIndex
}

// addSource keeps a text that the passages' offsets count in.
func (d *Document) addSource(part, text string) {
	d.sources = append(d.sources, source{part, text, new(lineIndex)})
}

// A lineIndex holds the offsets at which the lines of a text begin, once they
// were asked for.
type lineIndex struct {
	once   sync.Once
	starts []int
}

func (x *lineIndex) lines(text string) []int {
	x.once.Do(func() { x.starts = lineStarts(text) })
	return x.starts
}

// lineStarts returns the offsets at which the lines of s begin. A line ends with
// a newline, a carriage return, or both.
func lineStarts(s string) []int {
	starts := []int{0}
	for i := 0; ; {
		k := strings.IndexAny(s[i:], "\r\n")
		if k < 0 {
			return starts
		}
		i += k + 1
		if s[i-1] == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		starts = append(starts, i)
	}
}

// NoteAt returns the note whose text holds a byte of the source; of a container,
// of that part. It is nil where no note's does.
func (d *Document) NoteAt(part string, offset int) *Note {
	if d == nil {
		return nil
	}
	d.extents.once.Do(d.setExtents)
	list := d.extents.list
	i := sort.Search(len(list), func(i int) bool { return list[i].end > offset })
	for ; i < len(list) && list[i].start <= offset; i++ {
		if list[i].note.Part == part {
			return list[i].note
		}
	}
	return nil
}

// extents are the pieces of the source that notes' texts come from, in order.
type extents struct {
	once sync.Once
	list []extent
}

type extent struct {
	start, end int
	note       *Note
}

func (d *Document) setExtents() {
	for _, n := range d.Notes {
		if n == nil {
			continue
		}
		anchors := n.origin
		if len(anchors) == 0 {
			anchors = []anchor{{}}
		}
		for i, a := range anchors {
			end := len(n.Text)
			if i+1 < len(anchors) {
				end = anchors[i+1].text
			}
			d.extents.list = append(d.extents.list, extent{a.source, a.source + end - a.text, n})
		}
	}
	slices.SortFunc(d.extents.list, func(a, b extent) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
}
