package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"runtime"
	"slices"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/export"
)

// findFn reads a block and writes the files of its shard. It emits what it
// counted once the files are there.
type findFn struct {
	Output string // a folder
	Max    int64  // bytes of the largest record that is read
}

func (f *findFn) ProcessElement(ctx context.Context, b Block, emit func(Counts)) error {
	out, err := createShard(ctx, f.Output, b)
	if err != nil {
		return err
	}
	defer out.discard()
	counts := Counts{}
	ahead := 2 * runtime.GOMAXPROCS(0)
	for r, err := range inOrder(b.records(ctx, f.Max), ahead, read) {
		if err == nil {
			err = r.err
		}
		if err == nil {
			err = out.write(r)
		}
		if err != nil {
			return err
		}
		counts = addCounts(counts, r.counts)
	}
	if err := out.commit(ctx); err != nil {
		return err
	}
	emit(counts)
	return nil
}

// inOrder calls work for each value, for n of them at a time, and yields the
// results in the order of the values. It ends after an error.
func inOrder[A, B any](values iter.Seq2[A, error], n int, work func(A) B) iter.Seq2[B, error] {
	return func(yield func(B, error) bool) {
		var begun []chan B
		for v, err := range values {
			if err != nil {
				yield(*new(B), err)
				return
			}
			c := make(chan B, 1)
			go func() { c <- work(v) }()
			if begun = append(begun, c); len(begun) < n {
				continue
			}
			if !yield(<-begun[0], nil) {
				return
			}
			begun = begun[1:]
		}
		for _, c := range begun {
			if !yield(<-c, nil) {
				return
			}
		}
	}
}

// A result is what one record gives: lines for each of the outputs, and counts.
type result struct {
	lines  [outputs]bytes.Buffer
	counts Counts
	err    error // of a document that could neither be read nor rejected
}

// An edge says how often a document cites an authority.
type edge struct {
	From  string `json:"from"` // the document's id
	To    string `json:"to"`   // the authority's key
	Count int    `json:"count"`
}

// A trouble is a record that was rejected, or what does not fit in a document
// that was read.
type trouble struct {
	Rejected Reason `json:"rejected,omitempty"`
	Problem  string `json:"problem,omitempty"` // one of [footnote.ProblemKind]
	Detail   string `json:"detail,omitempty"`
	ID       string `json:"id,omitempty"` // of the document, where it is known
	place
}

// read reads one record.
func read(r record) *result {
	res := &result{counts: newCounts()}
	res.counts.Bytes = r.Bytes
	id, doc, err := r.document()
	if errors.Is(err, errBlank) {
		return res
	}
	res.counts.Records = 1
	var rejected *rejection
	switch {
	case err == nil:
		res.document(id, doc)
		for _, p := range doc.Problems {
			res.counts.Problems[string(p.Kind)]++
			res.add(problemLines, trouble{Problem: string(p.Kind), Detail: p.String(), ID: id, place: r.place})
		}
	case errors.As(err, &rejected):
		res.counts.Rejected[string(rejected.reason)]++
		res.add(problemLines, trouble{Rejected: rejected.reason, Detail: rejected.detail, ID: id, place: r.place})
	default:
		res.err = err
	}
	return res
}

// document adds the lines of a document.
func (res *result) document(id string, doc *hereinafter.Document) {
	res.counts.Documents = 1
	err := export.WriteJSONLines(&res.lines[citationLines], func(yield func(export.Line) bool) {
		for line := range doc.Lines(id) {
			res.counts.Citations[string(line.Kind)]++
			if line.Why != "" {
				res.counts.Links[string(line.Why)]++
			}
			if !yield(line) {
				return
			}
		}
	})
	res.err = cmp.Or(res.err, err)
	cited := authorities(id, doc)
	res.counts.Edges = int64(len(cited))
	var edges []edge
	for _, au := range cited {
		edges = append(edges, edge{id, au.Key, len(au.Mentions)})
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Compare(a.To, b.To) })
	for _, e := range edges {
		res.add(edgeLines, e)
	}
}

// add adds a line to an output.
func (res *result) add(output int, line any) {
	enc := json.NewEncoder(&res.lines[output])
	enc.SetEscapeHTML(false)
	res.err = cmp.Or(res.err, enc.Encode(line))
}
