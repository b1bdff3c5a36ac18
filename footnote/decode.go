package footnote

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// How a document's bytes become text
//
// A text in UTF-8 is read as it is. One in UTF-16 or UTF-32 is decoded when it is
// loaded, whatever its format: its byte order mark tells, or that every other byte
// is NUL. HTML and XML then name their encodings themselves. In all other formats
// bytes that are not UTF-8 are those of Windows-1252, of which Latin-1 is a part:
// all beyond ASCII, or, where most of the text is UTF-8, those alone. Nothing is
// guessed where so many bytes are beyond ASCII that the text is in no Latin
// script; the document is refused.
//
// Of a document that was decoded the offsets count in the decoded text. It has
// [Document.Encoding], and a [Decoded] problem.

// mixedEncoding is the name of UTF-8 in which some bytes are of Windows-1252.
const mixedEncoding = "utf-8 with windows-1252"

// wideEncodings lists how texts in UTF-32 and UTF-16 begin.
var wideEncodings = [...]struct {
	mark, name string
	enc        encoding.Encoding
}{
	{"\xff\xfe\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
	{"\x00\x00\xfe\xff", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
	{"\xff\xfe", "utf-16le", utf.UTF16(utf.LittleEndian, utf.UseBOM)},
	{"\xfe\xff", "utf-16be", utf.UTF16(utf.BigEndian, utf.UseBOM)},
}

// wideWithoutMark are the names and encodings of UTF-16 without a mark, by
// whether the bytes at odd offsets are NUL.
var wideWithoutMark = map[bool]struct {
	name string
	enc  encoding.Encoding
}{
	true:  {"utf-16le", utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)},
	false: {"utf-16be", utf.UTF16(utf.BigEndian, utf.IgnoreBOM)},
}

// wideEncoding returns the encoding of a text in UTF-16 or UTF-32, by its byte
// order mark, or because half of its beginning is NUL, every other byte. enc is
// nil if it is in neither.
func wideEncoding(src string) (name string, enc encoding.Encoding) {
	for _, w := range wideEncodings {
		if strings.HasPrefix(src, w.mark) {
			return w.name, w.enc
		}
	}
	head := src[:min(len(src), headSize)]
	var nuls [2]int // at even offsets, and at odd ones
	for i := range len(head) {
		if head[i] == 0 {
			nuls[i%2]++
		}
	}
	if min(nuls[0], nuls[1]) > 0 || nuls[0]+nuls[1] <= max(fewControls, len(head)/4) {
		return "", nil
	}
	w := wideWithoutMark[nuls[1] > 0]
	return w.name, w.enc
}

// decodeWide returns a text in UTF-16 or UTF-32 as UTF-8, with the name of its
// encoding; any other text as it is, with no name.
func decodeWide(src string) (text, name string) {
	name, enc := wideEncoding(src)
	if enc == nil {
		return src, ""
	}
	text, err := enc.NewDecoder().String(src)
	if err != nil { // cut off in a character
		text, _ = enc.NewDecoder().String(src[:len(src)&^3])
	}
	return text, name
}

// decodeBytes returns a text in which bytes are not UTF-8 as UTF-8, with the name
// of its encoding, none if that is UTF-8, and why it was taken for it.
func decodeBytes(src string) (text, name, why string) {
	if utf8.ValidString(src) {
		return src, "", ""
	}
	wide, odd := 0, 0 // characters beyond ASCII that are UTF-8, bytes that are not
	for i, r := range src {
		switch {
		case r == utf8.RuneError && invalidByte(src, i):
			odd++
		case r >= utf8.RuneSelf:
			wide++
		}
	}
	why = count(odd, "byte is not UTF-8", "bytes are not UTF-8") + " (if the encoding is another: iconv -f ENCODING -t UTF-8 FILE)"
	if odd > maxOdd*wide {
		text, _ = charmap.Windows1252.NewDecoder().String(src) // U+FFFD for the five bytes that it does not have
		return text, "windows-1252", why
	}
	var b strings.Builder
	b.Grow(len(src) + 2*odd)
	for i, r := range src {
		if r == utf8.RuneError && invalidByte(src, i) {
			r = charmap.Windows1252.DecodeByte(src[i])
		}
		b.WriteRune(r)
	}
	return b.String(), mixedEncoding, why
}

// maxOdd is how many bytes that are not UTF-8 there may be for each character
// beyond ASCII that is, in a text that is taken for UTF-8.
const maxOdd = 4

func invalidByte(s string, i int) bool {
	_, w := utf8.DecodeRuneInString(s[i:])
	return w == 1
}

// invalidAt returns the offset of the first byte that is no UTF-8; len(s) if
// there is none.
func invalidAt(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && invalidByte(s, i) {
			return i
		}
	}
	return len(s)
}

