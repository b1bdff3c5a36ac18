package citation

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Treaty is an international agreement. Bluebook Rule 21.4.
type Treaty struct {
	Shared
	Name    Phrase        // "Vienna Convention on Diplomatic Relations"
	Parties []string      // "U.S.", "Japan" for a bilateral one; nil when not written
	Date    Date          // of signing or adoption, as written
	Series  []SeriesPlace // where it is printed; nil when cited by its name alone
	Online  *Online       // nil when not written
	// Articles and the preamble are in Pins.
}

// A SeriesPlace is one place where a treaty is printed: "596 U.N.T.S. 261",
// "T.I.A.S. No. 1502".
type SeriesPlace struct {
	Span      Span
	Volume    string  // empty where the series counts by number
	Series    *Series // the row of the table; nil for "Stat."
	AsWritten string  // the series' abbreviation as written
	Page      string  // page or number
	Pins      []Pin   // pages cited, after the first
}

// Kind returns [KindTreaty].
func (*Treaty) Kind() Kind { return KindTreaty }

// String returns the treaty as Bluebook Rule 21.4 writes it.
func (c *Treaty) String() string {
	var b strings.Builder
	b.WriteString(c.Name.Text)
	if len(c.Parties) > 0 {
		comma(&b)
		b.WriteString(strings.Join(c.Parties, "-"))
	}
	parts := slices.DeleteFunc(slices.Clone(c.Pins), func(p Pin) bool { return p.Kind == PinPage })
	if len(c.Parties) > 0 {
		writePins(&b, parts, ", ")
	} else {
		writePins(&b, parts, " ")
	}
	if !c.Date.IsZero() {
		comma(&b)
		b.WriteString(c.Date.written())
	}
	for _, s := range c.Series {
		comma(&b)
		b.WriteString(s.String())
		writePins(&b, s.Pins, ", ")
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}

// String returns the place: "596 U.N.T.S. 261".
func (p SeriesPlace) String() string {
	series := p.AsWritten
	if p.Series != nil {
		series = canonical(series, p.Series.Abbrev, p.Series.Also)
	}
	if p.Series != nil && p.Series.layout().Next().Label == "No." {
		series += " No."
	}
	return strings.TrimLeft(p.Volume+" "+series+" "+p.Page, " ")
}

// readTreaty reads a treaty at the volume number of its series.
func readTreaty(r reader, a anchor) Citation {
	first, next, ok := r.scanPlaceInSeries(a)
	if !ok {
		return nil
	}
	c := &Treaty{Shared: Shared{text: r.text, Core: first.Span}, Series: []SeriesPlace{first}}
	next = r.moreSeries(c, next)
	if c.Series[0].Series == nil && len(c.Series) == 1 {
		return nil // "63 Stat. 2241" alone is a session law
	}
	c.Pins = c.Series[0].Pins
	return r.treaty(c, a.start, next)
}

// scanPlaceInSeries reads volume, series and page at a number anchor.
func (r reader) scanPlaceInSeries(a anchor) (p SeriesPlace, next int, ok bool) {
	series, known := (*Series)(nil), false
	for _, t := range a.terms {
		if t.series != nil && !numbered(t.layout, false) {
			series, known = t.series, true
			break
		}
		known = known || t.code != nil && t.code.Abbrev == "Stat."
	}
	if !known {
		return r.scanNumbered(a.start)
	}
	page, next, ok := r.scanFirstPage(a.end)
	if !ok {
		return p, a.start, false
	}
	s := r.text
	v := lex.DigitsEnd(s, a.start)
	p = SeriesPlace{Span: Span{a.start, next}, Volume: s[a.start:v], Series: series, AsWritten: lex.Clean(s[lex.Skip(s, v):a.end]), Page: page}
	if r.at(next) == ')' && strings.Contains(p.AsWritten, "(") { // "2016 O.J. (L 119) 1"
		p.AsWritten += " " + page + ")"
		if p.Page, next, ok = r.scanFirstPage(next + 1); !ok {
			return p, a.start, false
		}
		p.Span.End = next
	}
	if _, k, ok := r.scanDateParen(next); ok {
		next = k // "37 I.L.M. 22 (1998)"
	}
	p.Pins, next = r.scanPins(next, PinPage)
	return p, next, true
}

// moreSeries reads the parallel series after the first.
func (r reader) moreSeries(c *Treaty, i int) (next int) {
	for len(c.Series) < 8 {
		j := lex.Skip(r.text, i)
		if r.at(j) != ',' {
			break
		}
		j = lex.Skip(r.text, j+1)
		if j >= r.ceil {
			break
		}
		p, k, ok := r.scanNumbered(j)
		if !ok {
			if lex.Class[r.text[j]]&lex.Digit == 0 {
				break
			}
			if p, k, ok = r.scanPlaceInSeries(r.numberAnchor(j)); !ok {
				break
			}
		}
		c.Series = append(c.Series, p)
		i = k
	}
	return i
}

// scanNumbered reads a place in a series that counts by number, some of them anew
// each year: "T.I.A.S. No. 1502", "S. Treaty Doc. No. 100-20 (1988)", "1966 Can.
// T.S. No. 12".
func (r reader) scanNumbered(i int) (p SeriesPlace, next int, ok bool) {
	s := r.text
	at := i
	if _, k, dated := date.YearAt(s[:r.ceil], i); dated {
		at = r.skip(k)
	}
	if !r.isAt(at, lex.Upper) {
		return p, i, false
	}
	terms, end := r.tab.forward.match(s, at, r.ceil)
	for _, t := range terms {
		if t.series == nil || !numbered(t.layout, at > i) {
			continue
		}
		j := lex.Skip(s, end)
		if k, ok := words.MatchPhrase(s, j, r.ceil, "no."); ok {
			j = lex.Skip(s, k)
		}
		k := j
		for k < r.ceil && (lex.Class[s[k]]&(lex.Digit|lex.ASCII) != 0 || s[k] == '-' && r.isAt(k+1, lex.Alnum)) {
			k++
		}
		if k == j || lex.Class[s[j]]&lex.Digit == 0 && !(k-j > 3 && lex.Class[s[k-1]]&lex.Digit != 0) {
			return p, i, false
		}
		p = SeriesPlace{Span: Span{i, k}, Volume: lex.Clean(s[i:at]), Series: t.series, AsWritten: lex.Clean(s[at:end]), Page: s[j:k]}
		if _, m, ok := r.scanDateParen(k); ok {
			k = m
		}
		p.Pins, k = r.scanPins(k, PinPage)
		return p, k, true
	}
	return p, i, false
}

// numbered reports whether a series counts by number, after a year or without one.
func numbered(l *shape.Layout, dated bool) bool {
	anew := yearFirst(l) && l.Next().Label == "No."
	return anew || !dated && codeFirst(l)
}

// treaty reads the tail after the series and the name before it.
func (r reader) treaty(c *Treaty, start, next int) Citation {
	from, sig := r.clauseStart(start, maxPieces)
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	named := *c
	if r.treatyHead(&named, from, lex.TrimComma(r.text, from, start)) {
		*c = named
		if c.Span.Start = from; !r.clause {
			r.nameInSentence(c)
		}
		if c.Span.Start == from {
			c.Signal = sig
		} else {
			c.Signal = r.signal(c.Span.Start)
		}
	}
	return c
}

// nameInSentence takes off a treaty's name the words of the sentence that runs
// into it: "under the Vienna Convention".
func (r reader) nameInSentence(c *Treaty) {
	s := r.text
	at := c.Name.Span
	start := at.End
	for k := range r.titleWords(at.End, at.Len()+1) {
		if w := s[k:lex.LettersEnd(s, k)]; lex.Class[s[k]]&lex.Upper != 0 && w != "The" && !r.tab.is(w, roleSentenceStart) {
			start = k
		}
	}
	if start > at.Start && start < at.End && r.tab.namesTreaty(lex.Clean(s[start:at.End])) {
		c.Name = r.phrase(start, at.End)
		c.Span.Start = start
	}
}

// treatyHead reads name, parties, date and articles from s[i:j]. It reports
// false when no treaty's name is there.
func (r reader) treatyHead(c *Treaty, i, j int) bool {
	if i >= j {
		return false
	}
	p := r.pieces(i, j)
	last := p.n
	end := func() int { return p.at[last-1].End }
	for last > 1 { // series that count by number precede the volume
		place, k, ok := r.scanNumbered(p.at[last-1].Start)
		if !ok || k < end() {
			break
		}
		c.Series = append([]SeriesPlace{place}, c.Series...)
		last--
	}
	for last = r.treatyDate(c, p, last); last > 1; last = r.treatyDate(c, p, last) {
		in := r
		in.ceil = end()
		if pins, k := in.scanPins(p.at[last-1].Start, ""); pins != nil && k >= end() {
			c.Pins = append(pins, c.Pins...)
		} else if !r.treatyParties(c, p.at[last-1]) {
			break
		}
		last--
	}
	if last == 0 {
		return false
	}
	stop := r.nameArticle(c, p.at[0].Start, end())
	c.Name = r.phrase(p.at[0].Start, stop)
	if len(c.Name.Text) > 400 || r.isProse(p.at[0].Start, stop) && !r.tab.namesTreaty(c.Name.Text) {
		c.Name = Phrase{}
		return false
	}
	return true
}

// treatyDate takes the pieces of the date off the end: "Apr. 24", "1963", with
// what may precede them: "opened for signature".
func (r reader) treatyDate(c *Treaty, p pieceList, last int) int {
	for n := min(3, last-1); n >= 1; n-- {
		at := Span{p.at[last-n].Start, p.at[last-1].End}
		i := at.Start
		if word, k := words.TreatyDates.Match(r.text, i, at.End); word != nil {
			i = lex.Skip(r.text, k)
		}
		d, k, ok := scanDate(r.text[:at.End], i)
		if !ok || lex.Skip(r.text[:at.End], k) < at.End || d.Month == 0 && i == at.Start && last-n > 1 {
			continue
		}
		c.Date = d
		return r.treatyDate(c, p, last-n) // "adopted Dec. 16, 1966, entered into force Mar. 23, 1976"
	}
	return last
}

// treatyParties reads "U.S.-Japan", "Fr.–Ger.".
func (r reader) treatyParties(c *Treaty, at Span) bool {
	s := r.text
	start := at.Start
	var parties []string
	for k := at.Start; k < at.End; k++ {
		n := lex.DashAt(s, k, at.End)
		if n == 0 {
			continue
		}
		parties = append(parties, lex.Clean(strings.Trim(s[start:k], " \n")))
		start = k + n
		k += n - 1
	}
	parties = append(parties, lex.Clean(strings.Trim(s[start:at.End], " \n")))
	if len(parties) < 2 {
		return false
	}
	for _, p := range parties {
		if p == "" || lex.Class[p[0]]&lex.Upper == 0 || strings.Count(p, " ") > 3 {
			return false
		}
	}
	if r.tab.country(parties[0]) == nil && r.tab.country(parties[1]) == nil && !strings.Contains(parties[0], ".") {
		return false
	}
	c.Parties = parties
	return true
}

// nameArticle takes an article at the end of a treaty's name off it: "Vienna
// Convention on the Law of Treaties art. 31".
func (r reader) nameArticle(c *Treaty, i, j int) int {
	s := r.text
	low := max(i, j-48)
	for k := j - 1; k > low; k-- {
		if lex.Class[s[k-1]]&lex.Space == 0 || s[k] != 'a' && s[k] != 'p' && s[k] != 0xC2 {
			continue
		}
		in := r
		in.ceil = j
		if pins, next := in.scanPins(k, ""); pins != nil && lex.Skip(s[:j], next) == j {
			c.Pins = append(pins, c.Pins...)
			return lex.SkipBack(s, i, k)
		}
	}
	return j
}

// periodOfInitial reports whether a period at s[m] is after an initial of the word
// that begins at s[k:].
func (r reader) periodOfInitial(k, m int) bool {
	return r.at(m) == '.' && (m == k+1 || m > k && r.text[m-2] == '.')
}

// treatyByArticle reads "Article 3 of the Warsaw Convention".
func (r reader) treatyByArticle(a anchor, x sections) Citation {
	if a.label != PinArticle {
		return nil
	}
	s := r.text
	k, ok := words.Match(s, r.skip(x.End), r.ceil, "of the")
	if !ok {
		return r.treatyBesideArticle(x)
	}
	start := r.skip(k)
	end := 0
	known := false
	for k, words := start, 0; k < r.ceil && words < 12; words++ {
		m := k
		for r.isAt(m, lex.Letter) && lex.NoiseAt(s, m) == 0 || words == 0 && r.periodOfInitial(k, m) { // "U.N."
			m++
		}
		w := s[k:m]
		if w == "" || !r.tab.inTitle(w) || known && w == "and" {
			break
		}
		known = known || r.tab.is(w, roleConvention) || end > 0 && r.charterOf(s[start:end], w)
		if lex.Class[w[0]]&lex.Upper != 0 {
			end = m
		}
		if k = r.skip(m); k == m {
			break
		}
	}
	if !known {
		return nil
	}
	c := &Treaty{Shared: Shared{text: s, Core: Span{x.Start, end}, Pins: x.pins}, Name: r.phrase(start, end)}
	var on *Online
	c.Span = Span{x.Start, r.shortTail(&c.Shared, &on, end)}
	c.Signal = r.signal(x.Start)
	return c
}

// charterOf reports whether a word after s is that of the charter of the United
// Nations: other charters are cities' and companies'.
func (r reader) charterOf(s, word string) bool {
	return word == "Charter" && (strings.HasSuffix(s, "U.N.") || strings.HasSuffix(s, "UN") || strings.HasSuffix(s, "United Nations"))
}

// treatyBesideArticle reads the treaty that is named right before an article:
// "U.N. Charter art. 51", "Vienna Convention on Consular Relations, art. 36".
func (r reader) treatyBesideArticle(x sections) Citation {
	s := r.text
	end := lex.TrimComma(s, r.floor, x.Start)
	low := max(r.floor, end-maxAct)
	start := end
	known := -1 // begins the word that says what it is
	for k := end; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || w.end != lex.SkipBack(s, low, k) {
			break
		}
		word := s[w.start:w.end]
		if !r.tab.nameWord(word) || r.tab.is(word, roleSentenceStart) {
			break
		}
		if r.tab.is(word, roleConvention) || r.charterOf(s[low:lex.SkipBack(s, low, next)], word) {
			known = w.start
		}
		if lex.Class[s[w.start]]&lex.Upper != 0 {
			start = w.start
		}
		if w.before != 0 {
			break
		}
		k = next
	}
	if known < 0 || start == known && lex.Class[s[known+1]]&lex.Upper == 0 || r.inSeries(x.End) {
		return nil // "the Convention art. 3"
	}
	c := &Treaty{Shared: Shared{text: s, Core: Span{start, x.End}, Pins: x.pins}, Name: r.phrase(start, end)}
	var on *Online
	c.Span = Span{start, r.shortTail(&c.Shared, &on, x.End)}
	c.Signal = r.signal(start)
	return c
}

