package footnote

import (
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"strings"
)

// A field has an instruction, which is not shown, and a result, which is. Its
// parts are separated by characters of their own (w:fldChar), between which
// there may be other fields; or it is one element (w:fldSimple).

// A field is one that is open.
type field struct {
	instruction []byte
	shows       bool // its result is being read
	simple      bool
	link        bool // its result is a hyperlink
	start       int  // the offset in the passage where its result begins
	at          int  // where it is in the part
}

// maxFields is how many fields are read inside one another.
const maxFields = MaxDepth

// fieldCharacter reads w:fldChar.
func (s *story) fieldCharacter(e xml.StartElement, _ *frame) error {
	fl := s.flow
	n := len(fl.fields) - 1
	open := n >= 0 && !fl.fields[n].simple
	switch kind, _ := attr(e, "fldCharType"); {
	case kind == "begin" && n+1 < maxFields:
		fl.fields = append(fl.fields, field{at: s.x.start})
		fl.codes++
	case kind == "begin":
		s.reportOnce(Damaged, "fields are nested too deep")
	case kind == "separate" && open && !fl.fields[n].shows:
		fl.codes--
		s.showField(&fl.fields[n])
	case kind == "end" && open:
		s.endField()
	}
	return nil
}

// showField begins a field's result.
func (s *story) showField(f *field) {
	f.shows = true
	f.start = s.flow.w.last()
	f.link = fieldKind(f.instruction) == "HYPERLINK"
	if f.link {
		s.links++
	}
}

// endField ends the innermost field.
func (s *story) endField() {
	f := s.popField()
	if read := fieldKinds[fieldKind(f.instruction)]; read != nil && f.shows {
		read(s, &f, string(f.instruction))
	}
}

// dropFields drops the fields from number n on, which have no end of their
// own: where they end is not known.
func (s *story) dropFields(n int) {
	for len(s.flow.fields) > n {
		s.dropField()
	}
}

// dropInstructions drops, at a paragraph's end, the fields whose instructions
// have none: otherwise the whole rest would be an instruction.
func (s *story) dropInstructions() {
	for s.flow.codes > 0 {
		s.dropField()
	}
}

func (s *story) dropField() {
	f := s.popField()
	s.report(Damaged, f.at, "a field has no end")
}

// popField takes the innermost field off.
func (s *story) popField() field {
	fl := s.flow
	n := len(fl.fields) - 1
	f := fl.fields[n]
	fl.fields = fl.fields[:n]
	switch {
	case !f.shows:
		fl.codes--
	case f.link:
		s.links--
	}
	return f
}

// addInstruction takes a piece of the instruction of the innermost field.
func (s *story) addInstruction(text []byte) {
	if n := len(s.flow.fields); n > 0 && !s.flow.fields[n-1].shows && s.deletion == 0 {
		f := &s.flow.fields[n-1]
		f.instruction = append(f.instruction, text...)
	}
}

func (s *story) openSimpleField(e xml.StartElement, f *frame) error {
	f.start = len(s.flow.fields)
	if f.start >= maxFields {
		f.taken = true
		return nil
	}
	instruction, _ := attr(e, "instr")
	s.flow.fields = append(s.flow.fields, field{instruction: []byte(instruction), simple: true, at: s.x.start})
	s.showField(&s.flow.fields[f.start])
	return nil
}

func (s *story) closeSimpleField(f *frame) {
	if f.taken || len(s.flow.fields) <= f.start {
		return
	}
	s.dropFields(f.start + 1)
	s.endField()
}

