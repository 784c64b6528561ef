package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// libraryVariable names the library where no flag does.
const libraryVariable = "TACHIBA_LIBRARY"

// libraryPath returns where the library is: by the flag, else the environment,
// else where this system keeps a person's data. Named tells that a person said so.
func (a *app) libraryPath() (path string, named bool) {
	if said := cmp.Or(a.library, a.streams.Env(libraryVariable)); said != "" {
		return said, true
	}
	return a.LibraryPath, false
}

// there tells whether there is a file at path.
func there(path string) bool {
	_, err := os.Stat(path)
	return path != "" && !errors.Is(err, fs.ErrNotExist)
}

// openLibrary opens the person's library, a new one where there is none.
func (a *app) openLibrary(ctx context.Context, desk Desk) (shelf.Library, error) {
	path, _ := a.libraryPath()
	return desk.Library(ctx, path, a.private)
}

// keptLibrary opens the person's library. Where there is none, that is the error:
// what only reads or takes away makes none.
func (a *app) keptLibrary(ctx context.Context, desk Desk) (shelf.Library, error) {
	if path, _ := a.libraryPath(); !there(path) {
		return nil, errors.New(a.T("cli.no_library", path))
	}
	return a.openLibrary(ctx, desk)
}

// onLibrary runs do on the library that open opens.
func (a *app) onLibrary(cmd *cobra.Command, open func(context.Context, Desk) (shelf.Library, error), do func(context.Context, shelf.Library) error) error {
	desk, err := a.open()
	if err != nil {
		return err
	}
	library, err := open(cmd.Context(), desk)
	if err != nil {
		return err
	}
	return errors.Join(do(cmd.Context(), library), library.Close())
}

// reading returns the library that a command reads when it names no paths: the
// one that a person named, or the usual one where it is there and holds digests.
// It is nil where paths, or else the samples, are to be read, which the filter
// must not ask what is new of.
func (a *app) reading(ctx context.Context, desk Desk, paths []string, filter model.Filter) (shelf.Library, error) {
	path, named := a.libraryPath()
	if len(paths) > 0 {
		if filter.New {
			return nil, a.usage("cli.new_of_files")
		}
		return nil, nil
	}
	if !named && !there(path) {
		if filter.New {
			return nil, errors.New(a.T("cli.no_library", path))
		}
		return nil, nil
	}
	library, err := a.openLibrary(ctx, desk)
	if err != nil || named || filter.New {
		return library, err
	}
	n, err := library.Count(ctx)
	if err != nil || n == 0 {
		return nil, errors.Join(err, library.Close())
	}
	return library, nil
}

// isUnknown tells whether an error is that the library has nothing of a name.
func isUnknown(err error) bool {
	var p *model.Problem
	return errors.As(err, &p) && p.Code == model.ProblemUnknown
}

// nearest adds to the error of a name that the library does not have the one that
// is most like it.
func (a *app) nearest(ctx context.Context, l shelf.Library, err error, names func(context.Context, shelf.Library) []choice) error {
	var p *model.Problem
	if !isUnknown(err) || !errors.As(err, &p) {
		return err
	}
	if name, ok := closest(p.Path, names(ctx, l)); ok {
		return errors.New(a.T("cli.nearest", a.Problem(p), a.Clean(name)))
	}
	return err
}

// digestChoices, removedChoices, feedChoices and filterChoices return the names
// that a library has, none where they can't be read: they are hints.
func digestChoices(ctx context.Context, l shelf.Library) []choice {
	_, listings, err := l.Ledger(ctx)
	if err != nil {
		return nil
	}
	return listingChoices(listings)
}

func removedChoices(ctx context.Context, l shelf.Library) []choice {
	listings, err := l.Removed(ctx)
	if err != nil {
		return nil
	}
	return listingChoices(listings)
}

func listingChoices(listings []model.Listing) (out []choice) {
	for _, d := range listings {
		out = append(out, choice{id: d.ID, names: []string{d.Title, d.Title}})
	}
	return out
}

func feedChoices(ctx context.Context, l shelf.Library) (out []choice) {
	feeds, err := l.Subscriptions(ctx)
	if err != nil {
		return nil
	}
	for _, f := range feeds {
		out = append(out, choice{id: f.URL, names: []string{f.Title, f.Title}})
	}
	return out
}

func filterChoices(ctx context.Context, l shelf.Library) (out []choice) {
	filters, err := l.Filters(ctx)
	if err != nil {
		return nil
	}
	for _, f := range filters {
		out = append(out, choice{id: f.Name})
	}
	return out
}

// fromLibrary returns the names of a kept library, none where there is none.
func (a *app) fromLibrary(cmd *cobra.Command, names func(context.Context, shelf.Library) []choice) (out []choice) {
	_ = a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error { // a completion has nowhere to say why
		out = names(ctx, l)
		return nil
	})
	return out
}
