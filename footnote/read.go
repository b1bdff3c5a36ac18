package footnote

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The errors of [Read] and [ReadAs], to be told apart with errors.Is. Other
// errors are those of the io.ReaderAt.
var (
	// ErrFormat means that the document is in a format that is not read. The
	// message names the format, and the command that makes a readable one of it.
	ErrFormat = errors.New("footnote: format is not supported")
	// ErrTooLarge means that the document, or what it unpacks to, exceeds a limit.
	ErrTooLarge = errors.New("footnote: document is too large")
	// ErrDamaged means that nothing of the document could be read.
	ErrDamaged = errors.New("footnote: document is damaged")
)

// The limits of what is read.
const (
	MaxText      = 64 << 20  // bytes of a document that is a single file
	MaxContainer = 1 << 30   // bytes of a container, such as a .docx with its pictures
	MaxPart      = 256 << 20 // bytes that a container's files unpack to, those that are read, all together
	MaxDepth     = 1000      // elements, groups or environments inside one another
)

// A format is one entry of the ordered list of formats.
type format struct {
	name      string
	container bool                               // the document is a container of files, in.files
	is        func(in *input) bool               // whether the document is of this format
	read      func(in *input) (*Document, error) // nil when the format is known but not read
	help      string                             // of a format that is not read: what to do
}

// formats is the list of formats. The first that is takes the document; the
// last takes all that is left.
var formats = [...]format{
	{name: "pdf", is: startsWith("%PDF-"), help: "use: pdftotext -layout FILE - | hereinafter notes -"},
	{name: "rtf", is: startsWith(`{\rtf`), help: "use: soffice --headless --convert-to docx FILE"},
	{name: "doc", is: startsWith("\xd0\xcf\x11\xe0"), help: "a Word 97 document; use: soffice --headless --convert-to docx FILE"},
	{name: "gzip", is: startsWith("\x1f\x8b"), help: "use: gunzip"},
	{name: "odt", container: true, is: isODT, read: readODT},
	{name: "fodt", is: isFlatODT, read: readFlatODT},
	{name: "jats", is: isJATS, read: readJATS},
	{name: "tei", is: isTEI, read: readTEI},
	{name: "html", is: isHTML, read: readHTML},
	{name: "xml", is: sawXML, help: "of the kinds of XML it reads JATS, TEI, flat OpenDocument and XHTML"},
	{name: "utf-16", is: isUTF16, help: "use: iconv -f UTF-16 -t UTF-8 FILE"},
	{name: "docx", container: true, is: isDocx, read: readDocx},
	{name: "epub", is: isEPUB, help: "unpack it, and read its chapters, which are XHTML"},
	{name: "zip", is: startsWith(zipMagic), help: "a container that is no Word or OpenDocument text; unpack it"},
	{name: "binary", is: isBinary, help: "it holds no text"},
	{name: "latex", is: isLaTeX, read: readLaTeX},
	{name: "markdown", is: isMarkdown, read: readMarkdown},
	{name: "text", is: func(*input) bool { return true }, read: readText},
}

// Formats returns the names of the formats that are read, in the order in
// which they are tried.
func Formats() []string {
	var names []string
	for _, f := range formats {
		if f.read != nil {
			names = append(names, f.name)
		}
	}
	return names
}

// Read reads a document of size bytes, in the format that its contents tell.
// Bytes of plain text that are no UTF-8 are kept.
//
// The error is [ErrFormat], [ErrTooLarge], [ErrDamaged] or r's own;
// io.ErrUnexpectedEOF means that r holds less than size bytes. A document of
// which a part can be read gives that part and a [Problem] for the rest.
func Read(r io.ReaderAt, size int64) (*Document, error) {
	in, err := newInput(r, size)
	if err != nil {
		return nil, err
	}
	for _, f := range formats {
		if f.is(in) {
			return f.document(in)
		}
	}
	return nil, ErrFormat
}

