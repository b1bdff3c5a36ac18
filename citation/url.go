package citation

import (
	"errors"
	"strings"
)

// A URL is a web address as it was written, and in a normal form for
// comparison. The zero URL stands for "no address".
type URL struct {
	Span   Span   // where it stands
	Raw    string // exactly as it stands in the text, line breaks inside included
	Normal string // as [URLOptions.Normalize] of the zero options gives it
}

// ErrNotURL means that a text is no web address.
var ErrNotURL = errors.New("not a URL")

// ParseURL reads s as one web address, blanks around it passed over. The error
// is a [*SyntaxError] with [ErrNotURL].
func ParseURL(s string) (URL, error) {
	i := skip(s, 0)
	u, next, ok := scanURL(s, i)
	if !ok {
		return URL{}, &SyntaxError{i, ErrNotURL}
	}
	if end := skip(s, next); end < len(s) {
		return URL{}, &SyntaxError{end, ErrNotURL}
	}
	return u, nil
}

// How addresses are found in text
//
// An address begins with its scheme or with "www." and ends before a blank, a
// quotation mark, an angle bracket, or a bracket that closes one outside of
// it; punctuation at its end belongs to the sentence. Text taken from printed
// pages breaks addresses at line ends, so one line break is passed over, with
// the evidence that an editor would want: the line ends in a mark that only
// addresses have there, and the next line's first word goes on like one.

const (
	maxURL    = 4096 // bytes
	maxBreaks = 8    // line breaks inside one address
)

// scanURL reads the address that begins at s[i:]; next is the offset behind it.
func scanURL(s string, i int) (u URL, next int, ok bool) {
	host, ok := urlHost(s, i)
	if !ok {
		return u, i, false
	}
	end := urlEnd(s, i, host)
	if end <= host || !strings.ContainsAny(s[host:end], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") && s[host] < 0x80 {
		return u, i, false
	}
	u = URL{Span: Span{i, end}, Raw: s[i:end]}
	if u.Normal, _ = (URLOptions{}).Normalize(u.Raw); u.Normal == "" {
		return URL{}, i, false
	}
	return u, end, true
}

// schemes are those of addresses in citations.
var schemes = [...]string{"https://", "http://", "ftp://"}

// urlHost returns the offset at which the host of an address at s[i:] begins;
// ok is false when no address begins there.
func urlHost(s string, i int) (host int, ok bool) {
	for _, scheme := range schemes {
		if i < len(s) && hasFoldPrefix(s[i:], scheme) {
			return i + len(scheme), true
		}
	}
	if i < len(s) && hasFoldPrefix(s[i:], "www.") && (i == 0 || class[s[i-1]]&cAlnum == 0) {
		rest := s[i+len("www."):]
		if dot := strings.IndexByte(rest[:min(len(rest), 64)], '.'); dot > 0 && class[rest[0]]&cAlnum != 0 && !strings.ContainsAny(rest[:dot], " \n\t") {
			return i, true
		}
	}
	return 0, false
}

// urlEnd returns the end of an address, line breaks inside passed over and
// the punctuation behind it left out.
func urlEnd(s string, i, host int) int {
	limit := min(len(s), i+maxURL)
	j := host
	if n := breakAt(s, j, limit); n > 0 && hostLike(s, j+n, limit) { // "https:// host"
		j += n
	}
	for breaks := 0; ; breaks++ {
		j = urlRun(s, i, j, limit)
		n := breakAt(s, j, limit)
		if n == 0 || breaks >= maxBreaks || !goesOn(s, i, j, j+n, limit) {
			break
		}
		j += n
	}
	return trimURL(s, host, j)
}

// urlRun returns the end of the unbroken part of an address that goes on at
// s[j:]; i is where the address began.
func urlRun(s string, i, j, limit int) int {
	round := strings.Count(s[i:j], "(") - strings.Count(s[i:j], ")")
	square := strings.Count(s[i:j], "[") - strings.Count(s[i:j], "]")
	for j < limit {
		switch c := s[j]; {
		case class[c]&cSpace != 0, c == '<', c == '>', c == '"', c == '`', c == '\\', c < 0x20, c == '{', c == '}', c == '|', c == '^', c == 0x7F:
			return j
		case c == '(':
			round++
		case c == '[':
			square++
		case c == ')':
			if round--; round < 0 {
				return j
			}
		case c == ']':
			if square--; square < 0 {
				return j
			}
		case c >= 0x80 && endsURL(s, j):
			return j
		}
		j++
	}
	return j
}

