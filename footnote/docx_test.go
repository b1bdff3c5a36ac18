package footnote_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// readFile reads a document of any format.
func readFile(t *testing.T, name string) *footnote.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", name)
	}
	require.NoError(t, err)
	d, err := footnote.Read(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	checkDocument(t, d)
	return d
}

// TestDocxArticle reads the article as pandoc and LibreOffice write it: its
// notes and marks are those of the plain text.
func TestDocxArticle(t *testing.T) {
	_, want := readArticle(t)
	for _, name := range []string{"article.docx", "article-libreoffice.docx"} {
		t.Run(name, func(t *testing.T) {
			d := readFile(t, "../testdata/article/"+name)
			assert.Equal(t, "docx", d.Format)
			assert.Empty(t, d.Problems)
			require.Len(t, d.Notes, len(want.Notes))
			require.Len(t, d.Marks, len(want.Marks))
			for i, n := range d.Notes {
				assert.Equal(t, want.Notes[i].Label, n.Label)
				assert.Equal(t, plain(want.Notes[i].Text), plain(n.Text))
				assert.Same(t, d.Marks[i], n.Mark)
				wantBefore := want.Body.Text[:want.Marks[i].Span.Start]
				assert.Equal(t, lastWord(wantBefore), lastWord(d.Body.Text[:d.Marks[i].Span.Start]), "mark %s", n.Label)
			}
		})
	}
}

