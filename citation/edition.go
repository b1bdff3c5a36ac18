package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// What is around a provision: its edition, where else it is printed, the act
// that it is part of.

// editionBefore passes leftwards over the year of an edition between a code and
// its section: "12 O.S. 2001, § 95", "K.S.A. 2010 Supp. 21-3608", "General
// Statutes (Rev. to 2013) § 46b-129".
func (r reader) editionBefore(j int) int {
	s := r.text
	k := r.skipBack(j)
	if r.before(k) == ')' {
		low := max(r.floor, k-maxEditionParen)
		open := low + strings.LastIndexByte(s[low:k], '(')
		if _, _, ok := r.dateInside(open+1, k-1); open > low && (ok || r.supplementInside(open+1, k-1)) {
			return lex.TrimComma(s, r.floor, open)
		}
	}
	k = r.skipBack(r.editionWordBefore(k))
	if k-4 <= r.floor || !lex.AllDigits(s[k-4:k]) || lex.Class[s[k-5]]&lex.Alnum != 0 || s[k-4] != '1' && s[k-4] != '2' {
		return j
	}
	k = lex.TrimComma(s, r.floor, k-4)
	return lex.TrimComma(s, r.floor, r.editionWordBefore(k)) // "General Statutes, Rev. 1949"
}

// editionWordBefore returns where the word for an edition or a supplement begins that
// ends at s[:k]; k without one.
func (r reader) editionWordBefore(k int) int {
	for _, set := range [...]*words.Set{&words.Supplements, &words.Editions} {
		if word, from := set.EndingAt(r.text, r.floor, k); word != nil && (from == 0 || !lex.IsAt(r.text, from-1, lex.Alnum)) {
			return from
		}
	}
	return k
}

// supplementInside reports whether s[i:j] is a supplement by its number, "Supp. V", or
// the main volume and one, "1952 ed., Supp. III".
func (r reader) supplementInside(i, j int) bool {
	s := r.text[:j]
	if d, k, ok := scanDate(s, i); ok && d.Day == 0 {
		return r.supplemented(k, j)
	}
	word, k := words.Supplements.SpelledAt(s, i)
	number := strings.TrimSpace(s[k:])
	return word != nil && (lex.IsRoman(number) || lex.AllDigits(number))
}

// editionAt reports whether the number s[i:j] is the year of an edition: a
// section follows it.
func (r reader) editionAt(i, j int) bool {
	s := r.text
	if j-i != 4 || s[i] != '1' && s[i] != '2' {
		return false
	}
	k, comma := r.skipComma(j)
	if r.afterEditionWord(j) > j {
		return true
	}
	if word, _ := words.Supplements.SpelledAt(s[:r.ceil], k); word != nil || lex.HasPrefixAt(s[:r.ceil], k, "§") {
		return true
	}
	if label, _ := words.Labels.Match(s, k, r.ceil); label != nil && (PinKind(label.Value) == PinSection || PinKind(label.Value) == PinChapter) {
		return true
	}
	if n := r.digitsEnd(k); n > k && r.at(n) == '-' { // "UCA 1953, 76-5-203"
		m := r.digitsEnd(n + 1)
		return comma && m > n+1 || r.at(m) == '-' // "NMRA 1996, 5-608"
	}
	return false
}

// afterEditionWord passes over the word for an edition after its year at s[:i], "1946
// ed."; it returns i without one.
func (r reader) afterEditionWord(i int) (next int) {
	j := r.skip(i)
	word, k := words.Editions.SpelledAt(r.text[:r.ceil], j)
	if word == nil || j == i || r.at(r.skip(k)) != ',' && !lex.HasPrefixAt(r.text[:r.ceil], r.skip(k), "§") {
		return i
	}
	return k
}

// printedTypes are the types of codes in which laws and papers are printed.
var printedTypes = []string{"session", "register", "legislative"}

// printed reads the other places where a law is printed: ", 124 Stat. 119".
func (r reader) printed(p *Provision, i int) (next int) {
	if p.Number == "" {
		return i
	}
	for len(p.Parallel) < 4 {
		j := r.skip(i)
		if !r.markAt(j, ",(") {
			return i
		}
		j = r.skip(j + 1)
		passed := p.Date
		if d, k, ok := scanDate(r.text[:r.ceil], j); ok && d.Day > 0 && p.Parallel == nil && r.at(k) == ',' { // "Pub. L. No. 101-576, Nov. 15, 1990, 104 Stat. 2838"
			passed, j = d, r.skip(k+1)
		}
		if j >= r.ceil || r.text[r.skip(i)] == '(' {
			return i
		}
		at, ok := r.place(p, j)
		if !ok {
			return i
		}
		p.Parallel, p.Date = append(p.Parallel, at), passed
		i = at.Span.End
	}
	return i
}

