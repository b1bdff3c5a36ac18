package footnote

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// readFeet takes the document apart whose notes are between its text. It
// reports false if there are none; without numbered ones it looks for those with
// symbols.
func (d *Document) readFeet(p *pages, f *finder, ft feet) bool {
	a := &apart{d: d, p: p, notes: ft.notes, spare: ft.spare}
	if len(p.starts) == 1 {
		a.islands(f)
	} else {
		a.pages(ft.style == bareStyle || ft.style == loneStyle)
	}
	if len(a.notes) == 0 {
		return false
	}
	a.takeRest(len(p.text))
	a.settle()
	d.markFeet(a, ft.form)
	d.link()
	placeMarks(d.Body.Text, d.Marks)
	return true
}

// apart collects the body of a text and what is between.
type apart struct {
	d      *Document
	p      *pages
	notes  []foot // with those that have symbols for labels
	body   []Span
	before []int  // for each of these, how many bytes of body come before it
	size   int    // bytes of the body so far
	done   int    // how far the text is body or notes
	ends   []int  // for each note, where the body before it ends
	spare  []foot // labels out of sequence
	left   []Span // what is neither body nor notes
	cuts   []Span // labels within notes
}

// takeRest says that the text up to the offset is body.
func (a *apart) takeRest(end int) {
	if a.done < end {
		a.keep(Span{a.done, end})
	}
	a.done = max(a.done, end)
}

// bodyEnd returns the offset after the body as far as it is known.
func (a *apart) bodyEnd() int {
	if k := len(a.body); k > 0 {
		return a.body[k-1].End
	}
	return 0
}

// leave says that the line of text[i], which is no part of body or notes, is left out.
func (a *apart) leave(start, end int) {
	end = trimSpace(a.p.text, start, end)
	if start = min(skipSpace(a.p.text, start), end); start < end {
		a.left = append(a.left, Span{start, end})
	}
}

// islands takes apart a text without pages.
func (a *apart) islands(f *finder) {
	f.setIslands(a.notes)
	for i := range a.notes {
		n := &a.notes[i]
		start := lineStart(f.src, n.at)
		rule := a.ruleBefore(start)
		a.takeRest(rule)
		a.doubt(!n.unsure, n.label, n.text.End)
		a.leave(rule, start)
		a.ends = append(a.ends, a.bodyEnd())
		a.done = n.text.End
		if i+1 < len(a.notes) && lineStart(f.src, a.notes[i+1].at) <= n.text.End {
			continue
		}
		if end := a.ruleAfter(n.text.End); end > n.text.End {
			a.leave(n.text.End, end)
			a.done = end
		}
	}
}

// ruleBefore returns the offset of the rule, or heading, right before the line
// that begins at start; start if there is none.
func (a *apart) ruleBefore(start int) int {
	end := trimSpace(a.p.text, a.done, start)
	line := max(a.done, lineStart(a.p.text, end))
	if s := strings.TrimSpace(a.p.text[line:end]); len(s) > 2 && announcesNotes(s) && s[0] != '*' {
		return line
	}
	return start
}

// ruleAfter returns the offset after the rule at text[i:]; i if there is none.
func (a *apart) ruleAfter(i int) int {
	k := skipSpace(a.p.text, i)
	end := lineEnd(a.p.text, k)
	if s := strings.TrimSpace(a.p.text[k:end]); len(s) > 2 && announcesNotes(s) && s[0] != '*' {
		return lastLine(a.p.text, k)
	}
	return i
}

// pages takes apart a text with pages. Labels may be under their notes if lone
// is set.
func (a *apart) pages(lone bool) {
	c := newPageCutter(a.p, a.notes)
	from := a.notes
	a.notes = nil
	for page := range a.p.starts {
		start, end := a.p.starts[page], a.p.end(page)
		n := 0
		for n < len(from) && from[n].at < end {
			n++
		}
		own := from[:n]
		from = from[n:]
		if lone {
			setUnder(a.p.text, own, end)
		}
		symbols := a.symbols(start, end, own)
		symbols = a.between(symbols, start, end, own)
		first := len(a.notes)
		a.page(c, start, end, append(symbols, own...))
		n = 0
		for n < len(a.spare) && a.spare[n].at < end {
			n++
		}
		a.astray(c, first, a.spare[:min(n, maxAstray)], end)
		a.spare = a.spare[n:]
	}
}

