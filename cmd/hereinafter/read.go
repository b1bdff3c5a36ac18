package main

import (
	"io"
	"iter"
	"os"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/footnote"
)

// A result is a file of which as much was read as is held at a time.
type result struct {
	name string // as messages call the file
	// docs is what the file holds: one document, or the pieces of a running text, up to
	// an error. It is to be ranged over once.
	docs iter.Seq2[*hereinafter.Document, error]
}

// read reads the first document of a file, "-" being standard input. The others
// are read when they are asked for.
func (cmd *command) read(name string, stdin io.Reader) result {
	if name == stdinName {
		return result{"standard input", begun(cmd.documents(stdin))}
	}
	return result{name, begun(func(yield func(*hereinafter.Document, error) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			yield(nil, err)
			return
		}
		in := io.Reader(f)
		if info.Mode().IsRegular() { // not a pipe, such as /dev/fd/63
			in = io.NewSectionReader(f, 0, info.Size())
		}
		cmd.documents(in)(yield)
	})}
}

// documents reads what a source holds.
func (cmd *command) documents(in io.Reader) iter.Seq2[*hereinafter.Document, error] {
	reader := hereinafter.Reader{Format: cmd.from}
	if cmd.verb.running {
		return reader.Stream(in)
	}
	return func(yield func(*hereinafter.Document, error) bool) { yield(readWhole(&reader, in)) }
}

// readWhole reads a document that is held whole.
func readWhole(reader *hereinafter.Reader, in io.Reader) (*hereinafter.Document, error) {
	if f, ok := in.(*io.SectionReader); ok {
		return reader.Read(f, f.Size())
	}
	data, err := footnote.Load(in)
	if err != nil {
		return nil, err
	}
	return reader.Read(data, data.Size())
}

// begun returns a sequence of which the first element has been computed.
func begun[V any](seq iter.Seq2[V, error]) iter.Seq2[V, error] {
	next, stop := iter.Pull2(seq)
	v, err, ok := next()
	return func(yield func(V, error) bool) {
		defer stop()
		for ok && yield(v, err) {
			var none V
			v = none // may be let go before the next is there
			v, err, ok = next()
		}
	}
}
