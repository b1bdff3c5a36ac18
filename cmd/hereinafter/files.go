package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// stdinName is the argument that stands for standard input.
const stdinName = "-"

// expand returns the files that the arguments name, in order: a file stands for
// itself, a directory for the files in it and below it, and a pattern such as
// "drafts/*.docx", which a shell may not have expanded, for the files that it
// matches. Files and folders whose names begin with a period are left out of
// directories. Without arguments, standard input is read.
func expand(args []string) ([]string, error) {
	if len(args) == 0 {
		return []string{stdinName}, nil
	}
	var names []string
	for _, arg := range args {
		found, err := expandOne(arg)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	return names, nil
}

func expandOne(arg string) ([]string, error) {
	if arg == stdinName {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return filesBelow(arg)
	case err != nil && strings.ContainsAny(arg, "*?["):
		matches, _ := filepath.Glob(arg)
		if len(matches) == 0 {
			return nil, fmt.Errorf("%s: no file matches", arg)
		}
		return matches, nil
	}
	return []string{arg}, nil // an error shows when it is read
}

func filesBelow(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		hidden := name != dir && strings.HasPrefix(e.Name(), ".")
		switch {
		case err != nil:
			return err
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && e.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}
