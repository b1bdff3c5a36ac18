package citation

import (
	"github.com/hereinafter/hereinafter/internal/lex"
	"github.com/hereinafter/hereinafter/internal/words"
)

// historyVerbs are the words that join a case to its prior or subsequent
// history, each with its normal form, which may be written too. Bluebook Table T8; Indigo Book T14. A
// longer one stands before one that it begins with.
var historyVerbs = []struct{ written, normal string }{
	{"aff'd", "affirmed"}, {"affd.", "affirmed"}, {"affg.", "affirming"}, {"affirmed", "affirmed"}, {"aff'g", "affirming"}, {"affirming", "affirming"},
	{"rev'd", "reversed"}, {"revd.", "reversed"}, {"revg.", "reversing"}, {"mod.", "modified"}, {"reversed", "reversed"}, {"rev'g", "reversing"}, {"reversing", "reversing"},
	{"vacated", "vacated"}, {"vacating", "vacating"}, {"modified", "modified"}, {"modifying", "modifying"},
	{"as modified", "modified"}, {"as amended", "amended"}, {"amended", "amended"}, {"withdrawn", "withdrawn"},
	{"overruled", "overruled"}, {"abrogated", "abrogated"}, {"superseded", "superseded"}, {"disapproved", "disapproved"},
	{"cert. denied", "certiorari denied"}, {"certiorari denied", "certiorari denied"},
	{"cert. pending", "certiorari pending"}, {"petition for cert. pending", "petition for certiorari pending"}, {"appeal pending", "appeal pending"},
	{"cert. granted", "certiorari granted"}, {"certiorari granted", "certiorari granted"},
	{"cert. dismissed", "certiorari dismissed"}, {"petition for cert. filed", "petition for certiorari filed"},
	{"appeal dismissed", "appeal dismissed"}, {"appeal denied", "appeal denied"}, {"appeal docketed", "appeal docketed"},
	{"appeal filed", "appeal filed"}, {"leave to appeal denied", "leave to appeal denied"}, {"lv to appeal denied", "leave to appeal denied"}, {"lv denied", "leave to appeal denied"}, {"lv dismissed", "leave to appeal dismissed"}, {"lv granted", "leave to appeal granted"}, {"rearg denied", "reargument denied"},
	{"order on reh'g", "on rehearing"}, {"on reh'g", "on rehearing"}, {"reh'g denied", "rehearing denied"}, {"rehearing denied", "rehearing denied"}, {"reh'g granted", "rehearing granted"},
	{"reh'g en banc granted", "rehearing en banc granted"}, {"reh'g en banc denied", "rehearing en banc denied"},
	{"enforced", "enforced"}, {"enforcing", "enforcing"}, {"remanded", "remanded"}, {"on remand", "on remand"},
	{"review denied", "review denied"}, {"review granted", "review granted"}, {"writ denied", "writ denied"},
	{"writ ref'd n.r.e.", "writ refused, no reversible error"}, {"writ ref'd", "writ refused"}, {"pet. denied", "petition denied"},
	{"cert. den.", "certiorari denied"}, {"cert. dism'd", "certiorari dismissed"}, {"writ den.", "writ denied"}, {"cert. quashed", "certiorari quashed"}, {"summarily aff'd", "affirmed"}, {"later proceeding", "later proceeding"}, {"after remand", "after remand"},
	{"approved", "approved"}, {"reinstated", "reinstated"}, {"corrected", "corrected"}, {"as corrected", "corrected"}, {"clarified", "clarified"}, {"supplemented", "supplemented"},
	{"adhered to", "adhered to"}, {"invalidated", "invalidated"}, {"dismissed", "dismissed"}, {"transferred", "transferred"}, {"certifying questions to", "certifying a question"},
	{"petition for review granted", "review granted"}, {"petition for review denied", "review denied"}, {"pet. for review denied", "review denied"}, {"review dismissed", "review dismissed"}, {"rev. denied", "review denied"}, {"rev. den.", "review denied"}, {"disc. review denied", "review denied"}, {"disc. rev. denied", "review denied"}, {"discretionary review denied", "review denied"}, {"review den.", "review denied"}, {"review refused", "review denied"}, {"petition for review filed", "petition for review filed"}, {"pet. for rev. denied", "review denied"},
	{"appeal granted", "appeal granted"}, {"app. denied", "appeal denied"}, {"allocatur denied", "appeal denied"}, {"perm. app. denied", "appeal denied"}, {"perm. app. granted", "appeal granted"}, {"perm. to appeal denied", "appeal denied"}, {"permission to appeal denied", "appeal denied"}, {"perm. to app. denied", "appeal denied"}, {"leave denied", "leave to appeal denied"}, {"leave to appeal granted", "leave to appeal granted"}, {"lv. denied", "leave to appeal denied"},
	{"certif. denied", "certification denied"}, {"certification denied", "certification denied"}, {"certif. granted", "certification granted"}, {"motion denied", "motion denied"}, {"transfer denied", "transfer denied"},
	{"recon. denied", "reconsideration denied"}, {"reconsideration denied", "reconsideration denied"}, {"order on reconsideration", "on reconsideration"}, {"on reconsideration", "on reconsideration"}, {"on recon.", "on reconsideration"}, {"order on remand", "on remand"},
	{"writ dism'd", "writ dismissed"}, {"writ granted", "writ granted"}, {"error refused", "error refused"}, {"error ref'd", "error refused"}, {"no writ", "no writ"}, {"pet. ref'd", "petition refused"}, {"acq.", "acquiesced in"}, {"nonacq.", "not acquiesced in"},
	{"juris. postponed", "jurisdiction postponed"}, {"jurisdiction postponed", "jurisdiction postponed"}, {"probable jurisdiction noted", "probable jurisdiction noted"}, {"prob. juris. noted", "probable jurisdiction noted"}, {"trans. denied", "transfer denied"}, {"mandamus denied", "mandamus denied"},
}