// inSeries reports whether a volume of a treaty series follows soon after a
// treaty's article: "art. 31, May 23, 1969, 1155 U.N.T.S. 331" is read from there.
func (r reader) inSeries(i int) bool {
	s := r.text
	for end := min(r.ceil, i+maxAct); i < end && s[i] != ';'; i++ {
		if lex.Class[s[i]]&lex.Digit == 0 || lex.Class[s[i-1]]&lex.Alnum != 0 {
			continue
		}
		if a := r.numberAnchor(i); a.class == anchorNumber {
			_, _, ok := r.scanPlaceInSeries(a)
			return ok
		}
	}
	return false
}

// namesTreaty reports whether a name holds a word with roleTreaty.
func (x *index) namesTreaty(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if lex.Class[w[0]]&lex.Class[w[len(w)-1]]&lex.ASCII == 0 {
			w = strings.Trim(w, ".,:;()’'\"")
		}
		if x.is(w, roleTreaty) {
			return true
		}
	}
	return false
}

// readTreatyByURL reads a treaty that no series is with: its name, its
// full date, and its URL.
func readTreatyByURL(r reader, a anchor) Citation {
	if !r.clause {
		return nil
	}
	start := lex.Skip(r.text, r.floor)
	c := r.bareTreaty(start, r.trimLead(start, a.start))
	if c == nil {
		return nil
	}
	u, next, ok := scanURL(r.text[:r.ceil], a.start)
	if !ok {
		return nil
	}
	r.addURL(&c.Online, u)
	c.Span = Span{start, r.tail(&c.Shared, &c.Online, next)}
	return c
}

