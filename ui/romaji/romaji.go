// Package romaji finds names by what a person types of them: kanji, kana, English,
// or the reading in Latin letters, by Hepburn, Kunrei or as keyboards have it, also
// while the last syllable is not finished.
package romaji

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"tachiba/model"
)

// Query is what a person typed, ready to be looked for in many names. The zero
// Query is empty.
type Query struct{ words [][]rune }

// long writes the signs of a long vowel as one that follows it.
var long = strings.NewReplacer("ā", "a-", "ī", "i-", "ū", "u-", "ē", "e-", "ō", "o-",
	"â", "a-", "î", "i-", "û", "u-", "ê", "e-", "ô", "o-", "^", "-", "’", "'")

// Parse returns the query of what was typed, whatever its case and width. Words
// between spaces are looked for each on its own.
func Parse(typed string) Query {
	var q Query
	for _, w := range strings.Fields(norm.NFC.String(width.Fold.String(typed))) {
		q.words = append(q.words, fold(long.Replace(model.FoldText(w))))
	}
	return q
}

// fold returns the characters of s in lower case and narrow, katakana as hiragana:
// as many as s has.
func fold(s string) []rune {
	runes := []rune(model.FoldText(s))
	for i, r := range runes {
		if r >= 'ァ' && r <= 'ヶ' {
			runes[i] = r - ('ァ' - 'ぁ')
		}
	}
	return runes
}

// Match is how well a name answers a query.
type Match int

// The matches, from none to the best.
const (
	None   Match = iota
	Inside       // somewhere in the name
	Start        // from its start
	Whole        // all of it, the last syllable perhaps not finished
)

// Match returns how well what has these names answers the query: with that of its
// words which is found worst, each in the name in which it is found best. Names are
// surface forms, translations, and readings in kana.
func (q Query) Match(names ...string) Match {
	worst := Whole
	for _, w := range q.words {
		best := None
		for _, name := range names {
			best = max(best, match(w, name))
		}
		worst = min(worst, best)
	}
	return worst
}

func match(word []rune, name string) Match {
	text := fold(name)
	start, end, ok := find(word, text)
	switch {
	case !ok:
		return None
	case start > 0:
		return Inside
	case end < len(text):
		return Start
	}
	return Whole
}

// Find returns where the words of the query stand in s, those that do, as the bytes
// [from, to), in the order of s.
func (q Query) Find(s string) [][2]int {
	text := fold(s)
	at := make([]int, 0, len(text)+1) // where each character stands in s
	for i := range s {
		at = append(at, i)
	}
	at = append(at, len(s))
	var out [][2]int
	for _, w := range q.words {
		if start, end, ok := find(w, text); ok {
			out = append(out, [2]int{at[start], at[end]})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}
