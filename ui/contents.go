package ui

import "tachiba/model"

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

// collected returns the contents of a collection in memory, as it is now.
func collected(c model.Collection) contents {
	return contents{
		ledger: model.NewLedger(c.Statements), listings: c.Listings(), digests: len(c.Digests), statements: len(c.Statements),
		find:   func(text string) (map[string][]int, error) { return model.Find(c.Digests, text), nil },
		digest: c.Digest,
	}
}

// setContents replaces what the views show.
func (a *App) setContents(c contents) {
	a.contents = c
	a.first, a.last = c.ledger.Span()
	a.refresh()
	a.recount()
}
