package store

import (
	"strings"
	"unicode"

	"tachiba/model"
)

// The search index holds each sentence as overlapping pairs of characters, all
// of them, spaces and marks too. A phrase of pairs is then found exactly where
// the characters stand one after the other: a search finds what a search for a
// substring does, which words of a tokenizer do not (北方領土 holds 領土).
//
// FTS5's "ascii" tokenizer takes every character beyond ASCII as part of a token
// and keeps letters and digits; what else there is in ASCII is moved beyond.
const (
	beyond = 0xE000 // the private use area; cleaned text has none of it
	ending = 0xE100 // after the last character: it makes a pair too
)

// pairs returns the pairs of a text, as the index and its queries have them.
func pairs(text string) []string {
	folded := []rune(model.FoldText(text))
	out := make([]string, 0, len(folded))
	for i, r := range folded {
		next := rune(ending)
		if i+1 < len(folded) {
			next = token(folded[i+1])
		}
		out = append(out, string([]rune{token(r), next}))
	}
	return out
}

// token returns a character as the index has it.
func token(r rune) rune {
	if r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return beyond + r
	}
	return r
}

// document returns what the index holds of a text.
func document(text string) string { return strings.Join(pairs(text), " ") }

// match returns the query for the index that finds all of the terms of a query,
// "" when it has none.
func match(query string) string {
	var parts []string
	for _, term := range model.Terms(query) {
		parts = append(parts, phrase(term))
	}
	return strings.Join(parts, " AND ")
}

// phrase returns the query that finds a folded term. A single character is the
// first of a pair.
func phrase(term string) string {
	list := pairs(term)
	if len(list) == 1 {
		return `"` + string([]rune(list[0])[:1]) + `"*`
	}
	return `"` + strings.Join(list[:len(list)-1], " ") + `"` // the last ends the term, not the sentence
}
