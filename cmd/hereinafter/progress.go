package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress shows on a terminal which of many files is being read. It stays
// silent for the first second, and wherever standard error is not a terminal.
type progress struct {
	out   io.Writer // nil: silent
	total int
	count int
	start time.Time
	shown bool
}

func newProgress(stderr io.Writer, total int) *progress {
	p := &progress{total: total, start: time.Now()}
	if f, ok := stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.out = stderr
		}
	}
	return p
}

// file says that the next file is being read.
func (p *progress) file(name string) {
	p.count++
	if p.out == nil || time.Since(p.start) < time.Second {
		return
	}
	fmt.Fprintf(p.out, "\r\x1b[K%d of %d: %s", p.count, p.total, name)
	p.shown = true
}

// done clears the line.
func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}
