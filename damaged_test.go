package hereinafter_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/internal/mutate"
)

// damageSeed is another for other documents, damaged how many versions of each
// file are read.
const (
	damageSeed = 1
	damaged    = 6
)

// TestDamagedDocuments reads damaged versions of the article in every format: what
// is true of all documents is true of them, and a second reading gives the same.
func TestDamagedDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/article/article*")
	require.NoError(t, err)
	files = append(files, "testdata/bench/opinions.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		r := rand.New(rand.NewPCG(damageSeed, uint64(len(data))))
		for n := range damaged {
			src := damage(t, r, data)
			for _, running := range []bool{false, true} {
				if fault := faultOf(src, running); fault != "" {
					if !bytes.HasPrefix(src, []byte("PK")) {
						src = []byte(mutate.Shrink(string(src), func(text string) bool { return faultOf([]byte(text), running) != "" }))
						fault = faultOf(src, running)
					}
					t.Errorf("%s, version %d, running %v: %s: %.2000q", file, n, running, fault, src)
				}
			}
		}
	}
}

// damage returns a damaged version of a document: of a container, one whose parts
// are damaged.
func damage(t *testing.T, r *rand.Rand, data []byte) []byte {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []byte(mutate.Text(r, string(data)))
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		in, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(in)
		require.NoError(t, err)
		if strings.HasSuffix(f.Name, ".xml") && r.IntN(2) == 0 {
			part = []byte(mutate.Text(r, string(part)))
		}
		w, err := zw.Create(f.Name)
		require.NoError(t, err)
		_, err = w.Write(part)
		require.NoError(t, err)
	}
	require.NoError(t, zw.Close())
	return out.Bytes()
}

// faultOf says what is wrong with what is read of a document; empty if nothing is.
func faultOf(src []byte, running bool) (fault string) {
	defer func() {
		if e := recover(); e != nil {
			fault = fmt.Sprint("panic: ", e)
		}
	}()
	reader := hereinafter.Reader{Running: running}
	d, err := reader.Read(bytes.NewReader(src), int64(len(src)))
	again, err2 := reader.Read(bytes.NewReader(src), int64(len(src)))
	if err != nil || err2 != nil {
		if fmt.Sprint(err) != fmt.Sprint(err2) {
			return "another error"
		}
		return ""
	}
	one, err := json.Marshal(d)
	two, err2 := json.Marshal(again)
	switch {
	case err != nil || err2 != nil:
		return fmt.Sprint(err, err2)
	case !bytes.Equal(one, two):
		return "a second reading differs"
	}
	for _, p := range d.Pieces() {
		text := d.Body.Text
		if p.Note != nil {
			text = p.Note.Text
		}
		for _, c := range p.Citations {
			if span := c.Common().Span; span.In(text) != c.Common().Text() || !utf8.ValidString(c.Common().Text()) {
				return fmt.Sprintf("the text at %v is not that of %s", span, c)
			}
		}
	}
	ids := make(map[string]bool)
	for line := range d.Lines("") {
		if ids[line.ID] {
			return "two citations are " + line.ID
		}
		ids[line.ID] = true
		if !strings.HasPrefix(line.ID, "n") && d.Body.Text[line.Start:line.End] != line.Text {
			return fmt.Sprintf("the text of %s is not that at %d:%d", line.ID, line.Start, line.End)
		}
	}
	for line := range d.Lines("") {
		for _, id := range append(line.Candidates, line.Antecedent, line.Source, line.Parent) {
			if id != "" && !ids[id] {
				return fmt.Sprintf("%s names %s, which is not there", line.ID, id)
			}
		}
	}
	for _, p := range d.Problems {
		if d.At(p.Part, p.Offset); p.Message() == "" {
			return "a problem without a message"
		}
	}
	d.Authorities(true)
	return ""
}

// TestOneReaderManyReaders reads with one Reader in many goroutines.
func TestOneReaderManyReaders(t *testing.T) {
	data, err := os.ReadFile("testdata/article/article.txt")
	require.NoError(t, err)
	reader := &hereinafter.Reader{}
	want, err := json.Marshal(read(t, "testdata/article/article.txt"))
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			d, err := reader.Read(bytes.NewReader(data), int64(len(data)))
			if assert.NoError(t, err) {
				got, err := json.Marshal(d)
				assert.NoError(t, err)
				assert.Equal(t, string(want), string(got))
			}
		})
	}
	wg.Wait()
}

// TestEncodedText holds that the text of each JSON line is the bytes at its offsets
// in the text that was decoded.
func TestEncodedText(t *testing.T) {
	const text = "The café’s lease ended. Café Royal v. Muñoz, 531 U.S. 98 (2000). See id. at 100.\n"
	var latin, wide []byte
	for _, r := range text {
		if r == '’' {
			latin = append(latin, 0x92)
		} else {
			latin = append(latin, byte(r))
		}
		wide = append(wide, byte(r), byte(r>>8))
	}
	for encoding, src := range map[string][]byte{"windows-1252": latin, "utf-16le": wide, "": []byte(text)} {
		for _, running := range []bool{false, true} {
			reader := hereinafter.Reader{Running: running}
			d, err := reader.Read(bytes.NewReader(src), int64(len(src)))
			require.NoError(t, err)
			assert.Equal(t, encoding, d.Encoding)
			assert.Equal(t, text, d.Body.Text)
			n := 0
			for line := range d.Lines("") {
				assert.Equal(t, line.Text, text[line.Start:line.End])
				n++
			}
			assert.Equal(t, 2, n, encoding)
			if encoding != "" {
				require.Len(t, d.Problems, 1)
				assert.Contains(t, d.Problems[0].String(), encoding)
			}
		}
	}
	assert.Len(t, hereinafter.Text(string(latin)).Problems, 1, "a string is not decoded, but what it is is said")
}
