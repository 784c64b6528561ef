package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

func (a *app) addCommand() *cobra.Command {
	return &cobra.Command{
		Use: "add PATH|URL…", Short: a.T("cli.add"), Long: a.T("cli.add_long"), Args: a.between(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onLibrary(cmd, a.openLibrary, func(ctx context.Context, l shelf.Library) error { return a.add(ctx, l, args) })
		},
	}
}

// add keeps what names name, tells what became of each, and codes what is new.
func (a *app) add(ctx context.Context, l shelf.Library, names []string) error {
	bar := a.progress()
	counts := map[model.Outcome]int{}
	all, failed := 0, 0
	err := l.Add(ctx, names, func(s model.Step) {
		bar.erase()
		all = s.All
		if s.Problem != nil {
			failed++
			a.sayNow(a.err, a.Problem(s.Problem))
		}
		for outcome, n := range s.Counts {
			counts[outcome] += n
			a.sayNow(a.out, a.T("add."+string(outcome), s.ID, s.Name))
		}
		bar.say("add.progress", s.Done, s.All)
	})
	bar.erase()
	if err == nil {
		err = a.codeNew(ctx, l)
	}
	if ctx.Err() != nil {
		a.sayStopped(counts)
	}
	if err != nil {
		return err
	}
	if _, ok := a.streams.Terminal(a.streams.Err); ok && all > 1 {
		a.sayNow(a.err, a.outcomes(counts))
	}
	if failed == all && failed > 0 {
		return errors.New(a.T("add.all_failed"))
	}
	if failed > 0 {
		return errors.New(a.T("add.failed", failed, all))
	}
	return nil
}

// codeNew codes what is not coded yet.
func (a *app) codeNew(ctx context.Context, l shelf.Library) error {
	bar := a.progress()
	err := l.Code(ctx, bar.show)
	bar.erase()
	return err
}

// sayNow prints a line at once: what a command does may take long.
func (a *app) sayNow(w *lineCleaner, line string) {
	fmt.Fprintln(w, line)
	_ = w.Flush() // the end of the run finds out too
}

// sayStopped tells a person who stopped the program what holds. It goes around
// the cleaner, which prints nothing any more.
func (a *app) sayStopped(counts map[model.Outcome]int) {
	fmt.Fprintln(a.streams.Err, a.Clean(a.T("add.stopped", a.outcomes(counts))))
}

// outcomes returns how many digests were added, replaced and so on.
func (a *app) outcomes(counts map[model.Outcome]int) string {
	var parts []string
	for _, o := range []model.Outcome{model.OutcomeAdded, model.OutcomeReplaced, model.OutcomeSame, model.OutcomeGone} {
		if n := counts[o]; n > 0 {
			parts = append(parts, a.T("outcome."+string(o), n))
		}
	}
	if len(parts) == 0 {
		return a.T("outcome.nothing")
	}
	return a.List(parts...)
}
