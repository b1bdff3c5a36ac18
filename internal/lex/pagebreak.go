package lex

import "strings"

// What the break of a printed page leaves in a text: star pages, page numbers on
// lines of their own, running heads. It may stand anywhere inside a citation,
// and is passed over as noise is.

// bracketedPage returns the length of a star page in brackets, the mark of a
// page break in the printed reports: "[*271]", "[**2036]".
func bracketedPage(s string, i int) int {
	j := i + 1
	for j < len(s) && s[j] == '*' {
		j++
	}
	k := DigitsEnd(s, j)
	if j-i > 6 || k == j || k-j > 6 || k >= len(s) || s[k] != ']' {
		return 0
	}
	return k + 1 - i
}

// starPage returns the length of a star page without brackets, "*271", that
// is between two words. One after "at" or a comma is a pinpoint.
func starPage(s string, at int) int {
	i := at
	for i > 0 && s[i-1] == '*' {
		i--
	}
	j := i
	for j < len(s) && s[j] == '*' {
		j++
	}
	k := DigitsEnd(s, j)
	if k-j > 5 || k+1 >= len(s) {
		return 0
	}
	if i > 0 && s[i-1] == '>' && s[k] == '<' { // in a tag of its own
		return k - at
	}
	if Class[s[k]]&Space == 0 {
		return 0
	}
	p := i
	for p > 0 && i-p < 8 && Class[s[p-1]]&Space != 0 {
		p--
	}
	if p == i || p == 0 || p >= 2 && s[p-1] == 't' && s[p-2]|0x20 == 'a' {
		return 0
	}
	next := k
	for next < len(s) && next-k < 8 && Class[s[next]]&Space != 0 {
		next++
	}
	if next >= len(s) || Class[s[next]]&(Alnum|High) == 0 && s[next] != '"' || s[p-1] == ',' && Class[s[next]]&(Upper|Digit) == 0 {
		return 0
	}
	return k - at
}

// maxBreak bounds how much white space is around a page's number.
const maxBreak = 200

// pageBreak returns the length of the line break at s[i], with what a page's
// end leaves after it: the page's number on a line of its own, "-7-" or figures
// between blank lines, or the head of the next page.
func pageBreak(s string, i int) int {
	if i+1 < len(s) && Class[s[i+1]]&(Space|Digit) == 0 && s[i+1] != '-' && !beginsStamp(s, i+1) {
		return 1
	}
	j, before := blankRun(s, i)
	if beginsStamp(s, j) {
		if k := lineEnd(s, j); k > j && isStamp(s[j:k]) {
			end, _ := blankRun(s, k)
			return end - i
		}
	}
	if before > 1 {
		if k := runningHead(s, j); k > j {
			end, _ := blankRun(s, k)
			return end - i
		}
	}
	k, dashed := pageNumber(s, j)
	if k == j {
		return 1
	}
	end, after := blankRun(s, k)
	if again, _ := pageNumber(s, end); dashed && after > 0 && again-end == k-j-2 { // "-7-", and "7" again on the next line
		if last, breaks := blankRun(s, again); breaks > 0 {
			end = last
		}
	}
	if dashed && after > 0 || before > 1 && after > 1 {
		return end - i
	}
	return 1
}

// pageNumber returns the end of a page's number at s[j:], j when there is none.
func pageNumber(s string, j int) (next int, dashed bool) {
	k := j
	dashed = k < len(s) && s[k] == '-'
	if dashed {
		for k++; k < len(s) && s[k] == ' '; k++ {
		}
	}
	m := DigitsEnd(s, k)
	if m == k || m-k > 4 {
		return j, false
	}
	if dashed {
		for ; m < len(s) && s[m] == ' '; m++ {
		}
		if m >= len(s) || s[m] != '-' {
			return j, false
		}
		m++
	}
	return m, dashed
}

// A page of an opinion of the Supreme Court begins with a running head of two
// lines:
//
//	Cite as: 581 U. S. ____ (2017)            5
//
//	            Opinion of the Court
//
// and on even pages with the number and the case's name in capitals for its
// first line.

// maxHeadLine bounds the length of a line of a running head.
const maxHeadLine = 160

// runningHead returns the offset after the running head at s[j:], j when none
// is there.
func runningHead(s string, j int) int {
	if j >= len(s) || s[j] != 'C' && Class[s[j]]&Digit == 0 {
		return j
	}
	k := lineEnd(s, j)
	if !headTitle(s[j:k]) {
		return j
	}
	m, breaks := blankRun(s, k)
	end := lineEnd(s, m)
	if breaks == 0 || !headPart(s[m:end]) {
		return j
	}
	return end
}

// The federal courts' systems stamp a line on each page of a paper that is filed:
//
//	Case 1:20-cv-00123-ABC   Document 45   Filed 01/02/21   Page 5 of 10
//	USCA4 Appeal: 20-1234      Doc: 45         Filed: 03/04/2021      Pg: 3 of 20

