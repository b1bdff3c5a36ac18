package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"time"
)

// sizes are those at which a text is read, in bytes: each four times the one before.
var sizes = [...]int{16 << 10, 64 << 10, 256 << 10}

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
	PerKB  [len(sizes)]float64 // microseconds per KB; 0 where it would have taken too long
	Usual  float64             // microseconds per KB of what is usually read
}

// growth returns how much longer a byte takes for four times the size.
func (f finding) growth() float64 {
	if last := len(sizes) - 1; f.PerKB[last] > 0 {
		return f.PerKB[last] / f.PerKB[last-1]
	}
	return f.PerKB[1] / f.PerKB[0]
}

// slow returns how many times the usual time a byte takes.
func (f finding) slow() float64 { return max(f.PerKB[0], f.PerKB[1], f.PerKB[2]) / f.Usual }

// bad reports whether the finding is one to be told.
func (f finding) bad() bool { return f.growth() > maxGrowth || f.slow() > maxSlow }

// weight orders findings: how often the worse of the two bounds is exceeded.
func (f finding) weight() float64 { return max(f.growth()/maxGrowth, f.slow()/maxSlow) }

func (f finding) String() string {
	return fmt.Sprintf("%8d %-8s %6.0f %6.0f %6.0f us/KB  growth %4.2f  %5.1f times the usual  %s", f.Number, f.Reader, f.PerKB[0], f.PerKB[1], f.PerKB[2], f.growth(), f.slow(), f.Text)
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

// measure reads a text at all sizes. First it reads it quickly, at the smallest
// and the largest, and leaves it at that where nothing is amiss.
func (r reader) measure(t text, usual float64) finding {
	f := finding{Reader: r.name, Text: t.String(), Usual: usual}
	last := len(sizes) - 1
	f.PerKB[0] = r.perKB(t.make(sizes[0])+r.tail, 2)
	f.PerKB[1] = r.perKB(t.make(sizes[1])+r.tail, 1)
	if time.Duration(f.PerKB[1]*float64(sizes[1])/1024*16)*time.Microsecond > tooLong {
		return f
	}
	f.PerKB[last] = r.perKB(t.make(sizes[last])+r.tail, 1)
	if f.PerKB[last] < f.PerKB[0]*maxGrowth*maxGrowth && !f.bad() {
		return f
	}
	for i, n := range sizes {
		f.PerKB[i] = min(f.PerKB[i], r.perKB(t.make(n)+r.tail, care))
	}
	return f
}
