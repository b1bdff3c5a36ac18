package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/date"
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A decision is what a court-and-date parenthetical says: "(9th Cir. 2010)".
// Bluebook Rules 10.4, 10.5; Indigo Book R13.
type decision struct {
	at    Span   // with both brackets, set where the place matters
	text  Phrase // the court as written, zero when the reporter tells it
	court *Court // nil when not written or not known
	date  Date
	rest  Phrase // what follows the date: "pet. denied"
}

// scanDecision reads a court-and-date parenthetical that begins at s[i:],
// noise before it passed over.
func (r reader) scanDecision(i int) (d decision, next int, ok bool) {
	s := r.text
	if k, comma := r.skipComma(i); comma && r.at(k) == '(' { // "15616, (D. Me. 1992)"
		i = k
	}
	in, next, ok := r.shortParen(i)
	if !ok {
		if in, next, ok = r.shortBracket(i); !ok {
			return d, i, false
		}
	}
	a, b := in.Start, in.End
	start, ok := r.dateOfDecision(&d, a, b)
	stop := lex.SkipBack(s, a, start)
	if stop > a && s[stop-1] == ',' && ok {
		stop--
	}
	if word, k := words.Decided.EndingAt(s, a, stop); word != nil && ok { // "(S.D.N.Y. filed Jan. 3, 2020)"
		stop = lex.SkipBack(s, a, k)
	}
	if a < stop {
		d.text = r.phrase(a, stop)
		d.court = r.tab.court(d.text.Text)
		if d.court == nil && ok {
			d.court = r.tab.courtSpelled(d.text.Text)
		}
		if d.court == nil && (!ok || !r.tab.looksLikeCourt(d.text.Text)) {
			return d, i, false
		}
	} else if !ok {
		return d, i, false
	}
	return d, next, true
}

// dateOfDecision reads the date at the end of what a decision's brackets hold,
// s[a:b], or before the disposition there, and returns where it begins; without one b.
func (r reader) dateOfDecision(d *decision, a, b int) (start int, ok bool) {
	date, start, ok := r.dateAtEnd(a, b)
	if ok {
		d.date = date
		return start, true
	}
	if comma := r.dispositionAt(a, b); comma > a {
		if date, start, ok = r.dateAtEnd(a, comma); ok {
			d.date, d.rest = date, r.phrase(comma+1, b)
			return start, true
		}
	}
	return b, false
}

// dispositionAt returns the offset of the comma between a date and what stands
// after it in its parenthetical, "2006, pet. denied"; a when there is none.
func (r reader) dispositionAt(a, b int) int {
	s := r.text
	for k := b - 1; k > a+3; k-- {
		switch c := s[k]; {
		case lex.Class[c]&lex.Digit != 0 && (k+1 >= b || s[k+1] != ','):
			return a
		case c == ',' && lex.Class[s[k-1]]&lex.Digit != 0:
			if j := lex.Skip(s[:b], k+1); j < b && lex.Class[s[j]]&lex.ASCII != 0 {
				return k
			}
			return a
		}
	}
	return a
}

// dateAtEnd reads the date that ends at b and does not begin before a. A year
// alone, by far the most common, takes the short way.
func (r reader) dateAtEnd(a, b int) (d Date, start int, ok bool) {
	s := r.text
	if b-a < 4 || lex.Class[s[b-1]]&lex.Digit == 0 {
		return d, b, false
	}
	y := b - 4
	if lex.AllDigits(s[y:b]) && (y == a || lex.Class[s[y-1]]&lex.Space != 0) && (s[y] == '1' || s[y] == '2') {
		p := lex.SkipBack(s, a, y)
		if p == a || s[p-1] == '.' && !endsInMonth(s[a:p]) {
			year := int(s[y]-'0')*1000 + int(s[y+1]-'0')*100 + int(s[y+2]-'0')*10 + int(s[y+3]-'0')
			return Date{Span: Span{y, b}, Year: year}, y, true
		}
	}
	if d, start, ok = scanDateBack(s, a, b); ok {
		return d, start, true
	}
	k := b // "La. 5/10/95"
	for k > a && (lex.Class[s[k-1]]&lex.Digit != 0 || s[k-1] == '/') {
		k--
	}
	if d, next, ok := scanSlashDate(s[:b], k, date.ShortYear); ok && next == b {
		d.Span = Span{k, b}
		return d, k, true
	}
	return d, b, false
}

