// Package resolve links the short forms of legal citations (id., supra, a short
// case name) to the full citations they stand for.
//
//	Id. at 5                      the citation just before it
//	Collini et al., supra note 5  the source of that name in note 5
//	531 U.S. at 99                the case in that volume
//
// A [Resolver] is fed a document note by note, each with its label and its
// citations in order; it answers with a [Link] for each short form. A link keeps
// what was found and says by which rule, or why nothing could be found:
//
//	var r resolve.Resolver
//	for _, n := range notes {
//		for _, link := range r.Note(n.Label, n.Citations) {
//			fmt.Println(link.From, "->", link.Source, link.Why)
//		}
//	}
//
// Running text is one note without a label. The body of a document with notes is
// fed by [Resolver.Body] between its notes; notes that are numbered anew by
// [Resolver.Scope].
//
// [Authorities] gathers what the citations and links of one document, or of many,
// cite: one entry for each thing, known by its [Key].
package resolve
