// Package cli is tachiba's command line: the commands, their flags, and what
// they print. What it needs from outside (reading digests, the interactive
// interface) it asks of a Backend, so that it knows no file format but its own
// output.
package cli

import (
	"context"
	"io"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/shelf"
)

// Backend is what the command line needs from outside.
type Backend struct {
	// Open returns the desk that codes by the lexicon at path, by the default
	// one where path is "".
	Open func(lexicon string) (Desk, error)
	// Gold returns the rows of the gold file at path.
	Gold func(path string) ([]model.GoldRow, error)
	// Show runs the interactive interface until the person leaves it.
	Show func(ctx context.Context, s Session) error
	// LibraryPath and ConfigPath are where the reader's library and configuration are
	// when nothing says otherwise.
	LibraryPath, ConfigPath string
	// SetAside renames a library that can't be used, adding suffix to its name, and
	// returns its new path.
	SetAside func(path, suffix string) (string, error)
	// Clean makes a line from outside fit to be printed on a terminal.
	Clean func(line string) string
}

// Desk loads and codes digests by one lexicon.
type Desk interface {
	Lexicon() *model.Lexicon
	// Load reads the digests in paths, the samples where there are none, and
	// calls emit for each step, one call at a time.
	Load(ctx context.Context, paths []string, emit func(model.Update)) error
	// Read does so without coding: there are no statements.
	Read(ctx context.Context, paths []string, emit func(model.Update)) error
	// Library opens the library at path, a new one where there is none. What it
	// holds is coded by the desk's lexicon.
	Library(ctx context.Context, path string, allowPrivate bool) (shelf.Library, error)
	// Explain returns how the sentences on a line of a digest are read.
	Explain(ctx context.Context, d *model.Digest, line int) ([]model.Reading, error)
}

// Session is what the interactive interface starts with.
type Session struct {
	Lexicon *model.Lexicon
	Load    func(ctx context.Context, emit func(model.Update)) error
	Lang    model.Lang
	Filter  model.Filter
	// Explain returns how the sentences on a line of a digest are read.
	Explain func(ctx context.Context, d *model.Digest, line int) ([]model.Reading, error)
	// Config is the configuration with what the flags set in it. ConfigProblems is
	// what is wrong with it.
	Config         config.Config
	ConfigProblems []model.Problem
	// Library is what is shown, nil where Load loads what is.
	Library shelf.Library
	// NewLibrary opens the person's library, which is made when they add something.
	NewLibrary func(context.Context) (shelf.Library, error)
}

// Streams are what a command reads and writes.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
	Env func(name string) string
	// Terminal returns the width in cells of the terminal that a stream is, and
	// false where it is none.
	Terminal func(stream any) (width int, ok bool)
}

// The exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
	exitStopped = 130 // as shells do for a command ended by SIGINT
)

// Run runs the command that args name (without the program's name) and returns
// its exit code: 0, 1 when nothing could be done, 2 when the command line is
// wrong, 130 when ctx ended first.
func Run(ctx context.Context, args []string, s Streams, b Backend) int {
	a, err := newApp(ctx, args, s, b)
	if err == nil {
		root := a.root()
		root.SetArgs(args)
		err = root.ExecuteContext(ctx)
	}
	for _, late := range []error{a.raw.err, a.out.Flush()} {
		if err == nil {
			err = late
		}
	}
	return a.end(ctx, err)
}
