package citation

// An International is a paper of the United Nations: a resolution, a document.
// Bluebook Rule 21.7.
type International struct {
	Shared
	Provision
	Document string // symbol of the document: "A/RES/217"; empty when not written
}

// Kind returns [KindInternational].
func (*International) Kind() Kind { return KindInternational }

// String returns the paper as Bluebook Rule 21.7 writes it.
func (c *International) String() string {
	p := c.Provision
	p.Date = Date{}
	s := (&Shared{Pins: c.Pins})
	text := p.form(s)
	if c.Document != "" {
		text += ", U.N. Doc. " + c.Document
	}
	if !c.Date.IsZero() {
		text += " (" + c.Date.written() + ")"
	}
	return text
}

// internationalTypes are the types of codes that make an International.
var internationalTypes = []string{"intl"}

// readInternational reads "G.A. Res. 217A, ¶ 2, U.N. Doc. A/RES/217 (Dec. 10,
// 1948)" at the resolution's number.
func readInternational(r reader, a anchor) Citation {
	if ofType(a.terms, internationalTypes, "") == nil {
		return nil
	}
	c := &International{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, internationalTypes) {
		return nil
	}
	if symbol, next, ok := r.symbol(c.Span.End); ok {
		c.Document = symbol
		next = r.edition(&c.Provision, next)
		c.Span.End = r.tail(&c.Shared, &c.Online, next)
	}
	return c
}

// symbol reads ", U.N. Doc. A/RES/217" behind a resolution.
func (r reader) symbol(i int) (symbol string, next int, ok bool) {
	s := r.text
	j := skip(s[:r.ceil], i)
	if j >= r.ceil || s[j] != ',' {
		return "", i, false
	}
	k, _ := matchPhrase(s, skip(s[:r.ceil], j+1), r.ceil, "u.n. doc.")
	if k == 0 {
		return "", i, false
	}
	symbol, next = scanNumber(s, skip(s[:r.ceil], k), r.ceil)
	return symbol, next, symbol != ""
}
