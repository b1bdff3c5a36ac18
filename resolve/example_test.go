package resolve_test

import (
	"fmt"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

func ExampleResolver() {
	notes := []string{
		"Jane Roe, Small Print, Rhine Herald (May 3, 2020), https://herald.example/print.",
		"Id.",
		"Roe, supra note 1, at 3.",
	}
	var r resolve.Resolver
	for i, text := range notes {
		var cites []citation.Citation
		for s := range citation.Note(text) {
			cites = append(cites, s.Citations...)
		}
		for _, l := range r.Note(fmt.Sprint(i+1), cites) {
			fmt.Printf("%s: %s (%s)\n", l.From, l.Source.(*citation.Work).Title.Text, l.Why)
		}
	}
	// Output:
	// Id.: Small Print (preceding-note)
	// Roe, supra note 1, at 3: Small Print (named-note)
}
