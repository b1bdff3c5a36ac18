package citation

import (
	"fmt"
	"os"
	"regexp"
	"testing"
)

func TestDebugArticle(t *testing.T) {
	d, _ := os.ReadFile("../testdata/article/article.txt")
	re := regexp.MustCompile(`(?m)^\[(\d+)\] (.*)$`)
	for _, m := range re.FindAllStringSubmatch(string(d), -1) {
		fmt.Println("==", m[1])
		for s := range Note(m[2]) {
			if s.Prose {
				fmt.Printf("   prose %q\n", s.Span.In(m[2]))
			}
			for _, c := range s.Citations {
				dump(c, "   ")
			}
		}
	}
}

func dump(c Citation, ind string) {
	b := c.Common()
	fmt.Printf("%s%s [%s] pins=%v sig=%q here=%q\n", ind, c.Kind(), b.Text(), b.Pins, b.Signal.Word, b.Hereinafter)
	switch c := c.(type) {
	case *Web:
		fmt.Printf("%s   A=%v etal=%v T=%q C=%q D=%v on=%+v\n", ind, texts(c.Authors), c.EtAl, c.Title.Text, c.Container.Text, c.Date, c.Online)
	case *Supra:
		fmt.Printf("%s   N=%q note=%q\n", ind, c.Name.Text, c.Note)
	case *Treaty:
		fmt.Printf("%s   N=%q D=%v parties=%v S=%v on=%+v\n", ind, c.Name.Text, c.Date, c.Parties, c.Series, c.Online)
	case *Statute:
		fmt.Printf("%s   N=%q A=%v orig=%q prom=%+v gaz=%q jur=%q date=%v pub=%q on=%+v ch=%q title=%q sec=%v\n", ind, c.Name.Text, texts(c.Authors), c.OriginalTitle.Text, c.Promulgation, c.Gazette.Text, c.Jurisdiction, c.Date, c.Publisher.Text, c.Online, c.Chapter, c.Title, c.Sections)
	case *Case:
		fmt.Printf("%s   N=%q P=%q D=%q R=%v court=%q %v\n", ind, c.Name.Text, c.Plaintiff.Text, c.Defendant.Text, c.Reports, c.CourtText.Text, c.Date)
		for _, h := range c.History {
			dump(h.Case, ind+"  H "+h.Phrase+" ")
		}
	case *Article:
		fmt.Printf("%s   A=%v etal=%v des=%q T=%q %s|%s|%s D=%v\n", ind, texts(c.Authors), c.EtAl, c.Designation.Text, c.Title.Text, c.Volume, c.journal(), c.Page, c.Date)
	case *ShortCase:
		fmt.Printf("%s   N=%q R=%v\n", ind, c.Name.Text, c.Reports)
	}
	for _, p := range b.Parens {
		fmt.Printf("%s   (%s)\n", ind, p.Text)
		for _, k := range p.Citations {
			dump(k, ind+"      ")
		}
	}
}
func texts(p []Phrase) (t []string) {
	for _, x := range p {
		t = append(t, x.Text)
	}
	return
}
