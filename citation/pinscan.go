package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// signAt reads a sign of a section or a paragraph at s[i:].
func signAt(s string, i int) (kind PinKind, n int) {
	if i >= len(s) || s[i] != 0xC2 && s[i] != '&' {
		return "", 0
	}
	for k := range signs {
		if lex.HasPrefixAt(s, i, signs[k].written) {
			return signs[k].kind, len(signs[k].written)
		}
	}
	return "", 0
}

// signs are the ways to write the signs of sections and paragraphs.
var signs = [...]struct {
	written string
	kind    PinKind
}{
	{"§", PinSection}, {"&sect;", PinSection}, {"&#167;", PinSection}, {"&#xA7;", PinSection}, {"&#xa7;", PinSection},
	{"¶", PinParagraph}, {"&para;", PinParagraph}, {"&#182;", PinParagraph}, {"&#xB6;", PinParagraph}, {"&#xb6;", PinParagraph},
}

// maxSigns bounds how many section signs in a row are read as one.
const maxSigns = 4

// maxPins bounds how many pinpoints one citation may have.
const maxPins = 32

// pinWordAt reads a word that opens a pinpoint, or § or ¶, at s[i:]. bare says
// that it is one without a number too.
func pinWordAt(s string, i, end int) (kind PinKind, bare bool, next int) {
	if kind, next = signsAt(s, i, end); next > i {
		return kind, false, next
	}
	j := i
	for j < end && j-i < 12 && lex.Class[s[j]]&lex.ASCII != 0 {
		j++
	}
	if j == i || j-i == 12 {
		return "", false, i
	}
	w := words.Pins.Word(s[i:j])
	if w == nil {
		w, bare = words.PinsAlone.Word(s[i:j]), true
	}
	if w == nil {
		return "", false, i
	}
	letter := j == i+1 && lex.Class[s[i]]&lex.Upper != 0
	if j < end && s[j] == '.' {
		j++
	}
	if letter { // "S 1983"; but "C.R.S."
		if k := lex.Skip(s[:end], j); k >= end || lex.Class[s[k]]&lex.Digit == 0 {
			return "", false, i
		}
	}
	if kind = PinKind(w.Value); kind == PinSyllabus { // "Syl. ¶ 3", "Syl. pt. 3"
		if point, _, next := pinWordAt(s, lex.Skip(s[:end], j), end); point == PinParagraph || point == PinPart {
			j = next
		}
	}
	return kind, bare, j
}

// scanPins reads the pinpoints that follow a citation's core: an optional
// comma and "at", then pages, sections, articles, notes and the like. kind is
// what a bare number counts before any word says otherwise; when it is empty,
// a bare number is a pinpoint (a page) only after "at". A number that begins
// another citation ("93 S. Ct. 705") is no pinpoint.
func (r reader) scanPins(i int, kind PinKind) (pins []Pin, next int) {
	return r.morePins(nil, i, kind)
}

// scanSections reads a section, article or rule number at s[i:], with or
// without a sign or word before it, and those that follow it in a list.
func (r reader) scanSections(i int, kind PinKind) (pins []Pin, next int) {
	pin, _, next, ok := r.scanPinAs(i, kind, true)
	if !ok {
		return nil, i
	}
	return r.morePins([]Pin{pin}, next, pin.Kind)
}

// morePins reads further pinpoints after those already read; see scanPins.
func (r reader) morePins(pins []Pin, i int, kind PinKind) ([]Pin, int) {
	for len(pins) < maxPins {
		var last Pin // the one before; zero before the first
		if n := len(pins); n > 0 {
			last = pins[n-1]
		}
		j, sep := r.pinSeparator(i, len(pins) > 0 || kind == PinPage && r.beforeNote(i))
		between := r.text[i:j]
		if at, ok := scanAt(r.text, j, r.ceil); ok {
			j, sep = at, true
			if kind == "" || kind == PinSection || len(pins) > 0 {
				kind = PinPage
			}
		}
		pin, named, k, ok := r.scanPinAs(j, kind, kind != "" && kind != PinPage)
		if !ok && sep && len(pins) > 0 {
			pin, k, ok = r.furtherPart(last, j)
		}
		if !ok || !sep && (!named || pin.Kind == last.Kind) {
			break
		}
		if named && anotherProvision(last.Kind, pin.Kind, between) {
			break
		}
		if !named && afterSubdivision(last, pin) {
			pin.Kind = pins[0].Kind // "§§ 187, subd. (a), 189"
		}
		pins = append(pins, pin)
		switch {
		case pin.Kind != PinNote:
			kind = pin.Kind
		case r.beforeFurtherNote(pin, k): // "nn. 17 and 26"
			kind = PinNote
		}
		i = k
	}
	return pins, i
}

