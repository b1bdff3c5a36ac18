package hereinafter_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
)

// TestReadFile reads a document by its name, and names the file in each error.
func TestReadFile(t *testing.T) {
	doc, err := hereinafter.ReadFile("testdata/article/article.docx")
	require.NoError(t, err)
	assert.Len(t, doc.Notes, 44)

	_, err = hereinafter.ReadFile("testdata/article/none.docx")
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.ErrorContains(t, err, "none.docx")

	name := filepath.Join(t.TempDir(), "scan.pdf")
	require.NoError(t, os.WriteFile(name, []byte("%PDF-1.7\n"), 0o600))
	_, err = hereinafter.ReadFile(name)
	assert.ErrorContains(t, err, name)

	doc, err = (&hereinafter.Reader{Format: "text"}).ReadFile("testdata/article/article.txt")
	require.NoError(t, err)
	assert.Len(t, doc.Notes, 44)
}
