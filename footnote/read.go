package footnote

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The errors of [Read], to be told apart with errors.Is. Other errors are
// those of the io.ReaderAt.
var (
	// ErrFormat means that the document is in a format that is not read.
	ErrFormat = errors.New("footnote: format is not supported")
	// ErrTooLarge means that the document exceeds its format's limit.
	ErrTooLarge = errors.New("footnote: document is too large")
)

// MaxText is the size in bytes of the largest plain text that [Read] takes.
const MaxText = 64 << 20

// headSize is how many of a document's first bytes tell its format.
const headSize = 512

// A format is one entry of the ordered list of formats.
type format struct {
	name  string
	is    func(head string) bool              // whether a document with these first bytes is of this format
	limit int64                               // size in bytes of the largest document
	read  func(src string) (*Document, error) // nil when the format is known but not read
}

// formats is the list of formats. The first that is takes the document; the
// last takes all that is left.
var formats = [...]format{
	{name: "zip", is: isZip},
	{name: "pdf", is: isPDF},
	{name: "rtf", is: isRTF},
	{name: "utf-16", is: isUTF16},
	{name: "text", is: isAny, limit: MaxText, read: readText},
}

// Read reads a document of size bytes. Its format is told from its first
// bytes: plain text in UTF-8 is read, with or without a byte order mark, and
// bytes that are no UTF-8 are kept. The error is [ErrFormat], [ErrTooLarge] or
// r's own; io.ErrUnexpectedEOF means that r holds less than size bytes.
func Read(r io.ReaderAt, size int64) (*Document, error) {
	if size < 0 {
		return nil, fmt.Errorf("footnote: size is %d", size)
	}
	head, err := readString(r, min(size, headSize))
	if err != nil {
		return nil, err
	}
	for _, f := range formats {
		if !f.is(head) {
			continue
		}
		if f.read == nil {
			return nil, fmt.Errorf("%w: %s", ErrFormat, f.name)
		}
		if size > f.limit {
			return nil, fmt.Errorf("%w: %d bytes of %s, the limit is %d", ErrTooLarge, size, f.name, f.limit)
		}
		src, err := readString(r, size)
		if err != nil {
			return nil, err
		}
		return f.read(src)
	}
	return nil, ErrFormat
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

func isZip(head string) bool { return strings.HasPrefix(head, "PK\x03\x04") }
func isPDF(head string) bool { return strings.HasPrefix(head, "%PDF-") }
func isRTF(head string) bool { return strings.HasPrefix(head, `{\rtf`) }
func isUTF16(head string) bool {
	return strings.HasPrefix(head, "\xff\xfe") || strings.HasPrefix(head, "\xfe\xff")
}
func isAny(string) bool { return true }

func readText(src string) (*Document, error) { return Text(src), nil }
