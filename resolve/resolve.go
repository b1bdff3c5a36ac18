package resolve

import (
	"slices"

	"github.com/hereinafter/hereinafter/citation"
)

// A Link says what a short form stands for.
type Link struct {
	From citation.Citation // the short form
	// To is the citation that the short form points to: for id. the one just
	// before it, for supra the one in the note that it names. It may be a short
	// form itself. Nil when the link could not be made: Why says the reason.
	To citation.Citation
	// Source is the full citation at the end of the chain. Nil when To is nil,
	// or when the chain ends at a short form that could not be resolved.
	Source citation.Citation
	Why    Why
	// Label and Scope are those of the note where To is; Label is empty for the
	// body. They differ from the note that was written when Why is [StaleNote].
	Label string
	Scope int
	// Candidates are the citations among which the short form does not decide,
	// when Why is [Ambiguous] or [SeveralAuthorities]; otherwise nil. Of sources
	// that agree equally each is there once. They are the first of CandidateCount,
	// at most [MaxCandidates].
	Candidates     []citation.Citation
	CandidateCount int
}

// MaxCandidates is the greatest length of [Link.Candidates].
const MaxCandidates = 32

// Why names the rule that made a link, or the reason why there is none.
type Why string

// The rules that make links.
const (
	// PrecedingCitation: id. after another citation of the same note. Bluebook Rule 4.1.
	PrecedingCitation Why = "preceding-citation"
	// PrecedingNote: id. at a note's beginning, the note before holds one authority. Rule 4.1.
	PrecedingNote Why = "preceding-note"
	// NamedNote: the note named by supra holds a source of that name. Rule 4.2.
	NamedNote Why = "named-note"
	// MisspeltName: the note named by supra holds a source whose name differs
	// from the one written by a slip of the pen.
	MisspeltName Why = "misspelt-name"
	// StaleNote: the note named does not hold the source; the note in
	// [Link.Label] does.
	StaleNote Why = "stale-note"
	// NameAlone: supra without a note's number, found by its name.
	NameAlone Why = "name"
	// SameVolume: a short case, found by volume and reporter, and by its name
	// where it has one. Rule 10.9.
	SameVolume Why = "same-volume"
	// VolumeAlone: a short case, found by volume and reporter although the name
	// before it is not the case's.
	VolumeAlone Why = "volume-alone"
	// SameSection: a section without its code, found by its number. Rule 12.10.
	SameSection Why = "same-section"
	// SameSeries: a report of a legislature without its number, "S. Rep., at 14":
	// the last one of its series.
	SameSeries Why = "same-series"
)

// The reasons why there is no link.
const (
	// NothingBefore: id. with no citation before it.
	NothingBefore Why = "nothing-before"
	// NoCitationInNote: id. after a note that cites nothing.
	NoCitationInNote Why = "no-citation-in-preceding-note"
	// SeveralAuthorities: id. after a note that cites more than one authority. Rule 4.1.
	SeveralAuthorities Why = "several-authorities"
	// NoSuchNote: the note named has not been seen, and no other note holds the name.
	NoSuchNote Why = "no-such-note"
	// NotFound: no earlier citation agrees.
	NotFound Why = "not-found"
	// Ambiguous: several earlier sources agree equally.
	Ambiguous Why = "ambiguous"
	// Forward: infra points to a later note.
	Forward Why = "forward"
)

// Found reports whether the rule makes a link.
func (w Why) Found() bool {
	switch w {
	case PrecedingCitation, PrecedingNote, NamedNote, MisspeltName, StaleNote, NameAlone, SameVolume, VolumeAlone, SameSection, SameSeries:
		return true
	}
	return false
}

