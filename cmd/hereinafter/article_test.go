package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/export"
	"github.com/hereinafter/hereinafter/internal/golden"
)

const article = "../../testdata/article/article.txt"

// wanted is what one note of the article must give. Empty fields are not
// compared, save antecedent and source.
type wanted struct {
	notes              []int
	kind               string
	antecedent, source int
	pin                string
	fields             citation.KindFields
}

// articleWants is the reading of the article by hand, note by note.
var articleWants = []wanted{
	{notes: []int{1}, kind: "news", fields: citation.KindFields{
		Authors: []string{"Hsia Hsiao-hua"}, Title: "China runs illegal police operations on foreign soil via ‘overseas service centers’",
		Container: "Radio Free Asia", Date: "2022-09-03", URL: url("https://www.rfa.org/english/news/china/police-overseas-09162022095838.html")}},
	{notes: []int{2}, kind: "id", antecedent: 1, source: 1},
	{notes: []int{3}, kind: "id", antecedent: 2, source: 1},
	{notes: []int{4}, kind: "report", fields: citation.KindFields{
		Title: "110 Overseas Chinese Transnational Policing Gone Wild", Container: "Safeguard Defenders", Date: "2022-09",
		URL: url("https://safeguarddefenders.com/en/110-overseas")}},
	{notes: []int{5}, kind: "news", fields: citation.KindFields{
		Authors: []string{"Francesco Collini"}, EtAl: true, Title: "China’s Secret Police Stations in Europe", Container: "Spiegel", Date: "2022-11-04",
		URL: url("https://www.spiegel.de/international/world/beijing-s-long-arm-china-s-secret-police-stations-in-europe-a-d6732094-ca32-4c0a-8e6f-58b395b946aa")}},
	{notes: []int{6}, kind: "news", fields: citation.KindFields{
		Authors: []string{"Leylan Cecco"}, Title: "Police investigare claims of secret Chinese police stations in Canada", Container: "The Guardian", Date: "2022-10-27",
		URL: url("https://www.theguardian.com/world/2022/oct/27/canada-secret-chinese-police-stations-investigation")}},
	{notes: []int{7}, kind: "id", antecedent: 6, source: 6},
	{notes: []int{8}, kind: "supra", antecedent: 4, source: 4, pin: "page 3", fields: citation.KindFields{Name: "110 Overseas Chinese Transnational Policing Gone Wild", SupraNote: "4"}},
	{notes: []int{9}, kind: "id", antecedent: 8, source: 4},
	{notes: []int{10}, kind: "statute", fields: citation.KindFields{
		Authors: []string{"Lui Dong"}, Name: "Anti-Telecommunication Network Fraud Law of The People’s Republic of China", Foreign: true, OriginalTitle: "中华人民共和国反电信网络诈骗法",
		Promulgation: &citation.PromulgationFields{Body: "the standing Comm. Nat’l People’s Cong.", Date: "2022-09-09"}, Gazette: "Standing Comm. Nat’l People’s Cong. Gaz.", Jurisdiction: "China",
		Date: "2022-09-09", URL: url("https://www.creditchina.gov.cn/zhengcefagui/zhengcefagui/zhongyangzhengcefagui1/202209/t20220905_301274.html")}},
	{notes: []int{11}, kind: "id", antecedent: 10, source: 10},
	{notes: []int{12}, kind: "news", fields: citation.KindFields{
		Authors: []string{"Mike Corder"}, Title: "China accused of creating overseas ‘police stations’ to target dissidents", Container: "PBS News Hour", Date: "2022-10-27",
		URL: url("https://www.pbs.org/newshour/world/china-accused-of-creating-overseas-police-stations-to-target-dissidents")}},
	{notes: []int{13}, kind: "treaty", fields: citation.KindFields{
		Name: "Vienna Convention on Diplomatic Relations", Date: "1963-04-24", Series: []citation.SeriesFields{{Volume: "596", Series: "U.N.T.S.", Page: "261", AsWritten: "U.N.T.S."}},
		URL: url("https://legal.un.org/ilc/texts/instruments/english/conventions/9_1_1961.pdf")}},
	{notes: []int{14}, kind: "id", antecedent: 13, source: 13, pin: "preamble"},
	{notes: []int{15}, kind: "id", antecedent: 14, source: 13, pin: "article 1"},
	{notes: []int{16, 17, 18, 19}, kind: "id", antecedent: -1, source: 13},
	{notes: []int{20}, kind: "supra", antecedent: 5, source: 5, fields: citation.KindFields{Name: "Collini et. al.", SupraNote: "5"}},
	{notes: []int{21}, kind: "supra", antecedent: 6, source: 6, fields: citation.KindFields{Name: "Cecco", SupraNote: "6"}},
	{notes: []int{22, 23}, kind: "id", antecedent: -1, source: 6},
	{notes: []int{24, 28, 31}, kind: "supra", antecedent: 4, source: 4, pin: "page 19", fields: citation.KindFields{SupraNote: "4"}},
	{notes: []int{25}, kind: "supra", antecedent: 13, source: 13, pin: "article 3(b)", fields: citation.KindFields{Name: "Vienna Convention", SupraNote: "13"}},
	{notes: []int{26}, kind: "web", fields: citation.KindFields{
		Authors: []string{"Zigor Aldama"}, Title: "The ‘secret’ operations of the Chinese police in Spain", Container: "El Correo", Date: "2022-10-17",
		URL: url("https://www.elcorreo.com/internacional/asia/operaciones-secretas-policia-20221009175227-ntrc.html")}},
	{notes: []int{27}, kind: "id", antecedent: 26, source: 26},
	{notes: []int{29}, kind: "id", antecedent: 28, source: 4},
	{notes: []int{30}, kind: "prose"},
	{notes: []int{32}, kind: "report", fields: citation.KindFields{
		Authors: []string{"Hans Danelius"}, Title: "Convention against Torture and other cruel, inhumane or degrading treatment or punishment",
		Container: "U.N. Audiovisual Libr.", Date: "2008", URL: url("https://legal.un.org/avl/ha/catcidtp/catcidtp.html")}},
	{notes: []int{33}, kind: "id", antecedent: 32, source: 32},
	{notes: []int{34}, kind: "web", fields: citation.KindFields{
		Title: "China: Torture and forced confessions rampant amid systemic trampling of layers rights", Container: "Amnesty Int’l", Date: "2015-11-12",
		URL: url("https://www.amnesty.org/en/latest/press-release/2015/11/china-torture-forced-confession/")}},
	{notes: []int{35, 36}, kind: "id", antecedent: -1, source: 34},
	{notes: []int{37}, kind: "web", fields: citation.KindFields{
		Title: "List of issues in relation to the fifth periodic report of China", Container: "Comm. Against Torture (CAT)", Date: "2015-06-15",
		URL: url("https://www.refworld.org/docid/564ed6854.html")}},
	{notes: []int{38}, kind: "web", fields: citation.KindFields{
		Title: "Torture methods in the People’s Republic of China", Container: "Int’l Soc’y For Hum. Rts.", Accessed: "2023-09-10",
		URL: url("https://ishr.org/torture-methods-in-the-peoples-republic-of-china/")}},
	{notes: []int{39, 41}, kind: "supra", antecedent: 4, source: 4, fields: citation.KindFields{SupraNote: "4"}},
	{notes: []int{40}, kind: "web", fields: citation.KindFields{
		Title: "Involuntary returns–report exposes long-arm policing oversees", Container: "Safeguard Def.", Date: "2022-01-18",
		URL: url("https://safeguarddefenders.com/en/blog/involuntary-returns-report-exposes-long-arm-policing-overseas")}},
	{notes: []int{42}, kind: "id", antecedent: 41, source: 4},
	{notes: []int{43}, kind: "web", fields: citation.KindFields{
		Title: "Policy Recommendations: Transnational Repression", Container: "Freedom House", Accessed: "2023-09-10",
		URL: url("https://freedomhouse.org/policy-recommendations/transnational-repression")}},
	{notes: []int{44}, kind: "id", antecedent: 43, source: 43},
}

