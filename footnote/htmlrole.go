package footnote

import (
	"slices"
	"strconv"
	"strings"
)

// A role is the part that an element has in a page's notes, as far as its
// attributes say: a set of the following.
type role uint16

const (
	markRole   role = 1 << iota // leads to a note, or is around what does
	noteRole                    // is a note
	notesRole                   // holds notes
	endRole                     // is, or holds, endnotes
	backRole                    // leads back to the mark; no part of the text
	labelRole                   // shows the label of the note or mark that it is in; no part of the text
	inlineRole                  // is a note that is where its mark is
	anchorRole                  // precedes an inline note and shows its label
	inHeading
	inNav
)

// conventions lists what the software that writes notes puts into attributes.
// A value is one of the words of the attribute's value.
var conventions = []struct {
	attr  string
	words string
	role  role
}{
	// DPUB-ARIA and EPUB.
	{"role", "doc-noteref", markRole},
	{"role", "doc-footnote", noteRole},
	{"role", "doc-endnote", noteRole | endRole},
	{"role", "doc-endnotes", notesRole | endRole},
	{"role", "doc-footnotes", notesRole},
	{"role", "doc-backlink", backRole},
	{"epub:type", "noteref", markRole},
	{"epub:type", "footnote note", noteRole},
	{"epub:type", "endnote rearnote", noteRole | endRole},
	{"epub:type", "footnotes notes", notesRole},
	{"epub:type", "endnotes rearnotes", notesRole | endRole},
	{"epub:type", "backlink referrer", backRole},
	// Markdown: pandoc, goldmark, PHP Markdown Extra, kramdown, markdown-it, Sphinx, Asciidoctor, Org.
	{"class", "footnote-ref footnote-reference footnoteref footref noteref", markRole},
	{"class", "footnote-back footnote-backref reversefootnote fn-backref", backRole},
	{"class", "footnotes footnotes-list footdef simple-footnotes", notesRole},
	{"class", "footnote-bracket fn-bracket", labelRole},
	{"rel", "footnote", markRole},
	{"rev", "footnote", backRole},
	// WordPress.
	{"class", "simple-footnote easy-footnote footnote_referrer footnote-identifier-link modern-footnotes-footnote", markRole},
	{"class", "footnote_item", noteRole},
	{"class", "easy-footnotes-wrapper footnotes_reference_container footnote_container_prepare", notesRole},
	{"class", "easy-footnote-to-top footnote-identifier-back footnote_backlink", backRole},
	{"class", "modern-footnotes-footnote__note", inlineRole},
	// Word and LibreOffice.
	{"style", "mso-element:footnote", noteRole},
	{"style", "mso-element:endnote", noteRole | endRole},
	{"class", "msofootnotereference msoendnotereference sdfootnoteanc sdendnoteanc", markRole},
	{"class", "sdfootnotesym", labelRole},
	{"class", "sdendnotesym", labelRole | endRole},
	{"class", "sdendnote msoendnotetext", endRole},
	// Wikis.
	{"class", "reference", markRole},
	{"class", "references reflist", notesRole},
	{"class", "mw-cite-backlink", backRole},
	// Newsletters and blogs.
	{"data-component-name", "footnoteanchortodom", markRole},
	{"data-component-name", "footnotetodom", noteRole},
	{"class", "footnote-anchor", markRole},
	// Opinions and law reviews.
	{"class", "footnotemark footnote_ref fn-ref fnref", markRole},
	{"class", "footnote fn endnote footnote-definition", noteRole},
	{"class", "endnotes", notesRole | endRole},
	// LaTeXML.
	{"class", "ltx_note", inlineRole},
	{"class", "ltx_note_mark ltx_tag_note", labelRole},
	// Sidenotes.
	{"class", "sidenote marginnote margin-note side-note inline-footnote", inlineRole},
	{"class", "sidenote-number sidenote-toggle", anchorRole},
}

// roles is conventions by attribute and word.
var roles = func() map[attribute]role {
	m := make(map[attribute]role)
	for _, c := range conventions {
		for word := range strings.FieldsSeq(c.words) {
			m[attribute{c.attr, word}] |= c.role
		}
	}
	return m
}()

// roleAttributes are the attributes of conventions.
var roleAttributes = func() map[string]bool {
	m := make(map[string]bool)
	for _, c := range conventions {
		m[c.attr] = true
	}
	return m
}()

// roleOf returns what an attribute says of its element.
func roleOf(key, value string) (r role) {
	if !roleAttributes[key] {
		return 0
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(value), isSeparator) {
		r |= roles[attribute{key, word}]
	}
	return r
}

// isSeparator reports whether r is between the words of an attribute.
func isSeparator(r rune) bool { return r == ';' || r < 0x80 && isMarkupSpace(byte(r)) }

