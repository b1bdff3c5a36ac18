package export_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/export"
)

// TestSchema holds that the published schema is the one that the types and
// their comments give; with the flag -update it is written.
func TestSchema(t *testing.T) {
	g := newGenerator(t)
	want := g.schema()
	if flag.Lookup("update").Value.String() == "true" {
		require.NoError(t, os.WriteFile("schema.json", []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, string(export.Schema()), "run go test ./export -update")
	assert.True(t, json.Valid(export.Schema()))
	for _, key := range g.undescribed {
		assert.Fail(t, "no description", key)
	}
}

// A generator writes the schema of a Go type: its keys are the JSON tags of the
// fields, its descriptions their comments, its values the exported constants of
// their types.
type generator struct {
	comments    map[string]string   // of fields, "HeadFields.Start", and types, by name
	values      map[string][]string // of the constants of a type
	defs        map[string]string   // by name, the definitions of structs
	undescribed []string
}

func newGenerator(t *testing.T) *generator {
	g := &generator{comments: make(map[string]string), values: make(map[string][]string), defs: make(map[string]string)}
	for _, dir := range [...]string{".", "../citation", "../resolve"} {
		files, err := filepath.Glob(dir + "/*.go")
		require.NoError(t, err)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			require.NoError(t, err)
			for _, d := range file.Decls {
				if d, ok := d.(*ast.GenDecl); ok {
					g.declare(d)
				}
			}
		}
	}
	return g
}

// declare notes the comments of a type's fields, or the values of constants.
func (g *generator) declare(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			g.comments[spec.Name.Name] = text(d.Doc)
			if s, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range s.Fields.List {
					for _, name := range field.Names {
						g.comments[spec.Name.Name+"."+name.Name] = text(field.Doc)
					}
				}
			}
		case *ast.ValueSpec:
			of, ok := spec.Type.(*ast.Ident)
			if d.Tok != token.CONST || !ok || !spec.Names[0].IsExported() {
				continue
			}
			if value, ok := spec.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING {
				v, _ := strconv.Unquote(value.Value)
				g.values[of.Name] = append(g.values[of.Name], v)
			}
		}
	}
}

func text(doc *ast.CommentGroup) string { return strings.Join(strings.Fields(doc.Text()), " ") }

func (g *generator) schema() string {
	body := g.object(reflect.TypeFor[export.Line](), "  ")
	var b strings.Builder
	b.WriteString("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n")
	b.WriteString("  \"$id\": \"https://github.com/hereinafter/hereinafter/export/schema.json\",\n")
	b.WriteString("  \"title\": \"A citation, as hereinafter writes it in one JSON line\",\n")
	b.WriteString(body + ",\n  \"$defs\": {\n")
	var names []string
	for name := range g.defs {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		fmt.Fprintf(&b, "    %q: %s%s\n", name, g.defs[name], comma(i, len(names)))
	}
	b.WriteString("  }\n}\n")
	return b.String()
}

func comma(i, n int) string {
	if i == n-1 {
		return ""
	}
	return ","
}

// object writes the keywords of an object, one property per line.
func (g *generator) object(t reflect.Type, indent string) string {
	var required, lines []string
	for _, f := range fieldsOf(t) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if options == "" {
			required = append(required, key)
		}
		parts := append(g.of(f.Type), describe("pattern", f.Tag.Get("pattern"))...)
		comment := g.comments[f.owner+"."+f.Name]
		if comment == "" {
			g.undescribed = append(g.undescribed, f.owner+"."+f.Name)
		}
		parts = append(parts, describe("description", comment)...)
		lines = append(lines, indent+"  "+quote(key)+": {"+strings.Join(parts, ", ")+"}")
	}
	names, _ := json.Marshal(required)
	head := indent + `"type": "object",` + "\n"
	if required != nil {
		head += indent + `"required": ` + strings.ReplaceAll(string(names), ",", ", ") + ",\n"
	}
	return head + indent + `"additionalProperties": false,` + "\n" +
		indent + `"properties": {` + "\n" + strings.Join(lines, ",\n") + "\n" + indent + "}"
}

