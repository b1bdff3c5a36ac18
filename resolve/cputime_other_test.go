//go:build !unix

package resolve_test

import "time"

var started = time.Now()

// cpuTime stands for the processor time where that is not known.
func cpuTime() time.Duration { return time.Since(started) }
