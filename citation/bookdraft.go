package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// A bookDraft is a book while it is read: what precedes its place and what its
// imprint says, before it is known whether they make one.
type bookDraft struct {
	byline
	first      int // where the volume begins, or the byline
	from, head int // the byline and the title
	volume     string
	signal     Signal
	known      bool // the work is a well-known one
	pins       []Pin
	imprint    imprint
	dated      bool // the imprint is there
}

// signed reports whether the book names an author.
func (d *bookDraft) signed() bool { return len(d.authors) > 0 }

// pinned returns what its first pinpoint counts; empty when it has none.
func (d *bookDraft) pinned() PinKind {
	if len(d.pins) == 0 {
		return ""
	}
	return d.pins[0].Kind
}

// bookBefore reads the volume, the byline and the title that end before s[:start].
func (r reader) bookBefore(d *bookDraft, start int) bool {
	s := r.text
	d.from, d.signal = r.clauseStart(start, 1)
	d.first, d.head = d.from, lex.TrimComma(s, d.from, start)
	if d.from >= d.head {
		return false
	}
	if v := lex.VolumeEnd(s, d.from, d.head); v > d.from {
		d.volume = s[d.from:v]
		d.from = lex.Skip(s, v)
	} else {
		d.from = r.openerOfWork(d.from, d.head)
		d.first = d.from
	}
	if !d.dated && d.volume == "" && !r.mayBeKnown(d.from, d.head) { // no mark of a book
		return false
	}
	d.byline = r.bylineOfBook(d.from, d.head)
	wholly := r.tab.treatise(s, d.from, d.head)
	if d.title.Text == "" && !wholly || d.from >= d.head {
		return false
	}
	d.known = r.tab.treatise(s, d.title.Span.Start, d.head) || referenceWork(d.title.Text)
	if !d.known && wholly {
		d.known, d.byline = true, byline{title: r.phrase(d.from, d.head)}
	}
	if d.known && !d.signed() && r.isProse(d.from, d.head) { // "is defined in The Random House Dictionary of the English Language 1304"
		for k := range r.titleWords(d.head, d.head-d.from) {
			if lex.Class[s[k]]&lex.Upper != 0 {
				d.title = r.phrase(k, d.head)
			}
		}
		d.from = d.title.Span.Start
		d.first, d.volume, d.signal = d.from, "", r.signal(d.from)
	}
	return true
}

// mayBeKnown reports whether the title of a known work may be in the byline s[i:j]:
// one begins with a piece, or is that of a reference work.
func (r reader) mayBeKnown(i, j int) bool {
	s := r.text
	if strings.Contains(s[i:j], "Dictionary") || strings.Contains(s[i:j], "Encyclopedia") {
		return true
	}
	p := r.pieces(i, j)
	for _, at := range p.at[:p.n] {
		if r.tab.treatise(s, at.Start+lex.OpenQuote(s, at.Start, at.End), j) {
			return true
		}
	}
	return r.tab.treatise(s, i, j)
}

// referenceWork reports whether a title is that of a dictionary or an encyclopedia.
func referenceWork(title string) bool {
	title = strings.ToLower(title)
	return strings.Contains(title, " dictionary") || strings.HasSuffix(title, " encyclopedia") || strings.Contains(title, " encyclopedia of ")
}

// asEntry makes what precedes a dictionary or an encyclopedia in the place of its author
// the entry that is cited, "Contract, BLACK'S LAW DICTIONARY": one word, or words in
// small letters before a title in capitals.
func (d *bookDraft) asEntry(c *Book) {
	if len(c.Authors) != 1 || d.collection.Text != "" || d.volume != "" || !referenceWork(c.Title.Text) {
		return
	}
	if entry := c.Authors[0]; oneWord(entry.Text) || inCapitals(c.Title.Text) && !inCapitals(entry.Text) {
		c.Authors, c.Title, d.collection = nil, entry, c.Title
	}
}

