// Package shelf says what the interface and the commands ask of a library: what
// a reader keeps, wherever it is kept.
package shelf

import (
	"context"
	"io"
	"time"

	"tachiba/model"
)

// Library is what a reader keeps. Its methods may be called from several
// goroutines. Errors are *model.Problem, or the context's.
type Library interface {
	Reader
	Keeper
	Reviewer
	Feeds
	Doctor
	Close() error
}

// Reader reads what is kept.
type Reader interface {
	// Path is the library's file.
	Path() string
	// Count returns how many digests there are.
	Count(ctx context.Context) (int, error)
	// Overview returns what can be shown at once, whatever the library's size.
	Overview(ctx context.Context, lex *model.Lexicon) (*model.Overview, error)
	// Ledger returns all statements, to be filtered and compared, and the digests
	// as a list.
	Ledger(ctx context.Context) (*model.Ledger, []model.Listing, error)
	// Load hands over all digests, then all statements.
	Load(ctx context.Context, emit func(model.Update)) error
	// Coded returns what the coder said of all digests, whatever a person made of it.
	Coded(ctx context.Context) ([]model.Statement, error)
	// Digest returns a digest by its ID; ProblemUnknown where there is none.
	Digest(ctx context.Context, id string) (*model.Digest, error)
	// Search returns the sentences that a query finds.
	Search(ctx context.Context, ask model.Search) ([]model.Hit, error)
	// Find returns the numbers of the sentences that hold every term of a text,
	// by the IDs of their digests.
	Find(ctx context.Context, text string) (map[string][]int, error)
	// Fault returns the error of the last read of the ledger's statements that had
	// nowhere to say it, and forgets it.
	Fault() error
}

// Keeper changes what is kept.
type Keeper interface {
	// Add keeps files, folders and pages of the web, and tells what became of each.
	Add(ctx context.Context, names []string, emit func(model.Step)) error
	// Code codes what is new, or coded by another coder or lexicon.
	Code(ctx context.Context, emit func(model.Progress)) error
	// Remove takes digests out; Restore brings them back within a month.
	Remove(ctx context.Context, ids []string) error
	Restore(ctx context.Context, ids []string) error
	// Removed returns the digests that can be brought back, the last removed first.
	Removed(ctx context.Context) ([]model.Listing, error)
	// Mark sets what a person set of digests.
	Mark(ctx context.Context, ids []string, m model.Marks) error
	// Visit tells that the reader has seen what there is; LastVisit when that was
	// last, the zero time for never.
	Visit(ctx context.Context) error
	LastVisit(ctx context.Context) (time.Time, error)
	// Filters are the filters that a person named.
	Filters(ctx context.Context) ([]model.SavedFilter, error)
	SaveFilter(ctx context.Context, name string, f model.Filter) error
	RemoveFilter(ctx context.Context, name string) error
}

// Reviewer keeps a person's corrections.
type Reviewer interface {
	// Correct keeps a correction and returns its ID; SetUndone undoes it by that,
	// or does it again.
	Correct(ctx context.Context, c model.Correction) (int64, error)
	SetUndone(ctx context.Context, id int64, undone bool) error
	// Corrections returns all of them in the order in which they were made.
	Corrections(ctx context.Context) ([]model.Correction, error)
	// ExportCorrections writes those that hold as JSON Lines in the gold format;
	// ImportCorrections reads such lines and returns how many are new.
	ExportCorrections(ctx context.Context, w io.Writer) (int, error)
	ImportCorrections(ctx context.Context, r io.Reader, name string) (int, error)
}

// Feeds are the subscriptions.
type Feeds interface {
	// Subscribe subscribes to the feed at an address or linked by the page there;
	// false where it was before.
	Subscribe(ctx context.Context, address, title string, folder []string) (model.Feed, bool, error)
	RemoveFeed(ctx context.Context, address string) error
	Subscriptions(ctx context.Context) ([]model.Feed, error)
	// Fetch fetches feeds, all where no address is given, and tells what became of
	// each.
	Fetch(ctx context.Context, addresses []string, emit func(model.Step)) error
	// ImportFeeds reads OPML and returns how many feeds are new, and what is none.
	ImportFeeds(ctx context.Context, r io.Reader, name string) (int, []model.Problem, error)
	ExportFeeds(ctx context.Context, w io.Writer, title string) error
}

// Doctor looks after the file.
type Doctor interface {
	// Check returns the faults found; it changes nothing.
	Check(ctx context.Context) ([]model.Finding, error)
	// Reindex makes anew what can be made from the rest.
	Reindex(ctx context.Context, progress func(done, all int)) error
	// Vacuum gives back the room of what was deleted.
	Vacuum(ctx context.Context) error
	// Backup writes a copy to a file that must not be there.
	Backup(ctx context.Context, path string) error
}
