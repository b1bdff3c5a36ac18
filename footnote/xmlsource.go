package footnote

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// An xmlSource is a document that may be XML: its text in UTF-8, and what it
// is by its first two elements.
type xmlSource struct {
	text          string // what offsets count in; the document itself where that is UTF-8
	encoding, why string // what it was decoded from, and why; empty if it is UTF-8
	broken        string // what was wrong with its bytes; empty if nothing
	doctype       string // "article PUBLIC ..."; empty if there is none
	root          xml.StartElement
	child         string // the local name of the root's first element
}

// xmlSource returns the document as XML. Its root has no name when it does not
// begin like XML.
func (in *input) xmlSource() *xmlSource {
	if in.xml == nil {
		in.xml = newXMLSource(in.text)
	}
	return in.xml
}

func newXMLSource(src string) *xmlSource {
	s := new(xmlSource)
	text, name := decodeWide(src)
	if !beginsLikeXML(text) {
		return s
	}
	s.decode(text, name)
	x := openXML(s.text)
	for {
		tok, err := x.next()
		if err != nil {
			return s
		}
		switch tok := tok.(type) {
		case xml.Directive:
			s.doctype = string(tok)
		case xml.StartElement:
			if s.root.Name.Local != "" {
				s.child = tok.Name.Local
				return s
			}
			s.root = tok.Copy()
		}
	}
}

// beginsLikeXML reports whether the first character is "<".
func beginsLikeXML(src string) bool {
	return strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(src, byteOrderMark), " \t\r\n"), "<")
}

// decode sets the text to the document in UTF-8, of characters that XML allows,
// and what had to be repaired; wide is the encoding that it was decoded from
// already. Of a document in UTF-8 every byte stays where it is.
func (s *xmlSource) decode(src, wide string) {
	enc, name, broken := declaredEncoding(src)
	s.encoding, s.broken = cmp.Or(wide, name), broken
	s.text = src
	switch {
	case enc != nil:
		decoded, err := enc.NewDecoder().String(src)
		if err != nil {
			s.broken = joinMessages(s.broken, err.Error())
		}
		s.text = strings.ToValidUTF8(decoded, "\ufffd")
	case !utf8.ValidString(src):
		s.text, s.encoding, s.why = decodeBytes(src)
	}
	if allowed := strings.Map(allowedXML, s.text); allowed != s.text {
		s.text, s.broken = allowed, joinMessages(s.broken, "characters that XML does not allow; blanks take their place")
	}
	s.text = version10(s.text)
}

// joinMessages returns both messages.
func joinMessages(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// allowedXML returns the character itself, or one of as many bytes in the place
// of a character that XML does not allow.
func allowedXML(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return r
	case r < ' ':
		return ' '
	case r == 0xfffe || r == 0xffff:
		return utf8.RuneError
	}
	return r
}

// version10 returns a document of XML 1.1 as one of 1.0, which is what
// encoding/xml reads; the bytes stay where they are.
func version10(text string) string {
	decl := xmlDeclaration(text)
	k := strings.Index(decl, "1.1")
	if k < 0 {
		return text
	}
	return decl[:k] + "1.0" + text[k+len("1.0"):]
}

// xmlDeclaration returns what comes before the end of the XML declaration;
// empty if there is none.
func xmlDeclaration(src string) string {
	body := strings.TrimLeft(strings.TrimPrefix(src, byteOrderMark), " \t\r\n")
	if !strings.HasPrefix(body, "<?xml") {
		return ""
	}
	decl, _, ok := strings.Cut(src[:min(len(src), headSize)], "?>")
	if !ok {
		return ""
	}
	return decl
}

// declaredEncoding returns the encoding that the XML declaration names, with its
// name; nil if it is UTF-8, or no encoding of single bytes.
func declaredEncoding(src string) (enc encoding.Encoding, name, broken string) {
	_, value, ok := strings.Cut(xmlDeclaration(src), "encoding")
	value = strings.TrimLeft(value, "= \t\r\n")
	if !ok || value == "" {
		return nil, "", ""
	}
	label, _, _ := strings.Cut(value[1:], value[:1])
	enc, name = charset.Lookup(label)
	switch {
	case enc == nil:
		return nil, "", fmt.Sprintf("encoding %q is not known", label)
	case name == "utf-8" || strings.HasPrefix(name, "utf-16"): // whose declaration could not be read here
		return nil, "", ""
	}
	return enc, name, ""
}

// sawXML reports whether the document is XML, of whatever kind, but not HTML:
// it has an XML declaration, or its root a namespace.
func sawXML(in *input) bool {
	s := in.xmlSource()
	if strings.EqualFold(s.root.Name.Local, "html") {
		return false
	}
	return xmlDeclaration(s.text) != "" || s.root.Name.Space != ""
}

// openXML returns a reader of the source which reads on after what XML
// forbids: an entity that is not known, an element that is not closed.
func openXML(text string) *xmlReader {
	x := newXMLReader(text)
	x.dec.Strict = false
	return x
}

// misnested reports whether the last token, the end of an element with this
// name, was written as the end of another.
func (x *xmlReader) misnested(e xml.EndElement) bool {
	raw := x.src[x.start:x.end]
	if !strings.HasPrefix(raw, "</") {
		return false // "<p/>", or an element that a misnested end closes with it
	}
	name := strings.TrimRight(strings.TrimSuffix(raw[2:], ">"), " \t\r\n")
	return name[strings.IndexByte(name, ':')+1:] != e.Name.Local
}

// eachToken calls see for each token of the source, in order. The error, an
// *xmlError, says where the source is damaged.
func eachToken(text string, see func(x *xmlReader, tok xml.Token)) error {
	x := openXML(text)
	for {
		tok, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		see(x, tok)
	}
}

// readXML reads a document of a single XML source, whose root is one of those;
// build makes it, and returns nil if there is no text.
func readXML(in *input, format string, roots []string, build func(text string) *xmlBuilder) (*Document, error) {
	s := in.xmlSource()
	switch root := s.root.Name.Local; {
	case root == "":
		return nil, fmt.Errorf("%w: there is no element %s", ErrDamaged, roots[0])
	case !slices.Contains(roots, root):
		return nil, fmt.Errorf("%w: element %s is not one of %s", ErrFormat, brief(root), format)
	}
	b := build(s.text)
	if b == nil {
		return nil, fmt.Errorf("%w: it holds no text", ErrDamaged)
	}
	if s.broken != "" {
		b.report(Damaged, s.broken, 0)
	}
	d := b.finish()
	d.Format = format
	d.setEncoding(s.encoding, s.why)
	return d, nil
}
