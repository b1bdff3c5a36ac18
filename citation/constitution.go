package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Constitution is a provision of a constitution: the pinpoints say which.
// Bluebook Rule 11; Indigo Book R21.
type Constitution struct {
	Shared
	// Jurisdiction is the postal code in lower case ("us", "nm"); empty when
	// the text does not name one.
	Jurisdiction string
	Name         Phrase // the constitution as written: "U.S. Const."; zero in "Art. III, § 2"
	Date         Date   // mostly that of a constitution no longer in force; zero when not written
}

// Kind returns [KindConstitution].
func (*Constitution) Kind() Kind { return KindConstitution }

// Part returns the number of the article, amendment, section or clause, empty
// when the citation gives none.
func (c *Constitution) Part(kind PinKind) string {
	for _, p := range c.Pins {
		if p.Kind == kind {
			return p.From
		}
	}
	return ""
}

// String returns the provision as Bluebook Rule 11 writes it.
func (c *Constitution) String() string {
	var b strings.Builder
	list := pinList(c.Pins)
	switch ordinal := len(c.Pins) > 0 && c.Pins[0].Kind == PinAmendment && strings.ContainsAny(c.Pins[0].From, "aeiou"); {
	case c.Name.Text == "" && len(c.Pins) > 0 && c.Pins[0].Kind == PinAmendment:
		b.WriteString(pinListAs(c.Pins, proseForms))
	case c.Name.Text == "":
		b.WriteString(capitalised(list))
	case c.Jurisdiction == "", strings.HasSuffix(c.Name.Text, " Amendment"):
		b.WriteString(capitalised(list) + " of the " + c.Name.Text)
	case ordinal: // "Fourteenth Amendment"
		b.WriteString(c.canonical() + " " + c.Pins[0].From + " Amend.")
		writePins(&b, c.Pins[1:], ", at ")
	default:
		b.WriteString(c.canonical())
		writePins(&b, c.Pins, " at ")
	}
	writeDecision(&b, "", c.Date)
	writeEnd(&b, &c.Shared, nil)
	return b.String()
}

// canonical returns the constitution as it is abbreviated: "N.M. Const."; what is
// written where that is a part of one with a name of its own, "Va. Declaration of
// Rights".
func (c *Constitution) canonical() string {
	state := builtinIndex().states[c.Jurisdiction]
	if body, _ := words.RightsBodies.EndingAt(c.Name.Text, 0, len(c.Name.Text)); body != nil || state == "" {
		return c.Name.Text
	}
	return state + " Const."
}

// readConstitution reads "U.S. Const. art. I, § 8, cl. 3" at its "Const."
func readConstitution(r reader, a anchor) Citation {
	s := r.text
	c := Constitution{Shared: Shared{text: s}}
	word, abbreviated := constEnd(s[:r.ceil], a.start)
	next := word
	former, _ := r.skipComma(word)
	if k, ok := words.Match(s, former, r.ceil, "former"); ok { // "Cal. Const. former art. XX, § 21"
		next = k
	}
	j, _ := r.skipComma(next)
	if body, k := words.RightsBodies.SpelledAt(s[:r.ceil], j); body != nil { // "Kan. Const. Bill of Rights § 5"
		next = k
	}
	if j := r.skip(next); r.at(j) == ',' {
		next = j
	}
	year, k := r.constYear(word)
	if year != "" {
		next = k
	} else if d, k, ok := r.scanDateParen(word); ok {
		c.Date, next = d, k
	}
	pins, k := r.scanPins(next, "")
	if pins == nil {
		pins, k = r.amendmentByOrdinal(next)
	}
	next = k
	if !constitutional(pins) {
		return nil
	}
	for n := 1; n < len(pins) && lex.IsRoman(pins[0].From); n++ { // the section signs were lost: "art. II, 14, 18"
		if lex.Class[s[pins[n].Span.Start]]&lex.Digit != 0 && pins[n].Kind == PinArticle {
			pins[n].Kind = PinSection
		}
	}
	start := a.start
	c.Jurisdiction, start = r.jurisdictionBefore(start)
	switch {
	case c.Jurisdiction != "" || abbreviated && s[word-1] == '.':
	case abbreviated && year != "": // Michigan's is cited by its year alone, "Const 1963, art 1"
		c.Jurisdiction = "mi"
	case !abbreviated:
		return nil
	}
	c.Name = r.phrase(start, word)
	return r.constitution(&c, pins, start, next)
}

// constEnd returns the end of the word for a constitution that begins at s[i:],
// and whether it is abbreviated.
func constEnd(s string, i int) (next int, abbreviated bool) {
	if lex.HasFoldPrefix(s[i:], "constitution") {
		return i + len("constitution"), false
	}
	if next = i + len("const"); next < len(s) && s[next] == '.' {
		next++
	}
	return next, true
}

