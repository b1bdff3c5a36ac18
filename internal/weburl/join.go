package weburl

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Addresses broken by a line's end
//
// A printed page breaks an address wherever the line is full, and the text of
// a PDF keeps the break:
//
//	http://www.example.com/research/the-press-
//	office/2015/memorandum.pdf [https://perma.cc/
//	AB12-CD34].
//
// The next line may as well be the next sentence or a footnote's number. So
// the two are joined only on evidence, which is of two kinds: how the first
// line ends, and what the first word of the next one looks like. The urlJoins
// table pairs them. A blank line is never crossed. The same goes for a
// single blank inside a line, where the evidence must be better.

// urlSigns are what the word after a break looks like.
type urlSigns uint16

const (
	hasSlash   urlSigns = 1 << iota // a slash, not that of "and/or"
	hasDomain                       // a period as in "example.gov" or "a.html", small letter first
	hasExt                          // ends like a file: "report.pdf", or is such an ending: "pdf"
	hasEscape                       // "%20", "=": only addresses hold these
	hasUnder                        // an underscore between letters
	hasHyphen                       // a hyphen between letters
	hasHyphens                      // two of them
	hasNumber                       // five digits, or four and letters
	isClosed                        // punctuation, a bracket or the text's end follows at once
	isCited                         // the archive's address or the date of a visit follows
	isEnclosed                      // the bracket that opened just before the address closes
	beginsLow                       // begins with a small letter or a digit
	leads                           // begins with a sign that goes on: "/", "-", "_", ".", "?"

	anySign = hasSlash | hasDomain | hasExt | hasEscape | hasUnder | hasHyphens | hasNumber | isEnclosed
)

// A urlEnding is how an address stops at a break.
type urlEnding int

const (
	endsOpen   urlEnding = iota // in a hyphen or another sign in which addresses do not end
	endsSlash                   // in a slash
	endsPeriod                  // in a period
	endsWord                    // in anything else
	endsHost                    // in the middle of the host, before its first period
	endsBlank                   // at a blank inside the line
)

// urlJoins lists for each ending the evidence that joins: any of the signs in
// any, provided that all those in all are there.
var urlJoins = [...]struct{ any, all urlSigns }{
	endsOpen:   {any: anySign | hasHyphen | isClosed | isCited},
	endsSlash:  {any: anySign | isCited},
	endsPeriod: {any: hasSlash | hasExt | hasEscape | isEnclosed, all: beginsLow},
	endsWord:   {any: hasExt | hasEscape | leads | isEnclosed},
	endsHost:   {any: hasSlash | hasDomain | hasExt | leads},
	endsBlank:  {any: hasSlash | hasEscape | isEnclosed, all: beginsLow},
}

// urlExtensions are what the last part of a file's or a host's name may be.
var urlExtensions = [...]string{
	"asp", "aspx", "ashx", "cfm", "com", "doc", "docx", "edu", "gov", "htm", "html", "jpeg", "jpg", "jsp", "net", "org",
	"pdf", "php", "png", "shtml", "txt", "xls", "xlsx", "xml",
}

// proseSlashes are words with a slash that are no addresses.
var proseSlashes = [...]string{"and/or", "either/or", "he/she", "she/he", "him/her", "his/her", "his/hers", "s/he", "/s/", "w/o", "n/a"}

// citedBy is what follows an address in a citation.
var citedBy = [...]string{"[http", "(last ", "(visited", "(accessed", "(as visited", "(as last"}

// urlGoesOn decides whether the address s[i:end], whose host is at host and
// which a blank ends, goes on after the blank, and returns where.
func urlGoesOn(s string, i, host, end int) (next int, ok bool) {
	next, lines := urlGap(s, end)
	if lines > 1 || next >= len(s) || lines == 0 && next-end > 1 {
		return end, false
	}
	if _, ok := SchemeAt(s, next); ok {
		return end, false
	}
	if isPerma(s[host:end], s[next:]) {
		return next, true
	}
	how := endingOf(s, host, end, lines)
	sign := signsOf(s, i, next)
	if how == endsBlank && s[end-1] != '/' && strings.IndexByte("/?&=", s[next]) < 0 {
		return end, false
	}
	if how == endsWord && sign&leads == 0 && fileExt(s[host:end]) {
		return end, false // the address is whole
	}
	j := urlJoins[how]
	return next, sign&j.any != 0 && sign&j.all == j.all
}

// urlGap passes over blanks from s[i:], at most 80, and counts the line breaks.
func urlGap(s string, i int) (next, lines int) {
	start := i
	for i < len(s) && lex.Class[s[i]]&lex.Space != 0 {
		if s[i] == '\n' || s[i] == '\f' {
			lines++
		}
		if i++; i-start > 80 {
			return i, 2
		}
	}
	return i, lines
}

// endingOf tells how the address with the host s[host:end] stops, at a gap of
// so many line breaks.
func endingOf(s string, host, end, lines int) urlEnding {
	switch c := s[end-1]; {
	case lines == 0:
		return endsBlank
	case !strings.ContainsAny(s[host:end], "./"):
		return endsHost
	case c == '/':
		return endsSlash
	case c == '.':
		return endsPeriod
	case c == '-' && s[end-2] == '-':
		return endsWord // a dash
	case strings.IndexByte("-_=&?%+~@", c) >= 0:
		return endsOpen
	}
	return endsWord
}

