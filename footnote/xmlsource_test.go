package footnote_test

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/footnote"
)

const (
	teiStart  = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>`
	teiEnd    = `</body></text></TEI>`
	fodtStart = `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
		`office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`
	fodtEnd = `</office:text></office:body></office:document>`
)

func xmlRead(src string) (*footnote.Document, error) {
	return footnote.Read(strings.NewReader(src), int64(len(src)))
}

// TestXMLFormats tells the formats of XML from each other, from other XML, and
// from text with a few angle brackets in it. An empty format means ErrFormat.
func TestXMLFormats(t *testing.T) {
	long := "<!-- " + strings.Repeat("a long comment ", 500) + "-->\n"
	for _, test := range []struct{ name, format, src string }{
		{"JATS by its document type", "jats", `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "x.dtd"><article><body/></article>`},
		{"NLM by its document type", "jats", `<!DOCTYPE article PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN" "x.dtd"><article><body/></article>`},
		{"JATS by an attribute", "jats", `<article dtd-version="1.3"><body/></article>`},
		{"JATS by its front matter", "jats", "\ufeff" + `<?xml version="1.0"?>` + long + `<article><front/></article>`},
		{"JATS by its namespace", "jats", `<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/" article-type="other"><body/></article>`},
		{"TEI", "tei", long + teiStart + teiEnd},
		{"TEI with a prefix", "tei", `<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"><tei:text/></tei:TEI>`},
		{"TEI P4", "tei", `<!DOCTYPE TEI.2 SYSTEM "teixlite.dtd"><TEI.2><text/></TEI.2>`},
		{"flat OpenDocument", "fodt", long + fodtStart + fodtEnd},

		{"DocBook", "", `<?xml version="1.0"?><article><title>Wrecks</title><para>Id.</para></article>`},
		{"DocBook 5", "", `<article xmlns="http://docbook.org/ns/docbook"><title>Wrecks</title></article>`},
		{"a flat spreadsheet", "", strings.ReplaceAll(fodtStart+fodtEnd, "opendocument.text", "opendocument.spreadsheet")},
		{"a feed", "", `<?xml version="1.0"?><rss><channel/></rss>`},
		{"an article of another namespace", "", `<article xmlns="urn:x" dtd-version="1"><front/></article>`},
		{"XML in UTF-16", "", "\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00v\x00=\x00'\x001\x00'\x00?\x00>\x00<\x00r\x00s\x00s\x00/\x00>\x00"},

		{"text that quotes a tag", "text", "<article> is an element of JATS.[1]\n\n[1] See Harbor Style Guide § 4."},
		{"a fragment of a page", "html", "<article>Gull v. Tern, 5 F.2d 6.</article>"},
		{"text in brackets", "text", "<<Draft>> The panel < the court.[1]\n\n[1] Id."},
		{"text with markup", "text", "<i>Gull v. Tern</i>, 5 F.2d 6 (1st Cir. 1925) & <TEI>."},
		{"text that ends at once", "text", "<"},
		{"text before XML", "text", "The file begins " + teiStart + teiEnd},
	} {
		d, err := xmlRead(test.src)
		if test.format == "" {
			assert.ErrorIs(t, err, footnote.ErrFormat, test.name)
			continue
		}
		if assert.NoError(t, err, test.name) {
			assert.Equal(t, test.format, d.Format, test.name)
		}
	}
}

// TestXMLByName reads a document as what it is not.
func TestXMLByName(t *testing.T) {
	for _, name := range []string{"jats", "tei", "fodt"} {
		for src, want := range map[string]error{
			`<rss/>`: footnote.ErrFormat, "Gull v. Tern": footnote.ErrDamaged, "": footnote.ErrDamaged, "<": footnote.ErrDamaged,
		} {
			_, err := footnote.ReadAs(name, strings.NewReader(src), int64(len(src)))
			assert.ErrorIs(t, err, want, "%s: %q", name, src)
		}
	}
	_, err := footnote.JATS(teiStart + teiEnd)
	assert.ErrorIs(t, err, footnote.ErrFormat)
	_, err = footnote.TEI(`<article><front/></article>`)
	assert.ErrorIs(t, err, footnote.ErrFormat)
}

