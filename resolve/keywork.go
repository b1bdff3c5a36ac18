package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// constitutionThings are the amendments, or the articles with their sections,
// that a citation names. An article that is cited without its constitution is that
// of the same document; of amendments alone only the federal Constitution is
// known.
func constitutionThings(c *citation.Constitution) (list []thing) {
	base, unnamed := path("const", c.Jurisdiction), false
	if c.Jurisdiction == "" {
		name := titleKey(c.Name.Text)
		base, unnamed = path("const", name), name == "" || commonNames[name]
	}
	parts := constitutionParts(c.Pins, c.Name.Text)
	for _, part := range parts {
		switch {
		case unnamed && strings.HasPrefix(part, "amend-"):
			list = append(list, only(path("const/us", part))...)
		case unnamed:
			list = append(list, localThing(path("const", part)))
		default:
			list = append(list, only(path(base, part))[0].offer(path("const", part)))
		}
	}
	if parts == nil && !unnamed {
		return only(base)
	}
	return list
}

// ordinals are the numbers of the amendments as they are written out.
var ordinals = strings.Fields("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth " +
	"Eighteenth Nineteenth Twentieth Twenty-first Twenty-second Twenty-third Twenty-fourth Twenty-fifth Twenty-sixth Twenty-seventh")

// constitutionParts returns what the pinpoints cite: "art-1/8", "amend-14",
// "preamble". written is the constitution's name, or "Fourteenth Amendment".
func constitutionParts(pins []citation.Pin, written string) (parts []string) {
	if ordinal, ok := strings.CutSuffix(written, " Amendment"); ok {
		if i := slices.IndexFunc(ordinals, func(o string) bool { return strings.EqualFold(o, ordinal) }); i >= 0 {
			return []string{"amend-" + strconv.Itoa(i+1)}
		}
	}
	outer, article, amended := "", "", false
	for i, p := range pins {
		switch n := arabic(sectionNumber(p.From)); p.Kind {
		case citation.PinPart, citation.PinChapter:
			outer = outerNames[p.Kind] + n
		case citation.PinAmendment:
			amended = true
			parts = append(parts, "amend-"+n)
		case citation.PinArticle:
			if article = path(outer, "art-"+n); i+1 == len(pins) || pins[i+1].Kind != citation.PinSection {
				parts = append(parts, article)
			}
		case citation.PinSection:
			if !amended {
				parts = append(parts, path(article, sectionNumber(p.From)))
			}
		case citation.PinPreamble:
			parts = append(parts, string(p.Kind))
		}
	}
	return parts
}

// romanDigits are the values of Roman figures.
var romanDigits = map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}

// arabic writes a Roman number with figures; what is none stays as it is.
func arabic(s string) string {
	n := 0
	for i := range len(s) {
		d, ok := romanDigits[s[i]]
		switch {
		case !ok:
			return s
		case i+1 < len(s) && d < romanDigits[s[i+1]]:
			n -= d
		default:
			n += d
		}
	}
	if n <= 0 {
		return s
	}
	return strconv.Itoa(n)
}

// editionWords are the editions of a Restatement as they are abbreviated.
var editionWords = strings.NewReplacer("(2d)", "(Second)", "(3d)", "(Third)", "2d", "Second", "3d", "Third")

// restatementThings are the sections of a Restatement.
func restatementThings(c *citation.Restatement) (list []thing) {
	title := slug(editionWords.Replace(c.Title.Text))
	if title != "restatement" {
		list = sectionThings(title, c.Sections)
		for i := range list {
			_, n, _ := strings.Cut(list[i].key(), "/")
			list[i] = list[i].offer("restatement/" + n)
		}
		return list
	}
	for _, t := range sectionThings(title, c.Sections) {
		list = append(list, localThing(t.key()))
	}
	return list
}

// treatyThings is an agreement, by the series that print it; by its name, and
// its parties where two have made it.
func treatyThings(c *citation.Treaty) []thing {
	t := thing{words: nameWords(c.Name.Text)}
	for _, s := range c.Series {
		series := s.AsWritten
		if s.Series != nil {
			series = s.Series.Abbrev
		}
		t.ids = append(t.ids, identity{path(slug(series), slug(s.Volume), paperNumber(s.Page)), 0, true})
	}
	name := titleKey(c.Name.Text)
	if name == "" {
		return known(t)
	}
	key := path("treaty", name, slug(strings.Join(c.Parties, " ")))
	if len(t.ids) > 0 {
		t.offers = []string{key}
		return []thing{t}
	}
	t.ids, t.hints = []identity{{key: key, rank: 1}}, []string{key}
	return []thing{t}
}

