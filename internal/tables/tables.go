// Package tables holds the facts that the grammars rest on: the *.tsv files of
// this folder, embedded, and the reader of their rows. README.md says what the
// columns mean. What a row's fields mean is for the packages that use them; here
// they are text with a place.
package tables

import (
	_ "embed" // the tables
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Table is a TSV file: a header line with the names of the columns, then one
// row per line. Blank lines and lines that begin with "#" are left out.
type Table struct {
	File string // its name, for messages: "reporters.tsv"
	Text string
}

// The embedded files. They are strings, so that reading them copies nothing.
var (
	//go:embed reporters.tsv
	reporters string
	//go:embed courts.tsv
	courts string
	//go:embed codes.tsv
	codes string
	//go:embed rules.tsv
	rules string
	//go:embed documents.tsv
	documents string
	//go:embed journals.tsv
	journals string
	//go:embed series.tsv
	series string
	//go:embed jurisdictions.tsv
	jurisdictions string
	//go:embed countries.tsv
	countries string
	//go:embed subjects.tsv
	subjects string
	//go:embed treatises.tsv
	treatises string
	//go:embed publications.tsv
	publications string
	//go:embed words.tsv
	words string
	//go:embed phrases.tsv
	phrases string
	//go:embed abbreviations.tsv
	abbreviations string
)

// The built-in tables.
var (
	Reporters     = Table{"reporters.tsv", reporters}
	Courts        = Table{"courts.tsv", courts}
	Codes         = Table{"codes.tsv", codes}
	Rules         = Table{"rules.tsv", rules}
	Documents     = Table{"documents.tsv", documents}
	Journals      = Table{"journals.tsv", journals}
	Series        = Table{"series.tsv", series}
	Jurisdictions = Table{"jurisdictions.tsv", jurisdictions}
	Countries     = Table{"countries.tsv", countries}
	Subjects      = Table{"subjects.tsv", subjects}
	Treatises     = Table{"treatises.tsv", treatises}
	Publications  = Table{"publications.tsv", publications}
	Words         = Table{"words.tsv", words}
	Phrases       = Table{"phrases.tsv", phrases}
	Abbreviations = Table{"abbreviations.tsv", abbreviations}
)

// All returns the built-in tables.
func All() []Table {
	return []Table{
		Reporters, Courts, Codes, Rules, Documents, Journals, Series, Jurisdictions, Countries, Subjects, Treatises, Publications, Words, Phrases, Abbreviations,
	}
}

// A Row is one row of a table. It is good until the next row is read; the
// strings that it gives are good for ever.
type Row struct {
	Line int // of the file, from 1

	columns []string
	fields  []string
	at      int // the column after the one that was asked for last
}

// Get returns the field of a column, empty where the row has none. Rows are read
// in the order of the columns, mostly: the first column looked at is the right one.
func (r *Row) Get(column string) string {
	for range r.columns {
		i := r.at
		if r.at++; r.at == len(r.columns) {
			r.at = 0
		}
		if r.columns[i] == column {
			if i < len(r.fields) {
				return r.fields[i]
			}
			break
		}
	}
	return ""
}

// List returns the parts of a field that are separated by " | ".
func (r *Row) List(column string) []string {
	if v := r.Get(column); v != "" {
		return strings.Split(v, listSeparator)
	}
	return nil
}

const listSeparator = " | "

// Year returns a field that is a year, 0 where it is empty or none.
func (r *Row) Year(column string) int {
	n, _ := strconv.Atoi(r.Get(column))
	return n
}

// Column returns the place in the line, in bytes from 1, at which the field of a
// column begins.
func (r *Row) Column(column string) int {
	at := 1
	for i := 0; i < len(r.columns) && r.columns[i] != column; i++ {
		if i < len(r.fields) {
			at += len(r.fields[i]) + 1
		}
	}
	return at
}

// Each calls f for the rows of the table, which is one of the program's own: its
// form is held by a test and not checked again.
func (t Table) Each(f func(*Row)) {
	var r Row
	for line := range strings.Lines(t.Text) {
		if r.scan(line) {
			f(&r)
		}
	}
}

// scan reads a line. It reports whether the line is a row; otherwise it is a
// comment, blank, or the header.
func (r *Row) scan(line string) bool {
	r.Line++
	line = strings.TrimRight(line, "\r\n")
	switch {
	case line == "" || line[0] == '#':
		return false
	case r.columns == nil:
		r.columns = strings.Split(line, "\t")
		return false
	}
	r.fields, r.at = r.fields[:0], 0
	for field := range strings.SplitSeq(line, "\t") {
		r.fields = append(r.fields, field)
	}
	return true
}

// An Error says what is wrong with a table, and where.
type Error struct {
	File   string
	Line   int // from 1
	Column int // in bytes, from 1
	Err    error
}

// Error returns the place and the fault: "reporters.tsv:12:3: unknown column".
func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %v", e.File, e.Line, e.Column, e.Err)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// Check is Each for a table that somebody else wrote: columns are those that it
// may have. It checks the form of each line before f sees it, and joins the
// errors of all lines, each an [*Error]; the error that f returns for a row is
// placed at the field of the column that f names.
func (t Table) Check(columns []string, f func(*Row) (column string, err error)) error {
	var r Row
	var errs []error
	fail := func(at int, err error) {
		errs = append(errs, &Error{File: t.File, Line: r.Line, Column: at, Err: err})
	}
	for line := range strings.Lines(t.Text) {
		header := r.columns == nil
		isRow := r.scan(line)
		switch {
		case header && r.columns != nil:
			for i, c := range r.columns {
				if !slices.Contains(columns, c) {
					fail(columnAt(r.columns, i), fmt.Errorf("unknown column %q: a table of this kind has %s", c, strings.Join(columns, ", ")))
				}
			}
			if len(errs) > 0 {
				return errors.Join(errs...)
			}
		case !isRow:
		default:
			if at, err := r.check(); err != nil {
				fail(at, err)
			} else if column, err := f(&r); err != nil {
				fail(r.Column(column), err)
			}
		}
	}
	return errors.Join(errs...)
}

// check checks the form of a row.
func (r *Row) check() (at int, err error) {
	if len(r.fields) > len(r.columns) {
		return columnAt(r.fields, len(r.columns)), fmt.Errorf("%d fields, but %d columns", len(r.fields), len(r.columns))
	}
	for i, field := range r.fields {
		if strings.TrimSpace(field) != field {
			return columnAt(r.fields, i), fmt.Errorf("blanks around %q", field)
		}
		if _, err := strconv.Atoi(field); field != "" && err != nil && slices.Contains(yearColumns, r.columns[i]) {
			return columnAt(r.fields, i), fmt.Errorf("%q is no year", field)
		}
	}
	return 0, nil
}

// yearColumns are the columns that hold a year.
var yearColumns = []string{"from", "to"}

// columnAt returns the place, from 1, at which field i of a line begins.
func columnAt(fields []string, i int) int {
	at := 1
	for _, f := range fields[:i] {
		at += len(f) + 1
	}
	return at
}