// rangeOfHyphened goes on after a range that was one page, "pp. 2-15 to 2-25".
func rangeOfHyphened(s string, pin Pin, i, k, end int) (Pin, int) {
	to, ok := words.Match(s, lex.Skip(s[:end], k), end, "to")
	if !ok {
		return pin, k
	}
	j := lex.Skip(s[:end], to)
	_, next := scanPlace(s, j, end, false)
	if next == j || lex.Class[s[j]]&lex.Digit == 0 || lex.DashAt(s, next, end) == 0 {
		return pin, k
	}
	_, next = scanRange(s, next, end, false)
	last := lex.Clean(s[j:next])
	if last == "" {
		return pin, k
	}
	pin.From, pin.To = lex.Clean(s[i:k]), last
	return pin, next
}

// rangeOfLettered reads the second half of a range of pages that the same letter
// begins, "A-4 to A-6".
func rangeOfLettered(s, from string, i, end int) (to string, next int) {
	k, ok := words.Match(s, lex.Skip(s[:end], i), end, "to")
	if !ok {
		return "", i
	}
	j := lex.Skip(s[:end], k)
	if j == k || j >= end || s[j] != from[0] {
		return "", i
	}
	if to, next = scanPlace(s, j, end, false); next == j || !strings.ContainsAny(to, "0123456789") {
		return "", i
	}
	return to, next
}

// beforeFurtherNote reports whether a pinpoint is one of notes, in the plural,
// that "and" goes on after it.
func (r reader) beforeFurtherNote(pin Pin, next int) bool {
	word := r.text[pin.Span.Start:min(pin.Span.End, pin.Span.Start+len("notes"))]
	if !strings.HasPrefix(word, "nn") && word != "notes" {
		return false
	}
	j, joined := r.pinSeparator(next, true)
	return joined && r.isAt(j, lex.Digit) && r.text[lex.Skip(r.text, next)] != ','
}

// beforeNote reports whether "and n. 10" or "& n.3" is at s[i:].
func (r reader) beforeNote(i int) bool {
	j, joined := r.pinSeparator(i, true)
	kind, _, _ := pinWordAt(r.text, j, r.ceil)
	return joined && kind == PinNote
}

// enacted reports whether a pinpoint is one of those that enactments and rules
// are cited by.
func enacted(kind PinKind) bool {
	return kind == PinSection || kind == PinRule || kind == PinArticle
}

// furtherPart reads what goes on from the section before it: the "(b)" of "§
// 1395(a) and (b)", the ".1481" of "416.1455, .1481", the "-303" of "49-2-205 and -303". Its brackets must hold a letter or a figure as those
// before it do, or it may count the points of a sentence.
func (r reader) furtherPart(before Pin, i int) (pin Pin, next int, ok bool) {
	s := r.text
	if before.Kind == PinSection && r.at(i) == '.' && strings.IndexByte(before.From, '.') > 0 { // "416.1455, .1481"
		if next = r.digitsEnd(i + 1); next > i+2 {
			next = lex.Subdivisions(s, next, r.ceil)
			return Pin{Span: Span{i, next}, Kind: PinSection, From: lex.Clean(s[i:next])}, next, true
		}
	}
	if before.Kind == PinSection && r.at(i) == '-' && strings.IndexByte(before.From, '-') > 0 && r.isAt(i+1, lex.Digit) { // "49-2-205 and -303"
		_, next = scanPlace(s, i+1, r.ceil, true)
		return Pin{Span: Span{i, next}, Kind: PinSection, From: lex.Clean(s[i:next])}, next, next > i+1
	}
	switch before.Kind {
	case PinSection, PinRule, PinSubdivision:
	default:
		return pin, i, false
	}
	if i+2 >= r.ceil || s[i] != '(' {
		return pin, i, false
	}
	alike := false
	for k := 0; k+1 < len(before.From); k++ {
		alike = alike || before.From[k] == '(' && (lex.Class[before.From[k+1]]^lex.Class[s[i+1]])&(lex.Upper|lex.Lower|lex.Digit) == 0
	}
	next = lex.Subdivisions(s, i, r.ceil)
	if !alike || next == i || lex.AllDigits(s[i+1:min(i+5, next)]) {
		return pin, i, false
	}
	pin = Pin{Kind: before.Kind, From: lex.Clean(s[i:next])}
	pin.To, next = scanRange(s, next, r.ceil, true)
	pin.Span = Span{i, next}
	return pin, next, true
}

