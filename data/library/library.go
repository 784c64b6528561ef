// Package library is what a reader keeps: it adds documents to the store,
// fetches feeds into it, and has what is new coded.
package library

import (
	"cmp"
	"context"

	"tachiba/data/coder"
	"tachiba/data/feed"
	"tachiba/data/fetch"
	"tachiba/data/lexicon"
	"tachiba/data/store"
)

// Options are how a library reaches the web.
type Options struct {
	AllowPrivate bool   // loopback, private and link-local addresses too
	Agent        string // the User-Agent that servers are told
	// Fetch are further limits; zero ones are fetch's own, but for MaxSize, which is
	// then that of a feed.
	Fetch fetch.Options
}

// Library is a store with the means to fill it. It may be used by several
// goroutines.
type Library struct {
	*store.Store
	lex    *lexicon.Lexicon
	coder  *coder.Coder
	client *fetch.Client
}

// Open opens the library at path, a new one where there is none, whose digests
// are coded by lex. The errors are store.Open's.
func Open(ctx context.Context, path string, lex *lexicon.Lexicon, o Options) (*Library, error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	f := o.Fetch
	f.AllowPrivate, f.Agent, f.MaxSize = o.AllowPrivate, o.Agent, cmp.Or(f.MaxSize, feed.MaxSize)
	return &Library{Store: s, lex: lex, coder: coder.New(lex), client: fetch.New(f)}, nil
}

// Close ends the use of the library.
func (l *Library) Close() error {
	l.client.Close()
	return l.Store.Close()
}
