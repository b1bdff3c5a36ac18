package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Supra is a later citation of a source that an earlier note cites in full:
// "Collini et al., supra note 5, at 3". Bluebook Rule 4.2; Indigo Book R31, R34.
type Supra struct {
	Shared
	Name Phrase // what names the source, as written, without the comma: authors, title, party or hereinafter name
	Note string // label of the note that holds the source, as written; empty when none is given
	// Reports are the parallel reports after the pinpoint: "Brown, supra, at 493,
	// 74 S. Ct. 686"; nil when there are none.
	Reports []Report
}

// Kind returns [KindSupra].
func (*Supra) Kind() Kind { return KindSupra }

// String returns the short form: "Collini et al., supra note 5, at 3".
func (c *Supra) String() string {
	return crossForm(c.Name.Text, "supra", c.Note, c.Reports, &c.Shared)
}

// An Infra names a source that a later note cites in full: "Smith, infra note
// 40".
type Infra struct {
	Shared
	Name Phrase // what names the source, as written
	Note string // label of the note that holds the source, as written; empty when none is given
}

// Kind returns [KindInfra].
func (*Infra) Kind() Kind { return KindInfra }

// String returns the short form: "Smith, infra note 40".
func (c *Infra) String() string { return crossForm(c.Name.Text, "infra", c.Note, nil, &c.Shared) }

func crossForm(name, word, note string, reports []Report, c *Shared) string {
	var b strings.Builder
	b.WriteString(name + ", " + word)
	if note != "" {
		b.WriteString(" note " + note)
	}
	switch {
	case len(c.Pins) > 0 && c.Pins[0].Kind != PinPage:
		b.WriteString(", " + pinList(c.Pins))
	default:
		writePins(&b, c.Pins, ", at ")
	}
	writeReports(&b, reports)
	writeEnd(&b, c, nil)
	return b.String()
}

// readSupra reads "supra" or "infra" with a source's name before it.
func readSupra(r reader, a anchor) Citation {
	word := Span{a.start, lex.LettersEnd(r.text, a.start)}
	if word.Len() < len("supra") || r.shortCaseAfter(word.End) { // "ante"; "Doe, supra, 474 U.S., at 335"
		return nil
	}
	name := r.supraName(word.Start)
	if name.Text == "" || r.ownPart(name.Span.Start, lex.TrimComma(r.text, r.floor, word.Start)) {
		return nil
	}
	return r.crossReference(name, word)
}

// crossReference reads the rest of a short form after the word supra or infra,
// before which a source is named.
func (r reader) crossReference(name Phrase, word Span) Citation {
	var shared Shared
	shared.text, shared.Core = r.text, word
	note, next := r.supraNote(word.End)
	if shared.Pins, next = r.lostSectionAfter(next); shared.Pins == nil {
		shared.Pins, next = r.scanPins(next, PinPage)
	}
	var reports []Report
	if shared.Pins != nil && r.text[word.Start]|0x20 == 's' {
		reports, next = r.shortParallel(nil, next)
	}
	if r.at(next) == ']' && r.before(word.Start) == '[' {
		next++
	}
	var on *Online
	shared.Span = Span{name.Span.Start, r.shortTail(&shared, &on, next)}
	shared.Signal = r.signal(shared.Span.Start)
	if r.text[word.Start]|0x20 == 'i' {
		return &Infra{shared, name, note}
	}
	return &Supra{shared, name, note, reports}
}

// lostSectionAfter reads a comma and the number of a section of which the sign
// was lost: ", 22.2". A plain number would be a page.
func (r reader) lostSectionAfter(i int) (pins []Pin, next int) {
	s := r.text
	j, comma := r.skipComma(i)
	if !comma {
		return nil, i
	}
	k := j
	for k < r.ceil && (lex.Class[s[k]]&lex.Digit != 0 || s[k] == '-') {
		k++
	}
	if k == j || r.at(k) != '.' || !r.isAt(k+1, lex.Digit) {
		return nil, i
	}
	if pins, next = r.scanSections(j, PinSection); pins == nil {
		return nil, i
	}
	return pins, next
}

// asName returns the short form of which a source's number is the name, "H.R.
// Rep. No. 104-828, supra note 1"; nil when no supra or infra follows it.
// c is what was read in its place.
func (r reader) asName(c Citation) Citation {
	switch c.Kind() {
	case KindLegislative, KindPatent, KindSessionLaw, KindEthics, KindRegulation, KindInternational, KindTreaty:
	default:
		return nil
	}
	b := c.Common()
	i, _ := r.skipComma(b.Span.End)
	word := Span{i, lex.LettersEnd(r.text[:r.ceil], i)}
	if w := word.In(r.text); !strings.EqualFold(w, "supra") && !strings.EqualFold(w, "infra") {
		return nil
	}
	return r.crossReference(r.phrase(b.Span.Start, b.Span.End), word)
}

