// Command step is a step of a pipeline: it reads JSON lines that hold a text each,
// and writes a JSON line with the citations of each.
//
//	go run ./examples/step < opinions.jsonl > citations.jsonl
//
// A line is {"id": "...", "text": "..."}. What is no such line is written with its
// error, so that nothing is lost.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"os"
	"slices"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/export"
)

type in struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type out struct {
	ID        string        `json:"id,omitempty"`
	Citations []export.Line `json:"citations,omitempty"`
	Error     string        `json:"error,omitempty"`
}

func main() {
	log.SetFlags(0)
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(r io.Reader, w io.Writer) error {
	lines := bufio.NewReader(r)
	enc := json.NewEncoder(w)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := enc.Encode(step(line)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func step(line []byte) out {
	var text in
	if err := json.Unmarshal(line, &text); err != nil {
		return out{Error: err.Error()}
	}
	return out{ID: text.ID, Citations: slices.Collect(hereinafter.Text(text.Text).Lines(""))}
}
