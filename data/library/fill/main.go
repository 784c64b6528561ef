// Command fill makes a library of generated digests, coded with made-up
// statements, for benchmarks of the whole program:
//
//	go run ./data/library/fill -digests 10000 FILE
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"tachiba/data/digest"
	"tachiba/data/lexicon"
	"tachiba/data/library"
	"tachiba/data/store"
	"tachiba/data/store/generate"
)

func main() {
	n := flag.Int("digests", 10_000, "how many digests")
	flag.Parse()
	if err := fill(context.Background(), flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// batch is how many digests are kept in a transaction.
const batch = 500

func fill(ctx context.Context, path string, n int) error {
	if path == "" || store.Exists(path) {
		return fmt.Errorf("name a new file for the library: %q", path)
	}
	lex, err := lexicon.Load("")
	if err != nil {
		return err
	}
	l, err := library.Open(ctx, path, lex, library.Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	g := generate.New(&lex.Lexicon, 1, generate.Large)
	for done := 0; done < n; done += batch {
		var list []store.Article
		for i := range min(batch, n-done) {
			id, text := fmt.Sprintf("digest-%06d", done+i), g.Text()
			list = append(list, store.Article{Digest: digest.Parse(id, id, text), Source: id, Text: text})
		}
		if _, _, err := l.Put(ctx, list); err != nil {
			return err
		}
		if err := code(ctx, l, g); err != nil {
			return err
		}
	}
	return l.Visit(ctx)
}

func code(ctx context.Context, l *library.Library, g *generate.Generator) error {
	list, err := l.Uncoded(ctx, l.Version(), 0, batch)
	if err != nil {
		return err
	}
	coded := make([]store.Coded, len(list))
	for i, u := range list {
		d := digest.Parse(u.Name, u.Path, u.Text)
		coded[i] = store.Coded{Of: u, Digest: d, Statements: g.Statements(&d)}
	}
	return l.SetCoded(ctx, l.Version(), coded)
}
