package citation

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/hereinafter/hereinafter/internal/tables"
)

// How rows are read: those of the built-in files, and those of a caller's.

// A tableKind is one table: its columns in the files, and how a row becomes a
// value and is appended.
type tableKind struct {
	name    string // as callers give it
	columns []string
	files   []tables.Table // the built-in ones
	add     func(t *Tables, r *tables.Row)
}

// publicationKind is the table of publications, which is read when it is first asked.
var publicationKind = tableKind{
	"publications", []string{"abbrev", "name", "kind", "domain", "also", "example"},
	[]tables.Table{tables.Publications},
	func(t *Tables, r *tables.Row) {
		t.Publications = append(t.Publications, Publication{
			Abbrev: r.Get("abbrev"), Name: r.Get("name"), Type: r.Get("kind"), Domains: r.List("domain"), Also: r.List("also"), Example: r.Get("example"),
		})
	},
}

// tableKinds lists the tables, the largest first and last the one that is read later.
var tableKinds = [...]tableKind{
	{
		"reporters", []string{"abbrev", "name", "type", "jurisdiction", "court", "shape", "from", "to", "also", "example"},
		[]tables.Table{tables.Reporters},
		func(t *Tables, r *tables.Row) {
			t.Reporters = append(t.Reporters, Reporter{
				Abbrev: r.Get("abbrev"), Name: r.Get("name"), Type: r.Get("type"), Jurisdiction: r.Get("jurisdiction"),
				Court: r.Get("court"), Shape: r.Get("shape"), From: r.Year("from"), To: r.Year("to"), Also: r.List("also"), Example: r.Get("example"),
			})
		},
	},
	{
		"codes", []string{"abbrev", "name", "jurisdiction", "kind", "shape", "also", "example"},
		[]tables.Table{tables.Codes, tables.Rules, tables.Documents},
		func(t *Tables, r *tables.Row) {
			t.Codes = append(t.Codes, Code{
				Abbrev: r.Get("abbrev"), Name: r.Get("name"), Jurisdiction: r.Get("jurisdiction"),
				Type: r.Get("kind"), Shape: r.Get("shape"), Also: r.List("also"), Example: r.Get("example"),
			})
		},
	},
	{
		"courts", []string{"id", "cite", "also", "name", "jurisdiction", "level", "example"},
		[]tables.Table{tables.Courts},
		func(t *Tables, r *tables.Row) {
			t.Courts = append(t.Courts, Court{
				ID: r.Get("id"), Cite: r.Get("cite"), Also: r.List("also"), Name: r.Get("name"),
				Jurisdiction: r.Get("jurisdiction"), Level: r.Get("level"), Example: r.Get("example"),
			})
		},
	},
	{
		"journals", []string{"abbrev", "name", "also", "example"},
		[]tables.Table{tables.Journals},
		func(t *Tables, r *tables.Row) {
			t.Journals = append(t.Journals, Journal{Abbrev: r.Get("abbrev"), Name: r.Get("name"), Also: r.List("also"), Example: r.Get("example")})
		},
	},
	{
		"series", []string{"abbrev", "name", "shape", "from", "to", "also", "example"},
		[]tables.Table{tables.Series},
		func(t *Tables, r *tables.Row) {
			t.Series = append(t.Series, Series{
				Abbrev: r.Get("abbrev"), Name: r.Get("name"), Shape: r.Get("shape"),
				From: r.Year("from"), To: r.Year("to"), Also: r.List("also"), Example: r.Get("example"),
			})
		},
	},
	{
		"jurisdictions", []string{"code", "abbrev", "name", "also", "example"},
		[]tables.Table{tables.Jurisdictions},
		func(t *Tables, r *tables.Row) {
			t.Jurisdictions = append(t.Jurisdictions, Jurisdiction{
				Code: r.Get("code"), Abbrev: r.Get("abbrev"), Name: r.Get("name"), Also: r.List("also"), Example: r.Get("example"),
			})
		},
	},
	{
		"countries", []string{"abbrev", "name", "code", "also", "example"},
		[]tables.Table{tables.Countries},
		func(t *Tables, r *tables.Row) {
			t.Countries = append(t.Countries, Country{
				Abbrev: r.Get("abbrev"), Name: r.Get("name"), Code: r.Get("code"), Also: r.List("also"), Example: r.Get("example"),
			})
		},
	},
	{
		"subjects", []string{"code", "subject", "name", "example"},
		[]tables.Table{tables.Subjects},
		func(t *Tables, r *tables.Row) {
			t.Subjects = append(t.Subjects, Subject{Code: r.Get("code"), Abbrev: r.Get("subject"), Name: r.Get("name"), Example: r.Get("example")})
		},
	},
	{
		"treatises", []string{"abbrev", "name", "also", "example"},
		[]tables.Table{tables.Treatises},
		func(t *Tables, r *tables.Row) {
			t.Treatises = append(t.Treatises, Treatise{Abbrev: r.Get("abbrev"), Name: r.Get("name"), Also: r.List("also"), Example: r.Get("example")})
		},
	},
	{
		"words", []string{"word", "roles"},
		[]tables.Table{tables.Words},
		func(t *Tables, r *tables.Row) {
			t.Words = append(t.Words, Word{Word: r.Get("word"), Roles: strings.Split(r.Get("roles"), ", ")})
		},
	},
	{
		"abbreviations", []string{"word", "meaning", "before", "example"},
		[]tables.Table{tables.Abbreviations},
		func(t *Tables, r *tables.Row) { t.Abbreviations = append(t.Abbreviations, r.Get("word")) },
	},
	publicationKind,
}

// Builtin returns a fresh copy of the built-in tables.
func Builtin() *Tables {
	t := builtinForIndex()
	t.Publications = builtinPublications()
	return t
}

// builtinPublications reads a table that few texts need.
func builtinPublications() []Publication {
	t := &Tables{Publications: make([]Publication, 0, 2048)}
	t.readBuiltin([]tableKind{publicationKind})
	return t.Publications
}

// builtinForIndex reads the built-in tables that every text needs.
func builtinForIndex() *Tables {
	t := &Tables{ // with room for the built-in rows
		Reporters: make([]Reporter, 0, 1536), Courts: make([]Court, 0, 1024), Codes: make([]Code, 0, 1536),
		Journals: make([]Journal, 0, 1280), Abbreviations: make([]string, 0, 1536), Words: make([]Word, 0, 768),
	}
	const inParallel = 2 // the largest two, which take half the time
	var rest sync.WaitGroup
	rest.Go(func() { t.readBuiltin(tableKinds[inParallel : len(tableKinds)-1]) })
	t.readBuiltin(tableKinds[:inParallel])
	rest.Wait()
	return t
}

func (t *Tables) readBuiltin(kinds []tableKind) {
	for _, k := range kinds {
		for _, file := range k.files {
			file.Each(func(r *tables.Row) { k.add(t, r) })
		}
	}
}

// A TableError says what is wrong with a row of a table.
type TableError struct {
	File   string // the file's name; of a row that no file holds, the table's: "reporters"
	Line   int    // in the file, from 1; of a row that no file holds, its index in the table
	Column int    // in bytes, from 1; 0 for a row that no file holds
	Err    error  // never nil
}

// Error returns the place and the fault.
func (e *TableError) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%s[%d]: %v", e.File, e.Line, e.Err)
	}
	return fmt.Sprintf("%s:%d:%d: %v", e.File, e.Line, e.Column, e.Err)
}

// Unwrap returns e.Err.
func (e *TableError) Unwrap() error { return e.Err }

// Load appends the rows of a TSV file to one of the tables, whose columns are:
//
//	reporters      abbrev name type jurisdiction court shape from to also example
//	codes          abbrev name jurisdiction kind shape also example
//	courts         id cite also name jurisdiction level example
//	journals       abbrev name also example
//	series         abbrev name shape from to also example
//	jurisdictions  code abbrev name also example
//	countries      abbrev name code also example
//	subjects       code subject name example
//	treatises      abbrev name also example
//	publications   abbrev name kind domain also example
//	words          word roles
//	abbreviations  word meaning before example
//
// Rules of court and legislative papers are codes. The file begins with a line of
// the names of its columns, in any order, of which any may be left out; then each
// line is a row, its fields separated by tabs, several forms in also by " | ". Lines
// that begin with "#" are left out. file is its name, for messages.
//
// A row that refers to another, such as a reporter to its court, comes after it.
// The error joins a [*TableError] for each line that is wrong; the other rows are
// appended.
func (t *Tables) Load(table, file string, r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	k := slices.IndexFunc(tableKinds[:], func(k tableKind) bool { return k.name == table })
	if k < 0 {
		return fmt.Errorf("%s: there is no table %q", file, table)
	}
	known := t.knownNames()
	src := tables.Table{File: file, Text: string(text)}
	err = src.Check(tableKinds[k].columns, func(r *tables.Row) (string, error) {
		var one Tables
		tableKinds[k].add(&one, r)
		if column, err := one.checkRows(known); err != nil {
			return column, err
		}
		tableKinds[k].add(t, r)
		return "", nil
	})
	return tableErrors(err)
}
