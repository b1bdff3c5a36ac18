package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/hereinafter/hereinafter"
)

// A result is a file that was read, or why it was not.
type result struct {
	name string // as messages call the file
	doc  *hereinafter.Document
	err  error
}

// read reads a file, "-" being standard input.
func (cmd *command) read(name string, stdin io.Reader) result {
	if name == stdinName {
		data, err := io.ReadAll(stdin)
		return cmd.result("standard input", bytes.NewReader(data), int64(len(data)), err)
	}
	f, err := os.Open(name)
	if err != nil {
		return result{name: name, err: err}
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() { // a pipe: /dev/fd/63
		data, err := io.ReadAll(f)
		return cmd.result(name, bytes.NewReader(data), int64(len(data)), err)
	}
	size := int64(0)
	if err == nil {
		size = info.Size()
	}
	return cmd.result(name, f, size, err)
}

func (cmd *command) result(name string, r io.ReaderAt, size int64, err error) result {
	res := result{name: name, err: err}
	if err == nil {
		reader := hereinafter.Reader{Format: cmd.from, Running: cmd.view.running}
		res.doc, res.err = reader.Read(r, size)
	}
	if res.err != nil {
		res.err = fmt.Errorf("%s: %w", name, res.err)
	}
	return res
}
