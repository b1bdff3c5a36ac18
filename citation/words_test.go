package citation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
)

// A use is a text in which a word, {w}, does what a role of words.tsv says: the
// line is in the dump of what is read there when the word has the role, and not
// when it has not; or the other way round.
type use struct {
	text, line string
	prevents   bool
}

const online = ", Rhine Herald (May 3, 2020), https://herald.example/ink."

// uses are the texts of each role.
var uses = map[string][]use{
	"join": {
		{text: "The court relied on Bank {w} Ink v. Roe, 531 U.S. 98 (2000).", line: "name: Bank {w} Ink v. Roe ["},
		{text: "The court relied on Doe v. Bank {w} Ink, 531 U.S. 98 (2000).", line: "name: Doe v. Bank {w} Ink ["},
	},
	"name-start": {
		{text: "See {w} Dyke v. Roe, 531 U.S. 98 (2000).", line: "name: {w} Dyke v. Roe ["},
		{text: "See {w} v. Roe, 531 U.S. 98 (2000).", line: "name: {w} v. Roe ["},
	},
	"after-comma": {
		{text: "The court relied on Acme, {w} v. Roe, 531 U.S. 98 (2000).", line: "name: Acme, {w} v. Roe ["},
	},
	"sentence-start": {
		{text: "{w} Doe v. Roe, 531 U.S. 98 (2000).", line: "name: Doe v. Roe ["},
	},
	"particle": {
		{text: "Ana {w} Ink, The Mill and the Law" + online, line: "authors: Ana {w} Ink ["},
	},
	"title-start": {
		{text: "{w} Ink, The Mill" + online, line: "title: {w} Ink, The Mill ["},
	},
	"institution": {
		{text: "Paper {w} of the North, The Mill and the Law" + online, line: "authors: Paper {w} of the North ["},
		{text: "{w} of Paper, The Mill and the Law" + online, line: "authors: {w} of Paper ["},
	},
	"designation": {
		{text: "Jane Roe, {w}, Paper Cuts, 120 Yale L.J. 950 (2011).", line: "designation: {w} ["},
	},
	"leads-to-name": {
		{text: "The rule is stated {w} Jane Roe, Paper Cuts, 120 Yale L.J. 950 (2011).", line: "authors: Jane Roe ["},
	},
	"prose": {
		{text: "The mill {w} shut, https://herald.example/ink.", line: "title: The mill {w} shut [", prevents: true},
	},
	"act": {
		{text: "Clean Paper {w}, 42 U.S.C. § 1983.", line: "name: Clean Paper {w} ["},
	},
	"court": {
		{text: "The Ninth {w}, 531 U.S. 98 (2000).", line: "name: The Ninth {w} [", prevents: true},
	},
	"party": {
		{text: "Doe v. {w}, 531 U.S. 98 (2000). We asked the {w}, at 100.", line: "shortcase", prevents: true},
	},
	"treaty": {
		{text: "Arms Trade {w}, Apr. 2, 2013, https://treaties.example/att.pdf.", line: "treaty"},
	},
	"convention": {
		{text: "Under the Paper {w} art. 5, it is so.", line: "name: Paper {w} ["},
	},
	"newspaper": {
		{text: "See Jane Roe, Ink, Rhine {w}, May 3, 2020, at 5.", line: "container: Rhine {w} ["},
	},
	"branch": {
		{text: "{w} No. 93, Int'l Ass'n of Firefighters v. Roe, 531 U.S. 98 (2000).", line: "name: {w} No. 93, Int'l"},
	},
	"letter": {
		{text: "{w} from Jane Roe to Ann Abel (May 3, 2020).", line: "title: {w} from Jane Roe to Ann Abel ["},
	},
	"paper": {
		{text: "Doe v. Roe, No. 12-3456, {w} at 3 (S.D.N.Y. May 3, 2013).", line: "filing: {w} ["},
	},
	"capacity": {
		{text: "The court relied on Acme, {w} v. Roe, 531 U.S. 98 (2000).", line: "name: Acme, {w} v. Roe ["},
	},
	"after-section": {
		{text: "42 U.S.C. § 1983. He brought a 1983 {w} in time.", line: "shortstatute \"1983\""},
	},
}

// TestWordsMean reads each word of the table in a text of each of its roles, with
// the role and without it.
func TestWordsMean(t *testing.T) {
	words := make(map[string][]string)
	for _, w := range citation.Builtin().Words {
		for _, role := range w.Roles {
			words[role] = append(words[role], w.Word)
		}
	}
	for role, list := range words {
		if !assert.NotEmpty(t, uses[role], "no text for the role %s", role) {
			continue
		}
		with, without := new(citation.Parser), parserWithout(t, role)
		for _, word := range list {
			held := slices.ContainsFunc(uses[role], func(u use) bool { return u.of(word).differs(with, without) })
			assert.Equal(t, !unseen[role+" "+word], held, "%s %q", role, word)
		}
	}
}

// unseen are the words whose role makes no difference in these texts, because a
// rule of another kind reads them first: signals, initials, short forms.
var unseen = map[string]bool{
	"after-comma M.D.": true, "after-comma P.A.": true, "court Ibid.": true, "court Id.": true, "join exr.": true,
	"leads-to-name see": true, "party Ex": true, "party In": true, "sentence-start Id.": true, "sentence-start See": true,
}

// of puts a word into the text.
func (u use) of(word string) use {
	u.text, u.line = strings.ReplaceAll(u.text, "{w}", word), strings.ReplaceAll(u.line, "{w}", word)
	return u
}

// differs reports whether the parser with the role reads what the use says, and
// the one without it does not, in a note or in running text.
func (u use) differs(with, without *citation.Parser) bool {
	for _, read := range [...]func(*citation.Parser, string) string{dumpNote, dumpText} {
		has, hasNot := strings.Contains(read(with, u.text), u.line), strings.Contains(read(without, u.text), u.line)
		if has != hasNot && has != u.prevents {
			return true
		}
	}
	return false
}

// parserWithout returns a parser whose words do not have a role.
func parserWithout(t *testing.T, role string) *citation.Parser {
	tables := citation.Builtin()
	for i, w := range tables.Words {
		tables.Words[i].Roles = slices.DeleteFunc(slices.Clone(w.Roles), func(r string) bool { return r == role })
	}
	p, err := citation.NewParser(tables)
	require.NoError(t, err)
	return p
}

// dumpNote writes what is read in a note.
func dumpNote(p *citation.Parser, text string) string {
	d := dump{in: text}
	for s := range p.Note(text) {
		for _, c := range s.Citations {
			d.citation(c, "")
		}
	}
	return d.String()
}

// dumpText writes what is read in running text.
func dumpText(p *citation.Parser, text string) string {
	d := dump{in: text}
	for c := range p.All(text) {
		d.citation(c, "")
	}
	return d.String()
}
