package citation

import "strings"

// A decision is what a court-and-date parenthetical says: "(9th Cir. 2010)".
// Bluebook Rules 10.4, 10.5; Indigo Book R13.
type decision struct {
	at    Span   // with both brackets, set where the place matters
	text  Phrase // the court as written, zero when the reporter tells it
	court *Court // nil when not written or not known
	date  Date
}

// scanDecision reads a court-and-date parenthetical that begins at s[i:],
// noise before it passed over.
func (r reader) scanDecision(i int) (d decision, next int, ok bool) {
	s := r.text
	if j := skip(s[:r.ceil], i); j < r.ceil && s[j] == ',' { // "15616, (D. Me. 1992)"
		if k := skip(s[:r.ceil], j+1); k < r.ceil && s[k] == '(' {
			i = k
		}
	}
	in, next, ok := r.shortParen(i)
	if !ok {
		if in, next, ok = r.shortBracket(i); !ok {
			return d, i, false
		}
	}
	a, b := in.Start, in.End
	date, start, ok := r.dateAtEnd(a, b)
	if !ok {
		start = b
	}
	d.date = date
	stop := skipBack(s, a, start)
	if stop > a && s[stop-1] == ',' && ok {
		stop--
	}
	if a < stop {
		d.text = r.phrase(a, stop)
		d.court = r.tab.court(d.text.Text)
		if d.court == nil && (!ok || !r.tab.looksLikeCourt(d.text.Text)) {
			return d, i, false
		}
	} else if !ok {
		return d, i, false
	}
	return d, next, true
}

// dateAtEnd reads the date that ends at b and does not begin before a. A year
// alone, by far the most common, takes the short way.
func (r reader) dateAtEnd(a, b int) (d Date, start int, ok bool) {
	s := r.text
	if b-a < 4 || class[s[b-1]]&cDigit == 0 {
		return d, b, false
	}
	y := b - 4
	if allDigits(s[y:b]) && (y == a || class[s[y-1]]&cSpace != 0) && (s[y] == '1' || s[y] == '2') {
		p := skipBack(s, a, y)
		if p == a || s[p-1] == '.' && !endsInMonth(s[a:p]) {
			year := int(s[y]-'0')*1000 + int(s[y+1]-'0')*100 + int(s[y+2]-'0')*10 + int(s[y+3]-'0')
			return Date{Span: Span{y, b}, Year: year}, y, true
		}
	}
	return scanDateBack(s, a, b)
}

// endsInMonth reports whether the last word of s may be a month's name.
func endsInMonth(s string) bool {
	j := len(s)
	for j > 0 && class[s[j-1]]&asciiLet == 0 {
		j--
	}
	i := j
	for i > 0 && class[s[i-1]]&asciiLet != 0 {
		i--
	}
	if j-i < 3 {
		return false
	}
	for k := 0; k < 36; k += 3 {
		if hasFoldPrefix(s[i:j], "janfebmaraprmayjunjulaugsepoctnovdec"[k:k+3]) {
			return true
		}
	}
	return false
}

// court looks a court up by a written form, nil when it is not known.
func (x *index) court(text string) *Court {
	var buf [maxShort]byte
	return x.courts[string(appendFold(buf[:0], text))]
}

// courtIn looks up a court that leaves its state to the reporter: "(Ct. App.
// 1995)" behind "N.M." Bluebook Rule 10.4(b).
func (x *index) courtIn(jurisdiction, text string) *Court {
	state := x.states[jurisdiction]
	if state == "" || len(state)+len(text) >= maxShort {
		return nil
	}
	var buf [maxShort]byte
	return x.courts[string(appendFold(appendFold(buf[:0], state), text))]
}

// looksLikeCourt reports whether an unknown court's text has the form of one:
// capitalised words, abbreviations and numbers, no sentence.
func (x *index) looksLikeCourt(s string) bool {
	if class[s[0]]&(cUpper|cDigit) == 0 {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if class[w[0]]&cLower != 0 && !x.is(w, roleJoin) {
			return false
		}
	}
	return strings.ContainsRune(s, '.') || strings.Contains(s, "Court") || strings.Contains(s, "Cir")
}