// TestXMLEncodings reads one text in many encodings.
func TestXMLEncodings(t *testing.T) {
	const text = `<article article-type="other"><body><p>“Paid.”<fn id="n1"><label>1</label><p>Café v. Mole, 4 F.2d 5 § 6.</p></fn></p></body></article>`
	declared := func(name string) string { return `<?xml version="1.0" encoding="` + name + `"?>` + text }
	encode := func(s string, f func(string) (string, error)) string {
		out, err := f(s)
		require.NoError(t, err)
		return out
	}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	windows := charmap.Windows1252.NewEncoder().String
	for _, test := range []struct {
		name, src, encoding string
		problems            int
	}{
		{"UTF-8", declared("UTF-8"), "", 0},
		{"UTF-8 with a mark", "\ufeff" + text, "", 0},
		{"UTF-16 with a mark", encode(declared("UTF-16"), little.NewEncoder().String), "utf-16le", 1},
		{"UTF-16 without", encode(declared("UTF-16"), big.NewEncoder().String), "utf-16be", 1},
		{"Windows-1252", encode(declared("windows-1252"), windows), "windows-1252", 1},
		{"Windows-1252 called Latin-1", encode(declared("ISO-8859-1"), windows), "windows-1252", 1},
		{"Windows-1252 called UTF-8", encode(declared("UTF-8"), windows), "windows-1252", 1},
		{"UTF-8 called UTF-16", declared("UTF-16"), "", 0},
		{"UTF-8 called nonsense", declared("klingon"), "", 1},
	} {
		d, err := xmlRead(test.src)
		require.NoError(t, err, test.name)
		assert.Equal(t, "jats", d.Format, test.name)
		assert.Equal(t, "“Paid.”", d.Body.Text, test.name)
		require.Len(t, d.Notes, 1, test.name)
		assert.Equal(t, "Café v. Mole, 4 F.2d 5 § 6.", d.Notes[0].Text, test.name)
		assert.Len(t, d.Problems, test.problems, test.name)
		assert.Equal(t, test.encoding, d.Encoding, test.name)
	}
}

// TestXMLOffsets leads from the notes' texts to the source, over entities,
// xmlFolded blanks and elements.
func TestXMLOffsets(t *testing.T) {
	src := `<article article-type="other"><body><p>One &amp;
   <italic>two</italic>.<fn><label>1</label><p>See &sect;&#160;4 &lt; <bold>five</bold>
 and <![CDATA[six & more]]>.</p></fn></p></body></article>`
	d, err := footnote.JATS(src)
	require.NoError(t, err)
	require.Equal(t, "One & two.", d.Body.Text)
	n := d.Notes[0]
	require.Equal(t, "See § 4 < five and six & more.", n.Text)
	assert.True(t, strings.HasPrefix(src[n.Offset:], "<fn>"))
	for text, source := range map[string]string{
		"See": "See &sect;", "§": "&sect;", " 4": "&#160;4", "4": "4 &lt;", "<": "&lt;", "five": "five</bold>", "and": "and <!", "six": "six & more]]", ".": ".</p>",
	} {
		at := n.Source(strings.Index(n.Text, text))
		assert.True(t, strings.HasPrefix(src[at:], source), "%q: %.20q", text, src[at:])
	}
	pos := d.Position(&n.Passage, strings.Index(n.Text, "and"))
	assert.Equal(t, footnote.Position{Offset: strings.Index(src, "and <!"), Line: 3, Column: 2}, pos)
	assert.Equal(t, strings.Index(src, "two<"), d.Body.Source(strings.Index(d.Body.Text, "two")))
}

// TestODTOffsets leads from a container's notes to its content.
func TestODTOffsets(t *testing.T) {
	const file = "../testdata/article/article-libreoffice.odt"
	zr, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer zr.Close()
	content := xmlPart(t, &zr.Reader, "content.xml")
	d := xmlReadFile(t, file)
	for _, n := range d.Notes {
		assert.Equal(t, "content.xml", n.Part)
		assert.True(t, strings.HasPrefix(content[n.Offset:], "<text:note "), n.Label)
		assert.True(t, strings.HasPrefix(content[n.Source(0):], n.Text[:min(12, len(n.Text))]), n.Label)
	}
	assert.Equal(t, 2, d.Position(&d.Notes[43].Passage, 0).Line)
}

