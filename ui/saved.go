package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/prompt"
)

// openSaved offers the saved filters, and to save the present one.
func (a *App) openSaved() {
	if !a.hasLibrary() || a.notYet() {
		return
	}
	if len(a.filters) == 0 && !a.filter.Active() {
		a.message = a.look.T("app.no_filters")
		return
	}
	a.openChooser(a.look.T("app.saved_filters"), (*App).savedOptions, (*App).takeSaved)
}

func (a *App) savedOptions() []filter.Option {
	var options []filter.Option
	for _, f := range a.filters {
		o := filter.Option{ID: savedID + f.Name, Label: f.Name, On: f.Filter.Equal(a.filter), Removable: true}
		if o.Uncounted = f.Filter.Text != ""; !o.Uncounted { // a search of the library takes too long for a key
			o.Count = a.count(f.Filter)
		}
		options = append(options, o)
	}
	if a.filter.Active() {
		options = append(options, filter.Option{ID: promptSave, Label: a.look.T("app.save_filter"), Count: a.comparison.Shown})
	}
	return options
}

// savedID begins the ID of a saved filter, which its name follows.
const savedID = "saved:"

// takeSaved recalls a saved filter, or asks for a name for the present one.
func (a *App) takeSaved(id string) tea.Cmd {
	if id == promptSave {
		a.openDialog(prompt.New(a.look, a.keys, promptSave, a.look.T("app.save_filter"), a.look.T("app.save_hint")))
	} else if name, ok := strings.CutPrefix(id, savedID); ok {
		a.recall(name)
	}
	return nil
}

// saved returns the place of the saved filter of a name, -1 where there is none.
func (a *App) saved(name string) int {
	return slices.IndexFunc(a.filters, func(f model.SavedFilter) bool { return f.Name == name })
}

func (a *App) recall(name string) {
	if i := a.saved(name); i >= 0 {
		a.setFilter(a.filters[i].Filter)
		a.message = a.look.T("app.filter_recalled", name)
	}
}

// saveFilter saves the present filter; undone, the one of that name before is back.
func (a *App) saveFilter(name string) tea.Cmd {
	lib, f := a.options.Library, a.filter
	return a.inTurn(func(a *App) tea.Cmd {
		return a.change(a.look.T("app.filter_saved", name),
			func(ctx context.Context) error { return lib.SaveFilter(ctx, name, f) }, a.unsave(name))
	})
}

// unsave returns what brings back the saved filters as they are for a name.
func (a *App) unsave(name string) func(context.Context) error {
	lib := a.options.Library
	i := a.saved(name)
	if i < 0 {
		return func(ctx context.Context) error { return lib.RemoveFilter(ctx, name) }
	}
	was := a.filters[i].Filter
	return func(ctx context.Context) error { return lib.SaveFilter(ctx, name, was) }
}

// removeSaved forgets the saved filter that an open dialog names.
func (a *App) removeSaved(id string) tea.Cmd {
	name, ok := strings.CutPrefix(id, savedID)
	if !ok {
		return nil
	}
	return a.inTurn(func(a *App) tea.Cmd {
		i := a.saved(name)
		if i < 0 {
			return nil // removed already
		}
		lib, bring := a.options.Library, a.unsave(name)
		a.filters = slices.Delete(slices.Clone(a.filters), i, i+1)
		a.recount()
		return a.change(a.look.T("app.filter_removed", name), func(ctx context.Context) error { return lib.RemoveFilter(ctx, name) }, bring)
	})
}
