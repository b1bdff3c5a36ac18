// Command hereinafter reads the legal citations of documents.
//
//	hereinafter notes article.txt
//	hereinafter find -format jsonl opinion.txt > citations.jsonl
//
// Run it with -h for its manual.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/hereinafter/hereinafter/export"
)

const manual = `hereinafter reads American legal citations: it finds them, says what each one
cites, and links every short form (id., supra note 4, 531 U.S. at 99) to the full
citation that it stands for.

usage:
  hereinafter notes [-format text|jsonl] FILE ...   a footnoted document: its notes
  hereinafter find  [-format text|jsonl] FILE ...   running text: an opinion, a brief

A FILE of "-" is standard input. Without a FILE, standard input is read.

-format text   a table for reading (the default)
-format jsonl  one JSON object a citation, in document order; several files add
               the key "file". The keys are described by "hereinafter schema".

examples:
  hereinafter notes article.txt
  hereinafter notes -format jsonl article.txt | jq -r 'select(.kind == "web") | .url.normal'
  pdftotext opinion.pdf - | hereinafter find

What a document lacks (a mark without a note, two notes with one number) is
reported on standard error and does not stop the reading.

exit status:
  0  all files were read
  1  a file could not be read; the others were
  2  the command line was wrong
`

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// A mode is one of the command's subcommands: it reads a document and gives
// its notes to print.
type mode func(name string, data []byte, problems func(string)) ([]block, error)

var modes = map[string]mode{"notes": readNotes, "find": readText}

// run is the command; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, manual)
		return 2
	}
	switch args[0] {
	case "-h", "-help", "--help", "help":
		fmt.Fprint(stdout, manual)
		return 0
	case "schema":
		stdout.Write(export.Schema())
		return 0
	}
	read, ok := modes[args[0]]
	if !ok {
		fmt.Fprintf(stderr, "hereinafter: unknown command %q; see hereinafter -h\n", args[0])
		return 2
	}
	flags := flag.NewFlagSet("hereinafter "+args[0], flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, manual) }
	format := flags.String("format", "text", "text or jsonl")
	if err := flags.Parse(args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	print, ok := printers[*format]
	if !ok {
		fmt.Fprintf(stderr, "hereinafter: unknown format %q: want text or jsonl\n", *format)
		return 2
	}
	files := flags.Args()
	if len(files) == 0 {
		files = []string{"-"}
	}
	out := bufio.NewWriterSize(stdout, 1<<16)
	defer out.Flush()
	status := 0
	p := newProgress(stderr, len(files))
	defer p.done()
	for _, name := range files {
		p.file(name)
		if err := readFile(name, stdin, out, stderr, read, print, len(files) > 1); err != nil {
			p.done()
			fmt.Fprintf(stderr, "hereinafter: %v\n", err)
			status = 1
		}
	}
	return status
}

// readFile reads one file and prints its citations.
func readFile(name string, stdin io.Reader, out *bufio.Writer, stderr io.Writer, read mode, print printer, several bool) error {
	data, label, err := load(name, stdin)
	if err != nil {
		return err
	}
	blocks, err := read(label, data, func(problem string) { fmt.Fprintf(stderr, "%s: %s\n", label, problem) })
	if err != nil {
		return fmt.Errorf("%s: %w", label, err)
	}
	if !several {
		label = ""
	}
	if err := print(out, label, blocks); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// load reads a file, "-" being standard input; label is how messages call it.
func load(name string, stdin io.Reader) (data []byte, label string, err error) {
	if name != "-" {
		data, err = os.ReadFile(name)
		return data, name, err
	}
	var b bytes.Buffer
	_, err = b.ReadFrom(stdin)
	if err != nil {
		err = fmt.Errorf("standard input: %w", err)
	}
	return b.Bytes(), "standard input", err
}
