package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// A Place says where a citation is. The zero Place is the body of the only
// document.
type Place struct {
	File  string // the document's name; empty where there is only one
	Scope int    // as that of [Resolver.Scope]
	Note  string // label of the note; empty for the body
}

// An Authority is one thing that a document cites: a decision, a section of a
// code, an article.
type Authority struct {
	// Key is that of [Key], which see for what follows it where a page holds
	// several. Where all its citations say too little to be known outside their
	// document, it ends in "@" and the document's name: "rule/56@brief.docx". No two
	// authorities of one [Authorities] have the same.
	Key      string
	Keys     []string          // all that its citations are known by, the best first
	Group    Group             // its heading in a table of authorities
	Full     citation.Citation // the most complete of its full citations, the first of these
	Mentions []Mention         // where it is cited, in the order added
}

// Authorities collects what one document or many of them cite. The zero
// Authorities is ready to use. It is not safe for concurrent use.
//
//	var r resolve.Resolver
//	var a resolve.Authorities
//	for _, n := range notes {
//		a.Add(resolve.Place{Note: n.Label}, n.Citations, r.Note(n.Label, n.Citations))
//	}
//	for _, au := range a.All() {
//		fmt.Println(au.Key, len(au.Mentions))
//	}
//
// Memory grows with the mentions. Time is linear.
type Authorities struct {
	nodes    []node
	bySign   map[string]int
	entered  map[citation.Citation][]int // the nodes of each citation
	mentions []placed
	open     []Mention
}

// A node is all citations that are known by the same identities.
type node struct {
	thing thing
	full  citation.Citation
	name  string // the longest name, folded
	file  string // the document of a thing that is known in it only
}

// placed is a mention of a node.
type placed struct {
	Mention
	node int
}

// Add adds the citations of one note, or of a piece of running text, at top
// level and in order, with the links of [Resolver] for them. Those in
// parentheticals and history are mentions of their own.
//
// Id. and a bare section that name another section than their source mention
// that one: "42 U.S.C. § 1983; id. § 1985".
func (a *Authorities) Add(where Place, citations []citation.Citation, links []Link) {
	sources := make(map[citation.Citation]citation.Citation, len(links))
	for _, l := range links {
		sources[l.From] = l.Source
	}
	for _, c := range citations {
		a.add(where, c, "", sources)
	}
}

// AddNames adds the mentions of cases by their names alone that [Mentions]
// finds. The cases must have been added before.
func (a *Authorities) AddNames(where Place, names []Mention) {
	for _, m := range names {
		m.Where = where
		a.mention(m, a.enter(where, m.Case, ""))
	}
}

// add adds a citation and those inside it. name is that of the case whose
// history it belongs to.
func (a *Authorities) add(where Place, c citation.Citation, name string, sources map[citation.Citation]citation.Citation) {
	m := Mention{Span: c.Common().Span, Citation: c, Where: where}
	source, short := sources[c]
	switch {
	case short && source == nil:
		a.open = append(a.open, m)
	case short:
		a.mention(m, a.enter(where, placeIn(source, c), ""))
	case !citesNothing[c.Kind()]:
		nodes := a.enter(where, c, name)
		if a.mention(m, nodes); len(nodes) == 0 {
			a.open = append(a.open, m)
		}
	}
	for _, p := range c.Common().Parens {
		for _, inner := range p.Citations {
			a.add(where, inner, "", sources)
		}
	}
	if full, ok := c.(*citation.Case); ok {
		if full.Name.Text != "" {
			name = full.Name.Text
		}
		for _, event := range full.History {
			a.add(where, event.Case, name, sources)
		}
	}
}

// citesNothing are the kinds that cite no authority.
var citesNothing = map[citation.Kind]bool{citation.KindReference: true, citation.KindRecord: true}

