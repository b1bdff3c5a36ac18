package weburl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/internal/lex"
)

const (
	MaxLen   = 4096 // bytes within which an address, line breaks included, ends
	maxToken = 512  // bytes that are looked at to judge what follows a break
)

// schemes are what an address begins with; "www." stands for "http://www.".
var schemes = [...]string{"https://", "http://", "ftp://", "www."}

// Scan reads a web address that begins exactly at s[i:], at a word's start.
// It ends before the first byte that no address holds, before a bracket that
// it did not open, and before the punctuation of the sentence. See urlGoesOn
// for addresses that a line's end breaks in two.
func Scan(s string, i int) (u URL, next int, ok bool) {
	if i < 0 || i >= len(s) || i > 0 && lex.Class[s[i-1]]&lex.Alnum != 0 {
		return URL{}, i, false
	}
	w := s[:min(len(s), i+MaxLen)]
	host, ok := SchemeAt(w, i)
	if !ok || s[i]|0x20 == 'w' && i > 0 && strings.IndexByte("./@-_", s[i-1]) >= 0 {
		return URL{}, i, false
	}
	var open urlBrackets
	first := hostAfterBreak(w, host)
	w = w[:endAuthority(w, first)]
	end := open.run(w, first)
	for end < len(w) && lex.Class[w[end]]&lex.Space != 0 {
		k, ok := urlGoesOn(w, i, host, end)
		if !ok {
			break
		}
		end = open.run(w, k)
	}
	if end = trimURL(w, i, end); end <= first {
		return URL{}, i, false
	}
	normal, err := Normalize(s[i:end], false)
	if name, _ := CutAny(AfterScheme(normal), "/"); err != nil || host == i && strings.Count(name, ".") < 2 {
		return URL{}, i, false
	}
	return URL{Start: i, End: end, Raw: s[i:end], Normal: normal}, end, true
}

// SchemeAt returns the offset of the host of an address at s[i:]: after
// "https://", or that of "www." itself.
func SchemeAt(s string, i int) (host int, ok bool) {
	for _, scheme := range schemes {
		if lex.HasFoldPrefix(s[i:], scheme) {
			if scheme == "www." {
				return i, i+4 < len(s) && lex.Class[s[i+4]]&(lex.Letter|lex.Digit) != 0
			}
			return i + len(scheme), true
		}
	}
	return i, false
}

// urlBrackets counts the brackets (, [ and { that an address has opened.
type urlBrackets [3]int

const (
	openBrackets  = "([{"
	closeBrackets = ")]}"
)

// runsOn are the ASCII characters that an address holds wherever they are: all that
// urlRune need not look at and that are no brackets.
var runsOn = func() (t [256]bool) {
	for c := byte('!'); c < 0x7F; c++ {
		t[c] = strings.IndexByte("\"<>`&;,|"+openBrackets+closeBrackets, c) < 0
	}
	return t
}()

// run returns the end of the bytes of an address that begin at s[i:].
func (b *urlBrackets) run(s string, i int) int {
	for i < len(s) {
		if runsOn[s[i]] { // the fast path: most bytes
			i++
			continue
		}
		n := urlRune(s, i)
		if n == 0 {
			break
		}
		if k := strings.IndexByte(openBrackets, s[i]); k >= 0 {
			b[k]++
		} else if k := strings.IndexByte(closeBrackets, s[i]); k >= 0 {
			if b[k] == 0 {
				break
			}
			b[k]--
		}
		i += n
	}
	return i
}

// endingEntities are HTML's names for characters that end an address.
var endingEntities = [...]string{"&nbsp;", "&lt;", "&gt;", "&quot;"}

// urlRune returns the length of the character at s[i:] when an address may
// hold it, 0 when it ends the address. Beside the ASCII characters those are
// letters, marks and digits of all scripts, dashes that were hyphens, and the
// invisible characters that only allow a line break.
func urlRune(s string, i int) int {
	c := s[i]
	switch {
	case c <= ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == 0x7F:
		return 0
	case c == '&':
		for _, entity := range endingEntities {
			if lex.HasPrefixAt(s, i, entity) {
				return 0
			}
		}
		return 1
	case c == ';' || c == ',' || c == '[' || c == '|':
		if lex.HasFoldPrefix(s[i+1:], "http") {
			return 0 // the next address
		}
		return 1
	case c < utf8.RuneSelf:
		return 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), allowsBreak(r):
		return n
	case (r == '–' || r == '—') && dashInURL(s, i+n):
		return n
	}
	return 0
}

// allowsBreak reports whether r is invisible and only says where a line may break.
func allowsBreak(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// dashInURL reports whether the dash before s[i:] is a hyphen that a word
// processor replaced: a sign of addresses follows it within the same word.
func dashInURL(s string, i int) bool {
	if i >= len(s) || lex.Class[s[i]]&lex.Alnum == 0 {
		return false
	}
	for end := min(len(s), i+64); i < end; i++ {
		switch c := s[i]; {
		case c == '/', c == '_', c == '=', c == '-', c == '.', lex.HasPrefixAt(s, i, "–"):
			j := i + 1
			if c >= utf8.RuneSelf {
				j = i + len("–")
			}
			return j < len(s) && lex.Class[s[j]]&lex.Alnum != 0
		case lex.Class[c]&lex.Alnum == 0:
			return false
		}
	}
	return false
}

// trimURL takes the punctuation of the sentence off the end of the address
// s[i:end], and the marks that end Markdown's emphasis.
func trimURL(s string, i, end int) int {
	for end > i {
		switch c := s[end-1]; {
		case strings.IndexByte(".,;:!?'*\\|"+openBrackets, c) >= 0:
		case c == '-' && s[end-2] == '-': // a dash
			end--
		case c == '_' && closesEmphasis(s, i):
		default:
			return end
		}
		end--
	}
	return end
}

// closesEmphasis reports whether a '_' that opens emphasis precedes s[i:]
// on the same line.
func closesEmphasis(s string, i int) bool {
	for k := i - 1; k >= max(0, i-256) && s[k] != '\n'; k-- {
		if s[k] == '_' && (k == 0 || lex.Class[s[k-1]]&lex.Alnum == 0) && lex.Class[s[k+1]]&lex.Space == 0 {
			return true
		}
	}
	return false
}

// endAuthority returns the offset of the first byte that neither the name of
// a host nor its port can hold, as in "https://example.com,which", or of the first
// that is too far away to be one of them, len(s) when the path begins before there
// is one. A blank may be a break in the name.
func endAuthority(s string, host int) int {
	end := min(len(s), host+maxHost)
	for j := host; j < end; j++ {
		switch c := s[j]; {
		case c == '/' || c == '?' || c == '#':
			return len(s)
		case c == '[' && j == host: // an IP address
			k := strings.IndexByte(s[j:], ']')
			if k < 0 {
				return j
			}
			j += k
		case c == ':' && (j+1 == len(s) || lex.Class[s[j+1]]&lex.Digit == 0):
			if name, _ := CutAny(s[j:], "/?# \n"); strings.IndexByte(name, '@') < 0 {
				return j
			}
		case lex.Class[c]&(lex.Letter|lex.Digit|lex.Space) == 0 && strings.IndexByte("-._~%:@", c) < 0:
			return j
		}
	}
	return end
}
