package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// load reads and codes the digests in paths, or the library's where none is
// named. Statements come in the order of digests and sentences, whichever was
// coded first. With nothing to show there is an error, and what was left out is
// said on standard error. It returns the filter that is still to be applied.
func (a *app) load(ctx context.Context, desk Desk, paths []string, filter model.Filter) (*model.Collection, model.Filter, error) {
	library, err := a.reading(ctx, desk, paths, filter)
	if err != nil {
		return nil, filter, err
	}
	if library == nil {
		c, err := a.gather(ctx, paths, desk.Load)
		return c, filter, err
	}
	defer library.Close()
	if err := a.codeNew(ctx, library); err != nil {
		return nil, filter, err
	}
	var c model.Collection
	if err := library.Load(ctx, c.Add); err != nil {
		return nil, filter, err
	}
	if len(c.Digests) == 0 {
		return nil, filter, errors.New(a.T("cli.empty_library", library.Path()))
	}
	if filter.New {
		err = keepNew(ctx, library, &c)
		filter.New = false
	}
	return &c, filter, err
}

// gather returns what load makes of the files in paths, with an error where that
// is nothing.
func (a *app) gather(ctx context.Context, paths []string, load func(context.Context, []string, func(model.Update)) error) (*model.Collection, error) {
	var c model.Collection
	bar := a.progress()
	err := load(ctx, paths, func(u model.Update) {
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

// keepNew leaves of a collection what came since the last visit.
func keepNew(ctx context.Context, library shelf.Library, c *model.Collection) error {
	_, listings, err := library.Ledger(ctx)
	if err != nil {
		return err
	}
	fresh := map[string]bool{}
	for _, l := range listings {
		fresh[l.ID] = l.New
	}
	c.Digests = slices.DeleteFunc(c.Digests, func(d model.Digest) bool { return !fresh[d.ID] })
	c.Statements = slices.DeleteFunc(c.Statements, func(s model.Statement) bool { return !fresh[s.Digest] })
	return nil
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
	if hint := a.hint("tachiba ", word, a.commands); hint != "" {
		return &usageError{a.T("cli.unknown_command", word) + hint}
	}
	return nil
}
