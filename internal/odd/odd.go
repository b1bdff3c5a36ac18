// Package odd holds a package to two promises: none of its exported functions and
// methods panics, whatever it is given, and none is forgotten by the test.
//
// What is exported is read from the package's source. Each function and method is
// called with nil, with zero values and with odd ones: numbers that are negative
// or too great, strings that are not UTF-8, values with all their fields set to
// what does not fit together. What it returns is read to its end.
package odd

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An API is what a package exports.
type API struct {
	Funcs  map[string]any // the functions by their names
	Types  []any          // each type that has methods, but for interfaces: a value, or a nil pointer where the methods are called with that too
	Values []any          // what else is given to parameters of its type, or of an interface that it has
	Except []string       // methods that may panic, "Span.In", since they do what an index or a slice expression does
}

// Call holds the package in the directory to the promises.
func Call(t *testing.T, dir string, api API) {
	t.Helper()
	src := read(t, dir)
	assert.ElementsMatch(t, src.funcs, slices.Collect(maps.Keys(api.Funcs)), "the functions that are exported")
	types := make(map[string]reflect.Type)
	takesNil := make(map[string]bool)
	for _, v := range api.Types {
		typ := reflect.TypeOf(v)
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
			takesNil[typ.Name()] = true
		}
		types[typ.Name()] = typ
	}
	assert.ElementsMatch(t, src.types(), slices.Collect(maps.Keys(types)), "the types that have exported methods")
	c := caller{t: t, values: api.Values, rand: rand.New(rand.NewPCG(1, 2))}
	for _, name := range slices.Sorted(maps.Keys(api.Funcs)) {
		c.call(name, reflect.ValueOf(api.Funcs[name]), nil)
	}
	for _, name := range slices.Sorted(maps.Keys(types)) {
		for _, method := range src.methods[name] {
			full := name + "." + method
			if slices.Contains(api.Except, full) {
				continue
			}
			m, ok := reflect.PointerTo(types[name]).MethodByName(method)
			require.True(t, ok, full)
			receivers := c.candidates(reflect.PointerTo(types[name]), 0)
			if _, byValue := types[name].MethodByName(method); byValue || !takesNil[name] {
				receivers = slices.DeleteFunc(receivers, reflect.Value.IsNil)
			}
			c.call(full, m.Func, receivers)
		}
	}
}

// source is what a package's files declare.
type source struct {
	funcs   []string
	methods map[string][]string // by type
}

func read(t *testing.T, dir string) source {
	t.Helper()
	src := source{methods: make(map[string][]string)}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, d := range f.Decls {
			src.add(d)
		}
	}
	for _, list := range src.methods {
		slices.Sort(list)
	}
	return src
}

func (src *source) add(decl ast.Decl) {
	d, ok := decl.(*ast.FuncDecl)
	switch {
	case !ok || !d.Name.IsExported():
	case d.Recv == nil:
		src.funcs = append(src.funcs, d.Name.Name)
	default:
		of := d.Recv.List[0].Type
		if star, ok := of.(*ast.StarExpr); ok {
			of = star.X
		}
		if id, ok := of.(*ast.Ident); ok {
			src.methods[id.Name] = append(src.methods[id.Name], d.Name.Name)
		}
	}
}

// types are the exported types that have exported methods.
func (src *source) types() (names []string) {
	for name := range src.methods {
		if ast.IsExported(name) {
			names = append(names, name)
		}
	}
	return names
}

// A caller calls functions.
type caller struct {
	t      *testing.T
	values []any
	rand   *rand.Rand
}

// maxCalls is how often one function is called with arguments chosen at random,
// after each argument was each of its candidates.
const maxCalls = 20

// call calls a function with candidates for all its arguments; of a method,
// receivers are those for the first.
func (c *caller) call(name string, f reflect.Value, receivers []reflect.Value) {
	var choices [][]reflect.Value
	for i := range f.Type().NumIn() {
		list := receivers
		if i > 0 || receivers == nil {
			list = c.candidates(f.Type().In(i), 0)
		}
		choices = append(choices, list)
	}
	args := make([]reflect.Value, len(choices))
	for i := range choices {
		for _, v := range choices[i] {
			for k := range args {
				args[k] = choices[k][c.rand.IntN(len(choices[k]))]
			}
			args[i] = v
			c.once(name, f, args)
		}
	}
	for range maxCalls {
		for k := range args {
			args[k] = choices[k][c.rand.IntN(len(choices[k]))]
		}
		c.once(name, f, args)
	}
}

// once calls the function once and reads what it returns.
func (c *caller) once(name string, f reflect.Value, args []reflect.Value) {
	defer func() {
		if e := recover(); e != nil {
			var list []string
			for _, a := range args {
				list = append(list, fmt.Sprintf("%.200s", describe(a)))
			}
			assert.Fail(c.t, "panic", "%s(%s): %v, %s", name, strings.Join(list, ", "), e, origin())
		}
	}()
	call := f.Call
	if f.Type().IsVariadic() {
		call = f.CallSlice
	}
	for _, out := range call(args) {
		c.read(out)
	}
}

// origin returns where the panic began.
func origin() string {
	_, stack, _ := strings.Cut(string(debug.Stack()), "\npanic(")
	lines := strings.Split(stack, "\n")
	for i, line := range lines {
		if i > 2 && strings.HasPrefix(line, "\t") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}

func describe(v reflect.Value) (s string) {
	defer func() {
		if recover() != nil {
			s = v.Type().String()
		}
	}()
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		return fmt.Sprintf("&%#v", v.Elem())
	}
	return fmt.Sprintf("%#v", v)
}

// maxYield is how many values are taken of what yields them.
const maxYield = 200

