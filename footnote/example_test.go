package footnote_test

import (
	"fmt"

	"github.com/hereinafter/hereinafter/footnote"
)

func ExampleText() {
	d := footnote.Text(`Pilots owe a duty of care. It extends to “[t]he crew.”[1] Mr. Poe disagrees.[2]

[1] Roe v. Doe, 12 U.S. 345 (1810).

[2] Id. at 350.
`)
	for _, m := range d.Marks {
		fmt.Printf("%s: %s\n", m.Label, m.Sentence.In(d.Body.Text))
		fmt.Printf("   %s (byte %d)\n", m.Note.Text, m.Note.Source(0))
	}
	fmt.Println(len(d.Problems), "problems")
	// Output:
	// 1: It extends to “[t]he crew.”
	//    Roe v. Doe, 12 U.S. 345 (1810). (byte 89)
	// 2: Mr. Poe disagrees.
	//    Id. at 350. (byte 126)
	// 0 problems
}
