//go:build unix

package main

import (
	"syscall"
	"time"
)

// now returns how long the program has been at work, whatever else the machine
// does meanwhile.
func now() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
