package citation

import (
	"strings"

	"golang.org/x/net/idna"
)

// URLOptions says how an address is normalised. The zero value is what
// [URL.Normal] uses.
type URLOptions struct {
	// StripTracking removes the query parameters that only tell where a reader
	// came from (utm_source, fbclid ...).
	StripTracking bool
}

// Normalize returns an address in a form that is equal for equal addresses:
// line breaks inside it removed, "http://" before "www.", scheme and host in
// lower case, the host in its ASCII form (IDNA), default ports and an empty
// query left out, escapes of ordinary characters undone and all others in
// upper case, dot segments resolved, "/" as the empty path. RFC 3986, section 6.
// The error is [ErrNotURL] when raw has no host.
func (o URLOptions) Normalize(raw string) (string, error) {
	s := strings.ReplaceAll(joinLines(raw), "&amp;", "&")
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok {
		scheme, rest = "http", s
	}
	scheme = strings.ToLower(scheme)
	rest, fragment, fragmented := strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	authority, path, _ := strings.Cut(rest, "/")
	host := normalHost(scheme, authority)
	if host == "" {
		return "", ErrNotURL
	}
	var b strings.Builder
	b.WriteString(scheme + "://" + host)
	b.WriteString(resolveDots("/" + escape(path)))
	if o.StripTracking {
		query = stripTracking(query)
	}
	if query != "" {
		b.WriteString("?" + escape(query))
	}
	if fragmented && fragment != "" {
		b.WriteString("#" + escape(fragment))
	}
	return b.String(), nil
}

// joinLines removes blanks, soft hyphens and zero-width characters.
func joinLines(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] < 0x80 && class[s[i]]&cSpace == 0
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80 && class[r]&cSpace != 0, r == 0xAD, r >= 0x200B && r <= 0x200D, r == 0xFEFF, r == 0x2060:
			return -1
		}
		return r
	}, s)
}

// defaultPorts are left out of a host.
var defaultPorts = map[string]string{"http": ":80", "https": ":443", "ftp": ":21"}

// hosts turns hosts into their ASCII form.
var hosts = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false))

func normalHost(scheme, authority string) string {
	user, host, ok := strings.Cut(authority, "@")
	if !ok {
		user, host = "", authority
	} else {
		user = escape(user) + "@"
	}
	host = strings.TrimRight(strings.ToLower(unescape(host)), ".")
	port := ""
	if i := strings.LastIndexByte(host, ':'); i >= 0 && strings.Trim(host[i+1:], "0123456789") == "" {
		host, port = host[:i], host[i:]
	}
	if port == ":" || port == defaultPorts[scheme] {
		port = ""
	}
	if ascii, err := hosts.ToASCII(host); err == nil {
		host = ascii
	}
	host = strings.TrimRight(escape(host), ".:")
	if host == "" || strings.ContainsAny(host, "/?#@") || strings.Contains(host, ":") && host[0] != '[' {
		return ""
	}
	return user + host + port
}

// unescape undoes the escapes of a host.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexValue(s[i+1]) >= 0 && hexValue(s[i+2]) >= 0 {
			b = append(b, byte(hexValue(s[i+1])<<4|hexValue(s[i+2])))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

const upperHex = "0123456789ABCDEF"

