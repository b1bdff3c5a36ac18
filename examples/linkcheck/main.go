// Command linkcheck lists what an editor has to mend in the short forms of a
// footnoted document: those that lead nowhere, those that name a wrong note, and
// cross-references to notes that the document does not have.
//
//	go run ./examples/linkcheck draft.docx
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: linkcheck FILE")
	}
	doc, err := hereinafter.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	check(doc)
}

func check(doc *hereinafter.Document) {
	notes := make(map[string]bool)
	for _, n := range doc.Notes {
		notes[n.Label] = true
	}
	for note, c := range doc.All() {
		at := doc.Position(note, c.Common().Span.Start)
		say := func(what string) { fmt.Printf("%d:%d: %s: %s\n", at.Line, at.Column, c.Common().Text(), what) }
		if link, ok := doc.Link(c); ok && link.Why == resolve.StaleNote {
			say("it is in note " + link.Label)
		} else if ok && !link.Why.Found() && link.Why != resolve.Forward {
			say(string(link.Why))
		}
		for _, pin := range c.Common().Pins {
			if _, is := c.(*citation.Reference); is && pin.Kind == citation.PinNote && !notes[pin.From] {
				say("there is no note " + pin.From)
			}
		}
	}
}
