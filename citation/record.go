package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Record is a paper of the case itself: the record, the appendix, a
// transcript, a brief, a pleading, an entry of the docket. Bluebook Rule B17;
// Indigo Book R22.
type Record struct {
	Shared
	Provision
}

// Kind returns [KindRecord].
func (*Record) Kind() Kind { return KindRecord }

// String returns the paper as Bluebook Rule B17 writes it.
func (c *Record) String() string { return c.form(&c.Shared) }

// readRecord reads "J.A. 45", "ECF No. 7".
func readRecord(r reader, a anchor) Citation {
	if ofType(a.terms, recordTypes) == nil || a.label == PinArticle { // "CP, art. 1" is a constitution's
		return nil
	}
	c := &Record{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, recordTypes) {
		return nil
	}
	if k := r.skip(c.Core.End); lex.HasPrefixAt(r.text[:r.ceil], k, "Cir.") || lex.HasPrefixAt(r.text[:r.ceil], k, "Dist.") { // a court: "La. App. 1 Cir."
		return nil
	}
	if end := c.Core.End; a.label == PinNumber && (strings.Contains(r.text[a.number:end], "/") || r.reportAfter(end)) { // a docket number: "App. No. 55721/07"
		return nil
	}
	if c.Code.Abbrev == "ECF" && r.stamped(c.Core.End) {
		return nil
	}
	r.recordVolume(c, a)
	r.amicus(c)
	return r.paperOfEntry(c)
}

// recordVolume reads the volume of a record, inside the citation, "Tr. Vol. 3 at
// 7", or before it, "2 Tr. 45".
func (r reader) recordVolume(c *Record, a anchor) {
	s := r.text
	end := lex.SkipBack(s, a.start, a.number)
	if at := wordEndingAt(s, a.start, end); at < end {
		end = lex.TrimComma(s, a.start, at)
	}
	if end = lex.TrimComma(s, a.start, end); r.volumeOfRecord(end) < end {
		c.Volume = lex.LastWord(s[a.start:end])
		return
	}
	k := lex.NumberBefore(s, r.floor, a.start)
	number := strings.TrimSpace(s[k:a.start])
	if c.Number != "" || c.Volume != "" || c.Span.Start != a.start {
		return
	}
	if len(number) > len("12") || !lex.AllDigits(number) {
		return
	}
	if before := r.skipBack(k); before > r.floor && strings.IndexByte("(;.,:", s[before-1]) < 0 && r.signal(k).Word == "" {
		return
	}
	c.Volume, c.Span.Start, c.Core.Start = number, k, k
	c.Signal = r.signal(k)
}

// paperOfEntry returns the paper in the parenthetical of which the docket's entry
// stands, with the place in it after that, "Compl. (Doc. 30) ¶ 12"; the entry
// alone where there is none.
func (r reader) paperOfEntry(entry *Record) *Record {
	s := r.text
	open, end := entry.Span.Start-1, entry.Span.End
	if entry.Number == "" || entry.Pins != nil {
		return entry
	}
	if open <= r.floor || s[open] != '(' || r.at(end) != ')' {
		return entry
	}
	k := r.skipBack(open)
	terms, from := r.tab.backward.matchBack(s, r.floor, k)
	t := ofType(terms, recordTypes)
	if t == nil {
		return entry
	}
	paper := &Record{Shared: Shared{text: s, Core: Span{from, k}}, Provision: Provision{Code: t.code, AsWritten: lex.Clean(s[from:k]), Jurisdiction: t.code.Jurisdiction}}
	paper.Parens = []Paren{{Span: Span{open, end + 1}, Text: lex.Clean(s[open+1 : end]), Citations: []Citation{entry}}}
	pins, next := r.scanPins(end+1, "")
	sortPins(pins, &paper.Pins, &paper.Sections)
	paper.Span = Span{from, next}
	paper.Signal = r.signal(from)
	return paper
}

// maxBrief bounds how far before "as Amicus Curiae" the word "Brief" may stand.
const maxBrief = 240

// amicus reads leftwards whose brief it is: "Brief for United States as Amicus
// Curiae 12".
func (r reader) amicus(c *Record) {
	if !strings.HasSuffix(c.AsWritten, "Curiae") {
		return
	}
	s := r.text
	low := max(r.floor, c.Span.Start-maxBrief)
	for _, title := range words.Briefs.All() {
		if i := strings.LastIndex(s[low:c.Span.Start], title.Text); i >= 0 && !strings.ContainsAny(s[low+i:c.Span.Start], ";()") {
			c.Name = r.phrase(low+i, c.Span.Start)
			c.Span.Start, c.Core.Start = low+i, low+i
			c.Signal = r.signal(low + i)
			return
		}
	}
}

// stamped reports whether the number of a docket entry that ends at s[:i] is in
// a stamp: the day of filing follows it.
func (r reader) stamped(i int) bool {
	s := r.text[:r.ceil]
	for _, word := range [...]string{"Filed", "Filed:", "Page"} {
		j := lex.Skip(s, i)
		if k, ok := words.Match(s, j, len(s), word); ok {
			_, _, dated := r.dayInFigures(lex.Skip(s, k))
			return dated || word == "Page"
		}
	}
	return false
}

// volumeOfRecord passes leftwards over a volume that ends at s[:j], "Vol. 3,"; it
// returns j when none does.
func (r reader) volumeOfRecord(j int) int {
	s := r.text
	if !r.isBefore(j, lex.Digit|lex.Upper) {
		return j
	}
	w, next, ok := wordBefore(s, max(r.floor, j-maxShort), j)
	if !ok || w.before != 0 || !lex.AllDigits(s[w.start:w.end]) && !lex.IsRoman(s[w.start:w.end]) {
		return j
	}
	label, _, ok := wordBefore(s, max(r.floor, next-maxShort), next)
	if !ok || label.before != 0 || label.after == ',' {
		return j
	}
	if text := strings.TrimSuffix(s[label.start:label.end], "."); !strings.EqualFold(text, "vol") && !strings.EqualFold(text, "volume") {
		return j
	}
	return lex.TrimComma(s, r.floor, label.start)
}
