package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Some short forms have no mark of their own: "Cohen 370", "DSM–5, at 38",
// "Gore, at 575", and the number of a section whose sign was lost, "an action
// under 1983". They count only where the text cited their source before in
// full, and so the walk remembers what short forms may call its sources by.

// hear remembers a citation and those inside it. It returns the memory, which
// comes into being with the first source that a short form may go back to.
func (m *memory) hear(c Citation) *memory {
	sections := sectionsOf(c)
	_, isCase := c.(*Case)
	work := c.Common().Hereinafter != "" || len(worksAuthors(c)) > 0
	if m == nil {
		if !isCase && !work && sections == nil {
			return nil
		}
		m = new(memory)
	}
	m.signs.hear(c)
	if isCase {
		m.hearCase(c.(*Case))
	}
	if work {
		m.hearWork(c)
	}
	for _, s := range sections {
		number, _, _ := strings.Cut(s.From, "(")
		m.hearSection(number)
		if article := articleOf(number); article != "" {
			m.hearSection(article)
		}
	}
	for _, p := range c.Common().Parens {
		for _, inner := range p.Citations {
			m = m.hear(inner)
		}
	}
	return m
}

// hearCase remembers a case that has a name, and the pages where it begins, each
// once.
func (m *memory) hearCase(c *Case) {
	if c.Name.Text == "" {
		return
	}
	for _, rep := range c.Reports {
		if page := pageOf(rep); page.page != "" && !slices.Contains(m.pages.items, page) {
			m.pages.put(page)
		}
	}
	known := func(said saidCase) bool { return said.name == c.Name.Text }
	if slices.ContainsFunc(m.cases.items, known) {
		return
	}
	said := saidCase{name: c.Name.Text, plaintiff: c.Plaintiff.Text, defendant: c.Defendant.Text}
	m.cases.put(said)
	m.caseWords.putCase(said)
}

// pageOf returns where a report begins.
func pageOf(rep Report) saidPage { return saidPage{rep.Reporter, rep.Volume, rep.Page} }

// saidBefore reports whether the text cited a case that begins on the page of one
// of the reports, and a case's name that has a word of this one.
func (m *memory) saidBefore(name string, reports []Report) bool {
	if m == nil || !slices.ContainsFunc(reports, func(rep Report) bool { return slices.Contains(m.pages.items, pageOf(rep)) }) {
		return false
	}
	for w := range strings.SplitSeq(name, " ") {
		if m.caseWords.may(strings.TrimRight(w, ",.'")) {
			return true
		}
	}
	return false
}

func (set *wordSet) putCase(said saidCase) {
	for w := range strings.SplitSeq(said.name, " ") {
		set.put(strings.TrimRight(w, ",.'"))
	}
}

// hearWork remembers a work, unless one of that title and short name is known.
func (m *memory) hearWork(c Citation) {
	said := saidWork{short: c.Common().Hereinafter, title: titleOf(c)}
	known := func(other saidWork) bool { return other.title == said.title && other.short == said.short }
	if said.title != "" && slices.ContainsFunc(m.works.items, known) {
		return
	}
	for _, a := range worksAuthors(c) {
		said.families = append(said.families, familyName(a.Text))
	}
	m.works.put(said)
	m.workWords.putWork(said)
}

func (set *wordSet) putWork(said saidWork) {
	set.putLast(said.short)
	for _, family := range said.families {
		set.put(family)
	}
	for w := range strings.SplitSeq(said.title, " ") {
		set.put(strings.TrimRight(w, ",:"))
	}
}

// hearSection remembers a section's number, or what its numbers begin with.
func (m *memory) hearSection(number string) {
	if !m.numbers.may(number) || !slices.Contains(m.sections.items, number) {
		m.sections.put(number)
		m.numbers.put(number)
	}
}

// apart returns the memory without the text that it was read from: with copies of
// its strings, and the words of what it still holds.
func (m *memory) apart() *memory {
	if m == nil {
		return nil
	}
	own := &memory{
		works: m.works, cases: m.cases, pages: m.pages, sections: m.sections, signs: m.signs,
	}
	own.cases.items = slices.Clone(m.cases.items)
	for i, c := range own.cases.items {
		own.cases.items[i] = saidCase{strings.Clone(c.name), strings.Clone(c.plaintiff), strings.Clone(c.defendant)}
		own.caseWords.putCase(c)
	}
	own.pages.items = slices.Clone(m.pages.items)
	for i, p := range own.pages.items {
		own.pages.items[i] = saidPage{p.reporter, strings.Clone(p.volume), strings.Clone(p.page)}
	}
	own.works.items = slices.Clone(m.works.items)
	for i, w := range own.works.items {
		families := slices.Clone(w.families)
		for k := range families {
			families[k] = strings.Clone(families[k])
		}
		own.works.items[i] = saidWork{strings.Clone(w.short), families, strings.Clone(w.title)}
		own.workWords.putWork(w)
	}
	own.sections.items = slices.Clone(m.sections.items)
	for i, number := range own.sections.items {
		own.sections.items[i] = strings.Clone(number)
		own.numbers.put(number)
	}
	return own
}

