package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"tachiba/model"
)

// template returns the bytes of a library that was closed.
var template = sync.OnceValue(func() []byte {
	folder, err := os.MkdirTemp("", "tachiba")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "library.db")
	if _, err := makeOld(path, rand.New(rand.NewPCG(5, 5))); err != nil {
		panic(err)
	}
	b, err := os.ReadFile(path)
	if err != nil || Exists(path+"-wal") {
		panic(fmt.Sprint("a closed library left its log, ", err))
	}
	return b
})

func copyTemplate(t testing.TB, to string) {
	t.Helper()
	writeFile(t, to, template())
}

func writeFile(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// makeOld makes a library with something of everything in it, closed.
func makeOld(path string, r *rand.Rand) (state, error) {
	s, err := Open(context.Background(), path)
	if err != nil {
		return state{}, err
	}
	ctx := context.Background()
	_, errFeeds := s.AddFeeds(ctx, []model.Feed{{URL: "https://example.com/feed", Title: "港", Folder: []string{"国内", "港"}}})
	errFilter := s.SaveFilter(ctx, "反対", model.Filter{Stances: []model.Stance{model.Against}, Text: "案"})
	errWork := (&worker{r: r, steps: 14, log: io.Discard}).work(s)
	errVisit := s.Visit(ctx)
	fed := article("fed", madeUp(r, "fed"))
	fed.Feed = 1
	_, _, errPut := s.Put(ctx, []Article{fed})
	was, errState := stateOf(s, "")
	return was, errors.Join(errFeeds, errFilter, errWork, errVisit, errPut, errState, s.Close())
}

// oldLibrary is makeOld for a test.
func oldLibrary(t testing.TB, path string, r *rand.Rand) state {
	t.Helper()
	was, err := makeOld(path, r)
	if err != nil {
		t.Fatal(err)
	}
	return was
}
