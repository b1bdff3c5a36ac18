package footnote

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadErrors(t *testing.T) {
	for _, test := range []struct {
		src  string
		size int64
		err  error
	}{
		{"%PDF-1.7", 8, ErrFormat},
		{"PK\x03\x04word/document.xml", 21, ErrDamaged},
		{`{\rtf1 See id.}`, 15, ErrFormat},
		{"\xff\xfeI\x00d\x00.\x00", 8, ErrFormat},
		{strings.Repeat("Id. ", 200), MaxText + 1, ErrTooLarge},
		{"See id.", 8, io.ErrUnexpectedEOF},
	} {
		_, err := Read(strings.NewReader(test.src), test.size)
		assert.ErrorIs(t, err, test.err, "%.10q", test.src)
	}
	_, err := Read(strings.NewReader(""), -1)
	assert.Error(t, err)
}

type brokenReader struct{}

var errBroken = errors.New("broken")

func (brokenReader) ReadAt([]byte, int64) (int, error) { return 0, errBroken }

func TestReadPassesErrorsOn(t *testing.T) {
	_, err := Read(brokenReader{}, 10)
	assert.ErrorIs(t, err, errBroken)
}

func TestReadOddBytes(t *testing.T) {
	for _, src := range []string{"", "\ufeff", "\x00\x00", "\xff.[1]\n\n[1] \xfe\x00 Id.", "a\r\n\r\n[1]"} {
		d, err := Read(strings.NewReader(src), int64(len(src)))
		require.NoError(t, err)
		assert.Equal(t, Text(src), d)
	}
}

func TestSource(t *testing.T) {
	p := Passage{Text: "a & b", origin: []anchor{{0, 10}, {2, 12}, {3, 17}}} // from "a &amp; b"
	for off, want := range []int{10, 11, 12, 17, 18, 19} {
		assert.Equal(t, want, p.Source(off), "offset %d", off)
	}
	assert.Equal(t, 10, p.Source(-1))
	assert.Equal(t, 19, p.Source(9))
	assert.Equal(t, 3, (&Passage{Text: "Id. at 4"}).Source(3))
}
