package footnote_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hereinafter/hereinafter/footnote"
)

func FuzzText(f *testing.F) {
	files, _ := filepath.Glob("../testdata/footnote/text/*.txtar")
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range arch.Files {
			f.Add(string(c.Data))
		}
	}
	for _, file := range []string{"article.txt", "article-pdf.txt", "article-pdf-layout.txt", "article-pdflatex.txt", "article-pdflatex-layout.txt"} {
		article, err := os.ReadFile("../testdata/article/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(article))
	}
	f.Fuzz(func(t *testing.T, src string) {
		check(t, src, footnote.Text(src))
	})
}

// pathological are texts, to be repeated, that tempt a reader into looking at
// the same bytes again and again.
var pathological = []string{
	"[1]", "[1]\n", "1\n", "1 A\n", "1. A\n", "1. A.\n\n", "a.1 ", "a[1]", "a¹", ".", ". ", "\n", " ", "“", ".”", "a. ",
	"((", ".(", "[", "9", "* a\n", "a*\n* b\n", "v. ", "A.", "[1] a\n\n[2] b.\n\n", "a.[1] b.[2]\n\n[1] c\n\n",
	"a.[1]", "a.[1] B", ".[1])", "“.[1]", ". . [1]", "a. B",
	"a.1\n1 Id.\n\f", "1\n\f", "a.1\n\n1\n\nId.\n\n\f", "a.1\n----\n1 Id. at\n\f", "\f", "\f\n", "a\n\f", "2 HEAD\n\f", "\r",
	"a.1 b.\n\nFN1. c\n\n", "a.1\n- - Footnotes - -\n1 b\n- - End Footnotes - -\n", "\u200b", "* a\n\f", "a*\n* b\n\f", "1\n1\n1\n2\n",
}

func BenchmarkPathological(b *testing.B) {
	for _, s := range pathological {
		for _, size := range []int{1 << 16, 1 << 20, 1 << 24} {
			src := strings.Repeat(s, size/len(s)) + "a.[1]\n\n[1] Id.\n"
			b.Run(fmt.Sprintf("%q/%dK", s, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					footnote.Text(src)
				}
			})
		}
	}
}

func BenchmarkArticle(b *testing.B) {
	article, err := os.ReadFile("../testdata/article/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		footnote.Text(string(article))
	}
}

func FuzzLaTeX(f *testing.F) {
	files, _ := filepath.Glob("../testdata/footnote/latex/*.txtar")
	for _, file := range files {
		arch, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range arch.Files {
			f.Add(string(c.Data))
		}
	}
	article, err := os.ReadFile("../testdata/article/article.latex")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(article))
	f.Fuzz(func(t *testing.T, src string) {
		checkDocument(t, readLaTeX(t, src))
	})
}
