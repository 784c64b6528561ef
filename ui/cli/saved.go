package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/shelf"
)

// savedFilter is a saved filter as JSON has it: its keys are those of the flags.
type savedFilter struct {
	Name string `json:"name"`
	export.Filter
}

func (a *app) filterCommand() *cobra.Command {
	return a.group("filter", a.T("cli.filter"), a.T("cli.filter_long"),
		a.filterSaveCommand(), a.filterListCommand(), a.filterRemoveCommand())
}

func (a *app) filterSaveCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "save NAME", Short: a.T("cli.filter_save"), Args: a.between(1, 1)}
	var flags filterFlags
	flags.add(a, cmd)
	a.completeNames(cmd, filterChoices)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name := strings.TrimSpace(a.Clean(args[0]))
		if name == "" {
			return a.usage("cli.wrong_args", usageLine(cmd))
		}
		_, filter, err := a.prepare(cmd.Context(), &flags)
		if err != nil {
			return err
		}
		if !filter.Active() {
			return a.usage("saved.all")
		}
		return a.onLibrary(cmd, a.openLibrary, func(ctx context.Context, l shelf.Library) error {
			saved, err := l.Filters(ctx)
			if err == nil {
				err = l.SaveFilter(ctx, name, filter)
			}
			if err != nil {
				return err
			}
			said := a.T("saved.done", name, a.FilterWords(filter))
			if i := slices.IndexFunc(saved, func(f model.SavedFilter) bool { return f.Name == name && !f.Filter.Equal(filter) }); i >= 0 {
				said = a.T("saved.replaced", name, a.FilterWords(filter), a.FilterWords(saved[i].Filter)) // to be saved again
			}
			fmt.Fprintln(a.out, said)
			return nil
		})
	}
	return cmd
}

func (a *app) filterListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: a.T("cli.filter_list"), Args: a.noArgs}
	var format string
	a.formatFlag(cmd, &format, formatTable, formatMarkdown, formatJSON, formatJSONL)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			filters, err := l.Filters(ctx)
			if err != nil {
				return err
			}
			if len(filters) == 0 {
				fmt.Fprintln(a.err, a.T("saved.none"))
			}
			value := func() []savedFilter {
				out := make([]savedFilter, len(filters))
				for i, s := range filters {
					out[i] = savedFilter{s.Name, export.NewFilter(s.Filter)}
				}
				return out
			}
			return a.print(output{
				shown: func() table {
					t := table{columns: []column{{title: a.T("saved.name")}, {title: a.T("saved.selects"), wrap: true}}}
					for _, s := range filters {
						t.rows = append(t.rows, []string{s.Name, a.FilterWords(s.Filter)})
					}
					return t
				},
				value:   func() any { return value() },
				objects: func() []any { return objects(value()) },
			}, format)
		})
	}
	return cmd
}

func (a *app) filterRemoveCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "remove NAME…", Short: a.T("cli.filter_remove"), Args: a.between(1, -1)}
	a.completeNames(cmd, filterChoices)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			for _, name := range args {
				if err := l.RemoveFilter(ctx, strings.TrimSpace(a.Clean(name))); err != nil {
					return a.nearest(ctx, l, err, filterChoices)
				}
				a.sayNow(a.out, a.T("saved.removed", name))
			}
			return nil
		})
	}
	return cmd
}
