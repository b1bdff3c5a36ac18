package footnote

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// How a Word document numbers its notes
//
// A note has no number of its own: it is counted where its mark is. Footnotes
// and endnotes are counted each by themselves, from numStart, on through the
// document or anew in each section or on each page. What a section (w:sectPr)
// leaves open, the document's settings decide.

// A numbering is what w:footnotePr or w:endnotePr says. Zero fields leave open.
type numbering struct {
	format  string // of ST_NumberFormat
	start   string // the first number
	restart string // "continuous", "eachSect", "eachPage"
}

// The values of restart with which notes are numbered anew.
const (
	eachSection = "eachSect"
	eachPage    = "eachPage"
)

// wordNumbering is how Word numbers notes of which nothing is said.
var wordNumbering = [noteKinds]numbering{endnotes: {format: "lowerRoman"}}

// or returns the numbering with what it leaves open taken from another.
func (n numbering) or(other numbering) numbering {
	if n.format == "" {
		n.format = other.format
	}
	if n.start == "" {
		n.start = other.start
	}
	if n.restart == "" {
		n.restart = other.restart
	}
	return n
}

func (n numbering) first() int {
	if v, err := strconv.Atoi(n.start); err == nil && 0 <= v && v <= maxStart {
		return v
	}
	return 1
}

// maxStart is the highest number with which Word begins to count.
const maxStart = 16383

// readNumbering reads the element that begins with the last token.
func readNumbering(x *xmlReader) (numbering, error) {
	var n numbering
	err := x.children(func(e xml.StartElement) error {
		value, _ := attr(e, "val")
		switch e.Name.Local {
		case "numFmt":
			n.format = value
		case "numStart":
			n.start = value
		case "numRestart":
			n.restart = value
		}
		return nil
	})
	return n, err
}

// A noteKind is one of the two kinds of notes.
type noteKind int

const (
	footnotes noteKind = iota
	endnotes
	noteKinds
)

// kindNames are the relationships that lead to the notes of each kind.
var kindNames = [noteKinds]string{"footnotes", "endnotes"}

// A section is a part of the body with settings of its own.
type section struct {
	numbering [noteKinds]numbering
	newPage   bool // it begins on a new page
}

// readSection reads the w:sectPr that begins with the last token.
func readSection(x *xmlReader) (section, error) {
	s := section{newPage: true}
	err := x.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "footnotePr":
			s.numbering[footnotes], err = readNumbering(x)
		case "endnotePr":
			s.numbering[endnotes], err = readNumbering(x)
		case "type":
			kind, _ := attr(e, "val")
			s.newPage = kind != "continuous"
		case "sectPrChange":
			err = x.skip()
		}
		return err
	})
	return s, err
}

// A reference is a mark as it is in the source.
type reference struct {
	mark    *Mark
	kind    noteKind
	id      string
	custom  bool // the mark's label is the author's own; it takes no number
	section int
	page    int
	part    string
	offset  int // in the part
}

// A counter counts the notes of one kind.
type counter struct {
	numbering
	next  int
	scope int
	last  *reference
}

// numberMarks gives the references of one kind, in the order of the source, their
// labels and scopes. Two marks of one note have one label.
func (d *docx) numberMarks(kind noteKind) {
	var c counter
	seen := make(map[string]*reference)
	for _, r := range d.refs {
		if r.kind != kind {
			continue
		}
		sec := d.section(r.section)
		n := sec.numbering[kind].or(d.settings[kind]).or(wordNumbering[kind])
		d.paged = d.paged || n.restart == eachPage
		c.advance(r, n, sec.newPage)
		r.mark.Scope = c.scope
		first := seen[r.id]
		switch {
		case r.custom:
		case first != nil:
			r.mark.Label, r.mark.Scope = first.mark.Label, first.mark.Scope
		default:
			r.mark.Label = d.numberLabel(c.format, c.next)
			c.next++
		}
		if first == nil && r.id != "" {
			seen[r.id] = r
		}
	}
}

