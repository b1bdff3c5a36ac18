package resolve

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/fold"
)

// caseRanks orders the identities of a decision: its key is the one of the least
// rank, the alphabet deciding among equals. A reporter is looked up by its
// abbreviation, then by its type.
var caseRanks = map[string]int{
	"U.S.":     0,
	"federal":  1,
	"state":    1,
	"foreign":  1,
	"neutral":  2,
	"regional": 3,

	"nominative": 4,
	"specialty":  5,
	"annotation": 5,
	"database":   6,
}

const (
	rankDocket = 7
	rankName   = 8
)

func reporterRank(r *citation.Reporter) int {
	if rank, ok := caseRanks[r.Abbrev]; ok {
		return rank
	}
	if rank, ok := caseRanks[r.Type]; ok {
		return rank
	}
	return caseRanks["specialty"]
}

// numbered types of reporters count decisions, not pages: none shares its number.
var numberedTypes = map[string]bool{"neutral": true, "database": true}

// caseThings returns the decision: known by its reports, by its docket and date,
// or by its court, year and name.
func caseThings(c *citation.Case) []thing {
	t := thing{words: nameWords(c.Name.Text)}
	for _, rep := range c.Reports {
		if key, rank := reportKey(rep); key != "" {
			t.ids = append(t.ids, identity{key, rank, !numberedTypes[row(rep.Reporter).Type]})
		}
	}
	court := courtKey(c)
	t.docket(c, court)
	if court != "" && !c.Date.IsZero() && len(t.words) > 0 {
		t.decision(c, court)
	}
	local := localCase(c)
	if len(t.ids) > 0 {
		return []thing{t.offer(local)}
	}
	if local == "" {
		return nil
	}
	return []thing{localThing(local)}
}

// localCase is what a decision is known by in its document: its name, else its
// docket number; empty when neither is written.
func localCase(c *citation.Case) string {
	if name := slug(c.Name.Text); name != "" {
		return path("case", name)
	}
	for _, n := range docketNumbers(c.Docket.Text) {
		return path("docket", n)
	}
	return ""
}

// decision adds court, year and name: an identity where there is no better one,
// and what joins decisions that different reporters print.
func (t *thing) decision(c *citation.Case, court string) {
	decided := path(court, strconv.Itoa(c.Date.Year), slug(c.Name.Text))
	if len(t.ids) == 0 {
		t.ids = append(t.ids, identity{path("case", decided), rankName, false})
	}
	for _, rep := range c.Reports {
		switch {
		case rep.Reporter == nil:
		case row(rep.Reporter).Type == "database": // a court's many orders in one case are there
			return
		case paged(rep):
			t.series = append(t.series, seriesKey(rep.Reporter))
		}
	}
	if len(c.Reports) == 0 {
		if trial := c.Court == nil || c.Court.Level == "trial"; trial || len(t.words) < 2 {
			return
		}
		t.series = append(t.series, "docket")
	}
	t.decided = decided
}

// seriesKey is the reporter without the number of its series: F.2d and F.3d go
// on with F., and no decision is printed in two of them.
func seriesKey(r *citation.Reporter) string {
	key := slug(seriesNumber.Replace(r.Abbrev))
	if same, ok := oneSeries[key]; ok {
		return same
	}
	return key
}

var seriesNumber = strings.NewReplacer("2d", "", "3d", "", "4th", "", "5th", "", "6th", "", "7th", "")

// oneSeries are reporters that print other decisions of the courts that another
// one prints.
var oneSeries = map[string]string{"f-appx": "f"}

// known is the thing, none when nothing is there that it is known by.
func known(t thing) []thing {
	if len(t.ids) == 0 && len(t.hints) == 0 {
		return nil
	}
	return []thing{t}
}

// paged reports whether the report's page is known.
func paged(rep citation.Report) bool {
	return strings.ContainsAny(rep.Page, "0123456789ivxlc")
}

