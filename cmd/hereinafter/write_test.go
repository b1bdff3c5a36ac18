package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// commandLines are all subcommands in all their formats, over one file and several.
func commandLines() [][]string {
	const opinions = "../../testdata/bench/opinions.txt"
	lines := [][]string{{"-h"}, {"find", "-h"}, {"-version"}}
	for name, v := range verbs {
		if v.says != nil {
			lines = append(lines, []string{name})
		}
		for format := range v.printers {
			lines = append(lines,
				[]string{name, "-format", format, article},
				[]string{name, "-format", format, opinions, article},
				[]string{name, "-format", format, "../../testdata/article/article.docx"})
		}
	}
	return lines
}

// TestOutputThatFails holds that an error of writing is one of the command, wherever
// it comes, and that a closed pipe is one that nothing is said of.
func TestOutputThatFails(t *testing.T) {
	closed := func(t *testing.T) io.Writer {
		r, w, err := os.Pipe()
		require.NoError(t, err)
		r.Close()
		t.Cleanup(func() { w.Close() })
		return w
	}
	closedInside := func(*testing.T) io.Writer {
		r, w := io.Pipe()
		r.Close()
		return w
	}
	full := func(after int) func(*testing.T) io.Writer {
		return func(*testing.T) io.Writer {
			return &fullWriter{left: after, err: errors.New("no space left on device")}
		}
	}
	short := func(after int) func(*testing.T) io.Writer {
		return func(*testing.T) io.Writer { return &fullWriter{left: after} }
	}
	for _, args := range commandLines() {
		var whole, errs bytes.Buffer
		require.Zero(t, run(args, nil, &whole, &errs), args)
		require.NotEmpty(t, whole.String(), args)
		for _, out := range []struct {
			name   string
			writer func(*testing.T) io.Writer
			said   string
		}{
			{"full", full(0), "writing: no space left on device"},
			{"full at its end", full(whole.Len() - 1), "writing: no space left on device"},
			{"short", short(0), "writing: short write"},
			{"short at its end", short(whole.Len() - 1), "writing: short write"},
			{"closed pipe", closed, ""},
			{"closed pipe of the program", closedInside, ""},
		} {
			t.Run(strings.Join(append(args, out.name), " "), func(t *testing.T) {
				var errs bytes.Buffer
				assert.Equal(t, 1, run(args, nil, out.writer(t), &errs))
				if out.said == "" {
					assert.NotContains(t, errs.String(), "writing")
				} else {
					assert.Contains(t, errs.String(), out.said)
				}
			})
		}
	}
}

// A fullWriter takes so many bytes and no more: it says why, or, as a writer
// should not, nothing.
type fullWriter struct {
	left int
	err  error
}

func (w *fullWriter) Write(p []byte) (int, error) {
	if len(p) <= w.left {
		w.left -= len(p)
		return len(p), nil
	}
	n := w.left
	w.left = 0
	return n, w.err
}

// TestMain runs the command itself where a test asks for it.
func TestMain(m *testing.M) {
	if os.Getenv("HEREINAFTER_TEST_RUN") != "" {
		main()
	}
	os.Exit(m.Run())
}

// TestProcess holds that the process ends as run does: with status 1, and not by a
// signal.
func TestProcess(t *testing.T) {
	process := func(args ...string) (cmd *exec.Cmd, errs *bytes.Buffer) {
		cmd, errs = exec.Command(os.Args[0], args...), new(bytes.Buffer)
		cmd.Env, cmd.Stderr = append(os.Environ(), "HEREINAFTER_TEST_RUN=1"), errs
		return cmd, errs
	}
	for _, args := range [][]string{{"schema"}, {"-h"}, {"find", "-format", "jsonl", article}} {
		cmd, errs := process(args...)
		r, w, err := os.Pipe()
		require.NoError(t, err)
		r.Close()
		cmd.Stdout = w
		assert.Error(t, cmd.Run())
		w.Close()
		assert.Equal(t, 1, cmd.ProcessState.ExitCode(), args)
		assert.Empty(t, errs.String(), args)

		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			continue // a system without that device
		}
		cmd, errs = process(args...)
		cmd.Stdout = full
		assert.Error(t, cmd.Run())
		full.Close()
		assert.Equal(t, 1, cmd.ProcessState.ExitCode(), args)
		assert.Contains(t, errs.String(), "hereinafter: writing: ", args)
	}
}

// TestFirstOutput holds that find prints while its input is still being written.
func TestFirstOutput(t *testing.T) {
	in, feed := io.Pipe()
	out, lines := io.Pipe()
	go func() {
		run([]string{"find", "-format", "jsonl"}, in, lines, io.Discard)
		lines.Close()
	}()
	go func() {
		for {
			if _, err := io.WriteString(feed, strings.Repeat("Doe v. Roe, 531 U.S. 98 (2000), is the law. ", 1000)); err != nil {
				return
			}
		}
	}()
	first := make([]byte, 10)
	_, err := io.ReadFull(out, first)
	require.NoError(t, err)
	assert.Equal(t, `{"id":"c1"`, string(first))
	feed.CloseWithError(io.EOF)
	go io.Copy(io.Discard, out)
}

func TestControlCharacters(t *testing.T) {
	const text = "Doe \x1b]0;x\x07 v. Roe, 531 U.S. 98 (2000) (\x1b[31mred\x7f \u009b2J \u202eder \x9b2J).[1]\n\n[1] Doe \x1b[2J, 12 F.3d 3; \x9b Id.\n"
	file := t.TempDir() + "/a\x1bb\u009bc.txt"
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	for name, v := range verbs {
		for format := range v.printers {
			for _, args := range [][]string{{file}, {file, file}, {file, "no\x1bsuch"}} {
				var out, errs bytes.Buffer
				cmd, err := parse(append([]string{name, "-format", format}, args...))
				require.NoError(t, err)
				cmd.terminal = true
				status, err := cmd.run(nil, bufio.NewWriterSize(&out, 16), &errs)
				require.NoError(t, err)
				assert.Equal(t, args[len(args)-1] != file, status == 1)
				for _, printed := range []string{out.String(), errs.String()} {
					assert.Equal(t, "", strings.Trim(controls(printed), "\n"), "%s %s", name, format)
					assert.True(t, utf8.ValidString(printed), "%s %s", name, format)
				}
			}
		}
	}
	for _, args := range [][]string{{"fi\x1bnd"}, {"find", "-\x1b"}, {"find", "-kind", "\x1b"}, {"find", "-format", "\x1b"}} {
		var out, errs bytes.Buffer
		require.Equal(t, 2, run(args, nil, &out, &errs))
		assert.Equal(t, "\n", controls(errs.String()))
	}
}

// controls returns the characters of s that a terminal may obey.
func controls(s string) string {
	return strings.Map(func(r rune) rune {
		if obeyed(r) {
			return r
		}
		return -1
	}, s)
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out, 2)
	p.file("a.txt")
	assert.Empty(t, out.String(), "it is no terminal")

	p.out, p.start = &out, time.Now()
	p.file("a.txt")
	assert.Empty(t, out.String(), "it was quick")

	p.start = time.Now().Add(-time.Minute)
	p.at(12 << 20)
	assert.Equal(t, "\r\x1b[K2 of 2: a.txt, 12 MB", out.String())
	p.done()
	p.done()
	assert.Equal(t, "\r\x1b[K2 of 2: a.txt, 12 MB\r\x1b[K", out.String())
}
