package citation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// A JSONError says why JSON could not be read as a citation, and where. It is
// the error of [Unmarshal], [Fields.Citation] and the kinds' UnmarshalJSON.
type JSONError struct {
	Key    string // what leads to the value: "within.0.date"; empty when the JSON itself is malformed
	Offset int    // byte offset of the value in the JSON, or of the end of one that has the wrong type; -1 when there was no JSON, but Fields
	Err    error  // what was wanted; never nil
}

// Error returns the key, the offset and the reason.
func (e *JSONError) Error() string {
	where := ""
	if e.Offset >= 0 {
		where = fmt.Sprintf("byte %d: ", e.Offset)
	}
	if e.Key != "" {
		where += fmt.Sprintf("key %q: ", e.Key)
	}
	return where + fmt.Sprint(e.Err)
}

// Unwrap returns e.Err.
func (e *JSONError) Unwrap() error { return e.Err }

// The errors inside a [*JSONError], beside [ErrNotDate] and those of
// encoding/json.
var (
	// ErrKind means that the key "kind" names no kind of citation, or another
	// than the one that was asked for.
	ErrKind = errors.New("not a kind of citation that fits here")
	// ErrPlace means that nothing in a citation holds the one inside it: its
	// parentheticals and its history are fewer.
	ErrPlace = errors.New("no parenthetical or history holds this citation")
	// ErrDepth means that citations nest too deeply.
	ErrDepth = errors.New("citations nest too deeply")
)

var errOffset = errors.New("not a byte offset that fits here")

// maxNesting bounds how deep citations in JSON nest; the grammars nest them
// less deeply.
const maxNesting = 64

// Flatten returns the fields of a citation, without the citations inside it
// ([Children] gives those). Fields that only a place among others gives,
// Parenthetical and the ids of History, are left zero.
func Flatten(c Citation) Fields {
	if c == nil {
		return Fields{}
	}
	f := Fields{HeadFields: HeadFields{Kind: c.Kind()}}
	m := fieldMap{KindFields: &f.KindFields, rows: builtinIndex().rows()}
	m.shared(&f, c.Common())
	c.fields(&m)
	return f
}

// nest returns the fields of a citation with the citations inside it.
func nest(c Citation, depth int) (Fields, error) {
	f := Flatten(c)
	if depth >= maxNesting {
		return f, ErrDepth
	}
	add := func(child Citation, paren int) error {
		inner, err := nest(child, depth+1)
		inner.Parenthetical = paren
		f.Within = append(f.Within, inner)
		return err
	}
	for i, p := range c.Common().Parens {
		for _, child := range p.Citations {
			if child == nil {
				continue
			}
			if err := add(child, i+1); err != nil {
				return f, err
			}
		}
	}
	if c, ok := c.(*Case); ok {
		for _, child := range c.decisions() {
			if err := add(child, 0); err != nil {
				return f, err
			}
		}
	}
	return f, nil
}

