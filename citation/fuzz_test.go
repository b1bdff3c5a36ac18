package citation_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
)

// seeds are texts in which every kind and every slip of the grammar stands.
var seeds = []string{
	"See Doe v. Acme, Inc., 531 U.S. 98, 101 n.5, 121 S. Ct. 525 (2000) (citing Poe v. Moe, 410 U.S. 113 (1973)), aff'd, 210 F.3d 88 (2d Cir. 2001).",
	"Id. at 104-05; see also id., at 5 & n.3. *Id*. ¶ 12. Ibid.",
	"Doe, 531 U.S., at 99, 121 S. Ct., at 530; 5 U.S. (1 Cranch) 137, 140 (1803).",
	"Lanham Act, 15 U.S.C. §§ 1051-1141n (2018); Mass. Gen. Laws ch. 268, § 40 (West 2014); Cal. Penal Code § 187(a).",
	"Vienna Convention on the Law of Treaties art. 31, May 23, 1969, 1155 U.N.T.S. 331, 8 I.L.M. 679, https://treaties.example/a.",
	"Bürgerliches Gesetzbuch [BGB] [Civil Code], § 823 (Ger.); Data Law [数据法] (promulgated by the Cong., June 10, 2021) Gaz. (China).",
	"Jane Roe, John Doe & Ann Abel, Paper Cuts: Ink?, 120 Yale L.J. 950, 951 (2011) [hereinafter Cuts].",
	"Jane Roe et al., “Ink,” The Guardian (May 3, 2020), https://ink.example/a_(b) [https://perma.cc/AB12-CD34] (last visited June 1, 2020).",
	"Roe, supra note 4, at 951; Doe, infra note 40; supra Part II.B; infra notes 5-7 and accompanying text.",
	"Compare Doe v. Roe, 1 U.S. 1 (1790), with Poe v. Moe, 2 U.S. 2 (1791); but see, e.g., In re Gault, 387 U.S. 1 (1967).",
	"State v. Roe, 94-0001, p. 5 (La. 5/10/95); 655 So. 2d 1, 3. Poe v. Moe, 95-KA-01234-SCT (¶ 12) (Miss. 1997). Doe v. Roe, T.C. Memo. 2019-233.",
	"Hurst v. Roe, — U.S. —, 136 S. Ct. 616 (2016); Doe v. Poe, 517 U.S. 806, -, 1 L. Ed. 2d 2; [1982 Binder] Fed. Sec. L. Rep. (CCH) ¶ 98,749.",
	"S. Cobb, The Rise of Liberty 131, 169 (1902); Doe & Roe, Ink, 39 J. Paper Hist. 1, 2 (2009); P.R. Laws Ann. tit. 31, 5298 (1991).",
	"S.B. 1070, 49th Leg., 2d Reg. Sess. (Ariz. 2010); Cong. Globe, 35th Cong., 1st Sess. 1584; Ark. Code Ann. § 1-2-3(a) and (d); §§ 51-30-20 to -26.",
	"ABA Comm. on Ethics, Formal Op. 93-379 (1993); Formal Op\n. 93-379; 1 U.S. 1 (1990). -ECLI:.",
	"Jane Roe, Ink, N.Y. Times, Nov. 14, 2014, at A6. Prose with “quotes. And more.” 83 JUDICATURE 180 (2000).",
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
		f.Add(strings.ReplaceAll(s, " ", "\n"))
	}
}

// check holds the invariants of citations that stand in order in one text.
func check(t *testing.T, text string, within citation.Span, cites []citation.Citation) {
	floor := within.Start
	for _, c := range cites {
		b := c.Common()
		require.Less(t, b.Span.Start, b.Span.End, "%T at %d", c, b.Core.Start)
		require.LessOrEqual(t, floor, b.Span.Start, "%q overlaps what stands before it", b.Text())
		require.LessOrEqual(t, b.Span.End, within.End)
		require.Equal(t, text[b.Span.Start:b.Span.End], b.Text())
		require.LessOrEqual(t, b.Span.Start, b.Core.Start)
		require.LessOrEqual(t, b.Core.End, b.Span.End)
		require.NotEmpty(t, c.String())
		require.Empty(t, straySpan(c))
		for _, p := range b.Parens {
			require.LessOrEqual(t, p.Span.End, b.Span.End)
			check(t, text, p.Span, p.Citations)
		}
		for _, child := range citation.Children(c) {
			require.LessOrEqual(t, b.Span.Start, child.Common().Span.Start)
			require.LessOrEqual(t, child.Common().Span.End, b.Span.End)
		}
		floor = b.Span.End
	}
}

func FuzzAll(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		var all []citation.Citation
		for c := range citation.All(text) {
			all = append(all, c)
		}
		check(t, text, citation.Span{Start: 0, End: len(text)}, all)
	})
}

func FuzzNote(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for s := range citation.Note(text) {
			require.LessOrEqual(t, end, s.Span.Start)
			require.LessOrEqual(t, s.Span.Start, s.Span.End)
			require.LessOrEqual(t, s.Span.End, len(text))
			check(t, text, s.Span, s.Citations)
			end = s.Span.End
		}
	})
}

// FuzzParse holds that what is parsed can be written, and that the form written
// depends on nothing but the fields: where it parses to a citation of the same kind
// and fields, that is written in the same way. TestStringParses holds that it does
// parse, which garbage need not.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		for part := range strings.SplitSeq(s, "; ") {
			f.Add(part)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := citation.Parse(text)
		if err != nil {
			var syntax *citation.SyntaxError
			require.ErrorAs(t, err, &syntax)
			require.True(t, 0 <= syntax.Offset && syntax.Offset <= len(text))
			return
		}
		check(t, text, citation.Span{Start: 0, End: len(text)}, []citation.Citation{c})
		if again, err := citation.Parse(c.String()); err == nil && same(t, c, again) && again.Common().Text() == c.String() {
			require.Equal(t, c.String(), again.String())
		}
	})
}
