package footnote

import (
	"encoding/json"
	"encoding/xml"
	"strconv"
	"strings"
)

// odtFaces are the styles of an OpenDocument text, as far as they set the
// typeface.
type odtFaces map[odtStyleName]*odtFace

// An odtStyleName is the name of a style; those of paragraphs and of text have
// names of their own.
type odtStyleName struct{ family, name string }

// An odtFace is what a style says of the typeface.
type odtFace struct {
	parent string
	face   Face // the properties that it sets
	given  Face // those that it speaks of, to set them or not
	done   bool // its parents' are in it
}

// read adds the styles of a source, up to where it is damaged.
func (s odtFaces) read(text string) error {
	var style *odtFace
	return eachToken(text, func(x *xmlReader, tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok {
			return
		}
		switch (xml.Name{Space: e.Name.Space, Local: e.Name.Local}) {
		case xml.Name{Space: odfOffice, Local: "body"}:
			_ = x.skip() // what is wrong with it is reported when it is read
		case xml.Name{Space: odfStyle, Local: "style"}:
			family, _ := attr(e, "family")
			name, _ := attr(e, "name")
			parent, _ := attr(e, "parent-style-name")
			style = &odtFace{parent: parent}
			s[odtStyleName{family, name}] = style
		case xml.Name{Space: odfStyle, Local: "text-properties"}:
			if style != nil {
				style.add(e)
			}
		case xml.Name{Space: odfStyle, Local: "default-style"}:
			style = nil
		}
	})
}

// odtProperties are the attributes that set a typeface, and the test of their
// values.
var odtProperties = [...]struct {
	name string
	face Face
	set  func(value string) bool
}{
	{"font-style", Italic, func(v string) bool { return v == "italic" || v == "oblique" }},
	{"font-variant", SmallCaps, func(v string) bool { return v == "small-caps" }},
	{"text-underline-style", Underline, func(v string) bool { return v != "none" }},
	{"font-weight", Bold, odtIsBold},
	{"text-position", Superscript, odtIsRaised},
}

// odtIsBold reports whether a weight, a word or a number, is bold.
func odtIsBold(v string) bool {
	n, err := strconv.Atoi(v)
	return v == "bold" || err == nil && n >= 600
}

// odtIsRaised reports whether a position, "super 58%" or "33% 58%", is above
// the line.
func odtIsRaised(v string) bool {
	at, _, _ := strings.Cut(v, " ")
	n, err := strconv.ParseFloat(strings.TrimSuffix(at, "%"), 64)
	return at == "super" || err == nil && n > 0
}

func (f *odtFace) add(e xml.StartElement) {
	for _, p := range odtProperties {
		value, ok := attr(e, p.name)
		if !ok {
			continue
		}
		f.given |= p.face
		if p.set(value) {
			f.face |= p.face
		}
	}
}

// apply returns the typeface of text in the style, where face is that around it.
func (s odtFaces) apply(family, name string, face Face) Face {
	if f := s.resolve(family, name, 0); f != nil {
		return face&^f.given | f.face
	}
	return face
}

// maxParents is how many parents of a style are asked.
const maxParents = 50

// resolve returns a style with what its parents say; nil if it is not known.
func (s odtFaces) resolve(family, name string, depth int) *odtFace {
	f := s[odtStyleName{family, name}]
	if f == nil || f.done || depth > maxParents {
		return f
	}
	f.done = true // before the parents: a style may be its own
	if p := s.resolve(family, f.parent, depth+1); p != nil {
		f.face |= p.face &^ f.given
		f.given |= p.given
	}
	return f
}

// An odtItem is a reference manager's citation that has begun.
type odtItem struct {
	w       *writer
	start   int
	manager string
	csl     []string
}

// odtManagers are how the names of the reference managers' marks begin.
var odtManagers = [...]struct{ prefix, manager string }{
	{"ZOTERO_ITEM", "zotero"}, {"ADDIN ZOTERO_ITEM", "zotero"}, {"ADDIN CSL_CITATION", "mendeley"}, {"CSL_CITATION", "mendeley"},
	{"Mendeley Citation", "mendeley"},
}

// itemStart begins the text of a reference mark, which may be a citation of a
// reference manager: its name holds what that knows of the works.
func (o *odtReader) itemStart(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	name, _ := attr(e, "name")
	for _, m := range odtManagers {
		if strings.HasPrefix(name, m.prefix) && !b.quiet {
			csl, ok := odtCSL(name)
			if !ok {
				b.report(Damaged, "the data of a citation of "+m.manager, b.x.start)
			}
			o.items[name] = odtItem{b.w, b.w.begin(), m.manager, csl}
			return
		}
	}
}

func (o *odtReader) itemEnd(b *xmlBuilder, _ *xmlFrame, e xml.StartElement) {
	name, _ := attr(e, "name")
	it, ok := o.items[name]
	delete(o.items, name)
	if ok && it.w == b.w {
		b.w.item(min(it.start, b.w.pos()), it.manager, it.csl)
	}
}

// odtCSL returns the works in a mark's name, "... CSL_CITATION {...} RND", each
// as CSL-JSON. ok is false if there is JSON that can't be read.
func odtCSL(name string) (csl []string, ok bool) {
	k := strings.IndexByte(name, '{')
	if k < 0 {
		return nil, true
	}
	var citation struct {
		Items []struct {
			Data json.RawMessage `json:"itemData"`
		} `json:"citationItems"`
	}
	if json.NewDecoder(strings.NewReader(name[k:])).Decode(&citation) != nil {
		return nil, strings.HasPrefix(name, "Mendeley Citation")
	}
	for _, item := range citation.Items {
		if len(item.Data) > 0 {
			csl = append(csl, string(item.Data))
		}
	}
	return csl, true
}
