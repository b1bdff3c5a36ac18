package citation

import (
	"strings"
	"unicode"

	"github.com/hereinafter/hereinafter/internal/fold"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Foreign enactments have no form of their own: the title, perhaps its original
// in brackets, who promulgated it, a gazette, and the country in parentheses.
//
//	Data Security Law [数据安全法] (promulgated by the Standing Comm. Nat'l
//	People's Cong., June 10, 2021), 2021 Standing Comm. Nat'l People's Cong. Gaz. 951 (China)
//	Bürgerliches Gesetzbuch [BGB] [Civil Code], § 823 (Ger.)
//	Human Rights Act 1998, c. 42, § 6 (U.K.)
//
// A clause of a note is one when something in it was promulgated, or when it
// names an enactment and ends with the country. Bluebook Rule 20, Table T2.

// enactments are words, folded, that name an enactment in the languages met
// most; as parts of a longer word they count too ("Bundesdatenschutzgesetz").
var enactments = [...]string{
	"act", "law", "code", "regulation", "regulations", "measures", "provisions", "decree", "statute", "ordinance", "order", "rules", "constitution",
	"gesetz", "gesetzbuch", "ordnung", "verordnung", "grundgesetz", "loi", "code", "ordonnance", "décret", "decret", "ley", "código", "codigo", "lei", "legge", "codice",
	"decreto", "wet", "wetboek", "lag", "lov", "laki", "ustawa", "kodeks", "zakon", "kodeks", "kanun", "kanunu", "法", "条例", "법", "법률", "法律", "hō", "minpō", "keihō", "kenpō",
	"bill", "rule", "interpretation", "decision", "resolution", "notice", "opinions", "c.c", "bgb", "stgb",
}

// readForeignStatute reads a foreign enactment in a note's clause.
func readForeignStatute(r reader, a anchor) Citation {
	if !r.clause {
		return nil
	}
	s := r.text
	c := &Statute{Shared: Shared{text: s}, foreign: true}
	f := foreign{reader: r, c: c}
	if !f.layout(lex.Skip(s, r.floor)) {
		return nil
	}
	if f.country == nil && c.Promulgation == nil {
		return nil
	}
	if f.country != nil {
		c.Jurisdiction = f.country.Name
	}
	c.Span = Span{lex.Skip(s, r.floor), r.tail(&c.Shared, &c.Online, f.end)}
	if c.Span.End <= a.start && a.class != anchorClause {
		return nil
	}
	return c
}

// foreign is the reading of one foreign enactment.
type foreign struct {
	reader
	c       *Statute
	country *Country
	end     int // after the last part read
}

// layout walks over the clause from left to right, part by part.
func (f *foreign) layout(i int) bool {
	s, end := f.text, f.ceil
	titleEnd := f.titleEnd(i)
	if titleEnd <= i {
		return false
	}
	f.title(i, titleEnd)
	k := titleEnd
	for parts := 0; parts < 24; parts++ {
		k = lex.Skip(s[:end], k)
		if k < end && s[k] == ',' {
			k = lex.Skip(s[:end], k+1)
		}
		if k >= end {
			break
		}
		switch {
		case s[k] == '[' || s[k] == '(':
			shut := lex.Closing(s, k, end)
			if shut < 0 {
				return false
			}
			if !f.bracket(k, shut) {
				f.end = k
				return f.country != nil || f.c.Promulgation != nil
			}
			k = shut + 1
		case f.country != nil:
			pins, n := f.scanPins(k, "") // "Privacy Act 1988 (Cth) s 6 (Austl.)"
			if pins == nil {
				return f.c.Promulgation != nil || names(f.c.Name.Text)
			}
			f.c.Sections = append(f.c.Sections, pins...)
			k = n
		case lex.HasFoldPrefix(s[k:], "http"):
			return f.c.Promulgation != nil
		default:
			n := f.part(k)
			if n <= k {
				return f.c.Promulgation != nil
			}
			k = n
		}
		f.end = k
	}
	return f.c.Promulgation != nil || f.country != nil && (names(f.c.Name.Text) || names(f.c.OriginalTitle.Text))
}

// names reports whether a title names an enactment.
func names(title string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(title)) {
		w = strings.Trim(w, ",.;:'\"’“”()[]")
		for _, e := range enactments {
			if w == e || len(e) >= 5 && strings.HasSuffix(w, e) || e[0] >= 0x80 && strings.Contains(w, e) {
				return true
			}
		}
	}
	return false
}