// A Resolver links the short forms of one document. The zero Resolver is ready
// to be fed its notes in order; of a document whose body has citations too, each
// note between the pieces of the body, as a reader meets them. It is not safe for
// concurrent use: take one for each document.
//
//	r.Body(before)       // the body up to the mark of note 1
//	r.Note("1", cites)
//	r.Body(between)      // from there to the mark of note 2
//
// Names, volumes and sections are one pool for body and notes. Id. in the body
// looks at the body, id. in a note at the notes.
//
// Time and memory grow with the number of citations, whatever they are. To that
// end a name is compared with at most 256 of the sources that share its rarest
// word, and a short case with at most 64 cases of its volume: the last ones. In a
// document that has more, an older source may not be found. A nil Resolver links
// what it is given and remembers nothing.
type Resolver struct {
	last  *note // the note before, in the same scope
	body  note  // the end of the body so far
	scope int
	notes map[noteKey]*pool
	names glossary
	full  pool    // the full citations
	block []entry // to be used next

	volumes  map[volume][]volumeCase
	fit      []volumeCase      // see reaching
	sections map[string]*entry // the last statute that holds a section of that number
	papers   map[string]*entry // the last paper of a legislature's series, by the series
	// so many of the full citations are in volumes, and in sections and papers
	inVolumes, inSections int
}

// An entry is one citation and the note it is in. For a short form that
// was resolved source is what it stands for, for a full citation itself; nil
// for a short form that was not resolved.
type entry struct {
	cite   citation.Citation
	source *entry
	note   *note
	work   *work // of a full citation whose names were asked for; see glossary.work
	names  bool  // of a short form that calls its source by a name of its own
}

// called returns the entry that has the names by which the source of e is found.
func (e *entry) called() *entry {
	if e.names {
		return e
	}
	return e.source
}

// A noteKey is what supra finds a note by. That of the body is zero.
type noteKey struct {
	scope int
	label string
}

// A note is a note, or the body.
type note struct {
	noteKey
	labelled *pool // the citations at top level of all notes of that label
	from     int   // in these, the first one of this note
	pool     pool  // these, when the note is the first of its label
}

// entries returns the citations of the note at top level, so far.
func (n *note) entries() []*entry { return n.labelled.entries[n.from:] }

// Scope begins a part of the document that numbers its notes anew: from there on
// "supra note 5" is note 5 of this scope, and id. does not go back beyond it.
// Names, volumes and sections stay known. Scopes are told apart by the number;
// that of a new Resolver is 0.
func (r *Resolver) Scope(number int) {
	if r != nil && number != r.scope {
		r.scope, r.last = number, nil
	}
}

// Body links the short forms in the next piece of the body's text, which goes
// up to the mark of the next note. Id. goes back to the body's last citation;
// where the body has none, to the one authority of the note just before.
func (r *Resolver) Body(citations []citation.Citation) []Link {
	r = r.start()
	r.body.labelled = &r.body.pool
	links := r.feed(&r.body, citations)
	if list := &r.body.pool.entries; len(*list) > maxPassed {
		*list = slices.Clone((*list)[len(*list)-maxPassed:])
	}
	return links
}

// Note links the short forms among a note's citations, which are in the
// order of the text, those at top level only. The label is the note's number
// as written; for running text, which is one note, it is empty. Citations inside parentheticals
// are not antecedents of any id. (Rule 4.1); short forms there are linked too.
//
// The links are in the order of the text, those of a citation's
// parentheticals after its own.
func (r *Resolver) Note(label string, citations []citation.Citation) []Link {
	r = r.start()
	n := &note{noteKey: noteKey{r.scope, label}}
	n.labelled = r.notes[n.noteKey]
	if n.labelled == nil {
		n.labelled = &n.pool
		if label != "" {
			r.label(n)
		}
	}
	n.from = len(n.labelled.entries)
	links := r.feed(n, citations)
	r.last = n
	return links
}

// label makes the note findable as the first of its label.
func (r *Resolver) label(n *note) {
	if r.notes == nil {
		r.notes = make(map[noteKey]*pool)
	}
	r.notes[n.noteKey] = &n.pool
}

// start returns the Resolver, a new one for nil.
func (r *Resolver) start() *Resolver {
	if r == nil {
		return new(Resolver)
	}
	return r
}

