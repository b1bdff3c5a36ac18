package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

// A Reason says why a record was rejected.
type Reason string

// The reasons.
const (
	NotJSON     Reason = "not JSON"
	NoID        Reason = "no id"
	NoText      Reason = "no text"
	InvalidUTF8 Reason = "invalid UTF-8"
	NotText     Reason = "not text" // binary, or a format that is not read: the detail says which
	TooLarge    Reason = "too large"
	Damaged     Reason = "damaged" // a document of which nothing could be read
)

// A rejection is the error of a record that is not read.
type rejection struct {
	reason Reason
	detail string // what the reason alone does not say; may be empty
}

func (r *rejection) Error() string { return string(r.reason) + ": " + r.detail }

// errBlank is the error of a line without a record.
var errBlank = errors.New("blank line")

// document reads a record: the id of its document, where it is known, and the
// document. The error is errBlank or a [*rejection].
func (r record) document() (id string, doc *hereinafter.Document, err error) {
	if !r.lines {
		id = r.File
	}
	var text string
	switch {
	case r.data == nil:
		err = &rejection{reason: TooLarge}
	case r.lines:
		id, text, err = readJSON(r.data)
	default:
		text = string(r.data)
	}
	if err == nil {
		doc, err = readText(text)
	}
	return id, doc, err
}

// readJSON reads a line of JSON. An id may be a string, or a number, whose digits
// are the id.
func readJSON(line []byte) (id, text string, err error) {
	var fields struct{ ID, Text json.RawMessage }
	switch {
	case len(bytes.TrimSpace(line)) == 0:
		return "", "", errBlank
	case !utf8.Valid(line):
		return "", "", &rejection{reason: InvalidUTF8}
	}
	if err := json.Unmarshal(line, &fields); err != nil {
		return "", "", &rejection{NotJSON, err.Error()}
	}
	var number json.Number
	if json.Unmarshal(fields.ID, &id) != nil && json.Unmarshal(fields.ID, &number) == nil {
		id = number.String()
	}
	if id == "" {
		return "", "", &rejection{reason: NoID}
	}
	if json.Unmarshal(fields.Text, &text) != nil {
		text = ""
	}
	return id, text, nil
}

// refusals are the errors of package footnote that say something about a
// document.
var refusals = []struct {
	err    error
	reason Reason
}{
	{footnote.ErrFormat, NotText},
	{footnote.ErrTooLarge, TooLarge},
	{footnote.ErrDamaged, Damaged},
}

// readText reads a document as the command does: plain text as running text, and
// other formats with their notes.
func readText(text string) (*hereinafter.Document, error) {
	if text == "" {
		return nil, &rejection{reason: NoText}
	}
	reader := hereinafter.Reader{Running: true}
	doc, err := reader.Read(strings.NewReader(text), int64(len(text)))
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return nil, &rejection{r.reason, strings.TrimPrefix(err.Error(), r.err.Error()+": ")}
		}
	}
	if err == nil && !isUTF8(doc) {
		return nil, &rejection{reason: InvalidUTF8}
	}
	return doc, err
}

// isUTF8 reports whether all of a document's text is UTF-8. JSON has no way to
// write what is not.
func isUTF8(doc *hereinafter.Document) bool {
	if !utf8.ValidString(doc.Body.Text) {
		return false
	}
	for _, n := range doc.Notes {
		if !utf8.ValidString(n.Text) {
			return false
		}
	}
	return true
}

// authorities returns what a document cites.
func authorities(id string, doc *hereinafter.Document) []*resolve.Authority {
	var a resolve.Authorities
	for _, p := range doc.Pieces() {
		var links []resolve.Link
		add := func(c citation.Citation) {
			if l, ok := doc.Link(c); ok {
				links = append(links, l)
			}
		}
		for _, c := range p.Citations {
			add(c)
			for inner := range citation.Within(c) {
				add(inner)
			}
		}
		a.Add(resolve.Place{File: id}, p.Citations, links)
	}
	return a.All()
}