// fieldKinds are the kinds of fields that say more than their results show, by
// the first word of the instruction.
var fieldKinds = map[string]func(s *story, f *field, instruction string){
	"HYPERLINK": func(s *story, f *field, instruction string) {
		address, place := "", ""
		args := fieldArguments(instruction)
		for i, a := range args {
			switch {
			case i > 0 && args[i-1] == `\l`:
				place = "#" + a
			case i > 0 && address == "" && !strings.HasPrefix(a, `\`) && !strings.HasPrefix(args[i-1], `\`):
				address = a
			}
		}
		s.flow.w.linkFrom(f.start, address+place)
	},
	"REF":     linkToBookmark,
	"NOTEREF": linkToNote,
	"PAGEREF": linkToBookmark,
	"ADDIN": func(s *story, f *field, instruction string) {
		for _, a := range addins {
			if i := strings.Index(instruction, a.prefix); i >= 0 {
				s.item(f.start, a.manager, instruction[i+len(a.prefix):], f.at)
				return
			}
		}
	},
}

// addins are the fields of reference managers that hold CSL-JSON.
var addins = []struct{ prefix, manager string }{
	{"ZOTERO_ITEM CSL_CITATION", "zotero"},
	{"CSL_CITATION", "mendeley"},
}

// linkToNote links a field's result to the note whose mark is in the bookmark.
func linkToNote(s *story, f *field, instruction string) {
	if args := fieldArguments(instruction); len(args) > 1 {
		s.noteNames[args[1]] = true
	}
	linkToBookmark(s, f, instruction)
}

// linkToBookmark links a field's result to the bookmark that its first
// argument names.
func linkToBookmark(s *story, f *field, instruction string) {
	if args := fieldArguments(instruction); len(args) > 1 && !strings.HasPrefix(args[1], `\`) {
		s.flow.w.linkFrom(f.start, "#"+args[1])
	}
}

// fieldKind returns the first word of an instruction, in capitals.
func fieldKind(instruction []byte) string {
	word, _, _ := strings.Cut(strings.TrimLeft(string(instruction[:min(len(instruction), maxKind)]), xmlSpace), " ")
	return strings.ToUpper(strings.TrimSpace(word))
}

// maxKind is how many bytes of an instruction are looked at for its first word.
const maxKind = 64

// fieldArguments splits an instruction at its blanks.
func fieldArguments(s string) []string {
	var args []string
	for {
		s = strings.TrimLeft(s, xmlSpace)
		if s == "" {
			return args
		}
		var arg string
		arg, s = cutArgument(s)
		args = append(args, arg)
	}
}

// cutArgument takes the first argument off. One in quotation marks may have
// blanks; there a backslash comes before a character that is to be kept.
func cutArgument(s string) (arg, rest string) {
	if s[0] != '"' {
		end := strings.IndexAny(s, xmlSpace)
		if end < 0 {
			end = len(s)
		}
		return s[:end], s[end:]
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:]
		case s[i] == '\\' && i+1 < len(s):
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String(), ""
}

// item keeps the works that a reference manager's citation names, which begins
// at offset start of the passage.
func (s *story) item(start int, manager, citation string, at int) {
	csl, err := citedWorks(citation)
	if err != nil {
		s.report(Damaged, at, "a citation of "+manager+": "+err.Error())
	}
	start = s.flow.w.skipBlanks(start)
	if start < s.flow.w.pos() {
		s.flow.w.item(start, manager, csl)
	}
}

// citedWorks returns the works of a citation, which is an object that Citation
// Style Language processors know: of each of its items, the data in CSL-JSON.
func citedWorks(citation string) ([]string, error) {
	var c struct {
		CitationItems []struct {
			ItemData json.RawMessage `json:"itemData"`
		} `json:"citationItems"`
	}
	err := json.NewDecoder(strings.NewReader(citation)).Decode(&c) // what follows the object does not count
	var csl []string
	for _, it := range c.CitationItems {
		if len(it.ItemData) > 0 {
			csl = append(csl, string(it.ItemData))
		}
	}
	return csl, err
}

func (s *story) openControl(_ xml.StartElement, f *frame) error {
	f.start = s.flow.w.last()
	return nil
}

// contentControl reads w:sdtPr, in whose tag Mendeley Cite keeps its citation.
func (s *story) contentControl(xml.StartElement, *frame) error {
	n := len(s.frames) - 1
	inControl := n >= 0 && s.frames[n].depth == s.x.depth-1
	return s.x.children(func(e xml.StartElement) error {
		if tag, _ := attr(e, "val"); e.Name.Local == "tag" && inControl {
			if data, ok := strings.CutPrefix(tag, mendeleyTag); ok {
				s.frames[n].to = data
			}
		}
		return nil
	})
}

// mendeleyTag begins the tag of a content control that holds a citation of
// Mendeley Cite, in base 64.
const mendeleyTag = "MENDELEY_CITATION_v3_"

func (s *story) closeControl(f *frame) {
	if f.to == "" {
		return
	}
	citation, err := base64.StdEncoding.DecodeString(f.to)
	if err != nil {
		citation, _ = base64.RawURLEncoding.DecodeString(strings.TrimRight(f.to, "="))
	}
	s.item(f.start, "mendeley", string(citation), s.x.start)
}

func (s *story) openHyperlink(e xml.StartElement, f *frame) error {
	f.start = s.flow.w.last()
	if id, _ := attr(e, "id"); id != "" {
		f.to = s.rels[id].target
	}
	if place, _ := attr(e, "anchor"); place != "" {
		f.to += "#" + place
	}
	s.links++
	return nil
}

func (s *story) closeHyperlink(f *frame) {
	s.links--
	s.flow.w.linkFrom(f.start, f.to)
}
