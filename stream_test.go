package hereinafter_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/resolve"
)

// stream reads a text in windows, holds that the pieces are the text, and returns
// their lines.
func stream(t testing.TB, text string, window int) (lines []export.Line, pieces int) {
	var whole strings.Builder
	reader := hereinafter.Reader{Window: window}
	for d, err := range reader.Stream(iotest.OneByteReader(strings.NewReader(text))) {
		require.NoError(t, err)
		require.Equal(t, whole.Len(), d.Offset)
		for _, c := range d.Body.Citations {
			span := c.Common().Span
			require.True(t, 0 <= span.Start && span.Start <= span.End && span.End <= len(d.Body.Text))
		}
		whole.WriteString(d.Body.Text)
		for line := range d.Lines("") {
			lines = append(lines, line)
		}
		pieces++
	}
	require.Equal(t, text, whole.String())
	for _, line := range lines {
		require.Equal(t, text[line.Start:line.End], line.Text)
	}
	return lines, pieces
}

func opinions(t testing.TB) string {
	data, err := os.ReadFile("testdata/bench/opinions.txt")
	require.NoError(t, err)
	return string(data)
}

// TestStreamOfOnePiece holds that a text that fits is read as Text reads it.
func TestStreamOfOnePiece(t *testing.T) {
	for _, text := range []string{"", "Nothing is cited.", opinion, opinions(t)} {
		got, pieces := stream(t, text, 0)
		assert.Equal(t, 1, pieces)
		var want []export.Line
		for line := range hereinafter.Text(text).Lines("") {
			want = append(want, line)
		}
		assert.Equal(t, want, got)
	}
}

// TestStreamFindsAlike holds that a text has the same citations in any window, with
// the same ids.
func TestStreamFindsAlike(t *testing.T) {
	text := opinions(t)
	want, _ := stream(t, text, 0)
	for _, window := range []int{4 << 10, 16 << 10, 50_000} {
		got, pieces := stream(t, text, window)
		assert.Greater(t, pieces, len(text)/window)
		require.Len(t, got, len(want))
		linked, alike := 0, 0
		for i, line := range got {
			w := want[i]
			require.Equal(t, []any{w.ID, w.Parent, w.Kind, w.Start, w.End, w.Signal, w.KindFields}, []any{line.ID, line.Parent, line.Kind, line.Start, line.End, line.Signal, line.KindFields})
			if w.Source != "" {
				linked++
				if w.Source == line.Source {
					alike++
				}
			}
		}
		t.Logf("window %d: %d of %d links alike", window, alike, linked)
		assert.Greater(t, alike*100, linked*90)
	}
}

// TestStreamCutsNoCitation holds that a citation is read whole wherever the window
// ends.
func TestStreamCutsNoCitation(t *testing.T) {
	const cited = "See, e.g., Doe v. Roe, 410 F.3d 98,\n101 (2d Cir. 2005)\n(citing Poe v.\n\f\nMoe, 210 F.3d 88 (2d Cir. 2000)), aff'd, 550 U.S. 9 (2007)"
	const window = 1000
	for before := window - len(cited) - 20; before < window+20; before++ {
		text := strings.Repeat("word ", before/5) + strings.Repeat("x", before%5) + ". " + cited + ". " + strings.Repeat("More words. ", 2000)
		lines, pieces := stream(t, text, window)
		require.Greater(t, pieces, 2)
		require.Len(t, lines, 3, "%d bytes before", before)
		require.Equal(t, "see, e.g.", lines[0].Signal)
	}
}

// TestStreamLinksAcross links short forms to what the piece before cites, and no
// farther.
func TestStreamLinksAcross(t *testing.T) {
	const paragraph = "The court turns to the facts of the case, which nobody disputes, and says what follows from them.\n\n"
	const window = 10_000
	far := func(n int) string { return strings.Repeat(paragraph, n/len(paragraph)) }
	for _, test := range []struct {
		between int
		want    string
	}{
		{1000, "c1"}, {window/2 - 500, "c1"}, {3 * window, ""},
	} {
		text := "We follow Gore v. Bush, 531 U.S. 98 (2000).\n\n" + far(test.between) + "Gore, 531 U.S. at 101. Gore, supra, at 102. Gore, at 103.\n\n" + far(window)
		lines, _ := stream(t, text, window)
		require.Len(t, lines, 4, test.between)
		for _, line := range lines[1:] {
			assert.Equal(t, test.want, line.Source, "%s after %d bytes", line.Text, test.between)
			if test.want != "" {
				assert.Equal(t, "us/531/98", line.Authority)
			} else {
				assert.Equal(t, resolve.NotFound, line.Why)
			}
		}
	}
}

