package ui

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/prompt"
)

// openSaved offers the saved filters, and to save the present one.
func (a *App) openSaved() {
	if !a.hasLibrary() {
		return
	}
	if len(a.filters) == 0 && !a.filter.Active() {
		a.message = a.look.T("app.no_filters")
		return
	}
	a.openChooser(a.look.T("app.saved_filters"), a.savedOptions(), (*App).takeSaved)
}

func (a *App) savedOptions() []filter.Option {
	var options []filter.Option
	for i, f := range a.filters {
		o := filter.Option{ID: strconv.Itoa(i), Label: f.Name, On: f.Filter.Equal(a.filter), Removable: true}
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

// takeSaved recalls a saved filter, or asks for a name for the present one.
func (a *App) takeSaved(id string) tea.Cmd {
	if id == promptSave {
		a.openDialog(prompt.New(a.look, a.keys, promptSave, a.look.T("app.save_filter"), a.look.T("app.save_hint")))
	} else if i, err := strconv.Atoi(id); err == nil {
		a.recall(i)
	}
	return nil
}

func (a *App) recall(i int) {
	if i < len(a.filters) {
		a.setFilter(a.filters[i].Filter)
		a.message = a.look.T("app.filter_recalled", a.filters[i].Name)
	}
}

// saveFilter saves the present filter; undone, the one of that name before is back.
func (a *App) saveFilter(name string) tea.Cmd {
	lib, f := a.options.Library, a.filter
	return a.change(a.look.T("app.filter_saved", name),
		func(ctx context.Context) error { return lib.SaveFilter(ctx, name, f) }, a.unsave(name))
}

// unsave returns what brings back the saved filters as they are for a name.
func (a *App) unsave(name string) func(context.Context) error {
	lib := a.options.Library
	i := slices.IndexFunc(a.filters, func(f model.SavedFilter) bool { return f.Name == name })
	if i < 0 {
		return func(ctx context.Context) error { return lib.RemoveFilter(ctx, name) }
	}
	was := a.filters[i].Filter
	return func(ctx context.Context) error { return lib.SaveFilter(ctx, name, was) }
}

// removeSaved forgets the saved filter that an open dialog names.
func (a *App) removeSaved(id string) tea.Cmd {
	i, err := strconv.Atoi(id)
	d, ok := a.dialog.(pickerDialog)
	if err != nil || !ok || i >= len(a.filters) {
		return nil
	}
	lib, name := a.options.Library, a.filters[i].Name
	bring := a.unsave(name)
	a.filters = slices.Delete(slices.Clone(a.filters), i, i+1)
	if options := a.savedOptions(); len(options) > 0 {
		d.SetOptions(options)
	} else {
		a.dialog = nil
	}
	return a.change(a.look.T("app.filter_removed", name), func(ctx context.Context) error { return lib.RemoveFilter(ctx, name) }, bring)
}
