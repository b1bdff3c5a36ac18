package footnote

import "strconv"

// A style is a way to write the labels of notes at the beginnings of lines. A
// document has one.
type style struct {
	name  string
	scan  func(s string, i int) (it item, next int, ok bool) // the label at s[i:]; next is where the note's text begins
	gap   int                                                // how far above the highest label in sequence one out of sequence may be
	plain bool                                               // the label is a number without punctuation
	lone  bool                                               // it has a line of its own, before its note, or after it
	stray bool                                               // a label out of sequence begins a note even when no blank line precedes it
}

// styles lists the styles. No label is of more than one: the first that it can
// be in.
var styles = [...]style{
	{name: "[1]", scan: scanBracketLabel, gap: 20, stray: true},
	{name: "¹", scan: scanSuperscriptLabel, gap: 20, stray: true},
	{name: "1.", scan: scanDottedLabel, gap: 3},
	{name: "1)", scan: scanParenLabel, gap: 3},
	{name: "1", scan: scanBareLabel, gap: 3, plain: true},
	{name: "1\n", scan: scanLoneLabel, gap: 3, plain: true, lone: true},
	{name: "1A", scan: scanGluedLabel, gap: 3, plain: true},
	{name: "[FN1]", scan: scanWordLabel, gap: 20, stray: true},
	{name: "1/", scan: scanSlashLabel, gap: 3},
	{name: "(1)", scan: scanRoundLabel, gap: 3},
	{name: "*1", scan: scanStarLabel, gap: 3},
	{name: "[i]", scan: scanRomanLabel, gap: 20},
}

// The weights of labels, by what precedes their lines.
const (
	labelSure          = 12 // anything, if what follows leaves no doubt
	labelAfterBlank    = 6  // a blank line, or nothing
	labelAfterSentence = 5  // a line that ends like a sentence
	labelAfterText     = 2  // a line that goes on
	labelBeforeText    = 1  // and what stands after the number goes on as well
)

// scanBracket scans "[8]" or "[4a]".
func scanBracket(s string, i int) (it item, ok bool) {
	if i >= len(s) || s[i] != '[' {
		return item{}, false
	}
	n, next, ok := scanNumber(s, i+1)
	suffix, next := scanSuffix(s, next)
	if !ok || next >= len(s) || s[next] != ']' {
		return item{}, false
	}
	return item{at: i, number: uint32(n), suffix: suffix, width: uint8(next + 1 - i)}, true
}

// label = "[" number [ letter ] "]"
func scanBracketLabel(s string, i int) (it item, next int, ok bool) {
	it, ok = scanBracket(s, i)
	return it, skipBlanks(s, it.end()), ok
}

// label = superscript number
func scanSuperscriptLabel(s string, i int) (it item, next int, ok bool) {
	n, next, ok := scanSuperscript(s, i)
	return item{at: i, number: uint32(n), width: uint8(next - i)}, skipBlanks(s, next), ok
}

// label = number [ letter ] "." ( blank | line end | upper-case letter )
func scanDottedLabel(s string, i int) (it item, next int, ok bool) {
	it, next, ok = scanLabelBefore(s, i, '.')
	return it, next, ok && (next > it.end() || next == len(s) || s[next] == '\n' || isUpper(s[next]))
}

// label = number [ letter ] ")"
func scanParenLabel(s string, i int) (it item, next int, ok bool) {
	return scanLabelBefore(s, i, ')')
}

// scanLabelBefore scans a number and the byte after it.
func scanLabelBefore(s string, i int, end byte) (it item, next int, ok bool) {
	n, next, ok := scanNumber(s, i)
	suffix, next := scanSuffix(s, next)
	if !ok || next >= len(s) || s[next] != end {
		return item{}, i, false
	}
	next++
	return item{at: i, number: uint32(n), suffix: suffix, width: uint8(next - i)}, skipBlanks(s, next), true
}

// label = number [ letter ] blanks, before text that does not go on in the
// middle of a sentence
func scanBareLabel(s string, i int) (it item, next int, ok bool) {
	it, next, ok = scanAnyBareLabel(s, i)
	if ok && lowerAt(s, next) && prefixOf(s[next:], lowerStarts[:]) == 0 {
		return item{}, i, false
	}
	return it, next, ok
}

// label = number [ letter ] blanks, before text
func scanAnyBareLabel(s string, i int) (it item, next int, ok bool) {
	n, end, ok := scanNumber(s, i)
	suffix, end := scanSuffix(s, end)
	next = skipBlanks(s, end)
	if !ok || next == end || next == len(s) || s[next] == '\n' {
		return item{}, i, false
	}
	return item{at: i, number: uint32(n), suffix: suffix, width: uint8(end - i)}, next, true
}

// label = number, alone on its line
func scanLoneLabel(s string, i int) (it item, next int, ok bool) {
	n, end, ok := scanNumber(s, i)
	suffix, end := scanSuffix(s, end)
	next = skipBlanks(s, end)
	if !ok || next < len(s) && s[next] != '\n' {
		return item{}, i, false
	}
	return item{at: i, number: uint32(n), suffix: suffix, width: uint8(end - i)}, next, true
}

// label = number, before an upper-case letter or an opening mark that it is
// glued to
func scanGluedLabel(s string, i int) (it item, next int, ok bool) {
	n, next, ok := scanNumber(s, i)
	if !ok || next >= len(s) || !isUpper(s[next]) && openerAt(s, next) == 0 {
		return item{}, i, false
	}
	tail := prefixOf(s[next:], labelTails[:])
	it = item{at: i, number: uint32(n), width: uint8(next - i), sure: tail > 0}
	return it, skipBlanks(s, next+tail), true
}

