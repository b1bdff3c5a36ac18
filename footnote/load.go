package footnote

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Load takes in a document that can be read only once, such as standard input, so
// that [Read] can read it: all of it, up to the limit for a document of its sort,
// [MaxText] or [MaxContainer]. The error is [ErrTooLarge] or r's own.
func Load(r io.Reader) (*bytes.Reader, error) {
	var head [len(zipMagic)]byte
	n, err := io.ReadFull(r, head[:])
	limit := int64(MaxText)
	if strings.HasPrefix(string(head[:n]), zipMagic) {
		limit = MaxContainer
	}
	var b bytes.Buffer
	b.Write(head[:n])
	if err == nil {
		_, err = io.Copy(&b, io.LimitReader(r, limit-int64(n)+1))
	}
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF: // shorter than the head
	case err != nil:
		return nil, fmt.Errorf("footnote: reading the document: %w", err)
	case int64(b.Len()) > limit:
		return nil, fmt.Errorf("%w: the limit is %d bytes", ErrTooLarge, limit)
	}
	return bytes.NewReader(b.Bytes()), nil
}
