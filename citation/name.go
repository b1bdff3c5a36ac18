package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How a case's name is found
//
// The name is to the left of the volume: "Doe v. Acme, Inc., 531 U.S. 98".
// The words there are read from right to left until something that cannot
// are inside a name: the end of a sentence, a semicolon, a colon, the
// previous citation, or more than maxName bytes. A "v." among them parts the
// defendant, who is all that follows it, from the plaintiff, who is as
// much before it as looks like a name: capitalised words, the small words that
// join them, and commas only where names have them ("Acme, Inc."). Without a
// "v." the words make a name when they begin as one: "In re", "Ex parte".
//
// Words that begin sentences ("In", "Under", "See") are then taken off the
// left end. Bluebook Rule 10.2; Indigo Book R12.

const (
	maxName      = 320 // bytes to the left of the volume
	maxNameWords = 48
)

// A caseName is what precedes a case's first report.
type caseName struct {
	name, plaintiff, defendant Phrase
}

func (n caseName) found() bool { return n.name.Text != "" }

// nameBefore reads the name that ends before offset i. short allows one
// party's name alone, as short forms have it.
func (r reader) nameBefore(i int, short bool) (n caseName) {
	var words [maxNameWords]word
	j := r.skipPageNumber(lex.TrimComma(r.text, r.floor, i))
	if r.quotedSentence(j) {
		return n
	}
	if r.at(j) != ',' && strings.Count(r.text[j:i], "\n") > 1 { // a heading: of an opinion's caption and court, the last line
		r.floor = r.lineAbove(j)
	}
	if k := r.quotedComma(j); k < j {
		if n = r.nameBefore(k, false); n.found() && !r.quoteOpens(n.name.Span.Start) {
			return caseName{}
		}
		return n
	}
	end := j
	if k := r.skipCaption(j); k < j {
		if in := lex.Skip(r.text, k); !procedureAt(r.text, in+1) && !strings.Contains(r.text[in:j], " v. ") {
			end = k
		}
		j = k
	}
	count, versus := r.wordsBefore(words[:], j)
	if count == 0 {
		return n
	}
	switch {
	case versus > 0 && versus+1 < count:
		n = r.adversary(words[:count], versus, j)
		if n.found() && end > j {
			n.name = r.phrase(n.name.Span.Start, end)
		}
		return n
	case versus < 0:
		if first := procedural(r.text, words[:count]); first >= 0 {
			n.name = r.phrase(words[first].start, end)
			return n
		}
		if short && !r.tab.courtly(r.text, words[:count]) {
			if first := r.partyBefore(words[:count], 0); first > 0 || first == 0 && !r.opensSentence(words[0]) && !r.leftBlank(words[0]) {
				n.name = r.phrase(words[first].start, end) // with "(Germany v. Italy)"
			}
		}
	}
	return n
}

// quotedSentence reports whether a quotation mark after a sentence's end stands
// at s[:j]: what is before it is no name.
func (r reader) quotedSentence(j int) bool {
	if j <= r.floor {
		return false
	}
	n := lex.QuoteLen(r.text, j, r.floor)
	if n == 0 || j-n == r.floor || strings.IndexByte(".?!", r.text[j-n-1]) < 0 {
		return false
	}
	return r.text[j-n-1] != '.' || r.sentenceEnds(r.floor, j-n-1)
}

// lineAbove returns where the lines begin that end at s[:j], without a blank one
// between them.
func (r reader) lineAbove(j int) int {
	for end := j; ; {
		k := strings.LastIndexByte(r.text[r.floor:end], '\n') + r.floor
		if k < r.floor {
			return r.floor
		}
		if blankLine(r.text, k) {
			return k + 1
		}
		end = k
	}
}

// quotedComma passes leftwards over a closing quotation mark and the comma inside
// it, which may end a name: "“Doe v. Roe,” 531 U.S. 98".
func (r reader) quotedComma(j int) int {
	if j <= r.floor {
		return j
	}
	if n := lex.QuoteLen(r.text, j, r.floor); n > 0 && r.before(j-n) == ',' {
		return j - n - 1
	}
	return j
}

// quoteOpens reports whether a quotation mark opens before offset i.
func (r reader) quoteOpens(i int) bool {
	for _, mark := range [...]string{`"`, "“"} {
		if r.precededBy(mark, i) {
			return true
		}
	}
	return false
}

