package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/resolve"
)

// A printer writes the blocks of one file; file is its name when there are
// several.
type printer func(out *bufio.Writer, file string, blocks []block) error

var printers = map[string]printer{"text": printTable, "jsonl": printLines}

// printLines writes one JSON object per citation.
func printLines(out *bufio.Writer, file string, blocks []block) error {
	return export.WriteJSONLines(out, func(yield func(export.Line) bool) {
		for _, b := range blocks {
			for _, e := range b.entries {
				e.line.File = file
				if e.cite != nil && !yield(e.line) {
					return
				}
			}
		}
	})
}

// The table's columns: note or offset, kind, and what is cited.
const (
	noteColumn = 6
	kindColumn = 12
	indent     = noteColumn + kindColumn + 2
)

// printTable writes a table for reading: a row a citation, the web addresses
// and what a short form stands for in rows of their own below it.
func printTable(out *bufio.Writer, file string, blocks []block) error {
	if file != "" {
		fmt.Fprintf(out, "%s\n", file)
	}
	for _, b := range blocks {
		label := b.label
		for _, e := range b.entries {
			if b.label == "" && e.cite != nil {
				label = fmt.Sprint(e.line.Start)
			}
			printEntry(out, label, e)
			if b.label != "" {
				label = "" // once for each note
			}
		}
		if len(b.entries) == 0 && b.label != "" {
			printRow(out, label, "", "(empty)")
		}
	}
	return out.Flush()
}

func printEntry(out *bufio.Writer, label string, e entry) {
	if e.cite == nil {
		printRow(out, label, "prose", shorten(e.prose, 100))
		return
	}
	r := e.line
	kind := string(r.Kind)
	if r.Parent != "" {
		kind = "  " + kind
	}
	row := summary(e.cite, r)
	if len(row) == 0 && r.URL != nil { // an address alone
		printRow(out, label, kind, r.URL.Normal)
	} else {
		printRow(out, label, kind, strings.Join(row, " · "))
	}
	if r.URL != nil && len(row) > 0 {
		printRow(out, "", "", r.URL.Normal)
	}
	if r.Archive != nil {
		printRow(out, "", "", "archived: "+r.Archive.Normal)
	}
	if e.link != nil {
		printRow(out, "", "", standsFor(e))
	}
}

func printRow(out *bufio.Writer, label, kind, text string) {
	fmt.Fprintf(out, "%*s  %-*s%s\n", noteColumn-2, label, kindColumn+2, kind, text)
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
	case *citation.Web:
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
func standsFor(e entry) string {
	l, r := e.link, e.line
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
	case *citation.Web:
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