// TestXMLHostile reads documents that would exhaust a careless reader.
func TestXMLHostile(t *testing.T) {
	nested := func(tag string) string { return strings.Repeat("<"+tag+">", 1_000_000) }
	entities := `<!DOCTYPE article [<!ENTITY a0 "ha">`
	for i := range 60 {
		entities += fmt.Sprintf(`<!ENTITY a%d "&a%d;&a%d;&a%d;">`, i+1, i, i, i)
	}
	for _, test := range []struct {
		name, src string
		kind      footnote.ProblemKind
		body      string
	}{
		{"entities", entities + `]><article><front/><body><p>See &a60;.</p></body></article>`, footnote.Refused, "See &a60;."},
		{"a file as an entity", `<!DOCTYPE article [<!ENTITY f SYSTEM "/etc/passwd">]><article><front/><body><p>See &f;.</p></body></article>`, footnote.Refused, "See &f;."},
		{"elements of JATS", `<article><front/><body><p>Read.</p>` + nested("sec"), footnote.Damaged, "Read."},
		{"notes of JATS", `<article><front/><body><p>Read.` + nested("fn"), footnote.Damaged, "Read."},
		{"notes of TEI", teiStart + `<p>Read.` + nested("note"), footnote.Damaged, "Read."},
		{"notes of OpenDocument", fodtStart + `<text:p>Read.` + nested("text:note"), footnote.Damaged, "Read."},
		{"lists of changes", fodtStart + `<text:p>Read.</text:p><text:tracked-changes>` + nested("text:changed-region"), footnote.Damaged, "Read."},
	} {
		d, err := xmlRead(test.src)
		require.NoError(t, err, test.name)
		checkDocument(t, d)
		assert.Equal(t, test.body, d.Body.Text, test.name)
		var kinds []footnote.ProblemKind
		for _, p := range d.Problems {
			kinds = append(kinds, p.Kind)
		}
		assert.Contains(t, kinds, test.kind, test.name)
	}
}

// TestODTBomb refuses a container that unpacks to gigabytes, without unpacking
// them.
func TestODTBomb(t *testing.T) {
	var b strings.Builder
	zw := zip.NewWriter(&b)
	_, err := zw.Create("styles.xml")
	require.NoError(t, err)
	w, err := zw.Create("content.xml")
	require.NoError(t, err)
	chunk := []byte(strings.Repeat(" ", 1<<20))
	for range footnote.MaxPart/len(chunk) + 1 {
		_, err = w.Write(chunk)
		require.NoError(t, err)
	}
	require.NoError(t, zw.Close())
	_, err = xmlRead(b.String())
	assert.ErrorIs(t, err, footnote.ErrTooLarge)
}

