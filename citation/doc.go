// Package citation finds American legal citations in text and says what each
// of them cites.
//
//	Doe v. Acme, Inc., 531 U.S. 98, 101 (2000)                  *Case
//	Doe, 531 U.S. at 104                                        *ShortCase
//	42 U.S.C. § 1983 (2018)                                     *Statute
//	Bürgerliches Gesetzbuch [BGB] [Civil Code], § 823 (Ger.)    *Statute
//	Geneva Convention art. 3, Aug. 12, 1949, 75 U.N.T.S. 287    *Treaty
//	Jane Roe, Paper Cuts, 120 Yale L.J. 950, 951 (2011)         *Article
//	Jane Roe, Ink, The Guardian (May 3, 2020), https://...      *Web
//	Id. at 5                                                    *Id
//	Roe, supra note 4, at 951                                   *Supra
//	Doe, infra note 40                                          *Infra
//	supra Part II.B; infra notes 5-7                            *Reference
//
// Running text, such as an opinion or a brief, is read by [All]:
//
//	for c := range citation.All(text) {
//		switch c := c.(type) {
//		case *citation.Case:
//			fmt.Println(c.Name.Text, c.Reports[0].Volume)
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
// (line breaks, doubled blanks, Markdown emphasis, HTML tags) is passed over
// where it stands. Text never fails to parse, and no input makes time grow
// faster than its length. What short forms stand for is found by package
// resolve.
package citation