// reportKey is the report's reporter, volume and page, and their rank; the key is
// empty while the page is not known.
func reportKey(rep citation.Report) (key string, rank int) {
	if rep.Reporter == nil || !paged(rep) { // nil in a value made by hand
		return "", 0
	}
	rank = reporterRank(rep.Reporter)
	if row(rep.Reporter).Abbrev == "ECLI" {
		return path("ecli", strings.ToLower(strings.ReplaceAll(rep.Page, ":", "/"))), rank
	}
	reporter, volume := reporterKey(rep.Reporter), slug(rep.Volume)
	if official, ok := officialVolumes[nominative{slug(row(rep.Reporter).Abbrev), row(rep.Reporter).Court}]; ok {
		if n := number(volume); n > 0 && n <= official.volumes {
			reporter, volume, rank = official.reporter, strconv.Itoa(n+official.before), caseRanks[official.rank]
		}
	}
	if !strings.ContainsAny(volume, "0123456789") || strings.Contains(volume, "binder") { // a looseleaf service counts its paragraphs through
		volume = ""
	}
	return path(reporter, volume, slug(rep.Page)), rank
}

// reporterKey is the reporter's abbreviation, with its jurisdiction where it is
// not the first reporter of that abbreviation.
func reporterKey(r *citation.Reporter) string {
	key := slug(r.Abbrev)
	if sharedAbbrevs[key] && (r.Type == "nominative" || r.Type == "specialty" || r.Type == "foreign") && r.Court != "scotus" {
		key += "-" + slug(r.Jurisdiction)
	}
	return key
}

// sharedAbbrevs are the folded abbreviations of several reporters of different
// jurisdictions, or of a reporter and a code.
var sharedAbbrevs = map[string]bool{
	"br": true, "cranch": true, "ct-cl": true, "dall": true, "hard": true, "hayw": true, "hill": true, "hughes": true, "ind-l-rep": true, "jones": true, "mart": true,
	"met": true, "mre": true, "mspb": true, "op-atty-gen": true, "pa": true, "ph": true, "r": true, "rob": true, "scc": true, "scr": true, "sneed": true,
	"stats": true, "tr": true, "walker": true, "wall": true, "wash": true, "wilson": true, "woolw": true, "wright": true,
}

// A nominative is a reporter named after its editor, of the decisions of a court.
type nominative struct{ reporter, court string }

// officialVolumes gives the official volumes that were first numbered by their
// editor: volume n of the editor is volume n+before of the reporter. Bluebook
// Rule 10.3.2; Table T1.
var officialVolumes = map[nominative]struct {
	reporter, rank  string // rank is the row of caseRanks
	volumes, before int
}{
	{"dall", "scotus"}:   {"us", "U.S.", 4, 0},
	{"cranch", "scotus"}: {"us", "U.S.", 9, 4},
	{"wheat", "scotus"}:  {"us", "U.S.", 12, 13},
	{"pet", "scotus"}:    {"us", "U.S.", 16, 25},
	{"how", "scotus"}:    {"us", "U.S.", 24, 41},
	{"black", "scotus"}:  {"us", "U.S.", 2, 65},
	{"wall", "scotus"}:   {"us", "U.S.", 23, 67},
	{"pick", "mass"}:     {"mass", "state", 24, 17},
	{"met", "mass"}:      {"mass", "state", 13, 41},
	{"cush", "mass"}:     {"mass", "state", 12, 54},
	{"gray", "mass"}:     {"mass", "state", 16, 66},
	{"allen", "mass"}:    {"mass", "state", 14, 82},
}

// courtKey is the court's id, or its name as written; empty when not known.
func courtKey(c *citation.Case) string {
	if c.Court != nil {
		return c.Court.ID
	}
	return slug(c.CourtText.Text)
}

