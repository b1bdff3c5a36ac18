package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// Where a work appeared
//
// The last piece of a work's byline is the newspaper, the site or the series that it
// appeared in, or the end of its title:
//
//	Jane Roe, The Price of Paper, N.Y. TIMES
//	Jane Roe, Paper, Ink, and Glue
//	JANE ROE, INK CTR., PP-21-3, THE PRICE OF PAPER
//
// What it is shows in its words. The signs are asked in order and the first that says
// something decides.

// A sign is what one look at a piece says of it.
type sign int

const (
	silent sign = iota
	contains
	belongs // to the title
)

// A lastPiece is the last piece of a byline and what is around it.
type lastPiece struct {
	text  string
	first string // the first piece
	n     int    // of pieces
	dated bool   // a date follows
}

// containerSigns are the looks at the last piece.
var containerSigns = []func(x *index, p lastPiece) sign{
	// a publication of the table
	func(x *index, p lastPiece) sign { return contains.when(x.publications().leading(p.text) != nil) },
	// "and Glue": a title goes on
	func(_ *index, p lastPiece) sign { return belongs.when(startsSmall(p.text)) },
	// "INK BLOG" after a title that is not in capitals
	func(_ *index, p lastPiece) sign { return contains.when(inCapitals(p.text) && !inCapitals(p.first)) },
	// "Paper: A History" after one piece
	func(_ *index, p lastPiece) sign { return belongs.when(p.n == 2 && strings.ContainsAny(p.text, "?!:")) },
	// "Ctr. for Paper"
	func(x *index, p lastPiece) sign { return contains.when(x.namesInstitution(p.text)) },
	// "Bee Gazette"
	func(x *index, p lastPiece) sign { return contains.when(x.namesNewspaper(p.text)) },
	// "Ink Blog"
	func(_ *index, p lastPiece) sign { return contains.when(phraseIn(&words.GenreSeries, p.text) != "") },
	// "Paper Guild, Mills, Their Price": an institution's own report
	func(x *index, p lastPiece) sign { return belongs.when(x.namesInstitution(p.first)) },
	// "Jane Roe, Robots (2021)": a person and a title
	func(x *index, p lastPiece) sign {
		return belongs.when(p.n == 2 && p.dated && x.namesPerson(p.first))
	},
}

// when returns the sign where a look found it.
func (s sign) when(found bool) sign {
	if found {
		return s
	}
	return silent
}

// appearsIn reports whether the last of the first n pieces is where the work appeared.
func (r reader) appearsIn(p pieceList, n int, dated bool) bool {
	last := lastPiece{lex.Clean(p.at[n-1].In(r.text)), lex.Clean(p.at[0].In(r.text)), n, dated}
	for _, look := range containerSigns {
		if s := look(r.tab, last); s != silent {
			return s == contains
		}
	}
	return true
}

// namesNewspaper reports whether the last word of a name is one that those of newspapers
// end in.
func (x *index) namesNewspaper(name string) bool {
	return x.is(strings.TrimRight(name[strings.LastIndexByte(name, ' ')+1:], "."), roleNewspaper)
}

// startsSmall reports whether a piece begins with a small letter.
func startsSmall(text string) bool { return text != "" && lex.Class[text[0]]&lex.Lower != 0 }

// numberedPiece reports whether one of the first n pieces but the first is a report's number:
// then the title is after it.
func (r reader) numberedPiece(p pieceList, n int) bool {
	for k := 1; k < n; k++ {
		if isReportNumber(p.at[k].In(r.text)) {
			return true
		}
	}
	return false
}

// bylineOfWork reads who wrote a work, what it is called, where it appeared and under
// which number from s[i:j], which a date follows or not.
func (r reader) bylineOfWork(i, j int, dated bool) (b byline) {
	p := r.pieces(i, j)
	b.report = true
	last := p.n
	if last > 2 && isReportNumber(p.at[last-1].In(r.text)) {
		last--
		b.number = r.phrase(p.at[last].Start, p.at[last].End)
	}
	last = r.inCollection(&b, p, last)
	if b.collection.Text == "" && last > 1 && !r.numberedPiece(p, last-1) && r.appearsIn(p, last, dated) {
		last--
		b.container = r.phrase(p.at[last].Start, p.at[last].End)
	}
	r.bylineIn(&b, p, last)
	return b
}
