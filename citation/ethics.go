package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// An Ethics is an opinion on the ethics of lawyers by a bar association or its
// committee. Bluebook Rule 12.9.
type Ethics struct {
	Shared
	Provision        // AsWritten is "Formal Op."; Volume the year that some bars number by
	Body      Phrase // who gave it: "ABA Comm. on Ethics & Prof'l Responsibility"
}

// Kind returns [KindEthics].
func (*Ethics) Kind() Kind { return KindEthics }

// String returns the opinion as Bluebook Rule 12.9 writes it.
func (c *Ethics) String() string {
	body := c.Body.Text
	if c.Volume != "" || committee(body) {
		body += ","
	}
	return body + " " + c.form(&c.Shared)
}

// committee reports whether a committee is part of a body's name: then a comma
// separates it from the opinion.
func committee(body string) bool {
	for word := range strings.FieldsSeq(body) {
		if is(&words.EthicsBodies, word) {
			return true
		}
	}
	return false
}

// ethicsTypes are the types of codes that make an Ethics.
var ethicsTypes = []string{"ethics"}

// readEthics reads "ABA Formal Op. 93-379 (1993)" at its number. The body must
// precede it: others give formal opinions too.
func readEthics(r reader, a anchor) Citation {
	if ofType(a.terms, ethicsTypes) == nil {
		return nil
	}
	c := &Ethics{}
	if !r.scanProvision(a, &c.Shared, &c.Provision, ethicsTypes) {
		return nil
	}
	switch {
	case a.class == anchorNumber && len(c.Volume) != len("2011"): // "2011 Formal Ethics Op. 6"
		return nil
	case a.class != anchorNumber:
		start, end := r.opinionBefore(max(r.floor, a.number-maxOpinion), a.number)
		if start >= end { // the abbreviation is written as no words are
			return nil
		}
		c.Core.Start, c.AsWritten = start, lex.Clean(r.text[start:end])
	}
	if c.Number == "" || lex.Class[c.Number[len(c.Number)-1]]&lex.Alnum == 0 {
		return nil
	}
	from, ok := r.bodyBefore(c.Core.Start, strings.Contains(c.AsWritten, "Ethics"))
	if !ok {
		return nil
	}
	c.Name = Phrase{} // what scanProvision took for an act's
	c.Pins, c.Sections = append(c.Sections, c.Pins...), nil
	c.Body = r.phrase(from, lex.TrimComma(r.text, from, c.Core.Start))
	c.Span.Start = from
	c.Signal = r.signal(from)
	return c
}

// is reports whether a word, without the period or comma after it, is one of the
// set.
func is(set *words.Set, word string) bool { return set.Word(strings.TrimRight(word, ".,")) != nil }

// maxOpinion bounds the length of what stands for an opinion before its
// number, in bytes: "Informal Legal Ethics Opinion No."
const maxOpinion = 48

// opinionBefore returns where "Formal Op." before the number begins and ends;
// what precedes it between low and there is the body's. Without such words it begins
// at the number.
func (r reader) opinionBefore(low, number int) (start, end int) {
	s := r.text
	start, end = number, lex.TrimComma(s, low, number)
	for k := end; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || start < number && w.after == ',' {
			break
		}
		text := s[w.start:w.end]
		bare := strings.TrimRight(text, ".,")
		switch {
		case start == number && bare == "No" || bare == "Number": // it is not part of the abbreviation
			end = lex.SkipBack(s, low, w.start)
			k = next
			continue
		case !is(&words.EthicsOpinions, text):
			return start, end
		case bare == "Ethics":
			if before, _, ok := wordBefore(s, max(r.floor, w.start-maxShort), w.start); ok && before.after != ',' && is(&words.BeforeEthics, s[before.start:before.end]) {
				return start, end
			}
		}
		start, k = w.start, next
	}
	return start, end
}

// maxBody bounds the length of a body's name, in bytes.
const maxBody = 160

// bodyBefore finds the name of the bar association or committee that ends
// before offset i. ethics says that the opinion is called one on ethics: then
// a state may stand for its bar.
func (r reader) bodyBefore(i int, ethics bool) (start int, ok bool) {
	s := r.text
	low := max(r.floor, i-maxBody)
	end := lex.TrimComma(s, low, i)
	start = -1
	var kind bodyKind
	piece := -1 // where the piece after a comma begins
	for k := end; k > low; {
		w, next, ok := wordBefore(s, low, k)
		if !ok || w.endsPhrase() || r.sentenceFollows(w) {
			break
		}
		if w.after == ',' && k != end {
			if kind.bar || piece >= 0 {
				break
			}
			piece = start
		}
		text := s[w.start:w.end]
		if !r.inBody(text) || kind.bar && (text == "and" || text == "&") {
			break
		}
		if is(&words.Attorneys, text) {
			return i, false
		}
		if lex.Class[text[0]]&lex.Upper != 0 && text != "The" {
			start = w.start
		}
		if piece < 0 {
			kind.add(text)
		}
		if barInitials(text) {
			kind.bar = true
			break
		}
		kind.bar = kind.bar || is(&words.Bars, text)
		if w.before != 0 {
			break
		}
		k = next
	}
	if piece >= 0 && !kind.bar {
		start = piece
	}
	if start < 0 || is(&words.Bars, s[start:end]) { // "the Bar" of no place
		return i, false
	}
	state := ethics && r.tab.jurisdiction(s[start:end]) != ""
	return start, kind.bar || kind.board && kind.onEthics || state
}

// A bodyKind is what the words of a body's name say that it is.
type bodyKind struct {
	bar      bool // an association of lawyers
	board    bool // a committee, a board
	onEthics bool
}

// add takes note of a word of the name.
func (b *bodyKind) add(w string) {
	b.board = b.board || is(&words.EthicsBodies, w)
	b.onEthics = b.onEthics || is(&words.Ethics, w)
}

// inBody reports whether a word may be inside the name of a body.
func (r reader) inBody(w string) bool {
	return r.tab.nameWord(w) && !r.tab.is(w, roleSentenceStart) && lex.Class[w[0]]&lex.Digit == 0
}

// barInitials reports whether a word is the initials of a bar association:
// "ABA", "A.B.A.", "NYSBA".
func barInitials(w string) bool {
	if w == "A.B.A." {
		return true
	}
	if len(w) < 3 || len(w) > 6 || !strings.HasSuffix(w, "BA") {
		return false
	}
	for i := range len(w) {
		if lex.Class[w[i]]&lex.Upper == 0 {
			return false
		}
	}
	return true
}

// Names implements [Citation].
func (c *Ethics) Names() []string {
	return append(appendNames(c.Shared.Names(), c.Body),
		c.Number, c.AsWritten+" "+c.Number, c.Body.Text+" "+c.AsWritten+" "+c.Number)
}