// between takes out those of the notes with symbols after which the page's body
// goes on, such as one below the names of the judges. It returns the others.
func (a *apart) between(symbols []foot, start, end int, own []foot) []foot {
	if len(own) > 0 {
		end = lineStart(a.p.text, own[0].at)
	}
	for i, n := range symbols {
		stop := end
		if i+1 < len(symbols) {
			stop = lineStart(a.p.text, symbols[i+1].at)
		}
		n.text = Span{n.next, n.next + tailStart(a.p.text[n.next:stop], 0, false)}
		if n.text.End == stop && stop == end {
			return symbols[i:]
		}
		a.takeRest(lineStart(a.p.text, n.at))
		a.notes, a.ends = append(a.notes, n), append(a.ends, a.bodyEnd())
		a.done = n.text.End
	}
	return nil
}

// page takes apart one page, text[start:end], with the notes that begin there.
func (a *apart) page(c *pageCutter, start, end int, own []foot) {
	text := a.p.text
	s := seam{text: text, top: start, next: end, alone: len(own) == 0}
	lo := max(start, a.done)
	for _, n := range own {
		if n.mark >= start {
			lo = max(lo, lastLine(text, n.mark))
		}
	}
	last := a.last(start)
	if last != nil {
		end := a.textEnd(last)
		s.noteEnds, s.noteMayEnd = endsSentence(text, end), endsCitation(text, end)
	}
	hi := end
	if len(own) > 0 {
		hi = a.firstBegins(c, s, own[0], lo)
	}
	lo = min(lo, hi)
	at := hi
	if last != nil {
		var sure bool
		at, sure = c.cut(s, lo, hi, false)
		a.doubt(sure, last.label, at)
		if at < hi {
			last.more = append(last.more, Span{at, hi})
		}
	}
	bodyEnd := a.ruleBefore(at)
	if bodyEnd < at {
		a.leave(bodyEnd, at)
	}
	a.takeRest(min(bodyEnd, max(start, lastLine(text, trimSpace(text, start, bodyEnd)))))
	if at < end || bodyEnd < at {
		a.done = end
	}
	a.add(own, hi, end)
}

// textEnd returns the offset after the note's text, without labels at its end that
// are cut out of it.
func (a *apart) textEnd(n *foot) int {
	end := trimSpace(a.p.text, n.text.Start, n.end())
	for k := len(a.cuts) - 1; k >= 0 && a.cuts[k].Start >= n.text.Start; k-- {
		if c := a.cuts[k]; c.Start < end && trimSpace(a.p.text, c.Start, c.End) == end {
			end = trimSpace(a.p.text, n.text.Start, c.Start)
			k = len(a.cuts)
		}
	}
	return end
}

// end returns the offset after the note, as far as it is known.
func (n *foot) end() int {
	if k := len(n.more); k > 0 {
		return n.more[k-1].End
	}
	return n.text.End
}

// firstBegins returns where the first note of a page begins: with the line of its
// label, or above that, after the body, which reaches at least to lo, or after the
// rest of the note of the page before.
func (a *apart) firstBegins(c *pageCutter, s seam, first foot, lo int) int {
	hi := lineStart(s.text, first.at)
	if !first.under {
		return hi
	}
	block := blockStart(s.text, s.top, hi)
	at, sure := block, true
	switch {
	case lo >= block:
		s.begins = true
		at, sure = c.cut(s, lo, hi, true)
	case a.last(s.top) != nil && !s.noteEnds && !s.noteMayEnd:
		if k := c.paragraphAfter(Span{block, hi}); k >= 0 {
			at, sure = k, false
		}
	}
	a.doubt(sure, first.label, at)
	return at
}

// labelEnd returns the offset after the label and the blanks after it if it is
// under the note, otherwise 0.
func (n *foot) labelEnd() int {
	if n.under {
		return n.next
	}
	return 0
}

// last returns the note that reaches to the end of the page before; nil if there
// is none.
func (a *apart) last(start int) *foot {
	k := len(a.notes)
	if k == 0 {
		return nil
	}
	n := &a.notes[k-1]
	if n.end() == start || n.under && len(n.more) == 0 && skipSpace(a.p.text, n.next) >= start {
		return n
	}
	return nil
}

// add adds the notes that begin on a page, between hi and end.
func (a *apart) add(own []foot, hi, end int) {
	text := a.p.text
	for i := range own {
		n := &own[i]
		stop := end
		if i+1 < len(own) {
			if stop = lineStart(text, own[i+1].at); own[i+1].under {
				stop = blockStart(text, n.next, stop)
			}
		}
		n.text = Span{n.next, max(n.next, stop)}
		if n.under {
			top := hi
			if i > 0 {
				top = max(own[i-1].text.End, own[i-1].labelEnd())
			}
			n.text = Span{top, lineStart(text, n.at)}
		}
		a.notes = append(a.notes, *n)
		a.ends = append(a.ends, a.bodyEnd())
	}
}

