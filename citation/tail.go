package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// The tail of a citation is what may follow the core of any full citation, in
// any order: where it is on the web, when that was visited, an archive in
// brackets, a hereinafter name, parentheticals. Bluebook Rules 1.5, 4.2(b),
// 18.2; Indigo Book R33.

// tail reads the tail that begins at offset i into c and, when there is
// something of the web in it, *on. It returns the offset after it.
func (r reader) tail(c *Shared, on **Online, i int) (next int) {
	for parts := 0; parts < 32; parts++ {
		j := lex.Skip(r.text, i)
		if j >= r.ceil {
			return i
		}
		k := i
		switch r.text[j] {
		case '(':
			k = r.tailParen(c, on, i, j)
		case '[':
			k = r.tailBracket(c, on, i, j)
		case ',':
			k = r.tailOnline(on, i, lex.Skip(r.text, j+1))
		case '.': // a period instead of a comma before the URL
			k = r.tailURL(on, i, lex.Skip(r.text, j+1))
		default:
			k = r.tailOnline(on, i, j)
		}
		if k == i {
			return i
		}
		i = k
	}
	return i
}

// tailParen reads a parenthetical at s[j:]: a date of access, a hereinafter
// name, an archive, or a remark. It returns i when there is none.
func (r reader) tailParen(c *Shared, on **Online, i, j int) (next int) {
	end := lex.Closing(r.text, j, r.ceil)
	if end < 0 || !r.parenStays(i, j) {
		return i
	}
	in := lex.Skip(r.text[:end], j+1)
	if d, k, ok := scanVisited(r.text[:end], in); ok && lex.Skip(r.text, k) >= end {
		online(on).Accessed = d
		return end + 1
	}
	if name, ok := hereinafter(r.text[in:end]); ok {
		c.Hereinafter = name
		return end + 1
	}
	if u, k, ok := scanURL(r.text[:end], in); ok && lex.Skip(r.text, k) >= end {
		r.addURL(on, u)
		return end + 1
	}
	if pins := r.slipPins(in, end); pins != nil {
		c.Pins = append(c.Pins[:len(c.Pins):len(c.Pins)], pins...)
	}
	c.Parens = append(c.Parens, r.paren(j, end))
	return end + 1
}

// slipPins reads the pages of the slip opinion that a parenthetical s[i:end]
// gives where the reporter's are not yet known: "(slip op., at 8)".
func (r reader) slipPins(i, end int) (pins []Pin) {
	k := matchSlip(r.text, i, end)
	if k == 0 {
		return nil
	}
	in := r
	in.ceil = end
	pins, _ = in.scanPins(k, PinPage)
	for n := range pins {
		if pins[n].Kind == PinPage {
			pins[n].Kind = PinSlip
		}
	}
	return pins
}

// matchSlip matches "slip op." or "slip opinion" at s[i:]; 0 when neither stands
// there.
func matchSlip(s string, i, end int) (next int) {
	if word, next := words.Slips.Match(s, i, end); word != nil {
		return next
	}
	return 0
}

// parenStays reports whether a parenthetical at j belongs to what ends at i:
// at most blanks between them, and no paragraph's end.
func (r reader) parenStays(i, j int) bool {
	return j-i <= 8 && strings.Count(r.text[i:j], "\n") < 3
}

// tailBracket reads "[hereinafter X]" or an archive's address in brackets.
func (r reader) tailBracket(c *Shared, on **Online, i, j int) (next int) {
	end := lex.Closing(r.text, j, r.ceil)
	if end < 0 {
		return i
	}
	in := lex.Skip(r.text[:end], j+1)
	if name, ok := hereinafter(r.text[in:end]); ok {
		c.Hereinafter = name
		return end + 1
	}
	if u, _, ok := scanURL(r.text[:end], in); ok {
		r.addURL(on, u)
		return end + 1
	}
	if pins := r.slipPins(in, end); pins != nil { // "___ F.3d at ___ [slip op. at 6-7]"
		c.Pins = append(c.Pins[:len(c.Pins):len(c.Pins)], pins...)
		c.Parens = append(c.Parens, Paren{Span: Span{j, end + 1}, Text: r.text[j+1 : end]})
		return end + 1
	}
	return i
}