// TestStreamNotes links the notes of a text whose notes count on from piece to
// piece.
func TestStreamNotes(t *testing.T) {
	var b strings.Builder
	for page := range 30 {
		n := 2*page + 1
		for line := range 20 {
			fmt.Fprintf(&b, "The witness of day %d was asked %d times, and said what had been said on day %d, when the", 20*page+line, page+line, page*line)
			switch line {
			case 8:
				fmt.Fprintf(&b, "\ncourt sat.[%d]", n)
			case 16:
				fmt.Fprintf(&b, "\njury rose.[%d]", n+1)
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "\n[%d] Doe v. Roe%d, %d U.S. 98 (2000).\n[%d] Roe%d, supra note %d, at 100; id. at 101.\n\f", n, page, 400+page, n+1, max(0, page-1), max(1, n-2))
	}
	lines, pieces := stream(t, b.String(), 12_000)
	require.Greater(t, pieces, 3)
	require.Len(t, lines, 90)
	for _, line := range lines {
		if line.Kind != citation.KindCase {
			assert.Contains(t, []resolve.Why{resolve.NamedNote, resolve.PrecedingCitation}, line.Why, "%s at %d", line.Text, line.Start)
		}
	}
}

// TestCollectionHasNotesOfEach reads documents one after the other, each with its
// own note 1, in a style of its own.
func TestCollectionHasNotesOfEach(t *testing.T) {
	const other = `The panel did not agree.[1] Moe, supra note 1, at 5. The rule is an old one.[2]

FOOTNOTES

[1] Moe v. Loe, 12 F.3d 3 (2d Cir. 1999).
[2] Roe v. Coe, 13 F.3d 33 (2d Cir. 1999).
`
	var links []string
	for line := range hereinafter.Text(opinion + "\n\f\n" + other + "\n\f\n" + opinion).Lines("") {
		if line.Kind == citation.KindId || line.Kind == citation.KindSupra {
			links = append(links, fmt.Sprint(line.ID, " = ", line.Source, " ", line.Why))
		}
	}
	assert.Equal(t, []string{
		"c2 = c1 preceding-citation", "c5 = c4 preceding-note",
		"c7 = c8 named-note",
		"c11 = c10 preceding-citation", "c14 = c13 preceding-note",
	}, links)
}

// TestCollectionBeginsAnew holds that no document of a collection sees what another
// cites, wherever the text is cut.
func TestCollectionBeginsAnew(t *testing.T) {
	document := func(other string, first int) string {
		var b strings.Builder
		for n := first; n < first+4; n++ {
			fmt.Fprintf(&b, "The court of appeals did not agree with any of that, and it was right.[%d] ", n)
		}
		b.WriteString("See Moe, supra note 2; Gore, 531 U.S. at 101.\n\n")
		for n := first; n < first+4; n++ {
			fmt.Fprintf(&b, "[%d] Moe v. %s, %d F.3d 3 (2d Cir. 1999).\n", n, other, 10+n)
		}
		return b.String()
	}
	first := "We follow Gore v. Bush, 531 U.S. 98 (2000). " + document("Loe", 1)
	text := first + "\n\f\n" + document("Coe", 5) + strings.Repeat("\n", 20_000)
	for _, window := range []int{0, len(first) * 3 / 2} {
		var whys []resolve.Why
		lines, _ := stream(t, text, window)
		for _, line := range lines {
			if line.Why != "" {
				whys = append(whys, line.Why)
			}
		}
		assert.Equal(t, []resolve.Why{resolve.NamedNote, resolve.SameVolume, resolve.StaleNote, resolve.NotFound}, whys)
	}
}

// TestStreamPositions counts lines and columns in the whole.
func TestStreamPositions(t *testing.T) {
	text := strings.Repeat("A line of «text».\r\n", 300) + strings.Repeat("and no end ", 2000) + "531 U.S. 98.\n\nDoe v. Roe, 410 U.S. 113 (1973)." + strings.Repeat("\n", 30_000)
	var got []string
	reader := hereinafter.Reader{Window: 2000}
	for d, err := range reader.Stream(strings.NewReader(text)) {
		require.NoError(t, err)
		for _, c := range d.Body.Citations {
			got = append(got, fmt.Sprint(d.Position(nil, c.Common().Span.Start)))
		}
	}
	whole := hereinafter.Text(text)
	var want []string
	for _, c := range whole.Body.Citations {
		want = append(want, fmt.Sprint(whole.Position(nil, c.Common().Span.Start)))
	}
	require.Len(t, want, 2)
	assert.Equal(t, want, got)
}

// TestStreamOfDocuments reads what is not plain text whole, from a source that can
// be read anywhere and from one that cannot.
func TestStreamOfDocuments(t *testing.T) {
	for _, file := range []string{"testdata/article/article.docx", "testdata/article/article.html", "testdata/article/article.md"} {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var want bytes.Buffer
		require.NoError(t, export.WriteJSONLines(&want, read(t, file).Lines("")))
		for _, in := range []io.Reader{bytes.NewReader(data), iotest.HalfReader(bytes.NewReader(data))} {
			n := 0
			reader := hereinafter.Reader{Window: 1 << 10}
			for d, err := range reader.Stream(in) {
				require.NoError(t, err)
				var got bytes.Buffer
				require.NoError(t, export.WriteJSONLines(&got, d.Lines("")))
				assert.Equal(t, want.String(), got.String())
				n++
			}
			assert.Equal(t, 1, n, file)
		}
	}
}

func TestStreamErrors(t *testing.T) {
	gone := errors.New("the disk is gone")
	for _, test := range []struct {
		name   string
		in     io.Reader
		pieces int
		err    string
	}{
		{"nothing", nil, 0, "no reader"},
		{"at once", iotest.ErrReader(gone), 1, "the disk is gone"},
		{"later", io.MultiReader(strings.NewReader(opinion), iotest.ErrReader(gone)), 1, "the disk is gone"},
		{"much later", io.MultiReader(strings.NewReader(strings.Repeat(opinion, 200)), iotest.ErrReader(gone)), 3, "the disk is gone"},
		{"a format that is not read", strings.NewReader("%PDF-1.7\n" + opinion), 0, "pdf"},
	} {
		pieces, last := 0, error(nil)
		reader := hereinafter.Reader{Window: 8 << 10}
		for d, err := range reader.Stream(test.in) {
			require.NoError(t, last, "nothing follows an error")
			if last = err; err == nil {
				assert.NotNil(t, d)
				pieces++
			}
		}
		assert.ErrorContains(t, last, test.err, test.name)
		assert.GreaterOrEqual(t, pieces, test.pieces, test.name)
	}
}

// TestStreamEndsEarly leaves a stream after its first piece.
func TestStreamEndsEarly(t *testing.T) {
	in := strings.NewReader(strings.Repeat(opinion, 1000))
	size := in.Len()
	reader := hereinafter.Reader{Window: 8 << 10}
	for range reader.Stream(in) {
		break
	}
	assert.Less(t, size-in.Len(), 32<<10, "no more is taken than the first piece needs")
}

// TestStreamMemory holds that memory does not grow with the text, whatever is in it.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	const window = 64 << 10
	for name, text := range map[string]string{"opinions": opinions(t), "short forms": strings.Repeat("Id. ", 30_000), "nothing": strings.Repeat("No. ", 30_000)} {
		in := io.LimitReader(&repeated{text: text}, 2<<20)
		reader := hereinafter.Reader{Window: window}
		var first, last uint64
		n := 0
		for _, err := range reader.Stream(in) {
			require.NoError(t, err)
			if n++; n%8 == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				if last = m.HeapAlloc; first == 0 {
					first = last
				}
			}
		}
		require.NotZero(t, first)
		assert.Less(t, float64(last), float64(first)*1.5+1e6, name)
	}
}

