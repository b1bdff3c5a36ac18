package footnote

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// texAccents are the combining characters of the commands of accents.
var texAccents = map[string]rune{
	"`": 0x300, "'": 0x301, "^": 0x302, "~": 0x303, `"`: 0x308, "=": 0x304, ".": 0x307,
	"u": 0x306, "v": 0x30c, "H": 0x30b, "r": 0x30a, "c": 0x327, "k": 0x328, "d": 0x323, "b": 0x331, "t": 0x361,
	"hat": 0x302, "tilde": 0x303, "bar": 0x304, "dot": 0x307, "ddot": 0x308, "acute": 0x301, "grave": 0x300, "breve": 0x306, "check": 0x30c,
}

// accent = command letter; the letter may be in braces, or \i or \j
func (r *texReader) accent(tok texToken, mark rune) {
	if r.spent && r.peek().kind != texText {
		return // a group would be read twice
	}
	arg, ok := r.mandatory(tok)
	if r.preamble || !ok {
		return
	}
	if len(arg) == 0 {
		r.stand(texBareAccents[mark], tok)
		return
	}
	base := arg[0].text
	if len(arg) > 1 || arg[0].kind != texText {
		base = r.capture(arg)
	}
	if base == "" { // nothing to put it on, or nothing that may be read again
		r.again(arg)
		return
	}
	switch { // the accents have dots to go with
	case strings.HasPrefix(base, "ı"):
		base = "i" + base[len("ı"):]
	case strings.HasPrefix(base, "ȷ"):
		base = "j" + base[len("ȷ"):]
	}
	_, w := utf8.DecodeRuneInString(base)
	r.stand(norm.NFC.String(base[:w]+string(mark)+base[w:]), tok)
}

// charCommand = \char number, where the number is decimal, 'octal, "hexadecimal or `character
func texCharCommand(r *texReader, c texCall) {
	tok := r.next()
	if tok.kind != texText {
		r.unread(tok, 0)
		return
	}
	base := 10
	switch tok.text {
	case "’", "'":
		base, tok = 8, r.next()
	case "‘", "`":
		r.charOfCode(c)
		return
	}
	digits, skip := tok.text, 0
	if strings.HasPrefix(digits, `"`) {
		base, skip = 16, 1
	}
	n := skip
	for n < len(digits) && texIsHexDigit(digits[n], base) {
		n++
	}
	code, ok := texParseRune(digits[skip:n], base)
	r.unread(tok, n)
	if ok {
		r.stand(string(code), c.texToken)
	}
}

// charOfCode writes the character after "`", which may have a backslash.
func (r *texReader) charOfCode(c texCall) {
	switch tok := r.next(); tok.kind {
	case texControl:
		r.stand(tok.text, c.texToken)
	case texText:
		r.stand(r.firstRune(tok).text, c.texToken)
	default:
		r.unread(tok, 0)
	}
}

// texIsHexDigit reports whether b is a digit in the base.
func texIsHexDigit(b byte, base int) bool {
	return isDigit(b) && int(b-'0') < base || base == 16 && 'A' <= b && b <= 'F'
}

// symbolCommand = \symbol { number }
func texSymbolCommand(r *texReader, c texCall) {
	base, digits := 10, r.text(c.args[0])
	if hex, ok := strings.CutPrefix(digits, `"`); ok {
		base, digits = 16, hex
	}
	if code, ok := texParseRune(digits, base); ok {
		r.stand(string(code), c.texToken)
	}
}

// texBareAccents are what accents print over nothing, for those that are in use.
var texBareAccents = map[rune]string{0x300: "`", 0x301: "´", 0x302: "^", 0x303: "~", 0x308: "¨", 0x304: "¯", 0x327: "¸"}

// texSymbols are the commands that stand for a text. A thin space, which does
// not end a line, is a no-break space.
var texSymbols = map[string]string{
	"S": "§", "P": "¶", "SS": "§§", "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡",
	"textbullet": "•", "bullet": "•", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
	"textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textcent": "¢", "textyen": "¥", "textcurrency": "¤", "textdegree": "°", "degree": "°",
	"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ",
	"dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
	",": "\u00a0", "thinspace": "\u00a0", "nobreakspace": "\u00a0", "textvisiblespace": "␣",
	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "|": "‖",
	"textasciitilde": "~", "textasciicircum": "^", "textbackslash": `\`, "textunderscore": "_", "textdollar": "$", "textbar": "|", "textless": "<",
	"textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textquotesingle": "'", "textasciigrave": "`",
	"textasteriskcentered": "*", "textasterisk": "*", "slash": "/", "textslash": "/", "backslash": `\`, "lbrack": "[", "rbrack": "]",
	"textemdash": "—", "textendash": "–", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
	"lq": "‘", "rq": "’", "textquotedbl": `"`, "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
	"guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“",
	"textexclamdown": "¡", "textquestiondown": "¿", "ldots": "…", "dots": "…", "textellipsis": "…", "cdots": "⋯", "lips": "…",
	"textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№",
	"TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "XeTeX": "XeTeX", "BibTeX": "BibTeX", "nbspace": "\u00a0", "textperiodcentered": "·", "cdot": "·",
	"times": "×", "div": "÷", "pm": "±", "mp": "∓", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼",
	"equiv": "≡", "infty": "∞", "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√", "partial": "∂", "nabla": "∇", "in": "∈", "notin": "∉", "subset": "⊂",
	"cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "neg": "¬", "lnot": "¬", "wedge": "∧", "vee": "∨", "to": "→", "rightarrow": "→",
	"leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐", "leftrightarrow": "↔", "textrightarrow": "→", "prime": "′", "circ": "°", "ast": "*", "star": "⋆",
	"checkmark": "✓", "ell": "ℓ", "lt": "<", "gt": ">", "mid": "|", "dagger": "†", "ddagger": "‡", "textmu": "µ",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι",
	"kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
	"chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
	"Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}