// signsOf looks at the word at s[k:], which an address that began at s[i:]
// may go on with.
func signsOf(s string, i, k int) (g urlSigns) {
	var open urlBrackets
	w := s[:min(len(s), k+maxToken)]
	stop := open.run(w, k)
	end := trimURL(w, k, stop)
	word := s[k:end]
	if word == "" || lex.Class[word[0]]&(lex.Letter|lex.Digit) == 0 && strings.IndexByte("/_-.?&%=", word[0]) < 0 {
		return 0
	}
	g = wordSigns(word)
	if stop > end || stop == len(s) || stop < len(s) && strings.IndexByte(closeBrackets, s[stop]) >= 0 {
		g |= isClosed
	}
	if i > 0 && stop == end && stop < len(s) && (s[i-1] == '[' && s[stop] == ']' || s[i-1] == '<' && s[stop] == '>') {
		g |= isEnclosed
	}
	after, lines := urlGap(s, stop)
	for _, lead := range citedBy {
		if lines < 2 && after > stop && lex.HasFoldPrefix(s[after:], lead) {
			g |= isCited
		}
	}
	return g
}

// wordSigns returns the signs that the word itself shows.
func wordSigns(word string) (g urlSigns) {
	letters, digits, hyphens := 0, 0, 0
	for k := range len(word) {
		c := word[k]
		inside := k > 0 && k+1 < len(word) && lex.Class[word[k-1]]&lex.Alnum != 0 && lex.Class[word[k+1]]&lex.Alnum != 0
		switch {
		case lex.Class[c]&lex.Digit != 0:
			digits++
		case lex.Class[c]&lex.Letter != 0:
			letters++
		case c == '/':
			g |= hasSlash
		case c == '=', c == '%' && k+2 < len(word) && isHex(word[k+1]) && isHex(word[k+2]):
			g |= hasEscape
		case c == '_' && inside:
			g |= hasUnder
		case c == '-' && inside:
			hyphens++
			g |= hasHyphen
		case c == '.' && inside && k >= 3 && k+2 < len(word) && lex.Class[word[0]]&(lex.Lower|lex.Digit) != 0:
			g |= hasDomain
		}
	}
	if hyphens > 1 {
		g |= hasHyphens
	}
	if digits >= 5 || letters > 0 && digits >= 4 {
		g |= hasNumber
	}
	if fileExt(word) {
		g |= hasExt
	}
	if lex.Class[word[0]]&(lex.Lower|lex.Digit) != 0 {
		g |= beginsLow
	}
	for _, prose := range proseSlashes {
		if lex.HasFoldPrefix(word, prose) {
			g &^= hasSlash
		}
	}
	return g | leadSigns(word, g)
}

// leadSigns judges the word, which has the signs g, by its first byte.
func leadSigns(word string, g urlSigns) urlSigns {
	const more = hasSlash | hasExt | hasDomain | hasEscape | hasUnder | hasHyphen | hasNumber
	if len(word) < 4 || lex.Class[word[1]]&lex.Alnum == 0 {
		return 0
	}
	switch word[0] {
	case '/':
		return leads | beginsLow
	case '_', '-', '.', '?', '&', '%', '=':
		if g&more != 0 && word[len(word)-1] != '_' {
			return leads | beginsLow
		}
	}
	return 0
}

// fileExt reports whether the last part of an address is that of a file's
// name, or is nothing but such an ending.
func fileExt(address string) bool {
	last := address[strings.LastIndexAny(address, "./")+1:]
	for _, ext := range urlExtensions {
		if len(last) == len(ext) && lex.HasFoldPrefix(last, ext) {
			return true
		}
	}
	return false
}

// isPerma reports whether an address of Perma.cc that stops inside its two
// groups of four goes on in rest.
func isPerma(host, rest string) bool {
	const name = "perma.cc/"
	if !lex.HasFoldPrefix(host, name) {
		return false
	}
	id := host[len(name):]
	switch {
	case id == "":
		return permaGroup(rest) && len(rest) >= 9 && rest[4] == '-' && permaGroup(rest[5:])
	case len(id) == 5 && permaGroup(id) && id[4] == '-':
		return permaGroup(rest)
	}
	return false
}

// permaGroup reports whether s begins with four capitals or digits, and no more.
func permaGroup(s string) bool {
	for k := range 4 {
		if k >= len(s) || lex.Class[s[k]]&(lex.Upper|lex.Digit) == 0 {
			return false
		}
	}
	return lex.WordEndsAt(s, 4)
}

// hostAfterBreak passes over the blank or the line break between "https://"
// and a host.
func hostAfterBreak(s string, host int) int {
	next, lines := urlGap(s, host)
	if next == host || lines > 1 || lines == 0 && next-host > 1 {
		return host
	}
	var open urlBrackets
	word := s[next:open.run(s[:min(len(s), next+maxToken)], next)]
	if word == "" || lex.Class[word[0]]&(lex.Letter|lex.Digit) == 0 || wordSigns(word)&hasDomain == 0 && !strings.Contains(word, ".") {
		return host
	}
	return next
}

func isHex(c byte) bool { return lex.Class[c]&lex.Digit != 0 || c|0x20 >= 'a' && c|0x20 <= 'f' }
