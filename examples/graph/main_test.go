package main

import (
	"os"

	"github.com/hereinafter/hereinafter/resolve"
)

func Example() {
	var a resolve.Authorities
	add(&a, "a.txt", "We held so in Doe v. Roe, 410 U.S. 113, 93 S. Ct. 705 (1973). Id. at 115. In Doe we said why. See 42 U.S.C. § 1983.")
	add(&a, "b.txt", "Doe v. Roe, 93 S. Ct. 705 (1973), is no longer law; § 1983 is. See 42 U.S.C. §§ 1983, 1985(3).")
	write(os.Stdout, &a)
	// Output:
	// a.txt	us/410/113	3
	// b.txt	us/410/113	1
	// a.txt	usc/42/1983	1
	// b.txt	usc/42/1983	1
	// b.txt	usc/42/1985	1
}