// readTreatyByName reads a clause of a note that is a treaty's name and date,
// perhaps with a series that counts by number.
func readTreatyByName(r reader, a anchor) Citation {
	end := r.tailStart(a.start, a.end)
	c := r.bareTreaty(a.start, end)
	if c == nil {
		return nil
	}
	c.Span = Span{a.start, r.tail(&c.Shared, &c.Online, end)}
	if c.Span.End < a.end {
		return nil
	}
	return c
}

// bareTreaty reads a treaty from s[i:j], nil when it is none: the piece before
// the date must itself name an agreement, or the whole is news about one.
func (r reader) bareTreaty(i, j int) *Treaty {
	if i >= j || !r.tab.namesTreaty(lex.Clean(r.text[i:j])) {
		return nil
	}
	c := &Treaty{Shared: Shared{text: r.text}}
	if !r.treatyHead(c, i, j) || c.Date.Day == 0 && len(c.Series) == 0 || !r.tab.namesTreaty(c.Name.Text) {
		return nil
	}
	if p := r.pieces(c.Name.Span.Start, c.Name.Span.End); p.n > 1 && !r.tab.namesTreaty(lex.Clean(r.text[p.at[p.n-1].Start:p.at[p.n-1].End])) && c.Series == nil {
		return nil
	}
	c.Core = c.Name.Span
	return c
}

// Names implements [Citation].
func (c *Treaty) Names() []string {
	return appendNames(c.Shared.Names(), c.Name)
}
