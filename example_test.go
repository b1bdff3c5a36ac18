package hereinafter_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/hereinafter/hereinafter"
)

// Example is the program of the README.
func Example() {
	doc, err := hereinafter.ReadFile("testdata/article/article.docx")
	if err != nil {
		log.Fatal(err)
	}
	for note, c := range doc.All() { // the body's citations and the notes', as one reads them
		if link, ok := doc.Link(c); ok && note != nil && link.Source != nil {
			fmt.Printf("note %s: %s = %.38s\n", note.Label, c, link.Source)
		}
		if note != nil && note.Label == "9" {
			break
		}
	}
	// Output:
	// note 2: Id. = Hsia Hsiao-hua, China runs illegal pol
	// note 3: Id. = Hsia Hsiao-hua, China runs illegal pol
	// note 7: Id. = Leylan Cecco, Police investigare claim
	// note 8: 110 Overseas Chinese Transnational Policing Gone Wild, supra note 4, at 3 = 110 Overseas Chinese Transnational Pol
	// note 9: Id. = 110 Overseas Chinese Transnational Pol
}

// ExampleStream is the second program of the README.
func ExampleStream() {
	text := strings.NewReader("We follow Doe v. Roe, 531 U.S. 98 (2000). Id. at 101.")
	for doc, err := range hereinafter.Stream(text) {
		if err != nil {
			log.Fatal(err)
		}
		for line := range doc.Lines("") { // offsets and ids count in the whole
			fmt.Println(line.ID, line.Start, line.Text)
		}
	}
	// Output:
	// c1 10 Doe v. Roe, 531 U.S. 98 (2000)
	// c2 42 Id. at 101
}
