package main

import (
	"fmt"
	"io"
	"time"
)

// progress shows on a terminal which file is being read, and how far. It stays
// silent for the first second, and wherever standard error is not a terminal.
type progress struct {
	out   io.Writer // nil: silent
	total int
	count int
	name  string
	start time.Time
	shown bool
}

func newProgress(stderr io.Writer, total int) *progress {
	p := &progress{total: total, start: time.Now()}
	if isTerminal(stderr) {
		p.out = stderr
	}
	return p
}

// file says that the next file is being read.
func (p *progress) file(name string) {
	p.count++
	p.name = name
	p.at(0)
}

// at says that the file is being read from an offset on.
func (p *progress) at(offset int) {
	if p.out == nil || time.Since(p.start) < time.Second {
		return
	}
	fmt.Fprintf(p.out, "\r\x1b[K%d of %d: %s", p.count, p.total, printable(p.name))
	if offset > 0 {
		fmt.Fprintf(p.out, ", %d MB", offset>>20)
	}
	p.shown = true
}

// done clears the line.
func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}
