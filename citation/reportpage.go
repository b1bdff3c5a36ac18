package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/shape"
	"github.com/hereinafter/hereinafter/internal/words"
)

// The first page or the number after a reporter, in all that it may look like.

// maxECLI bounds the length of a European identifier, in bytes.
const maxECLI = 64

// scanECLI reads country, court, year and number of a decision after "ECLI:", all
// of them its number: "EU:C:2014:317". The last part may have periods inside.
func (r reader) scanECLI(i int) (year, number string, next int, ok bool) {
	s := r.text[:min(r.ceil, i+maxECLI)]
	for next = i; next < len(s) && (lex.Class[s[next]]&lex.Alnum != 0 || s[next] == ':' || s[next] == '.'); {
		next++
	}
	number = strings.TrimRight(s[i:next], ".") // it ends the sentence
	parts := strings.Split(number, ":")
	if len(parts) != 4 || strings.Contains(number[:len(number)-len(parts[3])], ".") {
		return "", "", i, false
	}
	year = parts[2]
	return year, number, i + len(number), len(year) == 4 && lex.AllDigits(year) && parts[3] != ""
}

// beginsCase reports whether the number s[i:j], read as a first page, is the
// volume of a case or its short form: then what preceded it was no report
// but a name with a figure before it.
func (r reader) beginsCase(i, j int) bool {
	if j-i > 3 || !r.isAt(j, lex.Noise) {
		return false
	}
	if k := r.skip(j); !r.isAt(k, lex.Upper) {
		return false
	}
	a := r.numberAnchor(i)
	if a.class != anchorNumber || reporterOf(a.terms) == nil {
		return false
	}
	if _, _, ok := r.scanFirstPage(a.end); ok {
		return true
	}
	_, _, ok := r.scanShortReport(a)
	return ok
}

// suffixed reads the letters that end a page in New York's tables and a number in
// some neutral citations: "1201(A)", "2017 IL App (1st) 143684-U", "120001WC".
func (r reader) suffixed(l *shape.Layout, page string, next int) (string, int) {
	if r.at(next) == '(' && r.isAt(next+1, lex.Upper) && r.at(next+2) == ')' { // "33 Misc. 3d 1201(A)"
		return page + r.text[next:next+3], next + 3
	}
	if l.Last().Field != shape.Number && !yearFirst(l) {
		return page, next
	}
	s := r.text
	k := next
	for k-next < 4 && r.isAt(k, lex.Upper) {
		k++
	}
	if r.at(k) == '-' && r.isAt(k+1, lex.Upper) {
		k += 2
	}
	if k == next || !lex.WordEnds(s, k, r.ceil) {
		return page, next
	}
	return page + s[next:k], k
}

// romanPage reads a first page in small Roman numerals, of a volume's front
// matter: "12 Neb. App. lxiv (2004)". A decision must follow.
func (r reader) romanPage(i int) (page string, next int, ok bool) {
	s := r.text
	j := r.skip(i)
	k := j
	for r.isAt(k, lex.Lower) && k-j < 10 {
		k++
	}
	if k-j < 2 || !lex.IsRoman(s[j:k]) {
		return "", i, false
	}
	d, _, ok := r.scanDecision(k)
	return s[j:k], k, ok && !d.date.IsZero()
}

// partPage reads a first page that begins with the part of the volume, as the
// reports of the European courts count them: "1990 E.C.R. I-2433".
func (r reader) partPage(reporter *Reporter, i int) (page string, next int, ok bool) {
	s := r.text
	j := r.skip(i)
	k := j
	for k < r.ceil && k-j < len("III") && s[k] == 'I' {
		k++
	}
	n := lex.DashAt(s, k, r.ceil)
	next = r.digitsEnd(k + n)
	if k == j || n == 0 || next == k+n || reporter.Type != "foreign" {
		return "", i, false
	}
	return s[j:next], next, true
}

