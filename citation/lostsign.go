package citation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Sections whose sign was lost when the text was taken out of its file: "an action
// under 1983", "the request for 212(c) relief".

// lost reports whether the text has lost its section signs, by all that was read.
func (g signHabit) lost() bool { return g.missed && !g.kept }

// hear looks at the sections of a citation.
func (g *signHabit) hear(c Citation) {
	var code *Code
	switch c := c.(type) {
	case *Statute:
		code = c.Code
	case *Rule:
		code = c.Code
	case *ShortStatute:
	default:
		return
	}
	core := c.Common().Core.In(c.Common().text)
	switch {
	case hasSign(core):
		g.kept = true
	case code != nil && signed(code.layout()) && !strings.Contains(core, "ec"): // "section", "sec."
		g.missed = true
	}
	if code != nil {
		number := ""
		for _, p := range sectionsOf(c) {
			number = p.From
		}
		g.hyphened = g.hyphened || strings.Count(number, "-") == 2
	}
}

// hasSign reports whether a section sign is in s.
func hasSign(s string) bool { return strings.Contains(s, "§") || strings.Contains(s, "&sect;") }

// saidSection reports whether the number s[i:j] is that of a section cited
// before whose sign was lost: with a subdivision after it, "under 1915(d)", or
// a word for what is brought under it, "a 1983 action"; or of one that cannot be
// anything else.
func (r reader) saidSection(i, j int) bool {
	s := r.text
	k := j
	for r.isAt(k, lex.ASCII) { // "2409a"
		k++
	}
	if r.unsigned(i, j, k) {
		return true
	}
	if lex.DashAt(s, k, r.ceil) > 0 {
		return r.saidArticle(i, k)
	}
	if k == j+1 && r.digitsEnd(k) > k { // a guideline: "2L1.2"
		return r.saidGuideline(i, k)
	}
	if dot := strings.IndexByte(s[i:j], '.'); dot > 0 {
		return r.saidPart(i, i+dot) || r.saidWhole(i, j)
	}
	if j-i < 3 || k-j > 2 || !r.said.numbers.may(s[i:k]) || !r.afterBlankOrBracket(i) {
		return false
	}
	if r.at(k) != '(' {
		w := r.skip(k)
		if k == j && (w == k || !r.isAt(w, lex.Lower) || !r.tab.is(s[w:lex.LettersEnd(s[:r.ceil], w)], roleAfterSection)) {
			return false // "2409a" is a section's without such a word
		}
	} else if lex.Subdivisions(s, k, r.ceil) == k {
		return false
	}
	for _, number := range r.said.sections.items {
		if number == s[i:k] {
			return true
		}
	}
	return false
}

// unsigned reports whether the number s[i:j], with the letter after it up to s[k],
// has the look of a section in a text that has lost its signs: subdivisions, of
// which a letter is the first after a plain number, "212(c)".
func (r reader) unsigned(i, j, k int) bool {
	s := r.text
	if !r.said.signs.lost() || k-j > 1 || !r.beginsNumber(i) {
		return false
	}
	for groups := 0; lex.DashAt(s, k, r.ceil) > 0; groups++ { // "35-13-2(A)"
		if groups == 2 {
			return false
		}
		k = r.digitsEnd(k + lex.DashAt(s, k, r.ceil))
	}
	if k+2 >= r.ceil || s[k] != '(' || lex.Class[s[k+1]]&lex.ASCII == 0 || s[k+2] != ')' {
		return r.said.signs.hyphened && r.hyphenedSection(i)
	}
	code, _ := r.tab.trailing.match(s, r.skip(lex.Subdivisions(s, k, r.ceil)), r.ceil) // "Rules 1-072(G); 7-703(F) NMRA"
	return code == nil && words.Plans.Word(s[i:k+3]) == nil
}

// hyphenedSection reports whether the number at s[i:] has the form of a section by
// title, chapter and section where nothing but a citation stands: the end of a
// sentence or a clause after it, "commerce. 57-12-3. An", or a range, "57-12-1 to
// -22". A day of the year, "9-12-95", has a month first.
func (r reader) hyphenedSection(i int) bool {
	s := r.text[:r.ceil]
	k, first := i, lex.DigitsEnd(s, i)
	for groups := 0; groups < 3; groups++ {
		end := lex.DigitsEnd(s, k)
		if end == k || end-k > 3 {
			return false
		}
		k = end
		if groups < 2 {
			if k >= len(s) || s[k] != '-' {
				return false
			}
			k++
		}
	}
	if n, _ := strconv.Atoi(s[i:first]); n <= 12 {
		return false
	}
	if k < len(s) && s[k] == '.' && k+1 < len(s) && lex.Class[s[k+1]]&lex.Digit != 0 { // "53-8-25.1"
		k = lex.DigitsEnd(s, k+1)
	}
	if to, ok := words.Match(s, lex.Skip(s, k), len(s), "to"); ok {
		to = lex.Skip(s, to)
		return to+1 < len(s) && s[to] == '-' && lex.Class[s[to+1]]&lex.Digit != 0
	}
	return k >= len(s) || strings.IndexByte(".;,)", s[k]) >= 0
}