// mention records a mention of each of the nodes.
func (a *Authorities) mention(m Mention, nodes []int) {
	for _, n := range nodes {
		a.mentions = append(a.mentions, placed{m, n})
	}
}

// enter returns the nodes of the things that a full citation cites. name is used
// where a case has none.
func (a *Authorities) enter(where Place, c citation.Citation, name string) (nodes []int) {
	if a.bySign == nil {
		a.bySign = make(map[string]int)
		a.entered = make(map[citation.Citation][]int)
	}
	if nodes, ok := a.entered[c]; ok {
		return nodes
	}
	if full, ok := c.(*citation.Case); ok && full.Name.Text != "" {
		name = full.Name.Text
	}
	for _, t := range things(c) {
		if len(t.words) == 0 && c.Kind() == citation.KindCase {
			t.words = nameWords(name)
		}
		inFile(where.File, t.hints)
		inFile(where.File, t.offers)
		sign := t.signature()
		n, ok := a.bySign[sign]
		if !ok {
			n = len(a.nodes)
			a.bySign[sign] = n
			a.nodes = append(a.nodes, node{thing: t, full: c, file: where.File})
		}
		a.nodes[n].take(c, name)
		nodes = append(nodes, n)
	}
	a.entered[c] = nodes
	return nodes
}

// inFile completes the hints that mean something in one document only.
func inFile(file string, hints []string) {
	for i, hint := range hints {
		if rest, ok := strings.CutPrefix(hint, documentMark); ok {
			hints[i] = documentMark + file + documentMark + rest
		}
	}
}

// take keeps the more complete of two citations, and the longer of two names.
func (n *node) take(c citation.Citation, name string) {
	if completeness(c) > completeness(n.full) {
		n.full = c
	}
	n.name = longer(n.name, slug(name))
}

// longer returns the longer of two strings, of equal ones the first in the
// alphabet.
func longer(a, b string) string {
	if len(b) > len(a) || len(b) == len(a) && b < a {
		return b
	}
	return a
}

// completeness says how much of a citation is written: of a case its name, then
// reports, court and date; of others their length without pinpoints and
// parentheticals.
func completeness(c citation.Citation) int {
	full, ok := c.(*citation.Case)
	if !ok {
		n := c.Common().Span.Len()
		for _, p := range c.Common().Parens {
			n -= p.Span.Len()
		}
		for _, p := range c.Common().Pins {
			n -= p.Span.Len()
		}
		return n
	}
	n := len(full.Reports)
	for _, part := range [...]struct {
		written bool
		weight  int
	}{{full.Name.Text != "", 100}, {full.Date.Year != 0, 50}, {full.CourtText.Text != "", 20}, {full.Date.Day != 0, 1}} {
		if part.written {
			n += part.weight
		}
	}
	return n
}

// placeIn is the source with the sections that a short form names in place of
// its own; the source itself where the short form names none.
func placeIn(source, short citation.Citation) citation.Citation {
	sections := sectionsNamed(short)
	if len(sections) == 0 {
		return source
	}
	switch c := source.(type) {
	case *citation.Statute:
		at := *c
		at.Sections = sections
		return &at
	case *citation.Regulation:
		at := *c
		at.Sections = sections
		return &at
	case *citation.Restatement:
		at := *c
		at.Sections = sections
		return &at
	}
	return source
}

// sectionsNamed returns the sections that id. or a bare section names.
func sectionsNamed(short citation.Citation) []citation.Pin {
	pins := short.Common().Pins
	if c, ok := short.(*citation.ShortStatute); ok {
		pins = c.Sections
	} else if _, ok := short.(*citation.Id); !ok {
		return nil
	}
	for _, p := range pins {
		if p.Kind != citation.PinSection || sectionNumber(p.From) == "" || strings.HasPrefix(p.From, ".") {
			return nil
		}
	}
	return pins
}

// Open returns the citations that no authority could be made of, in the order
// added: short forms whose source was not found, and citations that say nothing
// to be known by.
func (a *Authorities) Open() []Mention { return slices.Clone(a.open) }

