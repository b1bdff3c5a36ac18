package footnote

import (
	"strings"
	"sync"
)

// A texCommand says what a command of TeX, LaTeX or a package does.
type texCommand struct {
	spec string                        // the arguments that are read before: see [texReader.arguments]
	do   func(r *texReader, c texCall) // nil when the command prints nothing
	pre  bool                          // it counts in the preamble too
}

var (
	texTable     map[string]texCommand
	texTableOnce sync.Once
)

// texCommands returns the table of commands by their names.
func texCommands() map[string]texCommand {
	texTableOnce.Do(func() {
		texTable = make(map[string]texCommand)
		for _, row := range texSilent {
			texAddCommands(row.names, texCommand{row.spec, nil, false})
		}
		for _, face := range texFaces {
			texAddCommands(face.commands, texCommand{"", face.command, false})
			texAddCommands(face.declarations, texCommand{"", face.declare, false})
		}
		for _, row := range texActions() {
			texAddCommands(row.names, texCommand{row.spec, row.do, row.pre})
		}
		for _, blank := range []string{" ", "\n", "\t", "\r"} {
			texTable[blank] = texCommand{"", texBlankCommand, false}
		}
		for name := range texNotes {
			texTable[name] = texCommand{"o", texNoteCommand, false}
		}
		for name := range texReferences {
			texTable[name] = texCommand{"sm", texReference, false}
		}
		for name := range texBranches {
			texTable[name] = texCommand{"m", texBranchArgument, false}
		}
		for name := range texHeadings {
			texTable[name] = texCommand{"so", texHeading, false}
		}
		texTable[texEndTitle] = texCommand{"", texCloseTitle, false}
		texTable[texEndEnvironment] = texCommand{"m", texCloseEnvironment, false}
		texTable[texCiteKey] = texCommand{"m", texWriteCiteKey, false}
	})
	return texTable
}

func texAddCommands(names string, c texCommand) {
	for name := range strings.FieldsSeq(names) {
		texTable[name] = c
	}
}

// A texFace is a change of typeface: by commands with an argument, or by
// declarations that hold up to the end of the group.
type texFace struct {
	commands, declarations string
	set, clear, toggle     Face
}

var texFaces = [...]texFace{
	{commands: "emph", declarations: "em", toggle: Italic},
	{commands: "textit textsl mkbibemph mkbibitalic", declarations: "itshape slshape", set: Italic},
	{commands: "textsc", declarations: "scshape", set: SmallCaps},
	{commands: "textbf mkbibbold", declarations: "bfseries", set: Bold},
	{commands: "underline uline ul uuline", set: Underline},
	{commands: "textsuperscript up fup", set: Superscript},
	{commands: "textup", declarations: "upshape", clear: Italic | SmallCaps},
	{commands: "textmd", declarations: "mdseries", clear: Bold},
	{commands: "textnormal", declarations: "normalfont rm", clear: Italic | SmallCaps | Bold},
	{declarations: "it sl", set: Italic, clear: SmallCaps | Bold},
	{declarations: "sc", set: SmallCaps, clear: Italic | Bold},
	{declarations: "bf", set: Bold, clear: Italic | SmallCaps},
}

func (f texFace) command(r *texReader, c texCall) {
	if r.argument(c.texToken, nil) {
		f.declare(r, c)
	}
}

func (f texFace) declare(r *texReader, _ texCall) { r.face = (r.face&^f.clear | f.set) ^ f.toggle }

