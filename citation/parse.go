package citation

import "errors"

// The errors of [Parse], inside a [*SyntaxError].
var (
	// ErrNotCitation means that the text is no citation of a known kind.
	ErrNotCitation = errors.New("not a citation")
	// ErrTrailing means that more than one citation stands in the text, or
	// words that do not belong to it.
	ErrTrailing = errors.New("text around the citation")
)

// Parse reads text that is one citation, with or without a signal before it
// and a period behind it. The error is a [*SyntaxError].
func (p *Parser) Parse(text string) (Citation, error) {
	var found Citation
	for s := range p.Note(text) {
		for _, c := range s.Citations {
			if found != nil {
				return nil, &SyntaxError{c.Common().Span.Start, ErrTrailing}
			}
			found = c
		}
	}
	if found == nil {
		return nil, &SyntaxError{0, ErrNotCitation}
	}
	b := found.Common()
	start := b.Span.Start
	if b.Signal.Word != "" {
		start = b.Signal.Span.Start
	}
	r := reader{text: text, ceil: len(text)}
	if r.strays(0, start) {
		return nil, &SyntaxError{0, ErrTrailing}
	}
	if end := r.trimEnd(b.Span.End, len(text)); r.strays(b.Span.End, end) {
		return nil, &SyntaxError{b.Span.End, ErrTrailing}
	}
	return found, nil
}

// Parse reads one citation with the built-in tables; see [Parser.Parse].
func Parse(text string) (Citation, error) { return new(Parser).Parse(text) }