// titleEnd returns where the title that begins at i ends: at a bracket, or at
// the comma before a section, a year, a gazette or a bracket. One that is too
// long to be a title ends at i.
func (f *foreign) titleEnd(i int) int {
	s, end := f.text, min(f.ceil, i+maxLead)
	last := i
	for k := i; k < end; k++ {
		switch c := s[k]; {
		case c == '[':
			return f.back(i, k)
		case c == '(':
			shut := lex.Closing(s, k, end)
			if shut < 0 {
				return last
			}
			if f.isPromulgation(k) || f.tab.country(s[k+1:shut]) != nil {
				return f.back(i, k)
			}
			k = shut
		case c == ',':
			if last = k; f.partAhead(k + 1) {
				return k
			}
		case c == 0xC2 && k+1 < end && s[k+1] == 0xA7:
			return f.back(i, k)
		case lex.Class[c]&lex.Lower != 0 && k > i && lex.Class[s[k-1]]&lex.Space != 0 && f.pinAhead(k):
			return f.back(i, k)
		case c == 'h' && lex.HasPrefixAt(s, k, "http"):
			return f.back(i, k)
		}
	}
	if end < f.ceil {
		return i
	}
	return f.back(i, end)
}

func (f *foreign) back(i, k int) int { return lex.TrimComma(f.text, i, k) }

// partAhead reports whether what follows a comma is no longer the title.
func (f *foreign) partAhead(k int) bool {
	s := f.text
	k = lex.Skip(s[:f.ceil], k)
	if k >= f.ceil {
		return true
	}
	if s[k] == '[' || lex.Class[s[k]]&lex.Digit != 0 {
		return true
	}
	if _, _, ok := scanDate(s[:f.ceil], k); ok {
		return true
	}
	kind, _, next := pinWordAt(s, k, f.ceil)
	return kind != "" && next > k && next < f.ceil && lex.Class[s[next]]&lex.Alnum == 0
}

// pinAhead reports whether a word that opens a pinpoint and a figure are at
// s[k:]: "art. 709", "s 6".
func (f *foreign) pinAhead(k int) bool {
	kind, _, next := pinWordAt(f.text, k, f.ceil)
	if kind == "" {
		return false
	}
	next = lex.Skip(f.text[:f.ceil], next)
	return next < f.ceil && lex.Class[f.text[next]]&lex.Digit != 0
}

// title splits authors from the enactment's title.
func (f *foreign) title(i, end int) {
	p := f.pieces(i, end)
	if p.n == 0 {
		return
	}
	first := 0
	if p.n > 1 {
		for k := 0; k < p.n-1; k++ {
			piece := lex.Clean(f.text[p.at[k].Start:p.at[k].End])
			if !f.tab.personal(trimEtAl(piece)) || names(piece) {
				break
			}
			f.c.Authors = append(f.c.Authors, f.phrase(p.at[k].Start, p.at[k].End))
			first = k + 1
		}
	}
	f.c.Name = f.phrase(p.at[first].Start, f.enactedOn(p, first, end))
	f.c.Core = f.c.Name.Span
	if ownScript(f.c.Name.Text) {
		f.c.OriginalTitle = f.c.Name
	}
}

// enactedOn cuts "Lei No. 13.709, de 14 de Agosto de 2018, Diário Oficial" before
// the date in its own language, a piece that begins with a small letter and
// holds a figure; what follows that is the gazette. It returns the end of
// the title.
func (f *foreign) enactedOn(p pieceList, first, end int) int {
	for k := first + 1; k < p.n; k++ {
		piece := p.at[k].In(f.text)
		if lex.Class[piece[0]]&lex.Lower == 0 || !strings.ContainsAny(piece, "0123456789") {
			continue
		}
		f.c.DateText = f.phrase(p.at[k].Start, p.at[k].End)
		if k+1 < p.n {
			f.c.Gazette = f.phrase(p.at[k+1].Start, end)
		}
		return p.at[k-1].End
	}
	return end
}

// isPromulgation reports whether the bracket at s[k] opens a promulgation.
func (f *foreign) isPromulgation(k int) bool {
	in := lex.Skip(f.text, k+1)
	word, _ := words.Promulgated.Match(f.text, in, f.ceil)
	return word != nil
}

