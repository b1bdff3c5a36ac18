package resolve

import (
	"slices"
	"strings"

	"github.com/hereinafter/hereinafter/citation"
)

// The numbers of sections in keys.

// sectionThings returns a thing for each section below base.
func sectionThings(base string, sections []citation.Pin) (list []thing) {
	outer, before := "", ""
	plain := hyphenless(base)
	hyphened := !plain && !strings.Contains(base, "/")
	seen := make(map[string]bool)
	for i, p := range sections {
		number := sectionsOf(p, before, plain)
		if first, last, ok := strings.Cut(number, ".."); ok && hyphened && !strings.ContainsAny(first, "-.:") { // "21–4718"
			number = first + "-" + last
		}
		if number == "" { // "109(a), (b)": of the section before
			continue
		}
		before = number
		if outerKinds[p.Kind] && i+1 < len(sections) && sections[i+1].Kind == citation.PinSection {
			outer = prefixed(outerNames[p.Kind], number)
			continue
		}
		key := path(base, outer, prefixed(outerNames[p.Kind], number))
		if !seen[key] {
			seen[key] = true
			list = append(list, only(key)...)
		}
	}
	if list == nil {
		return only(path(base, outer))
	}
	return list
}

// hyphenless reports whether the code of a key has no section numbers with a
// hyphen between two figures.
func hyphenless(base string) bool {
	code, _, _ := strings.Cut(base, "/")
	state, _, _ := strings.Cut(code, "-")
	return code == "usc" || code != state && (state == "cal" || state == "ny" || state == "tex")
}

// outerKinds are the parts of a code that sections are counted in.
var outerKinds = map[citation.PinKind]bool{citation.PinArticle: true, citation.PinTitle: true, citation.PinChapter: true, citation.PinPart: true, citation.PinDivision: true}

// outerNames are written before the numbers of parts that have a numbering
// beside that of the sections.
var outerNames = map[citation.PinKind]string{citation.PinChapter: "ch-", citation.PinPart: "part-", citation.PinTitle: "tit-", citation.PinDivision: "div-", citation.PinAppendix: "app-", citation.PinSchedule: "sch-"}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// sectionsOf is the number of a section without its subdivisions, or a range of
// them. before is the number of the section before: ".602" after "292.601" is
// completed. plain tells that the code has no hyphens in its numbers, so that
// "1214-1215" is a range.
func sectionsOf(p citation.Pin, before string, plain bool) string {
	from, to := sectionNumber(p.From), sectionNumber(p.Last())
	if strings.HasPrefix(from, ".") {
		part, _, _ := strings.Cut(before, ".")
		return part + from
	}
	first, last := halves(from)
	if first == "" && plain {
		first, last = bareRange(from)
	}
	switch {
	case p.To == "" && first != "":
		return first + ".." + last
	case !strings.ContainsAny(p.To, "0123456789") || from == "" || to == "" || from == to:
		return from
	}
	if end := completed(from, p.To); end != "" {
		return from + ".." + end
	}
	if !strings.Contains(to, "-") && number(to) != 0 && number(to) <= number(lastNumber(from)) { // "10b–5" and "2C:44–3" are one number
		return from + "-" + to
	}
	return from + ".." + to
}

// completed is the end of a range that is written without what it has in common
// with the beginning, "609.185–.20", "51-30-20 to -26"; empty for any other.
func completed(from, to string) string {
	for _, sep := range [...]string{".", "-"} {
		if rest, short := strings.CutPrefix(dashes.Replace(to), sep); short && strings.Contains(from, sep) {
			return from[:strings.LastIndex(from, sep)+1] + sectionNumber(rest)
		}
	}
	return ""
}

// bareRange returns the ends of "1214-1215" and "1252-53", empty for what is no
// range of plain numbers.
func bareRange(s string) (first, last string) {
	first, last, _ = strings.Cut(s, "-")
	if !allDigits(first) || !allDigits(last) || strings.HasPrefix(last, "0") {
		return "", ""
	}
	if n := len(first) - len(last); n > 0 {
		last = first[:n] + last
	}
	if len(first) != len(last) || first >= last {
		return "", ""
	}
	return first, last
}

// halves returns the two ends of a range of numbers that have hyphens
// themselves, "20-16-801-20-16-808"; empty where s is no such range.
func halves(s string) (first, last string) {
	parts := strings.Split(s, "-")
	n := len(parts) / 2
	if len(parts)%2 != 0 || n < 2 || !slices.Equal(parts[:n-1], parts[n:2*n-1]) {
		return "", ""
	}
	return strings.Join(parts[:n], "-"), strings.Join(parts[n:], "-")
}

// lastNumber is what a section's number ends in, from its last figures on.
func lastNumber(s string) string {
	end := strings.LastIndexAny(s, "0123456789") + 1
	return s[len(strings.TrimRight(s[:end], "0123456789")):]
}

// sectionNumber is a section's number in small letters, hyphens for dashes,
// without subdivisions. Those inside a number are part of it: "1.501(c)(3)-1(d)" is
// "1.501.c.3-1".
func sectionNumber(s string) string {
	s = dashes.Replace(s)
	inside := strings.LastIndex(s, ")-") + 1
	if rest := s[inside:]; inside == 0 || len(rest) < 2 || !allDigits(rest[1:2]) {
		inside = 0
	}
	if i := strings.IndexAny(s[inside:], "(["); i >= 0 {
		s = s[:inside+i]
	}
	s = subdivisions.Replace(s)
	return strings.Trim(strings.ToLower(strings.ReplaceAll(s, " ", "")), ".,;:*-")
}

var (
	dashes       = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "‐", "-", "−", "-")
	subdivisions = strings.NewReplacer("(", ".", ")", "")
	numberMarks  = strings.NewReplacer(",", "", " ", "-", "/", "-")
)

// paperNumber is the number of a paper or page: "12,866" is "12866".
func paperNumber(s string) string {
	return strings.ToLower(numberMarks.Replace(strings.TrimSpace(dashes.Replace(s))))
}
