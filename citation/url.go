package citation

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/weburl"
)

// A URL is a web address as it is in the text, and in a form in which two
// spellings of one address are equal. Its zero value means that none stands
// there. Bluebook Rule 18.2.2(e); Indigo Book R33.
type URL struct {
	Span   Span   // where it is in the parsed text, without punctuation after it
	Raw    string // exactly what is there, line breaks included
	Normal string // what [URLOptions.Normalize] makes of Raw without options; empty only in the zero URL
}

// ErrNotURL means that a text is no address of the web, or holds more than one.
var ErrNotURL = weburl.ErrNotURL

var errAfterURL = fmt.Errorf("%w: text after it", ErrNotURL)

// ParseURL reads s, which is one web address with or without blanks, quotation
// marks, brackets and a period around it. The error is a [*SyntaxError] with
// [ErrNotURL].
func ParseURL(s string) (URL, error) {
	const around = " \t\r\n\"'<>()[]"
	i := len(s) - len(strings.TrimLeft(s, around))
	u, next, ok := scanURL(s, i)
	if !ok {
		return URL{}, &SyntaxError{i, ErrNotURL}
	}
	if rest := strings.TrimLeft(s[next:], around+".,;:!?*_"); rest != "" {
		return URL{}, &SyntaxError{len(s) - len(rest), errAfterURL}
	}
	return u, nil
}

// URLOptions say how addresses are normalised. The zero value changes nothing
// but the spelling of an address.
type URLOptions struct {
	// StripTracking removes the parameters of a query that only tell where
	// the reader came from, such as utm_source and fbclid.
	StripTracking bool
}

// Normalize returns raw in the form in which two spellings of one address are
// equal: RFC 3986 section 6, and the WHATWG URL Standard where that is
// silent. It drops line breaks and blanks (a hyphen before them stays); scheme
// and host become lower case, the host ASCII where IDNA allows it; a default
// port goes; escapes of unreserved characters are undone, other escapes get
// capitals, and what must be escaped is; dot segments are resolved, an empty
// path becomes "/", and an empty query or fragment goes with its sign; so do
// the periods after a host. HTML's "&amp;" is an ampersand. "www."
// stands for "http://www.". Normalising twice is normalising once.
//
// The error is a [*Error] with [ErrNotURL] when raw is no address of the web.
func (o URLOptions) Normalize(raw string) (string, error) {
	normal, err := weburl.Normalize(raw, o.StripTracking)
	var at *weburl.Error
	if errors.As(err, &at) {
		return "", &SyntaxError{at.Offset, at.Err}
	}
	return normal, err
}

// scanURL reads a web address that begins exactly at s[i:], at a word's start.
func scanURL(s string, i int) (u URL, next int, ok bool) {
	found, next, ok := weburl.Scan(s, i)
	return URL{Span: Span{found.Start, found.End}, Raw: found.Raw, Normal: found.Normal}, next, ok
}

// An Archive says what an archive's address shows.
type Archive struct {
	Service  string // "Perma.cc", "Wayback Machine", "archive.today" ...
	Captured Date   // when the page was saved, its span zero; the zero Date when the address does not say it
	Original string // address of the page that was saved, as the archive's address has it; empty when it has none
}

// archives holds the services that keep copies of web pages: the host without
// "www.", what the path of a copy begins with, and the service's name.
var archives = [...]struct{ host, path, name string }{
	{"perma.cc", "/", "Perma.cc"},
	{"web.archive.org", "/web/", "Wayback Machine"},
	{"archive.org", "/web/", "Wayback Machine"},
	{"wayback.archive.org", "/web/", "Wayback Machine"},
	{"archive.today", "/", "archive.today"},
	{"archive.is", "/", "archive.today"},
	{"archive.ph", "/", "archive.today"},
	{"archive.li", "/", "archive.today"},
	{"archive.fo", "/", "archive.today"},
	{"archive.md", "/", "archive.today"},
	{"archive.vn", "/", "archive.today"},
	{"wayback.archive-it.org", "/", "Archive-It"},
	{"webarchive.loc.gov", "/", "Library of Congress Web Archive"},
	{"webarchive.nationalarchives.gov.uk", "/", "UK Government Web Archive"},
	{"webcitation.org", "/", "WebCite"},
}

// Archive returns what u shows when it is the address of a copy in a web
// archive; ok is false when it is not.
func (u URL) Archive() (a Archive, ok bool) {
	host, _ := weburl.CutAny(weburl.AfterScheme(u.Normal), "/?#")
	_, path := weburl.CutAny(weburl.AfterScheme(weburl.Unbreak(u.Raw)), "/?#")
	host = strings.TrimPrefix(host, "www.")
	for _, service := range archives {
		if rest, found := strings.CutPrefix(path, service.path); found && rest != "" && host == service.host {
			a = Archive{Service: service.name}
			a.Captured, a.Original = captured(rest)
			return a, true
		}
	}
	return Archive{}, false
}

// captured reads the path of a copy, "20151208124302/http://example.com/": the
// time, in 4 to 14 digits, may have a collection's name before it and letters
// after it, and either part may be missing.
func captured(path string) (d Date, original string) {
	for range 3 {
		if _, ok := weburl.SchemeAt(path, 0); ok {
			return d, path
		}
		part, rest, more := strings.Cut(path, "/")
		if !more {
			return d, ""
		}
		if stamp, ok := timestamp(part); ok {
			return stamp, rest
		}
		path = rest
	}
	return d, ""
}

// timestamp reads "20151208124302" or "2015.12.08-124302", of which the year
// at least is there, with letters or an asterisk after it.
func timestamp(s string) (d Date, ok bool) {
	var digits [len("20151208124302")]byte
	n := 0
	for i := 0; i < len(s) && n < len(digits); i++ {
		if lex.Class[s[i]]&lex.Digit != 0 {
			digits[n] = s[i]
			n++
		} else if s[i] != '.' && s[i] != '-' {
			break
		}
	}
	return dateOf(string(digits[:n]))
}

// dateOf reads the date at the beginning of digits, which are year, month,
// day and time run together.
func dateOf(digits string) (d Date, ok bool) {
	if len(digits) < 4 {
		return d, false
	}
	d.Year, _ = date.DigitsAt(digits[:4], 0)
	if len(digits) >= 6 {
		d.Month, _ = date.DigitsAt(digits[4:6], 0)
	}
	if len(digits) >= 8 {
		d.Day, _ = date.DigitsAt(digits[6:8], 0)
	}
	return d, d.Year >= date.FirstYear && d.Year <= date.LastYear && d.start().valid()
}
