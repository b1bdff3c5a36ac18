package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// How authors, title and container are told apart
//
// Before the core of an article or the address of a web page stand, separated by
// commas, the authors, the title, and for a page the site or newspaper:
//
//	Hsia Hsiao-hua, China runs ... ‘overseas service centers’, Radio Free Asia
//	Policy Recommendations: Transnational Repression, Freedom House
//	Yannis Bakos, Florencia Marotta-Wurgler & David R. Trossen, Does Anyone Read ...
//
// Titles hold commas too. So the text is cut at the commas that are outside
// brackets and quotation marks, and read from both ends: the container is the
// last piece; authors are as many pieces at the front as look like names and,
// where there are several, lead to the "&" that joins the last two. What is
// between is the title. With two pieces only, the first is the title of a page
// unless it is a person's name and the second is long. Bluebook Rules 15.1,
// 16.2, 18.2; Indigo Book R28, R30, R33.

// A byline is what precedes the core of a secondary source.
type byline struct {
	authors     []Phrase
	etAl        bool
	designation Phrase // "Note", "Comment", "Editorial": zero when none
	title       Phrase
	container   Phrase
	number      Phrase // of a report
	report      bool   // it may have an institution and a number after the authors

	collection   Phrase // the book that a chapter is in
	ofCollection string // its volume
}

// maxPieces bounds the pieces that a byline is cut into; the rest is one piece.
const maxPieces = 32

// A pieceList is a byline cut at its commas.
type pieceList struct {
	at [maxPieces]Span
	n  int
}

// cutsAt are the bytes at which a piece may end, or what no comma cuts begin.
var cutsAt = func() (t [256]bool) {
	for _, c := range []byte("([\",\xE2") {
		t[c] = true
	}
	return t
}()

// pieces cuts s[i:j] at the commas outside brackets and quotation marks.
func (r reader) pieces(i, j int) (p pieceList) {
	s := r.text
	start := lex.Skip(s, i)
	for k := start; k < j; {
		if !cutsAt[s[k]] { // the fast path: most bytes
			k++
			continue
		}
		switch c := s[k]; {
		case c == '(' || c == '[':
			if end := lex.Closing(s, k, j); end > 0 {
				k = end + 1
				continue
			}
		case c == '"' || c == 0xE2 && lex.HasPrefixAt(s, k, "“"):
			if n := quoteSpan(s, k, j); n > 0 {
				if k += n; endsInComma(s[:k]) && p.n < maxPieces-1 {
					p.add(r, start, k)
					start = lex.Skip(s, k)
				}
				continue
			}
		case c == ',' && k+1 < j && lex.Skip(s, k+1) > k+1 && p.n < maxPieces-1:
			p.add(r, start, k)
			start = lex.Skip(s, k+1)
			k = start
			continue
		}
		k++
	}
	p.add(r, start, j)
	return p
}

// endsInComma reports whether s ends with a comma inside a closing quote.
func endsInComma(s string) bool {
	return strings.HasSuffix(s, ",”") || strings.HasSuffix(s, ",\"")
}

// add appends the piece s[i:j]; a piece that only goes on with the one before
// it ("Inc.", "Jr.", "D.C.") is joined to that.
func (p *pieceList) add(r reader, i, j int) {
	i = lex.Skip(r.text[:j], i)
	j = lex.SkipBack(r.text, i, j)
	if i >= j {
		return
	}
	if p.n > 0 && r.tab.continues(lex.Clean(r.text[i:j])) {
		p.at[p.n-1].End = j
		return
	}
	p.at[p.n] = Span{i, j}
	p.n++
}

// continues reports whether a piece belongs to the piece before its comma.
func (x *index) continues(text string) bool {
	if trimEtAl(text) == "" {
		return true
	}
	if i := strings.IndexByte(text, ' '); i > 0 {
		next := strings.TrimLeft(text[i:], " ")
		return x.is(text[:i], roleAfterComma) && (strings.HasPrefix(next, "&") || strings.HasPrefix(next, "et al"))
	}
	switch text {
	case "D.C.", "J.D.", "Ph.D.":
		return true
	case "et":
		return false
	}
	return x.is(text, roleAfterComma)
}

// byline reads authors and title from s[i:j].
func (r reader) byline(i, j int) (b byline) {
	p := r.pieces(i, j)
	r.bylineIn(&b, p, p.n)
	return b
}

