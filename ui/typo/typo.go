// Package typo finds what a person may have meant by a word that is none of those
// that could stand there.
package typo

import "tachiba/model"

// Nearest returns the place of the name that is most like a word, and false when
// none is like it: half of its characters would have to change.
func Nearest(word string, names []string) (int, bool) {
	best, at := 1.0, -1
	typed := []rune(model.FoldText(word))
	for i, name := range names {
		valid := []rune(model.FoldText(name))
		if len(valid) == 0 {
			continue
		}
		share := float64(distance(typed, valid)) / float64(max(len(typed), len(valid)))
		if share < best {
			best, at = share, i
		}
	}
	return at, best < 0.5
}

// distance is the number of characters to insert, delete, replace or swap with
// the next one that turns a into b (optimal string alignment).
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