// romanLetter passes over the letter after a Roman numeral that ends at s[:i], by
// which California counts its inserted articles: "art. XIII A, § 2".
func romanLetter(s string, i int) int {
	k := i + len(" A")
	if k >= len(s) || s[i] != ' ' || lex.Class[s[k-1]]&lex.Upper == 0 || strings.IndexByte(",;)", s[k]) < 0 {
		return i
	}
	return k
}

// pinSeparator passes over the comma, and between two pins also the "&" or
// "and", that precede a pinpoint.
func (r reader) pinSeparator(i int, between bool) (next int, sep bool) {
	s, end := r.text, r.ceil
	j := lex.Skip(s, i)
	if j < end && s[j] == ',' {
		j, sep = lex.Skip(s, j+1), true
	}
	if between && j < end {
		for _, word := range [...]string{"&amp;", "&", "and", "or"} {
			if k := j + len(word); lex.HasPrefixAt(s, j, word) && k < end && lex.NoiseAt(s, k) > 0 {
				return lex.Skip(s, k), true
			}
		}
	}
	return j, sep
}

// maxPin bounds the length of a pinpoint that is read from its end, in bytes.
const maxPin = 24

// pinBefore reads the pinpoint with its word or sign that ends at s[:k].
func (r reader) pinBefore(low, k int) (pin Pin, start int, ok bool) {
	s := r.text
	in := r
	in.ceil = k
	for i := k - 1; i >= low && k-i < maxPin; i-- {
		if c := s[i]; c != 0xC2 && (lex.Class[c]&lex.ASCII == 0 || i > low && lex.Class[s[i-1]]&lex.Alnum != 0) {
			continue
		}
		if pin, named, next, ok := in.scanPin(i, ""); ok && named && next == k {
			return pin, i, true
		}
	}
	return pin, k, false
}

// decimalSection reports whether a number that ends at s[:k] goes on as a
// treatise's section: ".02[2]".
func decimalSection(s string, k int) bool {
	if k >= len(s) || s[k] != '.' {
		return false
	}
	end := lex.DigitsEnd(s, k+1)
	return end > k+1 && end < len(s) && s[end] == '['
}

// scanAt reads the word "at" and the noise after it.
func scanAt(s string, i, end int) (next int, ok bool) {
	if i+2 >= end || s[i]|0x20 != 'a' || s[i+1]|0x20 != 't' || lex.Class[s[i+2]]&lex.Alnum != 0 {
		return i, false
	}
	j := lex.Skip(s, i+2)
	if j < end && s[j] == ',' {
		j = lex.Skip(s, j+1)
	}
	return j, j > i+2
}

// scanPin reads one pinpoint at s[i:]. bare is what a number without a word
// counts; when it is empty a word or sign must precede the number. named
// tells whether one does.
func (r reader) scanPin(i int, bare PinKind) (pin Pin, named bool, next int, ok bool) {
	return r.scanPinAs(i, bare, false)
}

