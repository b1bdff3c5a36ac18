//go:build unix

package resolve_test

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that the process has used: unlike that of the
// clock, it does not grow while others run.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