// repeated gives a text again and again.
type repeated struct {
	text string
	at   int
}

func (r *repeated) Read(p []byte) (n int, err error) {
	n = copy(p, r.text[r.at:])
	r.at = (r.at + n) % len(r.text)
	return n, nil
}

// FuzzStream reads any text in any window.
func FuzzStream(f *testing.F) {
	f.Add(opinion, 100)
	f.Add("Doe v. Roe, 531 U.S. 98 (2000); Id. at 5.\r\n\f\r\nSee § 12.\n\n\f\n", 8)
	f.Fuzz(func(t *testing.T, text string, window int) {
		in := strings.NewReader(text)
		for range (&hereinafter.Reader{}).Stream(in) {
			// whatever it is, it is read
		}
		reader := hereinafter.Reader{Format: "text", Window: max(1, window%5000)}
		var whole strings.Builder
		id := 0
		for d, err := range reader.Stream(strings.NewReader(text)) {
			if err != nil || d.Encoding != "" { // then offsets count in the text as decoded
				return
			}
			for line := range d.Lines("") {
				if line.Parent == "" {
					id++
					require.Equal(t, fmt.Sprintf("c%d", id), line.ID)
				}
				require.Equal(t, text[line.Start:line.End], line.Text)
			}
			whole.WriteString(d.Body.Text)
		}
		require.Equal(t, text, whole.String())
	})
}
