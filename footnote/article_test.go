package footnote_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hereinafter/hereinafter/footnote"
)

// sentences are beginnings and ends of what marks of the article stand on.
var sentences = []struct {
	mark       int
	begin, end string
	block      bool
}{
	{1, "The Chinese Communist Party (“CCP”) is", "citizens living abroad.", false},
	{3, "The Chinese police are currently", "on foreign soil.", false},
	{10, "Article 3 states that, “[t]he Law", "by Chinese citizens.”", false},
	{21, "A spokesperson from the Dutch", "of other countries[.]”", false},
	{22, "Officials in Beijing, for their part,", "consular approved purposes", false},
	{25, "Additionally, under Article 3 of the", "of international law[.]”", false},
	{27, "The official, from the Chinese Ministry", "criminals to face justice.”", false},
	{29, "[r]ather than cooperating with local", "to pursue “fugitives.”", true},
	{30, "This strategy further allows Chinese police", "Crime and the Protocols.”", false},
	{31, "This strategy further allows Chinese police", "Crime and the Protocols.”", false},
	{32, "For example, under the United Nations", "subjected to torture.”", false},
	{40, "Simply put, “[t]he rapidly expanding", "rules-based order.”", false},
	{44, "Countries should also consider", "of abuse and torture.", false},
}

func readArticle(t *testing.T) (src string, d *footnote.Document) {
	t.Helper()
	const file = "../testdata/article/article.txt"
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	d, err = footnote.Read(f, int64(len(data)))
	require.NoError(t, err)
	return string(data), d
}

func TestArticle(t *testing.T) {
	src, d := readArticle(t)
	check(t, src, d)
	assert.Equal(t, "text", d.Format)
	assert.Empty(t, d.Problems)
	assert.Equal(t, "Jake Babbish", d.Tail.Text)
	require.Len(t, d.Marks, 44)
	require.Len(t, d.Notes, 44)
	for i, n := range d.Notes {
		label := strconv.Itoa(i + 1)
		assert.Equal(t, label, n.Label)
		assert.Same(t, d.Marks[i], n.Mark)
		assert.Same(t, n, d.Marks[i].Note)
		assert.Equal(t, "["+label+"]", d.Marks[i].Span.In(d.Body.Text))
		assert.True(t, strings.HasPrefix(src[n.Offset:], "["+label+"] "+n.Text))
		assert.True(t, strings.HasPrefix(src[n.Source(0):], n.Text))
	}
	assert.Equal(t, "Id.", d.Notes[43].Text)
	assert.Contains(t, d.Notes[9].Text, "[中华人民共和国反电信网络诈骗法]")
}

func TestArticleSentences(t *testing.T) {
	_, d := readArticle(t)
	for _, s := range sentences {
		m := d.Marks[s.mark-1]
		text := m.Sentence.In(d.Body.Text)
		assert.True(t, strings.HasPrefix(text, s.begin), "mark %d: %s", s.mark, text)
		assert.True(t, strings.HasSuffix(text, s.end), "mark %d: %s", s.mark, text)
		assert.NotContains(t, text, "["+strconv.Itoa(s.mark+1)+"] ", "mark %d: %s", s.mark, text)
		assert.Equal(t, s.block, m.Block, "mark %d", s.mark)
	}
	assert.True(t, len(sentences) > 0)
	for _, m := range d.Marks {
		if m.Label != "30" && m.Label != "31" {
			assert.NotContains(t, m.Sentence.In(d.Body.Text), "["+m.Label+"]")
		}
	}
}
