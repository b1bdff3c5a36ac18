package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How a section without a code right before it is read
//
// Sections are in sentences as often as in citations: "section 10(b) of the
// Exchange Act", "article II, section 10 of the New Mexico Constitution", "§
// 768.28, Fla. Stat.", "Rule 12(b)(6)". The numbers are read first, then what
// the words after them say they are part of, and that decides the kind.

// sections is what a section sign or the word "section" leads to, before it is
// known what it is a section of.
type sections struct {
	Span
	pins  []Pin
	etSeq bool
	of    whole // what they are said to be part of
}

// scanBare reads the sections at an anchor without a code next to it.
func (r reader) scanBare(a anchor) (x sections, ok bool) {
	x.Start = a.start
	switch {
	case a.class == anchorSection:
		x.Start = a.number
		x.pins, x.End = r.scanPins(a.number, "")
	case a.terms == nil && a.label != "":
		x.pins, x.End = r.scanSections(a.number, a.label)
	}
	if x.pins == nil {
		return x, false
	}
	if _, next, ok := scanEtSeq(r.text, x.End, r.ceil); ok {
		x.etSeq, x.End = true, next
	}
	x.of = r.ofWhat(x.End)
	return x, true
}

// ownSection reports whether the word before a number is a label that means
// something else: the genitive in "Doe's 12", a lone "s".
func (r reader) ownSection(a anchor) bool {
	if a.class != anchorLabel || a.number-a.start > 4 {
		return false
	}
	s := r.text
	word := s[a.start:lex.SkipBack(s, a.start, a.number)]
	if !strings.EqualFold(strings.TrimSuffix(word, "."), "s") && !strings.EqualFold(strings.TrimSuffix(word, "."), "ss") {
		return false
	}
	// an "S" that stands for a section sign leads to a section's number
	end := r.digitsEnd(a.number)
	before := lex.SkipBack(s, 0, a.start)
	if before > 0 && lex.In(s[before-1], lex.High, "'") {
		return true
	}
	return word == "S." || end-a.number < 3 && r.at(end) != '('
}

// whole is what a section is said to be part of.
type whole struct {
	code   *term  // a code of the table
	act    Phrase // an act by its name
	title  string // a title of the United States Code
	end    int    // after it
	other  bool   // something that is no law
	proper bool   // its name begins with a capital
}

// ofWhat reads what follows a section: ", Fla. Stat.", "of the Exchange
// Act", "of title 42".
func (r reader) ofWhat(i int) (w whole) {
	s := r.text
	j, comma := r.skipComma(i)
	if j >= r.ceil {
		return w
	}
	if lex.Class[s[j]]&lex.Upper != 0 {
		w.code, w.end = r.codeAt(j)
		return w
	}
	of := false
	part := true // what follows is what it is part of
	if word, k := words.Of.Match(s, j, r.ceil); word != nil {
		of, j, part = true, r.skip(k), word.Value == "part"
	}
	if comma && of && r.isAt(j, lex.Upper) { // "title 18, section 924(c), of the United States Code"
		w.code, w.end = r.codeAt(j)
		return w
	}
	of = of && !comma
	if !of || j >= r.ceil {
		return w
	}
	if k, ok := words.Match(s, j, r.ceil, "title"); ok {
		if k = r.skip(k); r.isAt(k, lex.Digit) {
			w.title, w.end = s[k:r.digitsEnd(k)], r.digitsEnd(k)
			return r.codeAfterTitle(w)
		}
	}
	if a := r.codeOfTitle(j); a.terms != nil { // "of 49 U.S.C."
		w.code, w.title, w.end = ofType(a.terms, statuteTypes), s[j:lex.DigitsEnd(s, j)], a.end
		return w
	}
	if r.digitsEnd(j) == j+4 { // "of the 1976 Act"
		j = r.skip(j + 4)
		if j >= r.ceil {
			return w
		}
	}
	if lex.Class[s[j]]&lex.Upper == 0 {
		word, _ := words.Laws.Match(s, j, r.ceil)
		w.other = part && word == nil
		return w
	}
	if w.code, w.end = r.codeAt(j); w.code != nil {
		return w
	}
	w.proper = true
	if w.act, w.end = r.actAt(j); w.act.Text == "" {
		word, _ := words.LawParts.Match(s, j, r.ceil)
		w.other = word == nil
	}
	return w
}