// advance goes on to a reference, and begins anew where it has to.
func (c *counter) advance(r *reference, n numbering, newPage bool) {
	c.numbering = n
	last := c.last
	c.last = r
	if last == nil {
		c.next = n.first()
		return
	}
	newSection := r.section != last.section
	anew := n.restart == eachSection && newSection ||
		n.restart == eachPage && (r.page != last.page || newSection && newPage)
	if anew {
		c.next = n.first()
		c.scope++
	}
}

// section returns the section of that number; the last one where the body
// breaks off before it says what its section is like.
func (d *docx) section(i int) section {
	if i < len(d.sections) {
		return d.sections[i]
	}
	return section{newPage: true}
}

// numberLabel writes a number in a format. What the formats do not know is
// written in decimal digits, and reported.
func (d *docx) numberLabel(format string, n int) string {
	write, ok := numberFormats[format]
	if !ok {
		d.unknownFormat = format
		write = strconv.Itoa
	}
	if label := write(n); label != "" || format == "none" {
		return label
	}
	return strconv.Itoa(n)
}

// numberFormats are the formats of numbers (ST_NumberFormat). A format returns
// an empty label for a number that it cannot write.
var numberFormats = map[string]func(n int) string{
	"":            strconv.Itoa,
	"decimal":     strconv.Itoa,
	"decimalZero": func(n int) string { return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n) },
	"numberInDash": func(n int) string {
		return "- " + strconv.Itoa(n) + " -"
	},
	"ordinal":                      ordinal,
	"hex":                          func(n int) string { return strings.ToUpper(strconv.FormatInt(int64(n), 16)) },
	"lowerRoman":                   roman,
	"upperRoman":                   func(n int) string { return strings.ToUpper(roman(n)) },
	"lowerLetter":                  func(n int) string { return repeated(letters, n) },
	"upperLetter":                  func(n int) string { return strings.ToUpper(repeated(letters, n)) },
	"chicago":                      func(n int) string { return repeated(chicago, n) },
	"decimalEnclosedCircle":        func(n int) string { return enclosed('①', 20, n) },
	"decimalEnclosedParen":         func(n int) string { return enclosed('⑴', 20, n) },
	"decimalEnclosedFullstop":      func(n int) string { return enclosed('⒈', 20, n) },
	"decimalFullWidth":             fullWidth,
	"decimalHalfWidth":             strconv.Itoa,
	"bullet":                       func(int) string { return "•" },
	"none":                         func(int) string { return "" },
	"decimalEnclosedCircleChinese": func(n int) string { return enclosed('①', 20, n) },
}

var (
	letters = strings.Split("abcdefghijklmnopqrstuvwxyz", "")
	chicago = []string{"*", "†", "‡", "§"}
)

// maxRepeat is how often a sign is repeated at most.
const maxRepeat = 32

// repeated counts with signs: a, b ... z, aa, bb ...
func repeated(signs []string, n int) string {
	if n < 1 || n > maxRepeat*len(signs) {
		return ""
	}
	return strings.Repeat(signs[(n-1)%len(signs)], (n-1)/len(signs)+1)
}

// ordinal writes 1st, 2nd, 3rd, 4th, 11th.
func ordinal(n int) string {
	suffixes := []string{"th", "st", "nd", "rd"}
	k := n % 10
	if k >= len(suffixes) || n/10%10 == 1 {
		k = 0
	}
	return strconv.Itoa(n) + suffixes[k]
}

// enclosed writes a number as one character, of a row that begins with 1.
func enclosed(one rune, last, n int) string {
	if n < 1 || n > last {
		return ""
	}
	return string(one + rune(n-1))
}

func fullWidth(n int) string {
	digits := []rune(strconv.Itoa(n))
	for i := range digits {
		digits[i] += '０' - '0'
	}
	return string(digits)
}
