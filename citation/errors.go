package citation

import "fmt"

// A SyntaxError says where and why a text is not what it was parsed as.
type SyntaxError struct {
	Offset int   // byte offset in the text
	Err    error // what is wrong there
}

// Error returns the message with its place.
func (e *SyntaxError) Error() string { return fmt.Sprintf("byte %d: %v", e.Offset, e.Err) }

// Unwrap returns Err.
func (e *SyntaxError) Unwrap() error { return e.Err }
