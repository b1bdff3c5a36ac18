package citation

import (
	"encoding/json"
	"slices"
)

// A Span is a half-open range of byte offsets into the text that was parsed.
// The zero Span stands for "not in the text".
type Span struct {
	Start int // offset of the first byte
	End   int // offset after the last byte
}

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// In returns the part of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// A Citation is one of [*Article], [*Book], [*Case], [*Constitution], [*Ethics], [*Id], [*Infra],
// [*International], [*Legislative], [*Patent], [*Record], [*Reference], [*Regulation],
// [*Restatement], [*Rule], [*SessionLaw], [*ShortCase], [*ShortStatute], [*ShortWork],
// [*Statute], [*Supra], [*Treaty], [*Work]. More kinds will come: a type switch
// over a Citation wants a default.
//
// Two citations are the same when their pointers are: links between citations
// are pointers, and there are no invented ids.
type Citation interface {
	// Common returns what citations of every kind share. It is never nil.
	Common() *Shared
	// Kind returns the kind's name, as it is in the JSON lines.
	Kind() Kind
	// String returns the citation in its canonical form, without its signal:
	// laid out as its row of the tables or the Bluebook has it, with the
	// abbreviations of the rows for reporters, codes, journals, series, courts and
	// constitutions, history phrases in full, ranges with an en dash, and "___" for
	// a page not yet known. What no row holds is as written: names, titles,
	// parentheticals, the papers of a case, an abbreviation that may stand for
	// several rows or that says more than its row.
	//
	// Parsing that form gives a citation of the same kind and fields, other than
	// those of how it was written. Short forms that are only a name and a number
	// ([*ShortWork], and a [*ShortCase] without a reporter) are prose where the
	// citation that they shorten is not before them.
	String() string
	// Names returns what short forms may call a source: its name or title, its
	// authors, its number with the words before it, the name that a hereinafter
	// gives it; nil when it has none of these. They are as written, and one may
	// come twice.
	Names() []string

	// The JSON of a citation is its [Fields], with the citations inside it.
	json.Marshaler
	json.Unmarshaler

	// fields lists the kind's own fields.
	fields(*fieldMap)
}

// A Kind is the name of a kind of citation.
type Kind string

// The kinds of citations.
const (
	KindAI            Kind = "ai"           // output of a generative model
	KindArticle       Kind = "article"      // journal article
	KindBook          Kind = "book"         // book, treatise, encyclopedia
	KindChapter       Kind = "chapter"      // chapter of a book, essay in a collection
	KindEntry         Kind = "entry"        // entry of a dictionary or an encyclopedia
	KindCase          Kind = "case"         // decision of a court, in full
	KindConstitution  Kind = "constitution" // constitution, federal or of a state
	KindDataset       Kind = "dataset"      // data set
	KindEthics        Kind = "ethics"       // ethics opinion of a bar association
	KindFilm          Kind = "film"         // film, television, video, podcast, music
	KindId            Kind = "id"           // id., ibid.
	KindInfra         Kind = "infra"        // infra that names a source
	KindInternational Kind = "intl"         // paper of the United Nations
	KindInterview     Kind = "interview"    // interview
	KindLegislative   Kind = "legislative"  // bill, report, hearing, debates
	KindLetter        Kind = "letter"       // letter, e-mail, memorandum
	KindManuscript    Kind = "manuscript"   // unpublished, on file with somebody
	KindNews          Kind = "news"         // newspaper, magazine, news site or broadcast, printed or online
	KindPatent        Kind = "patent"       // patent
	KindPost          Kind = "post"         // post on a social platform or a forum
	KindRecord        Kind = "record"       // record, appendix, transcript, brief
	KindReference     Kind = "reference"    // supra or infra to the text's own parts and notes
	KindRegulation    Kind = "regulation"   // regulation, register, executive order
	KindReport        Kind = "report"       // report or paper of an institution, working paper, preprint
	KindRestatement   Kind = "restatement"  // Restatement of the law, principles
	KindRule          Kind = "rule"         // rule of court, sentencing guideline
	KindSessionLaw    Kind = "sessionlaw"   // public law, session law
	KindShortCase     Kind = "shortcase"    // 531 U.S. at 99
	KindShortStatute  Kind = "shortstatute" // § 1983
	KindShortWork     Kind = "shortwork"    // Cohen 370
	KindSoftware      Kind = "software"     // software, source code
	KindSpeech        Kind = "speech"       // speech, remarks, testimony outside a legislature
	KindStatute       Kind = "statute"      // code section, foreign statute
	KindSupra         Kind = "supra"        // supra that names a source
	KindThesis        Kind = "thesis"       // dissertation or thesis
	KindTreaty        Kind = "treaty"       // international agreement
	KindWeb           Kind = "web"          // page on the web, and what is no other kind of work
)

