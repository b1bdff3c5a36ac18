package citation

// A role is what a word may do in a name, a title or a sentence: a set of the
// constants below. The words and their roles are in internal/tables/words.tsv.
type role uint32

const (
	roleJoin          role = 1 << iota // a small word inside a party's or an institution's name: "of"
	roleNameStart                      // a small word that may begin a name: "van"
	roleAfterComma                     // follows a comma inside a name: "Inc."
	roleSentenceStart                  // begins a sentence or a signal, not a name: "Under"
	roleParticle                       // a small word inside a person's name: "de"
	roleTitleStart                     // begins a title, hardly ever a name: "How"
	roleInstitution                    // tells an institution: "Comm’n"
	roleDesignation                    // says what a piece is: "Note", "Editorial"
	roleLeadsToName                    // a word after which a sentence names an author: "by"
	roleProse                          // is in sentences, hardly in names and titles: "was"
	roleAct                            // names an enactment: "Act"
	roleParty                          // is first in a party's name: "United"
	roleCourt                          // names a court, or what is not a party before a citation: "Circuit"
	roleTreaty                         // names an international agreement: "Convention"
	roleConvention                     // names an international agreement and nothing else: "Treaty"
	roleNewspaper                      // ends a newspaper's or a magazine's name: "Times"
	roleAfterSection                   // what is brought under a section: "action"
	roleBranch                         // a part of a body that is named before it: "Local", "Chapter"
	roleLetter                         // a letter or a talk, by whom it is: "E-mail", "Interview"
	rolePaper                          // begins the name of a paper in a docket, in small letters: "order"
	roleCapacity                       // says after a comma as what a party sues: "Trustee"
)

// roles are the names of the roles in the table.
var roles = map[string]role{
	"join": roleJoin, "name-start": roleNameStart, "after-comma": roleAfterComma, "sentence-start": roleSentenceStart,
	"particle": roleParticle, "title-start": roleTitleStart, "institution": roleInstitution, "designation": roleDesignation,
	"leads-to-name": roleLeadsToName, "prose": roleProse, "act": roleAct, "treaty": roleTreaty, "party": roleParty, "court": roleCourt, "after-section": roleAfterSection, "convention": roleConvention, "newspaper": roleNewspaper, "letter": roleLetter, "paper": rolePaper, "branch": roleBranch, "capacity": roleCapacity,
}