// The names of places in a page
//
// Most names are made of words and a number: "fn:1", "_ftnref3",
// "sdfootnote1sym", "cite_note-smith-2". What their words say is looked up with
// digits and punctuation left out; of several words, the first few, and fewer
// when they are not known.

// nameRoles says what the words of a place's name mean: markRole is the place of
// a mark, noteRole that of a note.
var nameRoles = func() map[string]role {
	m := make(map[string]role)
	for r, list := range map[role]string{
		noteRole: `fn ftn fnote foot footnote footnotes note notes nt sdfootnote sdfootnotesym citenote footnotedef easyfootnotebottom
			footnotepluginreference fnt footnotetext footnotecontent fnbody fndef ftnote fnid n`,
		noteRole | endRole: `en edn endn endnote endnotes sdendnote sdendnotesym rearnote`,
		markRole: `fnref ftnref fnr noteref footnoteref footnotereference returnnote returnfootnote sdfootnoteanc citeref footnoteanchor
			fnanchor rfn rf r ref rnote backlink easyfootnote identifier reffootnote refnote reffn fnsrc fnback ftnback noteback
			footnotemark fnmark footref footnoteplugintooltip footnotebacklink backto fnbacklink reffn refftn src
			footnotesource fnlink footnotelink notelink`,
		markRole | endRole: `ednref enref endnoteref sdendnoteanc endnotereference refendnote refen`,
	} {
		for word := range strings.FieldsSeq(list) {
			m[word] |= r
		}
	}
	return m
}()

// The bounds of a look at a name.
const (
	nameWords = 3  // words that are looked up
	maxName   = 64 // bytes
)

// nameRole returns what the name of a place says, and the name's last number,
// "" when there is none. A name without a number says nothing.
func nameRole(name string) (r role, number string) {
	words, number := splitName(name[:min(len(name), maxName)])
	for n := min(len(words), nameWords); n > 0 && number != ""; n-- {
		if r := nameRoles[strings.ToLower(strings.Join(words[:n], ""))]; r != 0 {
			return r, number
		}
	}
	return 0, number
}

// splitName returns the words of a name, and its last number.
func splitName(name string) (words []string, number string) {
	for i := 0; i < len(name); {
		end := i
		switch {
		case isDigit(name[i]):
			for end < len(name) && isDigit(name[end]) {
				end++
			}
			number = name[i:end]
		case isLetter(name[i]):
			for end < len(name) && isLetter(name[end]) {
				end++
			}
			words = append(words, name[i:end])
		default:
			end++
		}
		i = end
	}
	return words, number
}

// pageLabelWords are the words that may precede a label and are no part of it.
var pageLabelWords = [...]string{"footnote", "endnote", "fn.", "fn", "en", "n."}

func isLabelWord(s string) bool { return slices.Contains(pageLabelWords[:], strings.ToLower(s)) }

// labelOf returns the label that a short text is: a number with or without a
// letter, signs, or one letter. What is around it ("[8]", "8.", "[fn8]", "^8")
// is no part of it.
func labelOf(text string) (label string, ok bool) {
	if len(text) > 40 {
		return "", false
	}
	s := strings.Trim(text, " \t\r\n\f\u00a0\u200b\u2060()[]{}.:,;^↑")
	lower := strings.ToLower(s)
	for _, w := range pageLabelWords {
		if rest := strings.TrimLeft(strings.TrimPrefix(lower, w), " \u00a0"); len(rest) < len(lower) && rest != "" && isDigit(rest[0]) {
			s = s[len(s)-len(rest):]
			break
		}
	}
	return arabic(s), isPageLabel(s)
}

// arabic writes a number in superscript digits with ordinary ones.
func arabic(s string) string {
	if n, next, ok := scanSuperscript(s, 0); ok && next == len(s) {
		return strconv.Itoa(n)
	}
	return s
}

func isPageLabel(s string) bool {
	if w := prefixOf(s, symbols[:]); s != "" && w == len(s) {
		return true
	}
	if n, next, ok := scanNumber(s, 0); ok && n > 0 {
		_, next = scanSuffix(s, next)
		return next == len(s)
	}
	if n, next, ok := scanSuperscript(s, 0); ok && n > 0 {
		return next == len(s)
	}
	switch len(s) {
	case 1:
		return isLetter(s[0])
	case 2, 3, 4, 5, 6:
		return strings.Trim(s, "ivx") == "" || isNamedLabel(s)
	}
	return isNamedLabel(s)
}

// isNamedLabel reports whether s is a label of a group of notes, "note 3".
func isNamedLabel(s string) bool {
	word, number, ok := strings.Cut(strings.ReplaceAll(s, "\u00a0", " "), " ")
	_, next, isNumber := scanNumber(number, 0)
	return ok && isNumber && next == len(number) && (word == "note" || word == "nb" || word == "Note")
}
