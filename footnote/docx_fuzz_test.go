package footnote_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/footnote"
)

// FuzzDocx reads containers whose files are spelled out as in the golden files,
// so that what is changed is the files, not the compressed bytes.
func FuzzDocx(f *testing.F) {
	files, _ := filepath.Glob("../testdata/footnote/docx/*.txtar")
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range arch.Files {
			if strings.HasSuffix(c.Name, ".in") {
				f.Add(string(c.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<16 {
			return
		}
		if src, err := packFiles(in); err == nil {
			readFuzzed(t, src)
		}
	})
}

// FuzzDocxBytes reads containers of any bytes.
func FuzzDocxBytes(f *testing.F) {
	for _, name := range []string{"article.docx", "article-libreoffice.docx"} {
		data, err := os.ReadFile("../testdata/article/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(readFuzzed)
}

func readFuzzed(t *testing.T, src string) {
	d, err := footnote.ReadAs("docx", strings.NewReader(src), int64(len(src)))
	if err == nil {
		checkDocument(t, d)
	}
}
