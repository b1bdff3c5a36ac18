//go:build !unix

package main

import "time"

var start = time.Now()

// now returns how long the program has been running.
func now() time.Duration { return time.Since(start) }
