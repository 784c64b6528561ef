package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

func (a *app) fetchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "fetch [URL…]", Short: a.T("cli.fetch"), Long: a.T("cli.fetch_long")}
	var every time.Duration
	cmd.Flags().DurationVar(&every, "every", 0, a.T("cli.flag_every"))
	cmd.Flags().Lookup("every").DefValue = "" // once
	a.completeNothing(cmd, "every")
	a.completeNames(cmd, feedChoices)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if cmd.Flags().Changed("every") && every < time.Second {
			return a.usage("fetch.too_often", every.String())
		}
		if path, _ := a.libraryPath(); !there(path) {
			return errors.New(a.T("fetch.no_feeds"))
		}
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			if every == 0 {
				return a.fetch(ctx, l, args)
			}
			return a.fetchEvery(ctx, l, args, every)
		})
	}
	return cmd
}

// fetchEvery fetches again and again until ctx ends. What goes wrong with feeds,
// or while another program writes to the library, may go better the next time.
func (a *app) fetchEvery(ctx context.Context, l shelf.Library, addresses []string, every time.Duration) error {
	for {
		err := a.fetch(ctx, l, addresses)
		var p *model.Problem
		var failed *feedsFailed
		switch {
		case errors.As(err, &failed):
		case errors.As(err, &p) && p.Code == model.ProblemBusy:
			a.sayNow(a.err, a.Problem(p))
		case err != nil:
			return err
		}
		if _, ok := a.streams.Terminal(a.streams.Err); ok {
			a.sayNow(a.err, a.T("fetch.next", time.Now().Add(every).Format(time.TimeOnly)))
		}
		select {
		case <-time.After(every):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// feedsFailed is the error that every feed failed.
type feedsFailed struct{ text string }

func (e *feedsFailed) Error() string { return e.text }

// fetch fetches feeds, tells what became of each, and codes what is new.
func (a *app) fetch(ctx context.Context, l shelf.Library, addresses []string) error {
	bar := a.progress()
	counts := map[model.Outcome]int{}
	all, failed := 0, 0
	err := l.Fetch(ctx, addresses, func(s model.Step) {
		bar.erase()
		all = s.All
		for outcome, n := range s.Counts {
			counts[outcome] += n
		}
		if s.Problem != nil {
			a.sayNow(a.err, a.Problem(s.Problem))
		}
		if s.Problem != nil && len(s.Counts) == 0 {
			failed++
		} else {
			a.sayNow(a.out, a.T("fetch.feed", s.Name, a.fetched(s)))
		}
		bar.say("fetch.progress", s.Done, s.All)
	})
	bar.erase()
	if err == nil {
		err = a.codeNew(ctx, l)
	}
	switch {
	case ctx.Err() != nil && len(counts) > 0:
		a.sayStopped(counts)
		return err
	case err != nil:
		return a.nearest(ctx, l, err, feedChoices)
	case all == 0:
		return errors.New(a.T("fetch.no_feeds"))
	case failed == all:
		return &feedsFailed{a.T("fetch.all_failed", failed)}
	}
	return nil
}

// fetched says what a fetch of a feed brought.
func (a *app) fetched(s model.Step) string {
	if s.Unchanged || s.Counts[model.OutcomeAdded]+s.Counts[model.OutcomeReplaced] == 0 {
		return a.T("fetch.unchanged")
	}
	fresh := map[model.Outcome]int{}
	for _, o := range []model.Outcome{model.OutcomeAdded, model.OutcomeReplaced} {
		fresh[o] = s.Counts[o]
	}
	return a.outcomes(fresh)
}
