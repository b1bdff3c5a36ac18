package citation

import (
	"slices"
	"strings"
)

// appendNamesOfWork appends the authors, all their family names, and authors with
// the title: short forms use each of these.
func appendNamesOfWork(names []string, authors []Phrase, title Phrase) []string {
	if len(authors) == 0 {
		return names
	}
	names = appendNames(slices.Grow(names, len(authors)+4), authors...)
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
	words := strings.Fields(strings.TrimSuffix(author, ", Jr."))
	for len(words) > 1 && suffixes[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return author
	}
	return strings.TrimRight(words[len(words)-1], ",")
}

var suffixes = map[string]bool{"Jr.": true, "Sr.": true, "II": true, "III": true, "IV": true, "Esq.": true, "Ph.D.": true, "M.D.": true}
