package footnote

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A class is a set of properties of elements.
type class uint16

const (
	blockLevel class = 1 << iota // a paragraph of its own
	void                         // has no content
	left                         // is no part of the text
	inHead                       // belongs to the page's head
	endsScope                    // what is open outside it is not ended by what is inside
	endsList                     // as endsScope, for the items of lists
	endsTable                    // as endsScope, for the parts of tables
	heading
	cell      // separated from the next by a blank
	navigates // leads to other parts of the page or the site
)

// role returns what the class says of an element's part in the notes.
func (c class) role() role {
	switch {
	case c&heading != 0:
		return inHeading
	case c&navigates != 0:
		return inNav
	}
	return 0
}

// classes holds the elements that are more than a stretch of text.
var classes = classTable(map[class]string{
	blockLevel: `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
		h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption legend listing xmp`,
	void:      `area base br col embed hr img input link meta param source track wbr basefont bgsound pageFrame keygen`,
	left:      `audio button canvas datalist embed annotation frameset head iframe map noembed noframes noscript object script select style svg template textarea title video nav`,
	inHead:    `head base basefont bgsound link meta noscript script style template title`,
	endsScope: `html table caption td th button object applet marquee template`,
	endsList:  `ol ul dl menu dir html table td th`,
	endsTable: `html table`,
	heading:   `h1 h2 h3 h4 h5 h6`,
	cell:      `td th`,
	navigates: `nav`,
})

// endedBy lists the elements that a start tag ends, besides the paragraph that
// a block ends; scopes says what hides them from it.
var (
	endedBy = map[atom.Atom][]atom.Atom{
		atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd},
		atom.Tr: {atom.Tr}, atom.Td: {atom.Td, atom.Th}, atom.Th: {atom.Td, atom.Th},
		atom.Tbody: {atom.Thead, atom.Tbody}, atom.Tfoot: {atom.Tbody, atom.Thead},
		atom.A: {atom.A}, atom.Option: {atom.Option}, atom.Body: {atom.Head},
	}
	scopes = map[atom.Atom]class{
		atom.Li: endsList, atom.Dt: endsList, atom.Dd: endsList, atom.A: endsScope,
		atom.Tr: endsTable, atom.Td: endsTable, atom.Th: endsTable, atom.Tbody: endsTable, atom.Tfoot: endsTable,
	}
)

// attributes are those that are kept, by their names in the source.
var attributes = map[string]string{
	"id": "id", "xml:id": "id", "name": "name", "href": "href", "class": "class", "role": "role", "epub:type": "epub:type",
	"rel": "rel", "onclick": "onclick", "rev": "rev", "style": "style", "hidden": "hidden", "start": "start", "value": "value",
	"data-component-name": "data-component-name", "data-label": "data-label", "label": "data-label", "data-note": "data-label",
}

// classTable turns lists of names into a table by element.
func classTable(names map[class]string) map[atom.Atom]class {
	table := make(map[atom.Atom]class)
	for c, list := range names {
		for name := range strings.FieldsSeq(list) {
			table[atom.Lookup([]byte(name))] |= c
		}
	}
	delete(table, 0)
	return table
}
