package main

import (
	"os"

	"github.com/hereinafter/hereinafter"
)

func Example() {
	write(os.Stdout, hereinafter.Text("As in Doe v. Acme, Inc., 531 U.S. 98 (2000), so here: 42 U.S.C. § 1983 applies. Doe, 531 U.S. at 99."))
	// Output:
	// Cases
	// 	Doe v. Acme, Inc., 531 U.S. 98 (2000): text
	// Statutes
	// 	42 U.S.C. § 1983: text
}
