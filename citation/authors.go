package citation

import (
	"strings"
	"unicode"
)

// appendNamesOfWork appends the authors, all their family names, and authors with
// the title: short forms use each of these.
func appendNamesOfWork(names []string, authors []Phrase, title Phrase) []string {
	if len(authors) == 0 {
		return names
	}
	names = appendNames(names, authors...)
	family := FamilyName(authors[0].Text)
	if len(authors) == 1 {
		return append(names, family, family+" "+title.Text)
	}
	var all, families []string
	for _, a := range authors {
		all = append(all, a.Text)
		families = append(families, FamilyName(a.Text))
	}
	joined := strings.Join(families, " & ")
	return append(names, joined, family, strings.Join(all, " & "), joined+" "+title.Text)
}

// FamilyName returns an author's family name: the last word but a suffix, or what
// precedes the comma of "Roe, Jane".
func FamilyName(author string) string {
	if last, _, ok := strings.Cut(author, ", "); ok && !strings.HasSuffix(author, "r.") && !strings.HasSuffix(author, "I") {
		return last
	}
	rest, last := cutLastWord(strings.TrimSuffix(author, ", Jr."))
	for rest != "" && suffixes[last] {
		rest, last = cutLastWord(rest)
	}
	if last == "" {
		return author
	}
	return strings.TrimRight(last, ",")
}

// cutLastWord returns the last word of s, and what is before it.
func cutLastWord(s string) (rest, last string) {
	s = strings.TrimSpace(s)
	i := max(0, strings.LastIndexFunc(s, unicode.IsSpace))
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:])
}

var suffixes = map[string]bool{"Jr.": true, "Sr.": true, "II": true, "III": true, "IV": true, "Esq.": true, "Ph.D.": true, "M.D.": true}
