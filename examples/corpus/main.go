// Command corpus reads a corpus of documents on Apache Beam: it finds and links
// the citations of each document, and writes the citations, the edges of the
// citation graph, what was not read, and counts. The README says how to run it,
// here and elsewhere.
//
//	go run . -input opinions.jsonl -output out
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/hereinafter/hereinafter/footnote"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Corpus]())
	register.DoFn3x1[context.Context, Corpus, func(Block), error](&planFn{})
	register.DoFn3x1[context.Context, Block, func(Counts), error](&findFn{})
	register.DoFn2x1[context.Context, Counts, error](&countsFn{})
	register.Function2x1(addCounts)
	register.Emitter1[Block]()
	register.Emitter1[Counts]()
}

// A job is one run: what is read, and where the results go.
type job struct {
	corpus    Corpus
	output    string // a folder
	maxRecord int64  // bytes of the largest record that is read
}

func main() {
	log.SetFlags(0)
	var j job
	flag.StringVar(&j.corpus.Input, "input", "", "a folder, a file, or a pattern such as gs://bucket/*.jsonl")
	flag.IntVar(&j.corpus.Shards, "shards", 64, "the number of parts with files of their own; a small corpus has fewer")
	flag.StringVar(&j.output, "output", "", "the folder for the results; it may not hold files yet")
	flag.Int64Var(&j.maxRecord, "max", footnote.MaxText, "bytes of the largest line or file that is read")
	flag.Parse()
	beam.Init()
	if err := j.run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

// run builds the pipeline and runs it to its end.
func (j job) run(ctx context.Context) error {
	if j.corpus.Input == "" || j.output == "" || j.corpus.Shards < 1 || j.maxRecord < 1 {
		return errors.New("corpus: want -input and -output, and -shards and -max of 1 or more")
	}
	if err := vacant(ctx, j.output); err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	j.build(s)
	return beamx.Run(ctx, p)
}

// build adds the transforms. What goes from one to another is small: blocks,
// which say what to read, and counts. Texts and citations stay in the step that
// reads a block and writes its files.
func (j job) build(s beam.Scope) {
	corpus := beam.Create(s, j.corpus)
	blocks := beam.Reshuffle(s, beam.ParDo(s.Scope("plan"), &planFn{}, corpus))
	counts := beam.ParDo(s.Scope("find"), &findFn{Output: j.output, Max: j.maxRecord}, blocks)
	total := beam.Combine(s.Scope("count"), addCounts, counts)
	beam.ParDo0(s.Scope("write"), &countsFn{Output: j.output}, total)
}

// vacant returns an error when a folder holds files: results of another run would
// mix with those of this one.
func vacant(ctx context.Context, dir string) error {
	fs, err := filesystem.New(ctx, dir)
	if err != nil {
		return err
	}
	defer fs.Close()
	names, err := fs.List(ctx, join(dir, "*"))
	if err == nil && len(names) > 0 {
		err = fmt.Errorf("corpus: -output %s holds files already", dir)
	}
	return err
}
