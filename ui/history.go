package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// change is something that a person did: it can be undone and done again.
type change struct {
	filter     [2]model.Filter                 // before and after, where it changed the filter
	undo, redo func(ctx context.Context) error // where it changed the library
}

// changedMsg is how a change of the library went.
type changedMsg struct {
	change change
	said   string
	err    error
}

// record keeps what was done, so that it can be undone; what was undone before
// can no longer be done again.
func (a *App) record(c change) {
	a.past, a.future = append(slices.Clip(a.past), c), nil
}

// change changes the library beside the interface, and says so when it is done.
func (a *App) change(said string, do, undo func(ctx context.Context) error) tea.Cmd {
	return func() tea.Msg {
		err := do(context.Background()) // a short write: quitting must not cut it off
		return changedMsg{change: change{undo: undo, redo: do}, said: said, err: err}
	}
}

// changed takes in how a change went.
func (a *App) changed(m changedMsg) tea.Cmd {
	if m.err != nil {
		a.message = a.look.Error(m.err)
		return a.readLedger // another program may have changed it
	}
	a.message = m.said
	a.record(m.change)
	return a.readLedger
}

// undo undoes what was done last.
func (a *App) undo() tea.Cmd {
	return a.replay(&a.past, &a.future, 0, change.undone, "app.undone", "app.nothing_to_undo")
}

// redo does again what was undone last.
func (a *App) redo() tea.Cmd {
	return a.replay(&a.future, &a.past, 1, change.redone, "app.redone", "app.nothing_to_redo")
}

func (c change) undone() func(context.Context) error { return c.undo }
func (c change) redone() func(context.Context) error { return c.redo }

func (a *App) replay(from, to *[]change, side int, act func(change) func(context.Context) error, said, nothing string) tea.Cmd {
	n := len(*from) - 1
	if n < 0 {
		a.message = a.look.T(nothing)
		return nil
	}
	c := (*from)[n]
	*from = slices.Clone((*from)[:n])
	if do := act(c); do != nil {
		said := a.look.T(said)
		future := side == 0
		return func() tea.Msg { return replayedMsg{c, future, said, do(context.Background())} }
	}
	*to = append(slices.Clip(*to), c)
	a.filter = c.filter[side]
	a.refresh()
	a.message = a.look.T(said)
	return nil
}

// replayedMsg is how undoing or redoing a change of the library went.
type replayedMsg struct {
	change change
	undone bool
	said   string
	err    error
}

func (a *App) replayed(m replayedMsg) tea.Cmd {
	if m.err != nil {
		a.message = a.look.Error(m.err)
		return nil
	}
	if m.undone {
		a.future = append(slices.Clip(a.future), m.change)
	} else {
		a.past = append(slices.Clip(a.past), m.change)
	}
	a.message = m.said
	return a.readLedger
}
