package library

import (
	"context"
	"io"
	"slices"

	"tachiba/data/gold"
	"tachiba/model"
)

// ExportCorrections writes the corrections that hold as JSON Lines in the gold
// format and returns how many there are.
func (l *Library) ExportCorrections(ctx context.Context, w io.Writer) (int, error) {
	list, err := l.Corrections(ctx)
	if err != nil {
		return 0, err
	}
	list = slices.DeleteFunc(list, func(c model.Correction) bool { return c.Undone })
	return len(list), gold.WriteCorrections(w, list)
}

// ImportCorrections keeps the corrections of a file, all or none, and returns
// how many were not there before. Who made one that does not say so is name.
func (l *Library) ImportCorrections(ctx context.Context, r io.Reader, name string) (added int, err error) {
	list, err := gold.ReadCorrections(r, name)
	if err != nil {
		return 0, err
	}
	for i := range list {
		if list[i].By == "" {
			list[i].By = name
		}
	}
	ids, err := l.CorrectAll(ctx, list)
	for _, id := range ids {
		if id != 0 {
			added++
		}
	}
	return added, err
}

// Subscriptions returns the feeds in the order in which they were added.
func (l *Library) Subscriptions(ctx context.Context) ([]model.Feed, error) {
	feeds, err := l.Feeds(ctx)
	out := make([]model.Feed, len(feeds))
	for i, f := range feeds {
		out[i] = f.Feed
	}
	return out, err
}