// scanPinAs is scanPin; numbered says that the number is known to be one of
// the kind, as if a word preceded it.
func (r reader) scanPinAs(i int, bare PinKind, numbered bool) (pin Pin, named bool, next int, ok bool) {
	s, end := r.text, r.ceil
	kind, alone, word := pinWordAt(s, i, end)
	named = kind != ""
	wide := named || numbered
	if !named {
		kind = bare
	}
	if kind == "" || i >= end {
		return pin, named, i, false
	}
	if kind == PinNote && named && s[word-1] == '.' && !r.abbreviates(s[i:word]) {
		return pin, named, i, false
	}
	j := word
	if named {
		j = r.skip(j)
	}
	kind, from, k := r.placeOfKind(kind, j, wide, named)
	switch {
	case k == j && alone && lex.WordEnds(s, word, end), k == j && bare == PinPage && onlyNote(kind, s[i:word]):
		k = word
	case k == j, !named && numbered && r.wordForNumber(kind, from, j, k), !named && r.beginsSeries(j, k):
		return pin, named, i, false
	default:
		if from[0] == '*' && kind == PinParagraph {
			kind = PinPage // "2011 NY Slip Op 51234(U), *3"
		}
		pin, k = r.rangeFrom(kind, from, j, k, wide)
	}
	pin.Kind, pin.Span = kind, Span{i, k}
	return pin, named, k, true
}

// signsAt reads § or ¶ at s[i:], once or several times; next is i without them.
func signsAt(s string, i, end int) (kind PinKind, next int) {
	kind, n := signAt(s[:end], i)
	if n == 0 {
		return "", i
	}
	for signs := 0; n > 0 && signs < maxSigns; signs++ {
		i = lex.Skip(s, i+n)
		var another PinKind
		if another, n = signAt(s[:end], i); another != kind {
			break
		}
	}
	if i < end && s[i] == ']' { // "[§] 1983"
		i = lex.Skip(s, i+1)
	}
	return kind, i
}

// anotherProvision reports whether what "and" or "or" joins to a pinpoint is
// another citation: "§ 502 and section 1983", "Section 10(b) and Rule 10b-5".
func anotherProvision(before, kind PinKind, between string) bool {
	if !enacted(before) || !enacted(kind) && kind != PinTitle {
		return false
	}
	return strings.Contains(between, "and") || strings.Contains(between, "or")
}

// placeOfKind reads the place at s[j:] as those of a kind are written.
func (r reader) placeOfKind(kind PinKind, j int, wide, named bool) (as PinKind, from string, k int) {
	s, end := r.text, r.ceil
	from, k = scanPlace(s, j, end, wide)
	switch {
	case !wide && kind == PinPage && decimalSection(s[:end], k): // "supra, at 177.02[2]"
		from, k = scanPlace(s, j, end, true)
		return PinSection, from, k
	case kind == PinArticle && lex.IsRoman(from):
		k = romanLetter(s[:end], k)
		from = lex.Clean(s[j:k])
	case k == j && kind == PinSubdivision && named: // "subd. (c)(2)"
		k = lex.Subdivisions(s, j, end)
		from = lex.Clean(s[j:k])
	}
	return kind, from, k
}

// rangeFrom reads what makes the place s[j:k] the first of a range.
func (r reader) rangeFrom(kind PinKind, from string, j, k int, wide bool) (pin Pin, next int) {
	s, end := r.text, r.ceil
	pin.From = from
	pin.To, next = scanRange(s, k, end, wide)
	switch {
	case kind == PinPage && pin.To != "":
		return rangeOfHyphened(s, pin, j, next, end)
	case kind == PinPage && lex.Class[from[0]]&lex.Upper != 0:
		pin.To, next = rangeOfLettered(s, from, next, end)
	}
	return pin, next
}

// wordForNumber reports whether what was read as the number s[j:k] of a kind is a
// word. Only an amendment may have a Roman numeral, when it ends there.
func (r reader) wordForNumber(kind PinKind, from string, j, k int) bool {
	if lex.Class[r.text[j]]&lex.Digit != 0 || strings.ContainsAny(from, "0123456789") {
		return false
	}
	return kind != PinAmendment || !lex.IsRoman(from) || !r.stopsAt(k, ",.;)")
}