func marshal(c Citation) ([]byte, error) {
	f, err := nest(c, 0)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err = enc.Encode(&f)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// Unmarshal reads one citation from JSON: what a citation's MarshalJSON
// returns, or a line of the command. Keys that are none of [Fields] are passed
// over. The citation has the text that the JSON has, and the span; its parts,
// the core among them, have no spans, and it has no FirstInString. Rows are looked up in the parser's tables by their canonical
// abbreviation; one that is not there becomes a row of its own. The error is a
// [*JSONError].
func (p *Parser) Unmarshal(data []byte) (Citation, error) {
	f, err := unmarshalFields(data)
	if err != nil {
		return nil, err
	}
	c, err := f.citation(p.index())
	if err != nil {
		return nil, locate(data, err)
	}
	return c, nil
}

// Unmarshal reads one citation from JSON, with the built-in tables; see
// [Parser.Unmarshal].
func Unmarshal(data []byte) (Citation, error) { return new(Parser).Unmarshal(data) }

// Citation returns the citation that has these fields, with those in Within
// inside it; see [Parser.Unmarshal]. The error is a [*JSONError].
func (f *Fields) Citation() (Citation, error) { return f.citation(builtinIndex()) }

func (f *Fields) citation(x *index) (Citation, error) {
	if f == nil || kindZero[f.Kind] == nil {
		return nil, &JSONError{"kind", -1, ErrKind}
	}
	c := kindZero[f.Kind]()
	if err := f.fill(c, x.rows(), nil); err != nil {
		return nil, err
	}
	return c, nil
}

// unmarshalTo reads JSON into a citation of a known kind.
func unmarshalTo[T any, C interface {
	*T
	Citation
}](data []byte, c C) error {
	if string(data) == "null" {
		return nil
	}
	f, err := unmarshalFields(data)
	if err != nil {
		return err
	}
	var read T
	if f.Kind != c.Kind() {
		return locate(data, &JSONError{"kind", -1, ErrKind})
	}
	if err := f.fill(C(&read), builtinIndex().rows(), nil); err != nil {
		return locate(data, err)
	}
	*c = read
	return nil
}

// fill enters the fields into an empty citation of their kind; at leads to
// them.
func (f *Fields) fill(c Citation, rows *rows, at []string) error {
	if len(at) > 2*maxNesting {
		return &JSONError{key(at), -1, ErrDepth}
	}
	m := fieldMap{KindFields: &f.KindFields, rows: rows, reading: true}
	m.shared(f, c.Common())
	c.fields(&m)
	if m.err != nil {
		return &JSONError{key(append(at, m.at...)), -1, m.err}
	}
	return f.fillWithin(c, rows, at)
}

func (f *Fields) fillWithin(c Citation, rows *rows, at []string) error {
	var free []Event // of the history, those still without a decision
	if c, ok := c.(*Case); ok {
		free = c.History
	}
	parens := c.Common().Parens
	for i := range f.Within {
		inner, at := &f.Within[i], append(at[:len(at):len(at)], "within", indexKey(i))
		zero, ok := kindZero[inner.Kind]
		if !ok {
			return &JSONError{key(append(at, "kind")), -1, ErrKind}
		}
		child := zero()
		if err := inner.fill(child, rows, at); err != nil {
			return err
		}
		decision, isCase := child.(*Case)
		switch k := inner.Parenthetical; {
		case k > 0 && k <= len(parens):
			parens[k-1].Citations = append(parens[k-1].Citations, child)
		case k == 0 && isCase && len(free) > 0:
			free[0].Case, free = decision, free[1:]
		default:
			return &JSONError{key(at), -1, ErrPlace}
		}
	}
	return nil
}

// ownKeys removes the names of embedded structs from the path of a value.
var ownKeys = strings.NewReplacer("HeadFields.", "", "SharedFields.", "", "KindFields.", "")

// unmarshalFields reads the fields alone.
func unmarshalFields(data []byte) (*Fields, error) {
	f := new(Fields)
	err := json.Unmarshal(data, f)
	var badType *json.UnmarshalTypeError
	var malformed *json.SyntaxError
	switch {
	case err == nil:
		return f, nil
	case errors.As(err, &badType):
		return nil, &JSONError{ownKeys.Replace(badType.Field), int(badType.Offset), err}
	case errors.As(err, &malformed):
		return nil, &JSONError{"", int(malformed.Offset), err}
	}
	return nil, &JSONError{"", 0, err}
}

// locate enters the offset of the value that an error is about.
func locate(data []byte, err error) error {
	e, ok := err.(*JSONError)
	if !ok {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	for _, k := range strings.Split(e.Key, ".") {
		if !enter(dec, k) {
			break
		}
	}
	e.Offset = int(dec.InputOffset())
	for e.Offset < len(data) && strings.IndexByte(" \t\r\n:,", data[e.Offset]) >= 0 {
		e.Offset++
	}
	return err
}

// enter moves the decoder to the value of a key of the object, or of an index
// of the list, that comes next, and reports whether there is one. The JSON is
// well formed.
func enter(dec *json.Decoder, key string) bool {
	open, err := dec.Token()
	if err != nil {
		return false
	}
	for i := 0; dec.More(); i++ {
		name := indexKey(i)
		if open == json.Delim('{') {
			token, _ := dec.Token()
			name, _ = token.(string)
		}
		if strings.EqualFold(name, key) {
			return true
		}
		var passed json.RawMessage
		if dec.Decode(&passed) != nil {
			return false
		}
	}
	return false
}
