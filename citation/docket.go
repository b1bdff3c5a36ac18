package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// Decisions that are not reported are cited by their docket number, and often
// by the page of the slip opinion. Bluebook Rule 10.8.1.
//
//	Doe v. Roe, No. 12-3456, slip op. at 5 (2d Cir. May 3, 2013)
//	In re Doe, Case No. 3:12-cv-00456-JAH (S.D. Cal. Mar. 4, 2014)

// agencyTypes are the types of codes that are the dockets of agencies.
var agencyTypes = []string{"docket"}

// readDocketCase reads a decision cited by its docket number: a name or a court
// must show that it is one.
func readDocketCase(r reader, a anchor) Citation {
	s := r.text
	agency := ofType(a.terms, agencyTypes) != nil // "ASBCA No. 43466"
	if !agency && !ofDocket(a) || lex.Class[s[a.start]]&lex.Upper == 0 {
		return nil
	}
	start, end, ok := r.docketAt(a, agency)
	if !ok || r.reportAfter(end) { // "No. 12-345, 2013 WL 5811261": the report is the core
		return nil
	}
	if c := r.unreported(start, end); c != nil {
		return c
	}
	c := &Case{Shared: Shared{text: s, Core: Span{start, end}}}
	next, paper := r.paper(c, end)
	d, after, decided := r.scanDecision(next)
	decided = decided && !d.date.IsZero() && (d.text.Text != "" || paper || r.inHistory)
	named := false
	if r.commaBefore(start) {
		if n := r.nameBefore(start, agency || decided || paper); n.found() {
			c.Name, c.Plaintiff, c.Defendant, named = n.name, n.plaintiff, n.defendant, true
		}
	}
	if !decided && !agency && !(named && paper) && !((named || r.inHistory) && r.numbered(a.number, end)) {
		return nil
	}
	switch {
	case decided:
		next = r.decided(c, next)
	case d.court != nil: // "No. 4:99-cv-00350 (SD Tex.), p. 15"
		c.CourtText, c.Court, next = d.text, d.court, after
		if pins, k := r.scanPins(next, ""); pins != nil && c.Pins == nil {
			c.Pins, next = pins, k
		}
	}
	r.courtAfterName(c)
	c.Docket = r.phrase(start, end)
	next = r.tail(&c.Shared, &c.Online, next)
	r.weigh(&c.Shared, c.PetitionHistory)
	next = r.history(c, next)
	c.Span = Span{start, next}
	if named {
		c.Span.Start = c.Name.Span.Start
	}
	c.Signal = r.signal(c.Span.Start)
	return c
}

// ofDocket reports whether an anchor is "No.", alone or after the name of a record.
func ofDocket(a anchor) bool {
	return a.label == PinNumber && (a.terms == nil || ofType(a.terms, recordTypes) != nil)
}

// docketAt reads the docket number at an anchor: an agency's after its name, any
// other after "No." and the words before it that belong to it.
func (r reader) docketAt(a anchor, agency bool) (start, end int, ok bool) {
	if agency {
		_, end = scanNumber(r.text, a.number, r.ceil)
		return a.start, end, true
	}
	if end, ok = r.scanDocket(a.number); !ok {
		return a.start, end, false
	}
	no := lex.SkipBack(r.text, a.start, a.number) - len("No.")
	for no > a.start && lex.Class[r.text[no]]&lex.Upper == 0 {
		no--
	}
	return r.docketStart(no), end, true
}

// courtAfterName takes the court off the end of a name: "Doe v. Roe, Supreme
// Judicial Court, No. 85-71".
func (r reader) courtAfterName(c *Case) {
	name := c.Name
	comma := strings.LastIndexByte(r.text[name.Span.Start:name.Span.End], ',')
	if comma < 0 || !strings.HasSuffix(name.Text, " Court") && !strings.HasSuffix(name.Text, " Ct.") {
		return
	}
	end := name.Span.Start + comma
	if text := r.phrase(lex.Skip(r.text, end+1), name.Span.End); c.CourtText.Text == "" {
		c.CourtText, c.Court = text, r.tab.court(text.Text)
	}
	c.Name = r.phrase(name.Span.Start, end)
	if c.Defendant.Text != "" {
		c.Defendant = r.phrase(c.Defendant.Span.Start, end)
	}
}

// numbered reports whether s[i:j] has the form of a docket number: a hyphen, a
// colon or a thousand's comma in it.
func (r reader) numbered(i, j int) bool {
	return strings.ContainsAny(r.text[i:j], "-:,") || strings.Contains(r.text[i:j], "–")
}

// paper reads the paper that is cited after a docket or a number, with the
// pinpoints in it: ", slip op. at 5", ", mem. op. ¶ 4", ", ECF No. 45, at 3". Any
// but a slip opinion must have the decision after it.
func (r reader) paper(c *Case, i int) (next int, ok bool) {
	s := r.text
	j, comma := r.skipComma(i)
	end := matchSlip(s, j, r.ceil)
	slip := end > 0
	if !slip {
		if !comma || !r.tab.is(strings.ToLower(lex.FirstWord(s[j:min(r.ceil, j+maxShort)])), rolePaper) {
			return i, false
		}
		if end = r.paperEnd(j); end == j {
			return i, false
		}
	}
	pins, next := r.scanPins(end, PinPage)
	if pins == nil {
		next = end
		if pin, _, m, ok := r.scanPin(r.skip(end), PinPage); ok && slip {
			pins, next = []Pin{pin}, m
		}
	}
	if d, _, decided := r.scanDecision(next); !slip && (!decided || d.date.IsZero()) {
		return i, false
	}
	c.Filing, c.Pins = r.phrase(j, lex.SkipBack(s, j, end)), pins
	return next, true
}

// paperEnd returns where the name of a paper that begins at s[j:] ends: before
// pinpoints, a bracket or a comma. Without one of them it is j.
func (r reader) paperEnd(j int) int {
	s := r.text
	for k := j; k < min(r.ceil, j+maxDocketPaper); k++ {
		switch c := s[k]; {
		case c == '(' || c == ',', lex.Class[c]&lex.Space != 0 && r.pinpoints(k):
			return k
		case c == ';' || c == ':' || c == '"' || c == ')':
			return j
		}
	}
	return j
}

// pinpoints reports whether "at" or the sign of a paragraph follows the
// noise at s[k:].
func (r reader) pinpoints(k int) bool {
	j := r.skip(k)
	if _, n := signAt(r.text[:r.ceil], j); n > 0 {
		return true
	}
	_, ok := scanAt(r.text, j, r.ceil)
	return ok
}

// maxDocketPaper bounds the name of a paper of a docket, in bytes.
const maxDocketPaper = 80
