package internal_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// mayImport is the import graph: each package of the module and the packages
// of it that it may import. A new package is a new line, with a reason.
const mayImport = `
internal/fold:
internal/golden:
internal/odd:
internal/mutate:
internal/lex:
internal/words: internal/golden internal/lex internal/tables
internal/date: internal/lex internal/words
internal/weburl: internal/lex
internal/tables:
internal/shape: internal/tables
internal/slow: . citation footnote internal/tables
citation: internal/fold internal/golden internal/odd internal/mutate internal/date internal/lex internal/shape internal/tables internal/weburl internal/words
footnote: internal/golden internal/odd internal/words
resolve: citation internal/fold internal/golden internal/odd
export: citation resolve internal/golden internal/odd
.: citation export footnote resolve internal/odd internal/mutate
cmd/hereinafter: . citation footnote resolve export internal/golden
examples/step: . export
examples/linkcheck: . citation resolve
examples/authorities: . resolve
examples/graph: citation resolve
internal:
`

const module = "github.com/hereinafter/hereinafter"

func TestImportGraph(t *testing.T) {
	allowed := make(map[string]map[string]bool)
	for line := range strings.Lines(strings.TrimSpace(mayImport)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), ":")
		allowed[from] = make(map[string]bool)
		for _, p := range strings.Fields(to) {
			allowed[from][p] = true
		}
	}
	const format = `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}{{range .TestImports}} {{.}}{{end}}{{range .XTestImports}} {{.}}{{end}}`
	out, err := exec.Command("go", "list", "-f", format, module+"/...").CombinedOutput()
	require.NoError(t, err, string(out))
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		from := strings.TrimPrefix(strings.TrimPrefix(words[0], module), "/")
		if from == "" {
			from = "."
		}
		require.Contains(t, allowed, from, "package %s is not in the import graph", from)
		for _, to := range words[1:] {
			if to, ours := strings.CutPrefix(to, module+"/"); ours && to != from {
				require.True(t, allowed[from][to], "%s imports %s", from, to)
			}
		}
	}
}
