package citation_test

import (
	"fmt"

	"github.com/hereinafter/hereinafter/citation"
)

func ExampleAll() {
	const text = "See Doe v. Acme, Inc., 531 U.S. 98, 101 (2000); 42 U.S.C. § 1983. Id. at 104."
	for c := range citation.All(text) {
		switch c := c.(type) {
		case *citation.Case:
			fmt.Println(c.Signal.Word, c.Name.Text, c.Reports[0], c.Court.ID, c.Date)
		default:
			fmt.Println(c.Kind(), c.Common().Text())
		}
	}
	// Output:
	// see Doe v. Acme, Inc. 531 U.S. 98 scotus 2000
	// statute 42 U.S.C. § 1983
	// id Id. at 104
}

func ExampleNote() {
	const note = "Forms are read by nobody. See Jane Roe, Small Print, Rhine Herald (May 3, 2020), https://herald.example/print; Doe, supra note 4, at 3."
	for s := range citation.Note(note) {
		if s.Prose {
			fmt.Println("prose:", s.Span.In(note))
		}
		for _, c := range s.Citations {
			fmt.Println(c.Kind(), c)
		}
	}
	// Output:
	// prose: Forms are read by nobody.
	// news Jane Roe, Small Print, Rhine Herald (May 3, 2020), https://herald.example/print
	// supra Doe, supra note 4, at 3
}

func ExampleParse() {
	c, err := citation.Parse("Vienna Convention on the Law of Treaties art. 31, May 23, 1969, 1155 U.N.T.S. 331.")
	fmt.Println(c.(*citation.Treaty).Date, c.Common().Pins, err)
	_, err = citation.Parse("no citation at all")
	fmt.Println(err)
	// Output:
	// 1969-05-23 [art. 31] <nil>
	// byte 0: not a citation
}

func ExampleNewParser() {
	tables := citation.Builtin()
	tables.Reporters = append(tables.Reporters, citation.Reporter{Abbrev: "Pap. Rep.", Name: "Paper Reporter"})
	p, err := citation.NewParser(tables)
	if err != nil {
		panic(err)
	}
	for c := range p.All("Doe v. Roe, 12 Pap. Rep. 345 (2001)") {
		fmt.Println(c.(*citation.Case).Reports[0].Reporter.Name)
	}
	// Output: Paper Reporter
}
