package ui

import (
	"slices"

	"tachiba/model"
)

// shelf is what the views show: the ledger of all statements, the digests as a
// list, and a way to read one.
type shelf struct {
	ledger   *model.Ledger
	listings []model.Listing
	digest   func(id string) (*model.Digest, error)
}

// collected returns the shelf of a collection in memory.
func collected(c *model.Collection) shelf {
	s := shelf{ledger: model.NewLedger(c.Statements)}
	counts := map[string]int{}
	for i := range c.Statements {
		counts[c.Statements[i].Digest]++
	}
	for i := range c.Digests {
		l := c.Digests[i].Listing()
		l.Statements = counts[l.ID]
		s.listings = append(s.listings, l)
	}
	digests := c.Digests
	s.digest = func(id string) (*model.Digest, error) {
		i := slices.IndexFunc(digests, func(d model.Digest) bool { return d.ID == id })
		if i < 0 {
			return nil, &model.Problem{Code: model.ProblemUnknown, Path: id}
		}
		return &digests[i], nil
	}
	return s
}

// setShelf replaces what the views show.
func (a *App) setShelf(s shelf) {
	a.shelf = s
	a.first, a.last = s.ledger.Span()
	a.digests.SetSource(s.digest)
	a.refresh()
}
