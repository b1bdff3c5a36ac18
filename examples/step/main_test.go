package main

import (
	"os"
	"strings"
)

func Example() {
	err := run(strings.NewReader(`{"id": "a", "text": "See Doe v. Roe, 531 U.S. 98 (2000)."}
not JSON
{"id": "b", "text": "No citation."}`), os.Stdout)
	if err != nil {
		panic(err)
	}
	// Output:
	// {"id":"a","citations":[{"id":"c1","kind":"case","start":4,"end":34,"text":"Doe v. Roe, 531 U.S. 98 (2000)","signal":"see","force":"see","authority":"us/531/98","name":"Doe v. Roe","plaintiff":"Doe","defendant":"Roe","reports":[{"volume":"531","reporter":"U.S.","page":"98","asWritten":"U.S."}],"court":"scotus","date":"2000","year":"2000"}]}
	// {"error":"invalid character 'o' in literal null (expecting 'u')"}
	// {"id":"b"}
}
