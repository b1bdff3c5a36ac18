package citation

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/hereinafter/hereinafter/internal/weburl"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scanCases are texts; the brackets ⟦⟧ enclose the one address in each.
var scanCases = []string{
	// Where an address begins and ends.
	"see ⟦https://example.com⟧",
	"see ⟦https://example.com/a⟧.",
	"see ⟦https://example.com/a⟧, which",
	"see ⟦https://example.com/a⟧; see also",
	"⟦https://example.com/a⟧: b",
	"⟦https://example.com/a⟧!?",
	"⟦https://example.com/a⟧...",
	"⟦https://example.com/a,b;c:d!e⟧",
	"⟦HTTPS://Example.COM/A⟧",
	"⟦ftp://ftp.example.com/pub/a.txt⟧",
	"⟦www.example.com/a⟧ and",
	"(⟦www.example.com⟧)",
	"TIMES (July 4, 2020),⟦https://example.com/a⟧ [",
	"⟦https://example.com:8080/a⟧",
	"⟦https://example.com⟧:See",
	"⟦https://example.com⟧,which",
	"⟦http://user:pw@example.com/a⟧ b",
	"⟦http://[2001:db8::1]:80/a⟧ b",
	"⟦https://example.com/a?b=c&d=%20#e⟧ f",
	"⟦https://example.com/~user/⟧ f",
	"⟦https://example.com/a⟧,https://example.org/b",
	"⟦https://example.com/a⟧;https://example.org/b",
	"⟦https://example.com/a⟧[https://perma.cc/AB12-CD34]",
	"⟦https://web.archive.org/web/20151208124302/http://example.com/a⟧ b",
	"⟦https://example.com/a⟧-- which",
	"⟦https://example.com/a--b⟧ c",
	// Quotation marks, brackets, markup.
	"“⟦https://example.com/a⟧”",
	"\"⟦https://example.com/a⟧\"",
	"'⟦https://example.com/a⟧'.",
	"‘⟦https://example.com/a⟧’s",
	"<⟦https://example.com/a⟧>",
	"<a href=\"⟦https://example.com/a⟧\">x</a>",
	"<p>⟦https://example.com/a⟧</p>",
	"⟦https://example.com/a⟧&nbsp;b",
	"&lt;⟦https://example.com/a⟧&gt;",
	"(⟦https://example.com/a⟧).",
	"[⟦https://example.com/a⟧].",
	"{⟦https://example.com/a⟧}",
	"(see ⟦https://en.wikipedia.org/wiki/Mercury_(planet)⟧).",
	"⟦https://en.wikipedia.org/wiki/Mercury_(planet)⟧",
	"⟦https://en.wikipedia.org/wiki/A_(b)_(c)⟧)",
	"⟦https://example.com/report(final).pdf⟧",
	"⟦https://example.com/?a[]=1&b[]=2⟧ c",
	"[⟦https://example.com/a⟧](https://example.com/a)",
	"[text](⟦https://example.com/a⟧) more",
	"**⟦https://example.com/a⟧**",
	"*see ⟦https://example.com/a⟧*",
	"_⟦https://example.com/a_b⟧_",
	"_see ⟦https://example.com/a⟧_.",
	"⟦https://example.com/a_⟧ b",
	"`⟦https://example.com/a⟧`",
	"|⟦https://example.com/a⟧|",
	// Other scripts.
	"⟦https://de.wikipedia.org/wiki/Völkerrecht⟧.",
	"⟦https://zh.wikipedia.org/wiki/国际法⟧。下一句",
	"⟦https://例え.jp/引用⟧」",
	"⟦https://пример.рф/закон⟧ и",
	"（⟦https://example.com/a⟧）",
	"⟦https://example.com/press–releases/2019–05.html⟧ b",
	"⟦https://example.com/a⟧–which",
	"⟦https://example.com/a⟧—which is",
	"⟦https://example.com/a⟧…",
	// Addresses that a line's end breaks.
	"⟦https://college.example/campus-life/coun-\nseling/articles⟧ (last visited",
	"⟦https:// forum.example/content⟧ [",
	"⟦https://\nwww.example.com/legal/sla⟧.",
	"⟦http://\n  papers.example.com/x.cfm?id=1⟧; B",
	"⟦https://example.gov/legacy/2014/03/14/\naccomplishments.pdf⟧ [https://perma.cc/AB12-CD34]",
	"⟦https://example.gov/data/HHDC\n_2016Q1.pdf⟧ [h",
	"⟦https://example.com/story/report_\n2017.pdf⟧.",
	"⟦https://example.com/status?\nlang=en⟧ (“",
	"⟦https://example.com/papers.cfm?id=\n2401720⟧ [",
	"⟦https://example.com/a%20Tool\n%20that.pdf⟧ [",
	"⟦https://www\n.example.com/watch?v=1⟧ [",
	"⟦https://twit-\nter.example/A/status/12⟧ [",
	"⟦http://pages.stern.\nedu/~abc/reputation.pdf⟧.",
	"⟦https://example.com/review_FINAL.\npdf⟧ (last visited",
	"⟦https://example.com/Judicial%20Salary/jud\nicialsalaries.ashx⟧ [",
	"⟦https://example.com/news\n/2016/a⟧.",
	"⟦https://example.com/overcharge-has-\npoint⟧ [https://perma.cc/AB12-CD34]",
	"⟦https://example.com/Page-Consumer-\nProtection⟧ (last visited",
	"⟦https://example.com/t/screen-guests/\n30341⟧ (last visited",
	"[⟦https://perma.cc/AB12-\nCD34⟧].",
	"[⟦https://perma.cc/\nAB12-CD34⟧].",
	"[⟦https://perma.cc/ AB12-CD34⟧].",
	"[⟦https://per\nma.cc/AB12-CD34⟧].",
	"⟦http://www.example.gov/ ncidod/ dvbid/lyme/index.htm⟧\n(last",
	"⟦https:// example.edu /polls /us-elections /how-groups-\nvoted/a-2000/⟧ (in",
	"⟦https://example.com/a/\r\n   b/c.html⟧ (",
	"⟦https://example.com/a-very-\nlong/way-to-\ngo.html⟧.",
	// What looks like it and is not.
	"⟦https://example.com/a⟧\nand then",
	"⟦https://example.com/a/⟧\nThe court",
	"⟦https://example.com/a/⟧\nand/or the",
	"⟦https://example.com/a/⟧\n53 Jane Roe, Title",
	"⟦https://example.com/a/⟧\n(describing b/c)",
	"⟦https://example.com/a/⟧ see the",
	"⟦https://example.com/a⟧.\n27 On that, see infra",
	"⟦https://example.com/a⟧.\nsee also b",
	"⟦https://example.com/a.pdf⟧\nreport.pdf",
	"⟦https://example.com/a⟧\n_Id._ at 4",
	"⟦https://example.com/a-⟧\nElectronic copy available",
	"⟦https://example.com/a-⟧\nand then more",
	"⟦https://example.com/a-⟧\n\nb/c.html",
	"⟦https://example.com/a/⟧\nhttps://example.com/b",
	"⟦https://example.com/a/⟧\nwww.example.com/b",
	"[⟦https://perma.cc/AB12-⟧\nElectronic copy",
	"⟦https://example.com⟧ /s/ Jane Roe",
	"⟦https://example.com/a/⟧  b/c.html",
	"⟦https://example.com/a/⟧\n\tU.S. 99",
}