// tailOnline reads a URL, with or without "available at" before it, or a date
// of access.
func (r reader) tailOnline(on **Online, i, j int) (next int) {
	if d, k, ok := scanVisited(r.text[:r.ceil], j); ok {
		online(on).Accessed = d
		return k
	}
	if word, k := words.BeforeURL.Match(r.text, j, r.ceil); word != nil {
		j = lex.Skip(r.text, k)
		if r.markAt(j, ":,") {
			j = lex.Skip(r.text, j+1)
		}
	}
	return r.tailURL(on, i, j)
}

// tailURL reads a URL, bare, in <angle brackets>, or as a Markdown link.
func (r reader) tailURL(on **Online, i, j int) (next int) {
	if j >= r.ceil {
		return i
	}
	angle := r.text[j] == '<'
	if angle {
		j = lex.Skip(r.text, j+1)
	}
	if j >= r.ceil {
		return i
	}
	u, k, ok := scanURL(r.text[:r.ceil], j)
	if !ok {
		return i
	}
	r.addURL(on, u)
	if angle && r.at(k) == '>' {
		k++
	}
	return k
}

// addURL enters a URL: the first is the source's address, one of a known
// archive is the archive's.
func (r reader) addURL(on **Online, u URL) {
	o := online(on)
	if _, ok := u.Archive(); ok && (o.Archive.Raw == "" || o.URL.Raw != "") {
		o.Archive = u
	} else if o.URL.Raw == "" {
		o.URL = u
	}
}

func online(on **Online) *Online {
	if *on == nil {
		*on = new(Online)
	}
	return *on
}

// hereinafter reads "hereinafter X", X in quotes or not. Bluebook Rule 4.2(b).
func hereinafter(s string) (name string, ok bool) {
	const word = "hereinafter"
	if !lex.HasFoldPrefix(s, "herein") {
		return "", false
	}
	s = lex.Clean(s) // "hereinafter"
	if !lex.HasFoldPrefix(s, word) || len(s) == len(word) || lex.Class[s[len(word)]]&lex.Alnum != 0 && s[len(word)] < 0x80 {
		return "", false
	}
	rest := strings.TrimLeft(s[len(word):], " ,:")
	if lead, k := words.GivenNames.SpelledAt(rest, 0); lead != nil {
		rest = strings.TrimLeft(rest[k:], " ")
	}
	if open := leadingQuote(rest); open > 0 {
		rest = rest[open:]
		if k := strings.IndexAny(rest, "”\"’"); k > 0 && (rest[k] == '"' || open == 3) {
			rest = rest[:k]
		}
	}
	return strings.Trim(rest, " ,.;”“\"’"), true
}

// leadingQuote returns the length of the opening quotation mark at s[0:].
func leadingQuote(s string) int {
	for _, q := range [...]string{"“", "\"", "‘", "'"} {
		if strings.HasPrefix(s, q) {
			return len(q)
		}
	}
	return 0
}

// weigh reads the weight of a decision from the parentheticals of its citation,
// and from what follows the date.
func (r reader) weigh(c *Shared, disposition Phrase) {
	for _, p := range c.Parens {
		if w, ok := weightOf(lex.Clean(p.Text)); ok {
			w.Span = p.Span
			c.Weight = append(c.Weight, w)
		}
	}
	if disposition.Text != "" {
		if w, ok := weightOf(disposition.Text); ok {
			w.Span = disposition.Span
			c.Weight = append(c.Weight, w)
		}
	}
}

// shortTail reads the parentheticals after a short form.
func (r reader) shortTail(c *Shared, on **Online, i int) (next int) {
	for next = i; ; {
		j := lex.Skip(r.text, next)
		k := next
		switch {
		case j >= r.ceil:
		case r.text[j] == '(':
			k = r.tailParen(c, on, next, j)
		case r.text[j] == '[':
			k = r.tailBracket(c, on, next, j)
		}
		if k == next {
			r.weigh(c, Phrase{})
			return next
		}
		next = k
	}
}
