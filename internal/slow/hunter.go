package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A hunter reads one text after the other.
type hunter struct {
	Seed uint64 // that the texts follow from
	Next uint64 // the number of the next text

	bag     bag
	readers []reader
	usual   []float64 // what each usually takes, in microseconds per KB
	found   []finding
	log     io.Writer
}

// A record is a line of the log: a finding, or where the hunt is.
type record struct {
	Finding *finding `json:"finding,omitempty"`
	Seed    uint64   `json:"seed"`
	Next    uint64   `json:"next"`
}

// load gets the hunter ready: the tables' words, the readers with what they usually
// take, and the log of earlier hunts with the same seed. only is the name of the one
// reader to be measured, log the name of the file; both may be empty.
func (h *hunter) load(root, only, log string) error {
	h.bag, h.log = newBag(), io.Discard
	for _, r := range readers() {
		if only != "" && r.name != only {
			continue
		}
		sample, err := r.usual(root)
		if err != nil {
			return err
		}
		h.readers = append(h.readers, r)
		h.usual = append(h.usual, r.perKB(sample, care))
	}
	if len(h.readers) == 0 {
		return fmt.Errorf("no reader is called %q", only)
	}
	if log == "" {
		return nil
	}
	if err := h.resume(log); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	h.log = f
	return err
}

// resume reads the log.
func (h *hunter) resume(log string) error {
	f, err := os.Open(log)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return fmt.Errorf("%s: %w", log, err)
		}
		if r.Seed != h.Seed {
			continue
		}
		if h.Next = max(h.Next, r.Next); r.Finding != nil {
			h.found = append(h.found, *r.Finding)
		}
	}
	return lines.Err()
}

// at returns a text by its number, and the reader that it is for.
func (h *hunter) at(n uint64) (text, int) {
	i := int(n % uint64(len(h.readers)))
	return h.bag.text(rand.New(rand.NewPCG(h.Seed, n)), h.readers[i].markup), i
}

// run reads n texts, or until the time is over.
func (h *hunter) run(n uint64, until time.Time) error {
	log := json.NewEncoder(h.log)
	for ; n > 0 && time.Now().Before(until); n-- {
		t, i := h.at(h.Next)
		f := h.readers[i].measure(t, h.usual[i])
		f.Number = h.Next
		h.Next++
		if f.bad() {
			h.found = append(h.found, f)
			fmt.Println(f)
			if err := log.Encode(record{&f, h.Seed, h.Next}); err != nil {
				return err
			}
		} else if h.Next%100 == 0 {
			if err := log.Encode(record{nil, h.Seed, h.Next}); err != nil {
				return err
			}
		}
	}
	return log.Encode(record{nil, h.Seed, h.Next})
}

// try measures one piece, quoted, and prints what it takes.
func (h *hunter) try(quoted string) error {
	piece, err := strconv.Unquote(quoted)
	if err != nil {
		return fmt.Errorf("%s: %w", quoted, err)
	}
	for i, r := range h.readers {
		fmt.Println(r.measure(text{piece: strings.ReplaceAll(piece, "{n}", counted)}, h.usual[i]))
	}
	return nil
}

// print prints the worst of what was found: what grows, then what is slow.
func (h *hunter) print(worst int) {
	fmt.Printf("\n%d texts of seed %d; the worst of %d findings:\n", h.Next, h.Seed, len(h.found))
	slices.SortStableFunc(h.found, func(a, b finding) int { return cmp.Compare(b.weight(), a.weight()) })
	for _, f := range h.found[:min(worst, len(h.found))] {
		fmt.Println(f)
	}
}