// bylineOfBook is byline for what may be an institution's report with its number.
func (r reader) bylineOfBook(i, j int) (b byline) {
	p := r.pieces(i, j)
	b.report = true
	r.bylineIn(&b, p, p.n)
	return b
}

// bylineIn reads authors and title from the first pieces of a list; the container and
// what else follows the title has been read.
func (r reader) bylineIn(b *byline, p pieceList, last int) {
	if last = r.inCollection(b, p, last); last == 0 {
		return
	}
	first := 0
	if !r.designation(b, p, 0, last) {
		first = r.authors(b, p, last)
	}
	if b.designation.Text != "" || r.designation(b, p, first, last) {
		first++
	}
	if b.report {
		first = r.afterAuthors(b, p, first, last)
	}
	if first < last {
		b.title = r.title(p.at[first].Start, p.at[last-1].End)
	}
	if handle(b.title.Text) && len(b.authors) == 0 { // "Paper Guild (@paperguild), Twitter"
		b.authors, b.title = []Phrase{b.title}, Phrase{}
	}
}

// inCollection reads the book that a chapter is in, "in 3 ESSAYS ON PAPER", from the
// last pieces. It returns how many are before it.
func (r reader) inCollection(b *byline, p pieceList, last int) int {
	s := r.text
	for k := 1; k < last; k++ {
		end := p.at[last-1].End
		i, ok := words.Match(s, p.at[k].Start, end, "in")
		if i = lex.Skip(s[:end], i); !ok || i >= end || lex.Class[s[i]]&(lex.Upper|lex.Digit|lex.High) == 0 {
			continue
		}
		if v := lex.VolumeEnd(s, i, end); v > i {
			b.ofCollection, i = s[i:v], lex.Skip(s, v)
		}
		b.collection = r.phrase(i, end)
		return k
	}
	return last
}

// designation reads the piece k as a designation when a title follows it.
func (r reader) designation(b *byline, p pieceList, k, last int) bool {
	if k+1 >= last {
		return false
	}
	text := r.phrase(p.at[k].Start, p.at[k].End)
	if r.tab.is(text.Text, roleDesignation) {
		b.designation = text
	}
	return r.tab.is(text.Text, roleDesignation)
}

// title is a phrase without the quotation marks around the whole and without
// the comma in front of the closing one.
func (r reader) title(i, j int) Phrase {
	t := r.phrase(i, j)
	s := r.text
	for _, q := range [...][2]string{{"“", "”"}, {"\"", "\""}} {
		k := t.Span.Start
		if lex.HasPrefixAt(s, k, q[0]) && quoteSpan(s, k, t.Span.End) == t.Span.Len() {
			k, m := k+len(q[0]), t.Span.End-len(q[1])
			if m > k && s[m-1] == ',' {
				m--
			}
			return r.phrase(k, m)
		}
	}
	return t
}

// authors reads the author pieces among the first n and returns the index of
// the piece after them.
func (r reader) authors(b *byline, p pieceList, n int) (first int) {
	text := func(k int) string { return lex.Clean(r.text[p.at[k].Start:p.at[k].End]) }
	if n < 2 {
		return 0
	}
	last, listed := r.lastAuthor(p, n)
	if !listed {
		if !r.tab.authorLike(text(0)) {
			return 0
		}
		if n >= 3 && r.tab.oneAuthor(text(0), text(1)) {
			b.authors = append(b.authors, r.phrase(p.at[0].Start, p.at[1].End))
			return 2
		}
	}
	for k := 0; k <= last; k++ {
		r.addAuthors(b, p.at[k])
	}
	return last + 1
}

// lastAuthor finds the piece that a list of authors ends in: the one with "&" or
// "et al.", or the one before a designation. Without a list it is the first.
func (r reader) lastAuthor(p pieceList, n int) (last int, listed bool) {
	for k := 0; k < n-1 && k < 8; k++ {
		t := lex.Clean(p.at[k].In(r.text))
		if k > 0 && r.tab.is(t, roleDesignation) {
			return k - 1, true
		}
		if !r.tab.authorLike(trimEtAl(t)) {
			break
		}
		if hasAmpersand(t) || etAl(t) {
			return k, true
		}
	}
	return 0, false
}

