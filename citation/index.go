package citation

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/hereinafter/hereinafter/internal/fold"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A term is what one abbreviation may stand for: one row of one table.
type term struct {
	abbrev   string // as written in the table
	period   bool   // it, or another spelling of the row with the same letters, ends in a period
	reporter *Reporter
	code     *Code
	journal  *Journal
	series   *Series
	treatise *Treatise
	label    PinKind       // for a word that stands alone before a number: "section"
	layout   *shape.Layout // of the row; nil where rows have none
}

// anyCase reports whether a term may begin with a small letter: a word, "section",
// or another opinion in the case, "dissenting op."
func (t *term) anyCase() bool { return t.label != "" || t.code != nil && t.code.Type == "opinion" }

// endsSentence reports whether the period at the end of what was matched ends a
// sentence: no term has one of its own there.
func endsSentence(terms []term, written string) bool {
	word, period := strings.CutSuffix(written, ".")
	if !period || strings.Contains(word, ".") {
		return false
	}
	return !slices.ContainsFunc(terms, func(t term) bool { return t.period })
}

// index is the tables made ready for matching; nothing in it is written after
// newIndex returns.
type index struct {
	forward       trie              // after a number: reporters, codes, journals, series
	backward      trie              // before a number or a section sign: codes and labels, reversed
	trailing      trie              // after a section: codes
	courts        map[string]*Court // by every written form, folded
	courtID       map[string]*Court
	papers        []term            // beginnings of titles of papers of the record
	usc           *term             // the United States Code
	jurisdictions map[string]string // codes of the jurisdictions by name and abbreviation, folded
	states        map[string]string // the abbreviations of the jurisdictions by code
	countries     map[string]*Country
	sentences     words.Sentences
	words         map[string]role
	initials      [256]role             // by a word's first byte: the roles of all that begin with it
	titles        trie                  // titles of works that are cited without author or date
	kinds         [anchorClasses][]kind // kinds(), by class
	leads         *leadTable
	numbers       *numberTable
	rows          func() *rows // the rows by abbreviation, collected at the first use
	publications  func() *publications
}

func newIndex(t *Tables) *index {
	x := &index{
		courts:        make(map[string]*Court, 2*len(t.Courts)),
		states:        make(map[string]string),
		jurisdictions: make(map[string]string),
		courtID:       make(map[string]*Court, len(t.Courts)),
		countries:     make(map[string]*Country, 2*len(t.Countries)),
	}
	x.leads, x.numbers = newLeadTable(), newNumberTable()
	x.rows = sync.OnceValue(func() *rows { return newRows(x) })
	x.publications = sync.OnceValue(func() *publications { return newPublications(slices.Clone(t.Publications)) })
	x.words = make(map[string]role, len(t.Words))
	var names sync.WaitGroup
	names.Go(func() { x.enterNames(t) })
	x.forward.grow(24 << 10) // about what the built-in tables need
	x.backward.grow(24 << 10)
	x.trailing.grow(30 << 10)
	for _, k := range kinds() {
		for class := range x.kinds {
			if k.class&(1<<class) != 0 {
				x.kinds[class] = append(x.kinds[class], k)
			}
		}
	}
	for _, word := range words.Labels.All() {
		x.backward.addReversed(word.Text, term{label: PinKind(word.Value)})
	}
	// Rows are cloned: what the caller changes afterwards has no effect.
	for row := range pointers(slices.Clone(t.Reporters)) {
		x.addReporter(row)
	}
	for row := range pointers(slices.Clone(t.Codes)) {
		x.addCode(row, t)
		if row.Abbrev == "U.S.C." {
			x.usc = &term{abbrev: row.Abbrev, code: row, layout: row.layout()}
		}
	}
	for row := range pointers(t.Codes) {
		x.addCodeNames(row, t)
	}
	for row := range pointers(slices.Clone(t.Treatises)) {
		x.titles.addAll(term{treatise: row}, row.Abbrev, row.Also)
		for form := range forms(row.Abbrev, row.Also) {
			x.backward.addReversed(form, term{treatise: row})
		}
	}
	for row := range pointers(slices.Clone(t.Journals)) {
		x.forward.addAll(term{journal: row}, row.Abbrev, row.Also)
	}
	for row := range pointers(slices.Clone(t.Series)) {
		x.forward.addAll(term{series: row, layout: row.layout()}, row.Abbrev, row.Also)
	}
	for _, t := range [...]*trie{&x.forward, &x.backward, &x.trailing, &x.titles} {
		t.pack()
	}
	names.Wait()
	return x
}

