package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/compare"
	"tachiba/ui/export"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/palette"
)

// The kinds of commands; the ID of one is its kind, a colon and its name.
const (
	commandKey    = "key" // a binding of the key map
	commandSort   = "sort"
	commandTheme  = "theme"
	commandLang   = "lang"
	commandExport = "export"
	commandSaved  = "saved"
)

// moving are the bindings that are no commands: a person presses them.
const moving = "help.move"

// commands returns everything that can be done by name.
func (a *App) commands() []palette.Command {
	var list []palette.Command
	add := func(kind, name, title, shown, group string) {
		list = append(list, palette.Command{ID: kind + ":" + name, Title: title, Keys: a.look.Draw(shown), Group: group})
	}
	for _, g := range a.keys.Groups() {
		if g.Title == moving {
			continue
		}
		for i, b := range g.Bindings {
			add(commandKey, g.IDs[i], b.Help().Desc, b.Help().Key, a.look.T(g.Title))
			c := &list[len(list)-1]
			c.Readings, c.Alias = palette.Words(a.look, g.IDs[i])
		}
	}
	named := func(message, words string) {
		c := &list[len(list)-1]
		c.Readings, c.Alias = palette.Names(a.look, message, words)
	}
	for _, o := range compare.Orders {
		add(commandSort, string(o), a.look.T("app.by_"+string(o)), "", a.look.T("key.sort"))
		named("app.by_"+string(o), "by_"+string(o))
	}
	for _, name := range a.themes() {
		add(commandTheme, name, a.look.ThemeName(name), "", a.look.T("key.theme"))
		named("theme."+name, "theme")
	}
	for i, c := range export.Choices(a.look) {
		add(commandExport, strconv.Itoa(i), c.Label, "", a.look.T("key.export"))
		named("key.export", "export")
	}
	for _, f := range a.filters {
		add(commandSaved, f.Name, f.Name, "", a.look.T("app.saved_filters"))
		named("key.saved", "saved")
	}
	for _, l := range []model.Lang{model.Japanese, model.English} {
		add(commandLang, string(l), a.look.T("lang."+string(l)), "", a.look.T("lang.language"))
		named("lang."+string(l), "lang_"+string(l))
	}
	return a.recentFirst(list)
}

// recentFirst puts the commands that were run last before the others.
func (a *App) recentFirst(list []palette.Command) []palette.Command {
	place := func(c palette.Command) int {
		if i := slices.Index(a.recent, c.ID); i >= 0 {
			return i
		}
		return len(a.recent)
	}
	slices.SortStableFunc(list, func(x, y palette.Command) int { return place(x) - place(y) })
	return list
}

// mostRecent is how many commands are remembered.
const mostRecent = 5

// run runs a command by its ID.
func (a App) run(id string) (tea.Model, tea.Cmd) {
	a.recent = append([]string{id}, slices.DeleteFunc(slices.Clone(a.recent), func(s string) bool { return s == id })...)
	a.recent = a.recent[:min(len(a.recent), mostRecent)]
	kind, name, _ := strings.Cut(id, ":")
	switch kind {
	case commandKey:
		return a.press(keys.Command(name))
	case commandSort:
		a.goTo(compareView)
		a.compare.Sort(compare.Order(name))
		a.message = a.look.T("app.by_" + name)
	case commandTheme:
		a.setTheme(name)
	case commandLang:
		a.setLang(model.Lang(name))
	case commandExport:
		if i, err := strconv.Atoi(name); err == nil {
			a.askExport(i)
		}
	case commandSaved:
		a.recall(name)
	}
	return a, nil
}

// openPalette lists the commands.
func (a *App) openPalette() { a.openDialog(palette.New(a.look, a.keys, a.commands())) }

// setLang changes the language of the interface.
func (a *App) setLang(l model.Lang) {
	look := *a.look
	look.Printer = lang.New(l)
	km := keys.Bind(look.Printer, a.options.Config.Keys)
	a.keys = &km
	a.setLook(&look)
	a.hand()
	a.message = a.look.T("lang.now")
}
