package main

import (
	"strings"

	"github.com/hereinafter/hereinafter"
)

func Example() {
	const draft = `Forms are long.[^1] They are unread.[^2] So it is.[^3] Courts know.[^4]

[^1]: Jane Roe, *Paper Cuts*, 120 Yale L.J. 950, 951 (2011).
[^2]: John Moe, *Ink*, 99 Harv. L. Rev. 5 (1985). See infra note 9.
[^3]: Roe, supra note 2, at 953.
[^4]: Poe, supra note 1, at 3.
`
	doc, err := hereinafter.Read(strings.NewReader(draft), int64(len(draft)))
	if err != nil {
		panic(err)
	}
	check(doc)
	// Output:
	// 4:55: infra note 9: there is no note 9
	// 5:7: Roe, supra note 2, at 953: it is in note 1
	// 6:7: Poe, supra note 1, at 3: not-found
}
