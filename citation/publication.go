package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/fold"
)

// genresOfType says what a work is that appears in a publication of a type; an
// institution, a blog or a company's page publishes works of every genre.
var genresOfType = map[string]Kind{
	"newspaper": KindNews, "magazine": KindNews, "wire": KindNews, "broadcaster": KindNews, "site": KindNews,
	"platform": KindPost, "video": KindFilm, "audio": KindFilm, "preprint": KindReport, "papers": KindReport,
	"page": KindWeb, "institution": "",
}

// publications are the rows of publications by name and by domain.
type publications struct {
	byName   map[string]*Publication
	byDomain map[string]*Publication
}

func newPublications(list []Publication) *publications {
	p := &publications{byName: make(map[string]*Publication, 3*len(list)), byDomain: make(map[string]*Publication, len(list))}
	for row := range pointers(list) {
		for _, form := range append([]string{row.Abbrev, row.Name}, row.Also...) {
			if key := fold.Key(form); p.byName[key] == nil {
				p.byName[key] = row
			}
		}
		for _, domain := range row.Domains {
			if p.byDomain[domain] == nil {
				p.byDomain[domain] = row
			}
		}
	}
	return p
}

// named returns the publication of a name, with or without "The" before it; nil when
// it is not known.
func (p *publications) named(name string) *Publication {
	key := fold.Key(name)
	if row := p.byName[key]; row != nil {
		return row
	}
	return p.byName[strings.TrimPrefix(key, "the")]
}

// leading returns the publication that a text names, alone or with a number, a colon
// or a bracket after it: "arXiv:2404.00629 [cs.CL]".
func (p *publications) leading(text string) *Publication {
	if row := p.named(text); row != nil {
		return row
	}
	if end := strings.IndexAny(text, ":[(0123456789"); end > 0 {
		return p.named(text[:end])
	}
	return nil
}

// at returns the publication at an address, by its host or what the host is below:
// "edition.cnn.com" is below "cnn.com". It is nil when the host is not known.
func (p *publications) at(u URL) *Publication {
	_, rest, ok := strings.Cut(u.Normal, "://")
	if !ok {
		return nil
	}
	host, _, _ := strings.Cut(rest, "/")
	for ok {
		if row := p.byDomain[host]; row != nil {
			return row
		}
		_, host, ok = strings.Cut(host, ".")
	}
	return nil
}
