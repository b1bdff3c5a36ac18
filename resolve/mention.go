package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/citation"
)

// A Mention is one place where an authority is cited, by a citation of any form
// or by a case's name alone.
type Mention struct {
	Span     citation.Span     // of the citation or the name, in the text of its place
	Citation citation.Citation // nil for a name alone
	Case     *citation.Case    // the case that a name alone stands for; nil for a citation
	Where    Place             // zero in what [Mentions] returns
	Part     int               // which of the things that the citation cites: 1 for the second of two sections
}

// Mentions finds the names of cases that the text mentions after their full
// citation: "In Gore, the Court". With a page, "Gore, at 99", a name is a
// [citation.ShortCase]. citations are those of [citation.All] for the same text,
// in order.
//
// A party's name is a person's or a place's as often as a case's; so it counts
// only where its neighbours tell: after a word like "in" or "under", or set in
// emphasis. Names of governments ("State", "United States") never count.
// Bluebook Rule 10.9(a)(i).
//
// It costs a walk over the text and is no part of [Resolver].
func Mentions(text string, citations []citation.Citation) []Mention {
	m := mentions{text: text, names: make(map[string][]named)}
	from := 0
	for _, c := range citations {
		if c == nil {
			continue
		}
		m.walk(from, c.Common().Span.Start)
		m.enter(c)
		for inner := range citation.Within(c) {
			m.enter(inner)
		}
		from = c.Common().Span.End
	}
	m.walk(from, len(text))
	return m.found
}

// mentions is the state of one walk.
type mentions struct {
	text  string
	names map[string][]named // by the first word
	found []Mention
}

// named is one name a case goes by.
type named struct {
	words []string
	of    *citation.Case
}

// maxNameWords bounds a name that stands for a case alone.
const maxNameWords = 5

// enter notes the names that a full citation may be mentioned by.
func (m *mentions) enter(c citation.Citation) {
	full, ok := c.(*citation.Case)
	if !ok {
		return
	}
	for _, p := range [...]citation.Phrase{full.Plaintiff, full.Defendant, full.Name} {
		words := strings.Fields(p.Text)
		for len(words) > 0 && businessWords[strings.Trim(words[len(words)-1], ".,")] {
			words = words[:len(words)-1] // "Gore Co." is mentioned as "Gore"
		}
		if len(words) == 0 || len(words) > maxNameWords || governments[strings.Join(words, " ")] || utf8.RuneCountInString(words[0]) < 3 {
			continue
		}
		for i := range words {
			words[i] = strings.Trim(words[i], ",;")
		}
		list := m.names[words[0]]
		if len(list) > 0 && list[0].of == full {
			continue
		}
		m.names[words[0]] = append([]named{{words, full}}, list[:min(len(list), maxRivals)]...)
	}
}

// maxRivals bounds how many earlier cases of one first word are kept.
const maxRivals = 8

// businessWords end a party's name and are left out when it is mentioned.
var businessWords = map[string]bool{"Inc": true, "Co": true, "Corp": true, "Ltd": true, "LLC": true, "LLP": true, "Company": true, "Corporation": true}

// governments are parties that no case is known by.
var governments = map[string]bool{"State": true, "People": true, "United States": true, "Commonwealth": true, "Commissioner": true, "City": true, "County": true, "Government": true, "INS": true, "NLRB": true, "SEC": true}

// leads are words after which a name is a case's.
var leads = map[string]bool{
	"in": true, "under": true, "see": true, "cf": true, "following": true, "unlike": true, "like": true, "applying": true, "distinguishing": true,
	"overruling": true, "overruled": true, "both": true, "since": true, "after": true, "before": true, "with": true, "by": true, "than": true, "citing": true, "quoting": true,
}

// walk looks for names in the text between two citations.
func (m *mentions) walk(from, to int) {
	last := "" // the word before, in lower case
	emphasis := false
	from, to = max(0, from), min(to, len(m.text)) // citations of another text
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(m.text[i:to])
		if !unicode.IsLetter(r) {
			emphasis = r == '*' || r == '_' || r == '>'
			i += n
			continue
		}
		end := wordEnd(m.text, i, to)
		if unicode.IsUpper(r) && len(m.names) > 0 {
			if found, next := m.nameAt(i, to, last, emphasis); next > i {
				m.found = append(m.found, found)
				last, i = "", next
				continue
			}
		}
		last, emphasis = strings.ToLower(m.text[i:end]), false
		i = end
	}
}

// wordEnd returns the end of the word that begins at s[i:].
func wordEnd(s string, i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(s[i:to])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
			break
		}
		i += n
	}
	return i
}

// nameAt reads a known name at s[i:] whose neighbours tell that it is a case's.
func (m *mentions) nameAt(i, to int, last string, emphasis bool) (found Mention, next int) {
	first := strings.TrimSuffix(strings.TrimSuffix(m.text[i:wordEnd(m.text, i, to)], "'s"), "’s")
	for _, name := range m.names[first] {
		end := m.match(name.words, i, to)
		if end == 0 {
			continue
		}
		if !emphasis && !leads[last] {
			continue
		}
		return Mention{Span: citation.Span{Start: i, End: end}, Case: name.of}, end
	}
	return found, i
}

// match returns the end of the words at s[i:], 0 when they are not there.
func (m *mentions) match(words []string, i, to int) int {
	for k, w := range words {
		if k > 0 {
			j := i
			for j < to && (m.text[j] == ' ' || m.text[j] == '\n') {
				j++
			}
			if j == i {
				return 0
			}
			i = j
		}
		if !strings.HasPrefix(m.text[i:to], w) {
			return 0
		}
		i += len(w)
	}
	if r, _ := utf8.DecodeRuneInString(m.text[i:to]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 0
	}
	return i
}
