package resolve_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/resolve"
)

// TestMentions holds which names in a text are those of cases cited before.
func TestMentions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"after a preposition", "BMW of N. Am., Inc. v. Gore, 517 U.S. 559 (1996). In Gore, the Court said so.", "Gore"},
		{"with a page", "BMW of N. Am., Inc. v. Gore, 517 U.S. 559 (1996). So it was. In Gore, at 574, and Gore at p. *7.", ""},
		{"in emphasis", "Bush v. Gore, 531 U.S. 98 (2000). The *Gore* Court said so.", "Gore"},
		{"a person", "Bush v. Gore, 531 U.S. 98 (2000). Then Gore testified, and Bush left.", ""},
		{"before the citation", "In Gore, it said so. Bush v. Gore, 531 U.S. 98 (2000).", ""},
		{"a government", "United States v. Lee, 455 U.S. 252 (1982). In United States courts it is so; under Lee it is not.", "Lee"},
		{"a business", "Russello Paper Co. v. Doe, 1 F.3d 2 (1st Cir. 1993). Under Russello Paper, all is well.", "Russello Paper"},
		{"part of a longer word", "Bush v. Gore, 531 U.S. 98 (2000). In Goreham they disagree.", ""},
		{"the later of two", "Doe v. Lee, 1 U.S. 1 (1790). Roe v. Lee, 2 U.S. 2 (1791). See Lee.", "Lee"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range resolve.Mentions(c.text, slices.Collect(citation.All(c.text))) {
				got = append(got, m.Span.In(c.text))
				assert.NotNil(t, m.Case)
			}
			assert.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}
