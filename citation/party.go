package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How far a party's name reaches to the left.

// adversary splits the words at the "v.".
func (r reader) adversary(words []word, versus, end int) (n caseName) {
	for k := 0; k < versus; k++ { // the defendant: no small words but those of names
		w := words[k]
		if text := r.text[w.start:w.end]; lex.Class[text[0]]&lex.Lower != 0 && !r.tab.is(text, roleJoin) && !r.tab.smallName(text) {
			return n
		}
	}
	first := r.partyBefore(words, versus+1)
	if first < 0 {
		return n
	}
	n.name = r.phrase(words[first].start, end)
	v := words[versus]
	if v.start > n.name.Span.Start && r.text[v.start-1] == '[' { // "Neder [v. United States]"
		v.start--
	}
	if before, after, ok := cutWord(n.name.Text, r.text[v.start:v.end]); ok {
		n.plaintiff = Phrase{before, Span{n.name.Span.Start, lex.SkipBack(r.text, n.name.Span.Start, v.start)}}
		n.defendant = Phrase{after, Span{lex.Skip(r.text[:end], v.end), n.name.Span.End}}
	} else {
		n.plaintiff = r.phrase(words[first].start, v.start)
		n.defendant = r.phrase(v.end, end)
	}
	if n.plaintiff.Text == "" || n.defendant.Text == "" {
		return caseName{}
	}
	return n
}

// cutWord cuts s at a word with a blank on each side.
func cutWord(s, word string) (before, after string, ok bool) {
	i := strings.Index(s, word)
	for i > 0 && (s[i-1] != ' ' || !lex.HasPrefixAt(s, i+len(word), " ")) {
		next := strings.Index(s[i+1:], word)
		if next < 0 {
			return "", "", false
		}
		i += 1 + next
	}
	if i <= 0 {
		return "", "", false
	}
	return s[:i-1], s[i+len(word)+1:], true
}

// partyBefore finds the leftmost word of the party whose last word is
// words[from]; -1 when no name is there.
func (r reader) partyBefore(words []word, from int) (first int) {
	s := r.text
	last := from
	for k := from; k < len(words); k++ {
		w := words[k]
		text := s[w.start:w.end]
		if k > from {
			ends := false
			switch w.after {
			case ',':
				ends = !r.commaInName(words, from, k)
			case '.':
				ends = r.endsBetween(w, words[k-1])
			}
			if ends || r.breaksName(words, k) {
				return r.trimStart(words, from, k-1)
			}
		}
		if isVersus(text) && text != "V." || !r.tab.nameWord(text) || k > from && r.nameAfter(words, k) {
			return r.trimStart(words, from, k-1)
		}
		last = k
		if w.before != 0 {
			break
		}
	}
	return r.trimStart(words, from, last)
}

// commaInName reports whether the comma after words[k] is inside a party's name:
// before "Inc." or "ex rel.", in a list, before a branch or a place.
func (r reader) commaInName(words []word, from, k int) bool {
	right := r.text[words[k-1].start:words[k-1].end]
	if right == "ex" || r.tab.is(right, roleAfterComma) || r.spacedForm(words[:k]) || r.onBehalf(words, k) {
		return true
	}
	return r.inList(words, from, k) || r.branch(words, k) || r.placeOrTrade(words, from, k)
}

// onBehalf reports whether the words after the comma of name[k] say for whom or as
// what a party sues: "Doe, by and through Roe", "Doe, as Receiver of Acme", "Doe, Trustee".
func (r reader) onBehalf(name []word, k int) bool {
	s := r.text
	if p, _ := words.OnBehalf.Match(s, name[k-1].start, r.ceil); p != nil {
		return true
	}
	text := s[name[k-1].start:name[k-1].end]
	for n := k - 2; n >= max(0, k-3) && (text == "as" || text == "the"); n-- {
		text = s[name[n].start:name[n].end]
	}
	return r.tab.is(text, roleCapacity)
}

