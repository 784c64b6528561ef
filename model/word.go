package model

import "unicode/utf8"

// WholeWord tells whether what stands in a text between two bytes is no part of a
// longer word in Latin letters or katakana: カラス is not in カラスムギ. A single
// katakana always is whole: one-character names stand in compounds.
func WholeWord(text string, start, end int) bool {
	within := func(at int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, n := utf8.DecodeRuneInString(text[at:])
		return n > 0 && (isLatin(before) && isLatin(after) || isKatakana(before) && isKatakana(after))
	}
	if first, n := utf8.DecodeRuneInString(text[start:end]); n == end-start && isKatakana(first) {
		return true
	}
	return !within(start) && !within(end)
}

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

func isKatakana(r rune) bool { return r >= 'ァ' && r <= 'ヺ' || r == 'ー' }
