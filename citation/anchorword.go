package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Anchors at words: "id.", "supra", "Const.", "Cong.", "ed.", "hereinafter", and
// at URLs.

// periodAnchor looks at a period: that of "id." or "ibid.", with or without
// emphasis around it, the first of "www.", or that of a word which a kind has.
func (r reader) periodAnchor(i int) anchor {
	s := r.text
	if i == 0 {
		return anchor{}
	}
	switch c := s[i-1]; c {
	case 'g':
		for _, word := range [...]string{"Cong", "Leg"} {
			if k := i - len(word); r.precededBy(word, i) && (k == 0 || lex.Class[s[k-1]]&lex.Space != 0) {
				return anchor{class: anchorCongress, start: k, end: i + 1}
			}
		}
	case 'c':
		if r.precededBy("Doc", i) {
			return r.symbolAnchor(i)
		}
	case 's':
		if r.precededBy("eds", i) {
			return r.editionAnchor(i)
		}
	case 'd', 'D':
		if r.precededBy("ed", i) && (i == len("ed") || lex.Class[s[i-len("ed")-1]]&lex.Alnum == 0) {
			return r.editionAnchor(i)
		}
		return r.idAnchor(i)
	case 'w':
		if k := i - len("www"); r.precededBy("www", i) && (k == 0 || lex.Class[s[k-1]]&lex.Alnum == 0 && s[k-1] != '/') {
			return anchor{class: anchorURL, start: k, end: i + 1}
		}
	case ' ':
		if i >= 2 && s[i-2] == 'd' { // "Id ., at 322"
			return r.idAnchor(i)
		}
	default:
		if c == '>' || lex.Class[c]&lex.Markup != 0 {
			return r.idAnchor(i)
		}
	}
	return anchor{}
}

// idAnchor looks at the period after "id" or "ibid", or after the emphasis on it.
func (r reader) idAnchor(i int) anchor {
	j := r.skipBack(i)
	for _, word := range [...]string{"ibid", "id"} {
		if k := j - len(word); k >= r.floor && lex.HasFoldPrefix(r.text[k:], word) && beginsId(r.text, k) {
			return anchor{class: anchorId, start: k, end: i + 1}
		}
	}
	return anchor{}
}

// beginsId reports whether "id." at s[k:] is a word of its own: a sentence may end
// right before it.
func beginsId(s string, k int) bool {
	if k == 0 {
		return true
	}
	c := s[k-1]
	if c == '.' {
		return gluedSentence(s, 0, k-1, k)
	}
	return lex.Class[c]&lex.Alnum == 0 && c != '-'
}

// symbolAnchor looks at the period of "Doc.": an anchor when it is that of "U.N.
// Doc." with the symbol of a document after it.
func (r reader) symbolAnchor(i int) anchor {
	s := r.text
	number := r.skip(i + 1)
	if !r.isAt(number, lex.Upper) {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(s, r.floor, i+1)
	if ofType(terms, internationalTypes) == nil {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: number, end: i + 1, terms: terms}
}

// constAnchor looks at a C: an anchor when it begins "Const.", or "Const" or
// "Constitution" with the word for a part of it after, "US Const, Am VI".
func (r reader) constAnchor(i int) anchor {
	s := r.text[:r.ceil]
	if !lex.HasFoldPrefix(s[i:], "const") || i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 {
		return anchor{}
	}
	next, _ := constEnd(s, i)
	a := anchor{class: anchorConst, start: i, end: next}
	if s[next-1] == '.' {
		return a
	}
	if next < len(s) && lex.Class[s[next]]&lex.Alnum != 0 { // "Constr."
		return anchor{}
	}
	if _, next = r.constYear(next); next < len(s) && s[next] == ',' {
		next++
	}
	kind, _, _ := pinWordAt(s, lex.Skip(s, next), len(s))
	if kind != PinArticle && kind != PinAmendment && kind != PinPreamble {
		a.class = anchorNone
	}
	return a
}

// maxEdition bounds what is between a bracket and the "ed." after it.
const maxEdition = 80

// editionAnchor looks at the period of "ed." or "eds.": an anchor when it stands
// in a parenthetical without brackets inside.
func (r reader) editionAnchor(i int) anchor {
	s := r.text
	for k := i - 2; k >= r.floor && i-k < maxEdition; k-- {
		switch s[k] {
		case '(':
			return anchor{class: anchorEdition, start: k, end: i + 1}
		case ')', ';':
			return anchor{}
		}
	}
	return anchor{}
}

// hereinafterAnchor looks at the f of "hereinafter" in brackets: an anchor at the
// date in brackets before it, which is that of a work without a page, "APA,
// Diagnostic Manual (2013) (hereinafter DSM)".
func (r reader) hereinafterAnchor(i int) anchor {
	s := r.text
	k := i - len("hereina")
	if k <= r.floor || s[k:i] != "hereina" || s[k-1] != '(' && s[k-1] != '[' {
		return anchor{}
	}
	end := r.skipBack(k - 1)
	open := r.opening(max(r.floor, end-maxShort), end)
	if open < 0 || s[open] != '(' || lex.Class[s[end-2]]&lex.Digit == 0 {
		return anchor{}
	}
	return anchor{class: anchorEdition, start: open, end: i + 1}
}

// wordAnchor looks at the third letter of a five-letter word.
func wordAnchor(s string, floor, i int, word string) anchor {
	k := i - 2
	if k < floor || len(s)-k < 5 || !lex.HasFoldPrefix(s[k:], word) {
		return anchor{}
	}
	if k > 0 && lex.Class[s[k-1]]&lex.ASCII != 0 || k+5 < len(s) && lex.Class[s[k+5]]&lex.ASCII != 0 {
		return anchor{}
	}
	return anchor{class: anchorSupra, start: k, end: k + 5}
}

// colonAnchor looks at a colon: that of a URL's scheme.
func (r reader) colonAnchor(i int) anchor {
	s := r.text
	if !lex.HasPrefixAt(s, i, "://") {
		return anchor{}
	}
	for _, scheme := range [...]string{"https", "http", "ftp"} {
		if k := i - len(scheme); k >= r.floor && strings.EqualFold(s[k:i], scheme) {
			return anchor{class: anchorURL, start: k, end: i + 3}
		}
	}
	return anchor{}
}

// supraAnchor looks at the p of "supra".
func (r reader) supraAnchor(i int) anchor { return wordAnchor(r.text[:r.ceil], r.floor, i, "supra") }

// infraAnchor looks at the f of "infra".
func (r reader) infraAnchor(i int) anchor { return wordAnchor(r.text[:r.ceil], r.floor, i, "infra") }

// ecliAnchor looks at the first colon of a European Case Law Identifier.
func (r reader) ecliAnchor(i int) anchor {
	k := i - len("ECLI")
	if k < r.floor || !lex.HasPrefixAt(r.text, k, "ECLI") {
		return anchor{}
	}
	terms, start := r.tab.backward.matchBack(r.text, r.floor, i)
	if terms == nil {
		return anchor{}
	}
	return anchor{class: anchorLabel, start: start, number: i + 1, end: i + 1, terms: terms}
}
