package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// The words that names are made of, read from right to left.

// A word is one word of a candidate name; its span has no punctuation at its
// edges but the period that may be part of it.
type word struct {
	start, end int
	before     byte // punctuation glued to its left: '(' '[' '"' or 0
	after      byte // punctuation glued to its right: ',' ';' ':' '.' or 0
}

// wordBefore reads the word that ends at s[:j], noise passed over. It begins at low
// at the earliest, and within no character; what has more than maxShort bytes is none.
func wordBefore(s string, low, j int) (w word, next int, ok bool) {
	low = min(lex.CharAt(s, low), j)
	j = lex.SkipBack(s, low, j)
	if j > low {
		switch c := s[j-1]; c {
		case ',', ';', ':':
			if c == ';' {
				if k := lex.EntityBefore(s, low, j); k < j { // "&amp;"
					return word{start: k, end: j}, k, true
				}
			}
			w.after = c
			j = lex.SkipBack(s, low, j-1)
		case ')', ']', '}':
			return w, j, false
		}
	}
	from := max(low, j-maxShort)
	i := plainWord(s, from, j)
	if i < j {
		w.start, w.end = i, j
		return w, i, true
	}
	if i = markedWord(s, from, j); i == from && from > low {
		return w, j, false
	}
	// a closing quote stays outside, an opening one parts
	for j > i && lex.QuoteLen(s, j, i) > 0 {
		j -= lex.QuoteLen(s, j, i)
	}
	for n := lex.OpenQuote(s, i, j); n > 0; n = lex.OpenQuote(s, i, j) {
		i += n
		w.before = '"'
	}
	if i > low && (s[i-1] == '(' || s[i-1] == '[') {
		w.before = s[i-1]
	}
	if j > i && s[j-1] == '.' {
		w.after = '.'
	}
	for i < j && s[i] == '.' && j-i > 3 { // "....Madsen"
		i++
		w.before = '.'
	}
	if k, sentence := gluedAt(s, i, j); k > i {
		if i = k; sentence {
			w.before = '.'
		}
	}
	if i < j && w.before == 0 {
		i = firstHalf(s, low, i)
	}
	w.start, w.end = i, j
	return w, i, j > i
}

// endsPhrase reports whether a semicolon or a colon follows a word: no name goes on
// after it.
func (w word) endsPhrase() bool { return w.after == ';' || w.after == ':' }

// markedWord returns where the word begins that ends at s[:j], with the marks and
// entities in it: "Int&rsquo;l".
func markedWord(s string, low, j int) int {
	i := j
	for i > low {
		if wordByte(s, low, i) {
			i--
			continue
		}
		if n := lex.UnseenBefore(s, low, i); n > 0 && lex.IsAt(s, i, lex.Letter) && i-n > low && lex.Class[s[i-n-1]]&lex.Letter != 0 {
			i -= n
			continue
		}
		if s[i-1] != ';' {
			break
		}
		k := lex.EntityBefore(s, low, i)
		if k == i || k <= low || lex.Class[s[k-1]]&lex.ASCII == 0 || lex.NoiseAt(s, k) > 0 {
			break
		}
		i = k
	}
	return i
}

// firstHalf returns where a word begins of which a line's end splits off the half at
// s[i:], "Replace-\nment"; i when none does.
func firstHalf(s string, low, i int) int {
	if lex.Class[s[i]]&lex.Lower == 0 {
		return i
	}
	k := lex.SkipBack(s, low, i)
	if k <= low+1 {
		return i
	}
	hyphen := s[k-1] == '-' && lex.EndsInHyphen(s[k-2:k], s, i)
	if !hyphen && (k == i || !lex.SoftHyphen(s, k)) {
		return i
	}
	for k > low && wordByte(s, low, k) {
		k--
	}
	return k
}

// plainWord is the fast path of wordBefore: it returns where the word begins that
// ends at s[:j] when it is letters and digits alone with a blank before it, and no
// word that a line's end parts; otherwise j.
func plainWord(s string, low, j int) int {
	i := j
	for i > low && lex.Class[s[i-1]]&lex.Alnum != 0 {
		i--
	}
	if i == j || i-2 < low || s[i-1] != ' ' {
		return j
	}
	if lex.Class[s[i]]&lex.Lower != 0 && (s[i-2] == '-' || lex.Class[s[i-2]]&lex.NoiseEnd != 0) {
		return j
	}
	return i
}

