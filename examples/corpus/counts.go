package main

import (
	"context"
	"encoding/json"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Counts are what was read and written. Records are the sum of Documents and all
// Rejected, and Bytes, blank lines included, are those of the corpus.
type Counts struct {
	Bytes     int64            `json:"bytes"`
	Records   int64            `json:"records"`
	Documents int64            `json:"documents"`
	Rejected  map[string]int64 `json:"rejected"`  // records that were not read, by reason
	Problems  map[string]int64 `json:"problems"`  // what does not fit in documents, by kind
	Citations map[string]int64 `json:"citations"` // lines of the citations, by kind
	Links     map[string]int64 `json:"links"`     // short forms, by the rule that linked them or the reason why none did
	Edges     int64            `json:"edges"`     // lines of the edges
}

func newCounts() Counts {
	return Counts{
		Rejected: make(map[string]int64), Problems: make(map[string]int64),
		Citations: make(map[string]int64), Links: make(map[string]int64),
	}
}

// addCounts returns the sum of two counts.
func addCounts(a, b Counts) Counts {
	sum := newCounts()
	for _, c := range []Counts{a, b} {
		sum.Bytes += c.Bytes
		sum.Records += c.Records
		sum.Documents += c.Documents
		sum.Edges += c.Edges
		addTo(sum.Rejected, c.Rejected)
		addTo(sum.Problems, c.Problems)
		addTo(sum.Citations, c.Citations)
		addTo(sum.Links, c.Links)
	}
	return sum
}

func addTo(sum, counts map[string]int64) {
	for name, n := range counts {
		sum[name] += n
	}
}

// countsName is the file of the counts. It is written last: a run that has it is
// complete.
const countsName = "counts.json"

// countsFn writes the counts.
type countsFn struct {
	Output string // a folder
}

func (f *countsFn) ProcessElement(ctx context.Context, c Counts) error {
	data, err := json.MarshalIndent(addCounts(c, Counts{}), "", "  ")
	if err != nil {
		return err
	}
	fsys, err := filesystem.New(ctx, f.Output)
	if err != nil {
		return err
	}
	defer fsys.Close()
	return filesystem.Write(ctx, fsys, join(f.Output, countsName), append(data, '\n'))
}
