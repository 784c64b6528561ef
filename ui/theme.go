package ui

import (
	"cmp"
	"slices"

	"tachiba/ui/style"
)

// themes returns the names of all themes.
func (a *App) themes() []string { return style.Names(a.options.Config.Themes) }

// setTheme changes the theme.
func (a *App) setTheme(name string) {
	a.options.Config.Theme = name
	a.paint()
	a.message = a.look.T("theme.now", a.look.ThemeName(name))
}

// nextTheme changes to the theme after the present one.
func (a *App) nextTheme() {
	names := a.themes()
	i := slices.Index(names, cmp.Or(a.options.Config.Theme, style.Default))
	a.setTheme(names[(i+1)%len(names)])
}

// paint makes the theme anew, for the background that the terminal has.
func (a *App) paint() {
	l := *a.look
	l.Theme = style.For(a.options.Config.Style(a.dark))
	a.setLook(&l)
}
