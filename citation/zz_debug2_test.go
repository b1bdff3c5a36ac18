package citation

import (
	"fmt"
	"os"
	"regexp"
	"testing"
)

func TestDebugBalter(t *testing.T) {
	for _, f := range []string{"balter_2011-11-29-towards-a-more-agile-government.md", "balter_2012-12-26-securing-the-status-quo.md"} {
		d, _ := os.ReadFile("../../shared/corpus/lawreview/" + f)
		re := regexp.MustCompile(`(?m)^\[\^(\d+)\]: (.*)$`)
		for _, m := range re.FindAllStringSubmatch(string(d), -1) {
			fmt.Println("==", m[1], m[2])
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
}