// shortCaseAfter reports whether volume and reporter of a short form follow
// supra: then the whole is that short form, as the courts of California write it,
// and those of Connecticut with a page alone, "supra, 200 Conn. 318".
func (r reader) shortCaseAfter(i int) bool {
	j := r.skip(i)
	if r.at(j) != ',' {
		return false
	}
	if j = r.skip(j + 1); !r.isAt(j, lex.Digit) {
		return false
	}
	number := r.numberAnchor(j)
	if _, _, ok := r.scanShortReport(number); ok {
		return true
	}
	_, next, ok := r.scanReport(number)
	if !ok {
		return false
	}
	_, _, decided := r.scanDecision(r.skip(next))
	return !decided
}

// beforeSupra passes leftwards over ", supra," before offset i; it returns i
// when that are not there.
func (r reader) beforeSupra(i int) int {
	j := lex.TrimComma(r.text, r.floor, i)
	if k := j - len("supra"); k > r.floor && lex.HasFoldPrefix(r.text[k:], "supra") && lex.Class[r.text[k-1]]&lex.Alnum == 0 {
		return k
	}
	return i
}

// ownPart reports whether what precedes supra or infra is a part of the
// text itself, not a source: "Part III, infra", "see Appendix, infra".
func (r reader) ownPart(low, end int) bool {
	pin, _, ok := r.pinBefore(low, end)
	return ok && r.partOfText(pin)
}

// partOfText reports whether a pinpoint counts what an opinion or an article is
// divided into, not a code: "Part III", "Section II-B".
func (r reader) partOfText(pin Pin) bool {
	switch pin.Kind {
	case PinPart, PinNote, PinAppendix, PinTable, PinFigure:
		return true
	case PinSection:
		numeral, _, _ := strings.Cut(strings.ReplaceAll(pin.From, ".", "-"), "-")
		return lex.Class[r.text[pin.Span.Start]]&lex.ASCII != 0 && lex.IsRoman(numeral)
	}
	return false
}

// supraNote reads "note 5" after supra, with or without a comma before it.
func (r reader) supraNote(i int) (label string, next int) {
	s := r.text
	j := lex.Skip(s, i)
	if r.markAt(j, ",.") {
		j = lex.Skip(s, j+1)
	}
	word, k := words.NoteNumbers.Match(s, j, r.ceil)
	k = r.skip(k)
	m := r.digitsEnd(k)
	if word == nil || m == k {
		return "", i
	}
	if r.isAt(m, lex.Lower) && lex.WordEnds(s, m+1, r.ceil) {
		m++ // "5a"
	}
	label = s[k:m]
	if to, n := scanRange(s, m, r.ceil, true); n > m {
		return label + "-" + to, n
	}
	return label, m
}

// supraName reads the name before supra: in a note's clause all that stands
// there, unless it is prose; in running text and in prose the capitalised words
// next to it.
func (r reader) supraName(i int) Phrase {
	s := r.text
	j := r.skipBack(i)
	if k := r.skipBack(j - 1); r.before(j) == '[' && r.before(k) == ',' { // "State v. Doe, [supra, 318]"
		j = k
	}
	if r.before(j) == ',' {
		j = r.skipBack(j - 1)
	}
	if r.before(j) == '(' || r.before(j) == ';' {
		return Phrase{}
	}
	if r.clause && j > r.floor && !r.isProse(r.floor, j) {
		return r.phrase(r.floor, j)
	}
	if _, ok := signalBefore(s, r.floor, i); ok {
		return Phrase{}
	}
	if n := r.nameBefore(j, true); n.found() {
		if start := r.volumeOfName(n.name.Span.Start); start < n.name.Span.Start {
			return r.phrase(start, n.name.Span.End)
		}
		return n.name
	}
	return Phrase{}
}

// volumeOfName returns where the volume or the year begins that precedes the
// name of a work at offset i, "See 2 Nevins, supra", "1980 ABA Standards, supra".
// A signal, a bracket or a semicolon before it tells it from the number of a note,
// and so does the title of a well-known work after it; without one it returns i.
func (r reader) volumeOfName(i int) (start int) {
	s := r.text
	start = lex.NumberBefore(s, r.floor, i)
	if start == i || len(strings.TrimSpace(s[start:i])) > len("1980") {
		return i
	}
	before := r.skipBack(start)
	if _, signal := signalBefore(s, r.floor, start); !signal && !r.tab.treatise(s, i, r.ceil) && (before == r.floor || strings.IndexByte("(;", s[before-1]) < 0) {
		return i
	}
	return start
}
