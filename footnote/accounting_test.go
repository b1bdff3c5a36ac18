package footnote_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// A numbering is the labels of a generated document's marks, and of its notes.
type numbering struct {
	name         string
	marks, notes []int
}

func counting(from, to int) (list []int) {
	for n := from; n <= to; n++ {
		list = append(list, n)
	}
	return list
}

// numberings are those that count on as they should, and those that do not.
var numberings = func() []numbering {
	jump := append(counting(1, 5), counting(60, 64)...)
	far := append(counting(1, 5), counting(9000, 9004)...)
	one := append(counting(1, 5), 60)
	doubled := []int{1, 2, 2, 3, 4, 5, 6}
	back := []int{1, 2, 3, 6, 5, 4, 7, 8}
	return []numbering{
		{"all", counting(1, 8), counting(1, 8)},
		{"a jump", jump, jump},
		{"a jump to the last", one, one},
		{"a far jump", far, far},
		{"back and forth", back, back},
		{"an excerpt", counting(9998, 10005), counting(9998, 10005)},
		{"a second note 2", counting(1, 6), doubled},
		{"a second note 2 at the end", counting(1, 6), append(counting(1, 6), 2)},
		{"a second mark 2", doubled, counting(1, 6)},
		{"a second mark and note 2", doubled, doubled},
		{"a mark without a note", counting(1, 8), []int{1, 2, 3, 5, 6, 7, 8}},
		{"a note without a mark", []int{1, 2, 3, 5, 6, 7, 8}, counting(1, 8)},
		{"marks that jump", jump, counting(1, 64)},
		{"notes that jump", counting(1, 64), jump},
		{"many", counting(1, 10_005), counting(1, 10_005)},
	}
}()

// A layout is how a generated document writes the beginning of its body, a mark,
// what is between body and notes, the beginning and the end of a note, and the end.
// % stands for the label.
type layout struct {
	name                                string
	start, mark, middle, label, end, at string
}

var layouts = []layout{
	{"text [1]", "", "[%]", "\n\n", "[%] ", "\n\n", ""},
	{"text 1.", "", "%", "\n\n", "%. ", "\n\n", ""},
	{"text 1", "", "%", "\n\n", "% ", "\n", ""},
	{"text [FN1]", "", "[FN%]", "\n\n", "[FN%] ", "\n\n", ""},
	{"markdown", "", "[^%]", "\n\n", "[^%]: ", "\n\n", ""},
	{"html", "<html><body><p>", `<sup><a href="#fn%" id="r%">%</a></sup>`, "</p><hr>", `<p id="fn%"><a href="#r%">%</a> `, "</p>\n", "</body></html>"},
	{"html without links", "<html><body><p>", `<sup>%</sup>`, "</p><hr>", `<p><sup>%</sup> `, "</p>\n", "</body></html>"},
	{"latex", "\\documentclass{article}\\begin{document}\n", `\footnotemark[%]`, "\n\n", `\footnotetext[%]{`, "}\n", "\\end{document}"},
	{"jats", `<article article-type="other"><body><p>`, `<xref ref-type="fn" rid="fn%">%</xref>`, "</p></body><back><fn-group>", `<fn id="fn%"><label>%</label><p>`, "</p></fn>\n", "</fn-group></back></article>"},
	{"tei", teiStart + "<p>", `<ref target="#fn%" type="noteAnchor">%</ref>`, "</p>", `<note xml:id="fn%" n="%"><p>`, "</p></note>\n", teiEnd},
}

// unread are the numberings of which a layout does not show all: digits that are
// glued to a word are marks only where they count on, a line that begins with a
// number begins a note only where it counts on or is next to its like, and a list
// of which few items have marks is a list.
var unread = map[string][]string{
	"text 1.":            {"a second mark 2", "a second mark and note 2"},
	"text 1":             {"a second mark 2", "a second mark and note 2", "a second note 2 at the end"},
	"html without links": {"marks that jump", "notes that jump"},
}

func (l layout) document(m numbering) string {
	var b strings.Builder
	b.WriteString(l.start)
	for _, n := range m.marks {
		b.WriteString("The tax on salt was due in spring." + strings.ReplaceAll(l.mark, "%", strconv.Itoa(n)) + " ")
	}
	b.WriteString(l.middle)
	for _, n := range m.notes {
		b.WriteString(strings.ReplaceAll(l.label, "%", strconv.Itoa(n)) + "Salt Act sec. A." + l.end)
	}
	b.WriteString(l.at)
	return b.String()
}

