package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
)

// What one piece of a byline looks like by itself: a person, an institution, a report's
// number, words in capitals.

// oneWord reports whether a piece has no blank.
func oneWord(t string) bool { return !strings.Contains(t, " ") }

// authorLike reports whether a piece may name authors: persons or an
// institution.
func (x *index) authorLike(t string) bool {
	if t == "" {
		return false
	}
	t = trimJoiner(t) // the last of a list: "and Seth A. Seabury"
	if part, rest, ok := strings.Cut(strings.Replace(t, " and ", " & ", 1), " & "); ok {
		if (part == "" || x.personal(part)) && (x.personal(rest) || x.authorLike(rest)) {
			return true
		}
	}
	return x.personal(t) || x.institutional(t)
}

// personal reports whether a piece has the form of a person's name, or of a
// short institution's: one to five capitalised words, initials and particles,
// no digits and no punctuation that titles have, and not begun like a title.
func (x *index) personal(t string) bool {
	words := 0
	for w := range strings.FieldsSeq(t) {
		words++
		c := w[0]
		switch {
		case words == 1 && x.is(w, roleTitleStart):
			return false
		case lex.Class[c]&(lex.Upper|lex.High) != 0:
		case x.is(w, roleParticle) && words > 1, x.is(w, roleParticle) && t != w:
		default:
			return false
		}
		if strings.ContainsAny(w, "?:;!\"“”0123456789()[]/@") {
			return false
		}
	}
	return words > 0 && words <= 5
}

// institutional reports whether a piece may be an institution's name: one that
// tells that it is, or a few capitalised words.
func (x *index) institutional(t string) bool {
	words := strings.Count(t, " ") + 1
	return x.namesInstitution(t) || words > 1 && words <= 10 && x.allCapitalised(t)
}

// namesInstitution reports whether a piece is an institution's name: capitalised
// words and the small words that join them, one that tells an institution among
// them.
func (x *index) namesInstitution(t string) bool {
	known := false
	words := 0
	for w := range strings.FieldsSeq(t) {
		words++
		if lex.Class[w[0]]&lex.Lower != 0 && !x.is(w, roleJoin) || strings.ContainsAny(w, "?:;!\"“”") {
			return false
		}
		known = known || x.namesKind(strings.TrimRight(w, ".,"))
	}
	return known && words <= 14
}

// namesKind reports whether a word tells an institution, in capitals too: "SERV."
func (x *index) namesKind(w string) bool {
	if x.is(w, roleInstitution) {
		return true
	}
	return lex.Capitals(w) && len(w) > 1 && x.is(w[:1]+strings.ToLower(w[1:]), roleInstitution)
}

// allCapitalised reports whether each word of a piece is capitalised or an
// ampersand, and the piece does not begin like a title.
func (x *index) allCapitalised(t string) bool {
	first := true
	for w := range strings.FieldsSeq(t) {
		if first && x.is(w, roleTitleStart) || lex.Class[w[0]]&(lex.Upper|lex.High) == 0 && w != "&" {
			return false
		}
		first = false
	}
	return true
}

// isReportNumber reports whether a piece is the number of a report: "R46458",
// "GAO-21-100", "NIST AI 100-1", "ENV/JM/MONO(2005)5".
func isReportNumber(text string) bool {
	numbered, words := false, 0
	for w := range strings.FieldsSeq(text) {
		if words++; words > 4 || lex.Class[w[0]]&(lex.Upper|lex.Digit) == 0 {
			return false
		}
		letters, digits := 0, 0
		for i := range len(w) {
			switch class := lex.Class[w[i]]; {
			case class&lex.Lower != 0:
				return false
			case class&lex.Upper != 0:
				letters++
			case class&lex.Digit != 0:
				digits++
			}
		}
		named := words == 2 && digits > 2 && inCapitals(text) // "RFC 6749"
		numbered = numbered || named || digits > 0 && (letters > 0 || strings.ContainsAny(w, "-/"))
	}
	return numbered
}

// inCapitals reports whether a piece is set in capitals: it has two of them or more and
// no small letters.
func inCapitals(text string) bool {
	capitals := 0
	for i := range len(text) {
		switch class := lex.Class[text[i]]; {
		case class&lex.Lower != 0:
			return false
		case class&lex.Upper != 0:
			capitals++
		}
	}
	return capitals > 1
}

// namesPerson reports whether a piece names a person: two words or more, none of which
// is an institution's, or several persons.
func (x *index) namesPerson(t string) bool {
	t = trimEtAl(t)
	return hasAmpersand(t) && !x.namesInstitution(t) || strings.Contains(t, " ") && x.personal(t) && !x.namesInstitution(t) && x.publications().named(t) == nil
}

// handle reports whether a piece is an account's name with its handle.
func handle(t string) bool { return strings.Contains(t, " (@") }
