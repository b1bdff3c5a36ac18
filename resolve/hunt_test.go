package resolve_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// The hunt for slow inputs
//
// A text is made of one full citation, or one short form, again and again, or of
// one of each: all the full ones first, or in turn. It is linked as running text,
// as one note, and as a note for each citation; of the texts of one form, the
// authorities are gathered too. The time per byte must not grow with the length,
// nor be many times that of opinions. TestHunt holds it to ratios of sizes far
// apart. With HUNT=all, texts of all layouts are made at three sizes, and what is
// slow is printed; with another value, those that have a form with that in it.

// fulls and shorts are the units of the hunted texts. In each, N is the number
// of the unit, W and V are words that no other unit has, Z is one of a few.
var (
	fulls = []string{
		"Gore v. Bush, 531 U.S. 98 (2000). ",
		"Gore v. Bush, N F.3d 98 (2d Cir. 2000). ",
		"Gore v. W, N F.3d 98 (2d Cir. 2000). ",
		"Gore v. W, 531 U.S. N (2000). ",
		"W v. V, 531 U.S. N (2000). ",
		"W v. Gore, N F. Supp. 2d 9 (S.D.N.Y. 1999), aff'd, N F.3d 98 (2d Cir. 2000). ",
		"Gore W. v. V. Ass'n, N F.3d 98 (2d Cir. 2000). ",
		"Z. v. V, N F.3d 98 (2d Cir. 2000). ",
		"Gore W V Z Paper Mills Co. of North America v. V W Ink & Wax Works, Inc., N F.3d 98 (2d Cir. 2000). ",
		"Gore v. Bush, 531 U.S. 98 (2000) (quoting Gore v. W, N F.3d 98 (2d Cir. 1990)). ",
		"Jane Gore, W Cuts, 120 Yale L.J. N (2011). ",
		"Jane Gore, The W, 120 Yale L.J. N (2011) [hereinafter Gore]. ",
		"Jane Gore, The W, 120 Yale L.J. N (2011) [hereinafter W]. ",
		"W Gore & V Gore, Ink Works, 120 Yale L.J. N (2011). ",
		"N Jane Gore, The Ordeal of W (1947). ",
		"Jane Gore, The W of V, https://example.com/N (last visited May 3, 2020). ",
		"42 U.S.C. § N. ",
		"42 U.S.C. §§ N, 1, 2, 3, 4, 5, 6. ",
		"H.R. Rep. No. 104-N (1996). ",
		"Gore Act of 1990, Pub. L. No. 101-N, 104 Stat. N. ",
		"G.A. Res. N, Gore Report on W, U.N. Doc. A/RES/N (May 3, 2001). ",
	}
	shorts = []string{
		"Gore, 531 U.S. at N. ",
		"W, 531 U.S. at N. ",
		"Bush, 531 U.S., at 9N. ",
		"531 U.S. at 99. ",
		"Gore, at N. ",
		"Id. at N. ",
		"Gore, supra, at N. ",
		"W, supra, at N. ",
		"Z., supra, at N. ",
		"Z, supra. ",
		"GVB, supra. ",
		"N Gore, supra, at 7. ",
		"Gore, supra note 1, at N. ",
		"W, supra note 1. ",
		"Z., supra note 1. ",
		"Gorre W V, supra note 1. ",
		"W v. V, supra note 1. ",
		"Gore Ass'n of Am. Int'l Mfg. Co. v. W., supra note 1, at 5. ",
		"Gore, supra note N. ",
		"See W, 531 U.S. at 99 (quoting Gore, supra note 1). ",
		"Section N. ",
		"H.R. Rep., at N. ",
		"Infra Part N. ",
	}
)

// unique is a capitalised word for a number, letters only.
func unique(n, seed int) string {
	const vowels, consonants = "aeiou", "bcdfghklmnprstvz"
	word := []byte{consonants[seed%16] - 'a' + 'A'}
	for n += 80; n > 0; n /= 80 {
		word = append(word, vowels[n%5], consonants[n/5%16])
	}
	return string(word)
}

// unit is the n-th text of a unit.
func unit(form string, n int) string {
	var b strings.Builder
	for i := range len(form) {
		alone := (i == 0 || form[i-1] == ' ' || form[i-1] == '-' || form[i-1] == '9' || form[i-1] == '/') && (i+1 == len(form) || strings.IndexByte(" .,)];", form[i+1]) >= 0)
		switch {
		case alone && form[i] == 'N':
			b.WriteString(strconv.Itoa(n + 1))
		case alone && form[i] == 'W':
			b.WriteString(unique(n, 2))
		case alone && form[i] == 'V':
			b.WriteString(unique(n, 11))
		case alone && form[i] == 'Z':
			b.WriteString(unique(n%1000, 2)[:4])
		default:
			b.WriteByte(form[i])
		}
	}
	return b.String()
}

// A layout makes the pieces of a text, one of which is linked as one note.
type layout struct {
	name  string
	notes bool // they are notes
	each  bool // each unit is a note
	turns bool // units come in turn, not those of one form first
}

