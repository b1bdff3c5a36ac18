package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// How a corpus is cut
//
// All files, in the order of their names, are one sequence of bytes, which is cut
// into shards of equal size. A record belongs to the shard that its first byte is
// in; a record is a line of a file of JSON lines, or a whole file of any other
// kind. So the files alone decide what a shard holds, however many machines read
// them, and the results of the shards, one after the other, are in the order of
// the corpus.
//
// Files of JSON lines are cut on a local file system only. On gs:// one cannot
// begin to read in the middle of a file: whoever read the end of it would load
// all of it. Such a file is in the shard of its first byte as a whole.

// A Corpus is what is read.
type Corpus struct {
	Input  string // a folder, a file, or a pattern of the file system
	Shards int    // the most shards that it is cut into
}

// A Block is what one shard holds.
type Block struct {
	Shard, Shards int // its number, from 0, and how many there are
	Pieces        []Piece
}

// A Piece is a file, or a part of a file of JSON lines: the lines that begin at
// Start or later, and before End.
type Piece struct {
	Path       string
	Name       string // the path without the folder that is read, with slashes
	Lines      bool   // the file holds JSON lines
	Start, End int64  // in bytes; 0 and the size when it is the whole file
}

// minShard is how many bytes make a shard worth its files.
const minShard = 1 << 20

// linesEndings are how the names of files of JSON lines end.
var linesEndings = []string{".jsonl", ".ndjson", ".json"}

// planFn cuts a corpus into blocks.
type planFn struct{}

func (*planFn) ProcessElement(ctx context.Context, c Corpus, emit func(Block)) error {
	files, err := c.files(ctx)
	if err != nil {
		return err
	}
	for _, b := range cut(files, c.shards(files), isLocal(c.Input)) {
		emit(b)
	}
	return nil
}

// shards returns into how many shards the files are cut.
func (c Corpus) shards(files []Piece) int {
	return int(max(1, min(int64(c.Shards), total(files)/minShard)))
}

// total returns how many bytes whole files have together.
func total(files []Piece) (bytes int64) {
	for _, f := range files {
		bytes += f.End
	}
	return bytes
}

// cut cuts whole files into n blocks. If seekable is set, a file of JSON lines
// may be in several of them.
func cut(files []Piece, n int, seekable bool) []Block {
	bytes := total(files)
	bound := func(shard int) int64 { return bytes * int64(shard) / int64(n) }
	blocks := make([]Block, n)
	for i := range blocks {
		blocks[i] = Block{Shard: i, Shards: len(blocks)}
	}
	shard, at := 0, int64(0) // at is where the file begins
	for _, f := range files {
		size := f.End
		for f.End = 0; ; f.Start = f.End {
			for shard+1 < len(blocks) && bound(shard+1) <= at+f.Start {
				shard++
			}
			f.End = size
			if f.Lines && seekable && shard+1 < len(blocks) {
				f.End = min(size, bound(shard+1)-at)
			}
			blocks[shard].Pieces = append(blocks[shard].Pieces, f)
			if f.End == size {
				break
			}
		}
		at += size
	}
	return blocks
}

// files lists the files of a corpus, in the order of their names.
func (c Corpus) files(ctx context.Context) ([]Piece, error) {
	fsys, err := filesystem.New(ctx, c.Input)
	if err != nil {
		return nil, err
	}
	defer fsys.Close()
	input := c.Input
	if isLocal(input) {
		input = filepath.Clean(input)
	}
	paths, err := fsys.List(ctx, input)
	if err != nil {
		return nil, err
	}
	base := folder(input)
	if isDir(input) {
		base = filepath.ToSlash(input) + "/"
	}
	if paths, err = withFilesBelow(paths); err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("corpus: no file matches %s", c.Input)
	}
	files := make([]Piece, len(paths))
	for i, path := range paths {
		name := strings.TrimPrefix(filepath.ToSlash(path), base)
		files[i] = Piece{Path: path, Name: name, Lines: hasLines(name)}
		if files[i].End, err = size(ctx, fsys, path); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(files, func(a, b Piece) int { return cmp.Compare(a.Name, b.Name) })
	return files, nil
}

// folder returns the path of the folder, with its slash, that all matches of a
// pattern are in.
func folder(pattern string) string {
	pattern = filepath.ToSlash(pattern)
	if i := strings.IndexAny(pattern, "*?["); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndexByte(pattern, '/')+1]
}

// withFilesBelow puts the files below a local folder in its place. Those whose
// names begin with a period, or that are in such folders, are left out.
func withFilesBelow(paths []string) (files []string, err error) {
	for _, root := range paths {
		if !isDir(root) {
			files = append(files, root)
			continue
		}
		root += string(filepath.Separator) // follows a link
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			hidden := path != root && strings.HasPrefix(e.Name(), ".")
			switch {
			case err != nil:
				return err
			case hidden && e.IsDir():
				return fs.SkipDir
			case hidden:
			case e.Type().IsRegular(), e.Type()&fs.ModeSymlink != 0 && !isDir(path):
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func isLocal(path string) bool { return !strings.Contains(path, "://") }

func isDir(path string) bool {
	if !isLocal(path) {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func size(ctx context.Context, fsys filesystem.Interface, path string) (int64, error) {
	if !isLocal(path) {
		return fsys.Size(ctx, path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func hasLines(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(linesEndings, func(ending string) bool { return strings.HasSuffix(name, ending) })
}