// gluedAt returns the offset in the word s[i:j] at which another begins without
// a blank before it: a sentence ("protection.Ginzburg", with or without a
// quotation mark), a "v." after a name
// ("Inc.v.") or a name after a "v." ("v.Jones"); i when none does. Abbreviations in
// a row are one word, "Ins.Co."
func gluedAt(s string, i, j int) (k int, sentence bool) {
	if j-i <= len("Cf.") {
		return i, false
	}
	switch {
	case s[i:i+3] == "Cf." && lex.Class[s[i+3]]&lex.Upper != 0:
		return i + 3, true
	case s[j-2:j] == "v." && (s[j-3] == '.' || s[j-3] == ','):
		return j - 2, false
	case s[i:i+2] == "v." && lex.Class[s[i+2]]&lex.Upper != 0 && lex.Class[s[i+3]]&lex.Lower != 0:
		return i + 2, false
	case lex.Class[s[i]]&lex.Upper != 0 && s[j-1] == '.' && strings.IndexByte(s[i:j-1], '.') <= len("Liab."): // "Ins.Co."
		return i, false
	}
	for k := j - 2; k > i+2; k-- {
		if c := s[k-1]; c != '.' && c != '?' && c != '!' {
			continue
		}
		if m := afterQuote(s, k, j); gluedSentence(s, i, k-1, m) {
			return m, true
		}
	}
	return i, false
}

// afterQuote passes over a quotation mark of either side at s[k:j].
func afterQuote(s string, k, j int) int {
	if lex.HasPrefixAt(s, k, "”") {
		return k + len("”")
	}
	return k + lex.OpenQuote(s, k, j)
}

// wordByte reports whether s[i-1] belongs to a word.
func wordByte(s string, low, i int) bool {
	c := s[i-1]
	switch {
	case lex.Class[c]&lex.Alnum != 0:
		return true
	case lex.Class[c]&lex.Space != 0, strings.IndexByte("()[],;:*_>`", c) >= 0:
		return false
	case c == 0xC2 && i < len(s) && s[i] == 0xAD, c == 0xAD && i >= low+2 && s[i-2] == 0xC2:
		return i+1 < len(s) && lex.Class[s[i]]&(lex.ASCII|lex.High) != 0 // a soft hyphen inside the word
	case c >= 0x80:
		return lex.SkipBack(s, low, i) == i
	}
	return true
}

// isVersus reports whether a word is "v." in one of its forms.
func isVersus(w string) bool {
	switch w {
	case "v.", "v", "vs.", "vs", "V.", "VS.", "Vs.":
		return true
	}
	return false
}

// abbreviates reports whether a word is an abbreviation that has a period, which may
// be after it here.
func (r reader) abbreviates(word string) bool {
	return r.sentences().Abbreviates(strings.TrimSuffix(word, "."))
}

// inTitle reports whether a word may be inside a title or the name of an act: it
// has a capital, or joins those that have.
func (x *index) inTitle(w string) bool {
	return lex.Class[w[0]]&lex.Upper != 0 || x.is(w, roleJoin)
}

// nameWord reports whether a word may be inside a party's name.
func (x *index) nameWord(w string) bool {
	c := w[0]
	if lex.Class[c]&(lex.Upper|lex.Digit|lex.High) != 0 || strings.IndexByte("&($#", c) >= 0 {
		return true
	}
	return x.is(w, roleJoin) || x.smallName(w)
}

// smallName reports whether a word that begins with a small letter is a name: a
// capital is inside, "eBay", also after an apostrophe or a particle's hyphen,
// "d'Alene", "al-Kidd", or figures are, "i4i".
func (x *index) smallName(w string) bool {
	if lex.Camel(w) {
		return true
	}
	i := 0
	for i < len(w) && lex.Class[w[i]]&lex.Lower != 0 {
		i++
	}
	if i == 0 || i == len(w) {
		return false
	}
	if lex.Class[w[i]]&lex.Digit != 0 {
		k := lex.DigitsEnd(w, i)
		return k < len(w) && lex.Class[w[k]]&lex.ASCII != 0
	}
	rest := strings.TrimLeft(w[i:], "'’")
	if w[i] == '-' && x.is(w[:i], roleParticle) {
		rest = w[i+1:]
	}
	k := len(w) - len(rest)
	return k > i && k < len(w) && lex.Class[w[k]]&(lex.Upper|lex.High) != 0
}

// lastWordAt returns the offset of the last word of s[i:j].
func lastWordAt(s string, i, j int) int {
	for j > i && lex.Class[s[j-1]]&lex.Space != 0 {
		j--
	}
	k := j
	for k > i && lex.Class[s[k-1]]&lex.Space == 0 {
		k--
	}
	return min(k, len(s)-1)
}
