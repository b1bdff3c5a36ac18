// Command graph prints the citation graph of many opinions: a line for each
// opinion and each authority that it cites, with the number of times.
//
//	go run ./examples/graph opinions/*.txt > edges.tsv
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: graph FILE...")
	}
	var a resolve.Authorities
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		add(&a, file, string(text))
	}
	write(os.Stdout, &a)
}

// add adds what one opinion cites.
func add(a *resolve.Authorities, file, text string) {
	cites := slices.Collect(citation.All(text))
	var r resolve.Resolver
	where := resolve.Place{File: file}
	a.Add(where, cites, r.Note("", cites))
	a.AddNames(where, resolve.Mentions(text, cites))
}

// write writes the edges: the file, the authority's key, how often it is cited.
func write(w io.Writer, a *resolve.Authorities) {
	for _, au := range a.All() {
		counts := make(map[string]int)
		var files []string
		for _, m := range au.Mentions {
			if counts[m.Where.File]++; counts[m.Where.File] == 1 {
				files = append(files, m.Where.File)
			}
		}
		for _, file := range files {
			fmt.Fprintf(w, "%s\t%s\t%d\n", file, au.Key, counts[file])
		}
	}
}
