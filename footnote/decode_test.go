package footnote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/hereinafter/hereinafter/footnote"
)

// encoded are documents of each format that does not name its encoding.
var encoded = map[string]string{
	"text":     "The café’s lease had ended.[1] So § 4 says.\n\n[1] Café Royal v. Muñoz, 12 A.2d 3 (Del. 1940).\n",
	"markdown": "The café’s lease had ended.[^1] So § 4 says.\n\n[^1]: Café Royal v. Muñoz, 12 A.2d 3 (Del. 1940).\n",
	"latex":    "\\documentclass{article}\\begin{document}The café’s lease had ended.\\footnote{Café Royal v. Muñoz, 12 A.2d 3 (Del. 1940).} So § 4 says.\\end{document}\n",
	"html":     "<html><body><p>The café’s lease had ended.<sup><a href=\"#f1\" id=\"r1\">1</a></sup> So § 4 says.</p><p id=\"f1\"><a href=\"#r1\">1</a> Café Royal v. Muñoz, 12 A.2d 3 (Del. 1940).</p></body></html>\n",
}

// TestEncodings reads each in many encodings: it says the same, its source is the
// text in UTF-8, and what it was decoded from is said.
func TestEncodings(t *testing.T) {
	for _, test := range []struct {
		name string
		enc  encoding.Encoding
		want string
	}{
		{"UTF-8", encoding.Nop, ""},
		{"UTF-8 with a mark", unicode.UTF8BOM, ""},
		{"UTF-16LE with a mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"},
		{"UTF-16BE with a mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"},
		{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"},
		{"UTF-32LE with a mark", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "utf-32le"},
		{"UTF-32BE with a mark", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "utf-32be"},
		{"Windows-1252", charmap.Windows1252, "windows-1252"},
	} {
		for format, text := range encoded {
			src, err := test.enc.NewEncoder().String(text)
			require.NoError(t, err)
			for _, r := range []*strings.Replacer{strings.NewReplacer(), strings.NewReplacer("\n", "\r")} {
				name := format + " in " + test.name
				text := r.Replace(text)
				src := r.Replace(src)
				if strings.Contains(test.want, "16") || strings.Contains(test.want, "32") {
					src, err = test.enc.NewEncoder().String(text)
					require.NoError(t, err)
				}
				d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
				require.NoError(t, err, name)
				assert.Equal(t, format, d.Format, name)
				assert.Equal(t, test.want, d.Encoding, name)
				decoded, ok := d.Source("")
				assert.True(t, ok)
				assert.Equal(t, text, strings.TrimPrefix(decoded, "\ufeff"), name)
				assert.Contains(t, d.Body.Text, "The café’s lease had ended.", name)
				require.Len(t, d.Notes, 1, name)
				n := d.Notes[0]
				assert.Equal(t, "Café Royal v. Muñoz, 12 A.2d 3 (Del. 1940).", n.Text, name)
				assert.Equal(t, n.Text, decoded[n.Source(0):n.Source(0)+len(n.Text)], name)
				if test.want == "" {
					assert.Empty(t, d.Problems, name)
					continue
				}
				require.Len(t, d.Problems, 1, name)
				assert.Equal(t, footnote.Decoded, d.Problems[0].Kind, name)
				assert.Contains(t, d.Problems[0].String(), "offsets count in the text as decoded from "+test.want, name)
			}
		}
	}
}

// TestMixedEncodings reads texts of which a part is not in the encoding of the rest.
func TestMixedEncodings(t *testing.T) {
	utf := "The café’s lease had ended. So § 4 says, as the court did. "
	windows, err := charmap.Windows1252.NewEncoder().String(utf)
	require.NoError(t, err)
	for _, test := range []struct{ src, want, encoding string }{
		{strings.Repeat(utf, 3) + windows, strings.Repeat(utf, 4), "utf-8 with windows-1252"},
		{strings.Repeat(utf, 200) + "caf\xe9", strings.Repeat(utf, 200) + "café", "utf-8 with windows-1252"},
		{strings.Repeat("The lease had ended. ", 200) + "caf\xe9", strings.Repeat("The lease had ended. ", 200) + "café", "windows-1252"},
		{"caf\xe9 \x81\x8d", "café \ufffd\ufffd", "windows-1252"},
	} {
		d, err := footnote.Read(strings.NewReader(test.src), int64(len(test.src)))
		require.NoError(t, err)
		assert.Equal(t, test.want, d.Body.Text)
		assert.Equal(t, test.encoding, d.Encoding)
	}
}

// TestStringsAreNotDecoded reads strings that are not UTF-8: offsets count in them,
// and what they are is said.
func TestStringsAreNotDecoded(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"caf\xe9 noir", "byte 3: damaged: bytes that are not UTF-8; Read decodes them"},
		{"a\x00b", "byte 1: damaged: 1 NUL byte in the text"},
		{"§ 19\u200b83 and D\ufeffoe", "byte 5: damaged: 2 characters without width are inside words, which may be read otherwise than shown"},
		{"\xff\xfeI\x00d\x00.\x00", "byte 0: damaged: the text is not UTF-8 but utf-16le; Read decodes it"},
	} {
		latex, err := footnote.LaTeX(test.src)
		require.NoError(t, err)
		for _, d := range []*footnote.Document{footnote.Text(test.src), footnote.Markdown(test.src), latex} {
			var list []string
			for _, p := range d.Problems {
				list = append(list, p.String())
			}
			assert.Contains(t, list, test.want, d.Format)
		}
	}
}

