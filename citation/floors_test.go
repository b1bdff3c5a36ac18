package citation

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// floors are the floors of the package, lowest first: the name, what is on it,
// and its files. A declaration uses those of its own floor and of lower ones.
// A new file is a new word here.
const floors = `
rows: what the tables hold, and what bytes and words say by themselves
	errors fold tablecheck tablefile tables wordat words wordset
values: what citations of all kinds are made of, in Go and as flat JSON; no tables are asked
	authors citation date jsonfields jsonrows phrase pin signal typeface url weight write
reader: what a grammar is given: a view of the text, the rows ready for looking up, the place to read at
	index layout lead number publication reader trie
parts: the grammars of what kinds have in common: pinpoints, names, courts and dates, signals, parentheticals, sentence ends
	byline bylinepiece clause court name nameword paren party pinplace pinscan prose sentenceend stringcite tail volume
cores: a report and a provision, which most sources have: their values and grammars
	edition layoutrun provision provisionlabel provisionnumber provisionscan provisionsign report reportpage section sessionyear
sources: the kinds that cite a source in full
	article book bookdraft case constitution docket docketnumber ethics foreign history imprint intl legislative news numberedcase parallel
	genre patent record regulation restatement rule sessionlaw settle statute treaty ruling unreported work workbyline workhead
short forms: the kinds that go back to a source cited before, and the memory of what was cited
	lostsign memory reference shortform shortstatute shortwork supra
anchors: the places where a citation may have its core
	anchor anchorlabel anchorlist anchorword
walk: the ordered list of kinds, and the text read from anchor to anchor
	doc kinds parse scan sentence walk within
json: all kinds to flat JSON and back
	json jsonkind jsonvalue
`

// goesUp are the uses of a higher floor, each with its reason. What is called
// through one of the lists is not seen here: the lists are the uses.
var goesUp = map[string]string{
	"newIndex uses kinds":                       "the list of kinds",
	"newLeadTable uses leads":                   "the list of what leads to anchors",
	"newNumberTable uses numberReaders":         "the list of what makes a number an anchor",
	"reader.paren uses reader.next":             "what is inside a parenthetical is text: the walk goes through it",
	"reader.workOfEditor uses reader.shortWork": "\"27 Wright 575\" has the form of a report and is a treatise cited before",
}

// TestFloors holds every declaration to its floor.
func TestFloors(t *testing.T) {
	floorOf, names := readFloors(t)
	fset, files, info, pkg := checkPackage(t)
	fileOf := func(pos token.Pos) string { return fset.Position(pos).Filename }

	up := make(map[string]bool)
	for _, file := range files {
		from := fileOf(file.Pos())
		if _, ok := floorOf[from]; !assert.True(t, ok, "%s is on no floor", from) {
			continue
		}
		for _, part := range declarations(file) {
			for id := range uses(part.node, info, pkg) {
				to, used := fileOf(info.Uses[id].Pos()), nameOf(info.Uses[id])
				if floorOf[to] <= floorOf[from] {
					continue
				}
				use := part.name + " uses " + used
				if goesUp[use] == "" && !up[use] {
					t.Errorf("%s in %s, on the floor %q, uses %s in %s, on the higher floor %q",
						part.name, from, names[floorOf[from]], used, to, names[floorOf[to]])
				}
				up[use] = true
			}
		}
	}
	for use := range goesUp {
		assert.True(t, up[use], "%s: an exception that is none", use)
	}
	for name := range floorOf {
		assert.FileExists(t, name)
	}
}

// readFloors returns the number of each file's floor, and the floors' names.
func readFloors(t *testing.T) (floorOf map[string]int, names []string) {
	floorOf = make(map[string]int)
	for line := range strings.Lines(strings.TrimSpace(floors)) {
		if name, _, ok := strings.Cut(line, ":"); ok {
			names = append(names, name)
			continue
		}
		for _, file := range strings.Fields(line) {
			require.NotContains(t, floorOf, file+".go", "%s is on two floors", file)
			floorOf[file+".go"] = len(names) - 1
		}
	}
	return floorOf, names
}

// checkPackage parses the files of the package without its tests, and finds out
// what each identifier in them stands for. What it imports is known from what the
// compiler wrote down of it.
func checkPackage(t *testing.T) (fset *token.FileSet, files []*ast.File, info *types.Info, pkg *types.Package) {
	fset = token.NewFileSet()
	dir, err := os.ReadDir(".")
	require.NoError(t, err)
	args := []string{"list", "-deps", "-export", "-f", "{{.ImportPath}} {{.Export}}"}
	for _, entry := range dir {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, file)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			if !slices.Contains(args, path) {
				args = append(args, path)
			}
		}
	}
	out, err := exec.Command("go", args...).Output()
	require.NoError(t, err)
	exports := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, export, _ := strings.Cut(strings.TrimSpace(line), " ")
		exports[path] = export
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})}
	info = &types.Info{Uses: make(map[*ast.Ident]types.Object)}
	pkg, err = conf.Check("citation", fset, files, info)
	require.NoError(t, err)
	return fset, files, info, pkg
}

// A declaration is a function, or one type, variable or line of constants.
type declaration struct {
	name string
	node ast.Node
}

func declarations(file *ast.File) (list []declaration) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				name = receiver(d.Recv.List[0].Type) + "." + name
			}
			list = append(list, declaration{name, d})
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					list = append(list, declaration{spec.Name.Name, spec})
				case *ast.ValueSpec:
					list = append(list, declaration{spec.Names[0].Name, spec})
				}
			}
		}
	}
	return list
}

// receiver returns the name of a receiver's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	}
	return e.(*ast.Ident).Name
}

// uses returns the identifiers that stand for a declaration of the package.
func uses(node ast.Node, info *types.Info, pkg *types.Package) map[*ast.Ident]bool {
	found := make(map[*ast.Ident]bool)
	ast.Inspect(node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj := info.Uses[id]
			f, isFunc := obj.(*types.Func)
			if isFunc && f.Pkg() == pkg || obj != nil && obj.Parent() == pkg.Scope() {
				found[id] = true
			}
		}
		return true
	})
	return found
}

// nameOf returns the name of a declaration, for a method with its receiver's.
func nameOf(obj types.Object) string {
	f, ok := obj.(*types.Func)
	if !ok || f.Signature().Recv() == nil {
		return obj.Name()
	}
	of := f.Signature().Recv().Type()
	if p, ok := of.(*types.Pointer); ok {
		of = p.Elem()
	}
	if named, ok := of.(*types.Named); ok {
		return named.Obj().Name() + "." + obj.Name()
	}
	return obj.Name()
}
