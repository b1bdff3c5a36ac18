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
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/footnote"
)

// A command is a command line that was understood.
type command struct {
	verb  verb
	print printer
	files []string
	from  string
	kinds map[citation.Kind]bool // nil: all
	names bool
	jobs  int

	terminal bool // standard output is one
}

// A verb is what the command is asked to do: to say something about itself, or to
// read files and print what they hold in one of several formats.
type verb struct {
	says     func() string // nil of a verb that reads files
	running  bool          // plain text is running text
	printers map[string]printer
}

// A printer writes what one document holds; file is its name when there are
// several.
type printer func(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error

var verbs = map[string]verb{
	"notes":       {printers: map[string]printer{"text": printNotes, "jsonl": printLines}},
	"find":        {running: true, printers: map[string]printer{"text": printFound, "jsonl": printLines}},
	"authorities": {printers: map[string]printer{"text": printAuthorities, "jsonl": printAuthorityLines}},
	"schema":      {says: func() string { return string(export.Schema()) }},
	"version":     {says: version},
	"help":        {says: help},
}

func help() string {
	return strings.ReplaceAll(manual, "{formats}", strings.Join(footnote.Formats(), ", "))
}

// parse reads the command line: the verb, then files, and flags in any place; after
// "--" there are no more of these.
func parse(args []string) (*command, error) {
	cmd := &command{}
	flags := flag.NewFlagSet("hereinafter", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	format := flags.String("format", "text", "")
	kinds := flags.String("kind", "", "")
	flags.StringVar(&cmd.from, "from", "", "")
	flags.BoolVar(&cmd.names, "names", false, "")
	flags.IntVar(&cmd.jobs, "j", runtime.GOMAXPROCS(0), "")
	asksVersion := flags.Bool("version", false, "")
	words, err := parseAnywhere(flags, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return &command{verb: verbs["help"]}, nil
	case err != nil:
		return nil, err
	case *asksVersion:
		return &command{verb: verbs["version"]}, nil
	case len(words) == 0:
		return nil, errors.New("no command")
	}
	var ok bool
	if cmd.verb, ok = verbs[words[0]]; !ok {
		return nil, fmt.Errorf("unknown command %q", words[0])
	}
	if cmd.verb.says != nil {
		if len(words) > 1 {
			return nil, fmt.Errorf("%s reads no files", words[0])
		}
		return cmd, nil
	}
	if cmd.print, ok = cmd.verb.printers[*format]; !ok {
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
	cmd.files, err = expand(words[1:])
	return cmd, err
}

// parseAnywhere parses flags wherever they are, and returns the other words.
func parseAnywhere(flags *flag.FlagSet, args []string) (words []string, err error) {
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if done := len(args) - len(rest); done > 0 && args[done-1] == "--" {
			return append(words, rest...), nil
		}
		if len(rest) == 0 {
			break
		}
		words, args = append(words, rest[0]), rest[1:]
	}
	return words, nil
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

// run says what the command is asked for, or reads the files and prints them in
// order. The status is 1 when a file could not be read; the error is one of
// writing.
func (cmd *command) run(stdin io.Reader, out *bufio.Writer, stderr io.Writer) (status int, err error) {
	if cmd.verb.says != nil {
		_, err := out.WriteString(cmd.verb.says())
		return 0, err
	}
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
	err = inOrder(cmd.files, cmd.jobs, read, func(r result) error {
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
	return status, err
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
	if !cmd.verb.running && len(doc.Notes) == 0 {
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
