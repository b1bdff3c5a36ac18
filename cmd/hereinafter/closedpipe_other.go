//go:build !unix && !windows

package main

import (
	"errors"
	"io"
)

func noticeClosedPipe() {}

func isClosedPipe(err error) bool { return errors.Is(err, io.ErrClosedPipe) }
