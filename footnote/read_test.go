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
	for _, src := range []string{"", "\ufeff", "\x00\x00", "é.[1]\n\n[1] \u00fe\x00 Id.", "a\r\n\r\n[1]"} {
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

// TestReadRefused reads what is no text, and texts that look like something else.
func TestReadRefused(t *testing.T) {
	const text = "The eel is a fish.[1]\n\n[1] Id. at 3.\n"
	for _, test := range []struct{ src, format string }{
		{strings.Repeat("\x89\x01\x9c\x00\xb2\x13\xf0", 100), "binary"},
		{strings.Repeat("\x00", 100), "binary"},
		{"%PDF-1.7\n", "pdf"},
		{`{\rtf1\ansi Id.}`, "rtf"},
		{"<?xml version=\"1.0\"?><rss version=\"2.0\"/>", "xml"},
		{text + "\x00\x00" + text, ""},
		{"\x1b[1m" + text + "\x1b[0m\f" + text, ""},
		{strings.Repeat(`{"text": "See <i>id.</i>"}`+"\n", 30), ""},
		{"id,note\n1,\"[^1]\"\n", ""},
		{"grep '[^1]' and [^a-z0-9]+ and \"[^/]*\".\n", ""},
		{"The span is ^[A-Z ] or ^[0-9 ].\n", ""},
	} {
		d, err := Read(strings.NewReader(test.src), int64(len(test.src)))
		if test.format == "" {
			require.NoError(t, err, "%q", test.src)
			assert.Equal(t, "text", d.Format, "%q", test.src)
			continue
		}
		assert.ErrorIs(t, err, ErrFormat, "%q", test.src)
		assert.ErrorContains(t, err, "supported: "+test.format, "%q", test.src)
	}
}