// rankLocal is after all identities.
const rankLocal = 1000

// sets are the nodes joined.
type sets struct {
	of  []int // the first node of each node's set
	ids map[int][]identity
}

func (a *Authorities) sets() sets {
	list := make([]*thing, len(a.nodes))
	for i := range a.nodes {
		list[i] = &a.nodes[i].thing
	}
	s := sets{joinThings(list), make(map[int][]identity)}
	for i, t := range list {
		s.ids[s.of[i]] = append(s.ids[s.of[i]], t.ids...)
		if t.local != "" {
			s.ids[s.of[i]] = append(s.ids[s.of[i]], identity{key: t.local + "@" + a.nodes[i].file, rank: rankLocal})
		}
	}
	for root, ids := range s.ids {
		slices.SortFunc(ids, identity.compare)
		seen := make(map[string]bool, len(ids))
		s.ids[root] = slices.DeleteFunc(ids, func(id identity) bool {
			known := seen[id.key]
			seen[id.key] = true
			return known
		})
	}
	return s
}

// All returns the authorities: the groups in the order of [Groups], in each by
// name. Two calls give equal results.
func (a *Authorities) All() []*Authority {
	all, _ := a.joined()
	order := make(map[Group]int)
	for i, g := range Groups() {
		order[g] = i
	}
	names := make(map[*Authority]string, len(all))
	for _, au := range all {
		au.Group = GroupOf(au.Full)
		names[au] = fold.Key(au.Full.String())
	}
	slices.SortStableFunc(all, func(x, y *Authority) int {
		return cmp.Or(order[x.Group]-order[y.Group], strings.Compare(names[x], names[y]), strings.Compare(x.Key, y.Key))
	})
	return all
}

// ByCitation returns the key of the authority that each citation cites; of one that
// cites several sections, that of the first. It has no entry for a citation that
// no authority could be made of.
func (a *Authorities) ByCitation() map[citation.Citation]string {
	keys := make(map[citation.Citation]string)
	_, of := a.joined()
	for _, m := range a.mentions {
		if m.Citation == nil {
			continue
		}
		if au := of[m.node]; keys[m.Citation] == "" || slices.Contains(au.Keys, Key(m.Citation)) {
			keys[m.Citation] = au.Key
		}
	}
	return keys
}

// joined returns the authorities in the order of their first mentions, without
// their groups, and that of each node.
func (a *Authorities) joined() (all []*Authority, of map[int]*Authority) {
	s := a.sets()
	byRoot := make(map[int]*Authority)
	of = make(map[int]*Authority, len(a.nodes))
	for _, m := range a.mentions {
		root := s.of[m.node]
		au := byRoot[root]
		if au == nil {
			au = &Authority{Key: s.ids[root][0].key}
			for _, id := range s.ids[root] {
				au.Keys = append(au.Keys, id.key)
			}
			byRoot[root] = au
			all = append(all, au)
		}
		if full := a.nodes[m.node].full; au.Full == nil || completeness(full) > completeness(au.Full) {
			au.Full = full
		}
		au.Mentions = append(au.Mentions, m.Mention)
		of[m.node] = au
	}
	a.tellApart(s, byRoot)
	return all, of
}

// tellApart adds the name to the keys of several authorities on one page. One
// that is cited without a name has the page's key.
func (a *Authorities) tellApart(s sets, byRoot map[int]*Authority) {
	count := make(map[string]int)
	for _, au := range byRoot {
		count[au.Key]++
	}
	names := make(map[int]string)
	for i, n := range a.nodes {
		names[s.of[i]] = longer(names[s.of[i]], n.name)
	}
	for root, au := range byRoot {
		if count[au.Key] > 1 && names[root] != "" {
			au.Key = path(au.Key, names[root])
			au.Keys[0] = au.Key
		}
	}
}
