// Command authorities prints the table of authorities of a footnoted document:
// what it cites, grouped as usual, and the notes in which each is cited.
//
//	go run ./examples/authorities testdata/article/article.txt
package main

import (
	"bytes"
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
	doc, err := footnote.Read(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		log.Fatal(err)
	}
	group := resolve.Group("")
	for _, au := range authorities(doc).All() {
		if au.Group != group {
			group = au.Group
			fmt.Println(group)
		}
		var labels []string
		for _, m := range au.Mentions {
			labels = append(labels, m.Where.Note)
		}
		fmt.Printf("\t%s — notes %s\n", au.Full, strings.Join(slices.Compact(labels), ", "))
	}
}

// authorities gathers what the notes of a document cite.
func authorities(doc *footnote.Document) *resolve.Authorities {
	var r resolve.Resolver
	var a resolve.Authorities
	for _, note := range doc.Notes {
		var cites []citation.Citation
		for sentence := range citation.Note(note.Text) {
			cites = append(cites, sentence.Citations...)
		}
		r.Scope(note.Scope)
		a.Add(resolve.Place{Scope: note.Scope, Note: note.Label}, cites, r.Note(note.Label, cites))
	}
	return &a
}