// Kinds returns the names of all kinds.
func Kinds() []Kind { return slices.Clone(kindNames) }

var kindNames = []Kind{
	KindAI, KindArticle, KindBook, KindCase, KindChapter, KindConstitution, KindDataset, KindEntry, KindEthics, KindFilm, KindId, KindInfra,
	KindInternational, KindInterview, KindLegislative, KindLetter, KindManuscript, KindNews, KindPatent, KindPost,
	KindRecord, KindReference, KindRegulation, KindReport, KindRestatement, KindRule, KindSessionLaw, KindShortCase,
	KindShortStatute, KindShortWork, KindSoftware, KindSpeech, KindStatute, KindSupra, KindThesis, KindTreaty, KindWeb,
}

// Shared is what citations of every kind have. It is embedded in each.
type Shared struct {
	// Span is the whole citation: names, pinpoints, parentheticals and
	// everything else that belongs to it, but neither its signal nor the
	// punctuation that ends its clause or sentence.
	Span Span
	// Core is the part by which the citation was recognised, such as
	// "596 U.N.T.S. 261" or "supra".
	Core Span
	// Signal is the introductory signal that precedes the citation; its
	// zero value means that none does.
	Signal Signal
	// Governing is the signal that governs the citation: its own, or else the last
	// one before it in the same string of citations. Bluebook Rule 1.2.
	Governing Signal
	// FirstInString is the first citation of the string of citations, separated by
	// semicolons, that this one goes on; nil when it is the first or the only one.
	FirstInString Citation
	// Pins are the pinpoints in the order written, nil when there are none.
	Pins []Pin
	// Parens are the parentheticals that do not hold the court or the date,
	// in the order written, nil when there are none.
	Parens []Paren
	// Weight is what the parentheticals of a case or a short form say of its
	// authority: who decided or wrote, and how; nil when they say nothing.
	Weight []Weight
	// Hereinafter is the short name that the author gives to the source,
	// "[hereinafter X]"; empty when none is given. Bluebook Rule 4.2(b).
	Hereinafter string

	text       string // the text that was parsed, or the citation's own
	own        bool   // text is the citation's own: it was read from JSON
	dateWithin bool   // of such a citation: see dateApart
	runs       []Run  // its typeface; nil when that is not known
}

// Common returns s itself; it makes every kind a [Citation].
func (s *Shared) Common() *Shared { return s }

// Names returns the name that a hereinafter gives the source; nil without one.
func (s *Shared) Names() []string {
	if s.Hereinafter == "" {
		return nil
	}
	return []string{s.Hereinafter}
}

// appendNames appends the texts of the phrases that are not empty.
func appendNames(names []string, phrases ...Phrase) []string {
	for _, p := range phrases {
		if p.Text == "" {
			continue
		}
		if names == nil {
			names = make([]string, 0, 6) // room for those of an article
		}
		names = append(names, p.Text)
	}
	return names
}

// Text returns the citation exactly as it is in the parsed text. It is empty for
// a citation that was made by hand.
func (s *Shared) Text() string {
	switch {
	case s.own:
		return s.text
	case s.Span.Start < 0 || s.Span.End < s.Span.Start || len(s.text) < s.Span.End:
		return ""
	}
	return s.Span.In(s.text)
}

// dateApart reports whether the citation's date is written by itself, and not
// only inside a report's number, "1999-NMCA-140", or inside a parenthetical.
func (s *Shared) dateApart(d Date) bool {
	if s.own || s.text == "" {
		return !s.dateWithin
	}
	return d.Span.Len() > 0 && !slices.ContainsFunc(s.Parens, func(p Paren) bool {
		return p.Span.Start < d.Span.Start && d.Span.End < p.Span.End
	})
}

// A Paren is a parenthetical remark: an explanation, a quotation, or other
// citations ("quoting ..."). Bluebook Rule 1.5; Indigo Book R5.
type Paren struct {
	Span      Span       // with both brackets
	Text      string     // what is between the brackets, as written
	Citations []Citation // the citations inside, in order; nil when there are none
}

// Online is where a source is on the web.
type Online struct {
	URL      URL  // the source's address; the zero URL when only an archive is given
	Archive  URL  // a Perma or Wayback link that is beside it; zero when none is
	Accessed Date // "last visited"; the zero Date when not given
}