// isBook reports whether what was read up to next is a book: a well-known work is
// one, any other must have the marks of one. The first case that holds decides.
func (r reader) isBook(d *bookDraft, next int) bool {
	switch {
	case d.known:
	case d.pinned() == PinParagraph && !(d.dated && d.signed()):
		return false
	case !d.dated && d.volume == "":
		return false
	case r.isProse(d.from, d.head) && !r.signedInProse(d), !titled(d.title.Text):
		return false
	case r.institutionsReport(d):
	case r.datedAlone(d) && !r.givesName(next):
		return false
	case d.printedGuide(), r.clause && r.genreOfMaker(d.imprint.publisher.Text) != "":
	case !d.signed() && !d.imprint.edited && !d.sectionOfVolume():
		return false
	case strings.Contains(d.title.Text, " v. "), r.beginsCode(d.from): // a case or a provision that was not read
		return false
	}
	return r.authorsOfBook(d)
}

// signedInProse reports whether a title with words of prose in it has its author
// before it, by an initial or, in a note's clause, as a whole name.
func (r reader) signedInProse(d *bookDraft) bool {
	if !d.dated || !d.signed() {
		return false
	}
	return lex.InitialAt(r.text, d.from) || r.clause && r.bylineOfTitle(d.from, d.head)
}

// institutionsReport reports whether a book without a place is a report of the one
// institution that precedes it: a signal or a number in its title shows it.
func (r reader) institutionsReport(d *bookDraft) bool {
	if d.pins != nil || !d.dated || len(d.authors) != 1 {
		return false
	}
	shown := d.signal.Word != "" || strings.Contains(d.title.Text, " No. ")
	return shown && r.tab.namesInstitution(d.authors[0].Text) && strings.IndexByte(d.title.Text, ' ') > 0
}

// datedAlone reports whether a date alone shows that something in running text is
// a book: it has no place, no edition and no author with an initial.
func (r reader) datedAlone(d *bookDraft) bool {
	if d.pins != nil || d.imprint.edited || r.clause {
		return false
	}
	switch {
	case !d.signed():
		return true
	case lex.InitialAt(r.text, d.from): // "H. White, History of the Union Pacific Railway (1895)"
		return false
	}
	return !initialled(d.authors[0].Text) || strings.Count(d.title.Text, " ") <= 1
}

// printedGuide reports whether a book without an author names the institution that
// printed it: "Pension Plans: A Guide 64 (American Federation of Labor 1953)".
func (d *bookDraft) printedGuide() bool {
	return !d.signed() && d.imprint.printed && d.pinned() == PinPage && strings.Count(d.title.Text, " ") > 2
}

// sectionOfVolume reports whether a section of a volume is cited, which needs no
// author: "2 Jurywork Systematic Techniques § 13:18 (2016)".
func (d *bookDraft) sectionOfVolume() bool {
	return d.dated && d.volume != "" && d.pinned() == PinSection
}

// authorsOfBook reports whether what precedes the title may be its authors.
func (r reader) authorsOfBook(d *bookDraft) bool {
	for _, author := range d.authors {
		if !r.tab.authorLike(author.Text) && !d.known || strings.HasSuffix(author.Text, "Const.") {
			return false
		}
	}
	return true
}

// openerOfWork passes over the words that open a sentence before a well-known
// work: "As the Oxford English Dictionary 371 says". Without such a work it returns from.
func (r reader) openerOfWork(from, head int) int {
	s := r.text
	if r.tab.treatise(s, from, head) || lex.HasPrefixAt(s, from, "The") && strings.Contains(s[from:head], " Dictionary") { // "The Random House Dictionary"
		return from
	}
	rest, opened := from, false
	for words := 0; words < 3; words++ {
		end := lex.LettersEnd(s[:head], rest)
		word := s[rest:end]
		if word != "the" && word != "The" && !r.tab.is(word, roleSentenceStart) {
			break
		}
		opened = opened || word != "The"
		rest = lex.Skip(s[:head], end)
	}
	if rest > from && (r.tab.treatise(s, rest, head) || opened && strings.HasSuffix(s[rest:head], " Dictionary")) {
		return rest
	}
	return from
}
