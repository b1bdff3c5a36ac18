package footnote

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// wordElements are the elements that mean something, by namespace and name.
var wordElements = map[namespace]map[string]*wordElement{
	wordSpace: {
		// blocks
		"body":        {open: (*story).openBody},
		"footnote":    {open: (*story).openNote, close: (*story).closeNote},
		"endnote":     {open: (*story).openNote, close: (*story).closeNote},
		"p":           {open: (*story).openParagraph, close: (*story).closeParagraph},
		"pPr":         {open: (*story).paragraphStyle},
		"sectPr":      {open: (*story).lastSection},
		"tr":          {open: (*story).openRow, close: (*story).closeDeletion},
		"tc":          {open: (*story).openCell},
		"trPr":        {open: (*story).rowStyle},
		"txbxContent": {open: (*story).openBox, close: (*story).closeBox},
		"tblPr":       {open: skipElement},
		"tblGrid":     {open: skipElement},
		"altChunk":    {open: (*story).refuse},
		"subDoc":      {open: (*story).refuse},
		"sdtPr":       {open: (*story).contentControl},
		"sdtEndPr":    {open: skipElement},
		"sdt":         {open: (*story).openControl, close: (*story).closeControl},
		// runs
		"r":                     {open: (*story).openRun, close: (*story).closeRun},
		"rPr":                   {open: (*story).runStyle},
		"t":                     {open: (*story).openText, close: (*story).closeText},
		"instrText":             {open: (*story).openInstruction, close: (*story).closeText},
		"tab":                   {open: character("\t")},
		"ptab":                  {open: character("\t")},
		"noBreakHyphen":         {open: character("\u2011")},
		"softHyphen":            {open: character("\u00ad")},
		"br":                    {open: (*story).lineBreak},
		"cr":                    {open: (*story).lineBreak},
		"sym":                   {open: (*story).symbol},
		"lastRenderedPageBreak": {open: (*story).pageBreak},
		"rt":                    {open: skipElement}, // ruby: how the base text is read
		"footnoteReference":     {open: (*story).footnoteMark},
		"endnoteReference":      {open: (*story).endnoteMark},
		"footnoteRef":           {open: (*story).ownLabel},
		"endnoteRef":            {open: (*story).ownLabel},
		// tracked changes
		"ins":      {open: (*story).insertion},
		"moveTo":   {open: (*story).insertion},
		"del":      {open: (*story).openDeletion, close: (*story).closeDeletion},
		"moveFrom": {open: (*story).openDeletion, close: (*story).closeDeletion},
		// fields and links
		"fldChar":       {open: (*story).fieldCharacter},
		"fldSimple":     {open: (*story).openSimpleField, close: (*story).closeSimpleField},
		"hyperlink":     {open: (*story).openHyperlink, close: (*story).closeHyperlink},
		"bookmarkStart": {open: (*story).bookmarkStart},
		"bookmarkEnd":   {open: (*story).bookmarkEnd},
	},
	mathSpace: {
		"r":      {open: (*story).openRun, close: (*story).closeRun},
		"ctrlPr": {open: skipElement},
		"t":      {open: (*story).openText, close: (*story).closeText},
	},
	compatSpace: {
		"AlternateContent": {close: func(*story, *frame) {}}, // its frame knows whether an alternative was read
		"Choice":           {open: (*story).alternative},
		"Fallback":         {open: (*story).alternative},
	},
}

func (s *story) openParagraph(_ xml.StartElement, _ *frame) error {
	s.paragraph = &paragraph{outer: s.paragraph, texted: s.flow.joins}
	s.run = &run{outer: s.run}
	s.run.look = s.styles.look("", runStyle{})
	if !s.flow.joins {
		s.flow.w.paragraph(s.x.start)
	}
	s.flow.joins = false
	return nil
}

func (s *story) closeParagraph(*frame) {
	p := s.paragraph
	s.dropInstructions()
	for _, box := range p.boxes {
		s.addBox(box)
	}
	if p.section != nil {
		s.sections = append(s.sections, *p.section)
	}
	s.flow.joins = p.joinNext
	s.paragraph, s.run = p.outer, s.run.outer
}

