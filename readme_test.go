package hereinafter_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
)

// TestReadme holds that the programs of the README are those of the examples, line
// by line.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	programs := strings.Split(string(readme), "```go\n")[1:]
	require.Len(t, programs, 2)
	for _, program := range programs {
		program, _, _ = strings.Cut(program, "```")
		for line := range strings.Lines(program) {
			assert.Contains(t, string(source), strings.TrimSpace(line))
		}
	}
}

// TestCaveats holds that what the README says is wrong still is. What comes right
// is taken off its list.
func TestCaveats(t *testing.T) {
	found := func(text string) []string {
		var list []string
		for _, c := range hereinafter.Text(text).Body.Citations {
			list = append(list, string(c.Kind())+" "+c.Common().Text())
		}
		return list
	}
	assert.Empty(t, found("See Smith, On Tolls 319."), "a book by author and title alone")
	assert.Equal(t, []string{"rule R. 4:46-2"}, found("See R. 4:46-2."))
	assert.Empty(t, found("Under chapter 93A, subsection (b), and Exhibit B, it fails."))
	assert.Empty(t, found("The First Amendment says so."))
	c, err := citation.Parse("Pat Lee, Ink, https://ink.example/lee")
	require.NoError(t, err)
	assert.Equal(t, "Pat Lee", c.(*citation.Work).Title.Text)
}