var layouts = []layout{
	{name: "text"},
	{name: "text in turn", turns: true},
	{name: "note", notes: true},
	{name: "note in turn", notes: true, turns: true},
	{name: "notes", notes: true, each: true},
	{name: "notes in turn", notes: true, each: true, turns: true},
}

// A hunted text is citations as they are fed to a Resolver.
type hunted struct {
	notes [][]citation.Citation
	size  int
}

// A hunter makes texts. It reads each unit once.
type hunter map[string][]citation.Citation

func (h hunter) read(label, unit string) []citation.Citation {
	cites, known := h[label+unit]
	if !known {
		cites = read(label, unit)
		h[label+unit] = cites
	}
	return cites
}

// text makes a text of about size bytes of the forms.
func (h hunter) text(l layout, forms []string, size int) (t hunted) {
	label := "text"
	if l.notes {
		label = "note"
	}
	add := func(form string, n int) {
		u := unit(form, n)
		t.size += len(u)
		if cites := h.read(label, u); l.each || t.notes == nil {
			t.notes = append(t.notes, slices.Clone(cites))
		} else {
			t.notes[0] = append(t.notes[0], cites...)
		}
	}
	if l.turns {
		for n := 0; t.size < size; n++ {
			add(forms[n%len(forms)], n/len(forms))
		}
		return t
	}
	for k, form := range forms {
		for n := 0; t.size < size*(k+1)/len(forms); n++ {
			add(form, n)
		}
	}
	return t
}

// link links the text, and gathers its authorities when it is asked to. It
// returns the time per byte, the least of several.
func (t hunted) link(l layout, gather bool, times int) (perByte float64) {
	best := time.Duration(1 << 62)
	for range times {
		start := cpuTime()
		t.feed(l, gather)
		best = min(best, cpuTime()-start)
	}
	return float64(best) / float64(t.size)
}

func (t hunted) feed(l layout, gather bool) {
	var r resolve.Resolver
	var a resolve.Authorities
	for i, cites := range t.notes {
		label := ""
		if l.notes {
			label = strconv.Itoa(i + 1)
		}
		links := r.Note(label, cites)
		if gather {
			a.Add(resolve.Place{Note: label}, cites, links)
		}
	}
	if gather {
		a.All()
	}
}

// usual is the time per byte of reading opinions.
func usual(t testing.TB) float64 {
	data, err := os.ReadFile("../testdata/bench/opinions.txt")
	if err != nil {
		t.Fatal(err)
	}
	best := time.Duration(1 << 62)
	for range 5 {
		start := cpuTime()
		read("text", string(data))
		best = min(best, cpuTime()-start)
	}
	return float64(best) / float64(len(data))
}

// huntedForms returns each form alone, and each full citation with each short
// form.
func huntedForms() (list [][]string) {
	for _, form := range append(slices.Clone(fulls), shorts...) {
		list = append(list, []string{form})
	}
	for _, full := range fulls {
		for _, short := range shorts {
			list = append(list, []string{full, short})
		}
	}
	return list
}

// TestHunt links the texts at two sizes far apart. Where the time per byte seems
// to have grown, it measures again: what it holds is a ratio of the least
// times.
func TestHunt(t *testing.T) {
	if part := os.Getenv("HUNT"); part != "" {
		huntAll(t, part)
		return
	}
	const small, large, limit = 4 << 10, 64 << 10, 5 // something quadratic has 16
	h := make(hunter)
	for i, forms := range huntedForms() {
		l := layouts[i%len(layouts)]
		a, b := h.text(l, forms, small), h.text(l, forms, large)
		slow, gather := true, len(forms) == 1
		for n := 1; n < 10 && slow; n++ {
			slow = b.link(l, gather, n) > limit*a.link(l, gather, 2*n)
		}
		assert.False(t, slow, "%s: %q", l.name, forms)
	}
}

// huntAll prints the texts whose time per byte grows, or is more than 20 times
// the usual.
func huntAll(t *testing.T, part string) {
	base := usual(t)
	fmt.Printf("usual: %.0f ns per byte\n", base)
	h := make(hunter)
	worst := 0.0
	for _, forms := range huntedForms() {
		if part != "all" && !strings.Contains(strings.Join(forms, ""), part) {
			continue
		}
		for _, l := range layouts {
			if len(forms) == 1 && l.turns {
				continue
			}
			var per [3]float64
			for i, size := range [...]int{16 << 10, 64 << 10, 256 << 10} {
				per[i] = h.text(l, forms, size).link(l, len(forms) == 1, 4)
			}
			worst = max(worst, per[2]/base)
			if grows := per[2] > 1.69*per[0] && per[2] > base/2; grows || per[2] > 4*base {
				fmt.Printf("%-14s %6.1f %6.1f %6.1f ns per byte, %4.1f times usual: %q\n", l.name, per[0], per[1], per[2], per[2]/base, forms)
			}
		}
	}
	fmt.Printf("slowest: %.1f times usual\n", worst)
}
