package resolve

import (
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// supra links "Collini, supra note 5" to the source of that name in the note,
// or else to the one in the notes before. Bluebook Rule 4.2.
func (r *Resolver) supra(e *entry, c *citation.Supra) Link {
	link := Link{From: c}
	asked := r.names.query(c.Name.Text)
	if asked.bare != "" && r.full.find(&r.names, asked).best == disagrees {
		asked = r.names.query(asked.bare)
	}
	named := r.notes[noteKey{r.scope, firstLabel(c.Note)}]
	if named != nil {
		if a := named.find(&r.names, asked); a.best > disagrees {
			return link.answered(e, a, NamedNote)
		}
	}
	a := r.full.find(&r.names, asked)
	if a.best == disagrees && named != nil {
		if near := named.misspelt(&r.names, asked.name); near != nil {
			return link.to(e, near, MisspeltName)
		}
	}
	switch {
	case a.best > disagrees && c.Note == "":
		return link.answered(e, a, NameAlone)
	case a.best > disagrees:
		return link.answered(e, a, StaleNote)
	case c.Note != "" && named == nil:
		link.Why = NoSuchNote
	default:
		link.Why = NotFound
	}
	return link
}

// byName links a short form that has a name alone: "Cohen 370".
func (r *Resolver) byName(e *entry, name string) Link {
	link := Link{From: e.cite}
	a := r.full.find(&r.names, r.names.query(name))
	if a.best == disagrees {
		link.Why = NotFound
		return link
	}
	return link.answered(e, a, NameAlone)
}

// answered completes a link from e to what was found by its name.
func (l Link) answered(e *entry, a answer, why Why) Link {
	if a.agree > 1 {
		return l.among(Ambiguous, a.sources, a.agree)
	}
	return l.to(e, a.sources[0], why)
}

// firstLabel returns the first label of "4-7".
func firstLabel(note string) string {
	first, _, _ := strings.Cut(note, "-")
	return first
}