// enterNames enters what is looked up by its whole name: words, courts,
// jurisdictions, countries.
func (x *index) enterNames(t *Tables) {
	for _, w := range t.Words {
		for _, name := range w.Roles {
			x.words[w.Word] |= roles[name]
		}
		if w.Word != "" {
			x.initials[w.Word[0]] |= x.words[w.Word]
		}
	}
	for _, row := range t.Jurisdictions {
		x.jurisdictions[foldKey(row.Name)] = row.Code
		x.states[row.Code] = row.Abbrev
		for form := range forms(row.Abbrev, row.Also) {
			x.jurisdictions[foldKey(form)] = row.Code
		}
	}
	for row := range pointers(slices.Clone(t.Courts)) {
		x.courtID[row.ID] = row
		for form := range forms(row.Cite, row.Also) {
			if key := foldKey(form); x.courts[key] == nil {
				x.courts[key] = row
			}
		}
	}
	for row := range pointers(slices.Clone(t.Countries)) {
		for _, form := range append([]string{row.Abbrev, row.Name}, row.Also...) {
			if key := fold.Key(form); x.countries[key] == nil {
				x.countries[key] = row
			}
		}
	}
	x.sentences = words.Sentences{Citing: true, Abbreviations: words.NewAbbreviations(t.Abbreviations), Names: x}
}

// pointers yields a pointer to each element.
func pointers[T any](rows []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range rows {
			if !yield(&rows[i]) {
				return
			}
		}
	}
}

// forms yields an abbreviation and its other written forms.
func forms(abbrev string, also []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(abbrev) {
			return
		}
		for _, form := range also {
			if !yield(form) {
				return
			}
		}
	}
}

// addReporter enters a reporter after its volume, before its number where it
// has no volume, and both ways where the volume of a service may be left out.
func (x *index) addReporter(row *Reporter) {
	t := term{reporter: row, layout: row.layout()}
	if !codeFirst(t.layout) {
		x.forward.addAll(t, row.Abbrev, row.Also)
		if !byParagraph(t.layout) {
			return
		}
	}
	for form := range forms(row.Abbrev, row.Also) {
		x.backward.addReversed(form, t)
	}
}

// addCode enters a code into both tries, once for each subject where the code
// is cited by subject.
func (x *index) addCode(row *Code, t *Tables) {
	if strings.Contains(row.Abbrev, "{subject}") {
		for i := range t.Subjects {
			if s := &t.Subjects[i]; s.Code == row.Abbrev {
				x.addCode(row.bySubject(s), t)
			}
		}
		return
	}
	for form := range forms(row.Abbrev, row.Also) {
		x.addCodeForm(form, row)
	}
}

// addCodeNames enters the full names of a code, where no abbreviation is spelled
// alike: "Indiana Code", and by subject "California Penal Code".
func (x *index) addCodeNames(row *Code, t *Tables) {
	if row.Type != "statute" && row.Type != "rule" && row.Type != "regulation" {
		return
	}
	if !strings.Contains(row.Abbrev, "{subject}") {
		if row.Name != "" && !strings.ContainsAny(row.Name, "(,") && x.trailing.find(row.Name) == nil {
			x.addCodeForm(row.Name, row)
		}
		return
	}
	if strings.HasSuffix(row.Abbrev, "Ann.") {
		return
	}
	for i := range t.Jurisdictions {
		j := &t.Jurisdictions[i]
		rest, ok := strings.CutPrefix(row.Abbrev, j.Abbrev+" ")
		if j.Code != row.Jurisdiction || !ok {
			continue
		}
		for k := range t.Subjects {
			s := &t.Subjects[k]
			if s.Code != row.Abbrev || strings.ContainsRune(s.Name, '(') {
				continue
			}
			for _, state := range [...]string{j.Abbrev, j.Name} {
				full := state + " " + strings.Replace(rest, "{subject}", s.Name, 1)
				if x.trailing.find(full) == nil {
					x.addCodeForm(full, row.bySubject(s))
				}
			}
			for _, form := range row.Also { // "Penal Law", in the style of the state's own courts
				if full := strings.Replace(form, "{subject}", s.Name, 1); x.trailing.find(full) == nil {
					x.addCodeForm(full, row.bySubject(s))
				}
			}
		}
	}
}