// paragraphStyle reads w:pPr.
func (s *story) paragraphStyle(xml.StartElement, *frame) error {
	if s.paragraph == nil {
		return s.x.skip()
	}
	p := s.paragraph
	err := s.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			p.style, _ = attr(e, "val")
		case "pageBreakBefore":
			if value, _ := attr(e, "val"); !offValues[value] {
				s.page++
			}
		case "framePr": // an initial that hangs beside the text is a paragraph of its own
			drop, _ := attr(e, "dropCap")
			p.joinNext = p.joinNext || drop == "drop" || drop == "margin"
		case "rPr":
			return s.paragraphMark()
		case "sectPr":
			sec, err := readSection(s.x)
			p.section = &sec
			return err
		case "pPrChange":
			return s.x.skip()
		}
		return nil
	})
	s.run.look = s.styles.look(p.style, runStyle{})
	return err
}

// paragraphMark reads the w:rPr of the paragraph's mark. Where that is hidden,
// or a tracked deletion, the paragraph and the next one are one.
func (s *story) paragraphMark() error {
	r, err := readRunStyle(s.x)
	if r.inserted {
		s.reportOnce(TrackedInsert, "")
	}
	if r.deleted {
		s.reportOnce(TrackedDelete, "")
	}
	s.paragraph.joinNext = s.paragraph.joinNext || r.deleted || r.on&hiddenText != 0
	return err
}

// lastSection reads the w:sectPr that is not a paragraph's: the last section's.
func (s *story) lastSection(xml.StartElement, *frame) error {
	sec, err := readSection(s.x)
	s.sections = append(s.sections, sec)
	return err
}

func (s *story) openRow(_ xml.StartElement, f *frame) error {
	s.flow.joins = false
	f.start = s.deletion
	return nil
}

func (s *story) openCell(xml.StartElement, *frame) error {
	s.flow.joins = false
	return nil
}

// rowStyle reads w:trPr, which says whether the row is a tracked deletion.
func (s *story) rowStyle(xml.StartElement, *frame) error {
	return s.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "del":
			s.deletion++
		case "ins":
			s.reportOnce(TrackedInsert, "")
		case "trPrChange":
			return s.x.skip()
		}
		return nil
	})
}

// maxBoxes is how many text boxes inside one another are taken out of the
// paragraph that they are in.
const maxBoxes = 8

// openBox begins a text box. Its text comes after the paragraph.
func (s *story) openBox(_ xml.StartElement, f *frame) error {
	f.start = len(s.frames)
	depth := 0
	for fl := s.flow; fl.outer != nil; fl = fl.outer {
		depth++
	}
	if s.paragraph == nil || depth == maxBoxes {
		f.taken = true // its text stays where it is
		return nil
	}
	s.flow = &flow{outer: s.flow, w: new(writer)}
	return nil
}

func (s *story) closeBox(f *frame) {
	if f.taken || s.flow.outer == nil {
		return
	}
	s.dropFields(0)
	box := s.flow
	s.flow = box.outer
	s.paragraph.boxes = append(s.paragraph.boxes, box)
}

func (s *story) addBox(box *flow) {
	if len(box.w.text) == 0 && len(box.marks) == 0 {
		return
	}
	s.flow.w.paragraph(s.x.start)
	at := s.flow.w.add(box.w)
	for _, m := range box.marks {
		m.Span = m.Span.plus(at)
		s.flow.marks = append(s.flow.marks, m)
	}
}

// refuse reports a document within the document, which is not read.
func (s *story) refuse(e xml.StartElement, _ *frame) error {
	id, _ := attr(e, "id")
	s.report(Refused, s.x.start, fmt.Sprintf("w:%s, another document inside this one: %s", e.Name.Local, s.rels[id].target))
	return s.x.skip()
}

func (s *story) openRun(xml.StartElement, *frame) error {
	r := &run{outer: s.run, look: s.run.look}
	if s.run.custom != nil && s.run.custom.Label == "" {
		r.custom = s.run.custom // the run before had the mark, this one has its label
		s.run.custom = nil
	}
	s.run = r
	return nil
}

func (s *story) closeRun(*frame) {
	m := s.run.custom
	s.run = s.run.outer
	s.run.custom = nil
	if m != nil && m.Label == "" {
		s.run.custom = m
	}
}

func (s *story) runStyle(xml.StartElement, *frame) error {
	r, err := readRunStyle(s.x)
	style := ""
	if s.paragraph != nil {
		style = s.paragraph.style
	}
	s.run.runStyle = r
	s.run.look = s.styles.look(style, r)
	return err
}

func (s *story) openText(e xml.StartElement, _ *frame) error {
	space, _ := attr(e, "space")
	s.shown, s.trims = true, space != "preserve"
	return nil
}

