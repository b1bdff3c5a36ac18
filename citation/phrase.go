package citation

// A Phrase is a piece of the parsed text that is a value: a name, a title, a
// court. The zero Phrase means "not written".
type Phrase struct {
	Text string // without line breaks, doubled blanks, soft hyphens, star pages and markup, HTML entities as characters; otherwise as written
	Span Span   // where it stands
}
