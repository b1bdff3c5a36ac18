package lex

// Numbers of volumes, sections and their parts.

// VolumeEnd returns the offset after the volume number that begins at s[i:],
// i when there is none: "5A", "12".
func VolumeEnd(s string, i, end int) int {
	j := DigitsEnd(s[:end], i)
	if j == i || j-i > 3 {
		return i
	}
	if j < end && Class[s[j]]&Upper != 0 {
		j++
	}
	if j >= end || Class[s[j]]&Space == 0 {
		return i
	}
	return j
}

// Subdivisions passes over "(b)(1)(ii)", "[1][a]" or, with blanks, "[a] [7]".
func Subdivisions(s string, j, end int) int {
	for first := true; j < end; first = false {
		i := j
		if first || s[j-1] == ')' || s[j-1] == ']' {
			i = apartBracket(s, j, end, first)
		}
		k := bracketEnd(s, i, end)
		if k == i || i > j && k-i > len("(iii)") {
			break
		}
		j = k
		if k = subparagraph(s, j, end); k > j {
			j = k
			break
		}
	}
	return j
}

// apartBracket passes over the blank before a subdivision's bracket; it returns j when
// another character, or a figure after the first number, is there.
func apartBracket(s string, j, end int, first bool) int {
	n := j + 1
	switch {
	case Class[s[j]]&Space == 0 || n >= end:
	case s[n] == '[':
		return n
	case s[n] == '(' && n+2 < end && s[n+2] == ')' && Class[s[n+1]]&Alnum != 0 && !(first && Class[s[n+1]]&Digit != 0):
		return n
	}
	return j
}

// bracketEnd returns the end of the subdivision in brackets at s[i:], "(iii)", "(1.4)",
// "(f )"; i when none is there, or a year.
func bracketEnd(s string, i, end int) int {
	if s[i] != '(' && s[i] != '[' {
		return i
	}
	k := i + 1
	for k < end && k-i < 8 && (Class[s[k]]&Alnum != 0 || s[k] == '.' && k+1 < end && Class[s[k-1]]&Class[s[k+1]]&Digit != 0) { // Kentucky: "SCR 3.130(1.4)"
		k++
	}
	if k > i+1 && k+1 < end && s[k] == ' ' && s[k+1] == ')' { // "(f )"
		k++
	}
	if k == i+1 || k >= end || s[k] != ')' && s[k] != ']' || k-i > 6 || k-i == 5 && AllDigits(s[i+1:k]) { // a year
		return i
	}
	return k + 1
}

// subparagraph passes over the figure that counts on after a bracket, with its
// period, as in Florida: the "1." of "§ 782.04(1)(a)1., Fla. Stat."
func subparagraph(s string, j, end int) int {
	k := j
	for k < end && k-j < 2 && Class[s[k]]&Digit != 0 {
		k++
	}
	if k == j || k+1 >= end || s[k] != '.' || Class[s[k+1]]&Alnum != 0 && (Class[s[k+1]]&Lower == 0 || k+2 >= end || s[k+2] != '.') {
		return j
	}
	if s[k+1] == ',' || s[k+1] == ' ' && k+2 < end && s[k+2] == '(' { // "(a)1., Fla. Stat.", "(a)1. (2016)"
		return k + 1
	}
	if Class[s[k+1]]&Lower != 0 { // "1.a."
		k += 2
	}
	return k
}

// FractionEnd returns the end of the fraction that goes on from a number which ends at
// s[:i], "½" or " 1/2"; i when there is none.
func FractionEnd(s string, i int) int {
	if c := At(s, i+1); At(s, i) == 0xC2 && c >= 0xBC && c <= 0xBE { // ¼, ½, ¾
		return i + len("½")
	}
	if k := i + len(" 1/2"); At(s, i) == ' ' && HasPrefixAt(s, i+1, "1/2") && WordEnds(s, k, len(s)) {
		return k
	}
	return i
}

// NumberEnd returns the end of the volume or title number at s[i:], with the
// letter that may end it: "15A".
func NumberEnd(s string, i int) int {
	j := DigitsEnd(s, i)
	if j > i && j+1 < len(s) && Class[s[j]]&Upper != 0 && Class[s[j+1]]&Noise != 0 {
		j++
	}
	return j
}

// NumberBefore returns the offset of the number that ends before s[:i], with
// hyphens and a letter after one ("17-A"); i when there is none.
func NumberBefore(s string, floor, i int) int {
	k := SkipBack(s, floor, i)
	end := k
	if k-2 > floor && Class[s[k-1]]&Upper != 0 && s[k-2] == '-' {
		k -= 2
	}
	for k > floor && (Class[s[k-1]]&Digit != 0 || s[k-1] == '-') {
		k--
	}
	if k == end || Class[s[k]]&Digit == 0 {
		return i
	}
	return k
}
