package main

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/resolve"
)

// printLines writes one JSON object per citation.
func printLines(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error {
	return export.WriteJSONLines(cmd.lines(out), func(yield func(export.Line) bool) {
		for line := range doc.Lines(file) {
			if cmd.wants(line.Kind) && !yield(line) {
				return
			}
		}
	})
}

// The table's columns: note or offset, kind, and what is cited.
const (
	noteColumn = 6
	kindColumn = 12
)

// printNotes writes a table for reading: a row per citation, with the note that it
// is in; what is prose in a note has a row too.
func printNotes(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error {
	t := newTable(cmd, out, file, doc)
	defer t.stop()
	for _, p := range doc.Pieces() {
		if p.Note == nil {
			t.label = "body"
			t.citations(p.Citations)
			continue
		}
		t.label = p.Note.Label
		for _, s := range p.Note.Sentences {
			if s.Prose && cmd.kinds == nil {
				t.row("prose", shorten(s.Span.In(p.Note.Text), 100))
			}
			t.citations(s.Citations)
		}
		if len(p.Note.Sentences) == 0 && cmd.kinds == nil {
			t.row("", "(empty)")
		}
	}
	return t.err
}

// printFound writes a table of the citations of running text, each with its
// offset; a document of another format is printed as by printNotes.
func printFound(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error {
	if doc.Format != "text" {
		return printNotes(cmd, out, file, doc)
	}
	t := newTable(cmd, out, file, doc)
	defer t.stop()
	for _, c := range doc.Body.Citations {
		t.label = strconv.Itoa(doc.Offset + c.Common().Span.Start)
		t.citation(c)
		for inner := range citation.Within(c) {
			t.label = strconv.Itoa(doc.Offset + inner.Common().Span.Start)
			t.citation(inner)
		}
	}
	return t.err
}

// A table writes the rows of one document.
type table struct {
	cmd   *command
	out   io.Writer
	err   error // the first of out
	doc   *hereinafter.Document
	next  func() (export.Line, bool) // the lines, one by one
	stop  func()
	label string // of the next row; empty once it was written
}

func newTable(cmd *command, out io.Writer, file string, doc *hereinafter.Document) *table {
	t := &table{cmd: cmd, out: out, doc: doc}
	t.next, t.stop = iter.Pull(doc.Lines(""))
	if file != "" && doc.Offset == 0 {
		t.printf("%s\n", printable(file))
	}
	return t
}

// printf writes, unless an error came before.
func (t *table) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, format, args...)
	}
}

// citations writes the rows of citations, and of those inside them.
func (t *table) citations(list []citation.Citation) {
	for _, c := range list {
		t.citation(c)
		for inner := range citation.Within(c) {
			t.citation(inner)
		}
	}
}

// citation writes the rows of one citation, whose line is the next.
func (t *table) citation(c citation.Citation) {
	line, ok := t.next()
	if !ok || !t.cmd.wants(line.Kind) {
		return
	}
	kind := string(line.Kind)
	if line.Parent != "" {
		kind = "  " + kind
	}
	row := summary(c, line)
	if len(row) == 0 && line.URL != nil { // an address alone
		t.row(kind, line.URL.Normal)
	} else {
		t.row(kind, strings.Join(row, " · "))
		if line.URL != nil {
			t.row("", line.URL.Normal)
		}
	}
	if line.Archive != nil {
		t.row("", "archived: "+line.Archive.Normal)
	}
	if link, ok := t.doc.Link(c); ok {
		t.row("", standsFor(link, line))
	}
}

// row writes one row, with the label if it is the first of that label.
func (t *table) row(kind, text string) {
	t.printf("%*s  %-*s%s\n", noteColumn-2, printable(t.label), kindColumn+2, kind, printable(text))
	t.label = ""
}

// summary lists what a citation cites: its fields for a full citation, its
// words for a short form.
func summary(c citation.Citation, r export.Line) []string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if r.Signal != "" {
		add("[" + r.Signal + "]")
	}
	authors := strings.Join(r.Authors, ", ")
	if r.EtAl {
		authors += " et al."
	}
	switch c := c.(type) {
	case *citation.Work:
		add(authors)
		add(r.Title)
		add(r.Container)
	case *citation.Article:
		add(authors)
		add(r.Title)
		add(r.Volume + " " + r.Journal + " " + r.Page)
	case *citation.Treaty:
		add(r.Name)
		for _, s := range c.Series {
			add(s.String())
		}
	case *citation.Statute:
		add(authors)
		if c.Code == nil && len(c.Sections) == 0 {
			add(r.Name)
			add(r.OriginalTitle)
			if p := r.Promulgation; p != nil {
				add("promulgated by " + p.Body + " " + string(p.Date))
			}
			add(r.Gazette)
			add(r.Jurisdiction)
			break
		}
		add(c.String())
		return append(parts, pinList(r)...)
	case *citation.Case:
		add(r.Name)
		add(r.Docket)
		for _, p := range c.Reports {
			add(p.String())
		}
		add(r.Court)
	default:
		add(oneLine(r.Text))
		return parts
	}
	add(string(r.Date))
	if r.Accessed != "" {
		add("visited " + string(r.Accessed))
	}
	return append(parts, pinList(r)...)
}

func pinList(r export.Line) []string {
	var list []string
	for _, p := range r.Pins {
		list = append(list, strings.TrimSpace(string(p.Kind)+" "+p.From+dash(p.To)))
	}
	return list
}

func dash(to string) string {
	if to == "" {
		return ""
	}
	return "-" + to
}

// standsFor says what a short form points to, or why that is not known.
func standsFor(l resolve.Link, r export.Line) string {
	if l.To == nil {
		text := "? " + string(l.Why)
		if len(r.Candidates) > 0 {
			text += ": " + strings.Join(r.Candidates, ", ")
		}
		return text
	}
	text := "= "
	if l.Source == nil {
		return text + r.Antecedent + ", which is not resolved itself"
	}
	text += r.Source
	if r.Source != r.Antecedent {
		text += " by " + r.Antecedent
	}
	text += " · " + shorten(title(l.Source), 90)
	if l.Why == resolve.StaleNote {
		text += fmt.Sprintf(" (note %s, not %s)", l.Label, r.SupraNote)
	}
	return text
}

// title is what a reader knows a source by.
func title(c citation.Citation) string {
	switch c := c.(type) {
	case *citation.Work:
		return first(c.Title.Text, c.Container.Text, oneLine(c.Text()))
	case *citation.Book:
		return first(c.Title.Text, oneLine(c.Text()))
	case *citation.Article:
		return first(c.Title.Text, oneLine(c.Text()))
	case *citation.Treaty:
		return first(c.Name.Text, oneLine(c.Text()))
	case *citation.Statute:
		return first(c.Name.Text, oneLine(c.Text()))
	case *citation.Case:
		return first(c.Name.Text, oneLine(c.Text()))
	}
	return oneLine(c.Common().Text())
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// oneLine folds white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts a text at n runes.
func shorten(s string, n int) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:n-1]), " ,") + "…"
}