// constYear reads the year that some constitutions are named with: "Const.
// 1963", "Const. of 1983".
func (r reader) constYear(i int) (year string, next int) {
	s := r.text[:r.ceil]
	y := lex.Skip(s, i)
	if k, ok := words.Match(s, y, r.ceil, "of"); ok {
		y = lex.Skip(s, k)
	}
	if y == i || lex.DigitsEnd(s, y) != y+4 {
		return "", i
	}
	return s[y : y+4], y + 4
}

// amendmentByOrdinal reads "5th Amend." or "Fifth Amendment" after a constitution.
func (r reader) amendmentByOrdinal(i int) (pins []Pin, next int) {
	s := r.text
	j, _ := r.skipComma(i)
	k := j
	for k < r.ceil && k-j < maxOrdinal && (lex.Class[s[k]]&lex.Alnum != 0 || s[k] == '-') {
		k++
	}
	if k-j < len("1st") || lex.Class[s[j]]&(lex.Digit|lex.Upper) == 0 || !strings.Contains("st nd rd th", s[k-2:k]) {
		return nil, i
	}
	word := r.skip(k)
	kind, _, next := pinWordAt(s, word, r.ceil)
	if kind != PinAmendment {
		return nil, i
	}
	if s[next-1] == '.' && !r.abbreviates(s[word:next]) {
		next--
	}
	number := lex.DigitsEnd(s[:k], j)
	if number == j {
		number = k
	}
	return []Pin{{Span: Span{j, next}, Kind: PinAmendment, From: s[j:number]}}, next
}

// maxOrdinal is the length of the longest number of an amendment, "Twenty-Seventh".
const maxOrdinal = len("Twenty-Seventh")

// constitution completes a constitution of which core and pinpoints are known.
func (r reader) constitution(c *Constitution, pins []Pin, start, next int) Citation {
	c.Pins, c.Core = pins, Span{start, next}
	if d, k, ok := r.scanDateParen(next); ok {
		c.Date, next = d, k
	}
	var on *Online
	c.Span = Span{start, r.shortTail(&c.Shared, &on, next)}
	c.Signal = r.signal(start)
	return c
}

// constitutional reports whether pinpoints are those of a constitution.
func constitutional(pins []Pin) bool {
	if len(pins) == 0 {
		return false
	}
	switch pins[0].Kind {
	case PinArticle, PinAmendment, PinPreamble, PinSection, PinPart, PinChapter:
		return true
	}
	return false
}

// constitutionBySection reads, at a section, "Art. III, § 2" and "article
// II, section 10 of the New Mexico Constitution".
func (r reader) constitutionBySection(a anchor, x sections) Citation {
	s := r.text
	start := x.Start
	pins := x.pins
	if a.class == anchorLabel {
		switch a.label {
		case PinSection, PinArticle, PinClause:
		case PinAmendment:
			return r.constitution(&Constitution{Shared: Shared{text: s}}, pins, start, x.End)
		default:
			return nil
		}
	}
	k := lex.TrimComma(s, r.floor, start)
	if body, from := words.RightsBodies.EndingAt(s, r.floor, k); body != nil {
		if code, from := r.jurisdictionBefore(from); code != "" { // "Va. Declaration of Rights § 10 (1776)"
			c := &Constitution{Shared: Shared{text: s}, Name: r.phrase(from, k), Jurisdiction: code}
			return r.constitution(c, pins, from, x.End)
		}
	}
	if of := x.of; strings.HasSuffix(of.act.Text, " Amendment") {
		c := &Constitution{Shared: Shared{text: s}, Name: of.act, Jurisdiction: "us"}
		return r.constitution(c, pins, start, of.end)
	}
	article := a.label == PinArticle
	if last := len(pins) - 1; articleLast(pins) { // "Section 5(B), Article IV of the Ohio Constitution"
		pins = append([]Pin{pins[last]}, pins[:last]...)
		article = true
	} else if pin, from, ok := r.articleBefore(x.Start); ok {
		pins = append([]Pin{pin}, pins...)
		start = from
	} else if pin, k, ok := r.articleAfter(x.End); ok && !article {
		return r.sectionOfArticle(pin, pins, start, k)
	} else if !article {
		return nil
	}
	next := x.End
	j, _ := r.skipComma(next)
	if code, written, k := r.constitutionAt(j); j > next && code != "" { // "Art. V, § 3(b)(1), Fla. Const."
		c := &Constitution{Shared: Shared{text: s}, Name: written, Jurisdiction: code}
		return r.constitution(c, pins, start, k)
	}
	if k, ok := words.Match(s, j, r.ceil, "of the"); ok {
		code, written, k := r.constitutionAt(r.skip(k))
		if written.Text == "" {
			return nil
		}
		c := &Constitution{Shared: Shared{text: s}, Name: written, Jurisdiction: code}
		r.constitution(c, pins, start, next)
		c.Core.End, c.Span.End = k, k
		return c
	}
	if start == x.Start || r.articleOfAnother(pins, start, a.label) {
		return nil
	}
	return r.constitution(&Constitution{Shared: Shared{text: s}}, pins, start, next)
}

