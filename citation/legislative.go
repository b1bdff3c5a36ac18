package citation

// A Legislative is a paper of a legislature: a bill, a resolution, a report, a
// document, a page of the debates. Bluebook Rule 13; Indigo Book R20.
type Legislative struct {
	Shared
	Provision
	Congress string // "104" of "104th Cong."; empty when not written
}

// Kind returns [KindLegislative].
func (*Legislative) Kind() Kind { return KindLegislative }

// String returns the paper as Bluebook Rule 13 writes it.
func (c *Legislative) String() string { return c.form(&c.Shared) }

// legislativeTypes are the types of codes that make a Legislative.
var legislativeTypes = []string{"legislative"}

// readLegislative reads "H.R. Rep. No. 104-828, at 209 (1996)".
func readLegislative(r reader, a anchor) Citation {
	if ofType(a.terms, legislativeTypes, "") == nil {
		return nil
	}
	c := &Legislative{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, legislativeTypes) {
		return nil
	}
	r.congress(c)
	return c
}

// congress reads ", 104th Cong., 2d Sess. 12 (1996)" behind a bill or a report.
func (r reader) congress(c *Legislative) {
	s := r.text
	i := c.Span.End
	j := skip(s[:r.ceil], i)
	if j >= r.ceil || s[j] != ',' {
		return
	}
	j = skip(s[:r.ceil], j+1)
	k := digitsEnd(s[:r.ceil], j)
	if k == j || k-j > 3 {
		return
	}
	number := s[j:k]
	for k < r.ceil && class[s[k]]&asciiLet != 0 {
		k++
	}
	next, ok := matchPhrase(s, skip(s[:r.ceil], k), r.ceil, "cong.")
	if !ok {
		return
	}
	c.Congress = number
	if m := skip(s[:r.ceil], next); m < r.ceil && s[m] == ',' {
		m = skip(s[:r.ceil], m+1)
		n := digitsEnd(s[:r.ceil], m)
		for n < r.ceil && class[s[n]]&asciiLet != 0 {
			n++
		}
		if sess, ok := matchPhrase(s, skip(s[:r.ceil], n), r.ceil, "sess."); ok && n > m {
			next = sess
		}
	}
	pins, next := r.scanPins(next, PinPage)
	if pins == nil {
		if pin, _, k, ok := r.scanPin(skip(s[:r.ceil], next), PinPage); ok {
			pins, next = []Pin{pin}, k
		}
	}
	c.Pins = append(c.Pins, pins...)
	next = r.edition(&c.Provision, next)
	c.Span.End = r.tail(&c.Shared, &c.Online, next)
}
