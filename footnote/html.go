package footnote

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// HTML reads an HTML or XHTML page, or a part of one. A source that is not
// UTF-8 is decoded first, by its byte order mark, what its <meta> says, or else
// as Windows-1252; all offsets are in the decoded text.
//
// It never fails: elements that are nested more than [MaxDepth] deep are read as
// if they were not, and reported.
func HTML(src string) *Document {
	d := &Document{Format: "html"}
	src, name, why := decodeHTML(src)
	d.setEncoding(name, why)
	d.addSource("", src)
	f := findNotes(buildPage(src, pageStart(src)))
	d.Problems = append(d.Problems, f.problems...)
	f.writeAll(d)
	d.setScopes()
	d.finish()
	return d
}

// decodeHTML returns the source in UTF-8, with the name of its encoding if that
// was another, and why. A text that is valid UTF-8 is taken for that, whatever it
// says of itself: programs that save pages often leave what it said.
func decodeHTML(src string) (text, name, why string) {
	if text, name = decodeWide(src); name != "" || utf8.ValidString(text) {
		return text, name, ""
	}
	enc, name, named := charset.DetermineEncoding([]byte(src[:min(len(src), 1024)]), "")
	if !named || name == "utf-8" || enc == encoding.Replacement {
		return decodeBytes(src)
	}
	text, err := enc.NewDecoder().String(src)
	if err != nil {
		return decodeBytes(src)
	}
	return text, name, ""
}

// pageStart returns where the page begins, after a byte order mark and the front
// matter that a site's generator keeps, between lines of three hyphens.
func pageStart(src string) int {
	at := len(src) - len(strings.TrimPrefix(src, byteOrderMark))
	if !strings.HasPrefix(src[at:], "---\n") && !strings.HasPrefix(src[at:], "---\r\n") {
		return at
	}
	if k := strings.Index(src[at:], "\n---"); k >= 0 {
		return lineEnd(src, at+k+1)
	}
	return at
}

// How a page is told from text
//
// A page begins with its document type or its root. Parts of pages have no such
// beginning; they begin and end with tags, or are full of them.

// The greatest number of bytes per tag of a part of a page.
const (
	sparse   = 1000 // of one that begins and ends with a tag
	dense    = 120  // of any other
	fewTags  = 2    // the least number of tags of the first
	manyTags = 20   // and of the second
)

func isHTML(in *input) bool {
	text := in.text[pageStart(in.text):]
	prolog, isXML := skipProlog(text)
	begin := strings.TrimSpace(text[prolog:])
	switch tag, _ := tagAt(begin, 0); {
	case hasFold(begin, "<!doctype html"), tag == atom.Html, tag == atom.Head, tag == atom.Body:
		return true
	case strings.EqualFold(in.xmlSource().root.Name.Local, "html"):
		return true
	case isXML || hasFold(begin, "<!doctype"), in.xmlSource().root.Name.Space != "":
		return false
	}
	known, unknown := countTags(begin)
	if unknown*10 > known || strings.HasPrefix(begin, `{"`) { // JSON
		return false
	}
	first, _ := tagAt(begin, 0)
	last, _ := tagAt(begin, strings.LastIndexByte(begin, '<'))
	if framed := first != 0 && last != 0 && strings.HasSuffix(begin, ">"); framed {
		return known >= fewTags && len(begin) <= sparse*known
	}
	return known >= manyTags && len(begin) <= dense*known && !definesNotes(flattened(text))
}

// skipProlog returns where text goes on after comments and processing
// instructions, and whether one of these says that it is XML.
func skipProlog(text string) (at int, isXML bool) {
	for {
		at = skipSpace(text, at)
		end := ""
		switch {
		case strings.HasPrefix(text[at:], "<?"):
			isXML = isXML || hasFold(text[at:], "<?xml")
			end = "?>"
		case strings.HasPrefix(text[at:], "<!--"):
			end = "-->"
		default:
			return at, isXML
		}
		k := strings.Index(text[at:], end)
		if k < 0 {
			return at, isXML
		}
		at += k + len(end)
	}
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// tagAt returns the element whose start or end tag begins at text[i]; 0 if it
// is not one of HTML's. named reports whether it is a tag at all.
func tagAt(text string, i int) (tag atom.Atom, named bool) {
	if i < 0 || i+1 >= len(text) || text[i] != '<' {
		return 0, false
	}
	i++
	if text[i] == '/' {
		i++
	}
	end := i
	for end < len(text) && end-i < maxTagName && (isLetter(text[end]) || end > i && isDigit(text[end])) {
		end++
	}
	if end == i || end == len(text) || strings.IndexByte(" \t\r\n\f/>", text[end]) < 0 {
		return 0, false
	}
	return atom.Lookup([]byte(strings.ToLower(text[i:end]))), true
}

const maxTagName = 24

// countTags counts the tags of HTML, and others.
func countTags(text string) (known, unknown int) {
	for i := 0; ; i++ {
		k := strings.IndexByte(text[i:], '<')
		if k < 0 {
			return known, unknown
		}
		i += k
		switch tag, named := tagAt(text, i); {
		case tag != 0:
			known++
		case named:
			unknown++
		}
	}
}

func readHTML(in *input) (*Document, error) { return HTML(in.text), nil }
