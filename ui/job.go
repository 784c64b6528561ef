package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// job runs something long beside the interface. What it emits is handed over in
// batches, so that thousands of steps do not mean thousands of frames.
type job[T any] struct {
	ctx     context.Context
	cancel  context.CancelFunc
	run     func(context.Context, func(T)) error
	updates chan T
	err     error // set before updates is closed
}

// batchMsg is what a job has emitted since the last one; ended with the last.
type batchMsg[T any] struct {
	job     *job[T]
	updates []T
	ended   bool
	err     error
}

func newJob[T any](ctx context.Context, run func(context.Context, func(T)) error) *job[T] {
	ctx, cancel := context.WithCancel(ctx)
	return &job[T]{ctx: ctx, cancel: cancel, run: run, updates: make(chan T, 64)}
}

// start begins the job and returns the first batch.
func (j *job[T]) start() tea.Msg {
	go func() {
		defer close(j.updates)
		j.err = j.run(j.ctx, func(u T) {
			select {
			case j.updates <- u:
				return // also of what was stopped: it happened
			default:
			}
			select {
			case j.updates <- u:
			case <-j.ctx.Done():
			}
		})
	}()
	return j.next()
}

// batchTime is how long updates are gathered for a batch.
const batchTime = 50 * time.Millisecond

// next waits for the next batch.
func (j *job[T]) next() tea.Msg {
	m := batchMsg[T]{job: j}
	var full <-chan time.Time
	for {
		select {
		case u, ok := <-j.updates:
			if !ok {
				m.ended, m.err = true, j.err
				j.cancel()
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
