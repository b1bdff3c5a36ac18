// Command hereinafter reads the legal citations of documents.
//
//	hereinafter notes article.docx
//	hereinafter find -format jsonl opinion.txt > citations.jsonl
//	hereinafter authorities brief.html
//
// Run it with -h for its manual.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/hereinafter/hereinafter/export"
)

const manual = `hereinafter reads American legal citations: it finds them, says what each one
cites, and links every short form (id., supra note 4, 531 U.S. at 99) to the full
citation that it stands for.

usage:
  hereinafter notes [flags] FILE ...        a footnoted document: its notes, and its body
  hereinafter find [flags] FILE ...         running text: an opinion, a brief
  hereinafter authorities [flags] FILE ...  each thing cited once, with where
  hereinafter schema                        the JSON schema of a JSON line
  hereinafter version

A FILE is a Word document (.docx), OpenDocument (.odt), HTML, Markdown, LaTeX, JATS, TEI
or plain text, also as pdftotext makes it of a PDF; its contents tell which. A
directory stands for all files in it and below it, "-" for standard input, which is
read without a FILE. A file of which part cannot be read is read as far as
possible; what is missing is reported on standard error. A file in UTF-16 or
Windows-1252 is decoded: offsets count in its text in UTF-8, which is reported.
A PDF, an image or an archive is refused.

flags, before or after the files:
  -format text   a table for reading (the default)
  -format jsonl  one JSON object per citation, in the order of reading; several files
                 add the key "file"
  -from FORMAT   the format of the files: {formats}
  -kind K,K,...  these kinds of citations only: case, statute, id ...
  -names         authorities: count cases that the text mentions by name alone
  -j N           read N files at a time (default: the number of processors)

notes lists the citations of the body where they are, each note at its mark. find
reads plain text as it is, notes and all, with offsets into the file; other formats
as notes does.

examples:
  hereinafter notes article.docx
  hereinafter find -format jsonl opinions/ > citations.jsonl
  hereinafter notes -format jsonl article.docx | jq -r 'select(.kind == "web") | .url.normal'
  pdftotext opinion.pdf - | hereinafter find

exit status:
  0  all files were read
  1  a file could not be read, the others were; or the output could not be written
  2  the command line was wrong
`

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the command; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriterSize(stdout, 1<<16)
	status := dispatch(args, stdin, out, stderr)
	if err := out.Flush(); err != nil && status == 0 {
		fmt.Fprintf(stderr, "hereinafter: writing: %v\n", err)
		return 1
	}
	return status
}

func dispatch(args []string, stdin io.Reader, out *bufio.Writer, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, help())
		return 2
	}
	switch args[0] {
	case "-h", "-help", "--help", "help":
		fmt.Fprint(out, help())
		return 0
	case "schema":
		out.Write(export.Schema())
		return 0
	case "version", "-version", "--version":
		fmt.Fprintln(out, version())
		return 0
	}
	cmd, err := parse(args)
	switch {
	case errors.Is(err, errHelp):
		fmt.Fprint(out, help())
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "hereinafter: %v; see hereinafter -h\n", err)
		return 2
	}
	return cmd.run(stdin, out, stderr)
}

// version is the version of the module that the command was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "hereinafter (devel)"
	}
	return "hereinafter " + info.Main.Version
}
