package lex

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNoise holds that what is noise between two words is passed over from both
// sides, and what is none from neither.
func TestNoise(t *testing.T) {
	for _, noise := range []string{
		" ", "\n", "\r\n", " \t ", "&nbsp;", "&#160;", "\u00a0", "\u00ad", "\u2009", "\u200b", "\ufeff", "<i>", "</i> <b>", "**", " _", "` ",
		" [*271] ", " [**2036] ", " *271 ",
		"\n\n-7-\n\n", "\n\n- 7 -\n\n", "\n\n7\n\n", "\n-7-\n7\n",
		"\nCase 1:20-cv-00123-ABC   Document 45   Filed 01/02/21   Page 5 of 10\n",
		"\nUSCA4 Appeal: 20-1234      Doc: 45         Filed: 03/04/2021      Pg: 3 of 20\n",
		"\n\nCite as: 581 U. S. ____ (2017)            5\n\n            Opinion of the Court\n\n",
		"\n\n6            DOE v. ROE\n\n            Moe, J., dissenting\n\n",
	} {
		text := "Doe" + noise + "Roe"
		assert.Equal(t, 3+len(noise), Skip(text, 3), "%q", noise)
		assert.Equal(t, 3, SkipBack(text, 0, 3+len(noise)), "%q", noise)
		assert.Equal(t, 5, SkipBack("xx"+text, 5, 5+len(noise)), "%q: not beyond the floor", noise)
	}
	for _, other := range []string{"-", ",", ".", "(", "7", "&", "é", "§", "—", "“", "[271]", "<", "#"} {
		text := "Doe" + other + "Roe"
		assert.Equal(t, 3, Skip(text, 3), "%q", other)
		assert.Equal(t, 3+len(other), SkipBack(text, 0, 3+len(other)), "%q", other)
	}
	// Numbers on lines of their own that are no pages.
	for _, text := range []string{"Doe\n7\nRoe", "Doe\n\n12345\n\nRoe", "Doe, *271 of", "Doe at *271 Roe"} {
		assert.Contains(t, Clean(text), strings.Trim(text[3:len(text)-3], " \n"), "%q", text)
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"Doe  v.\nRoe": "Doe v. Roe", "<i>Doe</i> v.&nbsp;Roe": "Doe v. Roe", "Smith &amp; Co.": "Smith & Co.", "under\u00adline": "underline",
		"under\u00ad\nline": "underline", "under-\nline": "underline", "un-\nder-\nline-": "underline-", "a- \n-b": "a- -b", "Colon-\nOrtiz": "Colon-Ortiz", "9-\nline": "9- line", "*Doe* v. Roe": "Doe v. Roe",
		"a_b": "a_b", "Doe [*271] v. Roe": "Doe v. Roe", "A & B": "A & B", "": "", "Doe": "Doe", "Doe ": "Doe",
	} {
		assert.Equal(t, want, Clean(text), "%q", text)
	}
}

// An end is where something in a text ends, or begins; i is where it begins, or
// ends.
type end struct {
	text string
	i    int
	want int
}

func checkEnds(t *testing.T, of func(s string, i int) int, list []end) {
	t.Helper()
	for _, x := range list {
		assert.Equal(t, x.want, of(x.text, x.i), "%q from %d", x.text, x.i)
	}
}

func TestVolumeEnd(t *testing.T) {
	checkEnds(t, func(s string, i int) int { return VolumeEnd(s, i, len(s)) }, []end{
		{"12 A", 0, 2}, {"5A C", 0, 2}, {"123 A", 0, 3}, {"1234 A", 0, 0}, {"12", 0, 0}, {"5AB C", 0, 0}, {"5a C", 0, 0}, {"A 5", 0, 0}, {"x 7 A", 2, 3},
	})
	assert.Equal(t, 0, VolumeEnd("12 A", 0, 2), "beyond the end")
}

func TestSubdivisions(t *testing.T) {
	checkEnds(t, func(s string, i int) int { return Subdivisions(s, i, len(s)) }, []end{
		{"5(b)(1)(ii) x", 1, 11}, {"5[1][a]", 1, 7}, {"5 [a] [7]", 1, 9}, {"5 (a) (1)", 1, 9}, {"5 (1)", 1, 1}, {"5(a) (ii) x", 1, 4}, {"5(a) x", 1, 4},
		{"5(2012)", 1, 1}, {"5(1999a)", 1, 8}, {"5(abcdefg)", 1, 1}, {"5()", 1, 1}, {"5(a", 1, 1}, {"5(f )", 1, 5}, {"5(1.4)", 1, 6}, {"5(1.)", 1, 1}, {"5 (one) x", 1, 1},
		{"5(1)(a)1., Fla.", 1, 9}, {"5(1)(a)1.a., Fla.", 1, 10}, {"5(a)12. Next", 1, 6}, {"5(a)123. Next", 1, 4}, {"5(a)1 Next", 1, 4}, {"5 x", 1, 1}, {"5", 1, 1},
	})
	assert.Equal(t, 4, Subdivisions("5(a)(b)", 1, 6), "beyond the end")
}