func (s *story) closeText(*frame) { s.shown, s.instruction = false, false }

func (s *story) openInstruction(xml.StartElement, *frame) error {
	s.instruction = true
	return nil
}

// characters takes the text of an element.
func (s *story) characters(text xml.CharData) {
	switch {
	case s.instruction:
		s.addInstruction(text)
	case s.shown && s.visible():
		s.follow(string(text))
		if !s.isCustomLabel(string(text)) {
			s.text(s.x.rawText())
		}
	}
}

const xmlSpace = " \t\r\n"

// text writes source text that is shown. Any white space in it is a blank.
func (s *story) text(raw string, at int, literal bool) {
	if s.trims {
		at += len(raw) - len(strings.TrimLeft(raw, xmlSpace))
		raw = strings.Trim(raw, xmlSpace)
	}
	s.setFace()
	s.placeLeading(raw)
	w := s.flow.w
	write := w.escaped
	if literal {
		write = w.write
	}
	for {
		k := strings.IndexAny(raw, "\t\r\n")
		if k < 0 {
			write(raw, at)
			return
		}
		write(raw[:k], at)
		w.write(" ", at+k)
		raw, at = raw[k+1:], at+k+1
	}
}

// placeLeading places the marks that come before a paragraph's text where that
// begins: with the text that is about to be written.
func (s *story) placeLeading(text string) {
	p := s.paragraph
	if p == nil || p.texted || strings.Trim(text, xmlSpace) == "" {
		return
	}
	p.texted = true
	if len(p.leading) == 0 {
		return
	}
	at := s.flow.w.begin()
	for _, m := range p.leading {
		m.Span = Span{at, at}
	}
}

// visible reports whether text is part of the document where the last token
// is. What is deleted or hidden is reported.
func (s *story) visible() bool {
	switch {
	case s.deletion > 0:
		s.reportOnce(TrackedDelete, "")
	case s.flow.codes > 0: // between two fields inside an instruction
	case s.run.look&hiddenText != 0:
		s.reportOnce(Refused, "hidden text")
	default:
		return true
	}
	return false
}

// setFace sets the typeface of what is written next. That a link is underlined
// says that it is a link.
func (s *story) setFace() {
	face := Face(s.run.look &^ hiddenText)
	if s.links > 0 {
		face &^= Underline
	}
	s.flow.w.face = face
}

// character returns a handler of an element that stands for a character.
func character(text string) func(*story, xml.StartElement, *frame) error {
	return func(s *story, _ xml.StartElement, _ *frame) error {
		s.character(text)
		return nil
	}
}

// character writes a text that the last token stands for.
func (s *story) character(text string) {
	s.follow(text)
	if s.visible() && !s.isCustomLabel(text) {
		s.setFace()
		s.placeLeading(text)
		s.flow.w.write(text, s.x.start)
	}
}

// lineBreak ends a line, and a page where it says so. Two in a row end a
// paragraph.
func (s *story) lineBreak(e xml.StartElement, _ *frame) error {
	if kind, _ := attr(e, "type"); kind == "page" {
		s.page++
	}
	switch {
	case !s.visible():
	case s.flow.w.gap == "\n":
		s.flow.w.paragraph(s.x.start)
	default:
		s.flow.w.lineBreak(s.x.start)
	}
	return nil
}

// pageBreak counts a page that Word began here when it last laid the document out.
func (s *story) pageBreak(xml.StartElement, *frame) error {
	s.page++
	return nil
}

// alternative reads the first of the alternatives of mc:AlternateContent, which
// is the one that a new Word shows, and no other.
func (s *story) alternative(xml.StartElement, *frame) error {
	n := len(s.frames) - 1
	if n < 0 || s.frames[n].depth != s.x.depth-1 {
		return nil
	}
	if s.frames[n].taken {
		return s.x.skip()
	}
	s.frames[n].taken = true
	return nil
}

// insertion reports a tracked insertion, which is read.
func (s *story) insertion(xml.StartElement, *frame) error {
	s.reportOnce(TrackedInsert, "")
	return nil
}

// openDeletion begins a tracked deletion, which is left out.
func (s *story) openDeletion(_ xml.StartElement, f *frame) error {
	s.reportOnce(TrackedDelete, "")
	f.start = s.deletion
	s.deletion++
	return nil
}

func (s *story) closeDeletion(f *frame) { s.deletion = f.start }