// stamps are what such lines begin with.
var stamps = [...]string{"Case ", "Case: ", "Case:", "USCA", "Appellate Case:", "Appeal:"}

// beginsStamp reports whether a stamp may begin at s[i:].
func beginsStamp(s string, i int) bool {
	if i >= len(s) || s[i] != 'C' && s[i] != 'U' && s[i] != 'A' {
		return false
	}
	for _, stamp := range stamps {
		if HasPrefixAt(s, i, stamp) {
			return true
		}
	}
	return false
}

// isStamp reports whether a line is a stamp: it says when the paper was filed and
// ends in a page.
func isStamp(line string) bool {
	return Class[line[len(line)-1]]&Digit != 0 && strings.Contains(line, "Filed") && (strings.Contains(line, "Page") || strings.Contains(line, "Pg:"))
}

// lineEnd returns the end of the line that begins at s[i:], without the blanks
// at its end; i when it is longer than a head's.
func lineEnd(s string, i int) int {
	for j := i; j < len(s) && j-i < maxHeadLine; j++ {
		if s[j] == '\n' {
			return i + len(strings.TrimRight(s[i:j], " \r"))
		}
	}
	return i
}

// headTitle reports whether a line is the first of a running head: the
// citation and the page, or the page and the case's name in capitals.
func headTitle(line string) bool {
	if strings.HasPrefix(line, "Cite as") {
		return Class[line[len(line)-1]]&Digit != 0
	}
	k := DigitsEnd(line, 0)
	name := strings.TrimLeft(line[k:], " ")
	if k == 0 || k > 4 || len(line)-k-len(name) < 3 || name == "" {
		return false
	}
	for w := range strings.FieldsSeq(name) {
		if n := len(w); n > 2 && Class[w[n-1]]&Lower != 0 && Class[w[n-2]]&Lower != 0 && Class[w[0]]&Upper != 0 {
			return false
		}
	}
	return Class[name[0]]&Upper != 0
}

// headParts are the second lines of running heads that name no justice.
var headParts = [...]string{"Opinion of the Court", "Syllabus", "Per Curiam", "PER CURIAM", "Opinion in Chambers", "Appendix"}

// maxHeadPart bounds the length of the second line of a running head.
const maxHeadPart = 60

// headPart reports whether a line is the second of a running head: whose opinion
// the page is of.
func headPart(line string) bool {
	if line == "" || len(line) > maxHeadPart || Class[line[0]]&Upper == 0 {
		return false
	}
	for _, part := range headParts {
		if strings.HasPrefix(line, part) {
			return true
		}
	}
	return strings.Contains(line, ", J.") || strings.Contains(line, ", C. J.") || strings.Contains(line, ", C.J.")
}

// blankRun passes over white space and counts the line breaks in it.
func blankRun(s string, i int) (next, breaks int) {
	for next = i; next < len(s) && next-i < maxBreak && Class[s[next]]&Space != 0; next++ {
		if s[next] == '\n' {
			breaks++
		}
	}
	return next, breaks
}

// blanksBefore passes leftwards over white space and counts the line breaks in it.
func blanksBefore(s string, floor, i int) (start, breaks int) {
	low := max(floor, i-maxBreak)
	for start = i; start > low && Class[s[start-1]]&Space != 0; start-- {
		if s[start-1] == '\n' {
			breaks++
		}
	}
	return start, breaks
}

// breakBefore returns the offset of the page break that ends at s[:i], i when
// none does.
func breakBefore(s string, floor, i int) int {
	end, breaks := blanksBefore(s, floor, i)
	for lines := 0; lines < 2 && end > floor; lines++ {
		numbered := Class[s[end-1]]&Digit != 0 || s[end-1] == '-'
		if !numbered && breaks < 2 { // by far the most line breaks
			return i
		}
		line := lineStart(s, floor, end)
		switch text := s[line:end]; {
		case line == end:
			return i
		case numbered:
		case lines == 0 && headPart(text), lines == 1 && headTitle(text):
		default:
			return i
		}
		end, _ = blanksBefore(s, floor, line)
		j := end
		for j < line && s[j] != '\n' {
			j++
		}
		if j < line && pageBreak(s, j) >= i-j {
			return j
		}
	}
	return i
}

// lineStart returns the offset of the first byte that is no blank of the line
// that ends at s[:end]; end when the line is longer than a head's.
func lineStart(s string, floor, end int) int {
	low := max(floor, end-maxHeadLine)
	i := end
	for i > low && s[i-1] != '\n' {
		i--
	}
	if i == low && i > floor {
		return end
	}
	for i < end && Class[s[i]]&Space != 0 {
		i++
	}
	return i
}
