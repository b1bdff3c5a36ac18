package citation

import (
	"errors"
	"slices"
)

// The errors of [Parse], inside a [*SyntaxError].
var (
	// ErrNotCitation means that the text is no citation of a known kind.
	ErrNotCitation = errors.New("not a citation")
	// ErrTrailing means that more than one citation is in the text, or
	// words that do not belong to it.
	ErrTrailing = errors.New("text around the citation")
)

// Parse reads text that is one citation, with or without a signal before it
// and a period after it: as the sentence of a note, or else as running text. The
// error is a [*SyntaxError].
func (p *Parser) Parse(text string) (Citation, error) {
	var cites []Citation
	for s := range p.Note(text) {
		cites = append(cites, s.Citations...)
	}
	c, err := only(text, cites)
	if err == nil {
		return c, nil
	}
	if c, err := only(text, slices.Collect(p.All(text))); err == nil {
		return c, nil
	}
	return nil, err
}

// only returns the citation that is the whole text.
func only(text string, cites []Citation) (Citation, error) {
	if len(cites) == 0 {
		return nil, &SyntaxError{0, ErrNotCitation}
	}
	if len(cites) > 1 {
		return nil, &SyntaxError{cites[1].Common().Span.Start, ErrTrailing}
	}
	b := cites[0].Common()
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
	return cites[0], nil
}

// Parse reads one citation with the built-in tables; see [Parser.Parse].
func Parse(text string) (Citation, error) { return new(Parser).Parse(text) }

// A Parser reads citations. The zero Parser uses the built-in tables. A Parser
// is safe for concurrent use.
type Parser struct {
	custom *index // nil: the built-in tables
}

// NewParser returns a parser that uses the given tables; nil stands for the
// built-in ones. It copies what it needs: changing t afterwards has no effect. The
// error joins a [*TableError] for each row that says what no parser knows: a
// layout, a type, a court, a jurisdiction, a role.
func NewParser(t *Tables) (*Parser, error) {
	if t == nil {
		return new(Parser), nil
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	return &Parser{custom: newIndex(t.clone())}, nil
}

func (p *Parser) index() *index {
	if p != nil && p.custom != nil {
		return p.custom
	}
	return builtinIndex()
}
