package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// loading runs Options.Load beside the interface. What it emits is handed over
// in batches, so that thousands of digests do not mean thousands of frames.
type loading struct {
	ctx     context.Context
	cancel  context.CancelFunc
	load    func(context.Context, func(model.Update)) error
	updates chan model.Update
	err     error // set before updates is closed
}

// loadedMsg is what has come since the last one; ended with the last.
type loadedMsg struct {
	updates []model.Update
	ended   bool
	err     error
}

func newLoading(ctx context.Context, load func(context.Context, func(model.Update)) error) *loading {
	ctx, cancel := context.WithCancel(ctx)
	return &loading{ctx: ctx, cancel: cancel, load: load, updates: make(chan model.Update, 64)}
}

// start begins to load and returns the first batch.
func (l *loading) start() tea.Msg {
	go func() {
		defer close(l.updates)
		l.err = l.load(l.ctx, func(u model.Update) {
			select {
			case l.updates <- u:
			case <-l.ctx.Done():
			}
		})
	}()
	return l.next()
}

// batchTime is how long updates are gathered for a batch.
const batchTime = 50 * time.Millisecond

// next waits for the next batch.
func (l *loading) next() tea.Msg {
	var m loadedMsg
	var full <-chan time.Time
	for {
		select {
		case u, ok := <-l.updates:
			if !ok {
				m.ended, m.err = true, l.err
				return m
			}
			m.updates = append(m.updates, u)
			if full == nil {
				full = time.After(batchTime)
			}
		case <-full:
			return m
		}
	}
}

// loaded takes a batch in and waits for the next.
func (a App) loaded(m loadedMsg) (App, tea.Cmd) {
	for _, u := range m.updates {
		a.data.Add(u)
	}
	if len(m.updates) > 0 || m.ended {
		a.data.Progress.Done = m.ended
		a.setContents(collected(&a.data))
	}
	if !m.ended {
		return a, a.load.next
	}
	if m.err != nil && !errors.Is(m.err, context.Canceled) {
		a.loadErr = m.err
		a.message = a.look.T("app.load_failed", m.err.Error())
	}
	return a, nil
}

// stop ends loading; what has come so far stays.
func (a *App) stop() {
	a.load.cancel()
	a.stopped = true
	a.message = a.look.T("app.stopped", a.data.Progress.Coded, a.data.Progress.Found)
}
