package export_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/resolve"
)

func Example() {
	notes := []string{"Geneva Convention, Aug. 12, 1949, 75 U.N.T.S. 287.", "Geneva Convention, supra note 1, at art. 3."}
	var r resolve.Resolver
	var ids export.IDs
	for i, text := range notes {
		label := fmt.Sprint(i + 1)
		var cites []citation.Citation
		for s := range citation.Note(text) {
			cites = append(cites, s.Citations...)
		}
		if err := export.WriteJSONLines(os.Stdout, ids.Note(label).Lines(cites, r.Note(label, cites))); err != nil {
			panic(err)
		}
	}
	// Output:
	// {"id":"n1.1","note":"1","kind":"treaty","start":0,"end":49,"text":"Geneva Convention, Aug. 12, 1949, 75 U.N.T.S. 287","name":"Geneva Convention","series":[{"volume":"75","series":"U.N.T.S.","page":"287","asWritten":"U.N.T.S."}],"date":"1949-08-12","year":"1949"}
	// {"id":"n2.1","note":"2","kind":"supra","start":0,"end":42,"text":"Geneva Convention, supra note 1, at art. 3","pins":[{"kind":"article","from":"3"}],"antecedent":"n1.1","source":"n1.1","why":"named-note","name":"Geneva Convention","supraNote":"1"}
}

func ExampleReadJSONLines() {
	const lines = `{"id":"n2.1","note":"2","kind":"supra","start":0,"end":42,"text":"Geneva Convention, supra note 1, at art. 3","pins":[{"kind":"article","from":"3"}],"antecedent":"n1.1","source":"n1.1","why":"named-note","name":"Geneva Convention","supraNote":"1"}`
	for e, err := range export.ReadJSONLines(strings.NewReader(lines)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Cite, e.Source)
	}
	// Output: n2.1 Geneva Convention, supra note 1, art. 3 n1.1
}