// docket adds the docket numbers of a decision with its date. A docket holds
// many decisions: the day makes one of them, the year is a hint.
func (t *thing) docket(c *citation.Case, court string) {
	if c.Docket.Text == "" || court == "" || c.Date.IsZero() {
		return
	}
	for _, n := range docketNumbers(c.Docket.Text) {
		year := path("docket", court, n, strconv.Itoa(c.Date.Year))
		switch {
		case c.Date.Day != 0:
			t.ids = append(t.ids, identity{path("docket", court, n, c.Date.String()), rankDocket, false})
			t.offers = append(t.offers, year)
		case len(t.ids) == 0:
			t.ids = append(t.ids, identity{year, rankDocket + 1, false})
			t.hints = append(t.hints, year)
		}
	}
}

// docketWordKeys are the words inside a docket number that have several forms.
var docketWordKeys = map[string]string{"civ": "cv", "civil": "cv", "crim": "cr", "criminal": "cr"}

var betweenDockets = strings.NewReplacer(" and ", ",", "&", ",", ";", ",")

// maxDockets bounds how many numbers of consolidated cases count.
const maxDockets = 8

// docketNumbers returns the numbers of "Nos. 12-3456, 12-3457", each in one form:
// "1:12-cv-03456-ABC" and "12 Civ. 3456 (LAK)" are both "12-cv-3456".
func docketNumbers(text string) (numbers []string) {
	text = betweenDockets.Replace(text)
	var last string
	for piece := range strings.SplitSeq(text, ",") {
		if allDigits(piece) && len(piece) == 3 && allDigits(last) && len(numbers) > 0 { // "No. 16,564"
			numbers[len(numbers)-1] += piece
			continue
		}
		n := docketNumber(piece)
		if last = n; n != "" && len(numbers) < maxDockets && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func docketNumber(text string) string {
	if i := strings.IndexByte(text, '('); i >= 0 { // the judge's initials
		text = text[:i]
	}
	if i := strings.IndexByte(text, ':'); i >= 0 { // the number of the court's division
		text = text[i+1:]
	}
	var parts []string
	end := 0 // after the last part with a figure
	for _, w := range fold.Words(strings.ReplaceAll(text, ".", " ")) {
		if short, ok := docketWordKeys[w]; ok {
			w = short
		}
		if figures := strings.ContainsAny(w, "0123456789"); figures || len(parts) > 0 {
			if allDigits(w) && len(parts) > 0 {
				w = strings.TrimLeft(w, "0")
			}
			if parts = append(parts, w); figures {
				end = len(parts)
			}
		}
	}
	return strings.Join(parts[:end], "-")
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// plainWords say little of which case a name is: they are passed over where a
// name has others.
var plainWords = map[string]bool{
	"v": true, "vs": true, "re": true, "parte": true, "ex": true, "rel": true, "matter": true, "estate": true, "state": true, "states": true, "united": true, "us": true, "usa": true, "america": true,
	"people": true, "commonwealth": true, "city": true, "county": true, "town": true, "government": true, "co": true, "inc": true, "corp": true,
	"corporation": true, "company": true, "ltd": true, "llc": true, "llp": true, "limited": true, "to": true, "by": true, "no": true, "sub": true, "nom": true, "dept": true, "department": true,
	"commissioner": true, "commr": true, "comm": true, "secretary": true, "director": true, "warden": true, "board": true, "bd": true, "assn": true, "association": true,
}

// nameWords returns the beginnings of the words of a name that tell it from
// others: "Def. of Wildlife v. Roe" and "Defenders of Wildlife v. Roe" have the
// same ones.
func nameWords(text string) (words []string) {
	var plain []string
	for _, w := range largeWords(text) {
		begin := prefix(w, wordBeginning)
		switch {
		case plainWords[w]:
			plain = append(plain, begin)
		case !slices.Contains(words, begin) && len(words) < maxWords:
			words = append(words, begin)
		}
	}
	if len(words) == 0 {
		return plain
	}
	return words
}

const (
	wordBeginning = 3  // runes of a word that count
	maxWords      = 16 // words of a name that count
)

// prefix returns the first n runes of s.
func prefix(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}
