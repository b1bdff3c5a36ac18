package hereinafter_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/footnote"
	"github.com/hereinafter/hereinafter/resolve"
)

func read(t *testing.T, file string) *hereinafter.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	d, err := hereinafter.Read(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err, file)
	return d
}

// TestArticleInEveryFormat reads the article in every format that there is a
// file of: each note cites the same, and each short form stands for the same.
func TestArticleInEveryFormat(t *testing.T) {
	want := noteLines(read(t, "testdata/article/article.txt"))
	require.Len(t, want, 43)
	files, err := filepath.Glob("testdata/article/article*")
	require.NoError(t, err)
	formats := make(map[string]bool)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d := read(t, file)
			assert.Len(t, d.Notes, 44)
			want, got := want, noteLines(d)
			formats[d.Format] = true
			if strings.HasPrefix(filepath.Base(file), "article-pdflatex") {
				assert.Equal(t, withoutLost(t, want), withoutLost(t, got))
				return
			}
			assert.Empty(t, d.Problems)
			if filepath.Base(file) == "article-pdf.txt" { // pdftotext has taken hyphens at line ends away
				want, got = withoutHyphens(want), withoutHyphens(got)
			}
			assert.Equal(t, want, got)
		})
	}
	for _, name := range footnote.Formats() {
		assert.True(t, formats[name] || name == "fodt", "the article is not there as %s", name)
	}
}

