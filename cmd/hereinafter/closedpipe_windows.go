package main

import (
	"errors"
	"io"
	"syscall"
)

func noticeClosedPipe() {}

// isClosedPipe reports whether an error of writing says that nobody reads any more.
func isClosedPipe(err error) bool {
	const noData = syscall.Errno(232) // "The pipe is being closed."
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, noData) || errors.Is(err, io.ErrClosedPipe)
}