// texSilent are the commands that print nothing themselves, by the arguments of
// theirs that are no text. What follows those is read as text.
var texSilent = [...]struct{ spec, names string }{
	{"", `noindent indent centering raggedright raggedleft frenchspacing nonfrenchspacing relax protect null leavevmode
		unskip ignorespaces ignorespacesafterend allowbreak nobreak sloppy fussy onehalfspacing doublespacing singlespacing
		footnoterule tableofcontents listoffigures listoftables frontmatter mainmatter backmatter appendix
		tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge selectfont
		sffamily ttfamily rmfamily sf tt boldmath unboldmath theendnotes printendnotes hline toprule midrule bottomrule
		endhead endfirsthead endfoot endlastfoot left right big Big bigl bigr Bigl Bigr displaystyle textstyle limits nolimits
		global long outer protected immediate expandafter noexpand csname endcsname makeatletter makeatother
		ExplSyntaxOn ExplSyntaxOff fi number the strut obeylines nonumber notag raggedbottom flushbottom
		twocolumn onecolumn nocorr xspace @ - / !`},
	{"o", `linebreak nolinebreak pagebreak nopagebreak makebox framebox`},
	{"m", `phantom hphantom vphantom glossary pagestyle thispagestyle pagenumbering hyphenation linespread bibliographystyle
		addbibresource graphicspath hypersetup urlstyle lstset usetikzlibrary captionsetup selectlanguage foreignlanguage
		cline includeonly newlength newsavebox setstretch nocite newtoks usebox tag markright hypertarget`},
	{"sm", `hspace vspace`},
	{"om", `index fancyhead fancyfoot fancyhf color pagecolor setmainfont setsansfont setmonofont scalebox cmidrule
		LoadClass RequirePackage textcolor colorbox`},
	{"som", `includegraphics`},
	{"mm", `setlength addtolength settowidth settoheight settodepth markboth fontsize PassOptionsToPackage resizebox
		sethlcolor addtocontents multicolumn`},
	{"mmm", `addcontentsline definecolor`},
	{"omm", `rule pdfbookmark`},
	{"ooom", `parbox`},
	{"moo", `raisebox`},
	{"mom", `multirow`},
	{"smom", `newtheorem`},
}

// command executes a control sequence.
func (r *texReader) command(tok texToken) {
	if m := r.macros[tok.text]; m != nil {
		if m.alias == "" {
			r.expand(tok, m)
			return
		}
		tok.text = m.alias
	}
	if r.conditional(tok) {
		return
	}
	if cmd, ok := r.commands[tok.text]; ok {
		r.execute(tok, cmd)
		return
	}
	if text, ok := texSymbols[tok.text]; ok {
		r.stand(text, tok)
		return
	}
	r.otherCommand(tok)
}

// texReadsAgain are the commands whose arguments are read twice; they are left
// to be read as text when nothing may be read again.
var texReadsAgain = texSet("title subtitle author date IfNoValueTF IfNoValueT IfNoValueF IfValueTF IfValueT IfValueF " +
	"IfBooleanTF IfBooleanT IfBooleanF ifstrempty ifblank notblank")

