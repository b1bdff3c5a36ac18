package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// A record is one line of a file of JSON lines, or one file of another kind.
type record struct {
	place
	lines bool   // it is a line
	data  []byte // nil when it is larger than what is read
}

// A place is where a record is.
type place struct {
	File   string `json:"file"`
	Offset int64  `json:"offset"` // of its first byte
	Bytes  int64  `json:"bytes"`  // with the line feed
}

const byteOrderMark = "\xef\xbb\xbf"

// records yields the records of the block in order. Of one that is larger than
// limit bytes it yields the place alone. It ends after an error.
func (b Block) records(ctx context.Context, limit int64) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		for _, p := range b.Pieces {
			for r, err := range p.records(ctx, limit) {
				if err != nil {
					yield(record{}, fmt.Errorf("corpus: reading %s: %w", p.Path, err))
					return
				}
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

func (p Piece) records(ctx context.Context, limit int64) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		if !p.Lines && p.End > limit {
			yield(record{place: place{p.Name, 0, p.End}}, nil)
			return
		}
		fsys, err := filesystem.New(ctx, p.Path)
		if err != nil {
			yield(record{}, err)
			return
		}
		defer fsys.Close()
		f, err := fsys.OpenRead(ctx, p.Path)
		if err != nil {
			yield(record{}, err)
			return
		}
		defer f.Close()
		if p.Lines {
			p.readLines(f, limit, yield)
			return
		}
		data, err := io.ReadAll(io.LimitReader(f, p.End))
		if err == nil && int64(len(data)) < p.End {
			err = io.ErrUnexpectedEOF
		}
		yield(record{place: place{p.Name, 0, p.End}, data: data}, err)
	}
}

// readLines yields the lines that begin in the piece.
func (p Piece) readLines(f io.Reader, limit int64, yield func(record, error) bool) {
	at := p.Start
	in := bufio.NewReaderSize(f, 1<<16)
	if at > 0 { // the line that the piece begins in, or after, is of the piece before
		at--
		if _, err := f.(io.Seeker).Seek(at, io.SeekStart); err != nil {
			yield(record{}, err)
			return
		}
		_, n, err := readLine(in, 0)
		if err != nil {
			yield(record{}, err)
			return
		}
		at += n
	}
	for at < p.End {
		data, n, err := readLine(in, limit)
		if err == nil && n == 0 {
			err = io.ErrUnexpectedEOF // the file is shorter than it was
		}
		if at == 0 {
			data = bytes.TrimPrefix(data, []byte(byteOrderMark))
		}
		if !yield(record{place: place{p.Name, at, n}, lines: true, data: data}, err) || err != nil {
			return
		}
		at += n
	}
}

// readLine reads a line with its line feed, and returns how many bytes it has;
// none at the end. Of a line of more than limit bytes, data is nil.
func readLine(in *bufio.Reader, limit int64) (data []byte, n int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		n += int64(len(part))
		if n <= limit {
			data = append(data, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, n, err
		case n > limit:
			data = nil
		}
		return data, n, nil
	}
}
