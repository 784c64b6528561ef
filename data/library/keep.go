package library

import (
	"context"
	"sync"
	"time"

	"tachiba/data/article"
	"tachiba/data/clean"
	"tachiba/data/store"
	"tachiba/model"
)

// document is something that was read, or why it could not be.
type document struct {
	name    string
	article article.Article
	problem *model.Problem
	feed    int64
}

// A write gathers what has been read: at most keepMost, and no longer than
// keepTime after the first.
const (
	keepMost = 1000
	keepTime = 300 * time.Millisecond
)

// readAll reads n documents, a few at a time, and keeps them as they come.
func (l *Library) readAll(ctx context.Context, n int, read func(context.Context, int) document, tell func(document, model.Outcome, string)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	documents := make(chan document, readers)
	go func() {
		defer close(documents)
		each(ctx, n, readers, func(i int) {
			select {
			case documents <- read(ctx, i):
			case <-ctx.Done():
			}
		})
	}()
	return l.keep(ctx, documents, tell)
}

// keep writes documents as they come and tells what became of each, once it is
// kept. It ends when documents is closed, or with the store's error.
func (l *Library) keep(ctx context.Context, documents <-chan document, tell func(document, model.Outcome, string)) error {
	var list []document
	var full <-chan time.Time
	for {
		var d document
		ok, now := true, false
		select {
		case d, ok = <-documents:
		case <-full:
			now = true
		}
		if ok && !now {
			list = append(list, d)
			if full == nil {
				full = time.After(keepTime)
			}
		}
		if len(list) > 0 && (!ok || now || len(list) >= keepMost) {
			if err := l.put(ctx, list, tell); err != nil {
				return err
			}
			list, full = nil, nil
		}
		if !ok {
			return ctx.Err()
		}
	}
}

func (l *Library) put(ctx context.Context, list []document, tell func(document, model.Outcome, string)) error {
	var articles []store.Article
	for i := range list {
		if d := &list[i]; d.problem == nil {
			articles = append(articles, store.Article{Digest: d.article.Digest, Source: clean.Line(d.article.Source), Text: d.article.Text, Feed: d.feed})
		}
	}
	outcomes, ids, err := l.Put(ctx, articles)
	if err != nil {
		return err
	}
	for _, d := range list {
		if d.problem != nil {
			tell(d, "", "")
			continue
		}
		tell(d, outcomes[0], ids[0])
		outcomes, ids = outcomes[1:], ids[1:]
	}
	return nil
}

// each runs do for each number below n, on a few goroutines, until all are done
// or ctx ends.
func each(ctx context.Context, n, workers int, do func(int)) {
	next := make(chan int)
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	group.Wait()
}
