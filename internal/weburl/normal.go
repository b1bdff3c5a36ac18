package weburl

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// tracking lists the parameters that StripTracking removes; one that ends in
// an asterisk stands for all that begin so.
var tracking = [...]string{
	"utm_*", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "igshid",
	"igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking",
	"vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "ref_src", "ref_url", "s_cid", "cmpid", "ncid",
	"icid", "_ga", "_gl", "_openstat", "ns_mchannel", "ns_campaign", "at_medium", "at_campaign", "guccounter", "smid",
	"xtor",
}

// Normalize returns raw in the form in which two spellings of one address are
// equal. stripTracking takes the parameters of a query out that only say where
// the reader came from. The error is an [*Error].
func Normalize(raw string, stripTracking bool) (string, error) {
	s := Unbreak(raw)
	scheme, rest, ok := cutScheme(s)
	if !ok {
		return "", &Error{0, ErrScheme}
	}
	authority, rest := CutAny(rest, `/?#\`)
	authority, err := normalAuthority(scheme, authority)
	if err != nil {
		host, _ := SchemeAt(raw, 0)
		return "", &Error{host, err}
	}
	rest, fragment, _ := strings.Cut(rest, "#")
	path, query, _ := strings.Cut(rest, "?")

	path = removeDots(escapeURL(path, "/"))
	if query = escapeURL(query, "/?"); stripTracking {
		query = withoutTracking(query)
	}
	beforeQuery, beforeFragment := "", ""
	if query != "" {
		beforeQuery = "?"
	}
	if fragment != "" {
		fragment, beforeFragment = escapeURL(fragment, "/?"), "#"
	}
	return joined(raw, scheme, "://", authority, path, beforeQuery, query, beforeFragment, fragment), nil
}

// joined joins the parts of an address; what is the address as it was needs no memory.
func joined(raw string, parts ...string) string {
	rest, same := raw, true
	for _, part := range parts {
		var found bool
		rest, found = strings.CutPrefix(rest, part)
		same = same && found
	}
	if same && rest == "" {
		return raw
	}
	return strings.Join(parts, "")
}

// Unbreak returns an address without blanks of any kind, line breaks, and the
// invisible characters that allow a break.
func Unbreak(raw string) string {
	i := 0
	for i < len(raw) && ' ' < raw[i] && raw[i] < utf8.RuneSelf { // the fast path: most addresses
		i++
	}
	if i == len(raw) {
		return raw
	}
	var b strings.Builder
	from := 0
	for i < len(raw) {
		r, n := utf8.DecodeRuneInString(raw[i:])
		if unicode.IsSpace(r) || allowsBreak(r) {
			b.WriteString(raw[from:i])
			from = i + n
		}
		i += n
	}
	if from == 0 {
		return raw
	}
	b.WriteString(raw[from:])
	return b.String()
}

// cutScheme parts an address into its scheme, in lower case, and what follows.
func cutScheme(s string) (scheme, rest string, ok bool) {
	host, ok := SchemeAt(s, 0)
	switch {
	case !ok:
		return "", s, false
	case host == 0:
		return "http", s, true
	}
	return strings.ToLower(s[:host-len("://")]), s[host:], true
}

// CutAny parts s before the first of the bytes.
func CutAny(s, bytes string) (before, from string) {
	if k := strings.IndexAny(s, bytes); k >= 0 {
		return s[:k], s[k:]
	}
	return s, ""
}

// defaultPorts holds the port of each scheme.
var defaultPorts = [...]struct{ scheme, port string }{{"http", "80"}, {"https", "443"}, {"ftp", "21"}}

// normalAuthority normalises user, host and port.
func normalAuthority(scheme, authority string) (string, error) {
	user := ""
	if k := strings.LastIndexByte(authority, '@'); k >= 0 {
		if user = escapeURL(authority[:k], ":"); strings.Trim(user, ":") != "" {
			user = strings.ReplaceAll(user, "@", "%40") + "@"
		} else {
			user = ""
		}
		authority = authority[k+1:]
	}
	host, port := authority, ""
	if k := strings.LastIndexByte(authority, ':'); k > strings.LastIndexByte(authority, ']') {
		host, port = authority[:k], strings.TrimLeft(authority[k+1:], "0")
	}
	for _, d := range defaultPorts {
		if d.scheme == scheme && d.port == port {
			port = ""
		}
	}
	if len(port) > 5 || !lex.AllDigits(port) && port != "" {
		return "", ErrPort
	}
	host, err := normalHost(host)
	if err != nil {
		return "", err
	}
	if port != "" {
		port = ":" + port
	}
	return user + host + port, nil
}

// normalHost returns a host in lower case and, where IDNA allows it, in ASCII.
func normalHost(host string) (string, error) {
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		ip, err := netip.ParseAddr(host[1 : len(host)-1])
		if err != nil || ip.Zone() != "" {
			return "", ErrHost
		}
		return "[" + ip.String() + "]", nil
	}
	host, ok := unescapeURL(host)
	if !ok || !utf8.ValidString(host) || Unbreak(host) != host {
		return "", ErrHost
	}
	host = strings.ToLower(host)
	if len(host) <= maxHost && !lex.IsASCII(host) {
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			host = ascii
		}
	}
	if host = strings.TrimRight(host, "."); host == "" || strings.ContainsFunc(host, notInHost) {
		return "", ErrHost
	}
	return host, nil
}

// maxHost is the length in bytes above which no name of a host has an ASCII
// form; IDNA takes time that grows with the square of the length.
const maxHost = 1024

// notInHost reports whether r is an ASCII character that no host's name
// holds, or a control character.
func notInHost(r rune) bool {
	if r >= utf8.RuneSelf {
		return unicode.IsControl(r)
	}
	return lex.Class[byte(r)]&lex.Alnum == 0 && !strings.ContainsRune("-._~", r)
}

// unescapeURL undoes all escapes; ok is false when one is malformed.
func unescapeURL(s string) (plain string, ok bool) {
	if strings.IndexByte(s, '%') < 0 {
		return s, true
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' {
			if c, ok = escapeAt(s, i); !ok {
				return s, false
			}
			i += 2
		}
		b = append(b, c)
	}
	return string(b), true
}

// escapeAt returns the byte that the escape at s[i:] stands for.
func escapeAt(s string, i int) (c byte, ok bool) {
	if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
		return 0, false
	}
	return unhex(s[i+1])<<4 | unhex(s[i+2]), true
}

func unhex(c byte) byte {
	if lex.Class[c]&lex.Digit != 0 {
		return c - '0'
	}
	return c&^0x20 - 'A' + 10
}

// escapeURL normalises the escapes of one part of an address, which may hold the
// unreserved characters, the sub-delimiters, ':', '@' and the bytes of more. A
// '%' that begins no escape is escaped itself.
func escapeURL(s, more string) string {
	const hex = "0123456789ABCDEF"
	i := 0
	for i < len(s) && keeps(s[i], more) {
		i++
	}
	if i == len(s) { // the fast path: most addresses
		return plainAmpersands(s)
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for ; i < len(s); i++ {
		c := s[i]
		if c == '%' {
			if d, ok := escapeAt(s, i); ok {
				i += 2
				if c = d; isUnreserved(c) {
					b.WriteByte(c)
				} else {
					b.Write([]byte{'%', hex[c>>4], hex[c&15]})
				}
				continue
			}
		}
		if keeps(c, more) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return plainAmpersands(b.String())
}

// keeps reports whether a part of an address may hold c as it is.
func keeps(c byte, more string) bool {
	return kept[c] || strings.IndexByte(more, c) >= 0
}

// kept are the bytes that every part of an address may hold: the unreserved ones,
// the sub-delimiters, ':' and '@'.
var kept = func() (t [256]bool) {
	for c := range t {
		t[c] = isUnreserved(byte(c)) || strings.IndexByte("!$&'()*+,;=:@", byte(c)) >= 0
	}
	return t
}()

// plainAmpersands undoes HTML's "&amp;".
func plainAmpersands(s string) string {
	if strings.IndexByte(s, '&') < 0 { // the fast path
		return s
	}
	before, rest, found := strings.Cut(s, "&amp;")
	if !found {
		return s
	}
	var b strings.Builder
	for found {
		b.WriteString(before + "&")
		for strings.HasPrefix(rest, "amp;") {
			rest = rest[len("amp;"):]
		}
		before, rest, found = strings.Cut(rest, "&amp;")
	}
	b.WriteString(before)
	return b.String()
}

// isUnreserved reports whether c never needs an escape. RFC 3986 section 2.3.
func isUnreserved(c byte) bool {
	return lex.Class[c]&lex.Alnum != 0 || c == '-' || c == '.' || c == '_' || c == '~'
}

// removeDots resolves the segments "." and ".." of a path and gives it its
// first slash. RFC 3986 section 5.2.4.
func removeDots(path string) string {
	if strings.HasPrefix(path, "/") && !strings.Contains(path, "/.") { // the fast path
		return path
	}
	path = strings.TrimPrefix(path, "/")
	parts := strings.Split(path, "/")
	kept := parts[:0]
	for k, part := range parts {
		last := k == len(parts)-1
		switch part {
		case ".":
		case "..":
			kept = kept[:max(0, len(kept)-1)]
		default:
			kept = append(kept, part)
			continue
		}
		if last {
			kept = append(kept, "")
		}
	}
	return "/" + strings.Join(kept, "/")
}

// withoutTracking removes the parameters of the tracking table from a query.
func withoutTracking(query string) string {
	var kept []string
	for param := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(param, "="); !tracks(name) {
			kept = append(kept, param)
		}
	}
	return strings.Join(kept, "&")
}

// tracks reports whether the parameter called name is in the tracking table.
func tracks(name string) bool {
	for _, t := range tracking {
		stem, open := strings.CutSuffix(t, "*")
		if lex.HasFoldPrefix(name, stem) && (open || len(name) == len(stem)) {
			return true
		}
	}
	return false
}