func TestNumberEnds(t *testing.T) {
	checkEnds(t, NumberEnd, []end{{"15A U", 0, 3}, {"15 U", 0, 2}, {"15AB", 0, 2}, {"15A", 0, 2}, {"15a U", 0, 2}, {"A", 0, 0}})
	checkEnds(t, func(s string, i int) int { return NumberBefore(s, 0, i) }, []end{
		{"x 17-A of", 6, 2}, {"x 17 of", 4, 2}, {"x 17 of", 5, 2}, {"x 12-34-5 of", 9, 2}, {"x of", 4, 4}, {"x -5", 4, 4}, {"17", 2, 0}, {"x A", 3, 3},
	})
	assert.Equal(t, 3, NumberBefore("x 17 of", 3, 4), "not beyond the floor")
	checkEnds(t, BlankEnd, []end{{"___ x", 0, 3}, {"--- x", 0, 3}, {"—— x", 0, 6}, {"–—x", 0, 3}, {"x", 0, 0}, {"a_", 1, 2}, {"", 0, 0}})
	checkEnds(t, DigitsEnd, []end{{"12a", 0, 2}, {"a12", 0, 0}, {"a12", 1, 3}, {"", 0, 0}})
	checkEnds(t, LettersEnd, []end{{"ab1", 0, 2}, {"1ab", 0, 0}, {"abé", 0, 2}})
	checkEnds(t, func(s string, i int) int { return DashAt(s, i, len(s)) }, []end{
		{"-", 0, 1}, {"–", 0, 3}, {"—", 0, 3}, {"‐", 0, 3}, {"―", 0, 3}, {"‘", 0, 0}, {"\u2060", 0, 0}, {"\u2052", 0, 0}, {"a", 0, 0}, {"", 0, 0}, {"_", 0, 0},
	})
	assert.Zero(t, DashAt("–", 0, 2), "beyond the end")
}

func TestSigns(t *testing.T) {
	checkEnds(t, func(s string, j int) int { return TrimComma(s, 0, j) }, []end{{"Doe, ", 5, 3}, {"Doe,", 4, 3}, {"Doe ,", 5, 3}, {"Doe,,", 5, 4}, {"Doe", 3, 3}, {", ", 2, 0}})
	checkEnds(t, func(s string, j int) int { return QuoteLen(s, j, 0) }, []end{
		{`Doe"`, 4, 1}, {"Doe”", 6, 3}, {"Roes'", 5, 0}, {"so.'", 4, 1}, {"so.’", 6, 3}, {"so?'", 4, 1}, {"Doe", 3, 0}, {"so,'", 4, 0},
	})
	checkEnds(t, func(s string, i int) int { return OpenQuote(s, i, len(s)) }, []end{{`"a`, 0, 1}, {"'a", 0, 1}, {"“a", 0, 3}, {"‘a", 0, 3}, {"—a", 0, 3}, {"a", 0, 0}, {"", 0, 0}, {"”a", 0, 0}})
	checkEnds(t, func(s string, i int) int { return Closing(s, i, len(s)) }, []end{
		{"(a)", 0, 2}, {"(a(b)c)", 0, 6}, {"[a]", 0, 2}, {"[a)", 0, -1}, {"(a]b)", 0, 4}, {"(a", 0, -1}, {"((((((((a))))))))", 0, 16}, {"(((((((((a)))))))))", 0, -1},
		{"(" + strings.Repeat("a", MaxParen-2) + ")", 0, MaxParen - 1}, {"(" + strings.Repeat("a", MaxParen-1) + ")", 0, -1},
	})
	checkEnds(t, func(s string, i int) int { return EntityBefore(s, 0, i) }, []end{{"a&amp;", 6, 1}, {"a&#160;", 7, 1}, {"a;", 2, 2}, {"a&;", 3, 3}, {"a & b;", 6, 6}, {"&abcdefgh;", 10, 10}})
}

func TestWords(t *testing.T) {
	for _, x := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"capitals", Capitals, []string{"DOE", "O'DOE", "ÉTAT"}, []string{"Doe", "doe", "D", "", "D1"}},
		{"camel", Camel, []string{"eBay", "deNemours"}, []string{"Ebay", "ebay", "EBAY", "abcdefG", ""}},
		{"digits", AllDigits, []string{"0", "12"}, []string{"", "1a", "-1"}},
		{"roman", IsRoman, []string{"IV", "xii", "MDCLX", "LV"}, []string{"", "Iv", "A", "IVIVIVIVIVI"}},
		{"initial", func(s string) bool { return InitialAt(s, 0) }, []string{"A. Doe", "A.B. Doe"}, []string{"a. Doe", "Ab. Doe", "A.", "A.b", "A-B"}},
		{"ascii", IsASCII, []string{"", "Doe"}, []string{"Doé"}},
		{"word end", func(s string) bool { return WordEndsAt(s, 1) }, []string{"a", "a b", "a.", "a§"}, []string{"ab", "a1", "aé"}},
		{"prefix", func(s string) bool { return HasFoldPrefix(s, "id.") }, []string{"id.", "Id. at", "ID."}, []string{"id", "ib.", ""}},
	} {
		for _, s := range x.yes {
			assert.True(t, x.is(s), "%s %q", x.name, s)
		}
		for _, s := range x.no {
			assert.False(t, x.is(s), "%s %q", x.name, s)
		}
	}
	assert.Equal(t, [...]string{"ab", "", "b", "a", "b"}, [...]string{FirstWord("ab-c"), FirstWord("1a"), LastWord("a b"), LastWord("a"), LastWord("a\nb")})
	assert.Equal(t, [...]byte{'D', 0}, [...]byte{FirstByte("Doe"), FirstByte("")})
}
