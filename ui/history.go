package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// change is something that a person did: it can be undone and done again.
type change struct {
	number     int
	filter     [2]model.Filter                 // before and after, where it changed the filter
	undo, redo func(ctx context.Context) error // where it changed the library
}

// writing is the queue of changes to the library: one at a time, so that each sees what
// the one before left.
type writing struct {
	under   bool // one is under way, or the ledger after it
	until   int  // the number of the ledger that ends it, 0 before it is asked for
	waiting []func(*App) tea.Cmd
}

// begin begins a change.
func (w *writing) begin() { w.under, w.until = true, 0 }

// inTurn changes the library, after what changes it now.
func (a *App) inTurn(act func(*App) tea.Cmd) tea.Cmd {
	if a.writing.under {
		a.writing.waiting = append(slices.Clip(a.writing.waiting), act)
		return nil
	}
	return act(a)
}

// written asks for the ledger after a change, which ends its turn.
func (a *App) written() tea.Cmd {
	cmd := a.reread()
	a.writing.until = a.asked
	return cmd
}

// nextTurn begins the next change once the ledger after the last one is taken in.
func (a *App) nextTurn() tea.Cmd {
	if !a.writing.under || a.writing.until == 0 || a.taken < a.writing.until {
		return nil
	}
	a.writing.under = false
	for len(a.writing.waiting) > 0 && !a.writing.under {
		act := a.writing.waiting[0]
		a.writing.waiting = a.writing.waiting[1:]
		if cmd := act(a); cmd != nil {
			return cmd
		}
	}
	return nil
}

// changedMsg is how a change of the library went.
type changedMsg struct {
	number int // of the change
	said   string
	err    error
}

// record keeps what was done, so that it can be undone; what was undone before
// can no longer be done again.
func (a *App) record(c change) {
	a.changes++
	c.number = a.changes
	a.past, a.future = append(slices.Clip(a.past), c), nil
}

// change changes the library beside the interface, and says so when it is done. It is
// to be called in turn.
func (a *App) change(said string, do, undo func(ctx context.Context) error) tea.Cmd {
	a.record(change{undo: undo, redo: do})
	a.writing.begin()
	number := a.changes
	return func() tea.Msg {
		return changedMsg{number, said, do(context.Background())} // a short write: quitting must not cut it off
	}
}

// changed takes in how a change went.
func (a *App) changed(m changedMsg) tea.Cmd {
	if a.message = m.said; m.err != nil {
		a.message = a.look.Error(m.err)
		a.past = slices.DeleteFunc(slices.Clone(a.past), func(c change) bool { return c.number == m.number })
	}
	return a.written()
}

// undo undoes what was done last.
func (a *App) undo() tea.Cmd {
	return a.inTurn(func(a *App) tea.Cmd {
		return a.replay(&a.past, &a.future, 0, change.undone, "app.undone", "app.nothing_to_undo")
	})
}

// redo does again what was undone last.
func (a *App) redo() tea.Cmd {
	return a.inTurn(func(a *App) tea.Cmd {
		return a.replay(&a.future, &a.past, 1, change.redone, "app.redone", "app.nothing_to_redo")
	})
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
		a.writing.begin()
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

// replayed takes in how it went; what failed can be tried again.
func (a *App) replayed(m replayedMsg) tea.Cmd {
	if a.message = m.said; m.err != nil {
		a.message = a.look.Error(m.err)
	}
	if m.undone == (m.err == nil) {
		a.future = append(slices.Clip(a.future), m.change)
	} else {
		a.past = append(slices.Clip(a.past), m.change)
	}
	return a.written()
}
