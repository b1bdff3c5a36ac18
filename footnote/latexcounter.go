package footnote

import (
	"slices"
	"strconv"
	"strings"
)

// texCounters are LaTeX's counters.
type texCounters struct {
	value  map[string]int
	within map[string][]string // the counters that begin anew with each step of the counter
	parent map[string]string   // the counter that is printed before the counter
}

// maxTexCounters is how many counters a document may have.
const maxTexCounters = 200

// texHeadings are the commands of headings that are numbered, with their
// levels.
var texHeadings = map[string]int{
	"part": -1, "chapter": 0, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4, "subparagraph": 5,
}

// texParents are the counters that are part of others in all classes, and
// texChapterParents those that are in classes with chapters.
var (
	texParents = map[string]string{
		"subsection": "section", "subsubsection": "subsection", "paragraph": "subsubsection", "subparagraph": "paragraph",
	}
	texChapterParents = map[string]string{
		"section": "chapter", "figure": "chapter", "table": "chapter", "equation": "chapter",
	}
)

// texChapterClasses are the classes that have chapters, in which footnotes are
// numbered anew in each.
var texChapterClasses = texSet("book report memoir scrbook scrreprt amsbook bookest extbook extreport tufte-book octavo ctexbook ctexrep")

func newTexCounters() texCounters {
	c := texCounters{make(map[string]int), make(map[string][]string), make(map[string]string)}
	for _, name := range strings.Fields(`footnote endnote mpfootnote sidenote title chapter part section
		figure table equation page enumi enumii enumiii enumiv secnumdepth tocdepth`) {
		c.value[name] = 0
	}
	for child, parent := range texParents {
		c.number(child, parent, true)
	}
	c.value["secnumdepth"], c.value["page"] = 3, 1
	return c
}

// number has a counter begin anew with each step of another, and, if it shows
// that, be printed after it.
func (c *texCounters) number(child, parent string, shown bool) {
	if len(c.value) >= maxTexCounters || child == parent {
		return
	}
	for _, name := range []string{child, parent} {
		if !c.has(name) {
			c.value[name] = 0
		}
	}
	if !slices.Contains(c.within[parent], child) {
		c.within[parent] = append(c.within[parent], child)
	}
	if shown {
		c.parent[child] = parent
	}
}

func (c *texCounters) has(name string) bool {
	_, ok := c.value[name]
	return ok
}

// setCounter sets a counter. Notes whose counter goes back to 0 are numbered
// anew.
func (r *texReader) setCounter(name string, n int) {
	if !r.counters.has(name) && len(r.counters.value) >= maxTexCounters {
		return
	}
	r.counters.value[name] = max(-maxTexCounter, min(n, maxTexCounter))
	if n == 0 && r.used[name] {
		r.scopes[name]++
		r.used[name] = false
	}
}

// step adds one to a counter and sets those within it to 0.
func (r *texReader) step(name string) {
	r.setCounter(name, r.counters.value[name]+1)
	reset := r.counters.within[name]
	for depth := 0; len(reset) > 0 && depth < maxTexCounterDepth; depth++ {
		var next []string
		for _, child := range reset {
			r.setCounter(child, 0)
			if len(next) < maxTexCounters {
				next = append(next, r.counters.within[child]...)
			}
		}
		reset = next
	}
}

// maxTexCounterDepth is how many counters may be within one another.
const maxTexCounterDepth = 8

// printed returns a counter as the document prints it.
func (r *texReader) printed(name string) string {
	if m := r.macros["the"+name]; m != nil {
		return r.capture([]texToken{texControlToken("the"+name, r.at)})
	}
	return r.printedDefault(name)
}

