package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

func (a *app) feedCommand() *cobra.Command {
	return a.group("feed", a.T("cli.feed"), a.T("cli.feed_long"),
		a.feedAddCommand(), a.feedListCommand(), a.feedRemoveCommand(), a.feedImportCommand(), a.feedExportCommand())
}

func (a *app) feedAddCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "add URL", Short: a.T("cli.feed_add"), Long: a.T("cli.feed_add_long"), Args: a.between(1, 1)}
	var title, folder string
	cmd.Flags().StringVar(&title, "title", "", a.T("cli.flag_title"))
	cmd.Flags().StringVar(&folder, "folder", "", a.T("cli.flag_folder"))
	a.completeNothing(cmd, "title")
	a.completeNothing(cmd, "folder")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onLibrary(cmd, a.openLibrary, func(ctx context.Context, l shelf.Library) error {
			f, added, err := l.Subscribe(ctx, args[0], a.Clean(title), folders(a.Clean(folder)))
			if err != nil {
				return err
			}
			key := "feed.there"
			if added {
				key = "feed.added"
			}
			fmt.Fprintln(a.out, a.T(key, f.Title, f.URL))
			return nil
		})
	}
	return cmd
}

// folders returns the names of nested folders that a path names, outermost first.
func folders(path string) (out []string) {
	for name := range strings.SplitSeq(path, "/") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// subscribed is a feed as JSON has it.
type subscribed struct {
	URL     string   `json:"url"`
	Title   string   `json:"title"`
	Site    string   `json:"site"`
	Folder  []string `json:"folder"`
	Digests int      `json:"digests"`
	Fetched *string  `json:"fetched"` // null: never
	Problem *string  `json:"problem"` // of the last fetch; null: none
}

func (a *app) newSubscribed(feeds []model.Feed) []subscribed {
	out := make([]subscribed, len(feeds))
	for i, f := range feeds {
		out[i] = subscribed{f.URL, f.Title, f.Site, list(f.Folder), f.Digests, stamp(f.Fetched), nil}
		if f.Problem != nil {
			out[i].Problem = new(a.Problem(f.Problem))
		}
	}
	return out
}

// stamp returns a time as programs read it (RFC 3339), nil for none.
func stamp(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return new(t.UTC().Format(time.RFC3339))
}

// clock returns a time as a person reads it, "" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04")
}

func (a *app) feedListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: a.T("cli.feed_list"), Args: a.noArgs}
	var format string
	a.formatFlag(cmd, &format, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			feeds, err := l.Subscriptions(ctx)
			if err != nil {
				return err
			}
			if len(feeds) == 0 {
				fmt.Fprintln(a.err, a.T("feed.none"))
			}
			return a.print(output{
				shown: func() table {
					return a.feedTable([]column{
						{title: a.T("table.title"), wrap: true},
						{title: a.T("feed.address")},
						{title: a.T("feed.folder"), spare: true},
						{title: a.T("feed.digests"), right: true},
						{title: a.T("feed.fetched")},
						{title: a.T("feed.problem"), wrap: true},
					}, feeds, clock)
				},
				records: func() table {
					return a.feedTable(keyColumns("title", "url", "folder", "digests", "fetched", "problem"), feeds, func(t time.Time) string {
						if s := stamp(t); s != nil {
							return *s
						}
						return ""
					})
				},
				value:   func() any { return a.newSubscribed(feeds) },
				objects: func() []any { return objects(a.newSubscribed(feeds)) },
			}, format)
		})
	}
	return cmd
}

func (a *app) feedTable(columns []column, feeds []model.Feed, when func(time.Time) string) table {
	t := table{columns: columns}
	for _, f := range feeds {
		problem := ""
		if f.Problem != nil {
			problem = a.Problem(f.Problem)
		}
		t.rows = append(t.rows, []string{f.Title, f.URL, strings.Join(f.Folder, "/"), strconv.Itoa(f.Digests), when(f.Fetched), problem})
	}
	return t
}

func (a *app) feedRemoveCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "remove URL…", Short: a.T("cli.feed_remove"), Args: a.between(1, -1)}
	a.completeNames(cmd, feedChoices)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			for _, address := range args {
				if err := l.RemoveFeed(ctx, address); err != nil {
					return a.nearest(ctx, l, err, feedChoices)
				}
				a.sayNow(a.out, a.T("feed.removed", address))
			}
			return nil
		})
	}
	return cmd
}

func (a *app) feedImportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE", Short: a.T("cli.feed_import"), Args: a.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onLibrary(cmd, a.openLibrary, func(ctx context.Context, l shelf.Library) error {
				return a.readFile(args[0], func(r io.Reader, name string) error {
					added, problems, err := l.ImportFeeds(ctx, r, name)
					if err != nil {
						return err
					}
					fmt.Fprintln(a.out, a.T("feed.imported", added))
					for i := range problems {
						fmt.Fprintln(a.err, a.Problem(&problems[i]))
					}
					if len(problems) > 0 {
						return errors.New(a.T("feed.not_imported", len(problems)))
					}
					return nil
				})
			})
		},
	}
}

func (a *app) feedExportCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "export [FILE]", Short: a.T("cli.feed_export"), Args: a.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
				return a.writeFile(args, force, func(w io.Writer) error { return l.ExportFeeds(ctx, w, "tachiba") })
			})
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, a.T("cli.flag_force"))
	return cmd
}