// cutMarks returns the text of a case without its marks, and the span they enclose.
func cutMarks(t testing.TB, in string) (string, Span) {
	before, rest, ok := strings.Cut(in, "⟦")
	inside, after, ok2 := strings.Cut(rest, "⟧")
	require.True(t, ok && ok2, in)
	return before + inside + after, Span{len(before), len(before) + len(inside)}
}

func TestScanURL(t *testing.T) {
	for _, c := range scanCases {
		text, want := cutMarks(t, c)
		u, next, ok := scanURL(text, want.Start)
		if assert.True(t, ok, c) {
			assert.Equal(t, want.In(text), u.Raw, c)
			assert.Equal(t, want, u.Span, c)
			assert.Equal(t, want.End, next, c)
		}
	}
}

func TestScanURLFails(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
	}{
		{"", 0}, {"http", 0}, {"http://", 0}, {"https:// the court", 0}, {"http:example.com", 0}, {"mailto:a@example.com", 0},
		{"www.", 0}, {"www.a", 0}, {"www.a/b.c", 0}, {"www. example.com", 0}, {"wwww.example.com", 1}, {"shttp://example.com", 1}, {"a@www.example.com", 2},
		{"http://.", 0}, {"http://\"a\"", 0}, {"http://)", 0}, {"https://\n\nexample.com", 0}, {"perma.cc/AB12-CD34", 0},
		{"http://example.com:99999999/", 0}, {"http://[zz]/", 0}, {"https://%zz.com/", 0},
	} {
		_, next, ok := scanURL(c.text, c.at)
		assert.False(t, ok, c.text)
		assert.Equal(t, c.at, next, c.text)
	}
	long := "https://example.com/" + strings.Repeat("a", 2*weburl.MaxLen)
	u, _, ok := scanURL(long, 0)
	assert.True(t, ok)
	assert.Len(t, u.Raw, weburl.MaxLen)
}