// oneAuthor reports whether two pieces name one author: the family name in front,
// "Ukman, Jason", or an institution and its branch, "U.S. Dept. of Justice, Bureau
// of Justice Statistics".
func (x *index) oneAuthor(first, second string) bool {
	if oneWord(first) && oneWord(second) && x.personal(first+" "+second) {
		return true
	}
	return x.namesInstitution(first) && x.branchOf(second)
}

// branchOf reports whether a piece is the name of a branch of the institution
// before it, in short the kind of which is first: "Bureau of Justice
// Statistics".
func (x *index) branchOf(t string) bool {
	first, _, ok := strings.Cut(t, " ")
	return ok && strings.Count(t, " ") < 7 && x.is(strings.TrimSuffix(first, "."), roleInstitution) && x.namesInstitution(t)
}

// addAuthors splits one piece at "&" and takes off "et al.".
func (r reader) addAuthors(b *byline, at Span) {
	s := r.text
	end := at.End
	if k := etAlAt(s, at); k >= 0 {
		b.etAl = true
		end = lex.SkipBack(s, at.Start, k)
		if end > at.Start && s[end-1] == ',' {
			end--
		}
	}
	if strings.HasSuffix(s[at.Start:end], " eds.") || strings.HasSuffix(s[at.Start:end], " ed.") {
		return
	}
	start := at.Start
	start += len(s[start:end]) - len(trimJoiner(s[start:end]))
	for k := start; k < end; k++ {
		n := joinerAt(s, k, end)
		if n == 0 {
			continue
		}
		if a := r.phrase(start, k); a.Text != "" && r.tab.personal(a.Text) && !r.tab.namesInstitution(a.Text) {
			b.authors = append(b.authors, a)
			start = k + n
		}
		k += n - 1
	}
	if a := r.phrase(start, end); a.Text != "" {
		b.authors = append(b.authors, a)
	}
}

// joinerAt returns the length of " & " or " and " at s[k:].
func joinerAt(s string, k, end int) int {
	if lex.Class[s[k]]&lex.Space == 0 {
		return 0
	}
	j := lex.Skip(s[:end], k)
	for _, word := range [...]string{"&amp;", "&", "and"} {
		if lex.HasPrefixAt(s[:end], j, word) {
			if m := lex.Skip(s[:end], j+len(word)); m > j+len(word) {
				return m - k
			}
		}
	}
	return 0
}

func hasAmpersand(t string) bool {
	return strings.Contains(t, " & ") || strings.Contains(t, " and ") || trimJoiner(t) != t
}

// trimJoiner takes the "and" or "&" off the front of a piece.
func trimJoiner(t string) string {
	return strings.TrimPrefix(strings.TrimPrefix(t, "& "), "and ")
}

// etAl reports whether a piece ends in "et al." in one of its spellings.
func etAl(t string) bool { return trimEtAl(t) != t }

func trimEtAl(t string) string {
	if word, k := words.EtAl.EndingAt(t, 0, len(t)); word != nil {
		return strings.TrimRight(t[:k], " ,")
	}
	return t
}

// etAlAt returns the offset at which the "et al." that ends a piece begins, -1
// when it has none.
func etAlAt(s string, at Span) int {
	piece := s[at.Start:at.End]
	k := max(strings.LastIndex(piece, "et"), strings.LastIndex(piece, "and others"))
	if k <= 0 || !etAl(lex.Clean(piece)) {
		return -1
	}
	return at.Start + k
}

// afterAuthors reads what is between the authors and the title of a report: the
// institution of a person, the institution above one, the number. It returns the index
// of the title's first piece.
func (r reader) afterAuthors(b *byline, p pieceList, first, last int) int {
	for ; len(b.authors) > 0 && first+1 < last; first++ {
		switch text := lex.Clean(p.at[first].In(r.text)); {
		case isReportNumber(text):
			b.number = r.phrase(p.at[first].Start, p.at[first].End)
		case !r.tab.namesInstitution(text) || b.number.Text != "":
			return first
		case r.tab.namesPerson(b.authors[0].Text) && b.container.Text == "":
			b.container = r.phrase(p.at[first].Start, p.at[first].End)
		case len(b.authors) == 1 && !r.tab.namesPerson(b.authors[0].Text):
			b.authors[0] = r.phrase(b.authors[0].Span.Start, p.at[first].End)
		default:
			return first
		}
	}
	return first
}
