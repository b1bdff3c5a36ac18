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
	"fmt"
	"io"
	"os"
	"runtime/debug"
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
possible; what is missing is reported on standard error.

flags, anywhere; after "--" there are only files:
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

find reads plain text of any length, piece by piece, in memory that does not grow: a
piece is a megabyte, or 8192 citations. The text may be of many documents, with a
form feed on a line of its own between them, each of which is linked by itself. In a
document that is cut, a short form is linked to what its own piece and the one before
cite. All else is held whole: a file up to 64 MB, a Word or OpenDocument file up to
1 GB with its pictures. A larger one is refused.

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

func main() {
	noticeClosedPipe()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the command; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, help())
		return 2
	}
	cmd, err := parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "hereinafter: %s; see hereinafter -h\n", printable(err.Error()))
		return 2
	}
	cmd.terminal = isTerminal(stdout)
	out := bufio.NewWriterSize(stdout, 1<<16)
	status, err := cmd.run(stdin, out, stderr)
	if err == nil {
		err = out.Flush()
	}
	switch {
	case err == nil:
		return status
	case isClosedPipe(err): // who reads has read enough
	default:
		fmt.Fprintf(stderr, "hereinafter: writing: %v\n", err)
	}
	return 1
}

// version is the version of the module that the command was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "hereinafter (devel)\n"
	}
	return "hereinafter " + info.Main.Version + "\n"
}
