package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// sizes are those at which a text is read, in bytes: each four times the one before.
// The last is for those alone that seem to grow.
var sizes = [...]int{16 << 10, 64 << 10, 256 << 10, 1 << 20}

// What is reported, and how much worse a single reading has to look before it is
// measured with care.
const (
	maxGrowth = 1.3 // of the time per byte, for four times the size
	maxSlow   = 20  // times the usual time per byte
	care      = 5   // readings, of which the quickest counts
	tooLong   = 20 * time.Second
)

// A finding is what was measured of a text.
type finding struct {
	Number uint64 // of the text
	Reader string
	Text   string
	PerKB  []float64 // microseconds per KB at the sizes that were read
	Usual  float64   // microseconds per KB of what is usually read
}

// growth returns how much longer a byte takes for four times the size, at the
// largest that were read.
func (f finding) growth() float64 {
	last := len(f.PerKB) - 1
	return f.PerKB[last] / f.PerKB[last-1]
}

// slow returns how many times the usual time a byte takes.
func (f finding) slow() float64 { return slices.Max(f.PerKB) / f.Usual }

// bad reports whether the finding is one to be told.
func (f finding) bad() bool { return f.growth() > maxGrowth || f.slow() > maxSlow }

// weight orders findings: how often the worse of the two bounds is exceeded.
func (f finding) weight() float64 { return max(f.growth()/maxGrowth, f.slow()/maxSlow) }

func (f finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d %-8s ", f.Number, f.Reader)
	for _, t := range f.PerKB {
		fmt.Fprintf(&b, "%6.0f ", t)
	}
	fmt.Fprintf(&b, "us/KB  growth %4.2f  %5.1f times the usual  %s", f.growth(), f.slow(), f.Text)
	return b.String()
}

// perKB returns how long the reader takes for a KB of s, in microseconds: the
// quickest of some readings.
func (r reader) perKB(s string, times int) float64 {
	best := time.Duration(math.MaxInt64)
	for range times {
		collect()
		start := now()
		r.read(s)
		took := now() - start
		if best = min(best, took); took > tooLong/4 {
			break
		}
	}
	return float64(best.Nanoseconds()) / 1000 / (float64(len(s)) / 1024)
}

// alone lets nothing be collected while a text is read: how often that happens
// depends on the size. It returns what undoes it.
func alone() (undo func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(1<<30)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// collect collects what was left by earlier readings, if it is much.
func collect() {
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > 128<<20 {
		runtime.GC()
	}
}

// measure reads a text at all sizes but the last. What is amiss then is measured
// with care, and what grows at the last size too: there the machine's caches no longer
// make a difference.
func (r reader) measure(t text, usual float64) finding {
	f := finding{Reader: r.name, Text: t.String(), Usual: usual}
	f.read(r, t, 1)
	if !f.bad() {
		return f
	}
	f.read(r, t, care)
	if f.growth() > maxGrowth {
		f.extend(r, t, 2)
	}
	return f
}

// read reads a text at all sizes but the last, so many times each; it keeps what was
// quicker before.
func (f *finding) read(r reader, t text, times int) {
	earlier := f.PerKB
	f.PerKB = nil
	for i := range len(sizes) - 1 {
		f.extend(r, t, times)
		if i < len(earlier) && i < len(f.PerKB) {
			f.PerKB[i] = min(f.PerKB[i], earlier[i])
		}
	}
}

// extend reads a text at the next size, unless that would take too long.
func (f *finding) extend(r reader, t text, times int) {
	n := len(f.PerKB)
	if n >= 2 && f.PerKB[n-1]*f.growth()*float64(sizes[n])/1024*float64(times) > float64(tooLong.Microseconds()) {
		return
	}
	f.PerKB = append(f.PerKB, r.perKB(t.make(sizes[n])+r.tail, times))
}
