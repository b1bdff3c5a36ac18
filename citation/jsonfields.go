package citation

// The JSON of a citation is one list of fields for all kinds, in three parts.
// The comments here are the descriptions in the published schema. How a kind
// fills its fields, and is filled from them, is in jsonkind.go.

// Fields is a citation of any kind as its JSON shows it: flat, under names that
// all kinds share, with rows of tables as their canonical abbreviations. A
// field that is not written, or that the kind does not have, is zero and left
// out of the JSON. See [Flatten] and [Fields.Citation].
type Fields struct {
	HeadFields
	SharedFields
	KindFields

	// the citations in its parentheticals and its history, in order, those of
	// its history last
	Within []Fields `json:"within,omitempty"`
}

// HeadFields says what was found, and where.
type HeadFields struct {
	// the kind of citation
	Kind Kind `json:"kind"`
	// byte offset of the first byte, in the note's text or in the running text
	Start int `json:"start"`
	// byte offset after the last byte
	End int `json:"end"`
	// the bytes from start to end
	Text string `json:"text"`
	// the introductory signal, normalised: "see, e.g."
	Signal string `json:"signal,omitempty"`
	// the governing signal: the citation's own, or the last one before it in its string
	Force string `json:"force,omitempty"`
}

// SharedFields are the other fields that a citation of any kind may have.
type SharedFields struct {
	// pinpoints, in the order written
	Pins []PinFields `json:"pins,omitempty"`
	// what is written in the parentheticals, without the brackets
	Parentheticals []string `json:"parentheticals,omitempty"`
	// the short name that the citation gives its source
	Hereinafter string `json:"hereinafter,omitempty"`
	// of a citation inside another: the number of the parenthetical that holds it, counted from 1; absent in the other's history
	Parenthetical int `json:"parenthetical,omitempty"`
}

// KindFields are the fields that only some kinds have.
type KindFields struct {
	// as written, without et al.
	Authors []string `json:"authors,omitempty"`
	// et al. is written after the authors
	EtAl bool `json:"etAl,omitempty"`
	// "Note", "Editorial"
	Designation string `json:"designation,omitempty"`
	// title of a page, article or book; title number of a code; title of an enactment cited by it alone
	Title string `json:"title,omitempty"`
	// the site, newspaper or publisher as written
	Container string `json:"container,omitempty"`
	// a case's, treaty's or act's name; what a short form calls its source
	Name string `json:"name,omitempty"`
	// the party before the "v."
	Plaintiff string `json:"plaintiff,omitempty"`
	// the party after the "v."
	Defendant string `json:"defendant,omitempty"`
	// docket number as written
	Docket string `json:"docket,omitempty"`
	// where a case is reported, parallel reports included
	Reports []ReportFields `json:"reports,omitempty"`
	// id of the court, as in courts-db
	Court string `json:"court,omitempty"`
	// the court as written
	CourtText string `json:"courtText,omitempty"`
	// who decided and how, as the parentheticals say
	Weight []WeightFields `json:"weight,omitempty"`
	// the paper of the docket that is cited: "slip op.", "ECF No. 45"
	Paper string `json:"paper,omitempty"`
	// what follows the date in its parenthetical: "pet. denied"
	Disposition string `json:"disposition,omitempty"`
	// prior and subsequent history
	History []EventFields `json:"history,omitempty"`
	// the parties of a bilateral treaty
	Parties []string `json:"parties,omitempty"`
	// the first article of a treaty or constitution that is cited
	Article string `json:"article,omitempty"`
	// where a treaty is printed
	Series []SeriesFields `json:"series,omitempty"`
	// postal code in lower case ("us", "ny"), or a country's name
	Jurisdiction string `json:"jurisdiction,omitempty"`
	// the canonical abbreviation of a code, register, rule book or series
	Code string `json:"code,omitempty"`
	// the name of the code, where others have its abbreviation or no built-in table has it
	CodeName string `json:"codeName,omitempty"`
	// the abbreviation of the code, journal or constitution as written; absent where it is in no table
	AsWritten string `json:"asWritten,omitempty"`
	// the enactment is one of another country
	Foreign bool `json:"foreign,omitempty"`
	// chapter number, where a code or session law has it in its form
	Chapter string `json:"chapter,omitempty"`
	// number of a law, order, paper or patent: "111-148"
	Number string `json:"number,omitempty"`
	// symbol of a document of the United Nations: "A/RES/217"
	Document string `json:"document,omitempty"`
	// "104" of "104th Cong."
	Congress string `json:"congress,omitempty"`
	// the session of a state's legislature: "49th Leg., 2d Reg. Sess."
	Legislature string `json:"legislature,omitempty"`
	// the committee whose print it is
	Committee string `json:"committee,omitempty"`
	// the day on which a patent was filed
	Filed DateField `json:"filed,omitempty"`
	// the bar association or committee that gave an ethics opinion, as written
	Body string `json:"body,omitempty"`
	// the first amendment of a constitution that is cited
	Amendment string `json:"amendment,omitempty"`
	// the first clause of a constitution that is cited
	Clause string `json:"clause,omitempty"`
	// the first of the sections
	Section string `json:"section,omitempty"`
	// sections, articles, rules or paragraphs, in the order written: "1983-85"
	Sections []string `json:"sections,omitempty"`
	// the same as pinpoints: what each counts, and both ends of a range that is written with a dash
	SectionPins []PinFields `json:"sectionPins,omitempty"`
	// et seq. is written after the sections
	EtSeq bool `json:"etSeq,omitempty"`
	// a section is named by a word in a sentence: "section 1983"
	Prose bool `json:"prose,omitempty"`
	// publisher of a book or of the edition of a code; state of a legislature's paper
	Publisher string `json:"publisher,omitempty"`
	// title of a foreign enactment in its own language
	OriginalTitle string `json:"originalTitle,omitempty"`
	// who gave an enactment its force, and when
	Promulgation *PromulgationFields `json:"promulgation,omitempty"`
	// a foreign enactment's date in its own language
	DateText string `json:"dateText,omitempty"`
	// the publication that promulgated a foreign enactment
	Gazette string `json:"gazette,omitempty"`
	// where else a law or paper is printed: 124 Stat. 119
	Printed []PlaceFields `json:"printed,omitempty"`
	// "2d", "rev."
	Edition string `json:"edition,omitempty"`
	// as written
	Editors string `json:"editors,omitempty"`
	// translators of a book as written, with "trans."
	Translators string `json:"translators,omitempty"`
	// volume of a book, journal or series; of a short case, that of its first report
	Volume string `json:"volume,omitempty"`
	// the canonical abbreviation of the journal, or the abbreviation as written where it is in no table
	Journal string `json:"journal,omitempty"`
	// of a short case: the canonical abbreviation of its first reporter
	Reporter string `json:"reporter,omitempty"`
	// first page
	Page string `json:"page,omitempty"`
	// date of the decision, publication, edition or signing
	Date DateField `json:"date,omitempty"`
	// the date's year
	Year string `json:"year,omitempty"`
	// the date is written only inside a report's number, "1999-NMCA-140", or in a parenthetical
	DateWithin bool `json:"dateWithin,omitempty"`
	// last visited
	Accessed DateField `json:"accessed,omitempty"`
	// the address on the web
	URL *AddressFields `json:"url,omitempty"`
	// a Perma or Wayback link beside the address
	Archive *AddressFields `json:"archive,omitempty"`
	// the note's number after supra or infra, as written
	SupraNote string `json:"supraNote,omitempty"`
	// where a reference points
	Direction Direction `json:"direction,omitempty"`
	// the word of a reference as written: "supra", "ante"
	Word string `json:"word,omitempty"`
}

