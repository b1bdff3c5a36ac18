package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
)

// The numbers of provisions: titles, laws, orders, pages with their thousands
// parted.

// groupedPins reads pinpoints whose thousands a comma parts: ", 30,571-72".
func (r reader) groupedPins(pins *[]Pin, i int) (next int) {
	s := r.text
	for len(*pins) < maxPins {
		j := r.skip(i)
		if r.at(j) != ',' {
			return i
		}
		if j = r.skip(j + 1); lex.HasPrefixAt(s[:r.ceil], j, "at ") {
			j = r.skip(j + len("at "))
		}
		k := r.digitsEnd(j)
		group, end := r.thousands(k)
		if k == j || end == k || r.beginsSeries(j, k) {
			return i
		}
		pin := Pin{Kind: PinPage, From: s[j:k] + group}
		if n := lex.DashAt(s, end, r.ceil); n > 0 {
			m := r.digitsEnd(end + n)
			rest, last := r.thousands(m)
			if m > end+n {
				pin.To, end = s[end+n:m]+rest, last
			}
		}
		pin.Span = Span{j, end}
		*pins = append(*pins, pin)
		i = end
	}
	return i
}

// thousands reads ",203" after a page's first digits.
func (r reader) thousands(i int) (group string, next int) {
	if r.at(i) == ',' && r.digitsEnd(i+1) == i+4 {
		return r.text[i+1 : i+4], i + 4
	}
	return "", i
}

// divided reports whether the number at s[i:] has parts, as sections have:
// "2.02", "46:01", "220(1)".
func (r reader) divided(i int) bool {
	k := r.digitsEnd(i)
	switch r.at(k) {
	case '.', ':':
		return r.isAt(k+1, lex.Digit)
	case '(':
		return lex.Subdivisions(r.text, k, r.ceil) > k
	}
	return false
}

// hyphened reports whether the number at s[i:] has a hyphen and figures after
// it, and no word: "6-1107".
func (r reader) hyphened(i int) bool {
	s := r.text[:r.ceil]
	k := lex.DigitsEnd(s, i)
	dash := lex.DashAt(s, k, len(s))
	if k == i || dash == 0 {
		return false
	}
	end := lex.DigitsEnd(s, k+dash)
	return end > k+dash && (end >= len(s) || lex.Class[s[end]]&lex.ASCII == 0)
}

// furtherNumbers reads the numbers that follow the first in a list: "ECF Nos.
// 118, 120". They stand among the sections.
func (r reader) furtherNumbers(p *Provision, i int) (next int) {
	s := r.text
	for len(p.Sections) < maxPins {
		j, sep := r.pinSeparator(i, true)
		if !sep || !r.isAt(j, lex.Digit) || r.beginsSeries(j, lex.DigitsEnd(s, j)) {
			return i
		}
		number, k := scanNumber(s, j, r.ceil)
		if r.at(k) == '.' && r.isAt(k+1, lex.Digit) {
			return i
		}
		p.Sections = append(p.Sections, Pin{Span: Span{j, k}, Kind: PinNumber, From: number})
		i = k
	}
	return i
}

// scanNumber reads the number of a law, an order or a paper: "111-148",
// "12,866", "2015-CFPB-0029".
func scanNumber(s string, i, end int) (number string, next int) {
	j := i
	for j < end {
		if lex.Class[s[j]]&lex.Alnum != 0 {
			j++
			continue
		}
		k := joinOfNumber(s[:end], i, j)
		if k == j {
			break
		}
		j = k
	}
	return lex.Clean(s[i:j]), j
}

// joinOfNumber passes over what joins the parts of a law's number, which begins at
// s[i:], at s[j:]; j where the number ends.
func joinOfNumber(s string, i, j int) int {
	switch c := s[j]; {
	case j == i:
	case joinsAt(s, j, "-/:"):
		return j + 1
	case c == ',' && lex.DigitsEnd(s, j+1) == j+len(",000") && lex.Class[s[j-1]]&lex.Digit != 0:
		return j + 1
	case lex.DashAt(s, j, len(s)) == len("–") && lex.IsAt(s, j+len("–"), lex.Digit):
		return j + len("–")
	case c == '-' && j+2 < len(s) && lex.Class[s[j+1]]&lex.Space != 0: // a line's end in the number: "100- 430"
		if k := lex.Skip(s, j+1); lex.IsAt(s, k, lex.Digit) {
			return k
		}
	}
	return lex.FractionEnd(s, j) // the half numbers of the Public Laws: "61-167½"
}