// blankPages passes over the commas between blanks where pages are not yet
// known, "517 U.S.    ,    (1996)", "519 U.S.    ,    , 117 S. Ct. 832": the
// decision or a parallel report must follow.
func (r reader) blankPages(i int) (next int, ok bool) {
	s := r.text
	j := r.skip(i)
	commas, last, blank := 0, j, j-i > 1
	for r.at(j) == ',' && commas < 3 {
		commas++
		last = j
		j = r.skip(j + 1)
	}
	if commas == 0 || j >= r.ceil {
		return i, false
	}
	if blank && lex.Class[s[j]]&lex.Digit != 0 {
		return last, r.reportAt(j)
	}
	if s[j] != '(' {
		return i, false
	}
	d, _, ok := r.scanDecision(j)
	return j, ok && !d.date.IsZero() && d.text.Text == ""
}

// beforePage passes over what a reporter's layout has between its abbreviation
// and the number: the hyphen of "1999-NMCA-019", the ¶ of looseleaf services, the
// letter of a part.
func (r reader) beforePage(l *shape.Layout, i int) (next int) {
	s := r.text
	j := r.skip(i)
	switch step := l.Next(); {
	case step.Lead == "-" && j < r.ceil && lex.DashAt(s, j, r.ceil) > 0:
		return j + lex.DashAt(s, j, r.ceil)
	case step.Field == shape.Letter && r.isAt(j, lex.Upper) && r.isAt(j+1, lex.Digit): // "D1234"
		return j + 1
	case step.Label != "":
		k := r.labelAt(step, j)
		if number := r.skip(k); k > j && r.isAt(number, lex.Digit) {
			return number
		}
	}
	return i
}

// labelAt passes over the word or sign of a step at s[i:], the P too that stands for
// a lost ¶; without it it returns i.
func (r reader) labelAt(step shape.Step, i int) (next int) {
	if step.Label == "No." {
		next, _ = words.MatchPhrase(r.text, i, r.ceil, "no.")
		return max(next, i)
	}
	kind, _, next := pinWordAt(r.text, i, r.ceil)
	switch {
	case kind == labelKinds[step.Label]:
		return next
	case step.Label == "¶" && r.at(i) == 'P':
		return i + 1
	}
	return i
}

// scanFirstPage reads the page a report begins on: a number, a Roman numeral
// in small letters, or the blank that stands for a page not yet known.
func (r reader) scanFirstPage(i int) (page string, next int, ok bool) {
	s := r.text
	j := i
	if r.at(j) == ',' {
		j++
	}
	for r.isAt(j, lex.Noise) && s[j] != '_' {
		n := lex.NoiseAt(s, j)
		if n == 0 {
			break
		}
		j += n
	}
	k := r.digitsEnd(j)
	switch {
	case k-j > maxPage:
	case k > j:
		if r.wordAfterPage(j, k) || r.decimal(j, k) {
			return "", i, false
		}
		if r.markAt(k, "ab") && lex.WordEnds(s, k+1, r.ceil) { // the side of a leaf: "8 Co. Rep. 114a"
			k++
		}
		return s[j:k], k, true
	case r.at(j) == '[': // "2024 WL [____]"
		if k = lex.BlankEnd(s[:r.ceil], j+1); k > j+2 && r.at(k) == ']' {
			return s[j+1 : k], k + 1, true
		}
	default:
		if k = lex.BlankEnd(s[:r.ceil], j); k-j >= 2 || k > j && lex.WordEnds(s, k, r.ceil) {
			return s[j:k], k, true
		}
	}
	return "", i, false
}

// maxPage bounds the figures of a page.
const maxPage = 8

// wordAfterPage reports whether letters are glued to the figures s[j:k], as to a
// code's section or an ordinal: "12bis", "2d".
func (r reader) wordAfterPage(j, k int) bool {
	if k-j >= 5 || k+1 >= r.ceil || !r.isAt(k, lex.ASCII) {
		return false
	}
	return r.text[k] == 'd' || r.isAt(k+1, lex.Alnum)
}

// decimal reports whether the number s[j:k] goes on after a period. The number
// of a footnote that is glued to a sentence's end ("98 S. Ct. 1322.3") does not
// count.
func (r reader) decimal(j, k int) bool {
	if r.at(k) != '.' || !r.isAt(k+1, lex.Digit) {
		return false
	}
	end := r.digitsEnd(k + 1)
	if k-j < 2 || end-k > len(".12") {
		return true
	}
	return end < r.ceil && !r.isAt(end, lex.Space) && r.at(end) != '.'
}
