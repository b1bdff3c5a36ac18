package footnote

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An xmlReader reads an XML source token by token, and knows where in it each
// token is. It expands no entity but those of XML and HTML, and opens nothing
// that the source names.
type xmlReader struct {
	src        string
	dec        *xml.Decoder
	depth      int // elements that are open
	start, end int // of the last token in src
}

func newXMLReader(src string) *xmlReader {
	x := &xmlReader{src: src, dec: xml.NewDecoder(strings.NewReader(src))}
	x.dec.Entity = xml.HTMLEntity
	x.dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // src is UTF-8 already
	return x
}

// next returns the next token, which is good until the next call. The error is
// io.EOF at the source's end; any other is an *xmlError.
func (x *xmlReader) next() (xml.Token, error) {
	x.start = int(x.dec.InputOffset())
	tok, err := x.dec.Token()
	x.end = int(x.dec.InputOffset())
	switch tok.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > MaxDepth {
			err = fmt.Errorf("elements are nested more than %d deep", MaxDepth)
		}
	case xml.EndElement:
		x.depth--
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = &xmlError{x.start, err}
	}
	return tok, err
}

// writeText writes the last token, which is text, to a passage.
func (x *xmlReader) writeText(w *writer) {
	raw, at, literal := x.rawText()
	if literal {
		w.write(raw, at)
		return
	}
	w.escaped(raw, at)
}

// rawText returns the last token, which is text, as it is in the source, and
// where; literal says that it has no entities.
func (x *xmlReader) rawText() (raw string, at int, literal bool) {
	raw = x.src[x.start:x.end]
	if inner, ok := strings.CutPrefix(raw, cdataStart); ok {
		return strings.TrimSuffix(inner, cdataEnd), x.start + len(cdataStart), true
	}
	return raw, x.start, false
}

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
)

// skip passes over the rest of the element that begins with the last token.
func (x *xmlReader) skip() error {
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// children calls f for each element within the one that begins with the last
// token, up to its end. f may pass over the element or read it to its end.
func (x *xmlReader) children(f func(e xml.StartElement) error) error {
	for depth := x.depth; x.depth >= depth; {
		tok, err := x.next()
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := f(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// An xmlError says why a source could not be read on, and where.
type xmlError struct {
	offset int
	err    error
}

func (e *xmlError) Error() string { return fmt.Sprintf("byte %d: %v", e.offset, e.err) }
func (e *xmlError) Unwrap() error { return e.err }

// attr returns the value of an attribute by its local name, whatever its
// namespace; ok is false when the element has none.
func attr(e xml.StartElement, local string) (value string, ok bool) {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value, true
		}
	}
	return "", false
}