// ReadAs is Read for a document whose format is known: one of [Formats].
func ReadAs(name string, r io.ReaderAt, size int64) (*Document, error) {
	in, err := newInput(r, size)
	if err != nil {
		return nil, err
	}
	for _, f := range formats {
		if f.name == name {
			return f.document(in)
		}
	}
	return nil, fmt.Errorf("%w: %q; it reads %s", ErrFormat, name, strings.Join(Formats(), ", "))
}

// document reads the input in this format.
func (f format) document(in *input) (*Document, error) {
	if errors.Is(in.err, ErrDamaged) {
		return nil, in.err
	}
	if f.read == nil {
		return nil, fmt.Errorf("%w: %s (%s)", ErrFormat, f.name, f.help)
	}
	if in.err != nil {
		return nil, in.err
	}
	if f.container != (in.files != nil) {
		return nil, fmt.Errorf("%w: it is not %s", ErrFormat, f.name)
	}
	d, err := f.read(in)
	if err != nil {
		return nil, err
	}
	d.Format = f.name
	return d, nil
}

// An input is a document that is about to be read.
type input struct {
	head  string     // the first bytes
	text  string     // all of it, unless it is a container
	files *container // nil unless it is one
	xml   *xmlSource // the text as XML, once it was asked for
	err   error      // why neither is there
}

// headSize is how many of a document's first bytes tell whether it is text.
const headSize = 512

// newInput loads a document, except for a container, whose files are loaded
// one by one when they are needed.
func newInput(r io.ReaderAt, size int64) (*input, error) {
	if r == nil || size < 0 {
		return nil, fmt.Errorf("footnote: no document: reader %v, size %d", r, size)
	}
	head, err := readString(r, min(size, headSize))
	if err != nil {
		return nil, err
	}
	in := &input{head: head}
	switch {
	case strings.HasPrefix(head, zipMagic):
		in.files, in.err = openContainer(r, size)
	case size > MaxText:
		in.err = fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLarge, size, int64(MaxText))
	default:
		in.text, err = readString(r, size)
	}
	return in, err
}

// readString reads the first n bytes.
func readString(r io.ReaderAt, n int64) (string, error) {
	var b strings.Builder
	b.Grow(int(n))
	got, err := io.Copy(&b, io.NewSectionReader(r, 0, n))
	if err == nil && got < n {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return "", fmt.Errorf("footnote: reading the document: %w", err)
	}
	return b.String(), nil
}

func startsWith(magic string) func(*input) bool {
	return func(in *input) bool { return strings.HasPrefix(in.head, magic) }
}

// isEPUB reports whether the document is the container of an electronic book.
func isEPUB(in *input) bool { return in.files != nil && in.files.has("META-INF/container.xml") }

// isUTF16 reports whether the document is in UTF-16: by its byte order mark, or
// because half of its beginning is NUL, every other byte.
func isUTF16(in *input) bool {
	if strings.HasPrefix(in.head, "\xff\xfe") || strings.HasPrefix(in.head, "\xfe\xff") {
		return true
	}
	var nuls [2]int // at even offsets, and at odd ones
	for i := range len(in.head) {
		if in.head[i] == 0 {
			nuls[i%2]++
		}
	}
	return min(nuls[0], nuls[1]) == 0 && nuls[0]+nuls[1] > max(fewControls, len(in.head)/4)
}

// fewControls is how many control characters may be in the beginning of any text.
const fewControls = 8

// isBinary reports whether the document is no text: more than one in thirty of
// its first bytes are control characters that texts do not have.
func isBinary(in *input) bool {
	n := 0
	for i := range len(in.head) {
		if b := in.head[i]; b < ' ' && strings.IndexByte("\t\n\v\f\r\b\x1b\x1a", b) < 0 {
			n++
		}
	}
	return n > max(fewControls, len(in.head)/30)
}

func readText(in *input) (*Document, error) { return Text(in.text), nil }
