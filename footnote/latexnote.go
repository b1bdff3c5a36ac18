package footnote

import "strings"

// A texNoteKind is what a command that makes a mark, a note or both does.
type texNoteKind struct {
	counter string // what numbers it; "" for notes without numbers
	mark    bool
	text    bool
}

// texNotes are the commands of notes.
var texNotes = map[string]texNoteKind{
	"footnote":        {"footnote", true, true},
	"footnotemark":    {"footnote", true, false},
	"footnotetext":    {"footnote", false, true},
	"Footnote":        {"footnote", true, true},
	"tablefootnote":   {"footnote", true, true},
	"sidefootnote":    {"footnote", true, true},
	"endnote":         {"endnote", true, true},
	"pagenote":        {"endnote", true, true},
	"endnotemark":     {"endnote", true, false},
	"endnotetext":     {"endnote", false, true},
	"sidenote":        {"sidenote", true, true},
	"sidenotemark":    {"sidenote", true, false},
	"sidenotetext":    {"sidenote", false, true},
	"thanks":          {"title", true, true},
	"marginpar":       {"", true, true},
	"marginnote":      {"", true, true},
	"blfootnote":      {"", true, true},
	"marginparmargin": {"", true, true},
}

// A texLoose is a mark that is apart from its note, or a note that is apart
// from its mark. What has the same key belongs together.
type texLoose struct {
	key  texKey
	mark *Mark
	note *Note
}

type texKey struct {
	counter string
	scope   int
	number  int
}