// feed adds the citations of the note n, or of the body, and links its short
// forms.
func (r *Resolver) feed(n *note, citations []citation.Citation) (links []Link) {
	r.full.document = true
	r.full.entries = slices.Grow(r.full.entries, len(citations))
	n.labelled.entries = slices.Grow(n.labelled.entries, len(citations))
	for _, c := range citations {
		if c == nil {
			continue
		}
		e := r.entry(n, c)
		links = r.add(links, n, e)
		if len(links) == 1 && cap(links) == 1 { // the first of many
			links = slices.Grow(links, len(citations)/2)
		}
		if c.Kind() != citation.KindReference { // which cites no authority
			n.labelled.entries = append(n.labelled.entries, e)
		}
		for inner := range citation.Within(c) {
			links = r.add(links, n, r.entry(n, inner))
		}
	}
	return links
}

// entry returns a new entry.
func (r *Resolver) entry(n *note, c citation.Citation) *entry {
	if len(r.block) == 0 {
		r.block = make([]entry, 64)
	}
	e := &r.block[0]
	r.block = r.block[1:]
	e.cite, e.note = c, n
	return e
}

// add links a citation when it is a short form, and makes it findable when it
// is a full citation.
func (r *Resolver) add(links []Link, n *note, e *entry) []Link {
	switch c := e.cite.(type) {
	case *citation.Reference:
		return links
	case *citation.Id:
		return append(links, r.id(n, e))
	case *citation.Supra:
		return append(links, r.supra(e, c))
	case *citation.Infra:
		return append(links, Link{From: c, Why: Forward})
	case *citation.ShortCase:
		link := r.shortCase(e, c)
		if link.Why == VolumeAlone && c.Reports[0].Page != "" { // "Mills II, 531 U.S. 98": its page tells what the name stands for
			e.names = true
			r.full.entries = append(r.full.entries, e)
		}
		return append(links, link)
	case *citation.ShortWork:
		return append(links, r.byName(e, c.Name.Text))
	case *citation.ShortStatute:
		return append(links, r.shortStatute(e, c))
	case *citation.Legislative:
		if c.Short() {
			return append(links, r.shortPaper(e, c))
		}
	}
	e.source = e
	r.full.entries = append(r.full.entries, e)
	return links
}

// since returns the full citations that came since the last call with the same
// counter.
func (r *Resolver) since(counter *int) []*entry {
	list := r.full.entries[*counter:]
	*counter = len(r.full.entries)
	return list
}

// id links id. to the citation just before it: in the same note, or the one
// authority of the note before. Bluebook Rule 4.1.
func (r *Resolver) id(n *note, e *entry) Link {
	link := Link{From: e.cite}
	before, denied := n.antecedent(e.cite)
	switch {
	case before != nil:
		return link.to(e, before, PrecedingCitation)
	case denied:
		link.Why = NotFound
	case r.last == nil:
		link.Why = NothingBefore
	case len(r.last.entries()) == 0:
		link.Why = NoCitationInNote
	case r.last.several():
		return link.among(SeveralAuthorities, r.last.entries(), len(r.last.entries()))
	default:
		list := r.last.entries()
		only := list[len(list)-1]
		if holds(only, e.cite) != denies {
			return link.to(e, only, PrecedingNote)
		}
		link.Why = NotFound
	}
	return link
}

// several reports whether the note cites more than one authority. Short forms
// count as what they stand for.
func (n *note) several() bool {
	list := n.entries()
	return slices.ContainsFunc(list[1:], func(e *entry) bool { return e.source == nil || e.source != list[0].source })
}

// to completes a link from e to the entry found.
func (l Link) to(e, found *entry, why Why) Link {
	e.source = found.source
	l.To, l.Why, l.Label, l.Scope = found.cite, why, found.note.label, found.note.scope
	if found.source != nil {
		l.Source = found.source.cite
	}
	return l
}

// among completes a link that does not decide among count entries, of which the
// first are in the list.
func (l Link) among(why Why, list []*entry, count int) Link {
	l.Why, l.CandidateCount = why, count
	for _, e := range list[:min(len(list), MaxCandidates)] {
		l.Candidates = append(l.Candidates, e.cite)
	}
	return l
}
