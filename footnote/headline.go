package footnote

import "strings"

// A headline is a line that is not blank; a short one may be furniture.
type headline struct {
	start, end  int32 // without the blanks around it
	group       int32 // of the lines that are equal but for their numbers; -1 for a long line
	first, last int32 // the numbers with which it begins and ends; -1 where it does not
}

// scanLines collects the lines of src from offset i on.
func scanLines(src string, i int) *furniture {
	f := &furniture{src: src}
	groups := make(map[uint64]int32)
	feed := false
	for i < len(src) {
		end := lineEnd(src, i)
		feed = feed || strings.IndexByte(src[i:end], '\f') >= 0
		start := skipBlanks(src[:end], i)
		if stop := trimSpace(src, start, end); start < stop {
			l := headline{start: int32(start), end: int32(stop), group: -1, first: -1, last: -1}
			if stop-start <= maxHeadline {
				l.first, l.last = edgeNumbers(src[start:stop])
				key := hashLine(src[start:stop])
				g, ok := groups[key]
				if !ok {
					g = int32(len(f.size))
					groups[key] = g
					f.size = append(f.size, 0)
				}
				f.size[g]++
				l.group = g
			}
			f.lines = append(f.lines, l)
			f.edge = append(f.edge, feed)
			f.feeds = f.feeds || feed && len(f.lines) > 1
			feed = false
		}
		i = end + 1
	}
	f.leave = make([]bool, len(f.lines))
	return f
}

// edgeNumbers returns the numbers with which a line begins and ends, brackets
// and dashes aside; -1 where there is none.
func edgeNumbers(s string) (first, last int32) {
	first, last = -1, -1
	s = strings.Trim(s, "-–—[]()|~ ")
	if n, _, ok := scanNumber(s, 0); ok {
		first = int32(n)
	}
	k := len(s)
	for k > 0 && isDigit(s[k-1]) && len(s)-k < maxNumberDigits {
		k--
	}
	if n, _, ok := scanNumber(s, k); ok {
		last = int32(n)
	}
	return first, last
}

// hashLine returns a number that is equal for lines that differ in numbers,
// blanks and case alone.
func hashLine(s string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	digits := false
	for i := 0; i < len(s); i++ {
		b := s[i]
		if isDigit(b) && digits || blankAt(s, i) == 1 {
			continue
		}
		if digits = isDigit(b); digits {
			b = '#'
		}
		if isLower(b) {
			b -= 'a' - 'A'
		}
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}