// bracket reads s[k:shut+1]: an original title, a translation, a promulgation,
// the country, or the year. It reports false when it is none of these.
func (f *foreign) bracket(k, shut int) bool {
	s := f.text
	text := s[k+1 : shut]
	switch country := f.tab.country(text); {
	case s[k] == '[' && lex.HasFoldPrefix(strings.TrimLeft(text, " "), "hereinafter"):
		return false
	case ownScript(text):
		if f.c.OriginalTitle.Text == "" {
			f.c.OriginalTitle = f.phrase(k+1, shut)
		}
	case f.isPromulgation(k):
		f.c.Promulgation = f.promulgation(k, shut)
		if f.c.Date.IsZero() {
			f.c.Date = f.c.Promulgation.Date
		}
	case country != nil:
		f.country = country
	case s[k] == '[':
		if translation(text) && (f.c.OriginalTitle.Text == "" || f.c.OriginalTitle == f.c.Name) {
			f.c.OriginalTitle = f.c.Name
			f.c.Name = f.phrase(k+1, shut)
		}
	default:
		d, next, ok := f.scanDateParen(k)
		if !ok || next != shut+1 {
			return len(text) <= 12 && f.country == nil // "(Cth)", "(NSW)"
		}
		f.c.Date = d
	}
	return true
}

// translation reports whether a bracket holds a translated title, not the
// abbreviation of the original one: "[Civil Code]", not "[C. civ.]" or "[BGB]".
func translation(text string) bool {
	words := len(strings.Fields(text))
	return words > 3 || words > 1 && !strings.Contains(text, ".")
}

// promulgation reads "(promulgated by BODY, DATE, effective DATE)".
func (f *foreign) promulgation(k, shut int) *Promulgation {
	s := f.text
	in := lex.Skip(s[:shut], k+1)
	if word, m := words.Promulgated.Match(s, in, f.ceil); word != nil {
		in = lex.Skip(s, m)
	}
	p := &Promulgation{Span: Span{k, shut + 1}}
	end := shut
	for m := in; m < shut; m++ {
		if s[m] != ',' {
			continue
		}
		if d, _, ok := scanDate(s[:shut], lex.Skip(s, m+1)); ok {
			p.Date, end = d, m
			break
		}
	}
	p.Body = f.phrase(in, end)
	return p
}

// part reads a part outside brackets: sections, a year, or the gazette.
func (f *foreign) part(k int) (next int) {
	s := f.text
	if pins, n := f.scanPins(k, ""); pins != nil {
		f.c.Sections = append(f.c.Sections, pins...)
		return n
	}
	if d, n, ok := scanDate(s[:f.ceil], k); ok {
		if f.c.Date.IsZero() {
			f.c.Date = d
		}
		return n
	}
	n := k
	for !f.stopsAt(n, "([,") && !lex.HasPrefixAt(s, n, "http") && !lex.HasPrefixAt(s, n, "§") {
		n++
	}
	if (f.c.Promulgation != nil || f.c.Date.Day > 0) && f.c.Gazette.Text == "" { // after a promulgation or a day
		f.c.Gazette = f.phrase(k, n)
	}
	return n
}

// country looks up a country by a written form, nil when it is not known.
func (x *index) country(text string) *Country {
	if len(text) > 48 {
		return nil
	}
	return x.countries[fold.Key(text)]
}

// ownScript reports whether a title is written in a script other than Latin.
func ownScript(s string) bool {
	for _, c := range s {
		if c > 0x24F && unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) {
			return true
		}
	}
	return false
}

func (c *Statute) foreignString() string {
	var b strings.Builder
	title, second := c.Name, c.OriginalTitle
	if second.Text != "" && !ownScript(second.Text) { // the original in front, its translation after
		title, second = second, title
	}
	writeByline(&b, c.Authors, false, Phrase{}, title)
	if second.Text != "" && second.Text != title.Text {
		b.WriteString(" [" + second.Text + "]")
	}
	if p := c.Promulgation; p != nil {
		b.WriteString(" (promulgated by " + p.Body.Text)
		if !p.Date.IsZero() {
			b.WriteString(", " + p.Date.written())
		}
		b.WriteString(")")
	}
	if len(c.Sections) > 0 {
		b.WriteString(", " + sectionList(c.Sections, false))
	}
	lead := " "
	if c.DateText.Text != "" {
		b.WriteString(", " + c.DateText.Text)
		lead = ", "
	}
	dated := c.Promulgation == nil && c.Date.Day > 0
	if dated {
		b.WriteString(", " + c.Date.written())
		lead = ", "
	}
	if c.Gazette.Text != "" {
		b.WriteString(lead + c.Gazette.Text)
	}
	if c.Promulgation == nil && !c.Date.IsZero() && !dated {
		b.WriteString(" (" + c.Date.written() + ")")
	}
	if c.Jurisdiction != "" {
		b.WriteString(" (" + c.Jurisdiction + ")")
	}
	writeEnd(&b, &c.Shared, c.Online)
	return b.String()
}
