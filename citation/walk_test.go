package citation

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWalkKnowsPiecesBefore reads short forms that are citations only where an
// earlier piece cited their source.
func TestWalkKnowsPiecesBefore(t *testing.T) {
	pieces := []struct {
		text string
		want []string
	}{
		{"Gore, at 575, is not the law. An action under 1983 lies. See Cobb 132.", nil},
		{"See Gore v. Bush, 531 U.S. 98 (2000); 42 U.S.C. 1983.", []string{"case", "statute"}},
		{"See S. Cobb, The Rise of Liberty 131 (1902).", []string{"book"}},
		{"Nothing is cited here, at 99.", nil},
		{"Gore, at 575, is the law. An action under § 1983 lies. See Cobb 132.", []string{"shortcase", "shortstatute", "shortwork"}},
	}
	var w Walk
	for _, p := range pieces {
		var got []string
		for c := range w.All(p.text) {
			require.Equal(t, c.Common().Span.In(p.text), c.Common().Text())
			got = append(got, string(c.Kind()))
		}
		assert.Equal(t, p.want, got, p.text)
	}
}

// TestWalkEndsEarly leaves a piece at a citation, which the next piece begins with.
func TestWalkEndsEarly(t *testing.T) {
	const text = "It is so. Gore v. Bush, 531 U.S. 98 (2000). Gore, at 99."
	var w Walk
	for range w.All(text) {
		break
	}
	assert.Nil(t, w.said, "the citation is not known yet")
	assert.Len(t, slices.Collect(w.All(text[len("It is so. "):])), 2)
}

// TestMemoryApart holds that what the memory has apart from the text is what it
// had, of the last of many sources.
func TestMemoryApart(t *testing.T) {
	var b strings.Builder
	for i := range maxSaid + 10 {
		name := string([]byte{'A' + byte(i/26), 'a' + byte(i%26)}) + "rton"
		b.WriteString("See " + name + " v. Roe, 531 U.S. 98 (2000); A. " + name + ", Law of " + name + " 12 (1999); 42 U.S.C. § 1" + strings.Repeat("0", i%3) + "84. ")
	}
	said := new(Parser).walk(b.String(), nil, func(Citation) bool { return true })
	apart := said.apart()
	assert.Len(t, apart.cases.items, maxSaid)
	assert.Equal(t, said.cases, apart.cases)
	assert.Equal(t, said.works, apart.works)
	assert.Equal(t, said.sections, apart.sections)
	assert.Equal(t, said.signs, apart.signs)
	assert.Nil(t, (*memory)(nil).apart())
}
