package citation

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestScanURL: the text, and what of it is the address, in its normal form.
func TestScanURL(t *testing.T) {
	for _, c := range []struct{ in, raw, normal string }{
		// the end of the sentence
		{"https://paper.example/a.", "https://paper.example/a", ""},
		{"https://paper.example/a, and more", "https://paper.example/a", ""},
		{"https://paper.example/a; see also", "https://paper.example/a", ""},
		{"https://paper.example/a?", "https://paper.example/a", ""},
		{"https://paper.example/a...", "https://paper.example/a", ""},
		{"https://paper.example/a”", "https://paper.example/a", ""},
		{"https://paper.example/a’s", "https://paper.example/a", ""},
		{"https://paper.example/a\"", "https://paper.example/a", ""},
		{"https://paper.example/a* and", "https://paper.example/a", ""},
		{"https://paper.example/a\u00a0(2020)", "https://paper.example/a", ""},
		{"https://paper.example/论文。下一", "https://paper.example/论文", "https://paper.example/%E8%AE%BA%E6%96%87"},
		// brackets
		{"https://wiki.example/Mercury_(planet).", "https://wiki.example/Mercury_(planet)", ""},
		{"https://wiki.example/a) was", "https://wiki.example/a", ""},
		{"https://perma.example/AB12-CD34].", "https://perma.example/AB12-CD34", ""},
		{"https://wiki.example/a[1]/b]", "https://wiki.example/a[1]/b", ""},
		{"https://paper.example/a>.", "https://paper.example/a", ""},
		{"https://paper.example/a)](x", "https://paper.example/a", ""},
		// forms of the beginning
		{"www.paper.example/a", "www.paper.example/a", "http://www.paper.example/a"},
		{"HTTPS://Paper.Example/A", "HTTPS://Paper.Example/A", "https://paper.example/A"},
		{"ftp://paper.example/a", "ftp://paper.example/a", ""},
		{"https:// paper.example/a.", "https:// paper.example/a", "https://paper.example/a"},
		{"https://\nwww.paper.example/a", "https://\nwww.paper.example/a", "https://www.paper.example/a"},
		// line breaks
		{"https://paper.example/news/\n2020/05/mills.html (last visited", "https://paper.example/news/\n2020/05/mills.html", "https://paper.example/news/2020/05/mills.html"},
		{"https://paper.example/the-long-\nview-of-paper [", "https://paper.example/the-long-\nview-of-paper", "https://paper.example/the-long-view-of-paper"},
		{"https://paper.example/a?id=\n42&x=1.", "https://paper.example/a?id=\n42&x=1", "https://paper.example/a?id=42&x=1"},
		{"https://paper.example/Complex%20Port\nrait.pdf [https://x", "https://paper.example/Complex%20Port\nrait.pdf", "https://paper.example/Complex%20Portrait.pdf"},
		{"https://perma.cc/\n8KVM-3HTE].", "https://perma.cc/\n8KVM-3HTE", "https://perma.cc/8KVM-3HTE"},
		{"https://perma.cc/DV9Q-\nS47L].", "https://perma.cc/DV9Q-\nS47L", "https://perma.cc/DV9Q-S47L"},
		{"https://paper.example/news/\nThe report says so", "https://paper.example/news/", ""},
		{"https://paper.example/news\nsays so", "https://paper.example/news", ""},
		{"https://paper.example/news-\n\nThe next", "https://paper.example/news-", ""},
		{"https://paper.example/a\nhttps://paper.example/b", "https://paper.example/a", ""},
		{"https://paper.example/a.\nRoe, Title", "https://paper.example/a", ""},
	} {
		u, next, ok := scanURL(c.in, 0)
		if !assert.True(t, ok, c.in) {
			continue
		}
		if c.normal == "" {
			c.normal = c.raw
		}
		assert.Equal(t, c.raw, u.Raw, c.in)
		assert.Equal(t, c.normal, u.Normal, c.in)
		assert.Equal(t, Span{0, next}, u.Span, c.in)
	}
	for _, in := range []string{"", "http", "http://", "https:///a", "httpx://a.b", "www.", "www. paper", "www.a", "mailto:a@b.c", "http://.", "https:// The court"} {
		_, _, ok := scanURL(in, 0)
		assert.False(t, ok, in)
	}
}

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"http://Paper.Example":                    "http://paper.example/",
		"http://paper.example:80/":                "http://paper.example/",
		"https://paper.example:443/a":             "https://paper.example/a",
		"https://paper.example:8443/a":            "https://paper.example:8443/a",
		"http://paper.example/%7Eroe/%e2%82%ac":   "http://paper.example/~roe/%E2%82%AC",
		"http://paper.example/a%2fb":              "http://paper.example/a%2Fb",
		"http://paper.example/100%":               "http://paper.example/100%25",
		"http://paper.example/a/./b/../c":         "http://paper.example/a/c",
		"http://paper.example/a/..":               "http://paper.example/",
		"http://paper.example/../../a":            "http://paper.example/a",
		"http://paper.example/a?":                 "http://paper.example/a",
		"http://paper.example/a?b=c#d":            "http://paper.example/a?b=c#d",
		"http://paper.example?b=c":                "http://paper.example/?b=c",
		"http://bücher.example/ü":                 "http://xn--bcher-kva.example/%C3%BC",
		"http://BÜCHER.example/":                  "http://xn--bcher-kva.example/",
		"http://paper.example./a":                 "http://paper.example/a",
		"http://roe@paper.example/a":              "http://roe@paper.example/a",
		"http://paper.example/a&amp;b=1":          "http://paper.example/a&b=1",
		"http://paper.example/a?utm_source=x&b=1": "http://paper.example/a?utm_source=x&b=1",
	} {
		got, err := URLOptions{}.Normalize(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, got, in)
	}
	for in, want := range map[string]string{
		"http://paper.example/a?utm_source=x&b=1&fbclid=2": "http://paper.example/a?b=1",
		"http://paper.example/a?utm_source=x":              "http://paper.example/a",
		"http://paper.example/a?UTM_Medium=x&reference=1":  "http://paper.example/a?reference=1",
	} {
		got, err := URLOptions{StripTracking: true}.Normalize(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, got, in)
	}
	_, err := URLOptions{}.Normalize("http:///a")
	assert.ErrorIs(t, err, ErrNotURL)
}