func (r *texReader) execute(tok texToken, cmd texCommand) {
	if r.preamble && !cmd.pre || r.spent && texReadsAgain[tok.text] {
		return
	}
	c := r.arguments(tok, cmd.spec)
	if cmd.do != nil {
		cmd.do(r, c)
		return
	}
	for _, a := range c.args {
		for _, t := range a.tokens {
			if kind, ok := texNotes[t.text]; ok && t.kind == texControl && kind.text {
				r.problem(Refused, t.pos(), `\`+t.text+` in an argument of \`+c.text+" that is not text")
			}
		}
	}
}

// otherCommand executes what is in no table: an accent, a counter, a switch. Of
// a command that is not known, the arguments are read as text; options in
// brackets, with "=" between their names and values, are left out.
func (r *texReader) otherCommand(tok texToken) {
	if mark := texAccents[tok.text]; mark != 0 {
		r.accent(tok, mark)
		return
	}
	for _, prefix := range []string{"the", "c@"} {
		if name, ok := strings.CutPrefix(tok.text, prefix); ok && r.counters.has(name) {
			r.stand(r.printedDefault(name), tok)
			return
		}
	}
	if r.setSwitch(tok) || r.preamble || tok.call >= 0 || tok.end >= len(r.src) || r.src[tok.end] != '[' {
		return
	}
	if arg, ok := r.optional(); ok && !strings.Contains(r.text(texArgument{arg, true}), "=") {
		r.again(texBracketed(arg))
	}
}

// The internal commands; no command of a document has a blank in its name.
const (
	texEndEnvironment = "end environment "
	texCiteKey        = "cite key "
)

func texBlankCommand(r *texReader, c texCall) { r.w.space(c.pos()) }
func texBreakLine(r *texReader, c texCall)    { r.w.lineBreak(c.pos()) }
func texParCommand(r *texReader, c texCall)   { r.endParagraph(c.texToken) }

// heading = ( \chapter | \section | ... ) [ "*" ] [ "[" short title "]" ] title
func texHeading(r *texReader, c texCall) {
	r.endParagraph(c.texToken)
	if !c.args[0].given && texHeadings[c.text] <= r.counters.value["secnumdepth"] {
		r.step(c.text)
		r.label = texLabel{text: r.printed(c.text), counter: c.text}
	}
	runIn := texHeadings[c.text] > texHeadings["subsubsection"]
	r.argument(c.texToken, func() {
		if runIn {
			r.w.space(c.end)
			return
		}
		r.w.paragraph(c.pos())
	})
}

// caption = \caption [ "*" ] [ "[" short caption "]" ] text
func texCaption(r *texReader, c texCall) {
	r.endParagraph(c.texToken)
	for _, name := range []string{"figure", "table"} {
		if r.kinds[name]+r.kinds[name+"*"] > 0 {
			r.step(name)
			r.label = texLabel{text: r.printed(name), counter: name}
		}
	}
	r.argument(c.texToken, func() { r.w.paragraph(c.pos()) })
}

// item = \item [ "[" label "]" ]
func texItem(r *texReader, c texCall) {
	r.endParagraph(c.texToken)
	if label := c.args[0]; label.given {
		r.again(append(label.tokens[:len(label.tokens):len(label.tokens)], texControlToken(" ", c.pos())))
	}
}

// texEnquote puts the argument in quotation marks, those of a quotation inside a
// quotation where it is one.
func texEnquote(r *texReader, c texCall) {
	inner := c.args[0].given != (r.quotes%2 == 1)
	open, end := "“", "”"
	if inner {
		open, end = "‘", "’"
	}
	r.stand(open, c.texToken)
	if r.argument(c.texToken, func() { r.stand(end, c.texToken) }) {
		r.quotes++
	}
}

// texRefuse reports what the command would read from another file.
func texRefuse(r *texReader, c texCall) {
	name := `\` + c.text
	for _, a := range c.args[1:] {
		name += "{" + r.text(a) + "}"
	}
	r.problem(Refused, c.pos(), name+" is in another file")
}

func texOmit(r *texReader, c texCall) {
	r.problem(Refused, c.pos(), `\`+c.text+" is the author's own note")
}

// texDocumentClass knows the classes with chapters.
func texDocumentClass(r *texReader, c texCall) {
	if !texChapterClasses[r.text(c.args[1])] {
		return
	}
	for child, parent := range texChapterParents {
		r.counters.number(child, parent, true)
	}
	r.counters.number("footnote", "chapter", false)
	r.setCounter("secnumdepth", 2)
}

// texUsePackage knows the options of packages that count for notes.
func texUsePackage(r *texReader, c texCall) {
	options, names := r.text(c.args[0]), r.text(c.args[1])
	if strings.Contains(names, "footmisc") {
		r.symbols = strings.Contains(options, "symbol")
		if strings.Contains(options, "perpage") {
			texPerPage(r, c)
		}
	}
	if strings.Contains(names, "biblatex") {
		for _, style := range texNoteStyles {
			r.citeNotes = r.citeNotes || strings.Contains(options, style)
		}
	}
}

// texNoteStyles are options of biblatex with which \autocite makes notes.
var texNoteStyles = [...]string{"autocite=footnote", "autocite = footnote", "verbose", "oscola", "footnote-dw", "notes", "jura", "bluebook"}

func texPerPage(r *texReader, c texCall) {
	r.problem(Refused, c.pos(), "the notes are numbered anew on each page; here they are counted through")
}

// text in formulas
func textInMath(r *texReader, c texCall) {
	if r.argument(c.texToken, nil) {
		r.math = false
	}
}

// fraction = \frac above below
func texFraction(r *texReader, c texCall) {
	r.argument(c.texToken, func() { r.stand("/", c.texToken) })
}

func texBeginMath(r *texReader, c texCall) {
	if r.open(c.text, c.texToken, nil) {
		r.math = true
	}
}

// texEndMath ends what \( or \[ begins.
func texEndMath(r *texReader, c texCall) {
	if !r.closeKind(map[string]string{")": "(", "]": "["}[c.text], c.texToken) {
		r.damaged(c.pos(), `\`+c.text+" without what it ends")
	}
}

func texBeginGroup(r *texReader, c texCall) { r.open(texBraceGroup, c.texToken, nil) }
func texEndGroup(r *texReader, c texCall)   { r.closeBrace(c.texToken) }

func texStartText(r *texReader, _ texCall) { r.preamble = false }

func texEndDocument(r *texReader, _ texCall) {
	r.done = true
	r.stop()
}

// texOrPDF reads the first of two arguments, the one for print.
func texOrPDF(r *texReader, c texCall) {
	r.argument(c.texToken, func() { r.mandatory(c.texToken) })
}

// A texAction is a row of the table of commands.
type texAction struct {
	names, spec string
	do          func(r *texReader, c texCall)
	pre         bool
}

func texActions() []texAction {
	return []texAction{
		{`\ newline and And AND cr crcr tabularnewline`, "so", texBreakLine, false},
		{"par newpage clearpage cleardoublepage bigskip medskip smallskip vfill vfil filbreak goodbreak endgraf", "", texParCommand, false},
		{"quad qquad enspace enskip hfill hfil hss dotfill hrulefill space : ; >", "", texBlankCommand, false},
		{"vskip hskip kern vglue hglue parindent parskip baselineskip hsize vsize textwidth textheight penalty tolerance leftskip rightskip looseness", "", texSkipLength, false},
		{"item", "o", texItem, false},
		{"bibitem", "om", texParCommand, false},
		{"caption", "so", texCaption, false},
		{"captionof", "sm", texCaption, false},
		{"begin", "m", texBegin, true},
		{"end", "m", texEnd, true},
		{"begingroup bgroup", "", texBeginGroup, false},
		{"endgroup egroup", "", texEndGroup, false},
		{"starttext", "", texStartText, true},
		{"stoptext bye endinput", "", texEndDocument, false},
		{"( [", "", texBeginMath, false},
		{") ]", "", texEndMath, false},
		{"text mbox hbox textrm intertext", "", textInMath, false},
		{"frac tfrac dfrac nicefrac sfrac", "", texFraction, false},
		{"enquote textquote blockquote mkbibquote", "soo", texEnquote, false},
		{"char", "", texCharCommand, false},
		{"symbol unichar", "m", texSymbolCommand, false},
		{"href", "m", texHref, false},
		{"url", "m", texURLCommand, false},
		{"path nolinkurl verb Verb lstinline", "sm", texVerbatim, false},
		{"hyperref", "o", texHyperRef, false},
		{"hyperlink", "m", texHyperLink, false},
		{"texorpdfstring", "", texOrPDF, false},
		{"label", "m", texSetLabel, false},
		{"pageref nameref vpageref cpageref", "sm", texPageReference, false},
		{"footref", "m", texFootRef, false},
		{"note", "o", texFootRef, false},
		{"cite cites parencite parencites textcite textcites autocite autocites footcite footcites footcitetext smartcite supercite fullcite footfullcite citep citet citealp citealt citeauthor citetitle citeyear Cite Textcite Autocite",
			"s", texCitation, false},
		{"input include subfile includepdf verbatiminput lstinputlisting bibliography", "ow", texRefuse, true},
		{"import subimport inputminted", "omm", texRefuse, true},
		{"printbibliography", "o", texRefuse, false},
		{"todo", "om", texOmit, false},
		{"title subtitle author date", "om", texTitlePart, true},
		{"maketitle", "", texMakeTitle, false},
		{"documentclass documentstyle", "om", texDocumentClass, true},
		{"usepackage", "om", texUsePackage, true},
		{"MakePerPage", "om", texPerPage, true},
		{"newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd", "smoo", texNewCommand, true},
		{"NewDocumentCommand RenewDocumentCommand DeclareDocumentCommand ProvideDocumentCommand", "mm", texNewDocumentCommand, true},
		{"newenvironment renewenvironment", "smoo", texNewEnvironment, true},
		{"def gdef edef xdef", "", texDef, true},
		{"let", "", texLet, true},
		{"newif", "m", texNewIf, true},
		{"else", "", texElseBranch, true},
		{"setcounter", "mm", texSetCounterCommand, true},
		{"addtocounter", "mm", texAddToCounter, true},
		{"stepcounter refstepcounter", "m", texStepCounter, true},
		{"newcounter", "mo", texNewCounter, true},
		{"counterwithin numberwithin", "smm", texCounterWithin, true},
		{"counterwithout", "smm", texCounterWithout, true},
		{"@addtoreset", "mm", texAddToReset, true},
		{"arabic alph Alph roman Roman fnsymbol value @arabic @alph @Alph @roman @Roman @fnsymbol", "m", texPrintCounter, false},
	}
}