// breaksName reports whether something that is no part of a name ends at words[k]: a
// signal after a heading, "Evidence of Bias See State v. Santiago", a running head,
// "Opinion of the Court", a sentence with the number of a note, "Missouri.1 Nevils".
func (r reader) breaksName(words []word, k int) bool {
	s := r.text
	text := func(n int) string {
		if n >= len(words) {
			return ""
		}
		return s[words[n].start:words[n].end]
	}
	switch last := text(k); {
	case last == "See":
		return words[k].after == 0
	case last == "Court":
		return text(k+1) == "the" && text(k+2) == "of" && text(k+3) == "Opinion"
	default:
		dot := strings.LastIndexByte(last, '.')
		if dot < 3 || lex.Class[last[dot-1]]&lex.ASCII == 0 || dot+1 == len(last) || !lex.AllDigits(last[dot+1:]) {
			return false
		}
		return r.sentenceEndsBefore(words[k].start, words[k].start+dot, words[k].end)
	}
}

// branch reports whether a part of a body ends at the comma after words[k] and the
// body's name follows: "Local No. 93, Int'l Ass'n of Firefighters".
func (r reader) branch(words []word, k int) bool {
	s := r.text
	for n := k; n < min(len(words), k+3); n++ {
		text := strings.TrimSuffix(s[words[n].start:words[n].end], ",")
		switch {
		case r.tab.is(text, roleBranch):
			return true
		case !lex.AllDigits(text) && text != "No." && text != "Nos.":
			return false
		}
	}
	return false
}

// spacedForm reports whether the last of words and those to the right of it are
// the initials of a business's form, "S. A.", "L. L. C."
func (r reader) spacedForm(words []word) bool {
	s := r.text
	var form [8]byte
	n := 0
	for k := len(words) - 1; k >= 0 && n+2 <= len(form); k-- {
		if w := s[words[k].start:words[k].end]; len(w) != 2 || lex.Class[w[0]]&lex.Upper == 0 || w[1] != '.' {
			break
		}
		form[n], form[n+1] = s[words[k].start], '.'
		n += 2
	}
	return n > 2 && (r.tab.is(string(form[:n]), roleAfterComma) || r.tab.is(string(form[:n-1]), roleAfterComma))
}

// nameAfter reports whether a name begins right after words[k]: "the Second
// Circuit in Doe v. Roe", "Halper and United States v. Roe".
func (r reader) nameAfter(words []word, k int) bool {
	s := r.text
	text := s[words[k].start:words[k].end]
	right := s[words[k-1].start:words[k-1].end]
	switch text {
	case "in":
		if k+1 < len(words) { // "Parents Involved in Community Schools"
			if left := s[words[k+1].start:words[k+1].end]; lex.Class[left[0]]&lex.Upper != 0 && strings.HasSuffix(left, "ed") && len(left) > 4 {
				return false
			}
		}
		return lex.Class[right[0]]&lex.Upper != 0 && right != "Interest" && right != "Re"
	case "and":
		return r.tab.is(right, roleParty)
	case "through":
		return k+1 >= len(words) || s[words[k+1].start:words[k+1].end] != "and"
	}
	return false
}

// inList reports whether the comma after words[k] parts the names of a list
// that ends in "&": "Gibson, Dunn & Crutcher".
func (r reader) inList(words []word, from, k int) bool {
	if from == 0 && r.text[words[k-1].start:words[k-1].end] == "and" {
		return false // "by the plaintiffs, and Dumais I"
	}
	for m := k - 1; m >= from && m > k-4; m-- {
		switch r.text[words[m].start:words[m].end] {
		case "&", "&amp;", "and":
			return true
		}
	}
	return false
}