// noteLines returns the JSON lines of the notes' citations, without what depends
// on how the text is set: offsets, and the text as it is.
func noteLines(d *hereinafter.Document) (lines []export.Line) {
	for line := range d.Lines("") {
		if line.Note != "" {
			line.Start, line.End, line.Text = 0, 0, ""
			if line.URL != nil {
				line.URL.Raw = ""
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// withoutHyphens takes the hyphens out of addresses.
func withoutHyphens(lines []export.Line) []export.Line {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i].Authority = strings.ReplaceAll(lines[i].Authority, "-", "")
		if u := lines[i].URL; u != nil {
			lines[i].URL = &citation.AddressFields{Normal: strings.ReplaceAll(u.Normal, "-", "")}
		}
	}
	return lines
}

// lost are the characters that a PDF of pdfTeX's bitmap fonts gives as control
// characters (ligatures and dashes) or in ASCII (quotation marks), that its margin
// cuts off, or that pdftotext takes away (hyphens at line ends).
var lost = strings.NewReplacer("ff", "", "fi", "", "fl", "", `\u001b`, "", `\u001c`, "", `\u001d`, "", `\u001e`, "",
	"–", "", `\u0015`, "", "-", "", "‘", "", "’", "", "'", "", "`", "", ".html", ".htm")

// withoutLost returns the lines as JSON without the characters that are lost.
func withoutLost(t *testing.T, lines []export.Line) []string {
	t.Helper()
	var out []string
	for _, line := range lines {
		data, err := json.Marshal(line)
		require.NoError(t, err)
		out = append(out, lost.Replace(string(data)))
	}
	return out
}

const opinion = `We follow Doe v. Acme, Inc., 531 U.S. 98 (2000).1 Id. at 101. So did the panel.2 Acme, 531 U.S. at 103.

FOOTNOTES

1 See Poe v. Moe, 410 U.S. 113 (1973).
2 Id. at 115; but see Doe, 531 U.S. at 99.
`

// TestOpinionWithNotes links body and notes of one opinion as a reader does, as a
// footnoted document and as running text.
func TestOpinionWithNotes(t *testing.T) {
	doc, err := hereinafter.Read(strings.NewReader(opinion), int64(len(opinion)))
	require.NoError(t, err)
	require.Len(t, doc.Notes, 2)
	const want = `body Doe v. Acme, Inc., 531 U.S. 98 (2000)
1 Poe v. Moe, 410 U.S. 113 (1973)
body Id. at 101 = Doe v. Acme, Inc., 531 U.S. 98 (2000)
2 Id. at 115 = Poe v. Moe, 410 U.S. 113 (1973)
2 Doe, 531 U.S. at 99 = Doe v. Acme, Inc., 531 U.S. 98 (2000)
body Acme, 531 U.S. at 103 = Doe v. Acme, Inc., 531 U.S. 98 (2000)
`
	assert.Equal(t, want, dump(doc))

	running := hereinafter.Text(opinion)
	assert.Empty(t, running.Notes)
	for _, c := range running.Body.Citations {
		assert.Equal(t, c.Common().Text(), c.Common().Span.In(opinion))
		if link, ok := running.Link(c); ok {
			assert.Contains(t, want, c.Common().Text()+" = "+link.Source.Common().Text())
		}
	}
	assert.Len(t, running.Body.Citations, 6)
}

// dump writes the citations in the order of reading, with what they stand for.
func dump(d *hereinafter.Document) string {
	var b strings.Builder
	for note, c := range d.All() {
		where := "body"
		if note != nil {
			where = note.Label
		}
		b.WriteString(where + " " + c.Common().Text())
		if link, ok := d.Link(c); ok && link.Source != nil {
			b.WriteString(" = " + link.Source.Common().Text())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestNotesHoldTheCitations reads an opinion of a court that puts its citations
// into the notes: the body's short forms stand for what these cite.
func TestNotesHoldTheCitations(t *testing.T) {
	const text = `The standard is settled.[1] Id. at 4. The Aldine court, 12 A.3d at 345, went further.[2]

[1] Doe v. Roe, 10 A.3d 1 (Del. 2010).

[2] Aldine v. Moe, 12 A.3d 340 (Del. Ch. 2011).
`
	doc, err := hereinafter.Read(strings.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	assert.Equal(t, `1 Doe v. Roe, 10 A.3d 1 (Del. 2010)
body Id. at 4 = Doe v. Roe, 10 A.3d 1 (Del. 2010)
body 12 A.3d at 345
2 Aldine v. Moe, 12 A.3d 340 (Del. Ch. 2011)
`, dump(doc))
}

// TestScopes reads two opinions in one file, each with a note 1.
func TestScopes(t *testing.T) {
	const html = `<h1>Doe v. Roe</h1><p>Affirmed.<sup><a href="#fn1" id="r1">1</a></sup></p>
<p id="fn1"><a href="#r1">1</a> Jane Roe, Paper Cuts, 120 Yale L.J. 950 (2011).</p>
<h2>Dissent</h2><p>I disagree.<sup><a href="#fnd1" id="rd1">1</a></sup> Much.<sup><a href="#fnd2" id="rd2">2</a></sup></p>
<p id="fnd1"><a href="#rd1">1</a> John Moe, Ink, 99 Harv. L. Rev. 5 (1985).</p>
<p id="fnd2"><a href="#rd2">2</a> Moe, supra note 1, at 7.</p>`
	doc, err := (&hereinafter.Reader{Format: "html"}).Read(strings.NewReader(html), int64(len(html)))
	require.NoError(t, err)
	require.Len(t, doc.Notes, 3)
	assert.Equal(t, []int{0, 1, 1}, []int{doc.Notes[0].Scope, doc.Notes[1].Scope, doc.Notes[2].Scope})
	link, ok := doc.Link(doc.Notes[2].Citations[0])
	require.True(t, ok)
	assert.Equal(t, resolve.NamedNote, link.Why)
	assert.Same(t, doc.Notes[1].Citations[0], link.Source)
}

func TestPositionAndFace(t *testing.T) {
	const md = "A claim.[^1]\n\n[^1]: See *Doe v. Roe*,\n    531 U.S. 98 (2000).\n"
	doc, err := hereinafter.Read(strings.NewReader(md), int64(len(md)))
	require.NoError(t, err)
	require.Equal(t, "markdown", doc.Format)
	c := doc.Notes[0].Citations[0].(*citation.Case)
	assert.Equal(t, citation.Italic, c.Face(c.Name.Span))
	assert.Equal(t, footnote.Position{Offset: 25, Line: 3, Column: 12}, doc.Position(doc.Notes[0], c.Name.Span.Start))
	assert.Equal(t, footnote.Position{Offset: 42, Line: 4, Column: 5}, doc.Position(doc.Notes[0], c.Reports[0].Span.Start))
}

func TestAuthorities(t *testing.T) {
	doc := hereinafter.Text("Doe v. Roe, 531 U.S. 98 (2000), cites 42 U.S.C. § 1983. In Roe, 531 U.S. at 99, and Roe too.")
	var list []string
	for _, au := range doc.Authorities(false) {
		list = append(list, string(au.Group)+" "+au.Key)
		assert.NotEmpty(t, au.Mentions)
	}
	assert.Equal(t, []string{"Cases us/531/98", "Statutes usc/42/1983"}, list)
}

// TestAuthorityOfSections holds that a citation of several sections has the key of
// the first in its line, and that what only its document explains has the file's
// name in its key.
func TestAuthorityOfSections(t *testing.T) {
	keys := make(map[string]string)
	for line := range hereinafter.Text("42 U.S.C. §§ 1981, 1983, 1985; Rule 12.").Lines("brief.txt") {
		keys[string(line.Kind)] = line.Authority
	}
	assert.Equal(t, map[string]string{"statute": "usc/42/1981", "rule": "rule/12@brief.txt"}, keys)
}

func TestMarshalDocument(t *testing.T) {
	data, err := json.Marshal(hereinafter.Text("531 U.S. 98."))
	require.NoError(t, err)
	assert.JSONEq(t, `{"format":"text","citations":[{"id":"c1","kind":"case","start":0,"end":11,"text":"531 U.S. 98","authority":"us/531/98",
		"reports":[{"volume":"531","reporter":"U.S.","page":"98","asWritten":"U.S."}],"court":"scotus"}]}`, string(data))
}

func TestReadErrors(t *testing.T) {
	for _, src := range []string{"%PDF-1.7 ...", "{\\rtf1 Id.}", "\x1f\x8b\x08"} {
		_, err := hereinafter.Read(strings.NewReader(src), int64(len(src)))
		assert.ErrorIs(t, err, footnote.ErrFormat)
	}
	_, err := (&hereinafter.Reader{Format: "papyrus"}).Read(strings.NewReader("Id."), 3)
	assert.ErrorIs(t, err, footnote.ErrFormat)
}

// TestKeyOfSections holds that the line of a citation of several sections has the
// key of the first, though a later one comes before it in the alphabet.
func TestKeyOfSections(t *testing.T) {
	doc := hereinafter.Text("They sued under 42 U.S.C. §§ 1985, 1983. The court read §§ 1985 and 1983 together.")
	var keys []string
	for line := range doc.Lines("") {
		keys = append(keys, line.Authority)
	}
	assert.Equal(t, []string{"usc/42/1985", "usc/42/1985"}, keys)
}
