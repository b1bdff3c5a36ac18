package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/hereinafter/hereinafter/internal/tables"
)

// A text is a recipe for an input of any size: something once, then a piece again
// and again.
type text struct {
	lead  string // what comes before, once
	piece string // what is repeated
	mark  string // what is put in after every so many bytes; empty for nothing
	every int
}

// The parts of a piece that are different each time.
const (
	counted = "\x00" // a number that counts upwards
	named   = "\x01" // a name made of such a number
)

// String returns the recipe as one can read it.
func (t text) String() string {
	s := strconv.Quote(strings.NewReplacer(counted, "{n}", named, "{name}").Replace(t.piece))
	if t.mark != "" {
		s += fmt.Sprintf(", %q every %d bytes", t.mark, t.every)
	}
	if t.lead != "" {
		s += fmt.Sprintf(", after %q", t.lead)
	}
	return s
}

// make returns the text in about n bytes.
func (t text) make(n int) string {
	var b strings.Builder
	b.Grow(n + len(t.piece) + 64)
	b.WriteString(t.lead)
	for i, next := 1, t.every; b.Len() < n; i++ {
		for k := range len(t.piece) {
			switch c := t.piece[k : k+1]; c {
			case counted:
				b.WriteString(strconv.Itoa(i))
			case named:
				b.WriteString(name(i))
			default:
				b.WriteString(c)
			}
			if t.mark != "" && b.Len() >= next {
				b.WriteString(t.mark)
				next = b.Len() + t.every
			}
		}
	}
	return b.String()
}

// name returns a name for each number: "Ba", "Ca", "Bba".
func name(i int) string {
	b := []byte{'A'}
	for ; i > 0; i /= 26 {
		b = append(b, 'a'+byte(i%26))
	}
	return string(b)
}

// A bag holds what pieces are made of.
type bag struct {
	forms    []string // abbreviations and words of the tables
	examples []string // citations: the tables' examples
}

// signs are the punctuation of citations, and what readers of documents look for.
var signs = []string{
	".", ",", ";", ":", "-", "–", "—", "(", ")", "[", "]", "{", "}", "<", ">", "“", "”", "‘", "’", "\"", "'", "§", "§§", "¶", "¶¶", "&", "*", "_", "`", "#", "/", "|",
	"@", "!", "?", "$", "%", "+", "=", "~", "^", "\\", "…", ". . .", "\n", "\n\n", "\f", "\r\n", "\t", " ", "  ", "\u00a0", "\u00ad", "\u200b", "é", "ſ", "\xff", "\xe2", "¹", "†",
	"&nbsp;", "&amp;", "<i>", "</i>", "<a", "**", "[*1]", "*1 ", "-\n", "- ", "--", "___", "§\u00a0",
}

// starts are words that the grammars look for by themselves.
var starts = []string{
	"www.", "https://", "http://a.bc/d", "Id.", "Id. at ", "supra", "supra note ", "infra note ", "hereinafter", "[hereinafter ", "ed.", "(2d ed. ", "v.", " v. ", "Const.", "Const. art. ",
	"art. ", "No. ", "Nos. ", "at ", "n.", "¶ ", "§ ", "§§ ", "In re ", "Jan. 1, ", "January ", "(1990)", "1990", "1", "12", "a", "A", "A.", "I", "IV", "ECLI:", "10-cv-1", "94-0001", "p. ",
	"pp. ", "See ", "see also ", "(quoting ", "(citing ", "aff'd, ", "cert. denied, ", "rev’d on other grounds, ", " et al.", " & ", " of the ", "the ", " and ", "U.S.", "F.3d", "1 U.S. 1",
	"1 U.S. 1 (1990)", "L. Rev.", "Stat.", "Pub. L. No. ", "Cong.", "(a)", "(1)", "(i)", "[1]", "1. ", "1) ", "FN1. ", "1/", counted, named, counted + ". ", "[" + counted + "]", named + " v. " + named,
}

// leads are what may come before: sources that short forms go back to.
var leads = []string{
	"Doe v. Roe, 410 U.S. 113 (1973). ",
	"Jane Cobb, The Rise of Liberty 131 (1902) [hereinafter Liberty]. ",
	"42 U.S.C. § 1983 (2012). ",
	"(", "“", "See ", "a", "1 U.S. 1 (",
}

// marks are what may be put in at intervals.
var marks = []string{"\n", "\n\n", "-\n", "\f", ". ", ".\n\n", "; ", ", ", " ", "\n\n7\n\n", "\n1 ", "(", ")", "”", "[*1]", "1 U.S. 1 (1990). "}

// newBag gathers the tables' forms.
func newBag() (b bag) {
	for _, t := range tables.All() {
		t.Each(func(r *tables.Row) {
			for _, column := range [...]string{"abbrev", "cite", "word", "phrase"} {
				if form := r.Get(column); form != "" {
					b.forms = append(b.forms, strings.ReplaceAll(form, "{subject}", "Penal"))
				}
			}
			b.forms = append(b.forms, r.List("also")...)
			if example := r.Get("example"); example != "" {
				b.examples = append(b.examples, example)
			}
		})
	}
	return b
}

// text returns a text at random.
func (b bag) text(r *rand.Rand, markup []string) text {
	var t text
	parts := 1 + min(r.IntN(3), r.IntN(3)) + r.IntN(8)/7*r.IntN(4)
	joint := pick(r, []string{"", " ", " ", ", ", pick(r, signs)})
	for range parts {
		t.piece += b.part(r, markup) + joint
	}
	if r.IntN(3) == 0 {
		t.mark = pick(r, marks)
		t.every = []int{7, 20, 60, 61, 200, 1000, 5000}[r.IntN(7)]
	}
	if r.IntN(4) == 0 {
		t.lead = pick(r, leads)
	}
	return t
}

// part returns a part of a piece.
func (b bag) part(r *rand.Rand, markup []string) string {
	if len(markup) > 0 && r.IntN(3) == 0 {
		return pick(r, markup)
	}
	switch n := r.IntN(16); {
	case n < 5:
		return pick(r, starts)
	case n < 9:
		return pick(r, b.forms)
	case n < 13:
		return pick(r, signs)
	case n < 14:
		return pick(r, b.examples)
	case n < 15:
		return pick(r, b.forms) + pick(r, []string{" 1", " 1, ", " § 1", " No. 1", " at 1", " 1990", " (1990)"})
	}
	s := make([]byte, 1+r.IntN(5))
	for i := range s {
		s[i] = "aAbBvVxz0129 .,;:-()[]'\n§¶"[r.IntN(25)]
	}
	return string(s)
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }
