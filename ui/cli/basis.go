package cli

import (
	"context"
	"errors"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// basis is what a comparison rests on: a library's statements, of which only
// those are read that are printed, or those of a collection.
type basis struct {
	ledger  *model.Ledger
	digests []model.Listing
	read    func(id string) (*model.Digest, error)
	left    *model.Collection // what was left out, and whether these are the samples
	library shelf.Library     // nil without one
}

// basis returns what is to be compared. It must be closed.
func (a *app) basis(ctx context.Context, desk Desk, paths []string, filter model.Filter) (*basis, error) {
	library, err := a.reading(ctx, desk, paths, filter)
	if err != nil {
		return nil, err
	}
	if library == nil {
		c, err := a.gather(ctx, paths, desk.Load)
		if err != nil {
			return nil, err
		}
		return &basis{ledger: model.NewLedger(c.Statements), digests: c.Listings(), read: c.Digest, left: c}, nil
	}
	b, err := a.keptBasis(ctx, library)
	if err != nil {
		return nil, errors.Join(err, library.Close())
	}
	return b, nil
}

func (a *app) keptBasis(ctx context.Context, library shelf.Library) (*basis, error) {
	if err := a.codeNew(ctx, library); err != nil {
		return nil, err
	}
	ledger, listings, err := library.Ledger(ctx)
	if err != nil {
		return nil, err
	}
	if len(listings) == 0 {
		return nil, errors.New(a.T("cli.empty_library", library.Path()))
	}
	return &basis{
		ledger: ledger, digests: listings, left: &model.Collection{}, library: library,
		read: func(id string) (*model.Digest, error) { return library.Digest(ctx, id) },
	}, nil
}

// close ends the use of the library; a statement that could not be read is an
// error now.
func (b *basis) close() error {
	if b.library == nil {
		return nil
	}
	return errors.Join(b.library.Fault(), b.library.Close())
}