// plain folds white space and makes quotation marks straight.
func plain(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// lastWord returns the last word of s that is no mark.
func lastWord(s string) string {
	words := strings.Fields(s)
	return strings.Trim(plain(words[len(words)-1]), "[]0123456789")
}

// TestDocxOrder reads an order of an agency with 2,515 notes that are numbered
// anew in each section.
func TestDocxOrder(t *testing.T) {
	start := time.Now()
	d := readFile(t, "../../shared/corpus/lawreview/fcc_open-internet-order-2015.docx")
	assert.Less(t, time.Since(start), 10*time.Second) // it takes a fraction of one
	require.Len(t, d.Notes, 2515)
	require.Len(t, d.Marks, 2515)
	next, scope := 1, 0
	for i, n := range d.Notes {
		assert.Same(t, d.Marks[i], n.Mark)
		if n.Scope != scope {
			next, scope = 1, scope+1
		}
		assert.Equal(t, scope, n.Scope)
		assert.Equal(t, strconv.Itoa(next), n.Label)
		assert.NotEmpty(t, n.Text)
		next++
	}
	assert.Equal(t, 4, scope)
	references := 0 // to notes: Word shows the numbers that were found
	for _, n := range d.Notes {
		for _, l := range n.Links {
			if l.Note != nil {
				references++
				assert.Equal(t, l.Note.Label, l.Span.In(n.Text))
			}
		}
	}
	assert.Equal(t, 16, references)
	require.Len(t, d.Problems, 1)
	assert.Equal(t, footnote.Refused, d.Problems[0].Kind) // a few hidden words
}

// TestDocxAuthorsNote reads an article with a note of the author's under a mark
// that takes no number.
func TestDocxAuthorsNote(t *testing.T) {
	d := readFile(t, "../../shared/corpus/lawreview/supradrop_TestFixture.docx")
	assert.Empty(t, d.Problems)
	require.Len(t, d.Notes, 35)
	assert.Equal(t, "*", d.Notes[0].Label)
	assert.True(t, strings.HasPrefix(d.Notes[0].Text, "Developer"))
	for i, n := range d.Notes[1:] {
		assert.Equal(t, strconv.Itoa(i+1), n.Label)
	}
}

// TestDocxSource leads from the texts back to the source.
func TestDocxSource(t *testing.T) {
	const (
		body  = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Smith &amp; Wesson won.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:body></w:document>`
		notes = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> See </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Doe</w:t></w:r></w:p></w:footnote></w:footnotes>"
	)
	src := zipOf(t, map[string]string{"_rels/.rels": packageRels, "word/_rels/document.xml.rels": noteRels, "word/document.xml": body, "word/footnotes.xml": notes})
	d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	require.NoError(t, err)
	at := strings.Index(d.Body.Text, "Wesson")
	assert.Equal(t, strings.Index(body, "Wesson"), d.Body.Source(at))
	assert.Equal(t, "word/document.xml", d.Body.Part)
	n := d.Notes[0]
	assert.Equal(t, "See Doe", n.Text)
	assert.Equal(t, strings.Index(notes, "<w:footnote "), n.Offset)
	assert.Equal(t, strings.Index(notes, "See"), n.Source(0))
	assert.Equal(t, strings.Index(notes, "Doe"), n.Source(4))
	pos := d.Position(&n.Passage, 4)
	assert.Equal(t, "word/footnotes.xml", pos.Part)
	assert.Equal(t, 2, pos.Line)
}

const (
	packageRels = `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	noteRels    = `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`
	wordStart   = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	notesStart  = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
)

// zipOf makes a container of these files and what more writes.
func zipOf(t testing.TB, files map[string]string, more ...func(*zip.Writer)) string {
	t.Helper()
	var b strings.Builder
	zw := zip.NewWriter(&b)
	for name, text := range files {
		w, err := zw.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	for _, write := range more {
		write(zw)
	}
	require.NoError(t, zw.Close())
	return b.String()
}

// docxOf makes a Word document of the contents of its body and its footnotes.
func docxOf(t testing.TB, body, notes string) string {
	t.Helper()
	return zipOf(t, map[string]string{
		"_rels/.rels": packageRels, "word/_rels/document.xml.rels": noteRels,
		"word/document.xml":  wordStart + body + "</w:body></w:document>",
		"word/footnotes.xml": notesStart + notes + "</w:footnotes>",
	})
}

// TestDocxIsNot reads what only looks like a Word document.
func TestDocxIsNot(t *testing.T) {
	const types = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>`
	document := wordStart + "</w:body></w:document>"
	for name, files := range map[string]map[string]string{
		"zip":      {"word/document.xml": document},
		"workbook": {"_rels/.rels": packageRels, "word/document.xml": document, "[Content_Types].xml": fmt.Sprintf(types, "spreadsheetml.sheet")},
	} {
		src := zipOf(t, files)
		_, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		assert.ErrorIs(t, err, footnote.ErrFormat, name)
	}
	src := zipOf(t, map[string]string{"_rels/.rels": packageRels, "word/document.xml": document, "[Content_Types].xml": fmt.Sprintf(types, "wordprocessingml.template")})
	d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	require.NoError(t, err)
	assert.Equal(t, "docx", d.Format)
}

// TestDocxCutOff reads a document that was not downloaded to its end.
func TestDocxCutOff(t *testing.T) {
	src := docxOf(t, "<w:p><w:r><w:t>The rule is old.</w:t></w:r></w:p>", "")
	src = src[:len(src)-40]
	_, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	assert.ErrorIs(t, err, footnote.ErrDamaged)
}

// TestDocxBrokenBytes reads a document of which some bytes were lost on the way.
func TestDocxBrokenBytes(t *testing.T) {
	data, err := os.ReadFile("../testdata/article/article.docx")
	require.NoError(t, err)
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range zr.File {
		at, err := f.DataOffset()
		require.NoError(t, err)
		broken := bytes.Clone(data)
		for i := at + int64(f.CompressedSize64)/2; i < at+int64(f.CompressedSize64); i++ {
			broken[i] = 0xff
		}
		d, err := footnote.ReadAs("docx", bytes.NewReader(broken), int64(len(broken)))
		if err != nil {
			assert.ErrorIs(t, err, footnote.ErrDamaged, f.Name)
			continue
		}
		checkDocument(t, d)
		if f.Name == "word/document.xml" || f.Name == "word/footnotes.xml" {
			assert.NotEmpty(t, d.Problems, f.Name)
			assert.NotEmpty(t, d.Notes, f.Name)
			assert.Contains(t, d.Body.Text, "Secret Police Stations")
		}
	}
}

// hostileDocx are bodies and footnotes, to be repeated, that tempt a reader into
// looking at the same bytes again and again, or into going too deep.
var hostileDocx = []struct{ body, notes string }{
	{"<w:p>", ""},
	{"<w:p/>", "<w:footnote/>"},
	{"<w:p><w:r><w:t>a.</w:t></w:r>", ""},
	{`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, ""},
	{`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`, ""},
	{`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r></w:p>`, ""},
	{`<w:fldSimple w:instr="REF a"><w:r><w:t>a</w:t></w:r>`, ""},
	{`<w:bookmarkStart w:id="1" w:name="a"/>`, ""},
	{`<w:bookmarkStart w:id="1" w:name="a"/><w:r><w:footnoteReference w:id="1"/></w:r><w:bookmarkEnd w:id="1"/>`, `<w:footnote w:id="1"/>`},
	{`<w:p><w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/></w:r></w:p>`, `<w:footnote w:id="1"><w:p>`},
	{`<w:p><w:r><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p>`, ""},
	{`<w:p><w:r><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:r></w:p>`, ""},
	{`<w:ins><w:del>`, "<w:footnote><w:p><w:ins/></w:p></w:footnote>"},
	{`<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:sectPr></w:pPr><w:r><w:footnoteReference/></w:r></w:p>`, ""},
	{`<w:tbl><w:tr><w:tc><w:p><w:r><w:t> </w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, ""},
	{`<w:hyperlink w:anchor="a"><w:r><w:t>a </w:t></w:r></w:hyperlink>`, ""},
	{`<w:r><w:t>a </w:t><w:br/><w:t> </w:t><w:footnoteReference w:id="2"/></w:r>`, `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>. </w:t></w:r></w:p></w:footnote>`},
	{`<w:r><w:tab/><w:footnoteReference w:id="2"/></w:r>`, `<w:footnote w:id="2"><w:p><w:r><w:tab/></w:r></w:p></w:footnote>`},
	{`<w:hyperlink w:anchor="a"/><w:r><w:tab/></w:r>`, ""},
	{`<w:hyperlink w:anchor="a"><w:r><w:tab/></w:r>`, ""},
	{`&amp;`, ""},
}

// hostileStart is before them.
const hostileStart = "<w:p><w:r><w:t>a</w:t></w:r>"

func TestDocxHostile(t *testing.T) {
	for _, h := range hostileDocx {
		const times = 3000
		src := docxOf(t, hostileStart+strings.Repeat(h.body, times), strings.Repeat(h.notes, times))
		d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		require.NoError(t, err, h.body)
		checkDocument(t, d)
	}
}

// TestDocxNesting reads a million elements inside one another.
func TestDocxNesting(t *testing.T) {
	src := docxOf(t, "<w:p><w:r><w:t>The rule is old.</w:t></w:r></w:p>"+strings.Repeat("<w:ins>", 1_000_000), "")
	d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	require.NoError(t, err)
	assert.Equal(t, "The rule is old.", d.Body.Text)
	require.NotEmpty(t, d.Problems)
	assert.Contains(t, d.Problems[len(d.Problems)-1].String(), "nested more than 1000 deep")
}

// TestDocxBomb reads a document that unpacks to more than is read.
func TestDocxBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("it unpacks a lot")
	}
	src := zipOf(t, map[string]string{"_rels/.rels": packageRels}, func(zw *zip.Writer) {
		w, err := zw.Create("word/document.xml")
		require.NoError(t, err)
		blanks := bytes.Repeat([]byte(" "), 1<<20)
		for range footnote.MaxPart>>20 + 1 {
			_, err = w.Write(blanks)
			require.NoError(t, err)
		}
	})
	_, err := footnote.Read(strings.NewReader(src), int64(len(src)))
	assert.ErrorIs(t, err, footnote.ErrTooLarge)
}

func BenchmarkDocxHostile(b *testing.B) {
	for i, h := range hostileDocx {
		for _, size := range []int{1 << 16, 1 << 19, 1 << 22} {
			src := docxOf(b, hostileStart+strings.Repeat(h.body, size/len(h.body)), strings.Repeat(h.notes, size/len(h.body)))
			b.Run(fmt.Sprintf("%d/%dK", i, size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					_, _ = footnote.Read(strings.NewReader(src), int64(len(src)))
				}
			})
		}
	}
}

func BenchmarkDocxOrder(b *testing.B) {
	data, err := os.ReadFile("../../shared/corpus/lawreview/fcc_open-internet-order-2015.docx")
	if err != nil {
		b.Skip(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		_, err := footnote.Read(bytes.NewReader(data), int64(len(data)))
		require.NoError(b, err)
	}
}