// reprinted reads the collection in which a paper of Congress is printed again,
// after its date: ", reprinted in 1976 U.S.C.C.A.N. 6604", or as it was written
// once, ", U.S. Code Cong. & Admin. News 1968, p. 2185". It returns i without one.
func (r reader) reprinted(p *Provision, i int) (next int) {
	s := r.text[:r.ceil]
	j := lex.Skip(s, i)
	if j >= len(s) || s[j] != ',' && s[j] != 'r' && s[j] != 'a' {
		return i
	}
	if s[j] == ',' {
		j = lex.Skip(s, j+1)
	}
	if word, k := words.Reprinted.Match(s, j, len(s)); word != nil {
		j = lex.Skip(s, k)
	}
	at, ok := r.place(p, j)
	if !ok {
		at, ok = r.placeByName(j)
	}
	if !ok || at.Code == nil || at.Code.Type != "legislative" || !yearFirst(at.Code.layout()) {
		return i
	}
	p.Parallel = append(p.Parallel, at)
	return at.Span.End
}

// placeByName reads a place of which the series precedes the year and the
// page: "U.S. Code Cong. & Admin. News 1968, p. 2185".
func (r reader) placeByName(j int) (at Place, ok bool) {
	s := r.text[:r.ceil]
	if j >= len(s) || lex.Class[s[j]]&lex.Upper == 0 {
		return at, false
	}
	terms, end := r.tab.forward.match(s, j, len(s))
	t := ofForm(terms, legislativeTypes, yearFirst)
	year := lex.Skip(s, end)
	k := lex.DigitsEnd(s, year)
	page := r.pageAfterYear(k)
	if t == nil || k-year != len("1968") || page == k {
		return at, false
	}
	at.Code, at.Series, at.Volume = t.code, t.abbrev, s[year:k]
	k = r.scanPrinted(&at.Page, &at.Pins, page)
	at.Span = Span{j, k}
	return at, k > 0
}

// place reads volume, series and page of one place where a law is printed.
func (r reader) place(p *Provision, j int) (at Place, ok bool) {
	if !r.isAt(j, lex.Digit) {
		return at, false
	}
	a := r.numberAnchor(j)
	if k := r.digitsEnd(j); a.class == anchorNone && r.at(k) == '-' && r.isAt(k+1, lex.Digit) {
		a = r.numberAnchor(k + 1) // "1999-1 C.B. 361"
	}
	if a.class != anchorNumber {
		return at, false
	}
	at.Volume = r.text[j:lex.DigitsEnd(r.text, a.start)]
	t := ofForm(a.terms, printedTypes, numberFirst)
	if t == nil && p.Code != nil && p.Code.Type == "executive" { // "3 C.F.R. 638"
		t = ofForm(a.terms, regulationTypes, numberFirst)
	}
	if t != nil {
		at.Code, at.Series = t.code, t.abbrev
	} else if rep := reporterOf(a.terms); rep != nil {
		at.Series = rep.Abbrev
	} else {
		return at, false
	}
	k := r.scanPrinted(&at.Page, &at.Pins, a.end)
	at.Span = Span{j, k}
	return at, k > 0
}

// datedSections reads further sections that have a date each, as the first has:
// "§§ 58-104(9) (Supp. 1996), 67-4304 (1989)". The provision's date is the first's.
func (r reader) datedSections(p *Provision, i int) (next int) {
	for len(p.Sections) > 0 && len(p.Sections) < maxPins && !p.Date.IsZero() {
		j, sep := r.pinSeparator(i, true)
		if !sep && r.at(j) == ';' {
			j, sep = r.skip(j+1), true
		}
		if k := r.digitsEnd(j); !sep || k == j || !r.markAt(k, "-.") || r.beginsSeries(j, k) {
			break
		}
		pins, k := r.scanSections(j, PinSection)
		if pins == nil {
			break
		}
		var own Provision
		m := r.edition(&own, k)
		if own.Date.IsZero() {
			break
		}
		p.Sections, i = append(p.Sections, pins...), m
	}
	return i
}

// remarkedSections reads further sections of the same part after a remark on the
// last: "§§ 215.4(a) (notice and comment), 215.12(f) (appeal) (2008)".
func (r reader) remarkedSections(sh *Shared, p *Provision, i int) (next int) {
	s := r.text
	first := len(p.Sections)
	for len(p.Sections) > 0 && len(p.Sections) < maxPins && p.Date.IsZero() {
		open := r.skip(i)
		if r.at(open) != '(' || !r.isAt(open+1, lex.Lower) {
			break
		}
		end := lex.Closing(s, open, r.ceil)
		if end < 0 {
			break
		}
		j, sep := r.pinSeparator(end+1, true)
		k := r.digitsEnd(j)
		if date := r.edition(new(Provision), end+1); len(p.Sections) > first && date > end+1 { // the last one's remark
			if remark := r.tailParen(sh, &p.Online, i, open); remark > i {
				i = r.edition(p, remark)
			}
			break
		}
		if !sep || k == j || !r.markAt(k, ".-") || !strings.HasPrefix(p.Sections[len(p.Sections)-1].From, s[j:k+1]) {
			break
		}
		pins, k := r.scanSections(j, PinSection)
		if pins == nil || r.tailParen(sh, &p.Online, i, open) == i {
			break
		}
		p.Sections, i = append(p.Sections, pins...), r.edition(p, k)
	}
	return i
}

