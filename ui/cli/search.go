package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/markdown"
	"tachiba/ui/shelf"
)

// hit is a sentence found as JSON has it.
type hit struct {
	Digest   string     `json:"digest"`
	Line     int        `json:"line"`
	Sentence string     `json:"sentence"`
	Date     model.Date `json:"date"`
	Outlet   string     `json:"outlet"`
	URL      string     `json:"url"`
}

func newHits(list []model.Hit) []hit {
	out := make([]hit, len(list))
	for i, h := range list {
		out[i] = hit{h.Digest, h.Line, h.Text, h.Date, h.Outlet, h.URL}
	}
	return out
}

// The orders of what is found.
const (
	sortNewest    = "newest"
	sortRelevance = "relevance"
)

// searchFlags are the flags of search but those of the filter.
type searchFlags struct {
	limit        int
	sort, format string
	in           []string
}

func (a *app) searchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "search WORDS…", Short: a.T("cli.search"), Long: a.T("cli.search_long"), Args: a.between(1, -1)}
	var flags searchFlags
	var filter filterFlags
	filter.add(a, cmd)
	cmd.Flags().IntVar(&flags.limit, "limit", 50, a.T("cli.flag_limit"))
	cmd.Flags().Lookup("limit").DefValue = "" // the help's text names it
	cmd.Flags().StringArrayVar(&flags.in, "in", nil, a.T("cli.flag_in"))
	a.choiceFlag(cmd, "sort", &flags.sort, a.T("cli.flag_sort"), sortNewest, sortRelevance)
	a.formatFlag(cmd, &flags.format, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
	a.completeNothing(cmd, "limit")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		text := a.Clean(strings.Join(args, " "))
		if len(model.Terms(text)) == 0 {
			return a.usage("cli.wrong_args", usageLine(cmd))
		}
		if flags.limit < 0 {
			return a.usage("cli.flag_invalid", "--limit", strconv.Itoa(flags.limit))
		}
		desk, f, err := a.prepare(cmd.Context(), &filter)
		if err != nil {
			return err
		}
		ask := model.Search{Text: strings.TrimSpace(text + " " + f.Text), Filter: f, ByRank: flags.sort == sortRelevance}
		ask.Filter.Text = ""
		if flags.limit > 0 {
			ask.Limit = flags.limit + 1 // tells whether there are more
		}
		hits, err := a.find(cmd.Context(), desk, ask, flags.in)
		if err != nil {
			return err
		}
		return a.printHits(hits, ask.Text, &flags)
	}
	return cmd
}

// find searches the files in paths, or the library where there are none.
func (a *app) find(ctx context.Context, desk Desk, ask model.Search, paths []string) ([]model.Hit, error) {
	if len(paths) > 0 {
		return a.findIn(ctx, desk, ask, paths)
	}
	library, err := a.keptLibrary(ctx, desk)
	if err != nil {
		return nil, err
	}
	hits, err := a.findKept(ctx, library, ask)
	return hits, errors.Join(err, library.Close())
}

// findIn searches files. They are coded only where the filter asks for statements.
func (a *app) findIn(ctx context.Context, desk Desk, ask model.Search, paths []string) ([]model.Hit, error) {
	load := desk.Read
	if ask.Filter.ByStatement() {
		load = desk.Load
	}
	if ask.Filter.New {
		return nil, a.usage("cli.new_of_files")
	}
	c, err := a.gather(ctx, paths, load)
	if err != nil {
		return nil, err
	}
	a.sayLeftOut(c)
	return c.Search(ask), nil
}

// findKept searches the library. What is not coded yet carries no statement.
func (a *app) findKept(ctx context.Context, l shelf.Library, ask model.Search) ([]model.Hit, error) {
	if ask.Filter.ByStatement() {
		if err := a.codeNew(ctx, l); err != nil {
			return nil, err
		}
	}
	return l.Search(ctx, ask)
}

func (a *app) printHits(hits []model.Hit, text string, flags *searchFlags) error {
	if len(hits) == 0 {
		if flags.format == formatJSON {
			if err := export.WriteJSON(a.out, newHits(hits), "  "); err != nil {
				return err
			}
		}
		return errors.New(a.T("search.nothing", text))
	}
	if flags.limit > 0 && len(hits) > flags.limit {
		hits = hits[:flags.limit]
		defer func() { fmt.Fprintln(a.err, a.T("search.more", flags.limit)) }()
	}
	shown := a.hitTable(hits, flags.format == formatMarkdown)
	if flags.format == formatTable && a.colours() {
		shown.columns[len(shown.columns)-1].paint = a.marking(model.Terms(text))
		return a.printPainted(shown)
	}
	return a.print(output{
		shown:   func() table { return shown },
		records: func() table { return hitRecords(hits) },
		value:   func() any { return newHits(hits) },
		objects: func() []any { return objects(newHits(hits)) },
	}, flags.format)
}

func (a *app) hitTable(hits []model.Hit, link bool) table {
	t := table{columns: []column{
		{title: a.T("table.date")},
		{title: a.T("table.outlet"), link: link},
		{title: a.T("table.place")},
		{title: a.T("table.sentence"), wrap: true},
	}}
	for _, h := range hits {
		outlet := model.OutletName(h.Outlet, h.URL)
		if link {
			outlet = markdown.Link(outlet, h.URL)
		}
		t.rows = append(t.rows, []string{a.dateCell(h.Date), outlet, place(h.Digest, h.Line), model.StripMark(h.Text)})
	}
	return t
}

func hitRecords(hits []model.Hit) table {
	t := table{columns: keyColumns("digest", "line", "sentence", "date", "outlet", "url")}
	for _, h := range hits {
		t.rows = append(t.rows, []string{h.Digest, strconv.Itoa(h.Line), h.Text, h.Date.String(), h.Outlet, h.URL})
	}
	return t
}
