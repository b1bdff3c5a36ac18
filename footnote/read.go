package footnote

import (
	"errors"
	"fmt"
	"io"
	"slices"
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
	certain   bool                               // it is refused even when it is called something else
}

// formats is the list of formats. The first that is takes the document; the
// last takes all that is left.
var formats = [...]format{
	{name: "pdf", is: begins("%PDF-"), certain: true, help: "use: pdftotext -layout FILE - | hereinafter notes -"},
	{name: "postscript", is: begins("%!PS"), certain: true, help: "use: ps2pdf FILE - | pdftotext -layout - - | hereinafter notes -"},
	{name: "djvu", is: begins("AT&TFORM"), certain: true, help: "use: djvutxt FILE | hereinafter notes -"},
	{name: "rtf", is: begins(`{\rtf`), certain: true, help: toDocx},
	{name: "doc", is: begins("\xd0\xcf\x11\xe0"), certain: true, help: "a Word 97 document; " + toDocx},
	{name: "wordperfect", is: begins("\xffWPC"), certain: true, help: toDocx},
	{name: "gzip", is: begins("\x1f\x8b"), certain: true, help: "use: gunzip"},
	{name: "bzip2", is: begins("BZh?1AY&SY", "BZh?\x17\x72\x45\x38\x50\x90"), certain: true, help: "use: bunzip2"},
	{name: "xz", is: begins("\xfd7zXZ\x00"), certain: true, help: "use: unxz"},
	{name: "zstd", is: begins("\x28\xb5\x2f\xfd"), certain: true, help: "use: unzstd"},
	{name: "7z", is: begins("7z\xbc\xaf\x27\x1c"), certain: true, help: "an archive; use: 7z x FILE"},
	{name: "rar", is: begins("Rar!\x1a\x07"), certain: true, help: "an archive; use: unrar x FILE"},
	{name: "tar", is: isTar, certain: true, help: "an archive; use: tar xf FILE"},
	{name: "image", is: begins("\x89PNG\r\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "BM????\x00\x00\x00\x00", "RIFF????WEBP"), certain: true,
		help: "use: tesseract FILE - | hereinafter notes -"},
	{name: "media", is: begins("ID3\x02", "ID3\x03", "ID3\x04", "OggS\x00", "fLaC\x00", "RIFF????WAVE", "RIFF????AVI ", "\x00\x00\x00?ftyp", "\x1aE\xdf\xa3"), certain: true, help: "it holds sound or pictures"},
	{name: "odt", container: true, is: isODT, read: readODT},
	{name: "docx", container: true, is: isDocx, read: readDocx},
	{name: "epub", is: isEPUB, help: "unpack it, and read its chapters, which are XHTML"},
	{name: "zip", is: begins(zipMagic, "PK\x05\x06"), help: "a container that is no Word or OpenDocument text; unpack it"},
	{name: "fodt", is: isFlatODT, read: readFlatODT},
	{name: "jats", is: isJATS, read: readJATS},
	{name: "tei", is: isTEI, read: readTEI},
	{name: "html", is: isHTML, read: readHTML},
	{name: "xml", is: sawXML, help: "of the kinds of XML it reads JATS, TEI, flat OpenDocument and XHTML"},
	{name: "binary", is: isBinary, certain: true, help: "it holds no text"},
	{name: "latex", is: isLaTeX, read: readLaTeX},
	{name: "markdown", is: isMarkdown, read: readMarkdown},
	{name: "text", is: func(*input) bool { return true }, read: readText},
}

const toDocx = "use: soffice --headless --convert-to docx FILE"

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

// Read reads a document of size bytes, in the format that its contents tell. One
// that is not UTF-8 is decoded, from UTF-16 or UTF-32, from the encoding that it
// names, or else from Windows-1252: the offsets are those of the decoded text,
// and there is a [Decoded] problem; see [Document.Encoding].
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
		if f.certain && f.is(in) {
			return f.document(in)
		}
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
	d.setEncoding(in.encoding, in.why)
	return d, nil
}

// An input is a document that is about to be read.
type input struct {
	head          string     // the first bytes
	text          string     // all of it, unless it is a container
	encoding, why string     // what the text was decoded from, and why where it did not name it; empty where it is as in the document
	files         *container // nil unless it is one
	xml           *xmlSource // the text as XML, once it was asked for
	err           error      // why neither is there
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
		in.text, in.encoding = decodeWide(in.text)
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

// begins returns whether a document begins with one of these bytes, after blanks
// and a byte order mark; "?" stands for any byte.
func begins(magics ...string) func(*input) bool {
	return func(in *input) bool {
		head := strings.TrimLeft(strings.TrimPrefix(in.head, byteOrderMark), " \t\r\n")
		return slices.ContainsFunc(magics, func(magic string) bool { return like(head, magic) || like(in.head, magic) })
	}
}

// like reports whether s begins with the pattern.
func like(s, pattern string) bool {
	if len(s) < len(pattern) {
		return false
	}
	for i := range len(pattern) {
		if pattern[i] != '?' && pattern[i] != s[i] {
			return false
		}
	}
	return true
}

// isTar reports whether the document is an archive of tar, whose first header
// says so in its middle.
func isTar(in *input) bool { return len(in.head) > tarName && like(in.head[tarName:], "ustar") }

const tarName = 257

// isEPUB reports whether the document is the container of an electronic book.
func isEPUB(in *input) bool { return in.files != nil && in.files.has("META-INF/container.xml") }

// isBinary reports whether the document is no text: more than one in thirty of
// its bytes, or of the first of them, are control characters that texts do not have.
func isBinary(in *input) bool {
	return manyControls(in.text[:min(len(in.text), headSize)]) || manyControls(in.text)
}

func manyControls(s string) bool {
	n := 0
	for i := range len(s) {
		if b := s[i]; b < ' ' && strings.IndexByte("\t\n\v\f\r\b\x1b\x1a", b) < 0 {
			n++
		}
	}
	return n > max(fewControls, len(s)/30)
}

// fewControls is how many control characters may be in the beginning of any text.
const fewControls = 8

// readText, and the readers of the other formats that do not name an encoding.
func readText(in *input) (*Document, error) {
	text, err := in.plain()
	return Text(text), err
}