// sectionsOf returns the sections of a code that a citation names.
func sectionsOf(c Citation) []Pin {
	switch c := c.(type) {
	case *Statute:
		return c.Sections
	case *ShortStatute:
		return c.Sections
	case *Rule:
		return c.Sections
	case *Regulation:
		return c.Sections
	}
	return nil
}

// worksAuthors returns the authors of a book or an article.
func worksAuthors(c Citation) []Phrase {
	switch c := c.(type) {
	case *Book:
		return c.Authors
	case *Article:
		return c.Authors
	}
	return nil
}

// saidNumber looks at a number: an anchor when it is that of a section cited
// before.
func (r reader) saidNumber(n number) (a anchor, decided bool) {
	if r.said == nil || n.start == r.floor || !r.saidSection(n.start, n.whole) {
		return a, false
	}
	return anchor{class: anchorSaid, start: n.start, number: n.start, end: n.whole, label: PinSection}, true
}

// saidPage looks at a number: an anchor when the name of a source cited before
// precedes it.
func (r reader) saidPage(n number) (a anchor, decided bool) {
	if r.said == nil {
		return a, false
	}
	if i := plainWord(r.text, r.floor, n.left); i < n.left && n.at == n.left && lex.Class[r.text[i]]&lex.Lower != 0 {
		return a, false // the fast path: a small word
	}
	name, _, ok := r.saidName(n.start)
	if !ok {
		return a, false
	}
	return anchor{class: anchorSaid, start: name.Start, number: n.start, end: n.whole}, true
}

// saidName finds the name of a source cited before that precedes the
// number or sign at s[i:]: of a work with or without "at" between them, of a
// case with it.
func (r reader) saidName(i int) (name Span, isCase, ok bool) {
	s := r.text
	first := i
	for r.before(first) == '*' { // "Gore, at *7"
		first--
	}
	end := r.skipBack(first)
	if end == r.floor || end == first {
		return name, false, false
	}
	end, at := r.atBefore(end)
	if comma := r.before(end) == ','; comma && !at || !at && r.said.works.items == nil {
		return name, false, false
	}
	w, _, found := wordBefore(s, max(r.floor, end-maxShort), end)
	if !found || w.endsPhrase() || lex.Class[s[w.start]]&(lex.Upper|lex.Digit) == 0 || lex.AllDigits(s[w.start:w.end]) {
		return name, false, false
	}
	end = w.end
	last := s[w.start:end]
	if r.said.workWords.may(last) {
		for _, work := range r.said.works.items {
			if start, ok := r.namesWork(work, last, end); ok {
				_, _, dated := scanDate(s[:r.ceil], start) // an author by the name of May
				return Span{start, end}, false, !dated
			}
		}
	}
	if at && r.said.caseWords.may(strings.TrimRight(last, ",.'")) {
		for _, c := range r.said.cases.items {
			if start, ok := r.namesCase(c, w.start, end); ok {
				return Span{start, end}, true, true
			}
		}
	}
	return name, false, false
}

// atBefore passes leftwards over "at" or "at p.", and "slip op." before it.
func (r reader) atBefore(j int) (end int, at bool) {
	s := r.text
	k := wordEndingAt(s, r.floor, j)
	if k == j || s[k] != 'a' {
		return r.skipBack(k), false
	}
	return r.slipBefore(r.skipBack(k)), true
}

// slipBefore passes leftwards over "slip op." and the comma after it.
func (r reader) slipBefore(j int) int {
	s := r.text
	k := j
	if r.before(k) == ',' {
		k = r.skipBack(k - 1)
	}
	if word, n := words.Slips.EndingAt(s, r.floor+1, k); word != nil {
		return r.skipBack(n)
	}
	return j
}

