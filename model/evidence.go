package model

import (
	"iter"
	"slices"
)

// Evidence is the statements that something rests on. It refers to them; At
// reads one.
type Evidence struct {
	ledger *Ledger
	places []int32
	lead   func() Statement // reads the only one known, where there is no ledger yet
}

// LeadingEvidence returns evidence of which only the leading statement is known;
// lead reads it.
func LeadingEvidence(lead func() Statement) Evidence { return Evidence{lead: lead} }

// Len returns how many statements there are.
func (e Evidence) Len() int {
	if e.lead != nil {
		return 1
	}
	return len(e.places)
}

// At returns the statement at i, which must be in [0, Len).
func (e Evidence) At(i int) Statement {
	if e.lead != nil {
		return e.lead()
	}
	return e.ledger.Reader.Statement(e.ledger, e.ledger.Entries[e.places[i]])
}

// Speaker returns who made the statement at i, as its text names them, "" where it
// names nobody. Of a ledger's statements it reads no text.
func (e Evidence) Speaker(i int) string {
	if e.lead != nil {
		return e.lead().Speaker
	}
	return e.ledger.Speakers[e.ledger.Entries[e.places[i]].Speaker]
}

// Key returns what tells the statement at i apart from the others of its actor and topic,
// in a later ledger of the same library too; -1 where there is no ledger yet.
func (e Evidence) Key(i int) int64 {
	if e.lead != nil {
		return -1
	}
	return e.ledger.Entries[e.places[i]].Key
}

// Find returns where the statement with a key is, false where it is none of these.
func (e Evidence) Find(key int64) (i int, ok bool) {
	i = slices.IndexFunc(e.places, func(p int32) bool { return e.ledger.Entries[p].Key == key })
	return max(i, 0), i >= 0
}

// New tells whether the statement at i came since the last visit.
func (e Evidence) New(i int) bool {
	return e.lead == nil && e.ledger.New(&e.ledger.Entries[e.places[i]])
}

// newest returns the first statement that came since the last visit.
func (e Evidence) newest() (s Statement) {
	for i := range e.Len() {
		if e.New(i) {
			return e.At(i)
		}
	}
	return s
}

// All returns the statements with their places, one after the other.
func (e Evidence) All() iter.Seq2[int, Statement] {
	return func(yield func(int, Statement) bool) {
		for i := range e.Len() {
			if !yield(i, e.At(i)) {
				return
			}
		}
	}
}

// List returns all statements.
func (e Evidence) List() []Statement {
	out := make([]Statement, 0, e.Len())
	for _, s := range e.All() {
		out = append(out, s)
	}
	return out
}

// Digests returns how many statements there are of each digest, by ID.
func (e Evidence) Digests() map[string]int {
	out := map[string]int{}
	if e.ledger == nil {
		return out
	}
	counts := make([]int, len(e.ledger.Digests))
	for _, p := range e.places {
		counts[e.ledger.Entries[p].Digest]++
	}
	for i, n := range counts {
		if n > 0 {
			out[e.ledger.Digests[i]] = n
		}
	}
	return out
}

// All returns the statements of all entries.
func (l *Ledger) All() Evidence {
	e := Evidence{ledger: l, places: make([]int32, len(l.Entries))}
	for i := range e.places {
		e.places[i] = int32(i)
	}
	return e
}

// first returns the first place with a stance, 0 where there is none.
func (e Evidence) first(stance Stance) int {
	for i, p := range e.places {
		if e.ledger.Entries[p].StanceOf() == stance {
			return i
		}
	}
	return 0
}