// labelTails are texts that a database puts between a label and its note.
var labelTails = [...]string{"Link to the location of the note in the document"}

// labelWords are the words that a label may begin with.
var labelWords = [...]string{"FN", "Fn", "fn", "Footnote", "FOOTNOTE", "footnote", "Note", "NOTE", "n"}

// scanWord scans "[FN1]", "FN1.", "[Footnote 1]", "[fn1]", "Footnote 1:". The
// word n stands only in brackets.
func scanWord(s string, i int) (it item, ok bool) {
	k, bracket := i, i < len(s) && s[i] == '['
	if bracket {
		k++
	}
	w := prefixOf(s[min(k, len(s)):], labelWords[:])
	if w == 0 || !bracket && w == 1 {
		return item{}, false
	}
	k += w
	if k < len(s) && (s[k] == ' ' || s[k] == '.') {
		k++
	}
	n, next, ok := scanNumber(s, k)
	suffix, next := scanSuffix(s, next)
	if !ok || bracket && (next >= len(s) || s[next] != ']') {
		return item{}, false
	}
	if next < len(s) && (bracket || s[next] == '.' || s[next] == ':') {
		next++
	}
	return item{at: i, number: uint32(n), suffix: suffix, width: uint8(next - i)}, true
}

// label = [ "[" ] word number [ "]" | "." | ":" ]
func scanWordLabel(s string, i int) (it item, next int, ok bool) {
	it, ok = scanWord(s, i)
	if next = skipBlanks(s, it.end()); ok && s[i] != '[' && next < len(s) && (lowerAt(s, next) || s[it.end()-1] != '.' && s[it.end()-1] != ':' && s[next] != '\n') {
		return item{}, i, false // a sentence that begins with a reference to a note
	}
	return it, next, ok
}

// label = number "/"
func scanSlashLabel(s string, i int) (it item, next int, ok bool) {
	it, next, ok = scanLabelBefore(s, i, '/')
	return it, next, ok && next > it.end()
}

// label = "(" number [ letter ] ")"
func scanRoundLabel(s string, i int) (it item, next int, ok bool) {
	if i >= len(s) || s[i] != '(' {
		return item{}, i, false
	}
	it, next, ok = scanLabelBefore(s, i+1, ')')
	if !ok {
		return item{}, i, false
	}
	it.at, it.width = i, it.width+1
	return it, next, true
}

// label = "*" number blanks: a star page is not followed by a note
func scanStarLabel(s string, i int) (it item, next int, ok bool) {
	if i >= len(s) || s[i] != '*' {
		return item{}, i, false
	}
	it, next, ok = scanBareLabel(s, i+1)
	if !ok {
		return item{}, i, false
	}
	it.at, it.width = i, it.width+1
	return it, next, true
}

// label = "[" roman numeral "]"
func scanRomanLabel(s string, i int) (it item, next int, ok bool) {
	it, ok = scanRoman(s, i)
	return it, skipBlanks(s, it.end()), ok
}

// lowerStarts are lower-case beginnings of notes.
var lowerStarts = [...]string{"http", "www.", "id.", "ibid.", "see ", "see, ", "cf.", "e.g.", "accord ", "but "}

// bareStyle is the index of the style of labels without punctuation, loneStyle
// that of such labels in lines of their own, gluedStyle that of labels glued to
// their notes. TestBareStyle holds them.
const (
	bareStyle  = 4
	loneStyle  = 5
	gluedStyle = 6
)

// scanLabels returns the items of each style: whatever looks like a label at
// the beginning of a line. weak are numbers before text that goes on in the
// middle of a sentence: labels of the bare style if there is a mark to them.
func scanLabels(s string) (labels [len(styles)][]item, weak []item) {
	blank := true // whether there is nothing but blanks before the line, back to the previous line's beginning
	for i := 0; i < len(s); {
		end := lineEnd(s, i)
		start := skipBlanks(s[:end], i)
		if it, k := scanLabel(s, start); k >= 0 {
			if it.weight = labelWeight(s, i, blank); it.sure {
				it.weight = labelSure
			}
			labels[k] = append(labels[k], it)
		} else if it, _, ok := scanAnyBareLabel(s, start); ok {
			it.weight = labelBeforeText
			weak = append(weak, it)
		}
		blank = start == end
		i = end + 1
	}
	return labels, weak
}

// labelBytes are the bytes that labels begin with.
var labelBytes = bytesOf("0123456789[(*FNfn" + "¹²⁴"[:1] + "⁴"[:1])

// bytesOf returns the set of the bytes of s.
func bytesOf(s string) (set [256]bool) {
	for i := range len(s) {
		set[s[i]] = true
	}
	return set
}

// scanLabel scans the label at s[i:] in whatever style it is; style is -1 if
// there is none.
func scanLabel(s string, i int) (it item, style int) {
	if i >= len(s) || !labelBytes[s[i]] {
		return item{}, -1
	}
	for k := range styles {
		if it, _, ok := styles[k].scan(s, i); ok {
			return it, k
		}
	}
	return item{}, -1
}

// labelWeight returns the weight of a label on the line that begins at s[i].
func labelWeight(s string, i int, blank bool) int8 {
	switch {
	case blank:
		return labelAfterBlank
	case endsSentence(s, i):
		return labelAfterSentence
	}
	return labelAfterText
}

// label returns the label that the item stands for: its number and letter.
func (it item) label() string {
	if it.roman {
		return roman(int(it.number))
	}
	s := strconv.Itoa(int(it.number))
	if it.suffix != 0 {
		s += string(rune(it.suffix))
	}
	return s
}