// endsURL reports whether a character outside ASCII ends an address: spaces,
// quotation marks, Asian punctuation. Letters and dashes do not.
func endsURL(s string, j int) bool {
	switch {
	case hasPrefixAt(s, j, "\u00a0"), hasPrefixAt(s, j, "«"), hasPrefixAt(s, j, "»"), hasPrefixAt(s, j, "§"):
		return true
	case j+2 >= len(s):
		return false
	case s[j] == 0xE2 && s[j+1] == 0x80: // U+2000-203F without the dashes and U+200B-200D
		c := s[j+2]
		return c <= 0x8A || c >= 0x98 && c <= 0x9F || c >= 0xA6 && c <= 0xAF || c >= 0xB9
	case s[j] == 0xE3 && s[j+1] == 0x80: // U+3000-303F
		return true
	case s[j] == 0xEF && s[j+1] == 0xBC: // fullwidth ! to ? but letters and digits
		return s[j+2] <= 0x8F || s[j+2] >= 0x9A && s[j+2] <= 0xA0 || s[j+2] >= 0xBB
	}
	return false
}

// breakAt returns the length of one line break, or of one blank, at s[j:],
// with the blanks around it; 0 when there is none or a blank line.
func breakAt(s string, j, limit int) int {
	k, lines := j, 0
	for k < limit && class[s[k]]&cSpace != 0 {
		if s[k] == '\n' || s[k] == '\f' {
			lines++
		}
		k++
	}
	if lines > 1 || k-j > 16 || k >= limit {
		return 0
	}
	return k - j
}

// hostLike reports whether the word at s[j:] has the form of a host's name.
func hostLike(s string, j, limit int) bool {
	word := s[j:wordEnd(s, j, limit)]
	dot := strings.IndexByte(word, '.')
	return dot > 0 && dot < len(word)-1 && class[word[0]]&cAlnum != 0 && class[word[dot+1]]&cAlnum != 0
}

// wordEnd returns the end of the run without blanks at s[j:].
func wordEnd(s string, j, limit int) int {
	for j < limit && class[s[j]]&cSpace == 0 {
		j++
	}
	return j
}

// fileEndings end the last part of many addresses.
var fileEndings = [...]string{".html", ".htm", ".pdf", ".php", ".aspx", ".asp", ".jsp", ".shtml", ".cfm", ".xml", ".doc", ".docx", ".txt", ".jpg", ".png"}

// goesOn reports whether the address that breaks off at s[j] goes on at s[k:],
// the first word of the next line.
func goesOn(s string, i, j, k, limit int) bool {
	if j == i || !strings.ContainsAny(s[j:k], "\n\f") {
		return false
	}
	end := wordEnd(s, k, limit)
	word := s[k:end]
	if _, address := urlHost(s, k); address || class[word[0]]&cAlnum == 0 && strings.IndexByte("/?=&_-%#.~+", word[0]) < 0 {
		return false
	}
	bare := strings.TrimRight(word, ".,;:)]>!?”’\"'*")
	if bare == "" {
		return false
	}
	marked := strings.ContainsAny(bare, "/_=&?%#~") || strings.Count(bare, "-") > 1 || hasFileEnding(bare)
	last := len(bare) < len(word) || citationEnds(s, end, limit)
	switch s[j-1] {
	case '/', '-', '_', '=', '&', '?', '%', '#', '~', '+':
		digits := strings.ContainsAny(bare, "0123456789-.")
		return marked || last || digits && class[bare[0]]&cUpper == 0
	case '.':
		return class[bare[0]]&(cLower|cDigit) != 0 && (marked || hasFileEnding("."+bare))
	}
	return marked && class[bare[0]]&(cUpper) == 0
}

func hasFileEnding(word string) bool {
	for _, ending := range fileEndings {
		if len(word) >= len(ending) && strings.EqualFold(word[len(word)-len(ending):], ending) {
			return true
		}
	}
	return false
}

// citationEnds reports whether what follows at s[j:] is what follows an
// address in a citation: nothing, an opening bracket, or a new sentence's end.
func citationEnds(s string, j, limit int) bool {
	k := skip(s[:limit], j)
	return k >= limit || s[k] == '[' || s[k] == '(' || s[k] == ';'
}

// trimURL takes punctuation and emphasis off the end of s[host:j].
func trimURL(s string, host, j int) int {
	for j > host && strings.IndexByte(".,;:!?'*_", s[j-1]) >= 0 {
		j--
	}
	return j
}