var normalCases = []struct{ in, want string }{
	{"http://example.com", "http://example.com/"},
	{"HTTP://EXAMPLE.com/A", "http://example.com/A"},
	{"www.Example.com/a", "http://www.example.com/a"},
	{"WWW.example.com", "http://www.example.com/"},
	{"http://example.com:80/a", "http://example.com/a"},
	{"https://example.com:443", "https://example.com/"},
	{"https://example.com:0443", "https://example.com/"},
	{"ftp://example.com:21/a", "ftp://example.com/a"},
	{"http://example.com:/a", "http://example.com/a"},
	{"http://example.com:8080/a", "http://example.com:8080/a"},
	{"https://example.com:80/a", "https://example.com:80/a"},
	{"http://example.com./a", "http://example.com/a"},
	{"http://example.com/?a=b&amp;c=d&amp;amp;e", "http://example.com/?a=b&c=d&e"},
	{"http://example.com?a=b", "http://example.com/?a=b"},
	{"http://example.com#a", "http://example.com/#a"},
	{"http://example.com/a?", "http://example.com/a"},
	{"http://example.com/a#", "http://example.com/a"},
	{"http://example.com/a?#b", "http://example.com/a#b"},
	{"http://example.com/%7Euser/%41", "http://example.com/~user/A"},
	{"http://example.com/a%2fb%c3%a9", "http://example.com/a%2Fb%C3%A9"},
	{"http://example.com/é", "http://example.com/%C3%A9"},
	{"http://example.com/?q=é&r=a'b", "http://example.com/?q=%C3%A9&r=a'b"},
	{"http://example.com/100%", "http://example.com/100%25"},
	{"http://example.com/%%341", "http://example.com/%2541"},
	{"http://example.com/a[1]|b", "http://example.com/a%5B1%5D%7Cb"},
	{"http://example.com/a/./b/../c", "http://example.com/a/c"},
	{"http://example.com/a/%2e%2E/c", "http://example.com/c"},
	{"http://example.com/../../a", "http://example.com/a"},
	{"http://example.com/a/b/..", "http://example.com/a/"},
	{"http://example.com/a//b/", "http://example.com/a//b/"},
	{"http://example.com/a.b/c..d", "http://example.com/a.b/c..d"},
	{`http://example.com\a`, "http://example.com/%5Ca"},
	{"http://bücher.example/", "http://xn--bcher-kva.example/"},
	{"http://BÜCHER.example/", "http://xn--bcher-kva.example/"},
	{"http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"},
	{"https://例え.jp/引用", "https://xn--r8jz45g.jp/%E5%BC%95%E7%94%A8"},
	{"https://пример.рф", "https://xn--e1afmkfd.xn--p1ai/"},
	{"http://XN--bcher-KVA.example/", "http://xn--bcher-kva.example/"},
	{"http://My_Blog.example.com/", "http://my_blog.example.com/"},
	{"http://ü_.Example/", "http://ü_.example/"}, // no name that IDNA allows
	{"http://user@example.com/", "http://user@example.com/"},
	{"http://us%65r:p@w@example.com/", "http://user:p%40w@example.com/"},
	{"http://@example.com/", "http://example.com/"},
	{"http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"},
	{"https://example.com/coun-\nseling/a", "https://example.com/coun-seling/a"},
	{"https:// example.com/ a /b", "https://example.com/a/b"},
	{"https://example.com/a\r\n\t b", "https://example.com/ab"},
	{"https://example.com/a\u00adb\u200bc\u00a0d", "https://example.com/abcd"},
	{"http://web.archive.org/web/2015/http://example.com/", "http://web.archive.org/web/2015/http://example.com/"},
	{"https://example.com/a?utm_source=x&b=c", "https://example.com/a?utm_source=x&b=c"},
}

