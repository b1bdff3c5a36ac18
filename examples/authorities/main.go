// Command authorities prints the table of authorities of a document: what it
// cites, grouped as usual, and where each is cited.
//
//	go run ./examples/authorities testdata/article/article.txt
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/resolve"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: authorities FILE")
	}
	doc, err := hereinafter.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	write(os.Stdout, doc)
}

func write(w io.Writer, doc *hereinafter.Document) {
	group := resolve.Group("")
	for _, au := range doc.Authorities(false) {
		if au.Group != group {
			group = au.Group
			fmt.Fprintln(w, group)
		}
		var places []string
		for _, m := range au.Mentions {
			if m.Where.Note == "" {
				places = append(places, "text")
			} else {
				places = append(places, "note "+m.Where.Note)
			}
		}
		fmt.Fprintf(w, "\t%s: %s\n", au.Full, strings.Join(slices.Compact(places), ", "))
	}
}
