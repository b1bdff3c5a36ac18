// Package weburl finds web addresses in text, those too that a line's end breaks in
// two, and normalises them.
package weburl

import (
	"errors"
	"fmt"
	"strings"
)

// A URL is a web address as it is in a text. Its zero value means that there is none.
type URL struct {
	Start, End int    // where it is in the text, without punctuation after it
	Raw        string // exactly what is there, line breaks included
	Normal     string // what [Normalize] makes of Raw
}

// ErrNotURL means that a text is no address of the web.
var ErrNotURL = errors.New("not a web address")

// An Error says why a text is no address, and where.
type Error struct {
	Offset int // in bytes
	Err    error
}

// Error returns the reason.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// The kinds of [ErrNotURL].
var (
	ErrScheme = fmt.Errorf("%w: want http, https, ftp or www", ErrNotURL)
	ErrHost   = fmt.Errorf("%w: no host has such a name", ErrNotURL)
	ErrPort   = fmt.Errorf("%w: not a port number", ErrNotURL)
)

// AfterScheme returns what follows "://" in an address, all of it when
// that is missing.
func AfterScheme(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		return rest
	}
	return address
}
