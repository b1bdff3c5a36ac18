package export_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/export"
)

// pathological are lines of about n bytes that would be slow to read if anything
// were looked for again and again.
var pathological = []struct {
	name string
	make func(n int) string
}{
	{"brackets", func(n int) string { return strings.Repeat("[", n) }},
	{"objects", func(n int) string { return strings.Repeat(`{"within":[`, n/11) }},
	{"nested", func(n int) string {
		const open = `{"kind":"id","parentheticals":["x"],"within":[`
		return `{"id":"c1","kind":"id","within":[` + strings.Repeat(open, min(n/50, 3000)) + strings.Repeat("]}", min(n/50, 3000)) + "]}"
	}},
	{"reports", func(n int) string {
		return `{"id":"c1","kind":"case","reports":[` + strings.Repeat(`{"reporter":"Rob.","reporterName":"?"},`, n/39) + `{"reporter":"Zz."}]}`
	}},
	{"readings", func(n int) string {
		return `{"id":"c1","kind":"case","reports":[{"reporter":"Rob.","readings":[` + strings.Repeat(`"x",`, n/4) + `"y"]}]}`
	}},
	{"parentheticals", func(n int) string {
		return `{"id":"c1","kind":"case","date":"?","parentheticals":[` + strings.Repeat(`"x",`, n/4) + `"y"]}`
	}},
	{"inner lines", func(n int) string {
		var b strings.Builder
		fmt.Fprintf(&b, `{"id":"c1","kind":"case","parentheticals":["x"]}`)
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "\n"+`{"id":"c1.%d","kind":"case","parent":"c1","parenthetical":1}`, i)
		}
		return b.String()
	}},
	{"history", func(n int) string {
		var events, lines strings.Builder
		for i := 0; events.Len()+lines.Len() < n; i++ {
			fmt.Fprintf(&events, `{"phrase":"affirmed","id":"c1.%d"},`, i)
			fmt.Fprintf(&lines, "\n"+`{"id":"c1.%d","kind":"case","parent":"c1"}`, i)
		}
		return `{"id":"c1","kind":"case","history":[` + events.String() + `{"phrase":"x"}]}` + lines.String()
	}},
	{"errors", func(n int) string { return strings.Repeat(`{"kind":"web","date":"x"}`+"\n", n/26) }},
}

// BenchmarkPathological shows the time per byte at two sizes: it must not grow.
func BenchmarkPathological(b *testing.B) {
	for _, c := range pathological {
		for _, size := range [...]int{64 << 10, 4 << 20} {
			in := c.make(size)
			b.Run(fmt.Sprintf("%s/%d", c.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(in)))
				for b.Loop() {
					for range export.ReadJSONLines(strings.NewReader(in)) {
					}
				}
			})
		}
	}
}

// TestPathological reads them once, small.
func TestPathological(t *testing.T) {
	for _, c := range pathological {
		for e, err := range export.ReadJSONLines(strings.NewReader(c.make(8 << 10))) {
			if err == nil {
				_ = e.Cite.String()
			}
		}
	}
}
