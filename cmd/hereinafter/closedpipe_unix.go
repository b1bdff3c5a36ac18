//go:build unix

package main

import (
	"errors"
	"io"
	"os/signal"
	"syscall"
)

// noticeClosedPipe makes a closed pipe an error of writing, with the exit status of
// one, instead of a signal that ends the process.
func noticeClosedPipe() { signal.Ignore(syscall.SIGPIPE) }

// isClosedPipe reports whether an error of writing says that nobody reads any more.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
