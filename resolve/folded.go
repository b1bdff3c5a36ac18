package resolve

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hereinafter/hereinafter/internal/fold"
)

// folded is a name folded to its words.
type folded struct {
	text  []byte // the words one after the other
	words []foldedWord
}

type foldedWord struct {
	end         int    // in text
	hash        uint32 // see hashOf
	abbreviated bool
}

// all yields the words with their texts.
func (f *folded) all() iter.Seq2[foldedWord, []byte] {
	return func(yield func(foldedWord, []byte) bool) {
		from := 0
		for _, w := range f.words {
			if !yield(w, f.text[from:w.end]) {
				return
			}
			from = w.end
		}
	}
}

// fold makes it the folded name of s: the words of the keys that package fold
// gives the pieces between blanks. Pieces in ASCII are folded here.
func (f *folded) fold(s string) {
	f.text, f.words = f.text[:0], f.words[:0]
	for i := 0; i < len(s); i++ {
		start, first, high, marks, hash := i, len(f.words), byte(0), false, noHash
		for ; i < len(s) && !blank[s[i]]; i++ {
			c := s[i]
			if lower := asciiKey[c]; lower != 0 {
				f.text = append(f.text, lower)
				hash = hashOn(hash, lower)
				continue
			}
			if c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && punctuation[s[i+2]] != 0 { // quotation marks and dashes
				i += 2
				c = punctuation[s[i]]
			}
			if high |= c; c == '.' || c == '\'' {
				marks = true
			} else {
				f.end(hash)
				hash = noHash
			}
		}
		f.end(hash)
		switch {
		case high >= utf8.RuneSelf:
			f.words = f.words[:first]
			f.text = f.text[:f.begin()]
			f.other(s[start:i])
		case marks && abbreviated(s[start:i]):
			f.abbreviate(first)
		}
	}
}

// other adds the words of a text that is not ASCII.
func (f *folded) other(s string) {
	for token := range strings.FieldsSeq(s) {
		first := len(f.words)
		for w := range strings.FieldsSeq(fold.Key(token)) {
			f.text = append(f.text, w...)
			f.end(hashOf(w))
		}
		if abbreviated(token) {
			f.abbreviate(first)
		}
	}
}

// abbreviate marks the words from the first on.
func (f *folded) abbreviate(first int) {
	for i := range f.words[first:] {
		f.words[first+i].abbreviated = true
	}
}

// begin is where the word begins that is being read.
func (f *folded) begin() int {
	if len(f.words) == 0 {
		return 0
	}
	return f.words[len(f.words)-1].end
}

// end ends a word, if one was begun, and leaves a small one out.
func (f *folded) end(hash uint32) {
	begin := f.begin()
	switch text := f.text[begin:]; {
	case len(text) == 0:
	case smallHashes&(1<<(hash&63)) != 0 && smallWords[string(text)]:
		f.text = f.text[:begin]
	default:
		f.words = append(f.words, foldedWord{end: len(f.text), hash: hash})
	}
}

// smallHashes has a bit for the hash of each of smallWords.
var smallHashes = func() (set uint64) {
	for w := range smallWords {
		set |= 1 << (hashOf(w) & 63)
	}
	return set
}()

// name returns the name.
func (f *folded) name() name {
	text, n, from := string(f.text), make(name, len(f.words)), 0
	for i, w := range f.words {
		n[i] = newWord(text[from:w.end], w.hash, w.abbreviated)
		from = w.end
	}
	return n
}

// punctuation are the marks of U+2000 to U+203F that are as common as those of
// ASCII, by their last byte in UTF-8, and what they are read as.
var punctuation = [256]byte{0x93: '-', 0x94: '-', 0x98: '\'', 0x99: '\'', 0x9C: '"', 0x9D: '"'}

// asciiKey is what the bytes of words are folded to, 0 for the others; blank are
// those between pieces.
var asciiKey, blank = func() (key [256]byte, blank [256]bool) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '&':
			key[c] = c
		case 'A' <= c && c <= 'Z':
			key[c] = c + 'a' - 'A'
		}
		blank[c] = unicode.IsSpace(rune(c))
	}
	return key, blank
}()

// A fingerprint is what is known of the names of a citation before they are looked
// at: which words may be in them.
type fingerprint struct {
	words       [2]uint64 // a bit for each word and for the initials of each name
	first       uint64    // a bit for the first byte of each word
	abbreviated uint64    // the same for those that are abbreviated
}

// add adds the words and the initials of a name.
func (p *fingerprint) add(f *folded) {
	var space [16]byte
	initials := space[:0]
	for w, text := range f.all() {
		_, n := utf8.DecodeRune(text)
		initials = append(initials, text[:n]...)
		p.words[w.hash>>6&1] |= 1 << (w.hash & 63)
		p.first |= 1 << (text[0] & 63)
		if w.abbreviated {
			p.abbreviated |= 1 << (text[0] & 63)
		}
	}
	hash := hashOf(initials)
	p.words[hash>>6&1] |= 1 << (hash & 63)
}

// admits reports whether all words of a name may be in the names.
func (p *fingerprint) admits(n name) bool {
	for i := range n {
		w := &n[i]
		switch first := uint64(1) << (w.text[0] & 63); {
		case w.abbreviated && p.first&first != 0:
		case p.abbreviated&first != 0:
		case p.words[w.hash>>6&1]&(1<<(w.hash&63)) == 0:
			return false
		}
	}
	return true
}

// hashOf is the FNV-1a hash of a word.
func hashOf[text string | []byte](s text) uint32 {
	h := noHash
	for i := range len(s) {
		h = hashOn(h, s[i])
	}
	return h
}

// noHash is the hash of an empty text, hashOn that of a text that ends in one
// more byte.
const noHash uint32 = 2166136261

func hashOn(hash uint32, c byte) uint32 { return (hash ^ uint32(c)) * 16777619 }
