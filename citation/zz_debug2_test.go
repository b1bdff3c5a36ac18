package citation

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDebugNotes(t *testing.T) {
	f := os.Getenv("NOTES")
	if f == "" {
		t.Skip()
	}
	d, _ := os.ReadFile(f)
	for _, rec := range strings.Split(string(d), "\x02") {
		p := strings.SplitN(rec, "\x01", 3)
		if len(p) < 3 {
			continue
		}
		fmt.Println("==", p[0], p[1], strings.ReplaceAll(p[2], "\n", "⏎"))
		for s := range Note(p[2]) {
			if s.Prose {
				fmt.Printf("   prose %q\n", s.Span.In(p[2]))
			}
			for _, c := range s.Citations {
				dump(c, "   ")
			}
		}
	}
}