func TestNormalize(t *testing.T) {
	for _, c := range normalCases {
		got, err := URLOptions{}.Normalize(c.in)
		if assert.NoError(t, err, c.in) {
			assert.Equal(t, c.want, got, c.in)
			checkIdempotent(t, URLOptions{}, c.in)
		}
	}
	for _, in := range []string{"", "example.com", "mailto:a@b.c", "http://", "http:///a", "http://..", "http://a b|c/", "http://a:b/", "http://a:999999/", "http://[::1", "http://%ff/", "http://a%20b/", "http://a%2fb/"} {
		_, err := URLOptions{}.Normalize(in)
		assert.Error(t, err, in)
	}
	_, err := URLOptions{}.Normalize("http://a:b/")
	assert.ErrorIs(t, err, weburl.ErrPort)
	_, err = URLOptions{}.Normalize("http://a|b/")
	assert.ErrorIs(t, err, weburl.ErrHost)
	assert.ErrorIs(t, err, ErrNotURL)
}

func TestStripTracking(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"},
		{"https://example.com/a?b=c&utm_source=x&d=e", "https://example.com/a?b=c&d=e"},
		{"https://example.com/a?UTM_Source=x&b", "https://example.com/a?b"},
		{"https://example.com/a?utm%5Fsource=x#f", "https://example.com/a#f"},
		{"https://example.com/?fbclid=1&gclid=2&msclkid=3&mc_cid=4&mc_eid=5&igshid=6&_hsenc=7", "https://example.com/"},
		{"https://example.com/?ref=nav&gclidx=2&sid=3", "https://example.com/?ref=nav&gclidx=2&sid=3"},
	} {
		o := URLOptions{StripTracking: true}
		got, err := o.Normalize(c.in)
		require.NoError(t, err, c.in)
		assert.Equal(t, c.want, got, c.in)
		checkIdempotent(t, o, c.in)
	}
}

func TestParseURL(t *testing.T) {
	u, err := ParseURL(" <https://Example.com/a-\nb.html>.\n")
	require.NoError(t, err)
	assert.Equal(t, URL{Span: Span{2, 29}, Raw: "https://Example.com/a-\nb.html", Normal: "https://example.com/a-b.html"}, URL{Span{u.Span.Start, u.Span.End - 2}, u.Raw, u.Normal})
	var syntax *SyntaxError
	_, err = ParseURL(" example.com")
	require.True(t, errors.As(err, &syntax))
	assert.Equal(t, SyntaxError{1, ErrNotURL}, *syntax)
	_, err = ParseURL("https://example.com/a and b")
	require.True(t, errors.As(err, &syntax))
	assert.Equal(t, SyntaxError{22, errAfterURL}, *syntax)
}

