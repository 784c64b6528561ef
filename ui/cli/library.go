package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"

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

// openLibrary opens the person's library, a new one where there is none.
func (a *app) openLibrary(ctx context.Context, desk Desk) (shelf.Library, error) {
	path, _ := a.libraryPath()
	return desk.Library(ctx, path, a.private)
}

// reading returns the library that a command reads when it names no paths: the
// one that a person named, or the usual one where it is there and holds digests.
// It is nil where paths, or else the samples, are to be read.
func (a *app) reading(ctx context.Context, desk Desk, paths []string) (shelf.Library, error) {
	path, named := a.libraryPath()
	if len(paths) > 0 || path == "" {
		return nil, nil
	}
	if _, err := os.Stat(path); !named && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	library, err := a.openLibrary(ctx, desk)
	if err != nil || named {
		return library, err
	}
	n, err := library.Count(ctx)
	if err != nil || n == 0 {
		return nil, errors.Join(err, library.Close())
	}
	return library, nil
}