// xmlPathological are pieces of documents, to be repeated between the
// beginning and the end.
var xmlPathological = []struct{ name, start, piece, end string }{
	{"jats notes", `<article><front/><body><p>`, `a.<fn id="n"><p>b</p></fn>`, `</p></body></article>`},
	{"jats marks", `<article><front/><body><p>`, `a <xref ref-type="fn" rid="n">1</xref>`, `</p></body></article>`},
	{"jats marks to many", `<article><front/><body><p><xref ref-type="fn" rid="`, `n `, `">1</xref></p></body></article>`},
	{"jats cross-references", `<article><front/><body><p><fn id="n"><p>a</p></fn>note `, `<xref ref-type="fn" rid="n">1</xref>, `, `</p></body></article>`},
	{"jats attributes", `<article><front/><body `, `a="b" `, `></body></article>`},
	{"jats ends", `<article><front/><body>`, `<p>a</b>`, `</body></article>`},
	{"jats entities", `<article><front/><body><p>`, `&a&amp;&#1`, `</p></body></article>`},
	{"jats tables", `<article><front/><body>`, `<table-wrap><fn><label>1</label></fn></table-wrap>`, `</body></article>`},
	{"jats breaks", `<article><front/><body>`, `<p> <fn/></p> `, `</body></article>`},
	{"tei anchors", teiStart, `<p xml:id="a"/><note target="#a" xml:id="n"/>`, teiEnd},
	{"tei targets", teiStart + `<p xml:id="a"/><note xml:id="n" target="`, `#a `, `"/>` + teiEnd},
	{"tei notes", teiStart, `<note><hi rend="sup">1</hi></note>`, teiEnd},
	{"tei back-links", teiStart + `<p><note>`, `<ref target="#a">↩</ref>`, `</note></p>` + teiEnd},
	{"fodt bookmarks", fodtStart, `<text:bookmark-start text:name="a"/><text:note text:id="n"/>`, fodtEnd},
	{"fodt blanks", fodtStart + `<text:p>a`, `<text:s text:c="99999"/><text:note/>`, `</text:p>` + fodtEnd},
	{"fodt items", fodtStart + `<text:p>a`, `<text:reference-mark-start text:name="ZOTERO_ITEM {"/>`, `</text:p>` + fodtEnd},
	{"fodt links", fodtStart + `<text:p>a`, `<text:a xlink:href="b">c </text:a>`, `</text:p>` + fodtEnd},
	{"fodt changes", fodtStart + `<text:tracked-changes>`, `<text:changed-region text:id="a"><text:insertion/></text:changed-region>`, `</text:tracked-changes>` + fodtEnd},
}

func BenchmarkXMLPathological(b *testing.B) {
	for _, s := range xmlPathological {
		for _, size := range []int{1 << 16, 1 << 20, 1 << 22} {
			src := s.start + strings.Repeat(s.piece, size/len(s.piece)) + s.end
			b.Run(fmt.Sprintf("%s/%dK", s.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					if _, err := xmlRead(src); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// FuzzXML reads any bytes in each format of XML.
func FuzzXML(f *testing.F) {
	for _, s := range xmlPathological {
		f.Add(s.start + s.piece + s.piece + s.end)
	}
	for _, format := range []string{"jats", "tei", "fodt"} {
		for _, in := range xmlSeeds(f, format) {
			f.Add(in)
		}
	}
	for _, name := range []string{"article.jats", "article.tei"} {
		article, err := os.ReadFile("../testdata/article/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(article))
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, format := range []string{"jats", "tei", "fodt"} {
			if d, err := footnote.ReadAs(format, strings.NewReader(src), int64(len(src))); err == nil {
				checkDocument(t, d)
			}
		}
	})
}

// FuzzODT reads any contents and styles in a container.
func FuzzODT(f *testing.F) {
	for _, in := range xmlSeeds(f, "fodt") {
		f.Add(in, in)
	}
	f.Fuzz(func(t *testing.T, content, styles string) {
		src := pack(t, "=== content.xml\n"+content+"\n=== styles.xml\n"+styles)
		if d, err := footnote.ReadAs("odt", strings.NewReader(src), int64(len(src))); err == nil {
			checkDocument(t, d)
		}
	})
}

// xmlSeeds returns the inputs of a format's golden files.
func xmlSeeds(t testing.TB, format string) (seeds []string) {
	t.Helper()
	files, err := filepath.Glob("../testdata/footnote/" + format + "/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, c := range arch.Files {
			if strings.HasSuffix(c.Name, ".in") {
				seeds = append(seeds, string(c.Data))
			}
		}
	}
	return seeds
}

// xmlPart returns a file of a container.
func xmlPart(t testing.TB, zr *zip.Reader, name string) string {
	t.Helper()
	f, err := zr.Open(name)
	require.NoError(t, err)
	defer f.Close()
	text, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(text)
}

// TestXMLSpeed holds the time and the memory that a long document takes to
// bounds far above what it needs.
func TestXMLSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	const notes = 20_000
	src := fodtStart + strings.Repeat(`<text:p>A rule.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>`+
		`<text:note-body><text:p>See Gull v. Tern, 5 F.2d 6 (1st Cir. 1925).</text:p></text:note-body></text:note></text:p>`, notes) + fodtEnd
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	d, err := xmlRead(src)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	assert.Len(t, d.Notes, notes)
	assert.Less(t, time.Since(start), 10*time.Second)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(60*len(src)))
}
