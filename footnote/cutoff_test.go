package footnote_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// cutOffCertain are the formats whose documents say where they end, so that one
// that breaks off is an error or has a problem.
var cutOffCertain = map[string]bool{"docx": true, "odt": true, "jats": true, "tei": true, "latex": true}

// TestCutOff reads the article in each format, cut off at every fiftieth part.
func TestCutOff(t *testing.T) {
	files, err := filepath.Glob("../testdata/article/article.*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		whole, err := footnote.Read(bytes.NewReader(src), int64(len(src)))
		require.NoError(t, err, file)
		for k := 1; k < 50; k++ {
			n := len(src) * k / 50
			d, err := footnote.ReadAs(whole.Format, bytes.NewReader(src[:n]), int64(n))
			if err != nil {
				assert.ErrorIs(t, err, footnote.ErrDamaged, "%s: %d bytes", file, n)
				continue
			}
			checkDocument(t, d)
			if cutOffCertain[d.Format] {
				assert.NotEmpty(t, d.Problems, "%s: %d bytes", file, n)
			}
		}
	}
}