// escape writes a part of an address with the escapes that are needed, in
// upper case, and without those that are not.
func escape(s string) string {
	if plainPart(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && hexValue(s[i+1]) >= 0 && hexValue(s[i+2]) >= 0:
			d := byte(hexValue(s[i+1])<<4 | hexValue(s[i+2]))
			i += 2
			if unreserved(d) {
				b.WriteByte(d)
				continue
			}
			c = d
			fallthrough
		case c == '%', c <= ' ', c >= 0x7F, strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			b.WriteByte('%')
			b.WriteByte(upperHex[c>>4])
			b.WriteByte(upperHex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// plainPart reports whether escape has nothing to do.
func plainPart(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '%' || c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			return false
		}
	}
	return true
}

func hexValue(c byte) int {
	switch {
	case class[c]&cDigit != 0:
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// unreserved reports whether a character never needs an escape. RFC 3986,
// section 2.3.
func unreserved(c byte) bool {
	return class[c]&cAlnum != 0 || c == '-' || c == '.' || c == '_' || c == '~'
}

// resolveDots removes "." and ".." from a path. RFC 3986, section 5.2.4.
func resolveDots(path string) string {
	if !strings.Contains(path, "/.") {
		return path
	}
	segments := strings.Split(path[1:], "/")
	kept := segments[:0]
	for i, seg := range segments {
		switch seg {
		case ".", "..":
			if seg == ".." && len(kept) > 0 {
				kept = kept[:len(kept)-1]
			}
			if i == len(segments)-1 {
				kept = append(kept, "")
			}
		default:
			kept = append(kept, seg)
		}
	}
	return "/" + strings.Join(kept, "/")
}

// trackers are the query parameters that only tell where a reader came from;
// one that ends in "_" stands for all that begin so.
var trackers = [...]string{
	"utm_", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid",
	"_hsenc", "_hsmi", "vero_id", "ref_src", "ref_url", "s_cid", "cmpid", "smid", "smtyp", "ocid", "ncid", "mkt_tok", "trk", "oly_anon_id", "oly_enc_id",
}

func stripTracking(query string) string {
	kept := strings.Split(query, "&")
	n := 0
	for _, param := range kept {
		name, _, _ := strings.Cut(strings.ToLower(param), "=")
		if !tracks(name) {
			kept[n] = param
			n++
		}
	}
	return strings.Join(kept[:n], "&")
}

func tracks(name string) bool {
	for _, t := range trackers {
		if name == t || strings.HasSuffix(t, "_") && strings.HasPrefix(name, t) {
			return true
		}
	}
	return false
}

// An Archive is what the address of an archived copy tells.
type Archive struct {
	Service  string // "Perma.cc", "Wayback Machine", "archive.today"
	Captured Date   // when the copy was made; the zero Date when the address does not tell
	Original string // the address that was copied; empty when the address does not tell
}

// archives are the hosts of web archives.
var archives = [...]struct{ host, service string }{
	{"perma.cc", "Perma.cc"},
	{"web.archive.org", "Wayback Machine"}, {"archive.org", "Wayback Machine"}, {"wayback.archive.org", "Wayback Machine"},
	{"archive.today", "archive.today"}, {"archive.ph", "archive.today"}, {"archive.is", "archive.today"}, {"archive.md", "archive.today"},
	{"archive.fo", "archive.today"}, {"archive.li", "archive.today"}, {"archive.vn", "archive.today"},
	{"webcitation.org", "WebCite"}, {"www.webcitation.org", "WebCite"}, {"webarchive.nationalarchives.gov.uk", "UK Government Web Archive"},
}

// Archive unwraps the address of an archived copy; ok is false when u is not
// one of a known archive.
func (u URL) Archive() (a Archive, ok bool) {
	_, rest, _ := strings.Cut(u.Normal, "://")
	host, path, _ := strings.Cut(rest, "/")
	for _, row := range archives {
		if host != row.host {
			continue
		}
		path, web := strings.CutPrefix(path, "web/")
		if host == "archive.org" && !web {
			return Archive{}, false // a work in the library, not a copy of a page
		}
		a.Service = row.service
		stamp, original, found := strings.Cut(path, "/")
		if found && len(stamp) >= 8 && allDigits(stamp[:8]) {
			if d, err := ParseDate(stamp[:4] + "-" + stamp[4:6] + "-" + stamp[6:8]); err == nil {
				d.Span = Span{}
				a.Captured = d
			}
		}
		if strings.Contains(original, "://") {
			a.Original = original
		}
		return a, true
	}
	return Archive{}, false
}