// historyTurns may stand behind a verb, in any order and number.
var historyTurns = []struct{ written, normal string }{
	{"in part", " in part"}, {"and aff'd in part", " and affirmed in part"}, {"and rev'd in part", " and reversed in part"},
	{", rev'd in part", " and reversed in part"}, {"on other grounds", " on other grounds"}, {"on reh'g", " on rehearing"},
	{"and remanded", ""}, {"as moot", ""}, {"per curiam", ""}, {"mem.", ""}, {"without opinion", ""}, {"without op.", ""}, {"as improvidently granted", " as improvidently granted"}, {"as modified", " as modified"}, {"by an equally divided court", " by an equally divided Court"}, {"by an equally divided Court", " by an equally divided Court"}, {"on denial of reh'g", " on denial of rehearing"}, {"in relevant part", " in part"}, {"as recognized in", " as recognized"}, {"as stated in", " as recognized"}, {"by", " by"}, {"en banc", ""},
}

// scanHistoryPhrase reads a verb and its turns: "rev'd in part on other grounds".
func scanHistoryPhrase(s string, i, end int) (normal string, next int, ok bool) {
	for row := range historyVerbs {
		v := &historyVerbs[row]
		k, matched := 0, false
		if v.written[0] == s[i] {
			k, matched = words.MatchPhrase(s, i, end, v.written)
		}
		if !matched && v.normal[0] == s[i] {
			k, matched = words.MatchPhrase(s, i, end, v.normal)
		}
		if !matched {
			continue
		}
		normal, next = v.normal, k
		for n := 0; n < len(historyTurns); n++ {
			if k, matched := words.MatchPhrase(s, lex.Skip(s, next), end, historyTurns[n].written); matched {
				normal, next = normal+historyTurns[n].normal, k
				n = -1
			}
		}
		return normal, next, true
	}
	return "", i, false
}

// maxHistory bounds how far behind a history phrase its case may begin.
const maxHistory = 400

// history reads the prior and subsequent history that begins at offset i.
func (r reader) history(c *Case, i int) (next int) {
	for r.depth < maxDepth && len(c.History) < 8 {
		e, k, ok := r.scanEvent(i)
		if !ok {
			break
		}
		c.History = append(c.History, e)
		i = k
	}
	return i
}

// scanEvent reads one step of history: a phrase and the case it leads to.
func (r reader) scanEvent(i int) (e Event, next int, ok bool) {
	s := r.text
	j := lex.Skip(s, i)
	if j < r.ceil && (s[j] == ',' || s[j] == ';') {
		j = lex.Skip(s, j+1)
	}
	if j >= r.ceil || lex.Class[s[j]]&lex.Lower == 0 {
		return e, i, false
	}
	phrase, k, ok := scanHistoryPhrase(s, j, r.ceil)
	if !ok {
		return e, i, false
	}
	e = Event{Span: Span{j, k}, Phrase: phrase}
	in := r
	in.clause, in.inHistory, in.depth = false, true, r.depth+1
	in.floor, in.ceil = r.afterSubNom(k), min(r.ceil, k+maxHistory)
	a := in.nextAnchor(in.floor)
	in.ceil = r.ceil
	var found *Case
	var isCase bool
	switch {
	case a.class == anchorNumber && reporterOf(a.terms) != nil:
		found, isCase = readCase(in, a).(*Case)
	case a.class == anchorLabel && a.label == PinNumber: // "cert. granted, No. 20-255 (Jan. 8, 2021)"
		found, isCase = readDocketCase(in, a).(*Case)
	case a.class == anchorDocket: // "writ denied, 2009-1111 (La. 1/1/10), 24 So. 3d 1"
		found, isCase = readNumberedCase(in, a).(*Case)
	}
	if !isCase || found == nil || in.strays(in.floor, found.Span.Start) {
		if found = r.unpublished(k); found == nil {
			return e, i, false
		}
	}
	e.Case = found
	return e, found.Span.End, true
}

// unpublished reads a decision of which the court and the day alone are written:
// "review denied (Minn. Apr. 15, 2003)". It returns nil when none stands at s[i:].
func (r reader) unpublished(i int) *Case {
	d, next, ok := r.scanDecision(i)
	if !ok || d.court == nil || d.date.IsZero() {
		return nil
	}
	at := Span{lex.Skip(r.text, i), next}
	return &Case{Shared: Shared{text: r.text, Span: at, Core: at}, CourtText: d.text, Court: d.court, Date: d.date, Disposition: d.rest}
}

// afterSubNom passes over "sub nom.", a comma and blanks.
func (r reader) afterSubNom(i int) int {
	j := lex.Skip(r.text, i)
	if k, ok := words.MatchPhrase(r.text, j, r.ceil, "sub nom."); ok {
		j = lex.Skip(r.text, k)
	}
	if j < r.ceil && r.text[j] == ',' {
		j = lex.Skip(r.text, j+1)
	}
	return j
}

// strays reports whether more than noise stands in s[i:j].
func (r reader) strays(i, j int) bool { return lex.Skip(r.text[:j], i) < j }