func TestArchive(t *testing.T) {
	for _, c := range []struct{ in, service, captured, original string }{
		{"https://perma.cc/AB12-CD34", "Perma.cc", "", ""},
		{"http://perma.cc/AB12-\nCD34", "Perma.cc", "", ""},
		{"https://web.archive.org/web/20151208124302/http://www.example.com/a?b=c", "Wayback Machine", "2015-12-08", "http://www.example.com/a?b=c"},
		{"https://web.archive.org/web/20151208124302id_/example.com/a", "Wayback Machine", "2015-12-08", "example.com/a"},
		{"https://web.archive.org/web/2015*/example.com", "Wayback Machine", "2015", "example.com"},
		{"https://web.archive.org/web/http://example.com", "Wayback Machine", "", "http://example.com"},
		{"http://archive.org/web/201512/http://example.com", "Wayback Machine", "2015-12", "http://example.com"},
		{"https://web.archive.org/web/20151308/http://example.com", "Wayback Machine", "", "http://example.com"},
		{"https://archive.today/2013.07.01-120000/http://example.com/a", "archive.today", "2013-07-01", "http://example.com/a"},
		{"https://archive.is/AbC12", "archive.today", "", ""},
		{"https://archive.ph/20200101/https://example.com/a", "archive.today", "2020-01-01", "https://example.com/a"},
		{"http://www.webcitation.org/6AbCdEfGh", "WebCite", "", ""},
		{"https://wayback.archive-it.org/1234/20200102030405/https://example.com/", "Archive-It", "2020-01-02", "https://example.com/"},
	} {
		u, err := ParseURL(c.in)
		require.NoError(t, err, c.in)
		a, ok := u.Archive()
		assert.True(t, ok, c.in)
		assert.Equal(t, c.service, a.Service, c.in)
		assert.Equal(t, c.captured, a.Captured.String(), c.in)
		assert.Equal(t, c.original, a.Original, c.in)
	}
	for _, in := range []string{"https://perma.cc/", "https://perma.cc", "https://archive.org/details/a", "https://web.archive.org/about", "https://example.com/perma.cc/AB12-CD34", "https://archive.example.com/web/2015/a"} {
		u, err := ParseURL(in)
		require.NoError(t, err, in)
		_, ok := u.Archive()
		assert.False(t, ok, in)
	}
	_, ok := URL{}.Archive()
	assert.False(t, ok)
}

func BenchmarkParseURL(b *testing.B) {
	for b.Loop() {
		_, _ = ParseURL("https://www.example.com/campus-life/health-wellness/coun-\nseling/articles")
	}
}

func FuzzURL(f *testing.F) {
	for _, c := range scanCases {
		text, _ := cutMarks(f, c)
		f.Add(text)
	}
	for _, c := range normalCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := range min(len(s), 64) {
			u, next, ok := scanURL(s, i)
			if !ok {
				require.Equal(t, i, next)
				continue
			}
			require.Equal(t, u.Span, Span{i, next})
			require.Equal(t, s[i:next], u.Raw)
			require.NotEmpty(t, u.Normal)
			u.Archive()
		}
		_, _ = ParseURL(s)
		checkIdempotent(t, URLOptions{}, s)
		checkIdempotent(t, URLOptions{StripTracking: true}, s)
	})
}

// checkIdempotent checks that normalising twice is normalising once.
func checkIdempotent(t *testing.T, o URLOptions, raw string) {
	t.Helper()
	once, err := o.Normalize(raw)
	if err != nil {
		return
	}
	require.False(t, strings.ContainsFunc(once, unicode.IsSpace), "%q", once)
	twice, err := o.Normalize(once)
	require.NoError(t, err, "%q", once)
	require.Equal(t, once, twice, "%q", raw)
}