func url(s string) *citation.AddressFields { return &citation.AddressFields{Raw: s, Normal: s} }

// id is the id of the one citation of a note; -1 stands for the note before.
func id(note, at int) string {
	switch {
	case note == 0:
		return ""
	case note < 0:
		note = at - 1
	}
	return fmt.Sprintf("n%d.1", note)
}

func TestArticle(t *testing.T) {
	byNote := make(map[string][]export.Line)
	for _, r := range runLines(t, "notes", "-format", "jsonl", article) {
		byNote[r.Note] = append(byNote[r.Note], r)
	}
	checked := 0
	for _, w := range articleWants {
		for _, n := range w.notes {
			checked++
			list := byNote[fmt.Sprint(n)]
			if w.kind == "prose" {
				assert.Empty(t, list, "note %d", n)
				continue
			}
			if !assert.Len(t, list, 1, "note %d", n) {
				continue
			}
			got, want := list[0], export.Line{KindFields: w.fields}
			want.ID, want.Note, want.Kind = id(n, n), fmt.Sprint(n), citation.Kind(w.kind)
			want.Antecedent, want.Source = id(w.antecedent, n), id(w.source, n)
			pin := ""
			for _, p := range got.Pins {
				pin = strings.TrimSpace(string(p.Kind) + " " + p.From)
			}
			assert.Equal(t, w.pin, pin, "note %d: pin", n)
			if want.Name == "" && w.kind == "supra" {
				want.Name = articleWants[7].fields.Name
			}
			// what the table does not name
			want.Start, want.End, want.Text, want.Pins, want.Why = got.Start, got.End, got.Text, got.Pins, got.Why
			want.Authority = byNote[fmt.Sprint(cmp.Or(w.source, n))][0].Authority
			assert.NotEmpty(t, want.Authority, "note %d", n)
			if want.Date != "" {
				want.Year = string(want.Date[:4])
			}
			if w.kind == "statute" {
				want.Title = want.Name
			}
			assert.Equal(t, want, got, "note %d", n)
		}
	}
	assert.Equal(t, 44, checked)
}

// TestArticleGolden holds the whole of the output, in both formats.
func TestArticleGolden(t *testing.T) {
	golden.Run(t, "../../testdata/article/output.txtar", func(t *testing.T, name, in string) string {
		var out, errs bytes.Buffer
		require.Equal(t, 0, run(strings.Fields(in), nil, &out, &errs), errs.String())
		assert.Empty(t, errs.String())
		return out.String()
	})
}

// runLines runs the command and parses its JSON lines strictly.
func runLines(t *testing.T, args ...string) []export.Line {
	t.Helper()
	var out, errs bytes.Buffer
	require.Equal(t, 0, run(args, os.Stdin, &out, &errs), errs.String())
	var list []export.Line
	for line := range strings.Lines(out.String()) {
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		var r export.Line
		require.NoError(t, dec.Decode(&r), line)
		list = append(list, r)
	}
	return list
}
