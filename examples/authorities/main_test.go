package main

import (
	"fmt"

	"github.com/hereinafter/hereinafter/footnote"
)

func Example() {
	doc := footnote.Text(`Forms are long.[1] They are unread.[2] Courts know it.[3] So do poets.[4]

[1] Jane Roe, Small Print, Rhine Herald (May 3, 2020), https://herald.example/print.

[2] Id.

[3] Doe v. Acme, Inc., 531 U.S. 98 (2000).

[4] Roe, supra note 1, at 3.
`)
	for _, au := range authorities(doc).All() {
		fmt.Println(au.Group, "|", au.Key, "|", len(au.Mentions))
	}
	// Output:
	// Cases | us/531/98 | 1
	// Other Authorities | https://herald.example/print | 3
}
