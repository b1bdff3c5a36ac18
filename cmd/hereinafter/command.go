package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
)

// A command is a command line that was understood.
type command struct {
	view  view
	print printer
	files []string
	from  string
	kinds map[citation.Kind]bool // nil: all
	names bool
	jobs  int

	terminal bool // standard output is one
}

// A view is one of the subcommands: how it reads, and what it prints in which
// format.
type view struct {
	running  bool // plain text is running text
	printers map[string]printer
}

// A printer writes what one document holds; file is its name when there are
// several.
type printer func(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error

var views = map[string]view{
	"notes":       {printers: map[string]printer{"text": printNotes, "jsonl": printLines}},
	"find":        {running: true, printers: map[string]printer{"text": printFound, "jsonl": printLines}},
	"authorities": {printers: map[string]printer{"text": printAuthorities, "jsonl": printAuthorityLines}},
}

var errHelp = errors.New("help is asked for")

func help() string {
	return strings.ReplaceAll(manual, "{formats}", strings.Join(footnote.Formats(), ", "))
}

// parse reads the command line. Flags and files come in any order; after "--"
// all are files.
func parse(args []string) (*command, error) {
	cmd := &command{}
	var ok bool
	if cmd.view, ok = views[args[0]]; !ok {
		return nil, fmt.Errorf("unknown command %q", args[0])
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	format := flags.String("format", "text", "")
	kinds := flags.String("kind", "", "")
	flags.StringVar(&cmd.from, "from", "", "")
	flags.BoolVar(&cmd.names, "names", false, "")
	flags.IntVar(&cmd.jobs, "j", runtime.GOMAXPROCS(0), "")
	files, err := parseAnywhere(flags, args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		return nil, errHelp
	case err != nil:
		return nil, err
	}
	if cmd.print, ok = cmd.view.printers[*format]; !ok {
		return nil, fmt.Errorf("unknown format %q: want text or jsonl", *format)
	}
	if cmd.jobs < 1 {
		return nil, fmt.Errorf("-j %d: want 1 or more", cmd.jobs)
	}
	if cmd.from != "" && !slices.Contains(footnote.Formats(), cmd.from) {
		return nil, fmt.Errorf("-from %s: it reads %s", cmd.from, strings.Join(footnote.Formats(), ", "))
	}
	if cmd.kinds, err = kindSet(*kinds); err != nil {
		return nil, err
	}
	cmd.files, err = expand(files)
	return cmd, err
}

// parseAnywhere parses flags wherever they are among the files.
func parseAnywhere(flags *flag.FlagSet, args []string) (files []string, err error) {
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if done := len(args) - len(rest); done > 0 && args[done-1] == "--" {
			return append(files, rest...), nil
		}
		if len(rest) == 0 {
			break
		}
		files, args = append(files, rest[0]), rest[1:]
	}
	return files, nil
}

func kindSet(list string) (map[citation.Kind]bool, error) {
	if list == "" {
		return nil, nil
	}
	set := make(map[citation.Kind]bool)
	for name := range strings.SplitSeq(list, ",") {
		kind := citation.Kind(strings.TrimSpace(name))
		if !slices.Contains(citation.Kinds(), kind) {
			return nil, fmt.Errorf("-kind %s: the kinds are %s", name, kindList())
		}
		set[kind] = true
	}
	return set, nil
}

func kindList() string {
	var names []string
	for _, k := range citation.Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// wants reports whether citations of a kind are printed.
func (cmd *command) wants(kind citation.Kind) bool { return cmd.kinds == nil || cmd.kinds[kind] }

// run reads the files and prints them in order; it returns the exit status.
func (cmd *command) run(stdin io.Reader, out *bufio.Writer, stderr io.Writer) int {
	status := 0
	p := newProgress(stderr, len(cmd.files))
	if cmd.terminal { // the output shows how far it is
		p.out = nil
	}
	defer p.done()
	say := func(message string) {
		p.done()
		fmt.Fprintln(stderr, printable(message))
	}
	read := func(name string) result { return cmd.read(name, stdin) }
	err := inOrder(cmd.files, cmd.jobs, read, func(r result) error {
		file := ""
		if len(cmd.files) > 1 {
			file = r.name
		}
		p.file(r.name)
		for doc, err := range r.docs {
			if err != nil {
				say(fmt.Sprintf("hereinafter: %s: %s", r.name, reason(err)))
				status = 1
				break
			}
			p.at(doc.Offset)
			cmd.report(r.name, doc, say)
			if err := cmd.print(cmd, out, file, doc); err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return cannotWrite(err, stderr)
	}
	return status
}

// reason is the message of an error without the name of the file, which messages
// begin with.
func reason(err error) string {
	if err, ok := err.(*fs.PathError); ok {
		return err.Err.Error()
	}
	return err.Error()
}

// report says what is wrong with a document.
func (cmd *command) report(name string, doc *hereinafter.Document, say func(message string)) {
	problems := slices.Clone(doc.Problems)
	slices.SortStableFunc(problems, func(a, b footnote.Problem) int { return cmp.Compare(rank(a), rank(b)) })
	for _, p := range problems {
		say(name + ": " + place(doc, p))
	}
	if len(cmd.files) == 1 && len(doc.Body.Citations) == 0 && len(doc.Notes) == 0 && doc.Body.Text == "" {
		say(name + ": it is empty")
	}
	if !cmd.view.running && len(doc.Notes) == 0 {
		say(name + ": no footnotes found; all is read as the body")
	}
}

// rank puts the causes first: what is damaged or was not read, then what does not
// fit because of it.
func rank(p footnote.Problem) int {
	if p.Kind == footnote.Damaged || p.Kind == footnote.Refused {
		return 0
	}
	return 1
}

// place writes a problem with its place: line and column where that is known.
func place(doc *hereinafter.Document, p footnote.Problem) string {
	at := doc.At(p.Part, p.Offset)
	if at.Line == 0 || p.Part != "" {
		return p.String()
	}
	return fmt.Sprintf("%d:%d: %s", at.Line, at.Column, p.Message())
}
