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
// itself, a directory for the files in it and below it, links to files among them,
// and a pattern such as "drafts/*.docx", which a shell may not have expanded, for
// the files that it matches. Files and folders whose names begin with a period are
// left out of directories. A folder that cannot be listed is returned too: reading
// it gives the error. Without arguments, standard input is read.
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
		var names []string
		for _, match := range matches {
			found, err := expandOne(match)
			if err != nil {
				return nil, err
			}
			names = append(names, found...)
		}
		return names, nil
	}
	return []string{arg}, nil // an error shows when it is read
}

// filesBelow lists the files below a directory.
func filesBelow(dir string) (names []string, err error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	err = filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		hidden := name != root && strings.HasPrefix(e.Name(), ".")
		shown := filepath.Join(dir, strings.TrimPrefix(name, root))
		switch {
		case hidden && e.IsDir():
			return fs.SkipDir
		case hidden:
		case err != nil:
			names = append(names, shown)
			return fs.SkipDir
		case e.Type().IsRegular(), e.Type()&fs.ModeSymlink != 0 && !isDir(name):
			names = append(names, shown)
		}
		return nil
	})
	return names, err
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
