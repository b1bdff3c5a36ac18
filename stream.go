package hereinafter

import (
	"cmp"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// How running text of any length is read
//
// A text that is too long to be held whole is read piece by piece. A piece is as
// long as the window allows, and ends at the best place in its second half: where
// a document ends, a page, a paragraph, a line, a word (cut.go). No citation is
// cut: the piece ends before one that goes on beyond it. So that this is seen,
// what follows the window is read too, and read again with the next piece.
//
// Each piece is a Document: its notes are found, its short forms linked, its
// authorities joined. What it has to know of the text before it is the piece
// before, whose citations go through the authorities once more, and through the
// resolver where a document goes on; and the [citation.Walk], which remembers names
// and numbers. Nothing else is kept, so that memory does not grow with the text.

const (
	// DefaultWindow is how many bytes of running text [Reader.Stream] takes for one
	// piece.
	DefaultWindow = 1 << 20
	// MaxCitations is how many citations one piece holds, with those inside others; it
	// ends before the next.
	MaxCitations = 1 << 13
	// lookAhead is how many bytes after the window are read for what they say about
	// the citations in it.
	lookAhead = 1 << 14
)

// Stream reads running text of any length from r, piece by piece, in memory that
// does not grow with it; see [Reader.Stream].
func Stream(r io.Reader) iter.Seq2[*Document, error] { return new(Reader).Stream(r) }

// Stream reads running text of any length, as Text does, piece by piece. It yields
// each piece as a document, in order; together their texts are the whole. The
// offsets of a piece's citations count in its Body.Text, and [Document.Offset] is
// where that begins. [Document.Lines] and [Document.Position] count in the whole:
// ids, offsets and lines go on from piece to piece.
//
// A text that fits into the window, and cites no more than [MaxCitations], is one
// piece. Of a longer one, each piece is read with what the one before it cites:
//
//   - A short form is linked to what its document cites, in its own piece or the one
//     before. What is up to half a window back is always within reach, what is two
//     windows back never.
//   - The keys of authorities join what these two pieces cite. A case that is cited
//     by one reporter here, and far away by another, has two keys.
//   - Notes are found within a piece. Id. in a note goes back to the note before it
//     in the piece before, too.
//   - The names that make a citation of a name and a page, "Gore, at 575", are the
//     last of the whole text, as they are for [citation.All].
//
// The format is told from the first piece. A document that is not plain text in
// UTF-8 is read whole, as [Reader.Read] reads it, and is the only one; where r has
// the methods ReadAt and Size, as an [io.SectionReader] does, it is read in place.
//
// An error ends the sequence. What was read before an error of r comes first.
func (o *Reader) Stream(r io.Reader) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		if r == nil {
			yield(nil, errors.New("hereinafter: no reader"))
			return
		}
		s := stream{reader: o, in: r, window: DefaultWindow, walk: citation.Walk{Parser: o.Parser}}
		if o.Window > 0 {
			s.window = min(o.Window, footnote.MaxText-lookAhead)
		}
		s.fill()
		switch plain, err := s.open(); {
		case err != nil:
			yield(nil, err)
			return
		case !plain:
			yield(s.whole())
			return
		}
		for first := true; first || s.text != ""; first = false {
			if !yield(s.piece(), nil) {
				return
			}
			s.fill()
		}
		if s.err != nil {
			yield(nil, s.err)
		}
	}
}

// A sized is a source that can be read anywhere.
type sized interface {
	io.ReaderAt
	Size() int64
}

// A stream is the state of one call of Stream.
type stream struct {
	reader *Reader
	in     io.Reader
	window int
	text   string             // what was taken from in and is not in a piece yet
	ended  bool               // in holds no more: what is left is the last piece, if it has no more citations than one
	err    error              // that of in; nil at its end
	opened *footnote.Document // the text of the first piece, unless that is cut elsewhere

	walk   citation.Walk
	offset int // of text in the whole
	line   int // how many lines end before it
	column int // how many characters of its first line are before it
	first  int // how many citations at top level came before
	past   past
	scopes numbering // of the document that goes on
}

// fill takes from the source what a piece may need.
func (s *stream) fill() {
	if s.ended {
		return
	}
	var b strings.Builder
	size := s.window + lookAhead
	b.Grow(size)
	b.WriteString(s.text)
	_, err := io.CopyN(&b, s.in, int64(size-len(s.text)))
	s.text = b.String()
	if err != nil {
		s.ended = true
		if !errors.Is(err, io.EOF) {
			s.err = err
		}
	}
}

// open reports whether the source is plain text, which is read as it comes. The
// text of the first piece tells.
func (s *stream) open() (plain bool, err error) {
	text := s.text
	if !s.ended {
		text = text[:cut(text, s.window/2, s.window)]
	}
	src, err := s.reader.source(strings.NewReader(text), int64(len(text)))
	switch {
	case err != nil && s.ended:
		return false, cmp.Or(s.err, err)
	case errors.Is(err, footnote.ErrFormat):
		return false, err
	case err != nil:
		return false, nil // all of it may be read
	}
	s.opened = src
	return src.Format == "text" && isOf(text, src), nil
}

// whole reads the document that the source is.
func (s *stream) whole() (*Document, error) {
	reader := *s.reader
	reader.Running = true
	if in, ok := s.in.(sized); ok {
		return reader.Read(in, in.Size())
	}
	if s.err != nil {
		return nil, s.err
	}
	in, err := footnote.Load(io.MultiReader(strings.NewReader(s.text), s.in))
	if err != nil {
		return nil, err
	}
	return reader.Read(in, in.Size())
}

// piece returns the next piece.
func (s *stream) piece() *Document {
	list, end := s.citations()
	d := runningText(s.text[:end], list)
	d.Offset, d.line, d.column, d.first, d.past = s.offset, s.line, s.column, s.first, s.past
	documents := d.runningPieces(s.opened, &s.scopes)
	d.resolve(documents...)

	s.opened = nil
	s.past = past{pieces: documents[len(documents)-1], citations: list, links: d.links}
	if endsDocument(s.text, end) {
		s.past.pieces, s.scopes = nil, numbering{}
	}
	s.text = s.text[end:]
	s.first += len(list)
	after := d.Position(nil, end)
	s.offset, s.line, s.column = after.Offset, after.Line-1, after.Column-1
	return d
}

// citations reads the citations of the next piece, and where it ends.
func (s *stream) citations() (list []citation.Citation, end int) {
	end = len(s.text)
	if !s.ended {
		end = cut(s.text, s.window/2, s.window)
	}
	before, count := 0, 0 // the end of the citation before, and the number of citations
	for c := range s.walk.All(s.text) {
		b := c.Common()
		start := b.Span.Start
		if b.Signal.Word != "" {
			start = b.Signal.Span.Start
		}
		if start >= end {
			break
		}
		if b.Span.End > end || count >= MaxCitations {
			if k := cut(s.text, before, start); k > 0 {
				return list, k
			}
			end = max(end, b.Span.End) // it is longer than a piece
		}
		list = append(list, c)
		before = b.Span.End
		count++
		for range citation.Within(c) {
			count++
		}
	}
	return list, end
}

// A past is what a piece of running text knows of the one before.
type past struct {
	citations []citation.Citation // those at top level, in the order of the text
	links     map[citation.Citation]resolve.Link
	pieces    []Piece // those of the document that goes on, in the order in which they are linked
}
