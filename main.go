// Command tachiba compares where actors stand on topics, from news digests.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/cli/browser"

	"tachiba/data/clean"
	"tachiba/data/coder"
	"tachiba/data/gold"
	"tachiba/data/intake"
	"tachiba/data/lexicon"
	"tachiba/data/library"
	"tachiba/data/once"
	"tachiba/data/store"
	"tachiba/model"
	"tachiba/ui"
	"tachiba/ui/cli"
	"tachiba/ui/shelf"
)

func main() {
	log.SetOutput(io.Discard) // net/http's asides would stand on the screen
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends what does not heed the first
	// Caught, a closed pipe is a write error, which the command line ends on.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ())
	stop()
	os.Exit(code)
}

// run joins data and ui, and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env []string) int {
	welcomed := filepath.Join(xdg.StateHome, "tachiba", "welcomed")
	show := func(ctx context.Context, s cli.Session) error {
		return ui.Run(ctx, ui.Options{
			Lexicon: s.Lexicon, Load: s.Load, Explain: s.Explain, Lang: s.Lang, Filter: s.Filter,
			Library: s.Library, NewLibrary: s.NewLibrary, Config: s.Config, ConfigProblems: s.ConfigProblems,
			Welcome: !once.Done(welcomed), Dismiss: func() error { return once.Remember(welcomed) },
			Open: browse, Stat: stat, Home: lookup(env)("HOME"), Clean: clean.Line, Input: stdin, Output: stdout, Env: env,
		})
	}
	return cli.Run(ctx, args,
		cli.Streams{In: stdin, Out: stdout, Err: stderr, Env: lookup(env), Terminal: cli.Terminal},
		cli.Backend{
			Open: open, Gold: gold.ReadFile, Show: show, SetAside: store.SetAside, Clean: clean.Line,
			LibraryPath: filepath.Join(xdg.DataHome, "tachiba", "library.db"), ConfigPath: filepath.Join(xdg.ConfigHome, "tachiba", "config.toml"),
		})
}

// lookup returns a function like os.Getenv; of a name set twice the last counts.
func lookup(env []string) func(string) string {
	values := map[string]string{}
	for _, pair := range env {
		name, value, _ := strings.Cut(pair, "=")
		values[name] = value
	}
	return func(name string) string { return values[name] }
}

func stat(path string) error {
	_, err := os.Stat(path)
	return err
}

// desk loads digests and codes them by a lexicon.
type desk struct{ lex *lexicon.Lexicon }

func open(path string) (cli.Desk, error) {
	lex, err := lexicon.Load(path)
	if err != nil {
		return nil, err
	}
	return desk{lex}, nil
}

func (d desk) Lexicon() *model.Lexicon { return &d.lex.Lexicon }

func (d desk) Load(ctx context.Context, paths []string, emit func(model.Update)) error {
	return intake.Load(ctx, paths, coder.New(d.lex), emit)
}

func (desk) Read(ctx context.Context, paths []string, emit func(model.Update)) error {
	return intake.Load(ctx, paths, uncoded{}, emit)
}

// uncoded is a coder that finds nothing.
type uncoded struct{}

func (uncoded) Code(context.Context, *model.Digest) ([]model.Statement, error) { return nil, nil }

func (d desk) Library(ctx context.Context, path string, allowPrivate bool) (shelf.Library, error) {
	l, err := library.Open(ctx, path, d.lex, library.Options{AllowPrivate: allowPrivate, Agent: "tachiba"})
	if err != nil {
		return nil, err // not a nil *Library in an interface
	}
	return l, nil
}

func (d desk) Explain(ctx context.Context, digest *model.Digest, line int) ([]model.Reading, error) {
	return coder.New(d.lex).Explain(ctx, digest, line)
}

// browse opens an address of the web in the browser, whose own output must not
// reach the screen.
func browse(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%s: not an address of the web", u.Scheme)
	}
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	return browser.OpenURL(u.String())
}
