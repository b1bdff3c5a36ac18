package tables

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFiles holds the form of the files: a header, as many fields in each row as
// there are columns, no blanks at their edges; and that every file is a table.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("*.tsv")
	require.NoError(t, err)
	assert.Len(t, All(), len(files))
	for _, table := range All() {
		data, err := os.ReadFile(table.File)
		require.NoError(t, err)
		require.Equal(t, string(data), table.Text, table.File)
		header := ""
		for line := range strings.Lines(table.Text) {
			if strings.TrimSpace(line) != "" && line[0] != '#' {
				header = strings.TrimSuffix(line, "\n")
				break
			}
		}
		columns := strings.Split(header, "\t")
		rows := 0
		assert.NoError(t, table.Check(columns, func(r *Row) (string, error) {
			rows++
			assert.Len(t, r.fields, len(columns), "%s:%d", table.File, r.Line)
			return "", nil
		}))
		assert.NotZero(t, rows, table.File)
	}
}

func TestRow(t *testing.T) {
	table := Table{"x.tsv", "# heading\nabbrev\talso\tfrom\n\nF.2d\tF2 | Fed. 2d\t1924\nF.3d\t\t\n"}
	var got [][]string
	var years, lines []int
	table.Each(func(r *Row) {
		years = append(years, r.Year("from"))
		got = append(got, append([]string{r.Get("abbrev"), r.Get("no such column")}, r.List("also")...))
		lines = append(lines, r.Line)
	})
	assert.Equal(t, [][]string{{"F.2d", "", "F2", "Fed. 2d"}, {"F.3d", ""}}, got)
	assert.Equal(t, []int{1924, 0}, years)
	assert.Equal(t, []int{4, 5}, lines)
}

func TestCheck(t *testing.T) {
	columns := []string{"abbrev", "shape", "from"}
	for _, test := range []struct{ text, want string }{
		{"abbrev\tshap\nF.\t@\n", "x.tsv:1:8: unknown column \"shap\": a table of this kind has abbrev, shape, from"},
		{"abbrev\tshape\nF.\t@\t1\n", "x.tsv:2:6: 3 fields, but 2 columns"},
		{"abbrev\tshape\nF.\t@ \n", "x.tsv:2:4: blanks around \"@ \""},
		{"abbrev\tfrom\nF.\t19x\n", "x.tsv:2:4: \"19x\" is no year"},
		{"abbrev\tshape\nF.\tbad\n", "x.tsv:2:4: assert.AnError general error for testing"},
		{"# only a comment\nabbrev\nF.\n\n", ""},
	} {
		err := Table{"x.tsv", test.text}.Check(columns, func(r *Row) (string, error) {
			if r.Get("shape") == "bad" {
				return "shape", assert.AnError
			}
			return "", nil
		})
		if test.want == "" {
			assert.NoError(t, err)
			continue
		}
		assert.EqualError(t, err, test.want)
		var at *Error
		assert.ErrorAs(t, err, &at)
	}
}