// noteCommand = ( \footnote | \footnotemark | \footnotetext | ... ) [ "[" number "]" ] [ text ]
//
// In ConTeXt, what is in brackets is a name that others refer to.
func texNoteCommand(r *texReader, c texCall) {
	kind := texNotes[c.text]
	if r.capturing > 0 {
		r.problem(Refused, c.pos(), `\`+c.text+" in an argument that is not text")
		return
	}
	number, given := r.number(c.args[0])
	if c.args[0].given && !given {
		r.notANumber(c, kind)
	}
	counter := r.noteCounter(kind)
	if kind.mark && !given && counter != "" {
		r.step(counter)
	}
	if !given {
		number = r.counters.value[counter]
	}
	r.makeNote(c, kind, counter, number)
}

// notANumber treats what a note has in brackets when that is no number: the name
// of the note, or text after a mark.
func (r *texReader) notANumber(c texCall, kind texNoteKind) {
	switch {
	case !kind.text:
		r.insert(texBracketed(c.args[0].tokens))
	case kind.counter != "":
		note := texControlToken("label", c.pos())
		group := append([]texToken{note, {kind: texOpen, call: c.pos()}}, c.args[0].tokens...)
		r.pendingLabel = append(group, texToken{kind: texClose, call: c.pos()})
	}
}

// texBracketed returns tokens as they were, in brackets.
func texBracketed(tokens []texToken) []texToken {
	call := 0
	if len(tokens) > 0 {
		call = tokens[0].pos()
	}
	out := []texToken{{kind: texText, text: "[", call: max(0, call-1)}}
	return append(append(out, tokens...), texToken{kind: texText, text: "]", call: call})
}

func texControlToken(name string, call int) texToken {
	return texToken{kind: texControl, text: name, call: call}
}

// noteCounter returns the counter that numbers a note at this place. Those of a
// title have symbols, and so, in their own order, those of a minipage have
// letters.
func (r *texReader) noteCounter(kind texNoteKind) string {
	switch {
	case kind.counter != "footnote":
		return kind.counter
	case r.counter == "mpfootnote" && !kind.text: // as LaTeX does
		return "footnote"
	}
	return r.counter
}

// makeNote adds a mark at this place, a note, or both.
func (r *texReader) makeNote(c texCall, kind texNoteKind, counter string, number int) {
	scope := r.scopes[counter]
	label := r.noteLabel(counter, number)
	var note *Note
	if kind.text {
		note = &Note{Label: label, Scope: scope, Endnote: counter == "endnote", Offset: c.pos()}
		r.notes = append(r.notes, note)
	}
	key := texKey{counter, scope, number}
	if counter != "" {
		r.used[counter] = true
	}
	if kind.mark {
		at := r.w.pos()
		mark := &Mark{Label: label, Scope: scope, In: r.note, Span: Span{at, at}, Note: note}
		r.marks = append(r.marks, mark)
		if !kind.text {
			r.loose = append(r.loose, texLoose{key: key, mark: mark})
		}
	}
	if kind.text {
		r.loose = append(r.loose, texLoose{key: key, note: note})
		r.noteText(c, note, texLabel{label, counter, len(r.notes)})
	}
}

// noteLabel returns the label that the number of a note is printed as.
func (r *texReader) noteLabel(counter string, number int) string {
	if counter == "" {
		return ""
	}
	value := r.counters.value[counter]
	r.counters.value[counter] = number
	label := r.printed(counter)
	r.counters.value[counter] = value
	return label
}

// noteText has what follows read as the text of a note.
func (r *texReader) noteText(c texCall, note *Note, label texLabel) {
	w := &writer{folds: true}
	pending := r.pendingLabel
	r.pendingLabel = nil
	if !r.argument(c.texToken, func() { note.Passage = w.passage("") }) {
		return
	}
	if r.top().toPar {
		r.problem(Damaged, c.pos(), "note "+note.Label+" is not closed; it ends with the paragraph")
	}
	r.texState = texState{w: w, note: note, counter: "footnote", label: label}
	r.insert(pending)
}

// joinMarks gives each mark that is apart from its note the note of its number:
// the first mark the first note that is apart too, and so on; marks that are
// left lead to the last. Without such a note, a mark repeats that of a note
// that has its own.
func (r *texReader) joinMarks() {
	own := make(map[*Note]bool)
	for _, m := range r.marks {
		own[m.Note] = true
	}
	apart, repeated := make(map[texKey][]*Note), make(map[texKey]*Note)
	for _, l := range r.loose {
		switch {
		case l.note != nil && own[l.note]:
			repeated[l.key] = l.note
		case l.note != nil:
			apart[l.key] = append(apart[l.key], l.note)
		}
	}
	for _, l := range r.loose {
		notes := apart[l.key]
		switch {
		case l.mark == nil:
		case len(notes) == 0:
			l.mark.Note = repeated[l.key]
		default:
			l.mark.Note = notes[0]
			apart[l.key] = notes[min(1, len(notes)-1):]
		}
	}
}

// texTitleParts are what \maketitle prints, in this order.
var texTitleParts = [...]string{"title", "subtitle", "author", "date"}

// texTitlePart keeps a part of the title for \maketitle.
func texTitlePart(r *texReader, c texCall) {
	for i, name := range texTitleParts {
		if name != c.text {
			continue
		}
		if r.title[i].given { // one \author for each of them
			r.title[i].tokens = append(r.title[i].tokens, texControlToken("and", c.pos()))
		}
		r.title[i].given = true
		r.title[i].tokens = append(r.title[i].tokens, c.args[1].tokens...)
	}
}

// texMakeTitle prints the title. The notes in it have symbols, and the counter of
// footnotes begins anew after it.
func texMakeTitle(r *texReader, c texCall) {
	var tokens []texToken
	for _, part := range r.title {
		tokens = append(append(tokens, part.tokens...), texControlToken("par", c.pos()))
	}
	r.title = [len(texTitleParts)]texArgument{}
	r.w.paragraph(c.pos())
	r.open(texTitleGroup, c.texToken, nil)
	r.counter = "title"
	r.again(append(tokens, texControlToken(texEndTitle, c.pos())))
}

const (
	texTitleGroup = "title "
	texEndTitle   = "end title "
)

func texCloseTitle(r *texReader, c texCall) {
	r.closeKind(texTitleGroup, c.texToken)
	r.setCounter("footnote", 0)
}

// unusedTitle reports a title that is not printed.
func (r *texReader) unusedTitle() {
	for i, part := range r.title {
		if len(part.tokens) > 0 {
			r.problem(Refused, part.tokens[0].pos(), `\`+texTitleParts[i]+` without \maketitle`)
		}
	}
}

// A texLabel is what a reference to a \label prints.
type texLabel struct {
	text    string
	counter string // what it is a number of; "" when it is not known
	note    int    // the note, counted from 1 in the order of the source; 0 for anything else
}

func texSetLabel(r *texReader, c texCall) {
	if name := r.text(c.args[0]); r.capturing == 0 {
		r.labels[name] = r.label
	}
}

// texReferences are the commands that print a number of something else, and
// how they print it: "#" is the number, "name" the name of what it is.
var texReferences = map[string]string{
	"ref": "#", "autoref": "name #", "cref": "name #", "Cref": "Name #", "eqref": "(#)",
	"labelcref": "#", "getrefnumber": "#", "vref": "#",
}

// reference = ( \ref | \cref | ... ) [ "*" ] label
func texReference(r *texReader, c texCall) {
	r.refers = true
	for i, name := range strings.Split(r.text(c.args[1]), ",") {
		name = strings.TrimSpace(name)
		label, ok := r.known[name]
		if !ok || label.text == "" {
			label.text = "??"
			r.problem(Damaged, c.pos(), `\`+c.text+"{"+name+"}: nothing that is numbered has that label")
		}
		before, after, _ := strings.Cut(texReferences[c.text], "#")
		if i > 0 {
			before = ", "
		}
		r.stand(strings.NewReplacer("name ", label.name(false), "Name ", label.name(true)).Replace(before), c.texToken)
		r.w.face = r.face
		start := r.w.begin()
		r.stand(label.text, c.texToken)
		r.w.link(start, "#"+name, nil)
		r.stand(after, c.texToken)
	}
}

// name returns what \cref and \autoref call that of which the label is the
// number, with the no-break space after it; "" when that is not known.
func (l texLabel) name(capital bool) string {
	name := l.counter
	switch {
	case name == "":
		return ""
	case name == "title" || name == "mpfootnote":
		name = "footnote"
	}
	if capital {
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	return name + "\u00a0"
}

// footRef = ( \footref | \note ) label: one more mark of the note
func texFootRef(r *texReader, c texCall) {
	name := r.text(c.args[0])
	if name == "" {
		return
	}
	r.refers = true
	label := r.known[name]
	at := r.w.pos()
	mark := &Mark{Label: label.text, In: r.note, Span: Span{at, at}}
	if label.text == "" {
		mark.Label = "??"
	}
	r.marks = append(r.marks, mark)
	r.byLabel = append(r.byLabel, texByLabel{mark, name})
}

// A texByLabel is a mark that leads to the note with a \label.
type texByLabel struct {
	mark  *Mark
	label string
}

// resolveLinks sets the notes that references lead to.
func (r *texReader) resolveLinks(d *Document) {
	noteOf := func(name string) *Note {
		if k := r.labels[name].note; k > 0 {
			return r.notes[k-1]
		}
		return nil
	}
	for _, m := range r.byLabel {
		if n := noteOf(m.label); n != nil {
			m.mark.Note, m.mark.Label, m.mark.Scope = n, n.Label, n.Scope
		}
	}
	resolve := func(p *Passage) {
		for i := range p.Links {
			if name, ok := strings.CutPrefix(p.Links[i].Target, "#"); ok {
				p.Links[i].Note = noteOf(name)
			}
		}
	}
	resolve(&d.Body)
	for _, n := range d.Notes {
		resolve(&n.Passage)
	}
}

// pageReference = ( \pageref | \nameref ... ) label: what only a printed
// document says
func texPageReference(r *texReader, c texCall) {
	r.problem(Refused, c.pos(), `\`+c.text+"{"+r.text(c.args[1])+"}: only the printed document says what it is")
	r.stand("??", c.texToken)
}
