package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// ledgerMsg is the library as read: all of it, or why it can't be.
type ledgerMsg struct {
	number   int // of those asked for
	ledger   *model.Ledger
	listings []model.Listing
	filters  []model.SavedFilter
	visit    time.Time // the last one
	err      error
}

// openLibrary shows what can be shown of the library at once. The rest comes
// with readLedger.
func (a *App) openLibrary(ctx context.Context) {
	lib := a.options.Library
	a.opening = true
	a.data.Progress.Done = true
	a.contents = contents{
		ledger: model.NewLedger(nil), digest: func(id string) (*model.Digest, error) { return lib.Digest(ctx, id) },
		find: func(text string) (map[string][]int, error) { return lib.Find(ctx, text) },
	}
	o, err := lib.Overview(ctx, a.options.Lexicon)
	if err != nil {
		a.loadErr = err
		return
	}
	a.contents.digests, a.contents.statements, a.first, a.last = o.Digests, o.Comparison.Total, o.First, o.Last
	if !a.filter.Active() {
		a.comparison = o.Comparison
	}
	a.hand()
}

// reread asks for the ledger anew; what was asked for before is out of date.
func (a *App) reread() tea.Cmd {
	a.asked++
	return a.readLedger
}

// readLedger reads the library beside the interface.
func (a App) readLedger() tea.Msg {
	m := ledgerMsg{number: a.asked}
	m.ledger, m.listings, m.err = a.options.Library.Ledger(a.ctx)
	if m.err == nil {
		m.filters, m.err = a.options.Library.Filters(a.ctx)
	}
	if m.err == nil {
		m.visit, m.err = a.options.Library.LastVisit(a.ctx)
	}
	return m
}

// read takes the library in. The first time, what is not coded yet is coded
// after it.
func (a App) read(m ledgerMsg) (App, tea.Cmd) {
	if m.number != a.asked {
		return a, nil // a newer one is on its way
	}
	a.taken = m.number
	if m.err != nil {
		a.message = a.look.Error(m.err)
		cmd := a.nextTurn()
		return a, cmd
	}
	first := a.opening
	a.opening, a.filters = false, m.filters
	a.visit = model.DateOf(m.visit)
	c := a.contents
	c.ledger, c.listings = m.ledger, m.listings
	c.digests, c.statements = len(m.listings), len(m.ledger.Entries)
	a.setContents(c)
	if first {
		if n := a.comparison.New; n > 0 {
			a.message = a.look.T("app.new_statements", n)
		}
		cmd := tea.Batch(a.code(), a.nextTurn())
		return a, cmd
	}
	cmd := a.nextTurn()
	return a, cmd
}

// code has coded what is new, or was coded by another coder or lexicon.
func (a *App) code() tea.Cmd {
	if a.coding != nil {
		a.codeAgain = true // it may have looked for the last time
		return nil
	}
	a.codeAgain = false
	a.coding = newJob(a.ctx, a.options.Library.Code)
	a.codedShown = 0
	return a.coding.start
}

// showEvery is how many digests are coded before the views show them.
const showEvery = 256

// coded takes in how far coding has come.
func (a App) coded(m batchMsg[model.Progress]) (App, tea.Cmd) {
	for _, p := range m.updates {
		a.data.Progress = p
	}
	if !m.ended {
		if p := a.data.Progress; p.Coded-a.codedShown >= showEvery && a.asked == a.taken {
			a.codedShown = p.Coded
			cmd := tea.Batch(m.job.next, a.reread())
			return a, cmd
		}
		return a, m.job.next
	}
	a.coding = nil
	if m.err != nil && !errors.Is(m.err, context.Canceled) {
		a.message = a.look.Error(m.err)
	}
	changed := a.data.Progress.Coded > 0
	a.data.Progress.Done = true
	var cmds []tea.Cmd
	if changed {
		cmds = append(cmds, a.reread())
	}
	if a.codeAgain && m.err == nil {
		cmds = append(cmds, a.code())
	}
	return a, tea.Batch(cmds...)
}

// add keeps what names name, beside the interface.
func (a *App) add(names []string) tea.Cmd {
	return a.startSteps(func(ctx context.Context, emit func(model.Step)) error { return a.options.Library.Add(ctx, names, emit) })
}

