package citation

import "strings"

// How a case's name is found
//
// The name stands to the left of the volume: "Doe v. Acme, Inc., 531 U.S. 98".
// The words there are read from right to left until something that cannot
// stand inside a name: the end of a sentence, a semicolon, a colon, the
// previous citation, or more than maxName bytes. A "v." among them parts the
// defendant, who is all that stands behind it, from the plaintiff, who is as
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

// A word is one word of a candidate name; its span has no punctuation at its
// edges but the period that may be part of it.
type word struct {
	start, end int
	before     byte // punctuation glued to its left: '(' '[' '"' or 0
	after      byte // punctuation glued to its right: ',' ';' ':' '.' or 0
}

// A caseName is what stands before a case's first report.
type caseName struct {
	name, plaintiff, defendant Phrase
}

func (n caseName) found() bool { return n.name.Text != "" }

// nameBefore reads the name that ends before offset i. short allows one
// party's name alone, as short forms have it.
func (r reader) nameBefore(i int, short bool) (n caseName) {
	var words [maxNameWords]word
	j := r.skipPageNumber(trimComma(r.text, r.floor, i))
	if r.quotedSentence(j) {
		return n
	}
	end := j
	if k := r.skipCaption(j); k < j {
		if in := skip(r.text, k); !procedureAt(r.text, in+1) && !strings.Contains(r.text[in:j], " v. ") {
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

// quotedSentence reports whether a quotation mark behind a sentence's end stands
// at s[:j]: what is before it is no name.
func (r reader) quotedSentence(j int) bool {
	if j <= r.floor {
		return false
	}
	n := quoteLen(r.text, j, r.floor)
	return n > 0 && j-n > r.floor && strings.IndexByte(".?!", r.text[j-n-1]) >= 0
}

// opensSentence reports whether a word is a signal or one that begins sentences.
func (r reader) opensSentence(w word) bool {
	text := strings.TrimRight(r.text[w.start:w.end], ",")
	return isSignalWord(text) || r.tab.is(text, roleSentenceStart)
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
	return class[w[0]]&cDigit != 0 || x.is(w, roleCourt)
}

// skipPageNumber passes leftwards over a page's number that stands on a line of
// its own behind a comma.
func (r reader) skipPageNumber(j int) int {
	s := r.text
	k := j
	for k > r.floor && j-k < 5 && class[s[k-1]]&cDigit != 0 {
		k--
	}
	if k == j || k == r.floor || j >= len(s) || s[j] != '\n' && s[j] != '\r' {
		return j
	}
	m := skipBack(s, r.floor, k)
	if m == r.floor || s[m-1] != ',' || strings.IndexByte(s[m:k], '\n') < 0 {
		return j
	}
	return skipBack(s, r.floor, m-1)
}

// procedureAt reports whether "In re" or the like stands at s[i:].
func procedureAt(s string, i int) bool {
	for _, p := range proceduralNames {
		if hasPrefixAt(s, i, p[0]) && class[s[min(i+len(p[0]), len(s)-1)]]&cNoise != 0 {
			return true
		}
	}
	return false
}

// skipCaption passes leftwards over a popular name in brackets: "(Smith II)",
// or the second caption of a bankruptcy case, "(In re Doe)".
func (r reader) skipCaption(j int) int {
	if j == r.floor || r.text[j-1] != ')' {
		return j
	}
	for k := j - 2; k >= r.floor && k > j-80; k-- {
		switch c := r.text[k]; {
		case c == ')':
			return j
		case c == '(':
			open := skipBack(r.text, r.floor, k)
			if open > r.floor && class[r.text[k+1]]&cUpper != 0 && class[r.text[j-2]]&cDigit == 0 {
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
		if !ok || w.after == ';' || w.after == ':' && count > 0 {
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
		if w.before != 0 || versus >= 0 && count > versus+24 {
			break
		}
		j = k
	}
	return count, versus
}

// sentenceBetween reports whether a sentence ends at the period behind the word
// left and the next begins with the word right. Inside the name of a party
// before "v." that is told by a signal alone; strict tells by other words too.
func (r reader) sentenceBetween(left, right word, strict bool) bool {
	text := r.text[right.start:right.end]
	return isSignalWord(text) ||
		strict && class[text[0]]&cLower == 0 && !r.abbreviation(left) && !r.designates(right)
}

// maxBracketed bounds a part of a name in brackets.
const maxBracketed = 24

// nameInBrackets reads the part of a name in brackets that ends at s[:j], behind
// which stands "v." or what designates a business: "Laidlaw (TOC), Inc."
func (r reader) nameInBrackets(right word, low, j int) (w word, next int, ok bool) {
	s := r.text
	if text := s[right.start:right.end]; !isVersus(text) && !r.tab.is(text, roleBehindComma) {
		return w, j, false
	}
	j = skipBack(s, low, j)
	if j > low && s[j-1] == ',' {
		w.after = ','
		j = skipBack(s, low, j-1)
	}
	if j == low || s[j-1] != ')' {
		return w, j, false
	}
	for k := j - 2; k > low && j-k < maxBracketed; k-- {
		switch c := s[k]; {
		case c == '(':
			w.start, w.end = k, j
			return w, k, class[s[k+1]]&cUpper != 0
		case class[c]&cDigit != 0, c == ')':
			return w, j, false
		}
	}
	return w, j, false
}

// designates reports whether a word can only go on with a name, so that the
// period before it ends no sentence: "Co.", "Auth."
func (r reader) designates(w word) bool {
	text := r.text[w.start:w.end]
	return r.tab.is(text, roleBehindComma) || len(text) > 4 && w.after == '.' && r.abbreviation(w)
}

// wordBefore reads the word that ends at s[:j], noise passed over.
func wordBefore(s string, low, j int) (w word, next int, ok bool) {
	j = skipBack(s, low, j)
	if j > low {
		if s[j-1] == ';' {
			if k := entityBefore(s, low, j); k < j { // "&amp;"
				return word{start: k, end: j}, k, true
			}
		}
		switch c := s[j-1]; c {
		case ',', ';', ':':
			w.after = c
			j = skipBack(s, low, j-1)
		case ')', ']', '}':
			return w, j, false
		}
	}
	i := j
	for i > low {
		if wordByte(s, low, i) {
			i--
			continue
		}
		if s[i-1] != ';' {
			break
		}
		k := entityBefore(s, low, i)
		if k == i || k <= low || class[s[k-1]]&asciiLet == 0 || noiseAt(s, k) > 0 {
			break
		}
		i = k // "Int&rsquo;l"
	}
	// a closing quote stays outside, an opening one parts
	for j > i && quoteLen(s, j, i) > 0 {
		j -= quoteLen(s, j, i)
	}
	for n := openQuote(s, i, j); n > 0; n = openQuote(s, i, j) {
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
	if i < j && class[s[i]]&cLower != 0 && w.before == 0 { // a word parted at a line's end: "Replace-\nment"
		if k := skipBack(s, low, i); k > low+1 && (s[k-1] == '-' && endsInHyphen(s[k-2:k], s, i) || k < i && softHyphen(s, k)) {
			i = k
			for i > low && wordByte(s, low, i) {
				i--
			}
		}
	}
	w.start, w.end = i, j
	return w, i, j > i
}

// gluedAt returns the offset in the word s[i:j] at which another begins without
// a blank before it: a sentence ("protection.Ginzburg"), a "v." behind a name
// ("Inc.v.") or a name behind a "v." ("v.Jones"); i when none does.
func gluedAt(s string, i, j int) (k int, sentence bool) {
	switch {
	case j-i > 3 && s[j-2:j] == "v." && (s[j-3] == '.' || s[j-3] == ','):
		return j - 2, false
	case j-i > 3 && s[i:i+2] == "v." && class[s[i+2]]&cUpper != 0 && class[s[i+3]]&cLower != 0:
		return i + 2, false
	}
	for k := j - 2; k > i+2; k-- {
		if strings.IndexByte(".?!", s[k-1]) >= 0 && gluedSentence(s, k) {
			return k, true
		}
	}
	return i, false
}

// wordByte reports whether s[i-1] belongs to a word.
func wordByte(s string, low, i int) bool {
	c := s[i-1]
	switch {
	case class[c]&cAlnum != 0:
		return true
	case class[c]&cSpace != 0, c == '(', c == '[', c == ')', c == ']', c == ',', c == ';', c == ':', c == '*', c == '_', c == '>', c == '`':
		return false
	case c == 0xC2 && i < len(s) && s[i] == 0xAD, c == 0xAD && i >= low+2 && s[i-2] == 0xC2:
		return i+1 < len(s) && class[s[i]]&(asciiLet|cHigh) != 0 // a soft hyphen inside the word
	case c >= 0x80:
		return skipBack(s, low, i) == i
	}
	return true
}

// quoteLen returns the length of a closing quotation mark that ends at s[:j].
// An apostrophe behind an s may be a genitive: it stays.
func quoteLen(s string, j, i int) int {
	if s[j-1] == '"' {
		return 1
	}
	if j-3 >= i && s[j-3:j] == "”" {
		return 3
	}
	return 0
}

// openQuote returns the length of an opening quotation mark at s[i:j].
func openQuote(s string, i, j int) int {
	switch {
	case i >= j:
	case s[i] == '"' || s[i] == '\'':
		return 1
	case hasPrefixAt(s, i, "“"), hasPrefixAt(s, i, "‘"):
		return 3
	case hasPrefixAt(s, i, "—"):
		return 3
	}
	return 0
}

// isVersus reports whether a word is "v." in one of its forms.
func isVersus(w string) bool {
	switch w {
	case "v.", "v", "vs.", "vs", "V.", "VS.", "Vs.":
		return true
	}
	return false
}

// abbreviation reports whether the period behind a word abbreviates it, and so
// does not end a sentence.
func (r reader) abbreviation(w word) bool {
	text := r.text[w.start:w.end]
	if text[len(text)-1] == '.' {
		text = text[:len(text)-1]
	}
	if len(text) <= 1 {
		return class[firstByte(text)]&cDigit == 0 // an initial
	}
	for i := 0; i < len(text); i++ { // U.S., N.Y., Ph.D., Int'l.
		if c := text[i]; c == '.' || c == '&' || class[c]&cDigit != 0 && !allDigits(text) {
			return true
		}
	}
	return r.tab.abbrevs[text] || isVersus(text) || capitals(text) && r.tab.abbrevs[titleCase(text)]
}

// capitals reports whether a word is written in capitals alone, as small
// capitals become in plain text.
func capitals(w string) bool {
	for i := 0; i < len(w); i++ {
		if class[w[i]]&cUpper == 0 && w[i] != '\'' && w[i] < 0x80 {
			return false
		}
	}
	return len(w) > 1
}

// titleCase writes a word in capitals with the first letter alone as one.
func titleCase(w string) string { return w[:1] + strings.ToLower(w[1:]) }

// adversary splits the words at the "v.".
func (r reader) adversary(words []word, versus, end int) (n caseName) {
	for k := 0; k < versus; k++ { // the defendant: no small words but those of names
		w := words[k]
		if text := r.text[w.start:w.end]; class[text[0]]&cLower != 0 && !r.tab.is(text, roleJoin) && !camel(text) {
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
	if before, behind, ok := cutWord(n.name.Text, r.text[v.start:v.end]); ok {
		n.plaintiff = Phrase{before, Span{n.name.Span.Start, skipBack(r.text, n.name.Span.Start, v.start)}}
		n.defendant = Phrase{behind, Span{skip(r.text[:end], v.end), n.name.Span.End}}
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
func cutWord(s, word string) (before, behind string, ok bool) {
	i := strings.Index(s, word)
	for i > 0 && (s[i-1] != ' ' || !hasPrefixAt(s, i+len(word), " ")) {
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
// words[from]; -1 when no name stands there.
func (r reader) partyBefore(words []word, from int) (first int) {
	s := r.text
	last := from
	for k := from; k < len(words); k++ {
		w := words[k]
		text := s[w.start:w.end]
		if k > from {
			right := s[words[k-1].start:words[k-1].end]
			switch {
			case w.after == ',' && !r.tab.is(right, roleBehindComma) && !r.inList(words, from, k) && !r.placeOrTrade(words, from, k):
				return r.trimStart(words, from, k-1)
			case w.after == '.' && !r.abbreviation(w) && !r.designates(words[k-1]):
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

// nameAfter reports whether a name begins right behind words[k]: "the Second
// Circuit in Doe v. Roe", "Halper and United States v. Roe".
func (r reader) nameAfter(words []word, k int) bool {
	s := r.text
	text := s[words[k].start:words[k].end]
	right := s[words[k-1].start:words[k-1].end]
	switch text {
	case "in":
		return class[right[0]]&cUpper != 0 && right != "Interest" && right != "Re"
	case "and":
		return r.tab.is(right, roleParty)
	}
	return false
}

// inList reports whether the comma behind words[k] parts the names of a list
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
		if class[text[0]]&cLower != 0 && !r.tab.is(text, roleNameStart) {
			continue
		}
		if last > from && r.footnoteNumber(words[last]) {
			continue
		}
		if last == from || !r.tab.is(text, roleSentenceStart) && !isSignalWord(text) {
			return last
		}
		if next := words[last-1]; text == "In" && r.text[next.start:next.end] == "re" {
			return last
		}
	}
	return -1
}

// isSignalWord reports whether a word is a signal by itself.
func isSignalWord(w string) bool {
	return w == "Cf." || w == "See" || w == "E.g." || w == "Accord" || w == "Contra"
}

// placeOrTrade reports whether what stands behind the comma of words[k] belongs
// to the name before it: a state ("Kansas City, Mo., Inc."), or one word right
// before the "v." when the name begins a citation ("Gladstone, Realtors v.").
func (r reader) placeOrTrade(words []word, from, k int) bool {
	s := r.text
	right := words[k-1]
	text := s[right.start:right.end]
	if text[len(text)-1] == '.' && r.tab.jurisdiction(text) != "" {
		return true
	}
	if r.tab.is(strings.TrimSuffix(text, "."), roleInstitution) && r.government(words[k:]) { // "State, Department of Revenue"
		return true
	}
	if k-1 != from || class[text[0]]&cUpper == 0 || r.tab.is(text, roleParty) || r.tab.is(text, roleSentenceStart) {
		return false
	}
	for m := k; m < len(words) && m < k+4; m++ {
		w := s[words[m].start:words[m].end]
		if isSignalWord(w) || w == "see" || w == "See," || m > k && words[m].after == ';' {
			return true
		}
		if class[w[0]]&cUpper == 0 && !r.tab.is(w, roleJoin) || m > k && words[m].after == ',' {
			return false
		}
		if words[m].before == '(' {
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

// footnoteNumber reports whether a word is the number of a footnote that begins
// with a name: figures at the start of a sentence or a line.
func (r reader) footnoteNumber(w word) bool {
	s := r.text
	if !allDigits(s[w.start:w.end]) {
		return false
	}
	j := skipBack(s, r.floor, w.start)
	if j == r.floor || strings.IndexByte(s[j:w.start], '\n') >= 0 {
		return true
	}
	c := s[j-1]
	return c == '.' || c == ')' || c == '"' || c == ';' || c == ':' || c >= 0x80
}

// procedural finds where a name without "v." begins: "In re Smith".
func procedural(s string, words []word) int {
	for k := len(words) - 1; k >= 1; k-- {
		text := s[words[k].start:words[k].end]
		next := s[words[k-1].start:words[k-1].end]
		for _, p := range proceduralNames {
			if text == p[0] && next == p[1] && k >= 2 {
				return k
			}
		}
	}
	return -1
}

// proceduralNames are the words that open a name without a "v.". Bluebook Rule
// 10.2.1(b).
var proceduralNames = [...][2]string{
	{"In", "re"}, {"In", "Re"}, {"IN", "RE"}, {"in", "re"}, {"Ex", "parte"}, {"Ex", "Parte"}, {"ex", "parte"},
	{"Matter", "of"}, {"Estate", "of"}, {"Application", "of"}, {"Petition", "of"}, {"Guardianship", "of"},
	{"Succession", "of"}, {"Marriage", "of"}, {"Adoption", "of"}, {"Custody", "of"}, {"Conservatorship", "of"},
	{"Interest", "of"}, {"Appeal", "of"}, {"Will", "of"},
}

// nameWord reports whether a word may stand inside a party's name.
func (x *index) nameWord(w string) bool {
	c := w[0]
	return class[c]&(cUpper|cDigit|cHigh) != 0 || c == '&' || c == '(' || c == '$' || c == '#' || x.is(w, roleJoin) || camel(w)
}

// camel reports whether a word that begins with a small letter has a capital
// inside: "deNemours", "eBay".
func camel(w string) bool {
	for i := 1; i < len(w) && i < 6; i++ {
		if class[w[i]]&cUpper != 0 && class[w[i-1]]&cLower != 0 {
			return true
		}
	}
	return false
}