// articleThings is an article: its first page, and its author and title.
func articleThings(c *citation.Article) []thing {
	t := thing{words: nameWords(c.Title.Text)}
	if c.Page != "" && c.Volume != "" {
		journal := c.AsWritten
		if c.Journal != nil {
			journal = c.Journal.Abbrev
		}
		t.ids = append(t.ids, identity{path(slug(journal), slug(c.Volume), paperNumber(c.Page)), 1, true})
	}
	t.online(c.Online, true)
	t.work(c.Authors, titleKey(c.Title.Text), "")
	return known(t)
}

// bookThings is a book: the work, in all its volumes and editions.
func bookThings(c *citation.Book) []thing {
	t := thing{}
	t.work(c.Authors, bookKey(c.Title.Text), "")
	t.online(c.Online, len(t.ids) > 0)
	return known(t)
}

// workThings is a page, a post, a report or a piece of news.
func workThings(c *citation.Work) []thing {
	t := thing{words: nameWords(c.Title.Text)}
	t.online(c.Online, false)
	t.work(c.Authors, titleKey(c.Title.Text), c.Container.Text)
	return known(t)
}

// The ranks of the identities of a work.
const (
	rankDOI     = 0
	rankURL     = 2
	rankArchive = 3
	rankWork    = 4
)

// online adds the addresses of a work; elsewhere tells that it is also printed,
// so that an address is only where a copy is found.
func (t *thing) online(o *citation.Online, elsewhere bool) {
	if o == nil {
		return
	}
	for _, u := range [...]struct {
		url  citation.URL
		rank int
	}{{o.URL, rankURL}, {o.Archive, rankArchive}} {
		key, shared := urlKey(u.url)
		switch {
		case key == "":
		case strings.HasPrefix(key, "doi/"):
			t.ids = append(t.ids, identity{key, rankDOI, false})
		case elsewhere:
			t.offers = append(t.offers, key)
		default:
			t.ids = append(t.ids, identity{key, u.rank, shared})
		}
	}
}

// urlKey is the key of an address, that of the original where it is an archive's
// copy that says it; shared tells that it is a site's first page.
func urlKey(u citation.URL) (key string, shared bool) {
	if copied, ok := u.Archive(); ok && copied.Original != "" {
		if original, err := citation.ParseURL(copied.Original); err == nil {
			u = original
		}
	}
	if u.Normal == "" {
		return "", false
	}
	_, rest, _ := strings.Cut(u.Normal, "://")
	rest = strings.TrimPrefix(rest, "www.")
	if i := strings.IndexByte(rest, '#'); i >= 0 && !strings.ContainsAny(rest[i:], "!/") { // a place on the page, not an application's page
		rest = rest[:i]
	}
	host, page, _ := strings.Cut(rest, "/")
	if (host == "doi.org" || host == "dx.doi.org") && strings.HasPrefix(page, "10.") {
		return "doi/" + strings.ToLower(page), false
	}
	return "https://" + rest, page == ""
}

// work adds author and title, of which name is the key. Without an author the container tells whose title
// it is; a title alone is known only where it is long.
func (t *thing) work(authors []citation.Phrase, name, container string) {
	if name == "" {
		return
	}
	anonymous := path("work", name)
	switch {
	case len(authors) > 0:
		author := authorKey(authors[0].Text)
		for _, lead := range [...]string{author + "s-", author + "-"} { // "Moore's Federal Practice" by Moore
			name = strings.TrimPrefix(name, lead)
		}
		t.ids = append(t.ids, identity{path("work", author, name), rankWork, false})
		t.offers = append(t.offers, anonymous)
	case container != "" && slug(container) != name:
		t.ids = append(t.ids, identity{path("work", slug(container), name), rankWork, false})
	default:
		t.ids = append(t.ids, identity{anonymous, rankWork + 1, len(t.ids) > 0})
		t.hints = append(t.hints, anonymous)
	}
}

// authorKey is the family name of the first author in a phrase: "Wright" in
// "Wright & Miller".
func authorKey(author string) string {
	author, _, _ = strings.Cut(author, " & ")
	author, _, _ = strings.Cut(author, " and ")
	return slug(citation.FamilyName(author))
}

// titleKey is a title's words without the small ones.
func titleKey(title string) string {
	var words []string
	for _, w := range fold.Words(title) {
		if !smallWords[w] {
			words = append(words, w)
		}
	}
	return strings.Join(words, "-")
}

// bookKey is the key of a book's title without a section whose sign was lost:
// "Search and Seizure 6.3(e)".
func bookKey(title string) string {
	words := strings.Fields(title)
	for len(words) > 1 && strings.IndexAny(words[len(words)-1], "0123456789") == 0 {
		words = words[:len(words)-1]
	}
	return titleKey(strings.Join(words, " "))
}
