package cli

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/shelf"
)

// news is what came since the last visit, as JSON has it.
type news struct {
	Since      *string  `json:"since"` // the last visit, null for none
	Digests    []listed `json:"digests"`
	Statements int      `json:"statements"`
	Shifts     []shift  `json:"shifts"`
}

// shift is a position that changed.
type shift struct {
	Actor     model.ActorID    `json:"actor"`
	Topic     model.TopicID    `json:"topic"`
	From      *model.Stance    `json:"from"` // null: no evidence
	To        *model.Stance    `json:"to"`
	Statement export.Statement `json:"statement"` // the newest of the new ones
}

// arrivals is what came since the last visit.
type arrivals struct {
	since      time.Time
	digests    []model.Listing
	statements int
	moves      []model.Move
}

func (a *app) newsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "news", Short: a.T("cli.news"), Long: a.T("cli.news_long"), Args: a.noArgs}
	var seen bool
	var format string
	cmd.Flags().BoolVar(&seen, "seen", false, a.T("cli.flag_seen"))
	a.formatFlag(cmd, &format, formatTable, formatJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			if err := a.codeNew(ctx, l); err != nil {
				return err
			}
			n, err := a.arrivals(ctx, l)
			if err != nil {
				return err
			}
			if format == formatJSON {
				err = export.WriteJSON(a.out, newNews(n), "  ")
			} else {
				err = a.printNews(n)
			}
			if err == nil {
				err = a.out.Flush() // what could not be printed was not seen
			}
			if err == nil && seen {
				err = l.Visit(ctx)
			}
			return err
		})
	}
	return cmd
}

func (a *app) arrivals(ctx context.Context, l shelf.Library) (n arrivals, err error) {
	if n.since, err = l.LastVisit(ctx); err != nil {
		return n, err
	}
	ledger, listings, err := l.Ledger(ctx)
	if err != nil {
		return n, err
	}
	n.digests = newestFirst(slices.DeleteFunc(listings, func(d model.Listing) bool { return !d.New }))
	n.statements = len(ledger.Select(model.Filter{New: true}))
	n.moves = ledger.Moves(a.Look.Lexicon)
	return n, l.Fault()
}

func newNews(n arrivals) news {
	out := news{Since: stamp(n.since), Digests: newListed(n.digests), Statements: n.statements, Shifts: []shift{}}
	for _, s := range n.moves {
		out.Shifts = append(out.Shifts, shift{s.Actor, s.Topic, export.StanceOrNull(s.From), export.StanceOrNull(s.To), export.NewStatement(s.Evidence)})
	}
	return out
}

func (a *app) printNews(n arrivals) error {
	switch {
	case n.since.IsZero() && len(n.digests) == 0:
		fmt.Fprintln(a.out, a.T("news.no_visit"))
		return nil
	case len(n.digests) == 0:
		fmt.Fprintln(a.out, a.T("news.nothing", clock(n.since)))
		return nil
	}
	fmt.Fprintln(a.out, a.T("news.since", clock(n.since)))
	fmt.Fprintln(a.out, a.T("plain.digests", len(n.digests))+a.T("plain.comma")+a.T("plain.statements", n.statements))
	fmt.Fprintln(a.out)
	if err := a.printTable(a.listTable(n.digests)); err != nil {
		return err
	}
	if len(n.moves) == 0 {
		return nil
	}
	fmt.Fprintln(a.out)
	fmt.Fprintln(a.out, a.T("news.shifts"))
	for _, s := range n.moves {
		fmt.Fprintln(a.out, "  "+a.T("news.shift", a.Actor(s.Actor), a.Topic(s.Topic), a.stanceWord(s.From), a.stanceWord(s.To)))
		fmt.Fprintln(a.out, "    "+a.T("plain.evidence", a.Quote(model.StripMark(s.Evidence.Text)), a.Source(s.Evidence)))
	}
	return nil
}
