package citation

import (
	"fmt"
	"strings"
)

type Date struct {
	Span             Span
	Year, Month, Day int
	Season           int
}

func (d Date) IsZero() bool { return d.Year == 0 }
func (d Date) String() string {
	switch {
	case d.Day != 0:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case d.Month != 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d", d.Year)
}
func num(s string, i int) (n, j int) {
	j = i
	for j < len(s) && class[s[j]]&cDigit != 0 && j-i < 5 {
		n = n*10 + int(s[j]-'0')
		j++
	}
	return
}
func scanDate(s string, i int) (d Date, next int, ok bool) {
	j := i
	for j < len(s) && class[s[j]]&asciiLet != 0 {
		j++
	}
	if j-i >= 3 {
		for k := 0; k < 36; k += 3 {
			if hasFoldPrefix(s[i:j], "janfebmaraprmayjunjulaugsepoctnovdec"[k:k+3]) {
				d.Month = k/3 + 1
			}
		}
		if d.Month == 0 {
			return d, i, false
		}
		if j < len(s) && s[j] == '.' {
			j++
		}
		j = skip(s, j)
		n, k := num(s, j)
		if k-j <= 2 && k > j {
			d.Day = n
			k = skip(s, k)
			if k < len(s) && s[k] == ',' {
				k++
			}
			j = skip(s, k)
		}
	} else if j > i {
		return d, i, false
	}
	n, k := num(s, j)
	if k-j != 4 || n < 1500 || n > 2100 || k < len(s) && class[s[k]]&(asciiLet|cDigit) != 0 {
		return d, i, false
	}
	d.Year = n
	d.Span = Span{i, k}
	return d, k, true
}
func scanDateBack(s string, floor, i int) (d Date, start int, ok bool) {
	for k := max(floor, i-30); k <= i-4; k++ {
		if k > 0 && class[s[k-1]]&cAlnum != 0 {
			continue
		}
		if d, n, ok := scanDate(s[:i], k); ok && n == i {
			return d, k, true
		}
	}
	return d, i, false
}
func scanTime(s string, i int) (int, bool) { return i, false }
func scanVisited(s string, i int) (d Date, next int, ok bool) {
	for _, w := range []string{"last visited", "last accessed", "visited", "accessed"} {
		if k, ok := matchWords(s, i, len(s), w); ok {
			return scanDate(s, skip(s, k))
		}
	}
	return d, i, false
}

type URL struct {
	Span        Span
	Raw, Normal string
}
type Archive struct{ Service string }

func (u URL) Archive() (Archive, bool) {
	return Archive{}, strings.Contains(u.Raw, "perma.cc") || strings.Contains(u.Raw, "web.archive.org")
}
func scanURL(s string, i int) (u URL, next int, ok bool) {
	if !hasFoldPrefix(s[i:], "http") && !hasFoldPrefix(s[i:], "www.") {
		return u, i, false
	}
	j := i
	for j < len(s) && class[s[j]]&cSpace == 0 && s[j] != '<' && s[j] != '>' && s[j] != ']' {
		j++
	}
	for j > i && strings.IndexByte(".,;:)", s[j-1]) >= 0 {
		j--
	}
	u = URL{Span{i, j}, s[i:j], s[i:j]}
	return u, j, j > i+8
}

type SyntaxError struct {
	Offset int
	Err    error
}

func (e *SyntaxError) Error() string { return e.Err.Error() }
func (e *SyntaxError) Unwrap() error { return e.Err }