// TestSoftHyphens holds that soft hyphens and blanks without width between words are
// no cause for a report.
func TestSoftHyphens(t *testing.T) {
	assert.Empty(t, footnote.Text("The mu\u00adni\u00adcipal pier,\u200b https://\u200bexample.org/\u200ba\u2060 (2020).").Problems)
}

// TestRefusedByName reads what is no text: each is refused by its name, with what
// to do, even where it is said to be text.
func TestRefusedByName(t *testing.T) {
	rest := strings.Repeat("See Doe v. Roe, 12 A.2d 3. ", 30)
	sjis, err := japanese.ShiftJIS.NewEncoder().String(strings.Repeat("東京高等裁判所平成十二年三月", 20))
	require.NoError(t, err)
	for _, test := range []struct{ src, name, help string }{
		{"%PDF-1.7\n" + rest, "pdf", "pdftotext"},
		{"\ufeff\r\n%PDF-1.4\n" + rest, "pdf", "pdftotext"},
		{"%!PS-Adobe-3.0\n" + rest, "postscript", "ps2pdf"},
		{`{\rtf1\ansi ` + rest, "rtf", "soffice"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + rest, "doc", "soffice"},
		{"\xffWPC" + rest, "wordperfect", "soffice"},
		{"\x1f\x8b\x08" + rest, "gzip", "gunzip"},
		{"BZh91AY&SY" + rest, "bzip2", "bunzip2"},
		{"\xfd7zXZ\x00" + rest, "xz", "unxz"},
		{"\x28\xb5\x2f\xfd" + rest, "zstd", "unzstd"},
		{"7z\xbc\xaf\x27\x1c" + rest, "7z", "7z x"},
		{"Rar!\x1a\x07\x00" + rest, "rar", "unrar"},
		{(rest + strings.Repeat("\x00", 600))[:257] + "ustar\x0000", "tar", "tar xf"},
		{"\x89PNG\r\n\x1a\n" + rest, "image", "tesseract"},
		{"\xff\xd8\xff\xe0" + rest, "image", "tesseract"},
		{"GIF89a" + rest, "image", "tesseract"},
		{"II*\x00" + rest, "image", "tesseract"},
		{"BM\x36\x10\x00\x00\x00\x00\x00\x00" + rest, "image", "tesseract"},
		{"RIFF\x24\x00\x00\x00WEBPVP8 " + rest, "image", "tesseract"},
		{"ID3\x04\x00" + rest, "media", "sound"},
		{rest + strings.Repeat("\x00\x01\x02\xf3", 400), "binary", "no text"},
		{sjis, "encoding", "iconv"},
	} {
		for _, as := range []string{"", "text", "markdown"} {
			read := func() (*footnote.Document, error) {
				return footnote.Read(strings.NewReader(test.src), int64(len(test.src)))
			}
			if as != "" {
				read = func() (*footnote.Document, error) {
					return footnote.ReadAs(as, strings.NewReader(test.src), int64(len(test.src)))
				}
			}
			_, err := read()
			assert.ErrorIs(t, err, footnote.ErrFormat, "%.12q", test.src)
			assert.ErrorContains(t, err, "supported: "+test.name, "%.12q", test.src)
			assert.ErrorContains(t, err, test.help, "%.12q", test.src)
		}
	}
	for _, src := range []string{"BMW of N. Am., Inc. v. Gore, 517 U.S. 559 (1996).", "MM* is a mark.", "GIF files are images.", "I use %PDF- here.", "Rar! said the judge.", "7z is a tool."} {
		d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		require.NoError(t, err, src)
		assert.Equal(t, src, d.Body.Text)
	}
}