// endsInMonth reports whether the last word of s may be a month's name.
func endsInMonth(s string) bool {
	j := len(s)
	for j > 0 && lex.Class[s[j-1]]&lex.ASCII == 0 {
		j--
	}
	i := j
	for i > 0 && lex.Class[s[i-1]]&lex.ASCII != 0 {
		i--
	}
	if j-i < 3 {
		return false
	}
	for k := 0; k < 36; k += 3 {
		if lex.HasFoldPrefix(s[i:j], "janfebmaraprmayjunjulaugsepoctnovdec"[k:k+3]) {
			return true
		}
	}
	return false
}

// court looks a court up by a written form, nil when it is not known.
//
// A department, district or seat after a court's name that has no row of its
// own does not count: "Tex. App.—Houston [14th Dist.]". A circuit or district of a
// state is one of its trial courts, not its highest court: "Mich. 10th Cir."
func (x *index) court(text string) *Court {
	if c := x.courtSpelledAs(text); c != nil {
		return c
	}
	if dash := strings.IndexAny(text, "-–—"); dash > 0 { // a seat: "Tex. App.-Dallas"
		if c := x.courtSpelledAs(text[:dash]); c != nil && c.Level == "appeals" {
			return c
		}
	}
	for end := len(text); ; {
		cut := strings.LastIndexByte(text[:end], ' ')
		if cut < 0 {
			return nil
		}
		switch part := text[cut:end]; {
		case strings.ContainsAny(part, "0123456789[") || divisionOfCourt(part):
			if c := x.courtSpelledAs(text[:cut]); c != nil {
				return x.trialCourt(c, text[cut:])
			}
		case !strings.HasSuffix(part, "]"):
			return nil
		}
		end = cut
	}
}

// courtSpelledAs looks a court up by the whole of what is written.
func (x *index) courtSpelledAs(parts ...string) *Court {
	var buf [maxShort]byte
	key := buf[:0]
	for _, part := range parts {
		key = appendCourt(key, part)
	}
	return x.courts[string(key)]
}

// trialCourt returns the court of a division: the court before it, or where that is
// called by the state alone, and so the highest, which has none, the state's circuit
// or district court.
func (x *index) trialCourt(c *Court, division string) *Court {
	state := x.states[c.Jurisdiction]
	switch {
	case c.Cite != state:
		return c
	case strings.Contains(division, "Cir"):
		return x.courtSpelledAs(state, "Cir. Ct.")
	case strings.Contains(division, "Dist"):
		return x.courtSpelledAs(state, "Dist. Ct.")
	}
	return nil
}

// divisionOfCourt reports whether a part of a court's name is that of a district, a
// department, a circuit or a division.
func divisionOfCourt(part string) bool {
	for _, word := range [...]string{"Dist", "Dep", "Cir", "Div"} {
		if strings.Contains(part, word) {
			return true
		}
	}
	return false
}

// courtSpelled looks up a court whose place is written in another form than in
// the table, or without the "D." of a state's only district: "D. Maine", "Bkrtcy.
// Ct. Del.", "Wisconsin Ct. App."; or a court of a county or city.
func (x *index) courtSpelled(text string) *Court {
	if len(text) > maxShort/2 {
		return nil
	}
	for k := 0; k <= len(text); k++ {
		if k > 0 && k < len(text) && text[k-1] != ' ' && text[k-1] != '.' {
			continue
		}
		if state := x.states[x.jurisdiction(text[k:])]; state != "" {
			for _, only := range [...]string{"", "D."} {
				if c := x.courtSpelledAs(text[:k], only, state); c != nil {
					return c
				}
			}
		}
		if state := x.states[x.jurisdiction(text[:k])]; state != "" {
			if c := x.courtSpelledAs(state, text[k:]); c != nil {
				return c
			}
		}
	}
	return x.courtOfPlace(text)
}

// courtOfPlace looks up the court of a county or city, which has no row of its own,
// as the state's courts of that kind: by its name with a comma before the place,
// "Ohio C.P., Franklin Cnty.", with the place before it, "Suffolk Mass. Super. Ct.",
// and with the state after it, "Adair Cir. Ct., Ky.", "Cir. Ct., St. Louis Cnty., Mo."
func (x *index) courtOfPlace(text string) *Court {
	state := ""
	if comma := strings.LastIndexByte(text, ','); comma >= 0 {
		if state = x.states[x.jurisdiction(text[comma+1:])]; state != "" {
			text = text[:comma]
		}
	}
	return x.courtBeside(state, text)
}

