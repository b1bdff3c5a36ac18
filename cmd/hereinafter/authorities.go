package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// printAuthorities writes a table of authorities: the groups, in each what is
// cited, and where: the notes, or in running text the lines.
func printAuthorities(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error {
	w := bufio.NewWriter(out) // keeps the first error
	if file != "" {
		fmt.Fprintf(w, "%s\n", printable(file))
	}
	group := resolve.Group("")
	for _, au := range doc.Authorities(cmd.names) {
		if !cmd.wants(au.Full.Kind()) {
			continue
		}
		if au.Group != group {
			group = au.Group
			fmt.Fprintf(w, "%s\n", group)
		}
		fmt.Fprintf(w, "  %s\n      %s\n", printable(oneLine(au.Full.String())), printable(strings.Join(places(doc, au), ", ")))
	}
	return w.Flush()
}

// places lists where an authority is cited, each place once: the note, or in the
// body of plain text the line.
func places(doc *hereinafter.Document, au *resolve.Authority) []string {
	var list []string
	last := ""
	for _, m := range au.Mentions {
		place := "body"
		switch {
		case m.Where.Note != "":
			place = "n." + m.Where.Note
		case doc.Format == "text":
			place = "line " + strconv.Itoa(doc.Position(nil, m.Span.Start).Line)
		}
		if place != last {
			list = append(list, place)
		}
		last = place
	}
	return list
}

// An authorityLine is the JSON line of an authority.
type authorityLine struct {
	File     string            `json:"file,omitempty"`
	Key      string            `json:"key"`
	Keys     []string          `json:"keys,omitempty"` // where there are others than key
	Group    resolve.Group     `json:"group"`
	Kind     citation.Kind     `json:"kind"`
	Text     string            `json:"text"`
	Mentions []authorityPlace  `json:"mentions"`
	Full     citation.Citation `json:"citation"`
}

// An authorityPlace is one mention.
type authorityPlace struct {
	Note  string        `json:"note,omitempty"`
	Scope int           `json:"scope,omitempty"`
	Start int           `json:"start"`
	End   int           `json:"end"`
	Kind  citation.Kind `json:"kind,omitempty"` // empty for a name alone
}

// printAuthorityLines writes one JSON object per authority.
func printAuthorityLines(cmd *command, out io.Writer, file string, doc *hereinafter.Document) error {
	enc := json.NewEncoder(cmd.lines(out))
	enc.SetEscapeHTML(false)
	for _, au := range doc.Authorities(cmd.names) {
		if !cmd.wants(au.Full.Kind()) {
			continue
		}
		line := authorityLine{
			File: file, Key: au.Key, Group: au.Group, Kind: au.Full.Kind(), Text: au.Full.String(), Full: au.Full,
		}
		if len(au.Keys) > 1 {
			line.Keys = au.Keys
		}
		for _, m := range au.Mentions {
			p := authorityPlace{Note: m.Where.Note, Scope: m.Where.Scope, Start: m.Span.Start, End: m.Span.End}
			if m.Citation != nil {
				p.Kind = m.Citation.Kind()
			}
			line.Mentions = append(line.Mentions, p)
		}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
