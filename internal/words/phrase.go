package words

import (
	"cmp"
	"slices"
	"sync"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/tables"
)

// A Phrase is a word or phrase with a meaning: a row of phrases.tsv.
type Phrase struct {
	Text  string // as the table has it
	Value string // what it means: the signal's or the history's normal form, what a pinpoint counts; empty where the role says it all
}

// A Set is the phrases of one role.
type Set struct {
	role  string
	once  sync.Once
	first [128][]Phrase // by the first byte in lower case, the longest first; others under 0
	last  [128][]Phrase // by the last byte in the same way
	all   []Phrase      // in the order of the table
}

// The sets, one for each role of phrases.tsv. The README of the tables says what
// the roles mean.
var (
	Signals        = Set{role: "signal"}
	History        = Set{role: "history"}
	HistoryTurns   = Set{role: "history-turn"}
	LeadIns        = Set{role: "lead-in"}
	Dockets        = Set{role: "docket"}
	Editions       = Set{role: "edition"}
	NoteNumbers    = Set{role: "note-number"}
	BeforeURL      = Set{role: "before-url"}
	TreatyDates    = Set{role: "treaty-date"}
	Promulgated    = Set{role: "promulgated"}
	Judges         = Set{role: "judge"}
	Weights        = Set{role: "weight"}
	Comments       = Set{role: "comment"}
	Reprinted      = Set{role: "reprinted"}
	Accompanying   = Set{role: "accompanying"}
	Slips          = Set{role: "slip"}
	Pins           = Set{role: "pin"}
	PinsAlone      = Set{role: "pin-alone"}
	Labels         = Set{role: "label"}
	Procedural     = Set{role: "procedural"}
	OnBehalf       = Set{role: "on-behalf"}
	RightsBodies   = Set{role: "rights-body"}
	Supplements    = Set{role: "supplement"}
	Ordinals       = Set{role: "ordinal"}
	EthicsOpinions = Set{role: "ethics-opinion"}
	EthicsBodies   = Set{role: "ethics-body"}
	Bars           = Set{role: "bar"}
	Ethics         = Set{role: "ethics"}
	BeforeEthics   = Set{role: "before-ethics"}
	Attorneys      = Set{role: "attorney"}
	Plans          = Set{role: "plan"}
	Restatements   = Set{role: "restatement"}
	Laws           = Set{role: "law"}
	LawParts       = Set{role: "law-part"}
	Of             = Set{role: "of"}
	ActsOf         = Set{role: "act-of"}
	Briefs         = Set{role: "brief"}
	EtAl           = Set{role: "et-al"}
	Decided        = Set{role: "decided"}
	Legislatures   = Set{role: "legislature"}
	AuthorLeads    = Set{role: "author-lead"}
	GivenNames     = Set{role: "given-name"}
	GenreOpens     = Set{role: "genre-opens"}
	GenreNoted     = Set{role: "genre-noted"}
	GenreSeries    = Set{role: "genre-series"}
	GenreMakers    = Set{role: "genre-maker"}
	Imprints       = Set{role: "imprint"}
	CourtWords     = Set{role: "court-word"}
	PlaceWords     = Set{role: "place-word"}
	Rulings        = Set{role: "ruling"}
)

// sets lists them.
var sets = []*Set{
	&openers,
	&Signals, &History, &HistoryTurns, &LeadIns, &Dockets, &Editions, &NoteNumbers, &BeforeURL,
	&TreatyDates, &Promulgated, &Judges, &Weights, &Comments, &Reprinted, &Accompanying, &Slips, &Pins,
	&PinsAlone, &Labels, &Procedural, &OnBehalf, &RightsBodies, &Supplements, &Ordinals, &EthicsOpinions, &EthicsBodies, &Bars,
	&Ethics, &BeforeEthics, &Attorneys, &Plans, &Restatements, &Laws, &LawParts, &Of, &ActsOf, &Briefs,
	&EtAl, &Decided, &Legislatures, &AuthorLeads, &GivenNames, &CourtWords, &PlaceWords, &Rulings,
	&GenreOpens, &GenreNoted, &GenreSeries, &GenreMakers, &Imprints,
}

