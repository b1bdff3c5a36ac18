// Package citation finds American legal citations in text and says what each
// of them cites.
//
//	Doe v. Acme, Inc., 531 U.S. 98, 101 (2000)                  *Case
//	Poe v. Moe, No. 12-3456, slip op. at 5 (2d Cir. May 3, 2013)  *Case
//	Doe, 531 U.S. at 104                                        *ShortCase
//	42 U.S.C. § 1983 (2018); ERISA § 502; Cal. Penal Code § 187  *Statute
//	Bürgerliches Gesetzbuch [BGB] [Civil Code], § 823 (Ger.)    *Statute
//	§ 1983; section 10(b)                                       *ShortStatute
//	Cohen 370, where the text cited Cohen before                *ShortWork
//	Pub. L. No. 111-148, § 1501, 124 Stat. 119 (2010)           *SessionLaw
//	Stats. 1992, ch. 726, § 2; 31 Car. 2, c. 2 (1679)           *SessionLaw
//	17 C.F.R. § 240.10b-5; 85 Fed. Reg. 30,026; Rev. Rul. 99-7  *Regulation
//	U.S. Const. art. I, § 8, cl. 3                              *Constitution
//	Fed. R. Civ. P. 12(b)(6); U.S.S.G. § 2D1.1; Rule 56         *Rule
//	Restatement (Second) of Torts § 402A (1965)                 *Restatement
//	H.R. Rep. No. 104-828, at 209 (1996); 110 Cong. Rec. 2577   *Legislative
//	G.A. Res. 217A, U.N. Doc. A/RES/217 (Dec. 10, 1948)         *International
//	Geneva Convention art. 3, Aug. 12, 1949, 75 U.N.T.S. 287    *Treaty
//	Jane Roe, Paper Cuts, 120 Yale L.J. 950, 951 (2011)         *Article
//	5A Wright & Miller, Federal Practice and Procedure § 1356   *Book
//	Jane Roe, Ink, The Guardian (May 3, 2020), https://...      *Work
//	U.S. Patent No. 6,285,999                                   *Patent
//	ABA Formal Op. 93-379 (1993)                                *Ethics
//	J.A. 45; Tr. 12:3-9; Compl. ¶ 12; ECF No. 7 at 3            *Record
//	Id. at 5                                                    *Id
//	Roe, supra note 4, at 951                                   *Supra
//	Doe, infra note 40                                          *Infra
//	supra Part II.B; infra notes 5-7; ante, at 12               *Reference
//
// Running text, such as an opinion or a brief, is read by [All]:
//
//	for c := range citation.All(text) {
//		switch c := c.(type) {
//		case *citation.Case:
//			fmt.Println(c.Name.Text, c.Reports, c.Date)
//		default:
//			fmt.Println(c.Kind(), c.Common().Text())
//		}
//	}
//
// The footnotes of a law review are read by [Note], one at a time, as sentences
// of citations and of prose; only there can a source without a form of its
// own, such as a newspaper, be told by its place in the sentence. A string
// that is one citation is read by [Parse].
//
// Spans are byte offsets into the very string that was passed in: noise in it
// (line breaks, doubled blanks, page breaks and star pages, Markdown emphasis,
// HTML tags and entities) is passed over where it stands. Text never fails to parse, and no input makes time grow
// faster than its length. What short forms stand for is found by package
// resolve.
//
// A citation marshals to flat JSON ([Fields]), with the citations inside it, and
// [Unmarshal] reads it back. Package export writes those of whole documents.
package citation
