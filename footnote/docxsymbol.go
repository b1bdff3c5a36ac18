package footnote

import (
	"strconv"
	"strings"
)

// symbolFonts are fonts with an encoding of their own, by their names in lower
// case: the characters from a code on, with a blank where one is not known.
var symbolFonts = map[string][]symbolRow{
	"symbol": {
		{0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"},
		{0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"},
		{0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
		{0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"},
		{0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"},
		{0xe0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"},
	},
	"wingdings": {
		{0x6c, "●"}, {0x6e, "■"}, {0xa7, "▪◻"}, {0xd8, "➢"}, {0xdf, "←→↑↓"}, {0xfb, "✗✓☒☑"},
	},
	"wp typographicsymbols": { // of WordPerfect
		{0x26, "¶§¡¿«»"}, {0x3d, "’‘"}, {0x40, "”“–—‹›"}, {0x48, "†‡™"},
	},
}

// A symbolRow is a row of characters.
type symbolRow struct {
	first int
	chars string
}

// windows1252 are the characters 80 to 9F of that encoding, with a blank where
// there is none.
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

// privateUse is what Word adds to the code of a character of such a font.
const privateUse = 0xf000

// symbolOf returns the character of a font with that code, in hexadecimal
// digits. Of an unknown one it returns the code's own character; known is false.
func symbolOf(font, code string) (char string, known bool) {
	n, err := strconv.ParseUint(code, 16, 21)
	if err != nil {
		return "\ufffd", false
	}
	low := int(n) &^ privateUse
	rows, special := symbolFonts[strings.ToLower(font)]
	switch {
	case special && low < 0x100:
		for _, r := range rows {
			if char := r.at(low); char != "" {
				return char, true
			}
		}
		return string(rune(n)), false
	case int(n)&privateUse != privateUse || low >= 0x100:
		return string(rune(n)), true
	case 0x80 <= low && low < 0xa0:
		char = symbolRow{0x80, windows1252}.at(low)
		return char, char != ""
	}
	return string(rune(low)), low >= 0x20
}

// at returns the character with that code; empty when the row has none.
func (r symbolRow) at(code int) string {
	k := code - r.first
	for _, char := range r.chars {
		if k == 0 && (char != ' ' || code == 0x20) {
			return string(char)
		}
		k--
	}
	return ""
}