// addCodeForm enters one written form of a code.
func (x *index) addCodeForm(form string, row *Code) {
	t := term{abbrev: form, code: row, layout: row.layout()}
	if row.Type == "record" && (strings.HasSuffix(form, " of") || strings.HasSuffix(form, " for")) {
		x.papers = append(x.papers, t)
		return
	}
	if numberFirst(t.layout) {
		x.forward.addForm(form, t)
	}
	x.trailing.addForm(form, t)
	x.backward.addReversed(form, t)
}

// bySubject returns the row of one subject of a code that is cited by subject:
// "Cal. Penal Code".
func (c *Code) bySubject(s *Subject) *Code {
	one := *c
	one.Abbrev = strings.Replace(c.Abbrev, "{subject}", s.Abbrev, 1)
	one.Name, one.Also = s.Name, nil
	for _, form := range c.Also {
		one.Also = append(one.Also, strings.Replace(form, "{subject}", s.Abbrev, 1))
	}
	return &one
}

// treatise reports whether the title of a known treatise begins at s[i:].
func (x *index) treatise(s string, i, end int) bool {
	terms, _ := x.titles.match(s, i, end)
	return terms != nil
}

// jurisdiction returns the code of a jurisdiction by a written form, empty when
// it is not known.
func (x *index) jurisdiction(text string) string {
	var buf [maxShort]byte
	return x.jurisdictions[string(appendFold(buf[:0], text))]
}

// is reports whether a word has a role.
func (x *index) is(word string, r role) bool {
	return word != "" && x.initials[word[0]]&r != 0 && x.words[word]&r != 0
}

// newRows collects the rows that the index holds: those of one index are the
// same wherever they were found.
func newRows(x *index) *rows {
	r := &rows{
		reporters: make(map[string][]*Reporter), codes: make(map[string][]*Code),
		journals: make(map[string]*Journal), bySeries: make(map[string]*Series), courts: x.courtID,
	}
	for _, t := range [...]*trie{&x.forward, &x.backward, &x.trailing} {
		for _, terms := range t.terms {
			r.add(terms)
		}
	}
	r.add(x.papers)
	return r
}

func (r *rows) add(terms []term) {
	for _, t := range terms {
		switch {
		case t.reporter != nil:
			addRow(r.reporters, t.reporter.Abbrev, t.reporter, func(row *Reporter) bool { return row.Name == t.reporter.Name })
		case t.code != nil:
			addRow(r.codes, t.code.Abbrev, t.code, func(row *Code) bool { return row.Name == t.code.Name })
		case t.journal != nil:
			r.journals[t.journal.Abbrev] = t.journal
		case t.series != nil:
			r.bySeries[t.series.Abbrev] = t.series
		}
	}
}

// addRow adds a row unless it is there.
func addRow[T any](rows map[string][]*T, abbrev string, row *T, same func(*T) bool) {
	if !slices.ContainsFunc(rows[abbrev], same) {
		rows[abbrev] = append(rows[abbrev], row)
	}
}

var builtinIndex = sync.OnceValue(func() *index {
	x := newIndex(builtinForIndex())
	x.publications = sync.OnceValue(func() *publications { return newPublications(builtinPublications()) })
	return x
})

// reporterOf returns the first reporter among the terms, nil when there is none.
func reporterOf(terms []term) *Reporter {
	if t := reporterTerm(terms); t != nil {
		return t.reporter
	}
	return nil
}

// reporterTerm returns the first term that is a reporter, nil when none is.
func reporterTerm(terms []term) *term {
	for i := range terms {
		if terms[i].reporter != nil {
			return &terms[i]
		}
	}
	return nil
}
