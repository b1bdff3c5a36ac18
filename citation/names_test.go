package citation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Doe v. Roe, 531 U.S. 98 (2000)", []string{"Doe v. Roe", "Doe", "Roe"}},
		{"Jane Roe & John Doe, Paper Cuts, 120 Yale L.J. 950 (2011) [hereinafter Cuts]", []string{"Cuts", "Paper Cuts", "Jane Roe", "John Doe", "Roe & Doe", "Roe", "Jane Roe & John Doe", "Roe & Doe Paper Cuts"}},
		{"2 Allan Nevins, Ordeal of the Mill (1947)", []string{"Ordeal of the Mill", "Allan Nevins", "Nevins", "Nevins Ordeal of the Mill", "2 Ordeal of the Mill", "2 Allan Nevins", "2 Nevins", "2 Nevins Ordeal of the Mill"}},
		{"H.R. Rep. No. 104-828 (1996)", []string{"H.R. Rep.", "H.R. Rep. No. 104-828", "H.R. Rep. 104-828"}},
		{"Lanham Act, Pub. L. No. 79-489, 60 Stat. 427 (1946)", []string{"Lanham Act", "Pub. L. No. 79-489", "Pub. L. 79-489"}},
		{"U.S. Const. art. III, § 2", nil},
		{"Id. at 5", nil},
	} {
		got, err := citation.Parse(c.text)
		require.NoError(t, err, c.text)
		assert.Equal(t, c.want, got.Names(), c.text)
	}
}

func TestFamilyName(t *testing.T) {
	for author, want := range map[string]string{
		"Jane Roe": "Roe", "Roe, Jane": "Roe", "John Q. Doe, Jr.": "Doe", "John Doe III": "Doe", "Jr.": "Jr.", "": "", "Institute of Paper": "Paper",
	} {
		assert.Equal(t, want, citation.FamilyName(author), author)
	}
}
