package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestInDigest compares it with a look at every statement, in the ledger's order and
// in another.
func TestInDigest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var statements []Statement
	for i := range 300 {
		statements = append(statements, Statement{Digest: fmt.Sprintf("d%d", r.IntN(20)), Sentence: i, Date: Date(1000 - i), Actor: ActorID("A"), Topic: TopicID("t"), Stance: Stances[r.IntN(2)], Confidence: r.Float64()})
	}
	l := NewLedger(statements)
	all := l.All()
	some := l.All()
	some.places = slices.DeleteFunc(some.places, func(int32) bool { return r.IntN(3) == 0 })
	mixed := Evidence{ledger: l, places: l.leastSure(some.places)}
	for name, e := range map[string]Evidence{"all": all, "some": some, "least sure first": mixed, "none": {ledger: l}, "of no ledger": {}} {
		for d := range 21 {
			id := fmt.Sprintf("d%d", d) // the last one is unknown
			var want []Statement
			for _, s := range e.All() {
				if s.Digest == id {
					want = append(want, s)
				}
			}
			if got := e.InDigest(id).List(); !slices.Equal(got, want) {
				t.Errorf("%s: %s has %d statements, want %d", name, id, len(got), len(want))
			}
		}
	}
}
