// Command authorities prints a table of authorities: the sources that a
// footnoted document cites, and the notes in which each of them is cited.
//
//	go run ./examples/authorities testdata/article/article.txt
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: authorities FILE")
	}
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range authorities(footnote.Text(string(src))) {
		fmt.Println(line)
	}
}

// authorities lists the sources of a document in alphabetical order.
func authorities(doc *footnote.Document) []string {
	cited := make(map[citation.Citation][]string) // source -> labels of notes
	var r resolve.Resolver
	for _, note := range doc.Notes {
		var all []citation.Citation
		for sentence := range citation.Note(note.Text) {
			all = append(all, sentence.Citations...)
		}
		links := make(map[citation.Citation]resolve.Link)
		for _, l := range r.Note(note.Label, all) {
			links[l.From] = l
		}
		for _, c := range all {
			if l, short := links[c]; short {
				c = l.Source // nil when the short form leads nowhere
			}
			if c != nil && !slices.Contains(cited[c], note.Label) {
				cited[c] = append(cited[c], note.Label)
			}
		}
	}
	var lines []string
	for source, labels := range cited {
		lines = append(lines, fmt.Sprintf("%s — notes %s", source, strings.Join(labels, ", ")))
	}
	slices.Sort(lines)
	return lines
}
