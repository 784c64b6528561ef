package store

import (
	"context"

	"tachiba/model"
)

// reader reads the statements of a ledger, and finds them by their text.
type reader struct {
	*Store
	place map[int64]int // of digests in the ledger, by their keys
	start []int         // of each digest's sentences among all, by place
	all   int           // sentences
}

// add adds the next digest of the ledger.
func (r *reader) add(id int64, sentences int) {
	r.place[id] = len(r.start)
	r.start = append(r.start, r.all)
	r.all += sentences
}

// Matching returns a function that tells whether an entry's sentence holds a
// term; see model.Reader.
func (r *reader) Matching(_ *model.Ledger, term string) func(*model.Entry) bool {
	found, err := r.found(context.Background(), phrase(term))
	if err != nil {
		r.setFault(err)
	}
	set := make([]uint64, r.all/64+1)
	for _, k := range found {
		place, ok := r.place[digestOf(k)]
		if !ok {
			continue // it came since
		}
		if i := r.start[place] + partOf(k); i < r.all { // else its text changed since
			set[i/64] |= 1 << (i % 64)
		}
	}
	return func(e *model.Entry) bool {
		i := r.start[e.Digest] + partOf(e.Key)
		return i < r.all && set[i/64]&(1<<(i%64)) != 0
	}
}
