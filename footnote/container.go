package footnote

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// zipMagic begins every container.
const zipMagic = "PK\x03\x04"

// A container is a zip archive whose files are read one by one, all together
// no more than [MaxPart] bytes.
type container struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// maxRatio is by how much deflate makes a file smaller at most.
const maxRatio = 1032

// pieceSize is how many bytes are unpacked at a time: no more of a broken file
// are lost before the place where it breaks.
const pieceSize = 4096

// openContainer reads a container's directory.
func openContainer(r io.ReaderAt, size int64) (*container, error) {
	if size > MaxContainer {
		return nil, fmt.Errorf("%w: a container of %d bytes, the limit is %d", ErrTooLarge, size, int64(MaxContainer))
	}
	zr, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("%w: a container without a directory, perhaps cut off: %w", ErrDamaged, err)
	}
	c := &container{files: make(map[string]*zip.File, len(zr.File)), left: MaxPart}
	for _, f := range zr.File {
		if name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"); c.files[name] == nil {
			c.files[name] = f
		}
	}
	return c, nil
}

// has reports whether the container holds the file.
func (c *container) has(name string) bool { return c != nil && c.files[name] != nil }

// read unpacks a file. A file that breaks off gives what could be read and an
// error; the error is [ErrTooLarge] when the container unpacks to too much.
func (c *container) read(name string) (string, error) {
	f := c.files[name]
	if f == nil {
		return "", fmt.Errorf("%w: there is no %s", ErrDamaged, name)
	}
	rc, err := f.Open()
	if err != nil {
		return "", fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	defer rc.Close()
	var b strings.Builder
	b.Grow(int(min(f.UncompressedSize64, maxRatio*f.CompressedSize64, uint64(c.left)))) // the header may lie
	n, err := io.CopyBuffer(&b, io.LimitReader(rc, c.left+1), make([]byte, pieceSize))
	if n > c.left {
		c.left = 0
		return "", fmt.Errorf("%w: the files unpack to more than %d bytes", ErrTooLarge, int64(MaxPart))
	}
	c.left -= n
	if err != nil {
		err = fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	return b.String(), err
}
