package lex

import (
	"strings"
)

// Dashes, quotation marks, commas and brackets.

// BlankEnd returns the end of the run of one sign, underscores, hyphens or
// dashes, at s[i:].
func BlankEnd(s string, i int) int {
	j := i
	switch n := DashAt(s, i, len(s)); {
	case n == 3:
		for HasPrefixAt(s, j, s[i:i+3]) {
			j += 3
		}
	case n == 1 || i < len(s) && s[i] == '_':
		for j < len(s) && s[j] == s[i] {
			j++
		}
	}
	return j
}

// TrimComma returns the end of s[i:j] without the noise and the comma at it.
func TrimComma(s string, i, j int) int {
	j = SkipBack(s, i, j)
	if j > i && s[j-1] == ',' {
		j = SkipBack(s, i, j-1)
	}
	return j
}

// QuoteLen returns the length of a closing quotation mark that ends at s[:j].
// An apostrophe after an s may be a genitive: it stays.
func QuoteLen(s string, j, i int) int {
	if s[j-1] == '"' {
		return 1
	}
	if j-3 >= i && s[j-3:j] == "”" {
		return 3
	}
	for _, inner := range [...]string{"'", "’"} { // inside another quotation, "of Congress.'\""
		if k := j - len(inner); k > i && s[k:j] == inner && strings.IndexByte(".?!", s[k-1]) >= 0 {
			return len(inner)
		}
	}
	return 0
}

// OpenQuote returns the length of an opening quotation mark at s[i:j].
func OpenQuote(s string, i, j int) int {
	switch {
	case i >= j:
	case s[i] == '"' || s[i] == '\'':
		return 1
	case HasPrefixAt(s, i, "“"), HasPrefixAt(s, i, "‘"):
		return 3
	case HasPrefixAt(s, i, "—"):
		return 3
	}
	return 0
}

// MaxParen bounds a parenthetical's length, in bytes, and maxNest how deep
// brackets may nest inside it: what is longer or deeper is not read as one.
const (
	MaxParen = 4096
	maxNest  = 8
)

// Closing returns the offset of the bracket that closes the one at s[i], -1
// when there is none within the bounds.
func Closing(s string, i, end int) int {
	open := s[i]
	shut := byte(')')
	if open == '[' {
		shut = ']'
	}
	depth := 0
	end = min(end, i+MaxParen)
	for j := i; j < end; j++ {
		switch s[j] {
		case open:
			if depth++; depth > maxNest {
				return -1
			}
		case shut:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// DashAt returns the length of the hyphen or dash at s[i:], 0 when there is none.
func DashAt(s string, i, end int) int {
	switch {
	case i >= end:
		return 0
	case s[i] == '-':
		return 1
	case i+2 < end && s[i] == 0xE2 && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0x95:
		return 3
	}
	return 0
}