// trimStart takes the words that no name begins with off the left end.
func (r reader) trimStart(words []word, from, last int) int {
	for ; last >= from; last-- {
		text := r.text[words[last].start:words[last].end]
		if lex.Class[text[0]]&lex.Lower != 0 && !r.tab.is(text, roleNameStart) && !r.tab.smallName(text) {
			continue
		}
		if last > from && r.footnoteNumber(words[last]) && !(r.apart(words[last]) && r.business(words[from:last])) {
			continue
		}
		if last == from || !r.tab.is(text, roleSentenceStart) {
			return last
		}
		switch next := r.text[words[last-1].start:words[last-1].end]; {
		case text == "In" && next == "re", text == "Our" && next == "Lady":
			return last
		}
	}
	return -1
}

// placeOrTrade reports whether what follows the comma of words[k] belongs
// to the name before it: a state ("Kansas City, Mo., Inc.", "Pittsburgh, PA v."), or one word right
// before the "v." when the name begins a citation ("Gladstone, Realtors v.").
func (r reader) placeOrTrade(words []word, from, k int) bool {
	right := words[k-1]
	text := r.text[right.start:right.end]
	if postal := len(text) == 2 && lex.Capitals(text); (postal || text[len(text)-1] == '.') && r.tab.jurisdiction(text) != "" {
		return true
	}
	if r.tab.is(strings.TrimSuffix(text, "."), roleInstitution) && r.government(words[k:]) { // "State, Department of Revenue"
		return true
	}
	if text == "Div." && k > 1 && r.text[words[k-2].start:words[k-2].end] == "of" { // "College-Town, Div. of Interco, Inc."
		return true
	}
	if k-1 != from || lex.Class[text[0]]&lex.Upper == 0 || r.tab.is(text, roleParty) || r.tab.is(text, roleSentenceStart) {
		return false
	}
	return r.beginsCited(words[k:])
}

// beginsCited reports whether the name that ends in words[0] begins a citation: a
// signal, a semicolon or a bracket precedes its few words.
func (r reader) beginsCited(words []word) bool {
	for m, w := range words[:min(len(words), 4)] {
		text := r.text[w.start:w.end]
		if isSignal(strings.TrimSuffix(text, ",")) {
			return true
		}
		if m > 0 && w.after == ';' {
			return true
		}
		if !r.tab.inTitle(text) || m > 0 && w.after == ',' {
			return false
		}
		if w.before == '(' {
			return true
		}
	}
	return false
}

// government reports whether the party that ends in words[0] is a state by that
// name: "State", "Commonwealth", "State of Alaska".
func (r reader) government(words []word) bool {
	s := r.text
	for k, w := range words[:min(len(words), 5)] {
		switch text := strings.TrimSuffix(s[w.start:w.end], ","); {
		case text == "State", text == "Commonwealth", text == "People":
			return k == 0 || s[words[k-1].start:words[k-1].end] == "of"
		case k > 0 && words[k].after == ',':
			return false
		}
	}
	return false
}

// apart reports whether a word begins the text or follows a semicolon or a colon.
func (r reader) apart(w word) bool {
	j := r.skipBack(w.start)
	return j == r.floor || r.text[j-1] == ';' || r.text[j-1] == ':'
}

// business reports whether one of the words designates a business: "LLC".
func (r reader) business(name []word) bool {
	for _, w := range name {
		if r.tab.is(r.text[w.start:w.end], roleAfterComma) {
			return true
		}
	}
	return false
}

// footnoteNumber reports whether a word is the number of a footnote that begins
// with a name: figures at the start of a sentence or a paragraph, not those of
// "See 44 Liquormart". A note that is read by itself has no number before it.
func (r reader) footnoteNumber(w word) bool {
	s := r.text
	if !lex.AllDigits(s[w.start:w.end]) {
		return false
	}
	j := r.skipBack(w.start)
	if j == r.floor {
		return !r.clause
	}
	c := s[j-1]
	switch lines := strings.Count(s[j:w.start], "\n"); {
	case lines > 1:
		return true
	case lines == 1:
		return lex.Class[c]&lex.Lower == 0 && c != ','
	}
	return lex.In(c, lex.High, ".)\";:")
}