// opensSentence reports whether a word is a signal or one that begins sentences.
func (r reader) opensSentence(w word) bool {
	text := strings.TrimRight(r.text[w.start:w.end], ",")
	return r.tab.is(text, roleSentenceStart)
}

// leftBlank reports whether a word is a reporter of which volume and page were
// left blank: "cert. denied,     U.S.    , 112 S. Ct. 2965".
func (r reader) leftBlank(w word) bool {
	if r.text[w.start+1] != '.' {
		return false
	}
	terms, next := r.tab.forward.match(r.text, w.start, r.ceil)
	return reporterOf(terms) != nil && next >= w.end
}

// courtly reports whether the word before a citation is that of a court, a day
// or a page, not of a party: "the Second Circuit, 841 F.2d 1207".
func (x *index) courtly(s string, words []word) bool {
	w := s[words[0].start:words[0].end]
	return lex.Class[w[0]]&lex.Digit != 0 || x.is(w, roleCourt)
}

// skipPageNumber passes leftwards over a page's number that is on a line of
// its own after a comma.
func (r reader) skipPageNumber(j int) int {
	s := r.text
	k := j
	for j-k < 5 && r.isBefore(k, lex.Digit) {
		k--
	}
	if k == j || k == r.floor || strings.IndexByte("\r\n", lex.At(s, j)) < 0 {
		return j
	}
	m := r.skipBack(k)
	if r.before(m) != ',' || strings.IndexByte(s[m:k], '\n') < 0 {
		return j
	}
	return r.skipBack(m - 1)
}

// procedureAt reports whether "In re" or the like is at s[i:].
func procedureAt(s string, i int) bool {
	p, _ := words.Procedural.Match(s, i, len(s))
	return p != nil
}

// skipCaption passes leftwards over a popular name in brackets: "(Smith II)",
// or the second caption of a bankruptcy case, "(In re Doe)".
func (r reader) skipCaption(j int) int {
	if r.before(j) != ')' {
		return j
	}
	for k := j - 2; k >= r.floor && k > j-80; k-- {
		switch c := r.text[k]; {
		case c == ')':
			return j
		case c == '(':
			open := r.skipBack(k)
			if first := k + 1 + lex.OpenQuote(r.text, k+1, j); open > r.floor && lex.Class[r.text[first]]&lex.Upper != 0 && (lex.Class[r.text[j-2]]&lex.Digit == 0 || lex.HasPrefixAt(r.text, first, "No. ")) {
				return open
			}
			return j
		}
	}
	return j
}

// wordsBefore collects the words that end at j and to the left of it, nearest
// first, up to something that ends a name. versus is the index of the last
// "v." met, -1 when there is none.
func (r reader) wordsBefore(words []word, j int) (count, versus int) {
	s := r.text
	low := max(r.floor, j-maxName)
	versus = -1
	for count < len(words) {
		w, k, ok := wordBefore(s, low, j)
		if !ok && count > 0 {
			w, k, ok = r.nameInBrackets(words[count-1], low, j)
		}
		quote := w.end-w.start == len("’") && s[w.start] == 0xE2 // a quotation mark alone
		if !ok || quote || w.after == ';' || w.after == ':' && count > 0 {
			break
		}
		if count > 0 && w.after == '.' && r.sentenceBetween(w, words[count-1], versus < 0) {
			break
		}
		words[count] = w
		if text := s[w.start:w.end]; isVersus(text) && count > 0 && !(versus >= 0 && text == "V.") { // not the V. of "B. V."
			if versus >= 0 {
				break
			}
			versus = count
			if w.before == '[' { // "Neder [v. United States, 527 U.S. 1]"
				words[count].before, w.before = 0, 0
				k--
			}
		}
		count++
		if w.before != 0 || versus >= 0 && count > versus+24 || w.end-w.start == len("In") && r.opensLine(words[:count]) {
			break
		}
		j = k
	}
	return count, versus
}

// opensLine reports whether the last of the words collected is an "In" that
// begins a line below a heading: "Roe Is Distinguishable\nIn Roe v. Wade". What
// is above it is no part of the name.
func (r reader) opensLine(words []word) bool {
	s := r.text
	last := len(words) - 1
	if w := words[last]; last < 2 || s[w.start:w.end] != "In" || strings.IndexByte(s[r.skipBack(w.start):w.start], '\n') < 0 {
		return false
	}
	next := s[words[last-1].start:words[last-1].end]
	return next != "re" && next != "Re" && next != "the"
}