// printedDefault returns a counter as LaTeX prints it unless it is told otherwise.
func (r *texReader) printedDefault(name string) string {
	number := strconv.Itoa(r.counters.value[name])
	switch format := texFormats[name]; {
	case name == "footnote" && r.symbols:
		return texFormatCounter("fnsymbol", r.counters.value[name])
	case format != "":
		return texFormatCounter(format, r.counters.value[name])
	}
	parent := r.counters.parent[name]
	for depth := 0; parent != "" && depth < maxTexCounterDepth; depth++ {
		if m := r.macros["the"+parent]; m != nil {
			return r.printed(parent) + "." + number
		}
		if n := r.counters.value[parent]; n > 0 || parent != "chapter" {
			number = strconv.Itoa(n) + "." + number
		}
		parent = r.counters.parent[parent]
	}
	return number
}

// texFormats are the formats of counters that are not printed as numbers.
var texFormats = map[string]string{
	"part": "Roman", "mpfootnote": "alph", "title": "fnsymbol", "enumii": "alph", "enumiii": "roman", "enumiv": "Alph",
}

// texFnSymbols are the symbols of \fnsymbol.
var texFnSymbols = [...]string{"*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡"}

// texFormatCounter writes a number in one of LaTeX's formats; as a number, where
// the format does not go so far.
func texFormatCounter(format string, n int) string {
	switch {
	case n <= 0:
	case format == "fnsymbol" && n <= len(texFnSymbols):
		return texFnSymbols[n-1]
	case strings.EqualFold(format, "alph") && n <= 26:
		return string(rune(format[0]) + rune(n-1))
	case format == "roman":
		return strings.ToLower(texRomanNumeral(n))
	case format == "Roman":
		return texRomanNumeral(n)
	}
	return strconv.Itoa(n)
}

func texRomanNumeral(n int) string {
	if n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range [...]struct {
		value int
		digit string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digit)
		}
	}
	return b.String()
}

// counterName returns the name of a counter, written as such or as \c@name.
func (r *texReader) counterName(a texArgument) string {
	return strings.TrimPrefix(r.text(a), `\c@`)
}

// The commands on counters.

func texSetCounterCommand(r *texReader, c texCall) {
	if n, ok := r.number(c.args[1]); ok {
		r.setCounter(r.counterName(c.args[0]), n)
	}
}

func texAddToCounter(r *texReader, c texCall) {
	name := r.counterName(c.args[0])
	if n, ok := r.number(c.args[1]); ok {
		value := r.counters.value[name] + n
		used := r.used[name]
		r.used[name] = used && value != 0 // to go back by one is not to begin anew
		r.setCounter(name, value)
		r.used[name] = used
	}
}

func texStepCounter(r *texReader, c texCall) {
	name := r.counterName(c.args[0])
	r.step(name)
	if c.text == "refstepcounter" {
		r.label = texLabel{text: r.printed(name), counter: name}
	}
}

func texNewCounter(r *texReader, c texCall) {
	name := r.text(c.args[0])
	r.setCounter(name, 0)
	if c.args[1].given {
		r.counters.number(name, r.text(c.args[1]), false)
	}
}

// counterWithin = \counterwithin [ "*" ] counter counter
func texCounterWithin(r *texReader, c texCall) {
	r.counters.number(r.text(c.args[1]), r.text(c.args[2]), !c.args[0].given)
}

func texCounterWithout(r *texReader, c texCall) {
	child, parent := r.text(c.args[1]), r.text(c.args[2])
	r.counters.within[parent] = slices.DeleteFunc(r.counters.within[parent], func(s string) bool { return s == child })
	if !c.args[0].given && r.counters.parent[child] == parent {
		delete(r.counters.parent, child)
	}
}

func texAddToReset(r *texReader, c texCall) {
	r.counters.number(r.text(c.args[0]), r.text(c.args[1]), false)
}

// texPrintCounter writes a counter in the format that the command is called.
func texPrintCounter(r *texReader, c texCall) {
	n, ok := r.counters.value[r.counterName(c.args[0])]
	if !ok {
		n, ok = r.number(c.args[0])
	}
	if ok {
		r.stand(texFormatCounter(strings.TrimPrefix(c.text, "@"), n), c.texToken)
	}
}