// doubt reports that it is not sure where the note with the label begins or
// goes on.
func (a *apart) doubt(sure bool, label string, at int) {
	if !sure && at < len(a.p.text) {
		a.d.report(UnsureBreak, label, a.p.source(at))
	}
}

// symbols returns the notes on a page, text[start:end], that are labelled with
// symbols and are above those with numbers.
func (a *apart) symbols(start, end int, own []foot) (notes []foot) {
	text := a.p.text
	if len(own) > 0 {
		end = lineStart(text, own[0].at)
	}
	tried := 0
	for i := start; i < end && tried < symbolLines; i = lineEnd(text, i) + 1 {
		at := skipBlanks(text[:end], i)
		w := prefixOf(text[at:end], symbols[:])
		if w == 0 || !labelSymbol(text, at+w) {
			continue
		}
		tried++
		if m := symbolMark(text[start:i], text[at:at+w]); m >= 0 {
			notes = append(notes, foot{label: text[at : at+w], at: at, next: skipBlanks(text, at+w), mark: start + m})
		}
	}
	return notes
}

// markFeet adds the marks, opinion by opinion: those of one are in the body from
// the last note of the one before on.
func (d *Document) markFeet(a *apart, form int) {
	items := scanMarks(d.Body.Text)[form]
	if form == gluedForm {
		items = withMarks(items, a.marksInBody())
	}
	d.addSymbolMarks(a)
	for i := 0; i < len(a.notes); {
		scope, last := a.notes[i].scope, i
		has := make(map[string]bool)
		for last < len(a.notes) && a.notes[last].scope == scope {
			has[a.notes[last].label] = true
			last++
		}
		end := a.bodyBefore(a.ends[last-1])
		if last == len(a.notes) {
			end = len(d.Body.Text)
		}
		part := upTo(items, end)
		items = items[len(part):]
		d.addMarksOf(part, form, scope, has)
		i = last
	}
	slices.SortStableFunc(d.Marks, func(a, b *Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// addMarksOf adds the marks of one scope.
func (d *Document) addMarksOf(items []item, form, scope int, has map[string]bool) {
	q := newSequence(items, counting{})
	chain, _ := q.before(len(d.Body.Text) + 1)
	var inChain []item
	for _, i := range chain {
		if it := items[i]; it.weight > markApart || has[it.label()] {
			inChain = append(inChain, it)
		}
	}
	all := strays(inChain, items, func(it item, _ bool) bool {
		return forms[form].stray && it.weight == markAfterSentence && has[it.label()]
	})
	marks := make([]Mark, len(all))
	for i, it := range all {
		marks[i] = Mark{Label: it.label(), Scope: scope, Span: Span{it.at, it.end()}}
		d.Marks = append(d.Marks, &marks[i])
	}
}

// addSymbolMarks adds the marks of the notes that have symbols; of two notes to
// one mark, it is the first's.
func (d *Document) addSymbolMarks(a *apart) {
	taken := make(map[int]bool)
	for i := range a.notes {
		n := &a.notes[i]
		if n.mark < 0 || !slices.Contains(symbols[:], n.label) || taken[n.mark] {
			continue
		}
		taken[n.mark] = true
		if at := a.bodyOffset(n.mark); at >= 0 && at+len(n.label) <= a.bodyBefore(n.mark+len(n.label)) {
			d.Marks = append(d.Marks, &Mark{Label: n.label, Scope: n.scope, Span: Span{at, at + len(n.label)}})
		}
	}
}

// bodyOffset returns where in the body the byte at offset off of the text is; -1
// if it is not in the body.
func (a *apart) bodyOffset(off int) int {
	k := sort.Search(len(a.body), func(k int) bool { return a.body[k].End > off })
	if k == len(a.body) || off < a.body[k].Start {
		return -1
	}
	return a.before[k] + off - a.body[k].Start
}

// bodyBefore returns how many bytes of the body come before offset off of the text.
func (a *apart) bodyBefore(off int) int {
	k := sort.Search(len(a.body), func(k int) bool { return a.body[k].End > off })
	if k == len(a.body) {
		return a.size
	}
	return a.before[k] + max(0, off-a.body[k].Start)
}
