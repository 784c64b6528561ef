package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// listed is a digest of the library as JSON has it.
type listed struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Date       model.Date `json:"date"`
	Source     string     `json:"source"`
	Read       bool       `json:"read"`
	Starred    bool       `json:"starred"`
	New        bool       `json:"new"`
	Statements int        `json:"statements"`
}

func newListed(list []model.Listing) []listed {
	out := make([]listed, len(list))
	for i, l := range list {
		out[i] = listed{l.ID, l.Title, l.Date, l.Source, l.Read, l.Starred, l.New, l.Statements}
	}
	return out
}

func (a *app) listCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: a.T("cli.list"), Long: a.T("cli.list_long"), Args: a.noArgs}
	var unread, starred, fresh, removed bool
	var format string
	cmd.Flags().BoolVar(&unread, "unread", false, a.T("cli.flag_unread"))
	cmd.Flags().BoolVar(&starred, "starred", false, a.T("cli.flag_starred"))
	cmd.Flags().BoolVar(&fresh, "new", false, a.T("cli.flag_new"))
	cmd.Flags().BoolVar(&removed, "removed", false, a.T("cli.flag_removed"))
	a.formatFlag(cmd, &format, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			list, err := a.kept(ctx, l, removed)
			if err != nil {
				return err
			}
			list = slices.DeleteFunc(list, func(d model.Listing) bool {
				return unread && d.Read || starred && !d.Starred || fresh && !d.New
			})
			return a.print(a.listOutput(list), format)
		})
	}
	return cmd
}

// kept returns the digests of the library, newest first, or those that were
// removed, the last of them first.
func (a *app) kept(ctx context.Context, l shelf.Library, removed bool) ([]model.Listing, error) {
	if removed {
		return l.Removed(ctx)
	}
	_, list, err := l.Ledger(ctx)
	if err == nil && len(list) == 0 {
		fmt.Fprintln(a.err, a.T("cli.empty_library", l.Path()))
	}
	return newestFirst(list), err
}

// newestFirst sorts digests by date, and on a day by when they came.
func newestFirst(list []model.Listing) []model.Listing {
	slices.Reverse(list)
	slices.SortStableFunc(list, func(x, y model.Listing) int { return cmp.Compare(y.Date, x.Date) })
	return list
}

func (a *app) listOutput(list []model.Listing) output {
	return output{
		shown: func() table { return a.listTable(list) },
		records: func() table {
			t := table{columns: keyColumns("id", "title", "date", "source", "read", "starred", "new", "statements")}
			for _, l := range list {
				t.rows = append(t.rows, []string{
					l.ID, l.Title, l.Date.String(), l.Source, strconv.FormatBool(l.Read), strconv.FormatBool(l.Starred),
					strconv.FormatBool(l.New), strconv.Itoa(l.Statements),
				})
			}
			return t
		},
		value:   func() any { return newListed(list) },
		objects: func() []any { return objects(newListed(list)) },
	}
}

func (a *app) listTable(list []model.Listing) table {
	t := table{columns: []column{
		{title: a.T("list.id")},
		{title: a.T("table.date")},
		{title: a.T("table.title"), wrap: true},
		{title: a.T("table.statements"), right: true},
		{title: a.T("list.marks")},
		{title: a.T("list.source"), spare: true},
	}}
	for _, l := range list {
		t.rows = append(t.rows, []string{l.ID, a.dateCell(l.Date), l.Title, strconv.Itoa(l.Statements), a.marks(l), l.Source})
	}
	return t
}

// marks says what there is to know of a digest besides what it holds.
func (a *app) marks(l model.Listing) string {
	var words []string
	for _, m := range []struct {
		set bool
		key string
	}{{l.New, "list.new"}, {!l.Read, "list.unread"}, {l.Starred, "list.starred"}} {
		if m.set {
			words = append(words, a.T(m.key))
		}
	}
	return a.List(words...)
}
