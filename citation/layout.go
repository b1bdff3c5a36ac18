package citation

import "github.com/hereinafter/hereinafter/internal/shape"

// How a row's layout is asked
//
// A row's layout is compiled once and run: scanProvision and scanReport read its
// steps to the left and to the right of the abbreviation, Provision.write and
// Report.form write them. What is here is for the walk, which has found an
// abbreviation beside a number and must know whether the number can be that of a
// step next to it.

// layout returns the row's layout; that of a row made by hand with an error in it
// is the usual one.
func (c *Code) layout() *shape.Layout     { return shape.Of(c.Shape) }
func (p *Reporter) layout() *shape.Layout { return shape.Of(p.Shape) }
func (s *Series) layout() *shape.Layout   { return shape.Of(s.Shape) }

// A layoutForm is what a layout has next to its abbreviation.
type layoutForm func(*shape.Layout) bool

// anyForm is the form of all layouts.
func anyForm(*shape.Layout) bool { return true }

// codeFirst says that nothing is before the abbreviation: "K.S.A. 60-1507".
func codeFirst(l *shape.Layout) bool { return l.First().Field == shape.Abbrev }

// numberFirst says that a number without a sign is before the abbreviation: "42
// U.S.C. § 1983".
func numberFirst(l *shape.Layout) bool { return !codeFirst(l) && l.First().Label == "" }

// sectionFirst says that the section is: "20.2.72.200 NMAC".
func sectionFirst(l *shape.Layout) bool {
	return l.First().Field == shape.Section && l.First().Label == ""
}

// titleFirst says that a title alone is.
func titleFirst(l *shape.Layout) bool { return len(l.Before()) == 1 && l.First().Field == shape.Title }

// yearFirst says that a year alone is.
func yearFirst(l *shape.Layout) bool {
	return len(l.Before()) == 1 && l.First().Field == shape.Year && l.First().Lead == ""
}

// bracketedYear says that a year in square brackets alone is: "[2010] EWCA Civ 48".
func bracketedYear(l *shape.Layout) bool { return len(l.Before()) == 1 && l.First().Lead == "[" }

// isIdentifier says that an identifier follows the abbreviation and a colon, the
// European Case Law Identifier: "ECLI:EU:C:2014:317".
func isIdentifier(l *shape.Layout) bool { return l.Next().Lead == ":" }

// signed says that sections have their sign: "{title} @ § {section}".
func signed(l *shape.Layout) bool { return l.Step(shape.Section).Label == "§" }

// numberAfterYear says that a year is before it and a number right after it: "2012 PA
// 124".
func numberAfterYear(l *shape.Layout) bool {
	return yearFirst(l) && l.Next().Field == shape.Number && l.Next().Label == ""
}

// pageAlone says that the abbreviation and a page are all: "Tr. 12".
func pageAlone(l *shape.Layout) bool { return codeFirst(l) && l.Next().Field == shape.Page }

// numberAlone says that the abbreviation and a number are all: "Ex. 12".
func numberAlone(l *shape.Layout) bool {
	return codeFirst(l) && l.Next().Field == shape.Number && l.Next().Label == ""
}

// numberNamed says that the abbreviation and a number with its word are all: "Pub. L.
// No. 111-148".
func numberNamed(l *shape.Layout) bool { return codeFirst(l) && l.Next().Label == "No." }

// byParagraph says that paragraphs are what is counted: "Fed. Sec. L. Rep. (CCH) ¶
// 98,749".
func byParagraph(l *shape.Layout) bool {
	return l.Last().Field == shape.Number && l.Last().Label == "¶"
}

// labelKinds says what is counted by the label of a step.
var labelKinds = map[string]PinKind{
	"§": PinSection, "¶": PinParagraph, "No.": PinNumber, "art.": PinArticle, "ch.": PinChapter, "c.": PinChapter,
	"tit.": PinTitle, "div.": PinDivision, "pt.": PinPart, "r.": PinRule, "p.": PinPage, "T.": PinTitle,
}

// isDivision reports whether a step is a part that a code is divided into above its
// sections, with the word that it is called by: "ch. {chapter}".
func isDivision(s shape.Step) bool {
	return divides(labelKinds[s.Label]) && s.Field != shape.Section && s.Field != shape.Article
}

// stepOf returns the step that a division of a kind belongs to; ok is false when the
// layout has none.
func stepOf(kind PinKind, l *shape.Layout) (s shape.Step, ok bool) {
	for _, s := range l.Steps {
		if isDivision(s) && labelKinds[s.Label] == kind {
			return s, true
		}
	}
	return s, false
}

// fieldOf returns the field that a division of a kind is read into: that of its step,
// or the title or chapter where the layout has no step for it.
func fieldOf(kind PinKind, l *shape.Layout) shape.Field {
	switch s, ok := stepOf(kind, l); {
	case ok:
		return s.Field
	case kind == PinTitle:
		return shape.Title
	}
	return shape.Chapter
}