// A DateField is a date in ISO 8601 at the precision that was written; ranges and
// seasons are in EDTF. It is empty for no date.
type DateField string

// A Direction is where a [Reference] points.
type Direction string

// The directions.
const (
	DirectionBack    Direction = "supra"
	DirectionForward Direction = "infra"
)

// PinFields is a [Pin].
type PinFields struct {
	// what is counted
	Kind PinKind `json:"kind"`
	// the place, or the first of a range, as written
	From string `json:"from,omitempty"`
	// the last place of a range, as written
	To string `json:"to,omitempty"`
}

// ReportFields is a [Report].
type ReportFields struct {
	// volume, or the year of a neutral citation
	Volume string `json:"volume,omitempty"`
	// the canonical abbreviation
	Reporter string `json:"reporter"`
	// the reporter's name, where others have its abbreviation or no built-in table has it
	ReporterName string `json:"reporterName,omitempty"`
	// first page; absent in short forms
	Page string `json:"page,omitempty"`
	// the abbreviation as written
	AsWritten string `json:"asWritten"`
	// the volume of the reporter named after its editor: "1 Cranch"
	Nominative string `json:"nominative,omitempty"`
	// names of the other reporters that the abbreviation may stand for
	Readings []string `json:"readings,omitempty"`
	// the decision is dated outside the reporter's years
	Misdated bool `json:"misdated,omitempty"`
	// pinpoints in this report
	Pins []PinFields `json:"pins,omitempty"`
}

// WeightFields is a [Weight].
type WeightFields struct {
	// the weight of authority
	Kind WeightKind `json:"kind"`
	// whose opinion it is
	Judges []string `json:"judges,omitempty"`
}

// EventFields is an [Event].
type EventFields struct {
	// the history phrase, normalised: "affirmed"
	Phrase string `json:"phrase"`
	// id of the decision, which has a line of its own
	ID string `json:"id,omitempty"`
}

// SeriesFields is a [SeriesPlace].
type SeriesFields struct {
	// absent where the series counts by number
	Volume string `json:"volume,omitempty"`
	// the canonical abbreviation, or the abbreviation as written where it is in no table
	Series string `json:"series"`
	// page or number
	Page string `json:"page"`
	// the abbreviation as written; absent where it is in no table
	AsWritten string `json:"asWritten,omitempty"`
	// pages cited, after the first
	Pins []PinFields `json:"pins,omitempty"`
}

// PlaceFields is a [Place].
type PlaceFields struct {
	// the volume
	Volume string `json:"volume"`
	// the abbreviation as written
	Series string `json:"series"`
	// first page
	Page string `json:"page,omitempty"`
	// pages cited, after the first
	Pins []PinFields `json:"pins,omitempty"`
	// the canonical abbreviation of a series of laws or papers
	Code string `json:"code,omitempty"`
}

// PromulgationFields is a [Promulgation].
type PromulgationFields struct {
	// as written
	Body string `json:"body,omitempty"`
	// the day
	Date DateField `json:"date,omitempty"`
}

// AddressFields is a [URL].
type AddressFields struct {
	// exactly what is written, line breaks included
	Raw string `json:"raw"`
	// the same for two spellings of one address
	Normal string `json:"normal"`
}

// A fieldMap carries values between a citation and its fields, in either
// direction: each kind lists its fields once, and that list both fills them
// and is filled from them. Parts of a citation that are read from fields have
// no spans.
type fieldMap struct {
	*KindFields
	rows    *rows
	reading bool     // from the fields to the citation
	at      []string // of err: the keys and indices that lead to the value
	err     error    // the first value that makes no sense
}