// sentenceBetween reports whether a sentence ends at the period after the word
// left and the next begins with the word right. Inside the name of a party
// before "v." that is told by a signal alone; strict tells by other words too.
func (r reader) sentenceBetween(left, right word, strict bool) bool {
	if !strict || words.OpensCitation(r.text, right.start, r.ceil) {
		return words.OpensCitation(r.text, right.start, r.ceil)
	}
	return r.endsBetween(left, right) && !r.insideParty(left)
}

// endsBetween reports whether a sentence ends at the period after the word left, and
// the word right begins another: it is none that can only go on with a name.
func (r reader) endsBetween(left, right word) bool {
	return r.sentenceFollows(left) && !r.designates(right)
}

// insideParty reports whether the period after a short capitalised word is one
// of an abbreviation that the table does not know, since a "v." stands a few
// capitalised words before it: "Roe v. Hills Twnsh. Council".
func (r reader) insideParty(w word) bool {
	s := r.text
	if w.end-w.start > maxUnknown || lex.Class[s[w.start]]&lex.Upper == 0 || r.tab.jurisdiction(strings.TrimSuffix(s[w.start:w.end], ".")) != "" {
		return false
	}
	j := w.start
	for words := 0; words < 6; words++ {
		left, k, ok := wordBefore(s, max(r.floor, j-maxShort), j)
		if !ok || left.before != 0 || left.endsPhrase() {
			return false
		}
		text := s[left.start:left.end]
		if isVersus(text) {
			return true
		}
		if !r.tab.nameWord(text) || r.sentenceFollows(left) {
			return false
		}
		j = k
	}
	return false
}

// maxUnknown is the length of the longest abbreviation, with its period, that is
// taken for one without the table.
const maxUnknown = 7

// maxBracketed bounds a part of a name in brackets.
const maxBracketed = 24

// nameInBrackets reads the part of a name in brackets that ends at s[:j], after
// which stands "v." or what designates a business, "Laidlaw (TOC), Inc.", or before
// which a name without "v." begins: "In re Laidlaw (Doe) Litigation".
func (r reader) nameInBrackets(right word, low, j int) (w word, next int, ok bool) {
	s := r.text
	text := s[right.start:right.end]
	joined := isVersus(text) || r.tab.is(text, roleAfterComma)
	j = lex.SkipBack(s, low, j)
	if j > low && s[j-1] == ',' {
		w.after = ','
		j = lex.SkipBack(s, low, j-1)
	}
	if j == low || s[j-1] != ')' {
		return w, j, false
	}
	for k := j - 2; k > low && j-k < maxBracketed; k-- {
		switch c := s[k]; {
		case c == '(':
			w.start, w.end = k, j
			return w, k, lex.Class[s[k+1]]&lex.Upper != 0 && (joined || r.procedureBefore(k))
		case lex.Class[c]&lex.Digit != 0, c == ')':
			return w, j, false
		}
	}
	return w, j, false
}

// procedureBefore reports whether the few words before offset i begin as a name without
// "v.": "In re Laidlaw ".
func (r reader) procedureBefore(i int) bool {
	s := r.text
	for n, j := 0, i; n < 6; n++ {
		w, next, ok := wordBefore(s, max(r.floor, j-maxShort), j)
		if !ok || w.before != 0 || w.after == ',' || w.endsPhrase() {
			return false
		}
		if p, k := words.Procedural.Match(s, w.start, i); p != nil && k < i {
			return true
		}
		j = next
	}
	return false
}

// designates reports whether a word can only go on with a name, so that the
// period before it ends no sentence: "Co.", "Auth."
func (r reader) designates(w word) bool {
	text := r.text[w.start:w.end]
	return r.tab.is(text, roleAfterComma) || len(text) > 4 && w.after == '.' && r.abbreviates(text)
}

// procedural finds where a name without "v." begins: "In re Smith".
// A longer phrase wins over one that it ends in: "In the Matter of".
func procedural(s string, name []word) int {
	for k := len(name) - 1; k >= 2; k-- {
		if p, next := words.Procedural.Match(s, name[k].start, name[0].start); p != nil && next <= name[0].start {
			return k
		}
	}
	return -1
}