// of returns the keywords of a type.
func (g *generator) of(t reflect.Type) []string {
	switch t.Kind() {
	case reflect.Pointer:
		return g.of(t.Elem())
	case reflect.Slice:
		return []string{`"type": "array"`, `"items": {` + strings.Join(g.of(t.Elem()), ", ") + "}"}
	case reflect.Struct:
		name := strings.ToLower(strings.TrimSuffix(t.Name(), "Fields"))
		if _, ok := g.defs[name]; !ok {
			g.defs[name] = "" // it may hold itself
			g.defs[name] = "{\n" + g.object(t, "      ") + "\n    }"
		}
		return []string{`"$ref": "#/$defs/` + name + `"`}
	case reflect.Int:
		return []string{`"type": "integer"`, `"minimum": 0`}
	case reflect.Bool:
		return []string{`"type": "boolean"`}
	case reflect.String:
		return g.ofString(t)
	}
	panic("no schema of " + t.String())
}

func (g *generator) ofString(t reflect.Type) []string {
	switch values := g.values[t.Name()]; {
	case t.Name() == "string":
		return []string{`"type": "string"`}
	case values == nil:
		name := strings.ToLower(strings.TrimSuffix(t.Name(), "Field"))
		g.defs[name] = `{"type": "string", ` + describe("description", g.comments[t.Name()])[0] + "}"
		return []string{`"$ref": "#/$defs/` + name + `"`}
	default:
		list := make([]string, len(values))
		for i, v := range values {
			list[i] = quote(v)
		}
		return []string{`"enum": [` + strings.Join(list, ", ") + "]"}
	}
}

func describe(keyword, text string) []string {
	if text == "" {
		return nil
	}
	return []string{quote(keyword) + ": " + quote(text)}
}

// quote writes a JSON string.
func quote(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(s)
	return strings.TrimSpace(b.String())
}

// A field is one key of an object, and the struct that declares it.
type field struct {
	reflect.StructField
	owner string
}

// fieldsOf returns the fields of a struct, those of embedded structs in their
// place.
func fieldsOf(t reflect.Type) []field {
	var list []field
	for f := range t.Fields() {
		if f.Anonymous {
			list = append(list, fieldsOf(f.Type)...)
		} else {
			list = append(list, field{f, t.Name()})
		}
	}
	return list
}

// A validator checks values against the part of JSON Schema that the schema
// uses.
type validator struct{ defs map[string]any }

func newValidator(t *testing.T) (v validator, schema map[string]any) {
	require.NoError(t, json.Unmarshal(export.Schema(), &schema))
	return validator{schema["$defs"].(map[string]any)}, schema
}

// check returns what is wrong with a value.
func (v validator) check(schema map[string]any, value any, at string) (wrong []string) {
	if ref, ok := schema["$ref"].(string); ok {
		schema = v.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if values, ok := schema["enum"].([]any); ok && !slices.Contains(values, value) {
		return []string{fmt.Sprintf("%s: %v is no value of it", at, value)}
	}
	switch x := value.(type) {
	case map[string]any:
		return v.checkObject(schema, x, at)
	case []any:
		if schema["type"] != "array" {
			return []string{at + ": a list"}
		}
		for i, item := range x {
			wrong = append(wrong, v.check(schema["items"].(map[string]any), item, fmt.Sprintf("%s.%d", at, i))...)
		}
		return wrong
	}
	types := map[string]string{"string": "string", "bool": "boolean", "float64": "integer"}
	if _, ok := schema["enum"]; !ok && schema["type"] != types[fmt.Sprintf("%T", value)] {
		wrong = append(wrong, fmt.Sprintf("%s: a %T", at, value))
	}
	if n, ok := value.(float64); ok && (n < 0 || n != float64(int64(n))) {
		wrong = append(wrong, at+": no number from 0")
	}
	return wrong
}

func (v validator) checkObject(schema, object map[string]any, at string) (wrong []string) {
	properties, ok := schema["properties"].(map[string]any)
	if !ok {
		return []string{at + ": an object"}
	}
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, ok := object[key.(string)]; !ok {
			wrong = append(wrong, fmt.Sprintf("%s: no %s", at, key))
		}
	}
	for key, value := range object {
		if p, ok := properties[key].(map[string]any); ok {
			wrong = append(wrong, v.check(p, value, at+"."+key)...)
		} else {
			wrong = append(wrong, fmt.Sprintf("%s: %s is no key", at, key))
		}
	}
	return wrong
}
