package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/filter"
	"tachiba/ui/prompt"
)

// openExport offers the files that can be made of what is selected.
func (a *App) openExport() {
	if a.notYet() {
		return
	}
	if a.comparison.Shown == 0 {
		a.message = a.look.T("app.nothing_to_export")
		return
	}
	var options []filter.Option
	for i, c := range export.Choices(a.look) {
		options = append(options, filter.Option{ID: strconv.Itoa(i), Label: c.Label, Alias: []string{c.Format}, Uncounted: true})
	}
	a.openChooser(a.look.T("app.export_title", a.comparison.Shown), fixed(options), func(a *App, id string) tea.Cmd {
		if i, err := strconv.Atoi(id); err == nil {
			a.askExport(i)
		}
		return nil
	})
}

// askExport asks for the name of the file.
func (a *App) askExport(choice int) {
	if a.notYet() {
		return
	}
	choices := export.Choices(a.look)
	if choice >= len(choices) || a.comparison.Shown == 0 {
		a.message = a.look.T("app.nothing_to_export")
		return
	}
	c := choices[choice]
	a.exporting = exporting{choice: c, path: export.FileName(c.Format, c.Picture, time.Now())}
	a.askPath(a.look.T("app.export_hint", c.Label))
}

func (a *App) askPath(hint string) {
	p := prompt.New(a.look, a.keys, promptExport, a.look.T("key.export"), hint)
	p.SetValue(a.exporting.path)
	a.openDialog(p)
}

// exporting is the file that is being named.
type exporting struct {
	choice export.Choice
	path   string
	there  bool // a file of that name; naming it again replaces it
}

// exportedMsg is how writing the file went.
type exportedMsg struct {
	path string
	err  error
}

// export writes the file beside the interface.
func (a *App) export(path string) tea.Cmd {
	e := a.exporting
	force := e.there && path == e.path
	a.exporting.path, a.exporting.there = path, false
	full := home(path, a.options.Home)
	v := export.View{
		Look: a.look, Comparison: a.comparison, Filter: a.filter, Digests: a.contents.digests, Picture: e.choice.Picture, Made: time.Now(),
	}
	if lib := a.options.Library; lib != nil {
		v.Fault = lib.Fault
	}
	ctx := a.ctx
	a.message = a.look.T("app.exporting", full)
	return func() tea.Msg {
		if abs, err := filepath.Abs(full); err == nil {
			full = abs
		}
		return exportedMsg{full, export.Save(ctx, full, e.choice.Format, v, force)}
	}
}

// exported says where the file is. Where there was one of that name, it asks again.
func (a *App) exported(m exportedMsg) {
	var p *model.Problem
	switch {
	case m.err == nil:
		a.message = a.look.T("export.done", m.path)
	case errors.Is(m.err, context.Canceled):
		a.message = a.look.T("app.stopped_export")
	case errors.As(m.err, &p) && p.Code == model.ProblemExists && !a.busy():
		a.message, a.exporting.there = "", true
		a.askPath(a.look.T("app.export_exists"))
	case !a.busy():
		a.message = ""
		a.askPath(a.look.Error(m.err))
	default:
		a.message = a.look.Error(m.err)
	}
}
