package citation

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
)

// A URL is a web address as it stands in the text, and in a form in which two
// spellings of one address are equal. Its zero value means that none stands
// there. Bluebook Rule 18.2.2(e); Indigo Book R33.
type URL struct {
	Span   Span   // where it stands in the parsed text, without punctuation behind it
	Raw    string // exactly what stands there, line breaks included
	Normal string // what [URLOptions.Normalize] makes of Raw without options; empty only in the zero URL
}

// ErrNotURL means that a text is no address of the web, or holds more than one.
var ErrNotURL = errors.New("not a web address")

var (
	errScheme   = fmt.Errorf("%w: want http, https, ftp or www", ErrNotURL)
	errHost     = fmt.Errorf("%w: no host has such a name", ErrNotURL)
	errPort     = fmt.Errorf("%w: not a port number", ErrNotURL)
	errAfterURL = fmt.Errorf("%w: text behind it", ErrNotURL)
)

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
	host, _ := cutAny(afterScheme(u.Normal), "/?#")
	_, path := cutAny(afterScheme(unbreak(u.Raw)), "/?#")
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

// afterScheme returns what stands behind "://" in an address, all of it when
// that is missing.
func afterScheme(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		return rest
	}
	return address
}

// captured reads the path of a copy, "20151208124302/http://example.com/": the
// time, in 4 to 14 digits, may have a collection's name before it and letters
// behind it, and either part may be missing.
func captured(path string) (d Date, original string) {
	for range 3 {
		if _, ok := schemeAt(path, 0); ok {
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
// at least stands there, with letters or an asterisk behind it.
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
