package shape

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/internal/tables"
)

// TestTables compiles the layout of every row of the tables.
func TestTables(t *testing.T) {
	for _, table := range []tables.Table{tables.Reporters, tables.Codes, tables.Rules, tables.Documents, tables.Series} {
		table.Each(func(r *tables.Row) {
			text := r.Get("shape")
			l, err := Compile(text)
			if !assert.NoError(t, err, "%s:%d: %s", table.File, r.Line, text) {
				return
			}
			if text != "" {
				assert.Equal(t, text, l.String())
			}
			// written with its own field names, it is itself again
			var b strings.Builder
			l.Write(&b, func(s Step) string {
				v := "{" + string(s.Field) + "}"
				if s.Field == Abbrev {
					v = "@"
				}
				if s.Label != "" {
					v = s.Label + " " + v
				}
				return v
			})
			assert.Equal(t, l.String(), b.String())
		})
	}
}

func TestCompileErrors(t *testing.T) {
	for _, test := range []struct {
		text   string
		column int
		err    string
	}{
		{"{volume} {page}", 0, "no @ for the abbreviation"},
		{"@", 0, "no field beside the abbreviation"},
		{"{volume} @ {pages}", 11, "unknown field {pages}"},
		{"{volume} @ {page", 11, "no field in braces"},
		{"@ § section", 2, `no field in braces after "§ "`},
		{"@ chap. {chapter}", 2, `unknown label "chap."`},
		{"{page} @ {page}", 9, "page is there twice"},
		{"@ @ {page}", 2, "@ is there twice"},
	} {
		_, err := Compile(test.text)
		var at *Error
		require.ErrorAs(t, err, &at, test.text)
		assert.ErrorContains(t, err, test.err)
		assert.Equal(t, test.column, at.Column, test.text)
		assert.Same(t, Of(""), Of(test.text))
	}
}

func TestLayout(t *testing.T) {
	l := Of("@ ch. {chapter}, § {section}")
	assert.Same(t, l, Of("@ ch. {chapter}, § {section}"))
	assert.Empty(t, l.Before())
	assert.Equal(t, []Step{{Chapter, "ch.", " "}, {Section, "§", ", "}}, l.After())
	assert.True(t, l.Has(Section))
	assert.False(t, l.Has(Page))

	write := func(text string, values map[Field]string) string {
		var b strings.Builder
		Of(text).Write(&b, func(s Step) string {
			if v := values[s.Field]; v != "" && s.Label != "" {
				return s.Label + " " + v
			}
			return values[s.Field]
		})
		return b.String()
	}
	report := map[Field]string{Abbrev: "S.C.R.", Year: "1986", Volume: "1", Page: "103"}
	assert.Equal(t, "[1986] 1 S.C.R. 103", write("[{year}] {volume} @ {page}", report))
	assert.Equal(t, "1999-NMCA-019", write("{year}-@-{number}", map[Field]string{Abbrev: "NMCA", Year: "1999", Number: "019"}))
	assert.Equal(t, "§ 768.28, Fla. Stat.", write("§ {section}, @", map[Field]string{Abbrev: "Fla. Stat.", Section: "768.28"}))
	assert.Equal(t, "Fla. Stat.", write("§ {section}, @", map[Field]string{Abbrev: "Fla. Stat."}))
	assert.Equal(t, "U.S.C. § 5", write("{title} @ § {section}", map[Field]string{Abbrev: "U.S.C.", Section: "5"}))
}
