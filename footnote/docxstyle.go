package footnote

import (
	"encoding/xml"
	"strings"
)

// How a run of a Word document gets its typeface
//
// What is set comes from the document's defaults, the paragraph's style, the
// run's character style, and the run itself (ECMA-376 Part 1, 17.7.2). A style
// takes from the style it is based on what it leaves open. Italics, bold and the
// other toggle properties of two styles cancel each other out (17.7.3): a case
// name in an italic heading is roman. What the run itself says is final.

// A look is a set of properties: those of Face, and whether the text is hidden.
type look uint16

const hiddenText look = 1 << 8

// toggles are the properties of which those of two styles cancel each other.
const toggles = look(Italic|Bold|SmallCaps) | hiddenText

// lookElements are the elements of w:rPr that set a look.
var lookElements = map[string]look{
	"i": look(Italic), "b": look(Bold), "smallCaps": look(SmallCaps), "u": look(Underline),
	"vertAlign": look(Superscript), "vanish": hiddenText,
}

// offValues are the values with which such an element takes a look away.
var offValues = map[string]bool{
	"0": true, "false": true, "off": true, "none": true, "baseline": true, "subscript": true,
}

// A setting is what a style or a run says of the look of its text.
type setting struct {
	set look // what it says anything of
	on  look // what of these it sets; the rest it takes away
}

// over returns the setting with what it leaves open taken from another.
func (s setting) over(base setting) setting {
	return setting{s.set | base.set, s.on | base.on&^s.set}
}

// add adds what an element of w:rPr says.
func (s *setting) add(e xml.StartElement) {
	l := lookElements[e.Name.Local]
	s.set |= l
	s.on &^= l
	if value, _ := attr(e, "val"); !offValues[value] {
		s.on |= l
	}
}

// A runStyle is what w:rPr says of a run, or of a paragraph's mark.
type runStyle struct {
	setting
	style    string // the id of the character style
	inserted bool   // of a paragraph's mark: a tracked insertion
	deleted  bool   // of a paragraph's mark: a tracked deletion
}

// readRunStyle reads the w:rPr that begins with the last token.
func readRunStyle(x *xmlReader) (runStyle, error) {
	var r runStyle
	err := x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rStyle":
			r.style, _ = attr(e, "val")
		case "ins", "moveTo":
			r.inserted = true
		case "del", "moveFrom":
			r.deleted = true
		case "rPrChange": // what it was before
			return x.skip()
		default:
			r.add(e)
		}
		return nil
	})
	return r, err
}

// A wordStyle is a paragraph or character style.
type wordStyle struct {
	setting
	basedOn string
	done    bool // setting holds what the style is based on, too
}

// maxBasedOn is how many styles one style may be based on, one on the other.
const maxBasedOn = 64

// A styleSheet holds a document's styles by their ids.
type styleSheet struct {
	defaults setting
	styles   map[string]*wordStyle
	order    []*wordStyle      // as in the source
	initial  map[string]string // the ids of the styles of paragraphs and characters that name none, by type
}

// linkStyles are styles whose underline says that the text is a link.
var linkStyles = map[string]bool{"hyperlink": true, "followedhyperlink": true, "internet link": true, "visited internet link": true}

// readStyles reads the part that holds the styles, up to where it breaks off.
func readStyles(src string) *styleSheet {
	sheet := &styleSheet{styles: make(map[string]*wordStyle), initial: make(map[string]string)}
	x := newXMLReader(src)
	for {
		tok, err := x.next()
		if err != nil {
			break
		}
		e, ok := tok.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "rPrDefault":
			err = x.children(func(e xml.StartElement) error {
				sheet.defaults.add(e)
				return nil
			})
		case e.Name.Local == "style":
			err = sheet.readStyle(x, e)
		}
		if err != nil {
			break
		}
	}
	for _, s := range sheet.order {
		sheet.complete(s)
	}
	return sheet
}

// readStyle reads the w:style that begins with the last token.
func (sheet *styleSheet) readStyle(x *xmlReader, e xml.StartElement) error {
	id, _ := attr(e, "styleId")
	kind, _ := attr(e, "type")
	if isDefault, ok := attr(e, "default"); ok && !offValues[isDefault] {
		sheet.initial[kind] = id
	}
	s := new(wordStyle)
	sheet.styles[id] = s
	sheet.order = append(sheet.order, s)
	link := false
	err := x.children(func(e xml.StartElement) error {
		value, _ := attr(e, "val")
		switch e.Name.Local {
		case "name":
			link = linkStyles[strings.ToLower(value)]
		case "basedOn":
			s.basedOn = value
		case "pPr", "tblStylePr":
			return x.skip()
		case "rPr":
			r, err := readRunStyle(x)
			s.setting = r.setting
			return err
		}
		return nil
	})
	if link {
		s.set |= look(Underline)
		s.on &^= look(Underline)
	}
	return err
}

// complete gives the style what it leaves open and the styles that it is based
// on say.
func (sheet *styleSheet) complete(s *wordStyle) {
	var chain []*wordStyle
	for s != nil && !s.done && len(chain) < maxBasedOn {
		chain = append(chain, s)
		s.done = true // a style based on itself ends here
		s = sheet.styles[s.basedOn]
	}
	for i := len(chain) - 1; i >= 0; i-- {
		if base := sheet.styles[chain[i].basedOn]; base != nil && base != chain[i] {
			chain[i].setting = chain[i].over(base.setting)
		}
	}
}

// of returns what the style of that id and type says; of an empty or unknown
// id, what the style says that is used where none is named.
func (sheet *styleSheet) of(id, kind string) setting {
	s := sheet.styles[id]
	if s == nil {
		s = sheet.styles[sheet.initial[kind]]
	}
	if s == nil {
		return setting{}
	}
	return s.setting
}

// look returns the look of a run in a paragraph of that style.
func (sheet *styleSheet) look(paragraph string, r runStyle) look {
	p, c := sheet.of(paragraph, "paragraph"), sheet.of(r.style, "character")
	l := c.over(p).over(sheet.defaults).on &^ toggles
	l |= (sheet.defaults.on | (p.on ^ c.on)) & toggles
	return l&^r.set | r.on
}
