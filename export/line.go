package export

import (
	_ "embed" // the schema
	"iter"
	"slices"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// A Line is one citation of a document: its fields, and what only the document
// knows. A key that does not apply is left out. The comments here and at
// [citation.Fields] are the descriptions in the schema.
type Line struct {
	// the file's name; present when several files are read
	File string `json:"file,omitempty"`
	// n8.1: the first citation of note 8; n8.1.2: the second inside that one; n8-2.1: of a second note with that number; b1: of the body of a footnoted document; c1: of running text
	ID string `json:"id" pattern:"^(n.*\\.[0-9]+|b[0-9]+|c[0-9]+)(\\.[0-9]+)*$"`
	// the note's label as written; absent outside of notes
	Note string `json:"note,omitempty"`
	citation.HeadFields
	// id of the citation that begins the string cite, separated by semicolons, that this one continues
	String string `json:"string,omitempty"`
	citation.SharedFields
	// id of the citation that a short form points to
	Antecedent string `json:"antecedent,omitempty"`
	// id of the full citation at the end of that chain
	Source string `json:"source,omitempty"`
	// the rule that made the link, or the reason why there is none; present on short forms
	Why resolve.Why `json:"why,omitempty"`
	// ids among which the short form does not decide, the first 32 of them
	Candidates []string `json:"candidates,omitempty"`
	// how many those are, where they are more than the ids given
	CandidateCount int `json:"candidateCount,omitempty"`
	// label of the note that holds the source, where supra names another
	RightNote string `json:"rightNote,omitempty"`
	// id of the citation whose parenthetical or history holds this one
	Parent string `json:"parent,omitempty"`
	// key of the authority that is cited, equal in all citations of it
	Authority string `json:"authority,omitempty"`
	citation.KindFields
}

//go:embed schema.json
var schema []byte

// Schema returns the JSON schema of a line.
func Schema() []byte { return slices.Clone(schema) }

// Lines yields the lines of the next citations of the part, each followed by
// those of the citations inside it. Citations are those at top level, links
// those of the short forms among them and inside them, in any order.
func (p *Part) Lines(citations []citation.Citation, links []resolve.Link) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if p == nil || p.doc == nil {
			return
		}
		p.Add(citations...)
		w := lineWriter{Part: p, yield: yield, links: make(map[citation.Citation]*resolve.Link, len(links))}
		for i := range links {
			w.links[links[i].From] = &links[i]
		}
		for _, c := range citations {
			if c != nil && !w.line(c, "", 0) {
				return
			}
		}
	}
}

// lineWriter is the state of one call of Lines.
type lineWriter struct {
	*Part
	links map[citation.Citation]*resolve.Link
	yield func(Line) bool
}

// line yields the line of a citation and of those inside it, and reports
// whether to go on. parent is the id of the citation around it, paren the
// number of that one's parenthetical.
func (w *lineWriter) line(c citation.Citation, parent string, paren int) bool {
	f := citation.Flatten(c)
	ids := w.doc.ids
	l := Line{
		File: w.doc.File, ID: ids[c], Note: w.note, Parent: parent,
		HeadFields: f.HeadFields, SharedFields: f.SharedFields, KindFields: f.KindFields,
	}
	l.Parenthetical = paren
	if head := c.Common().FirstInString; head != nil {
		l.String = ids[head]
	}
	if w.doc.Authority != nil {
		l.Authority = w.doc.Authority(c)
	}
	decided, isCase := c.(*citation.Case)
	if isCase {
		for i, h := range decided.History {
			if h.Case != nil {
				l.History[i].ID = ids[h.Case]
			}
		}
	}
	if link := w.links[c]; link != nil {
		l.link(link, ids)
	}
	if !w.yield(l) {
		return false
	}
	for i, p := range c.Common().Parens {
		for _, inner := range p.Citations {
			if inner != nil && !w.line(inner, l.ID, i+1) {
				return false
			}
		}
	}
	if isCase {
		for _, h := range decided.History {
			if h.Case != nil && !w.line(h.Case, l.ID, 0) {
				return false
			}
		}
	}
	return true
}

// link enters what a short form stands for.
func (l *Line) link(link *resolve.Link, ids map[citation.Citation]string) {
	l.Why = link.Why
	if link.To != nil {
		l.Antecedent = ids[link.To]
	}
	if link.Source != nil {
		l.Source = ids[link.Source]
	}
	if link.Why == resolve.StaleNote {
		l.RightNote = link.Label
	}
	for _, c := range link.Candidates {
		l.Candidates = append(l.Candidates, ids[c])
	}
	if link.CandidateCount > len(link.Candidates) {
		l.CandidateCount = link.CandidateCount
	}
}

// Citation returns the citation of the line, without those inside it, which
// have lines of their own. The error is a [*citation.JSONError].
func (l *Line) Citation() (citation.Citation, error) {
	if l == nil {
		l = new(Line)
	}
	f := citation.Fields{HeadFields: l.HeadFields, SharedFields: l.SharedFields, KindFields: l.KindFields}
	return f.Citation()
}
