package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// The outputs: each shard has a file of each.
const (
	citationLines = iota
	edgeLines
	problemLines
	outputs
)

var outputNames = [outputs]string{"citations", "edges", "problems"}

// A shard is the files of one block while they are written. They are written
// under other names and renamed when they are whole: a shard may be written more
// than once, and by two machines at once, if the runner repeats a step, and each
// time with the same bytes.
type shard struct {
	fsys   filesystem.Interface
	cancel context.CancelFunc
	files  [outputs]shardFile
}

type shardFile struct {
	name, temporary string
	io.Closer       // nil once it has its name
	*bufio.Writer
}

// createShard creates the files of a block in a folder.
func createShard(ctx context.Context, dir string, b Block) (*shard, error) {
	fsys, err := filesystem.New(ctx, dir)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	s := &shard{fsys: fsys, cancel: cancel}
	for i, output := range outputNames {
		name := fmt.Sprintf("%s-%05d-of-%05d.jsonl", output, b.Shard, b.Shards)
		f := shardFile{name: join(dir, name), temporary: join(dir, fmt.Sprintf(".%s.%016x", name, rand.Uint64()))}
		w, err := fsys.OpenWrite(ctx, f.temporary)
		if err != nil {
			s.discard()
			return nil, err
		}
		f.Closer, f.Writer = w, bufio.NewWriterSize(w, 1<<16)
		s.files[i] = f
	}
	return s, nil
}

// write writes the lines of one record.
func (s *shard) write(r *result) error {
	for i := range s.files {
		if _, err := s.files[i].Write(r.lines[i].Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// commit gives the files their names.
func (s *shard) commit(ctx context.Context) error {
	for i := range s.files {
		f := &s.files[i]
		if err := f.Flush(); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		if err := filesystem.Rename(ctx, s.fsys, f.temporary, f.name); err != nil {
			return err
		}
		f.Closer = nil
	}
	return nil
}

// discard removes what commit has not renamed.
func (s *shard) discard() {
	s.cancel() // what is open on a remote file system is not written
	remover, ok := s.fsys.(filesystem.Remover)
	for _, f := range s.files {
		if f.Closer != nil {
			f.Close()
			if ok {
				remover.Remove(context.Background(), f.temporary)
			}
		}
	}
	s.fsys.Close()
}

// join joins a folder, which may be a URL, and a name.
func join(dir, name string) string { return strings.TrimSuffix(dir, "/") + "/" + name }