// articleLast reports whether sections are followed by the article that they are of.
func articleLast(pins []Pin) bool {
	last := len(pins) - 1
	return last > 0 && pins[0].Kind == PinSection && pins[last].Kind == PinArticle && lex.IsRoman(pins[last].From)
}

// sectionOfArticle completes a constitution whose article follows its sections:
// "Section 26 of Art. I", "Sections 5 and 10 of Article I of the Ohio Constitution".
func (r reader) sectionOfArticle(article Pin, pins []Pin, start, next int) Citation {
	c := &Constitution{Shared: Shared{text: r.text}}
	of, named := words.Match(r.text, r.skip(next), r.ceil, "of")
	if !named && !lex.IsRoman(article.From) {
		return nil
	}
	if named {
		if the, ok := words.Match(r.text, r.skip(of), r.ceil, "the"); ok {
			of = the
		}
		if c.Jurisdiction, c.Name, next = r.constitutionAt(r.skip(of)); c.Name.Text == "" {
			return nil // "Section 3 of Article 40 of the Code"
		}
	}
	return r.constitution(c, append([]Pin{article}, pins...), start, next)
}

// articleOfAnother reports whether an article without the name of a constitution
// may be one of a code or a contract.
func (r reader) articleOfAnother(pins []Pin, start int, label PinKind) bool {
	if lex.IsRoman(pins[0].From) {
		return false
	}
	if n := len(pins) - 1; n > 0 && strings.Contains(pins[n].From, "-") { // Maryland's code: "Art. 41, § 4-513"
		return true
	}
	return lex.Class[r.text[start]]&lex.Upper == 0 || label == PinClause // "article 4, section 2" may be a lease's
}

// constitutionAt reads "New Mexico Constitution", "United States Constitution".
func (r reader) constitutionAt(i int) (code string, written Phrase, next int) {
	s := r.text
	k := i
	for seen := 0; seen < 5 && k < r.ceil; seen++ {
		m := k
		for r.isAt(m, lex.ASCII) || r.at(m) == '.' {
			m++
		}
		if lex.HasPrefixAt(s[:m], k, "Constitution") {
			m = k + len("Constitution")
		}
		w := s[k:m]
		if w == "Declaration" { // of Rights
			if n, ok := words.Match(s, r.skip(m), r.ceil, "of rights"); ok {
				w, m = "Constitution", n
			}
		}
		if w == "Constitution" || w == "Const." {
			if seen > 0 {
				code = r.tab.jurisdiction(s[i:k])
			} else {
				code = ""
			}
			return code, r.phrase(i, m), m
		}
		if m == k || lex.Class[w[0]]&lex.Upper == 0 && w != "of" {
			break
		}
		k = r.skip(m)
	}
	return "", Phrase{}, i
}

// articleAfter reads "of Art. I" after a section.
func (r reader) articleAfter(i int) (pin Pin, next int, ok bool) {
	s := r.text
	k, ok := words.Match(s, r.skip(i), r.ceil, "of")
	if !ok {
		return pin, i, false
	}
	k = r.skip(k)
	pin, named, next, ok := r.scanPin(k, "")
	return pin, next, ok && named && pin.Kind == PinArticle && lex.Class[s[k]]&lex.Upper != 0
}

// articleBefore reads leftwards "Art. III," or "Amdt. 14," before a section.
func (r reader) articleBefore(i int) (pin Pin, start int, ok bool) {
	s := r.text
	j := r.skipBack(i)
	if j <= r.floor {
		return pin, i, false
	}
	comma := s[j-1] == ','
	if comma {
		j = r.skipBack(j - 1)
	}
	w, next, ok := wordBefore(s, max(r.floor, j-16), j)
	if !ok || w.before != 0 || w.after != 0 {
		return pin, i, false
	}
	label, _, ok := wordBefore(s, max(r.floor, next-16), next)
	if !ok {
		return pin, i, false
	}
	kind, _, end := pinWordAt(s, label.start, next)
	if kind != PinArticle && kind != PinAmendment || lex.Skip(s, end) < w.start {
		return pin, i, false
	}
	number, k := scanPlace(s, w.start, j, true)
	if k != j || !comma && (!lex.IsRoman(number) || lex.Class[s[i]]&lex.Lower != 0) { // "Article I Section 2"
		return pin, i, false
	}
	return Pin{Span: Span{label.start, j}, Kind: kind, From: number}, label.start, true
}