// namesWork reports whether a name of a work ends at s[:end]: its short name,
// its authors' family names, with or without its title. last is the last word
// there.
func (r reader) namesWork(said saidWork, last string, end int) (start int, ok bool) {
	if said.short != "" {
		if start, ok = r.endsIn(said.short, end); ok {
			return start, true
		}
	}
	for _, family := range said.families {
		if start, ok = r.namesTitle(family, said.title, last, end); ok {
			return start, true
		}
		start, ok = r.endsIn(family, end)
		if !ok || len(family) < 3 {
			continue
		}
		if len(said.families) == 2 { // "Wright & Miller"
			if k, ok := r.endsIn(" &", r.skipBack(start)); ok {
				if k, ok = r.endsIn(said.families[0], k); ok {
					start = k
				}
			}
		}
		return start, true
	}
	return end, false
}

// namesTitle reports whether an author's family name and the beginning of the
// title end at s[:end], with its last word: "Amar, Bill of Rights" of "The Bill
// of Rights".
func (r reader) namesTitle(family, title, last string, end int) (start int, ok bool) {
	s := r.text
	if !strings.Contains(title, last) {
		return end, false
	}
	low := max(r.floor, end-maxShort)
	k := strings.LastIndex(s[low:end], family)
	if k < 0 || !lex.HasPrefixAt(s[:end], low+k+len(family), ", ") {
		return end, false
	}
	short := lex.Clean(s[low+k+len(family)+len(", ") : end])
	if short == "" || !strings.HasPrefix(title, short) && !strings.HasPrefix(strings.TrimPrefix(title, "The "), short) {
		return end, false
	}
	return low + k, low+k == 0 || lex.Class[s[low+k-1]]&lex.Alnum == 0
}

// titleOf returns the title of a book or an article.
func titleOf(c Citation) string {
	switch c := c.(type) {
	case *Book:
		return c.Title.Text
	case *Article:
		return c.Title.Text
	}
	return ""
}

// namesCase reports whether a party of a case, or the first words of one, end
// at s[:end]; the last of them begins at word.
func (r reader) namesCase(said saidCase, word, end int) (start int, ok bool) {
	s := r.text
	last := s[word:end]
	for _, party := range [...]string{said.plaintiff, said.defendant, said.name} {
		if !strings.Contains(party, last) {
			continue
		}
		for shorter := afterProcedure(party); ; party, shorter = shorter, afterProcedure(shorter) {
			if start, ok = r.namesParty(shorter, last, end); ok || shorter == party {
				break
			}
		}
		if ok {
			return start, true
		}
	}
	return end, false
}

// namesParty reports whether a party, or the first words of one, end at s[:end]
// in the word last.
func (r reader) namesParty(party, last string, end int) (start int, ok bool) {
	if first, _, _ := strings.Cut(party, " "); r.tab.is(first, roleParty) || r.tab.is(last, roleParty) { // "the United States at 200"
		return end, false
	}
	k := strings.Index(party, last)
	child := len(last) == 2 && last[1] == '.' && k > 0 // "Kelsey S., at 830"
	if k < 0 || len(last) < 3 && !child || k > 0 && party[k-1] != ' ' {
		return end, false
	}
	if n := k + len(last); n < len(party) && lex.Class[party[n]]&lex.Alnum != 0 {
		return end, false
	}
	return r.endsIn(party[:k+len(last)], end)
}

// afterProcedure takes "In re" and the like off a name.
func afterProcedure(name string) string {
	if p, next := words.Procedural.Match(name, 0, len(name)); p != nil {
		return strings.TrimPrefix(name[next:], " ")
	}
	return name
}

// endsIn reports whether a name ends at s[:end], with noise for its blanks, and
// where it begins.
func (r reader) endsIn(name string, end int) (start int, ok bool) {
	s := r.text
	start = end
	for k := len(name); k > 0; k-- {
		if name[k-1] == ' ' {
			j := r.skipBack(start)
			if j == start {
				return end, false
			}
			start = j
			continue
		}
		if start == r.floor || s[start-1] != name[k-1] {
			return end, false
		}
		start--
	}
	return start, start < end && (start == 0 || lex.Class[s[start-1]]&lex.Alnum == 0 || name[0] == ' ')
}

// familyName returns the last word of an author's name that is no suffix:
// "Keeton" of "W. Page Keeton", "Roe" of "J. Roe, Jr."; of an institution that is
// one of or on something, its whole name.
func familyName(author string) string {
	author, _, _ = strings.Cut(author, ",")
	if strings.Contains(author, " of ") || strings.Contains(author, " on ") {
		return author
	}
	for {
		i := strings.LastIndexByte(author, ' ')
		last := author[i+1:]
		if i < 0 || !lex.IsRoman(last) && last != "Jr." && last != "Sr." {
			return last
		}
		author = author[:i]
	}
}
