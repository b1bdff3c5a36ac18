package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isTerminal reports whether a stream is a terminal, or a device like one.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// obeyed reports whether a terminal may obey a character instead of showing it:
// one that controls the terminal, or the direction of the text.
func obeyed(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// escaped returns a text without characters that a terminal may obey, and without
// bytes that are no UTF-8, each written as escape does.
func escaped(s string, escape func(r rune) string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, obeyed) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch _, size := utf8.DecodeRuneInString(s[i:]); {
		case r == utf8.RuneError && size == 1:
			b.WriteString(escape(rune(s[i])))
		case obeyed(r):
			b.WriteString(escape(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// printable returns a text as it can be shown on a terminal: what a terminal may
// obey is written as in Go, "\x1b".
func printable(s string) string {
	return escaped(s, func(r rune) string {
		if r < utf8.RuneSelf || r <= unicode.MaxLatin1 {
			return fmt.Sprintf("\\x%02x", r)
		}
		return fmt.Sprintf("\\u%04x", r)
	})
}

// lines returns a writer of JSON lines, each of which comes in one call: out, or on
// a terminal one that escapes what it may obey, which JSON allows in its strings.
func (cmd *command) lines(out io.Writer) io.Writer {
	if cmd.terminal {
		return terminalLines{out}
	}
	return out
}

type terminalLines struct{ out io.Writer }

func (t terminalLines) Write(line []byte) (int, error) {
	text, end := strings.CutSuffix(string(line), "\n")
	text = escaped(text, func(r rune) string { return fmt.Sprintf("\\u%04x", r) })
	if end {
		text += "\n"
	}
	if _, err := io.WriteString(t.out, text); err != nil {
		return 0, err
	}
	return len(line), nil
}
