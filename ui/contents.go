package ui

import (
	"slices"

	"tachiba/model"
)

// contents is what the views show: the ledger of all statements, the digests as a
// list, and a way to read one.
type contents struct {
	ledger   *model.Ledger
	listings []model.Listing
	digest   func(id string) (*model.Digest, error)
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

// setContents replaces what the views show.
func (a *App) setContents(c contents) {
	a.contents = c
	a.first, a.last = c.ledger.Span()
	a.digests.SetSource(c.digest)
	a.refresh()
}
