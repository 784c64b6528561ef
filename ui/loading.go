package ui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// loaded takes a batch in and waits for the next.
func (a App) loaded(m batchMsg[model.Update]) (App, tea.Cmd) {
	for _, u := range m.updates {
		a.data.Add(u)
	}
	if len(m.updates) > 0 || m.ended {
		a.data.Progress.Done = m.ended
		a.setContents(collected(a.data))
	}
	if !m.ended {
		return a, m.job.next
	}
	if m.err != nil && !errors.Is(m.err, context.Canceled) {
		a.loadErr = m.err
		a.message = a.look.T("app.load_failed", m.err.Error())
	}
	return a, nil
}

// working tells whether something runs that Esc stops.
func (a *App) working() bool {
	return a.steps != nil || !a.data.Progress.Done && (a.load != nil && a.load.ctx.Err() == nil || a.coding != nil)
}

// stop ends what runs; what it has done so far stays.
func (a *App) stop() {
	if a.steps != nil {
		a.steps.cancel()
		return // its end says what became of it
	}
	if a.load != nil {
		a.load.cancel()
	}
	if a.coding != nil {
		a.coding.cancel()
	}
	a.stopped = true
	a.message = a.look.T("app.stopped", a.data.Progress.Coded, a.data.Progress.Found)
}
