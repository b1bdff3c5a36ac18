// Package mutate makes damaged texts for tests: pieces of a text are deleted,
// doubled, swapped, put elsewhere, written in another case, or replaced by what
// readers stumble over. The same seed makes the same texts.
package mutate

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// odd are pieces that are put into texts.
var odd = []string{
	"(", ")", "[", "]", "“", "”", "\"", "§", "§§", "¶", ";", ",", ".", " v. ", "Id. ", "id. at ", "supra note ", "See ", "(quoting ", "(", "<i>", "</i>", "*", "_",
	"\n", "\n\n", "\f", "\r", "\t", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\x00", "\xff", "\xe2\x80", "1", "99999999999", "[1]", "1 U.S. 1", "(2d Cir. 1999)", "https://",
	strings.Repeat("法", 250), strings.Repeat("é", 90), "中华人民共和国", strings.Repeat("A", 700),
}

// Texts calls use with n damaged versions of a text, each made of a part of it of
// at most size bytes.
func Texts(seed uint64, text string, n, size int, use func(text string)) {
	r := rand.New(rand.NewPCG(seed, uint64(len(text))))
	for range n {
		start := r.IntN(max(1, len(text)-size))
		use(Text(r, text[start:min(len(text), start+size)]))
	}
}

// Text returns a damaged version of a text.
func Text(r *rand.Rand, text string) string {
	pieces := cut(text)
	for range 1 + r.IntN(8) {
		if len(pieces) == 0 {
			return text
		}
		i := r.IntN(len(pieces))
		j := min(len(pieces), i+1+r.IntN(12))
		k := r.IntN(len(pieces))
		switch r.IntN(8) {
		case 0:
			pieces = slices.Delete(pieces, i, j)
		case 1:
			pieces = slices.Insert(pieces, j, slices.Clone(pieces[i:j])...)
		case 2:
			pieces[i], pieces[k] = pieces[k], pieces[i]
		case 3:
			moved := slices.Clone(pieces[i:j])
			pieces = slices.Delete(pieces, i, j)
			pieces = slices.Insert(pieces, min(k, len(pieces)), moved...)
		case 4:
			pieces[i] = strings.ToUpper(pieces[i])
		case 5:
			pieces[i] = strings.ToLower(pieces[i])
		case 6:
			pieces = slices.Insert(pieces, i, odd[r.IntN(len(odd))])
		case 7:
			pieces[i] = pieces[i][:r.IntN(len(pieces[i])+1)] // perhaps within a character
		}
	}
	return strings.Join(pieces, "")
}

// cut divides a text into words, each with the blanks after it.
func cut(text string) (pieces []string) {
	for len(text) > 0 {
		k := strings.IndexAny(text, " \n,.;()[]")
		if k < 0 {
			k = len(text) - 1
		}
		pieces = append(pieces, text[:k+1])
		text = text[k+1:]
	}
	return pieces
}

// Shrink returns the shortest text that is found by leaving out parts of one of
// which bad is true, and of which it is still true.
func Shrink(text string, bad func(text string) bool) string {
	for size := len(text) / 2; size > 0; size /= 2 {
		for i := 0; i+size <= len(text); {
			if rest := text[:i] + text[i+size:]; bad(rest) {
				text = rest
			} else {
				i += size
			}
		}
	}
	return text
}
