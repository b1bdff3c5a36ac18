package citation

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/tables"
)

// What a row may say. A row that says anything else would be read as something
// that its author did not mean.

// The types of reporters and of codes; the README of the tables says what they mean.
var (
	reporterTypes = []string{"federal", "regional", "state", "neutral", "nominative", "specialty", "annotation", "database", "foreign"}
	codeTypes     = []string{
		"statute", "regulation", "session", "register", "executive", "rule", "legislative", "patent", "ethics", "intl", "record", "opinion", "docket",
	}
	publicationTypes = []string{
		"newspaper", "magazine", "wire", "broadcaster", "site", "platform", "video", "audio", "preprint", "papers", "page", "institution",
	}
	courtLevels = []string{"supreme", "appeals", "trial", "special"}
	// ownJurisdictions are those that are no country: European and international courts.
	ownJurisdictions = []string{"EU", "INT"}
)

// known are the names that rows refer to.
type known struct {
	courts        map[string]bool // ids
	jurisdictions map[string]bool // codes, and names of countries
	codes         map[string]bool // abbreviations
}

func (t *Tables) knownNames() known {
	k := known{make(map[string]bool), make(map[string]bool), make(map[string]bool)}
	for i := range t.Courts {
		k.courts[t.Courts[i].ID] = true
	}
	for i := range t.Codes {
		k.codes[t.Codes[i].Abbrev] = true
	}
	for i := range t.Jurisdictions {
		k.jurisdictions[t.Jurisdictions[i].Code] = true
	}
	for i := range t.Countries {
		k.jurisdictions[t.Countries[i].Code], k.jurisdictions[t.Countries[i].Name] = true, true
	}
	for _, code := range ownJurisdictions {
		k.jurisdictions[code] = true
	}
	return k
}

// check checks every row.
func (t *Tables) check() error {
	known := t.knownNames()
	var errs []error
	each := func(table string, n int, row func(i int) (string, error)) {
		for i := range n {
			if column, err := row(i); err != nil {
				errs = append(errs, &TableError{File: table, Line: i, Err: fmt.Errorf("%s: %w", column, err)})
			}
		}
	}
	each("reporters", len(t.Reporters), func(i int) (string, error) { return t.Reporters[i].check(known) })
	each("codes", len(t.Codes), func(i int) (string, error) { return t.Codes[i].check(known) })
	each("courts", len(t.Courts), func(i int) (string, error) { return t.Courts[i].check(known) })
	each("series", len(t.Series), func(i int) (string, error) { return t.Series[i].check() })
	each("subjects", len(t.Subjects), func(i int) (string, error) { return t.Subjects[i].check(known) })
	each("words", len(t.Words), func(i int) (string, error) { return t.Words[i].check() })
	return errors.Join(errs...)
}

// checkRows returns the first fault of any row, and its column.
func (t *Tables) checkRows(k known) (column string, err error) {
	for i := range t.Reporters {
		return t.Reporters[i].check(k)
	}
	for i := range t.Codes {
		return t.Codes[i].check(k)
	}
	for i := range t.Courts {
		return t.Courts[i].check(k)
	}
	for i := range t.Series {
		return t.Series[i].check()
	}
	for i := range t.Subjects {
		return t.Subjects[i].check(k)
	}
	for i := range t.Words {
		return t.Words[i].check()
	}
	for i := range t.Publications {
		return t.Publications[i].check()
	}
	return "", nil
}

func (r *Reporter) check(k known) (column string, err error) {
	return firstError(
		cell{"abbrev", required(r.Abbrev)},
		cell{"type", optional(r.Type, oneOf(r.Type, reporterTypes))},
		cell{"jurisdiction", k.jurisdiction(r.Jurisdiction)},
		cell{"court", optional(r.Court, member(r.Court, k.courts, "court"))},
		cell{"shape", layout(r.Shape)},
	)
}

func (c *Code) check(k known) (column string, err error) {
	return firstError(
		cell{"abbrev", required(c.Abbrev)},
		cell{"kind", oneOf(c.Type, codeTypes)},
		cell{"jurisdiction", k.jurisdiction(c.Jurisdiction)},
		cell{"shape", layout(c.Shape)},
	)
}

func (c *Court) check(k known) (column string, err error) {
	return firstError(
		cell{"id", required(c.ID)},
		cell{"cite", required(c.Cite)},
		cell{"jurisdiction", k.jurisdiction(c.Jurisdiction)},
		cell{"level", optional(c.Level, oneOf(c.Level, courtLevels))},
	)
}

func (s *Series) check() (column string, err error) {
	return firstError(cell{"abbrev", required(s.Abbrev)}, cell{"shape", layout(s.Shape)})
}

func (s *Subject) check(k known) (column string, err error) {
	return firstError(cell{"subject", required(s.Abbrev)}, cell{"code", member(s.Code, k.codes, "code")})
}

func (p *Publication) check() (column string, err error) {
	return firstError(cell{"abbrev", required(p.Abbrev)}, cell{"kind", oneOf(p.Type, publicationTypes)})
}

func (w *Word) check() (column string, err error) {
	for _, name := range w.Roles {
		if _, ok := roles[name]; !ok {
			return "roles", fmt.Errorf("unknown role %q", name)
		}
	}
	return firstError(cell{"word", required(w.Word)})
}

// A cell is the check of one field of a row.
type cell struct {
	column string
	err    error
}

func firstError(cells ...cell) (column string, err error) {
	for _, c := range cells {
		if c.err != nil {
			return c.column, c.err
		}
	}
	return "", nil
}

func required(value string) error {
	if value == "" {
		return errors.New("empty")
	}
	return nil
}

func optional(value string, err error) error {
	if value == "" {
		return nil
	}
	return err
}

func oneOf(value string, list []string) error {
	if slices.Contains(list, value) {
		return nil
	}
	return fmt.Errorf("unknown %q; those known are %s", value, strings.Join(list, ", "))
}

func member(value string, set map[string]bool, what string) error {
	if set[value] {
		return nil
	}
	return fmt.Errorf("unknown %s %q", what, value)
}

func (k known) jurisdiction(list string) error {
	for code := range strings.SplitSeq(list, ",") {
		if code = strings.TrimSpace(code); code != "" && !k.jurisdictions[code] {
			return fmt.Errorf("unknown jurisdiction %q", code)
		}
	}
	return nil
}

func layout(text string) error {
	_, err := shape.Compile(text)
	return err
}

// tableErrors makes the public errors of those that the reader of a file found.
func tableErrors(err error) error {
	if err == nil {
		return nil
	}
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	var out []error
	for _, err := range list {
		var at *tables.Error
		var in *shape.Error
		if !errors.As(err, &at) {
			out = append(out, err)
			continue
		}
		e := &TableError{File: at.File, Line: at.Line, Column: at.Column, Err: at.Err}
		if errors.As(at.Err, &in) { // a layout's own column
			e.Column += in.Column
		}
		out = append(out, e)
	}
	return errors.Join(out...)
}
