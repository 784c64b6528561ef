package model

// CountSure returns how many entries the filter selects with at least each of some
// confidences in place of its own.
func (l *Ledger) CountSure(f Filter, least []float64) []int {
	f.MinConfidence = 0
	counts := make([]int, len(least))
	for _, p := range l.Select(f) {
		for i, c := range least {
			if l.Entries[p].Confidence >= float32(c) {
				counts[i]++
			}
		}
	}
	return counts
}