// codeAt reads a code's abbreviation or name that begins at s[i:]; a period that
// ends the sentence after it stays outside.
func (r reader) codeAt(i int) (code *term, next int) {
	terms, next := r.tab.trailing.match(r.text, i, r.ceil)
	if terms == nil {
		return nil, i
	}
	if _, year, ok := date.YearAt(r.text[:r.ceil], r.skip(next)); ok && year > next { // "R.S.Mo. 1939"
		return &terms[0], next
	}
	if r.text[next-1] == '.' && (!strings.HasSuffix(terms[0].abbrev, ".") || strings.Count(terms[0].abbrev, ".") > strings.Count(r.text[i:next], ".")) {
		next--
	}
	return &terms[0], next
}

// codeOfTitle looks at a code with its title before it at s[i:]: "49 U.S.C."
func (r reader) codeOfTitle(i int) (a anchor) {
	if lex.Class[r.text[i]]&lex.Digit == 0 {
		return a
	}
	if a = r.numberAnchor(i); a.class != anchorNumber || ofForm(a.terms, statuteTypes, titleFirst) == nil {
		return anchor{}
	}
	return a
}

// codeAfterTitle completes "of title 42": the United States Code, which may
// be named after it, or another code.
func (r reader) codeAfterTitle(w whole) whole {
	s := r.text
	j, _ := r.skipComma(w.end)
	if k, ok := words.Match(s, j, r.ceil, "of the"); ok {
		j = r.skip(k)
	}
	if r.isAt(j, lex.Upper) {
		if code, next := r.codeAt(j); code != nil {
			w.code, w.end = code, next
			return w
		}
	}
	w.code = r.tab.usc
	return w
}

// actAt reads the name of an act that begins at s[i:]: capitalised words with
// one of roleAct among them and perhaps a year after it, or an acronym.
func (r reader) actAt(i int) (name Phrase, next int) {
	s := r.text
	end, acronym := 0, 0
	seen := 0
	for k := i; k < r.ceil && k-i < maxAct && seen < 14; seen++ {
		m := k
		for m < r.ceil && lex.NoiseAt(s, m) == 0 && strings.IndexByte(",;:()[]\"", s[m]) < 0 {
			m++
		}
		w := strings.TrimRight(s[k:m], ".")
		if w == "" || !r.tab.inTitle(w) {
			break
		}
		switch {
		case r.tab.is(w, roleAct), w == "Article" && end > 0: // Maryland: "the Criminal Law Article"
			end = k + len(w)
		case seen == 0 && lettersOfAct(w, 3, 10):
			acronym = k + len(w)
		}
		if m < r.ceil && lex.NoiseAt(s, m) == 0 {
			break
		}
		if strings.HasSuffix(s[k:m], ".") && end > 0 {
			break
		}
		k = r.skip(m)
	}
	if end == 0 {
		if acronym == 0 {
			return name, i
		}
		return r.phrase(i, acronym), acronym
	}
	if k, ok := words.Match(s, r.skip(end), r.ceil, "of"); ok { // "of 1934"
		k = r.skip(k)
		if y := r.digitsEnd(k); y == k+4 {
			end = y
		}
	}
	return r.phrase(i, end), end
}

// lettersOfAct reports whether a word of least to most letters is what an act is
// called by: "ERISA", and no Roman numeral.
func lettersOfAct(w string, least, most int) bool {
	return least <= len(w) && len(w) <= most && lex.Capitals(w) && !lex.IsRoman(w)
}

// beforeSessionLaw reports whether a place in the session laws or in a treaty
// series follows: then the sections are those of what is printed there.
func (r reader) beforeSessionLaw(i int) bool {
	j, comma := r.skipComma(i)
	if !comma {
		return false
	}
	if _, k, ok := scanDate(r.text[:r.ceil], j); ok { // "art. 2, § 3, Dec. 19, 1966, 999 U.N.T.S. 171"
		if k = r.skip(k); r.at(k) == ',' {
			j = r.skip(k + 1)
		}
	}
	if !r.isAt(j, lex.Digit) {
		return false
	}
	a := r.numberAnchor(j)
	return a.class == anchorNumber && (a.terms[0].series != nil || ofForm(a.terms, sessionTypes, numberFirst) != nil)
}
