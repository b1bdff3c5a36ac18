package citation

import "fmt"

// A SyntaxError says why a text could not be parsed, and where. It is the
// error of [Parse], [ParseDate], [ParseURL] and [URLOptions.Normalize].
type SyntaxError struct {
	Offset int   // byte offset into the text at which it stops making sense
	Err    error // what was wanted there; never nil
}

// Error returns the offset and the reason.
func (e *SyntaxError) Error() string { return fmt.Sprintf("byte %d: %v", e.Offset, e.Err) }

// Unwrap returns e.Err.
func (e *SyntaxError) Unwrap() error { return e.Err }
