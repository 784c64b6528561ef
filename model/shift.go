package model

// shifted tells whether the dominant stance of one date differs from that of
// the next dated one. Statements of one day that contradict each other are no
// shift: sources differ, the actor did not move.
func shifted(newestFirst []Statement) bool {
	later := NoEvidence
	for rest := newestFirst; len(rest) > 0 && rest[0].Date.Known(); {
		n, counts := 0, Counts{}
		for n < len(rest) && rest[n].Date == rest[0].Date {
			counts.add(rest[n].Stance)
			n++
		}
		stance := dominant(counts, rest[:n])
		if later != NoEvidence && stance != later {
			return true
		}
		later, rest = stance, rest[n:]
	}
	return false
}