// courtBeside looks up the court that a place precedes or follows, of a state where
// the text does not name it.
func (x *index) courtBeside(state, text string) *Court {
	if c := x.courtAfterPlace(state, text); c != nil {
		return c
	}
	return x.courtBeforePlace(state, text)
}

// courtAfterPlace looks up the court that follows the words of a place, of a state
// where the text does not name it: "Adair Cir. Ct."
func (x *index) courtAfterPlace(state, text string) *Court {
	for k := 0; ; k++ {
		if c := x.courtSpelledAs(state, text[k:]); c.tries() {
			return c
		}
		blank := strings.IndexByte(text[k:], ' ')
		if blank < 0 || !isPlace(text[k:k+blank]) {
			return nil
		}
		k += blank
	}
}

// courtBeforePlace looks up the court that a place follows, with a comma or without,
// of a state where the text does not name it: "Cir. Ct., St. Louis Cnty."
func (x *index) courtBeforePlace(state, text string) *Court {
	for end := len(text); ; {
		cut := strings.LastIndexAny(text[:end], " ,")
		if cut < 0 || !isPlace(text[cut+1:end]) {
			return nil
		}
		for _, c := range [...]*Court{x.court(text[:cut]), x.courtSpelledAs(state, text[:cut])} {
			if c != nil && c.Level != "supreme" {
				return c
			}
		}
		end = cut
	}
}

// tries reports whether the court is one of first instance, of which a state has many;
// a nil court is none.
func (c *Court) tries() bool { return c != nil && (c.Level == "trial" || c.Level == "special") }

// isPlace reports whether each word may be one of a place's name: it has a capital
// and no period, but for those that the table has.
func isPlace(text string) bool {
	for word := range strings.FieldsSeq(text) {
		name := strings.TrimRight(word, ".,")
		plain := lex.Class[word[0]]&(lex.Upper|lex.Digit) != 0 && !strings.Contains(word, ".")
		if !plain && words.PlaceWords.Word(name) == nil && word != "," {
			return false
		}
	}
	return true
}

// courtIn looks up a court that leaves its state to the reporter: "(Ct. App.
// 1995)" after "N.M." Bluebook Rule 10.4(b).
func (x *index) courtIn(jurisdiction, text string) *Court {
	state := x.states[jurisdiction]
	if state == "" || len(state)+len(text) >= maxShort {
		return nil
	}
	return x.courtSpelledAs(state, text)
}

// courtOfPlaceIn is courtIn for the court of a county or city of a state: "(Fairfax
// Cir. Ct. 2001)" after "Va. Cir."
func (x *index) courtOfPlaceIn(jurisdiction, text string) *Court {
	state := x.states[jurisdiction]
	if state == "" || jurisdiction == "us" || len(state)+len(text) >= maxShort {
		return nil
	}
	return x.courtBeside(state, text)
}

// looksLikeCourt reports whether an unknown court's text has the form of one:
// capitalised words, abbreviations and numbers, no sentence.
func (x *index) looksLikeCourt(s string) bool {
	if s == "" || lex.Class[s[0]]&(lex.Upper|lex.Digit) == 0 {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if lex.Class[w[0]]&lex.Lower != 0 && !x.is(w, roleJoin) {
			return false
		}
	}
	first, _, _ := strings.Cut(s, " ")
	for _, part := range [...]string{".", "Court", "Cir"} {
		if strings.Contains(s, part) {
			return true
		}
	}
	return lex.Capitals(first) && (len(first) < len(s) || len(s) > 3) // "CA Paris", "OSHRC"
}

// jurisdictionBefore reads the name or abbreviation of a state or of the
// United States that ends before s[:i].
func (r reader) jurisdictionBefore(i int) (code string, start int) {
	s := r.text
	j := r.skipBack(i)
	start = i
	for k, n := j, 0; n < 3; n++ {
		w, next, ok := wordBefore(s, max(r.floor, k-maxShort), k)
		if !ok || w.after == ',' || w.endsPhrase() || lex.Class[s[w.start]]&lex.ASCII == 0 {
			break
		}
		if found := r.tab.jurisdiction(s[w.start:j]); found != "" {
			code, start = found, w.start
		}
		if w.before != 0 {
			break
		}
		k = next
	}
	return code, start
}
