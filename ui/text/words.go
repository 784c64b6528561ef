package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
)

// Words are words to be found in many texts: a lexicon's hundreds at once.
type Words map[rune][]string // by their first character, the longest first

// NewWords returns the words to be found; those of a single character are too
// common to be looked for.
func NewWords(words []string) Words {
	w := Words{}
	for _, word := range words {
		if r, n := utf8.DecodeRuneInString(word); n < len(word) {
			w[r] = append(w[r], word)
		}
	}
	for _, same := range w {
		slices.SortFunc(same, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return w
}

// Find returns the spans of the words in s in their order, the longest where several
// start at one place.
func (w Words) Find(s string, style lipgloss.Style) []Span {
	var out []Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		for _, word := range w[r] {
			if strings.HasPrefix(s[i:], word) {
				n = len(word)
				out = append(out, Span{Range{i, i + n}, style})
				break
			}
		}
		i += n
	}
	return out
}
