package model

import "slices"

// Find returns the numbers of the sentences that hold every term of a text, by
// the IDs of their digests.
func Find(digests []Digest, text string) map[string][]int {
	terms, out := Terms(text), map[string][]int{}
	if len(terms) == 0 {
		return out
	}
	for i := range digests {
		d := &digests[i]
		for n, s := range d.Sentences {
			folded := FoldText(s.Text)
			if !slices.ContainsFunc(terms, func(term string) bool { return !Holds(folded, term) }) {
				out[d.ID] = append(out[d.ID], n)
			}
		}
	}
	return out
}