// variants are ways to write one document that change nothing of what it says.
var variants = map[string]*strings.Replacer{
	"as it is":               strings.NewReplacer(),
	"CR":                     strings.NewReplacer("\n", "\r"),
	"CRLF":                   strings.NewReplacer("\n", "\r\n"),
	"zero-width space":       strings.NewReplacer("\n\n[", "\n\n\u200b["),
	"two zero-width spaces":  strings.NewReplacer("\n\n[", "\n\n\u200b\u200b["),
	"byte order mark":        strings.NewReplacer("\n\n[", "\n\n\ufeff["),
	"word joiner":            strings.NewReplacer("\n\n[", "\n\n\u2060["),
	"soft hyphen":            strings.NewReplacer("\n\n[", "\n\n\u00ad["),
	"left-to-right mark":     strings.NewReplacer("\n\n[", "\n\n\u200e["),
	"zero-width before mark": strings.NewReplacer("spring.", "spring.\u200b\u200b"),
}

// TestEveryNoteIsAccountedFor reads generated documents in every format that is
// written by hand: each mark and each note is there, and each that has no partner
// is reported.
func TestEveryNoteIsAccountedFor(t *testing.T) {
	for _, l := range layouts {
		for _, m := range numberings {
			if slices.Contains(unread[l.name], m.name) {
				continue
			}
			for variant, r := range variants {
				if len(m.notes) > 100 && variant != "as it is" && variant != "CR" {
					continue
				}
				name := fmt.Sprintf("%s, %s, %s", l.name, m.name, variant)
				src := r.Replace(l.document(m))
				d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
				require.NoError(t, err, name)
				if !assert.Len(t, d.Notes, len(m.notes), name) || !assert.Len(t, d.Marks, len(m.marks), name) {
					continue
				}
				partnersAreReported(t, name, d)
			}
		}
	}
}

// partnersAreReported holds that each mark and each note without a partner is
// reported.
func partnersAreReported(t *testing.T, name string, d *footnote.Document) {
	t.Helper()
	reported := make(map[string]int)
	for _, p := range d.Problems {
		reported[string(p.Kind)+" "+p.Label]++
	}
	for _, m := range d.Marks {
		if m.Note == nil {
			assert.Positive(t, reported[string(footnote.MarkWithoutNote)+" "+m.Label], "%s: mark %s", name, m.Label)
		}
	}
	for _, n := range d.Notes {
		if n.Mark == nil {
			assert.Positive(t, reported[string(footnote.NoteWithoutMark)+" "+n.Label]+reported[string(footnote.DuplicateNote)+" "+n.Label], "%s: note %s", name, n.Label)
		}
	}
}

// TestEveryNoteOfContainers does the same of the formats in which notes have ids,
// or are in their marks' places.
func TestEveryNoteOfContainers(t *testing.T) {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	for _, m := range numberings {
		var body, notes, flat strings.Builder
		for _, n := range m.marks {
			fmt.Fprintf(&body, `<w:p><w:r><w:t>The tax was due.</w:t></w:r><w:r><w:footnoteReference w:id="%d"/></w:r></w:p>`, n)
		}
		for _, n := range m.notes {
			fmt.Fprintf(&notes, `<w:footnote w:id="%d"><w:p><w:r><w:t>Salt Act sec. A.</w:t></w:r></w:p></w:footnote>`, n)
			fmt.Fprintf(&flat, `<text:p>Due.<text:note text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body><text:p>Salt Act.</text:p></text:note-body></text:note></text:p>`, n)
		}
		docx := zipOf(t, map[string]string{
			"_rels/.rels": packageRels, "word/_rels/document.xml.rels": noteRels,
			"word/document.xml":  "<w:document " + w + "><w:body>" + body.String() + "</w:body></w:document>",
			"word/footnotes.xml": "<w:footnotes " + w + ">" + notes.String() + "</w:footnotes>",
		})
		d, err := footnote.Read(strings.NewReader(docx), int64(len(docx)))
		require.NoError(t, err, m.name)
		assert.Len(t, d.Notes, len(m.notes), "docx, %s: %v", m.name, d.Problems)
		assert.Len(t, d.Marks, len(m.marks), "docx, %s", m.name)
		partnersAreReported(t, "docx, "+m.name, d)

		d, err = xmlRead(fodtStart + flat.String() + fodtEnd)
		require.NoError(t, err, m.name)
		assert.Len(t, d.Notes, len(m.notes), "fodt, %s", m.name)
		assert.Len(t, d.Marks, len(m.notes), "fodt, %s", m.name)
		partnersAreReported(t, "fodt, "+m.name, d)
	}
}

// TestVeryManyNotes reads as many notes as no document has.
func TestVeryManyNotes(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, n := range map[string]int{"text [1]": 200_000, "html without links": 70_000} {
		l := layouts[slices.IndexFunc(layouts, func(l layout) bool { return l.name == name })]
		src := l.document(numbering{"", counting(1, n), counting(1, n)})
		d, err := footnote.Read(strings.NewReader(src), int64(len(src)))
		require.NoError(t, err)
		assert.Len(t, d.Notes, n, name)
		assert.Len(t, d.Marks, n, name)
		assert.Empty(t, d.Problems, name)
	}
}
