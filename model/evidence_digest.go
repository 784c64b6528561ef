package model

import "slices"

// InDigest returns the statements of one digest.
func (e Evidence) InDigest(id string) Evidence {
	out := Evidence{ledger: e.ledger}
	if e.ledger == nil {
		return out
	}
	at := int32(slices.Index(e.ledger.Digests, id))
	if at < 0 {
		return out
	}
	if !slices.IsSorted(e.places) {
		for _, p := range e.places {
			if e.ledger.Entries[p].Digest == at {
				out.places = append(out.places, p)
			}
		}
		return out
	}
	rest := e.places
	for _, p := range e.ledger.ofDigest(at) {
		i, found := slices.BinarySearch(rest, p)
		if rest = rest[i:]; found {
			out.places = append(out.places, p)
		}
	}
	return out
}

// digestPlaces is the places of entries, newest first, grouped by digest: those of the
// digest at i begin at starts[i] and end at starts[i+1].
type digestPlaces struct{ starts, places []int32 }

// ofDigest returns the places of a digest's entries. They are grouped when first
// asked for: a look through them all takes longer than a frame may. Safe beside
// readers of the ledger.
func (l *Ledger) ofDigest(at int32) []int32 {
	g := l.digested.Load()
	if g == nil {
		g = &digestPlaces{make([]int32, len(l.Digests)+2), make([]int32, len(l.Entries))}
		for i := range l.Entries {
			g.starts[l.Entries[i].Digest+2]++
		}
		for i := 1; i < len(g.starts); i++ {
			g.starts[i] += g.starts[i-1]
		}
		for i := range l.Entries { // moves each start to its end, where the next one starts
			next := &g.starts[l.Entries[i].Digest+1]
			g.places[*next] = int32(i)
			*next++
		}
		l.digested.Store(g) // where two come at once, theirs are the same
	}
	return g.places[g.starts[at]:g.starts[at+1]]
}
