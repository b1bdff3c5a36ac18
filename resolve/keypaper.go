package resolve

import (
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// Acts as they were passed, papers of legislatures and of other bodies.

// sessionThings is an act: by its number, its chapter in a year's laws, and the
// page of the session laws.
func sessionThings(c *citation.SessionLaw) []thing {
	p := c.Provision
	if p.Code == nil {
		return actThings(&p)
	}
	if p.Chapter == "" && p.Number == "" && p.Page == "" { // "1995 N.M. Laws ch. 23"
		for _, pin := range c.Pins {
			if name, ok := lawNames[pin.Kind]; ok {
				p.Chapter = name + pin.From
				break
			}
		}
	}
	if p.Chapter == "" && p.Number == "" && p.Page == "" {
		return nil
	}
	t := thing{words: nameWords(p.Name.Text)}
	key, local := placeKey(&p)
	if local {
		return []thing{localThing(key)}
	}
	t.ids = append(t.ids, identity{key: key, shared: p.Page != "" && p.Number == ""})
	t.printed(&p)
	return []thing{t}
}

// lawNames are the pinpoints that count the laws of a year.
var lawNames = map[citation.PinKind]string{citation.PinChapter: "ch-", citation.PinNumber: "no-"}

// printed adds the places where a law or paper is printed beside its own number.
func (t *thing) printed(p *citation.Provision) {
	for _, place := range p.Parallel {
		series := place.Series
		if place.Code != nil {
			series = place.Code.Abbrev
		}
		if place.Page != "" {
			t.ids = append(t.ids, identity{path(slug(series), slug(place.Volume), paperNumber(place.Page)), 1, true})
		}
	}
}

// legislativeThings is a paper of a legislature.
func legislativeThings(c *citation.Legislative) []thing {
	p := &c.Provision
	switch {
	case c.Short():
		return nil
	case p.Code == nil:
		return hearingThings(c)
	case p.Number == "" && p.Page == "":
		return nil
	}
	key, local := codeKey(p)
	n, session := paperNumber(p.Number), sessionOf(c)
	alone := path(key, n) // as a citation without its session has it
	switch numbered := strings.Contains(n, "-"); {
	case numbered: // "104-828" has its Congress
		session, local = "", false
	case p.Volume != "":
		session = ""
	case session == "":
		local = true
	case n != "" && strings.Contains(p.Code.Shape, "No."):
		n, session = session+"-"+n, ""
	}
	full := path(key, slug(p.Volume), session, n, paperNumber(p.Page))
	if local {
		return []thing{localThing(full)}
	}
	t := thing{ids: []identity{{key: full}}}
	t.printed(p)
	return []thing{t.offer(alone)}
}

// hearingThings is a hearing or a committee's print, by its title.
func hearingThings(c *citation.Legislative) []thing {
	name := titleKey(c.Name.Text)
	if name == "" {
		return nil
	}
	return only(path("hearing", sessionOf(c), name))
}

// sessionOf is the number of the Congress, of which the year is known too; of
// a state's legislature its session, or the year. It is empty when not known.
func sessionOf(c *citation.Legislative) string {
	federal := c.Jurisdiction == "us" || c.Code != nil && c.Code.Jurisdiction == "us"
	switch {
	case c.Congress != "":
		return c.Congress
	case !federal && c.Legislature.Text != "":
		return slug(c.Legislature.Text)
	case c.Date.Year <= firstCongress:
		return ""
	case federal:
		return strconv.Itoa((c.Date.Year-firstCongress)/2 + 1)
	}
	return strconv.Itoa(c.Date.Year)
}

// firstCongress is the year in which the first Congress met; each has two years.
const firstCongress = 1789

// paperThings is a paper with a number of its own, below base.
func paperThings(p *citation.Provision, base string) []thing {
	if p.Code == nil || p.Number == "" {
		return nil
	}
	return only(path(rowKey(p.Code.Abbrev), base, paperNumber(p.Number)))
}

// ethicsThings is an ethics opinion: its body is told by the first word of its
// name, "ABA".
func ethicsThings(c *citation.Ethics) []thing {
	if c.Number == "" {
		return nil
	}
	body := ""
	if words := fold.Words(c.Body.Text); len(words) > 0 {
		body = words[0]
	}
	kind := "formal-op"
	if strings.Contains(strings.ToLower(c.AsWritten), "informal") {
		kind = "informal-op"
	}
	return only(path(kind, body, slug(c.Volume), paperNumber(c.Number)))
}

// internationalThings is a paper of the United Nations, by its symbol and by the
// number of a resolution.
func internationalThings(c *citation.International) []thing {
	t := thing{}
	if c.Document != "" {
		t.ids = append(t.ids, identity{key: "un/" + strings.ToLower(strings.ReplaceAll(c.Document, " ", ""))})
	}
	if c.Code != nil && c.Number != "" {
		t.ids = append(t.ids, identity{path("un", rowKey(c.Code.Abbrev), paperNumber(c.Number)), 1, false})
	}
	return known(t)
}