// supplemented reports whether s[i:j] is what follows the year of the main
// volume: that it is an edition, a supplement to it, or what changed since.
func (r reader) supplemented(i, j int) bool {
	rest := strings.TrimLeft(r.text[i:j], " ,")
	for _, change := range [...]string{"ed.", "prior to ", "as amended"} {
		if strings.HasPrefix(rest, change) {
			return true
		}
	}
	if strings.HasPrefix(rest, "Supp.") {
		return r.text[i] == ','
	}
	return strings.Contains(rest, "Supp.") && (strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "& "))
}

// maxEditionParen bounds the length of an edition in brackets between a code and its
// section, in bytes.
const maxEditionParen = 40

// dateInside reads the year of the edition that s[i:j] is, "Rev. to 2013", "2012
// Repl. Vol.", "1966-1970 Comp.", and where the word after it begins.
func (r reader) dateInside(i, j int) (d Date, word int, ok bool) {
	s := r.text
	word = j
	if w, k := words.Editions.EndingAt(s, i+1, j); w != nil && lex.Class[s[k-1]]&lex.Space != 0 {
		word = k
	}
	if i >= word || lex.Class[s[i]]&(lex.Digit|lex.Upper) == 0 {
		return d, j, false
	}
	if first, k, is := scanDate(s[:j], i); is && word < j && (lex.Skip(s[:j], k) == word || lex.DashAt(s, k, word) > 0 || s[k] == ',') {
		return first, word, true
	}
	d, _, ok = r.dateAtEnd(i, lex.SkipBack(s, i, word))
	return d, word, ok
}

// edition reads "(2018)", "(West 2014)", "(2012 & Supp. I 2013)".
func (r reader) edition(p *Provision, i int) (next int) {
	s := r.text
	in, next, ok := r.shortBrackets(i)                                 // "W. Va. Code § 61-2-1 [1991]"
	if !ok || next-i > 8+maxShort || strings.Contains(in.In(s), "§") { // "42 USC § 1981 [42 USCS § 1981]"
		return i
	}
	a := in.Start
	d, start, ok := r.dateAtEnd(a, in.End)
	if first, k, is := scanDate(s[:in.End], a); !ok && is && first.Day == 0 && r.supplemented(k, in.End) { // "(2006 ed. and Supp. V)": the main volume's year
		p.Date = first
		return next
	}
	if !ok { // "(1966-1970 Comp.)"
		if d, word, ok := r.dateInside(a, in.End); ok && word < in.End && lex.Class[s[a]]&lex.Digit != 0 {
			if p.Date = d; s[word:in.End] != "ed." {
				p.Publisher = r.phrase(word, in.End)
			}
			return next
		}
	}
	if !ok || lex.Class[s[a]]&(lex.Upper|lex.Digit) == 0 && !lex.HasPrefixAt(s, a, "daily ed") {
		return i
	}
	if first, k, ok := scanDate(s[:in.End], a); ok && k <= start {
		d, start = first, a // "(2012 & Supp. I 2013)": the main volume's year
	}
	p.Date = d
	p.Publisher = r.phrase(a, lex.TrimComma(s, a, start))
	return next
}

// maxAct bounds the length of an act's name, in bytes.
const maxAct = 160

// actBefore finds the name of the act that precedes its code: "Lanham
// Act, 15 U.S.C. § 1051". It holds a word with roleAct.
func (r reader) actBefore(i int) (start int, ok bool) {
	s := r.text
	j := r.skipBack(i)
	if r.before(j) != ',' {
		return i, false
	}
	j = r.skipBack(j - 1)
	if whole := lex.Skip(s[:j], r.floor); r.clause && r.actWhole(whole, j) {
		return whole, true // in a note all that precedes it in its clause
	}
	return r.actEndingAt(j)
}

// actWhole reports whether s[i:j] has the look of an act's name: capitals at both
// ends and no prose between.
func (r reader) actWhole(i, j int) bool {
	if i >= j || j-i > maxAct || lex.Class[r.text[i]]&lex.Upper == 0 {
		return false
	}
	return !r.isProse(i, j) && lex.Class[r.text[lastWordAt(r.text, i, j)]]&lex.Lower == 0
}

// actEndingAt finds the name of an act that ends at s[:j].
func (r reader) actEndingAt(j int) (start int, ok bool) {
	s := r.text
	low := max(r.floor, j-maxAct)
	act := false
	start = -1
	for k := j; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || w.endsPhrase() || k != j && r.sentenceFollows(w) {
			break
		}
		text := s[w.start:w.end]
		act = act || r.tab.is(strings.Trim(text, ".,"), roleAct)
		if !r.tab.nameWord(text) || r.tab.is(text, roleSentenceStart) {
			break
		}
		if lex.Class[text[0]]&lex.Upper != 0 {
			start = w.start
		}
		if w.before != 0 {
			break
		}
		k = next
	}
	return start, act && start >= 0
}
