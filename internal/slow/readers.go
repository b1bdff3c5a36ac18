package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/hereinafter/hereinafter"
	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/footnote"
)

// A reader is what is measured.
type reader struct {
	name   string
	read   func(s string)
	sample string   // of testdata: what it usually reads
	tail   string   // what is put after each text, so that there is a note and its mark
	markup []string // what else its texts are made of
}

const article = "article/article"

// readers returns the list.
func readers() []reader {
	return []reader{
		{name: "All", sample: "bench/opinions.txt", read: func(s string) {
			for range citation.All(s) {
			}
		}},
		{name: "Note", sample: article + ".txt", read: func(s string) {
			for range citation.Note(s) {
			}
		}},
		{name: "Text", sample: "bench/opinions.txt", read: func(s string) { hereinafter.Text(s) }},
		{name: "text", sample: article + ".txt", read: func(s string) { footnote.Text(s) }, tail: "\n\na.[1]\n\n[1] Id.\n", markup: []string{
			"[1]", "a.[1]", "\n[1] ", "[" + counted + "]", "\n[" + counted + "] ", ".¹", "\n¹ ", "\n1 ", "\n1. ", "a." + counted + " ", "\n" + counted + " Id.", "\n" + counted + ". ", "\n\f", "\f", "* ", "\n* ",
			"\n----\n", "\n\n- - Footnotes - -\n", "\n\nFN" + counted + ". ", "[FN1]", "\n2 HEAD\n", "\n   ", "          ", "1\n", "\n(1) ", "\n[*2] ", "\n" + counted + "\n", "ii", "[i]", "†",
		}},
		{name: "markdown", sample: article + ".md", read: func(s string) { footnote.Markdown(s) }, tail: "\n\na.[^1]\n\n[^1]: Id.\n", markup: []string{
			"[^1]", "[^a", "\n[^" + counted + "]: ", "[^" + counted + "]", "^[", "^", "[", "](", "](a)", "![", "*", "**", "_", "~~", "`", "```\n", "\n> ", "\n- ", "\n    ", "\n# ", "\n---\n", "<b>", "<!--", "-->", "<p>\n",
			"| a ", "|\n|-|-|\n", "{.a}", "\\", "&lt;", "<sup>1</sup>", "[a]: b\n", "$", "\n: ", "\n1. ", "http://a.b ",
		}},
		{name: "html", sample: article + ".html", read: func(s string) { footnote.HTML(s) }, tail: `<p>a.<sup><a id="r1" href="#n1">1</a></sup><p id="n1"><a href="#r1">1</a> Id.`, markup: []string{
			"<p>", "</p>", "<div>", "</div>", "<a>", `<a href="#n` + counted + `">`, `<a href="#n1">1</a>`, `<p id="n` + counted + `">`, `<a href="#fn` + counted + `" id="fnref` + counted + `">` + counted + `</a>`, "<sup>1</sup>", "<sup>" + counted + "</sup>",
			"<li>", "<ol>", "<table>", "<td>", "<br>", "<i>", "</i>", `<span style="font-variant: small-caps">`, "<!--", "<script>", "<", "&", "&#x41;", `<a href="`, "<b", "<aside role=doc-footnote>", "<section>", "[1]", "<p>[" + counted + "] ", "<svg>", "<select>",
		}},
		{name: "latex", sample: article + ".latex", read: func(s string) { _, _ = footnote.LaTeX(s) }, tail: "\n\na.\\footnote{Id.}\n", markup: []string{
			`\footnote{`, `\footnote{a}`, `\footnotemark`, `\footnotetext{a}`, "{", "}", `\emph{`, `\textit{a}`, `\def\a{b}`, `\def\a#1{#1#1}`, `\a`, `\newcommand\a[1]{#1#1}`, `\a{`, "[", "]", "$", "%\n", `\iffalse `, `\fi `, `\ifx`, `\begin{x}`, `\end{x}`,
			`\begin{verbatim}`, `\verb|`, `\label{a}`, `\label{l` + counted + `}`, `\ref{a}`, `\ref{l` + counted + `}`, `\item`, `\item[`, `\section{`, `\cite{a}`, `\url{a}`, `\href{`, `\'`, `\'e`, "~", "``", "''", "---", `\\`, `\newcounter{c` + counted + `}`,
			`\setcounter{footnote}{0}`, `\stepcounter{footnote}`, `\let\b\a`, `\def\m` + named + `{\a}`, `\m` + named, `\csname`, `\endcsname`, `\footnotesize `, `\title{a}`, `\maketitle`, "\n\n", `\begin{minipage}`, `\end{minipage}`, `\newenvironment{x}{`, "#1",
		}},
	}
}

// usual returns what the reader usually reads.
func (r reader) usual(root string) (string, error) {
	data, err := os.ReadFile(filepath.Join(root, "testdata", r.sample))
	if r.name == "Note" { // its notes, not its body
		_, data, _ = bytes.Cut(data, []byte("\n[1] "))
	}
	return string(data), err
}
