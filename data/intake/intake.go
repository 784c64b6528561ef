// Package intake turns the files that a person names into digests and coded
// statements, step by step, so that an interface can show what is there while
// the rest is on its way.
package intake

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"tachiba/data/article"
	"tachiba/data/digest"
	"tachiba/data/files"
	"tachiba/data/sample"
	"tachiba/model"
)

// Coder codes a digest's statements; it must be safe for concurrent use.
type Coder interface {
	Code(ctx context.Context, d *model.Digest) ([]model.Statement, error)
}

// Load reads the digests in paths (the samples when there are none), then codes
// them on all processors, and calls emit for each step, one call at a time. What
// can't be read is among an update's problems. Load ends early with ctx's error
// when ctx ends, or with the coder's error; what was emitted stays right.
func Load(ctx context.Context, paths []string, coder Coder, emit func(model.Update)) error {
	l := &load{emit: emit, samples: len(paths) == 0}
	digests, err := l.read(ctx, paths)
	if err != nil {
		return err
	}
	err = l.code(ctx, digests, coder)
	l.progress.Done = err == nil
	l.send(model.Update{})
	return err
}

type load struct {
	mu       sync.Mutex
	emit     func(model.Update)
	progress model.Progress
	samples  bool
}

// send emits an update with the progress as it stands. It holds the lock, so
// updates arrive one at a time and in order.
func (l *load) send(u model.Update) {
	u.Progress, u.Samples = l.progress, l.samples
	l.emit(u)
}

func (l *load) read(ctx context.Context, paths []string) ([]model.Digest, error) {
	if l.samples {
		var digests []model.Digest
		for _, s := range sample.Texts() {
			digests = append(digests, digest.Parse(s.ID, s.Name, s.Body))
		}
		l.progress.Found = len(digests)
		l.send(model.Update{Digests: digests})
		return digests, nil
	}
	found, problems := files.Find(paths)
	l.send(model.Update{Problems: problems})
	var digests []model.Digest
	for _, next := range readAll(ctx, found) {
		r, ok := <-next
		if !ok {
			return nil, ctx.Err()
		}
		if r.problem != nil {
			l.send(model.Update{Problems: []model.Problem{*r.problem}})
			continue
		}
		digests = append(digests, r.digest)
		l.progress.Found++
		l.send(model.Update{Digests: []model.Digest{r.digest}})
	}
	return digests, nil
}

// reading is a file that was read: a digest, or why there is none.
type reading struct {
	digest  model.Digest
	problem *model.Problem
}

// readAll reads the files on all processors. It returns a channel for each, in
// order, that gives its reading, or is closed when ctx has ended.
func readAll(ctx context.Context, found []files.File) []chan reading {
	out := make([]chan reading, len(found))
	for i := range out {
		out[i] = make(chan reading, 1)
	}
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(found)) {
		go func() {
			for i := next.Add(1) - 1; int(i) < len(found); i = next.Add(1) - 1 {
				if ctx.Err() == nil {
					out[i] <- readDigest(found[i])
				}
				close(out[i])
			}
		}()
	}
	return out
}

func readDigest(f files.File) reading {
	a, problem := article.File(f)
	return reading{digest: a.Digest, problem: problem}
}

func (l *load) code(ctx context.Context, digests []model.Digest, coder Coder) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *model.Digest)
	var group sync.WaitGroup
	var failure error
	for range min(runtime.GOMAXPROCS(0), len(digests)) {
		group.Go(func() {
			for d := range work {
				statements, err := coder.Code(ctx, d)
				l.mu.Lock()
				if err == nil {
					l.progress.Coded++
					l.send(model.Update{Statements: statements})
				} else if failure == nil || errors.Is(failure, context.Canceled) {
					failure = err
					cancel()
				}
				l.mu.Unlock()
			}
		})
	}
	for i := range digests {
		select {
		case work <- &digests[i]:
		case <-ctx.Done():
		}
	}
	close(work)
	group.Wait()
	if failure == nil {
		failure = ctx.Err()
	}
	return failure
}
