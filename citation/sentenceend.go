package citation

import "github.com/hereinafter/hereinafter/internal/words"

// sentenceEnds reports whether the period, question or exclamation mark at s[k]
// ends a sentence that begins at s[low] or before.
func (r reader) sentenceEnds(low, k int) bool {
	return r.sentenceEndsBefore(low, k, r.afterSentence(k))
}

// sentenceEndsBefore is sentenceEnds where the number of a note, or what else belongs
// to the sentence, is between the mark and s[after].
func (r reader) sentenceEndsBefore(low, k, after int) bool {
	return r.sentences().Ends(r.text, words.Stop{Start: low, Mark: k, After: after, End: r.ceil})
}

// sentences returns what is known of the text's sentences.
func (r reader) sentences() *words.Sentences {
	if r.tab == nil { // a piece of text that is read for itself
		return &citing
	}
	return &r.tab.sentences
}

// afterSentence returns the offset after the mark at s[k] and the closing
// quotation marks on it.
func (r reader) afterSentence(k int) int { return words.Closed(r.text, k+1, r.ceil) }

// sentenceFollows reports whether a sentence ends at the period after a word.
func (r reader) sentenceFollows(w word) bool {
	return w.after == '.' && r.sentenceEnds(r.floor, w.end-1)
}

// NameEnd returns the offset after the longest abbreviation that follows a number at
// s[i:end]; i when there is none.
func (x *index) NameEnd(s string, i, end int) int {
	if terms, next := x.forward.match(s, i, end); terms != nil {
		return next
	}
	return i
}
