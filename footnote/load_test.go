package footnote

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLoad(t *testing.T) {
	for _, src := range []string{"", "Id", "PK\x03", "PK\x03\x04 and more", "Text.[1]\n\n[1] Id.\n"} {
		for _, r := range []io.Reader{strings.NewReader(src), iotest.OneByteReader(strings.NewReader(src)), iotest.DataErrReader(strings.NewReader(src))} {
			in, err := Load(r)
			require.NoError(t, err)
			data, err := io.ReadAll(in)
			require.NoError(t, err)
			assert.Equal(t, src, string(data))
		}
	}
	gone := errors.New("the disk is gone")
	for _, begins := range []string{"", "Id", "Text before it went."} {
		_, err := Load(io.MultiReader(strings.NewReader(begins), iotest.ErrReader(gone)))
		assert.ErrorIs(t, err, gone, begins)
	}
	if !testing.Short() {
		_, err := Load(endless{})
		assert.ErrorIs(t, err, ErrTooLarge)
	}
}

// endless is text without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