// load reads the rows of the set's role, when it is first asked for.
func (s *Set) load() {
	tables.Phrases.Each(func(r *tables.Row) {
		if text := r.Get("phrase"); r.Get("role") == s.role {
			s.add(Phrase{Text: text, Value: r.Get("value")})
		}
	})
	longest := func(a, b Phrase) int { return cmp.Compare(len(b.Text), len(a.Text)) }
	for c := range s.first {
		slices.SortStableFunc(s.first[c], longest)
		slices.SortStableFunc(s.last[c], longest)
	}
}

func (s *Set) add(p Phrase) {
	s.all = append(s.all, p)
	k := slot(p.Text[0])
	s.first[k] = append(s.first[k], p)
	k = slot(p.Text[len(p.Text)-1])
	s.last[k] = append(s.last[k], p)
}

// slot is where the phrases that begin with a byte are.
func slot(c byte) byte {
	switch {
	case c >= 128:
		return 0
	case lex.Class[c]&lex.Upper != 0:
		return c | 0x20
	}
	return c
}

// All returns the phrases in the order of the table.
func (s *Set) All() []Phrase {
	s.once.Do(s.load)
	return s.all
}

// Match returns the longest phrase of the set that is at text[i:end], and the
// offset after it; nil when none is. See [MatchPhrase] for what counts as equal.
func (s *Set) Match(text string, i, end int) (p *Phrase, next int) {
	s.once.Do(s.load)
	if i >= end {
		return nil, i
	}
	list := s.first[slot(text[i])]
	for k := range list {
		if !mayMatch(text, i+1, end, list[k].Text[1:]) {
			continue
		}
		if next, ok := MatchPhrase(text, i, end, list[k].Text); ok {
			return &list[k], next
		}
	}
	return nil, i
}

// mayMatch is the fast path of Match: a phrase whose second byte is a small letter
// needs that letter.
func mayMatch(text string, i, end int, rest string) bool {
	if rest == "" || lex.Class[rest[0]]&lex.Lower == 0 {
		return true
	}
	return i < end && text[i]|0x20 == rest[0]
}

// SpelledAt returns the longest phrase of the set that is at text[i:], with its
// periods, and the offset after it; nil when none is. Anything may follow.
func (s *Set) SpelledAt(text string, i int) (p *Phrase, next int) {
	s.once.Do(s.load)
	if i >= len(text) {
		return nil, i
	}
	list := s.first[slot(text[i])]
	for k := range list {
		if n := i + len(list[k].Text); n <= len(text) && spelled(text[i:n], list[k].Text) {
			return &list[k], n
		}
	}
	return nil, i
}

// Word returns the phrase that is the whole of a text, in any case of its letters;
// nil when none is.
func (s *Set) Word(text string) *Phrase {
	s.once.Do(s.load)
	if text == "" {
		return nil
	}
	list := s.first[slot(text[0])]
	for k := range list {
		if len(list[k].Text) == len(text) && spelled(text, list[k].Text) {
			return &list[k]
		}
	}
	return nil
}

// Value returns what a whole text means, in any case of its letters, and whether
// it is a phrase of the set.
func (s *Set) Value(text string) (value string, ok bool) {
	p, next := s.Match(text, 0, len(text))
	if p == nil || next < len(text) {
		return "", false
	}
	return p.Value, true
}

// EndingAt returns the longest phrase of the set that ends at text[:end] and
// begins at or after floor, and where it begins; nil when none does. It is spelled
// as in the table, but for the case of small letters; no letter or digit is
// before it.
func (s *Set) EndingAt(text string, floor, end int) (p *Phrase, start int) {
	s.once.Do(s.load)
	if end <= floor {
		return nil, end
	}
	list := s.last[slot(text[end-1])]
	for k := range list {
		q := &list[k]
		i := end - len(q.Text)
		if i >= floor && spelled(text[i:end], q.Text) && (i == 0 || lex.Class[text[i-1]]&lex.Alnum == 0) {
			return q, i
		}
	}
	return nil, end
}

// spelled reports whether a text is a phrase, small letters of which stand for
// capitals too.
func spelled(text, phrase string) bool {
	for i := range len(phrase) {
		if text[i] != phrase[i] && text[i]|0x20 != phrase[i] {
			return false
		}
	}
	return true
}
