package golden

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Stop is a line of testdata/sentences.txt: a place where a sentence may end.
type Stop struct {
	Text          string
	At            int  // offset after the mark and what closes with it
	Prose, Citing bool // whether the sentence ends there, in prose and where sources are cited
}

// Stops returns the stops of a file.
func Stops(t *testing.T, path string) (stops []Stop) {
	file, err := os.ReadFile(path)
	require.NoError(t, err)
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		ends, text, _ := strings.Cut(line, "\t")
		before, after, ok := strings.Cut(strings.ReplaceAll(text, `\n`, "\n"), "|")
		require.True(t, ok && (ends == "both" || ends == "prose" || ends == "no"), line)
		stops = append(stops, Stop{Text: before + after, At: len(before), Prose: ends != "no", Citing: ends == "both"})
	}
	require.NotEmpty(t, stops)
	return stops
}
