package citation

import (
	"strings"

	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// A Weight is what a parenthetical says of a decision's authority: who decided
// or wrote, and how. Bluebook Rule 10.6.1; Indigo Book R13.4.
type Weight struct {
	Span   Span // of the parenthetical, or of the words in it
	Kind   WeightKind
	Judges []string // whose opinion it is: "Scalia"; nil when not named
}

// A WeightKind names one weight of authority.
type WeightKind string

// The weights of authority.
const (
	WeightPerCuriam   WeightKind = "per curiam"
	WeightEnBanc      WeightKind = "en banc"
	WeightMemorandum  WeightKind = "memorandum"
	WeightPlurality   WeightKind = "plurality"
	WeightOpinion     WeightKind = "opinion" // of a judge, "opinion of Powell, J."
	WeightConcurrence WeightKind = "concurrence"
	WeightDissent     WeightKind = "dissent"
	WeightMixed       WeightKind = "concurrence and dissent" // in part each
	WeightUnpublished WeightKind = "unpublished"
	WeightTable       WeightKind = "table"
	WeightInChambers  WeightKind = "in chambers"
	WeightDivided     WeightKind = "equally divided court"
	WeightDictum      WeightKind = "dictum"
)

// weightOf reads the text of a parenthetical.
func weightOf(text string) (w Weight, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) == 0 || len(text) > maxShort {
		return w, false
	}
	if kind, ok := words.Weights.Value(text); ok {
		return Weight{Kind: WeightKind(kind)}, true
	}
	if !strings.Contains(text, "J") && !strings.Contains(text, "V.C.") {
		return w, false
	}
	dissent, concur := strings.Contains(text, "dissent"), strings.Contains(text, "concur")
	opinion, isOpinion := strings.CutPrefix(text, "opinion of ")
	plurality := strings.Contains(text, "plurality")
	switch {
	case dissent && concur:
		w.Kind = WeightMixed
	case dissent:
		w.Kind = WeightDissent
	case concur:
		w.Kind = WeightConcurrence
	case plurality:
		w.Kind = WeightPlurality
	case isOpinion:
		w.Kind = WeightOpinion
	default: // "(Holmes, J.)"
		w.Kind = WeightOpinion
		if !endsInMark(text) {
			return w, false
		}
	}
	w.Judges = judges(opinion)
	return w, w.Judges != nil
}

func endsInMark(text string) bool {
	mark, start := words.Judges.EndingAt(text, 0, len(text))
	return mark != nil && strings.HasSuffix(text[:start], ", ")
}

// judges lists the names before the marks: "Scalia" of "Scalia, J., dissenting".
func judges(text string) (names []string) {
	var pending []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		if mark, end := words.Judges.Match(part, 0, len(part)); mark != nil && (end == len(part) || len(mark.Text) > 1) {
			names = append(names, pending...)
			pending = nil
			continue
		}
		for _, lead := range words.AuthorLeads.All() {
			part = strings.TrimPrefix(part, lead.Text+" ")
		}
		for name := range strings.SplitSeq(strings.ReplaceAll(part, " & ", " and "), " and ") {
			if name = strings.TrimSpace(strings.TrimPrefix(name, "& ")); name != "" && lex.Class[name[0]]&lex.Upper != 0 && len(name) < 40 {
				pending = append(pending, name)
			}
		}
	}
	return names
}