// read reads a sequence twice, to its end and up to its first value, and writes
// what can be written.
func (c *caller) read(v reflect.Value) {
	if k := v.Kind(); k != reflect.Pointer && k != reflect.Interface || !v.IsNil() {
		if s, ok := v.Interface().(fmt.Stringer); ok {
			_ = s.String()
		}
	}
	if v.Kind() != reflect.Func || v.IsNil() || v.Type().NumIn() != 1 || v.Type().In(0).Kind() != reflect.Func {
		return
	}
	for _, limit := range []int{maxYield, 1} {
		n := 0
		v.Call([]reflect.Value{reflect.MakeFunc(v.Type().In(0), func([]reflect.Value) []reflect.Value {
			n++
			return []reflect.Value{reflect.ValueOf(n < limit)}
		})})
	}
}

// maxFill is how deep values are filled.
const maxFill = 3

var (
	oddInts    = []int64{0, 1, -1, 5, 7, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64}
	oddStrings = []string{
		"", "x", "4", "\x00", "\xff\xfe", "\xe2\x80", "é", " ", "§", "us/410/113", "null", "{}", "1999-02-31", "https://example.org/a?b=c#d", "http://[::1", "[[((",
		"Doe v. Roe, 531 U.S. 98, 99 (2000) (quoting Poe v. Moe, 410 U.S. 113 (1973)).", "Id. at 5; see Poe, supra note 4, at 3 \xff.",
	}
)

// candidates returns values of a type: nil or zero first, then odd ones.
func (c *caller) candidates(typ reflect.Type, depth int) (list []reflect.Value) {
	add := func(v any) { list = append(list, reflect.ValueOf(v).Convert(typ)) }
	list = append(list, reflect.Zero(typ))
	for _, v := range c.values {
		if v := reflect.ValueOf(v); v.Type().AssignableTo(typ) {
			list = append(list, v)
		}
	}
	switch typ.Kind() {
	case reflect.String:
		for _, s := range oddStrings {
			add(s)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		for _, n := range oddInts {
			add(n)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float64:
		for _, n := range oddInts[:5] {
			add(n)
		}
	case reflect.Bool:
		add(true)
	case reflect.Pointer:
		list = append(list, reflect.New(typ.Elem()))
		for range 4 {
			p := reflect.New(typ.Elem())
			c.fill(p.Elem(), depth)
			list = append(list, p)
		}
	case reflect.Struct, reflect.Array:
		for range 4 {
			v := reflect.New(typ).Elem()
			c.fill(v, depth)
			list = append(list, v)
		}
	case reflect.Slice, reflect.Map:
		for range 4 {
			v := reflect.New(typ).Elem()
			c.fill(v, depth)
			list = append(list, v)
		}
	case reflect.Func:
		list = append(list, c.function(typ))
	case reflect.Interface:
		for range 4 {
			list = append(list, c.implementation(typ, depth))
		}
	}
	return list
}

// implementation returns a filled value of a type that has an interface: that of
// one of the values. It is nil where there is none.
func (c *caller) implementation(typ reflect.Type, depth int) reflect.Value {
	for range 4 {
		v := reflect.TypeOf(c.values[c.rand.IntN(len(c.values))])
		if depth < maxFill && v.Kind() == reflect.Pointer && v.AssignableTo(typ) && typ.NumMethod() > 0 {
			p := reflect.New(v.Elem())
			c.fill(p.Elem(), depth+1)
			return p
		}
	}
	return reflect.Zero(typ)
}

// function returns a function that calls what it is given and returns zero values.
func (c *caller) function(typ reflect.Type) reflect.Value {
	return reflect.MakeFunc(typ, func(args []reflect.Value) (out []reflect.Value) {
		for _, a := range args {
			if a.Kind() == reflect.Func && !a.IsNil() {
				in := make([]reflect.Value, a.Type().NumIn())
				for i := range in {
					in[i] = reflect.Zero(a.Type().In(i))
				}
				a.Call(in)
			}
		}
		for i := range typ.NumOut() {
			out = append(out, reflect.Zero(typ.Out(i)))
		}
		return out
	})
}

// fill sets a value, and what it holds, to odd values.
func (c *caller) fill(v reflect.Value, depth int) {
	if !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			c.fill(v.Field(i), depth)
		}
	case reflect.Slice:
		if depth <= maxFill {
			s := reflect.MakeSlice(v.Type(), 1+c.rand.IntN(2), 2)
			for i := range s.Len() {
				c.fill(s.Index(i), depth+1)
			}
			v.Set(s)
		}
	case reflect.Map:
		if depth <= maxFill {
			m := reflect.MakeMap(v.Type())
			m.SetMapIndex(c.pick(v.Type().Key(), depth+1), c.pick(v.Type().Elem(), depth+1))
			v.Set(m)
		}
	case reflect.Pointer:
		if depth <= maxFill && c.rand.IntN(4) > 0 {
			p := reflect.New(v.Type().Elem())
			c.fill(p.Elem(), depth+1)
			v.Set(p)
		}
	default:
		v.Set(c.pick(v.Type(), depth))
	}
}

func (c *caller) pick(typ reflect.Type, depth int) reflect.Value {
	if depth > maxFill && typ.Kind() == reflect.Func {
		return reflect.Zero(typ)
	}
	if k := typ.Kind(); k == reflect.Struct || k == reflect.Slice || k == reflect.Pointer {
		v := reflect.New(typ).Elem()
		c.fill(v, depth)
		return v
	}
	if typ.Kind() == reflect.Interface && c.rand.IntN(4) > 0 {
		return c.implementation(typ, depth)
	}
	list := c.candidates(typ, depth)
	return list[c.rand.IntN(len(list))]
}