// beginsNumber reports whether a number that nothing counts may begin at s[i:]: a
// sentence or a clause begins there, or a small word or a signal precedes it.
// A capitalised word may be the end of a title, "52A C.J.S. Larceny 29(c)".
func (r reader) beginsNumber(i int) bool {
	s := r.text
	j := r.skipBack(i)
	if j == r.floor {
		return true
	}
	switch c := s[j-1]; {
	case strings.IndexByte(",;(\"", c) >= 0:
		return true
	case c == '.':
		return j < i && r.sentenceEnds(r.floor, j-1)
	case j == i || lex.Class[c]&lex.ASCII == 0:
		return false
	}
	w := lastWordAt(s, r.floor, j)
	kind, _, _ := pinWordAt(s, w, j)
	return kind == "" && (lex.Class[s[w]]&lex.Lower != 0 || r.tab.is(s[w:j], roleSentenceStart))
}

// lostConstitution reports whether the number at s[i:] is that of a section of a
// constitution's article, whose sign was lost: "(art. II, 3)". What ends a citation
// or lists another section follows.
func (r reader) lostConstitution(i int) bool {
	k := r.digitsEnd(i)
	if k-i > 2 || !r.stopsAt(k, ",;).:") {
		return false
	}
	pin, _, ok := r.articleBefore(i)
	return ok && lex.IsRoman(pin.From)
}

// saidArticle reports whether the number that begins at s[i:] and has a hyphen at
// s[k] is that of a section, of which the sign was lost, in an article cited
// before: "See 41-5-13".
func (r reader) saidArticle(i, k int) bool {
	s := r.text
	for k < r.ceil && k-i < maxSection && (lex.Class[s[k]]&lex.Alnum != 0 || lex.DashAt(s, k, r.ceil) > 0) {
		k += max(1, lex.DashAt(s, k, r.ceil))
	}
	number := plainHyphens(s[i:k])
	article := articleOf(number)
	if article == "" || !lex.IsAt(number, len(article), lex.Digit) || !r.afterBlankOrBracket(i) {
		return false
	}
	return r.said.numbers.may(article) && slices.Contains(r.said.sections.items, article)
}

// afterBlankOrBracket reports whether a blank or an opening bracket precedes s[i],
// or nothing.
func (r reader) afterBlankOrBracket(i int) bool {
	return i == 0 || lex.In(r.text[i-1], lex.Space, "(")
}

// saidPart reports whether the number that begins at s[i:] and has a period at
// s[k] is that of a section, of which the sign was lost, in a part cited before:
// "See 416.1405". It is one by its length, or a subdivision or the end of a
// clause follows, as no measure's "103.22 hours" has them.
func (r reader) saidPart(i, k int) bool {
	s := r.text
	end := r.digitsEnd(k + 1)
	if end-k <= len(".1") || k-i > maxSection || !r.said.numbers.may(s[i:k+1]) || i > r.floor && !r.afterBlankOrBracket(i) {
		return false
	}
	if end-k <= len(".12") && !r.stopsAt(end, ",;)") && lex.Subdivisions(s, end, r.ceil) == end {
		return false
	}
	return slices.Contains(r.said.sections.items, s[i:k+1])
}

// saidWhole reports whether the number s[i:j] is, figure by figure, that of a section
// cited before, and a clause ends after it: "the criteria of 12.07. Thus".
func (r reader) saidWhole(i, j int) bool {
	s := r.text
	return r.said.numbers.may(s[i:j]) && r.stopsAt(j, ".,;)") && r.beginsNumber(i) && slices.Contains(r.said.sections.items, s[i:j])
}

// saidGuideline reports whether the number that begins at s[i:], a figure and a
// letter up to s[k], is that of a sentencing guideline cited before: "2L1.2".
func (r reader) saidGuideline(i, k int) bool {
	s := r.text
	for r.isAt(k, lex.Digit) || r.at(k) == '.' && r.isAt(k+1, lex.Digit) {
		k++
	}
	number := s[i:k]
	return strings.IndexByte(number, '.') > 0 && r.said.numbers.may(number) && slices.Contains(r.said.sections.items, number)
}

// plainHyphens writes dashes as hyphens.
func plainHyphens(s string) string {
	if lex.IsASCII(s) {
		return s
	}
	return dashesToHyphens.Replace(s)
}

var dashesToHyphens = strings.NewReplacer("–", "-", "—", "-", "‑", "-")

// maxSection bounds the length of a section's number that is looked for among
// those cited before.
const maxSection = 24

// articleOf returns what the numbers of the sections of one article or part begin
// with: in codes that count by chapter, article and section "41-5-" of "41-5-13",
// in those that count by part and section "416." of "416.1405". It is empty for
// other numbers.
func articleOf(number string) string {
	number = plainHyphens(number)
	last := strings.LastIndexByte(number, '-')
	switch {
	case last < 0:
		if dot := strings.IndexByte(number, '.'); dot >= 3 && lex.AllDigits(number[:dot]) {
			return number[:dot+1]
		}
		return ""
	case strings.IndexByte(number[:last], '-') < 0:
		return ""
	}
	return number[:last+1]
}
