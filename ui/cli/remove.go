package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

func (a *app) removeCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "remove ID…", Short: a.T("cli.remove"), Long: a.T("cli.remove_long"), Args: a.between(1, -1)}
	var undo bool
	cmd.Flags().BoolVar(&undo, "undo", false, a.T("cli.flag_undo"))
	a.completeNames(cmd, func(ctx context.Context, l shelf.Library) []choice {
		if undo {
			return removedChoices(ctx, l)
		}
		return digestChoices(ctx, l)
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			if undo {
				if err := l.Restore(ctx, args); err != nil {
					return a.nearest(ctx, l, err, removedChoices)
				}
				fmt.Fprintln(a.out, a.T("remove.undone", len(args)))
				return a.codeNew(ctx, l)
			}
			if err := l.Remove(ctx, args); err != nil {
				return a.nearest(ctx, l, err, digestChoices)
			}
			fmt.Fprintln(a.out, a.T("remove.done", len(args)))
			return nil
		})
	}
	return cmd
}

func (a *app) markCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "mark ID…", Short: a.T("cli.mark"), Long: a.T("cli.mark_long"), Args: a.between(1, -1)}
	var read, unread, star, unstar bool
	cmd.Flags().BoolVar(&read, "read", false, a.T("cli.flag_read"))
	cmd.Flags().BoolVar(&unread, "unread", false, a.T("cli.flag_mark_unread"))
	cmd.Flags().BoolVar(&star, "star", false, a.T("cli.flag_star"))
	cmd.Flags().BoolVar(&unstar, "unstar", false, a.T("cli.flag_unstar"))
	a.completeNames(cmd, digestChoices)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case read && unread:
			return a.usage("mark.both", "--read", "--unread")
		case star && unstar:
			return a.usage("mark.both", "--star", "--unstar")
		case !read && !unread && !star && !unstar:
			return a.usage("mark.none")
		}
		marks := model.Marks{}
		if read || unread {
			marks.Read = &read
		}
		if star || unstar {
			marks.Starred = &star
		}
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			if err := l.Mark(ctx, args, marks); err != nil {
				return a.nearest(ctx, l, err, digestChoices)
			}
			fmt.Fprintln(a.out, a.T("mark.done", len(args)))
			return nil
		})
	}
	return cmd
}
