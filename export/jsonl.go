package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/hereinafter/hereinafter/citation"
)

// WriteJSONLines writes lines as they come, each as one JSON object and a line
// feed, with one call of Write for each. It stops at the first error of w.
func WriteJSONLines(w io.Writer, lines iter.Seq[Line]) error {
	if lines == nil {
		return nil
	}
	if w == nil {
		return errors.New("export: nothing to write to")
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for l := range lines {
		if err := enc.Encode(&l); err != nil {
			return err
		}
	}
	return nil
}

// An Entry is a line that was read back, with its citation.
type Entry struct {
	Line
	// Cite has the citations of the lines that follow inside it, where they name
	// it as their parent. It has no FirstInString: the id of that one is in String.
	Cite citation.Citation
}

// A LineError says which JSON line could not be read.
type LineError struct {
	Line int   // counted from 1
	Err  error // mostly a [*citation.JSONError], with the key and the offset in the line
}

// Error returns the line and the reason.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns e.Err.
func (e *LineError) Unwrap() error { return e.Err }

// ReadJSONLines reads what [WriteJSONLines] wrote, from one document or from
// several one after the other. It yields one entry per line, in order, blank
// lines left out; a citation and those inside it when all of them have been
// read. For a line that cannot be read it yields a [*LineError] and goes on
// with the next one; it ends after an error of r.
//
// A line whose parent is not among the lines right before it, as in a selection
// of lines, is an entry like any other, and in no citation. Of a nil r there are
// none.
func ReadJSONLines(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if r == nil {
			return
		}
		in := bufio.NewReaderSize(r, 1<<16)
		f := family{yield: yield}
		f.flush()
		for n := 1; ; n++ {
			data, err := in.ReadBytes('\n')
			if data = bytes.TrimSpace(data); len(data) > 0 && !f.read(n, data) {
				return
			}
			if err != nil {
				if f.flush() && !errors.Is(err, io.EOF) {
					yield(Entry{}, &LineError{n, err})
				}
				return
			}
		}
	}
}

// maxDepth bounds how deep the citations of lines nest; the ones that are read
// in texts nest less deeply. A line at a greater depth is in no citation.
const maxDepth = 64

// maxFamily bounds how many lines are held back until their citation is whole;
// the lines after that many are in no citation.
const maxFamily = 4096

// A family is a citation at top level and those inside it, as they are read.
type family struct {
	yield   func(Entry, error) bool
	entries []result
	members map[string]member          // by id
	events  map[string]*citation.Event // without their decisions, by the ids of these
}

// A result is what is yielded for one line.
type result struct {
	entry Entry
	err   error
}

// A member is a citation that others may be inside.
type member struct {
	cite  citation.Citation
	depth int
}

// read enters one line, yields the family before it when it begins a new one,
// and reports whether to go on.
func (f *family) read(n int, data []byte) bool {
	if len(f.entries) == maxFamily && !f.flush() {
		return false
	}
	e, err := readLine(data)
	if err != nil {
		f.entries = append(f.entries, result{err: &LineError{n, err}})
		return true
	}
	parent, inside := f.members[e.Parent]
	inside = inside && e.Parent != ""
	if !inside && !f.flush() {
		return false
	}
	depth := parent.depth + 1
	if inside && depth < maxDepth {
		f.attach(&e, parent.cite)
	}
	f.members[e.ID] = member{e.Cite, depth}
	if c, ok := e.Cite.(*citation.Case); ok {
		for i, event := range e.History {
			if event.ID != "" {
				f.events[event.ID] = &c.History[i]
			}
		}
	}
	f.entries = append(f.entries, result{entry: e})
	return true
}

// attach puts a citation where its parent holds it.
func (f *family) attach(e *Entry, parent citation.Citation) {
	if parens := parent.Common().Parens; e.Parenthetical > 0 && e.Parenthetical <= len(parens) {
		p := &parens[e.Parenthetical-1]
		p.Citations = append(p.Citations, e.Cite)
		return
	}
	decision, ok := e.Cite.(*citation.Case)
	if event := f.events[e.ID]; ok && event != nil {
		event.Case = decision
		delete(f.events, e.ID)
	}
}

// flush yields what was read, forgets it, and reports whether to go on.
func (f *family) flush() bool {
	for _, r := range f.entries {
		if !f.yield(r.entry, r.err) {
			return false
		}
	}
	f.entries = f.entries[:0]
	f.members = make(map[string]member)
	f.events = make(map[string]*citation.Event)
	return true
}

func readLine(data []byte) (e Entry, err error) {
	if err = json.Unmarshal(data, &e.Line); err == nil {
		e.Cite, err = e.Citation()
	}
	if err == nil {
		return e, nil
	}
	if _, located := citation.Unmarshal(data); located != nil {
		err = located // with the key and the offset
	}
	return e, err
}
