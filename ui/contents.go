package ui

import (
	"slices"

	"tachiba/model"
)

// contents is what the views show: the ledger of all statements, the digests as a
// list, and a way to read one.
type contents struct {
	ledger     *model.Ledger
	listings   []model.Listing
	digests    int // how many there are, known before the list is
	statements int
	digest     func(id string) (*model.Digest, error)
	// find returns the numbers of the sentences that hold a text, by digest.
	find func(text string) (map[string][]int, error)
}

// collected returns the contents of a collection in memory.
func collected(c *model.Collection) contents {
	s := contents{ledger: model.NewLedger(c.Statements)}
	counts := map[string]int{}
	for i := range c.Statements {
		counts[c.Statements[i].Digest]++
	}
	for i := range c.Digests {
		l := c.Digests[i].Listing()
		l.Statements = counts[l.ID]
		s.listings = append(s.listings, l)
	}
	s.digests, s.statements = len(c.Digests), len(c.Statements)
	digests := c.Digests
	s.find = func(text string) (map[string][]int, error) { return model.Find(digests, text), nil }
	s.digest = func(id string) (*model.Digest, error) {
		i := slices.IndexFunc(digests, func(d model.Digest) bool { return d.ID == id })
		if i < 0 {
			return nil, &model.Problem{Code: model.ProblemUnknown, Path: id}
		}
		return &digests[i], nil
	}
	return s
}

// setContents replaces what the views show.
func (a *App) setContents(c contents) {
	a.contents = c
	a.first, a.last = c.ledger.Span()
	a.digests.SetSource(c.digest)
	a.refresh()
}
