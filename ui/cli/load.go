package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"tachiba/model"
	"tachiba/ui/text"
)

// load reads and codes the digests in paths. Statements come in the order of
// digests and sentences, whichever was coded first. With nothing to show there
// is an error, and what was left out is said on standard error.
func (a *app) load(ctx context.Context, desk Desk, paths []string) (*model.Collection, error) {
	library, err := a.reading(ctx, desk, paths)
	if err != nil {
		return nil, err
	}
	var c model.Collection
	bar := a.progress()
	load := func(emit func(model.Update)) error { return desk.Load(ctx, paths, emit) }
	if library != nil {
		defer library.Close()
		load = func(emit func(model.Update)) error {
			if err := library.Code(ctx, bar.show); err != nil {
				return err
			}
			return library.Load(ctx, emit)
		}
	}
	err = load(func(u model.Update) {
		c.Add(u)
		bar.show(c.Progress)
	})
	bar.erase()
	if err != nil {
		return nil, err
	}
	if len(c.Digests) == 0 {
		if err := a.misspelt(paths, c.Problems); err != nil {
			return nil, err
		}
		a.sayLeftOut(&c)
		return nil, errors.New(a.T("cli.nothing"))
	}
	sortStatements(&c)
	return &c, nil
}

// sayLeftOut names what was left out, and why, on standard error.
func (a *app) sayLeftOut(c *model.Collection) {
	for i := range c.Problems {
		fmt.Fprintln(a.err, a.Problem(&c.Problems[i]))
	}
}

// sayBasis says on standard error what the output itself does not: what was left
// out, and, to a person, that these are samples.
func (a *app) sayBasis(c *model.Collection) error {
	a.sayLeftOut(c)
	if _, ok := a.streams.Terminal(a.streams.Err); ok && c.Samples {
		fmt.Fprintln(a.err, a.T("cli.samples"))
	}
	return a.err.Flush()
}

func sortStatements(c *model.Collection) {
	place := map[string]int{}
	for i, d := range c.Digests {
		place[d.ID] = i
	}
	slices.SortStableFunc(c.Statements, func(x, y model.Statement) int {
		return cmp.Or(cmp.Compare(place[x.Digest], place[y.Digest]), cmp.Compare(x.Sentence, y.Sentence))
	})
}

// misspelt returns a usage error where the only thing named is no file but reads
// like a command.
func (a *app) misspelt(paths []string, problems []model.Problem) error {
	if len(paths) == 0 || len(problems) == 0 || problems[0].Code != model.ProblemNotFound {
		return nil
	}
	word := a.Clean(paths[0])
	if strings.ContainsAny(word, `./\`) {
		return nil // meant as a path
	}
	if hint := a.hint("tachiba ", word, commandChoices); hint != "" {
		return &usageError{a.T("cli.unknown_command", word) + hint}
	}
	return nil
}

// bar is a line on the terminal that tells how far the coding has come.
type bar struct {
	app   *app
	w     io.Writer // nil where standard error is no terminal
	width int
	last  time.Time
	drawn bool
}

// eraseLine goes to the line's start and erases it (ECMA-48 EL).
const eraseLine = "\r\x1b[K"

func (a *app) progress() *bar {
	b := &bar{app: a}
	if width, ok := a.streams.Terminal(a.streams.Err); ok && a.streams.Env("TERM") != "dumb" {
		b.w, b.width = a.streams.Err, width
	}
	return b
}

// show draws the progress, at most ten times a second.
func (b *bar) show(p model.Progress) {
	if b.w == nil || p.Found == 0 || time.Since(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.drawn = time.Now(), true
	fmt.Fprint(b.w, eraseLine+text.Truncate(b.app.T("cli.coding", p.Coded, p.Found), b.width-1, ""))
}

func (b *bar) erase() {
	if b.drawn {
		fmt.Fprint(b.w, eraseLine)
	}
}
