package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// What a work is
//
// A report, a newspaper's article and a post are written alike: who, what, where,
// when. What a work is shows in one of these places or in another, and the first of
// them in this order that says something decides. Where none does it is a page on the
// web.

// genres are the places, the surest first.
var genres = []func(reader, *Work) Kind{
	genreOpening,     // "Letter from Jane Roe to John Doe"
	genreNoted,       // "(unpublished manuscript)"
	genreOfHandle,    // "Jane Roe (@janeroe)"
	genreOfPlace,     // "N.Y. Times", "arXiv"
	genreOfSeries,    // "Working Paper No. 12"
	genreOfNumber,    // "R46458"
	genreOfAddress,   // "https://www.nytimes.com/..."
	genreOfNewspaper, // "Bee Gazette"
	genreOfPrecision, // "(2021)"
}

// genreOf returns what a work is, empty for a page on the web.
func (r reader) genreOf(c *Work) Kind {
	for _, genre := range genres {
		switch k := genre(r, c); k {
		case "":
		case KindWeb:
			return ""
		default:
			return k
		}
	}
	return ""
}

// maxNoted bounds the words of a parenthetical that says what a work is; a longer one
// says what is in it.
const maxNoted = 8

// genreNoted looks at the parentheticals: what the work is stands near their beginning,
// "(unpublished Ph.D. dissertation, Rhine University)".
func genreNoted(_ reader, c *Work) Kind {
	for _, p := range c.Parens {
		if word, _ := words.GenreNoted.Match(p.Text, 0, len(p.Text)); word != nil {
			return Kind(word.Value)
		}
		note := strings.Fields(p.Text)
		if len(note) == 0 || len(note) > maxNoted || strings.HasSuffix(note[0], "ing") { // "describing a video"
			continue
		}
		if k := phraseIn(&words.GenreNoted, p.Text); k != "" {
			return k
		}
	}
	return ""
}

// phraseIn returns the value of the first phrase of a set that is in a text, as words.
func phraseIn(set *words.Set, text string) Kind {
	for i := 0; i < len(text); i++ {
		if i > 0 && lex.Class[text[i-1]]&lex.Alnum != 0 {
			continue
		}
		if p, _ := set.Match(text, i, len(text)); p != nil {
			return Kind(p.Value)
		}
	}
	return ""
}

// genreOpening looks at how the designation and the title begin of what appeared nowhere:
// a newspaper prints letters too.
func genreOpening(_ reader, c *Work) Kind {
	if c.Container.Text != "" {
		return ""
	}
	for _, text := range [...]string{c.Designation.Text, c.Title.Text} {
		if p, _ := words.GenreOpens.Match(text, 0, len(text)); p != nil {
			return Kind(p.Value)
		}
	}
	return ""
}

// genreOfHandle looks for an author's name on a platform.
func genreOfHandle(_ reader, c *Work) Kind {
	for _, a := range c.Authors {
		if handle(a.Text) {
			return KindPost
		}
	}
	return ""
}

// genreOfPlace looks at where a work appeared.
func genreOfPlace(r reader, c *Work) Kind {
	if c.Container.Text == "" {
		return ""
	}
	if row := r.tab.publications().leading(c.Container.Text); row != nil {
		return genresOfType[row.Type]
	}
	return ""
}

// genreOfSeries looks for the name of a series in the container and the title.
func genreOfSeries(_ reader, c *Work) Kind {
	for _, text := range [...]string{c.Container.Text, c.Title.Text} {
		if k := phraseIn(&words.GenreSeries, text); k != "" {
			return k
		}
	}
	return ""
}

// genreOfNumber looks for the number of a report.
func genreOfNumber(_ reader, c *Work) Kind {
	if c.Number.Text != "" {
		return KindReport
	}
	return ""
}

// genreOfAddress looks at the host of the address, where the container says nothing
// else: an institution's page may be found at a newspaper's.
func genreOfAddress(r reader, c *Work) Kind {
	if c.Online == nil {
		return ""
	}
	if row := r.tab.publications().at(c.Online.URL); row != nil {
		return genresOfType[row.Type]
	}
	return ""
}

// genreOfNewspaper looks at the last word of the container, and at what a printed paper
// has: a day, a page and no address.
func genreOfNewspaper(r reader, c *Work) Kind {
	name := c.Container.Text
	printed := c.Online == nil && c.Date.Day != 0 && name != "" && !r.tab.namesInstitution(name)
	if r.tab.namesNewspaper(name) || printed {
		return KindNews
	}
	return ""
}

// genreOfPrecision looks at the date: pages and news have their day, reports their year
// or month.
func genreOfPrecision(r reader, c *Work) Kind {
	if c.Title.Text == "" || c.Date.IsZero() || c.Date.Day != 0 {
		return ""
	}
	return KindReport
}

// genreOfMaker returns what a work is by who made it: a film company, a label, a
// broadcaster. It is empty for a publisher of books.
func (r reader) genreOfMaker(name string) Kind {
	if name == "" {
		return ""
	}
	if maker, _ := words.GenreMakers.EndingAt(name, 0, len(name)); maker != nil {
		return Kind(maker.Value)
	}
	if row := r.tab.publications().named(name); row != nil && genresOfType[row.Type] == KindFilm {
		return KindFilm
	}
	return ""
}