// plain returns the text of a document in a format that does not name its
// encoding. The error is [ErrFormat] when it is in none that can be told.
func (in *input) plain() (string, error) {
	if isForeign(in.text) {
		return "", fmt.Errorf("%w: encoding (neither UTF-8 nor one of Latin letters; use: iconv -f ENCODING -t UTF-8 FILE)", ErrFormat)
	}
	text, name, why := decodeBytes(in.text)
	if name != "" {
		in.encoding, in.why = name, why
	}
	return text, nil
}

// setEncoding says that the document was decoded, and why from this encoding
// where it did not name it.
func (d *Document) setEncoding(name, why string) {
	if name == "" {
		return
	}
	d.Encoding = name
	d.Problems = slices.Insert(d.Problems, 0, Problem{Kind: Decoded, Detail: name + prefixed(", as ", why)})
}

// prefixed returns both strings; none if the second is empty.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// isForeign reports whether a text is in an encoding that is neither UTF-8 nor one
// of a Latin script: more than a third of its bytes are beyond ASCII and few of
// them are UTF-8.
func isForeign(s string) bool {
	high, odd := 0, 0
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			high++
		}
	}
	if high <= max(fewControls, len(s)/3) {
		return false
	}
	for i, r := range s {
		if r == utf8.RuneError && invalidByte(s, i) {
			odd++
		}
	}
	return 2*odd > high
}

// reportBytes reports bytes of a text that was given as a string, in which
// offsets count, so that it is not decoded: those that are not UTF-8, NUL, and characters inside words
// that are not shown.
func (d *Document) reportBytes(src string) {
	report := func(at int, detail string) {
		d.Problems = append(d.Problems, Problem{Kind: Damaged, Detail: detail, Offset: at})
		d.sortProblems()
	}
	if name, enc := wideEncoding(src); enc != nil {
		report(0, "the text is not UTF-8 but "+name+"; Read decodes it")
		return
	}
	if at := invalidAt(src); at < len(src) {
		report(at, "bytes that are not UTF-8; Read decodes them")
	}
	if n, at := unseenInWords(src); n > 0 {
		report(at, count(n, "character without width is inside a word", "characters without width are inside words")+", which may be read otherwise than shown")
	}
	if n := strings.Count(src, "\x00"); n > 0 {
		report(strings.IndexByte(src, 0), count(n, "NUL byte", "NUL bytes")+" in the text")
	}
}

// unseenInWords returns how many characters that are not shown are between letters
// or digits, and where the first is. A soft hyphen between letters is none of them.
func unseenInWords(s string) (n, first int) {
	for i, r := range s {
		if r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r) {
			continue
		}
		next := i + utf8.RuneLen(r)
		if i == 0 || next == len(s) {
			continue
		}
		before, after := s[i-1], s[next]
		letters := isLetter(before) && isLetter(after)
		if (isLetter(before) || isDigit(before)) && (isLetter(after) || isDigit(after)) && !(r == softHyphen && letters) {
			if n == 0 {
				first = i
			}
			n++
		}
	}
	return n, first
}

const softHyphen = '\u00ad'