// fetch fetches all feeds, beside the interface.
func (a *App) fetch() tea.Cmd {
	return a.startSteps(func(ctx context.Context, emit func(model.Step)) error { return a.options.Library.Fetch(ctx, nil, emit) })
}

func (a *App) startSteps(run func(context.Context, func(model.Step)) error) tea.Cmd {
	if !a.hasLibrary() {
		return nil
	}
	if a.steps != nil {
		a.message = a.look.T("app.busy")
		return nil
	}
	a.steps, a.step, a.outcome, a.added, a.data.Problems = newJob(a.ctx, run), model.Step{}, map[model.Outcome]int{}, nil, nil
	a.problemsRead = 0
	return a.steps.start
}

// makeLibrary opens a library in place of the samples; false where it can't, which it
// says.
func (a *App) makeLibrary() (tea.Cmd, bool) {
	lib, err := a.options.NewLibrary(a.ctx)
	if err != nil {
		a.message = a.look.Error(err)
		return nil, false
	}
	a.load.cancel()
	a.load, a.options.Library, a.data, a.fresh = nil, lib, model.Collection{}, true
	a.openLibrary(a.ctx)
	return a.reread(), true
}

// canKeep tells whether there is a library, or one can be made.
func (a *App) canKeep() bool {
	return a.options.Library != nil || a.data.Samples && a.options.NewLibrary != nil || a.hasLibrary()
}

// hasLibrary says so where there is none: then nothing can be kept.
func (a *App) hasLibrary() bool {
	switch {
	case a.options.Library != nil:
	case a.options.NewLibrary != nil && a.data.Samples:
		a.message = a.look.T("app.no_library")
	default:
		a.message = a.look.T("app.paths_only")
	}
	return a.options.Library != nil
}

// stepped takes in how far adding or fetching has come. At its end it says what
// became of it, and what is new is coded.
func (a App) stepped(m batchMsg[model.Step]) (App, tea.Cmd) {
	for _, s := range m.updates {
		a.step = s
		for outcome, n := range s.Counts {
			a.outcome[outcome] += n
		}
		if s.ID != "" && s.Counts[model.OutcomeAdded] > 0 {
			a.added = append(a.added, s.ID)
		}
		if s.Problem != nil {
			a.data.Problems = append(a.data.Problems, *s.Problem)
		}
	}
	if !m.ended {
		return a, m.job.next
	}
	a.steps = nil
	if ids, lib := a.added, a.options.Library; len(ids) > 0 {
		a.record(change{
			undo: func(ctx context.Context) error { return lib.Remove(ctx, ids) },
			redo: func(ctx context.Context) error { return lib.Restore(ctx, ids) },
		})
	}
	switch {
	case m.err != nil && !errors.Is(m.err, context.Canceled):
		a.message = a.look.Error(m.err)
	case a.step.All == 1 && len(a.data.Problems) == 1:
		a.message = a.look.Problem(&a.data.Problems[0])
	case a.step.All == 0 && m.err == nil:
		a.message = a.look.T("app.no_feeds")
	case a.fresh && len(a.added) > 0:
		a.fresh, a.message = false, a.look.T("app.library_made", len(a.added))
	default:
		a.message = a.look.T("app.kept", a.outcome[model.OutcomeAdded], a.outcome[model.OutcomeReplaced], a.outcome[model.OutcomeSame])
	}
	cmd := tea.Batch(a.reread(), a.code())
	return a, cmd
}

// quit ends the interface once what the person did is kept; asked for again, at once.
func (a *App) quit() tea.Cmd {
	if a.writing.under && !a.leaving {
		a.leaving, a.message = true, a.look.T("app.leaving")
		return a.inTurn((*App).leave)
	}
	return a.leave()
}

// leave ends the interface; what was shown counts as seen.
func (a *App) leave() tea.Cmd {
	for _, cancel := range a.cancels() {
		cancel()
	}
	if a.options.Library == nil || a.opening {
		return tea.Quit
	}
	visit := a.options.Library.Visit
	return tea.Sequence(func() tea.Msg {
		_ = visit(context.Background()) // what can't be kept is shown as new again
		return nil
	}, tea.Quit)
}

func (a *App) cancels() (list []context.CancelFunc) {
	if a.load != nil {
		list = append(list, a.load.cancel)
	}
	if a.coding != nil {
		list = append(list, a.coding.cancel)
	}
	if a.steps != nil {
		list = append(list, a.steps.cancel)
	}
	return list
}
