package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestKey(t *testing.T) {
	for _, same := range [][]string{
		{"China’s Secret Police", "China's secret police", "CHINA'S  SECRET\nPOLICE", "Chinas Secret Police,"},
		{"Müller", "MULLER", "Mu\u0308ller"},
		{"Int’l Soc’y", "Intl. Socy", "Int'l Soc'y"},
		{"Ｈｅｒａｌｄ", "Herald"},
		{"oﬃce", "office"},
		{"Straße", "STRASSE"},
		{"paper–mill", "paper-mill", "paper mill", "paper—mill"},
		{"co\u00adoperate", "cooperate"},
		{"Smith & Roe", "smith  &  roe"},
		{"反电信网络诈骗法", "反电信网络诈骗法。"},
		{"“Ink,”", "Ink"},
	} {
		for _, s := range same[1:] {
			assert.Equal(t, Key(same[0]), Key(s), "%q and %q", same[0], s)
		}
	}
	assert.NotEqual(t, Key("Roe"), Key("Doe"))
	assert.NotEqual(t, Key("反"), Key("法"))
	assert.Empty(t, Key(" ,.’ "))
	assert.Equal(t, []string{"china", "file"}, Words("China  File."))
}

func FuzzKey(f *testing.F) {
	f.Add("China’s Secret Police")
	f.Fuzz(func(t *testing.T, s string) {
		assert.Equal(t, Key(s), Key(Key(s)), "a key is its own key")
	})
}