func TestArchive(t *testing.T) {
	for in, want := range map[string]Archive{
		"https://perma.cc/S7J7-C323": {Service: "Perma.cc"},
		"https://web.archive.org/web/20151208124302/http://paper.example/a.html": {"Wayback Machine", Date{Year: 2015, Month: 12, Day: 8}, "http://paper.example/a.html"},
		"http://archive.org/web/20151208124302id_/http://paper.example/":         {"Wayback Machine", Date{Year: 2015, Month: 12, Day: 8}, "http://paper.example/"},
		"https://archive.ph/AbC12": {Service: "archive.today"},
	} {
		u, err := ParseURL(in)
		require.NoError(t, err)
		a, ok := u.Archive()
		assert.True(t, ok, in)
		assert.Equal(t, want, a, in)
	}
	for _, in := range []string{"https://paper.example/", "https://archive.org/details/paper", "https://notperma.cc/AB"} {
		u, err := ParseURL(in)
		require.NoError(t, err)
		_, ok := u.Archive()
		assert.False(t, ok, in)
	}
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{
		"https://paper.example/a?b=c#d", "www.paper.example/", "https://perma.cc/DV9Q-\nS47L]", "http://bücher.example/%7e", "http://a:80@b:80/../.%2e/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := 0; i < len(s) && i < 16; i++ {
			u, next, ok := scanURL(s, i)
			if !ok {
				continue
			}
			require.Equal(t, Span{i, next}, u.Span)
			require.Equal(t, s[i:next], u.Raw)
			require.False(t, strings.ContainsAny(u.Normal, " \t\r\n\f\v"), "%q", u.Normal)
			again, err := URLOptions{}.Normalize(u.Normal)
			require.NoError(t, err, u.Normal)
			require.Equal(t, u.Normal, again)
			stripped, err := URLOptions{StripTracking: true}.Normalize(u.Raw)
			require.NoError(t, err)
			again, err = URLOptions{StripTracking: true}.Normalize(stripped)
			require.NoError(t, err)
			require.Equal(t, stripped, again)
			u.Archive()
		}
	})
}
